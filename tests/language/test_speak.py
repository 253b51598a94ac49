"""What is said in another language: the plural that fits, the English where a word is missing, one language a run."""

import threading
from datetime import date

import pytest

from core.language import catalogue
from core.language.speak import later, speak, speaking, spoken, t, tc, tn
from core.views import terms, words


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(0, "0 documents", id="none"),
        pytest.param(1, "1 document", id="one"),
        pytest.param(1234, "1,234 documents", id="many, with groups"),
    ],
)
def test_english_is_what_stands_in_the_code(count: int, said: str) -> None:
    assert tn("{count} document", "{count} documents", count) == said


def test_hindi_groups_numbers_as_india_does() -> None:
    with speaking("hi"):
        assert tn("{count} document", "{count} documents", 123456).startswith("1,23,456 ")
        assert words.number(123456) == "1,23,456"
    assert words.number(123456) == "123,456"


def test_a_missing_word_is_said_in_english() -> None:
    with speaking("hi"):
        assert t("No catalogue has this {thing}.", thing="sentence") == "No catalogue has this sentence."
        assert t("") == ""


def test_one_english_word_is_several_elsewhere() -> None:
    assert (tc("kind", "visit"), tc("status", "held")) == ("visit", "held")
    with speaking("hi"):
        assert (tc("kind", "visit"), tc("status", "held")) == ("दौरा", "आयोजित")


def test_what_is_said_later_keeps_its_values() -> None:
    told = later("until {day}", day="14 Feb 2023")
    assert told == "until 14 Feb 2023"
    with speaking("hi"):
        assert t(told) == t("until {day}", day="14 Feb 2023") != told


def test_a_language_ends_with_its_block() -> None:
    with speaking("hi"):
        with speaking("en"):
            assert words.day(date(2023, 2, 14)) == "14 Feb 2023"
        assert words.day(date(2023, 2, 14)) == "14 फ़र॰ 2023"
    assert spoken() == "en"


def test_each_thread_speaks_for_itself() -> None:
    heard: list[str] = []

    def listen() -> None:
        heard.append(spoken())
        speak("hi")
        heard.append(spoken())

    other = threading.Thread(target=listen)
    other.start()
    other.join()
    assert (heard, spoken()) == (["en", "hi"], "en")


@pytest.mark.parametrize(
    ("code", "english", "hindi"),
    [
        pytest.param("IND", "India", "भारत", id="as in the CLDR"),
        pytest.param("USA", "United States", "अमेरिका", id="as the press says"),
        pytest.param("XKX", "Kosovo", "कोसोवो", id="no code of ISO's"),
        pytest.param("ZZZ", "ZZZ", "ZZZ", id="no country"),
    ],
)
def test_countries_are_named_in_the_language(code: str, english: str, hindi: str) -> None:
    assert terms.country(code) == english
    with speaking("hi"):
        assert terms.country(code) == hindi


def test_languages_name_themselves() -> None:
    assert catalogue.languages()[0] == "en"
    assert [catalogue.own_name(code) for code in ("en", "hi")] == ["English", "हिन्दी"]
