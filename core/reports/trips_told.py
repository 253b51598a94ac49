"""Who travels where, as the clauses of one line tell it."""

from dataclasses import dataclass

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Line
from core.mentions.party import Party
from core.mentions.where import Where
from core.model import BlockKind
from core.reports.clauses import Clause
from core.reports.story import Scene
from core.reports.where_told import NOT_THERE

CUES = frozenset({"travel", "journey", "portcall"})  # sorts of cues

THEY = frozenset({"he", "she", "they", "it"})  # "where an earthquake was felt on 2 June" is no stay of theirs

_NEAR = 7  # characters: " from "
_RIGHT_BEHIND = 3  # atoms: "which he reached"
_HANDED_ON = frozenset(
    {"chair", "chairmanship", "presidency", "baton", "gavel", "helm", "contract", "order", "prize"}
)
"""what goes to a country without anybody travelling: "next year the chair goes to Laos" """
_FOR_A_VISIT = 3  # atoms: "to Ghana | for an official visit"
_TOOK = frozenset({"took", "takes", "brought", "brings", "led", "leads"})
_TOURS = frozenset({"toured", "tours"})
_MARKED = frozenset(
    {"saw", "sees", "included", "includes", "witnessed", "featured", "marked", "with", ";", ":"}
)
_LEFT = frozenset({"left", "leaves", "leave", "departed", "departs"})
_LED = frozenset({"led", "leads", "leading", "lead", "heads", "headed", "heading", "took", "taking"})
_LED_BACK = 8  # atoms: "led a ten-member Indian Air Force"
_SPENT = frozenset({"spent", "spends", "spend"})
_GONE = _LEFT | _SPENT | _LED
_SPENT_IN = 8  # atoms: "spent most of the day on Tuesday in"
_OPENS = 5  # atoms: "A long planned official visit"
_RIGHT_OF = 2  # atoms: "visit of Mr Marles"
_LEFT_FOR = 8  # atoms: "left Dhaka on Monday morning for"
_ON_TO = frozenset({"(", ")", ",", "and", "the", "then", "to", "from", "on", "in", "later"})
_ARRIVING = (
    "visit",
    "will visit",
    "will reach",
    "reach",
    "is reaching",
    "will be visiting",
    "reached",
    "is visiting",
    "arriv",
    "land",
    "touch",
)


@dataclass(slots=True)
class Journey:
    """Somebody's trip to a country."""

    clause: Clause
    at: int
    subject: list[Party]
    where: Where
    days: bool = False
    """told only by the days of a stay"""


def find_journeys(scene: Scene) -> list[Journey]:
    """The trips of this line: "arrived in Tokyo", "on a three-day visit to Japan", "will travel to"."""
    found: dict[str, Journey | None] = {}
    if scene.line.cues.isdisjoint(CUES) and not scene.says(_GONE | _TOOK | _TOURS):
        return []
    for clause in scene.clauses:
        for place in () if _private(scene, clause) else clause.atoms:
            where = (
                _destination(scene, clause, place)
                or _left_home_for(scene, clause, place)
                or _days_spent(scene, clause, place)
                or _led_there(scene, place)
                or _brought(scene, clause, place)
                or _to_headquarters(scene, clause, place)
            )
            if where is None or where.country in found or scene.line.word(place - 1) in _HANDED_ON:
                continue
            if where.word == "venue" and where.how == "to":
                continue  # "drove to the Kremlin": across a town
            if _paid_to_somebody(scene, place):
                continue
            behind = _owner_behind(scene, place)
            if behind is not None and not _opens(scene, place):
                continue  # "discussed the coming visit to Delhi by Anthony Albanese"
            subject = (
                _owner(scene, place)
                or behind
                or _taken(scene, place, where)
                or _whom_it_brought(scene, place)
            )
            subject = subject or scene.subject_before(clause, place)
            if where.last <= clause.atoms[0] and (subject is None or subject[0].name):
                continue  # "Singapore, where he paid a visit": nobody else's
            if subject is None and clause.opener == "who":
                subject = clause.antecedent
            if subject is None and clause.opener in ("which", "that") and clause.antecedent:
                ship = clause.antecedent[0].role in ("ship", "delegation")
                subject = clause.antecedent if ship else None  # "HMS X, which arrived in"
            if subject is None and clause.opener and scene.line.word(place - 1) in ("his", "her"):
                subject = [
                    Party(place - 1, place, role="pronoun", rule="pronoun")
                ]  # "while his tour of Japan is"
            days = _only_days(scene, clause, place)
            for stop in (where, *_next_stops(scene, where)):
                found[stop.country] = (
                    Journey(clause, place, subject, stop, days) if subject is not None else None
                )
    return [journey for journey in found.values() if journey is not None]


