"""What the next sentence may leave out: the day, the place, and who is spoken of."""

import re
from datetime import timedelta
from functools import cache

from core.documents.published import WEATHER
from core.lexicon.words import word_set
from core.mentions.dates import Bound, DateKind, DateMention, basis
from core.mentions.party import Party
from core.mentions.places import Where
from core.model import BlockKind, DateBasis, Kind, Precision, Status, When
from core.reports.cast import Figure
from core.reports.entries import looks_back
from core.reports.settle import before_that, days_away, only_discussed
from core.reports.sides import chief
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling

RECENT = timedelta(days=30)
_ASIDES = frozenset({"which", "who", "whose", "after", "before", "since", "as", "because"})
"""what opens clauses whose places and days are not the story's"""
_COUNTED = (DateKind.DAYS_ON, DateKind.NTH_DAY)  # from a day told before, which stays the one to count from
_JUST_OVER = timedelta(days=2)
_SAME_STAY = timedelta(days=10)
_LINES_ON = 3
_NEXT = 5  # characters: " in "
SHORT_LINE = 8  # words: "Sept 22. Rabat."
_GOES = 4  # atoms between somebody and the town where he went


def begin_line(telling: Telling, here: Scene) -> None:
    """Forgets at the head of a new paragraph what held only in the last one."""
    frame, block = telling.frame, here.line.sentence.block
    if block != frame.block:
        frame.paragraph = frame.said = None
        frame.subject = telling.cast.main or frame.subject
        if telling.review:
            frame.city = frame.host = ""
            frame.place_span = frame.when = frame.anchor = frame.trip = frame.there = None
    frame.block = block


def carry_setting(telling: Telling, here: Scene, number: int) -> None:
    """Keeps a date or a place at the head of a paragraph: "Sept 22. Rabat.", "In Paris on Wednesday"."""
    _carry_date(telling, here, number)
    if number and WEATHER.fullmatch(telling.scenes[number - 1].line.sentence.text.strip()):
        return  # "14 C | Agartala": the reader's town, not the story's
    frame, words = telling.frame, len(here.line.words)
    if _two_towns(here):
        return
    for where in here.places:
        if not where.country or (where.word == "country" and frame.host and words > SHORT_LINE):
            continue
        short = words <= SHORT_LINE and where.word == "city" and where.how in ("at", "name")
        near = (
            telling.review
            or number < 3
            or where.first <= 2
            or words <= 14
            or _went_there(telling, here, where)
        )
        clause = here.clause_of(where.first)
        if clause is not None and clause.opener in _ASIDES:
            continue  # "which sends battalions to the ranges around Nanyuki"
        if clause is not None and only_discussed(here, clause, where):
            continue
        if days_away(here.line, where) or before_that(here.line, where):
            continue
        if _of_a_former_time(telling, here, where):
            continue  # "since the fourth round in Manila in 2019"
        if looks_back(here):
            continue  # "had been his guest in Canberra two weeks before"
        if short or (where.how == "at" and near):
            frame.city, frame.host, frame.there = where.city, where.country, where
            frame.place_span, frame.placed = here.line.offsets(where.first, where.last), None
            break


def _two_towns(here: Scene) -> bool:
    """Whether a headline tells of two towns, and so gives neither to the story: "Minister in Nuuk, colleague in Oslo"."""
    if here.line.sentence.kind is not BlockKind.TITLE:
        return False
    return len({w.city for w in here.places if w.how == "at" and w.city}) > 1


def _of_a_former_time(telling: Telling, here: Scene, where: Where) -> bool:
    """Whether a month or a year that is over stands behind a place."""
    line = here.line
    end = line.words.ends[line.atoms[where.last - 1].last - 1]
    behind = next((m for m in here.dates if 0 < m.start - end <= _NEXT), None)
    when = telling.resolve(behind) if behind is not None else None
    if when is None or when.end is None or telling.published is None or when.precision is Precision.DAY:
        return False
    return when.end < telling.published - RECENT


def _went_there(telling: Telling, here: Scene, where: Where) -> bool:
    """Whether the line begins with whom the story is about, and then tells where: "Austin turned up in Baghdad"."""
    first = here.parties[0] if here.parties else None
    if first is None or where.word != "city" or not 0 < where.first - first.last <= _GOES:
        return False
    return first.role == "pronoun" or telling.cast.find(first.name) is telling.cast.main is not None


