"""Ids that last: a report's comes from what it tells, an engagement's from the report that founded it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.model import Document, Report

Founders = Mapping[str, tuple[int, str]]


def with_ids(reports: Iterable[Report]) -> list[Report]:
    """The same reports, in their order, each with its id; one that has an id keeps it."""
    given = list(reports)
    alike: dict[str, list[int]] = {}
    for place, report in enumerate(given):
        if not report.report_id:
            alike.setdefault(_told(report), []).append(place)
    for told, places in alike.items():
        if len(places) > 1:
            places.sort(key=lambda place: (given[place].evidence_start, repr(given[place])))
        for number, place in enumerate(places, start=1):
            digest = hashlib.sha256(f"{told}|{number}".encode("utf-8", "surrogatepass")).hexdigest()
            given[place] = replace(given[place], report_id="r-" + digest[:10])
    return given


def _told(report: Report) -> str:
    return "|".join((report.doc_id, report.kind, ";".join(report.countries), str(report.when.start), report.evidence,
                     ";".join(person.name for person in report.people)))  # fmt: skip


def engagement_ids(
    clusters: Sequence[Sequence[Report]], documents: Mapping[str, Document], founders: Founders
) -> list[str]:
    """The id of each cluster: that of its founder, the report that came first.

    Which came first `founders` tells (rank and id by report); reports that it does not name come after those, by
    the day on which their document was published, the document's id and their place in it. Of two clusters
    that claim one id the one with the earlier founder has it, the other takes its founder's own.
    """

    def rank(report: Report) -> tuple[object, ...]:
        known = founders.get(report.report_id)
        return (known[0] if known else float("inf"), told_first(report, documents))

    firsts = [min(cluster, key=rank) for cluster in clusters]
    ids = [""] * len(clusters)
    taken: set[str] = set()
    for place in sorted(range(len(clusters)), key=lambda place: rank(firsts[place])):
        own = founded(firsts[place].report_id)
        claimed = founders.get(firsts[place].report_id, (0, own))[1]
        ids[place] = own if claimed in taken else claimed
        taken.add(ids[place])
    return ids


def told_first(report: Report, documents: Mapping[str, Document]) -> tuple[date, str, int, str]:
    """What sorts reports by publication: the day, those without one last, then the document, the place in it."""
    paper = documents.get(report.doc_id)
    day = (paper.published if paper else None) or date.max
    return (day, report.doc_id, report.evidence_start, report.report_id)


def founded(report_id: str) -> str:
    """The id of the engagement that this report founds."""
    return "E-" + report_id[2:]
