"""The forum calendar as a second opinion on dates: which edition an engagement without a day belongs to."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from core.lexicon.forums import Edition, editions
from core.model import DateBasis, Kind, Precision, Report, Status, When

MEETINGS = (Kind.BILATERAL, Kind.MULTILATERAL)  # a visit has days of its own
EVE = timedelta(days=1)
FEWEST = 5  # editions from which a series without a gap can be taken for complete


def calendar_edition(told: Report, published: date | None) -> Edition | None:
    """The one edition of its forum that a report without a day can belong to; None if it has a day or several fit.

    Its number settles it. Its year or its place do only where the lexicon lists the forum's meetings without a
    gap, one a year: else the meeting may be one that the lexicon does not know. `published` is the day of the
    earliest document that tells of it.
    """
    if told.when.precision is Precision.DAY or told.status is Status.CANCELLED or told.kind not in MEETINGS:
        return None
    known = editions(told.forum)
    fitting = [edition for edition in known if _fits(edition, told, published)]
    if len(fitting) != 1:
        return None
    numbered = bool(told.edition) and told.edition == fitting[0].edition
    sure = numbered or told.when.precision is Precision.MONTH or (_says_which(told) and yearly(told.forum))
    return fitting[0] if sure else None


def calendar_when(edition: Edition, kind: Kind) -> When:
    """The days on which an engagement of an edition can have been: its own days.

    Talks beside a forum of one day are held from its eve to the day after.
    """
    room = timedelta() if kind is Kind.MULTILATERAL or edition.end > edition.start else EVE
    return When.on(edition.start - room, edition.end + room)


def dated(told: Report, published: date | None) -> Report:
    """The same report with the day from the forum calendar where that alone tells it."""
    edition = calendar_edition(told, published)
    if edition is None:
        return told
    return replace(told, when=calendar_when(edition, told.kind), date_basis=DateBasis.CALENDAR)


def same_edition(edition: Edition, stated: str) -> bool:
    """False where a stated number or year is another one; a number cannot be held against a year."""
    if stated.isdigit():
        return stated == str(edition.year)
    return stated == edition.edition or not edition.edition or edition.edition.isdigit()


@cache
def yearly(forum: str) -> bool:
    """True where the lexicon lists the forum's meetings without a gap, one a year."""
    years = Counter(edition.year for edition in editions(forum))
    return len(years) >= FEWEST and max(years) - min(years) + 1 == len(years) == sum(years.values())


def _says_which(told: Report) -> bool:
    return bool(told.edition or told.city or told.host_country or told.when.start)


def _fits(edition: Edition, told: Report, published: date | None) -> bool:
    """Whether nothing that is told speaks against this edition."""
    when = told.when
    if when.start is not None and when.end is not None and not when.start <= edition.start <= when.end:
        return False
    if told.edition and not same_edition(edition, told.edition):
        return False
    if told.host_country and told.host_country != edition.host:
        return False
    if told.city and edition.city and told.city != edition.city:
        return False
    if edition.parties and set(edition.parties) != set(told.countries):
        return False
    if published is None:
        return True
    return edition.start <= published if told.status is Status.HELD else edition.end >= published
