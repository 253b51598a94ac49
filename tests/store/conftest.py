"""A store on SQLite and on a real PostgreSQL server: each test runs on both."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from core.model import Document
from core.store.engine import Database
from core.store.store import Store

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "documents"
MEETING = "NEW DELHI, {day} March 2025\n\nDefence Minister Rajnath Singh met his {people} counterpart {name} in New Delhi on Friday. They talked about maritime security."


def article(doc_id: str = "one.txt", **told: str) -> Document:
    """A short article of our own about one meeting."""
    words = {"day": "14", "people": "Japanese", "name": "Gen Nakatani"} | told
    from core.documents.plain import make_document

    return make_document(doc_id, MEETING.format(**words))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that runs for these tests alone, with no database of ours yet."""
    programs = next(iter(sorted(Path("/").glob("usr/lib/postgresql/*/bin"), reverse=True)), None)
    if programs is None or not (programs / "initdb").exists():
        message = "no PostgreSQL server: sudo apt-get install postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    # The server refuses to run as root: then it runs as the user that its package made.
    who: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        who = {"user": "postgres", "group": "postgres", "extra_groups": []}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, cwd=folder, capture_output=True, **who)

    run(programs / "initdb", "-D", folder / "data", "-U", "test", "-A", "trust", "-E", "UTF8",
        "--locale=C.UTF-8", "--no-sync")  # fmt: skip
    settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run(programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", settings, "start")
    try:
        yield f"postgresql+psycopg://test@127.0.0.1:{port}"
    finally:
        run(programs / "pg_ctl", "-D", folder / "data", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Database]]:
    """Gives a new empty database each time it is called; all of one kind."""
    made: list[Database] = []

    def on_sqlite() -> Database:
        return Database.in_folder(tmp_path / f"store{len(made)}")

    def on_postgresql() -> Database:
        server = request.getfixturevalue("postgres")
        name = f"store{os.urandom(6).hex()}"
        engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"create database {name}"))
        engine.dispose()
        return Database(f"{server}/{name}")

    make = on_sqlite if request.param == "sqlite" else on_postgresql

    def one() -> Database:
        made.append(make())
        return made[-1]

    yield one
    for database in made:
        database.close()


@pytest.fixture
def database(new_database: Callable[[], Database]) -> Database:
    """An empty database."""
    return new_database()


@pytest.fixture
def store(database: Database) -> Store:
    """A store that holds nothing."""
    return Store(database)
