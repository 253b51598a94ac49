"""What the next sentence may leave out: the day, the place, and who is spoken of."""

from datetime import timedelta

from core.documents.published import WEATHER
from core.lexicon.words import word_set
from core.mentions.dates import Bound, DateKind, DateMention, basis
from core.mentions.party import Party
from core.mentions.where import Where
from core.model import BlockKind, DateBasis, Kind, Precision, Status, When
from core.reports.cast import Figure
from core.reports.entries import looks_back
from core.reports.inherited import inherit
from core.reports.setting import leads_one_more, recent
from core.reports.sides import chief
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.where_told import a_topic, before_that, days_away, on_the_list, only_discussed

_ASIDES = frozenset({"which", "who", "whose", "after", "before", "since", "as", "because"})
"""what opens clauses whose places and days are not the story's"""
_COUNTED = (DateKind.DAYS_ON, DateKind.NTH_DAY)  # from a day told before, which stays the one to count from
_MONTH_OVER = timedelta(days=7)  # behind the end of a month in which somebody was elsewhere
_NEXT = 5  # characters: " in "
SHORT_LINE = 8  # words: "Sept 22. Rabat."
_APPOSED = frozenset({"the", "a", "an", "his", "her", "its", "which", "who", "whose", "where"})
_GOES = 4  # atoms between somebody and the town where he went


def begin_line(telling: Telling, here: Scene) -> None:
    """Forgets at the head of a new paragraph what held only in the last one."""
    frame, block = telling.frame, here.line.sentence.block
    if block != frame.block:
        frame.paragraph = frame.dated if block == frame.block + 1 else None
        frame.dated = frame.said = None
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
        if short and where.how == "name" and a_topic(here, where):
            continue
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
        if on_the_list(here.line, where.first, where.last):
            continue
        if _of_another_time(telling, here, where):
            continue  # "since the fourth round in Manila in 2019"
        if leads_one_more(here, where):
            continue
        if looks_back(here):
            continue  # "had been his guest in Canberra two weeks before"
        if short or _day_for_town(here, where) or (where.how == "at" and near):
            frame.city, frame.host, frame.there = where.city, where.country, where
            frame.place_span, frame.placed = here.line.offsets(where.first, where.last), None
            break


def _day_for_town(here: Scene, where: Where) -> bool:
    """Whether a short line gives a day to a town: "Thursday was for Bangkok", "Monday belonged to Hanoi"."""
    if where.how != "to" or where.word != "city" or len(here.line.words) > SHORT_LINE or not here.dates:
        return False
    return here.dates[0].start == 0 and not here.parties


def _two_towns(here: Scene) -> bool:
    """Whether a headline tells of two towns, and so gives neither to the story: "Minister in Nuuk, colleague in Oslo"."""
    if here.line.sentence.kind is not BlockKind.TITLE:
        return False
    return len({w.city for w in here.places if w.how == "at" and w.city}) > 1


def _of_another_time(telling: Telling, here: Scene, where: Where) -> bool:
    """Whether a month or a year that is over stands behind a place, or one to come where the story tells what was held."""
    line = here.line
    end = line.words.ends[line.atoms[where.last - 1].last - 1]
    behind = next((m for m in here.dates if 0 < m.start - end <= _NEXT), None)
    when = telling.resolve(behind) if behind is not None else None
    if when is None or when.end is None or telling.published is None or when.precision is Precision.DAY:
        return False
    if when.end < telling.published - _MONTH_OVER:
        return True
    held = any(event.status is Status.HELD and not event.weak for event in telling.events)
    held = held or here.line.cues.isdisjoint(("travel", "journey"))
    return held and when.start is not None and when.start > telling.published


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
    when = telling.resolve(first, future=_future(here))
    if number < 3 and short and when is not None and first.phrase.kind is DateKind.MONTH:
        telling.frame.anchor = (
            telling.frame.anchor or when
        )  # "Monthly round-up, October 2024. On the 3rd ..."
    if when is not None and when.precision is Precision.DAY and _only_a_date(here, first):
        telling.frame.dated = when, basis(first)
    head = short or _heads(here, first)
    if when is None or when.precision is not Precision.DAY or not (head or recent(telling, when)):
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


def _only_a_date(here: Scene, mention: DateMention) -> bool:
    """Whether a line is nothing but a date: it holds for the paragraph below it."""
    text = here.line.words.text
    return not (text[: mention.start] + text[mention.end :]).strip(" .,:-|\u2013\u2014")


def _main_clause(here: Scene, mention: DateMention) -> bool:
    """Whether a day stands in the main clause of its line."""
    clause = here.clause_of(here.atom_at(mention.start))
    return clause is not None and not clause.aside and not _future(here)


