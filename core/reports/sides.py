"""Whose side a party is: names, "his Belarusian counterpart", "the visitor", "he" become countries and people."""

from dataclasses import replace

from core.lexicon.offices import offices
from core.mentions.party import Party
from core.model import Status
from core.reports.cast import Cast, Figure
from core.reports.several import all_of_them, both_of_them, guests_of
from core.reports.story import Frame, Side

_SERVICES = frozenset({"army_chief", "navy_chief", "air_chief"})  # offices of which nobody holds two


_TWO = 2  # countries


def settle(
    party: Party, cast: Cast, frame: Frame, line: int, *, subject: bool, others: list[Side]
) -> list[Side]:
    """The sides that a party stands for; none if the text does not tell.

    `others` are the sides settled before in the same clause ("received him": he is somebody else).
    """
    if party.role == "ship":
        return [Side(party.country, None, party, line)]
    if party.name:
        return _named(party, cast, frame, line, others)
    if party.role == "pronoun":
        return _pronoun(party, cast, frame, line, subject=subject, others=others)
    if party.role in ("host", "guest") and not (party.plural and party.countries):
        return _host_or_guest(party, cast, frame, line, others)
    if party.countries:
        return [Side(code, _representative(party, cast, code), party, line) for code in party.countries]
    if party.organisation:
        return []
    if party.also and party.offices:
        codes = dict.fromkeys(code for one in party.also for code in one.countries)
        return [Side(code, _representative(party, cast, code), party, line) for code in codes]
    if party.role == "counterpart" and (party.rule.startswith("of ") or party.plural):
        return []  # "four colleagues", "his counterparts": whoever is named in what follows
    if party.role == "counterpart":
        code = _of_the_pair(frame, others) or _other_country(cast, frame, others)
        return [Side(code, _representative(party, cast, code), party, line)] if code else []
    if party.plural and party.role == "official" and not subject and party.rule != "two":
        return []  # "the heads of four militaries": whoever is named in what follows
    if party.plural:
        return both_of_them(party, cast, frame, line)
    return _office_alone(party, cast, frame, line, subject=subject, others=others)


def _named(party: Party, cast: Cast, frame: Frame, line: int, others: list[Side]) -> list[Side]:
    figure = cast.find(party.name)
    if figure is None:
        return []
    code = party.country or figure.country
    if figure.organisation and not code:
        return []
    if not code and party.role == "host" and frame.host not in {side.country for side in others}:
        code = figure.country = frame.host
        figure.counterpart = bool(code)
    if not code and figure.aboard and frame.ship:
        code = figure.country = frame.ship
    if not code and any(office.code == "secretary_general" for office in figure.offices):
        return []  # of an organisation, whether it is named or not
    if not code and (figure.offices or figure.rank or figure.counterpart):
        other = others or (
            party.role == "counterpart" and party.possessive
        )  # "his counterpart, General X, welcomed"
        code = _other_country(cast, frame, others) if other else cast.here
        if other and others and party.role != "counterpart" and frame.host == cast.home == others[0].country:
            return []
        if code:
            figure.country = code
    if not code or not (figure.person or figure.counterpart):
        return []
    return [Side(code, figure, party, line)]


def _representative(party: Party, cast: Cast, code: str) -> Figure | None:
    """Who is meant by "the Iranian minister": the one figure of that country who holds such an office."""
    if party.role == "country" or (
        party.role == "counterpart" and not party.definite and not party.possessive
    ):
        return None
    found = cast.of_country(code, defence=False)
    if party.rank and not party.offices and party.role == "official":
        return next(
            (f for f in found if not f.minister and f.defence), None
        )  # "the Commander of the US Fleet"
    if party.offices:
        tracks = {office.track for office in party.offices}
        codes = {office.code for office in party.offices}
        exact = [
            f for f in found if codes & {o.code for o in f.offices} or codes & {t.office for t in f.known}
        ]
        if codes == {"minister"}:  # "the Turkish minister": the one minister whom the document names
            exact = exact or [f for f in found if f.minister]
        found = exact or [f for f in found if _told_track(f) in tracks and not _a_soldier_for(party, f)]
    elif party.role == "counterpart":
        of_minister = cast.main is not None and cast.main.defence  # no president is a minister's counterpart
        found = [f for f in found if f.defence] or [
            f for f in found if not (of_minister and f.track == "leaders")
        ]
    return found[0] if found else None


