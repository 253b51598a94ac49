"""What of a report is compared with other reports, made ready once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.engagements.blocks import edition_of
from core.engagements.names import folded
from core.lexicon.words import phrase_pattern
from core.model import DateBasis, Document, Kind, Person, Precision, Report, Status
from core.text.calendar import WEEKDAYS, weekday_number

NO_PLACE = (Kind.CALL, Kind.EXERCISE)  # kinds of which the place tells nothing: on the telephone, at sea
_AROUND = 2  # days before and after a forum on which its guests may meet


@dataclass(slots=True, eq=False)
class Traits:
    """A report with what is compared of it; days are counted as `date.toordinal` does, 0 for unknown.

    `sure` is True where a day is told; `firm` where it is written out; `key` is the same for reports that
    nothing compared here tells apart; `two_sided` and `placeless` are the kind's.
    """

    report: Report
    first: int
    last: int
    sure: bool
    firm: bool
    published: int
    weekday: int | None
    put_off: bool
    small: bool
    city: str
    people: Mapping[str, tuple[Person, ...]]
    two_sided: bool
    placeless: bool
    key: tuple[object, ...]

    @property
    def rich(self) -> tuple[int, ...]:
        """How much it tells: a report that tells more is the better one to compare others with."""
        report = self.report
        return (len(self.people), len(report.people), bool(self.city), bool(report.forum), self.firm)


def traits_of(report: Report, document: Document | None) -> Traits:
    """The traits of a report; `document` is the one that holds it, if it is at hand."""
    when, published = report.when, document.published if document else None
    first, last = _days(report)
    people: dict[str, tuple[Person, ...]] = {}
    for person in report.people:
        people[person.country] = (*people.get(person.country, ()), person)
    put_off = report.status is Status.CANCELLED and bool(phrase_pattern("put_off").search(report.evidence))
    dated = when.start is not None
    weekday = _weekday(report.evidence) if report.kind.two_sided and not dated else None
    firm = report.date_basis is DateBasis.EXPLICIT
    small = report.kind is Kind.MULTILATERAL and _is_small(report)
    key = (
        first, last, when.precision, firm, report.status, report.countries, report.host_country, report.city,
        report.forum, report.edition, report.people, put_off, small, weekday,
        0 if dated or published is None else published.toordinal(),
    )  # fmt: skip
    return Traits(
        report=report,
        first=first,
        last=last,
        sure=when.precision is Precision.DAY,
        firm=firm,
        published=published.toordinal() if published else 0,
        weekday=weekday,
        put_off=put_off,
        small=small,
        city=folded(report.city),
        people=people,
        two_sided=report.kind.two_sided,
        placeless=report.kind in NO_PLACE,
        key=key,
    )


def _days(report: Report) -> tuple[int, int]:
    """The days on which it can have been: those told, else those of the one edition of its forum that fits."""
    if report.when.start is not None and report.when.end is not None:
        return report.when.start.toordinal(), report.when.end.toordinal()
    edition = edition_of(report)
    if edition is None:
        return 0, 0
    around = _AROUND if report.kind.two_sided else 0
    return edition.start.toordinal() - around, edition.end.toordinal() + around


def _is_small(report: Report) -> bool:
    return len(report.countries) in (3, 4) and bool(
        phrase_pattern("small_groups").search(f"{report.forum} {report.evidence}")
    )


def _weekday(evidence: str) -> int | None:
    """The one weekday that a sentence names; None when it names none or several."""
    named = {weekday_number(name) for name in _weekdays().findall(evidence)}
    return named.pop() if len(named) == 1 else None


@cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
