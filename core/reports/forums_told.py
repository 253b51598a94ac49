"""Which forum a line means, and to which an event belongs."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.forums import editions, forums
from core.lexicon.words import phrase_pattern
from core.mentions.forums import ForumMention, is_conclave
from core.model import BlockKind
from core.reports.bodies import meeting_of_body
from core.reports.story import Scene
from core.reports.telling import Telling

MECHANISMS = ("mechanism", "pattern")
_SEVERAL = 3  # countries
_TWO = 2
VERB = 6  # atoms: "The two-day meeting takes place"
_HELD_BEHIND = 3  # atoms: "It had last been held"
_FAIR_BEFORE = 12  # lines
LINES_BEFORE = 4  # in which "the forum" may have been named


def settle_forums(telling: Telling, here: Scene, number: int) -> None:
    """Settles which forums a line means: meetings of a body, "the forum itself", "the organisation's ministers"."""
    here.forums = [m for m in here.forums if not _of_another_show(telling, m)]
    told = [meeting_of_body(telling, mention, here) for mention in here.forums]
    if all(mention.kind == "organisation" for mention in told):
        told += _named_before(telling, here, number)
    here.forums = (
        told
        or _attended_before(telling, here, number)
        or _of_the_headline(telling, here, number)
        or _session_before(telling, here, number)
    )
    body = _of_the_body(telling, here) or _of_the_fair(telling, here, number)
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
    named = [mention for mention in here.forums if mention.kind in ("forum", *MECHANISMS)]
    telling.last_forum = named[-1] if named else telling.last_forum


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
        before = telling.scenes[max(0, number - LINES_BEFORE) : number]
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
    reach = 1 if match[group] == "it" or group == "meeting" else LINES_BEFORE
    before = telling.scenes[max(0, number - reach) : number]
    named = (m for scene in reversed(before) for m in reversed(scene.forums) if many_meet(m))
    known = next(named, None)
    if group == "meeting" and len({code for party in here.parties for code in party.countries}) < _SEVERAL:
        return []  # "on the forum's sidelines he met A. B attended the meeting"
    return [] if known is None else [_moved(known, match, here, group)]


def _of_the_headline(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The forum of the headline, where a line below tells that "defence ministers of the region gathered in Bengaluru"."""
    if not 0 < number <= LINES_BEFORE or "gather" not in here.line.cues:
        return []
    title = telling.scenes[0]
    known = [mention for mention in title.forums if many_meet(mention)]
    if len(known) != 1 or title.line.sentence.kind is not BlockKind.TITLE or not here.parties:
        return []
    who = here.parties[0]
    many = who.plural and who.offices and not (who.name or who.also or who.possessive)
    if not many or who.rule or len(who.countries) == _TWO or who.first > VERB:
        return []
    behind = here.line.atoms[who.last : who.last + VERB]
    if not any("gather" in atom.cues for atom in behind):
        return []
    start, end = (
        here.line.words.starts[here.line.atoms[who.first].first],
        here.line.words.ends[here.line.atoms[who.last - 1].last - 1],
    )
    return [replace(known[0], start=start, end=end, atom=who.first, last=who.last)]


def _session_before(telling: Telling, here: Scene, number: int) -> list[ForumMention]:
    """The dialogue that "It was held in Hanoi on 3 May" means: the one that the line before has only named."""
    match = _it().match(here.line.words.text) if number and "gather" in here.line.cues else None
    if match is None:
        return []
    before = telling.scenes[number - 1]
    known = next((m for m in reversed(before.forums) if m.kind in MECHANISMS), None)
    if known is None or is_conclave(known.name):
        return []
    told = any(event.line >= number - 1 and event.forum == known.name for event in telling.events)
    behind = here.line.atoms[here.atom_at(match.end() - 1) + 1 :][:_HELD_BEHIND]
    held = any("gather" in atom.cues for atom in behind)
    return [_moved(known, match, here)] if held and not told else []


def many_meet(mention: ForumMention) -> bool:
    """Whether many countries meet there, and not two in a dialogue of theirs."""
    return mention.kind == "forum" or (mention.kind == "pattern" and is_conclave(mention.name))


def _moved(known: ForumMention, match: re.Match[str], here: Scene, group: str | int = 0) -> ForumMention:
    """A forum that these words of the line mean without its name."""
    start, end = match.span(group)
    first, last = here.atom_at(start), here.atom_at(end - 1) + 1
    return replace(known, start=start, end=end, atom=first, last=last)


def _of_the_fair(telling: Telling, here: Scene, number: int) -> ForumMention | None:
    """The conclave of ministers at a fair that a line names only so: "chaired the Ministers' Round Table", "will come
    together at the Conclave". It is the fair's own where the lexicon knows one, else the fair.
    """
    if here.line.cues.isdisjoint(("attend", "gather", "meet")) or "inister" not in here.line.words.text:
        return None
    match = _conclave_told().search(here.line.words.text)
    if match is None:
        return None
    before = telling.scenes[max(0, number - _FAIR_BEFORE) : number + 1]
    fairs = {m.name: m for scene in before for m in scene.forums if m.kind == "event" and m.forum is not None}
    named = {m.name for scene in before for m in scene.forums if m.kind == "forum"}
    if len(fairs) != 1 or named or any(m.start <= match.start() < m.end for m in here.forums):
        return None
    fair = next(iter(fairs.values()))
    own = next((f for f in forums().values() if f.parent == fair.name and "Conclave" in f.name), None)
    known = (
        replace(fair, kind="forum") if own is None else replace(fair, name=own.name, kind=own.kind, forum=own)
    )
    return _moved(known, match, here, next(g for g in ("what", "at", "of") if match[g]))


@cache
def _conclave_told() -> re.Pattern[str]:
    what = r"[Cc]onclave|[Rr]ound ?-?[Tt]able"
    return re.compile(
        rf"\b[Mm]inisters?'s? (?P<what>{what})\b|\b[Mm]inisters\b[^.;]{{1,60}}\b(?:at|in|for) (?:the|a) (?P<at>{what})\b"
        rf"|\b(?P<of>{what}) of (?:the )?(?:defen[cs]e )?[Mm]inisters\b"
    )


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
def _it() -> re.Pattern[str]:
    session = "dialogue|talks|consultations|session|meeting|round|edition|committee|exchange"
    return re.compile(rf"(?:It|This|The (?:{session})|This (?:{session}))(?= )")


@cache
def _weak_forum() -> re.Pattern[str]:
    forum = "(?i:forum|conclave|gathering|summit|conference|dialogue|meeting|event)"
    return re.compile(rf"\b[Tt](?:he|hat|his) {forum}(?: itself| proper)?\b(?! (?:between|with))")
