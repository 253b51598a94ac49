"""Engagements told by the dated entries of diaries and programmes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from core.mentions.dates import resolve
from core.mentions.party import Party
from core.model import BlockKind, DateBasis, Kind, Status, When
from core.reports.cast import Figure
from core.reports.drills import countries_named
from core.reports.entries import Entry, find_entries
from core.reports.story import Event, Side

if TYPE_CHECKING:
    from core.reports.telling import Telling

FEWEST = 2  # entries that make a diary: one dated paragraph may be any story's
_MEETING = frozenset({"meet", "talk", "sign", "joint", "call", "spoke", "told"})


def read_diary(telling: Telling) -> list[Event]:
    """The engagements of dated entries that no sentence of theirs tells alone; those told get the entry's setting."""
    entries = find_entries(telling)
    if len(entries) < FEWEST:
        return []
    return [event for entry in entries for event in _read_entry(telling, entry)]


def _home(telling: Telling) -> str:
    """Whose diary it is: the main actor's, or in a ministry's programme, which leaves him out, the ministry's."""
    scene = telling.scenes[0]
    programme = scene.line.sentence.kind is BlockKind.TITLE and _programme().search(scene.line.sentence.text)
    if not programme:
        return telling.cast.home
    for heading in telling.scenes[:4]:
        if heading.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING) and not heading.dates:
            code = next(iter(countries_named(heading)), "") or next((w.country for w in heading.places), "")
            if code:
                return code
    return telling.dateline.country if telling.dateline is not None else telling.cast.home


@cache
def _programme() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:program(?:me)?|schedule|calendar|agenda|engagements|appointments|week ahead)\b", re.IGNORECASE
    )


def _read_entry(telling: Telling, entry: Entry) -> list[Event]:
    figures, codes = _met(telling, entry)
    told = [e for e in telling.events if e.line in entry.lines]
    for event in told:
        event.background = False  # a diary tells of the whole year
        _settle(telling, entry, event, codes, figures)
    if len(codes) != 2 or not _tells(telling, entry.lines):
        return []
    talks = [e for e in told if e.kind in (Kind.BILATERAL, Kind.CALL) and not e.weak]
    if any(set(e.countries) == set(codes) and not _adds(telling, entry, e) for e in talks):
        return []
    return [_event(telling, entry, codes, figures)]


def _met(telling: Telling, entry: Entry) -> tuple[list[Figure], list[str]]:
    """The people and countries of the entry's first engagement: those named up to the line that tells of it."""
    figures: list[Figure] = []
    codes: list[str] = []
    for last in range(1, len(entry.lines) + 1):
        figures = _figures(telling, entry.lines[:last])
        codes = list(dict.fromkeys(f.country for f in figures))
        if len(codes) > 1 and _tells(telling, entry.lines[:last]):
            break
        met = _met_him(telling, entry.lines[:last], codes)
        if met:
            return figures, met
    home = _home(telling)
    return figures, [*codes, home] if len(codes) == 1 and home and home not in codes else codes


def _met_him(telling: Telling, lines: list[int], codes: list[str]) -> list[str]:
    """The two countries of talks that these lines tell of the diary's own man, called "he", with the one whom they name."""
    home = _home(telling)
    if len(codes) != 1 or not home or home in codes:
        return []
    pair = {home, *codes}
    told = any(e.line in lines and not e.weak and set(e.countries) == pair for e in telling.events)
    return [*codes, home] if told else []


def _adds(telling: Telling, entry: Entry, event: Event) -> bool:
    """Whether the entry is headed by a mechanism that the event told in its lines does not know."""
    return bool(_mechanisms(telling, entry.lines)) and not event.forum


def _figures(telling: Telling, lines: list[int]) -> list[Figure]:
    """The people of the entry who can have met: those who speak for defence, or all where none does."""
    found: list[Figure] = []
    for number in lines:
        for party in telling.scenes[number].parties:
            figure = telling.cast.find(party.name) if party.name else None
            if figure is not None and figure.country and figure.person and figure not in found:
                found.append(figure)
    return [f for f in found if f.defence or f.track == "diplomatic"] or found


