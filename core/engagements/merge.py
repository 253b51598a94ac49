"""Reports of one engagement, from any number of documents, become one engagement."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.engagements.alike import alike, key
from core.lexicon.countries import country_name
from core.model import Document, Engagement, Kind, Participant, Precision, Report, Status

FINENESS = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2, Precision.NONE: 3}
COMPARED = ("status", "date", "host_country", "city", "forum")


def merge(reports: Sequence[Report], documents: Sequence[Document]) -> tuple[list[Report], list[Engagement]]:
    """The reports with their ids, and the engagements that they tell of, the earliest first.

    Reports are compared within a block only (same kind and countries, or same forum), those with the
    finest dates first; an undated one joins an engagement only if just one fits.
    """
    named = _with_ids(reports)
    blocks: dict[tuple[str, ...], list[Report]] = defaultdict(list)
    for report in named:
        blocks[key(report)].append(report)
    clusters = [cluster for block in blocks.values() for cluster in _clusters(block)]
    published = {d.doc_id: d.published for d in documents}
    hashes = {d.doc_id: d.sha256 for d in documents}
    order = {report.report_id: number for number, report in enumerate(named)}
    engagements = []
    owner: dict[str, str] = {}
    for cluster in clusters:
        cluster.sort(key=lambda r: order[r.report_id])
        identity = "E-" + min(r.report_id for r in cluster)[2:]
        owner.update({r.report_id: identity for r in cluster})
        engagements.append(_engagement(identity, cluster, published, hashes))
    engagements.sort(key=lambda e: (e.best.when.start or date.max, e.best.kind.value, e.engagement_id))
    return [replace(report, engagement_id=owner[report.report_id]) for report in named], engagements


def _with_ids(reports: Iterable[Report]) -> list[Report]:
    seen: Counter[str] = Counter()
    out = []
    for report in reports:
        told = "|".join((report.doc_id, report.kind, ";".join(report.countries), str(report.when.start), report.evidence,
                         ";".join(p.name for p in report.people)))  # fmt: skip
        seen[told] += 1
        digest = hashlib.sha256(f"{told}|{seen[told]}".encode("utf-8", "surrogatepass")).hexdigest()
        out.append(replace(report, report_id="r-" + digest[:10]))
    return out


def _clusters(block: list[Report]) -> list[list[Report]]:
    clusters: list[list[Report]] = []
    ranked = sorted(block, key=lambda r: (FINENESS[r.when.precision], r.when.start or date.max, r.report_id))
    for report in ranked:
        fits = [c for c in clusters if all(alike(report, other) for other in c)]
        if len(fits) == 1 or (fits and report.when.precision is Precision.DAY):
            fits[0].append(report)
        else:
            clusters.append([report])
    return clusters


def _engagement(
    identity: str, cluster: list[Report], published: dict[str, date | None], hashes: dict[str, str]
) -> Engagement:
    best = _best(cluster)
    days = [day for r in cluster if (day := published.get(r.doc_id)) is not None]
    return Engagement(
        engagement_id=identity,
        best=replace(best, engagement_id=identity),
        reports=tuple(replace(r, engagement_id=identity) for r in cluster),
        sources=len({hashes.get(r.doc_id, r.doc_id) for r in cluster}),
        conflicts=tuple(name for name in COMPARED if _differ(name, cluster)),
        first_reported=min(days) if days else None,
        participants=_participants(identity, best),
    )


def _best(cluster: list[Report]) -> Report:
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


def _differ(name: str, cluster: list[Report]) -> bool:
    """Whether the reports tell two values for a field; plan then held, and vague then exact, is no conflict."""
    if name == "date":
        told = {
            (r.when.start, r.when.end)
            for r in cluster
            if r.when.precision is Precision.DAY and r.status is Status.HELD
        }
        return any(
            one[1] < two[0] or two[1] < one[0]
            for one in told
            for two in told
            if one[0] and two[0] and one[1] and two[1]
        )
    if name == "status":
        return Status.CANCELLED in {r.status for r in cluster} and len({r.status for r in cluster}) > 1
    return len({getattr(r, name) for r in cluster if getattr(r, name)}) > 1


def _participants(identity: str, best: Report) -> tuple[Participant, ...]:
    out: list[Participant] = []
    for code in best.countries:
        role = "participant"
        if best.kind is not Kind.CALL and best.host_country in best.countries:
            role = (
                "host" if code == best.host_country else ("visitor" if best.kind.two_sided else "participant")
            )
        people = [p for p in best.people if p.country == code]
        country = country_name(code)
        out += [Participant(identity, code, country, p.name, p.office, p.organisation, role) for p in people]
        if not people:
            out.append(Participant(identity, code, country, role=role))
    return tuple(out)
