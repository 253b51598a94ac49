"""What a sentence says of a time, before anybody asks which day that is."""

from dataclasses import dataclass
from enum import StrEnum


class DateKind(StrEnum):
    """What sort of words name the time, and so how it is resolved."""

    DAY = "day of a month"  # 28 April 2023, April 28
    MONTH = "month"  # April 2023, in April, last November
    YEAR = "year"  # in 2023
    MONTH_DAY = "day of the month at hand"  # on the 9th
    WEEKDAY = "weekday"  # Friday, last Friday, Thursday next week
    DAYS = "days from publication"  # yesterday, two days ago
    WEEKS = "weeks from publication"  # last week
    WEEKENDS = "weekends from publication"  # over the weekend
    MONTHS = "months from publication"  # next month
    YEARS = "years from publication"  # last year
    DAYS_ON = "days from the last one told"  # the next day
    WEEKS_ON = "weeks from the last one told"  # a week later
    MONTHS_ON = "months from the last one told"  # later that month
    YEARS_ON = "years from the last one told"  # the same year
    NTH_DAY = "day of the visit"  # on the first day; -1 is the last


class Bound(StrEnum):
    """Whether the words say when it was, or only where the time begins or ends."""

    AT = ""
    SINCE = "since"
    UNTIL = "until"
    BY = "by"


class Turn(StrEnum):
    """The word beside a weekday, a month or a week that says which one."""

    NONE = ""
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    FOLLOWING = "following"  # counted from the day told before, not from publication


@dataclass(frozen=True, slots=True)
class Phrase:
    """The kind of a time and its numbers; 0 (for `weekday` -1) stands for what is not said.

    `shift` counts the days, weeks, months or years of the relative kinds and is the ordinal of
    NTH_DAY. `week` and `in_year` are the week and the year named beside a weekday or a month
    ("Thursday next week", "in April last year"). `last` is the end of a range.
    """

    kind: DateKind
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    shift: int = 0
    turn: Turn = Turn.NONE
    week: Turn = Turn.NONE
    in_year: Turn = Turn.NONE
    last: "Phrase | None" = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """Characters `start` to `end` of a sentence that name a time.

    `ahead` says that the words before it tell of a time still to come at publication
    ("runs until Friday", but not "was there until Friday").
    """

    start: int
    end: int
    text: str
    phrase: Phrase
    bound: Bound = Bound.AT
    ahead: bool = False
    behind: bool = False
    """the words before it tell of something that is over ("met him on 19 January")"""

    @property
    def explicit(self) -> bool:
        """True where a calendar day, month or year is named, not counted from another time."""
        phrase = self.phrase
        named = phrase.kind in (DateKind.DAY, DateKind.MONTH, DateKind.YEAR)
        return named and not phrase.turn and not phrase.in_year
