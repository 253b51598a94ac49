"""A forum that a clause says took place, and what its rooms share: its defence, its chairs, the words before it."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from core.mentions.forums import ForumMention
from core.mentions.party import Party
from core.reports.clauses import Clause
from core.reports.story import Scene

_DRAWN = frozenset({"joined", "among", "included", "drew", "draws", "attracted", "attracts", "saw"})
_THERE = (
    "taking part",
    "participating",
    "attending",
    "present",
    "in attendance",
    "represented",
    "in the hall",
    "in the room",
    "in the audience",
    "on hand",
    "as participants",
)
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


def of_defence(mention: ForumMention, here: Scene | None = None) -> bool:
    """Whether a forum's name or title, or the words of a line that name it, tell that defence establishments meet there."""
    told = here.line.words.text[mention.start : mention.end] if here is not None else ""
    return (
        bool(_defence().search(f"{mention.name} {mention.forum.title if mention.forum else ''}"))
        or "efen" in told
    )


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
    came = any(word.endswith("attended by") or word in _DRAWN for word in words)
    came = came or ("attended", "by") in pairwise(words)
    came = came or "bring" in scene.line.cues or ("bringing", "together") in pairwise(words)
    groups = [group for group in clause.groups if group[0].first > mention.last]
    if came:
        return [party for group in groups for party in group]
    if groups and scene.line.word(mention.last) == "of" and groups[0][0].first == mention.last + 1:
        return groups[0]  # "The Weimar Triangle of France, Germany and Poland met"
    return next((g for g in groups if _came(scene, g)), [])


def _person(party: Party) -> bool:
    return bool(party.name or (party.offices and party.countries)) or party.role == "pronoun"


def _came(scene: Scene, group: list[Party]) -> bool:
    """Whether people or countries stand in "with A, B and C taking part"."""
    last = group[-1].last
    behind = " ".join(scene.line.word(last + step) for step in range(3))
    return scene.line.word(group[0].first - 1) == "with" and behind.startswith(_THERE)


@cache
def _defence() -> re.Pattern[str]:
    return re.compile(
        r"Defen[cs]e|Peacekeeping Ministerial|Chiefs|Army|Armies|Land Forces|Maritime Forces|Air Force|Nav(?:al|y|ies)|Shangri"
    )


def with_those_among(scene: Scene, mention: ForumMention, clause: Clause, place: int) -> Gathering:
    """A gathering told at this atom by the subject before it, with those said to be among its guests."""
    subject = scene.subject_before(clause, place)
    if subject is None and place <= 1 and scene.line.word(place).split(" ")[0].endswith("ing"):
        behind = [group for group in clause.groups if group[0].first > mention.last]
        named = (g for g in behind if scene.line.word(g[0].first - 1) in (",", "the") and _person(g[0]))
        subject = next(named, None)  # "Speaking at the forum in Rome, the minister, Mr X, said"
    return Gathering(mention, clause, place, among(scene, clause, mention), subject, True)
