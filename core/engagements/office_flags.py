"""Who held the office in which a report names a person, on that day, by the lexicon's terms of office."""

import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from core.engagements.spoken import day, listed
from core.language.speak import noted
from core.lexicon.countries import country_name
from core.lexicon.offices import Term, holder, holders_named, offices, terms
from core.model import Person

LEEWAY = timedelta(days=45)
"""terms are known to the month only in places, and offices are handed over late"""
A_YEAR = timedelta(days=366) + LEEWAY
"""and only to the year where they begin or end with one"""


def misfit(person: Person, first: date, last: date, written: date | None) -> tuple[str, str] | None:
    """A sentence on who held the office from `first` to `last`, and its source, if `person` cannot have held it.

    None where the lexicon cannot tell: it must know one other holder for all of these days, and must know the
    person too. A deputy may be called a minister (the British one for the Armed Forces is); an office that the person held when the document was `written` is taken for a later title.
    """
    codes = _codes(person.office, person.country)
    known = _terms_of(person.name, person.country)
    if not codes or not known or any(_may_hold(term, codes, first, last, written) for term in known):
        return None
    if any(_is_deputy(term, codes) and term.since <= last and first <= term.until for term in known):
        return None
    term = _other_holder(codes, person.country, first, last)
    if term is None or term.name in {each.name for each in known} or _shares_two(person.name, term):
        return None
    told = {
        "person": person.name,
        "office": person.office,
        "country": country_name(person.country),
        "note": _instead(known, codes, first),
        "person2": term.name,
    }
    sources = dict.fromkeys([*(t.source for t in known if t.since <= first <= t.until), term.source])
    if first == last:
        detail = noted(
            "{person} is named as {office} of {country}, on {day}, but {note}; {person2} was {office}.",
            day=day(first),
            **told,
        )
    else:
        detail = noted(
            "{person} is named as {office} of {country}, between {day} and {day2}, but {note}; {person2} was {office}.",
            day=day(first),
            day2=day(last),
            **told,
        )
    return detail, "; ".join(sources)


def _instead(known: tuple[Term, ...], codes: frozenset[str], on: date) -> str:
    """What the person was on that day, or when he or she held the office."""
    held = [offices()[term.office].title for term in known if term.since <= on <= term.until]
    if held:
        return noted("held another office then: {offices}", offices=", ".join(dict.fromkeys(held)))
    mine = [_span(term) for term in known if term.office in codes]
    return noted("held it {notes}", notes=listed(mine)) if mine else noted("is not known to have held it")


def _span(term: Term) -> str:
    if term.until == date.max:
        return noted("since {day}", day=day(term.since))
    return noted("from {day} to {day2}", day=day(term.since), day2=day(term.until))


def _may_hold(term: Term, codes: frozenset[str], first: date, last: date, written: date | None) -> bool:
    """Whether the person may have been in one of these offices then, or was when the document was written."""
    if term.office not in codes:
        return False
    since = term.since - (A_YEAR if (term.since.month, term.since.day) == (1, 1) else LEEWAY)
    until = term.until
    if until < date.max - A_YEAR:
        until += A_YEAR if (until.month, until.day) == (12, 31) else LEEWAY
    return (since <= last and first <= until) or (written is not None and since <= written <= until)


def _is_deputy(term: Term, codes: frozenset[str]) -> bool:
    office = offices()[term.office]
    return office.level == "deputy" and office.track in {offices()[code].track for code in codes}


def _other_holder(codes: frozenset[str], country: str, first: date, last: date) -> Term | None:
    """The one term of these offices that covers all of the days."""
    names = {holder(code, country, on) for code in codes for on in (first, last)} - {None}
    if len(names) != 1:
        return None
    held = [t for code in sorted(codes) for t in _held(code, country) if t.since <= first and last <= t.until]
    return held[0] if len(held) == 1 else None


@cache
def _codes(title: str, country: str) -> frozenset[str]:
    """The offices that a title of the tables means in a country; none where it has several holders at a time."""
    known = offices()
    named = [office for office in known.values() if office.title == title]
    plain = [office for office in named if country not in office.by_country]
    meant = plain or [known[office.by_country[country]] for office in named]
    return frozenset(office.code for office in meant if office.single)


@cache
def _held(code: str, country: str) -> tuple[Term, ...]:
    return _by_office().get((code, country), ())


@cache
def _by_office() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    groups: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        groups.setdefault((term.office, term.country), []).append(term)
    return {key: tuple(group) for key, group in groups.items()}


@cache
def _terms_of(name: str, country: str) -> tuple[Term, ...]:
    """The terms of everybody of the country who can be meant by the name: the name whole, or by two of its words."""
    if not country:
        return ()
    words = name.split()
    exact = [term for term in holders_named(name) if term.country == country]
    if exact or len(words) == 1:
        return tuple(exact)
    near = {term: None for word in (words[-1], words[0]) for term in holders_named(word)}
    return tuple(t for t in near if t.country == country and _shares_two(name, t))


def _shares_two(name: str, term: Term) -> bool:
    wanted = set(_folded(name).split())
    return any(len(wanted & set(_folded(each).split())) > 1 for each in (term.name, *term.aliases))


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("-", " "))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
