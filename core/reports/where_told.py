"""Where an engagement was, as its clause and its sentence tell."""

import re
from functools import cache

from core.lexicon import countries
from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.where import Where
from core.reports.clauses import Clause
from core.reports.settle import ADDS
from core.reports.standing import on_the_agenda
from core.reports.story import Frame, Scene

NOT_THERE = frozenset({"from", "about"})
"""how places stand at which nobody is told of as being"""
_ENDS = frozenset({"", ".", ",", ";", ")", "and", "with", "on", "during", "at", "after", "before"})
_HOSTS = frozenset({"host", "hosts", "hosted", "hosting"})
_AUXILIARIES = frozenset(
    {"will", "will be", "is", "was", "the", "play", "plays", "played", "to", "has", "had", "have", "also", "be", "would", "due", "set", "again", "next", "then", "later"}
)  # fmt: skip
_LIST = 7  # atoms: "with Oman, the Gulf and | Chabahar port"
_NEXT = frozenset({"next", "inaugural", "again", "another"})
_TO_BE = frozenset({"will", "would", "be", "should", "to"})
_VISITS = frozenset({"visit", "visits", "visiting", "to"})
_TO_DO = 16  # atoms: "is to visit Laos next week to attend a forum and to hold a"
_TO_MEET = 5  # atoms between a town and "to meet"
_VISIT_BACK = 9  # atoms: "during her three-day official visit to"
_DAY_BEHIND = 8  # characters: ", early in "
_OPENING = 10  # atoms of what opens a sentence: "Before leaving on Sunday for a three-day visit to"
_MEASURED = 5  # atoms at the head of a sentence: "two and a half weeks before"


def place_of(scene: Scene, clause: Clause, at: int, frame: Frame, dateline: Where | None) -> Where | None:
    """The place that the clause or its sentence gives to an engagement; None if neither does."""
    held = set(clause.atoms)
    if clause.opener == "where" and clause.atoms:  # "flies on to Mogadishu, where he is due to see"
        before = [
            w for w in scene.places if w.last <= clause.atoms[0] and w.country and w.how not in NOT_THERE
        ]
        if before and not any(w.first in held for w in scene.places):
            return before[-1]
    ranked: list[tuple[bool, int, Where]] = []
    for where in scene.places:
        named_only = where.how == "name" and (where.word not in ("venue", "base") or _of_people(scene, where))
        if named_only or where.how in NOT_THERE:
            continue
        there = (
            _welcomed_to(scene, where, at)
            or _went_to_meet(scene, where, at)
            or _on_a_visit(scene, where)
            or (where.first in held and _came_and_met(scene, where, at))
        )
        if where.how == "to" and not there:
            continue
        if only_discussed(scene, clause, where) or days_away(scene.line, where):
            continue
        if on_the_list(scene.line, where.first, where.last):
            continue
        if at < where.first and _of_the_next(scene.line, at, where):
            continue
        if where.last < at and before_that(scene.line, where):
            continue
        if where.word == "base" and frame.host not in ("", where.country) and _elsewhere_too(scene, where):
            continue
        if where.first not in held and _of_old(scene, where):
            continue
        settled = where if where.country else _context(scene, where, frame, dateline)
        if settled is not None:
            between = scene.line.atoms[where.last : at]
            earlier = any(atom.word == "and" for atom in between)  # "met A in B and held talks with C in D"
            distance = abs(where.first - at) + (100 if earlier else 0)
            ranked.append((where.first not in held, distance, settled))
    if not ranked:
        return host_named(scene, clause)
    outside, _, best = min(ranked, key=lambda item: (item[0], item[2].city == "", item[1]))
    apart = (clause.opener in ADDS or not _near(scene, best)) and not _who_are_there(scene, best)
    if outside and (apart or (best.word == "country" and frame.host)):
        return None
    return best


def _elsewhere_too(scene: Scene, where: Where) -> bool:
    """Whether a command of that name is in several countries, so that the story's own is meant."""
    return scene.line.word(where.first) in word_set("shared_commands")


def _of_old(scene: Scene, where: Where) -> bool:
    """Whether another clause tells of what was there before: "met on Tuesday; the two had last met in Washington"."""
    told = scene.clause_of(where.first)
    words = [scene.line.word(p) for p in told.atoms if p < where.first] if told is not None else []
    return any(word.split(" ")[0] == "had" for word in words) and not {"last", "previously"}.isdisjoint(
        " ".join(words).split()
    )


def _who_are_there(scene: Scene, where: Where) -> bool:
    """Whether a relative clause says that those met were in this town: "met six colleagues who are in Istanbul for the fair"."""
    told = scene.clause_of(where.first)
    if told is None or told.opener != "who" or not told.atoms:
        return False
    words = " ".join(scene.line.word(p) for p in told.atoms if p < where.first)
    return words in ("are in", "is in", "were in", "was in", "are at", "were at")


