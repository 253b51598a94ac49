"""When an engagement was: the day that its clause or its sentence gives it, and which days are not its own."""

import re
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Line
from core.mentions.dates import Bound, DateKind, DateMention
from core.reports.clauses import Clause
from core.reports.story import Scene

LOOSE = (
    DateKind.MONTH,
    DateKind.YEAR,
    DateKind.WEEKS,
    DateKind.MONTHS,
    DateKind.YEARS,
    DateKind.MONTHS_ON,
    DateKind.YEARS_ON,
)
TRIP = frozenset({"journey", "travel", "portcall", "gather", "attend", "light"})  # sorts of cues
TALKS = frozenset({"meet", "talk", "call", "spoke"})
ADDS = frozenset(
    {"who", "which", "whose", "since"}
)  # such a clause adds to a noun: its day and place are its own
_VERBS = frozenset({"travel", "meet", "call", "spoke"})
_LEFT = frozenset(
    {"took", "left", "departed", "flew", "set", "embarked", "travelled", "traveled", "headed", "arrived"}
)
_GOES_ON = 6  # words
_THEN = frozenset(
    {
        "",
        "and",
        "then",
        "later",
        "will",
        "is",
        "to",
        "due",
        "also",
        "would",
        "shall",
        "held",
        "hold",
        "had",
        "a",
        "an",
    }
)  # between one verb's day and the next verb: "leaves on Friday and will | sit down with"
_OPENING = 5  # atoms: "during his first bilateral meeting with"
_WHEN = 3  # atoms: "2018, when"
_AFTER = 60  # characters: " after a warm first "
_NEW_DAY = 3  # atoms: "to early next year"


def on_the_programme(line: Line) -> bool:
    """Whether a line lists what is on the programme of a visit: "The itinerary includes a call on the minister"."""
    text = line.words.text
    return ("include" in text or " on " in text[:12]) and bool(
        phrase_pattern("on_the_programme").search(text)
    )


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
        then = clause.opener == "when" and _when_it_was(scene, clause, mention)
        if mention.bound in (Bound.SINCE, Bound.BY, Bound.UNTIL) and not then:
            continue
        if (
            _of_another_trip(scene, mention, at)
            or _of_the_forum(line, mention, at)
            or _of_the_end(line, mention, at)
        ):
            continue
        if _only_its_month(scene, mention) or _in_brackets_before(line, mention, here):
            continue
        if (ahead and of_the_report(line, mention)) or _of_a_plan(line, mention):
            continue
        if (
            _of_what_was_signed(scene, mention, at)
            or _of_a_summit(scene, mention)
            or _of_one_before(scene, mention, at)
            or _moved_to(scene, mention)
            or _given_up(scene, mention)
            or _said_there(line, mention, at)
        ):
            continue
        own = then or scene.atom_at(mention.start) in held
        if not own and (
            not _shared(scene, clause, mention) or (ahead and _set_out_then(scene, clause, mention))
        ):
            continue
        distance = min(abs(mention.start - here), abs(mention.end - here))
        ranked.append(
            (not own, _of_verb_before(line, mention, here), not _names_day(mention), distance, mention)
        )
    return min(ranked, key=lambda item: item[:4])[4] if ranked else None


def _in_brackets_before(line: Line, mention: DateMention, here: int) -> bool:
    """Whether a day in brackets belongs to what was told before: "called on X (4 May), met Y (24 November)"."""
    text = line.words.text
    return (
        mention.end < here
        and text[mention.end : mention.end + 2].lstrip()[:1] == ")"
        and text[: mention.start].rstrip()[-1:] == "("
    )


def _only_its_month(scene: Scene, mention: DateMention) -> bool:
    """Whether a month only says of which month a day behind it is: "In October he was in Tbilisi on the 8th and met X"."""
    days = (m for m in scene.dates if m.phrase.kind is DateKind.MONTH_DAY and m.start >= mention.end)
    return mention.phrase.kind is DateKind.MONTH and next(days, None) is not None


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


def _set_out_then(scene: Scene, clause: Clause, mention: DateMention) -> bool:
    """Whether a day is that of a departure before what is to come: "took off on Wednesday for Rome, where he will meet"."""
    if (
        clause.opener != "where"
        or mention.ahead
        or mention.phrase.kind not in (DateKind.WEEKDAY, DateKind.DAYS)
    ):
        return False
    other = scene.clause_of(scene.atom_at(mention.start))
    return other is not None and any(scene.line.word(p).split(" ")[0] in _LEFT for p in other.atoms)


def _of_one_before(scene: Scene, mention: DateMention, at: int) -> bool:
    """Whether a day is of earlier talks: "met for the second time after the first meeting in Rome on April 4"."""
    start = scene.line.words.ends[scene.line.atoms[at].last - 1]
    return (
        mention.start > start
        and _one_before().search(scene.line.words.text, start, mention.start) is not None
    )


@cache
def _one_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:after|since|following) (?:the|their|a|an|his|her) (?:first|last|previous|earlier|initial|inaugural) (?:[\w-]+ ){0,2}?(?:meeting|talks|visit|round|session|encounter)\b"
    )


def _of_a_summit(scene: Scene, mention: DateMention) -> bool:
    """Whether a month or a year only tells which forum is meant: "discussed the NATO Summit of July 2018"."""
    if mention.phrase.kind not in LOOSE:
        return False
    return any(
        scene.line.words.text[m.end : mention.start] == " of " for m in scene.forums if m.end < mention.start
    )


