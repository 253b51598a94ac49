"""Which forum an engagement belongs to: the one that its line tells, or that a line before has told."""

import re
from collections.abc import Sequence
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Atom
from core.mentions.forums import ForumMention, is_conclave
from core.model import Kind
from core.reports.forums_told import LINES_BEFORE, MECHANISMS, VERB, many_meet
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_BESIDES = frozenset({"addition", "besides", "apart"})
_ROUND_BEFORE = 2  # lines
_WHERE_THEY = ("where", "who", "as", "while")
_NOW = frozenset({"is", "are", "was", "were"})
_BY = frozenset({"during", "at", "for", "alongside"})
_WHO_BACK = 6  # atoms: "who is attending the third"
_THEY = frozenset({"he", "she", "they", "both", "the", "each", "all"})


def give_forum(telling: Telling, here: Scene, event: Event, apart: Sequence[ForumMention] = ()) -> None:
    """Gives an event the forum that its line tells, or the one told last if it says "on the sidelines".

    `apart` are forums of the line that have an engagement of their own.
    """
    best = None if event.weak else _forum_for(here, event, apart)
    gathering, forum = telling.last_gathering, telling.last_forum
    if best is not None:
        event.set_forum(best, here.offsets(best))
    elif (named := _on_its_sidelines(here, event)) is not None:
        event.set_forum(named, here.offsets(named))
    elif gathering is not None and here.says(word_set("sidelines")):
        event.forum, event.forum_told, event.edition = gathering.forum, True, gathering.edition
        event.forum_span = gathering.forum_span
        if event.date_span is None and gathering.date_span is not None:
            event.when, event.date_basis = gathering.when, gathering.date_basis
            event.date_span = gathering.date_span
    elif (drill := _drill_before(telling, here, event)) is not None:
        event.forum, event.forum_told, event.edition = drill.forum, True, drill.edition
        event.forum_span = drill.forum_span
    elif event.date_span is None and gathering is None and here.says(word_set("sidelines")):
        _on_the_day_of_the_table(telling, event)
    elif _met_there(here, event) and (named := _attended_first(here, event)) is not None:
        event.set_forum(named, here.offsets(named))
        if not any(where.word in ("city", "venue") and where.how == "at" for where in here.places):
            event.city = event.host = ""  # "there" is where the forum was
            event.place_told, event.place_span = False, None
    elif (there := _there(telling, here, event)) is not None:
        event.forum, event.forum_told, event.edition = there.forum, True, there.edition
        event.forum_span = there.forum_span
        if event.date_span is None and there.date_span is not None:
            event.when, event.date_basis, event.date_span = there.when, there.date_basis, there.date_span
            event.background = there.background
    elif (venue := _venue_before(telling, here, event)) is not None:
        event.set_forum(venue[1], venue[0].offsets(venue[1]))
    elif (known := _dialogue_before(telling, here, event)) is not None:
        event.forum, event.forum_told, event.edition = known.name, False, known.edition
    elif event.cue == "co-chaired" and not here.forums and forum is not None and forum.kind in MECHANISMS:
        event.forum, event.forum_told, event.edition = forum.name, False, forum.edition


def _there(telling: Telling, here: Scene, event: Event) -> Event | None:
    """The gathering of the line before at which somebody "met there" others: "He spoke at the forum. There he met Mr X"."""
    last = telling.last_gathering
    if last is None or not last.forum_told or event.kind is not Kind.BILATERAL or last.line < event.line - 1:
        return None
    there = here.line.word(0) == "there" or _met_there(here, event)
    towns = any(where.word in ("city", "town") and where.how == "at" for where in here.places)
    mine = {id(figure) for figure in last.figures} & {id(figure) for figure in event.figures}
    return last if there and not towns and mine else None


def _on_its_sidelines(here: Scene, event: Event) -> ForumMention | None:
    """The forum of "addressed the conclave, where he met Mr X on the sidelines": the one named before in the line."""
    if event.weak or event.kind is not Kind.BILATERAL or not here.forums:
        return None
    if not _its_sidelines().search(here.line.words.text):
        return None
    before = [m for m in here.forums if m.atom < event.at and (many_meet(m) or m.kind == "event")]
    return before[0] if len(before) == 1 else None


def _attended_first(here: Scene, event: Event) -> ForumMention | None:
    """The forum of "attended the dialogue on Thursday and met there Mr X"."""
    before = [m for m in here.forums if m.atom < event.at and (many_meet(m) or m.kind == "event")]
    there = (m for m in before if any("attend" in a.cues for a in here.line.atoms[: m.atom]))
    return next(there, next((m for m in before if m.atom <= 1), None))