def host_named(scene: Scene, clause: Clause) -> Where | None:
    """The capital or country that a clause names as the host: "Tokyo will host the dialogue", "Oman is the host"."""
    line = scene.line
    if _HOSTS.isdisjoint(line.words.folded):
        return None
    for place in clause.atoms:
        verb = line.word(place).rsplit(" ", 1)
        if verb[-1] == "by" and verb[0].endswith("hosted"):
            named = place + 1 + (line.word(place + 1) == "the")
        elif verb[-1] in _HOSTS and not _a_noun(line, place):
            named = place - 1
            while named > 0 and _between_host_and_verb(line, named):
                named -= 1
        else:
            continue
        if line.sort(named) in ("G", "P", "C") and line.word(named - 1) not in (
            "in",
            "of",
            "with",
            "to",
            "from",
        ):
            atom = line.atoms[named]
            city = atom.sense("city") if atom.sort != "C" else None
            if city is not None:
                return Where(city.name, city.country, "at", named, named + 1, "city")
            return Where("", atom.value, "at", named, named + 1, "country") if atom.sort == "C" else None
    return None


def _a_noun(line: Line, place: int) -> bool:
    """Whether "host" is a noun here that names nobody: "the host met him", not "Oman is the host"."""
    is_the = line.word(place - 1) == "the" and line.word(place - 2) in ("is", "was", "be", "will be")
    return line.word(place - 1) in ("the", "a", "as", "its", "by") and not is_the


def _between_host_and_verb(line: Line, place: int) -> bool:
    word = line.word(place)
    passed = word in word_set("passed_over") and word not in (",", "and")
    return passed or word in _AUXILIARIES or word.isdigit()


def only_discussed(scene: Scene, clause: Clause, where: Where) -> bool:
    """Whether a place behind "discussed" is among what was: "reviewed plans for a base in Darwin with"."""
    line = scene.line
    before = (p for p in clause.atoms if p < where.first and "joint" in line.atoms[p].cues)
    topics = (p for p in clause.atoms if 1 < p < where.first and line.word(p) == "about")
    about = any(line.word(p - 1).startswith(("talk", "speak", "spoke", "discuss")) for p in topics)
    if where.first not in clause.atoms:
        return False
    if not about and all(line.word(p) not in word_set("discussing") for p in before):
        return False
    behind = line.word(where.last)
    between = {line.word(p) for p in clause.atoms if p < where.first and "joint" not in line.atoms[p].cues}
    if not between.isdisjoint(word_set("another_time")):
        return True
    end = line.words.ends[line.atoms[where.last - 1].last - 1] if where.last else 0
    dated = any(0 <= mention.start - end <= _DAY_BEHIND for mention in scene.dates)
    return not dated and (where.word in ("country", "region") or behind not in _ENDS)


def on_the_list(line: Line, first: int, last: int) -> bool:
    """Whether atoms are in a list of topics: "with Chabahar port and Afghanistan high on the list"."""
    before = [line.word(place) for place in range(max(0, first - _LIST), first)]
    opened = next((n for n, word in enumerate(reversed(before)) if word in ("with", ",", ".", ";")), -1)
    return opened >= 0 and before[-1 - opened] == "with" and on_the_agenda(line, last)


def _of_the_next(line: Line, at: int, where: Where) -> bool:
    """Whether a place is that of talks to come that were agreed on: "settled that the next round will be convened in Hanoi"."""
    words = {word for place in range(at + 1, where.first) for word in line.word(place).split(" ")}
    return not _NEXT.isdisjoint(words) and not _TO_BE.isdisjoint(words)


def a_topic(scene: Scene, where: Where) -> bool:
    """Whether a town is one of the matters that a note lists, and nobody is named with it: "Chabahar, spare parts"."""
    line, behind = scene.line, where.last + 1
    if scene.parties or where.how != "name" or line.word(where.last) != "," or line.sort(behind) != "w":
        return False
    return line.printed(behind, behind + 1).islower() and line.word(behind) not in word_set("parts_of_day")


def days_away(line: Line, where: Where) -> bool:
    """Whether a place belongs to what came days before or after: "Two weeks before the summit in Vilnius, he met"."""
    for place in range(1, min(_MEASURED, where.first)):
        if line.word(place) in ("before", "after", "ahead of") and line.word(place - 1) in word_set(
            "time_measures"
        ):
            return all(line.word(between) != "," for between in range(place, where.first))
    return False


