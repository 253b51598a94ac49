"""What the tables say in English sentences (why a flag, why a merger), in the language of the screen.

The tables keep the sentence alone. It is known again by the message it was made of, and each value in it by its place.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from core.language.catalogue import NOTE, notes
from core.language.locale import weekdays
from core.language.speak import english, spoken, t, tc, tn
from core.lexicon.countries import countries
from core.lexicon.forums import exercises, forums
from core.lexicon.offices import offices
from core.model import Precision
from core.text.calendar import MONTHS, WEEKDAYS
from core.views import words
from core.views.terms import country, term

_PLACE = re.compile(r"\\\{(\w+?)(\d*)\\\}")
_DAY = re.compile(r"(?:on |in )?(?:(?:(\d{1,2}) )?([A-Z][a-z]{2,8}) )?(\d{4})")
_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}


def retold(text: str) -> str:
    """A sentence of the tables as it is read: in English, or where no message fits, as it stands."""
    return text if english() else _retold(text) or text


def _retold(text: str) -> str | None:
    for message in notes(spoken()):
        found = _pattern(message).fullmatch(text)
        if found is None:
            continue
        values = {place: _said(place, value) for place, value in found.groupdict().items()}
        if None not in values.values():
            return tc(NOTE, message).format(**values)
    return None


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """What a message looks like when its places are filled; a place that stands twice holds the same twice."""
    seen: set[str] = set()

    def group(found: re.Match[str]) -> str:
        place = found[1] + found[2]
        again = place in seen
        seen.add(place)
        return f"(?P={place})" if again else f"(?P<{place}>.+)"

    return re.compile(_PLACE.sub(group, re.escape(message)))


def _said(place: str, value: str) -> str | None:
    """The value at a place as it is said; None where it is nothing that may stand there."""
    return _SAYING.get(place.rstrip("0123456789"), str)(value)


def _day(text: str) -> str | None:
    """`5 Sep 2017`, `June 2024` or `2024`, with or without `on` or `in`."""
    found = _DAY.fullmatch(text)
    if found is None:
        return t(words.NO_DATE) if text in ("no date", "without a date") else None
    number, name, year = found.groups()
    month = _MONTHS.get((name or "")[:3], 0)
    if name and not month:
        return None
    first = date(int(year), month or 1, 1)
    precision = Precision.DAY if number else Precision.MONTH if month else Precision.YEAR
    return words.when(first.replace(day=int(number or 1)), None, precision)


def _days(text: str) -> str | None:
    """`25 to 26 Jun 2025`, `30 Apr to 1 May 2025`, or what `_day` knows."""
    first, joined, last = text.partition(" to ")
    if not joined:
        return _day(text)
    begin, end = first.split(" "), last.split(" ")
    ends = [_DAY.fullmatch(part) for part in (" ".join([*begin, *end[len(begin) :]]), last)]
    told = [found.groups() for found in ends if found is not None and found[1] and found[2][:3] in _MONTHS]
    if len(told) < 2:
        return None
    days = [date(int(year), _MONTHS[name[:3]], int(number)) for number, name, year in told]
    return words.when(days[0], days[1])


def _country(text: str) -> str | None:
    code = _codes().get(text)
    return country(code) if code else None


def _place(text: str) -> str | None:
    """A country or a city; a city stays as it is, and a day is none (`both in Tokyo`, `both in June 2024`)."""
    return _country(text) or (text if _days(text) is None else None)


def _forum(text: str) -> str | None:
    return term("forum", text) if text in forums() or text in exercises() else None


def _edition(text: str) -> str | None:
    """`11th ADMM-Plus`, `ADMM-Plus 11th`, `SCO Summit 2025`, or the name alone."""
    if plain := _forum(text):
        return plain
    for name, edition in (text.split(" ", 1)[::-1], text.rsplit(" ", 1)):
        if forum := _forum(name):
            number = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", edition)
            return t("{forum}, edition {edition}", forum=forum, edition=number)
    return None


def _office(text: str) -> str:
    return term("office", text)


def _people(text: str) -> str:
    """Names, each with its office or with its other spelling; the names themselves stay."""
    told = _titles().sub(lambda found: f", {_office(found[1])}", text)
    told = re.sub(r"\((.+?) in the other\)", lambda found: t("({name} in the other)", name=found[1]), told)
    return told.replace(" and ", f" {t(words.AND)} ")


def _weekday(text: str) -> str | None:
    return weekdays(spoken())[WEEKDAYS.index(text)] if text in WEEKDAYS else None


def _each(say: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Says a list (`Iran, Belarus and India`, `Iran, India and 7 more`) of which every item can be said."""

    def said(text: str) -> str | None:
        parts = re.split(r"(, | and )", text)
        items: list[str] = []
        while parts:
            for end in range(1, len(parts) + 1, 2):  # an item may hold an "and" of its own
                if item := _more("".join(parts[:end])) or say("".join(parts[:end])):
                    break
            else:
                return None
            items.append(item)
            parts = parts[end + 1 :]
        return words.listed(items)

    return said


def _more(text: str) -> str:
    found = re.fullmatch(r"(\d+) more", text)
    return tn("{count} more", "{count} more", int(found[1])) if found else ""


@cache
def _codes() -> Mapping[str, str]:
    return {each.name: code for code, each in countries().items()}


@cache
def _titles() -> re.Pattern[str]:
    titles = sorted({each.title for each in offices().values()}, key=len, reverse=True)
    return re.compile(rf", ({'|'.join(map(re.escape, titles))})(?=, | and |$)")


_SAYING: Mapping[str, Callable[[str], str | None]] = {
    "day": _day,
    "days": _days,
    "when": _days,
    "weekday": _weekday,
    "country": _country,
    "countries": _each(_country),
    "place": _place,
    "forum": _forum,
    "forums": _each(_forum),
    "edition": _edition,
    "office": _office,
    "offices": _each(_office),
    "people": _people,
    "note": _retold,
    "notes": _each(_retold),
}
