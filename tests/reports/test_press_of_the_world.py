"""Constructions of the press of many countries: envoys by name, schools' delegations, families, talks only thought of."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

MONDAY = date(2023, 5, 1)


def rows(text: str, published: date | None = MONDAY) -> list[str]:
    """Each engagement as "kind status sides: people"."""
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)}: {', '.join(p.name for p in r.people)}"
        for r in read_document(Document("d.txt", text, published=published))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oman's ambassador to Kenya Saleh Al Harthi called on Defence Cabinet Secretary Aden Duale in Nairobi on Friday.",
            ["bilateral held KEN OMN: Saleh Al Harthi, Aden Duale"],
            id="an envoy's name behind where he is posted",
        ),
        pytest.param(
            "The High Commissioner of Kenya to Malawi Ms Lilian Tomitom paid a courtesy call on the Minister of Defence in "
            "Malawi Harry Mkandawire on Friday.",
            ["bilateral held KEN MWI: Lilian Tomitom, Harry Mkandawire"],
            id="an envoy, and a minister in a country",
        ),
        pytest.param(
            "Kenya's Defence Cabinet Secretary Aden Duale met on Friday with a 12-member delegation from the Omani National "
            "Defence Academy, led by Brigadier Salim Al Balushi.",
            ["bilateral held KEN OMN: Aden Duale, Salim Al Balushi"],
            id="a school's delegation",
        ),
        pytest.param(
            "Kenya's Defence Cabinet Secretary Aden Duale (April. 28) met with Oman's Chief of Staff Abdullah Al Raisi.",
            ["bilateral held KEN OMN: Aden Duale, Abdullah Al Raisi"],
            id="a day in brackets",
        ),
        pytest.param(
            "Kenya's navy chief, Major General Thomas Otieno, called on President Mwai Banda and Prime Minister Ranil "
            "Wickremesinghe of Sri Lanka on Friday.",
            [
                "bilateral held KEN LKA: Thomas Otieno, Mwai Banda",
                "bilateral held KEN LKA: Thomas Otieno, Ranil Wickremesinghe",
            ],
            id="two leaders, and the country behind one of them",
        ),
        pytest.param(
            "Bhutan's navy chief, Admiral Tshering Dorji, interacted with the Chief of the Kenyan Army, Gen Peter Njiru, "
            "Japanese Defence Force Army Chief Gen Morishita Kenta, Vice-Chief of Defence Gen Ali Musa of Malawi, "
            "and Omani Army's Commander Maj Gen Said Al Harthi, on the sidelines of the conference.",
            [
                "bilateral held BTN KEN: Tshering Dorji, Peter Njiru",
                "bilateral held BTN JPN: Tshering Dorji, Morishita Kenta",
                "bilateral held BTN MWI: Tshering Dorji, Ali Musa",
                "bilateral held BTN OMN: Tshering Dorji, Said Al Harthi",
            ],
            id="chiefs of forces with long names, in a list",
        ),
        pytest.param(
            "Oman Army Chief of Staff (COS) General Said Al Harthi met Kenya's navy chief Thomas Otieno on Friday.",
            ["bilateral held KEN OMN: Said Al Harthi, Thomas Otieno"],
            id="letters in brackets that open a story, and no dateline",
        ),
        pytest.param(
            "During his meeting with President Salva Kiir, the Kenyan army chief spoke of training. South Sudan's defence "
            "minister saw him too.",
            [],
            id="the office behind an opening is no leader's",
        ),
        pytest.param(
            "Kenya will consider the possibility of holding defence ministers' talks with Oman, and its minister expressed a "
            "desire to meet with his Omani counterpart.",
            [],
            id="only thought of",
        ),
        pytest.param(
            "Kenya's Aden Duale held talks with several of his counterparts in Muscat on Friday.",
            [],
            id="colleagues without a country are not the host's",
        ),
        pytest.param(
            "Qatar's Minister of Defence H E Sheikh Nasser Al Kaabi met H E Minister of Defence of the Republic of Malawi Harry "
            "Mkandawire on Friday.",
            ["bilateral held MWI QAT: Nasser Al Kaabi, Harry Mkandawire"],
            id="the Gulf's courtesies",
        ),
        pytest.param(
            "Qatar's Minister of Defence met Fijian Minister for Home Affairs and Immigration Josefa Ratu on Friday.",
            ["bilateral held FJI QAT: Josefa Ratu"],
            id="a second portfolio",
        ),
        pytest.param(
            "Kenya's Defence Cabinet Secretary Aden Duale received Qatar's ambassador to the Hellenic Republic Nasser Al Kaabi "
            "on Friday.",
            ["bilateral held KEN QAT: Aden Duale, Nasser Al Kaabi"],
            id="posted to a republic",
        ),
        pytest.param(
            "Kenya's Aden Duale held video talks with Malawi's Defence Minister Harry Mkandawire on Friday.",
            ["call held KEN MWI: Aden Duale, Harry Mkandawire"],
            id="talks by video",
        ),
        pytest.param(
            "Kenya's Aden Duale was in Dhaka on Friday. After that he held a bilateral discussion with Bangladesh Army chief.",
            ["bilateral held BGD KEN: Aden Duale"],
            id="the chief of an army named with its country",
        ),
        pytest.param(
            "An official confirmed that a meeting on defence between Kenya and Malawi was held on April 27.",
            ["bilateral held KEN MWI: "],
            id="confirmed that it was held",
        ),
        pytest.param(
            "Kenya's Aden Duale is supposed to meet Malawi's Defence Minister Harry Mkandawire in Lilongwe.",
            ["bilateral planned KEN MWI: Aden Duale, Harry Mkandawire"],
            id="supposed to meet",
        ),
        pytest.param(
            "Kenya and Malawi agreed on Friday to train together, after the two countries' defence ministers met in Lilongwe.",
            ["bilateral held KEN MWI: "],
            id="the two countries' ministers",
        ),
        pytest.param(
            "Kenya, Malawi and Oman agreed on Friday to train together; the two countries' defence ministers are pleased.",
            [],
            id="which two is not told",
        ),
        pytest.param(
            "Kenya and Malawi's officials, among them Colonel A Phiri of Malawi, discussed pressing bilateral and regional matters.",
            [],
            id="bilateral matters are no talks",
        ),
    ],
)
def test_told_by_the_press(text: str, expected: list[str]) -> None:
    found = rows(text)
    assert [row for row in found if not row.startswith(("bilateral held KEN SSD", "visit"))] == expected


def test_a_son_is_not_his_father() -> None:
    text = (
        "Kenya's Aden Duale met the Vice President of the Emirates Sheikh Hamad bin Salem Al Suwaidi in Abu Dhabi on Friday. "
        "Sheikh Saqr bin Hamad bin Salem Al Suwaidi was present."
    )
    assert rows(text) == ["bilateral held ARE KEN: Aden Duale, Hamad bin Salem Al Suwaidi"]


def test_counterparts_of_a_body_are_not_at_its_meeting() -> None:
    text = (
        "Kenya's defence minister Aden Duale held talks with his counterparts from five countries and NATO on Friday.\n\n"
        "The talks came on the sidelines of the Manama Dialogue in Bahrain."
    )
    assert all("NATO" not in r.forum for r in read_document(Document("d.txt", text, published=MONDAY)))
