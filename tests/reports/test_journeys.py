"""Visits: tours of several countries, trips that somebody sets out on, and where somebody goes only later."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

MONDAY = date(2023, 5, 1)


def rows(text: str, published: date | None = MONDAY) -> list[str]:
    """Each engagement as "kind status sides host"."""
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {r.host_country}"
        for r in read_document(Document("d.txt", text, published=published))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Boris Pistorius, Germany's defence minister, will travel to Estonia, Latvia and Lithuania next week.",
            ["visit planned DEU EST EST", "visit planned DEU LVA LVA", "visit planned DEU LTU LTU"],
            id="three countries in a row",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, visited Chile and Peru last week.",
            ["visit held CHL DEU CHL", "visit held DEU PER PER"],
            id="two countries",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, will visit Vilnius, Riga and Tallinn next week.",
            ["visit planned DEU LTU LTU", "visit planned DEU LVA LVA", "visit planned DEU EST EST"],
            id="three capitals",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, will travel to Laos and then to Australia this month.",
            ["visit planned DEU LAO LAO", "visit planned AUS DEU AUS"],
            id="and then to another",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, flew to Lima, and Santiago protested.",
            ["visit held DEU PER PER"],
            id="a second capital that does something",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, visited Tallinn and Latvia thanked him.",
            ["visit held DEU EST EST"],
            id="the second country does something",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, is heading to Asia this week to meet with officials in Japan, "
            "Thailand and Vietnam.",
            [],
            id="officials in three countries are no talks with a country",
        ),
        pytest.param(
            "Boris Pistorius, Germany's defence minister, flies to Japan on Tuesday to hold talks with his counterpart, "
            "Yasukazu Hamada.",
            ["visit planned DEU JPN JPN", "bilateral planned DEU JPN JPN"],
            id="sets out to hold talks",
        ),
        pytest.param(
            "General Aziz Khan, Chief of the Bangladesh Army, left Dhaka on Sunday for Nepal.",
            ["visit held BGD NPL NPL"],
            id="left home for",
        ),
        pytest.param("The tanker left Mombasa on Sunday for Nepal's neighbour India.", [], id="no traveller"),
        pytest.param(
            "Before leaving for Japan, German Defence Minister Boris Pistorius met Estonia's Hanno Pevkur in Estonia on Sunday.",
            ["bilateral held DEU EST EST"],
            id="where he went after",
        ),
        pytest.param(
            "After arriving in Japan, German Defence Minister Boris Pistorius met Estonia's Hanno Pevkur on Sunday.",
            ["bilateral held DEU EST JPN"],
            id="where he was already",
        ),
    ],
)
def test_trips(text: str, expected: list[str]) -> None:
    assert [row for row in rows(text) if row in expected or not row.startswith("visit")] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "On April 24 a delegation led by Oman's defence minister, General Said Harthi, arrived in the capital of Kenya.\n\n"
            "The delegation of Oman will complete its visit to Kenya on May 2.",
            "2023-04-24 2023-05-02",
            id="its last day is still to come",
        ),
        pytest.param(
            "Two ships of the Omani Navy arrived in Kenya on Wednesday. The ships will stay in the country from April 26 "
            "to 29. The visit is part of Exercise Kakadu.",
            "2023-04-26 2023-04-29",
            id="how long ships will stay",
        ),
        pytest.param(
            "Oman's defence minister, General Said Harthi, returned home on Friday after concluding a three-day visit to Kenya. "
            "He had arrived in Nairobi on Wednesday.",
            "2023-04-26 2023-04-28",
            id="told by its end, and then by its beginning",
        ),
    ],
)
def test_the_end_of_a_visit(text: str, days: str) -> None:
    (visit,) = read_document(Document("d.txt", text, published=MONDAY))
    told = visit.kind.value, visit.status.value, visit.host_country, f"{visit.when.start} {visit.when.end}"
    assert told == ("visit", "held", "KEN", days)