def _met_there(here: Scene, event: Event) -> bool:
    """Whether "there" stands beside the verb of a meeting: "met there", "there received"."""
    near = "there" in (here.line.word(event.at + 1), here.line.word(event.at - 1))
    own = here.clause_of(event.at) if not near and "there" in here.line.words.folded else None
    behind = (
        (p for p in own.atoms if p > event.at and here.line.word(p) == "there") if own is not None else ()
    )
    near = near or any(here.line.word(p + 1) in ("on", ".", ",", ";", "") for p in behind)
    return near and event.kind is Kind.BILATERAL


def _drill_before(telling: Telling, here: Scene, event: Event) -> Event | None:
    """The exercise told in the line before, where talks are said to have been "on its sidelines"."""
    if event.kind is not Kind.BILATERAL or not _its_sidelines().search(here.line.words.text):
        return None
    last = telling.events[-1] if telling.events else None
    near = last is not None and 0 <= event.line - last.line <= 1 and last.kind is Kind.EXERCISE
    return last if near else None


@cache
def _its_sidelines() -> re.Pattern[str]:
    return re.compile(r"\b[Oo]n (?:its|the) (?:sidelines|margins|fringes)\b(?! of)")


def _venue_before(telling: Telling, here: Scene, event: Event) -> tuple[Scene, ForumMention] | None:
    """The fair or forum of talks "at the fair", "on the opening day", that a line just before has named."""
    if event.weak or event.kind is not Kind.BILATERAL or here.forums or event.background:
        return None
    match = phrase_pattern("at_the_fair").search(here.line.words.text)
    if match is None or here.line.words.text.startswith(" of ", match.end()):
        return None  # "on the first day of the visit"
    at = next(n for n, scene in enumerate(telling.scenes) if scene is here)
    before = telling.scenes[max(0, at - LINES_BEFORE) : at]
    named = ((scene, m) for scene in reversed(before) for m in reversed(scene.forums))
    return next(((scene, m) for scene, m in named if m.kind in ("forum", "event")), None)


def _dialogue_before(telling: Telling, here: Scene, event: Event) -> ForumMention | None:
    """The dialogue of two that a line just before has named, where it is told as held: "The dialogue takes place on"."""
    if event.weak or event.kind is not Kind.BILATERAL or here.forums or event.background:
        return None
    match = _its_round().match(here.line.words.text)
    if match is None or not any("gather" in atom.cues for atom in here.line.atoms[1:VERB]):
        return None
    at = next(n for n, scene in enumerate(telling.scenes) if scene is here)
    before = telling.scenes[max(0, at - _ROUND_BEFORE) : at]
    named = (m for scene in reversed(before) for m in reversed(scene.forums))
    last = next((m for m in named if m.kind in (*MECHANISMS, "forum")), None)
    return last if last is not None and last.kind in MECHANISMS and not is_conclave(last.name) else None


def _on_the_day_of_the_table(telling: Telling, event: Event) -> None:
    """Gives talks "on the sidelines" of a meeting of several countries without a name the day of that meeting."""
    tables = (e for e in reversed(telling.events) if e.kind is Kind.MULTILATERAL and not e.weak)
    table = next((e for e in tables if e.date_span is not None), None)
    if table is not None and set(event.countries) <= set(table.countries):
        event.when, event.date_basis, event.date_span = table.when, table.date_basis, table.date_span


def _forum_for(here: Scene, event: Event, apart: Sequence[ForumMention]) -> ForumMention | None:
    """The forum on whose sidelines, or as which, an engagement took place."""
    choices = []
    for mention in here.forums:
        if _while_there(here, event, mention) or _held_where_he_goes(here, event, mention):
            choices.append((True, abs(mention.atom - event.at), mention))
            continue
        if mention.kind == "organisation" or mention in apart:
            continue
        if mention.kind == "exercise" and not _beside_exercise(here, event, mention):
            continue
        if mention.kind in MECHANISMS and here.line.word(mention.atom - 2) in word_set("by_way_of"):
            continue  # "reviewed what has been done through the joint working group"
        if mention.kind in MECHANISMS and _to_sit(here, event, mention):
            continue  # "With him it was settled that the committee would sit in May"
        before = {here.line.word(place) for place in range(max(0, mention.atom - 4), mention.atom)}
        if not before.isdisjoint(_BESIDES):
            continue  # "In addition to the 2+2 dialogue, he will hold talks with"
        between = here.line.atoms[event.at + 1 : mention.atom]
        if any(atom.cues & {"meet", "talk", "call"} for atom in _before_its_meeting(between)):
            continue  # "the first meeting since that of the leaders on the sidelines of BRICS"
        if any(atom.word in ("recalled", "remembered") for atom in between):
            continue  # "met X, who recalled his visit for the joint commission meeting"
        spoken = any(atom.word in ("speech", "address", "talk") for atom in between)
        if mention.kind == "forum" and (spoken or any(atom.word == "to" for atom in between[:-1])):
            continue
        back = [atom.word for atom in here.line.atoms[max(0, mention.atom - 7) : mention.atom]]
        beside = not word_set("sidelines").isdisjoint(back)
        near = beside or any(w.rpartition(" ")[2] in _BY or w.startswith("ahead") for w in back)
        if near or mention.kind in MECHANISMS:
            choices.append((not beside, abs(mention.atom - event.at), mention))
    return min(choices, key=lambda choice: choice[:2])[2] if choices else None


