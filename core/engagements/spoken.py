"""Days and names as they stand in the sentences that explain an engagement."""

from collections.abc import Sequence
from datetime import date

from core.model import Precision, When
from core.text.calendar import MONTHS


def day(on: date) -> str:
    """`21 Nov 2024`."""
    return f"{on.day} {month(on)}"


def month(on: date) -> str:
    """`Nov 2024`."""
    return f"{MONTHS[on.month - 1][:3]} {on.year}"


def days(first: date, last: date) -> str:
    """`25 to 26 Jun 2025`, `30 Apr to 1 May 2025`, or the one day."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1][:3]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def told(when: When) -> str:
    """The time as finely as it is told; `no date` where it is not."""
    if when.start is None or when.end is None:
        return "no date"
    if when.precision is Precision.YEAR:
        return str(when.start.year)
    return month(when.start) if when.precision is Precision.MONTH else days(when.start, when.end)


def listed(names: Sequence[str]) -> str:
    """`Iran`, `Iran and Belarus`, `Iran, Belarus and India`."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
