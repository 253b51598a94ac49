"""How a language writes dates, numbers and the names of countries, from the Unicode CLDR (in Babel)."""

from functools import cache
from typing import Any

from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from core.language.catalogue import ENGLISH, locale_of


def decimal(value: float, code: str) -> str:
    """A whole number with the groups of the language: `1,23,456` in Hindi, `123,456` in English."""
    if code == ENGLISH:
        return f"{value:,.0f}"
    return format_decimal(round(value), locale=locale_of(code))


@cache
def months(code: str) -> tuple[str, ...]:
    """The twelve months, short: `Jan`, `जन॰`."""
    named = locale_of(code).months["format"]["abbreviated"]
    return tuple(str(named[number]) for number in range(1, 13))


@cache
def weekdays(code: str) -> tuple[str, ...]:
    """The seven days of the week from Monday on."""
    named = locale_of(code).days["format"]["wide"]
    return tuple(str(named[number]) for number in range(7))


@cache
def chart_format(code: str) -> dict[str, Any]:
    """How Plotly writes dates and numbers in a language: a `format` of its locales, the week from Sunday on."""
    locale = locale_of(code)
    names = {"months": ("months", "wide"), "shortMonths": ("months", "abbreviated")}
    names |= {"days": ("days", "wide"), "shortDays": ("days", "abbreviated")}
    said = {key: getattr(locale, of)["format"][width] for key, (of, width) in names.items()}
    first, then = locale.decimal_formats[None].grouping
    return {
        **{key: [str(said[key][number]) for number in range(1, 13)] for key in ("months", "shortMonths")},
        **{
            key: [str(said[key][number]) for number in (6, 0, 1, 2, 3, 4, 5)] for key in ("days", "shortDays")
        },
        "decimal": get_decimal_symbol(locale),
        "thousands": get_group_symbol(locale),
        "grouping": [first, *[then] * 5],
        "date": "%-d %b %Y",
    }


def territory(alpha_2: str, code: str) -> str:
    """The name of a country by its two letters; empty where the CLDR has none in this language."""
    return str(locale_of(code).territories.get(alpha_2, ""))


def tongue(language: str, code: str) -> str:
    """The name of a language by its code; the code itself where the CLDR has none."""
    return str(locale_of(code).languages.get(language, language))
