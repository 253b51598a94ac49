"""Notes, capsules, digests, diaries and programmes: what their cards tell, and what explains without telling."""

from datetime import date

import pytest

from core.lexicon.cards import Label, label_of
from core.model import Document
from core.reports.read import read_document

Told = tuple[str, str, str, str, str, str]


def told(text: str, published: date | None = None) -> list[Told]:
    """Kind, status, first day, countries, place and forum of each engagement that a text tells."""
    reports = read_document(Document("note", text.strip("\n"), published=published))
    return [
        (
            report.kind.value,
            report.status.value,
            report.when.start.isoformat() if report.when.start else "",
            " ".join(report.countries),
            f"{report.host_country} {report.city}".strip(),
            report.forum,
        )
        for report in reports
    ]


CAPSULE = """
Defence notes for the week

1. AL NAJAH-V
✔ Exercise of India and Oman, 5th edition
✔ When: 18 to 31 August 2024
✔ Where: Rabkoot, Oman
✔ Last edition: Rajasthan, August 2022
"""
UNKNOWN_NAME = """
EXERCISE DESERT LANTERN 2024
- Countries: India and Oman
- Dates: 18 to 31 August 2024
- Venue: Rabkoot, Oman
"""
TWO_EXERCISES = """
Defence notes for the week

1. UDARA SHAKTI
✔ Between: Indian Air Force and Royal Malaysian Air Force
✔ Held from 2 to 9 August 2024 in Malaysia

2. DHARMA GUARDIAN
✔ With the Japan Ground Self-Defense Force; the Indian troops are from a hill regiment
✔ To be held from 25 August to 9 September 2024 in Japan
"""
NO_DATE = """
EXERCISE DESERT LANTERN
- Countries: India and Oman
- Type: army exercise
- Started: 2015
"""
EXPLAINER = """
SCO DEFENCE MINISTERS' MEETING: ALL YOU NEED

What is it?
- A yearly gathering of ministers
- First held: Moscow, 2003
- Members: India, China, Russia, Pakistan
"""
COMMITTEE = """
1. Annual talks with Paris
   - Name: India-France Annual Defence Dialogue
   - Date and place: 10 December 2025, New Delhi
   - Co-chairs: Rajnath Singh and Catherine Vautrin
"""
PEOPLE = """
MEETING CARD

Who: Rajnath Singh and Pete Hegseth
Where: Kuala Lumpur, Malaysia
When: 31 October 2025
"""
CALL = """
FACT SHEET

What: Call between two defence ministers
Who: Richard Marles (Australia) and John Healey (United Kingdom)
When: 11 June 2025
"""
CONCLAVE = """
IOR DEFENCE MINISTERS' CONCLAVE

▪ What: India will host the Indian Ocean Region Defence Ministers' Conclave
▪ When: 9 March 2026
▪ Where: Bengaluru

Who is coming?
1. The defence ministers of Maldives and Comoros
2. The Defence Secretary of Sudan
3. Chiefs of some navies

Static GK
• Kenya has a coast on the same ocean
"""
QUIZ = """
ONE-LINERS

- Which two countries hold Exercise Dharma Guardian? - India and Japan
- Where was Exercise Varuna held? - off Goa
"""

