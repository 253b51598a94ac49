"""Reports of one engagement, from any number of documents, become one engagement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.engagements.alike import alike
from core.engagements.best import FINENESS, best_values
from core.engagements.blocks import block
from core.engagements.calendar import dated
from core.engagements.conflicts import find_conflicts
from core.engagements.flags import find_flags
from core.engagements.grades import credibility
from core.engagements.identity import Founders, engagement_ids, with_ids
from core.engagements.participants import participants
from core.engagements.rulings import NONE, Rulings
from core.engagements.sources import independent
from core.model import Decision, Document, Engagement, MergeDecision, Precision, Report

__all__ = ["NONE", "Merged", "Rulings", "block", "merge"]


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
    blocks: dict[str, list[Report]] = defaultdict(list)
    for report in named:
        blocks[block(report)].append(report)
    clusters = [cluster for key in sorted(blocks) for cluster in _clusters(blocks[key], rulings)]
    ids = engagement_ids(clusters, papers, founders or {})
    owner = {r.report_id: identity for identity, cluster in zip(ids, clusters, strict=True) for r in cluster}
    engagements = [
        _engagement(identity, cluster, papers) for identity, cluster in zip(ids, clusters, strict=True)
    ]
    engagements.sort(key=lambda e: (e.best.when.start or date.max, e.best.kind.value, e.engagement_id))
    decisions = [
        MergeDecision(identity, one.report_id, cluster[0].report_id, True, Decision.SAME_DAY)
        for identity, cluster in zip(ids, clusters, strict=True)
        for one in cluster[1:]
    ]
    return Merged(
        [replace(report, engagement_id=owner[report.report_id]) for report in named], engagements, decisions
    )


def _clusters(reports: Iterable[Report], rulings: Rulings) -> list[list[Report]]:
    clusters: list[list[Report]] = []
    ranked = sorted(
        reports, key=lambda r: (FINENESS[r.when.precision], r.when.start or date.max, r.report_id)
    )
    for report in ranked:
        parted = rulings.parted.get(report.report_id, frozenset())
        fits = [
            c for c in clusters if all(alike(report, other) and other.report_id not in parted for other in c)
        ]
        if len(fits) == 1 or (fits and report.when.precision is Precision.DAY):
            fits[0].append(report)
        else:
            clusters.append([report])
    return clusters


def _engagement(identity: str, cluster: Sequence[Report], documents: Mapping[str, Document]) -> Engagement:
    source = independent(cluster, documents)
    papers = {r.doc_id: documents[r.doc_id] for r in cluster if r.doc_id in documents}
    days = [paper.published for paper in papers.values() if paper.published is not None]
    best = dated(best_values(cluster, source), min(days, default=None))
    conflicting = find_conflicts(cluster, best, source)
    found = Engagement(
        engagement_id=identity,
        best=replace(best, engagement_id=identity),
        reports=tuple(replace(r, engagement_id=identity) for r in cluster),
        sources=len({papers[r.doc_id].sha256 if r.doc_id in papers else r.doc_id for r in cluster}),
        conflicts=tuple(dict.fromkeys(conflict.field for conflict in conflicting)),
        first_reported=min(days, default=None),
        participants=participants(identity, best),
        independent_sources=len(set(source.values())),
        conflicting=conflicting,
    )
    flagged = replace(found, flags=find_flags(found, papers))
    return replace(flagged, credibility=credibility(flagged, source, papers))
