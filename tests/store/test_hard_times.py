"""Killed at any moment, edited by ten at a time, on a full disk or without the right to write: nothing is lost."""

import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from core.errors import OvertakenError, StoreError
from core.store import add
from core.store.check import faults
from core.store.engine import Database
from core.store.schema import documents, engagements, reports
from core.store.store import Store
from tests.store.conftest import MEETING, article

FORK = multiprocessing.get_context("fork")
KILLS = int(os.environ.get("SIDELINES_TEST_KILLS", "5"))  # 100 when it must be sure
FILES = 500 if KILLS >= 100 else 200
SECONDS = float(
    os.environ.get("SIDELINES_TEST_SECONDS", "3")
)  # how long ten people edit; 60 when it must be sure
NAMES = ("Japanese", "Kenyan", "French", "Greek", "Omani", "Polish", "Thai", "Danish", "Chilean", "Nepali")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of short articles; every fifth meeting is told twice."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(FILES):
        told = number - 1 if number % 5 == 4 else number
        text = MEETING.format(
            day=1 + told % 28, people=NAMES[told // 28 % len(NAMES)], name=f"Adam Person{told}"
        )
        (folder / f"{number:03}.txt").write_text(f"Note {number}\n\n{text}\n", encoding="utf-8")
    return folder


def tables_of(store: Store) -> dict[str, list[object]]:
    with store.tables() as tables:
        return {name: list(table) for name, table in tables.items()}


def _ingest(workspace: Path, articles: Path, seconds: float) -> None:
    """Dies at once, in the middle of whatever it does, after so many seconds of its own work."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)  # the system ends the process: no Python runs any more
    signal.setitimer(signal.ITIMER_PROF, seconds)
    Store.at(workspace).add([articles], who="Ana")
    signal.setitimer(signal.ITIMER_PROF, 0)


def test_killed_at_any_moment_it_goes_on_to_the_same_tables(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(add, "_SETTLE", 0.2)  # so that merging is hit as well as reading
    undisturbed = Store.at(tmp_path / "whole")
    undisturbed.add([articles], who="Ana")
    wanted = tables_of(undisturbed)
    undisturbed.database.close()
    moment = random.Random(7)
    kills, turn, finished = 0, 0, 0
    while kills < KILLS or not finished:
        workspace = tmp_path / f"turn{turn}"
        seconds = moment.uniform(0.01, 0.35)
        child = FORK.Process(target=_ingest, args=(workspace, articles, seconds))
        child.start()
        child.join()
        if child.exitcode == -signal.SIGPROF:
            kills += 1
            _whole(workspace)
            continue
        assert child.exitcode == 0
        assert tables_of(Store.at(workspace)) == wanted
        turn, finished = turn + 1, finished + 1
    assert faults(Store.at(tmp_path / "turn0").database) == []


def _whole(workspace: Path) -> None:
    """The store opens, and every document in it has its text and all its reports, each of an engagement."""
    store = Store.at(workspace)
    with store.database.reading() as connection:
        kept = connection.execute(select(func.count()).select_from(documents)).scalar()
        told = connection.execute(select(func.count(reports.c.doc_id.distinct()))).scalar()
        lost = connection.execute(
            select(func.count()).where(reports.c.engagement_id.not_in(select(engagements.c.engagement_id)))
        ).scalar()
    assert (told, lost) == (kept, 0)
    store.database.close()


def _edit(make: str, seed: int, until: float, done: "multiprocessing.Queue[tuple[str, str, int]]") -> None:
    store = Store(Database(make))
    mine = random.Random(seed)
    judge = store.judge(f"person {seed}")
    with store.database.reading() as connection:
        keys = sorted(connection.execute(select(engagements.c.engagement_id)).scalars())
    count = 0
    while time.monotonic() < until or count < 2:
        key, value = mine.choice(keys), f"place {seed}-{count}"
        with store.tables() as tables:
            seen = next(row["city"] for row in tables["engagements"] if row["engagement_id"] == key)
        try:
            number = judge.edit(key, "city", value, str(seen))
        except OvertakenError:
            continue
        done.put((key, value, number))
        count += 1
    done.put(("", "", seed))


def test_of_ten_people_who_edit_at_the_same_time_nobody_loses_anything(database: Database) -> None:
    store = Store(database)
    store.add_read([article(f"{n}.txt", people=NAMES[n]) for n in range(6)], who="Ana")
    database.close()  # a connection must not go along into another process
    queue: multiprocessing.Queue[tuple[str, str, int]] = FORK.Queue()
    url = database.url.render_as_string(hide_password=False)
    people = [
        FORK.Process(target=_edit, args=(url, seed, time.monotonic() + SECONDS, queue)) for seed in range(10)
    ]
    for one in people:
        one.start()
    told = list(_told(queue, len(people)))
    for one in people:
        one.join()
        assert one.exitcode == 0
    assert len(told) >= 20
    logged = {
        (row["engagement_id"], row["new"], row["decision"]) for row in store.log() if row["field"] == "city"
    }
    assert set(told) <= logged
    last = {key: value for key, value, _ in sorted(told, key=lambda one: one[2])}
    with store.tables() as tables:
        shown = {str(row["engagement_id"]): row["city"] for row in tables["engagements"]}
    assert {key: shown[key] for key in last} == last
    assert faults(database) == []


def _told(
    queue: "multiprocessing.Queue[tuple[str, str, int]]", people: int
) -> Iterator[tuple[str, str, int]]:
    """What was acknowledged to anybody, until all have ended."""
    while people:
        told = queue.get(timeout=60 + SECONDS)
        if told[0]:
            yield told
        else:
            people -= 1


def _damage(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 4000)


def _no_store(path: Path) -> None:
    path.write_bytes(b"this was never a database " * 100)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("create table recipes (name text)")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        pytest.param(_damage, "restore a backup", id="damaged"),
        pytest.param(_no_store, "restore a backup", id="no database"),
        pytest.param(_foreign, "tables of another program", id="another program's"),
    ],
)
def test_a_file_that_is_no_store_is_said_and_left(
    spoil: Callable[[Path], None], told: str, tmp_path: Path
) -> None:
    path = tmp_path / "sidelines.sqlite"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=told):
        Store.at(tmp_path)
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_the_store_is_as_before(tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    store.add_read([article()], who="Ana")
    before = tables_of(store)
    with store.database.writing() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar()
    store.database.close()
    # SQLite's own limit of the file's size behaves as a full disk does.
    from sqlalchemy import event

    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"pragma max_page_count={pages}")

    event.listen(store.database._writers, "connect", limit)
    with pytest.raises(StoreError, match="disk is full"):
        store.add_read([article("big.txt", name="Adam " + "Long " * 200_000)], who="Ana")
    event.remove(store.database._writers, "connect", limit)
    store.database.close()
    after = tables_of(Store.at(tmp_path))
    assert [name for name in before if after[name] != before[name]] == []  # a long diff would take minutes


def test_a_store_that_somebody_holds_is_waited_for_and_then_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.store.engine.WAIT", 0.2)
    store = Store.at(tmp_path)
    holder = sqlite3.connect(tmp_path / "sidelines.sqlite", isolation_level=None)
    holder.execute("begin immediate")
    with pytest.raises(StoreError, match="another program holds it"):
        store.add_read([article()], who="Ana")
    holder.execute("rollback")
    holder.close()
    assert store.add_read([article()], who="Ana").documents == ["one.txt"]


@pytest.mark.parametrize(
    ("url", "told"),
    [
        pytest.param("postgresql+psycopg://nobody@127.0.0.1:1/none", "does not answer", id="no server"),
        pytest.param("nonsense", "no address of a database", id="no address"),
        pytest.param("oracle://host/x", "no address of a database", id="another kind of database"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(url: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        Store.at(url=url)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be made"):
        Store.at(tmp_path / "file" / "workspace")
