"""What is worth a look first: the engagements that nobody reviewed, with what speaks for looking at them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from core.store.decided import Action, Decided, State, all_decisions
from core.store.records import unpacked
from core.store.schema import engagements

_WEIGHTS = {"waiting": 8, "reads": 6, "conflict": 4, "flag": 4, "confidence": 3, "unread": 1}
LOW = 0.6  # below it, two of five reports are wrong


@dataclass(frozen=True, slots=True)
class Waiting:
    """One engagement in the queue: its row, why it is there, and how much that weighs."""

    engagement_id: str
    row: Mapping[str, Any]
    reasons: tuple[str, ...]
    weight: float


def review_queue(connection: Connection) -> list[Waiting]:
    """The engagements to be reviewed, those that matter most first.

    One is there when nobody looked at it, when the parser reads a corrected value differently now than on the day
    of the correction, or when a decision on it fits no more.
    """
    judged: dict[str, list[Decided]] = {}
    for decided in all_decisions(connection, [State.IN_FORCE, State.WAITING]):
        judged.setdefault(decided.target, []).append(decided)
    stored = connection.execute(
        select(engagements.c.engagement_id, engagements.c.shown, engagements.c.machine)
    )
    found = []
    seen: set[str] = set()
    sources: set[str] = set()
    for key, shown, machine in stored:
        rows = unpacked(shown)
        row = rows["engagements"][0]
        seen.add(key)
        if row["review"]:
            sources.add(str(row["doc_id"]))
        reasons = list(_reasons(row, rows["flags"], unpacked(machine), judged.get(key, ())))
        if reasons and not (
            row["review"] and all(code in ("conflict", "flag", "confidence", "unread") for code, _ in reasons)
        ):
            weight = sum(_WEIGHTS[code] for code, _ in reasons) + (1 - float(row["confidence"]))
            found.append(Waiting(key, row, tuple(told for _, told in reasons), weight))
    found += _lost(judged, seen)
    return sorted(found, key=lambda waiting: (-waiting.weight, waiting.engagement_id))


def _reasons(
    row: Mapping[str, Any],
    flags: Iterable[Mapping[str, Any]],
    machine: Mapping[str, Any],
    decided: Iterable[Decided],
) -> Iterable[tuple[str, str]]:
    for one in decided:
        if one.state is State.WAITING:
            yield "waiting", f"a decision fits no more: {one.action.value} by {one.who}"
        elif (
            one.action is Action.EDIT
            and str(machine.get(one.payload["field"]) or "") != one.payload["machine"]
        ):
            field = one.payload["field"]
            yield "reads", f"{field}: the parser now reads {machine.get(field) or 'nothing'}"
    if row["conflicts"]:
        yield "conflict", f"reports differ on {str(row['conflicts']).replace(';', ', ')}"
    for flag in flags:
        if not flag["dismissed"]:
            yield "flag", str(flag["detail"])
    if float(row["confidence"]) < LOW:
        yield "confidence", f"confidence {float(row['confidence']):.2f}"
    if not row["review"]:
        yield "unread", "nobody looked at it"


def _lost(judged: Mapping[str, list[Decided]], seen: set[str]) -> Iterable[Waiting]:
    """Decisions on engagements that no document tells of any more."""
    for target, several in judged.items():
        waiting = [one for one in several if one.state is State.WAITING]
        if waiting and target not in seen:
            told = tuple(
                f"a decision fits no more: {one.action.value} by {one.who}: the text is read otherwise now"
                for one in waiting
            )
            yield Waiting(target, {}, told, float(_WEIGHTS["waiting"]))
