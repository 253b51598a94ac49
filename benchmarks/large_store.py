"""A store of many made-up reports, and how long it takes when documents are added to it.

The store is filled in bulk, not document by document, so that it is made in minutes; what is measured, the adding, goes
the way that documents go which somebody adds, but for the reading of their texts.
"""

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from sqlalchemy import func, insert, select

from benchmarks.generated import World, world
from core.engagements.blocks import block
from core.engagements.identity import founded, with_ids
from core.engagements.merge import merge
from core.model import Document, Report
from core.store.add import settle_all
from core.store.decided import in_parts
from core.store.engine import Database
from core.store.keep import keep_document
from core.store.log import next_step
from core.store.records import packed
from core.store.schema import dirty, documents, engagements, reports, signatures
from core.store.store import Store

_WHO = "benchmark"
T = TypeVar("T")
Seconds = tuple[float, float]
"""of the processor, of the clock"""


@dataclass(frozen=True)
class Adding:
    """What was measured: making the store's engagements, keeping more documents, merging what they touch.

    `reports` is how many reports are in the blocks that were touched, `changed` how many engagements were written,
    `same` whether all came out as if it had been merged at once.
    """

    filled: Seconds
    kept: Seconds
    settled: Seconds
    reports: int
    changed: int
    engagements: int
    same: bool


def adding(size: int, added: int) -> Adding:
    """Seconds to add so many documents, taken from all years and pairs, to a store of `size` reports."""
    made = _with_own_texts(world(size + added))
    later = set(range(0, size + added, (size + added) // added)[:added])
    first = World(
        [report for place, report in enumerate(made.reports) if place not in later],
        [paper for place, paper in enumerate(made.documents) if place not in later],
    )
    with tempfile.TemporaryDirectory() as folder:
        database = Store.at(Path(folder)).database
        fill(database, first)
        filled, _ = timed(lambda: settle_all(database, _WHO))
        touched = {block(made.reports[place]) for place in later}
        kept, _ = timed(
            lambda: _keep(database, [(made.documents[p], made.reports[p]) for p in sorted(later)])
        )
        settled, changed = timed(lambda: settle_all(database, _WHO))
        with database.reading() as connection:
            count = connection.execute(select(func.count()).select_from(engagements)).scalar() or 0
        same = _groups(database) == {
            frozenset(report.doc_id for report in found.reports)
            for found in merge(made.reports, made.documents).engagements
        }
        database.close()
    many = sum(block(report) in touched for report in made.reports)
    return Adding(filled, kept, settled, many, changed, count, same)


def timed(work: Callable[[], T]) -> tuple[Seconds, T]:
    """Seconds that the work takes, and what it gives."""
    start = time.process_time(), time.perf_counter()
    found = work()
    return (time.process_time() - start[0], time.perf_counter() - start[1]), found


def _with_own_texts(made: World) -> World:
    """The same with no two texts alike to the letter: a store keeps each text once."""
    papers = [
        replace(paper, measures=(paper.words, f"{place:064x}")) for place, paper in enumerate(made.documents)
    ]
    return World(made.reports, papers)


def fill(database: Database, made: World) -> None:
    """Writes documents and reports in bulk, as they would stand there had they come one by one."""
    named = with_ids(made.reports)
    signed = sorted({(number, paper.doc_id) for paper in made.documents for number in paper.signature})
    with database.writing() as connection:
        step = next_step(connection, _WHO, "filled")
        rows = [
            {"doc_id": p.doc_id, "number": n, "sha256": p.sha256, "parser": "made up", "version": step.version,
             "record": packed(p.without_text()), "text": p.text}
            for n, p in enumerate(made.documents, start=1)
        ]  # fmt: skip
        connection.execute(insert(documents), rows)
        rows = [
            {"report_id": r.report_id, "doc_id": r.doc_id, "rank": n, "lineage": r.report_id, "block": block(r),
             "engagement_id": founded(r.report_id), "record": packed(r)}
            for n, r in enumerate(named, start=1)
        ]  # fmt: skip
        connection.execute(insert(reports), rows)
        for part in in_parts(signed, 50_000):
            connection.execute(insert(signatures), [{"number": n, "doc_id": name} for n, name in part])
        connection.execute(insert(dirty), [{"block": name} for name in sorted({block(r) for r in named})])


def _keep(database: Database, told: Sequence[tuple[Document, Report]]) -> None:
    for paper, report in told:
        with database.writing() as connection:
            step = next_step(connection, _WHO, f"added {paper.doc_id}")
            keep_document(connection, step, paper, [report], parser="made up")


def _groups(database: Database) -> set[frozenset[str]]:
    """The documents that tell of each engagement."""
    found: dict[str, set[str]] = defaultdict(set)
    with database.reading() as connection:
        for key, doc_id in connection.execute(select(reports.c.engagement_id, reports.c.doc_id)):
            found[key].add(doc_id)
    return {frozenset(names) for names in found.values()}
