"""Months and weekdays by name, and the days that they mean beside a day of publication."""

import calendar
from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1) if name != "May"} | {"Sept": 9}
SHORT_WEEKDAYS = {name[:3]: number for number, name in enumerate(WEEKDAYS)} | {
    "Tues": 1,
    "Weds": 2,
    "Thur": 3,
    "Thurs": 3,
}

_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)} | {
    name.casefold(): number for name, number in SHORT_MONTHS.items()
}
_WEEKDAY_NUMBERS = {name.casefold(): number for number, name in enumerate(WEEKDAYS)} | {
    name.casefold(): number for name, number in SHORT_WEEKDAYS.items()
}


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation, with or without its full stop, in any case."""
    return _MONTH_NUMBERS[name.rstrip(".").casefold()]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 (Sunday) for a weekday's name or abbreviation, in any case."""
    return _WEEKDAY_NUMBERS[name.rstrip(".").casefold()]


def a_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none (31 June, 29 February 2023)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def latest(weekday: int, published: date) -> date:
    """The latest such weekday up to the day of publication, that day included."""
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def latest_before(weekday: int, published: date) -> date:
    """The latest such weekday before the day of publication."""
    return latest(weekday, published - timedelta(days=1))


def coming(weekday: int, published: date) -> date:
    """The first such weekday from the day of publication on, that day included."""
    return published + timedelta(days=(weekday - published.weekday()) % 7)


def coming_after(weekday: int, published: date) -> date:
    """The first such weekday after the day of publication."""
    return coming(weekday, published + timedelta(days=1))


def in_week_of(weekday: int, day: date, weeks: int = 0) -> date:
    """That weekday in the week (from Monday) of `day`, or so many weeks after it."""
    return day + timedelta(days=weekday - day.weekday() + 7 * weeks)


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """The year and the month so many months later, or earlier if negative."""
    years, index = divmod(year * 12 + month - 1 + months, 12)
    return years, index + 1
