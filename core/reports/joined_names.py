"""Talks told by the names of their countries alone: "India-Vietnam defence talks were held in Hanoi".

Also "the Italian-Egyptian military committee met" and "Egypt and Cyprus held the defence committee". Only talks of
defence are read so: the words round the noun must tell of it (`of_defence` in words.yaml), or an officer or a minister
of defence must be spoken of. What the lexicon knows as a forum is read elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.party import Party
from core.model import BlockKind, Kind, Status
from core.reports.chairs import chaired_by
from core.reports.clauses import Clause
from core.reports.setting import give_setting
from core.reports.status import status_of
from core.reports.story import Event, Scene, Side
from core.reports.telling import Telling
from core.reports.together import TRILATERAL

_NOUN_PHRASE = 6  # atoms between the countries and the noun of talks
_BEHIND = 5  # atoms: "working group on missile defence"
_THREE = 3
_REGULAR = frozenset(
    {
        "a",
        "an",
        "the",
        "their",
        "its",
        "annual",
        "regular",
        "latest",
        "next",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "meeting",
        "session",
        "round",
        "of",
        "inaugural",
        "yearly",
    }
)
_BODY = 12  # atoms: "the fourth regular meeting of their joint military"
_HELD = frozenset({"held", "hold", "convened", "convene", "concluded", "opened", "conducted"})
_HAD = frozenset({"had", "have", "has", "having", "gave", "scheduled", "due for"})
_DASHES = ("-", "\u2013", "\u2014", "/")


@dataclass(slots=True)
class Joined:
    """Countries joined by dashes, and the talks that they are the attribute of."""

    codes: list[str]
    at: int
    """the atom of the noun"""
    forum: tuple[int, int] | None
    """the atoms of a name of its own: "joint military committee"; None for mere talks"""


def joined_talks(telling: Telling, here: Scene, number: int) -> list[Event]:
    """The talks of this line that are told by the names of their countries; [] if it tells of none."""
    dashed = any(dash in here.line.words.words for dash in _DASHES)
    joined = next(find_joined(here), None) if dashed else None
    joined = joined or _their_own_body(here) or _body_with(telling, here)
    clause = here.clause_of(joined.at) if joined is not None else None
    if joined is None or clause is None or not _held(here.line, clause, joined):
        return []
    status = status_of(here, clause, joined.at)
    three = len(joined.codes) >= _THREE
    named = (m for m in here.forums if m.atom <= joined.at < m.last and m.kind != "organisation")
    if status is None or any(m.name != TRILATERAL or not three for m in named):
        return []
    chairs = chaired_by(here)
    sides = telling.settled(chairs, number, subject=True, others=[]) if chairs else []
    sides = [side for side in sides if side.country in joined.codes]
    have = {side.country for side in sides}
    sides += [
        Side(code, None, Party(0, 0, role="country"), number) for code in joined.codes if code not in have
    ]
    kind = Kind.MULTILATERAL if three else Kind.BILATERAL
    event = Event(kind, sides, number, "talks", joined.at, status, lines=[number])
    event.weak = here.line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
    give_setting(telling, event, here, clause, joined.at)
    if joined.forum is not None:
        event.forum, event.forum_told = here.line.printed(*joined.forum), True
        event.forum_span = here.line.offsets(*joined.forum)
    elif three and "trilateral" in here.line.words.folded:
        event.forum = TRILATERAL
    if event.status is Status.PLANNED and not (event.timed or event.place_told):
        return []
    return [event]


def find_joined(here: Scene) -> Iterator[Joined]:
    """The talks of a line that joined names of countries tell, from left to right."""
    line = here.line
    dashes = [place for place, atom in enumerate(line.atoms) if atom.word in _DASHES]
    for place in dashes:
        if not _code(line, place - 1) or not _code(line, place + 1):
            continue
        if line.word(place - 2) in _DASHES and _code(line, place - 3):
            continue  # not the first dash of "Japan-India-Australia"
        codes, behind = [_code(line, place - 1)], place
        while line.word(behind) in _DASHES and _code(line, behind + 1):
            codes.append(_code(line, behind + 1))
            behind += 2
        found = _noun(here, behind, list(dict.fromkeys(codes)))
        if found is not None and len(found.codes) > 1:
            yield found


def _code(line: Line, place: int) -> str:
    """The country that an atom names, "Indo" before a dash too; "" if it names none."""
    if line.word(place) == "indo" and line.word(place + 1) in _DASHES and line.sort(place) != "N":
        return "IND"
    return str(line.atoms[place].value) if line.sort(place) in ("C", "A", "G") else ""


def _noun(here: Scene, behind: int, codes: list[str]) -> Joined | None:
    """The talks whose noun stands behind joined names; None for "the India-China border" and for talks of other things."""
    line = here.line
    first = line.word(behind - 1).split(" ")
    for at in range(behind, min(behind + _NOUN_PHRASE, len(line.atoms))):
        atom = line.atoms[at]
        word = atom.word.rsplit(" ", 1)[-1]
        session = atom.sort == "w" and word in word_set("joint_bodies")
        if session or (atom.sort in "K|F" and "talk" in atom.cues):
            if line.atoms[at + 1 :] and "talk" in line.atoms[at + 1].cues:
                continue  # "dialogue meeting"
            words = first[1:] + [w for p in range(behind, at + 1) for w in line.word(p).split(" ")]
            words += _topic(line, at + 1)
            three = len(codes) >= _THREE and not word_set("small_groups").isdisjoint(words)
            if word_set("of_defence").isdisjoint(words) and not (three or _of_soldiers(here)):
                return None
            return Joined(codes, at, (behind, at + 1) if session else None)
        if atom.sort not in ("w", "-", "A", "O", "S", "'") and not (
            atom.sort == "K" and " " not in atom.word
        ):
            return None
    return None


def _of_soldiers(here: Scene) -> bool:
    """Whether a line speaks of an officer, or of somebody who holds an office of defence."""
    return any(party.rank or any(o.track == "defence" for o in party.offices) for party in here.parties)


def _their_own_body(here: Scene) -> Joined | None:
    """As in "Egypt and Cyprus held the fourth meeting of their joint military committee"."""
    line = here.line
    for clause in here.clauses:
        group = clause.groups[0] if clause.groups else []
        codes = list(dict.fromkeys(code for party in group for code in party.countries))
        if (
            len(codes) < 2
            or any(party.role != "country" for party in group)
            or line.word(group[-1].last) not in _HELD
        ):
            continue
        behind = group[-1].last + 1
        for at in range(behind, min(behind + _BODY, len(line.atoms))):
            if line.word(at) in word_set("joint_bodies"):
                words = [word for p in range(behind, at + 1) for word in line.word(p).split(" ")]
                told = not word_set("of_defence").isdisjoint([*words, *_topic(line, at + 1)])
                theirs = next(
                    (
                        p
                        for p in range(behind, at + 1)
                        if line.word(p) not in _REGULAR and line.sort(p) in "wKNO"
                    ),
                    at,
                )
                return Joined(codes, at, (theirs, at + 1)) if told else None
            if line.sort(at) not in ("w", "d", "-", "K", "|", "N", "O"):
                break
    return None


def _body_with(telling: Telling, here: Scene) -> Joined | None:
    """As in "India's joint commission with Oman met in Muscat", "The joint military committee with Kenya held its session"."""
    line = here.line
    if "joint" not in line.words.folded:
        return None
    for at, atom in enumerate(line.atoms):
        if atom.word not in word_set("joint_bodies") or "joint" not in _words(line, at - _NOUN_PHRASE, at):
            continue
        link = next((p for p in range(at + 1, at + _BEHIND) if line.word(p) == "with"), -1)
        partner = link + 1 + (line.word(link + 1) == "the")
        if link < 0 or line.sort(partner) != "C":
            continue
        first = next(p for p in range(at, -1, -1) if "joint" in line.word(p).split(" "))
        owner = first - 1 - (line.word(first - 1) == "'s")
        told = _code(line, owner) if owner >= 0 else ""
        home = telling.cast.home or (telling.dateline.country if telling.dateline is not None else "")
        codes = [told or home, str(line.atoms[partner].value)]
        words = [*_words(line, first, at + 1), *_topic(line, at + 1), *_topic(line, partner + 1)]
        if word_set("of_defence").isdisjoint(words) and not _of_soldiers(here):
            return None
        return Joined(codes, at, (first, at + 1)) if codes[0] and len(set(codes)) > 1 else None
    return None


def _words(line: Line, first: int, last: int) -> list[str]:
    """The words of some atoms of a line, phrases taken apart."""
    return [word for p in range(max(0, first), last) for word in line.word(p).split(" ")]


def _topic(line: Line, place: int) -> list[str]:
    """The words of "on missile defence" behind a noun of talks."""
    if line.word(place) not in ("on", "for"):
        return []
    return [word for p in range(place + 1, place + _BEHIND) for word in line.word(p).split(" ")]


def _held(line: Line, clause: Clause, joined: Joined) -> bool:
    """Whether a verb tells that talks were held, attended, or will be."""
    behind = [line.atoms[p] for p in clause.atoms if p > joined.at]
    if behind and behind[0].word == "with" and behind[-1].word == "meet":
        return True
    if any("gather" in atom.cues or atom.word in word_set("chaired") for atom in behind):
        return True
    before = [line.atoms[p] for p in clause.atoms if p < joined.at]
    return any(atom.cues & {"attend", "gather", "light"} and atom.word not in _HAD for atom in before)
