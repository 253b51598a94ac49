"""A made-up collection as wide as the world: all countries, forums and topics, most engagements told once or twice.

Where `benchmarks.generated` is made to be hard to merge, this is made to be hard to show: many different names, long
lists, fields with the words that they rest on, texts. The same number and seed give the same reports.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from benchmarks.generated import COUNTRIES, FAMILY, GIVEN, SEED, World
from core.lexicon.cities import cities
from core.lexicon.countries import countries
from core.lexicon.forums import exercises, forums
from core.lexicon.topics import outcome_types, topics
from core.model import (
    DateBasis,
    Document,
    FieldSource,
    Kind,
    Person,
    Precision,
    PublishedBasis,
    Report,
    Status,
    Track,
    When,
)

FIRST, DAYS = date(1996, 1, 1), 30 * 365
OFFICES = (
    "Defence Minister",
    "Deputy Defence Minister",
    "Army Chief",
    "Defence Secretary",
    "Defence Attaché",
)
SOURCES = 300


def wide(meetings: int, seed: int = SEED) -> World:
    """Reports of so many meetings of thirty years, told by one to three documents each."""
    chance = random.Random(seed)
    found = World([], [])
    for _ in range(meetings):
        truth = _meeting(chance)
        for _ in range(chance.choices((1, 2, 3), weights=(70, 22, 8))[0]):
            report, document = _telling(truth, chance, len(found.reports))
            found.reports.append(report)
            found.documents.append(document)
    return found


def _meeting(chance: random.Random) -> Report:
    """A meeting of two sides or more; those of `COUNTRIES` meet oftener, the others all alike."""
    kind = chance.choices(list(Kind), weights=[52, 14, 16, 10, 8])[0]
    wanted = 2 if kind.two_sided else chance.choices((3, 6, 10, 18), weights=(5, 3, 2, 1))[0]
    codes: set[str] = set()
    while len(codes) < wanted:
        place = int(chance.expovariate(0.09))
        codes.add(
            COUNTRIES[place] if place < len(COUNTRIES) and chance.random() < 0.5 else chance.choice(_codes())
        )
    sides = tuple(sorted(codes))
    day = FIRST + timedelta(days=int(DAYS * chance.random() ** 0.6))
    host = "" if kind is Kind.CALL else chance.choice(sides)
    return Report(
        "", kind, track=chance.choices(list(Track), weights=(88, 4, 4, 4))[0], when=_when(day, kind, chance),
        status=chance.choices(list(Status), weights=(93, 5, 2))[0], date_basis=DateBasis.EXPLICIT,
        countries=sides, host_country=host, city=_city(host, chance), forum=_forum(kind, chance),
        people=tuple(_person(code, day.year, chance) for code in sides[:8]),
        topics=tuple(sorted(chance.sample(sorted(topics()), chance.choice((0, 0, 1, 2, 4))))),
    )  # fmt: skip


def _when(day: date, kind: Kind, chance: random.Random) -> When:
    told = chance.random()
    if told < 0.9:
        several = kind in (Kind.VISIT, Kind.EXERCISE)
        return When.on(day, day + timedelta(days=chance.randint(0, 9) if several else 0))
    if told < 0.96:
        return When.in_month(day.year, day.month)
    return When.in_year(day.year) if told < 0.98 else When()


def _forum(kind: Kind, chance: random.Random) -> str:
    """A forum that most meetings of many sides have, and few of two; an exercise's own name."""
    if kind is Kind.EXERCISE:
        return chance.choice(sorted(exercises()))
    if kind is Kind.MULTILATERAL or chance.random() < 0.2:
        return chance.choice(sorted(forums()))
    return ""


def _city(host: str, chance: random.Random) -> str:
    named = _cities().get(host, ())
    return chance.choice(named) if named and chance.random() < 0.8 else ""


def _person(code: str, year: int, chance: random.Random) -> Person:
    office = chance.choices(OFFICES, weights=(50, 15, 15, 15, 5))[0]
    holder = random.Random(f"{code} {office} {year // 4}")
    return Person(f"{holder.choice(GIVEN)} {code.title()} {holder.choice(FAMILY)}", code, office)


def _telling(truth: Report, chance: random.Random, number: int) -> tuple[Report, Document]:
    """What one document says of a meeting, in words of its own, with the place of each value in them."""
    name, source = f"{number:07}.txt", f"Outlet {min(int(chance.expovariate(0.02)), SOURCES)}"
    outcome = chance.choice(sorted(outcome_types())) if chance.random() < 0.3 else ""
    report = replace(
        truth, doc_id=name, confidence=chance.choice((0.5, 0.7, 0.8, 0.9)),
        outcomes=(f"{outcome} of matter {chance.randrange(500)}",) if outcome else (),
    )  # fmt: skip
    sides = ", ".join(_country(code) for code in truth.countries)
    told = f"The sides {sides} met {truth.forum and 'at ' + truth.forum} in {truth.city or 'a city'} on day {number}."
    words = " ".join(f"word{chance.randrange(3000)}" for _ in range(60))
    text = f"Report {number} of {source}\n\n{words}.\n{told}\n"
    begin = text.index(told)
    report = replace(
        report,
        evidence=told,
        evidence_start=begin,
        evidence_end=begin + len(told),
        fields=tuple(_fields(report, begin, outcome)),
    )
    day = truth.when.end if truth.when.precision is Precision.DAY else None
    out = (day or FIRST + timedelta(days=chance.randrange(DAYS))) + timedelta(days=chance.randint(0, 3))
    title = f"{sides[:80]}: report {number}"
    return report, Document(
        name, text, title, out, PublishedBasis.HEADER, source, language="en", signature=()
    )  # fmt: skip


def _fields(report: Report, begin: int, outcome: str) -> Iterator[FieldSource]:
    """A source for each value; all stand in the one sentence."""
    values = [("kind", str(report.kind), "cue: met"), ("status", str(report.status), "cue: met")]
    values += [("countries", code, "country") for code in report.countries]
    values += [("people", str(person), "name") for person in report.people]
    values += [("topics", topic, "topic") for topic in report.topics]
    values += [("outcomes", told, f"outcome: {outcome}") for told in report.outcomes]
    values += [("city", report.city, "city")] if report.city else []
    values += [("forum", report.forum, "forum")] if report.forum else []
    for field, value, rule in values:
        yield FieldSource(field, value, begin, begin + 10, rule)


@cache
def _codes() -> list[str]:
    return sorted(countries())


@cache
def _country(code: str) -> str:
    return countries()[code].name


@cache
def _cities() -> dict[str, list[str]]:
    """The first few cities of each country, by its code."""
    found: dict[str, list[str]] = {}
    for _, places in sorted(cities().items()):
        for place in places:
            names = found.setdefault(place.country, [])
            if len(names) < 8 and place.name not in names:
                names.append(place.name)
    return found
