"""Who is meant where a visitor is, and several people at one table."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2023, 3, 14)
RABAT = "Benny Gantz, the Israeli defence minister, came to Rabat on Monday. "


def told(text: str) -> list[str]:
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    reports = read_document(document)
    return [" ".join([r.kind.value, *r.countries]) for r in reports if r.kind.value != "visit"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Foreign Minister Hamid Idrissi welcomed the Israeli at his office.", id="the Israeli"),
        pytest.param(
            "Lieutenant General Hamid Idrissi, the inspector general of the army, received Mr Gantz.",
            id="a general of no told country",
        ),
        pytest.param("Inside, the two ministers had an hour's meeting.", id="the other of two ministers"),
    ],
)
def test_who_receives_a_visitor_is_of_the_country(text: str) -> None:
    assert told(RABAT + text) == ["bilateral ISR MAR"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The ministers - from Poland, Germany, France, Britain and Italy - gathered in Warsaw.",
            id="dashes",
        ),
        pytest.param(
            "The ministers of five states - from Poland, Germany, France, Britain and Italy - gathered in Warsaw.",
            id="of five states",
        ),
        pytest.param(
            "Five defence ministers (from Poland, Germany, France, Britain and Italy) met in Warsaw.",
            id="brackets",
        ),
    ],
)
def test_ministers_of_countries_told_aside(text: str) -> None:
    assert told(text.replace("The ministers", "The defence ministers")) == [
        "multilateral DEU FRA GBR ITA POL"
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Boris Pistorius had Sebastien Lecornu and John Healey at his table in Berlin.", id="at his table"
        ),
        pytest.param(
            "Sebastien Lecornu and John Healey came to breakfast with Boris Pistorius.", id="breakfast"
        ),
    ],
)
def test_several_at_one_table(text: str) -> None:
    assert told(text) == ["multilateral DEU FRA GBR"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ministers - among them those from Japan and Korea - were not asked.", id="not asked"),
        pytest.param(
            RABAT.replace(" on", " with his environment minister on") + "His two ministers toured a farm.",
            id="two of one country",
        ),
        pytest.param(
            "Rajnath Singh had Amit Shah and Ajit Doval at his table in Delhi.", id="colleagues at home"
        ),
    ],
)
def test_near_misses(text: str) -> None:
    assert told(text) == []
