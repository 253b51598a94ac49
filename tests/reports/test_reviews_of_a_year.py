"""Entries of a review: months that head them, days without a month, sidelines of a drill and towns of the past."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document


def rows(text: str, published: date | None = None) -> list[str]:
    """Each engagement as "kind sides first..last city [forum]"."""
    out = []
    for r in read_document(Document("d.txt", text, published=published)):
        last = f"..{r.when.end:%d%b}" if r.when.end and r.when.end != r.when.start else ""
        day = f"{r.when.start:%d%b}{last}" if r.when.start else "-"
        out.append(f"{r.kind.value} {' '.join(r.countries)} {day} {r.city or '-'} [{r.forum}]")
    return out


REVIEW = "Defence ties: a Year in Review (2024)\n\nIt was a full year.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "October: Rajnath Singh was in Tbilisi on the 8th and 9th and met Georgia's Irakli Chikovani.",
            ["bilateral GEO IND 08Oct..09Oct Tbilisi []"],
            id="the month that heads an entry, and two days",
        ),
        pytest.param(
            "In October Rajnath Singh met Georgia's Irakli Chikovani in Tbilisi on the 8th.",
            ["bilateral GEO IND 08Oct Tbilisi []"],
            id="the month of a day behind it",
        ),
        pytest.param(
            "February: MILAN 2024 was held at Visakhapatnam from 19 to 27 February. On its sidelines Admiral R Hari Kumar of India "
            "met Vietnam's Tran Thanh Nghiem.",
            [
                "exercise IND 19Feb..27Feb Visakhapatnam [MILAN]",
                "bilateral IND VNM 19Feb..27Feb Visakhapatnam [MILAN]",
            ],
            id="on the sidelines of a drill",
        ),
        pytest.param(
            "The 13th edition of the India-Sri Lanka Army-to-Army Staff Talks was held in Colombo from 12 to 14 November 2024.",
            ["bilateral IND LKA 12Nov..14Nov Colombo [Staff Talks]"],
            id="a pair some words before its talks",
        ),
        pytest.param(
            "Lloyd Austin visited New Delhi in June 2023, and Rajnath Singh of India met Japan's Yasukazu Hamada in Tokyo in "
            "November 2023.",
            ["visit IND USA 01Jun..30Jun New Delhi []", "bilateral IND JPN 01Nov..30Nov Tokyo []"],
            id="each half of a sentence has its date",
        ),
    ],
)
def test_entries_of_a_review(text: str, expected: list[str]) -> None:
    assert rows(REVIEW + text) == expected


def test_a_ship_of_last_autumn_is_no_town_of_the_visit() -> None:
    text = (
        "Indian Navy chief in Indonesia\n\nNew Delhi, 15 December 2024\n\nAdmiral Dinesh K Tripathi, Chief of the Naval Staff of "
        "India, is on an official visit to Indonesia from 15 to 18 December 2024.\n\nINS Shivalik had called at Surabaya in "
        "September."
    )
    assert rows(text, date(2024, 12, 15)) == [
        "visit IDN IND 15Dec..18Dec - []",
        "visit IDN IND 01Sep..30Sep Surabaya []",
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("2022 was a busy year for the army. In May, General Manoj Pande met Sri Lanka's Shavendra Silva in Delhi.",
                     [2022], id="the year that the first line tells"),
        pytest.param("Strategic Defence Review 2022 is out\n\nIn May, General Manoj Pande met Sri Lanka's Shavendra Silva in Delhi.",
                     [2024], id="a review of another kind"),
        pytest.param("Last year General Manoj Pande went to Nepal in May. In Kathmandu he met General Prabhu Ram Sharma.",
                     [2023, 2023], id="last year, and what was done on that trip"),
        pytest.param("January brought Britain's Defence Secretary, Ben Wallace, to Kyiv.", [2024], id="a month that brought him"),
    ],
)  # fmt: skip
def test_year_of_a_review(text: str, years: list[int]) -> None:
    found = read_document(Document("d.txt", text, published=date(2024, 11, 15)))
    assert [r.when.start.year for r in found if r.when.start] == years
