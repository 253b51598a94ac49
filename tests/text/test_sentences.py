"""Sentences, and the stops that end none."""

from itertools import pairwise
from pathlib import Path

import pytest

from core.model import Block, BlockKind
from core.text.blocks import blocks
from core.text.sentences import sentences

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text, [Block(0, len(text), BlockKind.PARAGRAPH)])]


TWO = {
    "plain": "They met in Delhi. | Then they left.",
    "glued by a page": "They met in Delhi.|Then they left.",
    "question": "Did they meet? | They did.",
    "quote closed": 'He said "we agree." | Then he left.',
    "curly quote": "“It is the first.” | The minister left.",
    "country at the end": "He served in the U.S. | He said so.",
    "time at the end": "They came at 9 a.m. | The talks began.",
    "No as a sentence": "No. | It has no such clause.",
    "and so on": "They spoke of ships, planes, etc. | The talks ended.",
    "reference": "Officials agreed.[1] | Next they left.",
    "figure first": "They met in Delhi. | 25 officers came along.",
    "line break": "They met in Delhi.\n| Then they left.",
    "ellipsis": "They waited... | Then they left.",
    "year": "It was signed in 2016. | The next came in 2018.",
}
ONE = {
    "rank": "He met Gen. Li and Lt. Gen. Khrenin there.",
    "initials": "He met V.G. Khrenin and Lloyd J. Austin there.",
    "one initial": "He met B. Asankalievich there.",
    "courtesy": "She met Mr. Singh and Dr. Jaishankar there.",
    "office of a country": "He met U.S. Defense Secretary Lloyd Austin there.",
    "place of a country": "He went to the U.S. Capitol in Washington, D.C. Friday.",
    "month": "They met on Sept. 5 and on Jan. 9 there.",
    "number": "It was No. 5 of the year.",
    "saint": "They met in St. Petersburg.",
    "junior": "Joseph R. Biden Jr. spoke there.",
    "decimal": "It cost 5.5 million.",
    "time of day": "They met at 9.30 pm Indian time.",
    "question in a quote": '"Why?" he asked.',
    "company": "The ships came from Larsen & Co. Yards.",
    "small letter": "They came from gov. offices.",
    "no stop": "They met in Delhi",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TWO.items()])
def test_two(text: str) -> None:
    assert split(text.replace("| ", "").replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ONE.items()])
def test_one(text: str) -> None:
    assert split(text) == [text]


def test_headers_and_boilerplate_give_none() -> None:
    text = "Talks\n\nBy A Reporter\n\nThey met here on Friday for an hour. They left.\n\n• one point\n\nShare this:"
    found = sentences(text, blocks(text))
    assert [(sentence.kind.value, sentence.text) for sentence in found] == [
        ("title", "Talks"),
        ("paragraph", "They met here on Friday for an hour."),
        ("paragraph", "They left."),
        ("bullet", "one point"),
    ]
    assert [sentence.block for sentence in found] == [0, 2, 2, 3]


@pytest.mark.parametrize("folder", ["dev/texts", "seeds/texts", "readouts/texts", "readouts/domestic"])
def test_offsets(folder: str) -> None:
    paths = sorted((SHARED / folder).glob("*.txt"))
    if not paths:
        pytest.skip("the shared documents are not beside the project")
    for path in paths:
        text = path.read_text(encoding="utf-8")
        found = sentences(text, blocks(text))
        assert found, path.name
        assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
        assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    "text", [pytest.param(mark * 20_000, id=repr(mark)) for mark in (".", '"', ". ", "! ", "A. ", " ")]
)
def test_odd_texts_come_to_an_end(text: str) -> None:
    assert "".join(split(text)).replace(" ", "") == text.replace(" ", "")
