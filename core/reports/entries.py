"""The dated entries of diaries and programmes: "Oct 9. Canberra, with Richard Marles." holds for the lines under it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from core.mentions.dates import Bound, DateKind, DateMention, resolve
from core.mentions.where import Where
from core.model import BlockKind, Precision, When
from core.reports.story import Scene
from core.reports.where_told import a_topic

if TYPE_CHECKING:
    from core.reports.telling import Telling


@dataclass(slots=True)
class Entry:
    """A dated entry: its lines, its date with the words that tell it, and its place."""

    when: When
    span: tuple[int, int]
    head: DateMention
    lines: list[int] = field(default_factory=list)
    where: Where | None = None
    place_span: tuple[int, int] | None = None


def find_entries(telling: Telling) -> list[Entry]:
    """The dated entries of a document, in order, each with its day and place; a story in paragraphs has none."""
    found: list[Entry] = []
    current: Entry | None = None
    block = -1
    for number, scene in enumerate(telling.scenes):
        sentence = scene.line.sentence
        if sentence.block != block:
            block = sentence.block
            mention = _dated_head(scene)
            when = _resolved(telling, mention) if mention is not None else None
            if mention is not None and when is not None:
                span = sentence.start + mention.start, sentence.start + mention.end
                current = Entry(when, span, mention)
                found.append(current)
            elif current is not None and _timed().match(sentence.text):
                current = Entry(current.when, current.span, current.head)  # one more item of that day
                found.append(current)
            elif current is not None and not _goes_on(telling, current, sentence.kind):
                current = None
        if current is not None:
            current.lines.append(number)
    _in_order(telling, found)
    for entry in found:
        _find_place(telling, entry)
    return found


def _in_order(telling: Telling, entries: list[Entry]) -> None:
    """Sets entries that do not follow one another in the document's own year: "Jan 31" of a year that is over."""
    days = [entry.when.start for entry in entries if entry.when.start is not None]
    if days in (sorted(days), sorted(days, reverse=True)):
        return
    for entry in entries:
        entry.when = resolve(entry.head, published=None, year_hint=telling.year) or entry.when


def _goes_on(telling: Telling, entry: Entry, kind: BlockKind) -> bool:
    """A date that is a heading of its own holds for the paragraphs under it, up to the next heading."""
    head = telling.scenes[entry.lines[0]].line.sentence
    alone = head.kind is BlockKind.HEADING and len(head.text) < 40
    return alone and kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)


@cache
def _timed() -> re.Pattern[str]:
    """The time of day with which an item of a programme begins."""
    return re.compile(r"\W*(?:at |kl\.? )?\d{1,2}[.:]\d\d\b", re.IGNORECASE)


def _dated_head(scene: Scene) -> DateMention | None:
    """The day with which a line begins, when a stop, a dash or a colon parts it from what follows."""
    if scene.line.sentence.kind is BlockKind.TITLE or not scene.dates:
        return None
    mention = scene.dates[0]
    if mention.start > 12 or mention.bound is not Bound.AT or mention.phrase.kind is not DateKind.DAY:
        return None
    text = scene.line.sentence.text
    return (
        mention if _lead().fullmatch(text[: mention.start]) and _parted().match(text, mention.end) else None
    )


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(r"\W*(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]?\s*)?")


@cache
def _parted() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[.:|–—]|-\s|\([A-Z][a-z]+\)|, [A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}:|\Z)")


def _resolved(telling: Telling, mention: DateMention) -> When | None:
    when = resolve(telling.in_its_year(mention), published=telling.published, year_hint=telling.year)
    return when if when is not None and when.precision is Precision.DAY else None


def _find_place(telling: Telling, entry: Entry) -> None:
    """The first city of the entry's opening words, or else the one "in" which its lines are."""
    for number in entry.lines:
        scene = telling.scenes[number]
        opening = number in entry.lines[:2] and len(scene.line.words) <= 18
        for where in (
            _cities(scene)
            if opening
            else [
                w
                for w in scene.places
                if (w.how == "at" or w.word == "venue")
                and w.city
                and not _on_the_way(scene)
                and not looks_back(scene)
            ]
        ):
            entry.where, entry.place_span = where, scene.line.offsets(where.first, where.last)
            return


def _on_the_way(scene: Scene) -> bool:
    return (
        re.search(
            r"\b(?:on (?:the|his|her) way|stopped|then flew|later went)\b",
            scene.line.sentence.text,
            re.IGNORECASE,
        )
        is not None
    )


def looks_back(scene: Scene) -> bool:
    """Whether a line tells what had been before: "had been his guest in Canberra two weeks before"."""
    return "had" in scene.line.words.folded and _had_been().search(scene.line.words.text) is not None


@cache
def _had_been() -> re.Pattern[str]:
    return re.compile(
        r"\bhad (?:also |already |last )?\w+\b[^.;]*\b(?:before|earlier|previously|last (?:week|month|year|\w+day)|(?:a|two|three|four|five|\d+) \w+s? ago)(?: ?[.,;]|$)"
    )


def _cities(scene: Scene) -> list[Where]:
    """The cities of a line, those told as governments elsewhere among them: "Canberra, with the minister"."""
    found = [w for w in scene.places if w.city and w.how in ("at", "name") and not a_topic(scene, w)]
    for number, atom in enumerate(scene.line.atoms):
        city = atom.sense("city")
        before = scene.line.atoms[number - 1].word if number else ""
        free = not any(w.first <= number < w.last for w in scene.places)
        if atom.sort == "G" and city is not None and free and before not in ("from", "to", "of", "with"):
            found.append(Where(city.name, city.country, "name", number, number + 1, "city"))
    return sorted(found, key=lambda w: w.first)
