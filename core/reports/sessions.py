"""Sessions of a dialogue of two countries: held, or to be held next."""

import re
from functools import cache

from core.lexicon import forums
from core.lexicon.words import word_set
from core.mentions.forums import ForumMention, countries_in_name
from core.model import Kind, Status
from core.reports.chairs import chaired_by
from core.reports.gathering import Gathering, chaired_for_years
from core.reports.held import day_fixed
from core.reports.setting import give_date, mend_kind, would_have
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.trips_told import find_journeys
from core.reports.when_gathered import UNDATED, foretold, set_gathering

_TWO = 2  # countries

_PAIR_BACK = 9  # atoms: "India - Sri Lanka Army - to - Army"


def hold_session(telling: Telling, here: Scene, number: int, gathering: Gathering, made: list[Event]) -> None:
    """Adds a dialogue of two countries that was held: "the second India-Australia 2+2 dialogue took place"."""
    mention = gathering.mention
    if not here.dates and here.line.word(gathering.at) in (
        "takes place",
        "take place",
        "is held",
        "are held",
    ):
        return  # "The dialogue takes place between the ministers of both sides": what it is
    if chaired_for_years(here):
        return
    day = day_fixed(here, mention)
    known = [
        e for e in telling.events if e.forum == mention.name and e.status is Status.PLANNED and e.forum_told
    ]
    if day is not None and known:
        give_date(telling, known[-1], here, day)
        return
    status = status_of(here, gathering.clause, gathering.at)
    if status is not None and would_have(telling, here, gathering.clause, gathering.at):
        status = Status.CANCELLED
    if status is None or any(e.forum == mention.name and e.kind is Kind.BILATERAL for e in made):
        return
    sides = telling.settled(gathering.subject or [], number, subject=True, others=[])
    if not sides:
        behind = (group for group in gathering.clause.groups if group[0].first > mention.last)
        partners = (g for g in behind if here.line.atoms[g[0].first - 1].word in ("between", "with"))
        sides = telling.settled(next(partners, []), number, subject=False, others=[])
    chairs = chaired_by(here)
    sides += telling.settled(
        [p for p in chairs if p not in (gathering.subject or [])], number, subject=False, others=sides
    )
    codes = _parties_of(telling, here, mention) or _parties_before(telling, here, number, mention)
    codes = codes or list(dict.fromkeys(side.country for side in sides))
    if len(codes) == 1:
        codes = list(dict.fromkeys([*codes, *(side.country for side in sides)]))[:2]
    if not codes and here.line.sort(0) == "C" and here.line.word(1) == ":":
        codes = [here.line.atoms[0].value]  # "USA: The second 2+2 Dialogue was held"
    if len(codes) < 2 and len(telling.pair) == 2 and set(codes) <= set(telling.pair):
        codes = list(telling.pair)
    told = list(dict.fromkeys(code for party in here.parties for code in party.countries))
    if len(told) == 1:
        told += [code for code in [_gone_to(here, mention, told[0])] if code]
    between = here.line.word(mention.last) == "between" and set(codes) < set(told)
    if len(told) == 2 and (not codes or between or _on_the_sides().search(here.line.words.text)):
        codes = told  # "A on the Indian side and B on the Japanese"
    met = list(dict.fromkeys(side.country for side in telling.frame.sides))
    if not codes and len(met) == 2 and day is None:
        codes = met  # "The talks were co-chaired by A and B. The 15th dialogue took place in Hanoi."
    theirs = [
        p.country for p in here.parties if p.role == "counterpart" and p.country and p.first < mention.atom
    ]
    if len(codes) == 1 and theirs and theirs[0] not in codes:
        codes.append(theirs[0])  # "The two will join their Japanese counterparts at the 2+2"
    ours = telling.cast.home or _ours(telling, here, mention)
    if len(codes) == 1 and (partner := _gone_to(here, mention, codes[0]) or ours) not in codes:
        codes.append(partner)
    if len(codes) != 2 or "" in codes:
        return
    if any(e.kind is Kind.MULTILATERAL and not e.weak and set(codes) < set(e.countries) for e in made):
        return  # "Trilateral staff talks between A, B and C"
    have = [side for side in sides if side.country in codes]
    event = Event(Kind.BILATERAL, have, number, "session", gathering.at, status, lines=[number])
    event.more_countries = codes
    set_gathering(telling, here, event, gathering)
    foretold(telling, here, event, gathering)
    mend_kind(telling, event, here, gathering.clause)
    if event.date_span is None and _some_time_after(here, gathering):
        event.background = True
    event.apart = here.line.word(gathering.at) in word_set("next_on")
    for other in made:  # "He and A opened the ninth 2+2": that is how they met
        if (
            other.cue in ("face to face", "in company")
            and set(other.countries) == set(codes)
            and not other.forum
        ):
            other.weak = True
    made.append(event)


