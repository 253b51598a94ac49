"""Filters written down and read again, and the values that the collection does not have."""

from datetime import date

import pytest

from core.views.filters import Filters
from core.views.kept_filters import gone, read, written
from tests.views.conftest import Make, engagement


@pytest.mark.parametrize(
    "filters",
    [
        pytest.param(Filters(), id="nothing asked"),
        pytest.param(Filters(first=date(2020, 1, 1), last=date(2020, 12, 31), certain=True), id="a period"),
        pytest.param(Filters(countries=("IND", "FRA"), search="joint  patrol", told_by=3), id="several"),
        pytest.param(Filters(tracks=()), id="all tracks, which is not what opens first"),
        pytest.param(Filters(confidence=0.8, levels=("minister", "not told")), id="a number"),
    ],
)
def test_filters_come_back_as_they_were_written(filters: Filters) -> None:
    assert read(written(filters)) == filters


def test_what_opens_first_is_not_written() -> None:
    assert written(Filters()) == {}
    assert written(Filters(first=date(2020, 1, 1), kinds=("call",))) == {
        "first": "2020-01-01",
        "kinds": ("call",),
    }


@pytest.mark.parametrize(
    ("told", "filters"),
    [
        pytest.param({"colour": "red", "kinds": ["call"]}, Filters(kinds=("call",)), id="an unknown filter"),
        pytest.param({"kinds": ["call", "party"]}, Filters(kinds=("call",)), id="a kind that is none"),
        pytest.param({"first": "some day"}, Filters(), id="no date"),
        pytest.param({"kinds": "call"}, Filters(), id="no list"),
    ],
)
def test_what_this_version_does_not_know_is_left_out(told: dict[str, object], filters: Filters) -> None:
    assert read(told) == filters


def test_values_that_nothing_has_any_more_are_named(made: Make) -> None:
    data = made(engagement(1, countries="IND;JPN", forum="ADMM-Plus"))
    there = Filters(countries=("JPN",), forums=("ADMM-Plus",))
    assert gone(data, there) == []
    asked = Filters(countries=("JPN", "FRA"), forums=("ADMM-Plus", "Old Forum"), sources=("Kyodo",))
    assert gone(data, asked) == ["country “France”", "forum “Old Forum”", "source “Kyodo”"]
