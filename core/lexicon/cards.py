"""The labels of notes: what the words before a colon, or a short heading, say about the lines behind them."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts

FILE = "card_labels.yaml"


class Label(StrEnum):
    """What a labelled line of a note tells."""

    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    WHEN_WHERE = "whenwhere"
    WHO = "who"
    HOST = "host"
    NAME = "name"
    PAST = "past"
    TRIVIA = "trivia"
    PLAIN = "plain"


def label_of(words: str) -> Label | None:
    """What lines under these words tell; None when they are no label. Case and end marks do not count."""
    return _labels().get(" ".join(words.replace("\u2019", "'").casefold().strip(" \t:?!.*_-–—#").split()))


@cache
def _labels() -> Mapping[str, Label]:
    found: dict[str, Label] = {}
    for entry in read_yaml(FILE):
        name = need(entry, "label", FILE, "?")
        need(entry, "source", FILE, name)
        if name not in tuple(Label):
            raise LexiconError(FILE, name, f"the label must be one of {', '.join(Label)}")
        for phrase in texts(entry, "phrases", FILE, name):
            if found.setdefault(phrase, Label(name)) != name:
                raise LexiconError(FILE, name, f"{phrase!r} is also {found[phrase]}'s")
    return MappingProxyType(found)
