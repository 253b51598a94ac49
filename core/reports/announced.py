"""What heads a list of partners: "Rajnath Singh's bilaterals in Jakarta", "held three meetings in Colombo"."""

import re
from functools import cache

from core.mentions.party import Party
from core.model import BlockKind, Kind
from core.reports.forum_given import give_forum
from core.reports.inherited import inherit
from core.reports.setting import give_setting
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling


def announce_list(telling: Telling, here: Scene, number: int) -> None:
    """Keeps in mind what heads a list of people: "Rajnath Singh's bilaterals in Jakarta", "held three meetings in Colombo:"."""
    if telling.pending is not None and telling.pending[0].line == number:
        return
    following = telling.scenes[number + 1] if number + 1 < len(telling.scenes) else None
    if (
        following is None
        or following.line.sentence.kind is not BlockKind.BULLET
        or following.line.sentence.block == here.line.sentence.block
    ):
        return
    noun = next((p for p, a in enumerate(here.line.atoms) if _several_talks(a.word) and "talk" in a.cues), -1)
    if noun < 0 or _no_list().search(here.line.sentence.text) or _a_note(here, following):
        return
    side = _whose_talks(telling, here, number)
    if side is None:
        return
    clause = here.clause_of(noun) or here.clauses[0]
    status = status_of(here, clause, noun)
    if status is None:
        return
    announced = Event(Kind.BILATERAL, [side], number, "listed", noun, status, lines=[number])
    give_setting(telling, announced, here, clause, noun)
    give_forum(telling, here, announced)
    inherit(telling, announced)
    telling.pending = (announced, [side], here.line.sentence.block)


def _a_note(here: Scene, following: Scene) -> bool:
    """Whether the line is one of a card's: "Format: talks at the ministry", with "Visitor: General X" under it."""
    texts = (here.line.sentence.text, following.line.sentence.text)
    return all(_label().match(text) for text in texts)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"[A-Z][a-z]+(?: [a-z]+){0,2} ?: ?(?=\S)")


def _several_talks(word: str) -> bool:
    """Whether a noun tells of talks in the plural."""
    return word.endswith("s")


def _whose_talks(telling: Telling, here: Scene, number: int) -> Side | None:
    """The side whose talks a line announces: that of the one whom it names, or in a heading the main actor's."""
    sides = telling.settled(here.parties[:1], number, subject=True, others=[])
    codes = {code for party in here.parties for code in party.countries} | {side.country for side in sides}
    if len(codes) > 1:
        return None
    if sides:
        return sides[0] if sides[0].figure is not None or sides[0].party.offices else None
    main = telling.cast.main
    heading = here.line.sentence.kind in (BlockKind.HEADING, BlockKind.TITLE)
    if not heading or codes or main is None or not main.country or not main.defence:
        return None
    return Side(main.country, main, Party(0, 0, role="pronoun"), number)


@cache
def _no_list() -> re.Pattern[str]:
    """Finds what heads a list of things, not of people."""
    return re.compile(
        r"\b(?:outcomes?|results?|key points|highlights|agenda|issues|topics|calls?|questions)\b",
        re.IGNORECASE,
    )
