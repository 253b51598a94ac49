"""How long a visit or a meeting lasted: "a three-day visit", "ended two days of discussions"."""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from core.mentions.date_patterns import NUMBERS
from core.model import Precision, When

_MOST_DAYS = 31  # longer ones are deployments and negotiations, whose days nobody counts on a calendar


@dataclass(frozen=True, slots=True)
class Length:
    """Characters `start` to `end` of a sentence that tell how many days something took.

    `ending` says that the day told with it is the last one ("ends a four-day trip today").
    """

    start: int
    end: int
    days: int
    ending: bool = False


def find_length(text: str) -> Length | None:
    """The length in days of the first visit, stay or meeting that `text` tells of, if it tells one."""
    if "day" not in text:
        return None
    match = _length_pattern().search(text)
    if match is None:
        return None
    word = (match["a"] or match["b"] or match["c"]).casefold()
    days = int(word) if word.isdigit() else NUMBERS[word]
    if not 1 <= days <= _MOST_DAYS:
        return None
    return Length(*match.span(), days, _ending_pattern().search(text[: match.start()]) is not None)


def stretch(when: When, length: Length) -> When:
    """The days that something so long took, from the day `when` on, or up to it where that was its end."""
    if when.precision is not Precision.DAY or when.start is None or when.start != when.end:
        return when
    rest = timedelta(days=length.days - 1)
    return When.on(when.start - rest, when.start) if length.ending else When.on(when.start, when.start + rest)


@cache
def _length_pattern() -> re.Pattern[str]:
    words = sorted((word for word in NUMBERS if len(word) > 2 and " " not in word), key=len, reverse=True)
    number = "|".join([*(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words), r"\d{1,2}"])
    what = (
        r"(?:visit|tour|trip|stay|stopover|swing|journey|conference|meeting|summit|dialogue|talks|forum|"
        r"conclave|exercise|drill|seminar|event|discussions|deliberations|gathering|session|show|"
        r"exhibition)s?\b"
    )
    return re.compile(
        rf"\b(?:(?P<a>{number})[-\s]day(?:-long|\slong)?(?:[,\s]+(?!days?\b)[\w-]+){{0,3}}?[,\s]+{what}|"
        rf"(?P<b>{number})\sdays\sof\s(?:[\w-]+\s){{0,2}}?{what}|"
        rf"(?:visit|tour|trip|stay)\sof\s(?P<c>{number})\sdays\b)"
    )


@cache
def _ending_pattern() -> re.Pattern[str]:
    """Words before a length that make the day told with it the last: "ended", "came to the end of"."""
    verbs = (
        r"\b(?:end(?:s|ed|ing)?|conclud(?:es?|ed|ing)|wrap(?:s|ped|ping)?\sup|round(?:s|ed)\soff|"
        r"clos(?:es|ed)|complet(?:es|ed)|end\sof)"
    )
    return re.compile(rf"{verbs}\s(?:(?:a|an|the|his|her|its|their|on|after|\w+day)\s)*$")
