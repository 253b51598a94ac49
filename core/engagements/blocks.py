"""Which reports are compared at all: those of one block. Reports of one engagement are always of the same block."""

from core.lexicon import forums
from core.model import Report


def block(report: Report) -> str:
    """The block of a report: its kind with both countries, or, for gatherings and exercises, with the year.

    A gathering is told with or without its forum, and with as many of its countries as the writer cares for: what
    all tell alike is the year in which it began. One without a date has the year of the one edition of its forum
    that fits its place or number; if there is none, its forum, or else its countries, stand for the year.
    """
    if report.kind.two_sided:
        return "|".join((report.kind.value, *report.countries))
    year = report.when.start.year if report.when.start else calendar_year(report)
    if year:
        return f"{report.kind.value}|{year}"
    return f"{report.kind.value}|undated|{report.forum or ';'.join(report.countries)}"


def calendar_year(report: Report) -> int | None:
    """The year of the one known edition of the report's forum that has its number and its place."""
    fitting = {
        edition.year
        for edition in forums.editions(report.forum)
        if (report.edition in ("", edition.edition, str(edition.year)))
        and report.city in ("", edition.city)
        and report.host_country in ("", edition.host)
    }
    return fitting.pop() if len(fitting) == 1 and (report.edition or report.city) else None
