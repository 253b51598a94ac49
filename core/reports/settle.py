"""When, where and whether: the settings of one engagement, from its clause, its sentence or the story so far."""

import re
from functools import cache
from itertools import pairwise

from core.lexicon import countries
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Atom, Line
from core.mentions.dates import Bound, DateKind, DateMention
from core.mentions.places import Where
from core.model import BlockKind, Status
from core.reports.clauses import Clause
from core.reports.story import Frame, Scene

LOOSE = (
    DateKind.MONTH,
    DateKind.YEAR,
    DateKind.WEEKS,
    DateKind.MONTHS,
    DateKind.YEARS,
    DateKind.MONTHS_ON,
    DateKind.YEARS_ON,
)
_PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "fell"})
_TRIP = frozenset({"journey", "travel", "portcall", "gather", "attend", "light"})  # sorts of cues
_TALKS = frozenset({"meet", "talk", "call", "spoke"})
_ADDS = frozenset(
    {"who", "which", "whose", "since"}
)  # such a clause adds to a noun: its day and place are its own
_VERBS = frozenset({"travel", "meet"})
NOT_THERE = frozenset({"from", "about"})
"""how places stand at which nobody is told of as being"""
_ENDS = frozenset({"", ".", ",", ";", ")", "and", "with", "on", "during", "at", "after", "before"})
_TO_MEET = 5  # atoms between a town and "to meet"
_VISIT_BACK = 9  # atoms: "during her three-day official visit to"
_DAY_BEHIND = 6  # characters: ", on "
_LONG_PLAN = 40  # atoms: "is scheduled to call on A, B and C, and meet"
_CHANCE = 8  # words
_LIGHT_BACK = 6  # atoms: "undertake a two-day bilateral visit"
_NEW_DAY = 3  # atoms: "to early next year"
_OPENING = 10  # atoms of what opens a sentence: "Before leaving on Sunday for a three-day visit to"
_MEASURED = 5  # atoms at the head of a sentence: "two and a half weeks before"
_TO_ATTEND = 26  # atoms: "will travel to X from 20 to 22 November on an official visit to attend"
_REACH = 14  # atoms before a cue that may say what became of it


def status_of(scene: Scene, clause: Clause, at: int, since: int = 0) -> Status | None:
    """Held, planned or cancelled as the words before the cue tell; None if it is not real ("may meet").

    `since` is the atom where the subject begins: what stands before it ("Japan will help, X told Y") is not asked.
    """
    if clause.opener in ("if", "whether"):
        return None
    line = scene.line
    if (
        clause.atoms
        and line.word(clause.atoms[0]) == "had"
        and line.sort(clause.atoms[0] + 1) in ("N", "R", "H")
    ):
        return None  # "Had Rajnath Singh met him, the talks would have been short"
    to_do = line.word(at - 1) == "to"
    purpose = to_do and not line.atoms[at].cues.isdisjoint({"attend", "meet", "talk", "light"})
    goes_on = _goes_on(line, at)
    reach = _LONG_PLAN if goes_on else _TO_ATTEND if purpose else _REACH
    before = [line.atoms[p] for p in clause.atoms if since <= p <= at][-reach:]
    if phrase_pattern("stayed_away").search(" ".join(atom.word for atom in before)) and _hospitality(
        line, at
    ):
        return None
    called_off = any("cancel" in atom.cues for atom in before)
    trip_off = "cancel" in line.cues and not line.atoms[at].cues.isdisjoint(_TRIP)
    if called_off or trip_off or _put_off(line, clause, at):
        return Status.CANCELLED
    met = not line.atoms[at].cues.isdisjoint(_TALKS)
    text = " ".join("in_may" if met and _month(line, atom) else atom.word for atom in before)
    words = text.split()
    said = line.atoms[at].word.count(" ")  # "not asked for a | meeting with"
    if not word_set("negations").isdisjoint(words[-5 - said :]) and "only" not in words:
        return None
    if phrase_pattern("no_chance").search(" ".join(words[-_CHANCE:])):
        return None  # "did not rule out the possibility of a meeting with"
    planned = _would(scene, words)
    if not (word_set("unreal") - planned).isdisjoint(words[-6:]) or not word_set("weighed").isdisjoint(words):
        return None
    if "yet to" in " ".join(words[-5:]):
        return None  # "has yet to | meet"
    if any("unreal" in atom.cues and " " in atom.word for atom in before[-4:-1]):
        return None  # "asked for a | meeting with"
    rest = " ".join(line.atoms[p].word for p in clause.atoms if p > at)
    ahead = (
        not word_set("future_words").isdisjoint(words)
        or phrase_pattern("coming").search(text)
        or _when_he_comes(line, clause, at)
    )
    ahead = ahead or not planned.isdisjoint(words) or (goes_on and "would" in words)
    ahead = ahead or (purpose and bool(phrase_pattern("sets_out").search(text)))
    ahead = ahead or _when_it_will(scene, clause, at)
    ahead = ahead or on_the_programme(line)
    headline = line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING) and (
        any(atom.word == "to" for atom in before[-3:]) or bool(phrase_pattern("headline_to_go").search(text))
    )  # "Minister to attend meeting"
    return (
        Status.PLANNED
        if ahead or headline or phrase_pattern("listed_as_coming").search(rest)
        else Status.HELD
    )


