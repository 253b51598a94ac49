"""Merges anew what has changed, applies the analysts' decisions, and keeps what became of each engagement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, delete, func, select, update

from core.engagements.decisions import tell
from core.engagements.identity import founded
from core.engagements.merge import Grouped, engagement_from, group
from core.engagements.rulings import Rulings
from core.model import Document
from core.store.decided import Decided, decisions_on, in_parts
from core.store.log import Step
from core.store.made_of import made_of
from core.store.records import document_from, report_from
from core.store.ruled import of_reports, rulings_of, tied_to
from core.store.schema import dirty, documents, reports
from core.store.shown import Kept, Made, made_so_far, remove_shown, rows_of, shown_so_far, write_shown

_MANY = 5000  # reports that are merged at a time: few questions to the database, little room


def is_settled(connection: Connection) -> bool:
    """Whether every report was merged since it came."""
    return connection.execute(select(dirty.c.block).limit(1)).first() is None


def settle(
    connection: Connection,
    step: Step,
    why: str = "",
    steps: Mapping[str, Step] | None = None,
    *,
    anew: bool = False,
) -> int:
    """How many engagements changed: all blocks with changed reports or decisions are merged anew and written.

    Engagements whose reports, pairs and decisions are what they were are left as they stand, unless `anew` is set.
    `steps` names the engagements whose change is another step's than `step`.

    The same documents and decisions give the same engagements, whatever the order in which they came; ids
    come from the report that was kept first.
    """
    ruled = rulings_of(connection)
    waiting = set(connection.execute(select(dirty.c.block)).scalars())
    work = _Work(connection, step, why, steps or {}, ruled.rulings, anew)
    for part in _parts(connection, waiting, ruled.tied):
        _settle_part(work, part)
        for blocks in in_parts(part):
            connection.execute(delete(dirty).where(dirty.c.block.in_(blocks)))
    remove_shown(connection, step, work.gone, why)
    return work.changed + len(work.gone)


@dataclass(slots=True)
class _Work:
    """What a settling is done with, how many engagements it changed, and those that it found no more."""

    connection: Connection
    step: Step
    why: str
    steps: Mapping[str, Step]
    rulings: Rulings
    anew: bool
    changed: int = 0
    gone: dict[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Held:
    """A report as the store keeps it."""

    rank: int
    lineage: str
    block: str
    engagement_id: str
    record: str


def _parts(
    connection: Connection, waiting: set[str], tied: Mapping[str, frozenset[str]]
) -> Iterator[list[str]]:
    """The blocks in parts of some thousand reports; those that rulings tie to one another are in one part."""
    counted = select(reports.c.block, func.count()).group_by(reports.c.block)
    sizes: dict[str, int] = {}
    for some in in_parts(sorted(waiting)):
        rows = connection.execute(counted.where(reports.c.block.in_(some)))
        sizes.update({str(name): int(size) for name, size in rows})
    part: list[str] = []
    done: set[str] = set()
    for name in sorted(waiting):
        if name not in done:
            together = tied_to(name, tied)
            done |= together
            part += sorted(together)
        if sum(sizes.get(block, 1) for block in part) >= _MANY:
            yield part
            part = []
    if part:
        yield part


def _settle_part(work: _Work, blocks: list[str]) -> None:
    """Merges the reports of these blocks; writes the engagements that changed, notes those that are no more."""
    connection = work.connection
    held = _reports(connection, blocks)
    grouped = _grouped(work, held)
    judged = _decisions(connection, _targets(grouped, held))
    known = made_so_far(connection, blocks)
    now = _made_of(grouped, judged, held)
    changed = {key for key, told in now.items() if work.anew or known.get(key) != told}
    before = shown_so_far(connection, sorted(changed | (known.keys() - now.keys())))
    made = _made(connection, grouped, held, judged, before, {key: now[key] for key in sorted(changed)})
    by_step: dict[Step, dict[str, Made]] = defaultdict(dict)
    for key, one in made.items():
        by_step[work.steps.get(key, work.step)][key] = one
    work.changed += sum(write_shown(connection, of, several, work.why) for of, several in by_step.items())
    work.gone.update({key: before[key] for key in known if key not in now})
    for key in now:
        work.gone.pop(key, None)
    _point(connection, grouped, held)


def _grouped(work: _Work, held: Mapping[str, _Held]) -> Grouped:
    told = [report_from(one.record) for one in held.values()]
    lineages = {one.lineage: report_id for report_id, one in held.items()}
    undated = {report.doc_id for report in told if report.when.start is None}
    return group(
        told,
        _documents(work.connection, undated),
        rulings=of_reports(work.rulings, lineages),
        founders={report_id: (one.rank, founded(one.lineage)) for report_id, one in held.items()},
    )


def _targets(grouped: Grouped, held: Mapping[str, _Held]) -> dict[str, str]:
    """The engagement to which each id leads that one of its reports founded."""
    return {founded(held[r.report_id].lineage): key for key, told in grouped.groups for r in told}


def _made_of(
    grouped: Grouped, judged: Mapping[str, list[Decided]], held: Mapping[str, _Held]
) -> dict[str, str]:
    """What each engagement is made of now."""
    records = {report_id: one.record for report_id, one in held.items()}
    return {
        key: made_of(key, told, grouped.pairs.get(key, ()), judged.get(key, ()), records)
        for key, told in grouped.groups
    }


def _made(
    connection: Connection,
    grouped: Grouped,
    held: Mapping[str, _Held],
    judged: Mapping[str, list[Decided]],
    before: Mapping[str, Kept],
    changed: Mapping[str, str],
) -> dict[str, Made]:
    """The engagements that changed, made of their reports and the documents that hold these."""
    groups = {key: told for key, told in grouped.groups if key in changed}
    papers = _documents(connection, {report.doc_id for told in groups.values() for report in told})
    found: dict[str, Made] = {}
    for key, told in groups.items():
        engagement = engagement_from(key, told, papers)
        pairs = tell(key, grouped.pairs.get(key, ()))
        shown, machine = rows_of(engagement, pairs, judged.get(key, []))
        block = held[engagement.reports[0].report_id].block
        found[key] = Made(block, before.get(key), shown, machine, changed[key])
    return found


def _reports(connection: Connection, blocks: list[str]) -> dict[str, _Held]:
    """The reports of some blocks by their ids, in the order in which they came."""
    columns = select(
        reports.c.report_id,
        reports.c.rank,
        reports.c.lineage,
        reports.c.block,
        reports.c.engagement_id,
        reports.c.record,
    )
    found: dict[str, _Held] = {}
    for part in in_parts(blocks):
        rows = connection.execute(columns.where(reports.c.block.in_(part)).order_by(reports.c.rank))
        found.update({report_id: _Held(*rest) for report_id, *rest in rows})
    return found


def _documents(connection: Connection, names: Iterable[str]) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for part in in_parts(sorted(names)):
        rows = connection.execute(select(documents.c.record).where(documents.c.doc_id.in_(part)))
        found.update({paper.doc_id: paper for paper in map(document_from, rows.scalars())})
    return found


def _decisions(connection: Connection, owner: Mapping[str, str]) -> dict[str, list[Decided]]:
    """The decisions on each engagement: on any id that leads to one of its reports."""
    found: dict[str, list[Decided]] = defaultdict(list)
    for decided in decisions_on(connection, owner):
        found[owner[decided.target]].append(decided)
    return found


def _point(connection: Connection, grouped: Grouped, held: Mapping[str, _Held]) -> None:
    """Writes the engagement's id into reports that go with another one now."""
    moved = [
        {"moved": report.report_id, "engagement_id": key}
        for key, told in grouped.groups
        for report in told
        if held[report.report_id].engagement_id != key
    ]
    if moved:
        connection.execute(update(reports).where(reports.c.report_id == bindparam("moved")), moved)
