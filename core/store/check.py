"""Whether a store is whole: its tables as declared, every reference met, every engagement as its reports make it."""

from sqlalchemy import Connection, func, select, text

from core.store.engine import Database
from core.store.keep import mark_dirty
from core.store.log import next_step
from core.store.migrate import differences
from core.store.schema import documents, engagements, reports
from core.store.settle import settle


def faults(database: Database) -> list[str]:
    """What is wrong with a store, a sentence each; nothing is changed."""
    with database.reading() as connection:
        found = [f"the tables differ from what they should be: {told}" for told in differences(connection)]
        if database.is_sqlite:
            told = connection.execute(text("pragma integrity_check")).scalars().all()
            found += [f"the file is damaged: {line}" for line in told if line != "ok"]
        found += _references(connection)
    return found or _otherwise_merged(database)


def _references(connection: Connection) -> list[str]:
    lost = connection.execute(
        select(reports.c.report_id, reports.c.engagement_id).where(
            reports.c.engagement_id.not_in(select(engagements.c.engagement_id))
        )
    )
    found = [f"report {report_id} is of {key}, which is not there" for report_id, key in lost]
    orphans = connection.execute(
        select(func.count()).where(reports.c.doc_id.not_in(select(documents.c.doc_id)))
    ).scalar()
    return [*found, f"{orphans} reports are of documents that are not there"] if orphans else found


class _Back(Exception):  # noqa: N818 - it is no error: it takes a trial back
    pass


def _otherwise_merged(database: Database) -> list[str]:
    """Merges everything anew in a transaction that is taken back, and tells what came out otherwise."""
    changed = 0
    try:
        with database.writing() as connection:
            blocks = connection.execute(select(reports.c.block).distinct()).scalars()
            mark_dirty(connection, blocks)
            changed = settle(connection, next_step(connection, "check", "trial"), anew=True)
            raise _Back
    except _Back:
        pass
    if not changed:
        return []
    return [f"{changed} engagements come out otherwise when all reports are merged anew: run reread"]
