"""What holds for the whole document: told twice is one, forums of sideline talks, people of a gathering."""

import re
from datetime import timedelta
from functools import cache

from core.lexicon import countries, forums
from core.lexicon.words import word_set
from core.mentions.party import Party
from core.mentions.places import Where
from core.model import Kind, Precision, Status
from core.reports.by_calendar import (
    conclaves_named,
    day_of_the_trip,
    forum_by_calendar,
    place_by_calendar,
    there_too,
)
from core.reports.cast import Figure
from core.reports.held_there import settle_hanging, told_by_talks, without_headlines
from core.reports.journeys import ARRIVED
from core.reports.same import put_together
from core.reports.settle import NOT_THERE, on_the_programme
from core.reports.sides import chief
from core.reports.story import Event, Scene, Side
from core.reports.story_forum import give_story_forum
from core.reports.telling import Telling
from core.reports.together import name_small_group

_MINISTERS = re.compile(r"Minister|Chiefs")
_SIDELINES = re.compile(r"\b(?:sidelines?|margins?|fringes)\b")
_ON_A_VISIT = timedelta(days=4)  # behind the day on which a visit of several days began
EVE = timedelta(days=1)  # talks on the sidelines are held from the eve of a forum to the day after


def finish(telling: Telling) -> None:
    """Puts the document's engagements in their last shape."""
    if not telling.events:
        return
    events = put_together(telling.events)
    beside = bool(_SIDELINES.search(telling.text))
    for event in events:
        place_by_calendar(event)
    for event in events:
        start = event.when.start
        ahead = start is not None and telling.published is not None and start > telling.published
        if event.status is Status.HELD and ahead and event.cue != ARRIVED:
            event.status = (
                Status.PLANNED
            )  # told of as such a meeting ("the first in ten years"), but it is to come
        if event.kind is Kind.BILATERAL and not event.forum and not event.background:
            _on_the_sidelines(event, events, telling, beside=beside)
        elif event.kind is Kind.BILATERAL and event.forum and not event.host:
            held = (e for e in events if e.by_calendar and e.forum == event.forum)
            gathering = next((e for e in held if _beside(event, e)), None)
            if gathering is not None:
                there_too(event, gathering)
    for event in events:
        name_small_group(event, telling)
    events = put_together(events)
    named = conclaves_named(telling)
    for event in events if named else ():
        forum_by_calendar(event, named)
    give_story_forum(events, telling)
    events = settle_hanging(without_headlines(telling, events))
    events += told_by_talks(events, telling.published)
    events.sort(key=lambda e: (e.line, e.at, e.cue != "beside"))
    for event in events:
        _fill_host(event, events, telling)
        day_of_the_trip(event, events)
        _fill_city(event, events, telling)
        _fill_people(event, telling)
        if event.kind is Kind.CALL:
            event.city = event.host = ""
    kept = _without_those_put_off(events)
    telling.events = [event for event in kept if _worth(event) or _also_there(event, kept, telling)]


def _on_the_sidelines(event: Event, events: list[Event], telling: Telling, *, beside: bool) -> None:
    """Gives talks the forum that was held there and then: one of defence ministers, or any if the text says so."""
    for gathering in events:
        if not beside and not _MINISTERS.search(_full_name(gathering.forum)):
            continue
        if gathering.forum in word_set("general_forums"):
            continue  # talks on a forum's sidelines are not those of a trilateral there
        if gathering.kind is Kind.MULTILATERAL and gathering.forum and _beside(event, gathering):
            event.forum, event.edition, event.forum_span = (
                gathering.forum,
                gathering.edition,
                gathering.forum_span,
            )
            there_too(event, gathering)
            return
    if beside and event.status is Status.HELD and not any(e.forum_told for e in events):
        named = next((m for s in telling.scenes[:4] for m in s.forums if m.kind in ("event", "forum")), None)
        if named is not None:
            event.forum, event.edition = named.name, named.edition
            return
    venue = next(
        (
            e
            for e in events
            if e is not event
            and e.forum_told
            and e.kind is Kind.BILATERAL
            and not e.background
            and _is_event(e.forum)
            and _beside(event, e)
        ),
        None,
    )
    if venue is not None:
        event.forum, event.edition, event.forum_span = venue.forum, venue.edition, venue.forum_span


def _without_those_put_off(events: list[Event]) -> list[Event]:
    """The events without plans that the document says are off: "the visit from 2 September stands deferred"."""
    off = [event for event in events if event.status is Status.CANCELLED]
    kept: list[Event] = []
    for event in events:
        twin = next((e for e in off if event.status is Status.PLANNED and _same_plan(e, event)), None)
        if twin is None:
            kept.append(event)
        elif twin.when.precision is Precision.NONE:
            twin.when, twin.date_basis, twin.date_span = event.when, event.date_basis, event.date_span
    return kept


def _same_plan(off: Event, planned: Event) -> bool:
    """Whether a plan is the one that was called off."""
    if off.kind is not planned.kind or off.countries != planned.countries or off.forum != planned.forum:
        return False
    gone, going = off.figures, planned.figures
    if planned.kind is Kind.VISIT and gone and going and all(figure not in gone for figure in going):
        return False  # somebody else goes
    start, other = off.when.start, planned.when.start
    return start is None or other is None or start == other


def _full_name(name: str) -> str:
    known = forums.forums().get(name)
    return f"{name} {known.title}" if known is not None else name