def _future(here: Scene) -> bool:
    if {"will", "to"}.isdisjoint(here.line.words.folded):
        return False
    return any(
        atom.word == "will"
        or atom.word.startswith("will ")
        or ("future" in atom.cues and atom.word.endswith(" to"))
        or atom.word.startswith("is to")
        or atom.word in word_set("is_to")
        for atom in here.line.atoms
    )


def move_on(
    telling: Telling, here: Scene, number: int, made: list[Event], subject: list[Party] | None
) -> None:
    """Keeps what the line told for the next one, and gives its events what they left out."""
    _carry_people(telling, here, number, made, subject)
    _carry_anchor(telling, here, made)
    if any(leads_one_more(here, where) for where in here.places):
        _stay_there(telling, made)
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


def _stay_there(telling: Telling, made: list[Event]) -> None:
    """Gives talks without a place that of the story so far, before a town that is only the next partner's becomes it."""
    frame = telling.frame
    for event in made:
        if (
            event.kind is Kind.BILATERAL
            and not event.place_told
            and not event.host
            and frame.placed is not None
        ):
            event.city, event.host, event.place_span = frame.city, frame.host, frame.place_span


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
        elif sides and (chief(subject[0]) or _minister_alone(subject[0])):
            frame.subject = Figure("", set(), sides[0].country, list(subject[0].offices))
    if any(event.cue == "in turn" and telling.cast.main in event.figures for event in made):
        frame.subject = telling.cast.main  # of whom all these talks are told
    ships = (p.country for p in here.parties if p.role == "ship" and p.country not in ("", frame.host))
    frame.ship = next(ships, frame.ship)  # the guest: no ship of the host's that sails with it
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


def _of_main(telling: Telling, here: Scene) -> bool:
    """Whether a line begins with whom the story is about: "Esper landed on Monday", "the Indian minister's first day"."""
    first = here.parties[0] if here.parties else None
    main = telling.cast.main
    if first is None or main is None or first.first > _GOES + 1:
        return False
    if first.role == "pronoun":  # "The following day took him to Algiers"
        return len(here.parties) == 1 and telling.frame.subject is main
    if first.name:
        return telling.cast.find(first.name) is main
    known = {main.country, telling.frame.subject.country if telling.frame.subject is not None else ""}
    spoken_of = bool(first.offices) or first.role in ("official", "guest")
    return spoken_of and len(first.countries) == 1 and first.countries[0] in known


def _minister_alone(party: Party) -> bool:
    """Whether a minister is told of by an office that only one country has: "Raksha Mantri"."""
    told = any(o.track == "defence" and o.level == "minister" for o in party.offices)
    return told and bool(party.countries) and not (party.name or party.plural)


def _in_apposition(before: str) -> bool:
    """Whether words right before a day, since the last comma, only tell what something is: ", a frigate commissioned on"."""
    _, comma, words = before.rstrip(" ,").rpartition(",")
    return bool(comma) and not _APPOSED.isdisjoint(words.split()[:1])


def _carry_anchor(telling: Telling, here: Scene, made: list[Event]) -> None:
    """Keeps a past day told in the main clause: "the next day" counts from it, and it holds in the paragraph."""
    dated = telling.frame.when is not None and telling.published is not None
    if not here.dates or _future(here):
        return
    loose = dated and "travel" not in here.line.cues
    if loose and (any(e.kind is not Kind.VISIT for e in made) or not _of_main(telling, here)):
        return
    for mention in here.dates:
        clause = here.clause_of(here.atom_at(mention.start))
        if mention.bound is not Bound.AT or (clause is not None and clause.aside):
            continue
        if loose and _in_apposition(here.line.words.text[: mention.start]):
            continue  # "congratulated him on the frigate, the one commissioned on Monday"
        when = telling.resolve(mention)
        if when is None or when.precision is not Precision.DAY or not recent(telling, when):
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
    ahead = not frame.host and not any(
        map(_is_story, telling.events)
    )  # else the next round's town, not the story's
    placed = [e for e in placed if e.status is Status.HELD or (e.status is Status.PLANNED and ahead)]
    if placed:
        frame.city, frame.host, frame.place_span = placed[-1].city, placed[-1].host, placed[-1].place_span
        frame.placed = placed[-1].when if placed[-1].date_span else None


def _looks_back(telling: Telling, when: When) -> bool:
    """Whether a day lies days before the one that the story is about: "on November 10 they had hosted"."""
    main = telling.frame.when
    if main is None or main.start is None or when.start is None or telling.published is None:
        return False
    return when.start < main.start - timedelta(days=3)
