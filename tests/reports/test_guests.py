"""Visits told from the host's side, stops of tours, and clauses behind a list of people."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

PUBLISHED = date(2023, 11, 20)


def rows(text: str) -> list[str]:
    document = Document("d.txt", text, published=PUBLISHED, published_basis=PublishedBasis.HEADER)
    return sorted(
        f"{r.kind.value[:3]} {' '.join(r.countries)} {r.when.start} {r.host_country} {r.city}".strip()
        for r in read_document(document)
    )


TOUR = "Rajnath Singh ended his tour on Saturday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oman had him as its official guest on Friday. In Muscat he laid a wreath.",
            ["vis IND OMN 2023-11-17 OMN Muscat"],
            id="had him as its guest, the town behind",
        ),
        pytest.param("Oman was his host on Friday.", ["vis IND OMN 2023-11-17 OMN"], id="was his host"),
        pytest.param("On Friday he was a guest of Oman.", ["vis IND OMN 2023-11-17 OMN"], id="a guest of"),
        pytest.param("On Friday he was Oman's guest.", ["vis IND OMN 2023-11-17 OMN"], id="its guest"),
        pytest.param("Oman played host to him on Friday.", ["vis IND OMN 2023-11-17 OMN"], id="played host"),
        pytest.param(
            "Muscat welcomed him on Friday.", ["vis IND OMN 2023-11-17 OMN"], id="a capital welcomed him"
        ),
        pytest.param("India had him as its minister in 2019. Oman was his topic.", [], id="no guest"),
        pytest.param("He was a guest of honour at a show of Oman.", [], id="a guest of honour"),
        pytest.param(
            "The hotel had him as its guest. Oman had asked him for help.", [], id="a hotel's guest"
        ),
    ],
)
def test_who_was_the_guest_of_a_country_visited_it(text: str, expected: list[str]) -> None:
    assert rows(TOUR + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bamako came first.", "MLI Bamako", id="came first"),
        pytest.param("Bamako was the first stop.", "MLI Bamako", id="was the first stop"),
        pytest.param("Bamako was next.", "MLI Bamako", id="was next"),
        pytest.param("Bamako was angry.", "CIV Abidjan", id="a government"),
        pytest.param("Bamako came under fire.", "CIV Abidjan", id="came, but not in turn"),
    ],
)
def test_a_stop_of_a_tour_is_where_the_next_talks_were(text: str, expected: str) -> None:
    story = (
        "By our Abidjan bureau, 20 November 2023\n\nRussia's deputy defence minister, Yunus-bek Yevkurov, is back.\n\n"
        f"{text} The general met Sadio Camara, the defence minister of Mali, on Friday."
    )
    assert rows(story) == [f"bil MLI RUS 2023-11-17 {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A pact was initialled by him and Minoru Kihara, Japan's defence minister, and Prime Minister Fumio Kishida "
            "received the guest at his office.",
            ["bil IND JPN 2023-11-17 JPN Tokyo", "bil IND JPN 2023-11-17 JPN Tokyo"],
            id="one more host behind the signers",
        ),
        pytest.param(
            "He met Minoru Kihara, Japan's defence minister, and Lloyd Austin flew home.",
            ["bil IND JPN 2023-11-17 JPN Tokyo"],
            id="somebody else left",
        ),
        pytest.param(
            "He met Minoru Kihara of Japan, Richard Marles of Australia, and Lloyd Austin of the United States.",
            [
                "bil AUS IND 2023-11-17 JPN Tokyo",
                "bil IND JPN 2023-11-17 JPN Tokyo",
                "bil IND USA 2023-11-17 JPN Tokyo",
            ],
            id="a list goes on",
        ),
    ],
)
def test_a_verb_behind_the_last_of_a_list_begins_a_clause(text: str, expected: list[str]) -> None:
    assert rows(f"Rajnath Singh was in Tokyo on Friday. {text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "They looked back on the trilateral meeting with Japanese Minister of Defence Minoru Kihara.",
            0,
            id="looked back on a trilateral",
        ),
        pytest.param("He remembered a dinner with Minoru Kihara of Japan.", 0, id="remembered a dinner"),
        pytest.param("Dinner with Minoru Kihara of Japan followed.", 1, id="a dinner that took place"),
    ],
)
def test_talks_only_thought_of_are_none(text: str, expected: int) -> None:
    found = rows(f"Jim Mattis met Song Young-moo in Seoul on Saturday. {text}")
    assert sum("JPN" in row for row in found) == expected
