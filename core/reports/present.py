"""Who was at a gathering, as the lines behind it tell."""

import re
from functools import cache

from core.lexicon.cards import Label, label_of
from core.lexicon.words import phrase_pattern, word_set
from core.model import BlockKind
from core.reports.story import Scene
from core.reports.telling import Telling

_NEXT_LINES = 2
_HEAD = 2  # characters
_LATER_LINES = 20  # how far behind a gathering others are told of as present


def take_in_those_present(telling: Telling, here: Scene, number: int) -> None:
    """Adds who else took part in the gathering told last: "was in the hall too", "is to join by video link"."""
    if _at_those_talks(telling, here, number):
        return
    event = telling.last_gathering
    if event is None or number - max(event.lines) > _LATER_LINES:
        return
    text = here.line.sentence.text
    labelled = (
        text.endswith((" attended.", " took part."))
        or (":" in text and _label().match(text))
        or (text.startswith("Joining ") and " were " in text)
    )
    present = (
        labelled
        or _meeting_of().match(text)
        or _on_the_list(telling, number)
        or phrase_pattern("presence").search(text)
        or _countries_spoke(here)
    )
    if not present or phrase_pattern("absence").search(text):
        return
    away = _away(here)
    for party in here.parties:
        unknown = party.role == "pronoun" or (party.role == "counterpart" and not party.countries)
        if unknown or not (party.countries or party.name):
            continue
        if party.first in away:
            continue
        for side in telling.settled([party], number, subject=False, others=[]):
            known = [other for other in event.sides if other.country == side.country]
            if not known or (side.figure is not None and all(s.figure is not side.figure for s in known)):
                event.sides.append(side)
    event.add_countries(_navies(here))
    event.lines.append(number)


def _away(here: Scene) -> set[int]:
    """The atoms of a line that tell who did not come: "while those of Mali are absent", "except Niger and Mali"."""
    line = here.line
    found = _not_there().search(line.words.text)
    if found is None:
        return set()
    at = here.atom_at(found.start())
    if found["but"]:
        return set(range(at, len(line.atoms)))
    clause = here.clause_of(at)
    return set(clause.atoms) if clause is not None else set()


@cache
def _meeting_of() -> re.Pattern[str]:
    """Finds what tells who was there at the head of a line: "The council meeting brought together", "It was held in the
    presence of".
    """
    noun = "meeting|session|conference|gathering|forum|event|dialogue|summit|symposium|conclave|council"
    did = r"brought together|brings together|grouped|gathered|drew|was held (?:in the presence|with the participation) of|(?:was|is) (?:also )?(?:being )?attended by"
    aside = r"(?: ?, which [^,]{3,60},)?"
    return re.compile(rf"(?:(?:The|This) (?:[\w-]+ ){{0,4}}(?:{noun}){aside}|It) (?:also )?(?:{did})\b")


@cache
def _not_there() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?P<but>except(?:ing)?|excluding|with the exception of|apart from|other than)|absent|missing|skipped|boycotted)\b"
    )


def _on_the_list(telling: Telling, number: int) -> bool:
    """Whether a bullet stands in a list headed "Participants" or "Those taking part:"."""
    back = number
    while back and telling.scenes[back].line.sentence.kind is BlockKind.BULLET:
        back -= 1
    head = telling.scenes[back].line.sentence.text
    return back != number and (label_of(head) is Label.WHO or _those_there().search(head) is not None)


@cache
def _those_there() -> re.Pattern[str]:
    """Finds what heads a list of those who came: "Among the participants of the meeting were:"."""
    return re.compile(
        r"(?i)\b(?:participants|attended|attending|attendees|present|took part|taking part|included)\b[^:.]{0,60}:\s*$"
    )


def at_that_table(telling: Telling, here: Scene, number: int) -> bool:
    """Whether a line tells who was at the gathering of a line before: "At the table sat, among others, A and B"."""
    event = telling.last_gathering
    if event is None or not 0 < number - max(event.lines) <= _NEXT_LINES:
        return False
    match = phrase_pattern("round_the_table").search(here.line.words.text)
    presence = "presence" in here.line.words.folded and _meeting_of().match(here.line.words.text) is not None
    return presence or (match is not None and match.start() <= _HEAD)


def _at_those_talks(telling: Telling, here: Scene, number: int) -> bool:
    """Takes in who "was also present" at the talks of two that the line before told; False where none were told there."""
    last = telling.events[-1] if telling.events else None
    if last is None or last.line != number - 1 or not last.kind.two_sided or last is telling.last_gathering:
        return False
    if not phrase_pattern("also_present").search(here.line.words.text):
        return False
    named = [party for party in here.parties if party.name]
    for side in telling.settled(named, number, subject=False, others=[]) if named else ():
        if side.country in last.countries and all(other.figure is not side.figure for other in last.sides):
            last.sides.append(side)
    return True


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


@cache
def _label() -> re.Pattern[str]:
    """Finds what heads a list of those who came: "Present in the hall:", "Observer:", "Around the table:"."""
    who = "Present|Attending|Attended|Participants?|Participating|Observers?|Guests?|Members|Invitees|Delegations|Attendees|Speakers"
    return re.compile(
        rf"(?:Also |Those |Countries |Other )?(?i:{who}|around the table|in the (?:room|hall)|who (?:was|came))\b[^:.;]{{0,30}}:"
    )
