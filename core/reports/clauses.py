"""Cuts a sentence into clauses, so that a verb finds its own subject and objects."""

from collections.abc import Set
from dataclasses import dataclass, field

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.party import Party
from core.mentions.party_groups import groups

_MONTHS = frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
_MEASURED = 4  # atoms at the head of a sentence: "two and a half weeks before"
BREAKS = frozenset({",", ";", "."})
_BE = frozenset({"is", "was", "are", "were", "had", "has"})
_SUBJECTS = frozenset({"he", "she", "they"})
_PREDICATE = 5  # atoms: "was one of the ministers whom"
_DAY_BETWEEN = 5  # atoms: "and on the following Thursday he"
_FINITE = frozenset({"was", "were", "is", "are", "will", "has", "have", "had"})
_STILL_INSIDE = frozenset({"and", "or", "but", ",", "he", "she", "they", "there"})
_SUBORDINATING = frozenset(
    [
        "who",
        "which",
        "whose",
        "where",
        "after",
        "before",
        "when",
        "while",
        "as",
        "since",
        "that",
        "because",
        "although",
    ]
)


@dataclass(slots=True)
class Clause:
    """The atoms of one clause (indices, in order; a relative clause may lie inside its parent)."""

    atoms: list[int] = field(default_factory=list)
    opener: str = ""
    parent: int = -1
    groups: list[list[Party]] = field(default_factory=list)
    antecedent: list[Party] | None = None

    @property
    def aside(self) -> bool:
        """Whether it is a subordinate clause: what it tells is not what the sentence is about."""
        return self.opener in _SUBORDINATING


def clauses(line: Line, parties: list[Party]) -> list[Clause]:
    """The clauses of a sentence in the order in which they begin, with the groups of parties in each."""
    joined = groups(line, parties)
    taken = {place for group in joined for place in range(group[0].first, group[-1].last)}
    breaks = {
        place
        for place, atom in enumerate(line.atoms)
        if (atom.word in BREAKS or atom.word == ":") and not (atom.word == "." and _of_a_month(line, place))
    }
    found = [Clause()]
    current = begin = 0
    for place in sorted(breaks.union(line.barriers)):  # all other atoms stay in the clause that they stand in
        if place in taken:
            continue
        atom = line.atoms[place]
        if atom.word == ":" and not (found[current].opener == "when" and found[current].parent >= 0):
            continue  # only a clause of time ends: "on Tuesday, when the doors opened: A, B and C each came"
        found[current].atoms.extend(range(begin, place))
        begin = place + 1
        if _opens(line, place):
            relative = atom.word in ("who", "which", "whose", "where", "whom")
            found.append(
                Clause([], atom.word, current, [], _last_before(line, place, joined) if relative else None)
            )
            current = len(found) - 1
        elif atom.word == ";" and _list_goes_on(line, place, joined):
            found[current].atoms.append(place)
        elif (atom.word in (";", ".") and found[current].atoms) or _begins_anew(line, place, found[current]):
            found.append(Clause([], ";", -1))
            current = len(found) - 1
        elif atom.word == ":":
            current = found[current].parent
            found[current].atoms.append(place)
        elif (
            atom.word == ","
            and found[current].parent >= 0
            and _closes(line, place, found[current], found, taken)
        ):
            while found[current].parent >= 0:
                current = found[current].parent
            if not found[current].atoms:
                found[current].atoms.append(place)
        else:
            found[current].atoms.append(place)
    found[current].atoms.extend(range(begin, len(line.atoms)))
    for clause in found:
        _let_go(line, clause, found)
    for clause in found if joined else ():
        held = set(clause.atoms)
        clause.groups = [group for group in joined if group[0].first in held]
    return [clause for clause in found if clause.atoms]


def _of_a_month(line: Line, place: int) -> bool:
    """Whether a full stop only cuts a month short: "Sept. 11"."""
    return line.word(place - 1) in _MONTHS and line.sort(place + 1) == "d"


