"""Where a document prints what a report says: the words that stand for its countries, places, people and forum."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from core.lexicon.cues import office_home
from core.mentions.atoms import Atom, Line, read_line
from core.mentions.names import Vocabulary
from core.mentions.party import Party
from core.model import Kind, Sentence
from core.reports.cast import Figure
from core.reports.story import Event, Scene
from core.reports.telling import Telling


class Words(NamedTuple):
    """Characters `start` to `end` of a document's text, with their line (-1 above the story) and the rule read."""

    line: int
    start: int
    end: int
    rule: str


class Printed:
    """The words of one document by what they stand for; each kind is gathered when first asked for."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.scenes: list[Scene] = telling.scenes

    def country(self, event: Event, code: str) -> Words | None:
        """The words that name a country of an event: beside its people, in its sentences, or elsewhere."""
        for side in event.sides:
            if (
                side.country == code
                and side.party.last
                and (found := self._in_party(side.line, side.party, code))
            ):
                return found
        named = self._countries.get(code, [])
        if found := nearest([w for w in named if w.line in event.lines], event):
            return found
        for figure in event.figures:
            if any(s.figure is figure and s.country == code for s in event.sides) and (
                found := self._of_figure(event, figure, code)
            ):
                return found
        return nearest(named, event) or nearest(self._homes.get(code, []), event) or self._by_forum(event)

    def person(self, event: Event, figure: Figure) -> Words | None:
        """The words that name a person: in the event's sentences, or where he or she is named next to them."""
        for side in event.sides:
            if side.figure is figure and (words := self._named(side.line, side.party)):
                return words
        found = [self._named(line, party) for line, party in self._figures.get(id(figure), [])]
        told = [words for words in found if words is not None]
        return nearest([w for w in told if w.line in event.lines], event) or nearest(told, event)

    def host(self, event: Event) -> Words | None:
        """The words that tell the host country: its name beside the place, or else the place."""
        place = self._place(event)
        if place is not None:
            reach = range(place.start, place.end + 40)
            beside = [
                w for w in self._countries.get(event.host, []) if w.line == place.line and w.start in reach
            ]
            return beside[0] if beside and self._close(place, beside[0]) else place
        named = self._countries.get(event.host, [])
        city = self.city(event) if event.city else None
        return (
            city
            or nearest([w for w in named if w.line in event.lines], event)
            or nearest(named, event)
            or self._dateline
        )

    def city(self, event: Event) -> Words | None:
        """The words that tell the city."""
        place = self._place(event)
        named = [w for w, host in self._cities.get(event.city, []) if host == event.host]
        if place is not None:
            inside = [w for w in named if w.start < place.end and place.start < w.end]
            if inside or not named:
                return inside[0] if inside else place
        told = nearest([w for w in named if w.line in event.lines], event) or nearest(named, event)
        if told is None and event.by_calendar and event.place_span is not None:
            return Words(self.line_at(event.place_span[0]), *event.place_span, "the forum's known edition")
        return told or place or self._dateline or self._spelt(event, event.city)

    def forum(self, event: Event) -> Words | None:
        """The words that name the forum, mechanism or exercise."""
        if event.forum_span is not None:
            return Words(self.line_at(event.forum_span[0]), *event.forum_span, f"forum: {event.forum}")
        named = [
            Words(
                number,
                s.line.sentence.start + m.start,
                s.line.sentence.start + m.end,
                f"forum: {event.forum}",
            )
            for number, s in enumerate(self.scenes)
            for m in s.forums
            if m.name == event.forum
        ]
        return nearest(named, event) or self.cue(event)

    def cue(self, event: Event) -> Words:
        """The words that tell of the engagement: its cue, else one of its kind, else the first of its sentence."""
        lines = list(dict.fromkeys((event.line, *event.lines)))
        atoms = self.scenes[event.line].line.atoms
        if event.at < len(atoms) and event.cue in _cues(atoms[event.at]):
            return self._words(event.line, event.at, event.at + 1, f"cue: {event.cue}")
        for number in lines:
            for place, atom in enumerate(self.scenes[number].line.atoms):
                if event.cue in _cues(atom):
                    return self._words(number, place, place + 1, f"cue: {event.cue}")
        for number in lines:
            for place, atom in enumerate(self.scenes[number].line.atoms):
                if event.kind in _cues(atom).values():
                    return self._words(number, place, place + 1, f"cue: {event.cue}")
        if event.at < len(atoms):
            return self._words(event.line, event.at, event.at + 1, f"cue: {event.cue}")
        sentence = self.scenes[event.line].line.sentence
        return Words(event.line, sentence.start, sentence.end, f"cue: {event.cue}")

    def line_at(self, offset: int) -> int:
        """The number of the line that holds this offset of the text; -1 if none does."""
        for number, here in enumerate(self.scenes):
            if here.line.sentence.start <= offset < here.line.sentence.end:
                return number
        return -1

    # ---- countries and people

    def _in_party(self, number: int, party: Party, code: str) -> Words | None:
        atoms = self.scenes[number].line.atoms[party.first : party.last]
        for place, atom in enumerate(atoms, party.first):
            if atom.sort in "CAG" and atom.value == code:
                return self._words(number, place, place + 1, "country")
        for place, atom in enumerate(atoms, party.first):
            if atom.sort in "OS" and office_home(atom.word) == code:
                return self._words(number, place, place + 1, f"office: {atom.word}")
            if atom.sort == "P" and atom.value.country == code:
                return self._words(number, place, place + 1, f"city: {atom.value.name}")
        return None

    def _named(self, number: int, party: Party) -> Words | None:
        """The words of a party's name, if it is this line's."""
        first, last = party.name_at
        line = self.scenes[number].line
        if (
            party.name
            and first < last <= len(line.atoms)
            and line.printed(first, last).startswith(party.name)
        ):
            return self._words(number, first, last, "name")
        return None

    def _of_figure(self, event: Event, figure: Figure, code: str) -> Words | None:
        told = [self._in_party(line, party, code) for line, party in self._figures.get(id(figure), [])]
        if found := nearest([w for w in told if w is not None], event):
            return found
        name = self.person(event, figure)
        known = next((term for term in figure.known if term.country == code), None)
        rule = f"holder: {known.name}, {known.office}" if known is not None else "person of the text"
        return Words(name.line, name.start, name.end, rule) if name is not None else None

    def _by_forum(self, event: Event) -> Words | None:
        """A country that stands in the name of a two-country dialogue, or belongs to it by the lexicon."""
        return self.forum(event) if event.forum else self._place(event) or self._dateline

    @cached_property
    def _countries(self) -> dict[str, list[Words]]:
        found: defaultdict[str, list[Words]] = defaultdict(list)
        for number, here in enumerate(self.scenes):
            for place, atom in enumerate(here.line.atoms):
                if atom.sort in "CAG":
                    found[atom.value].append(self._words(number, place, place + 1, "country"))
        return found

    @cached_property
    def _homes(self) -> dict[str, list[Words]]:
        """Cities and offices that stand for a country where it is not named."""
        found: defaultdict[str, list[Words]] = defaultdict(list)
        for number, here in enumerate(self.scenes):
            for place, atom in enumerate(here.line.atoms):
                if atom.sort == "P":
                    found[atom.value.country].append(
                        self._words(number, place, place + 1, f"city: {atom.value.name}")
                    )
                elif atom.sort in "OS" and (home := office_home(atom.word)):
                    found[home].append(self._words(number, place, place + 1, f"office: {atom.word}"))
        return found

    @cached_property
    def _figures(self) -> dict[int, list[tuple[int, Party]]]:
        found: defaultdict[int, list[tuple[int, Party]]] = defaultdict(list)
        for number, here in enumerate(self.scenes):
            for party in here.parties:
                if (
                    party.name
                    and party.name_at[1]
                    and (figure := self.telling.cast.find(party.name)) is not None
                ):
                    found[id(figure)].append((number, party))
        return found

    # ---- places

    def _place(self, event: Event) -> Words | None:
        """The words of the place that an event was given, if they are a place's."""
        if event.place_span is None:
            return None
        start, end = event.place_span
        line = self.line_at(start)
        for where in self.scenes[line].places if line >= 0 else ():
            first, last = self.scenes[line].line.offsets(where.first, where.last)
            if first < end and start < last:
                return Words(line, start, end, "place")
        return None

    def _close(self, place: Words, country: Words) -> bool:
        """Whether a country stands within its place's words, or right behind them: "Qingdao, China"."""
        return country.start < place.end or self.telling.text[place.end : country.start].strip() in (
            ",",
            "(",
            "",
        )

    @cached_property
    def _cities(self) -> dict[str, list[tuple[Words, str]]]:
        found: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
        for number, here in enumerate(self.scenes):
            for where in here.places:
                if where.city and where.last:
                    found[where.city].append(
                        (self._words(number, where.first, where.last, "place"), where.country)
                    )
        return found

    @cached_property
    def _dateline(self) -> Words | None:
        """The city of the dateline or of the lines above the story."""
        where = self.telling.dateline
        if where is None:
            return None
        text = self.telling.text
        starts = [0] + [here.line.sentence.end for here in self.scenes[:4]]
        ends = [here.line.sentence.start for here in self.scenes[:5]] or [len(text)]
        for start, end in zip(starts, ends, strict=False):
            printed = text[start:end]
            if printed.strip() and (found := _city_in(printed, where.city)):
                return Words(-1, start + found[0], start + found[1], "dateline")
        return None

    def _spelt(self, event: Event, name: str) -> Words | None:
        """The name itself, wherever a line prints it."""
        pattern = re.compile(rf"\b{re.escape(name)}\b")
        starts = (
            (n, s.line.sentence.start, pattern.search(s.line.sentence.text))
            for n, s in enumerate(self.scenes)
        )
        return nearest(
            [Words(n, base + m.start(), base + m.end(), "place") for n, base, m in starts if m], event
        )

    def _words(self, number: int, first: int, last: int, rule: str) -> Words:
        return Words(number, *self.scenes[number].line.offsets(first, last), rule)


def _cues(atom: Atom) -> dict[str, Kind | None]:
    """The cues that an atom may be, each with its kind."""
    return {value.name: value.kind for label, value in atom.senses if label == "cue"}


def nearest(words: Iterable[Words], event: Event) -> Words | None:
    """Of several places in the text the one next to an event's line, before it rather than behind it."""
    return min(words, key=lambda w: (abs(w.line - event.line), w.line > event.line, w.start), default=None)


def _city_in(printed: str, city: str) -> tuple[int, int] | None:
    """Where these words print a city, in capitals or not."""
    for text in (printed, printed.title()):
        line: Line = read_line(Sentence(text, 0, 0), Vocabulary(frozenset(), frozenset()))
        for place, atom in enumerate(line.atoms):
            known = atom.sense("city")
            if known is not None and known.name == city:
                return line.offsets(place, place + 1)
    return None
