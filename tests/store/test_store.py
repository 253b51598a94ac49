"""What is added stays, each text once; decisions are carried out, logged and taken back; versions tell the past."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from core.errors import OvertakenError, StoreError, UsageError
from core.model import Document, Kind, Report
from core.run import parse
from core.store import migrate
from core.store.check import faults
from core.store.engine import Database
from core.store.store import Store
from core.tables.rows import Row, rows
from tests.store.conftest import SAMPLE, article

Tables = dict[str, list[Row]]


def tables_of(store: Store, version: int | None = None) -> Tables:
    with store.tables(version) as tables:
        return {name: list(table) for name, table in tables.items()}


def only(store: Store) -> Row:
    (row,) = tables_of(store)["engagements"]
    return row


@pytest.fixture
def met(store: Store) -> Store:
    """A store with one document that tells of one meeting."""
    store.add_read([article()], who="Ana")
    return store


def test_the_tables_are_as_declared(store: Store) -> None:
    with store.database.reading() as connection:
        assert migrate.differences(connection) == []
        assert migrate.version_of(connection) == migrate.head()


def test_the_sample_gives_the_tables_that_parse_gives(store: Store) -> None:
    added = store.add([SAMPLE], who="Ana")
    assert added.problems == []
    parsed = rows(parse([SAMPLE]))
    kept = tables_of(store)
    ids = {row["report_id"]: row["engagement_id"] for row in parsed["reports"]}
    here = {row["report_id"]: row["engagement_id"] for row in kept["reports"]}
    assert len({(ids[name], here[name]) for name in ids}) == len(set(ids.values())) == len(set(here.values()))
    for name in ("documents", "reports", "fields", "engagements", "participants"):
        assert _without_ids(kept[name]) == _without_ids(parsed[name]), name
    assert faults(store.database) == []
    again = store.add([SAMPLE], who="Ana")
    assert (again.documents, again.skipped) == ([], len(parsed["documents"]))


def _without_ids(table: list[Row]) -> list[str]:
    return sorted(
        str(
            sorted(
                (key, value) for key, value in row.items() if key not in ("engagement_id", "date", "copy_of")
            )
        )
        for row in table
    )


def test_one_text_is_kept_once_under_whatever_name(met: Store) -> None:
    version = met.version
    added = met.add_read([article("other.txt")], who="Ana")
    assert (added.documents, added.known) == ([], 1)
    assert met.version == version


def test_another_text_under_a_known_name_gets_a_name_of_its_own(met: Store) -> None:
    added = met.add_read([article(people="Kenyan", name="Soipan Tuya")], who="Ana")
    assert added.documents == ["one~2.txt"]


def test_a_near_copy_is_linked(store: Store) -> None:
    words = (
        "The two sides reviewed what their navies and armies have done together since the last visit. " * 3
    )
    first = article()
    more = [
        Document("a.txt", f"{first.text} {words}"),
        Document("b.txt", f"{first.text} {words} They will meet again."),
    ]
    from core.documents.signature import signature

    store.add_read([replace(one, signature=signature(one.text)) for one in more], who="Ana")
    assert [row["copy_of"] for row in tables_of(store)["documents"]] == ["", "a.txt"]


def test_characters_that_databases_refuse_are_replaced(store: Store) -> None:
    odd = replace(article(), text=article().text + " \x00 \ud800")
    assert store.add_read([odd], who="Ana").problems == []
    assert "\x00" not in next(iter(store.texts().values()))


def test_an_edit_shows_both_values_and_is_taken_back(met: Store) -> None:
    before = only(met)
    judge = met.judge("Ana")
    number = judge.edit(str(before["engagement_id"]), "city", "Goa", str(before["city"]), "the text is wrong")
    after = only(met)
    assert (before["city"], after["city"], after["review"], after["corrected"]) == (
        "New Delhi",
        "Goa",
        "corrected",
        "city",
    )
    told = [row for row in met.log(str(before["engagement_id"])) if row["field"] == "city"]
    assert [(row["who"], row["old"], row["new"], row["why"]) for row in told] == [
        ("Ana", "New Delhi", "Goa", "the text is wrong")
    ]
    judge.undo(number)
    assert only(met) == before
    judge.undo(number)
    assert only(met) == after


@pytest.mark.parametrize(
    ("field", "value", "column", "shown"),
    [
        pytest.param("kind", "visit", "kind", "visit", id="a kind"),
        pytest.param("status", "planned", "status", "planned", id="a status"),
        pytest.param("date", "2025-03", "date_precision", "month", id="a month"),
        pytest.param("date", "2025-03-13/2025-03-14", "date_start", "2025-03-13", id="two days"),
        pytest.param("date", "", "date_start", None, id="no date"),
        pytest.param("countries", "India;Kenya", "countries", "IND;KEN", id="countries by name"),
        pytest.param("host_country", "jpn", "host_country", "JPN", id="a host by code"),
        pytest.param(
            "people",
            "Rajnath Singh (IND, Defence Minister); Minoru Kihara (JPN)",
            "people",
            "Rajnath Singh (IND, Defence Minister);Minoru Kihara (JPN)",
            id="people",
        ),
        pytest.param("topics", "maritime security; cyber", "topics", "maritime security;cyber", id="topics"),
        pytest.param("forum", "ADMM-Plus", "forum", "ADMM-Plus", id="a forum"),
    ],
)
def test_every_field_can_be_edited(
    met: Store, field: str, value: str, column: str, shown: str | None
) -> None:
    row = only(met)
    met.judge("Ana").edit(str(row["engagement_id"]), field, value, str(row[field] or ""))
    assert only(met)[column] == shown


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param("kind", "party", id="an unknown kind"),
        pytest.param("date", "yesterday", id="no date"),
        pytest.param("date", "2025-03-14/2025-03-13", id="days the wrong way round"),
        pytest.param("countries", "Atlantis", id="no country"),
        pytest.param("confidence", "1", id="a field that is not for editing"),
    ],
)
def test_what_cannot_stand_there_changes_nothing(met: Store, field: str, value: str) -> None:
    row, version = only(met), met.version
    with pytest.raises(UsageError):
        met.judge("Ana").edit(str(row["engagement_id"]), field, value, str(row[field] or ""))
    assert (only(met), met.version) == (row, version)


def test_of_two_edits_of_one_field_the_second_is_told(met: Store) -> None:
    row = only(met)
    key = str(row["engagement_id"])
    met.judge("Ana").edit(key, "city", "Goa", "New Delhi")
    with pytest.raises(OvertakenError, match="Ana changed city to Goa"):
        met.judge("Ben").edit(key, "city", "Agra", "New Delhi")
    met.judge("Ben").edit(key, "city", "Agra", "Goa")
    assert only(met)["city"] == "Agra"


def test_a_rejected_engagement_goes_from_the_tables_and_comes_back(met: Store) -> None:
    key = str(only(met)["engagement_id"])
    (number,) = met.judge("Ana").reject([key], "no meeting")
    assert tables_of(met)["engagements"] == []
    met.judge("Ana").undo(number)
    assert only(met)["engagement_id"] == key


def test_two_become_one_and_one_becomes_two(met: Store) -> None:
    met.add_read([article("two.txt", day="21")], who="Ana")
    one, other = (str(row["engagement_id"]) for row in tables_of(met)["engagements"])
    judge = met.judge("Ana")
    number = judge.merge(one, other, "the same talks")
    merged = only(met)
    assert merged["reports"] == 2
    assert met.current_id(one) == met.current_id(other) == merged["engagement_id"]
    leaving = [str(row["report_id"]) for row in tables_of(met)["reports"] if row["doc_id"] == "two.txt"]
    judge.split(str(merged["engagement_id"]), leaving)
    assert [row["reports"] for row in tables_of(met)["engagements"]] == [1, 1]
    judge.undo(number)
    assert {str(row["engagement_id"]) for row in tables_of(met)["engagements"]} == {one, other}
    assert faults(met.database) == []


def test_engagements_kept_apart_are_not_merged_by_later_reports(store: Store) -> None:
    store.add_read([article("one.txt"), article("two.txt", name="Nakatani")], who="Ana")
    merged = only(store)
    leaving = [str(row["report_id"]) for row in tables_of(store)["reports"] if row["doc_id"] == "two.txt"]
    store.judge("Ana").split(str(merged["engagement_id"]), leaving)
    assert len(tables_of(store)["engagements"]) == 2
    one, other = (str(row["engagement_id"]) for row in tables_of(store)["engagements"])
    store.judge("Ana").keep_apart(one, other)
    store.add_read([article("three.txt", name="General Nakatani")], who="Ana")
    assert store.current_id(one) != store.current_id(other)


def test_an_engagement_is_added_by_hand_with_its_source(met: Store) -> None:
    note = Document("note-1", "Seen on the ministry's board: talks with Kenya on 2 May 2025.", title="note")
    told = Report(
        "note-1", Kind.BILATERAL, countries=("IND", "KEN"), evidence=note.text, evidence_end=len(note.text)
    )
    number, key = met.judge("Ana").add(told, note, "no article tells of it")
    shown = {row["engagement_id"]: row for row in tables_of(met)["engagements"]}
    assert shown[key]["countries"] == "IND;KEN"
    met.judge("Ana").undo(number)
    assert key not in {row["engagement_id"] for row in tables_of(met)["engagements"]}


def test_an_older_version_shows_what_it_showed(met: Store) -> None:
    before, version = tables_of(met), met.version
    met.judge("Ana").edit(str(only(met)["engagement_id"]), "city", "Goa", "New Delhi")
    met.add_read([article("two.txt", people="Kenyan", name="Soipan Tuya")], who="Ana")
    assert tables_of(met, version)["engagements"] == before["engagements"]
    assert tables_of(met, version)["documents"] == before["documents"]
    since = met.since(version)
    assert (len(since.added), len(since.changed), len(since.removed)) == (1, 1, 0)
    assert met.since(met.version) == type(since)(met.version, (), (), ())


def test_a_backup_gives_every_row_back(
    met: Store, new_database: Callable[[], Database], tmp_path: Path
) -> None:
    met.judge("Ana").accept([str(only(met)["engagement_id"])])
    met.backup(tmp_path / "all.zip")
    restored = Store.restore(new_database(), tmp_path / "all.zip")
    assert tables_of(restored) == tables_of(met)
    assert restored.log() == met.log()
    restored.backup(tmp_path / "again.zip")
    assert _members(tmp_path / "again.zip") == _members(tmp_path / "all.zip")
    with pytest.raises(StoreError, match="holds a collection already"):
        Store.restore(restored.database, tmp_path / "all.zip")


def _members(path: Path) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_a_damaged_backup_is_refused_and_changes_nothing(
    met: Store, new_database: Callable[[], Database], tmp_path: Path
) -> None:
    met.backup(tmp_path / "all.zip")
    whole = (tmp_path / "all.zip").read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    database = new_database()
    with pytest.raises(StoreError, match="no backup"):
        Store.restore(database, tmp_path / "half.zip")
    assert Store(database).counts()["documents"] == 0


def test_a_store_of_a_newer_version_is_left_alone(met: Store) -> None:
    with met.database.writing() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version"):
        Store(met.database)
    with met.database.reading() as connection:
        assert connection.execute(text("select count(*) from documents")).scalar() == 1


def test_a_reading_with_a_newer_parser_keeps_ids_and_decisions(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add([SAMPLE], who="Ana")
    judge = store.judge("Ana")
    listed = tables_of(store)["engagements"]
    for place, row in enumerate(listed[:50]):
        key = str(row["engagement_id"])
        if place % 3 == 0:
            judge.edit(key, "city", f"Place {place}", str(row["city"]))
        elif place % 3 == 1:
            judge.accept([key])
        else:
            judge.reject([key])
    before = tables_of(store)
    monkeypatch.setattr("core.store.store.parser_version", lambda: "newer")
    store.reread(who="Ana")
    assert [row["engagement_id"] for row in tables_of(store)["engagements"]] == [
        row["engagement_id"] for row in before["engagements"]
    ]
    assert tables_of(store)["engagements"] == before["engagements"]
    assert {decided.state.value for decided in store.decisions()} == {"in force"}
