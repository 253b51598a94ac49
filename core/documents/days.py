"""Full dates as pages print them: a day, a month and a year, in any of the usual orders."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
YEAR = r"(?:19|20)\d\d"
# The end of a range ("1-12 November 2024", "from 08 to 10 June 2022") is no day of its own.
_ALONE = r"(?<![\w/.–—-])" + "".join(
    rf"(?<!\b{digits} {word} )" for digits in (r"\d", r"\d\d") for word in ("to", "and", "[-–—]")
)
FULL_DATE = (
    rf"(?:{_ALONE}(?:"
    rf"(?P<y1>{YEAR})(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m2>{_MONTH})\b\.?,?[\s-]*(?P<y2>{YEAR})"
    rf"|(?P<m3>{_MONTH})\b(?:\.?\s*(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)|,\s*(?P<d5>\d{{1,2}})/)(?P<y3>{YEAR})"
    rf"|(?P<d4>\d{{1,2}})(?P<s4>[./-])(?P<m4>\d{{1,2}})(?P=s4)(?P<y4>{YEAR})"
    rf")(?!\d))"
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(FULL_DATE, re.IGNORECASE)


def find_days(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[date, int, int]]:
    """Each full date of `text` between two offsets, with where it begins and ends; impossible ones are left out."""
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        day = read_day(match)
        if day:
            yield day, match.start(), match.end()


def read_day(match: re.Match[str]) -> date | None:
    """The day that a match of `FULL_DATE` names; None for 31 February. Day before month unless that cannot be."""
    found = match.groupdict()
    for number in "1234":
        if found[f"y{number}"]:
            numbered = found[f"d{number}"] or found["d5"]  # "December, 13/2023"
            year, month, day = int(found[f"y{number}"]), _month(found[f"m{number}"]), int(numbered)
            if number == "4" and month > 12 >= day:
                month, day = day, month
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None


def _month(text: str) -> int:
    return int(text) if text.isdecimal() else _MONTH_NAMES.index(text[:3].casefold()) + 1