def _carry_date(telling: Telling, here: Scene, number: int) -> None:
    first = here.dates[0] if here.dates else None
    short = len(here.line.words) <= SHORT_LINE
    if first is None or first.bound is not Bound.AT or first.phrase.kind in _COUNTED:
        return
    if not (number < 3 or first.start < 4 or short):
        return
    when = telling.resolve(first)
    head = short or _heads(here, first)
    if when is None or when.precision is not Precision.DAY or not (head or _recent(telling, when)):
        return
    frame = telling.frame
    if head:
        frame.paragraph = when, basis(first)
    if short or first.start < 4 or (number < 3 and not _future(here)):
        frame.when, frame.basis, frame.anchor = when, basis(first), when
        if frame.paragraph is not None and first.start < 4 and _main_clause(here, first):
            frame.paragraph = when, basis(first)  # "From Monday to Wednesday he was in X. On Thursday ..."


def _heads(here: Scene, first: DateMention) -> bool:
    """Whether a date heads its paragraph: "27.11.2023 - Before the trilateral, ..."."""
    behind = here.line.words.text[first.end : first.end + 3].strip()
    return first.start < 4 and behind[:1] in ("-", "\u2013", "\u2014", ":", ".")


def _main_clause(here: Scene, mention: DateMention) -> bool:
    """Whether a day stands in the main clause of its line."""
    clause = here.clause_of(here.atom_at(mention.start))
    return clause is not None and not clause.aside and not _future(here)


def _future(here: Scene) -> bool:
    if {"will", "to"}.isdisjoint(here.line.words.folded):
        return False
    return any(
        atom.word in ("will", "will be") or atom.word.startswith("is to") or atom.word in word_set("is_to")
        for atom in here.line.atoms
    )


def move_on(
    telling: Telling, here: Scene, number: int, made: list[Event], subject: list[Party] | None
) -> None:
    """Keeps what the line told for the next one, and gives its events what they left out."""
    _carry_people(telling, here, number, made, subject)
    _carry_anchor(telling, here)
    _carry_events(telling, made)
    _carry_plan(telling, here, number, made)
    off = "cancel" in here.line.cues and any(event.status is Status.CANCELLED for event in made)
    for where in here.places if not off else ():
        a_state = where.how == "name" and here.line.sort(where.first) == "G"  # "Seoul and Tokyo have agreed"
        if where.country and where.word != "country" and where.how != "about" and not a_state:
            telling.frame.there = where
    for event in made:
        inherit(telling, event)
    frame = telling.frame
    held = [event for event in made if _is_story(event) and event.kind is Kind.BILATERAL]
    if frame.when is None and held and held[0].when.precision is Precision.DAY:
        frame.when, frame.basis = held[0].when, held[0].date_basis


def _is_story(event: Event) -> bool:
    """Whether the event was held and is what the story is about, not its background."""
    return event.status is Status.HELD and not event.weak and not event.background


def _carry_people(
    telling: Telling, here: Scene, number: int, made: list[Event], subject: list[Party] | None
) -> None:
    """Who "he", "the ship" and "both sides" are from here on."""
    frame = telling.frame
    if subject:
        sides = telling.settled(subject[:1], number, subject=True, others=[])
        if sides and sides[0].figure is not None:
            frame.subject = sides[0].figure
        elif sides and chief(subject[0]):
            frame.subject = Figure("", set(), sides[0].country, list(subject[0].offices))
    frame.ship = next((party.country for party in here.parties if party.role == "ship"), frame.ship)
    named = [f for p in here.parties if p.name and (f := telling.cast.find(p.name)) is not None]
    away = list({f.country: f for f in named if f.country and f.country != telling.cast.home}.values())
    frame.group = away if len(away) > 1 else frame.group
    for party in here.parties:
        figure = telling.cast.find(party.name) if party.name else None
        if figure is not None and figure.country:
            frame.recent = [*[f for f in frame.recent if f is not figure][-5:], figure]
    for event in made:
        if len(event.sides) > 1 and len(event.countries) > 1:
            frame.sides = event.sides
            others = (side.figure for side in event.sides if side.figure is not frame.subject)
            frame.other = next((figure for figure in others if figure is not None), None)


