"""Reports of one engagement, from any number of documents, become one engagement."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from core.engagements.best import best_values
from core.engagements.blocks import block
from core.engagements.calendar import dated
from core.engagements.cluster import rule_together
from core.engagements.clusters import Clustering, cluster_block
from core.engagements.conflicts import find_conflicts
from core.engagements.decisions import Pair, pairs_of, tell
from core.engagements.flags import find_flags
from core.engagements.grades import credibility
from core.engagements.identity import Founders, engagement_ids, told_first, with_ids
from core.engagements.participants import participants
from core.engagements.rulings import NONE, Rulings
from core.engagements.sources import independent
from core.engagements.support import Support
from core.engagements.traits import traits_of
from core.model import Document, Engagement, MergeDecision, Report

__all__ = ["NONE", "Grouped", "Merged", "Rulings", "block", "engagement_from", "group", "merge"]


@dataclass(frozen=True)
class Merged:
    """What merging gives: the reports in the order given, each with its engagement's id; the engagements, the
    earliest first; why reports were put together, or were nearly.
    """

    reports: list[Report]
    engagements: list[Engagement]
    decisions: list[MergeDecision]


def merge(
    reports: Sequence[Report],
    documents: Iterable[Document],
    *,
    rulings: Rulings = NONE,
    founders: Founders | None = None,
) -> Merged:
    """The reports with their ids, the engagements that they tell of, and the decisions that led there.

    Reports are compared within a block only; merging a block alone gives the same engagements as merging all, and
    the order of `reports` and `documents` changes nothing. `rulings` are an analyst's word; `founders` gives the
    rank and the engagement's id of reports that founded one before.
    """
    named = with_ids(reports)
    papers = {document.doc_id: document for document in documents}
    with uncollected():
        grouped = group(named, papers, rulings=rulings, founders=founders or {})
        engagements = [engagement_from(identity, told, papers) for identity, told in grouped.groups]
        told = {report.report_id: report for found in engagements for report in found.reports}
        engagements.sort(key=lambda e: (e.best.when.start or date.max, e.best.kind.value, e.engagement_id))
        decisions = [one for key, pairs in sorted(grouped.pairs.items()) for one in tell(key, pairs)]
    return Merged([told[report.report_id] for report in named], engagements, decisions)


@dataclass(frozen=True)
class Grouped:
    """Reports that were put together: the engagement's id of each group, and for each id the pairs it rests on."""

    groups: Sequence[tuple[str, list[Report]]]
    pairs: Mapping[str, list[Pair]]


def group(
    reports: Iterable[Report],
    documents: Mapping[str, Document],
    *,
    rulings: Rulings = NONE,
    founders: Founders,
) -> Grouped:
    """The reports of each engagement, before anything is made of them; every report has its id.

    Of `documents` those are needed that hold reports without a date, and of reports that `founders` does not name.
    """
    with uncollected():
        found = _clustered(reports, documents, rulings)
        clusters = [[member.report for member in cluster.members] for cluster in found.clusters]
        ids = engagement_ids(clusters, documents, founders)
        groups = list(zip(ids, clusters, strict=True))
        owner = {report.report_id: identity for identity, told in groups for report in told}
        joined = (step for cluster in found.clusters for step in cluster.joined)
        return Grouped(groups, pairs_of(joined, found.misses, owner))


@contextmanager
def uncollected() -> Iterator[None]:
    """Puts off the search for rings of objects, where many lasting ones without any are made: each search looks through all."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _clustered(reports: Iterable[Report], papers: Mapping[str, Document], rulings: Rulings) -> Clustering:
    """The clusters of all blocks; those that an analyst ruled together are one, whatever their blocks."""
    blocks: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        blocks[block(report)].append(report)
    found = Clustering()
    for key in sorted(blocks):
        traits = [traits_of(report, papers.get(report.doc_id)) for report in blocks[key]]
        of_block = cluster_block(traits, rulings)
        found.clusters += of_block.clusters
        found.misses += of_block.misses
    found.clusters = rule_together(found.clusters, rulings)
    return found


def engagement_from(identity: str, told: Iterable[Report], documents: Mapping[str, Document]) -> Engagement:
    """The engagement that these reports tell of, with its flags; `documents` are those that hold them."""
    ordered = sorted(told, key=lambda report: told_first(report, documents))
    cluster = [replace(report, engagement_id=identity) for report in ordered]
    source = independent(cluster, documents)
    papers = {r.doc_id: documents[r.doc_id] for r in cluster if r.doc_id in documents}
    days = [paper.published for paper in papers.values() if paper.published is not None]
    support = Support.of(source, papers)
    best = dated(best_values(cluster, support), min(days, default=None))
    conflicting = find_conflicts(cluster, best, support)
    found = Engagement(
        engagement_id=identity,
        best=best,
        reports=tuple(cluster),
        sources=len({papers[r.doc_id].sha256 if r.doc_id in papers else r.doc_id for r in cluster}),
        conflicts=tuple(dict.fromkeys(conflict.field for conflict in conflicting)),
        first_reported=min(days, default=None),
        participants=participants(identity, best),
        independent_sources=len(set(source.values())),
        conflicting=conflicting,
    )
    flagged = replace(found, flags=find_flags(found, papers))
    return replace(flagged, credibility=credibility(flagged, source, papers))
