import pytest

from core.errors import LexiconError
from core.lexicon.words import phrase_pattern, word_set


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("presence", "The Kenyan chief was also present.", "was also present", id="alternatives"),
        pytest.param(
            "presence", "She headed the Thai delegation.", "headed the Thai delegation", id="any word"
        ),
        pytest.param("presence", "She headed the large Thai delegation.", None, id="any one word, not two"),
        pytest.param("presence", "Around the table were ten ministers.", "Around the table", id="a capital"),
        pytest.param("the_two", "of the two armies", "the two armies", id="the last of the alternatives"),
        pytest.param("the_two", "of the two armiesque", None, id="whole words only"),
    ],
)
def test_phrases_are_found(name: str, text: str, found: str | None) -> None:
    match = phrase_pattern(name).search(text)
    assert (match.group() if match else None) == found


def test_words_keep_their_text() -> None:
    assert {"no", "not"} <= word_set("negations")
    assert all(isinstance(word, str) for word in word_set("list_goes_on"))


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(LexiconError, match="no_such_list"):
        word_set("no_such_list")
