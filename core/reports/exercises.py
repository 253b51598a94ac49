"""Named exercises that a line says were held, are under way or will be, with the countries that take part."""

from dataclasses import dataclass

from core.mentions.forums import ForumMention
from core.reports.gatherings import cue_sorts
from core.reports.story import Scene

TELLING = frozenset({"gather", "light", "attend", "future", "travel"})
RUNNING = frozenset(
    "run running held holding hold conducted conducting conduct under underway way commenced commences commence culminated "
    "began begins begin concluded concludes opened open declared kicked kicks started starts scheduled practised ended end "
    "wrapped flagged inaugurated hosting hosts hosted taking take took part participated participating participate joined".split()
)
ASIDE = frozenset({"called", "known", "named", "other", "previous", "sister", "like", "such", "besides", "regular", "regularly"})


@dataclass(slots=True)
class Drill:
    """An exercise told by one line: where in it, and which countries the line names beside it."""

    mention: ForumMention
    countries: list[str]
    told: bool
    """held, under way or planned in so many words, or dated; otherwise only named"""


def find_drills(scene: Scene, mentions: list[ForumMention]) -> list[Drill]:
    """The exercises of one line."""
    found: list[Drill] = []
    for mention in mentions:
        if mention.kind != "exercise":
            continue
        atoms = scene.line.atoms
        clause = scene.clause_of(mention.atom)
        near = {w for p in (clause.atoms if clause else range(len(atoms))) for w in atoms[p].word.split()}
        before = {w for a in atoms[max(0, mention.atom - 5) : mention.atom] for w in a.word.split()}
        told = bool(near & RUNNING) or any(cue_sorts(a) & TELLING for a in atoms) and bool(scene.dates) or bool(scene.dates)
        if before & ASIDE:
            told = False
        if any(d.mention.name == mention.name for d in found):
            continue
        found.append(Drill(mention, countries_named(scene), told))
    return found


def countries_named(scene: Scene) -> list[str]:
    """The countries that a line names as themselves or by an adjective, in order."""
    out: list[str] = []
    atoms = scene.line.atoms
    for place, atom in enumerate(atoms):
        if atom.sort in "CA" and atom.value not in out and not _only_place(scene, place):
            out.append(atom.value)
    return out


def _only_place(scene: Scene, place: int) -> bool:
    return any(w.first <= place < w.last and w.how in ("at", "to") for w in scene.places)
