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
