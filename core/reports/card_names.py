"""What a card of notes is about: the exercise, forum or mechanism that it names, and the kind of engagement."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from core.lexicon import forums
from core.lexicon.cards import Label
from core.mentions.forums import ForumMention, is_conclave
from core.model import Kind
from core.reports.card_rows import Card
from core.reports.story import Scene

if TYPE_CHECKING:
    from core.reports.telling import Telling


def named_in(telling: Telling, card: Card) -> ForumMention | None:
    """The exercise, forum or mechanism that the head names, or else the first that the card's own lines do."""
    if card.head >= 0:
        head = telling.scenes[card.head]
        known = [m for m in head.forums if m.kind not in ("organisation", "event")]
        drill = known[0] if known else _drill_of(head, _story(telling, card))
        if drill is not None:
            return drill
    rows = card.labelled(Label.NAME, Label.WHAT) or card.bare
    for row in rows:
        scene = telling.scenes[row.line]
        for mention in scene.forums:
            if mention.kind not in ("organisation", "event") and row.start <= mention.start < row.end:
                return mention
        if (
            row.label is Label.NAME
            and row.labelled
            and (drill := _drill_of(scene, _story(telling, card))) is not None
        ):
            return drill
    return None


def may_name_drill(text: str) -> bool:
    """Whether a line that heads a card could name an exercise there."""
    match = _drill_name().fullmatch(text.strip())
    return match is not None and bool(match["ex"] or match["name"].strip(" -").casefold() in _plain_names())


def _drill_of(scene: Scene, story: str) -> ForumMention | None:
    """An exercise that the lexicon does not know, or only by a name that needs help: "CYCLONE-III" over a drill."""
    match = _drill_name().fullmatch(scene.line.sentence.text.strip())
    if match is None or not (match["ex"] or _drill_words().search(story)):
        return None
    printed = match["name"].strip(" -")
    name = printed.title() if printed.isupper() else printed
    known = _plain_names().get(name.casefold())
    exercise = forums.exercises()[known] if known else None
    if not known and not match["ex"]:
        return None
    atoms = len(scene.line.atoms)
    edition = match["edition"] or ""
    return ForumMention(0, len(printed), known or name, "exercise", 0, atoms, None, exercise, edition)


@cache
def _plain_names() -> dict[str, str]:
    """Each exercise by the words of its name without what stands in brackets behind them."""
    return {name.split(" (")[0].casefold(): name for name in forums.exercises()}


@cache
def _drill_name() -> re.Pattern[str]:
    return re.compile(
        r"(?i:name\s*[:-]\s*)?(?P<ex>(?i:(?:joint |military |naval )*ex(?:ercise)?\b\.?\s*[:-]?\s*))?[\"'“‘]?(?P<name>[A-Z][A-Za-z'-]*?(?: [A-Z][A-Za-z'-]*?){0,2}?)[\"'”’]?"
        r"(?:[ -]+(?P<edition>[IVXL]+|\d{1,2}|(?:19|20)\d\d))?(?: ?\([^)]*\))?",
    )


@cache
def _drill_words() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:exercises?|drills?|troops|soldiers|personnel|contingents?|editions?|warships)\b", re.IGNORECASE
    )


def _story(telling: Telling, card: Card) -> str:
    return " ".join(
        telling.scenes[row.line].line.sentence.text[row.start : row.end]
        for row in card.rows
        if row.label is not Label.TRIVIA
    )


def kind_of(telling: Telling, card: Card, named: ForumMention | None) -> Kind | None:
    """What sort of engagement the card tells of; None when its lines do not say."""
    if named is not None and named.kind == "exercise":
        return Kind.EXERCISE
    told = " ".join(telling.scenes[n].line.sentence.text for n in ([card.head] if card.head >= 0 else []))
    told += " " + " ".join(
        telling.scenes[r.line].line.sentence.text for r in card.labelled(Label.WHAT, Label.WHERE)
    )
    if _by_wire().search(told):
        return Kind.CALL
    if card.head >= 0 and _visit().search(telling.scenes[card.head].line.sentence.text):
        return Kind.VISIT
    if named is not None and (named.kind == "forum" or (named.kind == "pattern" and is_conclave(named.name))):
        return Kind.MULTILATERAL
    if named is not None or card.labelled(Label.WHO) or _talks().search(told):
        return Kind.BILATERAL
    return None


@cache
def _by_wire() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:video|telephone|telephonic|phone|virtual(?:ly)?|online|call between)\b", re.IGNORECASE
    )


@cache
def _visit() -> re.Pattern[str]:
    """A head such as "Visit of the Army chief to Japan", "Official trip to Oman"."""
    return re.compile(r"\b(?:visit|trip|tour) (?:of |by )?.{0,60}\bto [A-Z]", re.IGNORECASE)


@cache
def _talks() -> re.Pattern[str]:
    return re.compile(r"\b(?:talks|meeting|met|dialogue|bilateral|consultations)\b", re.IGNORECASE)
