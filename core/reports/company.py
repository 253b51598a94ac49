"""Who was with whom, whatever the verb: "had coffee with Britain's Ben Wallace", "the two were alone for an hour"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from core.lexicon.cues import Cue
from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import BlockKind, Kind
from core.reports.draft import Draft
from core.reports.standing import Standing

_IN_COMPANY = Cue("in company", "meet", Kind.BILATERAL, weak=False, phrases=(), unless=())
_BESIDE = Cue("beside at the press", "meet", Kind.BILATERAL, weak=False, phrases=(), unless=())
_MEAL_SAID = 3  # atoms at the head of a clause
_WIRE = 5  # atoms
_CHAIR = 3  # atoms: "in the chair"
_CHAIRS = frozenset({"chair", "chairman", "host", "helm", "head"})
_CAME = frozenset(
    {"came", "arrived", "flew", "travelled", "traveled", "landed", "returned", "comes", "arrives"}
)
_BEFORE_THE_PRESS = (["joint", "press"], ["joint", "news"], ["joint", "media"])
_VISIT_PAID = 4  # atoms: "paid him a return courtesy visit"
_CALLERS = 5  # atoms: "the previous day's visitors"
_REACH = 9  # atoms between a subject and "with"


def in_company(clause: Standing) -> Iterator[Draft]:
    """The people whom a clause without a known verb of meeting shows together.

    A person "with" an official of another country is company unless the words before "with" tell of agreement, dealings
    or ties (`no_company` in words.yaml).
    """
    if (
        clause.clause.opener in ("which", "that", "if", "whether") and not _talks_that(clause)
    ) or clause.line.sentence.kind is BlockKind.TITLE:
        return
    for position, place in enumerate(clause.items):
        if clause.atom(position).word != "with" or position < 1 or place in clause.covered:
            continue
        right = clause.starts.get(clause.items[position + 1]) if position + 1 < len(clause.items) else None
        if right and right[0].name and _at_a_meal(clause.words(0, position)):
            yield clause.draft(_IN_COMPANY, position, None, clause.after(position - 1, linked={"with"}))
            return
        talked = clause.words(position - 3, position - 1) in _BEFORE_THE_PRESS
        left = _who_spoke(clause, position) if talked else clause.before(position)
        if right is None or not left or not _people(left) or not _people(right):
            continue
        if not (_known(right) or _known(left)):
            continue
        first = next((p for p in range(position) if clause.items[p] >= left[-1].last), position)
        between = " ".join(clause.words(first, position)).split()
        noted = (
            clause.line.sentence.kind is BlockKind.BULLET
        )  # "22 Nov: Rajnath Singh with Tea Banh (Cambodia)"
        far = len(between) > (2 * _REACH if talked else _REACH)
        company = talked or word_set("no_company").isdisjoint(between)
        if not (between or noted) or far or not company:
            continue
        if not word_set("negations").isdisjoint(between) or _his_own(right):
            continue  # "has never been in a room with him", "was in Sochi with his president"
        if _in_the_chair(clause, right) or _came_along(right, between):
            continue
        right = clause.after(position - 1, linked={"with"})
        if right:
            yield clause.draft(_BESIDE if talked else _IN_COMPANY, position, left, right)
            return
    if clause.clause.opener in ("that", "which"):
        yield from _which_they_had(clause)
        return
    callers = _his_callers(clause)
    if callers is not None:
        yield callers
        return
    yield from _visit_paid(clause)
    yield from _on_the_telephone(clause)
    yield from _whom_he_met(clause)
    yield from _with_whom(clause)
    yield from _guest_was(clause)
    yield from _was_the_guest(clause)
    yield from _by_themselves(clause)


def _who_spoke(clause: Standing, position: int) -> list[Party] | None:
    """Who said something before the press: "Kenya is ready, | Mr A | said in Rome at a joint press conference with Mr B"."""
    spoke = [g for g in clause.clause.groups if g[-1].last <= clause.items[position] and _people(g)]
    said = (g for g in reversed(spoke) if clause.line.word(g[-1].last) in word_set("reporting_verbs"))
    return next(said, None) or clause.before(position)


def _visit_paid(clause: Standing) -> Iterator[Draft]:
    """As in "the army chief paid him a courtesy visit", "pays the minister a call"."""
    for position in range(1, len(clause.items) - 2):
        if clause.atom(position).word not in ("paid", "pays", "pay"):
            continue
        left, whom = clause.before(position), clause.starts.get(clause.items[position + 1])
        if not left or not whom or not _people(left) or not _people(whom):
            return
        behind = [clause.line.word(place) for place in range(whom[-1].last, whom[-1].last + _VISIT_PAID)]
        calls = {"visit", "call", "courtesy call", "courtesy visit"}
        if behind[0] in ("a", "an", "his", "her") and not calls.isdisjoint(behind):
            yield clause.draft(_IN_COMPANY, position, left, whom)
        return


def _his_own(parties: list[Party]) -> bool:
    """Whether somebody's own president or minister is spoken of: "with his president"."""
    first = parties[0]
    owned = first.possessive in ("his", "her", "their", "its")
    return owned and bool(first.offices) and not (first.name or first.countries) and first.role == "person"


