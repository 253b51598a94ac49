"""Visits: who travelled where, as one line tells it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from core.lexicon.words import phrase_pattern
from core.mentions.dates import Bound, DateMention, basis
from core.mentions.party import Party
from core.mentions.where import Where
from core.model import Kind, Precision, Status, When
from core.reports.forum_given import give_forum
from core.reports.guests import guests_of
from core.reports.port_calls import ships_in_port
from core.reports.setting import give_date, give_setting, would_have
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.trips_implied import implied_trips
from core.reports.trips_told import CUES, THEY, Journey, find_journeys
from core.reports.where_told import in_works

ARRIVED = "arrived"  # the cue of a visit that is under way, whenever its programme begins
_DOCKS = frozenset({"portcall"})
_STAYS = frozenset(
    {
        "be",
        "is",
        "are",
        "was",
        "were",
        "stay",
        "stays",
        "stayed",
        "spend",
        "spends",
        "spent",
        "remain",
        "remains",
    }
)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST = 21  # days
_VISIT = 60  # characters: "visit to the United Kingdom from "
_ENDS = 7  # atoms: "after concluding a three-day official"
_ENDED = frozenset({"complete", "completes", "completed", "completing", "conclude", "concludes", "concluded", "concluding",
                    "wraps up", "wrapped up", "wrapping up", "ends", "ended", "ending", "end", "finishes", "finished"})  # fmt: skip
_OWNER = 6  # atoms: "during her first official three-day"
_DURING = 7  # atoms: "during his four-day official visit"
_STARTS = ("arriv", "began", "begin", "start", "embark", "left", "leav", "depart", "fl", "set", "kick", "land", "travel",
           "head", "reach", "proceed", "commenc", "undertak", "pay", "paid", "will", "came", "go", "touch", "launch", "dock", "berth", "moor")  # fmt: skip
_FINISHES = ("conclu", "end", "wrap", "return", "complet", "finish", "wound")
_HERE = frozenset({"here"})


def tell_journeys(telling: Telling, here: Scene, number: int, made: list[Event]) -> None:
    """Adds the visits of one line to its events (`made`)."""
    found = (
        find_journeys(here)
        or _calls_here(telling, here)
        or ships_in_port(here)
        or _stays(telling, here, number, made)
    )
    for journey in found:
        sides = _travellers(telling, here, number, journey)
        codes = {side.country for side in sides}
        if (
            codes == {journey.where.country}
            and (guest := _whose_trip(telling, here, number, journey)) is not None
        ):
            sides, codes = [guest], {guest.country}
        if len(codes) != 1 or not journey.where.country or journey.where.country in codes:
            continue
        status = status_of(here, journey.clause, journey.at)
        if status is None:
            continue
        if status is Status.HELD and (
            _on_a_coming_visit(here, journey, made) or _still_to_come(telling, here, journey)
        ):
            status = Status.PLANNED
        if would_have(telling, here, journey.clause, journey.at):
            status = Status.CANCELLED
        event = Event(Kind.VISIT, sides, number, "visit", journey.at, status, lines=[number])
        event.more_countries = [journey.where.country]
        give_setting(telling, event, here, journey.clause, journey.at)
        _days_there(telling, event, here, journey, tour=len(found) > 1)
        _days_of_the_visit(telling, event, here)
        _own_days(telling, event, here, journey, tour=len(found) > 1)
        _its_length(event, here, journey)
        event.within = "during" in {
            here.line.word(p) for p in range(max(0, journey.at - _DURING), journey.at)
        }
        if _tells_its_end(telling, event, here, journey):
            continue
        event.set_place(journey.where)
        event.place_span = here.line.offsets(journey.where.first, journey.where.last)
        if journey.where.how == "here":
            event.place_span = telling.frame.place_span
        give_forum(telling, here, event)
        if not event.background:
            telling.frame.trip = event
        if _at_works(telling, here, event) or (journey.days and not _told(telling, event)):
            continue
        made.append(event)
    _stand_in(telling, here, number, made)


def _own_days(telling: Telling, event: Event, here: Scene, journey: Journey, *, tour: bool) -> None:
    """Gives a trip the days right behind where it went: "visited Bangladesh (5-6 June), Tanzania in October and Korea"."""
    if journey.where.last > len(here.line.atoms) or not here.dates:
        return
    end = here.line.words.ends[here.line.atoms[journey.where.last - 1].last - 1]
    links = ("(", "in", "on", "from") if tour else ("(",)
    own = next((m for m in here.dates if here.line.words.text[end : m.start].strip() in links), None)
    if own is None and tour:
        own = next((m for m in here.dates if 0 <= m.start - end <= 1), None)
    if own is not None:
        give_date(telling, event, here, own)


def _tells_its_end(telling: Telling, event: Event, here: Scene, journey: Journey) -> bool:
    """Takes "will complete its visit to X on 24 November" for the last day of a visit that is told; False for any other.

    Told by itself, a visit of some days from which somebody returned began so many days before.
    """
    back = [here.line.word(place) for place in range(max(0, journey.at - _ENDS), journey.at)]
    day = event.when.start
    ended = not _ENDED.isdisjoint(back) and event.date_span is not None and day == event.when.end
    if not ended or day is None or event.when.precision is not Precision.DAY or event.background:
        return False
    for trip in telling.events:
        start = trip.when.start
        same = trip.kind is Kind.VISIT and {journey.where.country} <= {*trip.countries} == {*event.countries}
        if not same or start is None or trip.when.precision is not Precision.DAY or trip.background:
            continue
        if timedelta() <= day - start <= timedelta(days=_LONGEST):
            trip.when = When.on(start, day)
            return True
    text = here.line.words.text
    match = _days_long().search(text) if "day" in text and "return" in text else None
    if match is not None:
        count = match["days"].lower()
        days = int(count) if count.isdigit() else _NUMBERS.index(count) + 2
        event.when = When.on(day - timedelta(days=days - 1), day) if 1 < days <= _LONGEST else event.when
    return False


def _on_a_coming_visit(here: Scene, journey: Journey, made: list[Event]) -> bool:
    """Whether a visit is that of talks to come: "is scheduled to meet his counterpart during a visit to Moscow"."""
    back = [here.line.word(place) for place in range(max(0, journey.at - _DURING), journey.at)]
    if not {"during", "on"} & {*back} or not {"a", "an"} & {*back[-3:]}:
        return False
    before = [e for e in made if e.at < journey.at and not e.weak]
    return bool(before) and all(e.status is Status.PLANNED for e in before)


def _still_to_come(telling: Telling, here: Scene, journey: Journey) -> bool:
    """Whether a line says what a visit told as planned is for: "His visit to Moscow is aimed at"."""
    trip = telling.frame.trip
    if trip is None or trip.status is not Status.PLANNED or trip.host != journey.where.country or here.dates:
        return False
    behind = here.line.word(journey.where.last)
    return "journey" in here.line.atoms[journey.at].cues and behind in (
        "is",
        "aims",
        "comes",
        "seeks",
        "aimed",
    )


def _stays(telling: Telling, here: Scene, number: int, made: list[Event]) -> list[Journey]:
    """Who a line without talks says was the guest of a country."""
    following = telling.scenes[number + 1] if number + 1 < len(telling.scenes) else None
    if any(not e.weak for e in made):
        return []
    return [Journey(*stay) for stay in guests_of(here, following)] or implied_trips(here)


def _days_there(telling: Telling, event: Event, here: Scene, journey: Journey, *, tour: bool) -> None:
    """Gives a trip the days of "left for Nepal, where he will be from 27 to 30 April", "returned today after a visit to
    Nepal from 27 to 30 April", and each stop of a tour its own: "flies to Laos on 20 and to Nepal on 24 November".
    """
    own = next((m for m in here.dates if _right_behind(here, m, journey)), None)
    if tour and own is not None and event.date_span not in (None, here.offsets(own)):
        give_date(telling, event, here, own)
        return
    ended = own is not None and _as_it_ended(here, journey)
    if ended and own is not None and event.date_span is not None and event.date_span < here.offsets(own):
        give_date(telling, event, here, own)
        return
    if event.date_span is not None or not here.dates:
        return
    for clause in here.clauses:
        behind = clause.opener == "where" and clause.atoms and 0 <= clause.atoms[0] - journey.where.last <= 2
        there = behind and (clause.groups or here.line.word(clause.atoms[0]) in THEY)
        stays = there and any(here.line.word(p).split(" ")[-1] in _STAYS for p in clause.atoms)
        day = next(
            (m for m in here.dates if here.atom_at(m.start) in clause.atoms and m.bound is Bound.AT), None
        )
        if stays and day is not None:
            give_date(telling, event, here, day)
            return


def _right_behind(here: Scene, mention: DateMention, journey: Journey) -> bool:
    """Whether a stretch of days stands right behind where the trip went."""
    gap = here.atom_at(mention.start) - journey.where.last
    return mention.bound is Bound.AT and 0 <= gap <= 1


def _as_it_ended(here: Scene, journey: Journey) -> bool:
    """Whether a trip is told by its end: "returned after a visit to"."""
    back = [here.line.word(place) for place in range(max(0, journey.at - 5), journey.at)]
    return not {"after", "from", "following"}.isdisjoint(back)


def _days_of_the_visit(telling: Telling, event: Event, here: Scene) -> None:
    """Gives a trip its own days: "arrived in Oman on Sunday for a three-day visit from 27 to 29 September"."""
    text = here.line.words.text
    for mention in here.dates:
        own = mention.bound is Bound.AT and mention.phrase.last is not None
        if own and _visit_from().search(text, max(0, mention.start - _VISIT), mention.start):
            choices = [telling.resolve(mention, future=future) for future in (True, False)]
            known = [when for when in choices if when is not None and when.start is not None]
            if known:
                day = telling.published or date.min
                event.when = min(known, key=lambda when: abs((when.start or day) - day))
                event.date_basis, event.date_span = basis(mention), here.offsets(mention)
                event.timed, event.background = True, False
                event.cue = ARRIVED if event.status is Status.HELD else event.cue
            return


def _told(telling: Telling, event: Event) -> bool:
    """Whether a trip there has been told: then "was in Seychelles from 21 to 23 April" gives its days, and is no news."""
    return any(e.kind is Kind.VISIT and e.countries == event.countries for e in telling.events)


def _at_works(telling: Telling, here: Scene, event: Event) -> bool:
    """Whether a line only says which works or base a guest saw on a trip that is told: "He visited a shipyard in Kochi"."""
    trips = (e for e in telling.events if e.kind is Kind.VISIT and e.countries == event.countries)
    if event.date_span is not None or not any(trip.host == event.host for trip in trips):
        return False
    return event.place_span is not None and in_works(here, event.place_span[0])


def _its_length(event: Event, here: Scene, journey: Journey) -> None:
    """Gives a trip that begins on a day its last one: "arrived on Monday on a four-day visit"."""
    start = event.when.start
    if event.date_span is None or start is None or event.when != When.on(start) or event.background:
        return
    text = here.line.words.text
    match = _days_long().search(text) if "day" in text else None
    begun = match is not None and (
        _from().search(text, 0, event.date_span[0] - here.line.sentence.start) or _begins(here, journey)
    )
    if match is None or not begun:
        return
    count = match["days"].lower()
    days = int(count) if count.isdigit() else _NUMBERS.index(count) + 2
    if 1 < days <= _LONGEST:
        event.when = When.on(start, start + timedelta(days=days - 1))


def _begins(here: Scene, journey: Journey) -> bool:
    """Whether the words up to a trip tell of its beginning, and of no day within it."""
    words = [here.line.word(place).split(" ")[0] for place in journey.clause.atoms if place <= journey.at]
    opened = any(word.startswith(_STARTS) for word in words)
    return opened and not any(word.startswith(_FINISHES) for word in words) and "after" not in words


@cache
def _from() -> re.Pattern[str]:
    return re.compile(r"\b(?:from|starting|beginning|commencing)(?: on)? $")


@cache
def _days_long() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<days>{'|'.join(_NUMBERS)}|\d{{1,2}}) ?- ?day(?: ?- ?long)?,? (?:[\w-]+ ){{0,4}}?(?:visit|trip|tour)\b",
        re.IGNORECASE,
    )


@cache
def _visit_from() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:visit|trip|tour|stay)(?: to (?:the )?[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)?(?: from| between| on|,|:)? $"
    )


def _stand_in(telling: Telling, here: Scene, number: int, made: list[Event]) -> None:
    """Adds the visit of somebody who goes instead of another: "His place in Gaborone will be taken by the junior minister"."""
    off = next((e for e in reversed(telling.events) if e.kind is Kind.VISIT), None)
    if off is None or off.status is not Status.CANCELLED or made or not here.parties:
        return
    if not phrase_pattern("goes_instead").search(here.line.sentence.text):
        return
    gone = [side.figure for side in off.sides if side.figure is not None]
    named = [party for party in here.parties if party.name]
    sides = [s for p in named for s in telling.settled([p], number, subject=False, others=[]) if s.figure]
    others = [side for side in sides if side.figure not in gone and side.country in off.countries]
    if not others or others[0].country == off.host:
        return
    event = Event(
        Kind.VISIT, others[:1], number, "visit", others[0].party.first, Status.PLANNED, lines=[number]
    )
    event.more_countries = list(off.countries)
    clause = here.clause_of(others[0].party.first) or here.clauses[0]
    give_setting(telling, event, here, clause, event.at)
    event.host, event.city, event.place_span = (
        off.host,
        event.city or off.city,
        event.place_span or off.place_span,
    )
    if event.date_span is None:
        event.when, event.date_basis, event.date_span = off.when, off.date_basis, off.date_span
    event.apart = event.timed = True
    made.append(event)


def _calls_here(telling: Telling, here: Scene) -> list[Journey]:
    """Ships that call where the story is ("came alongside in the morning"), and visits paid in return."""
    if here.line.cues.isdisjoint(CUES) and not here.says(_HERE):
        return []
    frame, atoms = telling.frame, here.line.atoms
    for clause in here.clauses:
        for place in clause.atoms:
            returned = "journey" in atoms[place].cues and atoms[place - 1].word == "return" and place > 0
            subject = here.subject_before(clause, place)
            ship = subject is not None and subject[0].role == "ship"
            lies = (
                ship and atoms[place].word == "here" and atoms[place - 1].word in ("is", "are", "was", "were")
            )
            calls = ship and not atoms[place].cues.isdisjoint(_DOCKS)
            if subject is None or not (returned or lies or calls):
                continue
            code, city = (telling.cast.home, "") if returned else (frame.host, frame.city)
            if code:
                return [Journey(clause, place, subject, Where(city, code, "here", place, place + 1, "here"))]
    return []


def _travellers(telling: Telling, here: Scene, number: int, journey: Journey) -> list[Side]:
    """Who travels: people, a delegation or a ship; a country alone does not."""
    ship = telling.frame.ship
    if ship and here.line.atoms[journey.subject[0].first].word == "she":
        party = replace(journey.subject[0], role="ship")
        return [Side(ship, None, party, number)] if here.dates else []
    if _of_no_country(telling, journey.subject[0]):
        return []
    found = telling.settled(journey.subject, number, subject=True, others=[])
    sides = [side for side in found if side.country]
    someone = any(side.figure or side.party.role in ("ship", "delegation") for side in sides)
    return sides if someone else []


def _whose_trip(telling: Telling, here: Scene, number: int, journey: Journey) -> Side | None:
    """The guest of "Mr A met India's minister B during her official visit to America": whoever is not of that country."""
    before = [here.line.word(place) for place in range(max(0, journey.at - _OWNER), journey.at)]
    if {"his", "her"}.isdisjoint(before) or "during" not in before:
        return None
    named = [party for party in here.parties if party.name and party.last < journey.at]
    found = [s for p in reversed(named) for s in telling.settled([p], number, subject=False, others=[])]
    return next((side for side in found if side.country and side.country != journey.where.country), None)


def _of_no_country(telling: Telling, party: Party) -> bool:
    """Whether nobody tells for whom a traveller speaks: "House Speaker Nancy Pelosi's trip" in a report from Siem Reap."""
    figure = telling.cast.find(party.name) if party.name else None
    if figure is None or figure.country or party.countries or figure.rank:
        return False
    return all(office.track == "other" for office in figure.offices)
