"""Fills in host, city and people from the other engagements of the document."""

import re
from datetime import timedelta
from functools import cache

from core.lexicon import countries
from core.mentions.dates import DateKind
from core.mentions.party import Party
from core.mentions.where import Where
from core.model import Kind, Precision, Status
from core.reports.cast import Figure
from core.reports.sides import chief
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.where_told import NOT_THERE, in_works

_FIRST_LINES = 1
_YEAR = 4  # digits
_LINES_BEHIND = 4  # an exercise, in which its officers are named
_ON_A_VISIT = timedelta(days=4)  # behind the day on which a visit of several days began


def _on_it(event: Event, visit: Event) -> bool:
    """Whether talks reported from elsewhere were held on a visit: it names one of those who met, and its days fit."""
    same = {id(figure) for figure in event.figures} & {id(figure) for figure in visit.figures}
    if visit.host not in event.countries or not same or visit.status is not event.status:
        return False
    first, last, day = visit.when.start, visit.when.end, event.when.start
    return day is None or first is None or last is None or first <= day <= last + _ON_A_VISIT


def _another_leg(visit: Event, telling: Telling) -> bool:
    """Whether a visit is told as another leg of the journey: "Earlier, before he came to Delhi, he visited a base in Kochi"."""
    sentence = telling.scenes[visit.line].line.sentence
    if visit.city == "" or _leg().search(sentence.text):
        return visit.city != ""
    return visit.place_span is not None and in_works(telling.scenes[visit.line], visit.place_span[0])


def _at_works(here: Scene, where: Where) -> bool:
    """Whether a town only says where something is that somebody visited."""
    return in_works(here, here.line.offsets(where.first, where.last)[0])


@cache
def _leg() -> re.Pattern[str]:
    return re.compile(
        r"\bbefore (?:his|her|their|the|coming|arriving|reaching|travelling|flying|heading|going)\b[^,.;]{0,12}(?:arrival|arriving|to|in)\b"
        r"|\AEarlier,? (?:in the (?:day|week|trip|visit|tour)|on (?:his|her) (?:trip|visit|tour))\b|\bon (?:his|her|their) way to\b"
    )


def fill_host(event: Event, events: list[Event], telling: Telling) -> None:
    """Talks without a place were held where one side was visiting the other."""
    if event.kind is not Kind.BILATERAL or (event.host and not event.by_dateline) or event.background:
        return
    visit = next(
        (
            e
            for e in events
            if e.kind is Kind.VISIT
            and e.countries == event.countries
            and e.status is not Status.CANCELLED
            and not e.background
        ),
        None,
    )
    if event.by_dateline and not (visit is not None and _on_it(event, visit)):
        return
    if visit is not None and _another_leg(visit, telling):
        event.host = visit.host
        return
    beside = visit or next((e for e in events if e is not event and _same_day(e, event)), None)
    if beside is not None:
        event.host, event.city, event.place_span = beside.host, beside.city, beside.place_span


def _same_day(told: Event, event: Event) -> bool:
    """Whether other talks of the two countries, of the same day, are told with their place."""
    talks = told.kind is Kind.BILATERAL and told.countries == event.countries and not told.background
    return talks and told.place_told and told.host in event.countries and told.when == event.when


def fill_city(event: Event, events: list[Event], telling: Telling) -> None:
    """Fills in the city: "in Laos" is where other lines of this document say Vientiane."""
    if not event.host or event.city or event.kind is Kind.CALL or event.at_sea:
        return
    if telling.dateline is not None and telling.dateline.country == event.host and not event.place_told:
        event.city = telling.dateline.city
        return
    cities = {
        e.city
        for e in events
        if e.host == event.host
        and e.city
        and e.forum == event.forum
        and not e.background
        and not (e.kind is Kind.VISIT and _another_leg(e, telling))
        and not _of_another_day(e, event)
    }
    if not cities and event.kind is not Kind.EXERCISE:
        past = {number for e in events if e.background and e is not event for number in e.lines}
        cities = {
            w.city
            for number, s in enumerate(telling.scenes)
            if number not in past
            if event.status is not Status.HELD or not _ahead(s)
            if event.status is not Status.PLANNED or not _of_others(s, event, telling)
            for w in s.places
            if w.country == event.host and w.city and w.how not in NOT_THERE and not _at_works(s, w)
            if not _long_ago(s)
        }
        cities -= {e.city for e in events if e.kind is Kind.EXERCISE and e.line != event.line}
    home = telling.dateline
    here = home.city if home is not None and home.country == event.host else ""
    if here and event.line <= _FIRST_LINES and cities and here not in cities and not event.background:
        cities = {here}  # "KUALA LUMPUR: The two met in Malaysia": not in a town told of further down
    if not cities and event.kind is Kind.VISIT and home is not None and home.country == event.host:
        cities = {home.city}  # "WALVIS BAY: A ship has come to Namibia": where the report was written
    if len(cities) > 1 and not event.place_told:
        known = countries.country(event.host)
        cities &= {known.capital} if known is not None else set()
    if len(cities) == 1 and not event.background:
        event.city = cities.pop()


