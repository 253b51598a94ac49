"""Engagements told in note form: what a card's labelled and bare lines say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.lexicon.cards import Label
from core.lexicon.words import phrase_pattern
from core.mentions.forums import ForumMention, is_conclave
from core.model import BlockKind, Kind
from core.reports.card_names import kind_of, named_in
from core.reports.card_rows import Card, cut_cards
from core.reports.card_settings import Dated, date_of, is_coming, noted_whole, set_event
from core.reports.diary import read_diary
from core.reports.drills import countries_named
from core.reports.story import Event, Side

if TYPE_CHECKING:
    from core.reports.telling import Telling

_SETTING = (Label.WHEN, Label.WHERE, Label.WHEN_WHERE, Label.WHO, Label.WHAT)


def read_cards(telling: Telling) -> list[Event]:
    """The engagements that a document's notes and dated entries tell and that no sentence of theirs tells alone.

    What a card says about an engagement that its sentences told already goes into that one.
    """
    cards = cut_cards(telling.scenes, telling.text)
    asked = {row.line for card in cards for row in card.rows if row.label is Label.TRIVIA}
    asked |= {
        n for card in cards for n in card.lines if n not in {row.line for row in card.rows} and n != card.head
    }
    telling.events = [e for e in telling.events if e.line not in asked or e.date_span is not None]
    found: list[Event] = []
    for card in cards:
        noted = _events(telling, card)
        _instead_of_labels(telling, card, noted)
        found += noted
    return found + read_diary(telling)


def _instead_of_labels(telling: Telling, card: Card, noted: list[Event]) -> None:
    """Drops talks that only the labels of a card's people told ("Host: General X"), where the card tells of its own."""
    people = {row.line for row in card.labelled(Label.WHO, Label.HOST)}
    if any(event.kind is Kind.BILATERAL for event in noted):
        telling.events = [
            e for e in telling.events if e.kind is not Kind.BILATERAL or not people.issuperset(e.lines)
        ]


def _events(telling: Telling, card: Card) -> list[Event]:
    """The one engagement that a card is about; none for cards that explain or only name something."""
    named = named_in(telling, card)
    noted = card.labelled(*_SETTING)
    if not noted and (not _listed(telling, card) or _tells_itself(telling, card)):
        return []  # a story in sentences tells itself
    headed = _heads_forum(telling, card, named)
    dated = date_of(telling, card, bare=named is not None and (named.kind == "exercise" or headed))
    if dated is None and not (noted and is_coming(telling, card)):
        return []
    kind = kind_of(telling, card, named)
    set_out = bool(card.labelled(Label.WHEN, Label.WHERE, Label.WHEN_WHERE)) or (headed and dated is not None)
    set_out = set_out or noted_whole(telling, card) is not None
    if kind is None or (kind is not Kind.EXERCISE and not set_out):
        return []
    sides, codes = _sides(telling, card)
    codes = _completed(telling, kind, named, codes)
    if (kind.two_sided and len(codes) != 2) or (kind is Kind.EXERCISE and not codes):
        return []
    event = Event(kind, sides, _evidence(card, dated), "card", 0, lines=list(card.lines))
    event.more_countries = codes
    set_event(telling, card, event, dated)
    if named is not None and kind is not Kind.CALL:
        event.forum, event.forum_told, event.edition = named.name, True, named.edition
    _overrule(telling, card, event)
    return [event]


def _heads_forum(telling: Telling, card: Card, named: ForumMention | None) -> bool:
    """Whether a forum heads the card and one of its bare lines tells when it met: "10th edition, held in Beijing from"."""
    if named is None or card.head < 0 or named not in telling.scenes[card.head].forums:
        return False
    if named.kind != "forum" and not (named.kind == "pattern" and is_conclave(named.name)):
        return False
    lines = (telling.scenes[row.line] for row in card.bare)
    return any(scene.dates and phrase_pattern("noted_held").search(scene.line.words.text) for scene in lines)


