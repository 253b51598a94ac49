"""When the name of a body stands for a meeting of its ministers or chiefs: "NATO defence ministers met"."""

import re
from dataclasses import replace
from functools import cache

from core.lexicon.forums import Forum
from core.lexicon.words import word_set
from core.mentions.forums import ForumMention, chiefs_of, meeting_of
from core.reports.story import Scene
from core.reports.telling import Telling


def meeting_of_body(telling: Telling, mention: ForumMention, here: Scene) -> ForumMention:
    """An organisation named where its ministers or chiefs meet is that meeting; any other mention is itself."""
    if mention.kind != "organisation" or _leaders().search(here.line.words.text):
        return mention
    level = _at_that_level().match(here.line.words.text, mention.end)
    if level is not None:
        name, forum = _its_meeting(telling, mention, chiefs=False)
        return replace(mention, name=name, kind="forum", forum=forum)
    together = _they_meet(telling, mention, here)
    if together is not None:
        return together
    words = {word for atom in here.line.atoms for word in atom.word.split()}
    if words.isdisjoint(word_set("ministers_gather")) or _of_its_members(here, mention):
        return mention
    ministers = bool(_defence_ministers().search(telling.text)) and "summit" not in words
    forum = meeting_of(mention.name, ministers=ministers)
    return mention if forum is None else replace(mention, name=forum.name, kind=forum.kind, forum=forum)


def _they_meet(telling: Telling, mention: ForumMention, here: Scene) -> ForumMention | None:
    """The meeting of which the words round a body's name tell: "Ministers of defence of the V4 countries sat down"."""
    text = here.line.words.text
    if not word_set("body_heads").intersection(here.line.words.folded):
        return None
    before = _people_of().search(text, 0, mention.start)
    if before is not None:
        behind = _members().match(text, mention.end)
        who, start, end = before["who"], before.start("who"), behind.end() if behind else mention.end
    else:
        people = _its_people().match(text, mention.end)
        if people is None:
            return None
        who, start, end = people["who"], mention.start, people.end()
    session = (
        _meeting_of().search(text, 0, start) is not None or _convened().search(text, 0, start) is not None
    )
    session = session or " meeting of " in text[mention.end : end]
    if not (session or _meet().match(text, end)):
        return None
    chiefs = re.search("inister|ecretar", who) is None
    own = "efen" in mention.name or "efen" in text[mention.start : mention.end]
    if who == "ministers" and not own and not re.search("efen[cs]e", telling.text):
        return None  # "The ASEAN ministers met": nobody tells which
    name, forum = _its_meeting(telling, mention, chiefs=chiefs)
    first, last = here.atom_at(start), here.atom_at(end - 1) + 1
    return replace(mention, start=start, end=end, atom=first, last=last, name=name, kind="forum", forum=forum)


def _its_meeting(telling: Telling, mention: ForumMention, *, chiefs: bool) -> tuple[str, Forum | None]:
    """The name of the meeting of a body's chiefs or ministers, and the lexicon's entry of it; None where it has none."""
    if chiefs:
        forum = chiefs_of(mention.name)
    else:
        forum = _named_last(telling, mention) or meeting_of(mention.name, ministers=True, alone=True)
    if forum is not None:
        return forum.name, forum
    return f"{mention.name} Defence {'Chiefs' if chiefs else 'Ministers'}' Meeting", None


def in_session(here: Scene, mention: ForumMention) -> bool:
    """Whether the ministers or chiefs whose name stands for a forum meet: "EU defence ministers are meeting in"."""
    text = here.line.words.text
    if _at_that_level().match(text, mention.end) is not None:
        return True
    if (
        "inisters" not in text[mention.start : mention.end]
        and "hiefs" not in text[mention.start : mention.end]
    ):
        return False
    return (
        _meet().match(text, mention.end) is not None or _convened().search(text, 0, mention.start) is not None
    )


@cache
def _at_that_level() -> re.Pattern[str]:
    """Finds behind a body " of France, Germany and Poland met in Paris at the level of defence ministers"."""
    return re.compile(
        r"(?: of [^.;]{3,80}?)? (?:met|meet|gathered|convened)\b[^.;]{0,60}\bat (?:the )?(?:level of defen[cs]e ministers|defen[cs]e[ -]minister(?:s'?|ial)? level|ministers of defen[cs]e level)"
    )


@cache
def _convened() -> re.Pattern[str]:
    """Finds, at the end, who brought them together: "The president convened "."""
    return re.compile(r"\b(?:convened|brought together|gathered|assembled|has convened) (?:all |the )?\Z")


