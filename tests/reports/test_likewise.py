"""What one did and another did too."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2023, 3, 14)


def told(text: str) -> list[str]:
    document = Document(
        "d.txt",
        f"New Delhi: Defence Minister Rajnath Singh has a full diary. {text}",
        published=TUESDAY,
        published_basis=PublishedBasis.HEADER,
    )
    return [
        f"{r.status.value} {' '.join(r.countries)} {r.when.start}"
        for r in read_document(document)
        if r.kind.value == "bilateral"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Japan's Yasukazu Hamada is to meet Singh here on March 20, and Australia's Richard Marles is to do so on "
            "March 23.",
            ["planned IND JPN 2023-03-20", "planned AUS IND 2023-03-23"],
            id="is to do so",
        ),
        pytest.param(
            "Japan's Yasukazu Hamada is to meet Singh here on March 20, Australia's Richard Marles on March 23.",
            ["planned IND JPN 2023-03-20", "planned AUS IND 2023-03-23"],
            id="no verb at all",
        ),
        pytest.param(
            "Singh met Japan's Yasukazu Hamada on March 9, as did Australia's Richard Marles on March 10.",
            ["held IND JPN 2023-03-09", "held AUS IND 2023-03-10"],
            id="as did",
        ),
        pytest.param(
            "Japan's Yasukazu Hamada met Singh on March 9. Australia's Richard Marles did the same on March 10.",
            ["held IND JPN 2023-03-09", "held AUS IND 2023-03-10"],
            id="did the same, one line on",
        ),
        pytest.param(
            "Japan's Yasukazu Hamada met Singh on March 9. He did so at his own wish.",
            ["held IND JPN 2023-03-09"],
            id="the same man",
        ),
        pytest.param(
            "Singh called on Kenya's President William Ruto in Nairobi on March 9, and so did Foreign Minister "
            "Subrahmanyam Jaishankar on March 10.",
            ["held IND KEN 2023-03-09", "held IND KEN 2023-03-10"],
            id="so did one of the same country",
        ),
        pytest.param(
            "Singh met Greece's Nikos Panagiotopoulos in Athens on March 9, as did his Italian colleague Guido Crosetto.",
            ["held GRC IND 2023-03-09", "held GRC ITA 2023-03-09"],
            id="the host abroad met both",
        ),
        pytest.param(
            "Singh met Vietnam's Phan Van Giang in Hanoi on March 9, as was announced by the ministry of Australia's Richard "
            "Marles.",
            ["held IND VNM 2023-03-09"],
            id="as was announced",
        ),
        pytest.param(
            "Australia's Richard Marles resigned on Monday. Britain's Ben Wallace did the same on Tuesday.",
            [],
            id="nobody met before",
        ),
    ],
)
def test_others_did_the_same(text: str, expected: list[str]) -> None:
    assert told(text) == expected
