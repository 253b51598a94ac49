"""The reports of a block become clusters: those of one day first, then days close by, then vague dates."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from core.engagements.cluster import Cluster, Joined, Match, match
from core.engagements.fora import dates_by_itself, is_mechanism
from core.engagements.rulings import Rulings
from core.engagements.traits import Traits
from core.model import Decision, Kind, Precision, Status

_REACH = {
    Kind.VISIT: 3,
    Kind.EXERCISE: 21,
}  # days between reports of one such engagement; a meeting's are less
_NEARBY = 2  # days by which reports of one meeting can differ: a time zone, a day told for the day before
_SHIFTED = 5  # days by which a planned meeting moves without anybody saying so
_LATER = 120  # days within which a meeting that was put off is held
_NEWS = 400  # days for which a meeting is told without its date
_LITTLE, _TALKERS, _MUCH, _PLENTY = 2, 3, 4, 5  # points: a city; people of both sides; more of them
_MISS = 3  # days within which two that were not merged are a near miss; misses of one report that are kept


@dataclass(slots=True)
class Clustering:
    """The clusters of a block, and the pairs of reports that were nearly put together."""

    clusters: list[Cluster] = field(default_factory=list)
    misses: list[Joined] = field(default_factory=list)


def cluster_block(reports: Iterable[Traits], rulings: Rulings) -> Clustering:
    """The clusters of the reports of one block; the order of the reports changes nothing."""
    ordered = sorted(reports, key=_order)
    found = Clustering()
    by_day(found, [report for report in ordered if report.sure], rulings)
    close_by(found, rulings)
    put_off(found, rulings)
    for report in sorted(
        (r for r in ordered if not r.sure), key=lambda r: _FINENESS[r.report.when.precision]
    ):
        _place_vague(found, report, rulings)
    return found


_FINENESS = {Precision.MONTH: 0, Precision.NONE: 1, Precision.YEAR: 2}


def _order(report: Traits) -> tuple[object, ...]:
    return (report.first, tuple(-n for n in report.rich), report.last, report.report.report_id)


def by_day(found: Clustering, reports: Sequence[Traits], rulings: Rulings) -> None:
    """Puts reports of the same day, or of days that overlap, together; each joins the cluster it is most like."""
    open_now: list[Cluster] = []
    for report in reports:
        open_now = [cluster for cluster in open_now if cluster.last >= report.first]
        meeting = [cluster for cluster in open_now if cluster.first <= report.last]
        alone = Cluster.of(report)
        matches = [(match(cluster, alone, rulings), cluster) for cluster in meeting]
        apart = [(report, m.mine, m.likeness.apart) for m, _ in matches if m.likeness.apart]
        found.misses += apart[:_MISS]
        need = _same_day_need(report)
        fitting = [(m, cluster) for m, cluster in matches if m.points >= need]
        chosen = _best_of(fitting, rulings)
        if chosen is not None:
            best, cluster = chosen
            cluster.add(report, best.mine, _day_decision(report, best.mine))
            continue
        found.misses += [(report, m.mine, Decision.SEVERAL_FIT) for m, _ in fitting[:_MISS]]
        found.clusters.append(alone)
        open_now.append(alone)


def _same_day_need(report: Traits) -> int:
    """Points that reports of one day must have: two countries and their day are enough, a gathering needs more."""
    if report.report.kind.two_sided:
        return 0 if len(report.report.countries) == 2 else 2
    return 2 if report.report.forum else 4


def _day_decision(report: Traits, other: Traits) -> Decision:
    states = {report.report.status, other.report.status}
    if states == {Status.PLANNED, Status.HELD}:
        return Decision.PLANNED
    if states == {Status.PLANNED, Status.CANCELLED}:
        return Decision.CALLED_OFF
    same = (report.first, report.last) == (other.first, other.last)
    return Decision.SAME_DAY if same else Decision.OVERLAPPING


def _best_of(fitting: list[tuple[Match, Cluster]], rulings: Rulings) -> tuple[Match, Cluster] | None:
    """The one that fits best; of several that fit as well the first, if they differ in nothing but their document."""
    if not fitting:
        return None
    most = max(m.points for m, _ in fitting)
    best = [(m, cluster) for m, cluster in fitting if m.points == most]
    twins = (match(best[0][1], cluster, rulings).likeness.apart for _, cluster in best[1:])
    return best[0] if all(apart is Decision.ONE_DOCUMENT for apart in twins) else None


def close_by(found: Clustering, rulings: Rulings) -> None:
    """Puts clusters together whose days differ by little: a day told wrongly, a plan that shifted, a long visit."""
    ordered = sorted(found.clusters, key=lambda c: (c.start, _order(c.members[0])))
    pairs = []
    for place, cluster in enumerate(ordered):
        reach = max(_REACH.get(cluster.members[0].report.kind, 0), _SHIFTED)
        for later in range(place + 1, len(ordered)):
            if ordered[later].start - cluster.end > reach:
                break
            pairs.append((_gap(cluster, ordered[later]), place, later))
    into: dict[int, int] = {}
    for _, left, right in sorted(pairs):
        one, other = _root(into, left), _root(into, right)
        if one != other and _join_close(found, ordered[one], ordered[other], rulings):
            into[other] = one
    found.clusters = [cluster for place, cluster in enumerate(ordered) if place not in into]


def _root(into: dict[int, int], place: int) -> int:
    while place in into:
        place = into[place]
    return place


def _gap(one: Cluster, other: Cluster) -> int:
    """Days between two clusters; for visits and exercises, which last, between the days told for them."""
    if one.members[0].report.kind in _REACH:
        return max(0, other.start - one.end, one.start - other.end)
    return max(0, other.first - one.last, one.first - other.last)


def _join_close(found: Clustering, one: Cluster, other: Cluster, rulings: Rulings) -> bool:
    gap = _gap(one, other)
    need, decision = _close_need(one, other, gap)
    if decision is Decision.NEAR_DAY and gap > _MISS:
        return False
    best = match(one, other, rulings)
    if decision is not Decision.NEAR_DAY and best.points >= need:
        one.absorb(other, best.mine, best.theirs, decision)
        return True
    if gap and gap <= _MISS:
        found.misses.append((best.theirs, best.mine, best.likeness.apart or Decision.NEAR_DAY))
    return False


def _close_need(one: Cluster, other: Cluster, gap: int) -> tuple[int, Decision]:
    """The points that clusters so many days apart must have, and what putting them together is called."""
    kind = one.members[0].report.kind
    if kind is Kind.EXERCISE:
        return (3, Decision.CLOSE) if gap <= _REACH[kind] else (0, Decision.NEAR_DAY)
    if kind is Kind.VISIT and gap <= _REACH[kind]:
        return (2 if gap <= _NEARBY else 3), (Decision.CLOSE if gap else Decision.OVERLAPPING)
    if gap == 0:
        return _same_day_need(one.members[0]), Decision.OVERLAPPING
    if not (one.held and other.held) and gap <= _SHIFTED:
        return 4 if gap <= _NEARBY else 5, Decision.MOVED
    if gap <= _NEARBY and not (one.firm and other.firm) and _one_dialogue(one, other):
        return 3 + gap, Decision.CLOSE
    return 0, Decision.NEAR_DAY


def _one_dialogue(one: Cluster, other: Cluster) -> bool:
    """Whether both or neither are of a dialogue between the two: it and talks beside it are told apart by their day."""
    told = [any(is_mechanism(m.report.forum) for m in c.distinct.values()) for c in (one, other)]
    return told[0] == told[1]


def put_off(found: Clustering, rulings: Rulings) -> None:
    """Puts a meeting that was put off together with the first like it that was held or planned afterwards."""
    ordered = sorted(found.clusters, key=lambda c: (c.start, _order(c.members[0])))
    gone: set[int] = set()
    for place, cluster in enumerate(ordered):
        if not any(member.put_off for member in cluster.distinct.values()) or cluster.held:
            continue
        for later in range(place + 1, len(ordered)):
            next_one = ordered[later]
            if next_one.start - cluster.end > _LATER:
                break
            best = match(next_one, cluster, rulings)
            if next_one.start > cluster.end and best.points >= _MUCH:
                next_one.absorb(cluster, best.mine, best.theirs, Decision.MOVED)
                gone.add(place)
                break
    found.clusters = [cluster for place, cluster in enumerate(ordered) if place not in gone]


def _place_vague(found: Clustering, report: Traits, rulings: Rulings) -> None:
    """Puts a report without a day with the one cluster that it fits best; with none where two fit as well."""
    alone = Cluster.of(report)
    fitting = []
    for cluster in _possible(found.clusters, report) if _can_join(report) else ():
        best = match(cluster, alone, rulings)
        if best.points >= 0 and _vague_fits(report, cluster, best):
            fitting.append((best, cluster))
    chosen = _best_of(fitting, rulings)
    if chosen is None:
        found.misses += [(report, m.mine, Decision.SEVERAL_FIT) for m, _ in fitting[:_MISS]]
        found.clusters.append(alone)
        return
    best, cluster = chosen
    undated = report.report.when.start is None
    cluster.add(report, best.mine, Decision.UNDATED if undated else Decision.VAGUE)


def _possible(clusters: Iterable[Cluster], report: Traits) -> Iterator[Cluster]:
    """The clusters whose days meet the time that the report allows."""
    first, last = report.first, report.last
    if not first and report.published:
        held = report.report.status is Status.HELD
        first = report.published - (_NEWS if held else 0)
        last = report.published + (0 if held else _NEWS)
    forum = report.report.forum if _needs_forum(report) else ""
    for cluster in clusters:
        if forum and all(member.report.forum != forum for member in cluster.distinct.values()):
            continue
        in_time = not first or not cluster.first or (cluster.start <= last and first <= cluster.end)
        if in_time and _weekday_fits(report, cluster):
            yield cluster


def _can_join(report: Traits) -> bool:
    """Whether a report without a day tells enough to be put anywhere: most that name no day at all do not."""
    told = report.report
    if not _needs_forum(report):
        return True
    return bool(told.forum) and (
        told.when.precision is Precision.YEAR or dates_by_itself(told.forum, told.city)
    )


def _needs_forum(report: Traits) -> bool:
    """Whether only its forum can say what it belongs to: it tells a year, or neither a time nor a weekday."""
    precision = report.report.when.precision
    return precision is Precision.YEAR or (
        precision is Precision.NONE and not report.first and report.weekday is None
    )


def _vague_fits(report: Traits, cluster: Cluster, best: Match) -> bool:
    """Whether there is enough beside the date: the vaguer it is, the more is asked for."""
    told, forum = report.report, report.report.forum
    by_forum = bool(forum) and forum == best.mine.report.forum
    if told.when.precision is Precision.MONTH or (report.first and told.when.start is None):
        return best.points >= _LITTLE
    if told.when.precision is Precision.YEAR:
        return by_forum
    if report.weekday is not None and cluster.first and cluster.first == cluster.last:
        return best.points >= (_TALKERS if told.kind is Kind.CALL else _PLENTY)
    return by_forum and best.points >= _MUCH and dates_by_itself(forum, told.city)


def _weekday_fits(report: Traits, cluster: Cluster) -> bool:
    """Whether the weekday that an undated report names can be the cluster's; nothing told fits all."""
    if report.weekday is None or not cluster.first or cluster.first != cluster.last:
        return True
    return (cluster.first - 1) % 7 == report.weekday
