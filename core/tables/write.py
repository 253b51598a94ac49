"""The tables as files: complete or not there at all.

CSV as RFC 4180 has it: UTF-8 without a mark, lines ended by CR LF, cells with commas, quotes or line breaks quoted.
Everything is written to a folder beside the wanted one and moved into place file by file when all is complete.
"""

import csv
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import TextIOBase
from pathlib import Path

from core.errors import UsageError
from core.model import Collection
from core.tables.neutral import neutral
from core.tables.package import FILE, package
from core.tables.rows import Row, Value, row_streams
from core.tables.schema import TABLES, Column

FORMATS = ("csv", "parquet")


def write_tables(collection: Collection, folder: Path, format: str = "csv") -> list[Path]:
    """The paths of the files written to `folder`: a table each, and `datapackage.json`.

    Raises UsageError when the format is unknown or the folder cannot be written.
    """
    return write_rows(row_streams(collection), folder, format)


def write_rows(tables: Mapping[str, Iterable[Row]], folder: Path, format: str = "csv") -> list[Path]:
    """The same for tables whose rows are made as they are written."""
    if format not in FORMATS:
        raise UsageError(f"the format must be one of {', '.join(FORMATS)}, not {format!r}")
    write = _write_csv if format == "csv" else _write_parquet
    return _in_place(
        folder,
        [f"{name}.{format}" for name in TABLES],
        lambda beside: _write(tables, beside, format, write),
    )


def cell(value: Value, column: Column) -> str:
    """A value as the text of a CSV cell: empty for unknown, `true` or `false`, text neutralised."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return neutral(value, column) if isinstance(value, str) else str(value)


def _write(
    tables: Mapping[str, Iterable[Row]],
    folder: Path,
    format: str,
    write: Callable[[Path, Iterable[Row], Sequence[Column]], None],
) -> None:
    for name, columns in TABLES.items():
        write(folder / f"{name}.{format}", tables[name], columns)
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as out:
        out.write(package(format))


def _write_csv(path: Path, table: Iterable[Row], columns: Sequence[Column]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        _csv(table, columns, out)
        out.flush()
        os.fsync(out.fileno())


def _csv(table: Iterable[Row], columns: Sequence[Column], out: TextIOBase) -> None:
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    writer.writerows([cell(row[column.name], column) for column in columns] for row in table)


def _write_parquet(path: Path, table: Iterable[Row], columns: Sequence[Column]) -> None:
    from core.tables.parquet import write_parquet  # a large library, for this format alone

    write_parquet(path, list(table), columns)


def _in_place(folder: Path, names: list[str], write: Callable[[Path], None]) -> list[Path]:
    """Lets `write` fill a folder beside `folder` and moves its files over; tables of another format go."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error
    try:
        write(beside)
        written = []
        for name in [*names, FILE]:
            (beside / name).replace(folder / name)
            written.append(folder / name)
    except OSError as error:
        raise UsageError(f"cannot write to {folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    for stale in (folder / f"{name}.{format}" for name in TABLES for format in FORMATS):
        if stale not in written:
            stale.unlink(missing_ok=True)
    return written
