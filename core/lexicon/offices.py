"""Offices, who held them and when, and the ranks and honorifics that stand before a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from core.errors import LexiconError
from core.lexicon.files import need, read_csv, read_yaml, split_cell, texts

OFFICES = "offices.yaml"
HOLDERS = "holders.csv"
RANKS = "ranks.yaml"
TRACKS = ("defence", "security", "diplomatic", "leaders", "other")
LEVELS = ("minister", "deputy", "secretary", "chief", "official", "leader")


@dataclass(frozen=True, slots=True)
class Office:
    """A post, the phrases (lower case) that reporters use for it, and its title in the tables.

    `by_country` gives the codes of other offices that the same phrases mean in some countries:
    a defence secretary is an official in India and the minister in the United Kingdom. `single`: a country
    has one at a time.
    """

    code: str
    title: str
    track: str
    level: str
    phrases: tuple[str, ...]
    by_country: Mapping[str, str]
    source: str
    single: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One person in one office of one country, both days included; `until` is date.max while in office."""

    country: str
    office: str
    name: str
    surname: str
    aliases: tuple[str, ...]
    since: date
    until: date
    source: str


@cache
def offices() -> Mapping[str, Office]:
    """Every office by its code, in the order of the file.

    Raises LexiconError when an entry is incomplete or refers to an office that is not there.
    """
    found: dict[str, Office] = {}
    for entry in read_yaml(OFFICES):
        office = _office(entry)
        if office.code in found:
            raise LexiconError(OFFICES, office.code, "this code is there twice")
        found[office.code] = office
    for office in found.values():
        for other in office.by_country.values():
            if other not in found:
                raise LexiconError(OFFICES, office.code, f"by_country names {other!r}, which is no office")
    return MappingProxyType(found)


@cache
def office_phrases() -> Mapping[str, Office]:
    """The office of each phrase.

    Raises LexiconError when two offices own one phrase.
    """
    found: dict[str, Office] = {}
    for office in offices().values():
        for phrase in office.phrases:
            if found.setdefault(phrase, office) is not office:
                raise LexiconError(OFFICES, office.code, f"{phrase!r} is {found[phrase].code}'s")
    return MappingProxyType(found)


def _with_hyphens(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases with "vice-chief of ..." beside "vice chief of ...", as many outlets print it."""
    hyphened = (phrase.replace("vice ", "vice-", 1) for phrase in phrases if phrase.startswith("vice "))
    return tuple(dict.fromkeys((*phrases, *hyphened)))


def office_in(phrase: str, country: str) -> Office | None:
    """The office that a phrase means in a country ("" if unknown), or None."""
    office = office_phrases().get(phrase.casefold())
    return meant_in(office, country) if office is not None else None


def meant_in(office: Office, country: str) -> Office:
    """What an office is in a country: a Defence Secretary is a minister in London, an official in New Delhi."""
    return offices()[office.by_country[country]] if country in office.by_country else office


@cache
def terms() -> tuple[Term, ...]:
    """Every term of office, in the order of the file.

    Raises LexiconError when a row names no known office or its days are wrong.
    """
    known = offices()
    return tuple(_term(row, known) for row in read_csv(HOLDERS))


def holder(office: str, country: str, on: date) -> str | None:
    """Who held an office of a country on a day; None unless the lexicon tells exactly one."""
    held = _terms_of().get((office, country), ())
    names = {term.name for term in held if term.since <= on <= term.until}
    return names.pop() if len(names) == 1 else None


def holders_named(surname_or_name: str) -> tuple[Term, ...]:
    """The terms of everybody of that full name, alias or surname, whatever the case of the letters."""
    rows = _rows_named().get(surname_or_name.casefold())
    return tuple(map(_term_of, rows)) if rows else ()


def is_holder(surname_or_name: str) -> bool:
    """True when the lexicon has a term of somebody of that full name, alias or surname."""
    return surname_or_name.casefold() in _rows_named()


def holder_names() -> Iterator[tuple[str, str]]:
    """Every full name, alias and surname of an office holder, casefolded, with the country."""
    return ((name, _rows()[row]["country"]) for name, rows in _rows_named().items() for row in rows)


@cache
def ranks() -> tuple[str, ...]:
    """Military ranks as printed before a name, short and long, the longest first."""
    return _before_names("rank")


@cache
def honorifics() -> tuple[str, ...]:
    """Mr, Shri, Dato' Seri and other courtesies printed before a name, the longest first."""
    return _before_names("honorific")


@cache
def _terms_of() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    groups: dict[tuple[str, str], list[Term]] = {}
    for term in terms():
        groups.setdefault((term.office, term.country), []).append(term)
    return {key: tuple(group) for key, group in groups.items()}


@cache
def _rows() -> list[dict[str, str]]:
    return read_csv(HOLDERS)


@cache
def _rows_named() -> Mapping[str, list[int]]:
    """The numbers of the rows of each name, casefolded: of thousands of terms a text asks for a few."""
    groups: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        names = [row["name"], row["surname"], *split_cell(row["aliases"])]
        for name in dict.fromkeys(map(str.casefold, names)):
            groups.setdefault(name, []).append(number)
    return groups


@cache
def _term_of(row: int) -> Term:
    return _term(_rows()[row], offices())


def _office(entry: dict[str, Any]) -> Office:
    code = need(entry, "code", OFFICES, "?")
    by_country = entry.get("by_country") or {}
    if not isinstance(by_country, dict):
        raise LexiconError(OFFICES, code, "by_country must be made of 'COUNTRY: office' lines")
    office = Office(
        code=code,
        title=need(entry, "title", OFFICES, code),
        track=need(entry, "track", OFFICES, code),
        level=need(entry, "level", OFFICES, code),
        phrases=_with_hyphens(texts(entry, "phrases", OFFICES, code)),
        by_country=MappingProxyType(dict(by_country)),
        source=need(entry, "source", OFFICES, code),
        single=entry.get("single") is True,
    )
    if office.track not in TRACKS or office.level not in LEVELS:
        raise LexiconError(OFFICES, code, f"unknown track {office.track!r} or level {office.level!r}")
    return office


def _term(row: dict[str, str], known: Mapping[str, Office]) -> Term:
    entry = f"{row['name']} ({row['country']})"
    if row["office"] not in known:
        raise LexiconError(HOLDERS, entry, f"{row['office']!r} is no office of {OFFICES}")
    try:
        since = date.fromisoformat(row["since"])
        until = date.fromisoformat(row["until"]) if row["until"] else date.max
    except ValueError as error:
        raise LexiconError(HOLDERS, entry, f"since and until are days like 2024-05-14: {error}") from error
    if since > until:
        raise LexiconError(HOLDERS, entry, f"since {since} is after until {until}")
    return Term(
        country=row["country"],
        office=row["office"],
        name=row["name"],
        surname=row["surname"],
        aliases=split_cell(row["aliases"]),
        since=since,
        until=until,
        source=row["source"],
    )


@cache
def _rank_entries() -> list[dict[str, Any]]:
    return read_yaml(RANKS)


def _before_names(kind: str) -> tuple[str, ...]:
    forms: dict[str, None] = {}
    for entry in _rank_entries():
        name = need(entry, "name", RANKS, "?")
        if need(entry, "kind", RANKS, name) == kind:
            forms.update(dict.fromkeys((name, *texts(entry, "forms", RANKS, name))))
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))