def _tells(telling: Telling, lines: list[int]) -> bool:
    """Whether the entry says that its people dealt with one another."""
    for number in lines:
        scene = telling.scenes[number]
        if any(atom.cues & _MEETING for atom in scene.line.atoms) or _deals().search(
            scene.line.sentence.text
        ):
            return True
    return bool(_mechanisms(telling, lines))


@cache
def _deals() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:adopted|agreed|signed|talks|talked|meeting|dialogue|round of|handshake|across the table|received|hosted|discussed|exchanged views|conferred)\b",
        re.IGNORECASE,
    )


@cache
def _by_wire() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:by|on|over) (?:the |a )?(?:phone|telephone|video(?: link| conference| call)?)|video (?:conference|call|link)|phone call|telephone call|telephonic)\b",
        re.IGNORECASE,
    )


def _mechanisms(telling: Telling, lines: list[int]) -> list[int]:
    return [n for n in lines if any(m.kind == "mechanism" for m in telling.scenes[n].forums)]


def _event(telling: Telling, entry: Entry, codes: list[str], figures: list[Figure]) -> Event:
    lines = [n for n in entry.lines if len(telling.scenes[n].line.words) > 8] or entry.lines
    wired = any(_by_wire().search(telling.scenes[n].line.sentence.text) for n in entry.lines)
    event = Event(Kind.CALL if wired else Kind.BILATERAL, [], lines[0], "entry", 0, lines=list(entry.lines))
    event.sides = [Side(f.country, f, Party(0, 0), event.line) for f in figures if f.country in codes]
    main = telling.cast.main
    for code in codes:
        if all(side.country != code for side in event.sides):
            event.sides.append(
                Side(
                    code, main if main is not None and main.country == code else None, Party(0, 0), event.line
                )
            )
    named = _mechanisms(telling, entry.lines)
    if named:
        mention = next(m for m in telling.scenes[named[0]].forums if m.kind == "mechanism")
        event.forum, event.forum_told, event.edition = mention.name, True, mention.edition
    _settle(telling, entry, event, codes, figures)
    return event


def _settle(telling: Telling, entry: Entry, event: Event, codes: list[str], figures: list[Figure]) -> None:
    """Gives an engagement of the entry its day and place, and takes out whom only another entry names."""
    own = _own_date(telling, entry, event)
    if own is not None:
        event.when = own
    elif event.date_basis is not DateBasis.EXPLICIT or event.date_span in (None, entry.span):
        event.when, event.date_basis, event.date_span = entry.when, DateBasis.EXPLICIT, entry.span
    start = entry.when.start
    if telling.published is not None and start is not None and event.when == entry.when:
        event.status = Status.PLANNED if start > telling.published else event.status
    if entry.where is not None and not event.place_told and event.kind in (Kind.BILATERAL, Kind.MULTILATERAL):
        event.city, event.host, event.place_told = entry.where.city, entry.where.country, True
        event.place_span = entry.place_span
    named = {code for n in entry.lines for code in countries_named(telling.scenes[n])} | set(codes)
    talks = event.kind in (Kind.BILATERAL, Kind.CALL) or (event.kind is Kind.MULTILATERAL and not event.forum)
    if talks and len(codes) == 2 and not set(event.countries) <= named:
        event.kind = Kind.BILATERAL if event.kind is Kind.MULTILATERAL else event.kind
        fit = [f for f in figures if f.country in codes and f.defence]
        event.sides = [Side(f.country, f, Party(0, 0), event.line) for f in fit]
        event.more_countries = list(codes)


def _own_date(telling: Telling, entry: Entry, event: Event) -> When | None:
    """A day that the entry counts from its own: "on the 23rd", "the next morning"."""
    if event.date_span is None or event.date_basis is DateBasis.EXPLICIT:
        return None
    for number in entry.lines:
        scene = telling.scenes[number]
        for mention in scene.dates:
            if scene.line.sentence.start + mention.start == event.date_span[0]:
                return resolve(mention, published=None, anchor=entry.when, year_hint=telling.year)
    return None
