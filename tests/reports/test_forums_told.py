"""Forums told in few words: what filled a day, who attended without saying what, who was there."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

FRIDAY = date(2015, 11, 6)
ADMM = "Kuala Lumpur: The ASEAN Defence Ministers' Meeting-Plus in Kuala Lumpur is about more than the sea. "


def gatherings(text: str) -> list[str]:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    found = [r for r in read_document(document) if r.kind.value == "multilateral"]
    return [f"{r.forum} | {r.status.value} | {r.when.start} | {' '.join(r.countries)}" for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wednesday belonged to the ASEAN Defence Ministers' Meeting-Plus in Kuala Lumpur. Manohar Parrikar spoke of the sea.",
            ["ADMM-Plus | held | 2015-11-04 | IND"],
            id="a day that belonged to it",
        ),
        pytest.param(
            "The morning was given over to the ADMM-Plus in Kuala Lumpur, and Manohar Parrikar spoke of the sea.",
            ["ADMM-Plus | held | 2015-11-06 | IND"],
            id="a morning given over to it",
        ),
        pytest.param(
            "Manohar Parrikar's column was devoted to the ADMM-Plus. Sea lanes were what he wrote about.",
            [],
            id="a column devoted to it",
        ),
        pytest.param(
            "The ADMM-Plus broke up in Kuala Lumpur on Wednesday. Manohar Parrikar went home.",
            ["ADMM-Plus | held | 2015-11-04 | IND"],
            id="broke up",
        ),
        pytest.param(
            ADMM + "Defence Minister Manohar Parrikar, who attended for India on Wednesday, kept silent.",
            ["ADMM-Plus | held | 2015-11-04 | IND"],
            id="attended for India",
        ),
        pytest.param(
            ADMM + "Manohar Parrikar of India chaired it on Wednesday.",
            ["ADMM-Plus | held | 2015-11-04 | IND"],
            id="chaired it",
        ),
        pytest.param(
            ADMM
            + "Manohar Parrikar read the papers. A seminar on reefs came next. Manohar Parrikar chaired it.",
            [],
            id="another thing was chaired",
        ),
        pytest.param(
            "Trade with Malaysia has grown. Defence Minister Manohar Parrikar attended for India.",
            [],
            id="no forum was named",
        ),
        pytest.param(
            "The ADMM-Plus took place in Kuala Lumpur on Wednesday. Australia, Japan and New Zealand spoke.",
            ["ADMM-Plus | held | 2015-11-04 | AUS JPN NZL"],
            id="countries that spoke",
        ),
        pytest.param(
            "The ADMM-Plus took place in Kuala Lumpur on Wednesday. Ashton Carter of the United States and China's "
            "Chang Wanquan sat at opposite ends of the hall.",
            ["ADMM-Plus | held | 2015-11-04 | CHN USA"],
            id="at opposite ends",
        ),
        pytest.param(
            "The ADMM-Plus took place in Kuala Lumpur on Wednesday. Nobody spoke of Japan.",
            ["ADMM-Plus | held | 2015-11-04 | "],
            id="a country spoken of",
        ),
    ],
)
def test_told_in_few_words(text: str, expected: list[str]) -> None:
    assert gatherings(text) == expected


@pytest.mark.parametrize(
    ("text", "drills"),
    [
        pytest.param("In April, the Indian navy will hold a maritime exercise named AIKEYME with Tanzania.", 1, id="held"),
        pytest.param("India and Tanzania have a maritime exercise named AIKEYME.", 0, id="only named"),
        pytest.param("MILAN: an exercise hosted by the Indian Navy", 0, id="a definition"),
        pytest.param("Exercise MILAN, hosted by the Indian Navy, is under way.", 1, id="under way"),
    ],
)  # fmt: skip
def test_named_or_held(text: str, drills: int) -> None:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    assert [r.kind.value for r in read_document(document)] == ["exercise"] * drills
