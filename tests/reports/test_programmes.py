"""Programmes of visits: what is to come on them, whom a visitor will see, and on which days he is there."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

MONDAY = date(2021, 9, 27)


def rows(text: str) -> list[str]:
    """Each report as "kind status sides days names"."""
    document = Document("d.txt", text, published=MONDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} {r.status.value} | {' '.join(r.countries)} | {r.when.start or '-'} {r.when.end or '-'} | "
        + ", ".join(p.name for p in r.people)
        for r in read_document(document)
    ]


VISIT = "Kenya's Army chief, General Peter Njiru, is on a visit to Oman. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            VISIT + "During the visit, the General would call on Omani Defence Minister Badr bin Saud.",
            "bilateral planned | KEN OMN | - - | Peter Njiru, Badr bin Saud",
            id="would, of a plan",
        ),
        pytest.param(
            VISIT
            + "He is scheduled to pay a courtesy call on Omani Defence Minister Badr bin Saud, tour the yards, the academy and "
            "the hospital of the garrison at Salalah, and meet Oman's Navy chief, Saif Al Rahbi.",
            "bilateral planned | KEN OMN | - - | Peter Njiru, Saif Al Rahbi",
            id="the last verb of a long plan",
        ),
        pytest.param(
            VISIT
            + "He will also be interacting with the leadership of Oman, including Vice Admiral Abdullah Al Raisi, Chief of "
            "Staff; Major General Matar Al Balushi, Commander of the Royal Army of Oman; and Air Vice Marshal Khamis Al Ghafri.",
            "bilateral planned | KEN OMN | - - | Peter Njiru, Matar Al Balushi",
            id="a list with semicolons",
        ),
        pytest.param(
            "General Peter Njiru, Kenya's Army chief, arrived in Oman on Sunday for a four-day visit from September 27 to 30.",
            "visit held | KEN OMN | 2021-09-27 2021-09-30 | Peter Njiru",
            id="the days of the visit, not that of arriving",
        ),
        pytest.param(
            "General Peter Njiru, Kenya's Army chief, who arrived in Muscat, Oman, is scheduled to call on Sultan Haitham of Oman "
            "on Tuesday.",
            "visit held | KEN OMN | 2021-09-27 2021-09-27 | Peter Njiru",
            id="the day of a plan is not that of the arrival",
        ),
        pytest.param(
            "Kenya's Eugene Wamalwa met Oman's Navy chief, Saif Al Rahbi, and Gen Rahbi Omar of Oman. Gen Omar saw Wamalwa again.",
            "bilateral held | KEN OMN | 2021-09-27 2021-09-27 | Eugene Wamalwa, Rahbi Omar",
            id="a surname before a first name",
        ),
    ],
)
def test_programmes(text: str, expected: str) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Kenya's Army chief, General Peter Njiru, would have met Oman's Navy chief, Saif Al Rahbi, had he come.",
            id="would have",
        ),
        pytest.param(
            "Kenya's Army chief, General Peter Njiru, would like to meet Oman's Navy chief, Saif Al Rahbi.",
            id="would like",
        ),
        pytest.param(
            "The navies of India and Oman have been taking part in Exercise Naseem Al Bahr since 1993.",
            id="a custom",
        ),
        pytest.param(
            "Kenya's Army chief, General Peter Njiru, arrived in Muscat and was welcomed by Oman's Navy chief, Saif Al Rahbi, and "
            "officers.",
            id="welcomed where he landed",
        ),
    ],
)
def test_no_talks(text: str) -> None:
    assert not [row for row in rows(text) if not row.startswith("visit")]


def test_a_meeting_besides_a_dialogue() -> None:
    text = (
        "Rajnath Singh of India and S Jaishankar will attend the India-Japan 2+2 Ministerial Dialogue in Tokyo on Friday with "
        "Yasukazu Hamada and Yoshimasa Hayashi of Japan. In addition to the 2+2 dialogue, Singh will separately hold talks with "
        "Hamada on Friday."
    )
    assert [row for row in rows(text) if row.endswith("| Rajnath Singh, Yasukazu Hamada")]


def test_the_town_of_a_factory_is_not_that_of_the_talks() -> None:
    text = "Kenya's Peter Njiru met Omani officers and India's Ajay Kumar. He then visited Bharat Electronics Limited in Ghaziabad."
    document = Document("d.txt", text, published=MONDAY, published_basis=PublishedBasis.HEADER)
    talks = [r for r in read_document(document) if r.kind.value == "bilateral"]
    assert all(r.city == "" for r in talks)


def sides(text: str) -> list[str]:
    """Each report as "kind status sides place"."""
    document = Document("d.txt", text, published=MONDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} {r.status.value} | {' '.join(r.countries)} | {r.host_country or '-'} {r.city or '-'} | {r.forum or '-'}"
        for r in read_document(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "New Delhi: India's Rajnath Singh on Sunday held talks with French Defence Minister Florence Parly. Singh is on a "
            "three-day visit to France from Saturday.",
            "bilateral held | FRA IND | FRA - | -",
            id="reported from home, held on the visit",
        ),
        pytest.param(
            "New Delhi: India's Rajnath Singh on Sunday held talks with French Defence Minister Florence Parly. Singh will begin a "
            "visit to France on Friday.",
            "bilateral held | FRA IND | IND New Delhi | -",
            id="reported from home, with a visit to come",
        ),
        pytest.param(
            "Rajnath Singh of India is in Lima. He will hold talks with military leaders from Brazil, the EU and Chile on Friday.",
            "bilateral planned | CHL IND | PER Lima | -",
            id="a body among countries",
        ),
        pytest.param(
            "Rajnath Singh of India will attend the annual meeting of the Defence Ministers of the SCO member states in Tashkent "
            "on Friday.",
            "multilateral planned | IND | UZB Tashkent | SCO Defence Ministers' Meeting",
            id="a meeting of ministers of member states",
        ),
        pytest.param(
            "In Tashkent for the Shanghai Cooperation Organisation's (SCO) Defence Ministers' conclave, Rajnath Singh of India met "
            "Belarusian Defence Minister Viktor Khrenin.",
            "bilateral held | BLR IND | UZB Tashkent | SCO Defence Ministers' Meeting",
            id="a body's own conclave",
        ),
        pytest.param(
            "Rajnath Singh of India will leave on Friday for Muscat and undertake a two-day bilateral visit to Vietnam.",
            "visit planned | IND VNM | VNM - | -",
            id="a visit behind the verb",
        ),
        pytest.param(
            "Rajnath Singh of India met Brigadier Anwar Hossain, the security adviser to Bangladesh Prime Minister Sheikh Hasina, "
            "along with Nepal's Defence Minister Hari Prasad Uprety.",
            "bilateral held | IND NPL | - - | -",
            id="an adviser's leader is no partner",
        ),
        pytest.param(
            "India's Anil Chauhan is in Singapore for the Shangri-La Dialogue. Malaysian Prime Minister Anwar Ibrahim and US "
            "Defence Secretary Pete Hegseth and Japan's Gen Nakatani will address the dialogue.",
            "multilateral held | IND JPN MYS USA | SGP Singapore | Shangri-La Dialogue",
            id="who will address the dialogue",
        ),
    ],
)
def test_as_told_in_the_press(text: str, expected: str) -> None:
    found = sides(text)
    assert expected in found
    assert len([row for row in found if row.startswith("multilateral")]) <= 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Sources did not rule out the possibility of a meeting between India's Rajnath Singh and China's Wei Fenghe.",
            id="a possibility",
        ),
        pytest.param(
            "India's Rajnath Singh called on China's Wei Fenghe to withdraw, and there are reports of a meeting with him.",
            id="reports of a meeting",
        ),
    ],
)
def test_chances_are_no_plans(text: str) -> None:
    assert not [row for row in sides(text) if row.startswith("bilateral planned")]


def test_a_year_of_history_dates_no_plan() -> None:
    text = "Defence Minister Manohar Parrikar of India will visit Oman on May 18. Oman signed a protocol with India in 1972."
    found = read_document(Document("d.txt", text))
    assert all(r.when.start is None or r.when.start.year != 1972 for r in found)
