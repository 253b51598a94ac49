"""What a clause tells: drafts of engagements with the parties on either side of its verb or noun."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Atom, Line
from core.mentions.forums import tokens_countries
from core.mentions.party import Party
from core.mentions.tokens import tokens
from core.model import Kind
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
from core.reports.standing import Standing, several, words_behind
from core.reports.talks import read_talks

_FORUMS = frozenset(
    {"forum", "conference", "summit", "ministerial", "event", "gathering", "symposium", "seminar"}
)
_TURN_SAID = 4  # atoms behind a verb of meeting
_TALKS_WITH = 9  # atoms: "talks in Istanbul on Monday with"
_TURN_REACH = 16
_PAIR_BEHIND = 10  # atoms behind "co-chaired"
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
            yield draft
    if not made and clause.groups:
        yield from in_company(standing)


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
        "sign": _joint,
        "joint": _joint,
        "call": read_call,
        "spoke": read_spoke,
        "dialled": read_dialled,
        "told": read_told,
        "bring": _bring,
        "time": read_time,
        "reception": read_reception,
        "shown": read_shown,
        "attend": _attended_by,
        "gather": _came_together,
    }


def _cues(atom: Atom) -> list[Cue]:
    named = atom.sort == "F" and "talk" in atom.cues  # "a trilateral meeting" is a forum's name too
    return [value for label, value in atom.senses if label == "cue"] if named or atom.sort in "K|w" else []


def _meet(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    left = clause.before(position) or clause.owner_behind(position)
    if left is None and _thing_before(clause, position):
        return
    if clause.words(position + 1, position + 2) == ["off"]:
        return  # "has seen off seven secretaries"
    if cue.name == "hosted" and _talks_of(clause, position):
        return  # "hosted trilateral talks with A and B": the noun tells it
    inside = clause.items[position] and not (position == 0 and clause.clause.opener in ("before", "after"))
    if clause.atom(position).word in ("welcoming", "calling on") and inside:
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


def _talks_of(clause: Standing, position: int) -> bool:
    """Whether what somebody hosted are talks with others, not others: "hosted a round of talks with"."""
    behind = range(position + 1, min(position + 5, len(clause.items) - 1))
    at = next((p for p in behind if "talk" in clause.atom(p).cues), -1)
    return at > 0 and not {"with", "between", "of"}.isdisjoint(clause.words(at + 1, at + _TALKS_WITH))


def _got_or_regarded(clause: Standing, position: int, right: list[Party]) -> bool:
    """Whether things were got from a country, or somebody was only held to be: "received 40 tanks from", "see him as"."""
    word = clause.atom(position).word.rsplit(" ", 1)[-1]
    if word in ("received", "receives", "receive"):
        counted = clause.line.word(right[0].first - 1).isdigit()  # "received 40 Leopard tanks"
        return counted or all(party.role in ("country", "ship") for party in right)
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


def _joint(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "signed", "discussed", "co-chaired": two who do one thing."""
    left = clause.before(position)
    if left and left[0].rule.startswith("all "):
        return  # "each of them signed the book": not with one another
    if clause.atom(position).word.endswith("hosted") and _forum_hosted(clause, position):
        return  # "Co-hosted by A and B, this forum brought together": who else came is told behind
    weak = cue.sort == "joint" and cue.name != "co-chaired"
    if weak and left and _phone().search(" ".join(clause.words(0, len(clause.items)))):
        partners = [] if several(left) else clause.after(position, linked={"with"}, reach=14)
        draft = clause.draft(cue, position, left, partners)
        draft.kind = Kind.CALL
        yield draft
        return
    if weak and len(clause.items) > 1 and clause.atom(0).word == "with" and clause.items[1] in clause.starts:
        # "With the minister he took up ..."
        yield clause.draft(cue, position, left, clause.starts[clause.items[1]])
        return
    words = clause.words(position + 1, position + 14)
    if cue.sort == "sign" and clause.atom(position).word.endswith(" by"):  # "was signed by A and B"
        right = clause.after(position)
        if len(right) > 1:
            yield clause.draft(cue, position, right, [])
        return
    if several(left):
        weak = weak and not (_at_a_meeting(clause, position) or _two_offices_there(clause, left))
        states = cue.sort == "sign" and all(party.role == "country" for party in left or ())
        yield clause.draft(cue, position, left, [], weak=weak or states)
    elif weak and (pair := _done_by(clause, position)):
        yield clause.draft(cue, position, pair, [])
    elif "by" in words[: 1 if cue.sort == "joint" else 14] and (cue.sort == "sign" or not weak):
        right = clause.after(position, linked={"by"}, reach=14)
        if len(right) > 1:
            yield clause.draft(cue, position, right, [])
    elif "with" in words or (
        cue.name == "co-chaired" and "alongside" in clause.words(position + 1, len(clause.items))
    ):
        link = "with" if "with" in words else "alongside"
        told = words if link == "with" else clause.words(position + 1, len(clause.items))
        at = position + 1 + told.index(link) if cue.name == "co-chaired" else position + 1
        right = clause.after(at - 1, linked={link}, reach=14)  # "co-chaired the 12th meeting of it with"
        relative = cue.sort == "sign" and clause.clause.opener in ("that", "which")
        if relative and right and right[0].role == "pronoun":
            return  # "an agreement that was signed with him in June"
        person = right and (right[0].name or right[0].role == "counterpart" or right[0].offices)
        if right and right[0].role != "country" and (person or not weak):
            yield clause.draft(cue, position, left, right, weak=weak)
    elif cue.name == "co-chaired" and left and (pair := _pair_of_countries(clause, position)):
        yield clause.draft(cue, position, left, pair)


