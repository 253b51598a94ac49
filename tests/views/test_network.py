import io
from collections.abc import Callable

import networkx as nx
import pandas as pd
import pytest

from core.views.dataset import Dataset
from core.views.network import as_edge_list, as_graphml, met_matrix, network, readable, strongest
from core.views.network_figure import network_alt, network_figure

Make = Callable[..., Dataset]


@pytest.fixture
def data(made: Make) -> Dataset:
    def person(number: int, country: str, name: str) -> dict[str, str]:
        return {"engagement_id": f"e-{number}", "country": country, "person": name, "office": "Minister"}

    return made(
        {"day": "2024-01-01", "countries": "IND;JPN"},
        {"day": "2024-03-01", "countries": "IND;JPN;USA", "kind": "multilateral"},
        {"day": "2024-05-01", "countries": "IND;RUS", "status": "planned"},
        {"countries": "JPN;USA"},
        {"day": "2024-06-01", "countries": ";".join(f"A{n:02}" for n in range(13)), "kind": "multilateral"},
        participants=(person(1, "IND", "=Asha"), person(1, "JPN", "Kenji"), person(1, "JPN", "Yuki")),
    )


def edges(data: Dataset, **how: object) -> dict[tuple[str, str], int]:
    table = network(data, data.engagements, **how).edges  # type: ignore[arg-type]
    return {(a, b): n for a, b, n in zip(table["source"], table["target"], table["engagements"], strict=True)}


def test_countries_that_met(data: Dataset) -> None:
    assert edges(data) == {("IND", "JPN"): 2, ("JPN", "USA"): 2, ("IND", "USA"): 1}
    assert edges(data, two_sided=True) == {("IND", "JPN"): 1, ("JPN", "USA"): 1}


def test_people_of_one_side_do_not_meet_each_other(data: Dataset) -> None:
    assert edges(data, of="people") == {("=Asha (IND)", "Kenji (JPN)"): 1, ("=Asha (IND)", "Yuki (JPN)"): 1}


def test_the_files_hold_what_the_table_holds(data: Dataset) -> None:
    found = network(data, data.engagements)
    graph = nx.read_graphml(io.BytesIO(as_graphml(found)))
    assert {tuple(sorted(edge)) for edge in graph.edges} == set(edges(data))
    assert graph.edges["IND", "JPN"]["engagements"] == 2
    assert graph.nodes["JPN"] == {"label": "Japan", "engagements": 3}
    rows = pd.read_csv(io.BytesIO(as_edge_list(found)))
    assert rows["engagements"].tolist() == found.edges["engagements"].tolist()
    assert rows.loc[0, ["first", "last"]].tolist() == ["2024-01-01", "2024-03-01"]


def test_a_name_that_begins_like_a_formula_is_made_safe(data: Dataset) -> None:
    assert b"\r\n'=Asha (IND)" in as_edge_list(network(data, data.engagements, "people"))


def test_the_same_rows_give_the_same_picture(data: Dataset) -> None:
    found = network(data, data.engagements)
    assert network_figure(found).to_json() == network_figure(found).to_json()
    points, *names = network_figure(found).data[-3:]
    assert list(points.customdata) == ["JPN", "IND", "USA"]
    assert {name for trace in names for name in trace.text if name} == {"Japan", "India", "United States"}
    assert "Japan" in network_alt(found)


def test_a_matrix_is_the_same_from_both_sides(data: Dataset) -> None:
    table = met_matrix(network(data, data.engagements))
    assert table.loc["India", "JPN"] == table.loc["Japan", "IND"] == 2
    assert table.loc["India", "IND"] == 0


def test_a_point_whose_partners_are_not_drawn_is_left_out(
    made: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = made(*({"countries": pair} for pair in ("IND;JPN", "IND;JPN", "KEN;UGA")))
    found = network(rows, rows.engagements)
    assert list(readable(found).weight.index) == ["IND", "JPN", "KEN", "UGA"]
    monkeypatch.setattr("core.views.network.strongest", lambda some: strongest(some, 3))
    assert list(readable(found).weight.index) == ["IND", "JPN"]


@pytest.mark.parametrize("of", ["countries", "people"])
def test_nobody_met(made: Make, of: str) -> None:
    empty = made()
    found = network(empty, empty.engagements, of)  # type: ignore[arg-type]
    assert found.edges.empty
    assert network_figure(found).layout.annotations
    assert as_edge_list(found).startswith(b"source,target")
