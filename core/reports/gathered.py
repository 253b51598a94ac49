"""Forums and sessions of dialogues become events, with those who are told of as present."""

import re
from functools import cache

from core.lexicon import forums
from core.lexicon.words import word_set
from core.mentions.forums import ForumMention, countries_in_name, is_conclave
from core.mentions.party import Party
from core.model import DateBasis, Kind, Status, When
from core.reports.chairs import chaired_by
from core.reports.gathering import Gathering, of_defence
from core.reports.sessions import hold_session
from core.reports.setting import by_video
from core.reports.status import status_of
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.when_gathered import UNDATED, foretold, set_gathering


def gather(telling: Telling, here: Scene, number: int, gathering: Gathering, made: list[Event]) -> None:
    """Adds the gathering to the events of its line (`made`), if it is one of defence or somebody attends it."""
    mention = gathering.mention
    telling.last_forum = mention
    conclave = mention.kind == "forum" or (mention.kind == "pattern" and is_conclave(mention.name))
    if gathering.sure and not conclave and mention.kind in ("mechanism", "pattern"):
        hold_session(telling, here, number, gathering, made)
    if not conclave:
        return
    status = status_of(here, gathering.clause, gathering.at)
    if status is None:
        return
    if status is Status.HELD and (_to_speak_there(here, gathering) or _when_they_come(here, gathering)):
        status = Status.PLANNED
    sides = telling.settled(gathering.subject or [], number, subject=True, others=[])
    sides += telling.settled(gathering.parties, number, subject=False, others=sides)
    chairs = [party for party in chaired_by(here) if party.name and party not in (gathering.subject or [])]
    sides += telling.settled(chairs, number, subject=False, others=sides) if chairs else []
    spoke = _voices(here, mention)
    sides += telling.settled(spoke, number, subject=False, others=sides) if spoke else []
    event = Event(Kind.MULTILATERAL, sides, number, "gathering", gathering.at, status, lines=[number])
    event.weak = not gathering.sure
    told = (e.online for e in reversed(telling.events) if e.forum == mention.name)
    event.online = by_video(here, gathering.clause) or next(told, False)
    set_gathering(telling, here, event, gathering)
    if _of_another_year(telling, here, event, mention) and not gathering.subject:
        return
    foretold(telling, here, event, gathering)
    if _also_to_come(telling, here, event, gathering):
        return
    if not of_defence(mention, here) and not sides:
        if not gathering.sure:
            return
        chiefs = any(p.plural and any(o.track == "defence" for o in p.offices) for p in here.parties)
        event.hanging = not chiefs  # a leaders' summit is told of only where somebody is said to attend it
    event.add_countries([*_handed_over(here), *_joined_before(here, mention)])
    unknown = mention.kind == "pattern" and len({side.country for side in sides}) < 2
    abroad = (
        event.place_told and event.host and any(side.country != event.host and side.figure for side in sides)
    )
    if unknown and not abroad and not made and not telling.events:
        return
    if event.status is Status.PLANNED and event.timed:
        _not_yet(telling, event)
    if (same := _told_by_its_members(telling, gathering, made)) is not None:
        same.set_forum(mention, here.offsets(mention))
        same.add_countries(event.countries)
        return
    _bring_home(telling, here, event, gathering, made)
    telling.last_gathering = event
    made.append(event)


def _told_by_its_members(telling: Telling, gathering: Gathering, made: list[Event]) -> Event | None:
    """The meeting of all of a forum's members that its clause tells: "The AUKUS ministers, A, B and C, met in London"."""
    if len(made) != 1 or made[0].forum or made[0].kind is not Kind.MULTILATERAL or not gathering.sure:
        return None
    members = forums.members_on(gathering.mention.name, telling.published or UNDATED)
    its_guests = made[0].cue == "attended" and members and set(made[0].countries) <= set(members)
    own = set(members) == set(made[0].countries) or its_guests
    return made[0] if own and made[0].at in gathering.clause.atoms else None


def _not_yet(telling: Telling, event: Event) -> None:
    """Makes a forum planned that guests "who are attending" it came for, where a later line says when it will be."""
    for told in telling.events:
        came = told.kind is Kind.MULTILATERAL and told.forum == event.forum and _later(event, told)
        if came and _there_for_it(telling.scenes[told.line], told.at):
            told.status, told.when = Status.PLANNED, event.when
            told.date_span, told.date_basis = event.date_span, event.date_basis


def _there_for_it(here: Scene, at: int) -> bool:
    """Whether somebody "is attending" a forum, is somewhere "to attend" it or has come for it."""
    word = here.line.word(at)
    came = "travel" in here.line.atoms[at].cues
    return came or word.endswith("attending") or word.startswith("to ") or here.line.word(at - 1) == "to"


