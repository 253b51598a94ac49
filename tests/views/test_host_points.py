from collections.abc import Callable

import pytest

from core.views.dataset import Dataset
from core.views.host_points import by_city, city_alt, city_map, flow_alt, flow_map, located
from core.views.rankings import by_partner

Make = Callable[..., Dataset]


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {"countries": "IND;LAO", "host_country": "LAO", "city": "Vientiane"},
        {"countries": "IND;LAO", "host_country": "LAO", "city": "Vientiane"},
        {"countries": "IND;JPN", "host_country": "JPN"},
        {"countries": "IND;JPN", "status": "cancelled", "host_country": "JPN", "city": "Tokyo"},
        {"countries": "IND;USA"},
    )


@pytest.mark.parametrize(
    ("city", "country", "exact"),
    [
        pytest.param("Vientiane", "LAO", True, id="a city"),
        pytest.param("No Such Town", "LAO", False, id="the country's middle"),
        pytest.param("Vientiane", "JPN", False, id="not a city of another country"),
        pytest.param("", "", None, id="nothing told"),
    ],
)
def test_located(city: str, country: str, exact: bool | None) -> None:
    at = located(city, country)
    assert (at[2] if at else None) is exact


def test_by_city_counts_what_was_held_or_planned(data: Dataset) -> None:
    table = by_city(data.engagements)
    assert table[["name", "engagements", "exact"]].to_numpy().tolist() == [
        ["Vientiane, Laos", 2, True],
        ["Japan", 1, False],
    ]
    assert "Vientiane, Laos 2" in city_alt(table)
    assert [list(trace.customdata) for trace in city_map(table).data[1:]] == [["LAO"], ["JPN"]]


def test_flows_join_the_home_side_to_each_partner(data: Dataset) -> None:
    table = by_partner(data.engagements, "IND")
    assert sorted(flow_map(table, "IND").data[-1].customdata) == ["JPN", "LAO", "USA"]
    assert "India" in flow_alt(table, "IND")
    assert len(flow_map(table, None).data) == 1


def test_maps_of_nothing(made: Make) -> None:
    empty = by_city(made().engagements)
    assert empty.empty
    assert len(city_map(empty).data) == 1
    assert "none reported" in city_alt(empty)
