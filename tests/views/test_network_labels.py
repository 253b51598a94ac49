"""Names beside the points of the network: as many as fit."""

import pytest

from core.views.network_labels import placed


@pytest.mark.parametrize(
    ("names", "spots", "width", "expected"),
    [
        pytest.param(["India"], [(100, 100, 5)], 200, {0: "top center"}, id="room above"),
        pytest.param(["India"], [(5, 100, 5)], 200, {0: "middle right"}, id="at the left side of the figure"),
        pytest.param(["India"], [(100, 100, 5)], 20, {}, id="no room in so narrow a figure"),
        pytest.param(
            ["India", "Japan"],
            [(100, 100, 5), (100, 88, 5)],
            200,
            {0: "bottom center", 1: "top center"},
            id="a point stands where the name would",
        ),
        pytest.param(
            ["India", "Japan", "Nepal"],
            [(100, 100, 5), (110, 100, 5), (105, 104, 5)],
            200,
            {0: "top center", 1: "middle right", 2: "bottom center"},
            id="a cluster",
        ),
        pytest.param(
            ["India", "Japan", "Nepal", "China", "Ghana"],
            [(100, 100, 5)] * 5,
            200,
            {0: "top center", 1: "bottom center"},
            id="points upon each other: two names, no more",
        ),
    ],
)
def test_names_stand_where_they_fit(
    names: list[str], spots: list[tuple[float, float, float]], width: float, expected: dict[int, str]
) -> None:
    assert placed(names, spots, width, {}) == expected


def test_a_name_placed_before_keeps_its_place() -> None:
    spots = [(100.0, 100.0, 5.0), (100.0, 60.0, 5.0)]
    assert placed(["India", "Japan"], spots, 200, {1: "middle left"}) == {0: "top center", 1: "middle left"}
