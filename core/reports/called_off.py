"""Trips that are off: "called off his visit", "A visit by Mr A to B, planned for May, has been scrapped", "will not be going to B"."""

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.where import Where
from core.model import Kind, Status
from core.reports.clauses import Clause
from core.reports.forum_given import give_forum
from core.reports.setting import give_setting
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.where_told import NOT_THERE

_NOUN_BEHIND = 6  # atoms: "has called off a planned two-day visit"
_OFF_BEHIND = 18  # atoms: "A visit by the minister to Suriname, planned for 5 September, has been scrapped"
_TO_BEHIND = 3  # atoms: "will not be going to"


def call_off(telling: Telling, here: Scene, number: int, made: list[Event]) -> list[Event]:
    """The trip that a line says is off; empty if its visits or talks (`made`) tell so already."""
    if any(e.status is Status.CANCELLED for e in made):
        return []
    at = _trip_off(here) if "cancel" in here.line.cues else _was_to_have(telling, here)
    clause = here.clause_of(at) if at >= 0 else None
    if clause is None:
        return []
    side = _who(telling, here, number, at)
    where = _where(telling, here, number, clause, side.country) if side is not None else None
    if side is None or where is None:
        return []
    event = Event(Kind.VISIT, [side], number, "visit", at, Status.CANCELLED, lines=[number])
    event.more_countries = [where.country]
    give_setting(telling, event, here, clause, at)
    event.set_place(where)
    event.place_span = here.line.offsets(where.first, where.last) if where in here.places else None
    give_forum(telling, here, event)
    return [event]


def _trip_off(here: Scene) -> int:
    """The atom of a trip that is said to be off; -1 if none is."""
    line = here.line
    for place in line.known:
        atom = line.atoms[place]
        if "cancel" not in atom.cues or "had" in (line.word(place - 1), atom.word.split(" ")[0]):
            continue  # "had put off the trip in March", and has come now
        if not word_set("goes_nowhere").isdisjoint(atom.word.split()):
            return place if _leads_on(line, place) else -1
        for behind in range(place + 1, min(place + 1 + _NOUN_BEHIND, len(line.atoms))):
            if "journey" in line.atoms[behind].cues:
                return behind
            if line.sort(behind) in "|,;.":
                break
        before = range(max(0, place - _OFF_BEHIND), place)
        trips = [p for p in before if "journey" in line.atoms[p].cues]
        if trips and _nothing_else(here, trips[0], place):
            return trips[0]
    return -1


def _was_to_have(telling: Telling, here: Scene) -> int:
    """The atom of "was to have come to Ankara", in a document that calls things off; -1 if none stands there."""
    if not telling.called_off or "unreal" not in here.line.cues:
        return -1
    line = here.line
    for place in line.known:
        should = line.word(place) in ("was to have", "were to have")
        if should and not word_set("goes_nowhere").isdisjoint(line.word(place + 1).split()):
            return place + 1 if _leads_on(line, place + 1) else -1
    return -1


def _leads_on(line: Line, verb: int) -> bool:
    """Whether a town or a country stands right behind a verb of travel."""
    return any(line.sort(place) in ("P", "C", "G") for place in range(verb + 1, verb + 1 + _TO_BEHIND))


def _nothing_else(here: Scene, trip: int, off: int) -> bool:
    """Whether a trip is what was called off: no other verb stands between, and the words are passive."""
    line = here.line
    passive = line.atoms[off].word.split(" ")[0] in (
        "is",
        "was",
        "were",
        "been",
        "has",
        "have",
        "will",
        "would",
    )
    passive = passive or line.word(off - 1) in ("was", "were", "been", "is", "are", "now", "being")
    verbs = {"meet", "talk", "call", "sign", "spoke", "attend", "exercise"}
    return passive and all(verbs.isdisjoint(line.atoms[p].cues) for p in range(trip + 1, off))


def _who(telling: Telling, here: Scene, number: int, at: int) -> Side | None:
    """Who was to travel: who is named next to the trip, or the subject of the line."""
    named = [party for party in here.parties if party.name or party.offices or party.role == "pronoun"]
    behind = [p for p in named if p.first > at and here.line.word(p.first - 1) in ("by", "of", "for", "the")]
    for party in [*behind[:1], *named[:1]]:
        for side in telling.settled([party], number, subject=True, others=[]):
            if side.country and (side.figure is None or side.figure.person):
                return side
    return None


def _where(telling: Telling, here: Scene, number: int, clause: Clause, home: str) -> Where | None:
    """Where the trip was to go: a place of the line abroad, a country that it names, or a place of the line before."""
    told = any(e.status is Status.CANCELLED for e in telling.events)
    before = telling.scenes[number - 1].places if number and not told else []
    for where in [*here.places, *before]:
        if where.country not in ("", home) and where.how not in NOT_THERE:
            return where
    for place in clause.atoms:
        atom = here.line.atoms[place]
        if atom.sort == "C" and atom.value != home:
            return Where("", atom.value, "in", place, place + 1, "country")
    return None