def _goes_on(line: Line, at: int) -> bool:
    """Whether a verb without an ending goes on what "will" or "is to" began: "is to call on A, attend B and meet C"."""
    for place in range(at, max(at - _LIGHT_BACK, 0), -1):
        if line.word(place).split(" ")[0] in word_set("bare_verbs"):
            return line.word(place - 1) in ("and", ",", "also", "then", "besides")
    return False


def _would(scene: Scene, words: list[str]) -> frozenset[str]:
    """The word "would" where it tells of a plan and not of a wish: "During the visit, he would call on"; else none."""
    if "would" not in words[-6:] or not {"have", "like", "not", "if"}.isdisjoint(words[-5:]):
        return frozenset()
    text = scene.line.words.text
    return frozenset({"would"}) if _on_the_visit().search(text) else frozenset()


@cache
def _on_the_visit() -> re.Pattern[str]:
    visit = r"(?:visit|trip|tour|stay|sojourn|call|engagement|programme)"
    return re.compile(
        rf"\b[Dd]uring (?:the|his|her|their|this) (?:[\w-]+ ){{0,4}}?{visit}\b|\bwould (?:also )?be (?:\w+ing|held|hosted|convened|conducted|on a)\b|\bwould take place\b"
    )


def _when_he_comes(line: Line, clause: Clause, at: int) -> bool:
    """Whether a clause of time tells in the present what is to come: "When he visits London in May he will ..."."""
    if clause.opener not in ("when", "once") or "future" not in line.cues:
        return False
    return line.atoms[at].word.split(" ")[0] in word_set("present_of_meeting")


def on_the_programme(line: Line) -> bool:
    """Whether a line lists what is on the programme of a visit: "The itinerary includes a call on the minister"."""
    return "include" in line.words.text and bool(phrase_pattern("on_the_programme").search(line.words.text))


