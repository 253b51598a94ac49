"""Offices, groups and definitions as press offices and agencies print them."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2025, 2, 11)


def rows(text: str) -> list[str]:
    """Each report as "kind status sides | names | forum"."""
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} | {', '.join(p.name for p in r.people)} | {r.forum or '-'}"
        for r in read_document(document)
    ]


SETH = "Indian Minister of State for Defence Sanjay Seth held bilateral meetings in Bengaluru on Monday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            SETH
            + "During the meeting with Minister for the House of Lords, UK Lord John Hill, the Ministers spoke of ties.",
            "bilateral held GBR IND | Sanjay Seth, John Hill | -",
            id="a country between office and name",
        ),
        pytest.param(
            SETH
            + "In his meeting with the Minister in the Prime Minister's Office (Defence and Security), Lesotho, Thabo Lebona, "
            "the Ministers spoke of ties.",
            "bilateral held IND LSO | Sanjay Seth, Thabo Lebona | -",
            id="an office in an office",
        ),
        pytest.param(
            SETH
            + "The minister also met Thabo Lebona, the Minister in the Prime Minister's Office for Defence from Lesotho.",
            "bilateral held IND LSO | Sanjay Seth, Thabo Lebona | -",
            id="the country at the end",
        ),
        pytest.param(
            SETH + "He met the Chief of Staff of the National Army of Algeria General Hamid Amrani.",
            "bilateral held DZA IND | Sanjay Seth, Hamid Amrani | -",
            id="the army of a country",
        ),
        pytest.param(
            SETH + "Seth's discussions with Italy's Defence Minister, Guido Crosetto, focused on training.",
            "bilateral held IND ITA | Sanjay Seth, Guido Crosetto | -",
            id="discussions told by their topic",
        ),
        pytest.param(
            "The fourth 2+2 dialogue between India and the U.S. would be held in November this year in Washington, said India's "
            "Rajnath Singh.",
            "bilateral planned IND USA | Rajnath Singh | 2+2 Ministerial Dialogue",
            id="would be held",
        ),
    ],
)
def test_offices(text: str, expected: str) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "India and Malaysia co-chair the Experts' Working Group on Counter-Terrorism. Rajnath Singh of India spoke of it.",
            id="a group that two chair",
        ),
        pytest.param(
            "India and Indonesia co-chaired the Expert Working Group on Disaster Relief for the cycle 2021-2024.",
            id="a group chaired for years",
        ),
        pytest.param(
            "The India-US 2+2 ministerial dialogue takes place between the foreign and defence ministers of both sides, Rajnath Singh "
            "of India said.",
            id="what a dialogue is",
        ),
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert rows(text) == []


def test_a_chief_without_a_name_is_no_secretary() -> None:
    text = (
        "India's Defence Secretary Giridhar Aramane and Singapore's Permanent Secretary (Defence), Chan Heng Kee, held talks in New "
        "Delhi. Earlier, the Permanent Secretary (Defence) called on the Chief of Defence Staff of India."
    )
    assert not any(row.startswith("bilateral held IND SGP | Giridhar Aramane |") for row in rows(text))


def test_a_separate_meeting_is_one_of_those_announced() -> None:
    text = (
        "Sanjay Seth of India held bilateral meetings on the sidelines of Aero India in Bengaluru, engaging with officials from Italy "
        "and Britain. In a separate meeting with British Defence Secretary John Healey, the two sides spoke of ties."
    )
    assert len([row for row in rows(text) if "GBR" in row]) == 1


def test_a_page_with_the_weather_is_read_without_its_town() -> None:
    text = "21 C\nJaipur\n\nSanjay Seth of India met British Defence Secretary John Healey."
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    assert all(r.city == "" for r in read_document(document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "India's Anil Chauhan left for Japan on Monday. The key highlights of the tour include a call-on with the Minister of "
            "Defence, Minoru Kihara, and a meeting with Chief of Staff, Joint Staff, Japan Self-Defence Forces, General Yoshida "
            "Yoshihide.",
            "bilateral planned IND JPN | Anil Chauhan, Yoshida Yoshihide | -",
            id="the highlights of a tour",
        ),
        pytest.param(
            "Rajnath Singh of India co-chaired the 21st meeting of the Inter-Governmental Commission on Military Cooperation in Moscow "
            "alongside Russian Defence Minister Andrei Belousov.",
            "bilateral held IND RUS | Rajnath Singh, Andrei Belousov | Inter-Governmental Commission",
            id="alongside",
        ),
        pytest.param(
            "In Tokyo Indian Army chief Bipin Rawat met Chief of Staff, General Koji Yamazaki of Japan and officers.",
            "bilateral held IND JPN | Bipin Rawat, Koji Yamazaki | -",
            id="an office and a rank before the name",
        ),
    ],
)
def test_in_the_words_of_a_release(text: str, expected: str) -> None:
    assert expected in rows(text)


def test_what_came_soon_before_has_no_day_of_its_own() -> None:
    text = (
        "Indian Army chief Bipin Rawat is in Tokyo. The visit comes soon after India and Japan concluded their inaugural 2+2 "
        "ministerial meeting. He will call on units that had recently participated in Exercise Dharma Guardian."
    )
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    assert all(r.background or r.kind.value == "visit" for r in read_document(document))
