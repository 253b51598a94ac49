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
        pytest.param(
            "Rajnath Singh received Mohamad Hasan of Malaysia on Tuesday. Monday's visitors to his office had been Zakir Hasanov "
            "of Azerbaijan and Georgia's Juansher Burchuladze.",
            [f"bilateral held {told} New Delhi" for told in ("IND MYS 2024-11-12", "AZE IND 2024-11-11", "GEO IND 2024-11-11")],
            id="visitors to his office",
        ),
        pytest.param(
            "Talks with Rajnath Singh, who had a cold, closed a crowded Thursday for Florence Parly of France.",
            ["bilateral held FRA IND 2024-11-14 New Delhi"],
            id="whose day they closed",
        ),
        pytest.param(
            "Judith Collins of New Zealand saw Richard Marles of Australia on Monday. The two will go on with it at the ANZMIN "
            "consultations in Auckland in December. The last to see her was Ng Eng Hen, the Singaporean defence minister.",
            ["bilateral held AUS NZL 2024-11-11 New Delhi", "bilateral planned AUS NZL 2024-12-01 Auckland",
             "bilateral held NZL SGP 2024-11-11 New Delhi"],
            id="a town of what is to come",
        ),
        pytest.param(
            "Tunis came first, on November 11. Pete Hegseth held talks with the president, Kais Saied. The following day took him "
            "to Algiers. He held talks there with the president, Abdelmadjid Tebboune.",
            ["bilateral held TUN USA 2024-11-11 Tunis", "visit held DZA USA 2024-11-12 Algiers", "bilateral held DZA USA 2024-11-12 Algiers"],
            id="the following day took him",
        ),
        pytest.param(
            "At Aero India, defence ministers from 26 countries will meet in Bengaluru on 21 November for the Conclave.",
            ["multilateral planned  2024-11-21 Bengaluru"],
            id="the conclave of a fair",
        ),
        pytest.param(
            "On Monday Rajnath Singh went through three bilaterals, with colleagues from Japan, Oman and Kenya.",
            [f"bilateral held {sides} 2024-11-11 New Delhi" for sides in ("IND JPN", "IND OMN", "IND KEN")],
            id="went through three bilaterals",
        ),
        pytest.param(
            "Rajnath Singh and Phan Van Giang met on Monday. They settled that the next round will be convened in Hanoi next year.",
            ["bilateral held IND VNM 2024-11-11 New Delhi"],
            id="where the next round will be",
        ),
        pytest.param(
            "Judith Collins of New Zealand met Dong Jun of China on Sunday. Monday began with Ng Eng Hen, the Singaporean minister.",
            ["bilateral held CHN NZL 2024-11-10 New Delhi", "bilateral held NZL SGP 2024-11-11 New Delhi"],
            id="with whom a day began",
        ),
        pytest.param(
            "Judith Collins of New Zealand had no rest on Monday in Singapore. Kihara Minoru of Japan came first that morning.",
            ["bilateral held JPN NZL 2024-11-11 Singapore"],
            id="who came first on a full day",
        ),
        pytest.param(
            "Rajnath Singh and Amir Hatami of Iran were together for an hour on Monday, with Chabahar port and Afghanistan high on "
            "the list.",
            ["bilateral held IND IRN 2024-11-11 New Delhi"],
            id="what was high on the list",
        ),
        pytest.param(
            "Kenya's Soipan Tuya and her colleagues from Sri Lanka and Mauritius will take part by video in the conclave on Monday.",
            [],
            id="part by video is no call",
        ),
        pytest.param(
            "The Weimar Triangle of France, Germany and Poland met in Paris on Monday at the level of defence ministers.",
            ["multilateral held DEU FRA POL 2024-11-11 Paris"],
            id="at the level of ministers",
        ),
        pytest.param(
            "Rajnath Singh met Ng Eng Hen on Monday; 24 hours later he received Nikos Dendias of Greece.",
            ["bilateral held IND SGP 2024-11-11 New Delhi", "bilateral held GRC IND 2024-11-12 New Delhi"],
            id="24 hours later",
        ),
        pytest.param(
            "In Muscat, Yusuf bin Alawi of Oman, who is in charge of foreign affairs, had a meeting with Rajnath Singh on Monday.",
            ["bilateral held IND OMN 2024-11-11 Muscat"],
            id="in charge of foreign affairs",
        ),
        pytest.param(
            "Rajnath Singh met Minoru Kihara in Tokyo on Tuesday. Officials read the texts on Monday, a day before the ministers met.",
            ["bilateral held IND JPN 2024-11-12 Tokyo"],
            id="a day before they met",
        ),
        pytest.param("Pete Hegseth spoke to reporters about African Lion, the exercise that snow had stopped.", [], id="spoke about"),
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
