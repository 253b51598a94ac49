"""Days given to towns, lists between semicolons, talks that open a sentence, and what is done again and again."""

import pytest

from tests.reports.test_off_and_next import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Air Chief Marshal V R Chaudhari received three of his peers on Monday. They were General Hiroaki Uchikura of "
            "Japan; Air Marshal Stephen Chappell, the pilot in charge of the Royal Australian Air Force; and Italy's "
            "General Luca Goretti.",
            [f"bilateral held {sides} 2024-11-11 New Delhi" for sides in ("IND JPN", "AUS IND", "IND ITA")],
            id="items between semicolons",
        ),
        pytest.param(
            "Rajnath Singh met Gen Nakatani of Japan on Tuesday. Pål Jonson, in his third year as Sweden's defence "
            "minister, came last.",
            ["bilateral held IND JPN 2024-11-12 New Delhi", "bilateral held IND SWE 2024-11-12 New Delhi"],
            id="in his third year as",
        ),
        pytest.param(
            "In Tokyo on Monday, Nora Abe, who holds the defence portfolio there, and her guest Rajnath Singh agreed on "
            "joint drills.",
            ["bilateral held IND JPN 2024-11-11 Tokyo"],
            id="who holds the portfolio there",
        ),
        pytest.param(
            "Wednesday was for Hanoi. First Rajnath Singh had a meeting with his Vietnamese counterpart Phan Van Giang.",
            ["bilateral held IND VNM 2024-11-13 Hanoi"],
            id="a day for a town",
        ),
        pytest.param(
            "Rajnath Singh and his guest signed a pact on Wednesday.\n\nPete Hegseth had landed on Monday and gone straight to "
            "South Block. There he and Rajnath Singh talked for an hour.",
            ["bilateral held IND USA 2024-11-11 New Delhi"],
            id="the day on which he landed",
        ),
        pytest.param(
            "In three-way talks in Muscat on Monday, the defence ministers of Oman, Iran and Qatar looked at mines.",
            ["multilateral held IRN OMN QAT 2024-11-11 Muscat"],
            id="talks open the sentence",
        ),
        pytest.param("In talks on mines, the navies of Oman and Iran are old hands.", [], id="talks of nobody in particular"),
        pytest.param(
            "Whenever the defence ministers of Oman and Iran meet, they speak of mines.", [], id="whenever they meet"
        ),
        pytest.param("Defence ministers rub shoulders at the Shangri-La Dialogue.", [], id="ministers in general"),
        pytest.param(
            "Norwegian Defence Minister Tore Sandvik took part in the meeting of defence ministers of NATO in Brussels on "
            "12 November.",
            ["multilateral held NOR 2024-11-12 Brussels"],
            id="a meeting of a body's ministers",
        ),
        pytest.param(
            "Rear Admiral Shantanu Jha held talks in Kochi on Monday with Commander Adam Hill, skipper of the British frigate Lancaster.",
            ["bilateral held GBR IND 2024-11-11 Kochi"],
            id="skipper of a foreign frigate",
        ),
        pytest.param(
            "The exercise Milan began at Visakhapatnam on Monday with ships of Britain, Iran and Oman. Among those whom Vice Admiral "
            "Rajesh Pendharkar greeted were Captain Adam Hill, skipper of the British frigate Lancaster, and Captain Ali Reza "
            "of Iran.",
            ["exercise held GBR IND IRN OMN 2024-11-11 Visakhapatnam"],
            id="greeted at an exercise",
        ),
    ],
)  # fmt: skip
def test_told_in_ordinary_words(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_lettered_notes_tell_what_where_and_when_in_one_line() -> None:
    notes = (
        "DEFENCE NOTES\nMay 2024\n\nA. India and Oman\n   * Event: 12th meeting of the Joint Military Cooperation Committee, "
        "Muscat, 31 January 2024\n   * Chaired by Giridhar Aramane\n\nB. Lamitiye 2024\n   * Joint exercise of the Indian and "
        "the Seychelles armies\n   * Took place in Seychelles, 18 to 27 March 2024\n\nAl Najah is with Oman, Lamitiye with "
        "Seychelles.\n"
    )
    assert rows(notes) == [
        "bilateral held IND OMN 2024-01-31 Muscat",
        "exercise held IND SYC 2024-03-18 SYC",
    ]
