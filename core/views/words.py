"""How dates, sides and numbers are said on the screen: one way, on every page."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from core.language.locale import chart_format, decimal, months
from core.language.speak import english, later, spoken, t, tc, tn
from core.model import Kind, Precision, Status
from core.views.terms import country, term

DASH = "\u2013"  # an en dash: joins the ends of a span, and the sides of an engagement
NO_DATE = later("no date")
NOT_TOLD = later("not told")
AND, OR = later("and"), later("or")  # before the last of a list
Day = date | pd.Timestamp | None  # NaT, too, is a Timestamp to the type checker
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_BUTTONS: Final = (later("Download plot as a PNG"), later("Download plot"))  # as Plotly has them
_PLURALS = {
    Kind.BILATERAL: later("bilaterals"),
    Kind.MULTILATERAL: later("multilaterals"),
    Kind.VISIT: later("visits"),
    Kind.CALL: later("calls"),
    Kind.EXERCISE: later("exercises"),
}


def kind_and_status(kind: str, status: str) -> str:
    """`bilateral`, or `bilateral, planned` when it was not held."""
    named = term("kind", kind)
    return named if status == Status.HELD else f"{named}, {term('status', status)}"


def plural(kind: str) -> str:
    """The plural of a kind: `bilaterals`."""
    return t(_PLURALS[Kind(kind)])


def month_name(number: int) -> str:
    """A month, short: `Feb`."""
    return MONTHS[number - 1] if english() else months(spoken())[number - 1]


def chart_words() -> dict[str, Any]:
    """What Plotly is to be told of the language: its months, its numbers and the word on its button."""
    if english():
        return {}
    button = {text: t(text) for text in _BUTTONS}
    return {
        "locale": spoken(),
        "locales": {spoken(): {"format": chart_format(spoken()), "dictionary": button}},
    }


def day(value: date | pd.Timestamp) -> str:
    """`14 Feb 2023`."""
    return f"{value.day} {month_name(value.month)} {value.year}"


def month(value: date | pd.Timestamp) -> str:
    """`Feb 2023`."""
    return f"{month_name(value.month)} {value.year}"


def when(start: Day, end: Day, precision: str = Precision.DAY) -> str:
    """When it was, as precisely as is known: `20–22 Nov 2024`, `Dec 2024`, `2024`, `no date`."""
    if start is None or _unknown(start) or precision == Precision.NONE:
        return t(NO_DATE)
    if precision == Precision.YEAR:
        return str(start.year)
    if precision == Precision.MONTH:
        return month(start)
    if end is None or _unknown(end) or end == start:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}{DASH}{day(end)}"
    if start.year == end.year:
        return f"{start.day} {month_name(start.month)} {DASH} {day(end)}"
    return f"{day(start)} {DASH} {day(end)}"


def period(first: date | pd.Timestamp | None, last: date | pd.Timestamp | None) -> str:
    """A period of a filter or of data, in words: `2022 to 2024`, `Aug 2014 to Dec 2026`, `since 3 May 2024`."""
    if first is None and last is None:
        return t("all dates")
    if first is None or last is None:
        if last is not None:
            return t("until {day}", day=day(last))
        return t("since {day}", day=day(first)) if first is not None else ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else span(str(first.year), str(last.year))
    if first == last:
        return day(first)
    return span(day(first), day(last))


def span(first: str, last: str) -> str:
    """`2022 to 2024`."""
    return t("{first} to {last}", first=first, last=last)


def number(value: float) -> str:
    """`1,234`."""
    return decimal(value, spoken())


def change(value: int) -> str:
    """A difference with its sign: `+3`, `−11`, `0`."""
    return f"+{number(value)}" if value > 0 else f"\u2212{number(-value)}" if value < 0 else "0"


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
        return tn("{count} second", "{count} seconds", max(5, round(seconds / 5) * 5))
    if seconds < 5400:
        return tn("{count} minute", "{count} minutes", round(seconds / 60))
    return tn("{count} hour", "{count} hours", round(seconds / 3600))


def listed(words: Sequence[str], last: str = AND) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {t(last)} {words[-1]}"


def field(name: str) -> str:
    """A column's name as it is read: `host country`."""
    return tc("field", name.replace("_", " "))


def codes(cell: str) -> tuple[str, ...]:
    """The values of a table cell that joins several by `;`."""
    return tuple(part for part in cell.split(";") if part) if cell else ()


def names(countries: str | Iterable[str]) -> list[str]:
    """All sides by name, in the order of the alphabet."""
    return sorted(country(code) for code in (codes(countries) if isinstance(countries, str) else countries))


def sides(countries: str | Iterable[str]) -> str:
    """The sides by name: `India – Russia`, above three `Australia, Japan and 4 more`."""
    named = names(countries)
    if not named:
        return t("sides not told")
    if len(named) > 3:
        return t("{first}, {second} and {rest} more", first=named[0], second=named[1], rest=len(named) - 2)
    return f" {DASH} ".join(named)


def country_label(code: str) -> str:
    """The country with its code, as in tables and filters: `Japan JPN`."""
    return f"{country(code)} {code}"


def place(city: str, host_country: str) -> str:
    """`Vientiane, Laos`, or as much of it as is told; empty when nothing is."""
    return ", ".join(part for part in (city, country(host_country) if host_country else "") if part)


def confidence(value: float) -> str:
    """What the figure means: `0.80 · of 100 records scored so, about 80 are right`; 0 is no figure."""
    if value <= 0:
        return t("not measured")
    return t(
        "{value} · of 100 records scored so, about {right} are right",
        value=f"{value:.2f}",
        right=round(value * 100),
    )


def _unknown(value: object) -> bool:
    return value is pd.NaT
