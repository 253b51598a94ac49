"""What holds for the whole document: told twice is one, forums of sideline talks, people of a gathering."""

import re
from datetime import date, timedelta

from core.lexicon import forums
from core.lexicon.words import phrase_pattern, word_set
from core.model import Kind, Precision, Status
from core.reports.by_calendar import (
    conclaves_named,
    day_of_the_trip,
    forum_by_calendar,
    not_at_home,
    place_by_calendar,
    place_by_name,
    there_too,
)
from core.reports.concern import of_concern
from core.reports.filled_in import fill_city, fill_host, fill_people
from core.reports.held_there import settle_hanging, told_by_talks, without_headlines
from core.reports.journeys import ARRIVED
from core.reports.same import put_together
from core.reports.settle import on_the_programme
from core.reports.story import Event
from core.reports.story_forum import give_story_forum, of_others
from core.reports.telling import Telling
from core.reports.together import name_small_group

_MINISTERS = re.compile(r"Minister|Chiefs")
_LINES_BEHIND_FORUM = 4  # in which talks may be announced that will be held there
_SIDELINES = re.compile(r"\b(?:sidelines?|margins?|fringes)\b")
EVE = timedelta(days=1)  # talks on the sidelines are held from the eve of a forum to the day after


def finish(telling: Telling) -> None:
    """Puts the document's engagements in their last shape."""
    if not telling.events:
        return
    events, home = put_together(telling.events), telling.cast.home
    beside = bool(_SIDELINES.search(telling.text))
    for event in events:
        place_by_calendar(event)
        place_by_name(event)
        not_at_home(event, telling.published)
    for event in events:
        start = event.when.start
        ahead = start is not None and telling.published is not None and start > telling.published
        if event.status is Status.HELD and ahead and event.cue != ARRIVED:
            event.status = (
                Status.PLANNED
            )  # told of as such a meeting ("the first in ten years"), but it is to come
        if (
            event.status is Status.PLANNED
            and event.kind is Kind.MULTILATERAL
            and _under_way(event, telling.published)
        ):
            event.status = Status.HELD
        if event.kind is Kind.BILATERAL and not event.forum and not event.background:
            _on_the_sidelines(event, events, telling, beside=beside)
        elif event.kind is Kind.BILATERAL and event.forum and (not event.host or event.by_dateline):
            held = (e for e in events if e.by_calendar and e.forum == event.forum)
            gathering = next((e for e in held if _beside(event, e, home)), None)
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
        _where_the_trip_would_lead(event, events)
        place_by_name(event)
        fill_host(event, events, telling)
        day_of_the_trip(event, events)
        fill_city(event, events, telling)
        fill_people(event, telling)
        _stand_in_there(event, events, telling)
        if event.kind is Kind.CALL:
            event.city = event.host = ""
    for event in events:
        _on_the_coming_trip(event, events)
    kept = of_concern(_without_those_put_off(events), telling)
    telling.events = [event for event in kept if _worth(event) or _also_there(event, kept, telling)]


def _under_way(event: Event, published: date | None) -> bool:
    """Whether the text was written on one of a gathering's days: "The forum runs from Thursday to Saturday"."""
    start, end = event.when.start, event.when.end
    if published is None or start is None or end is None or event.when.precision is not Precision.DAY:
        return False
    return start < published <= end


def _on_the_sidelines(event: Event, events: list[Event], telling: Telling, *, beside: bool) -> None:
    """Gives talks the forum that was held there and then: one of defence ministers, or any if the text says so."""
    home = telling.cast.home
    fair = _venue(event, events, home)
    if fair is not None and fair.line <= event.line and _is_event(fair.forum, fairs=True):
        event.forum, event.edition, event.forum_span = fair.forum, fair.edition, fair.forum_span
        return
    for gathering in events:
        if not (beside or _MINISTERS.search(_full_name(gathering.forum)) or _came_for_it(event, gathering)):
            continue
        if gathering.forum in word_set("general_forums") or of_others(event, gathering):
            continue  # talks on a forum's sidelines are not those of a trilateral there
        if gathering.kind is Kind.MULTILATERAL and gathering.forum and _beside(event, gathering, home):
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
    venue = _venue(event, events, home)
    if venue is not None:
        event.forum, event.edition, event.forum_span = venue.forum, venue.edition, venue.forum_span


