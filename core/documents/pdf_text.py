"""The text of a PDF's lines as the article has it: paragraphs whole, words cut at line ends whole again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from core.documents.pdf_lines import Line

_LOOSE = 1.3  # times the usual distance of two lines: more is the space between paragraphs
_HEADLINE = 1.5  # times its height: how far apart a headline's lines are at most
TALLER = 1.15  # times the story's letters: a headline's
_SAME_SIZE = 0.12
_SHORT = 0.7  # of a full line: a paragraph's last line
_STUB = 0.25  # of a full line: an entry of a list whose dots are drawn
_ENDS = ".!?:;\"”’')"
_WORD = 60  # letters of the longest word
_HYPHENS = "-\u2010\u00ad"
# Before these a hyphen at the end of a line is the word's own: co-operation, long-term, Vice-President.
_PREFIXES = frozenset(
    (
        "anti",
        "asia",
        "co",
        "cross",
        "east",
        "euro",
        "ex",
        "five",
        "four",
        "full",
        "half",
        "high",
        "indo",
        "joint",
        "large",
        "lieutenant",
        "long",
        "low",
        "non",
        "north",
        "self",
        "short",
        "six",
        "south",
        "three",
        "two",
        "vice",
        "well",
        "west",
        "world",
        "year",
    )
)


def paragraphs(pages: Iterable[Sequence[Line]]) -> list[tuple[str, float]]:
    """The paragraphs of all pages, each with the height of its letters; one that goes over a page's end is one."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    words = Counter(word for line in lines for word in _word().findall(line.text.casefold()))
    apart, full = _usual(lines)
    tall = TALLER * body_size(lines)
    found: list[tuple[list[str], float]] = []
    before: Line | None = None
    for line in lines:
        if before is not None and _goes_on(before, line, apart, full, tall):
            pieces = found[-1][0]
            pieces[-1:] = _joined(pieces[-1], line.text, words)
        else:
            found.append(([line.text], line.size))
        before = line
    return [("".join(pieces).replace("\u00ad", ""), size) for pieces, size in found]


def body_size(lines: Iterable[Line]) -> float:
    """The height of most letters; 0 without any."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


def _usual(lines: Sequence[Line]) -> tuple[float, int]:
    """The usual distance of two lines as a multiple of their height, and how many letters a full line has."""
    steps = Counter(
        round((before.y - after.y) / before.size, 1)
        for before, after in pairwise(lines)
        if before.page == after.page and 0.8 * before.size <= before.y - after.y <= 2.5 * before.size
    )
    apart = max(steps, key=lambda step: (steps[step], -step)) if steps else 1.2
    lengths = sorted(len(line.text) for line in lines)
    return apart, lengths[int(0.8 * (len(lengths) - 1))]


def _goes_on(before: Line, line: Line, apart: float, full: int, tall: float) -> bool:
    """True when `line` belongs to the paragraph of the line before it."""
    if abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size):
        return False
    if _bullet().match(line.text):
        return False
    ended = before.text[-1] in _ENDS
    small = line.text[0].islower()
    step = before.y - line.y
    if line.size >= tall and before.page == line.page and 0.3 * line.size < step:  # a headline of two lines
        return step <= _HEADLINE * line.size
    if before.page != line.page or step < -0.3 * line.size:  # the next page, or the top of the next column
        return not ended and (small or before.text[-1] in ",-" or len(before.text) >= _SHORT * full)
    if step > _LOOSE * apart * before.size:
        return False
    if step <= 0.3 * line.size:  # beside it: a cell of the same row, a raised letter
        return small or len(line.text) <= 3
    if before.text[-1] in _HYPHENS + "," or (small and len(before.text) >= _STUB * full):
        return True
    if ended and line.x > before.x + 0.8 * line.size:  # the first line of a paragraph is set in
        return False
    return len(before.text) >= _SHORT * full


def _joined(last: str, line: str, words: Counter[str]) -> tuple[str, str]:
    """Two lines that follow one another; a hyphen that only the end of the first made is gone."""
    if last[-1] == "\u00ad":
        return last[:-1], line
    cut = _cut().search(last, max(0, len(last) - _WORD)) if last[-1] in _HYPHENS else None
    if not cut:
        return last, f" {line}"
    left = cut[1]
    right = _first().match(line)
    if right is None:  # F-16, a range of years, a dash
        return last, line if line[0].isdigit() else f" {line}"
    whole, compound = f"{left}{right[0]}".casefold(), f"{left}-{right[0]}".casefold()
    if not right[0][0].islower() or left.casefold() in _PREFIXES or left[-1].isdigit():
        keep = not words[whole] or words[compound] > words[whole]
    else:
        keep = words[compound] > words[whole]
    return f"{last[:-1]}-" if keep else last[:-1], line


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


@cache
def _cut() -> re.Pattern[str]:
    """A hyphen at the end, and the letters before it."""
    return re.compile(rf"([^\W_]+)([{_HYPHENS}])\Z")


@cache
def _first() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(r"[•▪▫◦●○■□‣►▶➢➤✓✔*]|[–—-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
