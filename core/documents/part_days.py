"""Days of publication told in part: the week of a review, a wire's dateline without its year."""

import re
from functools import cache

from core.documents.days import YEAR, find_days
from core.documents.headers import PLACE, WEEKDAY, Dated

_LINE = 120  # characters: longer lines are no such lines
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def week_line(line: str, above: str = "") -> Dated | None:
    """The last day of the week that a review is of, where a line says that alone: "Monday 29 April to Sunday 5 May 2024".

    Without weekdays, the line itself or the one above must speak of a week.
    """
    match = _week().match(line) if len(line) <= _LINE else None
    last = next(find_days(line[match.end() :]), None) if match is not None else None
    if match is None or last is None or last[1] or line[match.end() + last[2] :].strip(" .)*_"):
        return None
    weekly = match["day"] or "week" in line.casefold() or "week" in above.casefold()
    return Dated(last[0], match.end(), match.end() + last[2], label="week") if weekly else None


def wire_day(line: str, foot: str) -> Dated | None:
    """The day of a wire's dateline without a year ("ANKARA, Jan 21 (Wire) -"), in the year of its copyright line.

    The story behind it must name the weekday of that day or of the one before, as a copy fetched years later may have
    another year at its foot.
    """
    match = _wire().match(line)
    year = _copyright().search(foot) if match is not None else None
    if match is None or year is None:
        return None
    named = f"{match['month']} {match['day']}, {year['before'] or year['behind']}"
    day = next((day for day, _, _ in find_days(named)), None)
    weekday = _weekday().search(line, match.end())
    if day is None or weekday is None or (day.weekday() - _DAYS.index(weekday[1])) % 7 > 1:
        return None
    return Dated(day, match.start("month"), match.end("day"), place=match["place"])


@cache
def _week() -> re.Pattern[str]:
    """The first day of a week, up to its last one."""
    month = r"[A-Z][a-z]{2,8}\.?"
    day = rf"(?:\d{{1,2}}(?: {month})?|{month} \d{{1,2}}),?(?: {YEAR})?"
    head = r"\W*(?:(?i:(?:for )?(?:the )?week(?: of| from)?|from)[\s:,]+)?"
    return re.compile(rf"{head}(?P<day>{WEEKDAY})?{day}\s*(?:to|until|through|-|–|—)\s*{WEEKDAY}?")


@cache
def _wire() -> re.Pattern[str]:
    source = r"(?:\([^)\n]{2,40}\)\s*)?"
    return re.compile(
        rf"(?P<place>{PLACE}),\s+(?P<month>[A-Z][a-z]{{2,8}})\.?\s+(?P<day>\d{{1,2}})\s*{source}(?:--+|[-–—:])\s"
    )


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(
        rf"(?:©|\([cC]\)|[Cc]opyright)[^\n\d]{{0,40}}(?P<before>{YEAR})|(?P<behind>{YEAR})[^\n\d]{{1,40}}[Aa]ll rights reserved"
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(_DAYS)})\b")