def _in_the_chair(clause: Standing, parties: list[Party]) -> bool:
    """Whether somebody is only said to have presided: "took part in it, with the host in the chair"."""
    behind = [clause.line.word(p) for p in range(parties[-1].last, parties[-1].last + _CHAIR)]
    return behind[:1] in (["presiding"], ["chairing"]) or (
        behind[:1] in (["in"], ["as"], ["at"]) and not _CHAIRS.isdisjoint(behind)
    )


def _came_along(parties: list[Party], between: list[str]) -> bool:
    """Whether somebody of no other country came with the one who came: "flew in from Israel with Zohar Palti"."""
    return not _CAME.isdisjoint(between) and not any(party.countries for party in parties)


def _on_the_telephone(clause: Standing) -> Iterator[Draft]:
    """As in "he had Rajnath Singh on the telephone", "reached his counterpart by phone", "had X on the line"."""
    words = clause.words(0, len(clause.items))
    if word_set("by_wire").isdisjoint(words) and "line" not in words:
        return
    for position in range(1, len(clause.items) - 3):
        pair = clause.before(position) if clause.atom(position).word == "were" else None
        if pair and len(pair) > 1 and _people(pair) and _known(pair):
            if _on_wire().match(" ".join(clause.words(position + 1, position + 6))):
                draft = clause.draft(_IN_COMPANY, position, pair, [])
                draft.kind = Kind.CALL
                yield draft
            return
    for position, place in enumerate(clause.items):
        right = clause.starts.get(place)
        if right is None or not position or not (_people(right) and _known(right)):
            continue
        behind = " ".join(clause.line.word(p) for p in range(right[-1].last, right[-1].last + _WIRE))
        verb = clause.atom(position - 1).word
        left = clause.before(position - 1)
        if left and verb in word_set("reached_by_wire") and _on_wire().match(behind):
            draft = clause.draft(_IN_COMPANY, position, left, right)
            draft.kind = Kind.CALL
            yield draft
            return


@cache
def _on_wire() -> re.Pattern[str]:
    wire = r"(?:tele)?phone|line|other end|video link|video|secure line|hotline"
    return re.compile(rf"(?:up )?(?:on|by|over|at|via) (?:the |a |his |her )?(?:{wire})\b")


def _whom_he_met(clause: Standing) -> Iterator[Draft]:
    """As in "General X, with whom she held talks in Delhi", "Mr Y, whom he met in Moscow": the one named before."""
    partners = clause.clause.antecedent
    if clause.clause.opener != "whom" or not partners or not _people(partners[-1:]):
        return
    subject = clause.clause.groups[0] if clause.clause.groups else None
    if subject is None or subject[0].first != clause.items[0] or not _people(subject):
        return
    for position in range(1, len(clause.items)):
        if clause.items[position] not in clause.covered and clause.cued(
            position, position + 1, {"meet", "talk", "time"}
        ):
            yield clause.draft(_IN_COMPANY, position, subject, _ones(clause, partners))
            return


