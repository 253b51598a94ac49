"""One document read from top to bottom: what "he", "here" and "the same day" mean at each sentence."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from core.mentions.atoms import Line
from core.mentions.dates import DateMention, find_dates
from core.mentions.forums import ForumMention
from core.mentions.party import Party
from core.mentions.places import find_places
from core.mentions.where import Where
from core.model import DateBasis, Kind, Status, When
from core.reports.cast import Figure
from core.reports.clauses import Clause, clauses

_HEIRS = frozenset({"successor", "predecessor"})
_HEIR = 3  # atoms: "'s successor, "
_OBJECTS_FOLLOW = frozenset({"with", "by", "of", "from", "for", "in", "at", "on", "to", "between", "'s"})


@dataclass(slots=True)
class Side:
    """One side of an engagement: its country, and the figure if one is named."""

    country: str
    figure: Figure | None
    party: Party
    line: int

    def same_figure(self, other: "Side") -> bool:
        """Whether both are the same person for the same country."""
        return self.country == other.country and self.figure is not None and self.figure is other.figure


@dataclass(slots=True)
class Event:
    """An engagement as the document tells it so far."""

    kind: Kind
    sides: list[Side]
    line: int
    cue: str
    at: int
    status: Status = Status.HELD
    when: When = field(default_factory=When)
    date_basis: DateBasis = DateBasis.UNKNOWN
    date_span: tuple[int, int] | None = None
    host: str = ""
    city: str = ""
    place_span: tuple[int, int] | None = None
    place_told: bool = False
    at_sea: bool = False
    """whether it was at sea, and so in no city that the document names"""
    by_dateline: bool = False
    """whether its place is only that from which the story was written"""
    online: bool = False
    """whether it was by video, and so nowhere unless the text tells where it was hosted"""
    by_calendar: bool = False
    """whether its place is that of the forum's known edition"""
    forum: str = ""
    forum_told: bool = False
    forum_span: tuple[int, int] | None = None
    edition: str = ""
    background: bool = False
    weak: bool = False
    hanging: bool = False
    """a forum of no ministry's, told of only where somebody of defence came or held talks"""
    timed: bool = False
    """its sentence says when, even if nobody can tell which day that is"""
    reported: bool = False
    """its day is only that on which it was told: "the ministry said on Friday" """
    within: bool = False
    """a trip told only by what was done on it: "met him during his visit to Oman": its day is no first day"""
    quoted: bool = False
    """told in a quotation or a post: once more, as a rule, what the story has told"""
    apart: bool = False
    """said to be one more: "also met on their own", "a separate meeting"; never the session told before"""
    lines: list[int] = field(default_factory=list)
    more_countries: list[str] = field(default_factory=list)

    @property
    def countries(self) -> tuple[str, ...]:
        """The alpha-3 codes of all sides, sorted."""
        return tuple(sorted({side.country for side in self.sides if side.country} | set(self.more_countries)))

    @property
    def figures(self) -> list[Figure]:
        """The named people of all sides, each once."""
        out: list[Figure] = []
        for side in self.sides:
            if side.figure is not None and side.figure not in out:
                out.append(side.figure)
        return out

    def add_countries(self, codes: Iterable[str]) -> None:
        """Takes in countries that take part without anybody named for them."""
        self.more_countries += [code for code in codes if code not in self.more_countries]

    def set_place(self, where: Where) -> None:
        """Sets where it was, as the text tells it."""
        self.city, self.host, self.place_told = where.city, where.country, True

    def set_forum(self, mention: ForumMention, span: tuple[int, int]) -> None:
        """Sets the forum that it belongs to, as the text names it at `span`."""
        self.forum, self.forum_told, self.edition = mention.name, True, mention.edition
        self.forum_span = span


@dataclass(slots=True)
class Frame:
    """What holds until the story says otherwise."""

    when: When | None = None
    basis: DateBasis = DateBasis.UNKNOWN
    city: str = ""
    host: str = ""
    place_span: tuple[int, int] | None = None
    placed: When | None = None
    """when the engagement was that was told to be there; None for a place told without one"""
    subject: Figure | None = None
    sides: list[Side] = field(default_factory=list)
    other: Figure | None = None
    block: int = -1
    anchor: When | None = None
    said: When | None = None
    """the day that the paragraph named last, of whatever: "the same evening" is that day's"""
    paragraph: tuple[When, DateBasis] | None = None
    dated: tuple[When, DateBasis] | None = None
    """the day that stands alone on the line above the next paragraph"""
    trip: Event | None = None
    there: Where | None = None
    ship: str = ""
    plan: tuple[int, When, DateBasis, Where] | None = None
    """the line, day and town of planned talks whose partners it does not name"""
    group: list[Figure] = field(default_factory=list)
    """people of several countries other than home, whom one line has named"""
    recent: list[Figure] = field(default_factory=list)


