"""The lines of a text as their writer meant them: lines that were broken to a width are put together again."""

import re
from dataclasses import dataclass
from functools import cache

_MARK = (
    r"(?:[•▪▫◦●○■□‣►▶➢➤✓✔✗✘»·]+|[-–—*>+](?=\s)|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])\)|\d{1,2}\.(?=\s))\s*(?=[^\s])"
)
_MARKS = frozenset("•▪▫◦●○■□‣►▶➢➤✓✔✗✘»·-–—*>+(0123456789")
_NARROW, _WIDE = 45, 100
_SLACK = 26  # how much shorter a full line may be: links and fixed spaces wrap as one long word
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
    width = _wrapped_at(text)
    found: list[Line] = []
    last, gap, position, before = None, True, 0, ""
    for printed in text.split("\n"):
        body = printed.strip()
        if not body:
            gap, position = True, position + len(printed) + 1
            continue
        indent = 0 if printed[0] == body[0] else len(printed) - len(printed.lstrip())
        start = position + indent
        mark = _mark_size(body)
        if last and not gap and _goes_on(last, before, body, indent, mark, width):
            last.end = start + len(body)
        else:
            last = Line(start, start + len(body), gap, indent, mark)
            found.append(last)
        gap, position, before = False, position + len(printed) + 1, printed
    return found


def _mark_size(body: str) -> int:
    """How many characters of bullet or number a line begins with."""
    first = body[0]
    if first not in _MARKS and not (first.islower() and ")" in body[1:6]):
        return 0
    match = _mark().match(body)
    return match.end() if match else 0


def _goes_on(line: Line, before: str, body: str, indent: int, mark: int, width: int) -> bool:
    """True when `body` goes on with `line`, of which `before` is the last part as printed.

    In a text broken at `width` it does when its first word had no room there; or, since some words are longer than
    they look, when the part before is not much shorter and breaks off in mid-sentence, or it begins small. Two
    blanks at the end (Markdown) break a line on purpose. A bullet's next part is indented or begins small.
    """
    if mark and not (width and body[0] in _DASHES and not line.mark):
        return False
    small = body[0].islower()
    if width:
        full = before.rstrip()
        if len(full) > width - _SLACK and (small or full[-1] not in _STOPS):
            return small or before[-2:] != "  "
        if len(full) + 1 + len(body.split(None, 1)[0]) > width or (small and len(full) >= _NARROW):
            return True
    if line.mark:
        return indent > line.indent or (small and before.rstrip()[-1] not in ".;:!?")
    return False


def _wrapped_at(text: str) -> int:
    """The width at which the text's lines were broken; 0 when its paragraphs are one line each."""
    broken = []
    for match in _broken().finditer(text):
        end = match.start()
        size = end - text.rfind("\n", 0, end) - 1
        if _NARROW <= size <= _WIDE:
            broken.append(size)
    if len(broken) < 2:
        return 0
    broken.sort()
    longer = sum(1 for _ in _long().finditer(text))
    return broken[len(broken) * 9 // 10] if longer * 2 <= len(broken) else 0  # a few hold long links


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(_MARK)


@cache
def _broken() -> re.Pattern[str]:
    """The ends of lines that surely go on on the next, which begins small or follows a little word."""
    little = "|".join(f"(?<={word}\n)" for word in _LITTLE)
    return re.compile(rf"\n(?:(?=[ \t]*[a-z])|(?:{little})(?=\S))")


@cache
def _long() -> re.Pattern[str]:
    return re.compile(rf"^[^\n]{{{_WIDE + 1}}}", re.MULTILINE)
