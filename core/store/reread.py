"""Reads kept texts anew with a newer parser, so that each report goes on where its former self stood."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, select, update

from core.engagements.identity import with_ids
from core.model import Document, Report
from core.store.keep import insert_reports, mark_dirty
from core.store.records import document_from, packed, report_from
from core.store.schema import documents, reports

_ENOUGH = 4  # points of likeness from which a report is its former self


def outdated(connection: Connection, parser: str) -> list[str]:
    """The documents that another version of the parser read, in the order in which they came.

    What analysts wrote by hand has no parser and is never read.
    """
    question = (
        select(documents.c.doc_id)
        .where(documents.c.parser != parser, documents.c.parser != "")
        .order_by(documents.c.number)
    )
    return list(connection.execute(question).scalars())


def kept_document(connection: Connection, doc_id: str) -> Document:
    """A document as it was kept, with its text."""
    record, text = connection.execute(
        select(documents.c.record, documents.c.text).where(documents.c.doc_id == doc_id)
    ).one()
    return replace(document_from(record), text=text, measures=None)


def keep_anew(connection: Connection, doc_id: str, told: Sequence[Report], parser: str) -> bool:
    """Whether anything changed: the document's reports are replaced by these, each with its former lineage."""
    before = connection.execute(
        select(reports.c.record, reports.c.lineage, reports.c.rank, reports.c.block)
        .where(reports.c.doc_id == doc_id)
        .order_by(reports.c.rank)
    ).all()
    named = with_ids(replace(report, doc_id=doc_id) for report in told)
    connection.execute(update(documents).where(documents.c.doc_id == doc_id).values(parser=parser))
    if [packed(report) for report in named] == [row.record for row in before]:
        return False
    former = [(report_from(row.record), str(row.lineage)) for row in before]
    lineages = lineages_of(named, former)
    connection.execute(delete(reports).where(reports.c.doc_id == doc_id))
    mark_dirty(connection, [str(row.block) for row in before])
    insert_reports(connection, named, lineages, {str(row.lineage): int(row.rank) for row in before})
    return True


def lineages_of(named: Sequence[Report], former: Sequence[tuple[Report, str]]) -> dict[str, str]:
    """For each report its lineage: that of the former report most like it, or a new one, its own id."""
    pairs = sorted(
        (
            (-likeness(report, old), place, before)
            for place, report in enumerate(named)
            for before, (old, _) in enumerate(former)
            if likeness(report, old) >= _ENOUGH
        ),
    )
    found: dict[str, str] = {}
    used: set[int] = set()
    for _, place, before in pairs:
        report_id = named[place].report_id
        if report_id not in found and before not in used:
            found[report_id] = former[before][1]
            used.add(before)
    taken = set(found.values())
    for report in named:
        if report.report_id not in found:
            own = report.report_id
            while own in taken:
                own += "'"
            found[report.report_id] = own
            taken.add(own)
    return found


def likeness(one: Report, other: Report) -> int:
    """How much two readings of a text have in common, in points: place in the text, sides, kind, day, people."""
    if one.report_id == other.report_id:
        return 100
    overlap = one.evidence_start < other.evidence_end and other.evidence_start < one.evidence_end
    shared = len(set(one.countries) & set(other.countries))
    named = {person.name for person in one.people} & {person.name for person in other.people}
    return (
        3 * overlap
        + (2 if one.countries == other.countries else min(shared, 1))
        + (one.kind is other.kind)
        + (one.when == other.when)
        + bool(named)
    )
