"""On what the reports of one engagement differ: every value told, with who tells it.

What is told with less precision is no conflict: a month beside a day of it, Minister beside Defence Minister, an
announcement beside what was held.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from core.engagements.fora import Fit, forums_fit
from core.engagements.persons import is_vaguer, people_told
from core.engagements.sources import count
from core.engagements.support import Support, by_value
from core.model import Conflict, Kind, Precision, Report, Status, When

Values = Mapping[str, Sequence[Report]]


def find_conflicts(cluster: Sequence[Report], best: Report, support: Support) -> tuple[Conflict, ...]:
    """The values of each field on which the reports differ, the chosen one first, then by their sources."""
    found: list[Conflict] = []
    for field, told, chosen in _differing(cluster, best):
        values = [
            Conflict(
                field,
                value,
                tuple(r.report_id for r in reports),
                count(reports, support.source),
                value in chosen,
            )
            for value, reports in told.items()
        ]
        found += sorted(values, key=lambda c: (not c.chosen, -c.sources, c.value))
    return tuple(found)


def _differing(cluster: Sequence[Report], best: Report) -> Iterator[tuple[str, Values, tuple[str, ...]]]:
    """The fields on which the reports differ, each with its values and those of them that were chosen."""
    if len(cluster) == 1:
        return
    states = {report.status for report in cluster}
    if Status.CANCELLED in states and len(states) > 1:
        yield "status", by_value(cluster, lambda r: r.status.value), (best.status.value,)
    exact = [r for r in cluster if r.when.precision is Precision.DAY and r.status is not Status.PLANNED]
    days = by_value(exact, lambda r: days_told(r.when))
    if any(_far(one[0].when, other[0].when) for one in days.values() for other in days.values()):
        yield "date", days, (days_told(best.when),)
    for field in ("host_country", "city"):
        places = by_value(cluster, attrgetter(field))
        if len(places) > 1 and (field, best.kind) not in _MANY:
            yield field, places, (str(getattr(best, field)),)
    yield from _forums(cluster, best)
    yield from _offices(cluster, best)


_MANY = {("city", Kind.VISIT), ("city", Kind.EXERCISE)}  # a visit goes to several cities


def _forums(cluster: Sequence[Report], best: Report) -> Iterator[tuple[str, Values, tuple[str, ...]]]:
    told = by_value(cluster, attrgetter("forum"))
    if any(forums_fit(one, other) in (Fit.OTHER, Fit.JOINED) for one in told for other in told):
        yield "forum", told, (best.forum,)
    editions = by_value((r for r in cluster if r.forum == best.forum), attrgetter("edition"))
    if len({edition for edition in editions if edition.isdigit()}) > 1 or (
        len({edition for edition in editions if not edition.isdigit()}) > 1
    ):
        yield "edition", editions, (best.edition,)


def _offices(cluster: Sequence[Report], best: Report) -> Iterator[tuple[str, Values, tuple[str, ...]]]:
    """People who are told with two offices; the values are written as in the column people."""
    values: dict[str, Sequence[Report]] = {}
    for told in people_told(cluster):
        offices = {office: r for office, r in told.offices.items() if not is_vaguer(office, told.offices)}
        if len(offices) > 1:
            named = next(form for form, _ in told.forms)
            name = next(
                (p.name for p in best.people if any(p.name == f.name for f, _ in told.forms)), named.name
            )
            values |= {f"{name} ({named.country}, {office})": reports for office, reports in offices.items()}
    if values:
        yield "office", values, tuple(str(person) for person in best.people)


def _far(one: When, other: When) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start > other.end or other.start > one.end


def days_told(when: When) -> str:
    """`2023-04-28`, or `2023-04-27/2023-04-28` for several days; empty without a date."""
    if when.start is None or when.end is None:
        return ""
    if when.start == when.end:
        return when.start.isoformat()
    return f"{when.start.isoformat()}/{when.end.isoformat()}"
