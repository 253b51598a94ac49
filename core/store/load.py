"""The tables of the contract out of the store: as they are now, or as an older version showed them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from core.model import Collection, FlagCode, Problem, Report, Trouble
from core.store.decided import Action, State, all_decisions, in_parts
from core.store.log import current_version
from core.store.records import document_from, report_from, unpacked
from core.store.schema import documents, engagements, history, problems, reports
from core.store.shown import OF_ENGAGEMENT
from core.tables.rows import Row, document_row, report_row, row_streams
from core.tables.schema import TABLES

Shown = dict[str, list[Row]]
"""the rows of one engagement, by table"""


@dataclass(frozen=True, slots=True)
class Since:
    """What became of the engagements after an older version: their ids, sorted."""

    version: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class _Sources(msgspec.Struct):
    """What of a report's record the table of fields needs; the rest is skipped unread."""

    report_id: str
    fields: list[Row] = []


def table_rows(connection: Connection, version: int | None = None) -> dict[str, Iterator[Row]]:
    """For each table its rows, made as they are asked for; rejected engagements are left out.

    For an older version the engagements and what belongs to them are as they were; documents and reports are
    those that were there then and still are.
    """
    wanted = version if version is not None and version < current_version(connection) else None
    # Their text is taken apart once for all tables: at 100,000 engagements that alone takes seconds.
    everything = cache(lambda: [tables_from(shown) for shown in shown_texts(connection, wanted)])
    shown = cache(lambda: _in_order(everything()))
    found: dict[str, Iterator[Row]] = {
        "documents": _document_rows(connection, wanted, everything),
        "reports": _report_rows(connection, wanted),
        "fields": _field_rows(connection, wanted),
        "problems": problem_rows(connection),
    }
    return found | {name: _engagement_rows(shown, name) for name in OF_ENGAGEMENT}


def _in_order(everything: Iterable[Shown]) -> list[Shown]:
    """The engagements that are not rejected, in the order of their days."""
    listed = [rows for rows in everything if not is_rejected(rows)]
    listed.sort(key=lambda rows: _order(rows["engagements"][0]))
    return listed


def tables_from(shown: str) -> Shown:
    """The rows of an engagement out of the text that the store keeps; columns that came later are empty in them."""
    rows: Shown = unpacked(shown)
    for name in OF_ENGAGEMENT:
        table, empty = rows.setdefault(name, []), _empty_row(name)
        if table and not empty.keys() <= table[0].keys():
            rows[name] = [{**empty, **row} for row in table]
    return rows


@cache
def _empty_row(name: str) -> Row:
    nothing: Row = {"date": None, "integer": 0, "number": 0.0, "boolean": False}
    return {column.name: nothing.get(column.type, "") for column in TABLES[name]}


def is_rejected(rows: Mapping[str, list[Row]]) -> bool:
    """Whether an analyst said that it is no engagement."""
    return rows["engagements"][0].get("review") == "rejected"


def document_texts(connection: Connection) -> dict[str, str]:
    """The text of each document by its id."""
    rows = connection.execute(select(documents.c.doc_id, documents.c.text))
    return {str(row.doc_id): str(row.text) for row in rows}


def document_text(connection: Connection, doc_id: str) -> str | None:
    """The text of one document; None where there is none of that id."""
    found = connection.execute(select(documents.c.text).where(documents.c.doc_id == doc_id)).scalar()
    return None if found is None else str(found)


def changed_since(connection: Connection, version: int) -> Since:
    """What was added, changed and removed after a version."""
    later = select(history.c.engagement_id).where(history.c.version > version).distinct()
    keys = sorted(connection.execute(later).scalars())
    before, after = _rows_at(connection, keys, version), _rows_at(connection, keys, None)
    added = tuple(key for key in keys if key in after and key not in before)
    removed = tuple(key for key in keys if key in before and key not in after)
    changed = tuple(key for key in keys if key in before and key in after and before[key] != after[key])
    return Since(version, added, changed, removed)


def rows_of(connection: Connection, keys: Sequence[str], version: int | None = None) -> dict[str, Row]:
    """The rows of some engagements as a version showed them, now without one; those that it did not are left out."""
    return _rows_at(connection, list(keys), version)


def grades(connection: Connection) -> dict[str, str]:
    """The reliability that analysts gave to sources, by the source's name."""
    return {
        decided.target: str(decided.payload["reliability"])
        for decided in all_decisions(connection, [State.IN_FORCE])
        if decided.action is Action.GRADE
    }


