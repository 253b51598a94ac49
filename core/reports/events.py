"""What a clause tells: drafts of engagements with the parties on either side of its verb or noun."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.words import word_set
from core.mentions.atoms import Atom, Line
from core.mentions.party import Party
from core.reports.clauses import Clause
from core.reports.company import in_company
from core.reports.draft import Draft
from core.reports.events_told import (
    read_call,
    read_dialled,
    read_reception,
    read_shown,
    read_spoke,
    read_time,
    read_told,
)
from core.reports.joint import read_attended_by, read_bring, read_joint
from core.reports.standing import Standing, several
from core.reports.talks import read_talks

_TURN_SAID = 4  # atoms behind a verb of meeting
_TALKS_WITH = 9  # atoms: "talks in Istanbul on Monday with"
_TURN_REACH = 16
_Reading = Callable[[Standing, Cue, int], Iterator[Draft]]


def drafts(line: Line, number: int, clause: Clause) -> Iterator[Draft]:
    """Every engagement that a clause tells of, from left to right."""
    readings = _readings()
    cued = not line.cues.isdisjoint(readings)
    if not (cued or clause.groups):
        return
    standing = Standing(line, number, clause)
    made = False
    if cued:
        for draft in _cued(line, standing, readings):
            made = True
            yield from _each_with_one(line, draft)
    if not made and clause.groups:
        yield from in_company(standing)


def _each_with_one(line: Line, draft: Draft) -> Iterator[Draft]:
    """The drafts of "A and B held talks with X and Y respectively": one for each pair; the draft itself where no such word is."""
    pairs = len(draft.left) == len(draft.right) > 1 and all(p.name for p in (*draft.left, *draft.right))
    if not pairs or "respectively" not in line.words.folded:
        yield draft
        return
    for one, other in zip(draft.left, draft.right, strict=True):
        yield replace(draft, left=[one], right=[other])


def _cued(line: Line, standing: Standing, readings: Mapping[str, _Reading]) -> Iterator[Draft]:
    for position, place in enumerate(standing.items):
        if not line.atoms[place].cues or place in standing.covered:
            continue
        for cue in _cues(line.atoms[place]):
            if cue.sort in readings:
                yield from readings[cue.sort](standing, cue, position)


@cache
def _readings() -> Mapping[str, _Reading]:
    """How cues are read, by their sort."""
    return {
        "meet": _meet,
        "talk": read_talks,
        "sign": read_joint,
        "joint": read_joint,
        "call": read_call,
        "spoke": read_spoke,
        "dialled": read_dialled,
        "told": read_told,
        "bring": read_bring,
        "time": read_time,
        "reception": read_reception,
        "shown": read_shown,
        "attend": read_attended_by,
        "gather": _came_together,
    }


def _cues(atom: Atom) -> list[Cue]:
    named = atom.sort == "F" and "talk" in atom.cues  # "a trilateral meeting" is a forum's name too
    return [value for label, value in atom.senses if label == "cue"] if named or atom.sort in "K|w" else []


def _meet(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    host = _with_the_host(clause, position)
    left = clause.before(position) or clause.owner_behind(position) or host
    if left is None and _thing_before(clause, position):
        return
    if clause.words(position + 1, position + 2) == ["off"]:
        return  # "has seen off seven secretaries"
    if cue.name == "hosted" and _talks_of(clause, position):
        return  # "hosted trilateral talks with A and B": the noun tells it
    inside = clause.items[position] and not (position == 0 and clause.clause.opener in ("before", "after"))
    if clause.atom(position).word in ("welcoming", "calling on") and inside and host is None:
        return  # "looks forward to welcoming"; at the head of a line or of "before ..." it tells what was done
    if clause.atom(position).word.endswith(" visited"):
        callers = clause.after(position, linked={"by"}, reach=12)
        owner = left and clause.line.word(left[-1].last) in ("'s", "'")
        led = callers and "by" in [clause.line.word(p) for p in range(callers[0].first - 2, callers[0].first)]
        if left and led and not owner and _somebody(left) and _somebody(callers):  # no "yard visited by"
            yield clause.draft(cue, position, left, callers)
        return
    right = clause.after(position)
    if not right and _in_turn(clause.words(position + 1, position + _TURN_SAID)):
        right = clause.after(_behind_manner(clause, position), reach=_TURN_REACH)
    if not right and clause.atom(position).word.endswith(" host"):
        right = clause.after(position, linked={"to"}, reach=_TURN_REACH)  # "played host on Thursday to A"
    if not right and left is not None and _somebody(left):
        right = _ones_met(clause, left)
    if right and left is None and (came := _first_to(clause, position, right)):
        left = came
    if right and (_got_or_regarded(clause, position, right) or _urged(clause, position, right)):
        return
    if right and left is None and right[0].role == "pronoun":
        right = _turned(clause, position) or right  # "the first to see him was the US secretary"
    if right:
        told = any(party.name or party.offices or party.role == "counterpart" for party in right)
        named = told or _somebody_him(left, right)
        joined = several(left) is not None and clause.together_with(position)
        of_a_thing = (
            cue.name == "reviewed with" and clause.clause.opener == "which"
        )  # "a pact which he discussed with"
        weak = of_a_thing or (cue.weak and not named)
        yield clause.draft(cue, position, left, right, weak=weak, together=joined)
    elif several(left) and not cue.weak and not _gathers_things(clause, position):
        yield clause.draft(cue, position, left, [])


def _with_the_host(clause: Standing, position: int) -> list[Party] | None:
    """Who did it in "The forum opened with the minister, Mr X, receiving Mr Y"."""
    if not clause.atom(position).word.endswith("ing"):
        return None
    at = clause.items[position]
    groups = (
        g for g in clause.clause.groups if at - 1 <= g[-1].last + (clause.line.word(at - 1) == ",") <= at + 1
    )
    group = next((g for g in groups if g[-1].last <= at), None)
    if group is None or not (group[0].name or group[0].offices):
        return None
    first = group[0].first - (clause.line.word(group[0].first - 1) == "the")
    return group if clause.line.word(first - 1) == "with" else None


def _talks_of(clause: Standing, position: int) -> bool:
    """Whether what somebody hosted are talks with others, not others: "hosted a round of talks with"."""
    behind = range(position + 1, min(position + 5, len(clause.items) - 1))
    at = next((p for p in behind if _talks_or_conference(clause.atom(p))), -1)
    return at > 0 and not {"with", "between", "of"}.isdisjoint(clause.words(at + 1, at + _TALKS_WITH))


def _talks_or_conference(atom: Atom) -> bool:
    return "talk" in atom.cues or (atom.sort in "w|" and atom.word in word_set("conferences"))


def _got_or_regarded(clause: Standing, position: int, right: list[Party]) -> bool:
    """Whether things were got from a country, or somebody was only held to be: "received 40 tanks from", "see him as"."""
    word = clause.atom(position).word.rsplit(" ", 1)[-1]
    if word in ("received", "receives", "receive"):
        counted = clause.line.word(right[0].first - 1).isdigit()  # "received 40 Leopard tanks"
        given = clause.line.word(right[0].first - 1) == "from"  # "the call he received from Mr X"
        return counted or given or all(party.role in ("country", "ship") for party in right)
    return word in ("see", "sees", "saw", "seen") and clause.line.word(right[-1].last) == "as"


def _urged(clause: Standing, position: int, right: list[Party]) -> bool:
    """Whether somebody was only asked for something: "called on the president to stop the war"."""
    if not clause.atom(position).word.startswith(("called", "calls", "call", "calling")):
        return False
    if clause.atom(position).word == "calling on" and not (right[0].name or right[0].offices):
        return True
    end = right[-1].last
    return clause.line.word(end) == "to" and clause.line.word(end + 1) in word_set("demands")


def _somebody_him(left: list[Party] | None, right: list[Party]) -> bool:
    """Whether a person welcomed "him" or "them", or "the Israeli"."""
    him = right[0].role == "pronoun" and right[0].rule == "pronoun"
    return bool(left and left[0].name and (him or right[0].role == "demonym"))


def _ones_met(clause: Standing, left: list[Party]) -> list[Party]:
    """The people of "A of X and B of Y were the ones he met on Monday", "C was among those he saw"."""
    before = [group for group in clause.clause.groups if group[-1].last <= left[0].first]
    if not before or not _somebody(before[-1]):
        return []
    between = [clause.line.word(place) for place in range(before[-1][-1].last, left[0].first)]
    was = [at for at, word in enumerate(between) if word in ("was", "were", "is", "are")]
    return before[-1] if was and between[-1] in word_set("those_met") else []


def _somebody(parties: list[Party]) -> bool:
    """Whether people are spoken of, and no country or ship."""
    return all(p.name or p.offices or p.role in ("pronoun", "guest", "host", "counterpart") for p in parties)


def _in_turn(words: list[str]) -> bool:
    """Whether somebody was met "in turn, each for a talk of their own,", or "one after the other"."""
    return words[:2] == ["in", "turn"] or words[:2] in (["one", "after"], ["one", "by"])


def _behind_manner(clause: Standing, position: int) -> int:
    """Where "in turn, each for a talk of their own," ends; `position` if no "each" stands there."""
    for place in range(position + 1, min(position + 6, len(clause.items))):
        if clause.atom(place).word == "each":
            ends = range(place, min(place + _TURN_REACH, len(clause.items)))
            return next((end for end in ends if clause.atom(end).word == ","), position)
    return position


def _thing_before(clause: Standing, position: int) -> bool:
    """Whether a forum, a visit or another thing is the subject: "the dialogue will be hosted by"."""
    before = [clause.atom(earlier) for earlier in range(min(position, 6))]
    if any(atom.word in ("of", "for", "at") for atom in before[:2]):
        return False
    return any(atom.sort in "FE" for atom in before)


def _first_to(clause: Standing, position: int, right: list[Party]) -> list[Party]:
    """Who did it in "The first to receive the minister on Monday was Mr X"; [] if the words before do not say so."""
    before = clause.words(max(0, position - _TURN_SAID), position)
    if word_set("those_met").isdisjoint(before) or not (
        before[-1:] == ["to"] or "to " in clause.atom(position).word
    ):
        return []
    behind = next(
        (p for p in range(len(clause.items)) if clause.items[p] >= right[-1].last), len(clause.items)
    )
    for here in range(behind + 1, min(behind + _TURN_SAID * 2, len(clause.items))):
        if clause.atom(here - 1).word in ("was", "were", "is") and clause.items[here] in clause.starts:
            return clause.starts[clause.items[here]]
    return []


def _turned(clause: Standing, position: int) -> list[Party]:
    """The parties behind "was", if they follow at once."""
    for here in range(position + 2, min(position + 6, len(clause.items))):
        if clause.atom(here - 1).word in ("was", "were", "is") and clause.items[here] in clause.starts:
            return clause.starts[clause.items[here]]
    return []


def _came_together(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "The defence ministers of A, B and C came together in Tbilisi": who sat together met."""
    atom = clause.atom(position)
    if "meet" in atom.cues or atom.word not in word_set("come_together") or _gathers_things(clause, position):
        return
    left = clause.before(position)
    if not several(left) or not all(party.name or party.offices or party.also for party in left or ()):
        return
    meant = [one for party in left or () for one in (party.also or [party])]  # "when they came together"
    named = sum(bool(party.name) for party in meant) > 1
    if named or len({code for party in meant for code in party.countries}) > 1:
        yield clause.draft(cue, position, left, [], together=True)


def _gathers_things(clause: Standing, position: int) -> bool:
    """Whether no people but things come together: "gathered evidence"."""
    behind = clause.words(position + 1, position + 2)
    together = clause.atom(position).word in word_set("come_together")
    return together and bool(behind) and behind[0] not in word_set("behind_come_together")
