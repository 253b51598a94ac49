"""Further partners and days of one sentence, who is meant by an office, and who came for what."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

FRIDAY = date(2024, 11, 15)


def rows(text: str) -> list[str]:
    """Each engagement as "kind sides day city [forum]: people"."""
    story = f"New Delhi, 15 November 2024\n\n{text}"
    return [
        f"{r.kind.value} {' '.join(r.countries)} {r.when.start:%d%b} {r.city or r.host_country or '-'} [{r.forum}]:"
        f" {', '.join(p.name for p in r.people)}".rstrip()
        for r in read_document(Document("d.txt", story, published=FRIDAY))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gen Nakatani of Japan telephoned Lloyd Austin of the United States on Nov. 8 and held a video conference with "
            "Australia's Richard Marles the next day.",
            [
                "call JPN USA 08Nov - []: Gen Nakatani, Lloyd Austin",
                "call AUS JPN 09Nov - []: Gen Nakatani, Richard Marles",
            ],
            id="the next day, of the second verb",
        ),
        pytest.param(
            "Saudi Arabia's Mohammed Al-Gharibi called on General Sahir Shamshad Mirza at Joint Staff Headquarters in Rawalpindi, "
            "and on the Chief of the Air Staff, Zaheer Ahmed Baber Sidhu, on Tuesday.",
            [
                "bilateral PAK SAU 12Nov Rawalpindi []: Mohammed Al-Gharibi, Sahir Shamshad Mirza",
                "bilateral PAK SAU 12Nov Rawalpindi []: Mohammed Al-Gharibi, Zaheer Ahmed Baber Sidhu",
            ],
            id="and on another",
        ),
        pytest.param(
            "Serbia's Milos Vucevic, who travels with the president, was received by China's He Weidong, vice chairman of the "
            "Central Military Commission, in Beijing on Tuesday.",
            ["bilateral CHN SRB 12Nov Beijing []: Milos Vucevic, He Weidong"],
            id="the day behind a relative clause",
        ),
        pytest.param(
            "Milos Vucevic's predecessor as defence minister of Serbia has died. Vucevic's predecessor, Nebojsa Stefanovic, met "
            "China's Wei Fenghe in Belgrade in November.",
            ["bilateral CHN SRB 01Nov Belgrade []: Nebojsa Stefanovic, Wei Fenghe"],
            id="not Vucevic, his predecessor",
        ),
        pytest.param(
            "Serbia's Milos Vucevic met the Chinese defence minister in Beijing on Tuesday. Then minister Wei Fenghe of China "
            "praised Belgrade in 2021.",
            [
                "bilateral CHN SRB 12Nov Beijing []: Milos Vucevic",
            ],
            id="no former minister is the minister",
        ),
        pytest.param(
            "Kenya's Soipan Tuya saw Oman's Matar Al Balushi in Nairobi on Tuesday and then Brig. Gen. Sherali Mirzo of Tajikistan.",
            [
                "bilateral KEN OMN 12Nov Nairobi []: Soipan Tuya, Matar Al Balushi",
                "bilateral KEN TJK 12Nov Nairobi []: Soipan Tuya, Sherali Mirzo",
            ],
            id="and then: the next, no former one",
        ),
    ],
)
def test_further_partners(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At a reception in Hanoi on Tuesday for New Zealand's Tony Davies, General Phan Van Giang of Vietnam thanked his guest.",
            ["bilateral NZL VNM 12Nov Hanoi []: Phan Van Giang, Tony Davies"],
            id="at a reception for",
        ),
        pytest.param(
            "At a reception for ambassadors in Hanoi on Tuesday, Phan Van Giang of Vietnam thanked Japan's Gen Nakatani.",
            [],
            id="at a reception for others",
        ),
        pytest.param(
            "Turkey's Metin Gurak was in Islamabad on Tuesday as the guest of Pakistan's General Sahir Shamshad Mirza.",
            ["bilateral PAK TUR 12Nov Islamabad []: Metin Gurak, Sahir Shamshad Mirza"],
            id="as the guest of",
        ),
        pytest.param(
            "Turkey's Yasar Guler will fly to Brussels on Wednesday for a two-day meeting of NATO defence ministers.",
            [
                "multilateral TUR 20Nov Brussels [NATO Defence Ministers' Meeting]: Yasar Guler",
                "visit BEL TUR 20Nov Brussels [NATO Defence Ministers' Meeting]: Yasar Guler",
            ],
            id="flies to a town for a forum",
        ),
        pytest.param(
            "Turkey's Yasar Guler flew to Brussels on Wednesday for talks ahead of the NATO Defence Ministers' Meeting.",
            ["visit BEL TUR 13Nov Brussels []: Yasar Guler"],
            id="for talks ahead of it",
        ),
        pytest.param(
            "Vietnam's Phan Van Giang met South Korea's Kim Yong-hyun in Singapore on Wednesday as part of his attendance at the "
            "Shangri-La Dialogue.",
            [
                "bilateral KOR VNM 13Nov Singapore [Shangri-La Dialogue]: Phan Van Giang, Kim Yong-hyun",
                "multilateral VNM 13Nov Singapore [Shangri-La Dialogue]: Phan Van Giang",
            ],
            id="his attendance",
        ),
        pytest.param(
            "Japan's Gen Nakatani is to visit Laos next week to attend a fair and to hold a trilateral with Lloyd Austin of the "
            "United States and South Korea's Kim Yong-hyun.",
            [
                "visit JPN LAO 01Nov LAO []: Gen Nakatani",
                "multilateral JPN KOR USA 01Nov LAO [Trilateral meeting]: Gen Nakatani, Lloyd Austin, Kim Yong-hyun",
            ],
            id="what a trip is for is where it goes",
        ),
    ],
)
def test_who_came_for_what(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenya's Soipan Tuya was in Vientiane on Tuesday. It ended with a shawl from Goa for her.\n\nIn the morning she had "
            "received India's Rajnath Singh.",
            ["bilateral IND KEN 12Nov Vientiane []: Soipan Tuya, Rajnath Singh"],
            id="a gift from a town is no place of talks",
        ),
        pytest.param(
            "Vietnam's Phan Van Giang was in Jakarta on Tuesday. The Filipino was invited to come to Hanoi.\n\nLater Phan Van Giang "
            "received Japan's Hiroyuki Miyazawa.",
            ["bilateral JPN VNM 12Nov Jakarta []: Phan Van Giang, Hiroyuki Miyazawa"],
            id="invited to come to a town",
        ),
        pytest.param(
            "Iceland and Norway have been invited to one of Tuesday's working sessions in Prague.",
            [],
            id="invited to a session",
        ),
    ],
)
def test_no_place_and_no_talks(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The defence secretaries of India and Bangladesh are meeting in Dhaka today.",
            ["bilateral BGD IND 15Nov Dhaka []:"],
            id="are meeting",
        ),
        pytest.param(
            "Rajnath Singh is meeting Kenya's Soipan Tuya in Nairobi today.",
            ["bilateral IND KEN 15Nov Nairobi []: Rajnath Singh, Soipan Tuya"],
            id="is meeting",
        ),
        pytest.param(
            "The plan is meeting Kenya's demand, Rajnath Singh said in Nairobi.", [], id="meets a demand"
        ),
        pytest.param(
            "The armies of India and Nepal held talks in Pokhara on Tuesday.",
            ["bilateral IND NPL 12Nov Pokhara []:"],
            id="armies",
        ),
        pytest.param(
            "Corps commanders of the Indian and Chinese armies held talks in Pokhara on Tuesday.",
            ["bilateral CHN IND 12Nov Pokhara []:"],
            id="commanders of two armies",
        ),
        pytest.param(
            "Two days of staff talks between the navies of Australia and India wound up in Canberra on Wednesday.",
            ["bilateral AUS IND 13Nov Canberra [Staff Talks]:"],
            id="between navies",
        ),
        pytest.param(
            "The armies of India and China disengaged at two points on Tuesday.",
            [],
            id="armies that did not meet",
        ),
        pytest.param(
            "Talks between Rajnath Singh and Brazil's Jose Mucio, scheduled for Monday, will now be held on Thursday in Brasilia.",
            ["bilateral BRA IND 21Nov Brasília []: Rajnath Singh, Jose Mucio"],
            id="the new day",
        ),
        pytest.param(
            "General Charles Flynn of the United States and General Upendra Dwivedi co-hosted the Indo-Pacific Army Chiefs "
            "Conference in New Delhi on Tuesday.",
            [
                "multilateral IND USA 12Nov New Delhi [Indo-Pacific Armies Chiefs Conference]: Charles Flynn, Upendra Dwivedi",
            ],
            id="co-hosted a forum of many",
        ),
        pytest.param(
            "Lebanon's Joseph Aoun and Cyprus's Georgios Tsikouris had phone contact on Sunday.",
            ["call CYP LBN 10Nov - []: Joseph Aoun, Georgios Tsikouris"],
            id="phone contact",
        ),
    ],
)
def test_who_is_meeting(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
