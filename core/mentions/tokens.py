"""A sentence's words, cut the same way in texts and in the lexicon."""

import re
from dataclasses import dataclass
from functools import cache

STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
                          "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\n": " "})  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"[^\W\d_]+(?:'(?!s\b|S\b)[^\W\d_]{2,})*"  # a word, with an apostrophe inside it
        r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b"  # a number or ordinal
        r"|'[sS]\b"  # a possessive ending
        r"|[^\w\s]|\d+|_+"
    )


@dataclass(slots=True)
class Tokens:
    """The words of one sentence: as printed (quotes straightened), folded, and their offsets in it."""

    text: str
    words: list[str]
    folded: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> str:
        """The text from word `first` up to, not including, word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def tokens(text: str) -> Tokens:
    """The words of `text`; quotes and hyphens straightened without moving any offset."""
    straight = text.translate(STRAIGHT)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _pattern().finditer(straight):
        words.append(match.group())
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(straight, words, [word.lower() for word in words], starts, ends)


def split(phrase: str) -> list[str]:
    """The words of a phrase of the lexicon, as `tokens` would cut them."""
    return _pattern().findall(phrase.translate(STRAIGHT))
