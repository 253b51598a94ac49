"""Which points of the network have their name beside them: as many as fit; the others tell it on hover."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

WIDE: Final = 1000.0  # pixels of the figure on a screen, and on a phone
NARROW: Final = 330.0
LETTER: Final = 6.3  # pixels: a letter of 12 px text on average, and a line of it
LINE: Final = 15.0
Box = tuple[float, float, float, float]  # left, top, right, bottom
Spot = tuple[float, float, float]  # where a point stands, in pixels from the top left, and half its size

# Where a name may stand, the best place first, with its middle in widths and heights of its box from the point's edge.
PLACES: Final[Mapping[str, tuple[float, float]]] = {
    "top center": (0, -0.6),
    "bottom center": (0, 0.6),
    "middle right": (0.5, 0),
    "middle left": (-0.5, 0),
}


def placed(
    names: Sequence[str], spots: Sequence[Spot], width: float, fixed: Mapping[int, str]
) -> dict[int, str]:
    """The place of each name that fits in a figure so wide, by the point's number; those of `fixed` stay.

    The points come most important first. A name touches no other name, no point but its own and no side of the figure.
    """
    points = [(x - half, y - half, x + half, y + half) for x, y, half in spots]
    found, taken = dict(fixed), [_box(names[at], spots[at], place) for at, place in fixed.items()]
    for at, name in enumerate(names):
        if at in found:
            continue
        others = points[:at] + points[at + 1 :]
        for place in PLACES:
            box = _box(name, spots[at], place)
            if box[0] >= 0 and box[2] <= width and not _touches(box, [*taken, *others]):
                found[at] = place
                taken.append(box)
                break
    return found


def _box(name: str, spot: Spot, place: str) -> Box:
    x, y, half = spot
    wide, (right, down) = LETTER * len(name), PLACES[place]
    middle = x + right * wide + (half + 3) * ((right > 0) - (right < 0))
    level = y + down * LINE + half * ((down > 0) - (down < 0))
    return middle - wide / 2, level - LINE / 2, middle + wide / 2, level + LINE / 2


def _touches(box: Box, others: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    return any(left < r and le < right and top < b and to < bottom for le, to, r, b in others)
