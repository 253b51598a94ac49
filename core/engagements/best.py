"""The best value of each field of an engagement, from all that its reports tell."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from core.engagements.persons import best_person, people_told
from core.engagements.support import Support, by_value
from core.lexicon.words import word_set
from core.model import DateBasis, Kind, Precision, Report, Status, When

FINENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2, Precision.NONE: 3}
_BASES = {DateBasis.EXPLICIT: 3, DateBasis.RELATIVE: 2, DateBasis.HEADER: 1}
_LASTING = (Kind.VISIT, Kind.EXERCISE)  # kinds whose days are a span, of which a report may tell one alone


def best_values(cluster: Sequence[Report], support: Support) -> Report:
    """The most telling report, with the best supported value of each field; lists hold what any report tells.

    `cluster` is in the order of publication.
    """
    if len(cluster) == 1:
        return cluster[0]
    lead = max(cluster, key=_telling)
    ordered = [lead, *(report for report in cluster if report is not lead)]
    when, basis = best_date(cluster, support)
    host = support.best(by_value(cluster, attrgetter("host_country")))
    there = [report for report in cluster if report.host_country in ("", host)]
    forum = support.best(by_value(cluster, attrgetter("forum")), _precise)
    of_forum = [report for report in cluster if report.forum in ("", forum)]
    return replace(
        lead,
        status=best_status(cluster),
        when=when,
        date_basis=basis,
        host_country=host,
        city=support.best(by_value(there, attrgetter("city"))),
        forum=forum,
        edition=support.best(by_value(of_forum, attrgetter("edition"))),
        countries=tuple(sorted({code for report in cluster for code in report.countries})),
        people=tuple(best_person(told, support) for told in people_told(ordered)),
        topics=_all(report.topics for report in ordered),
        initiatives=_all(report.initiatives for report in ordered),
        outcomes=_all(report.outcomes for report in ordered),
        background=all(report.background for report in cluster),
        confidence=_together(cluster, support),
    )


def _telling(report: Report) -> tuple[object, ...]:
    return (
        not report.background, report.status is Status.HELD, bool(report.city), bool(report.forum), len(report.people),
        report.confidence, report.report_id,
    )  # fmt: skip


def best_status(cluster: Sequence[Report]) -> Status:
    """Held if a report says so; else what the latest document says, which is the last of the cluster."""
    if any(report.status is Status.HELD for report in cluster):
        return Status.HELD
    return cluster[-1].status


def best_date(cluster: Sequence[Report], support: Support) -> tuple[When, DateBasis]:
    """The best supported of the dates that are told most finely; of a visit the whole span before one of its days."""
    finest = min((report.when.precision for report in cluster), key=lambda precision: FINENESS[precision])
    told: dict[When, list[Report]] = {}
    for report in cluster:
        if report.when.precision is finest:
            told.setdefault(report.when, []).append(report)

    def rank(when: When) -> tuple[object, ...]:
        lasts = when.start != when.end and cluster[0].kind in _LASTING
        held, *rest = support.rank(told[when])
        written = max(_BASES.get(report.date_basis, 0) for report in told[when])
        return (held, lasts, *rest[:2], written, *rest[2:], str(when.start), str(when.end))

    when = max(told, key=rank)
    basis = max((report.date_basis for report in told[when]), key=lambda basis: _BASES.get(basis, 0))
    return when, basis


def _precise(forum: str) -> int:
    return 0 if forum in word_set("general_forums") else 1


def _all(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))


def _together(cluster: Sequence[Report], support: Support) -> float:
    """How sure the engagement is: each independent source that tells of it takes away some of the doubt."""
    surest: dict[str, float] = {}
    for report in cluster:
        name = support.source[report.report_id]
        surest[name] = max(surest.get(name, 0.0), report.confidence)
    doubt = 1.0
    for confidence in surest.values():
        doubt *= 1 - confidence
    return round(1 - doubt, 2)