def _carry_anchor(telling: Telling, here: Scene) -> None:
    """Keeps a past day told in the main clause: "the next day" counts from it, and it holds in the paragraph."""
    dated = telling.frame.when is not None and telling.published is not None
    if not here.dates or _future(here) or (dated and "travel" not in here.line.cues):
        return
    for mention in here.dates:
        clause = here.clause_of(here.atom_at(mention.start))
        if mention.bound is not Bound.AT or (clause is not None and clause.aside):
            continue
        when = telling.resolve(mention)
        if when is None or when.precision is not Precision.DAY or not _recent(telling, when):
            continue
        if telling.published is None or when.start is None or when.start <= telling.published:
            telling.frame.anchor = when
            telling.frame.paragraph = when, basis(mention)
            return


def _carry_plan(telling: Telling, here: Scene, number: int, made: list[Event]) -> None:
    """Keeps the day and town of a plan without partners: "is to meet the leadership in Tashkent today. He will call on X"."""
    block = here.line.sentence.block
    frame = telling.frame
    if frame.plan is not None and telling.scenes[frame.plan[0]].line.sentence.block != block:
        frame.plan = None
    if made:
        return
    told = "future" in here.line.cues and not here.line.cues.isdisjoint(("meet", "talk"))
    town = next((w for w in here.places if w.how == "at" and w.city and w.country), None)
    day = next((m for m in here.dates if m.bound is Bound.AT), None)
    when = telling.resolve(day, future=True) if day is not None else None
    if town is None or day is None or when is None or when.precision is not Precision.DAY:
        return
    if told or (
        basis(day) is DateBasis.EXPLICIT and _ahead(telling, when)
    ):  # "has three appointments there on 2 May"
        frame.plan = (number, when, basis(day), town)


def _ahead(telling: Telling, when: When) -> bool:
    """Whether a day lies behind that of publication."""
    return telling.published is not None and when.start is not None and when.start > telling.published


def _on_the_plan(telling: Telling, event: Event) -> bool:
    """Gives planned talks the day and the town of the plan told just before."""
    if telling.frame.plan is None:
        return False
    number, when, told, town = telling.frame.plan
    if not 0 < event.line - number <= _LINES_ON - 1:
        return False
    event.when, event.date_basis = when, told
    if not event.place_told:
        event.set_place(town)
        event.place_span = telling.scenes[number].line.offsets(town.first, town.last)
    return True


def carry_day(telling: Telling, here: Scene) -> None:
    """Keeps the one day that the line names: "reviewed the fleet on Wednesday. The show that opened the same evening"."""
    days = [m for m in here.dates if m.bound is Bound.AT and m.phrase.kind is not DateKind.DAYS_ON]
    when = telling.resolve(days[0], future=_future(here)) if len(days) == 1 else None
    if when is not None and when.precision is Precision.DAY and when.start == when.end:
        telling.frame.said = when


def _carry_events(telling: Telling, made: list[Event]) -> None:
    """Keeps the day and the place of the events that the line told."""
    frame = telling.frame
    told = [e for e in made if e.date_span and e.when.precision is Precision.DAY and not e.background]
    told = [e for e in told if e.status is Status.HELD] or ([] if frame.anchor else told)
    if told:
        frame.anchor = told[-1].when
        talks = [e for e in told if e.kind is not Kind.VISIT]
        if talks and talks[-1].status is Status.HELD and not _looks_back(telling, talks[-1].when):
            frame.when, frame.basis = talks[-1].when, talks[-1].date_basis
    placed = [e for e in made if e.place_told and e.host and not (e.weak or e.background)]
    placed = [e for e in placed if e.status is Status.HELD or (e.status is Status.PLANNED and not frame.host)]
    if placed:
        frame.city, frame.host, frame.place_span = placed[-1].city, placed[-1].host, placed[-1].place_span
        frame.placed = placed[-1].when if placed[-1].date_span else None


def _looks_back(telling: Telling, when: When) -> bool:
    """Whether a day lies days before the one that the story is about: "on November 10 they had hosted"."""
    main = telling.frame.when
    if main is None or main.start is None or when.start is None or telling.published is None:
        return False
    return when.start < main.start - timedelta(days=3)


