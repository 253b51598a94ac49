"""Forums that took place, visits and exercises: engagements that are more than a meeting of two."""

import re
from dataclasses import dataclass

from core.mentions.atoms import Atom
from core.mentions.forums import ForumMention
from core.mentions.parties import Party
from core.mentions.places import Where
from core.reports.clauses import Clause
from core.reports.story import Scene

SIDELINES = frozenset({"sidelines", "sideline", "margins", "margin", "fringes", "edges"})
REACH = 10
DEFENCE = re.compile(r"Defen[cs]e|Chiefs|Army|Armies|Air Force|Nav(?:al|y|ies)|Shangri")


@dataclass(slots=True)
class Gathering:
    """A forum that a clause says took place or will, with the parties named as taking part."""

    mention: ForumMention
    clause: Clause
    at: int
    parties: list[Party]
    subject: list[Party] | None
    sure: bool
    """told outright; otherwise only implied by talks on its sidelines"""
    attended: bool = False


@dataclass(slots=True)
class Journey:
    """Somebody's trip to a country."""

    clause: Clause
    at: int
    subject: list[Party] | None
    where: Where


def cue_sorts(atom: Atom) -> frozenset[str]:
    """How the reader may use this atom if it is a cue."""
    return atom.cues


def find_gatherings(scene: Scene, mentions: list[ForumMention]) -> list[Gathering]:
    """The forums of this line that take place, are attended, or have talks on their sidelines."""
    found: list[Gathering] = []
    for mention in mentions:
        if mention.kind == "exercise":
            continue
        if found and all(a.word in (",", "and", "the", "&") for a in scene.line.atoms[found[-1].mention.last : mention.atom]):
            continue  # "of ministers from the SCO, the CSTO and the CIS": one gathering
        clause = scene.clause_of(mention.atom) or (scene.clauses[0] if scene.clauses else None)
        if clause is None:
            continue
        gathering = _attended(scene, mention, clause) or _held(scene, mention, clause) or _implied(scene, mention, clause)
        if gathering is not None:
            found.append(gathering)
    return found


def _subject(scene: Scene, clause: Clause, before: int) -> list[Party] | None:
    for group in clause.groups:
        if group[0].first < before:
            previous = scene.line.atoms[group[0].first - 1].word if group[0].first else ""
            if previous not in ("with", "by", "of", "from", "for", "in", "at", "on", "to", "between", "'s"):
                return group
    return None


