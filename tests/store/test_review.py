"""What the pages of review ask of the store: one engagement, the queue, the log by parts, what changed since."""

import pandas as pd
import pytest

from core.errors import OvertakenError
from core.store.changelog import Asked
from core.store.store import Store
from core.tables.frames import frames
from core.views.dataset import Dataset
from core.views.renew import renewed
from core.views.version import TABLES
from tests.store.conftest import article
from tests.store.test_store import tables_of


def dataset_of(store: Store) -> Dataset:
    with store.tables() as tables:
        made = frames({name: list(rows) for name, rows in tables.items()})
    return Dataset.of(made, store.texts(), str(store.version))


@pytest.fixture
def three(store: Store) -> Store:
    """A store with three meetings, two of one pair."""
    store.add_read(
        [
            article("one.txt"),
            article("two.txt", day="21"),
            article("six.txt", people="Kenyan", name="Soipan Tuya"),
        ],
        who="Ana",
    )
    return store


def keys_of(store: Store) -> list[str]:
    """The engagements, those of India and Japan first."""
    listed = sorted(tables_of(store)["engagements"], key=lambda row: str(row["countries"]))
    return [str(row["engagement_id"]) for row in listed]


def _accept(store: Store, keys: list[str]) -> None:
    store.judge("Ana").accept(keys[:1])


def _edit(store: Store, keys: list[str]) -> None:
    store.judge("Ana").edit(keys[1], "date", "2019-02", str(store.look(keys[1]).row["date"]))  # type: ignore[union-attr]


def _reject(store: Store, keys: list[str]) -> None:
    store.judge("Ana").reject(keys[2:])


def _merge(store: Store, keys: list[str]) -> None:
    store.judge("Ana").merge(keys[0], keys[1])


def _merge_and_split(store: Store, keys: list[str]) -> None:
    _merge(store, keys)
    (key, *_) = (row for row in tables_of(store)["engagements"] if row["reports"] == 2)
    told = [r for r in tables_of(store)["reports"] if r["engagement_id"] == key["engagement_id"]]
    store.judge("Ben").split(str(key["engagement_id"]), [str(told[0]["report_id"])])


def _come(store: Store, keys: list[str]) -> None:
    store.add_read([article("five.txt", day="2"), article("again.txt", name="Nakatani")], who="Ana")


def _undo(store: Store, keys: list[str]) -> None:
    (number,) = store.judge("Ana").reject(keys[:1])
    store.judge("Ana").undo(number)


def _grade(store: Store, keys: list[str]) -> None:
    store.judge("Ana").grade("PIB", "B")


@pytest.mark.parametrize("change", [_edit, _reject, _merge_and_split, _come, _grade])
def test_read_by_columns_the_tables_are_the_same(three: Store, change) -> None:  # type: ignore[no-untyped-def]
    change(three, keys_of(three))
    for version in (1, three.version):
        with three.tables(version) as tables:
            one_by_one = frames({name: list(rows) for name, rows in tables.items()})
        by_columns = three.frames(version)
        for name in TABLES:
            pd.testing.assert_frame_equal(by_columns[name], one_by_one[name], obj=name)


@pytest.mark.parametrize("change", [_accept, _edit, _reject, _merge, _merge_and_split, _come, _undo])
def test_what_changed_brings_the_tables_up_to_date(three: Store, change) -> None:  # type: ignore[no-untyped-def]
    before = dataset_of(three)
    change(three, keys_of(three))
    newer = three.newer(int(before.version))
    assert newer is not None
    made, whole = renewed(before, newer), dataset_of(three)
    assert made.version == whole.version
    assert made.texts == whole.texts
    for name in TABLES:
        pd.testing.assert_frame_equal(made.table(name), whole.table(name), obj=name)


def test_a_graded_source_is_read_whole(three: Store) -> None:
    version = three.version
    three.judge("Ana").grade("PIB", "B")
    assert three.newer(version) is None
    assert three.newer(three.version) is not None


def test_an_engagement_is_looked_at_with_both_values_and_its_decisions(three: Store) -> None:
    key = keys_of(three)[0]
    three.judge("Ana").edit(key, "city", "Goa", "New Delhi", "the text is wrong")
    three.judge("Ben").reject([key])
    looked = three.look(key)
    assert looked is not None
    assert (looked.machine["city"], looked.row["city"], looked.row["review"]) == (
        "New Delhi",
        "Goa",
        "rejected",
    )
    assert [(one.who, one.action.value) for one in looked.decided] == [("Ana", "edit"), ("Ben", "reject")]
    assert [row["engagement_id"] for row in three.reviewed()] == [key]
    assert three.look("E-none") is None