def _to_sit(here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether a dialogue is only to be held, as was agreed at these talks."""
    own = here.clause_of(mention.atom)
    if own is None or own.opener != "that" or event.at in own.atoms:
        return False
    return any(here.line.word(p) in ("would", "will", "should") for p in own.atoms if p > mention.atom)


def _while_there(here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether a clause says why they were there: "met in Singapore, where both attend the dialogue", "who was in town for"."""
    if event.kind is not Kind.BILATERAL or not (many_meet(mention) or mention.kind == "event"):
        return False
    if _who_attends(here, mention):
        return True
    own = here.clause_of(mention.atom)
    if own is None or own.opener not in _WHERE_THEY or not own.atoms:
        return False
    if mention.atom <= event.at:
        return False
    away = [atom for atom in here.line.atoms[event.at + 1 : own.atoms[0]] if "travel" in atom.cues]
    if away or any(here.atom_at(date.start) in own.atoms for date in here.dates):
        return False  # "before he flew to X, where he will attend", "who attended the forum in 2019"
    who = here.line.word(own.atoms[0])
    if own.opener in ("where", "as", "while") and who not in _THEY:
        return False
    words = [here.line.word(place) for place in own.atoms if place < mention.atom]
    attends = any("attend" in here.line.atoms[p].cues for p in own.atoms if p < mention.atom)
    there = attends or ("for" in words and many_meet(mention))
    return there and not {"had", "not", "never", "missed", "last"} & set(words)


def _who_attends(here: Scene, mention: ForumMention) -> bool:
    """Whether those who met are said to be there: "Ministers who are attending the show called on him"."""
    line = here.line
    for place in range(mention.atom - 2, max(mention.atom - _WHO_BACK, -1), -1):
        if line.word(place) == "who":
            between = line.atoms[place + 1 : mention.atom]
            return between[0].word in _NOW and any("attend" in atom.cues for atom in between)
    return False


def _held_where_he_goes(here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether a trip goes "to Beijing, where China stages its parade", "to Suriname for the celebrations of"."""
    own = here.clause_of(mention.atom)
    if event.kind is not Kind.VISIT or mention.kind not in ("event", "forum") or own is None or not own.atoms:
        return False
    return own.opener == "where" and own.atoms[0] > event.at


def _beside_exercise(here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether talks are told as beside an exercise: "on the sidelines of MILAN", "chiefs who have come to X for MILAN"."""
    back = here.line.atoms[max(0, mention.atom - 7) : mention.atom]
    if not word_set("sidelines").isdisjoint(atom.word for atom in back):
        return True
    led = next((atom.word for atom in reversed(back) if atom.word not in ("the", "exercise")), "")
    between = here.line.atoms[event.at + 1 : mention.atom]
    return led == "for" and any("travel" in atom.cues for atom in between)


def _before_its_meeting(between: list[Atom]) -> list[Atom]:
    """What stands before "meeting of the" that leads to a forum's own name: "co-chaired the 19th meeting of the"."""
    last = len(between)
    while last and between[last - 1].word in ("of", "the", "of the"):
        last -= 1
    own = (
        last < len(between) and last and between[last - 1].word in ("meeting", "session", "edition", "round")
    )
    return between[: last - 1] if own else between


@cache
def _its_round() -> re.Pattern[str]:
    """Finds a dialogue named before at the head of a line: "The dialogue", "This year's round"."""
    noun = "dialogue|talks|meeting|round|session|consultations|committee|commission|working group|mechanism|discussions|edition"
    return re.compile(rf"(?:Th(?:e|is|ese)|This (?:year|month|week)\W+s) (?:[\w-]+ ){{0,2}}(?:{noun})\b")
