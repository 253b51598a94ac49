"""The legs of a trip that one sentence tells: "flew to Ankara on Monday for talks with A, and to Doha on Tuesday to meet B".

Talks of the second leg have its town and its day, and not those of the first.
"""

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.reports.story import Scene

_BACK = 5  # atoms: "before travelling on later to"
_TOWARDS = ("to", "for", "in", "at", "into")
_JOINS = ("and", "before", "then", ";")


def own_leg(scene: Scene, at: int) -> tuple[int, int] | None:
    """The atoms, from first up to not including last, of the leg in which this atom stands; None if the line tells of one leg only."""
    towns = [w for w in scene.places if w.word == "city" and w.country and w.first]
    if len({w.city for w in towns}) < 2:
        return None
    starts = [start for w in towns if (start := _leg_start(scene.line, w.first)) > 0]
    starts = [start for start in starts if any(w.first < start for w in towns)]
    if not starts:
        return None
    first = max((start for start in starts if start <= at), default=0)
    last = min((start for start in starts if start > at), default=len(scene.line.atoms))
    return first, last


def _leg_start(line: Line, place: int) -> int:
    """Where the leg to this town begins: at "and to", "before travelling on to"; -1 if none does."""
    if line.word(place - 1) not in _TOWARDS and not line.word(place - 1).endswith((" to", " for")):
        return -1
    to = line.word(place - 1).endswith(("to", "for", "into"))
    for back in range(place - 1 if not to else place - 2, max(place - 2 - _BACK, 0), -1):
        word = line.word(back)
        if word in _JOINS:
            return back if to else -1
        if back < place - 1 and not set(word.split(" ")) <= word_set("goes_on_to"):
            return -1
    return -1
