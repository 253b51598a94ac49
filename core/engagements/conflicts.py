"""On what the reports of one engagement differ: every value told, with who tells it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from core.engagements.sources import count
from core.model import Conflict, Precision, Report, Status

PLAIN = ("host_country", "city", "forum")


def find_conflicts(
    cluster: Sequence[Report], best: Report, source: Mapping[str, str]
) -> tuple[Conflict, ...]:
    """The values of each field on which the reports differ, the chosen one first."""
    found: list[Conflict] = []
    for field, told in _told(cluster):
        chosen = _chosen(field, best)
        values = [
            Conflict(
                field, value, tuple(r.report_id for r in reports), count(reports, source), value == chosen
            )
            for value, reports in told.items()
        ]
        found += sorted(values, key=lambda c: (not c.chosen, -c.sources, c.value))
    return tuple(found)


def _told(cluster: Sequence[Report]) -> Iterator[tuple[str, dict[str, list[Report]]]]:
    """The fields on which the reports differ, each with its values."""
    states = {r.status for r in cluster}
    if Status.CANCELLED in states and len(states) > 1:
        yield "status", _by(cluster, lambda r: r.status.value)
    exact = [r for r in cluster if r.when.precision is Precision.DAY and r.status is Status.HELD]
    if any(not _meet(one, other) for one in exact for other in exact):
        yield "date", _by(exact, day_words)
    for field in PLAIN:
        values = _by(cluster, attrgetter(field))
        if len(values) > 1:
            yield field, values


def _by(cluster: Sequence[Report], value: Callable[[Report], str]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for report in cluster:
        if told := value(report):
            found.setdefault(told, []).append(report)
    return found


def _meet(one: Report, other: Report) -> bool:
    first, second = one.when, other.when
    if first.start is None or first.end is None or second.start is None or second.end is None:
        return True
    return first.start <= second.end and second.start <= first.end


def day_words(report: Report) -> str:
    """`2023-04-28`, or `2023-04-27/2023-04-28` for several days; empty without a date."""
    start, end = report.when.start, report.when.end
    if start is None or end is None:
        return ""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def _chosen(field: str, best: Report) -> str:
    if field == "date":
        return day_words(best)
    return str(getattr(best, field))