CARDS = [
    pytest.param(
        CAPSULE,
        None,
        [("exercise", "held", "2024-08-18", "IND OMN", "OMN Rabkoot", "Al Najah")],
        id="a numbered name over labelled bullets; the last edition is none",
    ),
    pytest.param(
        UNKNOWN_NAME,
        None,
        [("exercise", "held", "2024-08-18", "IND OMN", "OMN Rabkoot", "Desert Lantern")],
        id="an exercise and a town that no lexicon knows",
    ),
    pytest.param(
        UNKNOWN_NAME,
        date(2024, 8, 10),
        [("exercise", "planned", "2024-08-18", "IND OMN", "OMN Rabkoot", "Desert Lantern")],
        id="planned before its first day",
    ),
    pytest.param(NO_DATE, None, [], id="near miss: an exercise without a date"),
    pytest.param(
        TWO_EXERCISES,
        date(2024, 8, 12),
        [
            ("exercise", "held", "2024-08-02", "IND MYS", "MYS", "Udara Shakti"),
            ("exercise", "planned", "2024-08-25", "IND JPN", "JPN", "Dharma Guardian"),
        ],
        id="each card keeps its own countries and days",
    ),
    pytest.param(EXPLAINER, None, [], id="near miss: a forum explained"),
    pytest.param(QUIZ, date(2025, 3, 5), [], id="near miss: questions with their answers"),
    pytest.param(
        COMMITTEE,
        date(2025, 12, 3),
        [("bilateral", "planned", "2025-12-10", "FRA IND", "IND New Delhi", "Annual Defence Dialogue")],
        id="a mechanism with its chairs, date and place on one line",
    ),
    pytest.param(
        PEOPLE,
        None,
        [("bilateral", "held", "2025-10-31", "IND USA", "MYS Kuala Lumpur", "")],
        id="two people, a place and a day",
    ),
    pytest.param(
        PEOPLE.replace("When: 31 October 2025", "Why: old friends"), None, [], id="near miss: no day at all"
    ),
    pytest.param(
        PEOPLE.replace(" and Pete Hegseth", ""), None, [], id="near miss: one man in a place on a day"
    ),
    pytest.param(CALL, date(2025, 6, 12), [("call", "held", "2025-06-11", "AUS GBR", "", "")], id="a call"),
    pytest.param(
        CONCLAVE,
        date(2026, 3, 2),
        [
            (
                "multilateral",
                "planned",
                "2026-03-09",
                "COM IND MDV SDN",
                "IND Bengaluru",
                "IOR Defence Ministers' Conclave",
            )
        ],
        id="a forum with its list of guests; general knowledge adds none",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), CARDS)
def test_cards_of_notes(text: str, published: date | None, expected: list[Told]) -> None:
    assert told(text, published) == expected


DIARY = """
A year of visitors

Jan 31. Rome. Guido Crosetto was the first of the year; he and Rajnath Singh signed a paper on training.

June 2 - Benny Gantz in New Delhi. He and Singh adopted a vision statement.

June 27 - A screen, no handshake. Hishammuddin Hussein of Malaysia and Singh talked by video conference.

Nov 28: Paris, and a long lunch. Nobody from abroad came to it.
"""
PROGRAMME = """
Programme of the minister
Ministry of Defence, Stockholm

Monday 18 March
09.00 Meeting with Latvia's Minister of Defence Andris Spruds, Riga
14.30 Visit to a training area

Wednesday 20 March
10.00 Telephone call with Norway's Minister of Defence Bjorn Arild Gram
"""


def test_a_diary_tells_each_day_and_place_once() -> None:
    assert told(DIARY, date(2023, 12, 31))[:3] == [
        ("bilateral", "held", "2023-01-31", "IND ITA", "ITA Rome", ""),
        ("bilateral", "held", "2023-06-02", "IND ISR", "IND New Delhi", ""),
        ("call", "held", "2023-06-27", "IND MYS", "", ""),
    ]


def test_a_day_without_a_guest_tells_nothing() -> None:
    assert all(day != "2023-11-28" for _, _, day, *_ in told(DIARY, date(2023, 12, 31)))


def test_one_dated_paragraph_is_no_diary() -> None:
    text = "Notes\n\nJune 2 - Benny Gantz in New Delhi, said the board. The talks were about fruit.\n"
    assert told(text, date(2023, 6, 3)) == []


