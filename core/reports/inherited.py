"""What an engagement takes over from the story where its own sentence is silent: day, place, trip."""

import re
from datetime import timedelta
from functools import cache

from core.mentions.where import Where
from core.model import DateBasis, Kind, Precision, Status, When
from core.reports.setting import recent
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling

_JUST_OVER = timedelta(days=2)
_SAME_STAY = timedelta(days=10)
_LINES_ON = 3


def _on_the_plan(telling: Telling, event: Event) -> bool:
    """Gives planned talks the day and the town of the plan told just before."""
    if telling.frame.plan is None:
        return False
    number, when, told, town = telling.frame.plan
    if not 0 < event.line - number <= _LINES_ON - 1:
        return False
    event.when, event.date_basis = when, told
    if not event.place_told:
        event.set_place(town)
        event.place_span = telling.scenes[number].line.offsets(town.first, town.last)
    return True


def inherit(telling: Telling, event: Event) -> None:
    """Gives an event the date and the place that its sentence leaves out."""
    frame = telling.frame
    dateless = event.when.precision is Precision.NONE
    if dateless and event.status is Status.HELD and _on_a_former_trip(telling, event):
        return
    if dateless and event.status is Status.HELD and not event.weak and _on_the_trip_told(telling, event):
        return
    before = _had_met_elsewhere(telling, event) or (not event.timed and _before_the_plan(telling, event))
    if dateless and event.status is Status.HELD and before:
        event.background = True
    if dateless and not event.background and event.status is Status.HELD:
        _inherit_date(telling, event)
    if dateless and event.status is Status.PLANNED and not event.timed and _on_the_plan(telling, event):
        return
    if event.status is Status.PLANNED and frame.trip is not None:
        _on_the_trip(telling, event, frame.trip)
    later = event.apart and event.status is Status.PLANNED  # "the next session scheduled for": not said where
    gathers = event.kind in (Kind.BILATERAL, Kind.MULTILATERAL) and not event.online
    gathers = gathers and not (
        event.place_told and (event.city or event.at_sea)
    )  # at a town that no list knows
    if not gathers and event.city and not event.host:
        event.host = _leader_at_home(telling, event)
    if event.status is Status.CANCELLED and gathers and not event.host:
        _where_it_was_to_be(telling, event)
    if not event.host and gathers and not event.background and not later and not _elsewhere(telling, event):
        if (
            code := _received_by(telling, event)
            or _at_his_post(telling, event)
            or _in_his_office(telling, event)
        ):
            event.host = code
        elif (town := _town_of_a_side(telling, event)) is not None:
            number, where = town
            event.city, event.host = where.city, where.country
            event.place_span = telling.scenes[number].line.offsets(where.first, where.last)
        elif (home := _back_at_the_dateline(telling, event)) is not None:
            event.city, event.host, event.by_dateline = home.city, home.country, True
        elif not _long_after(telling, event):
            event.city, event.host, event.place_span = frame.city, frame.host, frame.place_span
            event.by_dateline = bool(event.host) and frame.place_span is None and frame.there is None
        if not event.host and telling.dateline is not None and not telling.review:
            event.city, event.host = telling.dateline.city, telling.dateline.country
            event.by_dateline = True
        if not event.host and (code := _receiver(telling, event)):
            event.host = code
            frame.city, frame.host, frame.place_span = "", code, None


def _leader_at_home(telling: Telling, event: Event) -> str:
    """The country where the story is, of talks at a town that no list knows, if they were with its leader; "" else."""
    there = telling.frame.host
    leaders = (s for s in event.sides if s.figure is not None and s.figure.track == "leaders")
    return there if telling.frame.place_span is not None and any(s.country == there for s in leaders) else ""


def _before_the_plan(telling: Telling, event: Event) -> bool:
    """Whether a line looks back from what is to come: "X will fly to Rome. Prior to that, he met Y in Paris"."""
    if not _looking_back().match(telling.scenes[event.line].line.sentence.text):
        return False
    told = [e for e in telling.events if not (e.background or e.weak)]
    return bool(told) and all(e.status is Status.PLANNED for e in told)