def _when_it_was(scene: Scene, clause: Clause, mention: DateMention) -> bool:
    """Whether a clause "when ..." right behind a day or a year tells what was then: "since 2018, when they last met"."""
    return bool(clause.atoms) and 0 <= clause.atoms[0] - scene.atom_at(mention.end - 1) <= _WHEN


def _of_another_trip(scene: Scene, mention: DateMention, at: int) -> bool:
    """Whether a second trip stands between a trip and a day: "his visit comes days after his visit (April 18 to 20) to"."""
    atoms = scene.line.atoms
    if "journey" not in atoms[at].cues or mention.start < scene.line.words.starts[atoms[at].first]:
        return False
    return any("journey" in atom.cues for atom in atoms[at + 1 : scene.atom_at(mention.start)])


def _of_the_forum(line: Line, mention: DateMention, at: int) -> bool:
    """Whether a day says when a forum is for which somebody travels: "arrived to take part in the meeting scheduled for"."""
    if line.atoms[at].cues.isdisjoint({"travel", "journey"}):
        return False
    start = line.words.starts[line.atoms[at].first]
    if mention.start < start:
        return False
    return bool(_scheduled().search(line.words.text, start, mention.start))


@cache
def _scheduled() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:meeting|dialogue|forum|conference|conclave|summit|event|session|exhibition|show|[A-Z]\w+)"
        r"(?:,? (?:that|which) is| is)?,? (?:scheduled|slated|due|set|planned|to be held|being held)"
        r"(?: (?:to be held|to take place|to begin|to start|to open|to kick off|to get under way|for|on|from|here))* ?$"
    )


def _of_the_end(line: Line, mention: DateMention, at: int) -> bool:
    """Whether a day is of the end of a visit, and the talks came before: "concluded his visit on Friday after a meeting with"."""
    if mention.end > line.words.starts[line.atoms[at].first]:
        return False
    between = line.words.text[mention.end : line.words.starts[line.atoms[at].first]]
    if not between.startswith(" after ") or len(between) > _AFTER:
        return False
    return bool(_ended().search(line.words.text, 0, mention.start))


@cache
def _ended() -> re.Pattern[str]:
    return re.compile(r"\b(?:concluded|wrapped up|ended|completed|finished|rounded off|wound up)\b")


def _said_there(line: Line, mention: DateMention, at: int) -> bool:
    """Whether a month or a year is of what was said at talks that open the sentence: "During his meeting with A, B
    praised its work in the chair this year".
    """
    if mention.phrase.kind not in LOOSE or line.word(0) not in ("during", "in", "at"):
        return False
    comma = next((place for place in range(at + 1, len(line.atoms)) if line.word(place) == ","), -1)
    return at < _OPENING and comma > 0 and mention.start > line.words.starts[line.atoms[comma].first]


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


def _given_up(scene: Scene, mention: DateMention) -> bool:
    """Whether it is the old day of what has a new one: "talks scheduled for Monday will now be held on Thursday"."""
    text = scene.line.words.text
    told = len(scene.dates) > 1 and (" now " in text or " instead" in text)
    match = _now_to_be().search(text) if told else None
    return (
        match is not None
        and mention.end <= match.start()
        and any(m.start >= match.end() for m in scene.dates)
    )


@cache
def _now_to_be() -> re.Pattern[str]:
    return re.compile(
        r"\bwill (?:now|instead) (?:be held|take place|meet|begin|start|be on|follow)\b|\bwill be held instead\b"
        r"|\b(?:is|are) now (?:to be held|to take place|set|scheduled|planned|due)\b"
    )


def _of_verb_before(line: Line, mention: DateMention, here: int) -> bool:
    """Whether a date before the cue belongs to another verb: "visited it from 1 to 3 May and met X on 2 May"."""
    between = line.words.text[mention.end : here].split() if mention.end <= here else ["far"]
    if between[:2] == [",", "and"] or between[:1] == [";"]:
        return any(
            not line.atoms[p].cues.isdisjoint(_VERBS)
            and line.words.starts[line.atoms[p].first] < mention.start
            for p in line.known
        )
    if len(between) > _GOES_ON or not _THEN.issuperset(word.strip(",") for word in between):
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
    return re.compile(
        r" (?:deferred|postponed|cancell?ed|called off|put off|scrapped|shelved|clarified|denied|announced|confirmed|said that)\b"
    )


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
    if clause.opener == "before" and other is not clause and _measured(scene.line, clause):
        return False  # "read the texts on Wednesday, a day before the ministers met"
    if other.opener == "where" and other is not clause and not _tells_of_a_trip(scene, other):
        return False  # "went to Tangshan, where an earthquake was felt on 2 June"
    if other.opener in ("in which", "during which") or (
        other.aside and other.opener not in ("when", "while")
    ):
        return False
    return mention.phrase.kind not in (DateKind.YEAR, DateKind.YEARS) and clause.opener not in ADDS


def _measured(line: Line, clause: Clause) -> bool:
    """Whether a measure of time stands before "before": "a day before they met"."""
    opener = next(
        (p for p in range(clause.atoms[0], max(clause.atoms[0] - 3, 0), -1) if line.word(p) == "before"), 0
    )
    return line.word(opener - 1) in word_set("time_measures") if opener else False


def _tells_of_a_trip(scene: Scene, clause: Clause) -> bool:
    """Whether somebody travels or meets in a clause: "in Ankara, where he arrived on Monday"."""
    return any(not scene.line.atoms[place].cues.isdisjoint(TRIP | TALKS) for place in clause.atoms)
