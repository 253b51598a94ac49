"""A sentence's words, cut the same way in texts and in the lexicon."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
                          "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\n": " "})  # fmt: skip


@cache
def _pattern(letter: str, digit: str) -> re.Pattern[str]:
    return re.compile(
        "("
        r"\b[a-z]{4,}(?=[A-Z][a-z]{2})"  # two words that a page has glued: "ministers|Wei"
        rf"|{letter}+(?:'(?!s\b|S\b)(?:{letter}{{2,}}|[aeiou]\b))*"  # a word, with an apostrophe inside it
        rf"|{digit}+(?:[.,:]{digit}+)*(?:st|nd|rd|th)?\b"  # a number or ordinal
        rf"|{digit}+(?:st|nd|rd|th)(?=[A-Z][a-z]|[A-Z]{{3}})"  # an ordinal that a page has glued: "11th|ASEAN"
        r"|'[sS]\b"  # a possessive ending
        rf"|[^\w\s]|{digit}+|_+"
        ")"
    )


@cache
def _plain() -> re.Pattern[str]:
    """For text of ASCII letters alone: it finds the same, in half the time."""
    return _pattern("[A-Za-z]", "[0-9]")


@cache
def _any() -> re.Pattern[str]:
    return _pattern(r"[^\W\d_]", r"\d")


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
    if text.isascii():
        straight = text.replace("\n", " ") if "\n" in text else text
        pattern = _plain()
    else:
        straight = text.translate(STRAIGHT)
        pattern = _plain() if straight.isascii() else _any()
    parts = pattern.split(straight)  # what lies between the words and the words, in turn
    words = parts[1::2]
    offsets = list(accumulate(map(len, parts)))
    return Tokens(straight, words, list(map(str.lower, words)), offsets[:-1:2], offsets[1::2])


def split(phrase: str) -> list[str]:
    """The words of a phrase of the lexicon, as `tokens` would cut them."""
    return _any().findall(phrase.translate(STRAIGHT))
