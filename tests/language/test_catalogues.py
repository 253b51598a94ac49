"""Each catalogue has every word of the screen, with the same places for values in it."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from benchmarks.words import brought_up, screen
from core.errors import LanguageError
from core.language.catalogue import ENGLISH, FOLDER, languages, locale_of, read_catalogue

OTHERS = [code for code in languages() if code != ENGLISH]
PLACE = re.compile(r"\{\w+\}")
MARKUP = re.compile(r"</?\w+|\*\*|:(?:small|gray|red|material/\w+)\b")


def ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


@pytest.fixture(scope="module")
def wanted() -> Catalog:
    return screen()


@pytest.mark.parametrize("code", OTHERS)
def test_every_word_of_the_screen_has_its_translation(code: str, wanted: Catalog) -> None:
    there = read_catalogue(FOLDER / f"{code}.po")
    missing = []
    for message in wanted:
        known = there.get(ids(message)[0], message.context) if message.id else message
        if known is None or "fuzzy" in known.flags or (message.id and not all(strings(known))):
            missing.append((message.context, ids(message)[0]))
    assert missing == [], "make words, then translate what is empty"


@pytest.mark.parametrize("code", OTHERS)
def test_the_file_is_as_the_command_writes_it(code: str, wanted: Catalog) -> None:
    path = FOLDER / f"{code}.po"
    assert path.read_bytes() == brought_up(code, wanted), "make words"


@pytest.mark.parametrize("pattern", [pytest.param(PLACE, id="values"), pytest.param(MARKUP, id="markup")])
@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_has_what_the_english_has(code: str, pattern: re.Pattern[str]) -> None:
    wrong = []
    for message in read_catalogue(FOLDER / f"{code}.po"):
        english = [sorted(pattern.findall(text)) for text in ids(message)]
        wrong += [
            (ids(message)[-1], said)
            for said in strings(message)
            if message.id and said and sorted(pattern.findall(said)) not in english
        ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        pytest.param("hi.po", 'msgid "a"\nmsgid "b"\n', "hi.po", id="not a catalogue"),
        pytest.param("hindi.po", 'msgid "a"\nmsgstr "b"\n', "language code", id="no code of a language"),
    ],
)
def test_a_broken_catalogue_says_which(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=told):
        read_catalogue(tmp_path / name)


def test_a_new_language_begins_with_its_plural_forms_and_no_word(wanted: Catalog) -> None:
    text = brought_up("ta", wanted).decode()
    assert "Plural-Forms: nplurals=2;" in text
    assert locale_of("ta").get_display_name() == "தமிழ்"
    assert 'msgid "Overview"\nmsgstr ""' in text
