"""Why two reports were taken for one engagement, or for two, in words."""

from collections.abc import Iterator

from core.engagements.alike import forum_fit
from core.engagements.fora import Fit
from core.engagements.names import same_person
from core.engagements.spoken import days, listed
from core.engagements.traits import Traits
from core.language.speak import noted
from core.lexicon.countries import country_name
from core.model import Decision, Kind, Person, Precision, Status, When
from core.text.calendar import MONTHS, WEEKDAYS

_NAMED = 3  # people and countries named at most


def reasons(one: Traits, other: Traits, decision: Decision) -> tuple[str, ...]:
    """What the two have in common and what not: what decided comes first."""
    told = [*_rulings(decision), *_sides(one, other), *_days(one, other), *_place(one, other), *_people(one, other),
            *_forum(one, other), *_status(one, other), *_beside(decision)]  # fmt: skip
    deciding = _DECIDING.get(decision, "")
    return tuple(sorted(told, key=lambda reason: not (deciding and reason.startswith(deciding))))


_DECIDING = {
    Decision.NEAR_DAY: "days differ",
    Decision.NEAR_PLACE: "places differ",
    Decision.NEAR_PEOPLE: "people differ",
    Decision.NEAR_LEVEL: "people differ",
    Decision.NEAR_FORUM: "forums differ",
    Decision.NEAR_SIDES: "countries differ",
    Decision.NEAR_STATUS: "one says",
    Decision.ONE_DOCUMENT: "one document",
    Decision.SEVERAL_FIT: "fits several",
}


def _rulings(decision: Decision) -> Iterator[str]:
    if decision in (Decision.TOGETHER, Decision.APART):
        together = decision is Decision.TOGETHER
        yield noted("an analyst ruled them together") if together else noted("an analyst ruled them apart")


def _sides(one: Traits, other: Traits) -> Iterator[str]:
    mine, theirs = set(one.report.countries), set(other.report.countries)
    if mine == theirs and mine:
        named = _countries(mine)
        two = noted("same two countries: {countries}", countries=named)
        yield two if len(mine) == 2 else noted("same countries: {countries}", countries=named)
    elif mine <= theirs or theirs <= mine:
        if shared := mine & theirs:
            yield noted("both name {countries}", countries=_countries(shared))
    else:
        yield noted(
            "countries differ: {countries} / {countries2}",
            countries=_countries(mine),
            countries2=_countries(theirs),
        )


def _countries(codes: set[str]) -> str:
    names = [country_name(code) for code in sorted(codes)]
    more = len(names) - _NAMED
    return listed([*names[:_NAMED], f"{more} more"] if more > 0 else names)


def _days(one: Traits, other: Traits) -> Iterator[str]:
    mine, theirs = one.report.when, other.report.when
    if mine.start is None or theirs.start is None:
        yield from _undated(one, other)
    elif mine == theirs:
        yield noted("both {when}", when=_spoken(mine))
    else:
        early, late = (one, other) if (one.first, one.last) <= (other.first, other.last) else (other, one)
        told = {"when": _spoken(early.report.when), "when2": _spoken(late.report.when)}
        if late.first <= early.last:
            yield noted("dates overlap: {when} and {when2}", **told)
        elif one.firm and other.firm:
            yield noted("days differ: {when} and {when2}, both stated outright", **told)
        else:
            yield noted("days differ: {when} and {when2}", **told)


def _undated(one: Traits, other: Traits) -> Iterator[str]:
    vague, dated = (one, other) if one.report.when.start is None else (other, one)
    if dated.report.when.start is None:
        yield noted("neither tells a date")
        return
    yield noted("one tells no date, the other {when}", when=_spoken(dated.report.when))
    if vague.weekday is not None and dated.sure and (dated.first - 1) % 7 == vague.weekday:
        weekday = WEEKDAYS[vague.weekday].capitalize()
        yield noted("that day was a {weekday}, as the undated one says", weekday=weekday)
    elif vague.first:
        yield noted("its forum was held then")


def _spoken(when: When) -> str:
    if when.start is None or when.end is None:
        return "without a date"
    if when.precision is Precision.YEAR:
        return f"in {when.start.year}"
    if when.precision is Precision.MONTH:
        return f"in {MONTHS[when.start.month - 1].capitalize()} {when.start.year}"
    return f"on {days(when.start, when.end)}" if when.start == when.end else days(when.start, when.end)


def _place(one: Traits, other: Traits) -> Iterator[str]:
    mine, theirs = one.report, other.report
    if mine.kind is Kind.CALL:
        return
    if one.city and one.city == other.city:
        yield noted("both in {place}", place=mine.city)
    elif (one.city and other.city) or (
        mine.host_country and theirs.host_country and mine.host_country != theirs.host_country
    ):
        yield noted("places differ: {place} and {place2}", place=_where(one), place2=_where(other))
    elif mine.host_country and mine.host_country == theirs.host_country:
        yield noted("both in {place}", place=country_name(mine.host_country))


def _where(one: Traits) -> str:
    return one.report.city or country_name(one.report.host_country)


def _people(one: Traits, other: Traits) -> Iterator[str]:
    met: list[str] = []
    for country, mine in sorted(one.people.items()):
        theirs = other.people.get(country, ())
        pairs = [(a.name, b.name) for a in mine for b in theirs if same_person(a, b)]
        met += [a if a == b else f"{a} ({b} in the other)" for a, b in pairs[:1]]
        if theirs and not pairs and one.report.kind is not Kind.EXERCISE:
            yield noted("people differ: {people}", people=f"{_persons(mine)} and {_persons(theirs)}")
    if met:
        yield noted("both name {people}", people=listed(met[:_NAMED]))


def _persons(people: tuple[Person, ...]) -> str:
    return listed([f"{p.name}, {p.office}" if p.office else p.name for p in people[:_NAMED]])


def _forum(one: Traits, other: Traits) -> Iterator[str]:
    mine, theirs = one.report.forum, other.report.forum
    fit = forum_fit(one, other)
    if fit is Fit.SAME:
        edition = one.report.edition if one.report.edition == other.report.edition else ""
        named = " ".join(part for part in (mine, edition) if part)
        part_of = one.report.kind is Kind.EXERCISE
        yield (
            noted("both of {edition}", edition=named)
            if part_of
            else noted("both at {edition}", edition=named)
        )
    elif fit is Fit.OTHER:
        yield noted("forums differ: {forums}", forums=f"{mine} and {theirs}")


def _status(one: Traits, other: Traits) -> Iterator[str]:
    states = {one.report.status, other.report.status}
    if states == {Status.PLANNED, Status.HELD}:
        yield noted("one announces it, the other says that it was held")
    elif Status.CANCELLED in states and len(states) > 1:
        off = one if one.report.status is Status.CANCELLED else other
        if Status.HELD in states:
            yield (
                noted("one says that it was put off, the other that it was held")
                if off.put_off
                else noted("one says that it was called off, the other that it was held")
            )
        else:
            yield (
                noted("one says that it was put off, the other that it was planned")
                if off.put_off
                else noted("one says that it was called off, the other that it was planned")
            )


def _beside(decision: Decision) -> Iterator[str]:
    if decision is Decision.ONE_DOCUMENT:
        yield noted("one document tells of both")
    if decision is Decision.SEVERAL_FIT:
        yield noted("fits several engagements as well")
