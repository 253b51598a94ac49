"""The connection to the store's database: SQLite in a file, or PostgreSQL by a setting."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from core.errors import StoreError

FILE = "sidelines.sqlite"
WAIT = 30  # seconds that a writer waits for another's transaction to end
_LOCK = 5_310_517  # the number of the lock that writers of one PostgreSQL store take in turn

_TOLD = {
    "unable to open database file": "the file cannot be opened: is the folder there, and may you write to it?",
    "readonly": "it may only be read: give yourself the right to write to the folder, or copy it elsewhere",
    "read-only": "it may only be read: give yourself the right to write to the folder, or copy it elsewhere",
    "not a database": "the file is damaged or not a store: restore a backup (python -m core restore FILE)",
    "malformed": "the file is damaged: keep a copy of it and restore a backup (python -m core restore FILE)",
    "disk i/o error": "the disk cannot be written or read: is it full, or was it taken out?",
    "full": "the disk is full: make room and do it again, the store is as it was before",
    "database is locked": "another program holds it: wait until it is done, or close it",
    "connection refused": "the database server does not answer: is it running, and is the address right?",
    "could not translate host": "there is no such database server: check the address in SIDELINES_DATABASE",
    "failed to resolve host": "there is no such database server: check the address in SIDELINES_DATABASE",
    "password authentication failed": "the database server refuses the user or the password",
    "does not exist": "the database server knows no such database or user: make it first (createdb)",
}


class Database:
    """One store's database: `reading()` and `writing()` give a transaction that ends with the block.

    Writers take turns, so that what a writer has read is still so when it writes; a transaction that fails leaves
    the store as it was. Raises StoreError, with a sentence that says what to do, for whatever the database refuses.
    """

    def __init__(self, url: str) -> None:
        self.name = _name(url)
        try:
            self.url = make_url(url)
            self._readers = _engine(self.url)
            self._writers = _engine(self.url)
        except (ArgumentError, ImportError) as error:
            raise StoreError(
                self.name, "is no address of a database (sqlite:///FILE or postgresql+psycopg://...)"
            ) from error
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            event.listen(self._writers, "begin", _begin_now)

    @classmethod
    def in_folder(cls, folder: Path) -> "Database":
        """The SQLite store of a workspace folder; nothing is made before something is written."""
        return cls(f"sqlite:///{(folder / FILE).as_posix()}")

    def is_there(self) -> bool:
        """Whether there is something to open: for SQLite a file, for a server whatever it answers."""
        return not self.is_sqlite or Path(self.url.database or "").is_file()

    def make_room(self) -> None:
        """Makes the folder of a SQLite file. Raises StoreError when it cannot be made."""
        if self.is_sqlite and self.url.database:
            try:
                Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                told = f"its folder cannot be made: {error.strerror or error}"
                raise StoreError(self.name, told) from error

    def let_readers_go_on(self) -> None:
        """Makes a SQLite file one whose readers do not wait for a writer; that stays with the file."""
        if self.is_sqlite:
            with self._told(), self._readers.connect() as connection:
                connection.exec_driver_sql("pragma journal_mode=wal")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store from its first look to its last."""
        with self._told(), self._readers.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write, until the block ends."""
        with self._told(), self._writers.begin() as connection:
            if not self.is_sqlite:
                connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    def close(self) -> None:
        """Gives the connections back."""
        self._readers.dispose()
        self._writers.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, SQLAlchemyError) as error:
            raise StoreError(self.name, _words(error)) from error


def _engine(url: Any) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": WAIT})
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _: object) -> None:
    """Transactions are begun by us, and rows point at rows that are there."""
    connection.isolation_level = None
    for setting in (
        "synchronous=normal",
        "foreign_keys=on",
        f"busy_timeout={WAIT * 1000}",
    ):
        connection.execute(f"pragma {setting}")


def _begin_now(connection: Connection) -> None:
    """Takes the right to write at once: a transaction that reads first and writes then could fail half way."""
    connection.exec_driver_sql("begin immediate")


def _name(url: str) -> str:
    """The store as people call it: the file, or the address without its password."""
    if url.startswith("sqlite:///"):
        return url.removeprefix("sqlite:///")
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "the setting SIDELINES_DATABASE"


def _words(error: Exception) -> str:
    """What the database said, as a sentence that says what to do."""
    said = " ".join(str(getattr(error, "orig", None) or error).split())
    for sign, told in _TOLD.items():
        if sign in said.lower():
            return told
    return f"the database refused: {said[:300]}"
