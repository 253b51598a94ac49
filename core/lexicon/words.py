"""Lists of ordinary words that the reader tells apart, as sets and as patterns."""

import re
from functools import cache

from core.errors import LexiconError
from core.lexicon.cues import WORDS, word_lists
from core.lexicon.variants import expand


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of one list of `words.yaml`.

    Raises LexiconError when the file has no such list.
    """
    return frozenset(_listed(name))


@cache
def phrase_pattern(name: str) -> re.Pattern[str]:
    """A pattern that finds the phrases of one list of `words.yaml`, whatever their case.

    In a phrase `<a|b>` stands for either and `*` for any one word. Raises LexiconError when there is no such list.
    """
    phrases = [phrase for written in _listed(name) for phrase in expand(written)]
    words = [re.escape(phrase).replace(r"\*", r"\w+") for phrase in phrases]
    if all("a" <= word[0].lower() <= "z" for word in words):
        return re.compile(_by_first_letter(words))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def _by_first_letter(words: list[str]) -> str:
    """A pattern for any of these, whatever their case, that looks at no place where another letter stands."""
    firsts = "".join(sorted({letter for word in words for letter in (word[0].lower(), word[0].upper())}))
    ways = "|".join(f"(?<=[{word[0].lower()}{word[0].upper()}])(?i:{word[1:]})" for word in words)
    return rf"[{firsts}](?<!\w.)(?:{ways})\b"


def _listed(name: str) -> tuple[str, ...]:
    if name not in word_lists():
        raise LexiconError(WORDS, name, "there is no list of this name")
    return word_lists()[name]