def test_decisions_on_an_id_that_was_merged_away_are_still_seen(three: Store) -> None:
    one, other = keys_of(three)[:2]
    three.judge("Ana").accept([other])
    three.judge("Ana").merge(one, other)
    looked = three.look(other)
    assert looked is not None
    assert {decided.target for decided in looked.decided} == {one, other}


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        pytest.param(Asked(decided=True), ["corrected", "review", "city", "decision"], id="decisions only"),
        pytest.param(Asked(who="Ben"), ["corrected", "review", "city", "decision"], id="of one person"),
        pytest.param(Asked(field="city"), ["city"], id="of one field"),
        pytest.param(Asked(who="Ana", field="city"), [], id="of a person and a field"),
        pytest.param(Asked(first="2099-01-01"), [], id="after a day"),
        pytest.param(Asked(last="1999-01-01"), [], id="before a day"),
    ],
)
def test_the_log_is_asked_by_parts(three: Store, asked: Asked, fields: list[str]) -> None:
    three.judge("Ben").edit(keys_of(three)[0], "city", "Goa", "New Delhi")
    assert sorted(row["field"] for row in three.changes(asked)) == sorted(fields)
    assert three.count_changes(asked) == len(fields)


def test_the_log_comes_in_pages_the_latest_first(three: Store) -> None:
    whole = three.changes(Asked())
    assert [row["number"] for row in whole] == sorted((row["number"] for row in whole), reverse=True)
    assert three.changes(Asked(), 2, 2) == whole[2:4]
    assert three.names_in_log() == (["Ana"], ["document", "engagement"])


def test_of_sources_the_one_that_nobody_reviewed_comes_first(store: Store) -> None:
    from dataclasses import replace

    told = [article("one.txt"), article("two.txt", day="21"), article("six.txt", name="Kihara", day="3")]
    named = [replace(one, source=source) for one, source in zip(told, ("PIB", "PIB", "Kyodo"), strict=True)]
    store.add_read(named, who="Ana")
    by_document = {str(row["doc_id"]): str(row["engagement_id"]) for row in tables_of(store)["engagements"]}
    assert not any("told by" in reason for waiting in store.queue() for reason in waiting.reasons)
    store.judge("Ana").accept([by_document["one.txt"]])
    first = store.queue()[0]
    assert first.engagement_id == by_document["six.txt"]
    assert "nothing told by Kyodo was reviewed yet" in first.reasons


def test_many_are_accepted_and_taken_back_in_one_go_each_with_its_decision(three: Store) -> None:
    keys = keys_of(three)
    before = tables_of(three)
    numbers = three.judge("Ana").accept(keys)
    assert [row["review"] for row in tables_of(three)["engagements"]] == ["accepted"] * 3
    told = {row["engagement_id"]: row["decision"] for row in three.changes(Asked(field="review"))}
    assert told == dict(zip(keys, numbers, strict=True))
    three.judge("Ana").undo_all(numbers)
    assert tables_of(three) == before
    assert three.judge("Ana").accept([]) == []


def test_rows_that_an_older_program_kept_have_the_columns_that_came_later(three: Store) -> None:
    from core.store.records import packed, unpacked
    from core.store.schema import engagements

    with three.database.writing() as connection:
        for key, shown in connection.execute(
            engagements.select().with_only_columns(engagements.c.engagement_id, engagements.c.shown)
        ).all():
            rows = unpacked(shown)
            del rows["engagements"][0]["credibility"], rows["engagements"][0]["initiatives"], rows["merges"]
            connection.execute(
                engagements.update().where(engagements.c.engagement_id == key).values(shown=packed(rows))
            )
    listed = dataset_of(three).engagements
    assert (set(listed["credibility"]), set(listed["initiatives"])) == ({0}, {""})
    assert three.look(str(listed["engagement_id"].iloc[0])) is not None


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_a_decision_on_what_somebody_changed_meanwhile_is_refused(three: Store, act: str) -> None:
    one, other, third = keys_of(three)
    seen = three.version
    three.judge("Ben").edit(other, "city", "Goa", "New Delhi")
    decide = getattr(three.judge("Ana"), act)
    with pytest.raises(OvertakenError, match="Ben changed city to Goa meanwhile"):
        decide([one, other], seen=seen)
    assert [look.row["review"] for key in (one, other) if (look := three.look(key))] == ["", "corrected"]
    assert decide([one], seen=seen)  # nobody touched this one
    assert decide([other], seen=three.version)  # seen as it is now
    assert decide([third])  # whoever says nothing of what was seen


def test_a_taken_back_decision_of_another_is_a_change_too(three: Store) -> None:
    key = keys_of(three)[0]
    (number,) = three.judge("Ben").accept([key])
    seen = three.version
    three.judge("Ben").undo(number)
    with pytest.raises(OvertakenError, match="Ben changed review to nothing"):
        three.judge("Ana").reject([key], seen=seen)
