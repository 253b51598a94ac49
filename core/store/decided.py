"""What analysts decided, as the store keeps it: in force, undone, or waiting because it fits no more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, func, insert, select

from core.store.log import Step
from core.store.records import packed, unpacked
from core.store.schema import decisions

_Value = TypeVar("_Value")


class Action(StrEnum):
    """What can be decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    APART = "keep apart"
    ADD = "add by hand"
    DISMISS = "dismiss flag"
    GRADE = "grade source"


class State(StrEnum):
    """Whether a decision counts."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    WAITING = "waiting"


RULINGS = (Action.MERGE, Action.SPLIT, Action.APART)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: on what (`target`: an engagement's id, or a source's name), by whom, when and why.

    `payload` holds what the action needs: an edit its `field`, `value` and the `machine` value of that day; a merge,
    split or keep apart the lineages of the reports on either side, `one` and `other`; a dismissed flag its `flag`
    and `field`; a grade its `reliability`.
    """

    number: int
    at: str
    who: str
    version: int
    action: Action
    target: str
    payload: Mapping[str, Any]
    why: str
    state: State


def all_decisions(connection: Connection, states: Iterable[State] = tuple(State)) -> list[Decided]:
    """The decisions in these states, the earliest first."""
    wanted = [state.value for state in states]
    found = connection.execute(
        select(decisions).where(decisions.c.state.in_(wanted)).order_by(decisions.c.number)
    )
    return [_decision(row) for row in found.mappings()]


def decisions_on(
    connection: Connection, targets: Iterable[str], states: Iterable[State] = (State.IN_FORCE,)
) -> list[Decided]:
    """The decisions on these targets that are in force, or in the states named, the earliest first."""
    found: list[Decided] = []
    wanted = [state.value for state in states]
    for part in in_parts(sorted(targets)):
        rows = connection.execute(
            select(decisions).where(decisions.c.target.in_(part), decisions.c.state.in_(wanted))
        )
        found += [_decision(row) for row in rows.mappings()]
    return sorted(found, key=lambda decision: decision.number)


def decision_numbered(connection: Connection, number: int) -> Decided | None:
    """The decision with that number."""
    row = connection.execute(select(decisions).where(decisions.c.number == number)).mappings().first()
    return _decision(row) if row else None


def next_number(connection: Connection) -> int:
    """The number of the next decision."""
    return (connection.execute(select(func.max(decisions.c.number))).scalar() or 0) + 1


def write_decision(
    connection: Connection, step: Step, action: Action, target: str, payload: Mapping[str, Any], why: str
) -> None:
    """Keeps a decision in force; its number is the step's."""
    connection.execute(
        insert(decisions).values(
            number=step.decision,
            at=step.at,
            who=step.who,
            version=step.version,
            action=action.value,
            target=target,
            payload=packed(dict(payload)),
            why=why,
            state=State.IN_FORCE.value,
        )
    )


def in_parts(values: list[_Value], size: int = 500) -> Iterable[list[_Value]]:
    """Lists short enough for one question to a database."""
    return (values[at : at + size] for at in range(0, len(values), size))


def _decision(row: RowMapping) -> Decided:
    return Decided(
        number=row["number"],
        at=row["at"],
        who=row["who"],
        version=row["version"],
        action=Action(row["action"]),
        target=row["target"],
        payload=unpacked(row["payload"]),
        why=row["why"],
        state=State(row["state"]),
    )