def _done_by(clause: Standing, position: int) -> list[Party]:
    """The people of "was taken up by A with B", "were discussed on Monday by A and B": two or more by name, together."""
    if not {clause.atom(position - 1).word, clause.atom(position).word.split(" ")[0]} & {
        "was",
        "were",
        "been",
    }:
        return []
    found = clause.after(position, linked={"by"}, reach=_PAIR_BEHIND)
    if not found or not all(party.name for party in found):
        return []
    end = next((p for p in range(len(clause.items)) if clause.items[p] >= found[-1].last), len(clause.items))
    if end < len(clause.items) - 1 and clause.atom(end).word == "with":
        found = found + clause.starts.get(clause.items[end + 1], [])
    return found if len(found) > 1 else []


def _two_offices_there(clause: Standing, left: list[Party] | None) -> bool:
    """Whether two who hold one office discussed something in a town: "The ministers of A and B reviewed ties in C"."""
    both = left and len(left) == 1 and left[0].offices and len(left[0].countries) == 2
    places = range(1, len(clause.items))
    return bool(both) and any(clause.atom(p).sort == "P" and clause.atom(p - 1).word == "in" for p in places)


def _at_a_meeting(clause: Standing, position: int) -> bool:
    """Whether people discussed something "at a meeting in Nicosia", "during their talks": they met."""
    for here in (*range(1, position), *range(position + 2, len(clause.items))):
        talks = "talk" in clause.atom(here).cues and clause.atom(here).sort == "K"
        first = max(position if here > position else 0, here - 4)
        if talks and not {"at", "during"}.isdisjoint(clause.words(first, here)):
            return here > position or clause.atom(here).word == "meeting"
    return False


def _pair_of_countries(clause: Standing, position: int) -> list[Party]:
    """The countries of "co-chaired the fifth meeting of the India-Kenya committee"; [] if no two stand so."""
    for here in range(position + 1, min(position + _PAIR_BEHIND, len(clause.items) - 2)):
        one, two = clause.starts.get(clause.items[here]), clause.starts.get(clause.items[here + 2])
        hyphen = clause.atom(here + 1).word in ("-", "\u2013")
        if hyphen and one and two and one[0].role == two[0].role == "country":
            return [one[0], two[0]]
        place = clause.items[here]
        forum = clause.line.sort(place) == "F" and clause.line.printed(place, place + 1)
        codes = tokens_countries(tokens(forum)) if forum else []
        if len(codes) == 2:
            return [Party(place, place + 1, countries=(code,), role="country") for code in codes]
    return []


