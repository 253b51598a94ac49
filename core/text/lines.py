"""The lines of a text as their writer meant them: lines that were broken to a width are put together again."""

import re
from dataclasses import dataclass
from functools import cache

_MARK = (
    r"(?:[•▪▫◦●○■□‣►▶➢➤✓✔✗✘»·]+|[-–—*>+](?=\s)|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])\)|\d{1,2}\.(?=\s))\s*(?=[^\s])"
)
_MARKS = frozenset("•▪▫◦●○■□‣►▶➢➤✓✔✗✘»·-–—*>+(0123456789")
_LETTERS = frozenset("ABCDEFGH")
_NARROW, _WIDE = 28, 100
_SLACK = 26  # how much shorter a full line may be: links and fixed spaces wrap as one long word
_NEVER = 1_000_000_000
_STOPS = '.:;!?"”’)'
_DASHES = "–—"  # they begin a bullet, or go on with a broken sentence
# Lines that end in one of these surely go on on the next.
_LITTLE = (" the", " and", " for", " with", " that", " of", " to", " in", " on", " by", " a")


@dataclass(slots=True)
class Line:
    """Characters `start` to `end` of the text, without the white space around them."""

    start: int
    end: int
    gap: bool  # a blank line stands before it
    indent: int
    mark: int  # how many characters of bullet or number it begins with


def lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank; a paragraph or bullet broken over several is one."""
    printed = text.split("\n")
    width = _wrapped_at(text, printed)
    nearly_full = width - _SLACK if width else _NEVER
    found: list[Line] = []
    lettered = "\nA. " in text and "\nB. " in text
    last, gap, position = None, True, 0
    size, tail, loud = 0, "", False  # of the printed line before
    broken = False  # it was broken on purpose by two blanks (Markdown)
    for line in printed:
        body = line.strip()
        if not body:
            gap, position = True, position + len(line) + 1
            continue
        first = body[0]
        indent = 0 if line[0] == first else len(line) - len(line.lstrip())
        mark = _mark_size(body) if first in _MARKS or (")" in body[1:6] and first.islower()) else 0
        if lettered and first in _LETTERS and body[1:3] == ". ":
            mark = len(body) - len(body[2:].lstrip())  # "B. Lamitiye 2024", and no initial of "A. K. Antony"
        end = position + indent + len(body)
        if (
            last
            and not gap
            and not (loud and size > _NARROW and not body.isupper())
            and (
                (size > nearly_full and not mark and not broken and tail not in _STOPS)
                or _goes_on(last, size, tail, body, indent, mark, width, broken)
            )
        ):
            last.end = end
        else:
            last = Line(position + indent, end, gap, indent, mark)
            found.append(last)
        size, tail, gap, loud = indent + len(body), body[-1], False, width > 0 and body.isupper()
        broken, position = len(line) - size > 1, position + len(line) + 1
    return found


def _mark_size(body: str) -> int:
    """How many characters of bullet or number a line begins with."""
    match = _mark().match(body)
    return match.end() if match else 0


def _goes_on(
    line: Line, size: int, tail: str, body: str, indent: int, mark: int, width: int, broken: bool
) -> bool:
    """True when `body` goes on with `line`, whose last part as printed has that `size` and `tail`.

    In a text broken at `width` it does when its first word had no room there; or, since some words are longer than
    they look, when the part before is not much shorter and breaks off in mid-sentence, or it begins small. A
    bullet's next part is indented or begins small.
    """
    if mark and not (width and body[0] in _DASHES and not line.mark):
        return False
    if width:
        if size > width - _SLACK and tail not in _STOPS:
            return not broken or body[0].islower()
        if size + 1 + len(body.split(None, 1)[0]) > width:
            return True
        if size >= _NARROW and body[0].islower():
            return True
    if line.mark:
        return indent > line.indent or (body[0].islower() and tail not in ".;:!?")
    return False


def _wrapped_at(text: str, printed: list[str]) -> int:
    """The width at which the text's lines were broken; 0 when its paragraphs are one line each."""
    longer = sum(size > _WIDE for size in map(len, printed))
    if longer * 3 > len(printed) - printed.count(""):
        return 0
    broken = []
    for match in _broken().finditer(text):
        end = match.start()
        size = end - text.rfind("\n", 0, end) - 1
        if _NARROW <= size <= _WIDE:
            broken.append(size)
    if len(broken) < 2 or longer * 2 > len(broken):
        return 0
    return sorted(broken)[len(broken) * 9 // 10]  # a few hold long links


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_MARK)


@cache
def _broken() -> re.Pattern[str]:
    """The ends of lines that surely go on on the next, which begins small or follows a little word."""
    little = "|".join(f"(?<={word}\n)" for word in _LITTLE)
    return re.compile(rf"\n(?:(?=[ \t]*[a-z])|(?:{little})(?=\S))")