def test_a_programme_is_its_ministry_s() -> None:
    assert told(PROGRAMME, date(2024, 3, 15)) == [
        ("bilateral", "planned", "2024-03-18", "LVA SWE", "LVA Riga", ""),
        ("call", "planned", "2024-03-20", "NOR SWE", "", ""),
    ]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        pytest.param("Venue:", Label.WHERE, id="with its colon"),
        pytest.param("Who is coming?", Label.WHO, id="a question over a list"),
        pytest.param("STATIC GK", Label.TRIVIA, id="in capitals"),
        pytest.param("Kuala Lumpur", None, id="near miss: a place itself"),
    ],
)
def test_label_of(words: str, label: Label | None) -> None:
    assert label_of(words) is label


def test_a_forum_that_heads_its_notes() -> None:
    notes = """
Defence notes for the week

1. Xiangshan Forum
- 10th edition, held in Beijing from 29 to 31 October 2023
- Russia was represented by Defence Minister Sergei Shoigu

2. Galle Dialogue
- Theme since 2010: safety at sea
"""
    assert told(notes) == [
        ("multilateral", "held", "2023-10-29", "RUS", "CHN Beijing", "Xiangshan Forum"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "DIARY CARD\n\nVisitor: General Anil Chauhan, Chief of Defence Staff, India\nHost: General Thierry Burkhard, France\n"
            "Where: Paris\nWhen: 14 November 2023\nFormat: talks at the ministry, then a parade\n\n"
            "Visitor: General Charles Brown, USA\nHost: General Oleksandr Syrskyi, Ukraine\nWhere: Kyiv\nWhen: 11 November 2023",
            [
                ("bilateral", "held", "2023-11-14", "FRA IND", "FRA Paris", ""),
                ("bilateral", "held", "2023-11-11", "UKR USA", "UKR Kyiv", ""),
            ],
            id="two visitors on one card",
        ),
        pytest.param(
            "Calls\n\nDate: 14 November 2023\nWho: Rajnath Singh and Lloyd Austin\nWhere: New Delhi\n\n"
            "Date: 15 November 2023\nWho: Rajnath Singh and Tea Seiha of Cambodia\nWhere: Jakarta",
            [
                ("bilateral", "held", "2023-11-14", "IND USA", "IND New Delhi", ""),
                ("bilateral", "held", "2023-11-15", "IND KHM", "IDN Jakarta", ""),
            ],
            id="a date heads each note",
        ),
        pytest.param(
            "Exercise Garuda\n\nHost: France\nParticipants: India, France\nWhen: 14 November 2023\nWhere: Mont-de-Marsan\n"
            "Participants: 300 airmen",
            [("exercise", "held", "2023-11-14", "FRA IND", "FRA Mont-de-Marsan", "Garuda (India-France)")],
            id="one card whose second list begins no other",
        ),
    ],
)
def test_a_label_told_again_begins_the_next_card(text: str, expected: list[Told]) -> None:
    assert sorted(told(text, date(2023, 11, 20))) == sorted(expected)


DIGEST = """
Weekly digest of cooperation
Published: 18 November 2024

1. 12th session of the India-Kazakhstan Joint Commission on Defence Cooperation
Date: 12 November 2024
Held at: Astana
Led by: Defence Secretary Rajesh Kumar Singh (India); Deputy Minister Askar Sharip (Kazakhstan)

2. 6th India-Philippines Joint Defence Cooperation Committee
Date: 15 November 2024
Held at: New Delhi
"""


def test_a_digest_of_sessions() -> None:
    """The date of the last note is no date of the page, and nobody of one note sat at another's table."""
    reports = read_document(Document("digest", DIGEST.strip("\n"), published=date(2024, 11, 18)))
    assert [(r.when.start, r.countries, r.city, [p.name for p in r.people]) for r in reports] == [
        (date(2024, 11, 12), ("IND", "KAZ"), "Astana", ["Rajesh Kumar Singh", "Askar Sharip"]),
        (date(2024, 11, 15), ("IND", "PHL"), "New Delhi", []),
    ]