def _list_goes_on(line: Line, place: int, joined: list[list[Party]]) -> bool:
    """Whether people of a list stand behind a semicolon, and no verb: "including General A, Chief of X; Admiral B, ..."."""
    end = next((p for p in range(place + 1, len(line.atoms)) if line.word(p) in (";", ".")), len(line.atoms))
    first = place + 1 + (line.word(place + 1) == "and")
    lists = any(group[0].first == first and (group[0].name or group[0].offices) for group in joined)
    if not lists:
        return False
    return not any(
        (atom.sort == "K" and atom.word not in ("at", "during"))
        or (atom.sort == "w" and (atom.word in _BE or atom.word.endswith("ed")))
        for atom in line.atoms[first:end]
    )


def _let_go(line: Line, clause: Clause, found: list[Clause]) -> None:
    """Gives the main verb back to the clause around: "the framework that will guide it | was signed"."""
    if clause.opener not in ("that", "who", "which") or clause.parent < 0:
        return
    said = line.word(clause.atoms[0] - 2) if clause.opener == "that" and clause.atoms else ""
    if said in word_set("reporting_verbs") or said.endswith("ed"):
        return  # "confirmed that a meeting of A and B was held"
    seen = False
    for index, place in enumerate(clause.atoms):
        atom = line.atoms[place]
        finite = atom.sort in "Kw" and atom.word.split(" ")[0] in _FINITE
        finite = finite or (clause.opener == "who" and index > 1 and _met(line, place))
        if seen and finite and index and line.word(clause.atoms[index - 1]) not in _STILL_INSIDE:
            outer = found[clause.parent]
            outer.atoms = sorted([*outer.atoms, *clause.atoms[index:]])
            clause.atoms = clause.atoms[:index]
            return
        seen = seen or atom.sort == "K" or atom.word.endswith("ed") or atom.word in _FINITE


def _met(line: Line, place: int) -> bool:
    """Whether a verb of meeting in the past tense stands here: "Ministers who are here for the show | called on him"."""
    atom = line.atoms[place]
    verb = atom.word.split(" ")[0]
    return "meet" in atom.cues and (verb == "met" or verb.endswith("ed")) and line.word(place - 1) != "to"


def _last_before(line: Line, place: int, joined: list[list[Party]]) -> list[Party] | None:
    """The group that begins last before this atom; whom it stands for in "Ms A was the other minister | whom he met"."""
    before = sorted((group for group in joined if group[0].first < place), key=lambda group: group[0].first)
    if len(before) > 1 and line.word(place) == "whom" and not (before[-1][0].name or before[-1][0].countries):
        end = before[-2][-1].last
        end += line.word(end) == ","
        if line.word(end) in _BE and before[-2][0].name and before[-1][0].first - end <= _PREDICATE:
            return before[-2]
    return before[-1] if before else None


def _opens(line: Line, place: int) -> bool:
    atom = line.atoms[place]
    if atom.sense("barrier") is None or atom.sort not in ("|", "K", "w"):
        return False
    following = line.atoms[place + 1].word if place + 1 < len(line.atoms) else ""
    previous = line.atoms[place - 1].word if place else ""
    if atom.word == "that" and previous in (
        "to",
        "of",
        "in",
        "by",
        "at",
        "on",
        "for",
        "with",
        "from",
        "after",
        "before",
        "during",
    ):
        return False
    if atom.word == "following" and previous == "the":
        return False  # "received the following visitors"
    if atom.word == "that" and following in ("of", "day", "meeting", "month", "year"):
        return False
    if atom.word == "that" and previous in (",", "and") and following in ("with", "between"):
        return False  # "his talks with A, and that with B"
    if atom.word == "as" and following in ("well", "part", "a", "an", "his", "the"):
        return False
    if atom.word == "since" and line.sort(place + 2) == "d" and line.sort(place + 1) in ("w", "K"):
        return False  # "since October 2015"
    if atom.word == "after" and previous == "one" and following in ("the", "another"):
        return False  # "one after the other"
    if atom.word in ("before", "after") and following in word_set("meals") and line.sort(place + 2) != "K":
        return False  # "Before lunch on Saturday he had been"
    if atom.word == "until" or (
        atom.word == "since"
        and not any(a.sort == "K" or a.word.endswith("ed") for a in line.atoms[place + 1 : place + 6])
    ):
        return False
    if atom.word in ("told", "said", "says", "added"):
        return False
    if atom.word in ("before", "after") and 1 <= place <= _MEASURED and previous in word_set("time_measures"):
        return not _noun_phrase(
            line, place + 1, word_set("plain_verbs")
        )  # "A month before the leaders come to X,"
    return not (
        atom.word in ("before", "after", "following", "despite", "amid", "against", "including")
        and _noun_phrase(line, place + 1)
    )


