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
    phrases = [phrase.lower() for written in _listed(name) for phrase in expand(written)]
    units = [[r"\w+" if unit == "*" else re.escape(unit) for unit in phrase] for phrase in phrases]
    if all("a" <= phrase[0] <= "z" for phrase in phrases):
        return re.compile(_by_first_letter(units))
    return re.compile(rf"\b{_ways(units)}\b", re.IGNORECASE)


def _by_first_letter(phrases: list[list[str]]) -> str:
    """A pattern for any of these, whatever their case, that looks at no place where another letter stands."""
    rests: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0], []).append(phrase[1:])
    firsts = "".join(letter + letter.upper() for letter in sorted(rests))
    ways = "|".join(f"(?<=[{letter}{letter.upper()}])(?i:{_ways(rests[letter])})" for letter in sorted(rests))
    return rf"[{firsts}](?<!\w.)(?:{ways})\b"


def _ways(phrases: list[list[str]]) -> str:
    """A pattern for any of these, the longest first, in which beginnings that they share are looked at once."""
    rests: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        if phrase:
            rests.setdefault(phrase[0], []).append(phrase[1:])
    ways = [unit + _ways(rest) for unit, rest in sorted(rests.items())]
    ends = any(not phrase for phrase in phrases)
    if not ways:
        return ""
    whole = ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)})"
    return f"{whole}?" if ends else whole


def _listed(name: str) -> tuple[str, ...]:
    if name not in word_lists():
        raise LexiconError(WORDS, name, "there is no list of this name")
    return word_lists()[name]
