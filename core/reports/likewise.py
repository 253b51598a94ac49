"""What one did and another did too: "A met X on Monday, and B is to do so on Friday", "Y of Z did the same"."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind, Status, When
from core.reports.setting import give_setting, town_that_leads
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling

_SO = frozenset({"so", "same", "likewise", "suit", "turn", "as"})  # no line without one tells of "did so"
_WITHIN = 2  # lines
_BEHIND = 40  # characters between a name and "did so"
_INVERTED = 12  # characters between "so did" and a name: " a day later "


def likewise(telling: Telling, here: Scene, number: int, made: list[Event]) -> list[Event]:
    """The talks of whoever a line says did as the one before: one more event for each.

    Empty unless the line, or the one before, tells of talks of two, and names somebody of a third country.
    """
    told = not _SO.isdisjoint(here.line.words.folded)
    match = _did_so().search(here.line.words.text) if told else None
    party = _who(here, match) if match is not None else _left_out(here, made)
    if party is None and made and len(here.places) > 1:
        return _in_other_towns(telling, here, number, made)
    if party is None or not word_set("negations").isdisjoint(here.line.words.folded):
        return []  # "and so did B; they did not meet"
    begin = (
        match.start() if match is not None else here.line.words.ends[here.line.atoms[party.last - 1].last - 1]
    )
    base = _base(telling, here, number, made, begin)
    if base is None:
        return []
    side = next(iter(telling.settled([party], number, subject=True, others=[])), None)
    if side is None:
        return []
    if side.country in base.countries:
        if match is None or not match["inverted"] or side.figure is None or side.figure in base.figures:
            return []
        stays = next((s for s in base.sides if s.country != side.country), None)
    else:
        stays = _who_stays(telling, base)
    if stays is None:
        return []
    at = party.first
    clause = here.clause_of(at) or here.clauses[0]
    near = here.atom_at(begin)
    status = status_of(here, clause, max(at, near)) or base.status
    event = replace(base, sides=[stays, side], line=number, at=at, lines=[number], more_countries=[])
    event.cue, event.status = "likewise", status
    event.date_span = None
    give_setting(telling, event, here, clause, near)
    _own_day(telling, event, here, begin)
    return [event]


def _in_other_towns(telling: Telling, here: Scene, number: int, made: list[Event]) -> list[Event]:
    """The talks of "In Seoul he met A; in Manila, B": one more for each name right behind a town of its own."""
    talks = [e for e in made if e.kind is Kind.BILATERAL and not e.weak and len(e.sides) > 1]
    main = telling.cast.main
    sides = talks[-1].sides if talks else []
    stays = next((s for s in sides if s.figure is main is not None), None)
    stays = stays or next((s for s in sides if s.country != talks[-1].host), None)
    if stays is None or talks[-1].status is not Status.HELD:
        return []
    found: list[Event] = []
    for party in here.parties:
        town = town_that_leads(here, party) if party.name else None
        if town is None or here.line.word(party.last) not in (".", "", ";", ","):
            continue
        side = next(iter(telling.settled([party], number, subject=False, others=[])), None)
        if side is None or side.country == stays.country or any(side.figure in e.figures for e in made):
            continue
        event = replace(talks[-1], sides=[stays, side], at=party.first, lines=[number], more_countries=[])
        event.cue, event.when, event.date_span = "likewise", When(), None
        event.set_place(town)
        event.place_span = here.line.offsets(town.first, town.last)
        found.append(event)
    return found


def _base(telling: Telling, here: Scene, number: int, made: list[Event], begin: int) -> Event | None:
    """The talks of two that were told last before this place."""
    own = [
        e
        for e in made
        if not e.weak and e.line == number and here.line.words.starts[here.line.atoms[e.at].first] < begin
    ]
    told = own or [e for e in telling.events if not e.weak and number - e.line <= _WITHIN]
    talks = [e for e in told if e.kind in (Kind.BILATERAL, Kind.CALL) and len(e.sides) > 1]
    return talks[-1] if talks else None


def _who(here: Scene, match: re.Match[str]) -> Party | None:
    """Who is named right before "did so" or behind "as did"."""
    words = here.line.words
    named = [p for p in here.parties if p.name or (p.offices and p.countries)]
    if match["inverted"]:
        behind = ((words.starts[here.line.atoms[p.first].first] - match.end(), p) for p in named)
        return next((p for gap, p in behind if 0 <= gap <= _INVERTED), None)
    before = [p for p in named if words.ends[here.line.atoms[p.last - 1].last - 1] <= match.start() + 1]
    last = before[-1] if before else None
    if last is None or match.start() - words.ends[here.line.atoms[last.last - 1].last - 1] > _BEHIND:
        return None
    return last


def _left_out(here: Scene, made: list[Event]) -> Party | None:
    """Who ends the line with a day and no verb: "A is to meet X on 20 March, B of Y on 23 March"."""
    party = here.parties[-1] if made and len(here.dates) > 1 and len(here.parties) > 2 else None
    if party is None or not party.name or made[-1].date_span is None:
        return None
    line = here.line
    end, last = line.words.ends[line.atoms[party.last - 1].last - 1], here.dates[-1]
    before = here.dates[-2]
    between = line.words.text[before.end : line.words.starts[line.atoms[party.first].first]]
    if between.strip() not in (",", ";", "and", ", and", ", then", "; then"):
        return None
    behind = line.words.text[end : last.start].strip(" ,")
    return (
        party
        if last.start >= end
        and behind in ("", "on", "in", "from")
        and not line.words.text[last.end :].strip(" .")
        else None
    )


def _who_stays(telling: Telling, base: Event) -> Side | None:
    """The side of the main actor, or of the place where the talks were: the other one is replaced."""
    main = telling.cast.main
    of_main = [s for s in base.sides if main is not None and s.figure is main]
    of_home = [s for s in base.sides if s.country in (base.host, telling.cast.home)]
    abroad = base.place_told and of_main and base.host != of_main[0].country
    host = [s for s in base.sides if s.country == base.host] if abroad else []
    return next(
        iter(host or of_main or of_home), None
    )  # whoever was the guest of a host abroad, the host stays


def _own_day(telling: Telling, event: Event, here: Scene, begin: int) -> None:
    """Gives it the day told behind "did so"."""
    behind = next((m for m in here.dates if m.start >= begin), None)
    if behind is None:
        return
    when = telling.resolve(behind, future=event.status is Status.PLANNED)
    if when is not None:
        event.when, event.date_span = (
            when,
            (here.line.sentence.start + behind.start, here.line.sentence.start + behind.end),
        )


@cache
def _did_so() -> re.Pattern[str]:
    """Finds "did so", "is to do so", "does the same", "will follow suit", "gets his turn", "as did", "so did"."""
    verb = r"(?:(?:did|does|do|doing|done) (?:so|the same|likewise)|(?:followed|follows|follow) suit|(?:gets|got|get|has|had) (?:his|her|their) turn)"
    helped = r"(?:(?:is|are) (?:due |set |expected |scheduled )?to |will |would |had |has )?"
    return re.compile(
        rf"(?<=\s){helped}{verb}\b|(?P<inverted>(?:\bas|\b[Ss]o) (?:did|does|do|will|had|has|was|were|is))\b"
    )
