"""Talks that a clause only names to say when something was done: "thanked his counterpart during their meeting in Kyiv"."""

from collections.abc import Iterator

from core.lexicon.cues import Cue
from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import Kind
from core.reports.draft import Draft
from core.reports.standing import Standing

_THEIRS = 4  # atoms: "during their first official"
_WHEN = frozenset({"during", "at", "in", "after", "following", "when", "over", "before", "as"})
_MEET = frozenset({"meet", "talk", "call", "spoke", "joint", "sign"})
_SUBJECT = 3  # atoms of a clause before its subject


def at_their_talks(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """The two whom a clause names before or behind "during their meeting": one did something to the other there.

    Nothing where the clause tells of quarrels or of somebody absent (`did_it_apart` in words.yaml).
    """
    words = clause.words(max(0, position - _THEIRS), position)
    if "their" not in words or cue.kind is Kind.MULTILATERAL:
        return
    theirs = position - 1 - words[::-1].index("their")
    if theirs < 1 or clause.atom(theirs - 1).word not in _WHEN:
        return
    if clause.cued(0, position, _MEET):
        return  # "met X to go on with what was agreed at their August meeting"
    opens = theirs - 1 <= 1
    found = [
        group
        for group in clause.clause.groups
        if (group[0].first > clause.items[position]) == opens and _one_person(group)
    ]
    if len(found) < 2 or not word_set("did_it_apart").isdisjoint(clause.words(0, len(clause.items))):
        return
    one, other = found[:2]
    between = [clause.line.word(place) for place in range(one[-1].last, other[0].first)]
    behind = clause.line.word(other[-1].last)
    if (
        not between
        or between[-1] in _OWNED
        or behind in ("'s", "'")
        or clause.line.word(one[-1].last) == "'s"
    ):
        return
    if opens or clause.items[0] + _SUBJECT >= one[0].first:
        yield clause.draft(cue, position, one, other)


_OWNED = frozenset({"of", "that", "on", "about", "against", "by", "like", "as", "from", "than"})


def _one_person(group: list[Party]) -> bool:
    """Whether one official is spoken of, by name, office or as somebody's counterpart."""
    party = group[0]
    return (
        len(group) == 1
        and not party.plural
        and bool(
            party.name
            or (party.offices and party.countries)
            or party.role in ("counterpart", "guest", "host")
        )
    )
