"""People who were with one another, whatever the verb, and lists of those who were met one by one."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

FRIDAY = date(2023, 4, 28)


def sides(text: str) -> list[str]:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    return [" ".join(r.countries) for r in read_document(document) if r.kind.value == "bilateral"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On Tuesday Rajnath Singh had coffee with Britain's Ben Wallace.", ["GBR IND"], id="coffee"
        ),
        pytest.param(
            "Defence Minister Rajnath Singh had a long conversation in Delhi with Lloyd Austin of the United States.",
            ["IND USA"],
            id="a noun that no list has",
        ),
        pytest.param(
            "Rajnath Singh was on the flight deck on Thursday with the Japanese defence minister.",
            ["IND JPN"],
            id="no verb of meeting at all",
        ),
        pytest.param(
            "Rajnath Singh had guests on Tuesday. General Phan Van Giang of Vietnam was next, and Takeshi Iwaya, Japan's "
            "new minister, spent his half hour with him on robots.",
            ["IND VNM"],
            id="one was next, and another with him: not with one another",
        ),
        pytest.param(
            "Britain's Ben Wallace was Rajnath Singh's first visitor on Tuesday.",
            ["GBR IND"],
            id="his visitor",
        ),
        pytest.param(
            "British Defence Secretary Ben Wallace was Rajnath Singh's critic on Tuesday.",
            [],
            id="his critic",
        ),
        pytest.param(
            "Lloyd Austin and Rajnath Singh had an hour to themselves at the Pentagon on Monday.",
            ["IND USA"],
            id="to themselves",
        ),
        pytest.param(
            "Rajnath Singh is in Ankara. With Turkey's Yasar Guler he toured a yard on Tuesday.",
            ["IND TUR"],
            id="with whom, told first",
        ),
        pytest.param(
            "On Tuesday Rajnath Singh sided with Lloyd Austin of the United States.", [], id="of one mind"
        ),
        pytest.param(
            "Rajnath Singh is happy with Britain's Ben Wallace, aides said.", [], id="a state of mind"
        ),
        pytest.param(
            "Rajnath Singh looks forward to a visit with Britain's Ben Wallace.", [], id="only hoped for"
        ),
        pytest.param(
            "Rajnath Singh did not have coffee with Britain's Ben Wallace on Tuesday.", [], id="not at all"
        ),
        pytest.param(
            "Rajnath Singh had differences with China over Ladakh.", [], id="a country is no company"
        ),
    ],
)
def test_in_company(text: str, expected: list[str]) -> None:
    assert sides(text) == expected


def test_heads_of_navies_in_a_list() -> None:
    text = """Navy Chief holds bilateral interactions

Admiral R Hari Kumar, Chief of the Naval Staff, had individual interactions today with the Heads of three Navies. \
The visitors, in the order of the meetings, were:

(a) Vice Admiral Mark Hammond, Chief of Navy, Australia;
(b) Commodore Jean Momple, Commander, Mauritius National Coast Guard; and
(c) Vice Admiral Priyantha Perera, Commander of the Navy, Sri Lanka.
"""
    assert sides(text) == ["AUS IND", "IND MUS", "IND LKA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Late on Wednesday Rajnath Singh and the Malaysian minister, Hishammuddin Hussein, had a long conversation.",
            ["IND MYS"],
            id="a word that opens the sentence is nobody's name",
        ),
        pytest.param(
            "Midway through the week Rajnath Singh and Lloyd Austin of the United States had talks in Delhi.",
            ["IND USA"],
            id="another",
        ),
        pytest.param(
            "Rajnath Singh met Kenya's Soipan Tuya in Delhi. Tuya and Singh then had talks with Lloyd Austin, the US defence secretary.",
            ["IND KEN", "KEN USA", "IND USA"],
            id="a name told in full before may open a sentence",
        ),
        pytest.param(
            "India will get radars under a pact to which Rajnath Singh and his French colleague, Florence Parly, put their names in Paris on Thursday.",
            ["FRA IND"],
            id="a relative clause goes on behind an apposition",
        ),
        pytest.param(
            "India will get radars under a pact to which Rajnath Singh, on Thursday, gave his assent.",
            [],
            id="only one of them",
        ),
    ],
)
def test_where_a_name_or_a_clause_ends(text: str, expected: list[str]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "INS Sumedha is in Walvis Bay. The captain called on Rear Admiral Alweendo Amungulu of the Namibian Navy.",
            ["IND NAM"],
            id="the captain of the ship that the story is of",
        ),
        pytest.param(
            "INS Sumedha is in Walvis Bay. The mayor called on Rear Admiral Alweendo Amungulu of the Namibian Navy.",
            [],
            id="somebody else",
        ),
        pytest.param(
            "INS Sumedha is in Walvis Bay. The captain of the football team cheered Alweendo Amungulu.",
            [],
            id="no meeting",
        ),
    ],
)
def test_captains(text: str, expected: list[str]) -> None:
    assert sides(text) == expected


def test_a_port_call_is_where_the_report_was_written() -> None:
    text = "WALVIS BAY, April 28, 2023 - INS Sumedha came to Namibia on a port call of goodwill on Thursday."
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    assert [(r.kind.value, r.host_country, r.city) for r in read_document(document)] == [
        ("visit", "NAM", "Walvis Bay")
    ]


def test_side_meetings_in_notes() -> None:
    text = """SCO meeting in one page

- 27 Apr: Rajnath Singh with Sherali Mirzo (Tajikistan); training
- 27 Apr: Rajnath Singh with Viktor Khrenin (Belarus); factories
"""
    assert sides(text) == ["IND TJK", "BLR IND"]


def test_colleagues_who_were_counted_are_named_in_what_follows() -> None:
    text = """Defence Minister Rajnath Singh was in Vientiane on Friday for the ADMM-Plus. He saw three colleagues there.

- Kim Yong Hyun, the defence minister of South Korea, came first.
- With Australia's Pat Conroy he swapped an arrangement about tankers.
- Judith Collins of New Zealand heard a plea for a pact.
"""
    assert sides(text) == ["IND KOR", "AUS IND", "IND NZL"]


@pytest.mark.parametrize(
    ("line", "visits"),
    [
        pytest.param("His place in Gaborone will be taken by Subhash Bhamre, the Minister of State for Defence.", ["cancelled", "planned"], id="taken by"),
        pytest.param("Subhash Bhamre, the Minister of State for Defence, will go in his place.", ["cancelled", "planned"], id="in his place"),
        pytest.param("Subhash Bhamre, the Minister of State for Defence, gave no reason.", ["cancelled"], id="somebody else is named"),
        pytest.param("Nobody will go in his place.", ["cancelled"], id="nobody"),
    ],
)  # fmt: skip
def test_who_goes_instead(line: str, visits: list[str]) -> None:
    text = f"Defence Minister Manohar Parrikar of India has called off his visit to Botswana on September 30. {line}"
    document = Document("d.txt", text, published=date(2016, 9, 24), published_basis=PublishedBasis.HEADER)
    found = read_document(document)
    assert [r.status.value for r in found] == visits
    assert {(r.when.start, " ".join(r.countries)) for r in found} == {(date(2016, 9, 30), "BWA IND")}