def _forum_hosted(clause: Standing, position: int) -> bool:
    """Whether "co-hosted by" countries says who gave a forum its place."""
    words = clause.words(position + 1, len(clause.items))
    by = clause.after(position, linked={"by"}, reach=8) if words[:1] == ["by"] else []
    return bool(by) and all(party.role == "country" for party in by) and not _FORUMS.isdisjoint(words)


def _bring(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "brought Mr A and Ms B together with Mr C"."""
    held = [clause.starts[place] for place in _before_topic(clause, position) if place in clause.starts]
    if clause.clause.opener in ("which", "that") or _drill_before(clause, position):
        return  # an exercise "which brings together the forces of A and B"
    behind = words_behind(clause, position)
    together = clause.atom(position).word.endswith("together") or "together" in behind.split()
    if not held or not (together or phrase_pattern("to_one_table").search(behind)):
        return
    if len(held) > 1:
        yield clause.draft(cue, position, held[0], held[1])
    elif held[0][0].role == "pronoun" and held[0][0].plural:
        host = clause.before(position)
        yield clause.draft(cue, position, host, held[0], together=host is not None)
    elif len(held[0]) > 1 or len(held[0][0].countries) > 1:
        host = clause.before(position) or []
        guests = held[0][0].role == "guest"
        joins = (len(held[0]) > 2 or guests) and host and all(party.name for party in host)
        yield clause.draft(cue, position, [*host, *held[0]] if joins else held[0], [], together=guests)


def _drill_before(clause: Standing, position: int) -> bool:
    """Whether an exercise is the subject: "Exercise X brings together nations, including A and B"."""
    before = [clause.atom(earlier) for earlier in range(min(position, 8))]
    return any(atom.sort == "E" or "exercise" in atom.cues for atom in before)


def _before_topic(clause: Standing, position: int) -> list[int]:
    """The places behind a verb, up to a word that says what was spoken of: "brought them together about Korea"."""
    behind = clause.items[position + 1 :]
    ends = (at for at, place in enumerate(behind) if clause.line.word(place) in ("about", "on", "over"))
    topic = next((at for at in ends if at + 1 < len(behind) and behind[at + 1] in clause.starts), len(behind))
    return behind[:topic]


def _attended_by(clause: Standing, cue: Cue, position: int) -> Iterator[Draft]:
    """As in "The meeting was attended by Ministers A and B and their counterparts, C and D"."""
    if clause.atom(position).word in ("presided over", "chaired"):
        left = several(clause.before(position))
        body = not word_set("of_two_sides").isdisjoint(clause.words(position + 1, position + 9))
        if left and body and all(party.name for party in left):
            yield clause.draft(
                cue, position, left, []
            )  # "A and B presided over a session of the joint council"
        return
    if clause.atom(position).word == "joined" and clause.words(position - 1, position) in (["was"], ["were"]):
        by = clause.words(position + 1, position + 9)
        right = clause.after(position, linked={"by"}) if "by" in by else []
        if right and all(party.name for party in right):  # "was joined in Tallinn on Tuesday by A and B"
            yield clause.draft(cue, position, clause.before(position), right, together=len(right) > 1)
        return
    if not clause.atom(position).word.endswith("attended by") or not clause.cued(0, position, {"talk"}):
        return
    if "side" in clause.words(0, position):
        return  # "For the American side the meeting was attended by"
    place = clause.items[position]
    there = [party for group in clause.clause.groups for party in group if party.first > place]
    if len(there) > 1:
        yield clause.draft(cue, position, there, [])


@cache
def _phone() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:on|over|by|via) (?:the )?(?:phone|telephone|video link|video)\b"
        r"|\b(?:during|in) (?:a|the|their) (?:\w+ )?(?:(?:tele)?phone|video) (?:call|conversation|talks?)\b"
    )
