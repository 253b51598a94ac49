"""The lines of a text as their writer meant them: lines that were broken to a width are put together again."""

import re
from dataclasses import dataclass
from functools import cache

BULLET = (
    r"(?:[•▪▫◦●○■□‣►▶➢➤✓✔✗✘»·]+|[-–—*>+](?=\s)|\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])\)|\d{1,2}\.(?=\s))\s*(?=[^\s])"
)
_NARROW, _WIDE = 45, 100


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
    previous_end = line_from = 0  # where the printed line before ended, and where it began
    find_mark = _bullet().match
    for match in _line().finditer(text):
        start, end = match.span()
        breaks = text.count("\n", previous_end, start)
        indent = start - text.rfind("\n", previous_end, start) - 1 if breaks else start
        mark_match = find_mark(text, start, end)
        mark = mark_match.end() - start if mark_match else 0
        if (
            found
            and breaks == 1
            and not mark
            and _continues(text, found[-1], line_from, previous_end, start, end, indent, width)
        ):
            found[-1].end = end
        else:
            found.append(Line(start, end, breaks != 1, indent, mark))
        previous_end, line_from = end, start - indent
    return found


def _continues(
    text: str, line: Line, line_from: int, line_end: int, start: int, end: int, indent: int, width: int
) -> bool:
    """True when the printed line from `start` goes on with what the one before it began."""
    if width:
        space = text.find(" ", start, end)
        first_word = (space if space > 0 else end) - start
        if line_end - line_from + 1 + first_word > width:
            return True
    if line.mark:
        return indent > line.indent or (text[start].islower() and text[line_end - 1] not in ".;:!?")
    return False


def _wrapped_at(text: str) -> int:
    """The width at which the text's lines were broken; 0 when its paragraphs are one line each."""
    broken = [len(match) for match in _broken().findall(text)]
    if len(broken) < 2:
        return 0
    longer = sum(1 for _ in _long().finditer(text))
    return max(broken) if longer * 4 <= len(broken) else 0


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"\S(?:[^\n]*\S)?")


@cache
def _bullet() -> re.Pattern[str]:
    return re.compile(BULLET)


@cache
def _broken() -> re.Pattern[str]:
    """Lines of a usual width that go on in lower case on the next."""
    return re.compile(rf"^([^\n]{{{_NARROW},{_WIDE}}})\n(?=[ \t]*[a-z])", re.MULTILINE)


@cache
def _long() -> re.Pattern[str]:
    return re.compile(rf"^[^\n]{{{_WIDE + 1}}}", re.MULTILINE)
