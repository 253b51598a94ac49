"""The copy of the tables beside a large collection: the same tables, or none that anybody uses."""

from pathlib import Path

import pandas as pd
import pytest

from core.store.engine import Database
from core.store.snapshot import FILE, keep_snapshot, read_snapshot
from core.store.store import Store
from core.views.version import TABLES
from tests.store.conftest import article


@pytest.fixture(autouse=True)
def _however_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.snapshot.FEWEST", 1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(Database.in_folder(tmp_path))
    made.add_read([article("one.txt"), article("two.txt", day="20", name="Minoru Kihara")], who="Ana")
    return made


def test_the_copy_gives_the_same_tables(store: Store) -> None:
    whole = store.frames()
    assert store.keep_frames(store.version, whole)
    kept = store.kept_frames()
    assert kept is not None
    assert kept[0] == store.version
    for name in TABLES:
        pd.testing.assert_frame_equal(kept[1][name], whole[name], obj=name)


def test_an_older_copy_says_of_which_version_it_is(store: Store) -> None:
    before = store.version
    store.keep_frames(before, store.frames())
    store.add_read([article("three.txt", day="25")], who="Ana")
    kept = store.kept_frames()
    assert kept is not None
    assert kept[0] == before < store.version


def test_a_collection_that_is_small_has_no_copy(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.snapshot.FEWEST", len(store.frames()["reports"]) + 1)
    assert not store.keep_frames(store.version, store.frames())
    assert store.kept_frames() is None


@pytest.mark.parametrize("left", [0, 1, 40, 0.5, 0.99])
def test_a_file_that_was_cut_short_is_not_used(store: Store, tmp_path: Path, left: float) -> None:
    store.keep_frames(store.version, store.frames())
    file = tmp_path / FILE
    whole = file.read_bytes()
    file.write_bytes(whole[: int(left if left >= 1 else left * len(whole))])
    assert store.kept_frames() is None


def test_a_copy_of_another_program_is_not_used(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep_frames(store.version, store.frames())
    monkeypatch.setattr("core.store.snapshot.digest_of", lambda _: "newer")
    assert store.kept_frames() is None


def test_a_copy_of_other_data_with_the_same_number_is_not_used(store: Store, tmp_path: Path) -> None:
    other = Store(Database.in_folder(tmp_path / "other"))
    other.add_read([article("one.txt"), article("two.txt", day="2")], who="Ben")
    assert other.version == store.version
    keep_snapshot(other.database, other.version, other.frames())
    (tmp_path / "other" / FILE).replace(tmp_path / FILE)
    assert store.kept_frames() is None


def test_a_copy_from_before_the_texts_were_read_anew_is_not_used(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep_frames(store.version, store.frames())
    monkeypatch.setattr("core.store.store.parser_version", lambda: "newer")
    store.reread(who="Ana")
    assert store.kept_frames() is None


def test_a_folder_that_cannot_be_written_to_is_no_error(store: Store, tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()  # a file cannot take the place of a folder
    assert not store.keep_frames(store.version, store.frames())
    assert sorted(path.name for path in tmp_path.glob("tables*")) == [FILE]


def test_a_database_server_has_no_folder_for_it() -> None:
    server = Database("postgresql+psycopg://nobody@127.0.0.1/none")
    assert read_snapshot(server) is None
    server.close()


def test_records_read_in_many_parts_are_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.frames()
    monkeypatch.setattr("core.store.columns.AT_ONCE", 1)
    parted = store.frames()
    for name in TABLES:
        pd.testing.assert_frame_equal(parted[name], whole[name], obj=name)
