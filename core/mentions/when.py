"""Which day, month or year a mention means, given the day of publication and what was told before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.mentions.date_phrases import DateKind, DateMention, Phrase, Turn
from core.model import DateBasis, Precision, When
from core.text import calendar

# A day without a year is the latest one up to publication, but "until October 3" in a text of
# September means a day to come: at most so many days ahead, where the last one is so long ago.
_LAST_YEAR = 2060
_WEEK = 7  # days
_SOON = 60
_LONG_AGO = 300
# "is scheduled to run from July 27" in a text of July 29 means two days ago.
_JUST = 21


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a phrase is read against."""

    published: date | None
    anchor: When | None
    future: bool
    year_hint: int | None
    behind: bool = False

    @property
    def told(self) -> date | None:
        """The first day of what was told before."""
        return self.anchor.start if self.anchor is not None else None


def basis(mention: DateMention) -> DateBasis:
    """Whether the words name the day, or count it from another."""
    return DateBasis.EXPLICIT if mention.explicit else DateBasis.RELATIVE


def resolve(
    mention: DateMention,
    *,
    published: date | None,
    anchor: When | None = None,
    future: bool = False,
    year_hint: int | None = None,
) -> When | None:
    """The time that `mention` means, or None where nothing says which.

    `published` is the document's own date and `anchor` the time of the engagement told before ("the
    next day"); `future` says that the clause tells of something to come ("will meet on Thursday");
    `year_hint` is the year of a day without one, in a document that has no date.
    """
    setting = _Setting(published, anchor, future or mention.ahead, year_hint, mention.behind)
    phrase = mention.phrase
    if phrase.last is None:
        return _one(phrase, setting)
    last = phrase.last
    days = phrase.kind is last.kind is DateKind.WEEKDAY and phrase.weekday <= last.weekday
    if days and last.week is not Turn.NONE and phrase.week is phrase.turn is Turn.NONE:
        phrase = replace(phrase, week=last.week)  # "from Wednesday to Friday of next week"
    return _range(phrase, last, setting)


def _one(phrase: Phrase, setting: _Setting) -> When | None:
    return _RESOLVERS[phrase.kind](phrase, setting)


def _range(first: Phrase, last: Phrase, setting: _Setting) -> When | None:
    """From the first day of the one to the last day of the other."""
    if last.kind is DateKind.MONTH_DAY and first.kind is DateKind.DAY:
        last = replace(first, day=last.day, last=None)
    if last.year and not first.year and first.kind in (DateKind.DAY, DateKind.MONTH):
        later = (first.month, first.day) > (last.month, last.day)
        first = replace(first, year=last.year - later)
    begin = _one(replace(first, last=None), setting)
    if begin is None or begin.start is None:
        return None
    if last.kind is DateKind.WEEKDAY:
        days = timedelta(days=(last.weekday - first.weekday) % _WEEK)
        start = begin.start
        earlier = start - timedelta(days=_WEEK)
        counted = first.turn is not Turn.NONE or first.week is not Turn.NONE
        if not counted and setting.published is not None and earlier <= setting.published <= earlier + days:
            start = earlier  # "runs from Thursday to Saturday", said on Friday
        return When.on(start, start + days)
    if not last.year and last.kind in (DateKind.DAY, DateKind.MONTH):
        later = (last.month, last.day) < (first.month, first.day)
        last = replace(last, year=begin.start.year + later, in_year=Turn.NONE)
    end = _one(last, setting)
    if end is None or end.end is None or end.end < begin.start:
        return begin
    return When(begin.start, end.end, begin.precision)


def _when_day(phrase: Phrase, setting: _Setting) -> When | None:
    day = _day(phrase, setting)
    return None if day is None else When.on(day)