def _rows_at(connection: Connection, keys: list[str], version: int | None) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for part in in_parts(keys):
        if version is None:
            question = select(engagements.c.engagement_id, engagements.c.shown).where(
                engagements.c.engagement_id.in_(part)
            )
        else:
            last = _last_before(version, part).subquery()
            question = select(history.c.engagement_id, history.c.shown).join(
                last,
                (history.c.engagement_id == last.c.engagement_id) & (history.c.version == last.c.version),
            )
        for key, shown in connection.execute(question):
            rows = tables_from(shown) if shown else None
            if rows and not is_rejected(rows):
                found[str(key)] = rows["engagements"][0]
    return found


def _last_before(version: int, keys: list[str]) -> "Select[tuple[str, int]]":
    """For each of some engagements the last version up to this one at which it changed."""
    return (
        select(history.c.engagement_id, func.max(history.c.version).label("version"))
        .where(history.c.version <= version, history.c.engagement_id.in_(keys))
        .group_by(history.c.engagement_id)
    )


def shown_texts(connection: Connection, version: int | None) -> Iterator[str]:
    """What the store shows of each engagement, rejected or not, as it keeps it: JSON."""
    return (shown for shown in connection.execute(shown_question(version)).scalars() if shown)


def shown_question(version: int | None) -> "Select[tuple[Any, ...]]":
    """What asks for it; of an engagement that was removed it is empty."""
    if version is None:
        return select(engagements.c.shown)
    last = (
        select(history.c.engagement_id, func.max(history.c.version).label("version"))
        .where(history.c.version <= version)
        .group_by(history.c.engagement_id)
        .subquery()
    )
    return select(history.c.shown).join(
        last,
        (history.c.engagement_id == last.c.engagement_id) & (history.c.version == last.c.version),
    )


def _engagement_rows(shown: Callable[[], list[Shown]], name: str) -> Iterator[Row]:
    for rows in shown():
        yield from rows[name]


def _order(row: Row) -> tuple[str, str, str]:
    return (str(row["date_start"] or "9999"), str(row["kind"]), str(row["engagement_id"]))


def _document_rows(
    connection: Connection, version: int | None, everything: Callable[[], list[Shown]]
) -> Iterator[Row]:
    told: dict[str, list[Report]] = defaultdict(list)
    for record in connection.execute(select(reports.c.record)).scalars():
        report = report_from(record)
        told[report.doc_id].append(replace(report, fields=(), evidence=""))
    doubted = {
        str(flag["report_id"])
        for rows in everything()
        for flag in rows["flags"]
        if flag["flag"] != FlagCode.CALENDAR.value and not flag["dismissed"]
    }
    graded = grades(connection)
    question = select(documents.c.record).order_by(documents.c.doc_id)
    if version is not None:
        question = question.where(documents.c.version <= version)
    for record in connection.execute(question).scalars():
        document = document_from(record)
        row = document_row(document, told[document.doc_id], doubted)
        if document.source in graded:
            row["reliability"] = graded[document.source]
        yield row


def _report_rows(connection: Connection, version: int | None) -> Iterator[Row]:
    for record, engagement_id in connection.execute(of_reports(version)):
        row = report_row(report_from(record))
        row["engagement_id"] = engagement_id
        yield row


def _field_rows(connection: Connection, version: int | None) -> Iterator[Row]:
    read = msgspec.json.Decoder(_Sources).decode
    for record, _ in connection.execute(of_reports(version)):
        told = read(record)
        for source in told.fields:
            yield {"report_id": told.report_id, **source}


def of_reports(version: int | None) -> "Select[tuple[Any, ...]]":
    """The records of the reports with their engagements, by document."""
    question = (
        select(reports.c.record, reports.c.engagement_id)
        .join(documents, documents.c.doc_id == reports.c.doc_id)
        .order_by(reports.c.doc_id, reports.c.rank)
    )
    return question if version is None else question.where(documents.c.version <= version)


def problem_rows(connection: Connection) -> Iterator[Row]:
    """The rows of what could not be used."""
    for record in connection.execute(
        select(problems.c.record).order_by(problems.c.doc_id, problems.c.place)
    ).scalars():
        told = unpacked(record)
        problem = Problem(told["doc_id"], Trouble(told["problem"]), told["detail"])
        yield from row_streams(Collection(problems=[problem]))["problems"]
