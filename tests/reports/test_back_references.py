"""Whom "the Pole" and "the three ministers" mean, and plans that a headline tells."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

FRIDAY = date(2023, 4, 28)


def told(text: str) -> list[tuple[str, str, str]]:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    return [(r.kind.value, r.status.value, " ".join(r.countries)) for r in read_document(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Polish Defence Minister Mariusz Blaszczak is in London. On Thursday the Pole met Ben Wallace of Britain.",
            ("bilateral", "held", "GBR POL"),
            id="the Pole",
        ),
        pytest.param(
            "Morten Bodskov, Denmark's defence minister, is in Stockholm. The Dane held talks with Sweden's Pal Jonson.",
            ("bilateral", "held", "DNK SWE"),
            id="the Dane",
        ),
        pytest.param(
            "Andris Spruds of Latvia was the host when the three ministers of defence met in Riga on Friday. Defence "
            "Minister Hanno Pevkur of Estonia and Lithuania's defence minister, Arvydas Anusauskas, praised him.",
            ("multilateral", "held", "EST LTU LVA"),
            id="three ministers, two of them named later",
        ),
        pytest.param(
            "Rajnath Singh was the first to welcome US Defense Secretary Lloyd Austin in Delhi on Friday.",
            ("bilateral", "held", "IND USA"),
            id="the first to welcome",
        ),
        pytest.param(
            "In Manila on Thursday German Defence Minister Boris Pistorius and Philippine Defence Secretary Gilberto "
            "Teodoro settled that an arrangement should be signed.",
            ("bilateral", "held", "DEU PHL"),
            id="settled",
        ),
    ],
)
def test_who_is_meant(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_two_of_three_ministers_are_not_all_three() -> None:
    text = "The three defence ministers met on Friday. India's Rajnath Singh and Lloyd Austin of the United States spoke."
    assert not any(kind == "multilateral" for kind, _, _ in told(text))


def test_a_headline_with_an_infinitive_is_a_plan() -> None:
    text = (
        "Minister Rajnath Singh to take part in SCO Defence Ministers' Meeting in Delhi\n\nIt is his third."
    )
    assert {status for _, status, _ in told(text)} == {"planned"}


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        pytest.param("are set for", "planned", id="set for"),
        pytest.param("are slated for", "planned", id="slated for"),
        pytest.param("were held on", "held", id="held"),
    ],
)
def test_talks_that_lie_ahead_behind_their_noun(verb: str, status: str) -> None:
    text = (
        f"Talks between Rajnath Singh and Britain's Ben Wallace in London {verb} Thursday, his office said."
    )
    assert [one for kind, one, _ in told(text) if kind == "bilateral"] == [status]


def test_talks_at_a_forum_that_goes_on_tell_that_it_is_held() -> None:
    text = (
        "Defence Minister Rajnath Singh received his Qatari counterpart, Khalid bin Mohammed Al Attiyah, on Friday "
        "during the Manama Dialogue. The Manama Dialogue goes on until Sunday."
    )
    assert ("multilateral", "held", "IND QAT") in told(text)
