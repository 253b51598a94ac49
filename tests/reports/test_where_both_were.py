"""Talks of two who were there for a forum, dialogues named a line before, and "the two ministers" of one sentence."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

PUBLISHED = date(2023, 6, 5)
MET = "Rajnath Singh met Lloyd Austin on Friday"


def rows(text: str) -> list[str]:
    document = Document("d.txt", text, published=PUBLISHED, published_basis=PublishedBasis.HEADER)
    return sorted(
        f"{r.kind.value[:3]} {' '.join(r.countries)} {r.city} | {r.forum}" for r in read_document(document)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"{MET} in Tokyo, where both were attending the Xiangshan Forum.", "Xiangshan Forum", id="both"
        ),
        pytest.param(
            f"{MET} in Tokyo, where they are taking part in the Xiangshan Forum.",
            "Xiangshan Forum",
            id="they",
        ),
        pytest.param(f"{MET} in Tokyo, where he had attended the Xiangshan Forum.", "", id="before that"),
        pytest.param(
            f"{MET} before he flew to Tokyo, where he will attend the Xiangshan Forum.", "", id="after that"
        ),
        pytest.param(f"{MET} in Tokyo, where students attended the Xiangshan Forum.", "", id="others"),
    ],
)
def test_talks_where_both_were_for_a_forum_belong_to_it(text: str, expected: str) -> None:
    assert [row.partition(" | ")[2] for row in rows(text) if row.startswith("bil IND USA")] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "South Block has a wish list for the India-UK Strategic Dialogue. The dialogue takes place in London on 9 June, "
            "with Rajnath Singh and Ben Wallace in the chair.",
            ["bil GBR IND London | Strategic Dialogue"],
            id="the dialogue takes place",
        ),
        pytest.param(
            "The India-Vietnam Defence Policy Dialogue is due. The meeting will be held in Hanoi on 9 June between Giridhar Aramane "
            "and Vice Minister Hoang Xuan Chien of Vietnam.",
            ["bil IND VNM Hanoi | Defence Policy Dialogue"],
            id="the meeting will be held",
        ),
        pytest.param(
            "Rajnath Singh praised the India-UK Strategic Dialogue. On Friday he held talks with Lloyd Austin in London.",
            ["bil IND USA London | "],
            id="other talks",
        ),
        pytest.param(
            "On Friday Dovile Sakaliene of Lithuania and Ruben Brekelmans of the Netherlands jogged along the Neris, and then "
            "the two defence ministers met in Vilnius.",
            ["bil LTU NLD Vilnius | "],
            id="two who jogged before they met",
        ),
        pytest.param(
            "Dovile Sakaliene of Lithuania and Ruben Brekelmans of the Netherlands were praised on Friday, when the two defence "
            "ministers of Poland and Latvia met in Riga.",
            ["bil LVA POL Riga | "],
            id="the two of other countries",
        ),
        pytest.param(
            "The defence ministers of the European Union will gather in Prague on 9 June, where Finland is to be represented by "
            "Minister of Defence Antti Kaikkonen.",
            ["mul FIN Prague | EU Foreign Affairs Council (Defence)"],
            id="ministers of a union",
        ),
        pytest.param(
            "The African Union has a meeting on Friday about grain.", [], id="a body's other meeting"
        ),
    ],
)
def test_forums_and_pairs_told_before(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
