"""The best value of each field of an engagement, from all that its reports tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.model import Precision, Report, Status

FINENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2, Precision.NONE: 3}


def best_values(cluster: Sequence[Report], source: Mapping[str, str]) -> Report:  # noqa: ARG001
    """The most telling report, with what others know better: a held status, a finer date, a place, a forum."""
    lead = max(
        cluster,
        key=lambda r: (
            not r.background,
            r.status is Status.HELD,
            bool(r.city),
            bool(r.forum),
            len(r.people),
            r.confidence,
            r.report_id,
        ),
    )
    dated = min(cluster, key=lambda r: (FINENESS[r.when.precision], r.background, r is not lead, r.report_id))
    held = any(r.status is Status.HELD for r in cluster)
    people = {str(p): p for r in (lead, *cluster) for p in r.people}
    names: dict[str, None] = {}
    kept = []
    for person in people.values():
        surname = person.name.split()[-1].casefold() + person.country
        if surname not in names:
            names[surname] = None
            kept.append(person)
    return replace(
        lead,
        status=Status.HELD if held else lead.status,
        when=dated.when,
        date_basis=dated.date_basis,
        host_country=lead.host_country or next((r.host_country for r in cluster if r.host_country), ""),
        city=lead.city or next((r.city for r in cluster if r.city), ""),
        forum=lead.forum or next((r.forum for r in cluster if r.forum), ""),
        edition=lead.edition or next((r.edition for r in cluster if r.edition), ""),
        countries=tuple(sorted({c for r in cluster for c in r.countries})),
        people=tuple(kept),
        topics=tuple(dict.fromkeys(t for r in cluster for t in r.topics)),
        initiatives=tuple(dict.fromkeys(t for r in cluster for t in r.initiatives)),
        outcomes=tuple(dict.fromkeys(t for r in cluster for t in r.outcomes)),
        background=all(r.background for r in cluster),
        confidence=round(1 - _product(1 - r.confidence for r in cluster), 2),
    )


def _product(values: Iterable[float]) -> float:
    result = 1.0
    for value in values:
        result *= value
    return result
