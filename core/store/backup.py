"""A store as one file that any database can take back: a zip with the rows of every table as JSON lines."""

import base64
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from alembic import command
from sqlalchemy import Connection, MetaData, Table, func, insert, select

from core.errors import StoreError
from core.store import migrate
from core.store.engine import Database
from core.store.schema import metadata, versions

_ABOUT = "sidelines.json"
_ROWS = 500


def write_backup(database: Database, path: Path) -> dict[str, int]:
    """How many rows of each table were written to `path`, which is moved into place when it is whole.

    Raises StoreError when the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with database.reading() as connection, zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as out:
            counts = {table.name: _write(connection, table, out) for table in metadata.sorted_tables}
            about = {"tables": migrate.version_of(connection), "rows": counts}
            out.writestr(_ABOUT, json.dumps(about, indent=2) + "\n")
        beside.replace(path)
    except OSError as error:
        raise StoreError(str(path), f"the backup cannot be written: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)
    return counts


def read_backup(database: Database, path: Path) -> dict[str, int]:
    """How many rows of each table were taken from the backup at `path` into a store that holds nothing yet.

    A backup of older tables is brought up to date. Raises StoreError when the store holds something, or when the
    file is no whole backup, or one of a newer version; the store is then as it was.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            about = json.loads(packed.read(_ABOUT))
            damaged = packed.testzip()
            if damaged:
                raise StoreError(str(path), f"the backup is damaged: {damaged}")
            return _take(database, path, packed, about)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise StoreError(str(path), "is no backup of a Sidelines store, or not a whole one") from error


def _take(database: Database, path: Path, packed: zipfile.ZipFile, about: dict[str, Any]) -> dict[str, int]:
    database.make_room()
    database.let_readers_go_on()
    made_by = str(about["tables"])
    if made_by not in migrate.known():
        raise StoreError(
            str(path), f"the backup was made by a newer version of Sidelines (tables {made_by}): update first"
        )
    with database.writing() as connection:
        if migrate.version_of(connection) is not None:
            if connection.execute(select(func.count()).select_from(versions)).scalar():
                raise StoreError(
                    database.name, "holds a collection already: name an empty workspace to restore into"
                )
            command.downgrade(migrate.config_for(connection), "base")
        command.upgrade(migrate.config_for(connection), made_by)
        tables = MetaData()
        tables.reflect(connection)
        counts = {}
        for name, expected in about["rows"].items():
            counts[name] = _read(connection, tables.tables[name], packed)
            if counts[name] != expected:
                raise StoreError(
                    str(path), f"the backup is damaged: {name} has {counts[name]} rows of {expected}"
                )
        command.upgrade(migrate.config_for(connection), "head")
    return counts


def _write(connection: Connection, table: Table, out: zipfile.ZipFile) -> int:
    count = 0
    ordered = select(table).order_by(*table.primary_key.columns)
    with out.open(f"{table.name}.jsonl", "w", force_zip64=True) as file:
        for row in connection.execution_options(yield_per=_ROWS).execute(ordered).mappings():
            plain = {name: _plain(value) for name, value in row.items()}
            file.write(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n")
            count += 1
    return count


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return {"base64": base64.b64encode(bytes(value)).decode("ascii")}
    return value


def _read(connection: Connection, table: Table, packed: zipfile.ZipFile) -> int:
    count = 0
    with packed.open(f"{table.name}.jsonl") as file:
        rows: list[dict[str, Any]] = []
        for row in _lines(file):  # type: ignore[arg-type]
            rows.append(row)
            count += 1
            if len(rows) == _ROWS:
                connection.execute(insert(table), rows)
                rows = []
        if rows:
            connection.execute(insert(table), rows)
    return count


def _lines(file: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in file:
        row = json.loads(line)
        yield {
            name: base64.b64decode(value["base64"]) if isinstance(value, dict) else value
            for name, value in row.items()
        }
