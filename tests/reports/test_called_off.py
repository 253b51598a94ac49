"""Trips that are off, meetings of the same evening, talks that the next line says were by telephone, and where it was."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

FRIDAY = date(2023, 9, 1)


def told(text: str) -> list[str]:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {r.when.start or ''}".strip()
        for r in read_document(document)
    ]


OFF = "visit cancelled IND SUR 2023-09-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A visit by Indian Defence Minister Rajnath Singh to Suriname, planned for 5 September, has been scrapped.",
            OFF,
            id="has been scrapped",
        ),
        pytest.param(
            "The planned visit of Indian Defence Minister Rajnath Singh to Suriname on 5 September is off.",
            OFF,
            id="is off",
        ),
        pytest.param(
            "Rajnath Singh, the Indian Defence Minister, will no longer travel to Suriname on 5 September.",
            OFF,
            id="will no longer travel",
        ),
        pytest.param(
            "Rajnath Singh will not be going to Paramaribo after all. The Indian defence minister has called off his"
            " visit for Suriname's anniversary on 5 September.",
            OFF,
            id="where the line before told",
        ),
        pytest.param(
            "India's Rajnath Singh was to have flown to Paramaribo on 5 September; the visit will not take place now.",
            OFF,
            id="the visit will not take place",
        ),
        pytest.param(
            "Indian Defence Minister Rajnath Singh said on a visit to his home town that the tank tender was cancelled.",
            "",
            id="a tender cancelled",
        ),
        pytest.param("Indian Defence Minister Rajnath Singh has scrapped the order.", "", id="no trip"),
    ],
)
def test_a_trip_that_is_off(text: str, expected: str) -> None:
    assert told(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(
            "Tonight German Defence Minister Boris Pistorius dines with Sebastien Lecornu of France in Berlin.",
            "planned",
            id="tonight he dines",
        ),
        pytest.param(
            "German Defence Minister Boris Pistorius sees Sebastien Lecornu of France in Berlin later today.",
            "planned",
            id="sees later today",
        ),
        pytest.param(
            "German Defence Minister Boris Pistorius met Sebastien Lecornu of France in Berlin this evening.",
            "held",
            id="met this evening",
        ),
    ],
)
def test_later_that_day(text: str, status: str) -> None:
    assert told(text) == [f"bilateral {status} DEU FRA 2023-09-01"]


PAIR = "Argentina's Luis Petri and India's Rajnath Singh "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "talked on Tuesday. During the call they discussed ships.", "call", id="during the call"
        ),
        pytest.param("spoke on Tuesday.", "call", id="spoke, and a day"),
        pytest.param(
            "had a conversation on Tuesday. Ships came up in the phone conversation.",
            "call",
            id="the phone conversation",
        ),
        pytest.param("were on the phone on Tuesday.", "call", id="were on the phone"),
        pytest.param(
            "had a conversation in Geneva on Tuesday. The call for a truce was theirs.",
            "bilateral",
            id="another call",
        ),
        pytest.param("spoke on Tuesday of their hopes.", "", id="spoke of"),
        pytest.param("were on the stage on Tuesday.", "", id="on the stage"),
    ],
)
def test_by_telephone(text: str, expected: str) -> None:
    assert told(PAIR + text) == ([f"{expected} held ARG IND 2023-08-29"] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "COLOMBO, September 1 - A band played on the pier on Tuesday as TCG Kinaliada, a corvette of the Turkish Navy,"
            " came alongside in Colombo for a port call.",
            ["visit LKA TUR Colombo"],
            id="as a ship came, told with what she is",
        ),
        pytest.param(
            "BATUMI, September 1 - Georgia's Irakli Chikovani had talks in Batumi on Wednesday with the Turkish minister, Yasar"
            " Guler, and with Ambassador Ali Orbay of Turkey's mission in Tbilisi.",
            ["bilateral GEO TUR Batumi"],
            id="a mission in another town",
        ),
        pytest.param(
            "Clark: Jim Mattis, the US defense secretary, held talks here on Tuesday with Itsunori Onodera of Japan.",
            ["bilateral JPN USA Clark"],
            id="a dateline that is a name of people too",
        ),
    ],
)
def test_where_it_was(text: str, expected: list[str]) -> None:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    rows = {f"{r.kind.value} {' '.join(r.countries)} {r.city}": None for r in read_document(document)}
    assert list(rows) == expected


MARLES = "Richard Marles, the Australian defence minister, "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A visit to Delhi by Richard Marles, the Australian defence minister, begins on Monday.",
            ["visit planned AUS IND 2023-09-04"],
            id="a visit by",
        ),
        pytest.param(
            MARLES + "is expected in Delhi on Monday.", ["visit planned AUS IND 2023-09-04"], id="expected in"
        ),
        pytest.param(MARLES + "spent Tuesday in Delhi.", ["visit held AUS IND 2023-08-29"], id="spent a day"),
        pytest.param(
            MARLES + "got to Delhi late on Tuesday.", ["visit held AUS IND 2023-08-29"], id="got to"
        ),
        pytest.param(
            MARLES + "flew home from Delhi on Tuesday after talks with Rajnath Singh.",
            ["bilateral held AUS IND 2023-08-29"],
            id="home after talks",
        ),
        pytest.param(MARLES + "spent years in Delhi as a student.", [], id="spent years"),
        pytest.param(
            MARLES + "discussed on Tuesday the coming visit to Delhi by Anthony Albanese.", [], id="a topic"
        ),
    ],
)
def test_stays(text: str, expected: list[str]) -> None:
    assert told(text) == expected