def _of_another_day(told: Event, event: Event) -> bool:
    """Whether a stop of a trip is told for a day of its own: "On 17 April he will travel to Samarkand"."""
    if told.date_span is None or Precision.DAY not in (told.when.precision, event.when.precision):
        return False
    if told.when.start is None or event.when.start is None or told.when.end is None or event.when.end is None:
        return False
    return told.when.end < event.when.start or event.when.end < told.when.start


def _ahead(here: Scene) -> bool:
    """Whether a line tells of what is to come."""
    return "future" in here.line.cues or any(here.line.word(p).startswith("will ") for p in here.line.known)


def _of_others(here: Scene, event: Event, telling: Telling) -> bool:
    """Whether a line names others only, and so says nothing of where somebody is to go."""
    figures = [telling.cast.find(party.name) for party in here.parties if party.name]
    return bool(figures) and all(figure not in event.figures for figure in figures)


def _long_ago(here: Scene) -> bool:
    """Whether a line is of somebody's life: "He trained at the academy in Dehradun from 1988 to 1990"."""
    years = (w for w in here.line.words.words if len(w) == _YEAR and w.isdigit() and w[:2] in ("19", "20"))
    only = all(m.phrase.kind is DateKind.YEAR for m in here.dates) and any(years)
    return only and here.line.cues.isdisjoint({"meet", "talk", "travel", "gather"})


def fill_people(event: Event, telling: Telling) -> None:
    """Gives a side without a name the one figure of that country who speaks for it in this document, and a
    gathering all who are named for its countries.
    """
    if event.kind in (Kind.MULTILATERAL, Kind.EXERCISE) and not event.background:
        _fill_gathering(event, telling)
    if "2+2" in event.forum or "Two-Plus-Two" in event.forum:
        for figure in telling.cast.figures:
            if (
                figure.country in event.countries
                and figure.track in ("diplomatic", "defence")
                and not event.background
                and all(s.figure is not figure for s in event.sides)
            ):
                event.sides.append(Side(figure.country, figure, Party(0, 0), event.line))
    for code in event.countries if event.kind is Kind.BILATERAL else ():
        if all(s.country != code for s in event.sides):
            event.sides.append(Side(code, None, Party(0, 0), event.line))
    for side in event.sides:
        if side.figure is None and not event.background and side.party.role != "ship":
            found = telling.cast.of_country(side.country)
            alone = len(found) == 1 or (found and found[0].told > found[1].told + 1)
            if alone and (_another_track(side.party, found[0]) or _of_another_note(event, found[0])):
                continue
            if alone and not (chief(side.party) and (found[0].minister or _secretary(found[0]))):
                side.figure = found[0]


def _of_another_note(event: Event, figure: Figure) -> bool:
    """Whether a note tells of an engagement, and another one of this figure: "2. Staff talks with Oman" and its labels."""
    return event.cue == "card" and len(event.lines) > 1 and figure.first_line not in event.lines


def _another_track(party: Party, figure: Figure) -> bool:
    """Whether an office is told that the figure cannot hold: "shall meet the National Security Adviser"."""
    tracks = {office.track for office in party.offices}
    return bool(tracks) and tracks <= {"security", "diplomatic", "leaders"} and figure.track == "defence"


def _secretary(figure: Figure) -> bool:
    """Whether somebody is a secretary of a ministry, and so no chief."""
    return any(office.level == "secretary" for office in figure.offices)


def _fill_gathering(event: Event, telling: Telling) -> None:
    first, last = min(event.lines), max(event.lines)
    host = telling.cast.of_country(event.host) if event.host else []
    small = event.cue == "trilateral"  # three at a table in a fourth country
    if host and event.forum and event.host not in event.countries and not small:
        event.sides.append(Side(event.host, host[0], Party(0, 0), event.line))
    for figure in telling.cast.figures:
        named = (
            any(s.country == figure.country for s in event.sides) or figure.country in event.more_countries
        )
        there = named and figure.defence and figure.person and not figure.former
        if event.kind is Kind.EXERCISE and not first - 1 <= figure.first_line <= last + _LINES_BEHIND:
            continue  # a minister told of further down was not in the field
        if there and all(s.figure is not figure for s in event.sides):
            event.sides.append(Side(figure.country, figure, Party(0, 0), event.line))
