from itertools import pairwise

import pytest

from core.views.packing import stack


@pytest.mark.parametrize(
    ("spans", "ranks", "levels"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([(0, 1), (5, 6)], [0, 0], [0, 0], id="apart: both on the base"),
        pytest.param([(0, 1), (1, 2)], [0, 0], [0, 0], id="touching is not overlapping"),
        pytest.param(
            [(0, 1), (0, 1), (0, 1)], [2, 1, 0], [2, 1, 0], id="a column: the lowest rank is its foot"
        ),
        pytest.param([(0, 1), (0.5, 1.5), (1, 2)], [0, 0, 0], [0, 1, 0], id="a gap is filled"),
        pytest.param(
            [(0, 1), (0, 12), (0, 30)],
            [0, 0, 0],
            [2, 1, 0],
            id="long bars lie under dots, the longest lowest",
        ),
        pytest.param([(0, 2), (0, 1)], [1, 0], [1, 0], id="a short bar keeps its rank"),
    ],
)
def test_levels(spans: list[tuple[float, float]], ranks: list[int], levels: list[int]) -> None:
    assert stack([a for a, _ in spans], [b for _, b in spans], ranks, 1.0) == levels


def test_no_two_marks_of_a_level_overlap() -> None:
    starts = [(n * 37) % 101 / 3 for n in range(200)]
    ends = [start + 1 + n % 4 for n, start in enumerate(starts)]
    levels = stack(starts, ends, [n % 5 for n in range(200)], 1.0)
    for level in range(max(levels) + 1):
        row = sorted((starts[n], ends[n]) for n in range(200) if levels[n] == level)
        assert all(a[1] <= b[0] for a, b in pairwise(row))
