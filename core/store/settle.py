"""Merges anew what has changed, applies the analysts' decisions, and keeps what became of each engagement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from core.engagements.identity import founded
from core.engagements.merge import merge
from core.engagements.rulings import Rulings
from core.model import Collection, Document, Engagement, MergeDecision, Report
from core.store.decided import RULINGS, Action, Decided, State, all_decisions, decisions_on, in_parts
from core.store.log import Change, Step, write_changes
from core.store.overlay import date_text, reviewed
from core.store.records import document_from, packed, report_from, unpacked
from core.store.schema import dirty, documents, engagements, history, reports
from core.tables.rows import Row as TableRow
from core.tables.rows import row_streams

OF_ENGAGEMENT = ("engagements", "participants", "conflicts", "flags", "merges")
BY_HAND = "added by hand"  # the rule that gave the values of a report that an analyst wrote
_UNTOLD = {
    "evidence",
    "evidence_start",
    "evidence_end",
    "date_start",
    "date_end",
    "date_precision",
    "date_basis",
}


_Kept = tuple[str, str]  # what is shown of an engagement and what the machine says, as JSON
_BLOCKS = 200  # that are merged at a time: few questions to the database, little room


@dataclass(frozen=True, slots=True)
class _Made:
    """An engagement as it comes out now, and what was kept of it before."""

    block: str
    before: _Kept | None
    shown: str
    machine: str


@dataclass(frozen=True, slots=True)
class _Ruled:
    """The analysts' rulings: pairs of lineages, and the blocks that they tie to one another."""

    rulings: Rulings
    tied: Mapping[str, frozenset[str]]


def is_settled(connection: Connection) -> bool:
    """Whether every report was merged since it came."""
    return connection.execute(select(dirty.c.block).limit(1)).first() is None


def settle(connection: Connection, step: Step, why: str = "", steps: Mapping[str, Step] | None = None) -> int:
    """How many engagements changed: all blocks with changed reports or decisions are merged anew and written.

    `steps` names the engagements whose change is another step's than `step`.

    The same documents and decisions give the same engagements, whatever the order in which they came; ids
    come from the report that was kept first.
    """
    ruled = _rulings(connection)
    waiting = set(connection.execute(select(dirty.c.block)).scalars())
    changed = 0
    gone: dict[str, _Kept] = {}
    for part in _parts(waiting, ruled.tied):
        before, made, written = _settle_part(connection, step, part, ruled.rulings, why, steps or {})
        changed += written
        gone.update(before)
        for key in made:
            gone.pop(key, None)
        for blocks in in_parts(part):
            connection.execute(delete(dirty).where(dirty.c.block.in_(blocks)))
    _remove(connection, step, gone, why)
    return changed + len(gone)


def _parts(waiting: set[str], tied: Mapping[str, frozenset[str]]) -> Iterator[list[str]]:
    """The blocks in parts of some hundred; those that rulings tie to one another are in one part."""
    part: list[str] = []
    done: set[str] = set()
    for name in sorted(waiting):
        if name not in done:
            group = _tied(name, tied)
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
) -> tuple[dict[str, "_Kept"], list[str], int]:
    """What was kept of engagements that these blocks hold no more, the ids of those they hold, how many changed."""
    rows = _reports(connection, blocks)
    told = [report_from(row.record) for row in rows]
    lineages = {str(row.lineage): str(row.report_id) for row in rows}
    held = {str(row.report_id): row for row in rows}
    papers = _documents(connection, {report.doc_id for report in told})
    merged = merge(
        told,
        papers,
        rulings=_of_reports(rulings, lineages),
        founders={str(row.report_id): (int(row.rank), founded(row.lineage)) for row in rows},
    )
    before = _shown(connection, blocks, merged.engagements)
    pairs: dict[str, list[MergeDecision]] = defaultdict(list)
    for pair in merged.decisions:
        pairs[pair.engagement_id].append(pair)
    wanted = {
        e.engagement_id: {founded(held[r.report_id].lineage) for r in e.reports} for e in merged.engagements
    }
    judged = _decisions(connection, wanted)
    made: dict[str, _Made] = {}
    for engagement in merged.engagements:
        key = engagement.engagement_id
        shown, machine = _rows(engagement, pairs[key], judged.get(key, []))
        made[key] = _Made(
            str(held[engagement.reports[0].report_id].block), before.pop(key, None), shown, machine
        )
    by_step: dict[Step, dict[str, _Made]] = defaultdict(dict)
    for key, one in made.items():
        by_step[steps.get(key, step)][key] = one
    written = sum(_write(connection, of, several, why) for of, several in by_step.items())
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


