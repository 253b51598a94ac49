"""The second reading of a document: sentence by sentence, what happened."""

from core.lexicon.words import word_set
from core.mentions.party import Party
from core.model import BlockKind, Kind
from core.reports.announced import announce_list
from core.reports.called_off import call_off
from core.reports.cards import read_cards
from core.reports.carried import begin_line, carry_day, carry_setting, move_on
from core.reports.chairs import take_in_the_chair
from core.reports.clauses import Clause
from core.reports.drafted import drafted
from core.reports.encounters import encounters, three_of_them
from core.reports.events import drafts
from core.reports.exercises import tell_exercises
from core.reports.forum_given import give_forum
from core.reports.forums_told import remember_forum, settle_forums
from core.reports.gathered import gather
from core.reports.gatherings import find_gatherings, opens_by_habit
from core.reports.joined_names import joined_talks
from core.reports.journeys import tell_journeys
from core.reports.likewise import likewise
from core.reports.lists import about_last, listed, pairs, were_by_wire, where_announced
from core.reports.present import at_that_table, take_in_those_present
from core.reports.series import announce_series
from core.reports.sessions import next_session
from core.reports.story import Event, Scene
from core.reports.telling import Telling
from core.reports.trip_days import days_of_trip
from core.reports.turns import in_turn
from core.reports.wires import over_the_wire

_LANDS_BEHIND = 7  # atoms: "of the three landlocked Sahel states"
_BEFORE_OBJECTS = frozenset(
    [
        "with",
        "by",
        "of",
        "to",
        "from",
        "for",
        "between",
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "against",
        "'s",
    ]
)  # a party behind one of these is no subject


def tell(telling: Telling) -> None:
    """Reads every line once; then what the document tells in notes goes before it."""
    for number, here in enumerate(telling.scenes):
        if here.line.sentence.kind is not BlockKind.CAPTION:
            _read_line(telling, here, number)
    telling.events = [*read_cards(telling), *telling.events]


def _read_line(telling: Telling, here: Scene, number: int) -> None:
    begin_line(telling, here)
    _settle_pronouns(telling, here, number)
    settle_forums(telling, here, number)
    carry_setting(telling, here, number)
    sentence = here.line.sentence
    asked = sentence.text.rstrip().endswith("?") and sentence.kind is not BlockKind.TITLE
    asked = asked or (not here.dates and bool(here.parties) and opens_by_habit(here))
    subject = _subject(here)
    made = _talks(telling, here, number, subject, [] if asked else here.clauses)
    gatherings = [] if asked else find_gatherings(here, here.forums)
    for event in made:
        apart = [g.mention for g in gatherings if g.sure and event.at < g.at < g.mention.atom]
        give_forum(telling, here, event, apart)
    for gathering in gatherings:
        listed_next = telling.pending[0] if telling.pending is not None else None
        if listed_next is not None and (listed_next.line, listed_next.at) == (number, gathering.at):
            telling.pending = None  # "Ministers of the region gathered": no talks of each with the host
        gather(telling, here, number, gathering, made)
    take_in_those_present(telling, here, number)
    take_in_the_chair(telling, here, number, made)
    tell_journeys(telling, here, number, made)
    days_of_trip(telling, here, number, made)
    made += call_off(telling, here, number, made)
    remember_forum(telling, here)
    move_on(telling, here, number, made, subject)
    tell_exercises(telling, here, number)
    carry_day(telling, here)
    telling.events += made


def _settle_pronouns(telling: Telling, here: Scene, number: int) -> None:
    """Links "they" and "she" to those whom the same sentence has named before."""
    for place, party in enumerate(here.parties):
        if party.plural and party.offices and not (party.countries or party.name):
            party.also = _of_those_lands(telling, here, number, place)
            if party.also:
                continue
        if party.role == "pronoun" and party.plural:
            party.also = _meant(telling, here.parties[:place])
        elif party.rule == "two" and party.offices and not (party.name or party.countries):
            party.also = _two_named(telling, here.parties[:place])
        elif here.line.atoms[party.first].word in ("he", "she"):
            party.also = _named_first(here, place)


def _meant(telling: Telling, before: list[Party]) -> list[Party]:
    """Whom "they" means in a sentence that has named several people, or "the Indian pair"."""
    pair = [party for party in before if party.plural and party.countries and not party.name]
    if pair:
        return pair[-1:]
    figures = [(party, telling.cast.find(party.name)) for party in before if party.name]
    named = [(party, figure.country) for party, figure in figures if figure is not None and figure.country]
    return [party for party, _ in named] if len({code for _, code in named}) > 1 else []


def _two_named(telling: Telling, before: list[Party]) -> list[Party]:
    """Whom "the two ministers" means behind "A of X and B of Y jogged in the park": two of different countries, and no others."""
    figures = ((party, telling.cast.find(party.name)) for party in before if party.name)
    named = [p for p, figure in figures if figure is not None and (figure.country or figure.offices)]
    told = [party for party in named if len(party.countries) == 1]
    two = len(told) == len({code for party in told for code in party.countries}) == 2
    return told if two and len(named) == 2 else []


def _theirs(here: Scene, party: Party) -> bool:
    """Whether "their" stands before an office, or before the other one of "their foreign and defence ministers"."""
    before = [here.line.word(place) for place in range(max(0, party.first - 3), party.first)]
    return party.possessive == "their" or (before[:1] == ["their"] and before[-1:] == ["and"])


