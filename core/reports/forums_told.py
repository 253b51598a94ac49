"""Which forum a line means, and to which an event belongs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from core.lexicon.forums import editions
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Atom
from core.mentions.forums import ForumMention, is_conclave, meeting_of
from core.model import BlockKind, Kind
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_MECHANISMS = ("mechanism", "pattern")
_SEVERAL = 3  # countries
_BESIDES = frozenset({"addition", "besides", "apart"})
_ROUND_BEFORE = 2  # lines
_TWO = 2
_VERB = 6  # atoms: "The two-day meeting takes place"
_WHERE_THEY = ("where", "who", "as", "while")
_THEY = frozenset({"he", "she", "they", "both", "the", "each", "all"})
_LINES_BEFORE = 4  # in which "the forum" may have been named


def settle_forums(telling: Telling, here: Scene, number: int) -> None:
    """Settles which forums a line means: meetings of a body, "the forum itself", "the organisation's ministers"."""
    here.forums = [m for m in here.forums if not _of_another_show(telling, m)]
    told = [_meeting(telling, mention, here) for mention in here.forums]
    if all(mention.kind == "organisation" for mention in told):
        told += _named_before(telling, here, number)
    here.forums = told or _attended_before(telling, here, number) or _of_the_headline(telling, here, number)
    body = _of_the_body(telling, here)
    if body is not None:
        here.forums.append(body)


def _of_another_show(telling: Telling, mention: ForumMention) -> bool:
    """Whether a conclave of a show is named by words that any conclave has, and the text knows no such show."""
    forum = mention.forum
    if forum is None or not forum.parent or f"({forum.parent})" not in forum.name:
        return False
    if any(held.city and held.city in telling.text for held in editions(forum.name)):
        return False  # "The air show in Bengaluru": its town is named instead
    return forum.parent.replace(" ", "").casefold() not in telling.text.replace(" ", "").casefold()


def remember_forum(telling: Telling, here: Scene) -> None:
    """Keeps the forum that a line names last, for lines that mean it without its name."""
    named = [mention for mention in here.forums if mention.kind in ("forum", *_MECHANISMS)]
    telling.last_forum = named[-1] if named else telling.last_forum


def _meeting(telling: Telling, mention: ForumMention, here: Scene) -> ForumMention:
    """An organisation named where its ministers meet is that meeting."""
    if mention.kind != "organisation" or _leaders().search(here.line.words.text):
        return mention
    words = {word for atom in here.line.atoms for word in atom.word.split()}
    if words.isdisjoint(word_set("ministers_gather")) or _of_its_members(here, mention):
        return mention
    ministers = bool(_defence_ministers().search(telling.text)) and "summit" not in words
    forum = meeting_of(mention.name, ministers=ministers)
    if forum is None and ministers and _its_ministers_gather(here, mention):
        return replace(mention, name=f"{mention.name} Defence Ministers' Meeting", kind="pattern", forum=None)
    return mention if forum is None else replace(mention, name=forum.name, kind=forum.kind, forum=forum)


def _its_ministers_gather(here: Scene, mention: ForumMention) -> bool:
    """Whether a line tells that the ministers of a body came together: "The defence ministers of the Bucharest Nine met"."""
    before = here.line.words.text[: mention.start]
    led = _ministers_of().search(before) is not None
    behind = here.line.atoms[mention.last : mention.last + _VERB]
    return led and any("gather" in atom.cues or atom.word == "meet" for atom in behind)


@cache
def _ministers_of() -> re.Pattern[str]:
    return re.compile(
        r"(?i:defen[cs]e ministers|ministers of (?:national )?defen[cs]e) (?:of|from) (?:the )?\Z"
    )


def _of_its_members(here: Scene, mention: ForumMention) -> bool:
    """Whether a body only says whose countries are meant: "his counterparts from the SCO", "the SCO's member states"."""
    line, behind = here.line, mention.last
    if line.word(behind) in (",", "(") and line.sort(behind + 1) == "F":
        behind += 2 + (
            line.word(behind + 2) == ")"
        )  # "the Shanghai Cooperation Organisation (SCO) member states"
    behind += line.word(behind) in ("'s", "'")
    before = {line.word(place) for place in range(max(0, mention.atom - 8), mention.atom)}
    back = " ".join(line.word(place) for place in range(max(0, mention.atom - 8), mention.atom))
    if _their_meeting().search(back):
        return False  # "the annual meeting of the defence ministers of the SCO member states"
    return line.word(behind) in word_set("its_members") or "counterparts" in before


@cache
def _their_meeting() -> re.Pattern[str]:
    meeting = "meetings?|meet|conclave|gathering|summit|conference"
    return re.compile(
        rf"\b(?:{meeting}) of (?:the )?(?:\w+ )?ministers? ?'?s? ?(?:of defen[cs]e )?of (?:the )?(?:member (?:states|countries|nations) of (?:the )?)?$"
    )


def _of_the_body(telling: Telling, here: Scene) -> ForumMention | None:
    """The forum of "the gathering of the organisation's defence ministers": that of the body named before."""
    known = next((m for m in (*here.forums, telling.last_forum) if m is not None and m.kind == "forum"), None)
    match = _body().search(here.line.words.text) if known is not None else None
    if match is None or known is None or any(m.start <= match.start() < m.end for m in here.forums):
        return None
    return _moved(known, match, here)


def _named_before(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The forum of "The forum itself meets on Thursday": the one that was named before."""
    last = telling.last_forum
    known = last if last is not None and last.kind == "forum" else None
    if known is None:
        before = telling.scenes[max(0, number - _LINES_BEFORE) : number]
        known = next((m for scene in reversed(before) for m in scene.forums if m.kind == "forum"), None)
    match = _weak_forum().search(here.line.words.text) if known is not None else None
    if known is None or match is None:
        return []
    found = _moved(known, match, here)
    behind = here.line.atoms[found.last : found.last + 2]
    itself = bool(behind) and behind[0].word == "itself"
    filled = phrase_pattern("filled_by").search(here.line.words.text, 0, match.start() + len("the"))
    return [found] if itself or filled or any("gather" in atom.cues for atom in behind) else []