def _had_met_elsewhere(telling: Telling, event: Event) -> bool:
    """Whether talks in the pluperfect were with people of countries where the story is not: "had earlier met his counterparts
    from A and B", told of a trip to C, or "had met" of somebody else.
    """
    host = telling.frame.host
    if not host or host in event.countries or event.place_told or event.kind is not Kind.BILATERAL:
        return False
    words = telling.scenes[event.line].line.sentence.text
    others = telling.cast.main is not None and all(
        figure is not telling.cast.main for figure in event.figures
    )
    return bool(_had_met().search(words)) or (others and " had met " in words)


@cache
def _had_met() -> re.Pattern[str]:
    return re.compile(
        r"\bhad (?:earlier|previously|already|also earlier) (?:met|held|visited|spoken|received|called on)\b"
    )


@cache
def _looking_back() -> re.Pattern[str]:
    return re.compile(
        r"(?:Prior to (?:that|this)|Before (?:that|this)|Previously|Earlier|The last time|Last time)\b"
    )


def _town_of_a_side(telling: Telling, event: Event) -> tuple[int, Where] | None:
    """The town of one of the two in the line before, where the story is in a third country: "Before that he had been in Prague"."""
    if event.kind is not Kind.BILATERAL or not event.line or telling.frame.host in ("", *event.countries):
        return None
    if any(e.line == event.line - 1 and e.status is Status.PLANNED for e in telling.events):
        return None  # "the two will go on in Auckland in December"
    before = telling.scenes[event.line - 1]
    places = before.places
    there = [
        w
        for w in places
        if w.country in event.countries
        and w.city
        and (w.how == "at" or (w.how == "from" and _came_from(before, w)))
    ]
    return (event.line - 1, there[0]) if len(places) == len(there) == 1 else None


def _came_from(here: Scene, where: Where) -> bool:
    """Whether somebody came from a town: "flew in from Prague", not "a shawl from Goa"."""
    words = [here.line.word(place) for place in range(max(0, where.first - _CAME_BACK), where.first)]
    cues = {
        cue for atom in here.line.atoms[max(0, where.first - _CAME_BACK) : where.first] for cue in atom.cues
    }
    return "travel" in cues or not _CAME.isdisjoint(word for phrase in words for word in phrase.split(" "))


_CAME_BACK = 4  # atoms: "flew back late from"
_CAME = frozenset(
    {"came", "comes", "come", "back", "home", "flew", "returned", "arrived", "fresh", "straight"}
)


def _back_at_the_dateline(telling: Telling, event: Event) -> Where | None:
    """Where the story was written, of an event of its own day, if the story's town of now is that of the day before."""
    there, home, then = telling.frame.placed, telling.dateline, event.when
    if home is None or there is None or there.end is None or event.date_span is None or then.start is None:
        return None
    if home.country != telling.frame.host or home.city == telling.frame.city or telling.published is None:
        return None
    today = timedelta(0) <= telling.published - then.start < timedelta(days=2)
    return home if today and there.end < then.start else None


def _long_after(telling: Telling, event: Event) -> bool:
    """Whether an event, by the day that its own line tells, was long before or after what was told to be at the frame's place."""
    there, then = telling.frame.placed, event.when
    if there is None or event.date_span is None or then.start is None or then.end is None:
        return False
    if there.start is None or there.end is None:
        return False
    return then.start - there.end > _SAME_STAY or there.start - then.end > _SAME_STAY


def _where_it_was_to_be(telling: Telling, event: Event) -> None:
    """Gives talks that were called off the place of the journey that was to lead to them: "was to fly to Moscow for"."""
    here = telling.scenes[event.line]
    for where in here.places:
        if where.how == "to" and where.country in event.countries:
            event.city, event.host = where.city, where.country
            event.place_span = here.line.offsets(where.first, where.last)
            return


