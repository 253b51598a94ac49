"""People whom one clause shows face to face, though no verb of meeting tells so: "shared a table", "Lunch with X followed".

A clause that names two officials of different countries tells of an encounter where it holds a word of one: a meal, an
hour, a room, a guest (`encounter` in words.yaml), unless it tells of speech, dealings or comparison (`no_encounter`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Line
from core.mentions.party import Party
from core.model import BlockKind, Kind
from core.reports.draft import Draft
from core.reports.standing import Standing
from core.reports.story import Scene

_FACE_TO_FACE = Cue("face to face", "meet", Kind.BILATERAL, weak=False, phrases=(), unless=())
_THOUGHT = frozenset({"remembered", "recalled", "reviewed", "commended", "noted", "mentioned"})
_GIVEN = 8  # atoms between a meal and who gave it
_VERB = 2  # atoms behind a subject
_FEW = (3, 4)
_NUMBERED = frozenset({"three", "four"})
_ABSENT = frozenset(
    {"criticised", "criticized", "accused", "condemned", "replaced", "succeeded", "sentenced", "jailed"}
)
_OPENERS = frozenset({"which", "that", "if", "whether", "whose"})


def encounters(here: Scene, number: int) -> Iterator[Draft]:
    """The people whom a line without any told engagement shows face to face."""
    if here.line.sentence.kind is BlockKind.TITLE or not here.parties:
        return
    if not word_set("on_parade").isdisjoint(here.line.words.folded):
        return
    three = three_of_them(here, number) if len(here.parties) >= _FEW[0] else None
    if three is not None:
        yield three
        return
    for clause in here.clauses:
        if clause.groups and clause.opener not in _OPENERS:
            draft = _of_one(Standing(here.line, number, clause))
            if draft is not None:
                yield draft


def _of_one(clause: Standing) -> Draft | None:
    """The encounter that one clause tells of, if any."""
    sides = [found for group in clause.clause.groups if (found := may_meet(group))]
    known = [found for found in sides if told_of(found)]
    if not known or _only_wished(clause, sides[0]):
        return None
    words = " ".join(clause.words(0, len(clause.items)))
    came = _where_he_came(clause, sides)
    if came is not None:
        return came
    honoured = _in_honour(clause, known)
    if honoured is not None:
        return honoured
    if not word_set("no_encounter").isdisjoint(words.split()) or phrase_pattern("stayed_away").search(words):
        return None
    if _in_memory(words.split()):
        return None
    partners = _both_with(clause, sides)
    if partners and not word_set("encounter_nouns").isdisjoint(words.split()):
        return clause.draft(_FACE_TO_FACE, clause.items.index(partners[0].first), None, partners)
    return (
        _given(clause, known)
        or _with_her(clause, known)
        or _came_to_him(clause, known)
        or _together(clause, sides, words)
    )


def three_of_them(here: Scene, number: int) -> Draft | None:
    """The people of a line that names a meeting of three: "a three-way session at which A spoke for X, B for Y and C for Z"."""
    people = [party for party in here.parties if party.name]
    if len(people) not in _FEW:
        return None
    atoms = here.line.atoms
    noun = next((p for p, atom in enumerate(atoms) if _of_three(here.line, p, atom.word)), -1)
    if noun < 0:
        return None
    behind = [party for party in people if party.first > noun]
    people = behind if len(behind) in _FEW else people
    clause = here.clause_of(noun) or here.clauses[0]
    if not word_set("no_encounter").isdisjoint(here.line.words.folded):
        return None
    draft = Standing(here.line, number, clause).draft(_FACE_TO_FACE, 0, people, [], together=True)
    draft.kind, draft.cue, draft.at = Kind.MULTILATERAL, "trilateral", noun
    return draft


def _of_three(line: Line, place: int, word: str) -> bool:
    """Whether "three-way session" or "trilateral breakfast" begins at this atom; not "three-way partnership"."""
    behind = place + 1
    if (
        word in _NUMBERED
        and line.word(place + 1) == "-"
        and line.word(place + 2) in ("way", "cornered", "sided")
    ):
        behind = place + 3
    elif word not in word_set("small_groups"):
        return False
    told = line.word(behind)
    talks = behind < len(line.atoms) and "talk" in line.atoms[behind].cues
    return talks or told in word_set("encounter_nouns") or told in word_set("behind_talks")


def _where_he_came(clause: Standing, sides: list[list[Party]]) -> Draft | None:
    """As in "went on to the palace, where Mr X of Y gave him a map": who did something to him there was with him."""
    if clause.clause.opener != "where" or not sides or not told_of(sides[0]) or sides[0][0].role != "person":
        return None
    if sides[0][0].first - clause.items[0] > 1 or not _came(clause):
        return None
    words = clause.words(0, len(clause.items))
    if "had" in words or not word_set("negations").isdisjoint(words) or not _ABSENT.isdisjoint(words):
        return None  # "where X had praised him"
    for position in range(1, len(clause.items)):
        him = clause.starts.get(clause.items[position])
        if him is not None and him[0].role in ("pronoun", "guest") and position - 1 <= _VERB * 2:
            bare = not (sides[0][0].countries or sides[0][0].offices or sides[0][0].rank)
            host = [replace(sides[0][0], role="host"), *sides[0][1:]] if bare else sides[0]
            return clause.draft(_FACE_TO_FACE, position, him, host)
    return None


def _came(clause: Standing) -> bool:
    """Whether somebody came or was brought to the place of a clause with "where"."""
    before = range(clause.items[0] - 1)
    return any(
        "travel" in clause.line.atoms[p].cues
        or clause.line.word(p).split(" ")[0] in word_set("brought_there")
        for p in before
    )


def _only_wished(clause: Standing, subject: list[Party]) -> bool:
    """Whether the verb behind the subject tells what should be: "A and B ought to have dinner"."""
    behind = [clause.line.word(place) for place in range(subject[-1].last, subject[-1].last + _VERB)]
    return not word_set("wished").isdisjoint(behind)


def _with_her(clause: Standing, known: list[list[Party]]) -> Draft | None:
    """As in "A was next, and B spent his half hour with her": B was with the main actor, not with A."""
    for position in range(1, len(clause.items)):
        if clause.atom(position).word in ("her", "him") and clause.atom(position - 1).word == "with":
            before = [group for group in known if group[-1].last <= clause.items[position - 1]]
            her = clause.starts.get(clause.items[position])
            if len(before) > 1 and her is not None:
                return clause.draft(_FACE_TO_FACE, position, before[-1], her)
    return None


def _given(clause: Standing, known: list[list[Party]]) -> Draft | None:
    """As in "a lunch given by Mr X", "Lunch with Mr X followed", "His first appointment was with Mr X"."""
    for position in range(len(clause.items)):
        atom = clause.atom(position)
        if (
            atom.word not in word_set("encounter_nouns")
            and "talk" not in atom.cues
            and "time" not in atom.cues
        ):
            continue
        if _of_many(atom.word):
            continue  # "They looked back on the trilateral meeting with Mr X"
        if clause.cued(0, position, {"joint", "told"}) or clause.words(max(position - 1, 0), position) == [
            "these"
        ]:
            continue  # "They reviewed their conversations with Mr X"
        behind = clause.words(position + 1, position + 1 + _GIVEN)
        link = next((at for at, word in enumerate(behind) if word in ("with", "by", "from")), -1)
        if link < 0 or not _gives(behind[: link + 1]):
            continue
        right = (
            clause.starts.get(clause.items[position + 2 + link])
            if position + 2 + link < len(clause.items)
            else None
        )
        if right is None or right not in known:
            continue
        return clause.draft(_FACE_TO_FACE, position, _others(clause, right), right)
    return None


def _in_honour(clause: Standing, known: list[list[Party]]) -> Draft | None:
    """As in "At a dinner in Hanoi for Mr X, Mr Y thanked his guest": a meal at the head of a clause, given for somebody."""
    if clause.words(0, 1) not in (["at"], ["during"]):
        return None
    for position in range(1, min(_GIVEN // 2, len(clause.items))):
        behind = clause.words(position + 1, position + 1 + _GIVEN)
        if clause.atom(position).word not in _MEALS or "for" not in behind:
            continue
        at = position + 2 + behind.index("for")
        right = clause.starts.get(clause.items[at]) if at < len(clause.items) else None
        if right is not None and right in known:
            return clause.draft(_FACE_TO_FACE, position, None, right)
    return None


_MEALS = frozenset({"reception", "lunch", "luncheon", "dinner", "banquet", "breakfast", "tea"})


def _of_many(word: str) -> bool:
    """Whether talks are told as of three or more: no encounter of two."""
    return word.startswith(("tri", "quad", "multi", "three", "four"))


def _in_memory(words: list[str]) -> bool:
    """Whether talks are only thought of: "looked back on", "remembered"."""
    return (
        "back" in words and not {"looked", "look", "thought"}.isdisjoint(words)
    ) or not _THOUGHT.isdisjoint(words)


def _gives(words: list[str]) -> bool:
    """Whether a preposition behind a meal says who was there: "with", or "by" behind "given" or "hosted"."""
    return words[-1] == "with" or not word_set("gives_meals").isdisjoint(words)


def _others(clause: Standing, right: list[Party]) -> list[Party] | None:
    """Who else stands before: the subject of the clause or the owner of the noun; None if nobody does."""
    for group in clause.clause.groups:
        found = may_meet(group)
        if group is not right and found and group[0].first < right[0].first:
            return found
    return None


def _together(clause: Standing, sides: list[list[Party]], words: str) -> Draft | None:
    """Two sides in one clause with a word of an encounter."""
    if phrase_pattern("encounter").search(words) is None and not (
        "meeting" in words and _met_there().search(words)
    ):
        return None
    at = (
        clause.items.index(max(sides[0][0].first, clause.items[0]))
        if sides[0][0].first in clause.items
        else 0
    )
    position = min(at + 1, len(clause.items) - 1)
    if len(sides) > 1:
        rest = [
            found
            for found in sides[1:]
            if not clause.tells_anew(found) and clause.line.word(found[0].first) not in ("he", "she", "they")
        ]  # "and Mr X flew to Tokyo", "was next, and she took questions"
        right = next((found for found in rest if told_of(found) or told_of(sides[0])), None)
        return clause.draft(_FACE_TO_FACE, position, sides[0], right) if right else None
    if len(sides[0]) > 1 and told_of(sides[0]):
        return clause.draft(_FACE_TO_FACE, position, sides[0], [])
    return None


def _came_to_him(clause: Standing, known: list[list[Party]]) -> Draft | None:
    """As in "Botswana's Mr A came to his office", "dropped in for tea", "was received at eleven": by the main actor."""
    guest = known[0]
    position = next((at for at, place in enumerate(clause.items) if place >= guest[-1].last), -1)
    if len(known) > 1 or not guest[0].name or position < 0 or position + 1 >= len(clause.items):
        return None
    start = clause.items.index(guest[0].first) if guest[0].first in clause.items else position
    if start > 1 and clause.atom(start - 1).word not in word_set("opens_turn"):
        return None
    if not _called_by().match(" ".join(clause.words(position, len(clause.items)))):
        return None
    him = Party(guest[0].first, guest[0].first, role="pronoun", rule="pronoun")
    return clause.draft(_FACE_TO_FACE, position, [him], guest)


@cache
def _called_by() -> re.Pattern[str]:
    came = r"(?:came|went|called|dropped in|stopped by|looked in|turned up|was shown in|was shown into|was ushered into|was back|appeared|knocked|sat|presented (?:himself|herself))"
    room = (
        r"(?:office|suite|room|hotel|study|residence|house|desk|door|side room|meeting room|tent|table|stand)"
    )
    talk = r"(?:tea|coffee|lunch|dinner|breakfast|drinks|talks|(?:a|an) (?:[\w-]+ )?(?:chat|talk|word|cup of|hour|exchange|conversation|discussion))"
    time = r"(?:half an hour|an hour|\d+ minutes|\w+ minutes|a quarter of an hour|two hours|a few minutes|a long slot)"
    when = r"(?:at|on|in the|next|later|separately|first|last|after|before|for (?:half|an|talks|a)|also|too|\.|,|and|then|as well)"
    return re.compile(
        rf"(?:, )?(?:then |also |later |next )?(?:{came} (?:by |up |over )?(?:to|at|in|into|on) (?:his|her) {room}\b"
        rf"|(?:dropped in|stopped by|looked in|came by|came over|came round|came in|called in|came) (?:for {talk}|to (?:talk|discuss|say|pay))\b"
        rf"|(?:got|had|was given|was granted) {time} (?:of his time|of her time|with him|with her)\b"
        rf"|(?:was|were) (?:then |also |later |next )?(?:received|seen|hosted)(?! (?:.* )?by\b)(?: {when}|$))"
    )


def _both_with(clause: Standing, sides: list[list[Party]]) -> list[Party]:
    """All whom "With A the talk was of drones, with B of ships" names: partners of somebody else, not of one another."""
    if len(sides) < 2 or not all(clause.line.word(side[0].first - 1) == "with" for side in sides):
        return []
    return [party for side in sides for party in side] if all(side[0].name for side in sides) else []


@cache
def _met_there() -> re.Pattern[str]:
    """Finds where two people were: "in a meeting that ran for two hours", "at a long meeting"; not "at a meeting of the cabinet"."""
    return re.compile(
        r"\b(?:at|in|during|over) (?:a|an|this) (?:[\w-]+ ){0,3}?meeting\b(?! (?:of|with|between|among|in parliament)\b)"
    )


def may_meet(group: list[Party]) -> list[Party]:
    """Those of a group who can have met somebody."""
    return [
        p
        for p in group
        if p.name
        or (p.offices and not p.plural)
        or p.role in ("counterpart", "guest", "host")
        or (p.role == "pronoun")
    ]


def told_of(parties: list[Party]) -> bool:
    """Whether one of them is named, or an office of a named country."""
    return any(p.name or (p.offices and p.countries) or p.role == "counterpart" for p in parties)
