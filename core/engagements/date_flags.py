"""Doubts about dates: a weekday, the document's own date, the forum calendar."""

from collections.abc import Iterator
from datetime import date, timedelta

from core.engagements.calendar import calendar_when, yearly
from core.engagements.spoken import day, days, told
from core.language.speak import noted
from core.lexicon.countries import country_name
from core.lexicon.forums import Edition, editions
from core.model import DateBasis, Engagement, FlagCode, Kind, Precision, Report, Status
from core.reports.stated import WEEKDAY
from core.text.calendar import WEEKDAYS

AWAY = timedelta(days=21)  # no talks so far from a forum are on its sidelines
Doubt = tuple[FlagCode, str, str, str]
"""What speaks against which field, in a sentence, and the source of that."""

ONE_DAY = timedelta(days=1)
ABOUT = timedelta(days=3)  # a forum's guests arrive before it and leave after it


def calendar(engagement: Engagement) -> Iterator[Doubt]:
    """Says where a date came from that no report tells."""
    best = engagement.best
    if best.date_basis is not DateBasis.CALENDAR:
        return
    for edition in editions(best.forum):
        if calendar_when(edition, best.kind) == best.when:
            vague = any(report.when.start is not None for report in engagement.reports)
            gap = noted("the reports do not tell the day") if vague else noted("no report tells a date")
            told = {
                "note": gap,
                "edition": _numbered(edition),
                "place": edition.city or country_name(edition.host),
                "days": days(edition.start, edition.end),
            }
            detail = noted(
                "Dated from the forum calendar: {note}; the {edition}, {place}, took place on {days}.", **told
            )
            if edition.start != best.when.start:
                detail = noted(
                    "Dated from the forum calendar: {note}; the {edition}, {place}, took place on {days}; "
                    "talks beside it are held from its eve to the day after.",
                    **told,
                )
            yield FlagCode.CALENDAR, "date", detail, edition.source


def weekday(report: Report) -> Iterator[Doubt]:
    """A weekday that the day did not have."""
    on = report.when.start
    for source in report.fields:
        if source.field == WEEKDAY and on is not None and WEEKDAYS[on.weekday()] != source.value:
            detail = noted(
                "The text says {weekday}, but {day} was a {weekday2}.",
                weekday=source.value,
                day=day(on),
                weekday2=WEEKDAYS[on.weekday()],
            )
            yield FlagCode.WEEKDAY, "date", detail, noted("the calendar")


def ahead(report: Report, published: date | None) -> Iterator[Doubt]:
    """A held engagement later than the text that tells of it; a day is left for the time zones."""
    on = report.when.start
    if report.status is not Status.HELD or on is None or published is None or on <= published + ONE_DAY:
        return
    detail = (
        noted("Told as held on {day}, in a document of {day2}.", day=day(on), day2=day(published))
        if on == report.when.end
        else noted(
            "Told as held in {days}, in a document of {day}.", days=told(report.when), day=day(published)
        )
    )
    yield FlagCode.AHEAD, "date", detail, noted("the document's own date")


def edition(report: Report) -> Iterator[Doubt]:
    """The number of a forum's edition, its year, or the days of its own meeting against the calendar."""
    first, last = report.when.start, report.when.end
    if first is None or last is None or report.background:
        return
    held = report.kind is Kind.MULTILATERAL and report.status is Status.HELD and yearly(report.forum)
    if (
        report.kind is Kind.BILATERAL
        and report.status is Status.HELD
        and report.when.precision is Precision.DAY
    ):
        yield from _beside(report, first)
    for known in editions(report.forum):
        if known.parties and set(known.parties) != set(report.countries):
            continue
        other_year = known.year not in (first.year, last.year)
        named = report.edition == known.edition and (held or not report.edition.isdigit())
        if report.edition and named and other_year:
            yield _doubt("edition", report, known)
        elif (
            held and not other_year and report.when.precision is Precision.DAY and _apart(known, first, last)
        ):
            yield _doubt("date", report, known)


def _beside(report: Report, on: date) -> Iterator[Doubt]:
    """Talks on the sidelines of a forum, in its city, on a day when it was not there."""
    known = editions(report.forum)
    there = [
        edition for edition in known if report.city and edition.city == report.city and not edition.parties
    ]
    if not there or not yearly(report.forum) or any(abs(edition.start - on) < AWAY for edition in known):
        return
    nearest = min(there, key=lambda edition: abs(edition.start - on))
    yield _doubt("date", report, nearest)


def _apart(known: Edition, first: date, last: date) -> bool:
    return last < known.start - ABOUT or known.end + ABOUT < first


def _doubt(field: str, report: Report, known: Edition) -> Doubt:
    detail = noted(
        "Dated {days}, but the {edition} took place on {days2}.",
        days=told(report.when),
        edition=_numbered(known),
        days2=days(known.start, known.end),
    )
    return FlagCode.EDITION, field, detail, known.source


def _numbered(known: Edition) -> str:
    """`11th ADMM-Plus`, `SCO Summit 2025`, or the name alone."""
    if not known.edition:
        return known.forum
    names = (known.forum, known.edition) if known.edition.isdigit() else (known.edition, known.forum)
    return " ".join(names)