def _later(event: Event, told: Event) -> bool:
    """Whether what is to come has a later day than what was told, as far as their days are known."""
    return event.when.start is None or told.when.start is None or told.when.start < event.when.start


def _to_speak_there(here: Scene, gathering: Gathering) -> bool:
    """Whether somebody is yet to do something at the forum: "is likely to present the country's views on trade at"."""
    line = here.line
    if gathering.at != gathering.mention.atom or "future" not in line.cues:
        return False
    before = [place for place in gathering.clause.atoms if place < gathering.at]
    at = next((place for place in before if "future" in line.atoms[place].cues), -1)
    behind = [line.word(place) for place in before if place > at]
    if not word_set("negations").isdisjoint(line.word(place) for place in before):
        return False
    return at >= 0 and word_set("reporting_verbs").isdisjoint(behind) and "," not in behind


def _when_they_come(here: Scene, gathering: Gathering) -> bool:
    """Whether a forum is one to come: "are to hold talks when they gather for the dialogue"."""
    clause, line = gathering.clause, here.line
    if clause.opener != "when" or not clause.atoms or line.word(gathering.at).endswith("ed"):
        return False
    return any("future" in atom.cues for atom in line.atoms[: clause.atoms[0]])


def _also_to_come(telling: Telling, here: Scene, event: Event, gathering: Gathering) -> bool:
    """Takes in who comes, in the present tense, to a forum that was told as planned: "A and B take part in it"."""
    known = telling.last_gathering
    if known is None or known.status is not Status.PLANNED or known.forum != event.forum:
        return False
    verb = here.line.word(gathering.at).split(" ")[0]
    now = verb in (
        "take",
        "takes",
        "attend",
        "attends",
        "join",
        "joins",
        "participate",
        "participates",
        "come",
        "comes",
    )
    if not now or event.date_span is not None or event.status is not Status.HELD:
        return False
    known.sides += [side for side in event.sides if all(s.country != side.country for s in known.sides)]
    known.lines.append(event.line)
    return True


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


def _of_another_year(telling: Telling, here: Scene, event: Event, mention: ForumMention) -> bool:
    """Whether a year behind the name makes it a former or later edition: "the Shangri-La Dialogue of 2019"."""
    year = _edition_year().match(here.line.words.text, mention.end)
    if year is None or event.date_span is not None or int(year[1]) == telling.year:
        return False
    base = here.line.sentence.start
    event.when, event.date_basis, event.background = When.in_year(int(year[1])), DateBasis.EXPLICIT, True
    event.date_span = (base + year.start(1), base + year.end(1))
    return True


def _bring_home(telling: Telling, here: Scene, event: Event, gathering: Gathering, made: list[Event]) -> None:
    """Adds the main actor's country, and those that met "during" the gathering."""
    main, home = telling.cast.main, telling.cast.home
    alone = {side.country for side in event.sides} <= {event.host}
    led = main is not None and main.defence and (gathering.subject is None or alone)
    later = main is not None and telling.review and main.first_line > event.line
    led = led and not (later and not event.sides)  # an entry of a chronology before the one that names him
    led = led and not (
        gathering.parties and all(side.country != home for side in event.sides)
    )  # "was attended by X"
    led = led and not (event.sides and chaired_by(here))  # "with Britain's Healey in the chair": of others
    if home and _no_member(telling, gathering.mention, home):
        return
    if home and ((not event.sides and not later) or led):
        event.more_countries.append(home)
    at = gathering.mention.atom
    if "during" in (here.line.atoms[max(at - 2, 0)].word, here.line.atoms[max(at - 3, 0)].word):
        event.add_countries(code for other in made for code in other.countries)
    own = here.clause_of(at)
    if own is not None and any(here.line.word(place) == "both" for place in own.atoms if place < at):
        event.add_countries(code for other in made for code in other.countries)  # "where both are attending"


def _no_member(telling: Telling, mention: ForumMention, code: str) -> bool:
    """Whether a country does not belong to a forum whose members are known: nobody need have been there for it."""
    members = forums.members_on(mention.name, telling.published or UNDATED) if mention.forum else ()
    return bool(members) and code not in members


def _joined_before(here: Scene, mention: ForumMention) -> list[str]:
    """The countries joined by dashes before a forum's noun: "the Egypt-Greece-Cyprus trilateral meeting"."""
    codes = countries_in_name(here.line.words.text[mention.start : mention.end])
    if len(codes) > 2:
        return codes
    codes = []
    place = mention.atom - 1
    while here.line.sort(place) in ("C", "A", "G") and place >= 0:
        codes.insert(0, str(here.line.atoms[place].value))
        if here.line.word(place - 1) not in ("-", "\u2013"):
            break
        place -= 2
    return codes if len(codes) > 2 else []


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
def _edition_year() -> re.Pattern[str]:
    return re.compile(r"(?: of| in)? ((?:19|20)\d\d)\b")
