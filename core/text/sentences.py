"""The sentences of a text, verbatim and with their offsets."""

import re
from collections.abc import Sequence
from functools import cache

from core.lexicon.abbreviations import abbreviations
from core.model import Block, BlockKind, Sentence

_SKIPPED = (BlockKind.HEADER, BlockKind.BOILERPLATE)
_CLOSING = "\"'”’)]»"
_OPENING = "\"'“‘([«"


def sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """The sentences of all blocks but headers and boilerplate; `text[s.start:s.end] == s.text`."""
    found = []
    stops = _stop().finditer
    for number, block in enumerate(blocks):
        kind, start, end = block.kind, block.start, block.end
        if kind in _SKIPPED:
            continue
        for match in stops(text, start, end):
            stop = match.start()
            if text[stop] != "." or _ends(text, start, match):
                found.append(Sentence(text[start : match.end(match.lastindex or 0)], start, number, kind))
                start = match.end()
        if start < end:
            found.append(Sentence(text[start:end], start, number, kind))
    return found


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """True when the stop of `match` ends a sentence that began at `start`."""
    stop, closed = match.start(), match.end(match.lastindex or 0)
    if closed - stop > 1 and text[stop + 1] == ".":
        return True
    before = text[max(start, stop - 12) : stop].split()
    word = before[-1].lstrip(_OPENING) if before else ""
    words = abbreviations()
    if word in words.title:
        return False
    if word in words.number:
        return not text[match.end()].isdigit()
    if len(word) == 1 and word.isupper():
        return False
    if word in words.other or ("." in word and _is_dotted(word)):
        return closed - stop == 1 and _begins(text, match.end())
    return True


def _is_dotted(word: str) -> bool:
    """True for `U.S` and `V.G`, not for `9.30` or `gov.in`."""
    return all(len(part) <= 2 and part.isalpha() for part in word.split("."))


def _begins(text: str, start: int) -> bool:
    """True when the word at `start` surely begins a sentence."""
    word = _first_word().match(text, start)
    return bool(word) and word is not None and word.group(1) in abbreviations().starter


@cache
def _stop() -> re.Pattern[str]:
    """A stop, the first of several; its group is what else belongs to the sentence before it."""
    closing, opening = re.escape(_CLOSING), re.escape(_OPENING)
    return re.compile(
        rf"[.!?…](?<![.!?…][.!?…])([.!?…]*[{closing}]*(?:\[\d+\])*)\s+(?=[{opening}]*[A-Z0-9À-Þ])"
        r"|(?<=[a-z]{3})[.!?]([\"”]?)(?=(?:[A-Z][a-z]+|A|I)[ ,'’])"  # glued by a page: "said.The talks"
    )


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(_OPENING)}]*(\w+)")
