"""Each way to write a time, read: the match of its pattern, and the phrases that it holds."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from core.mentions.date_patterns import NUMBERS, ORDINALS
from core.mentions.date_phrases import DateKind, Phrase, Turn
from core.text.calendar import a_day, month_number, weekday_number

_Read = Iterator[tuple[int, int, Phrase]]


def read_phrases(match: re.Match[str]) -> _Read:
    """Start, end and phrase of each time in a match of the pattern; none where the words mean none."""
    return _READERS[match.lastgroup or ""](match)


def _read_iso(match: re.Match[str]) -> _Read:
    year, month, day = (int(match[f"iso_{part}"]) for part in "ymd")
    if a_day(year, month, day):
        yield *match.span(), Phrase(DateKind.DAY, year, month, day)


def _read_figures(match: re.Match[str]) -> _Read:
    """Day first, as most of the world writes it, unless only the other way is a day."""
    year, month, day = (int(match[f"figures_{part}"]) for part in "ymd")
    if not a_day(year, month, day):
        month, day = day, month
    if a_day(year, month, day):
        yield *match.span(), Phrase(DateKind.DAY, year, month, day)


def _read_days(match: re.Match[str]) -> _Read:
    """Days of a month: one, a range (also of two that follow each other), or each apart."""
    way = match.lastgroup
    days = list(_day_pattern().finditer(match[f"{way}_days"]))
    numbers = [int(day[1]) for day in days]
    year, lead = match[f"{way}_year"], match[f"{way}_lead"]
    phrase = Phrase(
        DateKind.DAY,
        int(year) if year else 0,
        month_number(match[f"{way}_month"]),
        numbers[0],
        weekday_number(lead) if lead else -1,
        in_year=Turn(match[f"{way}_in"] or ""),
    )
    listed = re.search(r"and|&|,", match[f"{way}_days"]) is not None
    between = match.string[max(0, match.start() - 9) : match.start()].casefold().rstrip().endswith("between")
    if len(days) == 1:
        yield *match.span(), phrase
    elif (
        len(days) == 2 and numbers[0] < numbers[1] and (not listed or between or numbers[1] == numbers[0] + 1)
    ):
        last = replace(phrase, day=numbers[1], weekday=-1)
        yield *match.span(), replace(phrase, last=last)
    else:
        yield from _days_apart(match, days, phrase)


def _days_apart(match: re.Match[str], days: list[re.Match[str]], phrase: Phrase) -> _Read:
    """The days of "May 2, 9 and 16", each with its own words."""
    offset = match.start(f"{match.lastgroup}_days")
    for day in days:
        start = match.start() if day is days[0] else offset + day.start()
        end = match.end() if day is days[-1] else offset + day.end()
        yield start, end, replace(phrase, day=int(day[1]), weekday=phrase.weekday if day is days[0] else -1)


@cache
def _day_pattern() -> re.Pattern[str]:
    return re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)


def _read_month(match: re.Match[str]) -> _Read:
    """A month; without a year it needs a word before it that only a time can follow."""
    name, year, turn, in_year = (match[f"month_{part}"] for part in ("month", "year", "turn", "in"))
    if not (year or turn or in_year) and not _month_is_meant(match, name):
        return
    if name == "May" and turn and not year and match.string.startswith(("'s ", "’s "), match.end()):
        return
    turn = _turn(turn)
    yield (
        *match.span(),
        Phrase(DateKind.MONTH, int(year or 0), month_number(name), turn=turn, in_year=Turn(in_year or "")),
    )


# Names of months that are also names of people or other words.
_OTHER_WORDS = {"march", "april", "may", "june", "mar", "apr", "jan", "jun", "dec", "sep"}


_MARKS = " *-\u2022"  # before the month that heads an entry


def _month_is_meant(match: re.Match[str], name: str) -> bool:
    """Whether the words around a bare name of a month leave no other reading of it."""
    before = match.string[max(0, match.start() - 30) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    if match.start() < len(_MARKS) and not before.strip(_MARKS) and re.match(r"\s?:", after):
        return True  # "October: he was in Tbilisi on the 8th", in a review of a year
    lead = _month_lead_pattern().search(before)
    if name.casefold() in _OTHER_WORDS:
        if re.match(r"['’]s\s|-[A-Za-z]", after):
            return False  # confidence in May's cabinet
        if lead is None or lead[1].casefold() in ("by", "from"):
            return lead is not None and not re.match(r"\s[A-Z]", after)  # by Jan Egeland
    if lead is not None or (len(name) <= 4 and name != "July"):
        return lead is not None
    if re.match(r"\s?[-–—]\s?[A-Z]", after):
        return True  # February - March 2025
    return re.match(r"\s[a-z]|[,.;)]|$", after) is not None and not re.search(
        r"(?:[A-Z]\w*|[Ee]very|[Ee]ach)\s$", before
    )


@cache
def _month_lead_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(in|since|until|till|by|during|from|early|mid|late|"
        r"(?:end|start|beginning|middle|month|half|week) of)"
        r"[\s-](?:early[\s-]|mid[\s-]|late[\s-])?$",
        re.IGNORECASE,
    )


def _read_year(match: re.Match[str]) -> _Read:
    """A bare year behind a word that a time follows; "Aero India 2023" is a name."""
    if not _year_lead_pattern().search(match.string[max(0, match.start() - 30) : match.start()]):
        return
    first, end = int(match["year_y"]), match["year_e"]
    last = None
    if end:
        number = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
        last = Phrase(DateKind.YEAR, number) if number > first else None
    yield *match.span(), Phrase(DateKind.YEAR, first, last=last)


@cache
def _year_lead_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:in|for|since|until|till|by|during|from|up to|early|mid|late|towards?|before|after|between|"
        r"the year|through|(?:end|start|beginning|middle|spring|summer|autumn|fall|winter|quarter|half|months?|part) of|"
        r"(?:from|between)\s\d{4}\s(?:and|to))[\s-](?:early[\s-]|mid[\s-]|late[\s-]|the year\s)?$",
        re.IGNORECASE,
    )


def _read_ordinal(match: re.Match[str]) -> _Read:
    """A day by its ordinal alone, "the 9th", behind a word that a day follows."""
    if re.search(
        r"\b(?:on|by|until|till|since|from|to|between|through|(?:morning|afternoon|evening|night|hours) of)\s$",
        match.string[: match.start()],
        re.IGNORECASE,
    ):
        day, end = int(match["ordinal_d"]), match["ordinal_e"]
        if end and int(end) == day + 1:  # "on the 20th and 21st"
            last = Phrase(DateKind.MONTH_DAY, day=day + 1)
            yield *match.span(), Phrase(DateKind.MONTH_DAY, day=day, last=last)
            return
        behind = match.end() if not end else match.end("ordinal_d") + 2
        yield match.start(), behind, Phrase(DateKind.MONTH_DAY, day=day)


def _turn(word: str | None) -> Turn:
    word = (word or "").casefold()
    words = {"this past": "last", "past": "last", "previous": "last", "this coming": "next", "coming": "next"}
    return Turn(words.get(word, "next" if word == "upcoming" else word))


def _read_weekday(match: re.Match[str]) -> _Read:
    way = match.lastgroup
    turn = match["weekday_turn"] if way == "weekday" else ""
    yield (
        *match.span(),
        Phrase(
            DateKind.WEEKDAY,
            weekday=weekday_number(match[f"{way}_day"]),
            turn=_turn(turn),
            week=_turn(match[f"{way}_week"]),
        ),
    )


_NAMED_DAYS = {
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "yesterday": -1,
    "tomorrow": 1,
    "last": -1,
}


def _read_named_day(match: re.Match[str]) -> _Read:
    words = match["named_day_w"].casefold().removeprefix("the ")
    if words in ("today", "tomorrow") and match.string.endswith("of ", 0, match.start()):
        return  # the wars of tomorrow
    shift = _NAMED_DAYS.get(words, -1 if words.startswith("last ") else 0)
    yield *match.span(), Phrase(DateKind.DAYS, shift=shift)


_TURNS = {"last": -1, "this past": -1, "this": 0, "the": 0, "next": 1, "this coming": 1}
_UNITS = {"day": DateKind.DAYS, "week": DateKind.WEEKS, "fortnight": DateKind.WEEKS, "weekend": DateKind.WEEKENDS,
          "month": DateKind.MONTHS, "year": DateKind.YEARS}  # fmt: skip
_UNITS_ON = {
    **dict.fromkeys(("day", "morning", "afternoon", "evening", "night"), DateKind.DAYS_ON),
    "week": DateKind.WEEKS_ON,
    "fortnight": DateKind.WEEKS_ON,
    "month": DateKind.MONTHS_ON,
    "year": DateKind.YEARS_ON,
    "hour": DateKind.DAYS_ON,
}
_HOURS = 24  # a day


def _read_span(match: re.Match[str]) -> _Read:
    turn, unit = match["span_turn"].casefold(), match["span_unit"]
    after = match.string[match.end() : match.end() + 2]
    before = match.string[max(0, match.start() - 14) : match.start()].casefold()
    if turn == "the" and not (unit == "weekend" and re.search(r"\b(?:over|at|during|on)\s$", before)):
        return
    if unit == "year" and turn == "this" and after in ("'s", "’s"):
        return  # "this year's chair", "this year's Malabar": which one, not when
    if turn == "last" and re.search(r"\b(?:the|over the|in the)\s$", before):
        return  # "over the last year"
    yield *match.span(), Phrase(_UNITS[unit], shift=_TURNS[turn])


def _number(word: str) -> int:
    return NUMBERS.get(word.casefold(), 0) or (int(word) if word.isdigit() else 0)


def _read_ago(match: re.Match[str]) -> _Read:
    way, unit = match.lastgroup, match[f"{match.lastgroup}_unit"]
    number = _number(match[f"{way}_n"]) * (2 if unit == "fortnight" else 1)
    yield *match.span(), Phrase(_UNITS[unit], shift=-number if way == "ago" else number)


def _read_at_hand(match: re.Match[str]) -> _Read:
    """The week, month or year of publication, or the last but one: "earlier in the month", "the week before last"."""
    unit = match["at_hand_unit"] or match["at_hand_last"]
    yield *match.span(), Phrase(_UNITS[unit], shift=-2 if match["at_hand_last"] else 0)


def _read_edge(match: re.Match[str]) -> _Read:
    """The first or the last day of a month: "on the last day of September"."""
    month = month_number(match["edge_month"])
    year = int(match["edge_year"] or 0)
    last = next(day for day in (31, 30, 29, 28) if a_day(year or 2001, month, day))
    yield (
        *match.span(),
        Phrase(DateKind.DAY, year, month, 1 if match["edge_end"].casefold() == "first" else last),
    )


def _read_same(match: re.Match[str]) -> _Read:
    yield *match.span(), Phrase(_UNITS_ON[match["same_unit"] or match["same_now"]])


_WAYS = {
    "next": 1,
    "following": 1,
    "after": 1,
    "later": 1,
    "previous": -1,
    "preceding": -1,
    "before": -1,
    "earlier": -1,
}


def _read_beside(match: re.Match[str]) -> _Read:
    way = match.lastgroup
    number = _number(match["later_n"]) if way == "later" else 1
    number *= 2 if match[f"{way}_unit"] == "fortnight" else 1
    if match[f"{way}_unit"] == "hour":
        number = number // _HOURS if number % _HOURS == 0 else 0  # "24 hours later", not "an hour later"
    if number:
        yield (
            *match.span(),
            Phrase(_UNITS_ON[match[f"{way}_unit"]], shift=number * _WAYS[match[f"{way}_way"]]),
        )


def _read_nth(match: re.Match[str]) -> _Read:
    """A day of a visit, "on the first day", "its last day"; not "a second day", which may be any."""
    if re.search(
        r"\b(?:the|its|his|her|their|on)\s$",
        match.string[max(0, match.start() - 8) : match.start()],
        re.IGNORECASE,
    ):
        yield *match.span(), Phrase(DateKind.NTH_DAY, shift=ORDINALS[match["nth_n"].casefold()])


_READERS: dict[str, Callable[[re.Match[str]], _Read]] = {
    "iso": _read_iso, "figures": _read_figures, "dmy": _read_days, "mdy": _read_days, "month": _read_month,
    "year": _read_year, "ordinal": _read_ordinal, "week_day": _read_weekday, "weekday": _read_weekday,
    "named_day": _read_named_day, "span": _read_span, "ago": _read_ago, "ahead": _read_ago,
    "at_hand": _read_at_hand, "edge": _read_edge, "same": _read_same, "beside": _read_beside, "day_by": _read_beside, "later": _read_beside, "nth": _read_nth,
}  # fmt: skip
