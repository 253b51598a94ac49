"""What is worth a look first: the engagements that nobody reviewed, with what speaks for looking at them."""

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from core.language.speak import later
from core.store.decided import Action, Decided, State, all_decisions, in_parts
from core.store.records import unpacked
from core.store.schema import documents, engagements
from core.store.standing import present_ids

_WEIGHTS = {"waiting": 8, "reads": 6, "conflict": 4, "flag": 4, "confidence": 3, "source": 1, "unread": 1}
_MACHINE = ("conflict", "flag", "confidence", "source", "unread")  # said of what nobody looked at yet
LOW = 0.6  # below it, two of five reports are wrong


class Waiting(msgspec.Struct, frozen=True, gc=False):
    """One engagement in the queue: what its line in the list says, why it is there, and how much that weighs."""

    engagement_id: str
    row: Mapping[str, Any]
    reasons: tuple[str, ...]
    weight: float


class _Line(msgspec.Struct, gc=False):
    """What of an engagement's row its line in the list says; the rest is skipped unread."""

    engagement_id: str
    kind: str
    status: str
    countries: str
    city: str
    forum: str
    confidence: float
    doc_id: str
    conflicts: str
    date: str = ""
    review: str = ""


class _Flag(msgspec.Struct, gc=False):
    detail: str
    dismissed: bool = False


class _Shown(msgspec.Struct, gc=False):
    """What of the rows of an engagement the queue reads."""

    engagements: list[_Line]
    flags: list[_Flag] = []


def review_queue(connection: Connection, outlets: Mapping[str, str] | None = None) -> list[Waiting]:
    """The engagements to be reviewed, those that matter most first.

    One is there when nobody looked at it, when the parser reads a corrected value differently now than on the day
    of the correction, or when a decision on it fits no more. `outlets` has the source of each document where the
    caller knows them.
    """
    judged = _judged(connection)
    stored = connection.execute(select(engagements.c.shown)).scalars()
    read = msgspec.json.Decoder(_Shown).decode
    listed = [(rows.engagements[0].engagement_id, rows) for rows in map(read, filter(None, stored))]
    machine = _machine(connection, sorted(judged))
    seen = {rows.engagements[0].doc_id for _, rows in listed if rows.engagements[0].review}
    if outlets is None:
        outlets = _outlets(connection) if seen else {}  # of 100,000 documents: a second
    reviewed = {outlets.get(doc_id, "") for doc_id in seen}
    found = []
    plain: dict[tuple[str, str, str], tuple[tuple[str, str], ...]] = {}
    for key, rows in listed:
        row, flags, decided = rows.engagements[0], rows.flags, judged.get(key, ())
        source = outlets.get(row.doc_id, "")
        unread = source if reviewed and source not in reviewed else ""
        # Most engagements have nothing of their own that speaks for a look: theirs are the reasons of many.
        alike = None if flags or row.conflicts or decided else (_confidence(row), unread, row.review)
        reasons = plain.get(alike) if alike else None
        if reasons is None:
            # Many reports of one engagement are flagged for the same: that is one reason.
            reasons = tuple(dict.fromkeys(_reasons(row, flags, machine.get(key, {}), decided, unread)))
            if alike:
                plain[alike] = reasons
        if reasons and not (row.review and all(code in _MACHINE for code, _ in reasons)):
            weight = sum([_WEIGHTS[code] for code, _ in reasons]) + (1 - row.confidence)
            found.append(
                Waiting(key, msgspec.structs.asdict(row), tuple([told for _, told in reasons]), weight)
            )
    found += _lost(judged, {key for key, _ in listed})
    # Twice by one value each, and not once by both: of 100,000 a tenth of the time.
    found.sort(key=attrgetter("engagement_id"))
    found.sort(key=attrgetter("weight"), reverse=True)
    return found


def _judged(connection: Connection) -> dict[str, list[Decided]]:
    """The decisions that count or wait, by the id under which their engagement goes now."""
    several = all_decisions(connection, [State.IN_FORCE, State.WAITING])
    now = present_ids(connection, [decided.target for decided in several])
    judged: dict[str, list[Decided]] = {}
    for decided in several:
        judged.setdefault(now[decided.target], []).append(decided)
    return judged


def _machine(connection: Connection, keys: list[str]) -> dict[str, Mapping[str, Any]]:
    """What the machine says of engagements, which only those need on which somebody decided."""
    question = select(engagements.c.engagement_id, engagements.c.machine)
    return {
        str(key): unpacked(told)
        for part in in_parts(keys)
        for key, told in connection.execute(question.where(engagements.c.engagement_id.in_(part)))
    }


class _Outlet(msgspec.Struct):
    """What the queue reads of a document."""

    doc_id: str
    source: str = ""


def _outlets(connection: Connection) -> dict[str, str]:
    """The source of each document that states one."""
    read = msgspec.json.Decoder(_Outlet)
    records = connection.execute(select(documents.c.record)).scalars()
    return {told.doc_id: told.source for told in map(read.decode, records) if told.source}


def _reasons(
    row: _Line,
    flags: Iterable[_Flag],
    machine: Mapping[str, Any],
    decided: Iterable[Decided],
    unread: str,
) -> Iterable[tuple[str, str]]:
    for one in decided:
        if one.state is State.WAITING:
            yield (
                "waiting",
                later("a decision fits no more: {action} by {who}", action=one.action.value, who=one.who),
            )
        elif (
            one.action is Action.EDIT
            and str(machine.get(one.payload["field"]) or "") != one.payload["machine"]
        ):
            field = one.payload["field"]
            yield (
                "reads",
                later(
                    "{field}: the parser now reads {value}",
                    field=field,
                    value=machine.get(field) or "nothing",
                ),
            )
    if row.conflicts:
        yield "conflict", later("reports differ on {fields}", fields=row.conflicts.replace(";", ", "))
    for flag in flags:
        if not flag.dismissed:
            yield "flag", flag.detail
    if _confidence(row):
        yield "confidence", later("confidence {value}", value=_confidence(row))
    if not row.review:
        if unread:
            yield "source", later("nothing told by {source} was reviewed yet", source=unread)
        yield "unread", later("nobody looked at it")


def _confidence(row: _Line) -> str:
    """The confidence in figures where it is low; else empty."""
    return f"{row.confidence:.2f}" if row.confidence < LOW else ""


def _lost(judged: Mapping[str, list[Decided]], seen: set[str]) -> Iterable[Waiting]:
    """Decisions on engagements that no document tells of any more."""
    for target, several in judged.items():
        waiting = [one for one in several if one.state is State.WAITING]
        if waiting and target not in seen:
            told = tuple(
                later(
                    "a decision fits no more: {action} by {who}: the text is read otherwise now",
                    action=one.action.value,
                    who=one.who,
                )
                for one in waiting
            )
            yield Waiting(target, {}, told, float(_WEIGHTS["waiting"]))