def _receiver(telling: Telling, event: Event) -> str:
    """The country of the head of state or government who received a soldier or a minister from abroad; "" if nobody did.

    Leaders receive at home; ministers do so at forums too.
    """
    host, guest = _host_and_guest(telling, event)
    if host is None or guest is None or host.figure is None or guest.figure is None:
        return ""
    return host.country if host.figure.track == "leaders" and guest.figure.track == "defence" else ""


def _received_by(telling: Telling, event: Event) -> str:
    """The country of a minister who received one from abroad, where the story's place is of neither of them; "" else."""
    if telling.frame.host in ("", *event.countries) or event.place_told or event.cue != "received":
        return ""
    if telling.last_gathering is not None or any(m.kind == "forum" for s in telling.scenes for m in s.forums):
        return ""  # at a forum in a third country
    there = telling.frame.host
    if not any(e.host == there and e.place_told and there in e.countries for e in telling.events):
        return ""  # nobody of that country was met there: it may be a forum's
    host, guest = _host_and_guest(telling, event)
    return host.country if host is not None and guest is not None else ""


def _at_his_post(telling: Telling, event: Event) -> str:
    """The country to which an ambassador is sent who met somebody of it, where the story's place is of neither; "" else."""
    if (
        telling.frame.host in ("", *event.countries)
        or event.kind is not Kind.BILATERAL
        or len(event.countries) != 2
    ):
        return ""
    sent = {s.country for s in event.sides if _envoy(s)}
    homes = [code for code in event.countries if code not in sent]
    return homes[0] if len(sent) == 1 and not event.forum else ""


def _envoy(side: Side) -> bool:
    """Whether somebody speaks for his country at its mission abroad."""
    offices = (*side.party.offices, *(side.figure.offices if side.figure is not None else ()))
    return any(office.code in _ENVOYS for office in offices)


_ENVOYS = frozenset({"ambassador", "defence_attache"})


def _in_his_office(telling: Telling, event: Event) -> str:
    """The country of somebody who received another "in his office", where the story's place is not told of them."""
    if (
        event.place_told
        or telling.frame.place_span is not None
        or not _own_office().search(telling.scenes[event.line].line.words.text)
    ):
        return ""
    host, guest = _host_and_guest(telling, event)
    return host.country if host is not None and guest is not None else ""


@cache
def _own_office() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|at) (?:his|her) (?:office|chambers|residence|headquarters|ministry)\b")


def _host_and_guest(telling: Telling, event: Event) -> tuple[Side | None, Side | None]:
    """Who received and who was received, in talks that are told so."""
    if event.cue not in ("received", "called on") or len(event.sides) != 2 or event.forum:
        return None, None
    here = telling.scenes[event.line].line.atoms[event.at]
    before = telling.scenes[event.line].line.word(event.at - 1)
    passive = (
        event.cue == "called on"
        or here.word.startswith(("was ", "were ", "is ", "been ", "had an"))
        or before in ("was", "were", "being", "been")
    )
    host, guest = reversed(event.sides) if passive else event.sides
    return host, guest


def _on_a_former_trip(telling: Telling, event: Event) -> bool:
    """Gives talks "during his visit" the days and the place of a visit told as background just before."""
    line = telling.scenes[event.line].line
    if not _during_visit().match(line.sentence.text) or not telling.events:
        return False
    trip = telling.events[-1]
    there = {id(figure) for figure in trip.figures} & {id(figure) for figure in event.figures}
    if trip.kind is not Kind.VISIT or not trip.background or not there or event.line - trip.line > 2:
        return False
    event.when, event.date_basis, event.background = trip.when, trip.date_basis, True
    if not event.place_told:
        event.city, event.host, event.place_span = trip.city, trip.host, trip.place_span
    return True


def _elsewhere(telling: Telling, event: Event) -> bool:
    """Whether talks of other people, told as a side note, need not have been where the story is: "Meanwhile, ..."."""
    text = telling.scenes[event.line].line.sentence.text
    if not text.startswith(("Meanwhile", "Separately", "In other news", "Elsewhere")) or event.forum:
        return False
    main = telling.cast.main
    return telling.frame.host not in event.countries and all(figure is not main for figure in event.figures)


