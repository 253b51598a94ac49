"""The numbered versions of the data and the log of what changed: rows are added, never changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from core.store.schema import changes, versions

PARSER = "parser"  # who changed what no person changed


@dataclass(frozen=True, slots=True)
class Change:
    """One value that changed: of an engagement, or of a document where `engagement_id` is empty."""

    engagement_id: str
    field: str
    old: str
    new: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the data as a whole: its version, when, who, and the decision that it carries out."""

    version: int
    at: str
    who: str
    decision: int | None = None


def now() -> str:
    """This moment in UTC, to the second, as ISO 8601 text."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def current_version(connection: Connection) -> int:
    """The version of the data; 0 for a store that nothing was written to."""
    return connection.execute(select(func.max(versions.c.version))).scalar() or 0


def next_step(connection: Connection, who: str, what: str, decision: int | None = None) -> Step:
    """Moves the data to its next version; the caller holds the right to write."""
    step = Step(current_version(connection) + 1, now(), who, decision)
    connection.execute(insert(versions).values(version=step.version, at=step.at, who=who, what=what))
    return step


def write_changes(connection: Connection, step: Step, told: Iterable[Change]) -> None:
    """Adds these changes to the log."""
    number = connection.execute(select(func.max(changes.c.number))).scalar() or 0
    rows = [
        {
            "number": number + place,
            "version": step.version,
            "at": step.at,
            "who": step.who,
            "engagement_id": change.engagement_id,
            "field": change.field,
            "old": change.old,
            "new": change.new,
            "why": change.why,
            "decision": step.decision,
        }
        for place, change in enumerate(told, start=1)
    ]
    if rows:
        connection.execute(insert(changes), rows)
