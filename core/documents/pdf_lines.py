"""The lines that stand on a PDF's pages: where each begins, how tall it is, in the order in which one reads them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from core.documents.days import find_days

if TYPE_CHECKING:
    from pypdf import PageObject

_EDGE = 0.14  # of a page's height, at its head and its foot: where running heads and page numbers stand
_ROWS = 3  # so many lines of them
_SAME = 4.0  # points by which a running head may move from page to page
_OFTEN = 0.4  # of the pages: heads of left and right pages may differ
_SPLIT = 0.3  # of a page's lines that must begin in its right half before it has two columns
_WIDTH = 0.5  # of its height: how wide a letter is on average

# Letters drawn as one, and the dots of lists as the fonts of office programs count them.
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("\x7f\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf06e", "•"),
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, where it begins (points from the left and from the foot), how tall it is."""

    text: str
    x: float
    y: float
    size: float
    page: int = 0

    @property
    def reach(self) -> float:
        """Roughly where it ends; pypdf does not tell."""
        return self.x + _WIDTH * self.size * len(self.text)


class _Collector:
    """Puts the pieces that pypdf hands over together to lines."""

    def __init__(self, page: int, foot: float) -> None:
        self.page, self.foot = page, foot
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.place: tuple[float, float, float] | None = None

    def add(self, text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        """Takes one piece, with the matrices that say where it stands."""
        if not text:
            return
        if self.place is None and text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            up = tm[2] * cm[1] + tm[3] * cm[3]
            self.place = (x, y - self.foot, abs(up * size) or abs(size) or 1.0)
        first, *others = text.split("\n")
        self.pieces.append(first)
        for other in others:
            self.end()
            self.pieces.append(other)
            if other.strip():
                self.place = self._below()

    def _below(self) -> tuple[float, float, float]:
        last = self.lines[-1]
        return last.x, last.y - 1.2 * last.size, last.size

    def end(self) -> None:
        """Closes the line that is being put together."""
        text = " ".join("".join(self.pieces).translate(_LETTERS).split())
        if text and self.place is not None:
            self.lines.append(Line(text, *self.place, self.page))
        self.pieces, self.place = [], None


def page_lines(page: "PageObject", number: int) -> list[Line]:
    """The lines of one page, columns one after the other."""
    collector = _Collector(number, float(page.mediabox.bottom))
    page.extract_text(visitor_text=collector.add)
    collector.end()
    return _in_order(collector.lines, float(page.mediabox.left), float(page.mediabox.width))


def _in_order(lines: list[Line], left: float, width: float) -> list[Line]:
    """The lines as they stand in the file, or by columns where the file goes to and fro between two."""
    climbs = sum(after.y > before.y + before.size for before, after in pairwise(lines))
    beside = sum(
        abs(after.y - before.y) < 1 and abs(after.x - before.x) > width / 4
        for before, after in pairwise(lines)
    )
    if len(lines) < 8 or max(climbs, beside) < _SPLIT * len(lines):
        return lines
    middle = left + 0.45 * width
    right = [line for line in lines if line.x >= middle]
    if not _SPLIT * len(lines) <= len(right) <= (1 - _SPLIT) * len(lines):
        return lines
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if line.x < middle and line.reach > middle + 0.15 * width:  # it goes across both columns
            ordered += [*_columns(band, middle), line]
            band = []
        else:
            band.append(line)
    return ordered + _columns(band, middle)


def _columns(band: Iterable[Line], middle: float) -> list[Line]:
    return sorted(band, key=lambda line: (line.x >= middle, -line.y, line.x))


def without_running_heads(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The pages' lines without those that come again at the same place of page after page, and page numbers.

    One that holds a full date stays where it stands first: it may be all that dates the document.
    """
    edges = [_at_edge(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    often = max(2, _OFTEN * len(pages))
    dated: set[str] = set()
    kept = []
    for lines, edge in zip(pages, edges, strict=True):
        story = []
        for line in lines:
            if line in edge and (_number().fullmatch(line.text) or _printed().match(line.text)):
                continue
            if line in edge and any(counts[near] >= often for near in _near(line)):
                words = _key(line)[0]
                if words in dated or not any(find_days(line.text)):
                    continue
                dated.add(words)
            story.append(line)
        kept.append(story)
    return kept


def printed_from(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> str:
    """The address that a browser wrote under the page it printed; empty without one, or a shortened one."""
    for lines, height in zip(pages, heights, strict=True):
        for line in _at_edge(lines, height):
            found = _printed().match(line.text)
            if found and (found["url"] or "").startswith("http") and "\u2026" not in found["url"]:
                return found["url"]
    return ""


def _at_edge(lines: Iterable[Line], height: float) -> set[Line]:
    """The outermost lines near a page's head and foot."""
    near = [line for line in lines if not _EDGE * height < line.y < (1 - _EDGE) * height]
    rows = sorted({round(line.y) for line in near})
    foot = [row for row in rows if row < height / 2][:_ROWS]
    head = [row for row in rows if row > height / 2][-_ROWS:]
    return {line for line in near if round(line.y) in {*foot, *head}}


def _key(line: Line) -> tuple[str, int]:
    """What a running head's line has on every page: its words, its numbers left out, and its height on the page."""
    return _digits().sub("#", line.text.casefold()), round(line.y / _SAME)


def _near(line: Line) -> list[tuple[str, int]]:
    words, place = _key(line)
    return [(words, place + step) for step in (0, -1, 1)]


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d+")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(
        r"(?:page|p\.)?\s*[-–—|\[(]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*[-–—|\])]?(?:\s*(?:of|/|\|)\s*\d{1,4})?",
        re.IGNORECASE,
    )


@cache
def _printed() -> re.Pattern[str]:
    """What a browser writes round a page that it prints: when it did, the page's address."""
    return re.compile(
        r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?:\s?[AP]M)?\b|(?P<url>(?:https?|file)://\S+)(?:\s+\d+/\d+)?\Z",
        re.IGNORECASE,
    )
