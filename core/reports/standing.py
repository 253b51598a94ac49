"""Who stands where in a clause: the parties before and behind each of its words."""

from collections.abc import Set
from itertools import pairwise

from core.lexicon.cues import Cue
from core.lexicon.words import word_set
from core.mentions.atoms import Atom, Line
from core.mentions.party import Party
from core.model import Kind
from core.reports.clauses import Clause
from core.reports.draft import Draft

_PREPOSITIONS = frozenset(
    """with by of to from for between among in on at against than about under like towards before after over into
    following besides when during amid""".split()  # noqa: SIM905 - a list of words
)
_CUTS = frozenset({"about", "over", "against", "into", "that", "if", "than", "without", "how"})
_NO_OBJECT = frozenset({"by", "of", "for", "about", "between", "against", "over", "to", "in", "on", "at"})
_COUNTRY_OBJECT = frozenset({"with", "and", "between", "among", ",", "by", "from"})
_AT_AN_END = frozenset({"", ".", ";", "and", "who", "in", "on", "at", "for", ")"})
_CALLED = frozenset(
    {"called on", "calls on", "call on", "called upon", "paid a call on", "paid a courtesy call on"}
)
_HEIRS = frozenset({"predecessor", "successor"})
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_TITLED = 8  # atoms: "in Washington on 4 April, "
_OCCASION = 9  # atoms: "and, after a break for prayers,"
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_NO_SUBJECT = frozenset({"and", ",", "'s", "'", "as", "or", "then", "-"})
_SUBJECTS = frozenset({"he", "she", "they", "we"})
_VERBS = frozenset(
    {"said", "says", "was", "were", "is", "are", "had", "has", "have", "told", "who", "did", "does"}
)
_OPENING = frozenset({"after", "before", "following", "having", "fresh", "straight", "back"})
_MOVES = frozenset({"flew", "went", "left", "came", "took", "gave", "made", "drove", "spoke", "began", "saw"})
_AGENDA = 7  # atoms: "and the Gulf high on the agenda"
_OWNS = 4  # atoms before talks at the head of a clause: "during his long"
_NEXT_VERB = frozenset({"meet", "talk", "call", "sign", "spoke"})  # sorts of cues
_VERB_BEHIND = frozenset({"meet", "call", "sign", "spoke", "joint", "light", "travel", "attend"})


def on_the_agenda(line: Line, place: int) -> bool:
    """Whether what ends at this atom is told of as a topic: "Afghanistan | and the Gulf high on the list"."""
    for behind in range(place, min(place + _AGENDA, len(line.atoms))):
        if line.word(behind) in (".", ";"):
            return False
        if line.word(behind) in word_set("on_the_list"):
            return "on" in (line.word(behind - 1), line.word(behind - 2)) or line.word(behind).startswith(
                "on "
            )
    return False