def before_that(line: Line, where: Where) -> bool:
    """Whether a place is where somebody went after what is told: "Before flying to Oman, he met", "Ahead of his visit to"."""
    if line.word(0) not in ("before", "prior", "ahead of", "ahead") or where.first > _OPENING:
        return False
    if line.word(0) == "before" and not any(
        line.word(place).endswith("ing") for place in range(1, min(3, where.first + 1))
    ):
        return False
    behind = (line.word(place) for place in range(where.last, min(where.last + 6, len(line.atoms))))
    return "," in behind


def _near(scene: Scene, where: Where) -> bool:
    """Whether a place in another clause of the sentence holds for the whole of it."""
    other = scene.clause_of(where.first)
    return other is None or other.opener not in ADDS | {"as", "because", "before", "after"}


def _welcomed_to(scene: Scene, where: Where, at: int) -> bool:
    """Whether somebody was welcomed to a town: there the talks were."""
    welcomed = scene.line.atoms[at].word.startswith("welcom") and where.first > at
    behind = where.first - 1 - (scene.line.word(where.first - 1) == "the")  # "welcomed him to the Pentagon"
    return welcomed and scene.line.word(behind) == "to"


def _went_to_meet(scene: Scene, where: Where, at: int) -> bool:
    """Whether somebody went to a town for these talks: "flew to Seoul on Tuesday to meet X"."""
    line = scene.line
    if where.word == "venue" and where.last < at:
        return True  # "drove to the Kremlin and saw him there"
    if where.last >= at:
        return False
    went = any("travel" in atom.cues for atom in line.atoms[max(0, where.first - 3) : where.first])
    if where.word == "city" and line.word(at - 1) in ("to", "for"):
        return went and at - where.last <= _TO_MEET
    between = [line.word(place) for place in range(where.last, at)]
    visits = went and line.word(where.first - 1).rsplit(" ", 1)[-1] in _VISITS
    return visits and "to" in between and at - where.last <= _TO_DO and {",", "from", "."}.isdisjoint(between)


def _came_and_met(scene: Scene, where: Where, at: int) -> bool:
    """Whether what follows was done where somebody came to: "visited Kyiv on Monday and were received by"."""
    line = scene.line
    if where.last >= at or len(scene.dates) > 1 or not where.city:
        return False
    came = [atom for atom in line.atoms[max(0, where.first - 2) : where.first] if "travel" in atom.cues]
    between = [atom.word for atom in line.atoms[where.last : at]]
    if not came or came[-1].word.startswith(("left", "leav", "depart", "was ", "were ")):
        return False
    return "and" in between[-3:] and not {",", "from", "before", "after", "then"} & set(between)


def _on_a_visit(scene: Scene, where: Where) -> bool:
    """Whether somebody did something "during his visit to" a place: there it was."""
    line = scene.line
    cue = (
        line.atoms[where.first - 1 - (line.word(where.first - 1) in ("to", "the"))]
        if where.first > 1
        else None
    )
    if cue is None or "journey" not in cue.cues:
        return False
    before = [line.word(place) for place in range(max(0, where.first - _VISIT_BACK), where.first)]
    return "during" in before or "part" in before or line.atoms[0].word in ("during", "on")


def _of_people(scene: Scene, where: Where) -> bool:
    """Whether a venue only says whose people somebody is: "a US State Department delegation"."""
    word = scene.line.word(where.last)
    return word in word_set("delegations") or word in word_set("officials")


def _context(scene: Scene, where: Where, frame: Frame, dateline: Where | None) -> Where | None:
    """What "here" (the dateline's city), "the capital" and "there" (of the story's country), "the city" (the last) mean."""
    if where.word == "here" and dateline is not None:
        return dateline
    if where.word == "capital":
        code = frame.host or (dateline.country if dateline is not None else "")
        known = countries.country(code)
        return Where(known.capital, code, where.how, where.first, where.last, "capital") if known else None
    if where.word == "there":
        earlier = [w for w in scene.places if w.last <= where.first and w.country]
        if earlier or frame.there is not None:
            return earlier[-1] if earlier else frame.there
    if frame.host:
        return Where(frame.city, frame.host, where.how, where.first, where.last, where.word)
    return dateline


def in_works(here: Scene, start: int) -> bool:
    """Whether a place at this offset of the text only says where something is that somebody visited."""
    found = _works().search(here.line.sentence.text)
    return found is not None and start >= here.line.sentence.start + found.end()


@cache
def _works() -> re.Pattern[str]:
    """Finds a visit to something in a town: "visited Bharat Electronics Limited in Ghaziabad"."""
    return re.compile(
        r"\bvisit(?:ed|s|ing)? (?!(?:to|in|here|on|with)\b)(?:[\w'\u2019&-]+ ){1,9}?(?:in|at|near) "
    )