def _told_track(figure: Figure) -> str:
    """For whom a figure speaks as the text tells; as the lexicon knows only where the text tells of no office."""
    told = {office.track for office in figure.offices}
    return figure.track if figure.track in told or not told or figure.rank else min(told)


def _a_soldier_for(party: Party, figure: Figure) -> bool:
    """Whether a minister is spoken of, and the figure is a chief or a commander who is none."""
    minister = all(office.level == "minister" for office in party.offices)
    return minister and not figure.minister and any(office.level == "chief" for office in figure.offices)


def _of_the_pair(frame: Frame, others: list[Side]) -> str:
    """The other one's country of two who were told of in a third country: "A met B in Brussels. B had rung his colleague"."""
    pair = {side.country for side in frame.sides if side.country}
    taken = {side.country for side in others}
    if len(pair) != _TWO or len(taken) != 1 or not taken < pair or frame.host in pair:
        return ""
    return next(iter(pair - taken))


def _other_country(cast: Cast, frame: Frame, others: list[Side]) -> str:
    """The country of somebody whose own is not told: that of the place, if it is not the subject's."""
    taken = {side.country for side in others}
    if not taken and frame.subject is not None:
        taken = {frame.subject.country}
    if not taken:
        taken = {cast.home}
    if frame.host and frame.host not in taken:
        return frame.host
    coming = frame.trip.host if frame.trip is not None and frame.trip.status is Status.PLANNED else ""
    if coming and coming not in taken:
        return coming  # "leaves for Hanoi on Wednesday. On her agenda are talks with her counterpart"
    for side in reversed(frame.sides):
        if side.country and side.country not in taken:
            return side.country
    if cast.home and cast.home not in taken:
        return cast.home
    return ""


def _pronoun(
    party: Party, cast: Cast, frame: Frame, line: int, *, subject: bool, others: list[Side]
) -> list[Side]:
    if party.also:
        return [side for p in party.also for side in settle(p, cast, frame, line, subject=subject, others=[])]
    if party.rule.startswith("all "):
        return all_of_them(party, cast, frame, line)
    if party.rule == "narrator" and cast.main is not None:
        return [Side(cast.home, cast.main if cast.main.name else None, party, line)]
    if party.plural:
        found = both_of_them(party, cast, frame, line)
        taken = {side.country for side in others}
        if subject or not taken or party.rule != "pronoun" or any(s.country not in taken for s in found):
            return found
        apart = (f for f in (frame.subject, cast.main) if f is not None and f.country not in taken)
        return [Side(f.country, f, party, line) for f in apart if f.country][
            :1
        ]  # "welcomed them", him and his men
    taken = {side.country for side in others}
    lately = list(reversed(frame.recent))
    between = party.rule == "between"
    choices = (
        [frame.subject, cast.main, *lately, frame.other]
        if subject or between
        else [cast.main, frame.subject, *lately, frame.other]
    )
    for figure in choices:
        if (
            figure is not None
            and figure.country
            and figure.country not in taken
            and cast.may_be(figure, party)
        ):
            if not figure.name:  # a chief told of by office alone
                return [Side(figure.country, None, replace(party, offices=tuple(figure.offices)), line)]
            return [Side(figure.country, figure, party, line)]
    return []


def _host_or_guest(party: Party, cast: Cast, frame: Frame, line: int, others: list[Side]) -> list[Side]:
    taken = {side.country for side in others}
    group = {f.country: f for f in frame.group if f.country and f.country not in taken}
    if party.plural and party.role == "guest" and party.rule == "two" and len(group) == 2:
        return [Side(f.country, f, party, line) for f in group.values()]  # "each of the two guests"
    if party.plural:
        return guests_of(party, frame, line, taken) if party.rule == "two" and party.role == "guest" else []
    if party.role == "host":
        code = frame.host
    else:
        code = next((s.country for s in frame.sides if s.country and s.country != frame.host), "") or (
            cast.home if cast.home != frame.host else ""
        )
    if code and code not in taken:
        figure = next((s.figure for s in frame.sides if s.country == code and s.figure), None)
        if figure is None:
            found = cast.of_country(code)
            figure = found[0] if found else None
        return [Side(code, figure, party, line)]
    return []


