"""Talks that are told without their forum, in a story that is about one."""

from datetime import date

import pytest

from core.model import Document, Kind, PublishedBasis
from core.reports.read import read_document


def forums_of_talks(text: str, published: date) -> list[str]:
    document = Document("d.txt", text, published=published, published_basis=PublishedBasis.HEADER)
    return [
        f"{' '.join(r.countries)}: {r.forum}" for r in read_document(document) if r.kind is Kind.BILATERAL
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "Istanbul: Turkish Defence Minister Yasar Guler worked through a list of guests on Wednesday at the IDEF 2023 "
            "arms fair.\n\nOn Tuesday Guler saw Slovakia's Martin Sklenar.",
            date(2023, 7, 27),
            ["SVK TUR: IDEF"],
            id="arms fair, editions unknown",
        ),
        pytest.param(
            "SINGAPORE: Four delegations passed through Nirmala Sitharaman's suite on Friday as the city-state got ready "
            "for the ASEAN Defence Ministers' Meeting-Plus. The Indian defence minister conferred one by one with her "
            "colleagues from Australia and Japan.",
            date(2018, 10, 19),
            ["AUS IND: ADMM-Plus", "IND JPN: ADMM-Plus"],
            id="on the eve, by the calendar",
        ),
        pytest.param(
            "SEOUL: Indian Defence Minister Rajnath Singh spoke at the Seoul Defense Dialogue on Thursday. He met "
            "Defence Minister Jeong Kyeong-doo the same day.",
            date(2019, 9, 5),
            ["IND KOR: "],
            id="a guest of the host: a visit",
        ),
        pytest.param(
            "NEW DELHI: Indian Defence Minister Rajnath Singh met Japan's Minoru Kihara in Delhi on Thursday. He is to "
            "fly to the Shangri-La Dialogue in Singapore in May.",
            date(2024, 3, 14),
            ["IND JPN: "],
            id="a forum to come, elsewhere",
        ),
    ],
)
def test_forum_of_the_story(text: str, published: date, expected: list[str]) -> None:
    assert forums_of_talks(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Indian Defence Minister Rajnath Singh met Japan's Minoru Kihara in Lucknow on Thursday. Tomorrow Lucknow is "
            "the venue of the first India-Africa Defence Ministers' Conclave, over which he will preside.",
            ["India-Africa Defence Dialogue planned 2024-03-15"],
            id="is the venue of",
        ),
        pytest.param(
            "Ng Eng Hen of Singapore will preside when the fifth ADMM-Plus convenes in Singapore on Friday; China and New "
            "Zealand are sending their ministers. Indian Defence Minister Rajnath Singh is there.",
            ["ADMM-Plus planned 2024-03-15"],
            id="will preside when it convenes",
        ),
        pytest.param(
            "Indian Defence Minister Rajnath Singh met Japan's Minoru Kihara in Delhi on Thursday. They will remember the "
            "venue of their last talks.",
            [],
            id="the venue of talks",
        ),
    ],
)
def test_forum_told_by_its_venue_or_chair(text: str, expected: list[str]) -> None:
    document = Document("d.txt", text, published=date(2024, 3, 14), published_basis=PublishedBasis.HEADER)
    found = [r for r in read_document(document) if r.kind is Kind.MULTILATERAL]
    assert [f"{r.forum} {r.status.value} {r.when.start}" for r in found] == expected
