"""Forums, mechanisms and exercises as one sentence names them."""

import pytest

from core.mentions.atoms import read_line
from core.mentions.forums import ForumMention, find_forums, meeting_of
from core.mentions.names import Vocabulary
from core.model import Sentence


def forums(text: str) -> list[ForumMention]:
    return find_forums(read_line(Sentence(text, 0, 0), Vocabulary(frozenset(), frozenset())))


@pytest.mark.parametrize(
    ("text", "name", "kind", "edition"),
    [
        pytest.param(
            "The 11th ADMM-Plus was held in Vientiane.", "ADMM-Plus", "forum", "11th", id="figure before"
        ),
        pytest.param(
            "the SCO Defence Ministers' Meeting 2023",
            "SCO Defence Ministers' Meeting",
            "forum",
            "2023",
            id="year behind",
        ),
        pytest.param("the inaugural ADMM-Plus", "ADMM-Plus", "forum", "1st", id="the first by its word"),
        pytest.param(
            "He attended the Shangri-La Dialogue.", "Shangri-La Dialogue", "forum", "", id="no edition"
        ),
        pytest.param(
            "the second India-Australia 2+2 Ministerial Dialogue",
            "2+2 Ministerial Dialogue",
            "mechanism",
            "2nd",
            id="two countries before it",
        ),
        pytest.param(
            "the sixth round of the India-Vietnam Defence Policy Dialogue",
            "Defence Policy Dialogue",
            "mechanism",
            "6th",
            id="round of",
        ),
        pytest.param(
            "Exercise Malabar 2024 began.", "Malabar", "exercise", "2024", id="a weak name beside its word"
        ),
        pytest.param("Yudh Abhyas is under way.", "Yudh Abhyas", "exercise", "", id="a name of its own"),
        pytest.param(
            "The Annual Jakarta Defence Symposium on Peace opened.",
            "Annual Jakarta Defence Symposium on Peace",
            "pattern",
            "",
            id="by its shape alone",
        ),
    ],
)
def test_one_forum(text: str, name: str, kind: str, edition: str) -> None:
    (found,) = forums(text)
    assert (found.name, found.kind, found.edition) == (name, kind, edition)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The coast of Malabar is green.", id="Malabar the coast"),
        pytest.param("He met the dialogue partners.", id="dialogue partners"),
        pytest.param("The Standing Committee on Defence reported.", id="a committee of parliament"),
        pytest.param("The National Security Council sat for an hour.", id="a council at home"),
        pytest.param("It was a fruitful meeting.", id="a meeting"),
    ],
)
def test_no_forum(text: str) -> None:
    assert forums(text) == []


def test_the_words_are_those_of_the_forum() -> None:
    text = "He was in Singapore for the Shangri-La Dialogue on Friday."
    (found,) = forums(text)
    assert text[found.start : found.end] == "Shangri-La Dialogue"


@pytest.mark.parametrize(
    ("organisation", "ministers", "name"),
    [
        pytest.param("SCO", True, "SCO Defence Ministers' Meeting", id="its ministers"),
        pytest.param("SCO", False, None, id="its leaders"),
        pytest.param("Interpol", True, None, id="none known"),
    ],
)
def test_meeting_of_an_organisation(organisation: str, ministers: bool, name: str | None) -> None:
    found = meeting_of(organisation, ministers=ministers)
    assert (found.name if found else None) == name