def _of_those_lands(telling: Telling, here: Scene, number: int, place: int) -> list[Party]:
    """The countries of "their defence ministers" or "the three ministers": those of this line, or of the one before."""
    party = here.parties[place]
    theirs = _theirs(here, party)
    count = int(party.rule[3:]) if party.rule.startswith("of ") else 2 if party.rule == "two" else 0
    if named := _named_behind(here, place):
        return named
    if not (theirs or count):
        return []
    found = _whose(here.parties[:place]) if theirs else []
    if found or not number:
        return found
    before = telling.scenes[number - 1].parties[:1]
    if count and before and before[0].offices and not before[0].name and len(before[0].countries) == count:
        return before  # "The ministers of A, B and C agreed. The three met in D": those of the line before
    lands = _lands_told(telling.scenes[number - 1])
    people = any(p.name and telling.cast.find(p.name) is not None for p in telling.scenes[number - 1].parties)
    return lands if (count in (0, len(lands)) and not people) else []


def _named_behind(here: Scene, place: int) -> list[Party]:
    """The countries of "the defence ministers of the Sahel states, Mali, Niger and Chad, conferred"."""
    party = here.parties[place]
    if here.line.word(party.last) != "of":
        return []
    end = next(
        (
            p
            for p in range(party.last + 1, party.last + _LANDS_BEHIND)
            if here.line.word(p) in word_set("lands")
        ),
        -1,
    )
    if end < 0 or here.line.word(end + 1) not in (",", "(", "-", ":"):
        return []
    return next(
        (
            g
            for c in here.clauses
            for g in c.groups
            if g[0].first == end + 2 and len(g) > 1 and g[0].role == "country"
        ),
        [],
    )


def _lands_told(scene: Scene) -> list[Party]:
    """The countries of which a line tells as its subject: "Croatia, Albania and Kosovo have a format of their own"."""
    group = next((group for clause in scene.clauses for group in clause.groups), [])
    lands = len(group) > 1 and all(party.role == "country" for party in group)
    return group if lands and not _is_object(scene, group[0]) else []


def _whose(before: list[Party]) -> list[Party]:
    """The countries that "their" means in "India and Japan agreed, as their defence ministers met"."""
    told = [party for party in before if party.countries and not party.name]
    return told if len({code for party in told for code in party.countries}) > 1 else []


def _named_first(here: Scene, place: int) -> list[Party]:
    """Whom "she" means in "the minister said after she held talks": the subject of the sentence so far."""
    clause = here.clause_of(here.parties[place].first)
    if clause is None or not clause.aside:
        return []
    for party in here.parties[:place]:
        told = party.name or (party.offices and party.countries) or party.role in ("guest", "demonym")
        if told and not _is_object(here, party) and party.first not in clause.atoms:
            return [party]
    return []


def _subject(here: Scene) -> list[Party] | None:
    """The first parties of a main clause that are not its objects."""
    groups = (group for clause in here.clauses if not clause.aside for group in clause.groups)
    return next((group for group in groups if not _is_object(here, group[0])), None)


def _is_object(here: Scene, party: Party) -> bool:
    before = here.line.atoms[party.first - 1] if party.first else None
    if (
        before is not None
        and before.word.endswith("ing")
        and not before.cues.isdisjoint(("meet", "talk", "call"))
    ):
        return True  # "After meeting X, Y flew home"
    return before is not None and before.word in _BEFORE_OBJECTS


def _hosted_by_one(made: list[Event]) -> list[Event]:
    """The events with "A took part in a meeting of the chiefs of B, C and D hosted by E" as one of all of them."""
    many = next((e for e in made if e.kind is Kind.MULTILATERAL and e.cue == "talks" and not e.weak), None)
    host = next((e for e in made if e.cue == "hosted" and e.kind is Kind.BILATERAL), None) if many else None
    if many is None or host is None or not many.at < host.at or set(host.countries) & set(many.countries):
        return made
    if any(side.figure is not None for side in many.sides):
        return made
    many.sides += host.sides
    return [event for event in made if event is not host]


def _talks(
    telling: Telling, here: Scene, number: int, subject: list[Party] | None, clauses: list[Clause]
) -> list[Event]:
    """The meetings and calls that a line tells, or goes on telling."""
    made: list[Event] = []
    for clause in clauses:
        for draft in drafts(here.line, number, clause):
            made += drafted(telling, here, draft, subject, made)
    made = _hosted_by_one(made)
    made += pairs(telling, here, number)
    made += [] if any(not e.weak for e in made) or not clauses else joined_talks(telling, here, number)
    made += in_turn(telling, here, number, made)
    if clauses and all(event.weak for event in made) and not at_that_table(telling, here, number):
        wire = over_the_wire(here, number)
        for draft in encounters(here, number) if wire is None else [wire]:
            made += drafted(telling, here, draft, subject, made)
    elif clauses and len(here.parties) > 2 and all(e.kind is Kind.BILATERAL for e in made):
        three = three_of_them(here, number)
        made += drafted(telling, here, three, subject, made) if three is not None else []
    were_by_wire(telling, here, number)
    if not made:
        about_last(telling, here, number)
    made += next_session(telling, here, number)
    made += likewise(telling, here, number, made)
    where_announced(telling, here, made)
    made = made or listed(telling, here, number)
    announce_series(telling, here, number, made)
    if not made and telling.pending is not None and telling.pending[0].line == number:
        made = listed(telling, here, number) if ":" in here.line.words.text else []
    if not made:
        announce_list(telling, here, number)
    return made
