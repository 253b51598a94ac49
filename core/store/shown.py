"""What is shown of an engagement, as rows of all tables: written, remembered by version, and logged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from core.model import Collection, Engagement, MergeDecision, Report
from core.store.decided import Action, Decided, in_parts
from core.store.log import Change, Step, write_changes
from core.store.overlay import date_text, reviewed
from core.store.records import packed, unpacked
from core.store.schema import engagements, history
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

Kept = tuple[str, str]
"""What is shown of an engagement and what the machine says, as JSON."""


@dataclass(frozen=True, slots=True)
class Made:
    """An engagement as it comes out now, and what was kept of it before."""

    block: str
    before: Kept | None
    shown: str
    machine: str
    made_of: str


def rows_of(engagement: Engagement, pairs: list[MergeDecision], decided: list[Decided]) -> tuple[str, str]:
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


def made_so_far(connection: Connection, blocks: list[str]) -> dict[str, str]:
    """What each engagement was made of that the store has in these blocks."""
    columns = select(engagements.c.engagement_id, engagements.c.made_of)
    found: dict[str, str] = {}
    for part in in_parts(blocks):
        rows = connection.execute(columns.where(engagements.c.block.in_(part)))
        found.update({str(key): str(told) for key, told in rows})
    return found


def shown_so_far(connection: Connection, keys: list[str]) -> dict[str, Kept]:
    """What the store shows so far of those of these engagements that it has, with what the machine says."""
    columns = select(engagements.c.engagement_id, engagements.c.shown, engagements.c.machine)
    found: dict[str, Kept] = {}
    for part in in_parts(keys):
        rows = connection.execute(columns.where(engagements.c.engagement_id.in_(part)))
        found.update({key: (shown, machine) for key, shown, machine in rows})
    return found


def write_shown(connection: Connection, step: Step, made: Mapping[str, Made], why: str) -> int:
    """How many of these engagements are new or changed; they are written, remembered and logged."""
    new: list[dict[str, Any]] = []
    told: list[Change] = []
    remembered: list[tuple[str, str]] = []
    changed = 0
    for key, one in made.items():
        row = update(engagements).where(engagements.c.engagement_id == key)
        if one.before == (one.shown, one.machine):
            connection.execute(row.values(block=one.block, made_of=one.made_of))
            continue
        changed += 1
        values = {
            "block": one.block,
            "version": step.version,
            "shown": one.shown,
            "machine": one.machine,
            "made_of": one.made_of,
        }
        if one.before is None:
            new.append({"engagement_id": key, **values})
        else:
            connection.execute(row.values(**values))
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


def remove_shown(connection: Connection, step: Step, gone: Mapping[str, Kept], why: str) -> None:
    """Takes engagements out that no report tells of any more; their history stays."""
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


def _differences(key: str, old: Row | None, new: Row, why: str) -> Iterator[Change]:
    if old is None:
        yield Change(key, "engagement", "", f"{new['kind']} {new['countries']} {new['date']}".strip(), why)
        return
    for field in new:
        if field not in _UNTOLD and old.get(field) != new[field]:
            yield Change(key, field, as_text(old.get(field)), as_text(new[field]), why)


def as_text(value: object) -> str:
    """A cell as the log writes it: empty for an unknown value."""
    return "" if value is None else str(value)