def _came_for_it(event: Event, gathering: Event) -> bool:
    """Whether somebody met others abroad in the lines right behind the one that tells for which forum he came: no hosts, whose guest he was."""
    near = 0 < event.line - gathering.line <= _LINES_BEHIND_FORUM and _is_event(gathering.forum)
    guest = {id(figure) for figure in gathering.figures} & {id(figure) for figure in event.figures}
    abroad = (
        event.host == gathering.host
        and event.city == gathering.city
        and event.host not in ("", *event.countries)
    )
    return bool(
        near and guest and abroad and gathering.status is event.status and event.date_span is not None
    )


def _venue(event: Event, events: list[Event], home: str) -> Event | None:
    """Talks of the story that it tells as held at a fair or a forum, there and then; None if there are none."""
    told = (
        e
        for e in events
        if e is not event
        and e.forum_told
        and e.kind is Kind.BILATERAL
        and not e.background
        and _is_event(e.forum)
        and _beside(event, e, home)
    )
    return next(told, None)


def _on_the_coming_trip(event: Event, events: list[Event]) -> None:
    """Gives planned talks without a day the days of the trip on which they will be, or of the forum to which one of them
    goes: "will take part in the ADMM-Plus in Vientiane from 20 to 22 November. He will hold talks with his counterparts".
    """
    undated = not event.timed and event.when.precision is Precision.NONE
    if event.kind is not Kind.BILATERAL or event.status is not Status.PLANNED or not undated:
        return
    mine = {id(figure) for figure in event.figures}
    for other in events:
        trip = other.kind is Kind.VISIT or (other.kind is Kind.BILATERAL and other.status is Status.PLANNED)
        dated = other.date_span is not None and other.when.precision is Precision.DAY and not other.background
        if other.status is not Status.PLANNED and other.when.start == other.when.end:
            continue  # "left on Monday": on which of its days, nobody knows
        forum = other.kind is Kind.MULTILATERAL and other.when.start != other.when.end
        forum = forum and 0 < event.line - other.line <= _LINES_BEHIND_FORUM
        same = forum or (trip and other.countries == event.countries)
        if not (same and dated) or event.host not in ("", other.host):
            continue
        if mine & {id(figure) for figure in other.figures}:
            event.when, event.date_basis, event.date_span = other.when, other.date_basis, other.date_span
            event.host, event.timed = other.host, True
            return


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


def _where_the_trip_would_lead(event: Event, events: list[Event]) -> None:
    """Gives talks that are off, and of which no place is told, that of the trip on which they would have been."""
    if event.kind is not Kind.BILATERAL or event.status is not Status.CANCELLED or event.place_told:
        return
    for trip in events:
        off = trip.kind is Kind.VISIT and trip.status is Status.CANCELLED
        if off and trip.countries == event.countries and trip.host:
            event.host, event.city, event.place_span = trip.host, trip.city, trip.place_span
            event.by_dateline = False
            return


def _stand_in_there(event: Event, events: list[Event], telling: Telling) -> None:
    """Gives the trip of whoever goes instead the occasion, and where it has none the day, of the one called off."""
    if event.kind is not Kind.VISIT or event.status is Status.CANCELLED or event.forum:
        return
    off = (e for e in events if e.kind is Kind.VISIT and e.status is Status.CANCELLED and e.forum)
    for gone in off:
        if gone.countries != event.countries:
            continue
        instead = phrase_pattern("goes_instead").search(telling.scenes[event.line].line.sentence.text)
        if event.date_span is None and instead:
            event.when, event.date_basis, event.date_span = gone.when, gone.date_basis, gone.date_span
            event.status = Status.PLANNED
        if event.when.start == gone.when.start:
            event.forum, event.edition, event.forum_span = gone.forum, gone.edition, gone.forum_span


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


def _is_event(name: str, *, fairs: bool = False) -> bool:
    known = forums.forums().get(name)
    return known is not None and known.kind in (("event",) if fairs else ("event", "forum"))


def _beside(event: Event, gathering: Event, home: str) -> bool:
    """Whether talks were held where and when a gathering was."""
    placed = event.place_told or not gathering.by_calendar
    if placed and event.host and gathering.host and event.host != gathering.host:
        return False
    if placed and event.city and gathering.city and event.city != gathering.city:
        return False
    if event.when.start is None or gathering.when.start is None or gathering.when.end is None:
        return True
    visit = event.host in event.countries and event.host != home and event.date_span is not None
    after = timedelta(0) if visit else EVE  # a guest who stays on meets his host as a guest
    return gathering.when.start - EVE <= event.when.start <= gathering.when.end + after


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
