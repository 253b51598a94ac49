"""What a line of a page is when it is not the story: share lines, lists of other headlines, captions, kickers."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts
from core.lexicon.spread import spread

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
    patterns: tuple[
        tuple[LineSort, str, str], ...
    ]  # each with the first character of the lines that it can match
    firsts: frozenset[str]


def line_sort(line: str) -> LineSort | None:
    """What `line` is when it is not part of the story; None for the story's lines."""
    if len(line) > LONGEST:
        return None
    lines = _lines()
    folded = line.casefold()
    sort = lines.phrases.get(folded.strip(_ENDS))
    if sort:
        return sort
    match = _pattern(folded[0] if folded[:1] in lines.firsts else "").match(folded)
    return LineSort(match.lastgroup) if match and match.lastgroup else None


@cache
def _lines() -> _Lines:
    phrases: dict[str, LineSort] = {}
    patterns: list[tuple[LineSort, str]] = []
    for entry in read_yaml(_FILE):
        name = need(entry, "name", _FILE, "?")
        need(entry, "source", _FILE, name)
        sort = _sort(need(entry, "sort", _FILE, name), name)
        for phrase in texts(entry, "phrases", _FILE, name):
            folded = phrase.strip(_ENDS).casefold()
            if not folded:
                raise LexiconError(_FILE, name, f"{phrase!r} has no words; write it as a pattern")
            if phrases.setdefault(folded, sort) is not sort:
                raise LexiconError(_FILE, name, f"{phrase!r} is already of another sort")
        patterns.extend((sort, _checked(pattern, name)) for pattern in texts(entry, "patterns", _FILE, name))
    parts = tuple((sort, first, part) for sort, pattern in patterns for first, part in spread(pattern))
    return _Lines(phrases, parts, frozenset(first for _, first, _ in parts if first))


@cache
def _pattern(wanted: str) -> re.Pattern[str]:
    """One pattern for all that can match a line which begins with `wanted`; its last group is the sort.

    Some five of a hundred: a line need not be held against the others.
    """
    fit: dict[LineSort, list[str]] = {}
    for sort, first, part in _lines().patterns:
        if first in ("", wanted):
            fit.setdefault(sort, []).append(part)
    return re.compile("|".join(f"(?P<{sort}>{'|'.join(found)})" for sort, found in fit.items()))


def _sort(text: str, name: str) -> LineSort:
    try:
        return LineSort(text)
    except ValueError:
        raise LexiconError(_FILE, name, f"sort {text!r} is none of {', '.join(LineSort)}") from None


def _checked(pattern: str, name: str) -> str:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise LexiconError(_FILE, name, f"{pattern!r} is no regular expression: {error}") from error
    if compiled.groups:
        raise LexiconError(_FILE, name, f"{pattern!r} must group with (?:...)")
    if compiled.match(""):
        raise LexiconError(_FILE, name, f"{pattern!r} matches any line")
    if re.search(r"(?<!\\)[A-Z]", pattern):
        raise LexiconError(_FILE, name, f"{pattern!r} must be in small letters; lines are compared so")
    return pattern
