"""Abbreviations that end in a stop, so that the stop is not taken for a sentence's end."""

from dataclasses import dataclass
from functools import cache

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts

_FILE = "abbreviations.yaml"


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words without their last stop, by what they do to a sentence; and words that surely begin one."""

    title: frozenset[str]
    number: frozenset[str]
    other: frozenset[str]
    starter: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """All abbreviations of the lexicon; words with a small first letter also stand for the capital one."""
    words: dict[str, frozenset[str]] = {}
    for entry in read_yaml(_FILE):
        name = need(entry, "name", _FILE, "?")
        sort = need(entry, "sort", _FILE, name)
        need(entry, "source", _FILE, name)
        if sort not in Abbreviations.__dataclass_fields__ or sort in words:
            raise LexiconError(_FILE, name, f"sort {sort!r} is unknown or there twice")
        words[sort] = frozenset(texts(entry, "words", _FILE, name))
    return Abbreviations(**words)