def _on_the_trip_told(telling: Telling, event: Event) -> bool:
    """Gives talks the days and the place of a past trip told before in their paragraph: "visited X from 8 to 10 May. He met"."""
    block = telling.scenes[event.line].line.sentence.block
    trips = [e for e in reversed(telling.events) if e.kind is Kind.VISIT and e.line < event.line]
    there = (e for e in trips if event.place_told and e.host == event.host)
    trip = next(there, next(iter(trips), None))
    if trip is None or telling.scenes[trip.line].line.sentence.block != block or not trip.date_span:
        return False
    month = trip.when.precision is Precision.MONTH and trip.host == event.host and event.place_told
    if not (trip.when.precision is Precision.DAY or month) or event.line - trip.line > _LINES_ON:
        return False
    over = telling.published is not None and trip.when.end is not None
    if not over or trip.when.end >= telling.published - _JUST_OVER or trip.status is not Status.HELD:  # type: ignore[operator]
        return False
    if trip.countries != event.countries or not _shares(event, trip):
        return False
    event.when, event.date_basis, event.background = trip.when, trip.date_basis, trip.background
    if not event.place_told:
        event.city, event.host, event.place_span = trip.city, trip.host, trip.place_span
    return True


@cache
def _during_visit() -> re.Pattern[str]:
    return re.compile(r"(?:During|On) (?:his|her|their|that|the|this) (?:\w+ )?(?:visit|trip|tour|stay)\b")


def _inherit_date(telling: Telling, event: Event) -> None:
    """Gives what was held the day of the paragraph, of the story, or of the publication."""
    frame = telling.frame
    if _another_item(telling, event):
        if telling.published is not None and not telling.review:
            event.when, event.date_basis = When.on(telling.published), DateBasis.HEADER
    elif frame.paragraph is not None and event.kind is not Kind.MULTILATERAL:
        event.when, event.date_basis = frame.paragraph
    elif frame.when is not None and frame.when.precision is Precision.DAY and recent(telling, frame.when):
        event.when, event.date_basis = frame.when, frame.basis
    elif telling.published is not None and not telling.review:
        event.when, event.date_basis = When.on(telling.published), DateBasis.HEADER


def _another_item(telling: Telling, event: Event) -> bool:
    """Whether a line begins with the town of talks that have nobody and no place in common with those told before."""
    scene = telling.scenes[event.line]
    last = next((e for e in reversed(telling.events) if not e.weak and e.line < event.line), None)
    first = scene.places[0] if scene.places else None
    if last is None or first is None or first.first > 1 or first.how != "at" or first.country != event.host:
        return False
    apart = not set(last.countries) & set(event.countries) and event.host not in ("", last.host)
    return apart and telling.cast.home not in event.countries


def _on_the_trip(telling: Telling, event: Event, trip: Event) -> None:
    """Gives what is planned for a trip its place, and the days of a trip that lies ahead."""
    ahead = trip.status is Status.PLANNED and event.when.precision is Precision.NONE
    if ahead:
        event.when, event.date_basis = trip.when, trip.date_basis
    coming = trip.status is Status.PLANNED and trip.host in event.countries and _shares(event, trip)
    if not event.host and (ahead or coming or (trip.status is Status.HELD and _going_on(telling, trip))):
        event.city, event.host, event.place_told = trip.city, trip.host, True


def _shares(event: Event, trip: Event) -> bool:
    """Whether one of those who travel takes part."""
    return bool({id(figure) for figure in event.figures} & {id(figure) for figure in trip.figures})


def _going_on(telling: Telling, trip: Event) -> bool:
    """Whether a trip was under way when the document was written."""
    if telling.published is None or trip.when.end is None:
        return False
    return trip.when.end >= telling.published - timedelta(days=1)
