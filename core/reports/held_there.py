"""Forums that are told of by what was held there: kept where defence figures met or came, and read from talks alone."""

from datetime import date

from core.lexicon import forums
from core.model import BlockKind, Kind, Status
from core.reports.story import Event
from core.reports.telling import Telling

_MONTH = 31


def settle_hanging(events: list[Event]) -> list[Event]:
    """The events without forums of any ministry that nobody of defence is told to have come to.

    A security conference that "took place" is told of where its text names a defence minister or a soldier there, or
    talks of theirs beside it.
    """
    kept: list[Event] = []
    for event in events:
        if event.hanging:
            talks = _talks_at(events, event.forum)
            event.add_countries(code for one in talks for code in one.countries)
            if not talks and not any(figure.defence for figure in event.figures):
                continue
        kept.append(event)
    return kept


def without_headlines(telling: Telling, events: list[Event]) -> list[Event]:
    """The events without forums of a headline ("The minister at the Ramstein meeting") that the story tells as to come."""
    coming = {
        e.forum for e in events if e.kind is Kind.MULTILATERAL and e.status is Status.PLANNED and e.forum
    }
    return [
        event
        for event in events
        if event.kind is not Kind.MULTILATERAL
        or event.status is not Status.HELD
        or event.forum not in coming
        or event.date_span is not None
        or telling.scenes[event.line].line.sentence.kind is not BlockKind.TITLE
    ]


def told_by_talks(events: list[Event], published: date | None) -> list[Event]:
    """The forums beside which talks were held and of which no line says more: one gathering each.

    In texts of that month only: a brief on years of ties names forums to say where talks were.
    """
    made: list[Event] = []
    told = {event.forum for event in events if event.kind is Kind.MULTILATERAL}
    for name in dict.fromkeys(event.forum for event in events):
        known = forums.forums().get(name)
        if known is None or known.kind != "forum" or name in told or known.bilateral:
            continue
        talks = [event for event in _talks_at(events, name) if _lately(event, published)]
        if talks:
            made.append(_gathering(talks))
    return made


def _talks_at(events: list[Event], name: str) -> list[Event]:
    """The talks of soldiers or defence ministers that were held at this forum."""
    return [
        event
        for event in events
        if event.forum == name
        and event.kind is Kind.BILATERAL
        and event.status is Status.HELD
        and not event.background
        and any(figure.defence for figure in event.figures)
    ]


def _lately(event: Event, published: date | None) -> bool:
    start = event.when.start
    return published is not None and start is not None and (published - start).days <= _MONTH


def _gathering(talks: list[Event]) -> Event:
    """The gathering beside which these talks were held, on the first of their days that its calendar knows."""
    first = min(talks, key=_earliest)
    event = Event(Kind.MULTILATERAL, [], first.line, "beside", first.at, lines=[first.line])
    event.add_countries(code for one in talks for code in one.countries)
    event.forum, event.forum_told, event.forum_span = first.forum, True, first.forum_span
    event.edition = first.edition
    event.when, event.date_basis, event.date_span = first.when, first.date_basis, first.date_span
    event.host, event.city, event.place_span = first.host, first.city, first.place_span
    return event


def _earliest(event: Event) -> tuple[bool, date, int]:
    """Sorts talks by day, those on an edition's eve or without a day behind those on its days."""
    day = event.when.start
    editions = forums.editions(event.forum)
    within = any(e.start <= day <= e.end for e in editions) if day is not None else False
    return (not within, day or date.max, event.line)