def _named_last(telling: Telling, mention: ForumMention) -> Forum | None:
    """The forum of a body's ministers that the document has named last: the ADMM-Plus, and not the ADMM."""
    last = telling.last_forum.forum if telling.last_forum is not None else None
    if last is None or last.parent != mention.name or last.kind != "forum":
        return None
    return last if "Defence Ministers" in f"{last.name} {last.title}" else None


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


_PEOPLE = (
    r"(?:[Dd]efen[cs]e [Mm]inisters|[Mm]inisters of (?:[Nn]ational )?[Dd]efen[cs]e|[Dd]efen[cs]e [Ss]ecretaries|[Mm]ilitary [Cc]hiefs"
    r"|[Dd]efen[cs]e [Cc]hiefs|(?:[Aa]rmy|[Nn]av(?:y|al)|[Aa]ir [Ff]orce) (?:[Cc]hiefs|[Cc]ommanders)"
    r"|[Cc]hiefs of (?:(?:the )?(?:[Gg]eneral|[Dd]efen[cs]e|[Aa]rmy|[Nn]aval|[Aa]ir) [Ss]taffs?|[Dd]efen[cs]e|[Ss]taff))"
)


@cache
def _people_of() -> re.Pattern[str]:
    """Finds, at the end, the ministers of a body that is named next: "The defence ministers from the "."""
    return re.compile(
        rf"\b(?P<who>{_PEOPLE}) (?:of|from) (?:all |the |all the )?(?:(?:member states|member countries|states members?|members) of (?:the )?)?(?:\"|')?\Z"
    )


@cache
def _members() -> re.Pattern[str]:
    return re.compile(
        r"(?:'s?)?(?: member)?[ -](?:states|countries|nations|members)\b| (?:[Ii]nitiative|[Gg]roup|[Ff]ormat|bloc)\b(?:\"|')?"
    )


@cache
def _its_people() -> re.Pattern[str]:
    """Finds the ministers right behind a body's name: "'s defence ministers", " meeting of defence ministers"."""
    return re.compile(
        rf"(?:'s?)?(?: member states'?)? (?:meeting of (?:the )?)?(?P<who>{_PEOPLE}|ministers(?! of (?!defen)))\b(?!')"
    )


@cache
def _meeting_of() -> re.Pattern[str]:
    meeting = "meeting|gathering|conclave|session|conference|talks|get-together"
    return re.compile(rf"\b(?:{meeting}) (?:of|between|among) (?:the )?\Z")


@cache
def _meet() -> re.Pattern[str]:
    """Finds what they do: "will meet", "gathered", "held their autumn meeting", with names or a day before it."""
    when = r"(?: on \w+day| (?:today|yesterday|also|jointly|again|last \w+))?"
    names = r"(?:,[^;.]{3,120},)?"
    does = (
        r"met|meet|gathered|gather|convened?|assembled?|sat down|sit down|conferred|came together|come together|are (?:currently |now |again )?(?:meeting|gathering|gathered|in a meeting|in session|in talks)|were meeting"
        r"|(?:held|hold|are holding|opened|began|concluded|wrapped up) (?:(?:a|an|the|their|its|his) )?(?:[\w-]+ ){0,3}(?:meeting|talks|session|conclave|conference|gathering|consultations)"
        r"(?! with)"
    )
    return re.compile(
        rf" ?, ?(?:meeting|gathered|gathering|assembled|convened) (?:in|at|on|here|this|last|for)\b|{names}{when} (?:(?:will|are (?:due |set |expected |scheduled )?to|have|had)(?: also)? )?(?:{does})\b"
        r"(?! (?:with|[A-Z]))"
    )


@cache
def _their_meeting() -> re.Pattern[str]:
    meeting = "meetings?|meet|conclave|gathering|summit|conference"
    return re.compile(
        rf"\b(?:{meeting}) of (?:the )?(?:\w+ )?ministers? ?'?s? ?(?:of defen[cs]e )?of (?:the )?(?:member (?:states|countries|nations) of (?:the )?)?$"
    )


@cache
def _defence_ministers() -> re.Pattern[str]:
    return re.compile(
        r"defen[cs]e (?:ministers?|conclave|chief)|ministers? of (?:national )?defen[cs]e|raksha mantri",
        re.IGNORECASE,
    )


@cache
def _leaders() -> re.Pattern[str]:
    return re.compile(r"Heads of (?:State|Government)|[Ff]oreign [Mm]inisters|leaders' summit")
