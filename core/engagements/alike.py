"""What speaks for and against two reports being of one engagement: status, place, people, forum, sides."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from core.engagements.fora import Fit, forums_fit, has_members, is_mechanism
from core.engagements.names import same_person
from core.engagements.traits import Traits
from core.model import Decision, Kind, Person, Status

_FEW = 3  # countries from which a list can be taken for whole


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points for what two reports have in common; `apart` is the first thing that keeps them apart."""

    points: int = 0
    apart: Decision | None = None


def alike(one: Traits, other: Traits) -> Likeness:
    """How like two reports of one block are, their days left aside; the same in either order.

    People of both sides give 3 points and of one side 1, a city 2, a country 1, a forum 2 (3 for a gathering), its
    edition 1, the same sides of a gathering up to 2.
    """
    if status := _status(one, other):
        return _likeness(0, status)
    points = 0
    fit = forum_fit(one, other)
    for judge in _JUDGES if one.two_sided else _JUDGES_OF_GATHERINGS:
        judged = judge(one, other, fit)
        if isinstance(judged, Decision):
            return _likeness(0, judged)
        points += judged
    return _likeness(points, None)


@cache
def _likeness(points: int, apart: Decision | None) -> Likeness:
    """The one likeness of these values: there are few, and millions are asked for."""
    return Likeness(points, apart)


def forum_fit(one: Traits, other: Traits) -> Fit:
    """How the forums of two reports go together."""
    if not one.report.forum or not other.report.forum:
        return Fit.UNTOLD
    day = max(one.first, other.first)
    return forums_fit(one.report.forum, other.report.forum, date.fromordinal(day) if day else None)


def _status(one: Traits, other: Traits) -> Decision | None:
    """A meeting that was held was not cancelled, unless it was put off and held later."""
    if one.report.status is other.report.status:
        return None
    off, held = (one, other) if one.report.status is Status.CANCELLED else (other, one)
    if off.report.status is not Status.CANCELLED or held.report.status is not Status.HELD:
        return None
    return None if off.put_off and held.first > off.last else Decision.NEAR_STATUS


def _people(one: Traits, other: Traits, fit: Fit) -> int | Decision:
    if one.report.kind is Kind.EXERCISE:
        return 0
    met = 0
    for country, mine in one.people.items():
        theirs = other.people.get(country)
        if not theirs or not country or (_is_visit(one) and country == one.report.host_country):
            continue
        if any(same_person(a, b) for a in mine for b in theirs):
            met += 1
        elif fit is Fit.SAME and (not one.two_sided or is_mechanism(one.report.forum)):
            continue  # many took part: each report names others of them
        else:
            return Decision.NEAR_LEVEL if _offices_differ(mine, theirs) else Decision.NEAR_PEOPLE
    if one.two_sided:
        return 3 if met >= 2 else met
    return min(met, 3)


def _is_visit(one: Traits) -> bool:
    return one.report.kind is Kind.VISIT and one.report.host_country in one.report.countries


def _offices_differ(mine: tuple[Person, ...], theirs: tuple[Person, ...]) -> bool:
    left, right = {p.office for p in mine if p.office}, {p.office for p in theirs if p.office}
    return bool(left and right and not left & right)


def _place(one: Traits, other: Traits, _: Fit) -> int | Decision:
    if one.placeless:
        return 0
    first, second = one.report.host_country, other.report.host_country
    if first and second and first != second:
        return Decision.NEAR_PLACE
    if one.city and other.city:
        if one.city == other.city:
            return 2
        return Decision.NEAR_PLACE if one.report.kind is not Kind.VISIT else 1
    return 1 if first and first == second else 0


def _forum(one: Traits, other: Traits, fit: Fit) -> int | Decision:
    mine, theirs = one.report, other.report
    own = not one.two_sided
    if fit is Fit.OTHER:
        return Decision.NEAR_FORUM if own or is_mechanism(mine.forum) or is_mechanism(theirs.forum) else 0
    if fit is Fit.SAME:
        both = bool(mine.edition and theirs.edition)
        if both and mine.edition != theirs.edition and mine.edition.isdigit() == theirs.edition.isdigit():
            return Decision.NEAR_FORUM
        return 2 + own + bool(mine.edition and mine.edition == theirs.edition)
    return 1 if fit is not Fit.UNTOLD else 0


def _sides(one: Traits, other: Traits, fit: Fit) -> int | Decision:
    """Whether the countries told of two gatherings can be of one: lists are often short, seldom wrong."""
    mine, theirs = set(one.report.countries), set(other.report.countries)
    shared = mine & theirs
    if one.small != other.small and fit is not Fit.GENERAL:
        small, large = (mine, theirs) if one.small else (theirs, mine)
        if not large <= small:
            return Decision.NEAR_SIDES
    within = mine <= theirs or theirs <= mine
    whole = min(len(mine), len(theirs)) >= _FEW
    if one.small and other.small and not within:
        return Decision.NEAR_SIDES
    if within:
        return 2 if whole else min(len(shared), 1)
    if fit is Fit.SAME and (has_members(one.report.forum) or one.report.kind is Kind.EXERCISE):
        return min(len(shared), 1)
    if whole and 2 * len(shared) < len(mine | theirs):
        return Decision.NEAR_SIDES
    if not shared:
        return Decision.NEAR_SIDES
    return 1


_JUDGES = (_people, _place, _forum)
_JUDGES_OF_GATHERINGS = (*_JUDGES, _sides)