def _noun_phrase(line: Line, place: int, verbs: Set[str] = frozenset()) -> bool:
    """True when what follows "after" is a thing and no clause: "after the meeting,"; `verbs` are more that make it one."""
    for atom in line.atoms[place : place + 8]:
        if atom.word in verbs:
            return False
        if atom.word in (",", "."):
            return True
        if atom.sort == "K" and atom.sense("cue").sort not in ("talk", "journey", "future"):
            return False
    return True


def _closes(line: Line, place: int, clause: Clause, found: list[Clause], taken: Set[int]) -> bool:
    """Whether this comma ends the clause and goes back to the one around it."""
    if not clause.atoms:
        return False
    following = line.atoms[place + 1] if place + 1 < len(line.atoms) else None
    if following is None:
        return True
    told = _opens_with_verb(line, clause) or any(
        line.atoms[p].sort == "K"
        or line.atoms[p].word.endswith("ed")
        or line.atoms[p].word in ("is", "was", "are", "were")
        for p in clause.atoms
        if p not in taken
    )
    if (
        not told
        and (following.sort == "K" or following.word.endswith("ed") or following.word in _FINITE)
        and (
            clause.opener in ("where", "when", "who", "which", "that", "after", "before", "while")
            or (clause.opener in ("as", "once") and any(line.word(p) == "," for p in clause.atoms))
        )  # "as HMS X, a frigate, | came alongside"; not "will be sworn in as president in October, | received him"
    ):
        return False  # "where he and his opposite number, General X, | went over"
    return not (
        following.word in ("and", "but", "or")
        and found[clause.parent].atoms
        and clause.opener not in ("after", "before", "when", "while", "since")
    )


def _opens_with_verb(line: Line, clause: Clause) -> bool:
    """Whether a verb in the present tense stands right behind "who": "who travels with him, | was received by"."""
    first = line.atoms[clause.atoms[0]]
    long = len(first.word) > len("this") and first.word not in ("besides", "always", "perhaps", "sometimes")
    return clause.opener == "who" and first.sort == "w" and first.word.endswith("s") and long


def _begins_anew(line: Line, place: int, clause: Clause) -> bool:
    """Whether the sentence leaves a relative clause for one more main clause: ", and on Thursday he sat in on"."""
    relative = clause.opener in ("which", "who", "whose", "that") and clause.atoms
    if not relative and clause.opener in ("", ";") and _another_subject(line, place, clause):
        return True
    if not relative or line.word(place) != "," or line.word(place + 1) not in ("and", "but"):
        return False
    place += 1
    here = place + 1
    while here - place <= _DAY_BETWEEN and line.sort(here) in ("w", "d") and line.word(here) not in _SUBJECTS:
        here += 1
    return line.word(here) in _SUBJECTS


def _another_subject(line: Line, place: int, clause: Clause) -> bool:
    """Whether somebody named does something of his own from here on: "held talks a day earlier, and Jeong will meet Y on"."""
    if line.word(place) != "," or line.word(place + 1) not in ("and", "while") or line.sort(place + 2) != "N":
        return False
    if line.word(place + 3) not in ("will", "would", "is to", "is due", "will be"):
        return False
    told = [line.atoms[p] for p in clause.atoms]
    return any(atom.sort == "K" and not atom.cues.isdisjoint(("meet", "talk")) for atom in told) and all(
        "future" not in atom.cues for atom in told
    )