def _ones(clause: Standing, partners: list[Party]) -> list[Party]:
    """Who is meant by "whom": the last one named, or all of "A and B were those whom he met"."""
    whom = clause.items[0] - 1
    those = clause.line.word(whom - 1) in word_set("those_met") and whom > partners[-1].last
    return partners if those else partners[-1:]


def _talks_that(clause: Standing) -> bool:
    """Whether a clause goes on about talks: "The talks that Mr A had with Mr B in Tashkent on Monday"."""
    opener = clause.items[0] - 1 if clause.items else 0
    noun = clause.line.atoms[opener - 1] if opener > 0 else None
    told = clause.clause.opener in ("that", "which") and noun is not None and noun.sort == "K"
    two = (
        noun is not None
        and "talk" in noun.cues
        and not noun.word.startswith(("tri", "quad", "three", "four"))
    )
    return told and two and not {"had", "held"}.isdisjoint(clause.words(0, len(clause.items)))


def _which_they_had(clause: Standing) -> Iterator[Draft]:
    """As in "The talks which A of X and B of Y had in Rome"."""
    left = clause.clause.groups[0] if clause.clause.groups else []
    if len(left) > 1 and _people(left) and _known(left):
        ends = [at for at in range(len(clause.items)) if clause.items[at] >= left[-1].last]
        if ends and clause.atom(ends[0]).word in ("had", "held"):
            yield clause.draft(_IN_COMPANY, ends[0], left, [])


def _with_whom(clause: Standing) -> Iterator[Draft]:
    """As in "With Yasar Guler, the defence minister, he presided over the committee"."""
    if len(clause.items) < 2 or clause.atom(0).word != "with":
        return
    partners = clause.starts.get(clause.items[1])
    if partners is None or not _people(partners) or not _known(partners):
        return
    behind = (g for g in clause.clause.groups if g[0].first >= partners[-1].last and g[0].name)
    subject = next((g for g in behind if clause.line.word(g[0].first - 1) not in ("with", "of", "to")), None)
    subject = subject or next(
        (g for g in clause.clause.groups if g[0].role == "pronoun" and not g[0].plural), None
    )
    if subject is None or not _people(subject):
        return
    position = next((p for p in range(len(clause.items)) if clause.items[p] >= subject[-1].last), -1)
    told = set(" ".join(clause.words(position, position + 4)).split()) if position >= 0 else set()
    if told and word_set("no_company").isdisjoint(told):
        yield clause.draft(_IN_COMPANY, position, subject, partners)


def _guest_was(clause: Standing) -> Iterator[Draft]:
    """As in "His guest a day earlier in London was Boris Pistorius", "Her hosts in Rome were A and B"."""
    first = clause.clause.groups[0][0] if clause.clause.groups else None
    if (
        first is None
        or first.role not in ("guest", "host")
        or first.possessive not in ("his", "her", "their")
    ):
        return
    for position in range(1, len(clause.items)):
        if clause.items[position] < first.last or clause.atom(position - 1).word not in ("was", "were", "is"):
            continue
        right = clause.starts.get(clause.items[position])
        if right is not None and any(party.name or party.offices for party in right):
            owner = replace(
                first, role="pronoun", possessive="", rule="pronoun", plural=first.possessive == "their"
            )
            yield clause.draft(_IN_COMPANY, position - 1, [owner], right)
        return