def _listed(telling: Telling, card: Card) -> bool:
    """Whether all lines of a card are bullets."""
    kinds = {telling.scenes[row.line].line.sentence.kind for row in card.rows}
    return card.head >= 0 and kinds == {BlockKind.BULLET}


def _tells_itself(telling: Telling, card: Card) -> bool:
    """Whether bullets without labels are sentences of their own, each about something else: "X hosted Y on 23 August"."""
    lines = set(card.lines)
    told = [e for e in telling.events if e.line in lines and not e.weak]
    return any(e.kind is not Kind.EXERCISE for e in told) and len({e.line for e in told}) > 1


def _sides(telling: Telling, card: Card) -> tuple[list[Side], list[str]]:
    """The people and the countries that the card names as taking part."""
    sides: list[Side] = []
    codes: list[str] = []
    for row in [*card.labelled(Label.WHO, Label.HOST, Label.WHAT, Label.NAME), *card.bare]:
        scene = telling.scenes[row.line]
        starts = scene.line.words.starts
        for party in scene.parties:
            if not row.start <= starts[scene.line.atoms[party.first].first] < row.end:
                continue
            if row.label is not Label.WHO and not party.name:
                continue
            if row.label is Label.PLAIN and card.labelled(Label.WHO):
                continue
            if party.name or (party.offices and party.countries):
                for side in telling.settled([party], row.line, subject=False, others=[]):
                    if all(side.figure is not s.figure or side.country != s.country for s in sides):
                        sides.append(side)
        if row.label is not Label.PLAIN or not card.labelled(Label.WHO):
            codes += [code for code in countries_named(scene) if code not in codes]
    if card.head >= 0:
        codes += [code for code in countries_named(telling.scenes[card.head]) if code not in codes]
    codes += [side.country for side in sides if side.country and side.country not in codes]
    return sides, [code for code in dict.fromkeys(codes) if code]


def _completed(telling: Telling, kind: Kind, named: ForumMention | None, codes: list[str]) -> list[str]:
    """The countries with those that the name itself tells, and the main actor's where one side is missing."""
    if named is not None and len(codes) < 2:
        own: tuple[str, ...] = (
            named.exercise.parties if named.exercise is not None and not named.exercise.multilateral else ()
        )
        if named.forum is not None and named.forum.bilateral:
            own = tuple(member.code for member in named.forum.members)
        codes = codes + [code for code in own if code not in codes]
    if kind.two_sided and len(codes) == 1 and telling.cast.home and telling.cast.home not in codes:
        codes = [*codes, telling.cast.home]
    return codes


def _evidence(card: Card, dated: Dated | None) -> int:
    what = card.labelled(Label.WHAT, Label.WHEN_WHERE)
    return what[0].line if what else (dated[0] if dated is not None else card.rows[0].line)


def _overrule(telling: Telling, card: Card, event: Event) -> None:
    """What the card's labels say holds for what its sentences told of the same exercise or forum."""
    for told in telling.events:
        if (
            told.kind is not event.kind
            or not event.forum
            or told.forum != event.forum
            or not set(told.lines) & set(card.lines)
        ):
            continue
        if event.date_span is not None and not _inside(telling, card, told.date_span):
            told.when, told.date_basis, told.date_span, told.status = (
                event.when,
                event.date_basis,
                event.date_span,
                event.status,
            )
        if event.place_told and not _inside(telling, card, told.place_span):
            told.city, told.host, told.place_span, told.place_told = (
                event.city,
                event.host,
                event.place_span,
                True,
            )


def _inside(telling: Telling, card: Card, span: tuple[int, int] | None) -> bool:
    """Whether words stand in the card's own story."""
    sentences = [
        telling.scenes[row.line].line.sentence
        for row in card.rows
        if row.label not in (Label.PAST, Label.TRIVIA)
    ]
    return span is not None and any(sentence.start <= span[0] < sentence.end for sentence in sentences)
