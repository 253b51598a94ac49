"""The log of all changes, asked for by who, what and when, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from core.store.schema import changes
from core.tables.rows import Row

COLUMNS = ("number", "version", "at", "who", "engagement_id", "field", "old", "new", "why", "decision")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which changes are asked for; empty asks for any. `first` and `last` are ISO days in UTC, both included."""

    engagement_id: str = ""
    who: str = ""
    field: str = ""
    first: str = ""
    last: str = ""
    decided: bool = False
    """only what a person decided: no additions of documents, nothing that the parser made anew"""


def logged(connection: Connection, asked: Asked, most: int | None = None, start: int = 0) -> Iterator[Row]:
    """The changes asked for, the latest first, at most `most` of them from the place `start` on."""
    question = select(changes).where(*_conditions(asked)).order_by(changes.c.number.desc())
    for row in connection.execute(question.limit(most).offset(start)).mappings():
        yield {name: row[name] for name in COLUMNS}


def count_logged(connection: Connection, asked: Asked) -> int:
    """How many changes are asked for."""
    return (
        connection.execute(select(func.count()).select_from(changes).where(*_conditions(asked))).scalar() or 0
    )


def names_in_log(connection: Connection) -> tuple[list[str], list[str]]:
    """Who changed anything, and which fields were changed, each sorted."""
    people = connection.execute(select(changes.c.who).distinct()).scalars()
    fields = connection.execute(select(changes.c.field).distinct()).scalars()
    return sorted(people), sorted(fields)


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for column, value in (
        (changes.c.engagement_id, asked.engagement_id),
        (changes.c.who, asked.who),
        (changes.c.field, asked.field),
    ):
        if value:
            found.append(column == value)
    if asked.first:
        found.append(changes.c.at >= asked.first)
    if asked.last:
        found.append(changes.c.at <= f"{asked.last}T99")
    if asked.decided:
        found.append(changes.c.decision.is_not(None))
    return found
