"""Lines that add to what another line began: announced lists, pairs, "it was held on"."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.dates import DateKind
from core.mentions.party import Party
from core.model import BlockKind, Kind, Status
from core.reports.draft import Draft
from core.reports.forum_given import give_forum
from core.reports.inherited import inherit
from core.reports.setting import give_date, give_setting
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.venues import their_venue

_TWO = 2  # people
_LISTED_IN = (BlockKind.BULLET, BlockKind.HEADING, BlockKind.TITLE)
_BY_WIRE_WITHIN = 2  # lines
_MAY_BE_CALLS = frozenset({"talks", "spoke with", "discussed", "face to face", "in company", "time spent"})
_DASHES = ("-", "\u2013", "\u2014")


def announce(telling: Telling, here: Scene, draft: Draft, left: list[Side], status: Status) -> None:
    """Keeps "met six ministers" in mind: the lines that follow may name them."""
    announced = Event(draft.kind, left, draft.line, draft.cue, draft.at, status, lines=[draft.line])
    give_setting(telling, announced, here, draft.clause, draft.at)
    give_forum(telling, here, announced)
    inherit(telling, announced)
    telling.pending = (announced, left, here.line.sentence.block)


def listed(telling: Telling, here: Scene, number: int) -> list[Event]:
    """One more of those announced before: "They are: (i) Mr X, Defence Minister of Y"."""
    if telling.pending is None:
        return []
    announced, left, block = telling.pending
    sentence = here.line.sentence
    ending = sentence.text.rstrip()[-1:]
    if sentence.block not in (block, block + 1) and sentence.kind is not BlockKind.BULLET and ending != ":":
        telling.pending = None
        return []
    if ending in (":", "?") or (announced.cue == "series" and _something_else(here, announced.host)):
        return []
    if phrase_pattern("also_present").search(here.line.words.text):
        return []  # at the talks told before
    if not (word_set("negations") | {"could", "might"}).isdisjoint(here.line.words.folded):
        return []  # "No separate meeting with Austin this time.", "He could also meet Admiral Dong."
    taken = {side.country for side in left}
    for party in here.parties[:3]:
        if not party.name and party.role != "delegation":
            continue
        own = _country_behind(here, party)
        found = telling.settled([own], number, subject=False, others=left)
        sides = [side for side in found if side.country not in taken]
        ours = any(side.figure is telling.cast.main for side in left)
        if sides and (sides[0].figure is not telling.cast.main or not ours):
            lines = [announced.line, number]
            event = replace(announced, sides=[*left, *sides], line=number, at=party.first, lines=lines)
            more = _on_one_list(telling, here, number, party, [*left, *sides])
            if announced.cue == "series":
                more = more or _each_in_turn(telling, here, number, party, [*left, *sides])
            if here.dates and sentence.kind is BlockKind.BULLET:
                give_setting(
                    telling, event, here, here.clause_of(party.first) or here.clauses[0], party.first
                )
            return [event, *(replace(event, sides=[*left, s], at=s.party.first) for s in more)]
    return []


def _on_one_list(telling: Telling, here: Scene, number: int, first: Party, met: list[Side]) -> list[Side]:
    """The others of further countries who stand on one list with somebody: "They were A of X, B of Y and C of Z"."""
    group = next((g for clause in here.clauses for g in clause.groups if first in g), [])
    parted = [p for p in here.parties if _behind_semicolon(here, p)]
    taken = {side.country for side in met}
    out: list[Side] = []
    for party in [*group, *(p for p in parted if p not in group)]:
        if party is first or not party.name or not party.countries:
            continue
        for side in telling.settled([party], number, subject=False, others=met):
            if side.country not in taken:
                taken.add(side.country)
                out.append(side)
    return out


def _behind_semicolon(here: Scene, party: Party) -> bool:
    """Whether a party begins an item of a list such as "A of X, B's chief; Y's C; and D of Z"."""
    before = party.first - 1
    before -= here.line.word(before) in ("the", "a")
    before -= here.line.word(before) == "and"
    return here.line.word(before) == ";"


def _each_in_turn(telling: Telling, here: Scene, number: int, first: Party, met: list[Side]) -> list[Side]:
    """The others of whom a line tells one after the other: "A wanted training, B asked for boats and C spoke of mines"."""
    if first is not here.parties[0]:
        return []
    taken = {side.country for side in met}
    out: list[Side] = []
    for party in here.parties:
        opens = (
            party.name and party.countries and here.line.word(party.first - 1) in (",", "and", ";", "while")
        )
        verb = here.line.sort(party.last) in ("w", "K") and here.line.word(party.last) not in ("and", "of")
        for side in telling.settled([party], number, subject=False, others=met) if opens and verb else []:
            if side.country not in taken:
                taken.add(side.country)
                out.append(side)
    return out


def _something_else(here: Scene, host: str) -> bool:
    """Whether a line tells of no talks of who is named in it: "wrote", "was the first to sign the book"."""
    if here.says(word_set("no_encounter")):
        return True
    if any(where.how == "at" and where.country not in ("", host) for where in here.places):
        return True  # "In Canberra Mr X presented the budget"
    match = _first_to().search(here.line.words.text)
    return match is not None and match[1] not in word_set("first_to_come")


@cache
def _first_to() -> re.Pattern[str]:
    return re.compile(r"\bfirst (?:\w+ )?to (\w+)")


def where_announced(telling: Telling, here: Scene, made: list[Event]) -> None:
    """Gives the talks of an entry, told by a verb of their own, the place and forum of those that were announced."""
    if telling.pending is None or here.line.sentence.kind is not BlockKind.BULLET:
        return
    announced = telling.pending[0]
    for event in made:
        alike = event.kind is announced.kind and event.status is announced.status
        if alike and event.date_span is None and not (event.place_told or event.forum):
            event.host, event.city, event.place_span = announced.host, announced.city, announced.place_span
            event.forum, event.edition = announced.forum, announced.edition
            event.forum_span = announced.forum_span


def _country_behind(here: Scene, party: Party) -> Party:
    """The person of an entry with the country named behind: "Commodore X, Commander, Mauritius National Coast Guard"."""
    figure_told = party.countries or not party.name
    codes = {p.country for p in here.parties if p is not party and not p.name and p.first > party.first} - {
        ""
    }
    return party if figure_told or len(codes) != 1 else replace(party, countries=(codes.pop(),))


def pairs(telling: Telling, here: Scene, number: int) -> list[Event]:
    """The talks of a list such as "28 April: Rajnath Singh - Sergei Shoygu": two people and a dash between them."""
    out: list[Event] = []
    line = here.line
    if line.sentence.kind not in _LISTED_IN:
        return out
    for left, right in zip(here.parties, here.parties[1:], strict=False):
        between = line.atoms[left.last : right.first]
        if len(between) != 1 or between[0].word not in _DASHES or not (left.name and right.name):
            continue
        sides = telling.settled([left], number, subject=True, others=[])
        sides += telling.settled([right], number, subject=False, others=sides)
        if len({side.country for side in sides}) == 2:
            event = Event(Kind.BILATERAL, sides, number, "pair", left.last, lines=[number])
            give_setting(telling, event, here, here.clause_of(left.first) or here.clauses[0], left.first)
            out.append(event)
    return out


def about_last(telling: Telling, here: Scene, number: int) -> None:
    """Gives what was told just before its day, place and forum: "It was held on 12 July 2024."."""
    _on_that_occasion(telling, here, number)
    _during_their_talks(telling, here, number)
    their_venue(telling, here, number)
    told = _it_was().match(here.line.sentence.text)
    if told is None:
        return
    talks = {Kind.BILATERAL, Kind.CALL, Kind.MULTILATERAL} if _talks().match(told.group()) else set(Kind)
    last = next((event for event in reversed(telling.events) if not event.weak and event.kind in talks), None)
    if last is None or number - last.line > 3:
        return
    if here.line.sentence.block - telling.scenes[last.line].line.sentence.block > 1:
        return
    if not here.parties and here.forums and here.says(word_set("sidelines")):
        for event in telling.events:  # "The bilateral meetings took place on the sidelines of ADMM-Plus."
            alike = event.kind is Kind.BILATERAL and event.status is last.status
            if alike and not event.forum and not event.background:
                give_forum(telling, here, event)
    years = [m for m in here.dates if m.phrase.kind is DateKind.YEAR]
    if years and last.date_span is not None:
        return  # "It began in Hanoi in 2010": the forum, not these talks
    if told["day"] is not None and not any(0 <= m.start - told.end() <= 1 for m in here.dates):
        return
    if last.date_span is None and here.dates:
        give_date(telling, last, here, here.dates[0])
    where = here.places[0] if here.places else None
    if where is None or not where.country or where.how == "about":
        return
    if not last.place_told and last.kind is not Kind.CALL:
        last.set_place(where)
        last.place_span = here.line.offsets(where.first, where.last)


def _during_their_talks(telling: Telling, here: Scene, number: int) -> None:
    """Makes sure of what one told the other, where the next line says when: "He broke the news during their talks in Delhi"."""
    last = telling.events[-1] if telling.events else None
    if last is None or not last.weak or last.kind is not Kind.BILATERAL or number - last.line > 1:
        return
    if len(last.figures) != _TWO or not _their_talks().search(here.line.words.text):
        return
    last.weak = False
    where = next((w for w in here.places if w.how == "at" and w.country), None)
    if where is not None and not last.place_told:
        last.set_place(where)
        last.place_span = here.line.offsets(where.first, where.last)
    if here.dates and last.date_span is None:
        give_date(telling, last, here, here.dates[0])


@cache
def _their_talks() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Dd]uring|[Ii]n|[Aa]t) their (?:[\w-]+ ){0,2}(?:talks|meeting|discussions?|conversation|encounter)\b"
    )


def _on_that_occasion(telling: Telling, here: Scene, number: int) -> None:
    """Gives the talks told just before the forum for which they were: "The occasion was X", "X has brought both of them here"."""
    named = [m for m in here.forums if m.kind in ("forum", "event", "mechanism", "pattern")]
    last = telling.events[-1] if telling.events else None
    if len(named) != 1 or last is None or number - last.line > 2:
        return
    if last.kind is not Kind.BILATERAL or last.forum or last.weak or last.background:
        return
    if _occasion().search(here.line.words.text):
        last.forum, last.edition, last.forum_span = named[0].name, named[0].edition, here.offsets(named[0])


@cache
def _occasion() -> re.Pattern[str]:
    them = r"(?:both(?: of them| men| ministers)?|them|the two|the pair|the ministers|the two (?:men|ministers|chiefs))"
    return re.compile(
        rf"\A(?:The|Their|This) occasion (?:is|was)\b|\b(?:brought|brings) {them} (?:to|here|there|together)\b"
        r"|\A(?:Both|They|The two|The pair|The ministers|Both ministers)(?: men| ministers)? (?:are|were|had come|have come|came) (?:in|to|there|here)\b[^,;]{0,40}\bfor the\b"
    )


def were_by_wire(telling: Telling, here: Scene, number: int) -> None:
    """Makes the talks told just before a call, where the line says so: "Helicopters came up in the phone conversation"."""
    if here.dates or word_set("wires").isdisjoint(here.line.words.folded):
        return
    last = next((event for event in reversed(telling.events) if not event.weak), None)
    if last is None or last.kind is not Kind.BILATERAL or not 0 < number - last.line <= _BY_WIRE_WITHIN:
        return
    plain = not (last.place_told or last.forum or last.background) and last.cue in _MAY_BE_CALLS
    if plain and _by_that_wire().search(here.line.words.text):
        last.kind = Kind.CALL


@cache
def _by_that_wire() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:[Tt]he|[Tt]heir|[Tt]his|[Tt]hat) (?:[\w-]+ )?(?:(?:tele)?phone|telephonic|video) ?-?(?:call|conversation|talks?|exchange|discussion)\b"
        r"|\b(?:[Dd]uring|[Ii]n|[Oo]n|[Aa]fter) the call\b|\b[Tt]he call (?:lasted|came|was|took|had|also|follow|is)|\b[Tt]he line (?:was|broke|crackled)\b"
        r"|\b(?:[Tt]hey|[Tt]he two|[Tt]he ministers|[Bb]oth)\b[^,;]{0,40}\b(?:by|over the|on the) (?:tele)?phone\b"
    )


@cache
def _talks() -> re.Pattern[str]:
    return re.compile(r"Th(?:e|ese|eir) (?:bilateral )?(?:meetings?|talks|call|conversation)\b")


@cache
def _it_was() -> re.Pattern[str]:
    trip = r"The (?:two|three|four|five|six|day|one)-(?:day|long) (?:visit|trip|tour) that was to\b"
    what = "meetings?|talks|call|conversation|two-day|event|session|dialogue"
    subject = rf"(?:It|This(?: meeting| event)?,?|Th(?:e|ese|eir) (?:bilateral )?(?:{what})),?(?: which)?"
    held = "was held|were held|took place|was conducted|will be held|will take place|opened|began"
    return re.compile(rf"{trip}|{subject} (?:{held})\b|Th(?:e|eir) (?:meeting|talks|call),? (?P<day>on)\b")
