"""The exercises that one line names, and the countries it names beside them."""

import re
from dataclasses import dataclass
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.dates import Bound
from core.mentions.forums import EXERCISE_WORDS, ForumMention, countries_in_name
from core.reports.story import Scene

_ASIDE = 60  # characters
_NAMING = frozenset({"named", "called", "dubbed", "codenamed"})


@dataclass(slots=True)
class Drill:
    """An exercise told by one line: where in it, and which countries the line names beside it."""

    mention: ForumMention
    countries: list[str]
    told: bool
    """held, under way or planned in so many words, or dated; otherwise only named"""


def find_drills(scene: Scene) -> list[Drill]:
    """The exercises of one line, each once."""
    found: dict[str, Drill] = {}
    atoms = scene.line.atoms
    apart = _each_with_its_own(scene) if len(scene.forums) > 1 else {}
    for mention in scene.forums:
        if mention.kind != "exercise" or mention.name in found:
            continue
        clause = scene.clause_of(mention.atom)
        near = {w for p in (clause.atoms if clause else range(len(atoms))) for w in atoms[p].word.split()}
        before = {w for atom in atoms[max(0, mention.atom - 5) : mention.atom] for w in atom.word.split()}
        dated = any(date.bound is not Bound.SINCE for date in scene.dates)
        told = dated or "cancel" in scene.line.cues or not near.isdisjoint(word_set("exercise_running"))
        custom = not dated and phrase_pattern("exercise_custom").search(scene.line.sentence.text.casefold())
        named = dated and scene.line.word(_before_quotes(scene, mention.atom)) in _NAMING
        aside = bool(custom) or not (named or before.isdisjoint(word_set("exercise_aside")))
        aside = aside or (not dated and _defined().match(scene.line.words.text, mention.end) is not None)
        aside = aside or _spoken_of(scene, mention) or _an_example(scene, mention) or _a_part(scene, mention)
        told_by_name = countries_in_name(scene.line.words.text[mention.start : mention.end])
        countries = apart.get(mention.atom) or countries_named(scene)
        ships = (party.country for party in scene.parties if party.role == "ship")
        countries += [code for code in ships if code and code not in countries]
        if len(told_by_name) > 1:
            countries += [code for code in told_by_name if code not in countries]
        found[mention.name] = Drill(mention, countries, told and not aside)
    return list(found.values())


def _each_with_its_own(scene: Scene) -> dict[int, list[str]]:
    """The countries behind each exercise of a list, by its atom: "X is with Oman, Y with Uzbekistan and Z with Kenya"."""
    drills = [mention for mention in scene.forums if mention.kind == "exercise"]
    if len(drills) < 2:
        return {}
    ends = [*(mention.atom for mention in drills[1:]), len(scene.line.atoms)]
    own = {
        mention.atom: [str(atom.value) for atom in scene.line.atoms[mention.last : end] if atom.sort in "CA"]
        for mention, end in zip(drills, ends, strict=True)
    }
    return own if all(own.values()) else {}


def _before_quotes(scene: Scene, place: int) -> int:
    """The atom before an exercise, quotes and the word itself passed over: "named | Ex X", "called | "Exercise X"."""
    place -= 1
    while place > 0 and (scene.line.sort(place) in ('"', "'") or scene.line.word(place) in EXERCISE_WORDS):
        place -= 1
    return place


def _spoken_of(scene: Scene, mention: ForumMention) -> bool:
    """Whether an exercise is a topic or an example: "discussed Exercise X", "X, which began in 2018, figured in the talks"."""
    line = scene.line
    clause = scene.clause_of(mention.atom)
    if not scene.dates and line.word(_before_quotes(scene, mention.atom)) == "about":
        return True  # "spoke to reporters about African Lion"
    later = [m.start for m in scene.forums if m.kind == "exercise" and m.start > mention.start]
    until = min(later, default=len(line.words.text))
    behind = line.words.text[mention.end : until]
    dated = any(mention.end <= m.start < until for m in scene.dates) and not _history().match(behind)
    if dated or _goes_on().search(line.words.text) or clause is None:
        return False
    words = {w for p in clause.atoms if p < mention.atom for w in line.word(p).split()}
    return bool(_history().match(behind)) or not words.isdisjoint(word_set("exercise_spoken_of"))


def _an_example(scene: Scene, mention: ForumMention) -> bool:
    """Whether an exercise is only named for comparison: "no drill like Red Flag of the US and Pitch Black of Australia"."""
    text = scene.line.words.text
    return (
        " like " in text
        and _compared().search(text, max(0, mention.start - _ASIDE), mention.start) is not None
    )


def _a_part(scene: Scene, mention: ForumMention) -> bool:
    """Whether a line only says of what a visit is a part: "The port call is part of the Indo-Pacific Endeavour"."""
    text = scene.line.words.text
    return " part of " in text and _part_of().search(text, 0, mention.start) is not None


@cache
def _part_of() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:visit|call|stop|stopover|trip) (?:is|was)(?: also| made as| being made as)? (?:a )?part of (?:the )?[\w' -]{0,50}\Z"
    )


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(r" (?:like|similar to|akin to) (?:the )?(?:[A-Z][^.;:]{0,50})?\Z")


@cache
def _defined() -> re.Pattern[str]:
    """Behind an exercise: that a list of facts says what it is, as in "MILAN: a multilateral exercise hosted by"."""
    return re.compile(
        r" ?(?:[:=]|-|\u2013|\u2014| is) ?(?:an?|the) [^.;,]{0,40}\b(?:exercises?|drills?|wargames?)\b"
    )


@cache
def _history() -> re.Pattern[str]:
    """Behind an exercise: that it is an old one, or that it was spoken of."""
    old = r"(?:was )?(?:began|begun|started|launched|instituted|initiated|inaugurated|held|conducted|takes place|is held)"
    often = r"(?:for the first time |first |last )?(?:in |since )?(?:(?:early |late |mid-)?\d{4}|annually|every (?:two )?years?|every year|alternately)"
    return re.compile(
        rf" ?,? (?:which|that) (?:first |last |was first |was last |has been )?{old} {often}"
        r"| (?:also )?(?:figured|featured|came up|was (?:also )?(?:discussed|mentioned|raised))\b"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:ongoing|under ?way|currently|now (?:being|taking)|being held|just (?:concluded|ended)|recently[ -]concluded)\b"
    )


def countries_named(scene: Scene) -> list[str]:
    """The countries that a line names as themselves or by an adjective, in order."""
    out: list[str] = []
    for place, atom in enumerate(scene.line.atoms):
        if atom.sort in "CA" and atom.value not in out and not _only_place(scene, place):
            out.append(atom.value)
    return out


def _only_place(scene: Scene, place: int) -> bool:
    return any(w.first <= place < w.last and w.how in ("at", "to") for w in scene.places)