def _when_it_will(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether the clause around tells of what is to come: "Ng will preside when the forum convenes"."""
    if clause.opener not in ("when", "where", "once") or clause.parent < 0 or not clause.atoms:
        return False
    verb = scene.line.word(at).split(" ")[0]
    if not verb.endswith("s") or verb in ("was", "has", "talks", "discussions"):
        return False  # "will remember when he came"
    around = [
        scene.line.word(p) for c in scene.clauses for p in c.atoms if p < clause.atoms[0] and c.opener == ""
    ]
    return not word_set("future_words").isdisjoint(around[-_REACH:])


def _hospitality(line: Line, at: int) -> bool:
    """Whether the cue is of a host, as in "the dinner hosted by X": nobody met who was not there."""
    return not line.atoms[at].cues.isdisjoint({"meet", "reception", "time"})


def _month(line: Line, atom: Atom) -> bool:
    """Whether "May" is the month here, as its capital tells."""
    return atom.word == "may" and line.words.words[atom.first] == "May" and atom.first > 0


def _put_off(line: Line, clause: Clause, at: int) -> bool:
    """Whether the talks named at this atom "were postponed", in the same clause."""
    told = line.atoms[at]
    drill = told.sort == "E" or "exercise" in told.cues
    if not told.word.startswith("meeting") and "talk" not in told.cues and not drill:
        return False
    behind = [line.atoms[p] for p in clause.atoms if p >= at]
    relative = next((p for p in range(at, len(line.atoms)) if line.word(p) in ("that", "which")), -1)
    if relative > 0 and relative not in clause.atoms and relative - 1 in clause.atoms:
        behind += line.atoms[relative + 1 :]  # "a meeting that was to take place in May has been put off"
    for before, atom in pairwise(behind):
        if "cancel" in atom.cues:
            return before.word.rsplit(" ", 1)[-1] in _PASSIVE or atom.word.split(" ")[0] in _PASSIVE
    return False


def date_mention(scene: Scene, clause: Clause, at: int, *, ahead: bool = False) -> DateMention | None:
    """The date that belongs to an engagement told at this atom; None if there is none.

    `ahead` says that it is to come or called off: then the day on which that was said is not its own. One of its own clause goes before one of the sentence, a day before a month, and the nearest before others.
    """
    if not scene.dates:
        return None
    line = scene.line
    here = line.words.starts[line.atoms[at].first]
    held = set(clause.atoms)
    ranked: list[tuple[bool, bool, bool, int, DateMention]] = []
    for mention in scene.dates:
        if mention.bound in (Bound.SINCE, Bound.BY, Bound.UNTIL):
            continue
        if (ahead and of_the_report(line, mention)) or _of_a_plan(line, mention):
            continue
        if _of_what_was_signed(scene, mention, at) or _moved_to(scene, mention):
            continue
        own = scene.atom_at(mention.start) in held
        if not own and not _shared(scene, clause, mention):
            continue
        distance = min(abs(mention.start - here), abs(mention.end - here))
        ranked.append(
            (not own, _of_verb_before(line, mention, here), not _names_day(mention), distance, mention)
        )
    return min(ranked, key=lambda item: item[:4])[4] if ranked else None


def _of_a_plan(line: Line, mention: DateMention) -> bool:
    """Whether years only say for what time something was agreed: "a programme for 2026", "a vision for 2015-2020"."""
    phrase = mention.phrase
    if phrase.kind is not DateKind.YEAR:
        return False
    if phrase.last is not None and phrase.last.year - phrase.year > 1:
        return True
    before = line.words.text[max(0, mention.start - 24) : mention.start].split()
    return before[-1:] == ["for"] and before[-2:-1] not in (
        ["scheduled"],
        ["planned"],
        ["slated"],
        ["due"],
        ["set"],
    )


def _of_what_was_signed(scene: Scene, mention: DateMention, at: int) -> bool:
    """Whether a date behind an object says when that came to be: "spoke of the agreement signed last week"."""
    line = scene.line
    place = scene.atom_at(mention.start) - 1
    if place > 0 and line.word(place) in ("in", "on"):
        place -= 1
    if place - 1 <= at or line.word(place) not in word_set("came_to_be"):
        return False
    before = line.atoms[place - 1]
    return before.sort == "w" and before.word.isalpha() and before.word not in word_set("before_a_verb")


def _moved_to(scene: Scene, mention: DateMention) -> bool:
    """Whether it is the new day of what was put off: "has been pushed back to early next year"."""
    line = scene.line
    if "cancel" not in line.cues:
        return False
    place = scene.atom_at(mention.start)
    for here in range(place, max(place - _NEW_DAY, 0), -1):
        if line.word(here) in ("to", "until", "till"):
            return "cancel" in line.atoms[here - 1].cues
    return False


def _of_verb_before(line: Line, mention: DateMention, here: int) -> bool:
    """Whether a date before the cue belongs to another verb: "visited it from 1 to 3 May and met X on 2 May"."""
    if mention.end > here or line.words.text[mention.end : here].strip(" ,") not in (
        "",
        "and",
        "then",
        "and then",
        "and later",
    ):
        return False
    known = (line.atoms[place] for place in line.known)
    return any(
        not atom.cues.isdisjoint(_VERBS) and line.words.starts[atom.first] < mention.start for atom in known
    )


def of_the_report(line: Line, mention: DateMention) -> bool:
    """Whether a date says when something was told: "the ministry said on Friday"."""
    before = line.words.text[max(0, mention.start - 24) : mention.start]
    if _reporting().search(before) is not None:
        return True
    behind = line.words.text[mention.end : mention.end + 24]
    if _put_out().match(behind):
        return True
    weekday = mention.phrase.kind in (DateKind.WEEKDAY, DateKind.DAYS)
    return weekday and (_putting_off().match(behind) or _put_off_on().search(before)) is not None


@cache
def _put_out() -> re.Pattern[str]:
    """Finds what was put out on a day behind it: "a Friday release by the navy said"."""
    return re.compile(r" (?:press |news |media )?(?:release|statement|briefing|report|announcement)\b")


@cache
def _putting_off() -> re.Pattern[str]:
    """Finds the decision behind its day: "on Tuesday deferred the exercise"."""
    return re.compile(r" (?:deferred|postponed|cancell?ed|called off|put off|scrapped|shelved)\b")


@cache
def _put_off_on() -> re.Pattern[str]:
    return re.compile(r"\b(?:deferred|postponed|cancell?ed|called off|put off|scrapped|shelved) on $")


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:said|says|announced|confirmed|told reporters|stated|reported)(?: (?:late|early))?(?: here)?(?: in a statement)?(?: on)? $"
    )


def _names_day(mention: DateMention) -> bool:
    return mention.phrase.kind not in LOOSE


def _shared(scene: Scene, clause: Clause, mention: DateMention) -> bool:
    """Whether a date in another clause of the sentence holds for this one too: main and subordinate share theirs."""
    other = scene.clause_of(scene.atom_at(mention.start))
    if other is None:
        return True
    if other.opener == "where" and other is not clause and not _tells_of_a_trip(scene, other):
        return False  # "went to Tangshan, where an earthquake was felt on 2 June"
    if other.opener in ("in which", "during which") or (
        other.aside and other.opener not in ("when", "while")
    ):
        return False
    return mention.phrase.kind not in (DateKind.YEAR, DateKind.YEARS) and clause.opener not in _ADDS


def _tells_of_a_trip(scene: Scene, clause: Clause) -> bool:
    """Whether somebody travels or meets in a clause: "in Ankara, where he arrived on Monday"."""
    return any(not scene.line.atoms[place].cues.isdisjoint(_TRIP | _TALKS) for place in clause.atoms)


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
        there = _welcomed_to(scene, where, at) or _went_to_meet(scene, where, at) or _on_a_visit(scene, where)
        if where.how == "to" and not there:
            continue
        if only_discussed(scene, clause, where) or days_away(scene.line, where):
            continue
        if where.last < at and before_that(scene.line, where):
            continue
        settled = where if where.country else _context(scene, where, frame, dateline)
        if settled is not None:
            between = scene.line.atoms[where.last : at]
            earlier = any(atom.word == "and" for atom in between)  # "met A in B and held talks with C in D"
            distance = abs(where.first - at) + (100 if earlier else 0)
            ranked.append((where.first not in held, distance, settled))
    if not ranked:
        return None
    outside, _, best = min(ranked, key=lambda item: (item[0], item[2].city == "", item[1]))
    apart = clause.opener in _ADDS or not _near(scene, best)
    if outside and (apart or (best.word == "country" and frame.host)):
        return None
    return best


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
    return other is None or other.opener not in _ADDS | {"as", "because", "before", "after"}


def _welcomed_to(scene: Scene, where: Where, at: int) -> bool:
    """Whether somebody was welcomed to a town: there the talks were."""
    welcomed = scene.line.atoms[at].word.startswith("welcom") and where.first > at
    return welcomed and scene.line.word(where.first - 1) == "to"


def _went_to_meet(scene: Scene, where: Where, at: int) -> bool:
    """Whether somebody went to a town for these talks: "flew to Seoul on Tuesday to meet X"."""
    line = scene.line
    if where.last >= at or where.word != "city" or line.word(at - 1) not in ("to", "for"):
        return False
    went = any("travel" in atom.cues for atom in line.atoms[max(0, where.first - 3) : where.first])
    return went and at - where.last <= _TO_MEET


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
    return "during" in before or line.atoms[0].word in ("during", "on")


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
