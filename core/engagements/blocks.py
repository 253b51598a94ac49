"""Which reports are compared at all: those of one block. Reports of one engagement are always of the same block."""

from core.engagements.calendar import calendar_edition
from core.lexicon.forums import Edition, editions
from core.model import Report


def block(report: Report) -> str:
    """The block of a report: its kind with both countries, or, for gatherings and exercises, with the year.

    A gathering is told with or without its forum, and with as many of its countries as the writer cares for: what
    all tell alike is the year in which it began. One without a date has the year of the one edition of its forum
    that fits it; if there is none, its forum, or else its countries, stand for the year.
    """
    if report.kind.two_sided:
        return "|".join((report.kind.value, *report.countries))
    edition = edition_of(report)
    year = report.when.start.year if report.when.start else edition.year if edition else None
    if year:
        return f"{report.kind.value}|{year}"
    return f"{report.kind.value}|undated|{report.forum or ';'.join(report.countries)}"


def edition_of(report: Report) -> Edition | None:
    """The edition that a report without a date is of: by the forum calendar, or the only one known in its city.

    To compare reports that is enough; to date an engagement `calendar_edition` alone is asked.
    """
    if report.when.start is not None:
        return None
    if found := calendar_edition(report, None):
        return found
    there = [edition for edition in editions(report.forum) if report.city and edition.city == report.city]
    return there[0] if len(there) == 1 and report.edition in ("", there[0].edition) else None