def _recent(telling: Telling, when: When) -> bool:
    if telling.published is None or telling.review:
        return True
    return when.start is not None and abs(telling.published - when.start) < RECENT


def inherit(telling: Telling, event: Event) -> None:
    """Gives an event the date and the place that its sentence leaves out."""
    frame = telling.frame
    dateless = event.when.precision is Precision.NONE
    if dateless and event.status is Status.HELD and _on_a_former_trip(telling, event):
        return
    if dateless and event.status is Status.HELD and not event.weak and _on_the_trip_told(telling, event):
        return
    if dateless and not event.background and event.status is Status.HELD:
        _inherit_date(telling, event)
    if dateless and event.status is Status.PLANNED and not event.timed and _on_the_plan(telling, event):
        return
    if event.status is Status.PLANNED and frame.trip is not None:
        _on_the_trip(telling, event, frame.trip)
    later = event.apart and event.status is Status.PLANNED  # "the next session scheduled for": not said where
    gathers = event.kind in (Kind.BILATERAL, Kind.MULTILATERAL) and not event.online
    if event.status is Status.CANCELLED and gathers and not event.host:
        _where_it_was_to_be(telling, event)
    if not event.host and gathers and not event.background and not later and not _elsewhere(telling, event):
        if code := _received_by(telling, event):
            event.host = code
        elif not _long_after(telling, event):
            event.city, event.host, event.place_span = frame.city, frame.host, frame.place_span
            event.by_dateline = bool(event.host) and frame.place_span is None and frame.there is None
        if not event.host and telling.dateline is not None and not telling.review:
            event.city, event.host = telling.dateline.city, telling.dateline.country
            event.by_dateline = True
        if not event.host and (code := _receiver(telling, event)):
            event.host = code
            frame.city, frame.host, frame.place_span = "", code, None


def _long_after(telling: Telling, event: Event) -> bool:
    """Whether an event, by the day that its own line tells, was long before or after what was told to be at the frame's place."""
    there, then = telling.frame.placed, event.when
    if there is None or event.date_span is None or then.start is None or then.end is None:
        return False
    if there.start is None or there.end is None:
        return False
    return then.start - there.end > _SAME_STAY or there.start - then.end > _SAME_STAY


def _where_it_was_to_be(telling: Telling, event: Event) -> None:
    """Gives talks that were called off the place of the journey that was to lead to them: "was to fly to Moscow for"."""
    here = telling.scenes[event.line]
    for where in here.places:
        if where.how == "to" and where.country in event.countries:
            event.city, event.host = where.city, where.country
            event.place_span = here.line.offsets(where.first, where.last)
            return


def _receiver(telling: Telling, event: Event) -> str:
    """The country of the head of state or government who received a soldier or a minister from abroad; "" if nobody did.

    Leaders receive at home; ministers do so at forums too.
    """
    host, guest = _host_and_guest(telling, event)
    if host is None or guest is None or host.figure is None or guest.figure is None:
        return ""
    return host.country if host.figure.track == "leaders" and guest.figure.track == "defence" else ""


def _received_by(telling: Telling, event: Event) -> str:
    """The country of a minister who received one from abroad, where the story's place is of neither of them; "" else."""
    if telling.frame.host in ("", *event.countries) or event.place_told or event.cue != "received":
        return ""
    if telling.last_gathering is not None or any(m.kind == "forum" for s in telling.scenes for m in s.forums):
        return ""  # at a forum in a third country
    there = telling.frame.host
    if not any(e.host == there and e.place_told and there in e.countries for e in telling.events):
        return ""  # nobody of that country was met there: it may be a forum's
    host, guest = _host_and_guest(telling, event)
    return host.country if host is not None and guest is not None else ""


def _host_and_guest(telling: Telling, event: Event) -> tuple[Side | None, Side | None]:
    """Who received and who was received, in talks that are told so."""
    if event.cue not in ("received", "called on") or len(event.sides) != 2 or event.forum:
        return None, None
    here = telling.scenes[event.line].line.atoms[event.at]
    before = telling.scenes[event.line].line.word(event.at - 1)
    passive = (
        event.cue == "called on"
        or here.word.startswith(("was ", "were ", "is ", "been ", "had an"))
        or before in ("was", "were", "being", "been")
    )
    host, guest = reversed(event.sides) if passive else event.sides
    return host, guest


