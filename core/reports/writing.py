"""Engagements of one document as reports, with the words that every value rests on."""

import re
from collections.abc import Iterator
from functools import cache, cached_property

from core.documents.published import find_published
from core.lexicon.offices import offices
from core.lexicon.words import word_set
from core.mentions.dates import DateKind, resolve
from core.mentions.forums import ORDINALS
from core.model import DateBasis, Document, FieldSource, Person, Precision, Report, Status, Track, When
from core.reports.cast import Figure
from core.reports.confidence import confidence, features
from core.reports.evidence import best_line, whole
from core.reports.printed import Printed, Words, nearest
from core.reports.stated import members_stated, stated_of
from core.reports.story import Event
from core.reports.substance import Substance
from core.reports.telling import Telling

BEFORE, BEHIND = 60, 12
"""characters round a forum's name in which its edition may stand"""


def write_reports(document: Document, telling: Telling) -> list[Report]:
    """The reports of a document that has been read, in the order in which it tells them."""
    if not telling.events:
        return []
    writer = _Writer(document, telling)
    return [writer.report(number, event) for number, event in enumerate(telling.events)]


class _Writer:
    """Writes the reports of one document."""

    def __init__(self, document: Document, telling: Telling) -> None:
        self.document = document
        self.telling = telling
        self.printed = Printed(telling)
        self.substance = Substance.of(telling)
        self.members = members_stated(telling)
        self.header: tuple[int, int] | None = None

    def report(self, number: int, event: Event) -> Report:
        """One engagement with everything that the document tells of it."""
        line = best_line(event, self.telling.scenes)
        evidence, start, end = whole(self.telling.scenes[line].line.sentence)
        about = self.substance.told(number, line)
        people = tuple(_person(figure, event) for figure in event.figures)
        told = [
            FieldSource(name, value, *words[1:]) for name, value, words in self._told(event, people) if words
        ]
        return Report(
            doc_id=self.document.doc_id,
            kind=event.kind,
            status=event.status,
            track=track_of(event),
            when=event.when,
            date_basis=event.date_basis,
            countries=event.countries,
            host_country=event.host,
            city=event.city,
            forum=event.forum,
            edition=event.edition,
            people=people,
            topics=tuple(source.value for source in about["topics"]),
            initiatives=tuple(source.value for source in about["initiatives"]),
            outcomes=tuple(source.value for source in about["outcomes"]),
            confidence=confidence(features(event, self.telling)),
            evidence=evidence,
            evidence_start=start,
            evidence_end=end,
            background=event.background,
            fields=(
                *told,
                *about["topics"],
                *about["initiatives"],
                *about["outcomes"],
                *stated_of(event, self.telling, self.members),
            ),
        )

    def _told(self, event: Event, people: tuple[Person, ...]) -> Iterator[tuple[str, str, Words | None]]:
        """Each value of a report by the name of its column, with the words that tell it."""
        printed = self.printed
        cue = printed.cue(event)
        yield "kind", event.kind.value, cue
        yield "status", event.status.value, self._status(event, cue)
        if event.when.precision is not Precision.NONE:
            yield "date", _day(event.when), self._date(event)
        for code in event.countries:
            yield "countries", code, printed.country(event, code)
        if event.host:
            yield "host_country", event.host, printed.host(event)
        if event.city:
            yield "city", event.city, printed.city(event)
        if event.forum:
            forum = printed.forum(event)
            yield "forum", event.forum, forum
            if event.edition:
                yield "edition", event.edition, self._edition(event, forum)
        for figure, person in zip(event.figures, people, strict=True):
            yield "people", str(person), printed.person(event, figure)

    def _status(self, event: Event, cue: Words) -> Words:
        """The words that put it off, call it off or place it in the past."""
        if event.status is Status.HELD or cue.line < 0:
            return cue
        line = self.telling.scenes[cue.line].line
        wanted = "future" if event.status is Status.PLANNED else "cancel"
        for place, atom in enumerate(line.atoms):
            ahead = wanted == "future" and not word_set("future_words").isdisjoint(atom.word.split())
            if wanted in atom.cues or ahead:
                return Words(cue.line, *line.offsets(place, place + 1), wanted)
        date = self._date(event) if event.status is Status.PLANNED else None
        return date._replace(rule="a day to come") if date is not None else cue

    # ---- the date

    def _date(self, event: Event) -> Words | None:
        """The words of the date; where the sentence leaves it out, those of the story that told it before."""
        if event.date_span is not None:
            return Words(
                self.printed.line_at(event.date_span[0]), *event.date_span, f"date: {event.date_basis.value}"
            )
        if event.date_basis is DateBasis.HEADER:
            return self._header()
        same = [words for words, when, anchored in self._dates if when == event.when and not anchored]
        told = [
            Words(e.line, *e.date_span, "date told before")
            for e in self.telling.events
            if e.date_span and e.when == event.when
        ]
        loose = [words for words, when, _ in self._dates if when.start == event.when.start]
        return nearest(same, event) or nearest(told, event) or nearest(loose, event) or self._header()

    def _header(self) -> Words | None:
        """The document's own date where it prints one; None if it was given from outside the text."""
        if self.header is None:
            day, _, start, end = find_published(self.document.text)
            self.header = (start, end) if day is not None and day == self.document.published else (0, 0)
        return Words(-1, *self.header, "the document's own date") if self.header[1] else None

    @cached_property
    def _dates(self) -> list[tuple[Words, When, bool]]:
        """Each time that the story names, and whether it counts from another ("later that day")."""
        found: list[tuple[Words, When, bool]] = []
        for number, here in enumerate(self.telling.scenes):
            base = here.line.sentence.start
            for mention in here.dates:
                when = resolve(mention, published=self.document.published, year_hint=self.telling.year)
                if when is not None:
                    words = Words(number, base + mention.start, base + mention.end, "date told before")
                    found.append((words, when, mention.phrase.kind is DateKind.DAYS_ON))
        return found

    # ---- the forum's edition

    def _edition(self, event: Event, forum: Words | None) -> Words | None:
        """The ordinal before the forum's name, or the year in or behind it."""
        places = [forum] if forum is not None else []
        for number, here in enumerate(self.telling.scenes):
            base = here.line.sentence.start
            places += [
                Words(number, base + m.start, base + m.end, "") for m in here.forums if m.name == event.forum
            ]
        for number in dict.fromkeys((event.line, *event.lines)):
            sentence = self.telling.scenes[number].line.sentence
            places.append(Words(number, sentence.start, sentence.end, ""))
        value = event.edition
        pattern = _edition_pattern((value, *(word for word, ordinal in ORDINALS.items() if ordinal == value)))
        for place in places:
            low, high = max(0, place.start - BEFORE), min(len(self.telling.text), place.end + BEHIND)
            found = list(pattern.finditer(self.telling.text, low, high))
            if found:
                best = min(found, key=lambda m: min(abs(m.end() - place.start), abs(m.start() - place.end)))
                return Words(place.line, *best.span(), "edition")
        return None


