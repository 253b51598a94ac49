"""Only what changed is made anew, and yet the store comes out as if all had been merged at once."""

import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.engagements.identity import with_ids
from core.engagements.merge import merge
from core.model import Document, Report
from core.store import migrate, settle
from core.store.add import settle_all
from core.store.check import faults
from core.store.engine import Database
from core.store.keep import keep_document
from core.store.log import next_step
from core.store.reread import keep_anew
from core.store.schema import engagements, reports
from core.store.store import Store
from tests.engagements.test_order import many, papers
from tests.store.conftest import article


def bring(database: Database, told: list[Report], documents: dict[str, Document]) -> None:
    """Adds documents with their reports, in the order of the reports."""
    of: dict[str, list[Report]] = defaultdict(list)
    for report in told:
        of[report.doc_id].append(replace(report, report_id=""))
    for doc_id, several in of.items():
        with database.writing() as connection:
            step = next_step(connection, "Ana", doc_id)
            keep_document(connection, step, documents[doc_id], several, parser="p")


def groups(database: Database) -> set[frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    with database.reading() as connection:
        for key, report_id in connection.execute(select(reports.c.engagement_id, reports.c.report_id)):
            found[key].add(report_id)
    return {frozenset(ids) for ids in found.values()}


@settings(max_examples=15, deadline=None)
@given(many, st.integers(1, 4), st.randoms(use_true_random=False))
def test_in_any_order_and_batches_it_comes_out_as_all_at_once(
    told: list[Report], batches: int, chance: Any
) -> None:
    told = with_ids([replace(report, report_id="") for report in told])
    documents = {paper.doc_id: paper for paper in papers(told)}
    names = sorted(documents)
    chance.shuffle(names)
    with tempfile.TemporaryDirectory() as folder:
        database = Store.at(Path(folder)).database
        for batch in range(batches):
            bring(database, [r for n in names[batch::batches] for r in told if r.doc_id == n], documents)
            settle_all(database, "Ana")
        assert groups(database) == {
            frozenset(report.report_id for report in found.reports)
            for found in merge(told, documents.values()).engagements
        }
        assert faults(database) == []  # every row and reason is as if all were made anew
        database.close()


def versions(store: Store) -> dict[str, int]:
    """The version at which each engagement changed last."""
    with store.database.reading() as connection:
        rows = connection.execute(select(engagements.c.engagement_id, engagements.c.version))
        return {str(key): int(version) for key, version in rows}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the engagements that are made anew from now on, as they are made."""
    found: list[str] = []
    whole = settle.engagement_from

    def noted(key: str, *rest: Any) -> Any:
        found.append(key)
        return whole(key, *rest)

    monkeypatch.setattr(settle, "engagement_from", noted)
    return found


def test_of_a_block_only_the_engagements_that_changed_are_made_anew(store: Store, made: list[str]) -> None:
    store.add_read([article("one.txt"), article("two.txt", day="28")], who="Ana")
    before = versions(store)
    made.clear()
    again = article("three.txt", day="28")
    store.add_read([replace(again, text=again.text + " They met for an hour.")], who="Ana")
    with store.tables() as tables:
        assert made == [row["engagement_id"] for row in tables["reports"] if row["doc_id"] == "two.txt"]
    after = versions(store)
    assert [key for key in before if before[key] != after[key]] == made


def test_a_decision_makes_its_engagement_anew_and_no_other(store: Store, made: list[str]) -> None:
    store.add_read([article("one.txt"), article("two.txt", day="28")], who="Ana")
    first, _ = made
    made.clear()
    number = store.judge("Ana").edit(first, "city", "Goa", "New Delhi")
    store.judge("Ana").undo(number)
    assert made == [first, first]


def test_a_report_that_is_read_otherwise_under_its_old_id_makes_its_engagement_anew(store: Store) -> None:
    store.add_read([article("one.txt")], who="Ana")
    with store.database.writing() as connection:
        from core.store.records import report_from

        record = connection.execute(select(reports.c.record)).scalar_one()
        told = replace(report_from(record), topics=("cyber",))
        assert keep_anew(connection, "one.txt", [told], "newer")
    settle_all(store.database, "Ana")
    with store.tables() as tables:
        assert [row["topics"] for row in tables["engagements"]] == ["cyber"]


def test_a_store_that_does_not_say_what_engagements_were_made_of_is_opened_and_goes_on(
    store: Store, made: list[str]
) -> None:
    store.add_read([article("one.txt")], who="Ana")
    with store.database.writing() as connection:
        command.downgrade(migrate.config_for(connection), "0002")
    opened = Store(store.database)
    with opened.database.reading() as connection:
        assert migrate.differences(connection) == []
        assert connection.execute(select(engagements.c.made_of)).scalars().all() == [""]
    made.clear()
    opened.add_read([article("two.txt", day="28")], who="Ana")
    assert len(made) == 2  # the old one too: nobody knows what it was made of
    assert faults(opened.database) == []
