"""Keeps what was read: one document with its reports in one transaction, each text once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, func, insert, select, update

from core.documents.read import numbered
from core.engagements.blocks import block
from core.engagements.copies import near_copies
from core.engagements.identity import founded, with_ids
from core.model import Document, Problem, Report
from core.store.decided import in_parts
from core.store.log import Change, Step, write_changes
from core.store.records import document_from, packed
from core.store.schema import dirty, documents, inputs, originals, problems, reports, signatures


def document_with(connection: Connection, sha256: str) -> str | None:
    """The id of the document that has this text; None when the store has none."""
    return connection.execute(select(documents.c.doc_id).where(documents.c.sha256 == sha256)).scalar()


def keep_document(
    connection: Connection,
    step: Step,
    document: Document,
    told: Sequence[Report],
    *,
    parser: str,
    original: str | None = None,
) -> str:
    """The id under which the document is kept with its reports; its blocks are to be merged anew.

    The caller has seen that no document has this text. An id that another document has gets a number behind it.
    """
    doc_id = _free_id(connection, document.doc_id)
    number = (connection.execute(select(func.max(documents.c.number))).scalar() or 0) + 1
    kept = replace(document, doc_id=doc_id, copy_of=_copied_from(connection, document)).without_text()
    connection.execute(
        insert(documents).values(
            doc_id=doc_id,
            number=number,
            sha256=document.sha256,
            original=original,
            parser=parser,
            version=step.version,
            record=packed(kept),
            text=document.text,
        )
    )
    if document.signature:
        rows = [{"number": number, "doc_id": doc_id} for number in document.signature]
        connection.execute(insert(signatures), rows)
    named = with_ids(replace(report, doc_id=doc_id) for report in told)
    insert_reports(connection, named, {report.report_id: report.report_id for report in named})
    write_changes(connection, step, [Change("", "document", "", doc_id, "added")])
    return doc_id


def insert_reports(
    connection: Connection,
    named: Sequence[Report],
    lineages: dict[str, str],
    ranks: dict[str, int] | None = None,
) -> None:
    """Adds reports, each with the lineage that it goes on with, behind those that came before."""
    if not named:
        return
    first = (connection.execute(select(func.max(reports.c.rank))).scalar() or 0) + 1
    rows = [
        {
            "report_id": report.report_id,
            "doc_id": report.doc_id,
            "rank": (ranks or {}).get(lineages[report.report_id], first + place),
            "lineage": lineages[report.report_id],
            "block": block(report),
            "engagement_id": founded(lineages[report.report_id]),
            "record": packed(report),
        }
        for place, report in enumerate(named)
    ]
    connection.execute(insert(reports), rows)
    mark_dirty(connection, {str(row["block"]) for row in rows})


def mark_dirty(connection: Connection, blocks: Iterable[str]) -> None:
    """Says that the reports of these blocks are to be merged anew."""
    wanted = sorted(set(blocks))
    for part in in_parts(wanted):
        known = set(connection.execute(select(dirty.c.block).where(dirty.c.block.in_(part))).scalars())
        rows = [{"block": name} for name in part if name not in known]
        if rows:
            connection.execute(insert(dirty), rows)


def keep_problems(connection: Connection, found: Sequence[Problem]) -> None:
    """Keeps what could not be used; what is known of the same document already is kept once."""
    for problem in found:
        record = packed(problem)
        known = connection.execute(
            select(problems.c.record).where(problems.c.doc_id == problem.doc_id)
        ).scalars()
        kept = list(known)
        if record not in kept:
            connection.execute(insert(problems).values(doc_id=problem.doc_id, place=len(kept), record=record))


def forget_problems(connection: Connection, doc_id: str) -> None:
    """Drops what was wrong with a document that can be read now."""
    connection.execute(delete(problems).where(problems.c.doc_id == doc_id))


def keep_original(connection: Connection, sha256: str, name: str, content: bytes) -> None:
    """Keeps a file as it came, once."""
    import zlib

    if connection.execute(select(originals.c.sha256).where(originals.c.sha256 == sha256)).first() is None:
        connection.execute(
            insert(originals).values(
                sha256=sha256, name=name, size=len(content), content=zlib.compress(content, 6)
            )
        )


def mark_read(connection: Connection, sha256: str, name: str, parser: str) -> None:
    """Says that all of an input is in the store."""
    row = (inputs.c.sha256 == sha256) & (inputs.c.name == name)
    if connection.execute(select(inputs.c.parser).where(row)).first() is None:
        connection.execute(insert(inputs).values(sha256=sha256, name=name, parser=parser))
    else:
        connection.execute(update(inputs).where(row).values(parser=parser))


def all_read(connection: Connection) -> set[tuple[str, str]]:
    """The hash and the name of every input of which all is in the store."""
    return {(str(row.sha256), str(row.name)) for row in connection.execute(select(inputs))}


def _free_id(connection: Connection, wanted: str) -> str:
    name, number = wanted, 1
    while connection.execute(select(documents.c.number).where(documents.c.doc_id == name)).first():
        number += 1
        name = numbered(wanted, number)
    return name


def _copied_from(connection: Connection, document: Document) -> str:
    """The first kept document of which this one is a near-copy; empty when there is none."""
    if not document.signature:
        return ""
    wanted = signatures.c.number.in_(document.signature)
    likely = connection.execute(
        select(signatures.c.doc_id)
        .where(wanted)
        .group_by(signatures.c.doc_id)
        .having(func.count() > min(1, len(document.signature) - 1))
        .limit(200)
    ).scalars()
    rows = connection.execute(
        select(documents.c.record).where(documents.c.doc_id.in_(sorted(likely))).order_by(documents.c.number)
    ).scalars()
    for record in rows:
        known = document_from(record)
        if near_copies(document.signature, known.signature):
            return known.copy_of or known.doc_id
    return ""
