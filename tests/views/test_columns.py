"""Whole columns at once: the same as row by row."""

import numpy as np
import pandas as pd
import pytest

from core.views.columns import coded, listed, places, rows_by


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param(["b;a", "", "a"], [(0, "b"), (0, "a"), (2, "a")], id="in the order of the cells"),
        pytest.param([";a;;b;"], [(0, "a"), (0, "b")], id="empty values are none"),
        pytest.param(["a;a"], [(0, "a"), (0, "a")], id="told twice, listed twice"),
        pytest.param(["", ""], [], id="nothing in any cell"),
        pytest.param([], [], id="no cells"),
    ],
)
def test_a_row_for_each_value(cells: list[str], expected: list[tuple[int, str]]) -> None:
    for dtype in ("str", "category"):
        found = listed(pd.DataFrame({"of": pd.Series(cells, dtype="str").astype(dtype)}), "of")
        assert list(zip(found["row"], found["value"].astype(str), strict=True)) == expected


def test_categories_stand_in_the_order_of_the_alphabet() -> None:
    found = coded(pd.Series(["b", "a", None, "b"], dtype="str"))
    assert (found.categories.tolist(), found.codes.tolist()) == (["a", "b"], [1, 0, -1, 1])


def test_where_a_text_stands_among_others() -> None:
    among = pd.Series(["a", "b", "a"], dtype="str")
    assert places(pd.Series(["b", "c", "a"], dtype="str"), among).tolist() == [1, -1, 0]


@pytest.mark.parametrize(
    ("values", "rows", "expected"),
    [
        pytest.param(["b", "a", "b"], [2, 0, 1], {"a": [0], "b": [1, 2]}, id="by value, rows in order"),
        pytest.param(["a", "a"], [3, 3], {"a": [3]}, id="a row once"),
        pytest.param(["a", "b"], [-1, 0], {"b": [0]}, id="a row that is not there"),
        pytest.param(["a", None], [0, 1], {"a": [0]}, id="an unknown value"),
        pytest.param([], [], {}, id="nothing"),
    ],
)
def test_the_rows_of_each_value(
    values: list[str | None], rows: list[int], expected: dict[str, list[int]]
) -> None:
    found = rows_by(coded(pd.Series(values, dtype="str")), np.array(rows, dtype=np.intp))
    assert {value: some.tolist() for value, some in found.items()} == expected
