"""Merges anew what has changed, applies the analysts' decisions, and keeps what became of each engagement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from core.engagements.identity import founded
from core.engagements.merge import merge
from core.engagements.rulings import Rulings
from core.model import Document, MergeDecision, Report
from core.store.decided import Decided, decisions_on, in_parts
from core.store.log import Step
from core.store.records import document_from, report_from
from core.store.ruled import of_reports, rulings_of, tied_to
from core.store.schema import dirty, documents, reports
from core.store.shown import Kept, Made, remove_shown, rows_of, shown_so_far, write_shown

_BLOCKS = 200  # that are merged at a time: few questions to the database, little room


def is_settled(connection: Connection) -> bool:
    """Whether every report was merged since it came."""
    return connection.execute(select(dirty.c.block).limit(1)).first() is None


def settle(connection: Connection, step: Step, why: str = "", steps: Mapping[str, Step] | None = None) -> int:
    """How many engagements changed: all blocks with changed reports or decisions are merged anew and written.

    `steps` names the engagements whose change is another step's than `step`.

    The same documents and decisions give the same engagements, whatever the order in which they came; ids
    come from the report that was kept first.
    """
    ruled = rulings_of(connection)
    waiting = set(connection.execute(select(dirty.c.block)).scalars())
    changed = 0
    gone: dict[str, Kept] = {}
    for part in _parts(waiting, ruled.tied):
        before, made, written = _settle_part(connection, step, part, ruled.rulings, why, steps or {})
        changed += written
        gone.update(before)
        for key in made:
            gone.pop(key, None)
        for blocks in in_parts(part):
            connection.execute(delete(dirty).where(dirty.c.block.in_(blocks)))
    remove_shown(connection, step, gone, why)
    return changed + len(gone)


def _parts(waiting: set[str], tied: Mapping[str, frozenset[str]]) -> Iterator[list[str]]:
    """The blocks in parts of some hundred; those that rulings tie to one another are in one part."""
    part: list[str] = []
    done: set[str] = set()
    for name in sorted(waiting):
        if name not in done:
            group = tied_to(name, tied)
            done |= group
            part += sorted(group)
        if len(part) >= _BLOCKS:
            yield part
            part = []
    if part:
        yield part


def _settle_part(
    connection: Connection,
    step: Step,
    blocks: list[str],
    rulings: Rulings,
    why: str,
    steps: Mapping[str, Step],
) -> tuple[dict[str, Kept], list[str], int]:
    """What was kept of engagements that these blocks hold no more, the ids of those they hold, how many changed."""
    rows = _reports(connection, blocks)
    told = [report_from(row.record) for row in rows]
    lineages = {str(row.lineage): str(row.report_id) for row in rows}
    held = {str(row.report_id): row for row in rows}
    papers = _documents(connection, {report.doc_id for report in told})
    merged = merge(
        told,
        papers,
        rulings=of_reports(rulings, lineages),
        founders={str(row.report_id): (int(row.rank), founded(row.lineage)) for row in rows},
    )
    before = shown_so_far(connection, blocks, merged.engagements)
    pairs: dict[str, list[MergeDecision]] = defaultdict(list)
    for pair in merged.decisions:
        pairs[pair.engagement_id].append(pair)
    wanted = {
        e.engagement_id: {founded(held[r.report_id].lineage) for r in e.reports} for e in merged.engagements
    }
    judged = _decisions(connection, wanted)
    made: dict[str, Made] = {}
    for engagement in merged.engagements:
        key = engagement.engagement_id
        shown, machine = rows_of(engagement, pairs[key], judged.get(key, []))
        made[key] = Made(
            str(held[engagement.reports[0].report_id].block), before.pop(key, None), shown, machine
        )
    by_step: dict[Step, dict[str, Made]] = defaultdict(dict)
    for key, one in made.items():
        by_step[steps.get(key, step)][key] = one
    written = sum(write_shown(connection, of, several, why) for of, several in by_step.items())
    moved = [r for r in merged.reports if held[r.report_id].engagement_id != r.engagement_id]
    _point(connection, moved)
    return before, list(made), written


def _reports(connection: Connection, blocks: list[str]) -> list[Any]:
    """The reports of some blocks as the store keeps them, in the order in which they came."""
    columns = select(
        reports.c.report_id,
        reports.c.rank,
        reports.c.lineage,
        reports.c.block,
        reports.c.engagement_id,
        reports.c.record,
    )
    found: list[Any] = []
    for part in in_parts(blocks):
        found += connection.execute(columns.where(reports.c.block.in_(part)).order_by(reports.c.rank)).all()
    return found


def _documents(connection: Connection, names: Iterable[str]) -> list[Document]:
    found: list[Document] = []
    for part in in_parts(sorted(names)):
        rows = connection.execute(select(documents.c.record).where(documents.c.doc_id.in_(part)))
        found += [document_from(record) for record in rows.scalars()]
    return found


def _decisions(connection: Connection, wanted: Mapping[str, set[str]]) -> dict[str, list[Decided]]:
    """The decisions on each engagement: on any id that leads to one of its reports."""
    owner = {target: key for key, targets in wanted.items() for target in targets}
    found: dict[str, list[Decided]] = defaultdict(list)
    for decided in decisions_on(connection, owner):
        found[owner[decided.target]].append(decided)
    return found


def _point(connection: Connection, moved: Sequence[Report]) -> None:
    """Writes the engagement's id into reports that go with another one now."""
    for report in moved:
        connection.execute(
            update(reports)
            .where(reports.c.report_id == report.report_id)
            .values(engagement_id=report.engagement_id)
        )
