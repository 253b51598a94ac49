"""What a line of a page is when it is not the story: share lines, lists of other headlines, captions, kickers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts

_FILE = "boilerplate.yaml"
LONGEST = 240  # characters; nothing longer is boilerplate
_ENDS = " \t:.!-–—*#_|>»"


class LineSort(StrEnum):
    """What a line is for."""

    BOILERPLATE = "boilerplate"
    LIST = "list"  # a heading under which other articles' headlines follow
    CONTENTS = "contents"  # a heading under which this page's own headings follow
    HEADER = "header"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class _Lines:
    phrases: dict[str, LineSort]
    patterns: re.Pattern[str]


def line_sort(line: str) -> LineSort | None:
    """What `line` is when it is not part of the story; None for the story's lines."""
    if len(line) > LONGEST:
        return None
    lines = _lines()
    folded = line.casefold()
    sort = lines.phrases.get(folded.strip(_ENDS))
    if sort:
        return sort
    match = lines.patterns.match(folded)
    return LineSort(match.lastgroup) if match and match.lastgroup else None


@cache
def _lines() -> _Lines:
    phrases: dict[str, LineSort] = {}
    patterns: dict[LineSort, list[str]] = {sort: [] for sort in LineSort}
    for entry in read_yaml(_FILE):
        name = need(entry, "name", _FILE, "?")
        need(entry, "source", _FILE, name)
        sort = _sort(need(entry, "sort", _FILE, name), name)
        for phrase in texts(entry, "phrases", _FILE, name):
            if phrases.setdefault(phrase.strip(_ENDS).casefold(), sort) is not sort:
                raise LexiconError(_FILE, name, f"{phrase!r} is already of another sort")
        for pattern in texts(entry, "patterns", _FILE, name):
            patterns[sort].append(_checked(pattern, name))
    groups = "|".join(f"(?P<{sort}>{_either(found)})" for sort, found in patterns.items() if found)
    return _Lines(phrases, re.compile(groups))  # of small letters only: ten times as fast as ignoring case


def _sort(text: str, name: str) -> LineSort:
    try:
        return LineSort(text)
    except ValueError:
        raise LexiconError(_FILE, name, f"sort {text!r} is none of {', '.join(LineSort)}") from None


def _checked(pattern: str, name: str) -> str:
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        raise LexiconError(_FILE, name, f"{pattern!r} is no regular expression: {error}") from error
    if groups:
        raise LexiconError(_FILE, name, f"{pattern!r} must group with (?:...)")
    if re.search(r"(?<!\\)[A-Z]", pattern):
        raise LexiconError(_FILE, name, f"{pattern!r} must be in small letters; lines are compared so")
    return pattern


def _either(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)