def _paid_to_somebody(scene: Scene, place: int) -> bool:
    """Whether a visit was paid to a person, not to a country: "paid him a courtesy visit in Moscow"."""
    line = scene.line
    for at in range(max(0, place - _RIGHT_BEHIND - 2), place + 1):
        if line.word(at) in ("paid", "pays", "pay"):
            return any(
                p.first == at + 1 and (p.name or p.offices or p.role == "pronoun") for p in scene.parties
            )
    return False


def _private(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of a life or of a holiday: "came to Denver as a child", "flew to Bali on holiday"."""
    return bool(phrase_pattern("private_trip").search(" ".join(scene.line.word(p) for p in clause.atoms)))


def _left_home_for(scene: Scene, clause: Clause, place: int) -> Where | None:
    """Where a trip went of which the line tells from where: "left Dhaka on Monday for Nepal"."""
    line = scene.line
    if line.word(place) not in _LEFT or line.sort(place + 1) not in ("P", "G", "C"):
        return None
    for where in scene.places:
        if place + 1 < where.first <= place + _LEFT_FOR and where.first in clause.atoms and where.how == "to":
            link = where.first - 1 - (line.word(where.first - 1) == "the")
            if line.word(link) == "for":
                return where
    return None


def led_to(line: Line, place: int) -> bool:
    """Whether a delegation that somebody led somewhere ends at this atom: "is leading a Navy delegation to"."""
    if line.word(place).rsplit(" ", 1)[-1] not in word_set("delegations") or line.word(place + 1) != "to":
        return False
    return any(line.word(back) in _LED for back in range(max(0, place - _LED_BACK), place))


def _led_there(scene: Scene, place: int) -> Where | None:
    """Where somebody led a delegation, with its days: "is leading an Army delegation to Japan from 2 to 4 May"."""
    if not (scene.dates and led_to(scene.line, place)):
        return None
    return next((w for w in scene.places if 0 < w.first - place <= _RIGHT_BEHIND and w.how == "to"), None)


def _to_headquarters(scene: Scene, clause: Clause, place: int) -> Where | None:
    """Where a delegation "visited the headquarters of the Indian Coast Guard": the town told behind, or that nation's land."""
    line = scene.line
    if line.word(place) in ("toured", "tours", "is touring"):
        return _toured(scene, clause, place)
    if line.word(place) not in ("visited", "visits", "visit", "will visit", "is visiting", "to visit"):
        return None
    at = next((p for p in range(place + 1, place + 4) if line.word(p) in ("headquarters", "hq")), -1)
    if at < 0 or line.word(at + 1) != "of":
        return None
    town = next(
        (w for w in scene.places if w.first > at and w.how == "at" and w.first in clause.atoms and w.country),
        None,
    )
    owner = at + 2 + (line.word(at + 2) == "the")
    owner += line.word(owner) == "royal"
    if town is not None:
        return town
    if line.sort(owner) not in ("A", "C"):
        return None
    return Where("", str(line.atoms[owner].value), "to", owner, owner + 1, "country")


def _toured(scene: Scene, clause: Clause, place: int) -> Where | None:
    """The foreign town where a delegation "toured the Western Naval Command in Mumbai"."""
    before = [group for group in clause.groups if group[-1].last <= place]
    if not before or before[0][0].role != "delegation" or not before[0][0].country:
        return None
    towns = (
        w
        for w in scene.places
        if w.first > place and w.how == "at" and w.word == "city" and w.first in clause.atoms
    )
    town = next(towns, None)
    return town if town is not None and town.country != before[0][0].country else None


def _days_spent(scene: Scene, clause: Clause, place: int) -> Where | None:
    """Where somebody "spent Tuesday", or "will spend two days": a stay of days, not of years."""
    line = scene.line
    if line.word(place) not in _SPENT or not scene.dates:
        return None
    for where in scene.places:
        if (
            not place < where.first <= place + _SPENT_IN
            or where.how != "at"
            or where.first not in clause.atoms
        ):
            continue
        between = [line.word(p) for p in range(place + 1, where.first)]
        stay = all(word in word_set("days_spent") or word.isdigit() for word in between)
        return where if stay and line.word(where.last) != "with" else None
    return None


def _next_stops(scene: Scene, where: Where) -> list[Where]:
    """The other countries of a tour: Korea and Singapore in "will travel to Japan from 2 to 4 May, Korea and Singapore"."""
    out: list[Where] = []
    last = where
    dated = {
        place
        for day in scene.dates
        for place in range(scene.atom_at(day.start), scene.atom_at(day.end - 1) + 1)
    }
    for stop in scene.places:
        apart = [place for place in range(last.last, stop.first) if place not in dated]
        between = {scene.line.word(place) for place in apart if scene.line.atoms[place].sort != "C"}
        if stop.first > last.first and between and between <= _ON_TO:
            same = stop.how == where.how or not between.isdisjoint(("and", "then"))
            if (
                same
                and stop.how not in NOT_THERE
                and stop.country
                and stop.country not in {w.country for w in (where, *out)}
            ):
                out.append(stop)
            last = stop
    return out


def _owner(scene: Scene, place: int) -> list[Party] | None:
    """Whose visit it is: "Gallant's trip to Washington"."""
    atoms = scene.line.atoms
    if "journey" not in atoms[place].cues:
        return None
    for party in scene.parties:
        possessive = party.last < len(atoms) and atoms[party.last].word in ("'s", "'")
        if possessive and 0 < place - party.last <= 4 and (party.name or party.offices):
            return [party]
    return None


def _taken(scene: Scene, place: int, where: Where) -> list[Party] | None:
    """Whom a day or a tour took to a place: "Wednesday took him to Ghana for an official visit"."""
    for party in scene.parties:
        took = party.first and scene.line.word(party.first - 1) in _TOOK
        behind = where.last <= place or place < party.first
        if took and party.last <= where.first <= party.last + 2 and behind:
            return [party]
    return None


def _brought(scene: Scene, clause: Clause, place: int) -> Where | None:
    """Where "January brought the minister, Mr X, to Kyiv", "The tour took General Y to Tbilisi"; nobody else's doing."""
    whom = _whom_it_brought(scene, place)
    if whom is None or any(group[0].first < place for group in clause.groups):
        return None
    last = whom[-1].last
    return next(
        (w for w in scene.places if 0 < w.first - last <= _RIGHT_BEHIND and w.how == "to" and w.country), None
    )


def _whom_it_brought(scene: Scene, place: int) -> list[Party] | None:
    """The person right behind "brought" or "took"."""
    if scene.line.word(place) not in _TOOK or place < 1:
        return None
    return next(
        ([p] for p in scene.parties if p.first - place in (1, 2) and (p.name or p.role == "pronoun")), None
    )


def _owner_behind(scene: Scene, place: int) -> list[Party] | None:
    """Whose visit it is as the words behind it tell: "A visit to Delhi by Richard Marles", "The visit of Mr Marles"."""
    atoms = scene.line.atoms
    if "journey" not in atoms[place].cues:
        return None
    for party in scene.parties:
        gap = party.first - place
        link = atoms[party.first - 1].word if party.first else ""
        if not 0 < gap <= _LEFT_FOR or not (party.name or party.offices):
            continue
        if link == "by" or (link == "of" and gap == _RIGHT_OF and _opens(scene, place)):
            between = atoms[place + 1 : party.first - 1]
            return None if any(atom.cues for atom in between if atom.sort == "K") else [party]
    return None


def _opens(scene: Scene, place: int) -> bool:
    """Whether a trip is what its line begins with: "A long planned visit to"."""
    before = scene.line.word(place - 2) if scene.line.word(place - 1) in ("a", "an", "the") else ""
    if before in _MARKED or (before == "by" and scene.line.word(place - 3).endswith("followed")):
        return True  # "The quarter also saw a visit by Admiral X to Mauritius"
    return place <= _OPENS and not any(atom.cues for atom in scene.line.atoms[:place] if atom.sort == "K")


def _destination(scene: Scene, clause: Clause, place: int) -> Where | None:
    """Where the trip told at this atom goes to; None if the atom tells of none."""
    atoms = scene.line.atoms
    if atoms[place].cues.isdisjoint(CUES) or scene.line.sort(place + 1) == "F":
        return None  # "at the recently concluded G20 Summit in Rio"
    for where in scene.places:
        gap = where.first - place
        if not 0 < gap <= 6 or where.how in NOT_THERE or where.first not in clause.atoms:
            continue
        between = [atoms[p] for p in clause.atoms if place < p < where.first]
        if (where.how == "name" and gap > 2) or any(atom.cues & {"travel", "meet"} for atom in between):
            continue
        if atoms[place].word == "to visit" and not _is_to(scene, place):
            continue  # "accepted the invitation to visit"
        to = any(atom.word in ("to", "in", "for", "into") for atom in between)
        if not to and not _leads_to(atoms[place].word) and "journey" not in atoms[place].cues:
            continue
        trip_follows = any("journey" in atoms[p].cues for p in clause.atoms)
        if trip_follows or atoms[place].word not in word_set("trip_needed") or _for_days(scene, where):
            return where
    if clause.opener in ("where", "which") and _goes_there(scene, clause, place):
        return _place_before(scene, clause)
    if "journey" in atoms[place].cues:
        for where in scene.places:
            if 0 <= place - where.last <= _FOR_A_VISIT and _taken(scene, place, where):
                return where
    if "journey" in atoms[place].cues and place and atoms[place - 1].sort in "PG":  # "his Colombo visit"
        city = atoms[place - 1].sense("city")
        return Where(city.name, city.country, "to", place - 1, place, "city") if city is not None else None
    return None


def _is_to(scene: Scene, place: int) -> bool:
    """Whether a verb with "to" is what somebody is to do: "is scheduled to visit", "Minister X to visit" in a headline."""
    before = scene.line.atoms[place - 1] if place else None
    headline = scene.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
    return before is not None and ("future" in before.cues or (headline and before.sort in "NOS"))


def _only_days(scene: Scene, clause: Clause, place: int) -> bool:
    """Whether nothing but "was in" tells of a trip: no visit stands behind."""
    if scene.line.word(place) not in word_set("trip_needed"):
        return False
    return not any("journey" in scene.line.atoms[p].cues for p in clause.atoms)


def _for_days(scene: Scene, where: Where) -> bool:
    """Whether a stretch of days stands right behind a place: "was in Seychelles from 21 to 23 April"."""
    end = scene.line.words.ends[scene.line.atoms[where.last - 1].last - 1]
    return any(m.phrase.last is not None and 0 < m.start - end <= _NEAR for m in scene.dates)


def _goes_there(scene: Scene, clause: Clause, place: int) -> bool:
    """Whether a clause behind a place tells a trip that leads there: "Singapore, where he paid a visit on Tuesday"."""
    if scene.line.word(clause.atoms[0]) not in THEY:
        return False
    words = [scene.line.word(p).split(" ")[0] for p in clause.atoms if p <= place]
    if clause.opener == "which":
        return words[-1] in ("reached", "visited", "reaches", "visits") and len(words) <= _RIGHT_BEHIND
    paid = "journey" in scene.line.atoms[place].cues and not word_set("pays_visits").isdisjoint(words)
    return paid or words[-1].startswith(("arriv", "land", "touch"))


def _place_before(scene: Scene, clause: Clause) -> Where | None:
    """The town or country right before a clause "where he ..."."""
    last = clause.atoms[0] - 1
    last -= scene.line.word(last - 1) == ","
    if last < 1 or scene.line.sort(last - 1) not in ("P", "C", "G"):
        return None
    atom = scene.line.atoms[last - 1]
    city = atom.sense("city")
    if atom.sort == "C":
        return Where("", atom.value, "in", last - 1, last, "country")
    return Where(city.name, city.country, "in", last - 1, last, "city") if city is not None else None


def _leads_to(word: str) -> bool:
    """Whether the place behind a cue is where the trip goes: "arrived in", "visited"."""
    leads = word.endswith(("in", "at", "to", "for", "into", "on", "port of"))
    return leads or word.removeprefix("to ").startswith(_ARRIVING)
