"""When each person looked last, and at which version of the data: what is new is told against the visit before."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from core.store.engine import Database
from core.store.schema import history, visits

PAUSE = timedelta(minutes=30)  # after so long without a look the next one begins another visit


@dataclass(frozen=True, slots=True)
class Visit:
    """A person's visit: the moment (ISO 8601, UTC) and version seen last, and those at the end of the visit before.

    `last_at` is empty and `last_version` 0 on the first visit.
    """

    at: str
    version: int
    last_at: str = ""
    last_version: int = 0


def going_on(before: Visit | None, at: str, version: int) -> Visit:
    """The visit after a look at this moment: the one under way, or a new one after a pause."""
    if before is None:
        return Visit(at, version)
    if datetime.fromisoformat(at) - datetime.fromisoformat(before.at) > PAUSE:
        return Visit(at, version, before.at, before.version)
    return replace(before, at=max(at, before.at), version=max(version, before.version))


def visit_of(database: Database, who: str) -> Visit | None:
    """The latest visit of a person; None for somebody who never looked."""
    with database.reading() as connection:
        return _visit(connection, who)


def note_look(database: Database, who: str, at: str, version: int) -> Visit:
    """The visit of a person who looks now, kept."""
    with database.writing() as connection:
        visit = going_on(_visit(connection, who), at, version)
        connection.execute(delete(visits).where(visits.c.who == who))
        connection.execute(
            insert(visits).values(
                who=who,
                at=visit.at,
                version=visit.version,
                last_at=visit.last_at,
                last_version=visit.last_version,
            )
        )
        return visit


def ages(database: Database, version: int, after: int = 0) -> dict[str, tuple[int, int]]:
    """For each engagement the version that first showed it and the last, up to `version`, that showed a change.

    Of those alone that changed after a version: mostly they are few.
    """
    first, last = func.min(history.c.version), func.max(history.c.version)
    question = select(history.c.engagement_id, first, last).where(history.c.version <= version)
    question = question.group_by(history.c.engagement_id).having(last > after)
    with database.reading() as connection:
        rows = connection.execute(question).all()
    return {str(key): (int(came), int(changed)) for key, came, changed in rows}


def _visit(connection: Connection, who: str) -> Visit | None:
    row = connection.execute(select(visits).where(visits.c.who == who)).mappings().first()
    return Visit(row["at"], row["version"], row["last_at"], row["last_version"]) if row else None
