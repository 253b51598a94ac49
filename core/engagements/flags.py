"""What is known speaks up: where reports do not fit the calendar, the terms of office, the members, the map.

A flag is a second opinion with its source. It never changes what the reports say.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from core.engagements import date_flags
from core.engagements.date_flags import ONE_DAY, Doubt
from core.engagements.office_flags import misfit
from core.engagements.spoken import day, listed
from core.language.speak import noted
from core.lexicon.cities import cities_named
from core.lexicon.countries import country_name
from core.lexicon.forums import forums, members_on
from core.lexicon.members import came_and_went, outgrown, size_on
from core.model import Document, Engagement, Flag, FlagCode, Report, Status, When
from core.reports.stated import MEMBER, MEMBERS, OFFICE


def find_flags(engagement: Engagement, documents: Mapping[str, Document]) -> tuple[Flag, ...]:
    """The flags of an engagement, first of the whole, then of each report; its `best` values must be settled.

    `documents` holds at least those of its reports, by their ids.
    """
    doubts = [("", doubt) for doubt in date_flags.calendar(engagement)]
    for report in engagement.reports:
        document = documents.get(report.doc_id)
        published = document.published if document is not None else None
        doubts += [(report.report_id, doubt) for doubt in _of_report(report, engagement.best.when, published)]
    return tuple(dict.fromkeys(Flag(engagement.engagement_id, name, *doubt) for name, doubt in doubts))


def _of_report(report: Report, best: When, published: date | None) -> Iterator[Doubt]:
    when = report.when if report.when.start is not None else best
    yield from date_flags.weekday(report)
    yield from date_flags.ahead(report, published)
    yield from date_flags.edition(report)
    yield from _city(report)
    yield from _offices(report, when, published)
    yield from _members(report, when, published)


def _city(report: Report) -> Iterator[Doubt]:
    """A city that lies in another country than the one in which it is said to have been."""
    known = cities_named(report.city.casefold()) if report.city and report.host_country else ()
    homes = sorted({city.country for city in known})
    if homes and report.host_country not in homes:
        where = listed([country_name(code) for code in homes])
        detail = noted(
            "{city} is in {countries}, not in {country}.",
            city=report.city,
            countries=where,
            country=country_name(report.host_country),
        )
        yield FlagCode.CITY, "city", detail, known[0].source


def _offices(report: Report, when: When, published: date | None) -> Iterator[Doubt]:
    """People named in an office that somebody else held; not where the text calls it a former or coming one."""
    if when.start is None or when.end is None or report.background:
        return
    unsettled = {source.value.rsplit(": ", 1)[0] for source in report.fields if source.field == OFFICE}
    for person in report.people:
        if person.office and person.name not in unsettled:
            found = misfit(person, when.start, when.end, published)
            if found is not None:
                yield FlagCode.OFFICE, "people", *found


def _members(report: Report, when: When, published: date | None) -> Iterator[Doubt]:
    """A number of members that a body had once, but no longer when the document was written."""
    written = published or (when.start if report.status is Status.HELD else None)
    if written is None:
        return
    for source in report.fields:
        if source.field not in (MEMBERS, MEMBER):
            continue
        body, told = source.value.rsplit(": ", 1)
        detail = (
            _outdated(body, int(told), written)
            if source.field == MEMBERS
            else _no_member(body, told, written)
        )
        if detail:
            yield FlagCode.MEMBERS, "forum", detail, forums()[body].source


def _outdated(body: str, size: int, written: date) -> str:
    since = outgrown(body, size, written)
    if since is None:
        return ""
    return noted(
        "The text gives the {forum} {number} members, as it had until {day}; on {day2} it had {number2} ({note}).",
        forum=body,
        number=size,
        day=day(since - ONE_DAY),
        day2=day(written),
        number2=size_on(body, written),
        note=_news(body, since, written),
    )


def _no_member(body: str, code: str, written: date) -> str:
    """Only of a country that was a member once or became one: others may be meant as guests."""
    terms = [each for each in forums()[body].members if each.code == code]
    if not terms or code in members_on(body, written):
        return ""
    joined = [each.since for each in terms if each.since is not None and each.since > written]
    left = [each.until for each in terms if each.until is not None and each.until < written]
    named = {"country": country_name(code), "forum": body, "day": day(written)}
    if joined:
        return noted(
            "The text lists {country} as a member of the {forum}; on {day} it was none: it joined on {day2}.",
            day2=day(min(joined)),
            **named,
        )
    return noted(
        "The text lists {country} as a member of the {forum}; on {day} it was none: it left on {day2}.",
        day2=day(max(left)),
        **named,
    )


def _news(body: str, since: date, until: date) -> str:
    """`Iran and Belarus joined`, `United Kingdom left`."""
    joined, left = came_and_went(body, since, until)
    came, gone = (listed([country_name(code) for code in codes]) for codes in (joined, left))
    if came and gone:
        return noted("{countries} joined, {countries2} left", countries=came, countries2=gone)
    return noted("{countries} joined", countries=came) if came else noted("{countries} left", countries=gone)
