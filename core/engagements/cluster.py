"""Reports taken for one engagement so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.engagements.alike import Likeness, alike
from core.engagements.rulings import Rulings
from core.engagements.traits import Traits
from core.model import Decision, Status

Joined = tuple[Traits, Traits, Decision]


@dataclass(slots=True, eq=False)
class Cluster:
    """Reports of one engagement, with the days that all of them allow (`first` to `last`; 0 where none is told).

    `distinct` holds one report for each set of traits, so that a hundred copies are compared once. `start` and
    `end` are the earliest and the latest day told.
    """

    members: list[Traits] = field(default_factory=list)
    distinct: dict[tuple[object, ...], Traits] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    joined: list[Joined] = field(default_factory=list)
    first: int = 0
    last: int = 0
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, report: Traits) -> "Cluster":
        """A cluster of one report."""
        found = cls(first=report.first, last=report.last, start=report.first, end=report.last)
        found._take(report)
        return found

    @property
    def ids(self) -> set[str]:
        """The ids of its reports."""
        return {member.report.report_id for member in self.members}

    @property
    def firm(self) -> bool:
        """Whether a report writes its day out."""
        return any(member.firm for member in self.distinct.values())

    @property
    def held(self) -> bool:
        """Whether a report says that it took place."""
        return any(member.report.status is Status.HELD for member in self.distinct.values())

    def add(self, report: Traits, beside: Traits, decision: Decision) -> None:
        """Takes a report in, because of its likeness to `beside`."""
        self._take(report)
        self.joined.append((report, beside, decision))
        self._narrow(report.first, report.last, report.first, report.last)

    def absorb(self, other: "Cluster", mine: Traits, theirs: Traits, decision: Decision) -> None:
        """Takes all reports of another cluster in, because `theirs` is like `mine`."""
        for member in other.members:
            self._take(member)
        self.joined += [*other.joined, (theirs, mine, decision)]
        self._narrow(other.first, other.last, other.start, other.end)

    def _take(self, report: Traits) -> None:
        self.members.append(report)
        self.distinct.setdefault(report.key, report)
        self.documents.add(report.report.doc_id)

    def _narrow(self, first: int, last: int, start: int, end: int) -> None:
        """Keeps the days that are left; vague and far days leave them as they are."""
        if not first:
            return
        if not self.first:
            self.first, self.last, self.start, self.end = first, last, start, end
            return
        if max(self.first, first) <= min(self.last, last):
            self.first, self.last = max(self.first, first), min(self.last, last)
        self.start, self.end = min(self.start, start), max(self.end, end)


@dataclass(frozen=True, slots=True)
class Match:
    """How two clusters go together: the points of the two reports that are most alike, or what keeps them apart."""

    likeness: Likeness
    mine: Traits
    theirs: Traits

    @property
    def points(self) -> int:
        """The points, -1 where something keeps them apart."""
        return -1 if self.likeness.apart else self.likeness.points


def match(mine: Cluster, theirs: Cluster, rulings: Rulings) -> Match:
    """The best match of two clusters: every report of one must be able to be of the other."""
    most, best = -1, (mine.members[0], theirs.members[0])
    likeness = Likeness()
    for one in mine.distinct.values():
        for other in theirs.distinct.values():
            found = alike(one, other)
            if found.apart is not None:
                return Match(found, one, other)
            if found.points > most:
                most, best, likeness = found.points, (one, other), found
    if apart := _kept_apart(mine, theirs, rulings):
        return Match(Likeness(0, apart), *best)
    return Match(likeness, *best)


def _kept_apart(mine: Cluster, theirs: Cluster, rulings: Rulings) -> Decision | None:
    if rulings.apart and is_ruled_apart(mine.ids, theirs.ids, rulings):
        return Decision.APART
    return Decision.ONE_DOCUMENT if mine.documents & theirs.documents else None


def is_ruled_apart(mine: Iterable[str], theirs: set[str], rulings: Rulings) -> bool:
    """Whether an analyst ruled a report of one apart from a report of the other."""
    return any(not theirs.isdisjoint(rulings.parted.get(one, ())) for one in mine)


def rule_together(clusters: Iterable[Cluster], rulings: Rulings) -> list[Cluster]:
    """The clusters, those joined whose reports an analyst ruled together; what was ruled apart stays apart."""
    kept = list(clusters)
    holding = {
        member.report.report_id: cluster
        for cluster in kept
        for member in (cluster.members if rulings.together else ())
    }
    for one, other in sorted(tuple(sorted(pair)) for pair in rulings.together):
        mine, theirs = holding.get(one), holding.get(other)
        if mine is None or theirs is None or mine is theirs:
            continue
        if is_ruled_apart(mine.ids, theirs.ids, rulings):
            continue
        left, right = (
            next(m for m in c.members if m.report.report_id == identity)
            for c, identity in ((mine, one), (theirs, other))
        )
        holding.update(dict.fromkeys(theirs.ids, mine))
        mine.absorb(theirs, left, right, Decision.TOGETHER)
        kept.remove(theirs)
    return kept
