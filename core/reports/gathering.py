"""A forum that a clause says took place, and what its rooms share: its defence, its chairs, the words before it."""

import re
from dataclasses import dataclass
from functools import cache

from core.mentions.forums import ForumMention
from core.mentions.party import Party
from core.reports.clauses import Clause
from core.reports.story import Scene

_DRAWN = frozenset({"joined", "among", "included", "drew", "draws", "attracted", "attracts", "saw"})
_RELATIVE = ("that", "which", "who")
REACH = 10  # atoms between a verb and the forum that it is told of


@dataclass(slots=True)
class Gathering:
    """A forum that a clause says took place or will, with the parties named as taking part."""

    mention: ForumMention
    clause: Clause
    at: int
    parties: list[Party]
    subject: list[Party] | None
    sure: bool
    """told outright; otherwise only implied by talks on its sidelines"""


def of_defence(mention: ForumMention) -> bool:
    """Whether a forum's name or title tells that defence establishments meet there."""
    return bool(_defence().search(f"{mention.name} {mention.forum.title if mention.forum else ''}"))


def chaired_for_years(scene: Scene) -> bool:
    """Whether a group has its chairs for years: "co-chaired the working group for the cycle 2021-2024"."""
    return "chair" in scene.line.words.text and bool(_term().search(scene.line.words.text))


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        r"\bfor (?:the )?(?:cycle|period|term|years?)\b|\bfor (?:20\d\d) ?[-\u2013] ?(?:20)?\d\d\b|\bcurrent cycle\b"
    )


def relative_clause(scene: Scene, mention: ForumMention, reach: int) -> Clause | None:
    """The clause "that ..." or "which ..." behind a forum, at most so many atoms away."""
    for clause in scene.clauses:
        if clause.opener in _RELATIVE and clause.atoms and 0 <= clause.atoms[0] - mention.last <= reach:
            return clause
    return None


def words_before(scene: Scene, mention: ForumMention, reach: int) -> list[str]:
    """The words of at most so many atoms before a forum."""
    return [atom.word for atom in scene.line.atoms[max(0, mention.atom - reach) : mention.atom]]


def among(scene: Scene, clause: Clause, mention: ForumMention) -> list[Party]:
    """Parties told as taking part: "attended by ministers of ...", "Among those present were ..."."""
    words = [scene.line.atoms[p].word for p in clause.atoms]
    if not any(word.endswith("attended by") or word in _DRAWN for word in words):
        return []
    return [party for group in clause.groups for party in group if party.first > mention.last]


@cache
def _defence() -> re.Pattern[str]:
    return re.compile(r"Defen[cs]e|Chiefs|Army|Armies|Air Force|Nav(?:al|y|ies)|Shangri")


def with_those_among(scene: Scene, mention: ForumMention, clause: Clause, place: int) -> Gathering:
    """A gathering told at this atom by the subject before it, with those said to be among its guests."""
    subject = scene.subject_before(clause, place)
    return Gathering(mention, clause, place, among(scene, clause, mention), subject, True)
