"""Which reports are compared at all: those of one block. Reports of one engagement are always of the same block."""

from core.engagements.calendar import calendar_edition
from core.model import Report


def block(report: Report) -> str:
    """The block of a report: its kind with both countries, or, for gatherings and exercises, with the year.

    A gathering is told with or without its forum, and with as many of its countries as the writer cares for: what
    all tell alike is the year in which it began. One without a date has the year of the one edition of its forum
    that fits it; if there is none, its forum, or else its countries, stand for the year.
    """
    if report.kind.two_sided:
        return "|".join((report.kind.value, *report.countries))
    year = report.when.start.year if report.when.start else _calendar_year(report)
    if year:
        return f"{report.kind.value}|{year}"
    return f"{report.kind.value}|undated|{report.forum or ';'.join(report.countries)}"


def _calendar_year(report: Report) -> int | None:
    edition = calendar_edition(report, None)
    return edition.year if edition else None
