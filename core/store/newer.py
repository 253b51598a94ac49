"""What changed after a version of the data, as rows: enough to bring tables up to date that were read before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from core.model import Collection, FlagCode, Report
from core.store.decided import Action, in_parts
from core.store.load import grades, is_rejected, problem_rows, tables_from
from core.store.log import current_version
from core.store.records import document_from, report_from
from core.store.schema import changes, decisions, documents, engagements, history, reports, versions
from core.store.shown import OF_ENGAGEMENT
from core.tables.rows import Row, document_row, row_streams

MOST = 2000  # changed engagements; above, reading everything is as quick
REREAD = "documents read anew"  # what a step is called whose reports were replaced by others


@dataclass(frozen=True, slots=True)
class Newer:
    """Rows that take the place of older ones, or are new, up to `version`.

    `touched` are the engagements whose former rows are out of date: those that are still there and not rejected have
    rows in `tables`. `owners` says to which engagement a report belongs now; `tables` also holds the documents that
    came or are graded otherwise, the reports and fields of those that came, and all problems.
    """

    version: int
    touched: frozenset[str]
    owners: Mapping[str, str]
    tables: Mapping[str, list[Row]]
    texts: Mapping[str, str]


def newer_rows(connection: Connection, version: int) -> Newer | None:
    """What changed after a version; None where so much changed that all must be read."""
    if _changed_too_much(connection, version):
        return None
    since = select(history.c.engagement_id).where(history.c.version > version).distinct()
    touched = sorted(connection.execute(since).scalars())
    if len(touched) > MOST:
        return None
    came = connection.execute(
        select(documents.c.doc_id, documents.c.text).where(documents.c.version > version)
    ).all()
    texts = {str(doc_id): str(text) for doc_id, text in came}
    owners, named = _reports_of(connection, touched)
    told = _told_by(connection, {*texts, *named})
    tables: dict[str, list[Row]] = {name: [] for name in OF_ENGAGEMENT}
    for rows in _shown(connection, touched):
        if not is_rejected(rows):
            for name in OF_ENGAGEMENT:
                tables[name] += rows[name]
    tables["documents"] = _documents(connection, told)
    new = Collection(reports=[report for doc_id in sorted(texts) for report in told[doc_id]])
    streams = row_streams(new)
    tables["reports"], tables["fields"] = list(streams["reports"]), list(streams["fields"])
    tables["problems"] = list(problem_rows(connection))
    return Newer(current_version(connection), frozenset(touched), owners, tables, texts)


def _changed_too_much(connection: Connection, version: int) -> bool:
    """Whether a parser read texts anew, or an analyst graded a source: that reaches any number of rows."""
    reread = select(func.count()).where(versions.c.version > version, versions.c.what.contains(REREAD))
    graded = (
        select(func.count())
        .select_from(changes.join(decisions, changes.c.decision == decisions.c.number))
        .where(changes.c.version > version, decisions.c.action == Action.GRADE.value)
    )
    return any(connection.execute(question).scalar() for question in (reread, graded))


def _reports_of(connection: Connection, keys: list[str]) -> tuple[dict[str, str], set[str]]:
    """The engagement of each report of these engagements, and the documents that tell of them."""
    owners: dict[str, str] = {}
    named: set[str] = set()
    columns = select(reports.c.report_id, reports.c.engagement_id, reports.c.doc_id)
    for part in in_parts(keys):
        for report_id, key, doc_id in connection.execute(columns.where(reports.c.engagement_id.in_(part))):
            owners[str(report_id)] = str(key)
            named.add(str(doc_id))
    return owners, named


def _told_by(connection: Connection, names: Iterable[str]) -> dict[str, list[Report]]:
    """The reports of each of these documents, in their order, with the engagements to which they belong."""
    told: dict[str, list[Report]] = {name: [] for name in names}
    columns = select(reports.c.record, reports.c.engagement_id).order_by(reports.c.rank)
    for part in in_parts(sorted(told)):
        for record, key in connection.execute(columns.where(reports.c.doc_id.in_(part))):
            report = replace(report_from(record), engagement_id=key)
            told[report.doc_id].append(report)
    return told


def _documents(connection: Connection, told: Mapping[str, list[Report]]) -> list[Row]:
    owners = sorted({report.engagement_id for several in told.values() for report in several})
    doubted = doubted_reports(_shown(connection, owners))
    graded = grades(connection)
    found: list[Row] = []
    for part in in_parts(sorted(told)):
        for record in _records(connection, select(documents.c.record).where(documents.c.doc_id.in_(part))):
            document = document_from(record)
            row = document_row(document, told[document.doc_id], doubted)
            row["reliability"] = graded.get(document.source, row["reliability"])
            found.append(row)
    return found


def doubted_reports(shown: Iterable[Mapping[str, list[Row]]]) -> set[str]:
    """The ids of the reports against which a flag speaks that no analyst dismissed."""
    return {
        str(flag["report_id"])
        for rows in shown
        for flag in rows["flags"]
        if flag["flag"] != FlagCode.CALENDAR.value and not flag["dismissed"]
    }


def _shown(connection: Connection, keys: list[str]) -> Iterable[dict[str, list[Row]]]:
    for part in in_parts(keys):
        question = select(engagements.c.shown).where(engagements.c.engagement_id.in_(part))
        yield from (tables_from(shown) for shown in _records(connection, question))


def _records(connection: Connection, question: "Select[Any]") -> Iterable[str]:
    return connection.execute(question).scalars()