def _attended(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    atoms = scene.line.atoms
    before = [p for p in clause.atoms if mention.atom - REACH <= p < mention.atom]
    told = next((c for c in scene.clauses if c.opener in ("that", "which") and c.atoms and 0 <= c.atoms[0] - mention.last <= 2), None)
    if told is not None and any("attend" in cue_sorts(atoms[p]) for p in told.atoms):
        at = next(p for p in told.atoms if "attend" in cue_sorts(atoms[p]))
        return Gathering(mention, told, at, [], told.groups[0] if told.groups else None, True, True)
    for place in reversed(before):
        sorts = cue_sorts(atoms[place])
        if atoms[place].word in SIDELINES:
            return None
        coming = atoms[mention.atom - 1].word in ("for", "the") and "travel" in sorts and any(atoms[p].word == "for" for p in before if p > place)
        if coming or ("attend" in sorts and atoms[place].word not in ("at", "during")):
            return Gathering(mention, clause, place, _among(scene, clause, mention), _subject(scene, clause, place), True, True)
        if sorts & {"meet", "talk", "call", "sign"} and "light" not in sorts:
            return None
    return None


def _held(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    atoms = scene.line.atoms
    told = next((c for c in scene.clauses if c.opener in ("that", "which") and c.atoms and 0 <= c.atoms[0] - mention.last <= 9), None)
    if told is not None:
        sorts = {"gather"} if told.opener == "which" else {"gather", "light"}
        coming = any(atoms[p].word in ("to", "were", "was") for p in told.atoms)
        at = next((p for p in told.atoms if cue_sorts(atoms[p]) & sorts and (told.opener == "which" or coming)), -1)
        if at >= 0:
            return Gathering(mention, told, at, [], told.groups[0] if told.groups else None, True)
    previous = atoms[mention.atom - 1].word if mention.atom else ""
    back = [a.word for a in atoms[max(0, mention.atom - 4) : mention.atom]]
    if any(w in SIDELINES or w.startswith(("ahead", "eve")) for w in back):
        return None
    for place in clause.atoms:
        if mention.last <= place < mention.last + 10 and atoms[place].word in ("hosted", "chaired", "organised", "organized", "attended", "inaugurated", "conducted", "convened"):
            return Gathering(mention, clause, place, _among(scene, clause, mention), None, True)
        if mention.last <= place < mention.last + 12 and "gather" in cue_sorts(atoms[place]) and previous not in ("of", "at", "with", "to"):
            return Gathering(mention, clause, place, _among(scene, clause, mention), None, True)
    for place in clause.atoms:
        words = [atoms[p].word for p in range(place + 1, mention.atom)] if place < mention.atom else []
        if place < mention.atom and mention.atom - place < REACH and "gather" in cue_sorts(atoms[place]) and ("framework" in words or words[:1] == ["with"]):
            return Gathering(mention, clause, place, [], _subject(scene, clause, place), True)
        if place < mention.atom and atoms[place].word in ("running", "run") and mention.atom - place < REACH:
            return Gathering(mention, clause, place, [], _subject(scene, clause, place), True)
        if place < mention.atom and "gather" in cue_sorts(atoms[place]) and mention.atom - place < REACH and previous in ("for", "of", "the", "their", "at", "in", "of the"):
            return Gathering(mention, clause, place, _among(scene, clause, mention), _subject(scene, clause, place), True)
    if mention.kind in ("mechanism", "pattern"):
        wide = [a.word for a in atoms[max(0, mention.atom - 7) : mention.atom]]
        behind = [a.word for a in atoms[mention.last : mention.last + 2]]
        if "between" in behind and "for" in wide and not {"like", "as"} & set(wide):
            return Gathering(mention, clause, mention.atom, [], None, True)
        if {"at", "during"} & set(wide) and any(cue_sorts(atoms[p]) & {"sign", "joint"} for p in clause.atoms if p < mention.atom):
            return Gathering(mention, clause, mention.atom, [], None, True)
        for place in clause.atoms:
            if place < mention.atom and mention.atom - place < 8 and atoms[place].word in ("joined", "joins", "hold", "held", "holds", "holding") :
                return Gathering(mention, clause, place, [], _subject(scene, clause, place), True)
        return None
    over = {"completion", "conclusion", "close", "end"} & set(back)
    if over or previous in ("during", "at") or {"during", "at", "after", "over"} & set(back[-3:]):
        return Gathering(mention, clause, mention.atom, [], None, bool(over) or "during" in back or "at" in back[-3:], False)
    return None


def _implied(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    back = [a.word for a in scene.line.atoms[max(0, mention.atom - 6) : mention.atom]]
    if any(w in SIDELINES for w in back) and mention.forum is not None and DEFENCE.search(f"{mention.name} {mention.forum.title}"):
        return Gathering(mention, clause, mention.atom, [], None, False)
    return None


def _among(scene: Scene, clause: Clause, mention: ForumMention) -> list[Party]:
    """Parties told as taking part: "attended by ministers of ...", "Among those present were ..."."""
    words = [scene.line.atoms[p].word for p in clause.atoms]
    if not any(w.endswith("attended by") or w in ("joined", "among", "included") for w in words):
        return []
    return [party for group in clause.groups for party in group if party.first > mention.last]


def find_journeys(scene: Scene) -> list[Journey]:
    """The trips of this line: "arrived in Tokyo", "on a three-day visit to Japan", "will travel to"."""
    found: list[Journey] = []
    if scene.line.cues.isdisjoint(("travel", "journey", "portcall")):
        return found
    atoms = scene.line.atoms
    for clause in scene.clauses:
        for place in clause.atoms:
            sorts = cue_sorts(atoms[place])
            if not sorts & {"travel", "journey", "portcall"}:
                continue
            where = _destination(scene, clause, place, journey="journey" in sorts)
            if where is None:
                continue
            subject = _owner(scene, place) or _subject(scene, clause, place)
            if subject is None and clause.antecedent is not None and clause.opener == "who":
                subject = clause.antecedent
            if any(j.where.country == where.country for j in found):
                continue
            found.append(Journey(clause, place, subject, where))
    return found


def _owner(scene: Scene, place: int) -> list[Party] | None:
    """Whose visit it is: "Gallant's trip to Washington"."""
    atoms = scene.line.atoms
    if "journey" not in cue_sorts(atoms[place]):
        return None
    for party in scene.parties:
        if party.last < len(atoms) and atoms[party.last].word in ("'s", "'") and 0 < place - party.last <= 4 and (party.name or party.offices):
            return [party]
    return None


def _destination(scene: Scene, clause: Clause, place: int, *, journey: bool) -> Where | None:
    atoms = scene.line.atoms
    word = atoms[place].word
    for where in scene.places:
        gap = where.first - place
        if 0 < gap <= 6 and where.how != "from" and where.first in clause.atoms and (where.how != "name" or gap <= 2):
            between = [atoms[p].word for p in clause.atoms if place < p < where.first]
            if any("travel" in cue_sorts(atoms[p]) or "meet" in cue_sorts(atoms[p]) for p in clause.atoms if place < p < where.first):
                continue
            if journey or word.endswith(("in", "at", "to", "for", "into", "on")) or word.startswith(("visit", "will visit", "will be visiting", "reached", "is visiting", "arriv", "land", "touch")) or any(w in ("to", "in", "for", "into") for w in between):
                if word in ("is on", "was on", "is in", "was in", "are in", "began", "begins", "starts", "paid", "makes", "made", "is", "stays", "on") and not any("journey" in cue_sorts(atoms[p]) for p in clause.atoms) and word not in ("is in",):
                    continue
                return where
    if journey and place and atoms[place - 1].sort in "PG":  # "his Colombo visit"
        return next((w for w in find_city_before(scene, place)), None)
    return None


def find_city_before(scene: Scene, place: int) -> list[Where]:
    """The city named right before a visit."""
    city = scene.line.atoms[place - 1].sense("city")
    return [Where(city.name, city.country, "to", place - 1, place, "city")] if city is not None else []