@dataclass(slots=True, eq=False)  # one line is never another, and comparing all that they hold is slow
class Scene:
    """A line with all that it names, found once."""

    line: Line
    parties: list[Party]
    clauses: list[Clause]
    dates: list[DateMention]
    places: list[Where]
    forums: list[ForumMention]

    def clause_of(self, atom: int) -> Clause | None:
        """The clause that holds this atom."""
        return next((clause for clause in self.clauses if atom in clause.atoms), None)

    def subject_before(self, clause: Clause, atom: int) -> list[Party] | None:
        """The first parties of a clause before this atom that are no objects of a preposition; None if there are none."""
        right_before = self._new_subject(clause, atom)
        if right_before is not None:
            return right_before
        for group in clause.groups:
            first = group[0].first
            before = self.line.atoms[first - 1] if first else None
            met = before is not None and before.word == "meeting"  # "After meeting A, B addressed the forum"
            if first < atom and not met and (before is None or before.word not in _OBJECTS_FOLLOW):
                return self._owned(clause, group) or group
        return None

    def _owned(self, clause: Clause, group: list[Party]) -> list[Party] | None:
        """Whose leader stands first in "Mr Putin's defence minister, Andrei Belousov, flew": the minister."""
        last = group[-1].last
        if not group[-1].name or self.line.word(last) != "'s":
            return None
        near = (g for g in clause.groups if last < g[0].first <= last + _HEIR and g[0].name)
        behind = next(near, None)
        heir = behind is not None and (behind[0].first == last + 1 or self.line.word(last + 1) in _HEIRS)
        return behind if heir else None

    def _new_subject(self, clause: Clause, atom: int) -> list[Party] | None:
        """Somebody named between "and" and this verb: "X dined with his family, and Y flew to Tokyo"."""
        group = next((group for group in clause.groups[1:] if group[-1].last == atom), None)
        if group is None or not group[0].name or self.line.word(group[0].first - 1) not in ("and", "but"):
            return None
        return group

    def says(self, words: Set[str]) -> bool:
        """Whether one of these words stands in the line as an atom of its own."""
        return any(atom.word in words for atom in self.line.atoms)

    def offsets(self, mention: DateMention | ForumMention) -> tuple[int, int]:
        """Where the words of a mention stand in the document's text."""
        base = self.line.sentence.start
        return base + mention.start, base + mention.end

    def atom_at(self, offset: int) -> int:
        """The atom that begins at or last before this offset of the sentence."""
        starts = self.line.words.starts
        found = 0
        for place, atom in enumerate(self.line.atoms):
            if starts[atom.first] <= offset:
                found = place
            else:
                break
        return found


def _behind_city(line: Line, party: Party, places: list[Where]) -> bool:
    """Whether a country only says where a city lies: "a visit to Vientiane, Lao PDR, the minister met"."""
    if line.word(party.first - 1) != ",":
        return False
    return any(
        w.word == "city" and w.last == party.first - 1 and w.country in party.countries for w in places
    )


def scene(line: Line, parties: list[Party], forums: list[ForumMention]) -> Scene:
    """The line with its clauses, dates and places; a place inside a party ("ministry in Algiers") is none of the
    story's, and a country that is a place ("in Japan") is no party.
    """
    told = find_places(line)
    parties[:] = [
        p for p in parties if not any(w.word == "town" and w.first <= p.first < w.last for w in told)
    ]
    places = [w for w in told if not any(p.first <= w.first < p.last for p in parties if p.name)]
    parties[:] = [
        p for p in parties if p.role != "country" or not any(w.first <= p.first < w.last for w in places)
    ]
    parties[:] = [p for p in parties if p.role != "country" or not _behind_city(line, p, places)]
    return Scene(line, parties, clauses(line, parties), find_dates(line.sentence.text), places, forums)
