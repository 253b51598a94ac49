"""People face to face in one clause, though no verb of meeting tells so."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2023, 3, 14)
HANOI = "Defence Minister Rajnath Singh landed in Hanoi on Monday night. "
DELHI = "In New Delhi Defence Minister Rajnath Singh had a full diary. "


def talks(text: str) -> list[str]:
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    return [" ".join(r.countries) for r in read_document(document) if r.kind.value != "visit"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "He rounded off the day with an audience at the palace, given by President Vo Van Thuong.",
            id="an audience given by",
        ),
        pytest.param("There was a lunch for him, laid on by his host, Phan Van Giang.", id="a lunch laid on"),
        pytest.param("His first appointment was with General Phan Van Giang.", id="an appointment"),
        pytest.param("Singh and Phan Van Giang sat over maps for two hours on Tuesday.", id="over maps"),
        pytest.param("Singh and his host Phan Van Giang shared a table on Tuesday.", id="one table"),
        pytest.param(
            "Tuesday morning found him at the table of General Phan Van Giang.", id="at the table of"
        ),
    ],
)
def test_a_guest_abroad_is_with_his_host(told: str) -> None:
    assert talks(HANOI + told) == ["IND VNM"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "Singh's visitor on Tuesday was Australian Defence Minister Richard Marles.", id="visitor"
        ),
        pytest.param(
            "Singh had Australian Defence Minister Richard Marles over for tea on Tuesday.", id="over for tea"
        ),
        pytest.param(
            "Lunch with Richard Marles, the Australian defence minister, followed.", id="lunch with"
        ),
        pytest.param(
            "Singh's talks with Australian Defence Minister Richard Marles on Tuesday lasted an hour.",
            id="whose talks",
        ),
    ],
)
def test_a_host_is_with_his_visitor(told: str) -> None:
    assert talks(DELHI + told) == ["AUS IND"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("Singh wrote to Australian Defence Minister Richard Marles on Tuesday.", id="a letter"),
        pytest.param(
            "Analysts compared the hour of Singh with that of Australian Defence Minister Richard Marles.",
            id="a comparison",
        ),
        pytest.param(
            "Australian Defence Minister Richard Marles had an hour of questions to answer in parliament.",
            id="an hour of something else",
        ),
        pytest.param(
            "Both Singh and Australian Defence Minister Richard Marles wrote articles about it.",
            id="articles",
        ),
        pytest.param(
            "Singh reviewed recent conversations with Richard Marles of Australia.", id="talks of former days"
        ),
        pytest.param(
            "Singh spoke for forty minutes and mentioned Australia's Richard Marles twice.",
            id="a long speech",
        ),
        pytest.param(
            "Singh should find time for Australia's Richard Marles, the newspaper said.", id="only advised"
        ),
        pytest.param(
            "Singh will have lunch while Australia's Richard Marles visits Tokyo.", id="a lunch without him"
        ),
        pytest.param(
            "At the invitation of Australian Defence Minister Richard Marles he will take a holiday.",
            id="an invitation",
        ),
    ],
)
def test_no_encounter(told: str) -> None:
    assert talks(DELHI + told) == []


SERIES = "General Charles Q. Brown came to Nairobi for a conference. "


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "In a side room he saw four of his African colleagues, one at a time. General Charles Kahariri of Kenya was "
            "the first through the door.",
            id="one at a time",
        ),
        pytest.param(
            "Brown used the breaks for private talks. General Charles Kahariri of Kenya wanted spare parts.",
            id="private talks",
        ),
        pytest.param(
            "He found time for several colleagues on Tuesday. Charles Kahariri, the Kenyan chief, asked for helicopters.",
            id="time for several",
        ),
        pytest.param(
            "Drones were on the mind of Kenya's General Charles Kahariri when he met Brown on Tuesday.",
            id="he is somebody else",
        ),
    ],
)
def test_one_of_several_is_named_in_the_next_sentence(told: str) -> None:
    assert talks(SERIES + told) == ["KEN USA"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "He did not see any of his colleagues. General Charles Kahariri of Kenya made a speech.",
            id="nobody was seen",
        ),
        pytest.param(
            "He gave several interviews. General Charles Kahariri of Kenya wanted spare parts.", id="no talks"
        ),
    ],
)
def test_nobody_was_met_before(told: str) -> None:
    assert talks(SERIES + told) == []


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(
            "Shanahan then brought them together for a three-way session about North Korea.", id="topic"
        ),
        pytest.param(
            "Jeong, Iwaya and acting US Defense Secretary Patrick Shanahan met on Sunday.", id="acting"
        ),
    ],
)
def test_three_at_one_table(told: str) -> None:
    text = (
        "Acting Pentagon chief Patrick Shanahan is in Singapore. South Korea's Jeong Kyeong-doo and Japan's Takeshi "
        f"Iwaya met in a hotel on Saturday. {told}"
    )
    document = Document("d.txt", text, published=date(2019, 6, 2), published_basis=PublishedBasis.HEADER)
    assert "JPN KOR USA" in [" ".join(r.countries) for r in read_document(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "US Defense Secretary Ashton Carter and his Indian counterpart, Manohar Parrikar, held talks on Thursday. On "
            "Monday the minister had stopped in Hawaii for a meeting with Admiral Harry Harris, the head of the Pacific "
            "Command.",
            ["IND USA", "IND USA"],
            id="the other minister",
        ),
        pytest.param(
            "Defence Minister Rajnath Singh was in Hanoi. In the afternoon the foreign ministers joined them, S. Jaishankar "
            "on the Indian side and Bui Thanh Son on the Vietnamese, for the first 2+2 between the countries.",
            ["IND VNM"],
            id="two sides of a dialogue",
        ),
    ],
)
def test_who_else_is_meant(text: str, expected: list[str]) -> None:
    document = Document("d.txt", text, published=date(2015, 12, 11), published_basis=PublishedBasis.HEADER)
    assert [" ".join(r.countries) for r in read_document(document) if r.kind.value == "bilateral"] == expected
