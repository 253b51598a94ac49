"""Forums and sessions of dialogues become events, with those who are told of as present."""

import re
from datetime import date, timedelta
from functools import cache

from core.lexicon import forums
from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import read_line
from core.mentions.forums import ForumMention, is_conclave, tokens_countries
from core.mentions.names import Vocabulary
from core.mentions.party import Party
from core.model import DateBasis, Kind, Precision, Sentence, Status, When
from core.reports.chairs import chaired_by
from core.reports.gatherings import Gathering, chaired_for_years, of_defence
from core.reports.setting import by_video, give_date, give_date_behind, give_setting, mend_kind, would_have
from core.reports.settle import date_mention
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.where_told import NOT_THERE

_UNDATED = date(2020, 1, 1)  # whose members count in a document that does not tell when it was written
_NEAR = 5  # characters: " on "
_LONG = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_LATER_LINES = 20  # how far behind a gathering others are told of as present


def gather(telling: Telling, here: Scene, number: int, gathering: Gathering, made: list[Event]) -> None:
    """Adds the gathering to the events of its line (`made`), if it is one of defence or somebody attends it."""
    mention = gathering.mention
    telling.last_forum = mention
    conclave = mention.kind == "forum" or (mention.kind == "pattern" and is_conclave(mention.name))
    if gathering.sure and not conclave and mention.kind in ("mechanism", "pattern"):
        _hold_session(telling, here, number, gathering, made)
    if not conclave:
        return
    status = status_of(here, gathering.clause, gathering.at)
    if status is None:
        return
    sides = telling.settled(gathering.subject or [], number, subject=True, others=[])
    sides += telling.settled(gathering.parties, number, subject=False, others=sides)
    spoke = _voices(here, mention)
    sides += telling.settled(spoke, number, subject=False, others=sides) if spoke else []
    event = Event(Kind.MULTILATERAL, sides, number, "gathering", gathering.at, status, lines=[number])
    event.weak = not gathering.sure
    told = (e.online for e in reversed(telling.events) if e.forum == mention.name)
    event.online = by_video(here, gathering.clause) or next(told, False)
    _set(telling, here, event, gathering)
    if _of_another_year(telling, here, event, mention) and not gathering.subject:
        return
    _foretold(telling, here, event, gathering)
    if not of_defence(mention) and not sides:
        if not gathering.sure:
            return
        event.hanging = (
            True  # a leaders' or business summit is told of only where somebody is said to attend it
        )
    event.add_countries(_handed_over(here))
    unknown = mention.kind == "pattern" and len({side.country for side in sides}) < 2
    if unknown and not made and not telling.events:
        return
    _bring_home(telling, here, event, gathering, made)
    telling.last_gathering = event
    made.append(event)


def _voices(here: Scene, mention: ForumMention) -> list[Party]:
    """Ministers and soldiers whom a clause behind the gathering shows speaking: "the group met; Ukraine's minister, X, asked for"."""
    found: list[Party] = []
    for party in here.parties:
        officer = party.rank or any(
            office.track == "defence" or office.code == "minister" for office in party.offices
        )
        if party.first <= mention.last or not party.name or not officer or not party.countries:
            continue
        opened = here.line.word(party.first - 1) in (";", "while", "where")
        behind = party.last + (here.line.word(party.last) == ",")
        if opened and not word_set("voiced_there").isdisjoint(here.line.word(behind).split()):
            found.append(party)
    return found


def _set(telling: Telling, here: Scene, event: Event, gathering: Gathering) -> None:
    """Gives a gathering or a session its forum, date and place."""
    event.set_forum(gathering.mention, here.offsets(gathering.mention))
    give_setting(telling, event, here, gathering.clause, gathering.at)
    _gone_there(event, here, gathering)
    if event.date_span is None:
        _closed(telling, here, event, _which_closed())
    following = telling.scenes[event.line + 1] if event.line + 1 < len(telling.scenes) else None
    if event.date_span is None and following is not None:
        _closed(telling, following, event, _meeting_closed())
    give_date_behind(telling, event)


def _gone_there(event: Event, here: Scene, gathering: Gathering) -> None:
    """Gives a forum for which somebody travels the place where he goes: "goes to Ramstein for the meeting of"."""
    at = gathering.at
    if "travel" not in here.line.atoms[min(at, len(here.line.atoms) - 1)].cues:
        return
    where = next(
        (w for w in here.places if at < w.first < gathering.mention.atom and w.how not in NOT_THERE), None
    )
    if where is not None and where.country:
        event.set_place(where)
        event.place_span = here.line.offsets(where.first, where.last)


