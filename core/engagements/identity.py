"""Ids that last: a report's comes from what it tells, an engagement's from the report that founded it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.model import Document, Report

Founders = Mapping[str, tuple[int, str]]


def with_ids(reports: Iterable[Report]) -> list[Report]:
    """The same reports, in their order, each with its id; one that has an id keeps it."""
    given = list(reports)
    unnamed = [place for place, report in enumerate(given) if not report.report_id]
    seen: Counter[str] = Counter()
    for place in sorted(unnamed, key=lambda place: (given[place].evidence_start, repr(given[place]))):
        report = given[place]
        told = "|".join((report.doc_id, report.kind, ";".join(report.countries), str(report.when.start),
                         report.evidence, ";".join(p.name for p in report.people)))  # fmt: skip
        seen[told] += 1
        digest = hashlib.sha256(f"{told}|{seen[told]}".encode("utf-8", "surrogatepass")).hexdigest()
        given[place] = replace(report, report_id="r-" + digest[:10])
    return given


def engagement_ids(
    clusters: Sequence[Sequence[Report]], documents: Mapping[str, Document], founders: Founders
) -> list[str]:
    """The id of each cluster: that of its founder, the report that came first.

    Which came first `founders` tells (rank and id by report); reports that it does not name come after those, by
    the day on which their document was published, the document's id and their place in it. Of two clusters
    that claim one id the one with the earlier founder has it, the other takes its founder's own.
    """

    def rank(report: Report) -> tuple[float, date, str, int, str]:
        known = founders.get(report.report_id)
        paper = documents.get(report.doc_id)
        return (
            known[0] if known else float("inf"),
            (paper.published if paper else None) or date.max,
            report.doc_id,
            report.evidence_start,
            report.report_id,
        )

    firsts = [min(cluster, key=rank) for cluster in clusters]
    ids = [""] * len(clusters)
    taken: set[str] = set()
    for place in sorted(range(len(clusters)), key=lambda place: rank(firsts[place])):
        own = founded(firsts[place].report_id)
        claimed = founders.get(firsts[place].report_id, (0, own))[1]
        ids[place] = own if claimed in taken else claimed
        taken.add(ids[place])
    return ids


def founded(report_id: str) -> str:
    """The id of the engagement that this report founds."""
    return "E-" + report_id[2:]


def engagement_of(engagement_id: str, reports: Iterable[Report]) -> str | None:
    """The engagement to which an id leads that was given once: the one that holds its founding report now.

    None where no report of that id is left. Ids given by `founders` of another making are not followed.
    """
    return next((r.engagement_id for r in reports if founded(r.report_id) == engagement_id), None)