def _is_event(name: str) -> bool:
    known = forums.forums().get(name)
    return known is not None and known.kind in ("event", "forum")


def _beside(event: Event, gathering: Event) -> bool:
    """Whether talks were held where and when a gathering was."""
    placed = event.place_told or not gathering.by_calendar
    if placed and event.host and gathering.host and event.host != gathering.host:
        return False
    if placed and event.city and gathering.city and event.city != gathering.city:
        return False
    if event.when.start is None or gathering.when.start is None or gathering.when.end is None:
        return True
    return gathering.when.start - EVE <= event.when.start <= gathering.when.end + EVE


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
    works = _works().search(sentence.text)
    return (
        works is not None
        and visit.place_span is not None
        and visit.place_span[0] >= sentence.start + works.end()
    )


@cache
def _works() -> re.Pattern[str]:
    """Finds a visit to something in a town: "visited Bharat Electronics Limited in Ghaziabad"."""
    return re.compile(
        r"\bvisit(?:ed|s|ing)? (?!(?:to|in|here|on|with)\b)(?:[\w'\u2019&-]+ ){1,9}?(?:in|at|near) "
    )


def _at_works(here: Scene, where: Where) -> bool:
    """Whether a town only says where something is that somebody visited."""
    works = _works().search(here.line.sentence.text)
    start = here.line.offsets(where.first, where.last)[0]
    return works is not None and start >= here.line.sentence.start + works.end()


@cache
def _leg() -> re.Pattern[str]:
    return re.compile(
        r"\bbefore (?:his|her|their|the|coming|arriving|reaching|travelling|flying|heading|going)\b[^,.;]{0,12}(?:arrival|arriving|to|in)\b"
        r"|\AEarlier,? (?:in the (?:day|week|trip|visit|tour)|on (?:his|her) (?:trip|visit|tour))\b|\bon (?:his|her|their) way to\b"
    )


def _fill_host(event: Event, events: list[Event], telling: Telling) -> None:
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


def _fill_city(event: Event, events: list[Event], telling: Telling) -> None:
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
    }
    if not cities and event.kind is not Kind.EXERCISE:
        cities = {
            w.city
            for s in telling.scenes
            if event.status is not Status.HELD or "future" not in s.line.cues
            for w in s.places
            if w.country == event.host and w.city and w.how not in NOT_THERE and not _at_works(s, w)
        }
    home = telling.dateline
    if not cities and event.kind is Kind.VISIT and home is not None and home.country == event.host:
        cities = {home.city}  # "WALVIS BAY: A ship has come to Namibia": where the report was written
    if len(cities) > 1 and not event.place_told:
        known = countries.country(event.host)
        cities &= {known.capital} if known is not None else set()
    if len(cities) == 1 and not event.background:
        event.city = cities.pop()


def _fill_people(event: Event, telling: Telling) -> None:
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
        if side.figure is None and not event.background:
            found = telling.cast.of_country(side.country)
            alone = len(found) == 1 or (found and found[0].told > found[1].told + 1)
            ruler = found and found[0].track == "leaders" and _colleague(side, event)
            if (
                alone
                and not ruler
                and not (chief(side.party) and (found[0].minister or _secretary(found[0])))
            ):
                side.figure = found[0]


def _colleague(side: Side, event: Event) -> bool:
    """Whether somebody unnamed is told as the counterpart of a minister or a soldier: no president is that."""
    others = [s.figure for s in event.sides if s is not side and s.figure is not None]
    return side.party.role == "counterpart" and any(figure.defence for figure in others)


def _secretary(figure: Figure) -> bool:
    """Whether somebody is a secretary of a ministry, and so no chief."""
    return any(office.level == "secretary" for office in figure.offices)


def _fill_gathering(event: Event, telling: Telling) -> None:
    host = telling.cast.of_country(event.host) if event.host else []
    if host and event.forum and event.host not in event.countries:
        event.sides.append(Side(event.host, host[0], Party(0, 0), event.line))
    for figure in telling.cast.figures:
        named = (
            any(s.country == figure.country for s in event.sides) or figure.country in event.more_countries
        )
        if named and figure.defence and figure.person and all(s.figure is not figure for s in event.sides):
            event.sides.append(Side(figure.country, figure, Party(0, 0), event.line))


def _worth(event: Event) -> bool:
    many = event.kind in (Kind.EXERCISE, Kind.MULTILATERAL) and not event.figures
    if many and event.background and event.when.precision is Precision.YEAR:
        return False  # "Malabar began in 1992", "the symposium first met in 2008": a history
    return event.timed or not (
        event.status is Status.PLANNED and event.when.precision is Precision.NONE and not event.place_told
    )


def _also_there(event: Event, events: list[Event], telling: Telling) -> bool:
    """Whether a plan is one more for somebody who is abroad and has met others there: "She will also meet her host"."""
    here = telling.scenes[event.line]
    if event.kind is not Kind.BILATERAL or event.host in ("", telling.cast.home) or event.background:
        return False
    more = here.says(word_set("one_more")) or "will also" in here.line.words.text
    if not (more or on_the_programme(here.line)):
        return False
    mine = {id(figure) for figure in event.figures}
    return any(
        e.status is Status.HELD
        and not (e.weak or e.background)
        and e.host == event.host
        and e.line < event.line
        and mine & {id(figure) for figure in e.figures}
        for e in events
    )