def _rulings(connection: Connection) -> _Ruled:
    together: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for decided in all_decisions(connection, [State.IN_FORCE]):
        if decided.action not in RULINGS:
            continue
        pairs = [(one, other) for one in decided.payload["one"] for other in decided.payload["other"]]
        if decided.action is Action.MERGE:
            together += pairs
            apart = [pair for pair in apart if not {pair, pair[::-1]} & set(pairs)]
        else:
            apart += pairs
            together = [pair for pair in together if not {pair, pair[::-1]} & set(pairs)]
            if decided.action is Action.SPLIT:
                together += _chained(decided.payload["one"]) + _chained(decided.payload["other"])
    tied: dict[str, set[str]] = defaultdict(set)
    block_of = _blocks_of(connection, {lineage for pair in together for lineage in pair})
    for one, other in together:
        if one in block_of and other in block_of:
            tied[block_of[one]].add(block_of[other])
            tied[block_of[other]].add(block_of[one])
    return _Ruled(
        Rulings(tuple(together), tuple(apart)), {name: frozenset(others) for name, others in tied.items()}
    )


def _chained(lineages: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(lineages))


def _blocks_of(connection: Connection, lineages: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in in_parts(sorted(lineages)):
        rows = connection.execute(
            select(reports.c.lineage, reports.c.block).where(reports.c.lineage.in_(part))
        )
        found.update({str(row.lineage): str(row.block) for row in rows})
    return found


def _tied(name: str, tied: Mapping[str, frozenset[str]]) -> set[str]:
    """All blocks that rulings tie to this one, over any number of steps."""
    group, left = {name}, [name]
    while left:
        new = tied.get(left.pop(), frozenset()) - group
        group |= new
        left += new
    return group


def _of_reports(rulings: Rulings, lineages: Mapping[str, str]) -> Rulings:
    """The rulings on lineages as rulings on the reports that go on with them."""

    def here(pairs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (lineages[one], lineages[other]) for one, other in pairs if one in lineages and other in lineages
        )

    return Rulings(here(rulings.together), here(rulings.apart))


def _decisions(connection: Connection, wanted: Mapping[str, set[str]]) -> dict[str, list[Decided]]:
    """The decisions on each engagement: on any id that leads to one of its reports."""
    owner = {target: key for key, targets in wanted.items() for target in targets}
    found: dict[str, list[Decided]] = defaultdict(list)
    for decided in decisions_on(connection, owner):
        found[owner[decided.target]].append(decided)
    return found


def _rows(engagement: Engagement, pairs: list[MergeDecision], decided: list[Decided]) -> tuple[str, str]:
    """What is shown of an engagement, as rows of all tables, and what the machine says, both as JSON."""
    final, state, corrected = reviewed(engagement, decided)
    if all(_is_by_hand(report) for report in engagement.reports):
        added = any(one.action is Action.ADD for one in decided)
        state = (state or "by hand") if added else "rejected"
    final = replace(final, review=state, corrected=corrected)
    rows = {
        name: list(table)
        for name, table in row_streams(Collection(engagements=[final], decisions=pairs)).items()
        if name in OF_ENGAGEMENT
    }
    dismissed = {(d.payload["flag"], d.payload["field"]) for d in decided if d.action is Action.DISMISS}
    for row in rows["flags"]:
        row["dismissed"] = (row["flag"], row["field"]) in dismissed
    standing = dict.fromkeys(str(row["flag"]) for row in rows["flags"] if not row["dismissed"])
    rows["engagements"][0]["flags"] = ";".join(standing)
    machine = next(row_streams(Collection(engagements=[engagement]))["engagements"])
    machine["date"] = date_text(engagement.best)
    rows["engagements"][0]["date"] = date_text(final.best)
    return packed(rows), packed(machine)


def _is_by_hand(report: Report) -> bool:
    return bool(report.fields) and report.fields[0].rule == BY_HAND


def _shown(connection: Connection, blocks: list[str], made: Sequence[Engagement]) -> dict[str, _Kept]:
    """What the store shows so far of the engagements of these blocks and of those made now, with the machine's."""
    columns = select(engagements.c.engagement_id, engagements.c.shown, engagements.c.machine)
    found: dict[str, _Kept] = {}
    for part in in_parts(blocks):
        rows = connection.execute(columns.where(engagements.c.block.in_(part)))
        found.update({key: (shown, machine) for key, shown, machine in rows})
    for part in in_parts([e.engagement_id for e in made if e.engagement_id not in found]):
        rows = connection.execute(columns.where(engagements.c.engagement_id.in_(part)))
        found.update({key: (shown, machine) for key, shown, machine in rows})
    return found


def _write(connection: Connection, step: Step, made: Mapping[str, "_Made"], why: str) -> int:
    """How many of these engagements are new or changed; they are written, remembered and logged."""
    new: list[dict[str, Any]] = []
    told: list[Change] = []
    remembered: list[tuple[str, str]] = []
    changed = 0
    for key, one in made.items():
        if one.before == (one.shown, one.machine):
            continue
        changed += 1
        values = {"block": one.block, "version": step.version, "shown": one.shown, "machine": one.machine}
        if one.before is None:
            new.append({"engagement_id": key, **values})
        else:
            connection.execute(update(engagements).where(engagements.c.engagement_id == key).values(**values))
        if one.before is None or one.before[0] != one.shown:
            remembered.append((key, one.shown))
            old = unpacked(one.before[0])["engagements"][0] if one.before else None
            told += _differences(key, old, unpacked(one.shown)["engagements"][0], why)
    if new:
        connection.execute(insert(engagements), new)
    _remember(connection, step, remembered)
    write_changes(connection, step, told)
    return changed


def _remember(connection: Connection, step: Step, shown: Sequence[tuple[str, str]]) -> None:
    for part in in_parts([key for key, _ in shown]):
        now = (history.c.version == step.version) & history.c.engagement_id.in_(part)
        connection.execute(delete(history).where(now))
    rows = [{"engagement_id": key, "version": step.version, "shown": told} for key, told in shown]
    if rows:
        connection.execute(insert(history), rows)


def _remove(connection: Connection, step: Step, gone: Mapping[str, "_Kept"], why: str) -> None:
    keys = sorted(gone)
    for part in in_parts(keys):
        connection.execute(delete(engagements).where(engagements.c.engagement_id.in_(part)))
    _remember(connection, step, [(key, "") for key in keys])
    told = {key: str(unpacked(gone[key][0])["engagements"][0]["evidence"])[:200] for key in keys}
    write_changes(
        connection,
        step,
        [Change(key, "engagement", told[key], "", why or "no report is left") for key in keys],
    )


def _differences(key: str, old: TableRow | None, new: TableRow, why: str) -> Iterator[Change]:
    if old is None:
        yield Change(key, "engagement", "", f"{new['kind']} {new['countries']} {new['date']}".strip(), why)
        return
    for field in new:
        if field not in _UNTOLD and old.get(field) != new[field]:
            yield Change(key, field, _text(old.get(field)), _text(new[field]), why)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _point(connection: Connection, moved: Sequence[Report]) -> None:
    """Writes the engagement's id into reports that go with another one now."""
    for report in moved:
        connection.execute(
            update(reports)
            .where(reports.c.report_id == report.report_id)
            .values(engagement_id=report.engagement_id)
        )
