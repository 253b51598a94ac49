from collections.abc import Callable
from dataclasses import replace

import pytest

from core.views.dataset import Dataset
from core.views.facets import CHOICES, facet
from core.views.filters import Filters, narrow

Make = Callable[..., Dataset]


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {"day": "2024-01-01", "countries": "IND;JPN", "topics": "cyber;space", "source": "Wire"},
        {"day": "2024-01-02", "countries": "IND;JPN;RUS", "kind": "multilateral", "forum": "ADMM-Plus"},
        {"day": "2024-01-03", "countries": "IND;RUS", "kind": "call", "topics": "cyber"},
    )


@pytest.mark.parametrize(
    ("filters", "field", "counts"),
    [
        pytest.param(Filters(), "kinds", {"bilateral": 1, "call": 1, "multilateral": 1}, id="kinds"),
        pytest.param(Filters(kinds=("call",)), "kinds", {"bilateral": 1, "call": 1, "multilateral": 1}, id="own filter"),
        pytest.param(Filters(countries=("RUS",)), "kinds", {"call": 1, "multilateral": 1}, id="another filter"),
        pytest.param(Filters(countries=("RUS",)), "countries", {"IND": 2, "RUS": 2, "JPN": 1}, id="countries go together"),
        pytest.param(Filters(), "topics", {"cyber": 2, "space": 1}, id="topics"),
        pytest.param(Filters(kinds=("call",)), "sources", {}, id="no row of that source"),
        pytest.param(Filters(), "levels", {"not told": 3}, id="levels"),
        pytest.param(Filters(), "forums", {"ADMM-Plus": 1}, id="a forum, not its absence"),
    ],
)  # fmt: skip
def test_facet(data: Dataset, filters: Filters, field: str, counts: dict[str, int]) -> None:
    table = facet(data, filters, field)
    assert dict(zip(table["value"], table["engagements"], strict=True)) == counts


@pytest.mark.parametrize("field", CHOICES.values())
def test_a_choice_gives_the_rows_it_promises(data: Dataset, field: str) -> None:
    for value, _, promised in facet(data, Filters(), field).itertuples(index=False):
        assert len(narrow(data, replace(Filters(), **{field: (value,)}))) == promised
