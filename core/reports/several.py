"""Whom "they", "both ministers" or "all three" mean: people told of before."""

from core.mentions.party import Party
from core.model import Status
from core.reports.cast import Cast, Figure
from core.reports.story import Frame, Side

_ONE_A_COUNTRY = frozenset({"defence_chief", "chief_of_defence", "army_chief", "navy_chief", "air_chief"})


def all_of_them(party: Party, cast: Cast, frame: Frame, line: int) -> list[Side]:
    """Who "all three" are: so many people of different countries other than home, told of last; "each of them" those of one line."""
    count = int(party.rule.removeprefix("all "))
    if not count or len(frame.group) == count:
        group = frame.group
    else:
        lately = {f.country: f for f in frame.recent if f.country and f.country != cast.home}
        group = list(lately.values())[-count:] if len(lately) >= count else []
    return [Side(figure.country, figure, party, line) for figure in group]


def both_of_them(party: Party, cast: Cast, frame: Frame, line: int) -> list[Side]:
    """Who "they", "the two ministers" are: the sides of the engagement told last."""
    if party.rule.startswith("of ") and party.offices and party.definite:
        return _so_many(party, cast, frame, line)
    told = _of_the_track(party, frame)
    codes = {side.country for side in told}
    if (
        party.rule == "two"
        and party.offices
        and not any(office.level == "minister" or office.code in _ONE_A_COUNTRY for office in party.offices)
    ):
        return guests_of(party, frame, line, set())
    if party.offices and len(codes) < 2:
        wanted = {office.code for office in party.offices}
        generic = "minister" in wanted
        held = [
            f
            for f in reversed(frame.recent)
            if f.country
            and (
                (generic and (f.counterpart or any("Minister" in o.title for o in f.offices)))
                or wanted & ({o.code for o in f.offices} | {t.office for t in f.known})
            )
        ]
        pair = [f for place, f in enumerate(held) if f.country not in {g.country for g in held[:place]}][:2]
        if len(pair) == 2:
            return [Side(f.country, f, party, line) for f in pair]
        if len(pair) == 1 and (code := _visited(party, cast, frame, pair[0])):
            return [Side(pair[0].country, pair[0], party, line), Side(code, None, party, line)]
    if len(codes) >= 2:
        soldiers = any(office.track == "defence" for office in party.offices)
        fit = {s.country for s in told if s.figure is not None and s.figure.defence}
        if (
            soldiers and fit and fit != codes
        ):  # "the two defence chiefs", behind a line about their presidents
            return [_of_defence(side, cast, party, line) for side in told]
        return [Side(side.country, side.figure, party, line) for side in told]
    last = frame.recent[-1] if frame.recent else None
    other = next((f for f in reversed(frame.recent) if last is not None and f.country != last.country), None)
    return (
        [Side(f.country, f, party, line) for f in (last, other) if f is not None] if other is not None else []
    )


def _of_the_track(party: Party, frame: Frame) -> list[Side]:
    """The sides told last, without a president beside his minister where "the two defence chiefs" are meant."""
    if not any(office.track == "defence" for office in party.offices):
        return frame.sides
    fit = {s.country for s in frame.sides if s.figure is not None and s.figure.defence}
    return [s for s in frame.sides if s.country not in fit or (s.figure is not None and s.figure.defence)]


def _visited(party: Party, cast: Cast, frame: Frame, guest: Figure) -> str:
    """The country where "the two ministers" met, if one is a guest there and the other one is not named; else ""."""
    trip = frame.trip
    if party.rule != "two" or trip is None or trip.status is not Status.HELD or guest is not cast.main:
        return ""
    there = any(side.figure is guest for side in trip.sides) and trip.host == frame.host
    return trip.host if there and trip.host != guest.country else ""


def _so_many(party: Party, cast: Cast, frame: Frame, line: int) -> list[Side]:
    """Who "the three defence ministers" are: those of one line, or whom the document names, if they are just so many."""
    count = int(party.rule.removeprefix("of "))
    if len(frame.group) == count:
        return [Side(figure.country, figure, party, line) for figure in frame.group]
    wanted = {office.code for office in party.offices}
    held = {
        f.country: f
        for f in reversed(cast.figures)
        if f.country and (f.defence or wanted & ({o.code for o in f.offices} | {t.office for t in f.known}))
    }
    if len(held) != count:
        return []
    return [Side(code, held[code], party, line) for code in reversed(held)]


def _of_defence(side: Side, cast: Cast, party: Party, line: int) -> Side:
    """The side with the figure of its country who speaks for defence."""
    figure = side.figure
    if figure is None or not figure.defence:
        figure = next(iter(cast.of_country(side.country)), None)
    return Side(side.country, figure, party, line)


def guests_of(party: Party, frame: Frame, line: int, taken: set[str]) -> list[Side]:
    """Who "the two visitors" are: the people of one country, not the host's, who were told of last."""
    away = [
        f for f in reversed(frame.recent) if f.country and f.country != frame.host and f.country not in taken
    ]
    return [Side(f.country, f, party, line) for f in away if f.country == away[0].country][:2]