class Standing:
    """One clause of one line, with the parties that begin and end at its atoms.

    A `position` is one in the clause; a place is one in the line.
    """

    def __init__(self, line: Line, number: int, clause: Clause) -> None:
        self.line = line
        self.number = number
        self.clause = clause
        self.items = clause.atoms
        self.starts = {group[0].first: group for group in clause.groups}
        self.covered = {p for group in clause.groups for p in range(group[0].first, group[-1].last)}

    def atom(self, position: int) -> Atom:
        """The atom at a position of the clause."""
        return self.line.atoms[self.items[position]]

    def words(self, first: int, last: int) -> list[str]:
        """The words at positions `first` up to, not including, `last`."""
        return [self.line.atoms[place].word for place in self.items[first:last]]

    def cued(self, first: int, last: int, sorts: Set[str]) -> bool:
        """Whether a cue of these sorts stands at positions `first` up to, not including, `last`."""
        return any(
            not sorts.isdisjoint(cue_sorts(self.line.atoms[place])) for place in self.items[first:last]
        )

    def draft(
        self,
        cue: Cue,
        position: int,
        left: list[Party] | None,
        right: list[Party],
        *,
        weak: bool = False,
        together: bool = False,
    ) -> Draft:
        """A draft told at this position; without a subject of the clause's own if `left` is None."""
        kind = cue.kind or Kind.BILATERAL
        draft = Draft(kind, self.number, self.clause, cue.name, self.items[position], left or [], right)
        draft.subject_open, draft.weak, draft.together = left is None, weak, together
        return draft

    def before(self, position: int) -> list[Party] | None:
        """The subject of the clause in front of this item: the group right before the verb, else the first one."""
        ends = {group[-1].last - 1: group for group in reversed(self.clause.groups)}
        reach = 4 + any(self.atom(p).word == "," for p in range(max(position - 4, 0), position))
        for back in range(position - 1, max(position - reach, -1), -1):
            group = ends.get(self.items[back])
            if group is not None:
                between = self.words(back + 1, position)
                topic = group[0].role == "country" and ("during" in between or "to" in between)
                if self._is_subject(group, back) and not topic:
                    return group
                break
        heading: list[Party] | None = None
        for earlier in range(position):
            group = self.starts.get(self.items[earlier])
            if group is not None and not (earlier and self._governed(earlier)):
                if heading is None and self._heading(group):
                    heading = group
                    continue
                owner = self.line.word(group[-1].last) in ("'s", "'")
                owned = self.starts.get(self._behind_heir(group[-1].last + 1)) if owner else None
                if owned is not None and owned[0].name and owned[0].first < self.items[position]:
                    return owned  # "Mr X's counterpart, Mr Y, | received him"
                return heading if heading and (owner or group[0].role == "country") else group
        return heading

    def _behind_heir(self, place: int) -> int:
        """Where the name stands in "Mr X's predecessor, | Mr Y"."""
        return place + 1 + (self.line.word(place + 1) == ",") if self.line.word(place) in _HEIRS else place

    def owner_behind(self, position: int) -> list[Party] | None:
        """Who is meant by "his" at the head of a clause: "At his meeting with Mr A in B, | Mr C | raised"."""
        if position > _OWNS or self.atom(max(position - 1, 0)).word not in ("his", "her", "their"):
            return None
        for here in range(position + 1, len(self.items) - 1):
            group = self.starts.get(self.items[here])
            behind = self.line.sort(group[-1].last) if group else ""
            if group and group[0].name and self.atom(here - 1).word == "," and behind in ("w", "K"):
                return group
        return None

    def _heading(self, group: list[Party]) -> bool:
        """Whether a country only heads its entry: "Russia: the minister met ..."."""
        return group[-1].role == "country" and self.line.word(group[-1].last) == ":"

    def _is_subject(self, group: list[Party], last: int) -> bool:
        """Whether the group that ends at this position can be the subject of the verb behind it."""
        first = self.items.index(group[0].first)
        anew = (
            first > 1 and self.words(first - 2, first) == [",", "and"] and len(group) == 1 and group[0].name
        )
        verb = last + 2 < len(self.items) and self.atom(last + 2).sort == "K"
        if anew and verb and self.atom(last + 1).word == ",":
            return True  # "gave him an hour, and the minister, Mr A, had a meeting with him"
        if self.atom(last + 1).word in _NO_SUBJECT:
            return False
        told = first > 0 and cue_sorts(self.atom(first - 1)) & {"meet", "call", "spoke", "told"}
        return first == 0 or not (self._governed(first) or told)

    def _governed(self, position: int) -> bool:
        """Whether a preposition or a possessor stands right before this position."""
        previous = self.atom(position - 1).word
        return previous in _PREPOSITIONS or previous in ("'s", "-")

    def after(self, position: int, *, linked: Set[str] = frozenset(), reach: int = 9) -> list[Party]:
        """The objects behind this item: the next group of parties, and those that go on its list.

        With `linked` only parties behind one of these words; `reach` is how many atoms may stand between.
        """
        found: list[Party] = []
        free = 0
        seen_link = not linked
        verb = position - (position > 1 and _adverb(self.atom(position - 1).word))
        passive = self.atom(verb - 1).word in _BE if verb else False
        called = position >= 0 and self.atom(position).word in _CALLED
        here = position + 1
        while here < len(self.items):
            group = self.starts.get(self.items[here])
            if group is None:
                atom = self.atom(here)
                if free > (16 if found else 18 if linked else reach) or (
                    _ends_objects(atom, found, linked)
                    and not (found and (self._followed_by(here) or (called and atom.word == "at")))
                ):
                    return found
                seen_link = seen_link or atom.word in linked
                free += not (found and atom.word in word_set("passed_over"))
                here += 1
                continue
            passed = self._passed_over(here, group, found, linked, passive=here - position <= 2 or passive)
            if not passed and not seen_link and group[0].role == "country":
                passed = 1  # "discussed Syria, Yemen and Iran with the minister"
            if not passed:
                if group[0].role == "pronoun" and self.atom(here).word in _SUBJECTS:
                    return found  # "the four had met, and they agreed"
                if not seen_link or (found and not self._joins(here, group, free)):
                    return found
                found += group
            free = free + passed if passed else 0
            here = self._behind(here, group)
        return found

    def together_with(self, position: int) -> bool:
        """Whether those behind this item are joined to its subject: "the two met in Hawaii, together with A and B"."""
        words = self.words(position + 1, len(self.items))
        return any(pair == ("together", "with") for pair in pairwise(words))

    def _passed_over(
        self, here: int, group: list[Party], found: list[Party], linked: Set[str], *, passive: bool
    ) -> int:
        """0 for a group that can be an object, else for how many atoms it counts: possessors, "of the minister"."""
        previous = self.atom(here - 1).word
        behind = self.line.word(group[-1].last)
        if behind == "'s" or (behind == "'" and group[-1].name):
            return 3
        if (
            group[0].role == "country"
            and previous in ("with", "and", ",")
            and on_the_agenda(self.line, group[-1].last)
        ):
            return 3  # "with Afghanistan and the Gulf on the agenda"
        governed = previous in _NO_OBJECT and previous not in linked and not (passive and previous == "by")
        if governed and not found:
            return 3
        listed = previous == "of" and "of" in linked and self.line.word(group[0].last) == ","
        return 2 if group[0].role == "country" and previous not in _COUNTRY_OBJECT and not listed else 0

    def _joins(self, here: int, group: list[Party], free: int) -> bool:
        """Whether a group joins the objects found so far."""
        previous = self.atom(here - 1).word
        if group[0].role == "pronoun" and (group[0].plural or previous == ","):
            return False
        if previous == "," and self.atom(here).word == "both":
            return False  # "During his meeting with the minister, both leaders agreed"
        if self.tells_anew(group):
            return False
        goes_on = (
            self._again_to(here)
            or self._again_on(here)
            or (
                self._goes_on(here)
                and (free <= 4 or previous == "with" or self._titled_next(here, group, free))
            )
        )
        return goes_on or self._one_more(here, group)

    def _titled_next(self, here: int, group: list[Party], free: int) -> bool:
        """Whether somebody with a title follows a comma and the place and the day of the one before."""
        titled = group[0].name and (group[0].rank or group[0].offices or group[0].countries)
        return bool(titled) and free <= _TITLED and self.atom(here - 1).word in (",", "and")

    def _one_more(self, here: int, group: list[Party]) -> bool:
        """Whether a time or an occasion stands before one more partner: "received A, and after a break B"."""
        if not (group[0].name and (group[0].countries or group[0].offices)):
            return False
        if self.line.word(group[-1].last) not in _AT_AN_END:
            return False
        back = here - 1
        while back > here - _OCCASION and self.items[back] not in self.covered:
            atom = self.atom(back)
            if atom.word in ("and", ";") and self.atom(back + 1).word in word_set("occasions"):
                return True
            if not cue_sorts(atom) <= {"time", "talk", "attend"}:
                return False
            back -= 1
        return False

    def tells_anew(self, group: list[Party]) -> bool:
        """Whether a verb stands behind this group: "met A on Monday, and B arrived"."""
        behind = group[-1].last
        if self.line.word(behind) == "," and self._explained(group[-1]):
            behind += 1  # "and the host, Mr X, | was seen later"
        word = self.line.word(behind)
        if behind >= len(self.line.atoms) or self.line.sort(behind) not in "wK|":
            return False
        atom = self.line.atoms[behind]
        opening = self.line.word(0) in _OPENING or self.line.word(0) in word_set("sentence_openings")
        first = group[0].first
        opening = opening or (self.line.word(first - 1) == "and" and self.line.word(first - 2) == ",")
        opened = opening and (word in _MOVES or word.partition(" ")[0].endswith("ed"))
        return (
            opened
            or word in _VERBS
            or not atom.cues.isdisjoint({"travel", "meet", "light", "future", "spoke"})
        )

    def _explained(self, party: Party) -> bool:
        """Whether an office and a name are told of somebody, with a comma between: another one closes what is told."""
        return any(self.line.word(place) == "," for place in range(party.first, party.last))

    def _goes_on(self, here: int) -> bool:
        """Whether a further group belongs to the list: ", and separately with Mr X", "; then Y"."""
        for back in range(here - 1, max(here - 7, -1), -1):
            if self.items[back] in self.covered:
                return True
            word = self.atom(back).word
            if word in ("him", "her", "them", "after", "before", "following") and self._after_him(here):
                continue
            if word in ("that", "those", "another") and self.atom(back + 1).word == "with":
                return True  # "his meeting with A lasted an hour, that with B half as long"
            if ("after", "that") in (
                (self.atom(back - 1).word, word),
                (word, self.atom(back + 1).word),
            ):
                continue  # "with A, after that with B"
            if word.isdigit() or word in _MONTHS:
                continue  # "met A in Rome on 4 April, General B in Paris"
            placed = self.atom(back).sort in "PVCG" and self.atom(back - 1).word in ("in", "at")
            if not placed and word not in word_set("list_goes_on") and word not in word_set("passed_over"):
                linked = self.atom(here - 1).word in ("with", "and")
                return back < here - 1 and linked and word not in _CUTS
        return True

    def _again_to(self, here: int) -> bool:
        """Whether one more is told with "to": "talked to A, then to B and last to C"."""
        return (
            here > 1
            and self.atom(here - 1).word == "to"
            and self.atom(here - 2).word in word_set("then_to")
            and self.cued(0, here, {"spoke"})
        )

    def _again_on(self, here: int) -> bool:
        """Whether one more was called on: "called on the president at his palace, and on the prime minister"."""
        called = any(self.atom(back).word in _CALLED for back in range(here))
        return called and self.words(max(0, here - 2), here) in (
            ["and", "on"],
            ["then", "on"],
            ["later", "on"],
        )

    def _followed_by(self, here: int) -> bool:
        """Whether one more of the same is told: "a meeting with A was followed by one with B", "saw A at ten, B at noon"."""
        words = self.words(here, here + 5)
        if words[0] == "at" and words[1:] and words[1] in word_set("clock"):
            return True
        if words[:2] == ["that", "with"]:
            return True  # "his meeting with A lasted an hour, that with B half as long"
        return words[:2] == ["followed", "by"] and not word_set("one_with").isdisjoint(words[2:4])

    def _after_him(self, here: int) -> bool:
        """Whether "after him" or "before them" stands in front of one more partner."""
        return (
            here > 1
            and self.atom(here - 1).word in ("him", "her", "them")
            and self.atom(here - 2).word in ("after", "before", "following")
        )

    def _behind(self, here: int, group: list[Party]) -> int:
        """The position behind a group."""
        while here < len(self.items) and self.items[here] < group[-1].last:
            here += 1
        return here


def cue_sorts(atom: Atom) -> frozenset[str]:
    """How the reader may use an atom that is a cue here, and no part of a name or of another phrase."""
    return atom.cues if atom.sort in "K|w" else frozenset()


def _ends_objects(atom: Atom, found: list[Party], linked: Set[str]) -> bool:
    """Whether no object of a verb can stand behind this atom: another verb tells something else."""
    if atom.word in _CUTS and not linked:
        return True
    if atom.sort != "K" or (atom.word == "bilateral" and linked):
        return False  # "will discuss bilateral issues with"
    if found:
        return not _VERB_BEHIND.isdisjoint(atom.cues)
    return not _NEXT_VERB.isdisjoint(atom.cues) and "light" not in atom.cues


def several(parties: list[Party] | None) -> list[Party] | None:
    """The parties if they can have met one another, else None."""
    return parties if parties and (len(parties) > 1 or parties[0].plural) else None


def words_behind(clause: Standing, position: int) -> str:
    """The words of the clause behind a position, joined."""
    return " ".join(clause.words(position + 1, len(clause.items)))


def _adverb(word: str) -> bool:
    """Whether a word may stand between "was" and "welcomed by"."""
    return word in ("also", "then", "later", "earlier", "first", "again") or word.endswith("ly")
