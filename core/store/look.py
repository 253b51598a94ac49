"""One engagement with all that a reviewer needs: what is shown, what the machine says, what was decided on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from core.engagements.identity import founded
from core.errors import UsageError
from core.store.decided import Decided, State, all_decisions, decisions_on, in_parts
from core.store.load import tables_from
from core.store.records import unpacked
from core.store.schema import engagements, reports
from core.store.standing import current_id, present_ids
from core.tables.rows import Row


@dataclass(frozen=True, slots=True)
class Looked:
    """An engagement under its present id: its rows of each table as shown, the machine's row, the decisions on it."""

    engagement_id: str
    rows: Mapping[str, list[Row]]
    machine: Row
    decided: tuple[Decided, ...]

    @property
    def row(self) -> Row:
        """Its row of the table of engagements, with the edits applied."""
        return self.rows["engagements"][0]


def looked_at(connection: Connection, engagement_id: str) -> Looked | None:
    """The engagement that goes under this id now, rejected or not; None where the store has none."""
    try:
        key = current_id(connection, engagement_id)
    except UsageError:
        return None
    kept = connection.execute(
        select(engagements.c.shown, engagements.c.machine).where(engagements.c.engagement_id == key)
    ).first()
    if kept is None:
        return None
    lineages = connection.execute(select(reports.c.lineage).where(reports.c.engagement_id == key)).scalars()
    targets = {key, engagement_id, *(founded(lineage) for lineage in lineages)}
    decided = decisions_on(connection, targets, tuple(State))
    return Looked(key, tables_from(kept[0]), unpacked(kept[1]), tuple(decided))


def reviewed_rows(connection: Connection) -> Iterator[Row]:
    """The rows of the engagements that an analyst reviewed, the rejected ones too, in the order of their ids."""
    # Only what somebody decided on can have been reviewed: the others are not looked at, as they may be 100,000.
    asked = present_ids(connection, [decided.target for decided in all_decisions(connection)])
    question = select(engagements.c.shown)
    for part in in_parts(sorted(set(asked.values()))):
        wanted = question.where(engagements.c.engagement_id.in_(part)).order_by(engagements.c.engagement_id)
        for shown in connection.execute(wanted).scalars():
            row: Row = unpacked(shown)["engagements"][0]
            if row["review"]:
                yield row
