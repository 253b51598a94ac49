"""A sentence as words, and its words as countries, offices, names and cues."""

import pytest

from core.mentions.atoms import Line, read_line
from core.mentions.gazetteer import find_terms
from core.mentions.names import Vocabulary
from core.mentions.tokens import split, tokens
from core.model import BlockKind, Sentence


def line_of(text: str, *, plain: str = "", capital: str = "", kind: BlockKind = BlockKind.PARAGRAPH) -> Line:
    vocabulary = Vocabulary(frozenset(plain.split()), frozenset(capital.split()))
    return read_line(Sentence(text, 0, 0, kind), vocabulary)


def sort_of(line: Line, word: str) -> str:
    """The sort of the atom that begins with this word."""
    return next(atom.sort for atom in line.atoms if line.words.words[atom.first] == word)


# ---- words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("He met Lloyd Austin.", ["He", "met", "Lloyd", "Austin", "."], id="a stop"),
        pytest.param("India\u2019s view", ["India", "'s", "view"], id="a curly possessive"),
        pytest.param("the ministers' talks", ["the", "ministers", "'", "talks"], id="a plural possessive"),
        pytest.param("N'Djamena", ["N'Djamena"], id="an apostrophe inside a name"),
        pytest.param("India\u2011Japan", ["India", "-", "Japan"], id="a hyphen that does not break"),
        pytest.param("the 11th ADMM-Plus", ["the", "11th", "ADMM", "-", "Plus"], id="an ordinal"),
        pytest.param("1,500 men at 10.30", ["1,500", "men", "at", "10.30"], id="figures"),
        pytest.param("P\u00e5l Jonson", ["P\u00e5l", "Jonson"], id="an accent"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokens(text).words == words
    assert split(text) == words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Defence Minister P\u00e5l Jonson \u2014 in\u00a0Oslo \u2014 said \u201cyes\u201d.", id="signs"
        ),
        pytest.param("one\ntwo   three", id="blanks"),
        pytest.param("plain words, and a stop.", id="ASCII"),
    ],
)
def test_words_keep_their_offsets(text: str) -> None:
    found = tokens(text)
    assert len(found.text) == len(text)
    for word, start, end in zip(found.words, found.starts, found.ends, strict=True):
        assert found.text[start:end] == word
        assert text[start:end].isalnum() <= (text[start:end] == word)


# ---- the lexicon's phrases


@pytest.mark.parametrize(
    ("text", "label", "phrases"),
    [
        pytest.param(
            "the United States of America", "country", ["united states of america"], id="the longest wins"
        ),
        pytest.param("the US Navy", "country", ["us"], id="capitals"),
        pytest.param("he met us", "country", [], id="us, the pronoun"),
        pytest.param("New Jersey", "country", [], id="New Jersey is not Jersey"),
        pytest.param("he called on the king", "cue", ["called on"], id="a cue of two words"),
        pytest.param("he called on all nations", "cue", [], id="an appeal, not a visit"),
        pytest.param("the defence minister", "office", ["defence minister"], id="an office"),
        pytest.param("the defence ministers", "offices", ["defence ministers"], id="offices"),
        pytest.param("may the force", "rank", [], id="no rank"),
    ],
)
def test_phrases_of_the_lexicon(text: str, label: str, phrases: list[str]) -> None:
    words = tokens(text)
    found = [t for t in find_terms(words) if t.get(label) is not None]
    assert [" ".join(words.folded[t.first : t.last]) for t in found] == phrases


# ---- atoms


@pytest.mark.parametrize(
    ("text", "word", "sort"),
    [
        pytest.param("He flew to India.", "India", "C", id="country"),
        pytest.param("the Indian minister", "Indian", "A", id="adjective"),
        pytest.param("Moscow rejected it.", "Moscow", "G", id="a capital that speaks"),
        pytest.param("They met in Moscow.", "Moscow", "P", id="a capital as a place"),
        pytest.param("the Defence Minister", "Defence", "O", id="office"),
        pytest.param("the Defence Ministers", "Defence", "S", id="offices"),
        pytest.param("General Anil Chauhan", "General", "R", id="rank"),
        pytest.param("General Anil Chauhan", "Anil", "N", id="name"),
        pytest.param("They met at the Pentagon.", "met", "K", id="cue"),
        pytest.param("He flew home to Austin, Texas.", "Austin", "P", id="Austin the city"),
        pytest.param("Secretary Austin spoke.", "Austin", "N", id="Austin the man, behind an office"),
        pytest.param("Secretary Lloyd Austin spoke.", "Lloyd", "N", id="Austin in a name"),
        pytest.param("Ron Mark left.", "Ron", "N", id="Mark in a name"),
        pytest.param("The results mark a start.", "mark", "w", id="mark, the verb"),
        pytest.param("Defence Minister Gen Nakatani left.", "Gen", "N", id="Gen, a known minister's name"),
        pytest.param("Army chief Gen Anil Chauhan left.", "Gen", "R", id="Gen, a rank"),
        pytest.param("He attended the ADMM-Plus.", "ADMM", "F", id="forum"),
    ],
)
def test_sorts(text: str, word: str, sort: str) -> None:
    assert sort_of(line_of(text), word) == sort


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("He met Khalid bin Salman.", ["Khalid bin Salman"], id="a particle"),
        pytest.param("He met Lloyd J. Austin III.", ["Lloyd J. Austin III"], id="initial and number"),
        pytest.param("He met Dong Jun on Friday.", ["Dong Jun"], id="Jun is no month here"),
        pytest.param("He met Nguyen Chi Vinh.", ["Nguyen Chi Vinh"], id="three parts"),
        pytest.param("He came on Friday in June.", [], id="days and months"),
        pytest.param("Jean-Yves Le Drian left.", ["Jean-Yves Le Drian"], id="a hyphen"),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    line = line_of(text)
    assert [line.printed(i, i + 1) for i, atom in enumerate(line.atoms) if atom.sort == "N"] == names


def test_a_first_word_that_the_text_writes_small_is_no_name() -> None:
    assert "N" not in line_of("Ships left the port.", plain="ships left the port").sorts


def test_offsets_are_those_of_the_document() -> None:
    text = "He met Dong Jun in Vientiane."
    line = read_line(Sentence(text, 50, 0), Vocabulary(frozenset(), frozenset()))
    for place, _ in enumerate(line.atoms):
        start, end = line.offsets(place, place + 1)
        assert text[start - 50 : end - 50] == line.printed(place, place + 1)
