"""When and where the engagement of a card of notes is, and whether it is still to come."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from core.lexicon import cities
from core.lexicon.cards import Label
from core.mentions.dates import Bound, DateMention, basis, resolve
from core.mentions.where import Where
from core.model import Kind, Precision, Status, When
from core.reports.card_rows import Card, Row
from core.reports.story import Event, Scene

if TYPE_CHECKING:
    from core.reports.telling import Telling

Dated = tuple[int, DateMention, When]
"""The line, the words and the time of a card's date."""


def date_of(telling: Telling, card: Card, *, bare: bool) -> Dated | None:
    """The line, words and time of the card's date: labelled, else in the head, else (`bare`) a range in its lines."""
    spots = [(row.line, row.start, row.end) for row in card.labelled(Label.WHEN, Label.WHEN_WHERE)]
    if (whole := noted_whole(telling, card)) is not None:
        spots.append((whole.line, whole.start, whole.end))
    if card.head >= 0:
        spots.append((card.head, 0, len(telling.scenes[card.head].line.sentence.text)))
    if bare or card.labelled(Label.WHERE, Label.WHO):
        spots += [(row.line, row.start, row.end) for row in [*card.labelled(Label.WHAT), *card.bare]]
    for line, start, end in spots:
        for mention in telling.scenes[line].dates:
            if start <= mention.start < end and mention.bound is Bound.AT:
                when = resolve(mention, published=telling.published, anchor=None, year_hint=telling.year)
                if when is not None and when.precision in (Precision.DAY, Precision.MONTH):
                    return line, mention, when
    return None


def noted_whole(telling: Telling, card: Card) -> Row | None:
    """The line of a card that tells what was held, where and when: "12th meeting of the JMCC, Muscat, 31 January 2024"."""
    for row in [*card.labelled(Label.WHAT), *card.bare[:1]]:
        scene = telling.scenes[row.line]
        sentence = row.label is not Label.WHAT and scene.line.sentence.text.rstrip().endswith(".")
        if not scene.dates or not scene.forums or sentence:
            continue
        last, words = scene.dates[-1], scene.line.words
        between = (words.starts[scene.line.atoms[w.first].first] for w in _within(scene, row))
        ends = scene.line.sentence.text[last.end : row.end].strip(" .") == ""
        if ends and any(scene.forums[0].end < start < last.start for start in between):
            return row
    return None


def set_event(telling: Telling, card: Card, event: Event, dated: Dated | None) -> None:
    """Gives the event the card's date, place and status."""
    if dated is not None:
        line, mention, event.when = dated
        base = telling.scenes[line].line.sentence.start
        event.date_basis, event.date_span = basis(mention), (base + mention.start, base + mention.end)
    start = event.when.start
    ahead = start is not None and telling.published is not None and start > telling.published
    if ahead or (is_coming(telling, card) and (telling.published is None or start is None)):
        event.status = Status.PLANNED
    found = _place(telling, card) if event.kind is not Kind.CALL else None
    if found is not None:
        line, where, city = found
        event.city, event.host, event.place_told = city, where.country, True
        event.place_span = telling.scenes[line].line.offsets(where.first, where.last)


def is_coming(telling: Telling, card: Card) -> bool:
    """Whether the card says that its engagement is still to come."""
    rows = [*card.labelled(Label.WHAT, Label.WHEN, Label.WHEN_WHERE), *card.bare]
    return any(_coming().search(telling.scenes[row.line].line.sentence.text) for row in rows)


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:will (?:be )?(?:host|h[eo]ld|take place|conduct|begin|meet|chair|visit)\w*|(?:is|are) to (?:be|host|hold)|to be (?:held|conducted)|scheduled|upcoming)\b",
        re.IGNORECASE,
    )


def _place(telling: Telling, card: Card) -> tuple[int, Where, str] | None:
    """The line, place and city that the card names: on a labelled line, else in the head, else "in" or "at" one."""
    said = card.labelled(Label.WHERE, Label.WHEN_WHERE, Label.WHEN)
    if not said and (whole := noted_whole(telling, card)) is not None:
        said.append(whole)
    for row in [*said, *card.labelled(Label.HOST)]:
        found = _within(telling.scenes[row.line], row)
        if found:
            best = next((w for w in found if w.city), found[-1])
            person = row.label is Label.HOST and any(p.name for p in telling.scenes[row.line].parties)
            return (
                row.line,
                best,
                best.city or ("" if person else _town(telling.scenes[row.line], row, found)),
            )
    lines = [(card.head, "")] if card.head >= 0 else []
    lines += [(row.line, "at") for row in [*card.labelled(Label.WHAT, Label.WHEN), *card.bare]]
    for line, how in lines:
        found = [w for w in telling.scenes[line].places if w.country and w.how in (how or "at", "at")]
        if found:
            best = next((w for w in found if w.city), found[0])
            return line, best, best.city
    return None


def _within(scene: Scene, row: Row) -> list[Where]:
    """The places of one row; a country or capital that stands alone there is one too."""
    starts = scene.line.words.starts
    found = [
        w
        for w in scene.places
        if w.country and row.start <= starts[scene.line.atoms[w.first].first] < row.end
    ]
    for number, atom in enumerate(scene.line.atoms):
        city = atom.sense("city")
        inside = row.start <= starts[atom.first] < row.end and not any(
            w.first <= number < w.last for w in found
        )
        if inside and atom.sort == "G" and city is not None:
            found.append(Where(city.name, city.country, "at", number, number + 1, "city"))
        elif inside and atom.sort == "C":
            found.append(Where("", str(atom.value), "at", number, number + 1, "country"))
    return sorted(found, key=lambda w: w.first)


def _town(scene: Scene, row: Row, found: list[Where]) -> str:
    """The town before the region or country of a labelled place ("Umroi, Meghalaya"), which no lexicon need know."""
    words = scene.line.words
    text = scene.line.sentence.text
    end = (
        words.starts[scene.line.atoms[found[-1].first].first]
        if len(found) > 1 or found[0].word != "base"
        else row.end
    )
    before = re.sub(r"^[^:–—|]*[:–—|]\s*", "", text[row.start : end]).strip(" ,(")
    part = _site().sub("", before.rsplit(",", 1)[-1].strip()).strip()
    if not re.fullmatch(r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}", part):
        return ""
    known = cities.cities_named(part.casefold())
    return next((city.name for city in known if city.country == found[-1].country), part if not known else "")


@cache
def _site() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:Foreign|Joint|Field|Firing|Training|Military|Army|Naval|Air|Force|Base|Station|Node|Ranges?|Area|Cantonment|Camp|Centre|Center|Garrison|Grounds?|School|Academy|Port|Harbour)\b"
    )