def _day(phrase: Phrase, setting: _Setting) -> date | None:
    """The day of a month, in the year that it names or else the nearest that fits."""
    if phrase.year > _LAST_YEAR:
        return None  # of another calendar: "16 January 2081", in Kathmandu
    if phrase.year:
        return calendar.a_day(phrase.year, phrase.month, phrase.day)
    if setting.published is None:
        year = setting.year_hint or (setting.told.year if setting.told else None)
        return calendar.a_day(year, phrase.month, phrase.day) if year else None
    published = setting.published
    if phrase.in_year:
        return calendar.a_day(_year_of(phrase.in_year, published), phrase.month, phrase.day)
    around = range(published.year - 4, published.year + 5)
    days = [day for year in around if (day := calendar.a_day(year, phrase.month, phrase.day))]
    near = [
        day for day in days if phrase.weekday in (-1, day.weekday()) and abs((day - published).days) < 400
    ]
    if near and min(abs((day - published).days) for day in near) > _SOON:
        close = [day for day in days if abs((day - published).days) <= _JUST]
        near = (
            close or near
        )  # "Sunday (Feb 16)", printed on a Monday the 18th: the weekday or the day is wrong
    days = near or days
    past = [day for day in days if day <= published]
    ahead = [day for day in days if day >= published]
    if not past or not ahead:
        return next(iter(past[-1:] or ahead[:1]), None)
    soon = not setting.behind and (
        (ahead[0] - published).days <= _SOON and (published - past[-1]).days > _LONG_AGO
    )
    just = (published - past[-1]).days <= _JUST and (ahead[0] - published).days > _LONG_AGO
    return ahead[0] if (setting.future and not just) or soon else past[-1]


def _year_of(turn: Turn, published: date) -> int:
    return published.year + {Turn.LAST: -1, Turn.NEXT: 1}.get(turn, 0)


def _when_month(phrase: Phrase, setting: _Setting) -> When | None:
    """The month, of the year that it names or else the latest, or the next for what is to come."""
    published = setting.published
    if phrase.year:
        return When.in_month(phrase.year, phrase.month)
    if published is None:
        year = setting.year_hint or (setting.told.year if setting.told else None)
        return When.in_month(year, phrase.month) if year and not phrase.in_year else None
    if phrase.in_year:
        return When.in_month(_year_of(phrase.in_year, published), phrase.month)
    if phrase.turn is Turn.THIS:
        return When.in_month(published.year, phrase.month)
    if phrase.turn is Turn.LAST:
        return When.in_month(published.year - (phrase.month >= published.month), phrase.month)
    if phrase.turn is Turn.NEXT:
        return When.in_month(published.year + (phrase.month <= published.month), phrase.month)
    if setting.future:
        return When.in_month(published.year + (phrase.month < published.month), phrase.month)
    return When.in_month(published.year - (phrase.month > published.month), phrase.month)


def _when_year(phrase: Phrase, _: _Setting) -> When | None:
    return When.in_year(phrase.year)


def _when_month_day(phrase: Phrase, setting: _Setting) -> When | None:
    """The day so numbered of the month told before, or of publication's month."""
    if (
        setting.told is not None
        and setting.anchor is not None
        and setting.anchor.precision is not Precision.YEAR
    ):
        year, month = setting.told.year, setting.told.month
        if setting.anchor.precision is Precision.DAY and phrase.day < setting.told.day - 20:
            year, month = calendar.add_months(year, month, 1)
    elif setting.published is not None:
        year, month = setting.published.year, setting.published.month
        if phrase.day > setting.published.day and not setting.future:
            year, month = calendar.add_months(year, month, -1)
        elif phrase.day < setting.published.day and setting.future:
            year, month = calendar.add_months(year, month, 1)
    else:
        return None
    day = calendar.a_day(year, month, phrase.day)
    return None if day is None else When.on(day)


def _when_weekday(phrase: Phrase, setting: _Setting) -> When | None:
    if phrase.turn is Turn.FOLLOWING:
        return When.on(calendar.coming_after(phrase.weekday, setting.told)) if setting.told else None
    published = setting.published
    if published is None:
        return None
    if phrase.week:
        weeks = {Turn.LAST: -1, Turn.NEXT: 1}.get(phrase.week, 0)
        return When.on(calendar.in_week_of(phrase.weekday, published, weeks))
    if phrase.turn is Turn.LAST:
        return When.on(calendar.latest_before(phrase.weekday, published))
    if phrase.turn is Turn.NEXT:
        return When.on(calendar.coming_after(phrase.weekday, published))
    if setting.future:
        return When.on(calendar.coming(phrase.weekday, published))
    return When.on(calendar.latest(phrase.weekday, published))


