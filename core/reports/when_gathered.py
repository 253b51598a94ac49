"""The days and the place of a gathering, as its line and the next ones tell."""

import re
from datetime import date, timedelta
from functools import cache

from core.lexicon.words import word_set
from core.mentions.dates import Bound
from core.model import Precision, Status, When
from core.reports.gathering import Gathering
from core.reports.setting import give_date, give_date_behind, give_setting
from core.reports.settle import date_mention
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.where_told import NOT_THERE

_SCHEDULED = 70  # characters: " that is scheduled to be held in Singapore on "
_RELATIVE = 12  # atoms: "of the CIS, the SCO and the CSTO, which"
_NEAR = 5  # characters: " on "

_LONG = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}

UNDATED = date(2020, 1, 1)  # whose members count in a document that does not tell when it was written


def _gone_there(event: Event, here: Scene, gathering: Gathering) -> None:
    """Gives a forum for which somebody travels the place where he goes: "goes to Ramstein for the meeting of"."""
    at, atoms = gathering.at, here.line.atoms
    if at >= gathering.mention.last:  # "flew to Jakarta for the dialogue, held on Friday"
        at = next((p for p in gathering.clause.atoms if "travel" in atoms[p].cues), at)
    if "travel" not in atoms[min(at, len(atoms) - 1)].cues:
        return
    where = next(
        (w for w in here.places if at < w.first < gathering.mention.atom and w.how not in NOT_THERE), None
    )
    if where is not None and where.country:
        event.set_place(where)
        event.place_span = here.line.offsets(where.first, where.last)


def _scheduled_for(here: Scene, gathering: Gathering, day: int) -> bool:
    """Whether the forum "is scheduled to be held" on the day that begins here: not that on which somebody came for it."""
    end = gathering.mention.end
    return end < day <= end + _SCHEDULED and bool(_scheduled().fullmatch(here.line.words.text[end:day]))


@cache
def _scheduled() -> re.Pattern[str]:
    return re.compile(
        r"(?: \(.{2,12}\))?(?: (?:meeting|dialogue|conference|summit|session))?,?(?: (?:that|which) (?:is|was|are))?,?"
        r" (?:scheduled|slated|due|set|planned|to be held|being held|beginning|starting)(?: (?:to|be|held|take|place|begin|start|open|for|on|from|here|in [A-Z]\w+))* "
    )


def _its_town(event: Event, here: Scene, gathering: Gathering) -> None:
    """Gives a forum the town of "the Lima meeting of the conference"."""
    line, place = here.line, gathering.mention.atom - 1
    place -= line.word(place) == "the"
    if line.word(place) != "of" or line.word(place - 1) not in (
        "meeting",
        "session",
        "edition",
        "summit",
        "round",
    ):
        return
    town = line.atoms[place - 2].sense("city") if line.sort(place - 2) in ("P", "G") else None
    if town is not None:
        event.city, event.host, event.place_told = town.name, town.country, True
        event.place_span = line.offsets(place - 2, place - 1)


def _held_there(event: Event, here: Scene, gathering: Gathering) -> None:
    """Gives a forum that somebody attended the place of "the meeting of the council, which was held in Moscow"."""
    for clause in here.clauses:
        behind = clause.opener in ("which", "that") and clause.atoms
        if not behind or not 0 <= clause.atoms[0] - gathering.mention.last <= _RELATIVE:
            continue
        if not any("gather" in here.line.atoms[place].cues for place in clause.atoms):
            continue
        where = next(
            (w for w in here.places if w.first in clause.atoms and w.how == "at" and w.country), None
        )
        if where is not None:
            event.set_place(where)
            event.place_span = here.line.offsets(where.first, where.last)
        return


def _closed(telling: Telling, here: Scene, event: Event, pattern: re.Pattern[str]) -> None:
    """Gives a gathering the days of "the two-day meeting, which closed on Wednesday"."""
    match = pattern.search(here.line.words.text)
    day = next((m for m in here.dates if match and 0 <= m.start - match.end() <= _NEAR), None)
    if match is None or day is None:
        return
    give_date(telling, event, here, day)
    days = _days_long().search(here.line.words.text, 0, match.end())
    start = event.when.start
    if days is not None and start is not None and event.when.precision is Precision.DAY and match["over"]:
        event.when = When.on(start - timedelta(days=_LONG[days[1].lower()] - 1), start)


def _days_behind(telling: Telling, here: Scene, event: Event, gathering: Gathering) -> None:
    """Gives a gathering the days of "the meeting, which Japan hosts from 2 to 4 May"."""
    for told in here.clauses:
        behind = told.opener in ("which", "that") and told.atoms and told.atoms[0] >= gathering.mention.last
        if not behind or not any(here.line.atoms[p].cues & {"gather", "attend"} for p in told.atoms):
            continue
        day = next(
            (m for m in here.dates if here.atom_at(m.start) in told.atoms and m.bound is Bound.AT), None
        )
        if day is not None:
            give_date(telling, event, here, day)
        return


@cache
def _which_closed() -> re.Pattern[str]:
    over = "closed|ended|concluded|wound up|wrapped up|finished"
    return re.compile(
        rf" ?, (?:which|that|who) (?:(?P<over>{over})|opened|began|started|took place|was held|met|meets|gathered|sat)\b"
        r"(?: here| there| in the (?:city|capital)| in [A-Z]\w+)?"
    )


@cache
def _meeting_closed() -> re.Pattern[str]:
    meeting = r"\b(?:[Tt]he|[Tt]heir) (?:\w+ ?- ?day )?(?:meeting|conference|forum|summit|gathering|session)"
    return re.compile(meeting + _which_closed().pattern)


def set_gathering(telling: Telling, here: Scene, event: Event, gathering: Gathering) -> None:
    """Gives a gathering or a session its forum, date and place."""
    event.set_forum(gathering.mention, here.offsets(gathering.mention))
    give_setting(telling, event, here, gathering.clause, gathering.at)
    own = next((m for m in here.dates if _scheduled_for(here, gathering, m.start)), None)
    if own is not None:
        event.status = Status.PLANNED  # until its day tells otherwise
        give_date(telling, event, here, own)
    _gone_there(event, here, gathering)
    if not event.place_told:
        _its_town(event, here, gathering)
    if not event.place_told:
        _held_there(event, here, gathering)
    if event.date_span is None:
        _closed(telling, here, event, _which_closed())
    if event.date_span is None:
        _days_behind(telling, here, event, gathering)
    following = telling.scenes[event.line + 1] if event.line + 1 < len(telling.scenes) else None
    if event.date_span is None and following is not None:
        _closed(telling, following, event, _meeting_closed())
    give_date_behind(telling, event)


def foretold(telling: Telling, here: Scene, event: Event, gathering: Gathering) -> None:
    """Makes "The forum opens on Friday" one to come: a present tense with a date foretells."""
    atoms = here.line.atoms
    verb = atoms[gathering.at].word.split(" ")[0] if gathering.at < len(atoms) else ""
    if event.date_span is None or verb not in word_set("timetable_verbs"):
        return
    event.status = Status.PLANNED
    mention = date_mention(here, gathering.clause, gathering.at)
    if mention is not None:
        give_date(telling, event, here, mention)


@cache
def _days_long() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(_LONG)}) ?- ?day\b", re.IGNORECASE)