@cache
def _edition_pattern(ways: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ways))})\b", re.IGNORECASE)


def _day(when: When) -> str:
    """The day, or first and last day with a slash between them."""
    days = [day.isoformat() for day in (when.start, when.end) if day is not None]
    return "/".join(dict.fromkeys(days))


def track_of(event: Event) -> Track:
    """For whom the sides speak; an exercise, and sides of whom nothing is told, count as defence."""
    tracks = {side.figure.track for side in event.sides if side.figure is not None}
    tracks |= {office.track for side in event.sides for office in side.party.offices}
    for track in (Track.DEFENCE, Track.SECURITY, Track.DIPLOMATIC, Track.LEADERS):
        if track.value in tracks:
            return track
    return Track.DEFENCE


def _person(figure: Figure, event: Event) -> Person:
    country = next((s.country for s in event.sides if s.figure is figure), figure.country)
    return Person(figure.name, country, _office(figure, event), figure.organisation)


def _office(figure: Figure, event: Event) -> str:
    """The office that the text gives a person, else the one that the lexicon knows for the time."""
    if figure.offices:
        return figure.offices[0].title
    first, last = event.when.start, event.when.end
    held = [
        t
        for t in figure.known
        if first is not None and last is not None and t.since <= last and first <= t.until
    ]
    return offices()[held[0].office].title if held else ""
