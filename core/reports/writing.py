"""Engagements of one document as reports, with the words that every value rests on."""

from core.model import Document, FieldSource, Person, Report, Track
from core.reports.cast import Figure
from core.reports.story import Event
from core.reports.telling import Telling


def write_reports(document: Document, telling: Telling) -> list[Report]:
    """The reports of a document that has been read, in the order in which it tells them."""
    return [_report(document, telling, event) for event in telling.events]


def _report(document: Document, telling: Telling, event: Event) -> Report:
    sentence = telling.scenes[event.line].line.sentence
    return Report(
        doc_id=document.doc_id,
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
        people=tuple(_person(figure, event) for figure in event.figures),
        evidence=sentence.text,
        evidence_start=sentence.start,
        evidence_end=sentence.end,
        background=event.background,
        fields=tuple(_fields(document, telling, event)),
    )


def _fields(document: Document, telling: Telling, event: Event) -> list[FieldSource]:
    return []


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
    return Person(figure.name, country, figure.offices[0].title if figure.offices else "")
