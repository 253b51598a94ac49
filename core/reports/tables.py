"""Who sat at which table: the sides of a draft become one engagement, or one with each partner."""

from collections.abc import Sequence

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.model import Kind
from core.reports.draft import Draft
from core.reports.story import Event, Side


def tables(
    draft: Draft, left: list[Side], right: list[Side], line: Line, told: Sequence[Event]
) -> list[list[Side]]:
    """The sides of each engagement that a draft stands for; none if only one country is told."""
    codes_left = list(dict.fromkeys(s.country for s in left))
    codes_right = list(dict.fromkeys(s.country for s in right))
    everybody = list(dict.fromkeys((*codes_left, *codes_right)))
    if len(everybody) < 2:
        return []
    if draft.together and len(everybody) > 2:
        return [left + right]
    if both_ministers(left) and both_ministers(right):
        return [left + right]
    if not right:
        return [left] if len(codes_left) >= 2 else []
    if len(everybody) > 2 and _known_table(everybody, told) and not _apart(line):
        return [left + right]
    if len(codes_left) == 1:
        return _one_by_one(left, right)
    if len(codes_right) == 1 and len(everybody) > 2:
        return [[side, *right] for side in left if side.country != codes_right[0]]
    return [left + right]


def both_ministers(sides: list[Side]) -> bool:
    """Whether these are the foreign and the defence minister of one country: half of a 2+2."""
    tracks = sorted(side.figure.track for side in sides if side.figure is not None)
    return tracks == ["defence", "diplomatic"] and len({side.country for side in sides}) == 1


def _one_by_one(left: list[Side], right: list[Side]) -> list[list[Side]]:
    home = left[0].country
    out: list[list[Side]] = []
    for side in right:
        if side.country == home:
            continue
        if any(t[-1].country == side.country and (side.figure is None or t[-1].figure is None) for t in out):
            continue
        out.append([*left, side])
    return out


def _known_table(codes: list[str], told: Sequence[Event]) -> bool:
    """Whether a meeting of just these countries has been told before."""
    return any(e.kind is Kind.MULTILATERAL and set(e.countries) == set(codes) for e in told)


def _apart(line: Line) -> bool:
    """Whether a line says that partners were met one after the other."""
    apart = word_set("one_by_one")
    return any(word in apart for atom in line.atoms for word in atom.word.replace(" - ", "-").split())