def _gone_to(here: Scene, mention: ForumMention, code: str) -> str:
    """The other country to which somebody went for a session: "India's defence secretary flew to Jakarta for the 2+2"."""
    trips = (trip.where for trip in find_journeys(here) if trip.at < mention.atom)
    return next((where.country for where in trips if where.country != code), "")


def _ours(telling: Telling, here: Scene, mention: ForumMention) -> str:
    """The country where a story was written that tells of "the joint working group with Japan" without naming its own."""
    ours = here.line.words.text[mention.end : mention.end + 6].startswith(" with ")
    return telling.dateline.country if ours and telling.dateline is not None else ""


@cache
def _on_the_sides() -> re.Pattern[str]:
    return re.compile(r"\bon the [A-Z]\w+ side\b.{0,60}\bon the [A-Z]\w+")


def _some_time_after(here: Scene, gathering: Gathering) -> bool:
    """Whether a session only says what came some time before: "The visit comes soon after the two held the 2+2"."""
    clause = gathering.clause
    if clause.opener != "after" or not clause.atoms or clause.atoms[0] < 2:
        return False
    return here.line.word(clause.atoms[0] - 2) in (
        "soon",
        "shortly",
        "days",
        "weeks",
        "months",
        "week",
        "month",
    )


def _parties_of(telling: Telling, here: Scene, mention: ForumMention) -> list[str]:
    """The countries in a mechanism's name, two at most: "India-Australia 2+2", "Japan-U.S. Consultative Committee"."""
    atoms = here.line.atoms
    codes = [atom.value for atom in atoms[max(0, mention.atom - 4) : mention.atom] if atom.sort in "CA"]
    if len(codes) < 2:
        codes = _joined_pair(here, mention) or codes
    if len(codes) < 2:
        named = countries_in_name(here.line.words.text[mention.start : mention.end])
        codes = named if len(named) == 2 else codes
    if len(codes) < 2 and mention.forum is not None and mention.forum.bilateral:
        codes = list(forums.members_on(mention.forum.name, telling.published or UNDATED))
    near = here.line.words.text[mention.end : mention.end + 12]
    own = here.line.words.text[mention.start : mention.end].endswith(" between")
    if len(codes) < 2 and (own or near.startswith((" between", " with", " of"))):
        behind = [atom.value for atom in atoms[mention.last : mention.last + 8] if atom.sort in "CA"][:2]
        codes = behind if len(behind) == 2 else [*codes, *behind]  # "India held the dialogue with Kenya"
    return list(dict.fromkeys(codes))[:2]


def _parties_before(telling: Telling, here: Scene, number: int, mention: ForumMention) -> list[str]:
    """The two countries of the line before, where only that line names the dialogue: "It was held in Hanoi"."""
    if not number or mention.start or here.line.word(0) not in ("it", "this", "the"):
        return []
    before = telling.scenes[number - 1]
    named = next((m for m in before.forums if m.name == mention.name), None)
    if named is None:
        return []
    told = list(dict.fromkeys(code for party in before.parties for code in party.countries))
    return _parties_of(telling, before, named) or (told if len(told) == _TWO else [])


def _joined_pair(here: Scene, mention: ForumMention) -> list[str]:
    """The two countries joined by a dash some words before a session's name: "India-Sri Lanka Army-to-Army Staff Talks"."""
    line = here.line
    for place in range(mention.atom - 1, max(mention.atom - _PAIR_BACK, 0), -1):
        if (
            line.word(place) in ("-", "\u2013")
            and line.sort(place - 1) == "C"
            and line.sort(place + 1) in ("C", "A")
        ):
            return [line.atoms[place - 1].value, line.atoms[place + 1].value]
    return []


def next_session(telling: Telling, here: Scene, number: int) -> list[Event]:
    """The session that a line foretells: "the Defence Policy Dialogue, with the next session scheduled for May"."""
    mention = next((m for m in here.forums if m.kind in ("mechanism", "pattern")), None)
    if mention is None or not here.dates:
        return []
    match = _next().search(here.line.words.text)
    day = next((m for m in here.dates if match and m.start >= match.start()), None)
    sides = [Side(side.country, None, side.party, number) for side in telling.frame.sides if side.country]
    if day is None or len({side.country for side in sides}) != 2:
        return []
    event = Event(Kind.BILATERAL, sides, number, "session", mention.atom, Status.PLANNED, lines=[number])
    event.forum, event.forum_told, event.apart = mention.name, True, True
    event.forum_span = here.offsets(mention)
    give_date(telling, event, here, day)
    event.background = False
    return [event] if event.status is Status.PLANNED else []


@cache
def _next() -> re.Pattern[str]:
    return re.compile(r"\bnext (?:session|edition|round|meeting|dialogue)\b")
