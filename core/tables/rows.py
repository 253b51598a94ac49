"""A collection as the rows of the tables, in plain values."""

from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import date

from core.engagements.grades import doubts, reliability
from core.lexicon.event_codes import event_code
from core.lexicon.sources import kind_of
from core.model import Collection, Document, Engagement, MergeDecision, Report
from core.tables.schema import LIST_SEPARATOR

Value = str | int | float | bool | None
Row = dict[str, Value]


def rows(collection: Collection) -> dict[str, list[Row]]:
    """For each table its rows, keyed by column; dates as ISO text, None for an unknown date, lists joined by `;`."""
    return {name: list(table) for name, table in row_streams(collection).items()}


def row_streams(collection: Collection) -> dict[str, Iterator[Row]]:
    """The same rows made one by one as they are asked for, so that a large table need not be held."""
    told: dict[str, list[Report]] = {}
    for report in collection.reports:
        told.setdefault(report.doc_id, []).append(report)
    doubted = {flag.report_id for engagement in collection.engagements for flag in doubts(engagement.flags)}
    return {
        "documents": (
            document_row(document, told.get(document.doc_id, []), doubted)
            for document in collection.documents
        ),
        "reports": (report_row(report) for report in collection.reports),
        "engagements": (_engagement(engagement) for engagement in collection.engagements),
        "participants": (row for engagement in collection.engagements for row in _participants(engagement)),
        "fields": (row for report in collection.reports for row in _fields(report)),
        "problems": (
            {"doc_id": problem.doc_id, "problem": problem.problem.value, "detail": problem.detail}
            for problem in collection.problems
        ),
        "conflicts": (row for engagement in collection.engagements for row in _conflicts(engagement)),
        "flags": (row for engagement in collection.engagements for row in _flags(engagement)),
        "merges": (_merge(decision) for decision in collection.decisions),
    }


def document_row(document: Document, reports: Sequence[Report], doubted: Set[str]) -> Row:
    """The row of one document with its reports; `doubted` holds the ids of reports against which a flag speaks."""
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "published": _iso(document.published),
        "published_basis": document.published_basis.value,
        "source": document.source,
        "url": document.url,
        "language": document.language,
        "words": document.words,
        "sha256": document.sha256,
        "reports": len(reports),
        "copy_of": document.copy_of,
        "source_kind": kind_of(document.source, document.url).value,
        "reliability": reliability(document, reports, doubted).value,
    }


def report_row(report: Report) -> Row:
    """The row of one report."""
    keys: Row = {
        "report_id": report.report_id,
        "doc_id": report.doc_id,
        "engagement_id": report.engagement_id,
    }
    return keys | _facts(report)


def _engagement(engagement: Engagement) -> Row:
    key: Row = {"engagement_id": engagement.engagement_id}
    sums: Row = {
        "reports": len(engagement.reports),
        "sources": engagement.sources,
        "conflicts": _joined(engagement.conflicts),
        "first_reported": _iso(engagement.first_reported),
        "report_id": engagement.best.report_id,
        "doc_id": engagement.best.doc_id,
        "independent_sources": engagement.independent_sources,
        "flags": _joined(dict.fromkeys(flag.flag.value for flag in engagement.flags)),
        "credibility": engagement.credibility,
        "review": engagement.review,
        "corrected": _joined(engagement.corrected),
    }
    return key | _facts(engagement.best) | sums | _event_codes(engagement.best)


def _event_codes(report: Report) -> Row:
    code = event_code(report.kind, report.status, report.countries, report.host_country)
    return {
        "cameo_root": code.cameo_root,
        "cameo": code.cameo,
        "plover": code.plover,
        "plover_mode": code.mode,
        "plover_context": code.context,
    }


def _facts(report: Report) -> Row:
    return {
        "kind": report.kind.value,
        "status": report.status.value,
        "track": report.track.value,
        "date_start": _iso(report.when.start),
        "date_end": _iso(report.when.end),
        "date_precision": report.when.precision.value,
        "date_basis": report.date_basis.value,
        "countries": _joined(report.countries),
        "host_country": report.host_country,
        "city": report.city,
        "forum": report.forum,
        "edition": report.edition,
        "people": _joined(report.people),
        "topics": _joined(report.topics),
        "initiatives": _joined(report.initiatives),
        "outcomes": _joined(report.outcomes),
        "confidence": round(report.confidence, 4),
        "evidence": report.evidence,
        "evidence_start": report.evidence_start,
        "evidence_end": report.evidence_end,
        "background": report.background,
    }


def _participants(engagement: Engagement) -> Iterable[Row]:
    for participant in engagement.participants:
        yield {
            "engagement_id": engagement.engagement_id,
            "country": participant.country,
            "country_name": participant.country_name,
            "person": participant.person,
            "office": participant.office,
            "organisation": participant.organisation,
            "role": participant.role,
        }


def _fields(report: Report) -> Iterable[Row]:
    for source in report.fields:
        yield {
            "report_id": report.report_id,
            "field": source.field,
            "value": source.value,
            "start": source.start,
            "end": source.end,
            "rule": source.rule,
        }


def _conflicts(engagement: Engagement) -> Iterable[Row]:
    for conflict in engagement.conflicting:
        yield {
            "engagement_id": engagement.engagement_id,
            "field": conflict.field,
            "value": conflict.value,
            "report_ids": _joined(conflict.report_ids),
            "sources": conflict.sources,
            "chosen": conflict.chosen,
        }


def _flags(engagement: Engagement) -> Iterable[Row]:
    for flag in engagement.flags:
        yield {
            "engagement_id": engagement.engagement_id,
            "report_id": flag.report_id,
            "flag": flag.flag.value,
            "field": flag.field,
            "detail": flag.detail,
            "basis": flag.basis,
            "dismissed": False,
        }


def _merge(decision: MergeDecision) -> Row:
    return {
        "engagement_id": decision.engagement_id,
        "report_id": decision.report_id,
        "other_report_id": decision.other,
        "decision": decision.kind.value,
        "reasons": _joined(decision.reasons),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _joined(items: Iterable[object]) -> str:
    """The items joined by `;`; one that an item holds itself becomes a comma."""
    return LIST_SEPARATOR.join(str(item).replace(LIST_SEPARATOR, ",") for item in items)
