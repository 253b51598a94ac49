"""Forums that a line says took place, were hosted or filled a day, and sessions that were held."""

import re
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.dates import DateMention
from core.mentions.forums import ORDINALS, ForumMention
from core.reports.bodies import in_session
from core.reports.clauses import Clause
from core.reports.gathering import (
    REACH,
    Gathering,
    among,
    relative_clause,
    with_those_among,
    words_before,
)
from core.reports.story import Scene

_HEAD = 5  # characters: "The "
_VENUE = 60  # characters: "is the venue of the first "
_FILLED = 4  # atoms: "Tuesday belonged to the"
_MEET = frozenset({"meet", "sat down", "sit down", "conferred", "confer"})
_WILL_MEET = 2  # atoms: "NATO ministers are to | meet"
_TENS = frozenset({"twenty", "thirty", "forty", "fifty", "-"})
_SITTINGS = frozenset({"conclave", "meeting", "session", "gathering", "conference", "plenary", "assembly"})


def held(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum that "took place", "was hosted by" somebody, or during which something happened."""
    relative = _held_in_relative(scene, mention)
    if relative is not None:
        return relative
    back = words_before(scene, mention, 4)
    if any(word in word_set("sidelines") or word == "eve" or word.startswith("ahead") for word in back):
        return None
    found = (
        _verb_behind(scene, mention, clause)
        or _verb_before(scene, mention, clause)
        or _what_it_did(scene, mention, clause)
        or _its_day(scene, mention, clause)
        or _its_venue(scene, mention, clause)
        or _its_coming_day(scene, mention, clause)
        or (in_session(scene, mention) and Gathering(mention, clause, mention.last, [], None, True))
    )
    if found:
        return found
    if mention.kind in ("mechanism", "pattern"):
        return _session_held(scene, mention, clause)
    back = _words_before_its_session(scene, mention) or back
    over = not word_set("over").isdisjoint(back)
    if over or not {"during", "at", "after", "over"}.isdisjoint(back[-3:]):
        sure = over or "during" in back or "at" in back[-3:]
        return Gathering(mention, clause, mention.atom, [], None, sure)
    return None


def _words_before_its_session(scene: Scene, mention: ForumMention) -> list[str]:
    """The words before "a session of the" forum; [] where no session leads to it: "said during a sitting of the council"."""
    words = [word for word in words_before(scene, mention, 9) if word != "the"]
    if (
        words[-1:] != ["of"]
        or words[-2:-1] == []
        or words[-2] not in ("session", "sitting", "meeting", "plenary")
    ):
        return []
    words = words[:-2]
    while words and (words[-1] in ("a", "an", "annual", "regular", "plenary") or words[-1] in ORDINALS):
        words.pop()
    return words[-3:] if words[-1:] in (["during"], ["at"]) else []


def _held_in_relative(scene: Scene, mention: ForumMention) -> Gathering | None:
    """As in "the dialogue, which Japan hosted", "the forum that ministers were to hold"."""
    atoms = scene.line.atoms
    told = relative_clause(scene, mention, 9)
    if told is None:
        return None
    sorts = {"gather"} if told.opener in ("which", "who") else {"gather", "light"}
    if told.opener == "that" and not any(atoms[p].word in ("to", "were", "was") for p in told.atoms):
        return None
    at = next((p for p in told.atoms if atoms[p].cues & sorts), -1)
    if at < 0:
        return None
    return Gathering(mention, told, at, [], told.groups[0] if told.groups else None, True)


def _verb_behind(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "The forum was hosted by", "The dialogue takes place on"."""
    atoms = scene.line.atoms
    previous = atoms[mention.atom - 1].word if mention.atom else ""
    own = _its_own(words_before(scene, mention, 3))
    for index, place in enumerate(clause.atoms):
        gap = (
            index - clause.atoms.index(mention.last - 1) - 1
            if mention.last - 1 in clause.atoms
            else place - mention.last
        )
        hosted = 0 <= gap < 10 and not word_set("hosted").isdisjoint(atoms[place].word.split())
        gathers = 0 <= gap < 12 and "gather" in atoms[place].cues and not _adjective(scene, place)
        gathers = gathers or (0 <= gap <= _WILL_MEET and atoms[place].word in _MEET)
        followed = gap == 0 and atoms[place].word == "followed" and _ends(scene, place + 1)
        brought = 0 <= gap < 4 and mention.kind == "mechanism" and "bring" in atoms[place].cues
        if hosted or brought or followed or (gathers and (own or previous not in ("of", "at", "with", "to"))):
            parties = among(scene, clause, mention)
            if (
                "meet" in atoms[place].cues and not hosted
            ):  # "The ministers of the group met Ukraine's Rustem Umerov"
                parties += next((g for g in clause.groups if g[0].first == place + 1 and g[0].name), [])
            host = next((g for g in clause.groups if hosted and g[0].first == place + 1), [])
            return Gathering(
                mention, clause, place, [*host, *(p for p in parties if p not in host)], None, True
            )
    return None


def _ends(scene: Scene, place: int) -> bool:
    """Whether nothing but a time or a town stands from here on: "The ninth 2+2 followed in the afternoon"."""
    return scene.line.word(place) in (
        "",
        ".",
        ",",
        "in",
        "at",
        "on",
        "later",
        "then",
        "there",
        "next",
        "after",
    )


def _its_own(before: list[str]) -> bool:
    """Whether the words before a forum lead to it alone: "the 12th edition of the", "the opening day of"."""
    words = [word for word in " ".join(before).split() if word != "the"]
    return words[-1:] == ["of"] and words[-2:-1] != [] and words[-2] in word_set("own_part")


def _adjective(scene: Scene, place: int) -> bool:
    """Whether a verb only says which forum is meant: "the recently concluded summit"."""
    line = scene.line
    return line.sort(place + 1) == "F" or line.word(place - 1) in ("recently", "just", "newly")


def _verb_before(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "Ministers gathered for the forum", "Japan is running the dialogue"."""
    atoms = scene.line.atoms
    first = mention.atom
    while first > 1 and (
        atoms[first - 1].word in ORDINALS or atoms[first - 1].sort == "d" or atoms[first - 1].word in _TENS
    ):
        first -= 1  # "opened the third conference", "the twenty-first session"
    if [atoms[p].word for p in range(max(0, first - 2), first)] == ["of", "the"] and atoms[
        first - 3
    ].word in _SITTINGS:
        first -= 3  # "met for the conclave of the symposium"
    previous = atoms[first - 1].word if first else ""
    for place in clause.atoms:
        if not 0 < first - place < REACH + (previous == "the"):
            continue
        hosts = atoms[place].word.startswith(
            ("welcom", "receiv", "host")
        )  # "welcomed the chance for the G7 to plan"
        meet_for = "meet" in atoms[place].cues and not hosts and "for" in (previous, atoms[first - 2].word)
        gathers = "gather" in atoms[place].cues or meet_for
        words = [atom.word for atom in atoms[place + 1 : mention.atom]]
        within = gathers and ("framework" in words or words[:1] == ["with"])
        if within or atoms[place].word in ("running", "run"):
            return Gathering(mention, clause, place, [], scene.subject_before(clause, place), True)
        three = mention.name.startswith("Trilateral") and previous in ("a", "an")
        if gathers and (three or previous in ("for", "of", "the", "their", "at", "in", "of the")):
            return with_those_among(scene, mention, clause, place)
    return None


def _what_it_did(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "The conclave heard Mr A", "Tuesday's dialogue adopted a statement": a forum at the head of its clause."""
    line = scene.line
    before = [line.word(p) for p in clause.atoms if p < mention.atom]
    if mention.kind == "mechanism" or (
        not word_set("passed_over").isdisjoint(before[:1]) and before[:1] != ["the"]
    ):
        return None
    if len(before) > _FILLED or {"of", "at", "with", "for", "to"} & {*before}:
        return None
    place = mention.last
    if line.word(place) in ("in", "at") and line.sort(place + 1) in ("P", "G", "C"):
        place += 2
    while line.word(place) in word_set("helps_verb") and place - mention.last < _FILLED + 2:
        place += 1
    if line.word(place).split(" ")[0] not in word_set("forum_does"):
        return None
    return Gathering(mention, clause, place, among(scene, clause, mention), None, True)


def _its_day(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "Tuesday belonged to the conclave", "The morning was given over to the forum": a time, and what filled it."""
    if mention.atom < _FILLED - 1:
        return None
    dated = bool(scene.dates) and scene.dates[0].start < _HEAD
    if not dated and word_set("parts_of_day").isdisjoint(scene.line.words.folded[: 2 * _FILLED]):
        before = [m for m in scene.dates if m.end <= mention.start]
        if not before or scene.atom_at(before[0].start) > 2 * _FILLED:
            return None
    first = max(0, mention.start - _VENUE)
    filled = phrase_pattern("filled_by").search(scene.line.words.text, first, mention.start)
    return None if filled is None else Gathering(mention, clause, mention.atom, [], None, True)


def _its_coming_day(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "The 2+2 is planned for 8 September", "the forum has been fixed for Monday"."""
    if day_fixed(scene, mention) is None:
        return None
    return Gathering(mention, clause, mention.atom, [], None, True)


def day_fixed(scene: Scene, mention: ForumMention) -> DateMention | None:
    """The day for which a line says that a forum is planned; None if it does not."""
    if not scene.dates or "future" not in scene.line.cues:
        return None
    match = _fixed_for().match(scene.line.words.text, mention.end)
    if match is None:
        return None
    return next((day for day in scene.dates if 0 <= day.start - match.end() <= _HEAD), None)


@cache
def _fixed_for() -> re.Pattern[str]:
    what = r"(?:dialogue|meeting|talks|conference|forum|session|conclave|summit)"
    return re.compile(
        rf"[\"']?(?: {what})? (?:(?:is|are|has been|have been) (?:now |currently )?)(?:planned|scheduled|slated|due|set|fixed) (?:for|on|to (?:be held|take place|begin|open)(?: on)?) "
    )


def _its_venue(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "Lucknow is the venue of the conclave", "The occasion is the dialogue"."""
    found = phrase_pattern("venue_of").search(
        scene.line.words.text[max(0, mention.start - _VENUE) : mention.start]
    )
    behind = found.string[found.end() :] if found is not None else ""
    if found is None or mention.kind == "mechanism" or "," in behind:
        return None
    return Gathering(mention, clause, mention.atom, [], None, True)


def _session_held(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "for the dialogue between", "signed during the dialogue", "held the dialogue"."""
    atoms = scene.line.atoms
    before = words_before(scene, mention, 7)
    between = any(atom.word == "between" for atom in atoms[mention.last : mention.last + 2])
    done = any(atoms[p].cues & {"sign", "joint"} for p in clause.atoms if p < mention.atom)
    meant = between and "for" in before and {"like", "as"}.isdisjoint(before)
    if meant or (done and not {"at", "during"}.isdisjoint(before)):
        return Gathering(mention, clause, mention.atom, [], None, True)
    if _its_session().search(
        scene.line.words.text, mention.end
    ):  # "the working group ... during its 11th meeting"
        return Gathering(mention, clause, mention.atom, [], None, True)
    off = any("cancel" in atoms[p].cues for p in clause.atoms if p < mention.atom)
    if off:
        return Gathering(mention, clause, mention.atom, [], scene.subject_before(clause, mention.atom), True)
    there = scene.line.words.text[: mention.start]
    came = " were in " in there or any("travel" in atoms[p].cues for p in clause.atoms if p < mention.atom)
    if came and not {"for", "attend", "co-chair"}.isdisjoint(before):  # "were in Manila for the fourth 2+2"
        return Gathering(mention, clause, mention.atom, [], scene.subject_before(clause, mention.atom), True)
    if _led_a_side().search(there):  # "led the Indian delegation at the ninth Staff Talks with the UK"
        return Gathering(mention, clause, mention.atom, [], scene.subject_before(clause, mention.atom), True)
    for place in clause.atoms:
        if 0 < mention.atom - place < 8 and atoms[place].word in word_set("holding"):
            return Gathering(mention, clause, place, [], scene.subject_before(clause, place), True)
    return None


@cache
def _led_a_side() -> re.Pattern[str]:
    side = "delegation|side|team|contingent"
    return re.compile(
        rf"\b(?:led|headed|leads|heads) (?:the|a|an|his|her) (?:[\w-]+ ){{0,3}}(?:{side}) (?:at|for|in|to|during) (?:the )?(?:[\w-]+ ){{0,2}}(?:[\w]+-)*\Z"
    )


@cache
def _its_session() -> re.Pattern[str]:
    number = r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural"
    return re.compile(rf"\b(?:during|at|in) its (?:{number}) (?:meeting|session|edition|round)\b")
