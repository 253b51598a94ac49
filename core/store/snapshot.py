"""The tables of a large collection as they were last read, beside its file: the next start need not parse all records.

The file is nothing but a copy: without it, or when it is of another program or of other data, everything is read from
the store. It is written for SQLite alone, whose folder is ours.
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from sqlalchemy import Connection, func, select

from core.store.engine import Database
from core.store.load import problem_rows
from core.store.log import current_version
from core.store.program import digest_of
from core.store.schema import documents, versions
from core.tables.frames import frames
from core.tables.schema import TABLES

FILE = "tables.arrow"
FEWEST = 10_000  # reports; fewer are read from the store in less than a second
_COPIED = tuple(name for name in TABLES if name != "problems")
_OF, _DATA = b"sidelines.program", b"sidelines.data"


def read_snapshot(database: Database) -> tuple[int, dict[str, pd.DataFrame]] | None:
    """The version of the data and its tables as they were kept; None when nothing usable is there."""
    path = _path(database)
    if path is None or not path.is_file():
        return None
    try:
        with pa.OSFile(str(path)) as file, database.reading() as connection:
            return _read(file, connection)
    except (OSError, ValueError, KeyError, pa.ArrowException):  # cut short, or of another kind
        return None


def _read(file: pa.OSFile, connection: Connection) -> tuple[int, dict[str, pd.DataFrame]] | None:
    found: dict[str, pd.DataFrame] = {}
    version: int | None = None
    for name in _COPIED:
        with pa.ipc.open_stream(file) as stream:
            version = version or _version(connection, stream.schema.metadata)
            if version is None:
                return None
            table = stream.read_all()
        if table.num_rows:  # a file of no rows does not know its categories
            found[name] = table.to_pandas()
    # What could not be read moves no version: it is as it is now.
    return version or 0, {**frames({"problems": problem_rows(connection)}), **found}


def keep_snapshot(database: Database, version: int, tables: Mapping[str, pd.DataFrame]) -> bool:
    """Whether the tables of this version were written; a folder that refuses it costs only the time saved."""
    path = _path(database)
    if path is None or len(tables["reports"]) < FEWEST:
        return False
    with database.reading() as connection:
        about = {_OF: _program(), _DATA: _data(connection, version)}
    new = path.with_suffix(f".{os.getpid()}")
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    try:
        with pa.OSFile(str(new), "wb") as file:
            for name in _COPIED:
                table = pa.Table.from_pandas(tables[name], preserve_index=False, nthreads=1)
                schema = table.schema.with_metadata({**(table.schema.metadata or {}), **about})
                with pa.ipc.new_stream(file, schema, options=options) as stream:
                    stream.write_table(table.replace_schema_metadata(schema.metadata))
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        return False
    return True


def _path(database: Database) -> Path | None:
    file = database.url.database
    return Path(file).parent / FILE if database.is_sqlite and file else None


def _program() -> bytes:
    """What the tables are made by: another program may make others of the same records."""
    return f"{digest_of(('',))} {pd.__version__} {pa.__version__}".encode()


def _version(connection: Connection, about: Mapping[bytes, bytes] | None) -> int | None:
    """The version of a file that this program wrote, of these data; None for any other."""
    if not about or about.get(_OF) != _program():
        return None
    version = int(about[_DATA].split()[0])
    known = version <= current_version(connection) and about[_DATA] == _data(connection, version)
    return version if known else None


def _data(connection: Connection, version: int) -> bytes:
    """The version with a word for the way to it: a restored backup may have the same number and other data.

    Also for who read its documents, as a parser that reads them anew replaces reports of any age.
    """
    steps = select(versions).where(versions.c.version <= version).order_by(versions.c.version)
    readers = (
        select(documents.c.parser, func.count())
        .where(documents.c.version <= version)
        .group_by(documents.c.parser)
        .order_by(documents.c.parser)
    )
    digest = hashlib.sha256()
    for question in (steps, readers):
        for row in connection.execute(question):
            digest.update("\0".join(map(str, row)).encode() + b"\n")
    return f"{version} {digest.hexdigest()[:16]}".encode()
