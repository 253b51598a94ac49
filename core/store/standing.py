"""Where a decision stands now: the engagement that its id leads to, and whether what it is about is still there."""

from collections.abc import Iterable

from sqlalchemy import Connection, select, update

from core.engagements.identity import founded
from core.errors import UsageError
from core.store.decided import Action, Decided, State, all_decisions, in_parts
from core.store.keep import mark_dirty
from core.store.log import Change, Step, write_changes
from core.store.schema import decisions, engagements, reports


def current_id(connection: Connection, engagement_id: str) -> str:
    """The id under which an engagement goes now: an old one leads to the one that holds its first report.

    Raises UsageError when there is none.
    """
    if connection.execute(
        select(engagements.c.engagement_id).where(engagements.c.engagement_id == engagement_id)
    ).first():
        return engagement_id
    lineage = "r-" + engagement_id[2:]
    found = connection.execute(select(reports.c.engagement_id).where(reports.c.lineage == lineage)).scalar()
    if found is None:
        raise UsageError(f"there is no engagement {engagement_id}")
    return str(found)


def present_ids(connection: Connection, targets: Iterable[str]) -> dict[str, str]:
    """For each of these ids, sorted, the one that holds its first report now; its own when no report has it."""
    asked = sorted(set(targets))
    now: dict[str, str] = {}
    for part in in_parts(["r-" + target[2:] for target in asked]):
        rows = connection.execute(
            select(reports.c.lineage, reports.c.engagement_id).where(reports.c.lineage.in_(part))
        )
        now.update({founded(str(lineage)): str(key) for lineage, key in rows})
    return {target: now.get(target, target) for target in asked}


def fits(connection: Connection, decided: Decided) -> bool:
    """Whether what a decision is about is still there."""
    if decided.action is Action.GRADE:
        return True
    lineages = [*decided.payload.get("one", ()), *decided.payload.get("other", ())]
    wanted = set(lineages) or {"r-" + decided.target[2:]}
    rows = connection.execute(select(reports.c.lineage).where(reports.c.lineage.in_(sorted(wanted))))
    found = set(rows.scalars())
    if not lineages:
        return bool(found)
    return any(name in found for name in decided.payload["one"]) and any(
        name in found for name in decided.payload["other"]
    )


def set_aside_unfit(connection: Connection, step: Step) -> int:
    """How many decisions fit no more: they wait in the queue of review, and count again once they fit."""
    changed = 0
    for decided in all_decisions(connection, [State.IN_FORCE, State.WAITING]):
        state = State.IN_FORCE if fits(connection, decided) else State.WAITING
        if state is not decided.state:
            connection.execute(
                update(decisions).where(decisions.c.number == decided.number).values(state=state.value)
            )
            write_changes(
                connection,
                step,
                [Change(decided.target, "decision", decided.state, state, "the text was read anew")],
            )
            touch(connection, decided)
            changed += state is State.WAITING
    return changed


def touch(connection: Connection, decided: Decided | None) -> None:
    """Marks the blocks of all reports that a decision is about."""
    if decided is None or decided.action is Action.GRADE:
        return
    lineages = {*decided.payload.get("one", ()), *decided.payload.get("other", ()), "r-" + decided.target[2:]}
    held = connection.execute(
        select(reports.c.engagement_id).where(reports.c.lineage.in_(sorted(lineages)))
    ).scalars()
    keys = sorted({decided.target, *held})
    rows = connection.execute(select(reports.c.block).where(reports.c.engagement_id.in_(keys)))
    mark_dirty(connection, rows.scalars())
