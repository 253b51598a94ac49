"""What stands near an engagement and is not its own: seats of offices, meetings days away, ways of doing things."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2024, 6, 4)


def rows(text: str) -> list[str]:
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    return [
        " | ".join((" ".join(r.countries), r.city or r.host_country or "-", r.forum or "-"))
        for r in read_document(document)
        if r.kind.value == "bilateral"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh met Cho Tae-yul, foreign minister in Seoul since January, on Monday.",
            ["IND KOR | - | -"],
            id="where an office is",
        ),
        pytest.param(
            "Rajnath Singh met Ng Eng Hen, Singapore's defence minister in Vientiane, on Monday.",
            ["IND SGP | Vientiane | -"],
            id="a minister whose country is told, met somewhere",
        ),
        pytest.param(
            "Rajnath Singh sat down in Maputo on Monday with Atanasio M'tumuke, who has the defence ministry there.",
            ["IND MOZ | Maputo | -"],
            id="who has the ministry",
        ),
        pytest.param(
            "India's Rajnath Singh met Juan Perez, who holds the defence portfolio in Peru, in Lima on Monday.",
            ["IND PER | Lima | -"],
            id="who holds the portfolio",
        ),
        pytest.param(
            "Two weeks before the leaders come together in Vilnius, Rajnath Singh met Lloyd Austin in Tokyo on Monday.",
            ["IND USA | Tokyo | -"],
            id="what comes weeks later, a clause",
        ),
        pytest.param(
            "Two weeks before the meeting in Vilnius, Rajnath Singh met Lloyd Austin on Monday.",
            ["IND USA | - | -"],
            id="what comes weeks later, a thing",
        ),
        pytest.param(
            "Admiral R Hari Kumar met Admiral Samuel Paparo of the United States and Vice Admiral Mark Hammond of "
            "Australia, who have come to Visakhapatnam for MILAN 24, on Monday.",
            ["IND USA | - | MILAN", "AUS IND | - | MILAN"],
            id="come for an exercise",
        ),
        pytest.param(
            "Admiral R Hari Kumar met Vice Admiral Mark Hammond of Australia on the sidelines of Exercise Malabar.",
            ["AUS IND | - | Malabar"],
            id="beside an exercise",
        ),
        pytest.param(
            "Admiral R Hari Kumar met Vice Admiral Mark Hammond of Australia to prepare for Exercise Malabar.",
            ["AUS IND | - | -"],
            id="about an exercise",
        ),
        pytest.param(
            "Rajnath Singh met Lloyd Austin in Delhi on Monday and reviewed what had been done through the Joint "
            "Working Group.",
            ["IND USA | New Delhi | -"],
            id="done through a working group",
        ),
        pytest.param(
            "Rajnath Singh and Lloyd Austin met in Delhi on Monday for the Joint Working Group on Defence Cooperation.",
            ["IND USA | New Delhi | Joint Working Group on Defence Cooperation"],
            id="met for a working group",
        ),
    ],
)
def test_beside(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
