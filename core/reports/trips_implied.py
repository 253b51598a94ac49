"""Trips told by where somebody is: "is due in Nairobi on Monday", "has been in Kenya since Monday", "is sending X to Kenya"."""

from collections.abc import Iterator

from core.lexicon.words import word_set
from core.mentions.party import Party
from core.mentions.where import Where
from core.reports.clauses import Clause
from core.reports.settle import LOOSE
from core.reports.story import Scene
from core.reports.trips_told import Journey

_BACK = 6  # atoms between somebody and "expected in"
_ASIDES = frozenset({"if", "whether", "that", "which", "where", "because", "although"})


def implied_trips(scene: Scene) -> list[Journey]:
    """The one trip of a person of office that a line with a day tells by where he is, was sent or is expected."""
    if all(mention.phrase.kind in LOOSE for mention in scene.dates):
        return []
    found = [
        trip for clause in scene.clauses if clause.opener not in _ASIDES for trip in _of_one(scene, clause)
    ]
    return found if len(found) == 1 else []


def _of_one(scene: Scene, clause: Clause) -> Iterator[Journey]:
    for where in scene.places:
        if (
            where.word not in ("city", "country")
            or where.how not in ("at", "to")
            or where.first not in clause.atoms
        ):
            continue
        link = where.first - 1 - (scene.line.word(where.first - 1) == "the")
        if link < 1 or scene.line.word(where.last) in ("'s", "-"):
            continue
        who = _is_there(scene, clause, where, link) or _sent_there(scene, clause, link)
        if who is not None and all(where.country not in party.countries for party in who):
            yield Journey(clause, max(link - 1, 0), who, where)


def _is_there(scene: Scene, clause: Clause, where: Where, link: int) -> list[Party] | None:
    """Who is told to have been or to be due there."""
    line = scene.line
    verb = line.word(link - 1).rsplit(" ", 1)[-1]
    if where.how == "at" and verb in word_set("is_there"):
        who = scene.subject_before(clause, link - 1)
        return who if _person(who) and _right_behind(scene, who, link - 1) else None
    return None


def _sent_there(scene: Scene, clause: Clause, link: int) -> list[Party] | None:
    """Who was sent there: "India is sending Mr X, its defence minister, to Kenya"."""
    line = scene.line
    if line.word(link) != "to":
        return None
    for group in clause.groups:
        between = [line.word(place) for place in range(group[-1].last, link)]
        sent = line.word(group[0].first - 1).rsplit(" ", 1)[-1]
        if sent in word_set("sends") and all(word == "," for word in between) and _person(group[:1]):
            return group[:1]
    return None


def _right_behind(scene: Scene, who: list[Party] | None, verb: int) -> bool:
    """Whether nothing but helping words and days stands between somebody and the verb."""
    if not who:
        return False
    between = [scene.line.atoms[place] for place in range(who[-1].last, verb)]
    return len(between) <= _BACK and all(a.sort in "wd,K" and a.word not in ("and", "said") for a in between)


def _person(parties: list[Party] | None) -> bool:
    """Whether one person is told of, by name or office."""
    if parties is None or len(parties) != 1:
        return False
    one = parties[0]
    return not one.plural and one.role in ("person", "counterpart", "guest") and bool(one.name or one.offices)
