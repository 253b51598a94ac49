"""The decisions of merging: for each report that joined an engagement why it did, and the nearest misses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.engagements.cluster import Joined
from core.engagements.reasons import reasons
from core.engagements.traits import Traits
from core.model import Decision, MergeDecision

KEPT = 3  # near misses of one engagement: the nearest in time


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that were put together, or nearly; `one` is of the engagement that tells of it."""

    one: Traits
    other: Traits
    kind: Decision
    merged: bool

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two reports."""
        return self.one.report.report_id, self.other.report.report_id


def pairs_of(
    joined: Iterable[Joined], misses: Iterable[Joined], owner: Mapping[str, str]
) -> dict[str, list[Pair]]:
    """For each engagement the pairs that led to it and its nearest misses, in the order of their ids.

    `owner` gives the engagement of each report.
    """
    found: dict[str, list[Pair]] = defaultdict(list)
    for one, other, kind in joined:
        found[owner[one.report.report_id]].append(Pair(one, other, kind, merged=True))
    for one, other, kind in _nearest(misses, owner):
        found[owner[one.report.report_id]].append(Pair(one, other, kind, merged=False))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (not pair.merged, pair.ids))
    return found


def tell(engagement_id: str, pairs: Iterable[Pair]) -> list[MergeDecision]:
    """The decisions on an engagement, with their reasons in words."""
    return [
        MergeDecision(engagement_id, *p.ids, p.merged, p.kind, reasons(p.one, p.other, p.kind)) for p in pairs
    ]


def _nearest(misses: Iterable[Joined], owner: Mapping[str, str]) -> Iterable[Joined]:
    """Of the misses between two engagements one, and of those of one engagement the nearest."""
    between: dict[tuple[str, str], Joined] = {}
    for miss in sorted(misses, key=_distance):
        mine, theirs = (owner[traits.report.report_id] for traits in miss[:2])
        if mine != theirs and _worth_telling(miss):
            between.setdefault((min(mine, theirs), max(mine, theirs)), miss)
    of: dict[str, list[Joined]] = defaultdict(list)
    for (engagement, _), miss in between.items():
        if len(of[engagement]) < KEPT:
            of[engagement].append(miss)
    for engagement, found in of.items():
        for one, other, kind in found:
            yield (one, other, kind) if owner[one.report.report_id] == engagement else (other, one, kind)


def _distance(miss: Joined) -> tuple[object, ...]:
    one, other, kind = miss
    apart = max(0, one.first - other.last, other.first - one.last)
    return (apart, *sorted((one.report.report_id, other.report.report_id)), kind)


def _worth_telling(miss: Joined) -> bool:
    """Two gatherings of one day are near each other only where they share a forum, a city or two countries."""
    one, other, kind = miss
    if one.report.kind.two_sided or kind is Decision.APART:
        return True
    forum = one.report.forum and one.report.forum == other.report.forum
    shared = set(one.report.countries) & set(other.report.countries)
    return bool(forum or (one.city and one.city == other.city) or len(shared) > 1)
