"""Packs the marks of a timeline's lane: what would overlap is stacked upward from the lane's base line."""

from bisect import bisect_left, insort
from collections.abc import Sequence

WIDE = 2.5  # dots: a longer mark is laid at the base, under the dots


def stack(starts: Sequence[float], ends: Sequence[float], ranks: Sequence[int], dot: float) -> list[int]:
    """The level of each mark, 0 at the base: the lowest that is free over the mark's whole width.

    Long bars go first, the longest lowest; then marks by `ranks`, then by start, so that a forum's own meeting
    is the foot of the column of talks held beside it. `dot` is the width of a dot in the units of `starts`.
    """
    order = sorted(
        range(len(starts)), key=lambda i: (*_turn(ends[i] - starts[i], dot), ranks[i], starts[i], i)
    )
    levels = [0] * len(starts)
    taken: list[list[tuple[float, float]]] = []
    for i in order:
        level = next((n for n, row in enumerate(taken) if _free(row, starts[i], ends[i])), len(taken))
        if level == len(taken):
            taken.append([])
        insort(taken[level], (starts[i], ends[i]))
        levels[i] = level
    return levels


def _turn(width: float, dot: float) -> tuple[int, float]:
    return (0, -width) if width > WIDE * dot else (1, 0.0)


def _free(row: list[tuple[float, float]], start: float, end: float) -> bool:
    """Whether nothing in the sorted `row` overlaps the span; ends that touch do not."""
    at = bisect_left(row, (start, end))
    before = at == 0 or row[at - 1][1] <= start
    after = at == len(row) or row[at][0] >= end
    return before and after
