"""Documents told by "I": whose diary, blog or post it is."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

DAY = date(2023, 12, 2)


def told(text: str) -> list[str]:
    document = Document("d.txt", text, published=DAY, published_basis=PublishedBasis.HEADER)
    return [" ".join([*r.countries, r.city]) for r in read_document(document) if r.kind.value == "bilateral"]


STORY = """On Tuesday I met with my Lithuanian colleague Arvydas Anusauskas in Vilnius.

In Warsaw on Thursday I had lunch with Mariusz Blaszczak of Poland.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A week on the road\n\nBy Kajsa Ollongren, Minister of Defence of the Netherlands\n\n" + STORY,
            ["LTU NLD Vilnius", "NLD POL Warsaw"],
            id="the byline",
        ),
        pytest.param(
            "A week on the road\n\n" + STORY + "\nHanno Pevkur",
            ["EST LTU Vilnius", "EST POL Warsaw"],
            id="the signature",
        ),
        pytest.param(
            "My week\n\nMinister of Defence, Estonia | 2 December 2023\n\n" + STORY,
            ["EST LTU Vilnius", "EST POL Warsaw"],
            id="an office without a name",
        ),
        pytest.param(
            "A week on the road\n\nAs Latvia's defence minister, I travel a lot.\n\n" + STORY,
            ["LTU LVA Vilnius", "LVA POL Warsaw"],
            id="he says what he is",
        ),
        pytest.param(
            'Vilnius, 1 December 2023. Defence minister Arvydas Anusauskas met Lloyd Austin of the United States. "I told'
            ' my friend that I need tanks," he said. "I like him," Austin said of him.\n\nHanno Pevkur',
            ["LTU USA Vilnius"],
            id="only quoted",
        ),
    ],
)
def test_the_narrator(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("He then had the honour of meeting President Ilham Aliyev.", 2, id="an honour"),
        pytest.param("Khattak had hoped for the pleasure of meeting President Ilham Aliyev.", 1, id="hoped"),
        pytest.param("He told of the chance of meeting President Ilham Aliyev.", 1, id="a chance not had"),
        pytest.param("He went on by meeting President Ilham Aliyev.", 2, id="by meeting"),
    ],
)
def test_a_meeting_that_was_a_pleasure(sentence: str, expected: int) -> None:
    text = "Baku, 1 December 2023 - Pakistan's Defence Minister Pervez Khattak met Zakir Hasanov, Azerbaijan's defence minister. "
    assert len(told(text + sentence)) == expected
