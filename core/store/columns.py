"""All tables of a collection as frames, read by columns: the same as those of `core.store.load`, many times as fast."""

from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import fields as fields_of
from functools import cache
from itertools import islice
from typing import Any

import msgspec
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
from sqlalchemy import Connection, LargeBinary, Select, cast, func, select

from core.engagements.grades import reliability
from core.lexicon.sources import kind_of
from core.model import FlagCode, Reliability, Report, SourceKind
from core.store.decided import in_parts
from core.store.load import grades, of_reports, problem_rows, shown_question
from core.store.log import current_version
from core.store.records import document_from, report_from
from core.store.schema import documents, reports
from core.store.shown import OF_ENGAGEMENT
from core.tables.columns import AT_ONCE, frame_of, inner, joined, nested, parsed, rows_type
from core.tables.frames import frames

_TEXTS = pa.list_(pa.string())
_REPORT = {
    "report_id": pa.string(), "doc_id": pa.string(), "kind": pa.string(), "status": pa.string(),
    "track": pa.string(), "date_basis": pa.string(), "host_country": pa.string(), "city": pa.string(),
    "forum": pa.string(), "edition": pa.string(), "evidence": pa.string(), "confidence": pa.float64(),
    "evidence_start": pa.int64(), "evidence_end": pa.int64(), "background": pa.bool_(),
    "countries": _TEXTS, "topics": _TEXTS, "initiatives": _TEXTS, "outcomes": _TEXTS,
    "when": pa.struct([("start", pa.string()), ("end", pa.string()), ("precision", pa.string())]),
    "people": pa.list_(pa.struct([(part, pa.string()) for part in ("name", "country", "office", "organisation")])),
    "fields": pa.list_(pa.struct([("field", pa.string()), ("value", pa.string()), ("start", pa.int64()),
                                  ("end", pa.int64()), ("rule", pa.string())])),
}  # fmt: skip


class _Paper(msgspec.Struct):
    """What of a document's record its row needs; the rest is skipped unread."""

    doc_id: str
    title: str = ""
    published: str | None = None
    published_basis: str = ""
    source: str = ""
    url: str = ""
    language: str = ""
    measures: tuple[int, str] | None = None
    copy_of: str = ""


def all_frames(connection: Connection, version: int | None = None) -> dict[str, pd.DataFrame]:
    """A frame for each table, now or as an older version showed it; rejected engagements are left out."""
    wanted = version if version is not None and version < current_version(connection) else None
    with _memory_kept():
        shown, doubted = _engagements(connection, wanted)
        told = _reports(connection, wanted)
        return {
            "documents": _documents(connection, wanted, told["reports"], doubted),
            "problems": frames({"problems": problem_rows(connection)})["problems"],
            **told,
            **shown,
        }


@contextmanager
def _memory_kept() -> Iterator[None]:
    """Arrow gives its memory back after each part and asks for it anew, which costs seconds; the system's keeps it."""
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


def _engagements(connection: Connection, version: int | None) -> tuple[dict[str, pd.DataFrame], set[str]]:
    """The tables of engagements in the order of their days, and the reports against which a flag speaks."""
    texts = connection.execute(_in_bytes(connection, shown_question(version))).scalars()
    kept = parsed(_parts(filter(None, texts)), {name: rows_type(name) for name in OF_ENGAGEMENT})
    flags = inner(kept, "flags")
    standing = pc.and_(pc.not_equal(flags["flag"], FlagCode.CALENDAR.value), pc.invert(flags["dismissed"]))
    doubted = set(flags["report_id"].filter(standing).to_pylist())
    rows = inner(kept, "engagements")
    day = pc.if_else(pc.equal(pc.fill_null(rows["date_start"], ""), ""), "9999", rows["date_start"])
    keys = pa.table({"day": day, "kind": rows["kind"], "id": rows["engagement_id"]})
    order = pc.sort_indices(keys, [(name, "ascending") for name in keys.column_names])
    rejected = pc.fill_null(pc.equal(rows["review"], "rejected"), False)
    ordered = kept.take(order.filter(pc.invert(rejected.take(order))))
    return {name: frame_of(name, inner(ordered, name)) for name in OF_ENGAGEMENT}, doubted


