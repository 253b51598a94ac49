"""Reports made up for measuring: skewed as the world is, a few pairs with thousands, many with one or two."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from core.documents.signature import signature
from core.model import DateBasis, Document, Kind, Person, PublishedBasis, Report, Status, When

SEED = 20260215
FIRST, DAYS = date(2014, 1, 1), 12 * 365
COUNTRIES = [
    "IND",
    "USA",
    "RUS",
    "CHN",
    "JPN",
    "AUS",
    "FRA",
    "GBR",
    "VNM",
    "KOR",
    "IDN",
    "DEU",
    "ITA",
    "BLR",
    "KAZ",
    "UZB",
    "TJK",
    "KGZ",
    "MYS",
    "SGP",
    "THA",
    "PHL",
    "NZL",
    "CAN",
    "BGD",
    "LKA",
    "NPL",
    "MDV",
    "IRN",
    "SAU",
    "ARE",
    "OMN",
    "ISR",
    "EGY",
    "KEN",
    "NGA",
    "ZAF",
    "BRA",
    "POL",
    "UKR",
]
FORUMS = ("ADMM-Plus", "Shangri-La Dialogue", "SCO Defence Ministers' Meeting", "Munich Security Conference")
GIVEN = (
    "Rajnath",
    "Sergei",
    "Pete",
    "Minoru",
    "Richard",
    "Viktor",
    "Andrei",
    "Nirmala",
    "Kihara",
    "Pradeep",
    "Maria",
)
FAMILY = (
    "Singh",
    "Shoigu",
    "Hegseth",
    "Nakatani",
    "Marles",
    "Khrenin",
    "Belousov",
    "Sitharaman",
    "Collins",
    "Loudiyi",
)
OFFICES = ("Defence Minister", "Defence Secretary", "Army Chief", "Foreign Minister")
SOURCES = 60
WORDS, WORDS_A_TEXT = tuple(f"w{number}" for number in range(3000)), 48


@dataclass(frozen=True)
class World:
    """Reports with the documents that hold them, one a document."""

    reports: list[Report]
    documents: list[Document]


def world(size: int, seed: int = SEED) -> World:
    """So many reports of twelve years, of some three a meeting; the same for the same size and seed."""
    chance = random.Random(seed)
    found = World([], [])
    while len(found.reports) < size:
        truth = _meeting(chance)
        told = 1 + min(int(chance.paretovariate(1.1)), 80)
        for report, document in _tellings(truth, told, chance, len(found.reports)):
            found.reports.append(report)
            found.documents.append(document)
    return World(found.reports[:size], found.documents[:size])


def _meeting(chance: random.Random) -> Report:
    """A meeting; the first countries of the list meet far oftener than the last."""
    kind = chance.choices(list(Kind), weights=[55, 12, 15, 12, 6])[0]
    number = 2 if kind.two_sided or kind is Kind.EXERCISE else chance.randint(3, 8)
    codes: set[str] = set()
    while len(codes) < number:
        codes.add(COUNTRIES[min(int(chance.expovariate(0.22)), len(COUNTRIES) - 1)])
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    last = day + timedelta(days=chance.randint(0, 4) if kind in (Kind.VISIT, Kind.EXERCISE) else 0)
    sides = tuple(sorted(codes))
    host = chance.choice(sides)
    forum = chance.choice(FORUMS) if kind is Kind.MULTILATERAL or chance.random() < 0.2 else ""
    return Report(
        "", kind, when=When.on(day, last), countries=sides, host_country="" if kind is Kind.CALL else host,
        city="" if kind in (Kind.CALL, Kind.EXERCISE) else f"{host} city {chance.randint(1, 3)}",
        forum=f"Exercise {host} {chance.randint(1, 9)}" if kind is Kind.EXERCISE else forum,
        people=tuple(_person(code, day.year, chance) for code in sides),
    )  # fmt: skip


def _person(code: str, year: int, chance: random.Random) -> Person:
    """Somebody of that country, most often its defence minister."""
    return _holder(code, min(int(chance.expovariate(1.2)), len(OFFICES) - 1), year // 4)


@cache
def _holder(code: str, office: int, term: int) -> Person:
    """The holder of an office of that country in those years."""
    holder = random.Random(f"{code} {office} {term}")
    return Person(f"{holder.choice(GIVEN)} {holder.choice(FAMILY)}", code, OFFICES[office])


def _tellings(
    truth: Report, number: int, chance: random.Random, start: int
) -> Iterator[tuple[Report, Document]]:
    """What so many documents make of a meeting: copies of one text, people left out, vague and missing dates."""
    day = truth.when.start or FIRST
    original = _text(chance)
    for telling in range(number):
        name = f"{start + telling:06}.txt"
        copied = telling > 0 and chance.random() < 0.3
        text = (
            original if copied or not telling else " ".join(f"w{chance.randrange(3000)}" for _ in range(120))
        )
        ahead = chance.random() < 0.08
        out = (
            day - timedelta(days=chance.randint(1, 9))
            if ahead
            else day + timedelta(days=chance.randint(0, 4))
        )
        people = truth.people if copied else tuple(p for p in truth.people if chance.random() < 0.75)
        report = replace(
            truth, doc_id=name, people=people, evidence=text[:160], confidence=0.8,
            status=Status.PLANNED if ahead else Status.HELD, **_dates(truth, chance),
            city=truth.city if chance.random() < 0.8 else "", forum=truth.forum if chance.random() < 0.8 else "",
        )  # fmt: skip
        yield (
            report,
            Document(
                name, text, published=out, published_basis=PublishedBasis.HEADER,
                source=f"Outlet {chance.randrange(SOURCES)}", signature=signature(text),
            ).without_text(),
        )  # fmt: skip


def _text(chance: random.Random) -> str:
    """Words enough to tell a text from others; no reader needs to make sense of them."""
    return " ".join(chance.choices(WORDS, k=WORDS_A_TEXT))


def _dates(truth: Report, chance: random.Random) -> dict[str, Any]:
    """The date as told: mostly right, sometimes a day off, a month, a year or nothing."""
    day = truth.when.start or FIRST
    told = chance.random()
    if told < 0.84:
        return {"when": truth.when, "date_basis": chance.choice((DateBasis.EXPLICIT, DateBasis.RELATIVE))}
    if told < 0.88:
        return {"when": When.on(day + timedelta(days=1)), "date_basis": DateBasis.HEADER}
    if told < 0.93:
        return {"when": When.in_month(day.year, day.month), "date_basis": DateBasis.EXPLICIT}
    if told < 0.94:
        return {"when": When.in_year(day.year), "date_basis": DateBasis.EXPLICIT}
    return {"when": When(), "date_basis": DateBasis.UNKNOWN}
