"""What the calendar of a forum's editions adds: which forum it was that was held there and then, and where it was."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from core.lexicon import countries, forums
from core.lexicon.cities import City, cities_named
from core.model import DateBasis, Kind, Precision, Status
from core.reports.story import Event
from core.reports.telling import Telling
from core.reports.together import TRILATERAL


def place_by_calendar(event: Event) -> None:
    """Gives a gathering that the story leaves without a place, or puts elsewhere by what it told before, that of the known
    edition held on its day.
    """
    day = event.when.start
    if event.kind is Kind.MULTILATERAL and event.place_told and event.city and event.forum:
        _which_town(event)
    if event.kind is not Kind.MULTILATERAL or event.place_told or not event.forum or day is None:
        return
    if event.when.precision not in (Precision.DAY, Precision.MONTH) or not event.date_span:
        return
    last = event.when.end if event.when.precision is Precision.MONTH and event.when.end else day
    known = next(
        (e for e in forums.editions(event.forum) if e.start <= last and day <= e.end and e.city), None
    )
    if known is not None and known.host != event.host:
        event.host, event.city, event.place_span, event.by_calendar = (
            known.host,
            known.city,
            event.forum_span,
            True,
        )


def _which_town(event: Event) -> None:
    """Settles in which country a gathering's town lies, where several have one of that name: a forum's own Newport."""
    there = {held.host for held in forums.editions(event.forum) if held.city == event.city}
    if len(there) == 1:
        event.host = there.pop()


def not_at_home(event: Event, published: date | None) -> None:
    """Takes the place where the story was written from a gathering to come, where that country is no member of the forum."""
    if event.kind is not Kind.MULTILATERAL or not event.by_dateline or event.place_told:
        return
    members = (
        forums.members_on(event.forum, event.when.start or published or _UNDATED)
        if event.forum in forums.forums()
        else ()
    )
    if members and event.host not in members:
        event.host = event.city = ""
        event.by_dateline = False


def place_by_name(event: Event) -> None:
    """Gives a gathering, or talks beside it, the town that the forum is named after, where nothing tells another place."""
    loose = not event.place_told and (event.by_dateline or not event.host) and not event.at_sea
    if not loose or event.kind not in (Kind.BILATERAL, Kind.MULTILATERAL) or not event.forum:
        return
    if event.status is Status.CANCELLED or event.online or event.background:
        return
    town = _town_in(event.forum)
    known = forums.editions(event.forum)
    if town is not None and any(held.city not in ("", town.name) for held in known):
        return  # named after a town, and held in several
    if (
        town is None
        and len(known) >= _OFTEN
        and len({(held.host, held.city) for held in known if held.city}) == 1
    ):
        always = next(held for held in known if held.city)
        if event.by_dateline and always.host != event.host:
            event.host, event.city, event.place_span = always.host, always.city, event.forum_span
            event.by_dateline = False
        elif event.host in ("", always.host) and event.by_dateline:
            event.host, event.city = always.host, always.city  # in the capital the story was only written
        return
    written = countries.country(event.host) if event.by_dateline and event.host else None
    in_capital = (
        written is not None and written.capital == event.city
    )  # where stories of the whole country are written
    if town is not None and (town.country != event.host or in_capital):
        event.host, event.city, event.place_span = town.country, town.name, event.forum_span
        event.by_dateline = False


_OFTEN = 3  # editions, all in one town
_UNDATED = date(2020, 1, 1)


@cache
def _town_in(forum: str) -> City | None:
    """The town with which the name of a fair or a conference begins: "Zhuhai Airshow"; not of "Bucharest Nine"."""
    known = forums.forums().get(forum)
    if known is not None and known.kind not in ("event", "forum"):
        return None
    if not any(noun in forum for noun in _HELD_AT_HOME):
        return None
    words = forum.split()
    found = (cities_named(" ".join(words[:length]).casefold()) for length in (2, 1))
    return next((towns[0] for towns in found if towns and not towns[0].weak), None)


_HELD_AT_HOME = (
    "Airshow",
    "Air Show",
    "Conference",
    "Forum",
    "Expo",
    "Exhibition",
    "Dialogue",
    "Fair",
    "Symposium",
    "Conclave",
)


def there_too(event: Event, gathering: Event) -> None:
    """Gives talks beside a gathering its place, where they have none of their own."""
    if gathering.by_calendar and not event.place_told:
        event.host, event.city, event.place_span = gathering.host, gathering.city, gathering.place_span


def day_of_the_trip(event: Event, events: list[Event]) -> None:
    """Gives talks without a day, on a trip that was over when the text was written, the days of that trip."""
    if (
        event.kind is not Kind.BILATERAL
        or event.status is not Status.HELD
        or event.date_span
        or event.background
    ):
        return
    day = event.when.start
    if event.date_basis is not DateBasis.HEADER or sum(e.kind is Kind.VISIT for e in events) != 1:
        return
    for trip in events:
        over = trip.when.end is not None and day is not None and trip.when.end < day
        there = trip.kind is Kind.VISIT and trip.status is Status.HELD and not trip.background
        dated = trip.date_span is not None and trip.when.precision is Precision.DAY
        if there and dated and over and trip.countries == event.countries and trip.host == event.host:
            event.when, event.date_basis, event.date_span = trip.when, trip.date_basis, trip.date_span
            return


def conclaves_named(telling: Telling) -> dict[str, tuple[int, int]]:
    """The forums and events that the document names, with the words that name each first."""
    named: dict[str, tuple[int, int]] = {}
    for scene in telling.scenes:
        for mention in scene.forums:
            if mention.kind in ("event", "forum"):
                named.setdefault(mention.name, scene.offsets(mention))
    return named


def forum_by_calendar(event: Event, named: Mapping[str, tuple[int, int]]) -> None:
    """Gives talks the forum that the document names, where one of its known editions was held there and then."""
    when = event.when
    loose = event.kind is Kind.MULTILATERAL and event.forum in ("", TRILATERAL)
    if (event.kind is not Kind.BILATERAL or event.forum) and not loose:
        return
    nowhere = not (event.city or event.host) and event.kind is Kind.BILATERAL
    if (
        event.background
        or not (event.city or nowhere)
        or when.precision is not Precision.DAY
        or when.start is None
    ):
        return
    if not any(figure.track in ("defence", "security") for figure in event.figures):
        return  # leaders on a summit's days may be on a visit
    for name, span in named.items():
        for edition in forums.editions(name):
            there = nowhere or (edition.host == event.host and edition.city == event.city)
            if there and edition.start <= when.start <= edition.end:
                event.forum, event.forum_span = name, span
                if nowhere:
                    event.host, event.city = edition.host, edition.city
                return