def _when_days(phrase: Phrase, setting: _Setting) -> When | None:
    return None if setting.published is None else When.on(setting.published + timedelta(days=phrase.shift))


def _when_weeks(phrase: Phrase, setting: _Setting) -> When | None:
    """The month that most of that week's days are of; this week's is publication's own."""
    return None if setting.published is None else _week(setting.published, phrase.shift)


def _week(day: date, weeks: int) -> When:
    middle = calendar.in_week_of(3, day, weeks) if weeks else day
    return When.in_month(middle.year, middle.month)


def _when_weekends(phrase: Phrase, setting: _Setting) -> When | None:
    """Saturday and Sunday of the weekend: the latest one begun, the next, or the last over."""
    published = setting.published
    if published is None:
        return None
    if phrase.shift > 0 or setting.future:
        saturday = calendar.coming(5, published)
    else:
        saturday = calendar.latest(5, published - timedelta(days=2 if phrase.shift < 0 else 0))
    return When.on(saturday, saturday + timedelta(days=1))


def _when_months(phrase: Phrase, setting: _Setting) -> When | None:
    published = setting.published
    if published is None:
        return None
    return When.in_month(*calendar.add_months(published.year, published.month, phrase.shift))


def _when_years(phrase: Phrase, setting: _Setting) -> When | None:
    return None if setting.published is None else When.in_year(setting.published.year + phrase.shift)


def _when_days_on(phrase: Phrase, setting: _Setting) -> When | None:
    """So many days from the one told before; without one, only publication's own day and those before it."""
    anchor = setting.anchor
    if anchor is not None and anchor.start is not None and anchor.end is not None:
        if anchor.precision is not Precision.DAY:
            return anchor if phrase.shift == 0 else None
        from_day = anchor.end if phrase.shift > 0 else anchor.start
        return When.on(from_day + timedelta(days=phrase.shift)) if phrase.shift else anchor
    if setting.published is not None and phrase.shift <= 0:
        return When.on(setting.published + timedelta(days=phrase.shift))
    return None


def _when_weeks_on(phrase: Phrase, setting: _Setting) -> When | None:
    day = setting.told
    return None if day is None else _week(day, phrase.shift)


def _when_months_on(phrase: Phrase, setting: _Setting) -> When | None:
    day = setting.told
    return None if day is None else When.in_month(*calendar.add_months(day.year, day.month, phrase.shift))


def _when_years_on(phrase: Phrase, setting: _Setting) -> When | None:
    return None if setting.told is None else When.in_year(setting.told.year + phrase.shift)


def _when_nth_day(phrase: Phrase, setting: _Setting) -> When | None:
    """That day of the visit or the meeting told before; the last one only where its end is known."""
    anchor = setting.anchor
    if anchor is None or anchor.start is None or anchor.end is None or anchor.precision is not Precision.DAY:
        return None
    if phrase.shift < 0:
        return When.on(anchor.end) if anchor.end > anchor.start else None
    day = anchor.start + timedelta(days=phrase.shift - 1)
    return When.on(day) if day <= anchor.end or anchor.end == anchor.start else None


_RESOLVERS: dict[DateKind, Callable[[Phrase, _Setting], When | None]] = {
    DateKind.DAY: _when_day,
    DateKind.MONTH: _when_month,
    DateKind.YEAR: _when_year,
    DateKind.MONTH_DAY: _when_month_day,
    DateKind.WEEKDAY: _when_weekday,
    DateKind.DAYS: _when_days,
    DateKind.WEEKS: _when_weeks,
    DateKind.WEEKENDS: _when_weekends,
    DateKind.MONTHS: _when_months,
    DateKind.YEARS: _when_years,
    DateKind.DAYS_ON: _when_days_on,
    DateKind.WEEKS_ON: _when_weeks_on,
    DateKind.MONTHS_ON: _when_months_on,
    DateKind.YEARS_ON: _when_years_on,
    DateKind.NTH_DAY: _when_nth_day,
}