def chief(party: Party) -> bool:
    """Whether a chief of the armed forces is spoken of by office alone: "he" behind it is no minister."""
    held = any(office.level == "chief" and office.track == "defence" for office in party.offices)
    return held and not (party.name or party.plural)


def _another_office(party: Party, choices: list[Figure]) -> bool:
    """Whether a chief is spoken of where the one whom the story is about is a minister, or the other way round."""
    first = choices[0] if choices else None
    if first is None or not (first.offices or first.known) or len(party.offices) != 1:
        return False
    levels = {office.level for office in first.offices} | {offices()[t.office].level for t in first.known}
    mine = party.offices[0]
    held = {office.code for office in first.offices} & _SERVICES
    if mine.code in _SERVICES and held and mine.code not in held:
        return True  # "the Navy chief", behind a line about an Army chief
    return (
        mine.track == "defence" and mine.level == "chief" and "minister" in levels and "chief" not in levels
    )


def _held_by_one(codes: set[str], choices: list[Figure], cast: Cast) -> bool:
    """Whether the defence minister is spoken of, the one told of last holds another office, and one of the story is it."""
    if codes != {"defence_minister"} or not choices or not choices[0].offices:
        return False
    first = {office.code for office in choices[0].offices} | {term.office for term in choices[0].known}
    holders = [f for f in cast.figures if any(o.code == "defence_minister" for o in f.offices)]
    return "defence_minister" not in first and len(holders) == 1


def _main_of_office(party: Party, cast: Cast) -> Figure | None:
    """The main actor, if "the army chief" is just his office; None otherwise."""
    main = cast.main
    if main is None or not main.name or not main.country or not party.definite:
        return None
    held = {office.code for office in main.offices} | {term.office for term in main.known}
    return main if held & {office.code for office in party.offices} else None


def _office_alone(
    party: Party, cast: Cast, frame: Frame, line: int, *, subject: bool, others: list[Side]
) -> list[Side]:
    """Who "the minister", "the Raksha Mantri", "the Prime Minister" is: who of the story holds that office."""
    taken = {side.country for side in others}
    if any(office.code == "secretary_general" for office in party.offices):
        return []  # of an organisation
    if not subject and len(taken) > 1 and (main := _main_of_office(party, cast)) is not None:
        return [
            Side(main.country, main, party, line)
        ]  # "Envoys of A and of B called on the army chief", who is of B
    choices = [f for f in (frame.subject, cast.main, frame.other) if f is not None and f.name]
    if party.offices:
        codes = {office.code for office in party.offices}
        tracks = {office.track for office in party.offices}
        word = party.offices[-1].title.partition(" of ")[0].rsplit(" ", 1)[-1].casefold()
        if subject and cast.main is not None and any(word in o.title.casefold() for o in cast.main.offices):
            choices.insert(0, cast.main)
        other = subject and (_another_office(party, choices) or _held_by_one(codes, choices, cast))
        for figure in (*choices, *cast.figures):
            if (
                subject
                and chief(party)
                and cast.here not in ("", figure.country)
                and figure.first_line >= line
            ):
                continue  # "The Army chief is in Paris", before a French one is named: the readers' own
            if figure.country and figure.country not in taken and figure.person:
                known_as = "minister" in codes and (
                    any(word in o.title.casefold() for o in figure.offices)
                    or any(t.office.endswith("_minister") for t in figure.known)
                )
                if (
                    (figure is cast.main and choices[0] is figure and subject and not other)
                    or known_as
                    or codes & ({o.code for o in figure.offices} | {t.office for t in figure.known})
                ):
                    return [Side(figure.country, figure, party, line)]
        if not subject and tracks & {"leaders", "diplomatic", "defence", "security"}:
            code = _other_country(cast, frame, others)
            return [Side(code, None, party, line)] if code and code not in taken else []
        if other:  # "the Army chief", in a story about a foreign minister: the host's
            code = cast.here or cast.untold or frame.host
            return [Side(code, None, party, line)] if code and code not in taken else []
        if subject:
            found = [
                Side(f.country, f, party, line) for f in choices[:1] if f.country and f.country not in taken
            ]
            defence = tracks & {"defence"} and cast.here and cast.here not in taken
            return found or ([Side(cast.here, None, party, line)] if defence else [])
        return []
    if not party.definite:
        return []
    for figure in choices:
        if figure.country and figure.country not in taken:
            return [Side(figure.country, figure, party, line)]
    return []