def _attended_before(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The forum of "Singh chaired it", "who attended for India": the one that a line just before has named."""
    if "attend" not in here.line.cues:
        return []
    match = _attended().search(here.line.words.text)
    if match is None:
        return []
    group = "it" if match["it"] else "meeting" if match["meeting"] else "bare"
    reach = 1 if match[group] == "it" or group == "meeting" else _LINES_BEFORE
    before = telling.scenes[max(0, number - reach) : number]
    named = (m for scene in reversed(before) for m in reversed(scene.forums) if _many_meet(m))
    known = next(named, None)
    if group == "meeting" and len({code for party in here.parties for code in party.countries}) < _SEVERAL:
        return []  # "on the forum's sidelines he met A. B attended the meeting"
    return [] if known is None else [_moved(known, match, here, group)]


def _of_the_headline(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The forum of the headline, where a line below tells that "defence ministers of the region gathered in Bengaluru"."""
    if not 0 < number <= _LINES_BEFORE or "gather" not in here.line.cues:
        return []
    title = telling.scenes[0]
    known = [mention for mention in title.forums if _many_meet(mention)]
    if len(known) != 1 or title.line.sentence.kind is not BlockKind.TITLE or not here.parties:
        return []
    who = here.parties[0]
    many = who.plural and who.offices and not (who.name or who.also or who.possessive)
    if not many or who.rule or len(who.countries) == _TWO or who.first > _VERB:
        return []
    behind = here.line.atoms[who.last : who.last + _VERB]
    if not any("gather" in atom.cues for atom in behind):
        return []
    start, end = (
        here.line.words.starts[here.line.atoms[who.first].first],
        here.line.words.ends[here.line.atoms[who.last - 1].last - 1],
    )
    return [replace(known[0], start=start, end=end, atom=who.first, last=who.last)]


def _many_meet(mention: ForumMention) -> bool:
    return mention.kind == "forum" or (mention.kind == "pattern" and is_conclave(mention.name))


def _moved(known: ForumMention, match: re.Match[str], here: Scene, group: str | int = 0) -> ForumMention:
    """A forum that these words of the line mean without its name."""
    start, end = match.span(group)
    first, last = here.atom_at(start), here.atom_at(end - 1) + 1
    return replace(known, start=start, end=end, atom=first, last=last)


def give_forum(telling: Telling, here: Scene, event: Event, apart: Sequence[ForumMention] = ()) -> None:
    """Gives an event the forum that its line tells, or the one told last if it says "on the sidelines".

    `apart` are forums of the line that have an engagement of their own.
    """
    best = None if event.weak else _forum_for(here, event, apart)
    gathering, forum = telling.last_gathering, telling.last_forum
    if best is not None:
        event.set_forum(best, here.offsets(best))
    elif gathering is not None and here.says(word_set("sidelines")):
        event.forum, event.forum_told, event.edition = gathering.forum, True, gathering.edition
        event.forum_span = gathering.forum_span
        if event.date_span is None and gathering.date_span is not None:
            event.when, event.date_basis = gathering.when, gathering.date_basis
            event.date_span = gathering.date_span
    elif event.date_span is None and gathering is None and here.says(word_set("sidelines")):
        _on_the_day_of_the_table(telling, event)
    elif (venue := _venue_before(telling, here, event)) is not None:
        event.set_forum(venue[1], venue[0].offsets(venue[1]))
    elif (known := _dialogue_before(telling, here, event)) is not None:
        event.forum, event.forum_told, event.edition = known.name, False, known.edition
    elif event.cue == "co-chaired" and not here.forums and forum is not None and forum.kind in _MECHANISMS:
        event.forum, event.forum_told, event.edition = forum.name, False, forum.edition


def _venue_before(telling: Telling, here: Scene, event: Event) -> tuple[Scene, ForumMention] | None:
    """The fair or forum of talks "at the fair", "on the opening day", that a line just before has named."""
    if event.weak or event.kind is not Kind.BILATERAL or here.forums or event.background:
        return None
    match = phrase_pattern("at_the_fair").search(here.line.words.text)
    if match is None or here.line.words.text.startswith(" of ", match.end()):
        return None  # "on the first day of the visit"
    at = next(n for n, scene in enumerate(telling.scenes) if scene is here)
    before = telling.scenes[max(0, at - _LINES_BEFORE) : at]
    named = ((scene, m) for scene in reversed(before) for m in reversed(scene.forums))
    return next(((scene, m) for scene, m in named if m.kind in ("forum", "event")), None)


def _dialogue_before(telling: Telling, here: Scene, event: Event) -> ForumMention | None:
    """The dialogue of two that a line just before has named, where it is told as held: "The dialogue takes place on"."""
    if event.weak or event.kind is not Kind.BILATERAL or here.forums or event.background:
        return None
    match = _its_round().match(here.line.words.text)
    if match is None or not any("gather" in atom.cues for atom in here.line.atoms[1:_VERB]):
        return None
    at = next(n for n, scene in enumerate(telling.scenes) if scene is here)
    before = telling.scenes[max(0, at - _ROUND_BEFORE) : at]
    named = (m for scene in reversed(before) for m in reversed(scene.forums))
    last = next((m for m in named if m.kind in (*_MECHANISMS, "forum")), None)
    return last if last is not None and last.kind in _MECHANISMS and not is_conclave(last.name) else None


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
        if _while_there(here, event, mention):
            choices.append((True, abs(mention.atom - event.at), mention))
            continue
        if mention.kind == "organisation" or mention in apart:
            continue
        if mention.kind == "exercise" and not _beside_exercise(here, event, mention):
            continue
        if mention.kind in _MECHANISMS and here.line.word(mention.atom - 2) in word_set("by_way_of"):
            continue  # "reviewed what has been done through the joint working group"
        before = {here.line.word(place) for place in range(max(0, mention.atom - 4), mention.atom)}
        if not before.isdisjoint(_BESIDES):
            continue  # "In addition to the 2+2 dialogue, he will hold talks with"
        between = here.line.atoms[event.at + 1 : mention.atom]
        if any(atom.cues & {"meet", "talk", "call"} for atom in _before_its_meeting(between)):
            continue  # "the first meeting since that of the leaders on the sidelines of BRICS"
        spoken = any(atom.word in ("speech", "address", "talk") for atom in between)
        if mention.kind == "forum" and (spoken or any(atom.word == "to" for atom in between[:-1])):
            continue
        back = [atom.word for atom in here.line.atoms[max(0, mention.atom - 7) : mention.atom]]
        beside = not word_set("sidelines").isdisjoint(back)
        near = beside or any(w in ("during", "at", "for", "alongside") or w.startswith("ahead") for w in back)
        if near or mention.kind in _MECHANISMS:
            choices.append((not beside, abs(mention.atom - event.at), mention))
    return min(choices, key=lambda choice: choice[:2])[2] if choices else None


def _while_there(here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether a clause says why they were there: "met in Singapore, where both attend the dialogue", "who was in town for"."""
    if event.kind is not Kind.BILATERAL or not _many_meet(mention):
        return False
    own = here.clause_of(mention.atom)
    if own is None or own.opener not in _WHERE_THEY or mention.atom <= event.at or not own.atoms:
        return False
    away = [atom for atom in here.line.atoms[event.at + 1 : own.atoms[0]] if "travel" in atom.cues]
    if away or any(here.atom_at(date.start) in own.atoms for date in here.dates):
        return False  # "before he flew to X, where he will attend", "who attended the forum in 2019"
    who = here.line.word(own.atoms[0])
    if own.opener in ("where", "as", "while") and who not in _THEY:
        return False
    words = [here.line.word(place) for place in own.atoms if place < mention.atom]
    attends = any("attend" in here.line.atoms[p].cues for p in own.atoms if p < mention.atom)
    return (attends or "for" in words) and not {"had", "not", "never", "missed", "last"} & set(words)


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
def _defence_ministers() -> re.Pattern[str]:
    return re.compile(
        r"defen[cs]e (?:ministers?|conclave|chief)|ministers? of (?:national )?defen[cs]e|raksha mantri",
        re.IGNORECASE,
    )


@cache
def _its_round() -> re.Pattern[str]:
    """Finds a dialogue named before at the head of a line: "The dialogue", "This year's round"."""
    noun = "dialogue|talks|meeting|round|session|consultations|committee|commission|working group|mechanism|discussions|edition"
    return re.compile(rf"(?:Th(?:e|is|ese)|This (?:year|month|week)\W+s) (?:[\w-]+ ){{0,2}}(?:{noun})\b")


@cache
def _body() -> re.Pattern[str]:
    body = "organi[sz]ation|bloc|group|grouping|alliance|body"
    return re.compile(rf"(?:gathering|meeting|conclave) of (?:the )?(?:{body})'s (?:defen[cs]e )?ministers")


@cache
def _attended() -> re.Pattern[str]:
    """Finds what stands for a forum behind a verb of taking part, or the word behind a verb without an object."""
    event = "forum|conclave|gathering|summit|conference|symposium|event|plenary|opening session"
    with_object = (
        "attend(?:ed|s|ing)?|(?:co-)?chair(?:ed|s|ing)?|presid(?:ed?|es|ing) over|address(?:ed|es|ing)?|inaugurat(?:ed?|es)"
        "|(?:t[oa]ke?|taking|taken) part in|takes part in|participat(?:ed?|es|ing) in|spoke at|speak at|sat in on|join(?:ed|s|ing)?"
    )
    alone = "attended|took part|participated"
    return re.compile(
        rf"\b(?:(?:{with_object}) (?:(?P<it>it|(?:the|that|this) (?:upcoming |crucial |key |annual )?(?:{event}))|(?P<meeting>(?:the|that|this) (?:upcoming |crucial |key |annual )?(?:meeting|meet|dialogue)))|(?:{alone})"
        r" (?P<bare>for|on behalf of|as well|in person|himself|herself))\b"
    )


@cache
def _leaders() -> re.Pattern[str]:
    return re.compile(r"Heads of (?:State|Government)|[Ff]oreign [Mm]inisters|leaders' summit")


@cache
def _weak_forum() -> re.Pattern[str]:
    forum = "(?i:forum|conclave|gathering|summit|conference|dialogue|meeting|event)"
    return re.compile(rf"\b[Tt](?:he|hat|his) {forum}(?: itself| proper)?\b(?! (?:between|with))")
