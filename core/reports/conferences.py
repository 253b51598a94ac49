"""Conferences that bear no name: "The army chiefs of A, B and C attended a round table in Tashkent".

A gathering is told where officials of three countries or more, named in one breath, take part in it.
"""

from collections.abc import Iterator

from core.lexicon.cues import Cue
from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind
from core.reports.draft import Draft
from core.reports.standing import Standing

_NOUN = 9  # atoms: "took part on Tuesday in a two-day regional maritime security workshop"
_MANY = 3  # countries
_OWN = frozenset({"press", "news", "party", "cabinet", "video", "peace", "the", "their", "his", "her"})


def at_a_conference(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """Those of three countries or more who attended, addressed or came for a conference without a name."""
    behind = clause.words(position + 1, position + 2)
    passive = clause.atom(position).word.endswith(" by") or behind == ["by"]
    hosted = clause.atom(position).word in ("hosted", "hosts", "host")
    if passive:
        noun = _noun(clause, max(0, position - _NOUN), position)
        parties = clause.after(position - (behind != ["by"]), linked={"by"}) if noun >= 0 else []
    else:
        noun = _noun(clause, position + 1, position + 1 + _NOUN)
        between = clause.clause.groups and any(
            position < p < noun for p, place in enumerate(clause.items) if place in clause.starts
        )
        if noun < 0 or between:
            return
        linked = {"with", "of", "for", "between", "among"}
        before = clause.before(position) or []
        parties = clause.after(noun, linked=linked, reach=12) if hosted else before
        if hosted and parties and any(party.name for party in before):
            parties = [*before, *parties]
    if len({code for party in parties for code in party.countries}) >= _MANY and all(map(_official, parties)):
        draft = clause.draft(cue, position, parties, [], together=True)
        draft.kind, draft.at = Kind.MULTILATERAL, clause.items[position]
        yield draft


def _noun(clause: Standing, first: int, last: int) -> int:
    """The position of "round table" or "seminar" between two others; -1 for none, and for a press conference."""
    for here in range(first, min(last, len(clause.items))):
        atom = clause.atom(here)
        word = atom.word if atom.sort in "w|" else ""
        previous = clause.atom(max(here - 1, 0)).word
        table = (word == "table" and previous == "round") or (word == "ceremony" and previous == "signing")
        talks = (
            atom.sort == "K" and "talk" in atom.cues and atom.word in ("meeting", "talks", "consultations")
        )
        if (word in word_set("conferences") or table or talks) and clause.atom(
            max(here - 1, 0)
        ).word not in _OWN:
            return here
    return -1


def _official(party: Party) -> bool:
    """Whether people are spoken of, and no countries."""
    return bool(party.name or party.offices) or party.role in ("delegation", "official", "counterpart")