def _was_the_guest(clause: Standing) -> Iterator[Draft]:
    """As in "Britain's Ben Wallace was Rajnath Singh's first visitor", "was in Rome as the guest of Mr X"."""
    told = range(2, len(clause.items) - 2) if "guest" in clause.line.words.folded else range(0)
    for position in told:
        if clause.words(position, position + 2) != ["guest", "of"]:
            continue
        led = clause.starts.get(clause.items[position - 1]) or clause.starts.get(clause.items[position])
        named = led is not None and led[0].role == "guest" and bool(led[0].name)
        of_whom = (
            [replace(led[0], role="person")]
            if led and named
            else clause.starts.get(clause.items[position + 2])
        )
        left = clause.clause.groups[0]
        apart = of_whom is not None and left[-1].last <= clause.items[position]
        if of_whom and apart and _people(left) and _people(of_whom) and _known(left) and _known(of_whom):
            yield clause.draft(_IN_COMPANY, position, left, of_whom)
            return
    if clause.clause.groups[1:] and clause.clause.groups[0][0].first <= 1:
        left, right = clause.clause.groups[:2]
        between = [clause.line.word(place) for place in range(left[-1].last, right[0].first)]
        behind = [clause.line.word(place) for place in range(right[-1].last, right[-1].last + 4)]
        theirs = behind[0] in ("'s", "'") and not _callers().isdisjoint(behind)
        was = bool(between) and between[0] in ("was", "were", "is") and len(between) == 1
        if theirs and was and _people(left) and _people(right) and (_known(left) and _known(right)):
            yield clause.draft(_IN_COMPANY, clause.items.index(left[-1].last), left, right)


def _his_callers(clause: Standing) -> Draft | None:
    """As in "Monday's visitors to his office had been A of X and B of Y", "The guests at Mr C's office were"."""
    words = clause.words(0, _CALLERS + _REACH)
    at = next((n for n, word in enumerate(words[:_CALLERS]) if word in word_set("visitors")), -1)
    if at < 0 or not {"to", "at", "in", "of"} & set(words[at + 1 : at + 2]):
        return None
    been = next((n for n in range(at, len(words)) if words[n] in ("were", "had been", "been")), -1)
    right = clause.after(been, reach=1) if been > 0 else []
    if len(right) < 2 or not (_people(right) and _known(right)):
        return None
    owners = (clause.starts.get(clause.items[n]) for n in range(at, been))
    owner = next((group for group in owners if group is not None and group[0].name), None)
    if owner is None and not {"his", "her"} & set(words[at:been]):
        return None
    return clause.draft(_IN_COMPANY, at, owner or [Party(at, at + 1, role="pronoun", rule="pronoun")], right)


@cache
def _callers() -> frozenset[str]:
    return frozenset({*word_set("guests"), "caller", "host", "interlocutor", "callers"})


def _at_a_meal(words: list[str]) -> bool:
    """As in "Lunch was with", "Dinner on Friday was with": the main actor's."""
    told = words[-1:] == ["was"] and len(words) <= _REACH
    return told and not word_set("meals").isdisjoint(words[:_MEAL_SAID])


def _by_themselves(clause: Standing) -> Iterator[Draft]:
    """As in "Lloyd Austin and Rajnath Singh had an hour to themselves", "needed two rounds of talks"."""
    for position, place in enumerate(clause.items):
        if clause.atom(position).word in word_set("got_talks") and place not in clause.covered:
            left = clause.before(position)
            nouns = range(position + 1, min(position + _MEAL_SAID + 3, len(clause.items)))
            talks = any(
                ("talk" in clause.atom(p).cues or clause.atom(p).word in word_set("encounter_nouns"))
                and clause.words(p, p + 2) != ["call", "for"]
                for p in nouns
            )
            if talks and left and len(left) > 1 and _people(left) and _known(left):
                yield clause.draft(_IN_COMPANY, position, left, [])
                return
        if clause.atom(position).word in ("themselves", "alone") and place not in clause.covered:
            left = clause.before(position)
            if left and len(left) > 1 and _people(left) and _known(left):
                yield clause.draft(_IN_COMPANY, position, left, [])
            return


def _people(parties: list[Party]) -> bool:
    return all(p.name or p.offices or p.role in ("pronoun", "counterpart", "guest", "host") for p in parties)


def _known(parties: list[Party]) -> bool:
    """Whether one of them is named, or an office of a named country."""
    return any(p.name or (p.offices and p.countries) or p.role == "counterpart" for p in parties)
