"""Merges anew what has changed, applies the analysts' decisions, and keeps what became of each engagement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

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
from core.tables.rows import Row, row_streams

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


@dataclass(frozen=True, slots=True)
class _Ruled:
    """The analysts' rulings: pairs of lineages, and the blocks that they tie to one another."""

    rulings: Rulings
    tied: Mapping[str, frozenset[str]]


def is_settled(connection: Connection) -> bool:
    """Whether every report was merged since it came."""
    return connection.execute(select(dirty.c.block).limit(1)).first() is None


def settle(connection: Connection, step: Step, why: str = "") -> int:
    """How many engagements changed: all blocks with changed reports or decisions are merged anew and written.

    The same documents and decisions give the same engagements, whatever the order in which they came; ids
    come from the report that was kept first.
    """
    ruled = _rulings(connection)
    waiting = set(connection.execute(select(dirty.c.block)).scalars())
    changed = 0
    done: set[str] = set()
    gone: dict[str, _Kept] = {}
    for name in sorted(waiting):
        if name in done:
            continue
        group = _tied(name, ruled.tied)
        done |= group
        before, made, written = _settle_group(connection, step, sorted(group), ruled.rulings, why)
        changed += written
        gone.update(before)
        for key in made:
            gone.pop(key, None)
    for key in sorted(gone):
        _remove(connection, step, key, gone[key], why)
    for part in in_parts(sorted(done)):
        connection.execute(delete(dirty).where(dirty.c.block.in_(part)))
    return changed + len(gone)


def _settle_group(
    connection: Connection, step: Step, blocks: list[str], rulings: Rulings, why: str
) -> tuple[dict[str, "_Kept"], list[str], int]:
    """What was kept of engagements that these blocks hold no more, the ids of those they hold, how many changed."""
    told, founders, lineages = _reports(connection, blocks)
    papers = _documents(connection, {report.doc_id for report in told})
    merged = merge(told, papers, rulings=_of_reports(rulings, lineages), founders=founders)
    before = _shown(connection, blocks, merged.engagements)
    pairs: dict[str, list[MergeDecision]] = defaultdict(list)
    for pair in merged.decisions:
        pairs[pair.engagement_id].append(pair)
    held = {report_id: lineage for lineage, report_id in lineages.items()}
    wanted = {e.engagement_id: {founded(held[r.report_id]) for r in e.reports} for e in merged.engagements}
    judged = _decisions(connection, wanted)
    changed = 0
    for engagement in merged.engagements:
        key = engagement.engagement_id
        shown, machine = _rows(engagement, pairs[key], judged.get(key, []))
        changed += _write(connection, step, key, blocks[0], before.pop(key, None), shown, machine, why)
        _point(connection, key, engagement.reports)
    return before, list(wanted), changed


def _reports(
    connection: Connection, blocks: list[str]
) -> tuple[list[Report], dict[str, tuple[int, str]], dict[str, str]]:
    """The reports of some blocks, what each would found, and the report that goes on with each lineage."""
    told: list[Report] = []
    founders: dict[str, tuple[int, str]] = {}
    lineages: dict[str, str] = {}
    for part in in_parts(blocks):
        rows = connection.execute(
            select(reports.c.report_id, reports.c.rank, reports.c.lineage, reports.c.record)
            .where(reports.c.block.in_(part))
            .order_by(reports.c.rank)
        )
        for report_id, rank, lineage, record in rows:
            told.append(report_from(record))
            founders[report_id] = (rank, founded(lineage))
            lineages[lineage] = report_id
    return told, founders, lineages


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


def _write(
    connection: Connection,
    step: Step,
    key: str,
    block: str,
    before: _Kept | None,
    shown: str,
    machine: str,
    why: str,
) -> int:
    if before == (shown, machine):
        return 0
    values = {"block": block, "version": step.version, "shown": shown, "machine": machine}
    if before is None:
        connection.execute(insert(engagements).values(engagement_id=key, **values))
    else:
        connection.execute(update(engagements).where(engagements.c.engagement_id == key).values(**values))
    if before is None or before[0] != shown:
        _remember(connection, step, key, shown)
        old = unpacked(before[0])["engagements"][0] if before else None
        write_changes(connection, step, _differences(key, old, unpacked(shown)["engagements"][0], why))
    return 1


def _remember(connection: Connection, step: Step, key: str, shown: str) -> None:
    row = (history.c.engagement_id == key) & (history.c.version == step.version)
    connection.execute(delete(history).where(row))
    connection.execute(insert(history).values(engagement_id=key, version=step.version, shown=shown))


def _remove(connection: Connection, step: Step, key: str, before: _Kept, why: str) -> None:
    connection.execute(delete(engagements).where(engagements.c.engagement_id == key))
    _remember(connection, step, key, "")
    told = str(unpacked(before[0])["engagements"][0]["evidence"])
    write_changes(connection, step, [Change(key, "engagement", told[:200], "", why or "no report is left")])


def _differences(key: str, old: Row | None, new: Row, why: str) -> Iterator[Change]:
    if old is None:
        yield Change(key, "engagement", "", f"{new['kind']} {new['countries']} {new['date']}".strip(), why)
        return
    for field in new:
        if field not in _UNTOLD and old.get(field) != new[field]:
            yield Change(key, field, _text(old.get(field)), _text(new[field]), why)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _point(connection: Connection, key: str, told: Sequence[Report]) -> None:
    """Writes the engagement's id into its reports."""
    for part in in_parts([report.report_id for report in told]):
        connection.execute(
            update(reports)
            .where(reports.c.report_id.in_(part), reports.c.engagement_id != key)
            .values(engagement_id=key)
        )