def _closed(telling: Telling, here: Scene, event: Event, pattern: re.Pattern[str]) -> None:
    """Gives a gathering the days of "the two-day meeting, which closed on Wednesday"."""
    match = pattern.search(here.line.words.text)
    day = next((m for m in here.dates if match and 0 <= m.start - match.end() <= _NEAR), None)
    if match is None or day is None:
        return
    give_date(telling, event, here, day)
    days = _days_long().search(here.line.words.text, 0, match.end())
    start = event.when.start
    if days is not None and start is not None and event.when.precision is Precision.DAY and match["over"]:
        event.when = When.on(start - timedelta(days=_LONG[days[1].lower()] - 1), start)


def _of_another_year(telling: Telling, here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether a year behind the name makes it a former or later edition: "the Shangri-La Dialogue of 2019"."""
    year = _edition_year().match(here.line.words.text, mention.end)
    if year is None or event.date_span is not None or int(year[1]) == telling.year:
        return False
    base = here.line.sentence.start
    event.when, event.date_basis, event.background = When.in_year(int(year[1])), DateBasis.EXPLICIT, True
    event.date_span = (base + year.start(1), base + year.end(1))
    return True


def _foretold(telling: Telling, here: Scene, event: Event, gathering: Gathering) -> None:
    """Makes "The forum opens on Friday" one to come: a present tense with a date foretells."""
    atoms = here.line.atoms
    verb = atoms[gathering.at].word.split(" ")[0] if gathering.at < len(atoms) else ""
    if event.date_span is None or verb not in word_set("timetable_verbs"):
        return
    event.status = Status.PLANNED
    mention = date_mention(here, gathering.clause, gathering.at)
    if mention is not None:
        give_date(telling, event, here, mention)


def _bring_home(telling: Telling, here: Scene, event: Event, gathering: Gathering, made: list[Event]) -> None:
    """Adds the main actor's country, and those that met "during" the gathering."""
    main, home = telling.cast.main, telling.cast.home
    alone = {side.country for side in event.sides} <= {event.host}
    led = main is not None and main.defence and (gathering.subject is None or alone)
    if home and _no_member(telling, gathering.mention, home):
        return
    if home and (not event.sides or led):
        event.more_countries.append(home)
    at = gathering.mention.atom
    if "during" in (here.line.atoms[max(at - 2, 0)].word, here.line.atoms[max(at - 3, 0)].word):
        event.add_countries(code for other in made for code in other.countries)


def _no_member(telling: Telling, mention: ForumMention, code: str) -> bool:
    """Whether a country does not belong to a forum whose members are known: nobody need have been there for it."""
    members = forums.members_on(mention.name, telling.published or _UNDATED) if mention.forum else ()
    return bool(members) and code not in members


def _hold_session(
    telling: Telling, here: Scene, number: int, gathering: Gathering, made: list[Event]
) -> None:
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
    codes = _parties_of(telling, here, mention) or list(dict.fromkeys(side.country for side in sides))
    if len(codes) == 1:
        codes = list(dict.fromkeys([*codes, *(side.country for side in sides)]))[:2]
    if not codes and here.line.sort(0) == "C" and here.line.word(1) == ":":
        codes = [here.line.atoms[0].value]  # "USA: The second 2+2 Dialogue was held"
    if len(codes) < 2 and len(telling.pair) == 2 and set(codes) <= set(telling.pair):
        codes = list(telling.pair)
    told = list(dict.fromkeys(code for party in here.parties for code in party.countries))
    if len(told) == 2 and (not codes or _on_the_sides().search(here.line.words.text)):
        codes = told  # "A on the Indian side and B on the Japanese"
    met = list(dict.fromkeys(side.country for side in telling.frame.sides))
    if not codes and len(met) == 2:
        codes = met  # "The talks were co-chaired by A and B. The 15th dialogue took place in Hanoi."
    if len(codes) == 1 and telling.cast.home and telling.cast.home not in codes:
        codes.append(telling.cast.home)
    if len(codes) != 2:
        return
    have = [side for side in sides if side.country in codes]
    event = Event(Kind.BILATERAL, have, number, "session", gathering.at, status, lines=[number])
    event.more_countries = codes
    _set(telling, here, event, gathering)
    _foretold(telling, here, event, gathering)
    mend_kind(telling, event, here, gathering.clause)
    if event.date_span is None and _some_time_after(here, gathering):
        event.background = True
    made.append(event)


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
        name = Sentence(here.line.words.text[mention.start : mention.end], 0, 0)
        named = tokens_countries(read_line(name, Vocabulary(frozenset(), frozenset())).words)
        codes = named if len(named) == 2 else codes
    if len(codes) < 2 and mention.forum is not None and mention.forum.bilateral:
        codes = list(forums.members_on(mention.forum.name, telling.published or _UNDATED))
    near = here.line.words.text[mention.end : mention.end + 12]
    if len(codes) < 2 and near.startswith((" between", " with", " of")):
        behind = [atom.value for atom in atoms[mention.last : mention.last + 8] if atom.sort in "CA"][:2]
        codes = behind if len(behind) == 2 else [*codes, *behind]  # "India held the dialogue with Kenya"
    return list(dict.fromkeys(codes))[:2]


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


def take_in_those_present(telling: Telling, here: Scene, number: int) -> None:
    """Adds who else took part in the gathering told last: "was in the hall too", "is to join by video link"."""
    event = telling.last_gathering
    if event is None or number - max(event.lines) > _LATER_LINES:
        return
    text = here.line.sentence.text
    present = phrase_pattern("presence").search(text) or _countries_spoke(here)
    if not present or phrase_pattern("absence").search(text):
        return
    for party in here.parties:
        if party.role in ("pronoun", "counterpart") or not (party.countries or party.name):
            continue
        for side in telling.settled([party], number, subject=False, others=[]):
            known = [other for other in event.sides if other.country == side.country]
            if not known or (side.figure is not None and all(s.figure is not side.figure for s in known)):
                event.sides.append(side)
    event.add_countries(_navies(here))
    event.lines.append(number)


def _countries_spoke(here: Scene) -> bool:
    """Whether a line begins as "Fiji, Zimbabwe and Italy spoke" does: with countries, and what they did there."""
    group = here.clauses[0].groups[0] if here.clauses and here.clauses[0].groups else []
    if not group or group[0].first > 1 or any(party.role != "country" for party in group):
        return False
    return here.line.word(group[-1].last) in word_set("spoke_there")


def _navies(here: Scene) -> list[str]:
    """The countries of "the heads of the French and the Bangladeshi navies": adjectives before armed forces in the plural."""
    atoms, codes = here.line.atoms, list[str]()
    for place, atom in enumerate(atoms):
        if atom.word in ("navies", "armies", "militaries", "forces", "guards", "contingents", "delegations"):
            back = place - 1 - (atoms[place - 1].word in ("air", "armed", "coast"))
            while back >= 0 and (atoms[back].sort in "AC" or atoms[back].word in ("and", "the", ",")):
                codes += [atoms[back].value] if atoms[back].sort in "AC" else []
                back -= 1
    return codes


def _handed_over(here: Scene) -> list[str]:
    """The country that a forum's chair was taken from or handed to: "took over the chair of the symposium from Thailand"."""
    match = _chair().search(here.line.words.text)
    if match is None:
        return []
    at = here.atom_at(match.start("whom"))
    return [atom.value for atom in here.line.atoms[at : at + 1] if atom.sort == "C"]


@cache
def _chair() -> re.Pattern[str]:
    chair = r"(?:[Cc]hair|[Cc]hairmanship|[Cc]hairpersonship|[Pp]residency|[Bb]aton|[Gg]avel|[Hh]elm)"
    return re.compile(
        rf"\b(?:took over|takes over|assumed|assumes|received|handed over|hands over|passed|passes)\b[^,;]{{0,20}}\b{chair}\b"
        r"[^,;]{0,60}?\b(?:from|to) (?:the )?(?P<whom>[A-Z])"
    )


@cache
def _which_closed() -> re.Pattern[str]:
    over = "closed|ended|concluded|wound up|wrapped up|finished"
    return re.compile(
        rf" ?, (?:which|that|who) (?:(?P<over>{over})|opened|began|started|took place|was held|met|meets|gathered|sat)\b"
        r"(?: here| there| in the (?:city|capital)| in [A-Z]\w+)?"
    )


@cache
def _meeting_closed() -> re.Pattern[str]:
    meeting = r"\b(?:[Tt]he|[Tt]heir) (?:\w+ ?- ?day )?(?:meeting|conference|forum|summit|gathering|session)"
    return re.compile(meeting + _which_closed().pattern)


@cache
def _days_long() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(_LONG)}) ?- ?day\b", re.IGNORECASE)


@cache
def _edition_year() -> re.Pattern[str]:
    return re.compile(r"(?: of| in)? ((?:19|20)\d\d)\b")


@cache
def _next() -> re.Pattern[str]:
    return re.compile(r"\bnext (?:session|edition|round|meeting|dialogue)\b")