def _on_a_former_trip(telling: Telling, event: Event) -> bool:
    """Gives talks "during his visit" the days and the place of a visit told as background just before."""
    line = telling.scenes[event.line].line
    if not _during_visit().match(line.sentence.text) or not telling.events:
        return False
    trip = telling.events[-1]
    there = {id(figure) for figure in trip.figures} & {id(figure) for figure in event.figures}
    if trip.kind is not Kind.VISIT or not trip.background or not there or event.line - trip.line > 2:
        return False
    event.when, event.date_basis, event.background = trip.when, trip.date_basis, True
    if not event.place_told:
        event.city, event.host, event.place_span = trip.city, trip.host, trip.place_span
    return True


def _elsewhere(telling: Telling, event: Event) -> bool:
    """Whether talks of other people, told as a side note, need not have been where the story is: "Meanwhile, ..."."""
    text = telling.scenes[event.line].line.sentence.text
    if not text.startswith(("Meanwhile", "Separately", "In other news", "Elsewhere")) or event.forum:
        return False
    main = telling.cast.main
    return telling.frame.host not in event.countries and all(figure is not main for figure in event.figures)


def _on_the_trip_told(telling: Telling, event: Event) -> bool:
    """Gives talks the days and the place of a past trip told before in their paragraph: "visited X from 8 to 10 May. He met"."""
    block = telling.scenes[event.line].line.sentence.block
    trip = next((e for e in reversed(telling.events) if e.kind is Kind.VISIT and e.line < event.line), None)
    if trip is None or telling.scenes[trip.line].line.sentence.block != block or not trip.date_span:
        return False
    if trip.when.precision is not Precision.DAY or event.line - trip.line > _LINES_ON:
        return False
    over = telling.published is not None and trip.when.end is not None
    if not over or trip.when.end >= telling.published - _JUST_OVER or trip.status is not Status.HELD:  # type: ignore[operator]
        return False
    if trip.countries != event.countries or not _shares(event, trip):
        return False
    event.when, event.date_basis, event.background = trip.when, trip.date_basis, trip.background
    if not event.place_told:
        event.city, event.host, event.place_span = trip.city, trip.host, trip.place_span
    return True


@cache
def _during_visit() -> re.Pattern[str]:
    return re.compile(r"(?:During|On) (?:his|her|their|that|the|this) (?:\w+ )?(?:visit|trip|tour|stay)\b")


def _inherit_date(telling: Telling, event: Event) -> None:
    """Gives what was held the day of the paragraph, of the story, or of the publication."""
    frame = telling.frame
    if frame.paragraph is not None and event.kind is not Kind.MULTILATERAL:
        event.when, event.date_basis = frame.paragraph
    elif frame.when is not None and frame.when.precision is Precision.DAY and _recent(telling, frame.when):
        event.when, event.date_basis = frame.when, frame.basis
    elif telling.published is not None and not telling.review:
        event.when, event.date_basis = When.on(telling.published), DateBasis.HEADER


def _on_the_trip(telling: Telling, event: Event, trip: Event) -> None:
    """Gives what is planned for a trip its place, and the days of a trip that lies ahead."""
    ahead = trip.status is Status.PLANNED and event.when.precision is Precision.NONE
    if ahead:
        event.when, event.date_basis = trip.when, trip.date_basis
    coming = trip.status is Status.PLANNED and trip.host in event.countries and _shares(event, trip)
    if not event.host and (ahead or coming or (trip.status is Status.HELD and _going_on(telling, trip))):
        event.city, event.host, event.place_told = trip.city, trip.host, True


def _shares(event: Event, trip: Event) -> bool:
    """Whether one of those who travel takes part."""
    return bool({id(figure) for figure in event.figures} & {id(figure) for figure in trip.figures})


def _going_on(telling: Telling, trip: Event) -> bool:
    """Whether a trip was under way when the document was written."""
    if telling.published is None or trip.when.end is None:
        return False
    return trip.when.end >= telling.published - timedelta(days=1)