def _reports(connection: Connection, version: int | None) -> dict[str, pd.DataFrame]:
    """The tables of reports and of their fields, by document."""
    listed = connection.execute(_in_bytes(connection, of_reports(version)))
    owners: list[str] = []

    def records() -> Iterator[list[bytes]]:
        for part in listed.partitions(AT_ONCE):
            owners.extend(owner for _, owner in part)
            yield [record for record, _ in part]

    kept = parsed(records(), _REPORT)
    columns: dict[str, Any] = {name: _known(kept, name) for name in _REPORT}
    columns["engagement_id"] = pa.array(owners, pa.string())
    when = kept["when"].combine_chunks()
    columns |= {f"date_{part}": when.field(part) for part in ("start", "end", "precision")}
    columns |= {name: joined(kept[name]) for name in ("countries", "topics", "initiatives", "outcomes")}
    columns["people"] = joined(nested(kept["people"], _people(inner(kept, "people"))))
    fields = inner(kept, "fields")
    fields["report_id"] = columns["report_id"].take(pc.list_parent_indices(kept["fields"].combine_chunks()))
    made = {"reports": frame_of("reports", columns), "fields": frame_of("fields", fields)}
    # As Python rounds, and not Arrow, which rounds a half otherwise; there are few different values.
    rounded = {value: round(value, 4) for value in made["reports"]["confidence"].unique()}
    made["reports"]["confidence"] = made["reports"]["confidence"].map(rounded).astype("float64")
    return made


def _in_bytes(connection: Connection, question: "Select[tuple[Any, ...]]") -> "Select[tuple[Any, ...]]":
    """The question with its first column as UTF-8: what is parsed at once need not be made a string before."""
    text, *others = question.selected_columns
    sqlite = connection.dialect.name == "sqlite"
    told = cast(text, LargeBinary) if sqlite else func.convert_to(text, "UTF8")
    return question.with_only_columns(told, *others)


def _parts(texts: Iterable[bytes]) -> Iterator[list[bytes]]:
    texts = iter(texts)
    while part := list(islice(texts, AT_ONCE)):
        yield part


def _known(kept: Any, name: str) -> Any:
    """A column of the records; where an old one lacks it, what a report has when nobody says otherwise."""
    values = kept[name].combine_chunks()
    default = next(field.default for field in fields_of(Report) if field.name == name)
    return pc.fill_null(values, str(default)) if isinstance(default, str) else values


def _people(people: dict[str, Any]) -> Any:
    """`Name (Country, Office)` of each, without what is not known (`core.model.Person`)."""
    name, country, office, organisation = (
        pc.fill_null(people[part], "") for part in ("name", "country", "office", "organisation")
    )
    side = pc.if_else(pc.equal(country, ""), organisation, country)
    comma = pc.if_else(pc.or_(pc.equal(side, ""), pc.equal(office, "")), "", ", ")
    about = pc.binary_join_element_wise(side, comma, office, "")
    told = pc.binary_join_element_wise(name, " (", about, ")", "")
    return pc.if_else(pc.equal(about, ""), name, told)


def _documents(
    connection: Connection, version: int | None, told: pd.DataFrame, doubted: Set[str]
) -> pd.DataFrame:
    question = select(documents.c.record).order_by(documents.c.doc_id)
    if version is not None:
        question = question.where(documents.c.version <= version)
    records = connection.execute(question).scalars().all()
    read = msgspec.json.Decoder(_Paper).decode
    papers = [read(record) for record in records]
    kinds = _kinds(papers)
    graded = grades(connection)
    counts = told["doc_id"].value_counts().to_dict()
    rows: dict[str, list[Any]] = {
        name: [getattr(paper, name) for paper in papers]
        for name in (
            "doc_id",
            "title",
            "published",
            "published_basis",
            "source",
            "url",
            "language",
            "copy_of",
        )
    }
    measures = [paper.measures or _measured(record) for paper, record in zip(papers, records, strict=True)]
    rows |= {"words": [words for words, _ in measures], "sha256": [digest for _, digest in measures]}
    rows["reports"] = [counts.get(paper.doc_id, 0) for paper in papers]
    rows["source_kind"] = kinds
    own = _own(connection, papers, records, kinds, doubted)
    rows["reliability"] = [
        graded.get(paper.source) or own.get(paper.doc_id, Reliability.F.value) for paper in papers
    ]
    return frame_of("documents", {name: pa.array(values) for name, values in rows.items()})


def _kinds(papers: list[_Paper]) -> list[str]:
    """What sort of publisher each is from; of an outlet with thousands it is asked once."""
    known = cache(lambda source, url: kind_of(source, url).value)
    return [known(paper.source, paper.url) for paper in papers]


def _measured(record: str) -> tuple[int, str]:
    document = document_from(record)
    return document.words, document.sha256


def _own(
    connection: Connection, papers: list[_Paper], records: Sequence[str], kinds: list[str], doubted: Set[str]
) -> dict[str, str]:
    """The reliability of the documents of official issuers: nobody else's is ever more than F."""
    official = {
        paper.doc_id: record
        for paper, record, kind in zip(papers, records, kinds, strict=True)
        if kind == SourceKind.OFFICIAL.value
    }
    told: dict[str, list[Report]] = {doc_id: [] for doc_id in official}
    question = select(reports.c.record)
    for part in in_parts(sorted(official)):
        for record in connection.execute(question.where(reports.c.doc_id.in_(part))).scalars():
            report = report_from(record)
            told[report.doc_id].append(report)
    return {
        doc_id: reliability(document_from(record), told[doc_id], doubted).value
        for doc_id, record in official.items()
    }
