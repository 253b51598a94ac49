"""Places that no list knows: "met at the Chong Chom checkpoint", "in the border town of Poipet".

Nobody can tell in which country they lie, but talks told to be there were not where the story was written.
"""

import re
from functools import cache

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.reports.clauses import Clause
from core.reports.story import Event, Scene

_AT = ("at", "in", "near")
_REACH = 20  # atoms between a verb and its place: "hold their meeting on Sunday in the border town of"
_ELSEWHERE = (
    ",",
    "after",
    "before",
    "since",
    "than",
    "about",
    "over",
    "against",
    "as",
    "because",
    "when",
    "whom",
    "which",
)
_KINDS = 4  # atoms: "in the border town of"
_BEHIND = ("'s", "'", "and", "who", "said")


def at_unknown_town(event: Event, here: Scene, clause: Clause, at: int) -> None:
    """Gives talks the place behind their verb that no list knows, as it is printed and without a country."""
    line = here.line
    for place in clause.atoms:
        if place > at and _a_frontier(line, place):
            event.place_told = event.at_sea = True
            return
        if place > at and line.word(place) in _ELSEWHERE:
            return
        if at < place <= at + _REACH and line.sort(place) == "N" and _stands_for_a_place(line, place):
            event.city, event.place_told = line.printed(place, place + 1), True
            event.host = _land(line, place)
            event.place_span = line.offsets(place, place + 1)
            return


def _a_frontier(line: Line, place: int) -> bool:
    """Whether talks were "near the Polish border", "on the frontier", "at the line of control": in no town."""
    if line.word(place) not in ("border", "frontier", "boundary") or line.word(place + 1) not in word_set(
        "behind_a_town"
    ):
        return False
    before = [line.word(back) for back in range(max(0, place - _KINDS), place)]
    return not {"near", "at", "on", "along"}.isdisjoint(before) and "the" in before


def _land(line: Line, place: int) -> str:
    """The country of the state behind a town, "Wilmington, Delaware"; "" where none is told."""
    behind = line.words.text[line.words.ends[line.atoms[place].last - 1] :]
    match = _state().match(behind)
    if match is None:
        return ""
    return next(code for code, states in _STATES.items() if match[1].casefold() in word_set(states))


_STATES = {
    "USA": "american_states",
    "IND": "indian_states",
    "AUS": "australian_states",
    "CAN": "canadian_provinces",
}


@cache
def _state() -> re.Pattern[str]:
    names = sorted(state for states in _STATES.values() for state in word_set(states))
    return re.compile(rf"(?: ,|,) ({'|'.join(names)})\b", re.IGNORECASE)


def _stands_for_a_place(line: Line, place: int) -> bool:
    """Whether a name right behind "at", "in" or "the town of" is that of a place, and of no house."""
    if line.word(place + 1) in _BEHIND or line.word(place).startswith(("-", "'")):
        return False
    words = line.printed(place, place + 1).split()
    houses = word_set("houses")
    if words[-1].casefold() in houses or words[0].casefold() in houses or line.word(place + 1) in houses:
        return False
    if line.word(place + 1) in word_set("spots"):
        return line.word(place - 1) in _AT or (line.word(place - 1) == "the" and line.word(place - 2) in _AT)
    if line.word(place - 1) == "of" and line.word(place - 2) in word_set("towns"):
        return any(line.word(back) in _AT for back in range(max(0, place - 2 - _KINDS), place - 2))
    alone = line.sort(place + 1) != "N" and line.word(place + 1) in word_set("behind_a_town")
    return line.word(place - 1) in _AT and alone
