"""From when to when a trip lasts, as a line behind it tells: "The visit, which began on Monday, ends on Thursday"."""

import re
from functools import cache

from core.mentions.dates import Bound, DateMention, basis
from core.model import Kind, Precision, When
from core.reports.story import Event, Scene
from core.reports.telling import Telling

_LINES_AFTER = 6  # in which more may be told of a trip
_LONGEST = 21  # days


def days_of_trip(telling: Telling, here: Scene, number: int, made: list[Event]) -> None:
    """Gives the trip told of last the days that this line tells of it."""
    trip = telling.frame.trip
    if trip is None or not here.dates or not 0 < number - trip.line <= _LINES_AFTER or trip.background:
        return
    text = here.line.words.text
    told = _trip().search(text) if "visit" in text or "trip" in text or "tour" in text else None
    told = told or (_stay().search(text) if " stay" in text or " remain" in text else None)
    others = {code for party in here.parties for code in party.countries if party.role == "country"}
    if told is None or not others <= set(trip.countries) or any(e.kind is Kind.VISIT for e in made):
        return
    if trip.when.start != trip.when.end or trip.when.precision not in (Precision.DAY, Precision.NONE):
        return
    behind = [mention for mention in here.dates if mention.start >= told.end()]
    days = _days(telling, trip, text[told.end("what") :], behind)
    if days is not None:
        trip.when = days
        trip.date_basis, trip.date_span = basis(behind[0]), here.offsets(behind[0])
        trip.timed = True
        trip.lines.append(number)


def _days(telling: Telling, trip: Event, words: str, mentions: list[DateMention]) -> When | None:
    """The days from the first to the last that is told; None if the words tell of no first and no last."""
    found = [
        (m, telling.resolve(m, future=m.bound is Bound.UNTIL or place > 0))
        for place, m in enumerate(mentions[:2])
    ]
    known = [(m, when) for m, when in found if when is not None and when.precision is Precision.DAY]
    if not known:
        return None
    (first, when), start = known[0], trip.when.start
    if first.phrase.last is not None or (
        len(known) == 1 and first.bound is Bound.AT and _begins().search(words)
    ):
        return when
    ends = known[-1][1].end
    if len(known) > 1 and _begins().search(words) and first.bound is not Bound.UNTIL:
        start = when.start
    elif first.bound is not Bound.UNTIL and not _ends().search(words):
        return None
    if start is None or ends is None or not 0 < (ends - start).days <= _LONGEST:
        return None
    return When.on(start, ends)


@cache
def _trip() -> re.Pattern[str]:
    verb = "began|begins?|begun|started|starts?|commenced|commences|kicked|opened|runs?|lasts?|ends?|ended|concludes?|concluded|continues?|scheduled|due|until|from|between"
    return re.compile(
        rf"\b(?P<what>visit|trip|tour)\b(?: here| there| (?:to|of|by|in) (?:the )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){{0,3}})?,? (?:which |that )?(?:(?:has|will|is|was|to|be|also) ){{0,3}}(?:{verb})\b"
    )


@cache
def _stay() -> re.Pattern[str]:
    """Finds "the ships will stay in the country from"."""
    who = r"(?:[Tt]he (?:\w+ )?(?:ships?|vessels?|warships?|frigate|delegation|minister|general)|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
    return re.compile(
        rf"\b{who} (?:will|is to|are to|would) (?P<what>stay|remain)\b(?: (?:in|at) (?:[\w'-]+ ?){{1,5}}?| here| there)? (?:from|between|until|till) "
    )


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:began|begins?|begun|start(?:s|ed)?|commence[sd]?|kick(?:s|ed)|opened|runs?|lasts?|from)\b"
    )


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"\b(?:end(?:s|ed)?|conclude[sd]?|continues?|lasts?)\b")
