"""Grades in the Admiralty way that the facts allow: a letter for a source, a figure for an engagement.

They start where nothing can be judged (F, 6) and rise only for what can be checked; everything else is the
analyst's to set.
"""

from collections.abc import Collection, Iterable, Mapping, Set

from core.lexicon.forums import forums
from core.lexicon.members import body_of
from core.lexicon.sources import Outlet, kind_of, publisher
from core.model import (
    CONFIRMED,
    PROBABLE,
    UNJUDGED,
    Document,
    Engagement,
    Flag,
    FlagCode,
    Precision,
    Reliability,
    Report,
    SourceKind,
    Status,
)

SETTLED = frozenset({"date", "status", "host_country", "city"})
"""fields on which reports must not differ where one is to confirm another"""
UNNAMED = (SourceKind.UNKNOWN, SourceKind.BLOG, SourceKind.EXAM_SITE)
"""kinds of publishers of whom nobody knows from whom they have it"""


def reliability(document: Document, reports: Collection[Report], doubted: Set[str]) -> Reliability:
    """B for an official issuer that tells of its own meetings only, F for everybody else.

    `reports` are the document's; `doubted` the ids of reports against which a flag speaks.
    """
    told = [report for report in reports if not report.background]
    own = bool(told) and all(_is_own(report, document) for report in told)
    sound = all(report.report_id not in doubted for report in told)
    return Reliability.B if own and sound else Reliability.F


def credibility(engagement: Engagement, source: Mapping[str, str], documents: Mapping[str, Document]) -> int:
    """1 where two independent named publishers tell of one day, 2 where an official side does, else 6.

    `source` gives the independent source behind each report: copies of one text have the same one. Where the
    reports differ on the day, the place or the status, or a flag speaks against one, it cannot be judged.
    """
    if SETTLED & set(engagement.conflicts) or doubts(engagement.flags):
        return UNJUDGED
    exact = [report for report in engagement.reports if _is_exact(report) and report.doc_id in documents]
    named = [report for report in exact if _kind(documents[report.doc_id]) not in UNNAMED]
    if len({source.get(report.report_id, report.doc_id) for report in named}) > 1:
        return CONFIRMED
    return PROBABLE if any(_is_own(report, documents[report.doc_id]) for report in exact) else UNJUDGED


def doubts(flags: Iterable[Flag]) -> list[Flag]:
    """The flags that speak against something; one that explains a date does not."""
    return [flag for flag in flags if flag.flag is not FlagCode.CALENDAR]


def _is_exact(report: Report) -> bool:
    return report.when.precision is Precision.DAY and report.status is Status.HELD and not report.background


def _kind(document: Document) -> SourceKind:
    return kind_of(document.source, document.url)


def _is_own(report: Report, document: Document) -> bool:
    """Whether the document is an official issuer's, and the meeting its own country's or its own body's."""
    issuer = publisher(document.source, document.url)
    if issuer is None or issuer.kind != SourceKind.OFFICIAL:
        return False
    return issuer.country in report.countries if issuer.country else _is_body(issuer, report)


def _is_body(issuer: Outlet, report: Report) -> bool:
    body = body_of(report.forum)
    return bool(body) and issuer.name in (body, forums()[body].title)
