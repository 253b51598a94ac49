"""How dates, sides and numbers are said on the screen: one way, on every page."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from core.lexicon.countries import country_name
from core.model import Kind, Precision, Status

DASH = "\u2013"  # an en dash: joins the ends of a span, and the sides of an engagement
NO_DATE = "no date"
NOT_TOLD = "not told"
Day = date | pd.Timestamp | None  # NaT, too, is a Timestamp to the type checker
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_PLURALS = {
    Kind.BILATERAL: "bilaterals",
    Kind.MULTILATERAL: "multilaterals",
    Kind.VISIT: "visits",
    Kind.CALL: "calls",
    Kind.EXERCISE: "exercises",
}


def kind_and_status(kind: str, status: str) -> str:
    """`bilateral`, or `bilateral, planned` when it was not held."""
    return kind if status == Status.HELD else f"{kind}, {status}"


def plural(kind: str) -> str:
    """The plural of a kind: `bilaterals`."""
    return _PLURALS[Kind(kind)]


def day(value: date | pd.Timestamp) -> str:
    """`14 Feb 2023`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: date | pd.Timestamp) -> str:
    """`Feb 2023`."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def when(start: Day, end: Day, precision: str = Precision.DAY) -> str:
    """When it was, as precisely as is known: `20–22 Nov 2024`, `Dec 2024`, `2024`, `no date`."""
    if start is None or _unknown(start) or precision == Precision.NONE:
        return NO_DATE
    if precision == Precision.YEAR:
        return str(start.year)
    if precision == Precision.MONTH:
        return month(start)
    if end is None or _unknown(end) or end == start:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} {DASH} {day(end)}"
    return f"{day(start)} {DASH} {day(end)}"


def period(first: date | pd.Timestamp | None, last: date | pd.Timestamp | None) -> str:
    """A period of a filter or of data, in words: `2022 to 2024`, `Aug 2014 to Dec 2026`, `since 3 May 2024`."""
    if first is None and last is None:
        return "all dates"
    if first is None or last is None:
        return (
            f"until {day(last)}" if last is not None else f"since {day(first)}" if first is not None else ""
        )
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first == last:
        return day(first)
    return f"{day(first)} to {day(last)}"


def number(value: float) -> str:
    """`1,234`."""
    return f"{value:,.0f}"


def change(value: int) -> str:
    """A difference with its sign: `+3`, `−11`, `0`."""
    return f"+{value:,}" if value > 0 else f"\u2212{-value:,}" if value < 0 else "0"


def counted(value: int, one: str, many: str = "") -> str:
    """`1 engagement`, `1,234 engagements`; `many` where the plural is not formed by an s."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def literal(text: str) -> str:
    """Text that Markdown shows as it is."""
    plain = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-.!|~$:@/&" else letter for letter in plain)


def time_left(seconds: float) -> str:
    """How long something will take yet, no finer than anybody can tell."""
    if seconds < 60:
        return f"{max(5, round(seconds / 5) * 5)} seconds"
    if seconds < 5400:
        return counted(round(seconds / 60), "minute")
    return counted(round(seconds / 3600), "hour")


def listed(words: Sequence[str], last: str = "and") -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def field(name: str) -> str:
    """A column's name as it is read: `host country`."""
    return name.replace("_", " ")


def codes(cell: str) -> tuple[str, ...]:
    """The values of a table cell that joins several by `;`."""
    return tuple(part for part in cell.split(";") if part) if cell else ()


def names(countries: str | Iterable[str]) -> list[str]:
    """All sides by name, in the order of the alphabet."""
    return sorted(
        country_name(code) for code in (codes(countries) if isinstance(countries, str) else countries)
    )


def sides(countries: str | Iterable[str]) -> str:
    """The sides by name: `India – Russia`, above three `Australia, Japan and 4 more`."""
    named = names(countries)
    if not named:
        return "sides not told"
    if len(named) > 3:
        return f"{named[0]}, {named[1]} and {len(named) - 2} more"
    return f" {DASH} ".join(named)


def country_label(code: str) -> str:
    """The country with its code, as in tables and filters: `Japan JPN`."""
    return f"{country_name(code)} {code}"


def place(city: str, host_country: str) -> str:
    """`Vientiane, Laos`, or as much of it as is told; empty when nothing is."""
    return ", ".join(part for part in (city, country_name(host_country) if host_country else "") if part)


def confidence(value: float) -> str:
    """What the figure means: `0.80 · of 100 records scored so, about 80 are right`; 0 is no figure."""
    if value <= 0:
        return "not measured"
    return f"{value:.2f} · of 100 records scored so, about {round(value * 100)} are right"


def _unknown(value: object) -> bool:
    return value is pd.NaT
