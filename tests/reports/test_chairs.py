"""Who hosts a gathering, and how it was attended from afar."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

MONDAY = date(2021, 6, 14)


def rows(text: str) -> list[str]:
    """Each report as "kind status sides place forum", a dash for what is not told."""
    document = Document("d.txt", text, published=MONDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} {r.status.value} | {' '.join(r.countries)} | {r.host_country or '-'} {r.city or '-'} | {r.forum or '-'}"
        for r in read_document(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "New Delhi: Rajnath Singh of India will address the ADMM-Plus by video on Wednesday. The meet is being hosted by "
            "the Brunei Ministry of Defence.",
            ["multilateral planned | BRN IND | BRN - | ADMM-Plus"],
            id="by video, and its host",
        ),
        pytest.param(
            "Rajnath Singh of India will attend the ADMM-Plus on Wednesday. Brunei is the chair and host of the ADMM-Plus.",
            ["multilateral planned | BRN IND | BRN - | ADMM-Plus"],
            id="a state of things is no gathering of its own",
        ),
        pytest.param(
            "Rajnath Singh of India will attend the ADMM-Plus in Jakarta on Wednesday. Brunei is the chair of the East Asia Summit.",
            ["multilateral planned | IND | IDN Jakarta | ADMM-Plus"],
            id="the chair of another forum",
        ),
        pytest.param(
            "New Delhi: The ASEAN Defence Ministers' Meeting was held virtually on Monday. Rajnath Singh of India looks on.",
            ["multilateral held |  | - - | ADMM"],
            id="a country that is no member",
        ),
        pytest.param(
            "Rajnath Singh of India will chair the SCO Defence Ministers' Meeting in New Delhi on Friday. Ministers of China, "
            "Kazakhstan and Russia will take part in the meeting.",
            ["multilateral planned | CHN IND KAZ RUS | IND New Delhi | SCO Defence Ministers' Meeting"],
            id="who will take part in the meeting",
        ),
        pytest.param(
            "Rajnath Singh saw his counterparts from the SCO member states in New Delhi. India has invited Iran to attend the "
            "SCO Defence Ministers' Meeting.",
            [],
            id="members of a body, and an invitation",
        ),
        pytest.param(
            "Rajnath Singh of India leaves for Vientiane on Tuesday to attend the ADMM-Plus.",
            [
                "visit planned | IND LAO | LAO Vientiane | -",
                "multilateral planned | IND | LAO Vientiane | ADMM-Plus",
            ],
            id="whoever sets out for it is not there yet",
        ),
        pytest.param(
            "Rajnath Singh met leaders of various ADMM-Plus countries at the recently concluded G20 Summit in Rio de Janeiro.",
            [],
            id="a verb before another forum's name",
        ),
    ],
)
def test_the_chair(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At the airport Rajnath Singh of India was received by Peter Khalil of Australia. He called on Australian Defence "
            "Minister Richard Marles in Canberra.",
            ["bilateral held | AUS IND | AUS Canberra | -"],
            id="received at the airport",
        ),
        pytest.param(
            "Rajnath Singh of India was received by Australian Defence Minister Richard Marles at his office in Canberra.",
            ["bilateral held | AUS IND | AUS Canberra | -"],
            id="received at an office",
        ),
        pytest.param(
            "Rajnath Singh of India met Malaysia's Mohamed Khaled in Vientiane. He will also hold talks with Laos' Chansamone "
            "Chanyalath.",
            [
                "bilateral held | IND MYS | LAO Vientiane | -",
                "bilateral planned | IND LAO | LAO Vientiane | -",
            ],
            id="one more where he is",
        ),
        pytest.param(
            "Rajnath Singh of India met Malaysia's Mohamed Khaled in New Delhi. He will also hold talks with Laos' Chansamone "
            "Chanyalath.",
            ["bilateral held | IND MYS | IND New Delhi | -"],
            id="a plan told at home has no place",
        ),
        pytest.param(
            "The Minister of Defence of Fiji, Inoke Kubuabola, met Arun Jaitley of India. Earlier in the day, before his arrival "
            "in New Delhi, Kubuabola visited a base in Mumbai.",
            [
                "bilateral held | FJI IND | IND New Delhi | -",
                "visit held | FJI IND | IND Mumbai | -",
            ],
            id="another leg of the journey",
        ),
    ],
)
def test_where_and_whether(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
