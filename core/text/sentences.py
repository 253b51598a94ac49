"""The sentences of a text, verbatim and with their offsets."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.lexicon.abbreviations import abbreviations
from core.model import Block, BlockKind, Sentence

_SKIPPED = (BlockKind.HEADER, BlockKind.BOILERPLATE)
_CLOSING = "\"'”’)]»"
_OPENING = "\"'“‘([«"


def sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """The sentences of all blocks but headers and boilerplate; `text[s.start:s.end] == s.text`."""
    found = []
    for number, block in enumerate(blocks):
        if block.kind in _SKIPPED:
            continue
        kind = block.kind
        for start, end in _spans(text, block.start, block.end):
            found.append(Sentence(text[start:end], start, number, kind))
    return found


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _stop().finditer(text, start, end):
        stop = match.start()
        if stop >= start and (text[stop] != "." or _ends(text, start, match)):
            yield start, match.end(1)
            start = match.end()
    if start < end:
        yield start, end


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """True when the stop of `match` ends a sentence that began at `start`."""
    stop = match.start()
    if match.end(1) - stop > 1 and text[stop + 1] == ".":
        return True
    begin = stop
    while (
        begin > start
        and not text[begin - 1].isspace()
        and text[begin - 1] not in _OPENING
        and stop - begin < 12
    ):
        begin -= 1
    word = text[begin:stop]
    words = abbreviations()
    if word in words.title:
        return False
    if word in words.number:
        return not text[match.end()].isdigit()
    initial = len(word) == 1 and word.isupper()
    if initial or word in words.other or ("." in word and _is_dotted(word)):
        return not initial and _begins(text, match.end()) and match.end(1) - stop == 1
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
    closing, opening = re.escape(_CLOSING), re.escape(_OPENING)
    return re.compile(rf"([.!?…]+[{closing}]*(?:\[\d+\])*)\s+(?=[{opening}]*[A-Z0-9À-Þ])")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(_OPENING)}]*(\w+)")
