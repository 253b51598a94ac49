"""Talks with one after the other, and people who were with others at a meal, in turn, or all together."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2024, 6, 4)
MET = "Rajnath Singh met Lloyd Austin in Singapore on Monday. "


def rows(text: str) -> list[str]:
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    found = [r for r in read_document(document) if r.kind.value in ("bilateral", "multilateral")]
    return [f"{r.kind.value[0]} {' '.join(r.countries)} {r.when.start}" for r in found]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        pytest.param("After him came Richard Marles of Australia.", ["AUS IND"], id="after him came"),
        pytest.param(
            "After the lunch came Australia's Richard Marles and, in another room, Ng Eng Hen of Singapore.",
            ["AUS IND", "IND SGP"],
            id="two of them",
        ),
        pytest.param(
            "He was followed by Richard Marles of Australia and Ng Eng Hen of Singapore.",
            ["AUS IND", "IND SGP"],
            id="was followed by",
        ),
        pytest.param("After that came the signing of a pact with Japan.", [], id="no person came"),
        pytest.param("First came the war in Ukraine, then Japan.", [], id="matters come first"),
        pytest.param("Ng Eng Hen of Singapore followed with a speech.", [], id="a speech followed"),
        pytest.param("Russia followed with missile strikes.", [], id="a country followed"),
        pytest.param("Ng Eng Hen of Singapore followed on Tuesday.", [], id="no series was told of"),
    ],
)
def test_one_after_the_other(text: str, more: list[str]) -> None:
    assert rows(MET + text) == [f"b {sides} 2024-06-03" for sides in ["IND USA", *more]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh first met Lloyd Austin in Singapore on Monday. Ng Eng Hen of Singapore followed with a proposal. "
            "Richard Marles of Australia came next.",
            ["b IND USA 2024-06-03", "b IND SGP 2024-06-03", "b AUS IND 2024-06-03"],
            id="a series",
        ),
        pytest.param(
            "Rajnath Singh met three foreign ministers in Singapore on Monday. First in was Richard Marles of Australia. "
            "Next was Ng Eng Hen of Singapore. Boris Pistorius of Germany was the last.",
            ["b AUS IND 2024-06-03", "b IND SGP 2024-06-03", "b DEU IND 2024-06-03"],
            id="announced before",
        ),
        pytest.param(
            "Turkey's Hulusi Akar is in Brussels. On Monday he received in turn, each for a talk of their own, Lorenzo "
            "Guerini of Italy and Mariusz Blaszczak of Poland.",
            ["b ITA TUR 2024-06-03", "b POL TUR 2024-06-03"],
            id="in turn",
        ),
        pytest.param("Hulusi Akar received in turn a warm welcome in Italy.", [], id="a welcome in turn"),
        pytest.param(
            "Rajnath Singh and Richard Marles met in Hawaii on Monday, together with Lloyd Austin.",
            ["m AUS IND USA 2024-06-03"],
            id="together with",
        ),
        pytest.param(
            "Rajnath Singh is in Singapore. Tea on Monday was with Ng Eng Hen, the defence minister of Singapore.",
            ["b IND SGP 2024-06-03"],
            id="tea was with",
        ),
        pytest.param(
            "Rajnath Singh is in Singapore. Lunch was with the crew of INS Shakti.",
            [],
            id="lunch with a crew",
        ),
        pytest.param(
            "Argentina's Jorge Taiana met Lloyd Austin of the United States on Monday over the frigates ordered in March.",
            ["b ARG USA 2024-06-03"],
            id="when frigates were ordered",
        ),
        pytest.param(
            "India's Rajnath Singh met Lloyd Austin in Delhi and spoke of the agreement signed last week.",
            ["b IND USA 2024-06-04"],
            id="when an agreement was signed",
        ),
        pytest.param(
            "Argentina's Jorge Taiana spent a week in Brasilia and on Monday ended it by calling at the office of Jose Mucio, "
            "his Brazilian opposite number.",
            ["b ARG BRA 2024-06-03"],
            id="calling at the office of",
        ),
        pytest.param(
            "Rajnath Singh had not asked for a meeting with Lloyd Austin on Monday.", [], id="not asked for"
        ),
        pytest.param(
            "Rajnath Singh asked for a meeting with Lloyd Austin on Monday.", [], id="only asked for"
        ),
        pytest.param(
            MET + "Singh was in the same hall in March, when the ministers met in a hurry.",
            ["b IND USA 2024-06-03"],
            id="all the ministers of a former meeting",
        ),
    ],
)
def test_company_and_turns(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
