import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from core.errors import UsageError
from core.views.boundaries import drawn_with, own_boundaries, shipped_boundaries
from core.views.dataset import Dataset
from core.views.rankings import by_partner
from core.views.world_map import GEOJSON, base_map, partner_map, places

STATIC = Path(__file__).resolve().parents[2] / "static"
SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}


def written(folder: Path, **told: Any) -> Path:
    path = folder / "office.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection"} | told), encoding="utf-8")
    return path


def feature(**more: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": SQUARE, "properties": {}} | more


@pytest.mark.parametrize(
    ("features", "codes"),
    [
        pytest.param([feature(id="IND")], {"IND"}, id="as id"),
        pytest.param([feature(properties={"ISO_A3": "ind"})], {"IND"}, id="as a property"),
        pytest.param([feature(id="IND"), feature(id="ZZZ")], {"IND"}, id="an unknown code is left out"),
        pytest.param(
            [feature(id="IND"), feature(id="JPN", geometry={"type": "Point", "coordinates": [0, 0]})],
            {"IND"},
            id="a point is no area",
        ),
    ],
)
def test_own_boundaries(tmp_path: Path, features: list[dict[str, Any]], codes: set[str]) -> None:
    own = own_boundaries(written(tmp_path, features=features, name="Survey"))
    assert own.codes == codes
    assert "Survey" in own.source


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({}, id="no features"),
        pytest.param({"features": [feature()]}, id="no code"),
        pytest.param({"features": "many"}, id="no list"),
    ],
)
def test_a_file_of_no_use_is_said(tmp_path: Path, told: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"office\.geojson"):
        own_boundaries(written(tmp_path, **told))


def test_a_map_keeps_every_country_whatever_the_boundaries(tmp_path: Path) -> None:
    counted = base_map().add_choropleth(
        locations=["IND", "JPN"], z=[1, 1], customdata=["IND", "JPN"], hovertext=["a", "b"],
        colorscale=[[0, "#000012"], [1, "#000012"]], geojson=GEOJSON,
    )  # fmt: skip
    own = own_boundaries(written(tmp_path, features=[feature(id="IND")]))
    figure = drawn_with(counted, own)
    assert [trace.type for trace in figure.data] == ["choropleth", "choropleth", "scattergeo"]
    assert list(figure.data[2].customdata) == ["JPN"]
    assert figure.data[1].geojson["features"][0]["id"] == "IND"


def holder(name: str, lon: float, lat: float) -> list[str]:
    """Which outlines of a shipped view hold a point."""
    path = STATIC / Path(str(shipped_boundaries()[name].shapes)).name
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [
        each["id"]
        for each in features
        if any(inside(polygon[0], lon, lat) for polygon in each["geometry"]["coordinates"])
    ]


def inside(ring: list[list[float]], lon: float, lat: float) -> bool:
    crossed = False
    for (x, y), (u, v) in pairwise(ring):
        if (y > lat) != (v > lat) and lon < x + (lat - y) / (v - y) * (u - x):
            crossed = not crossed
    return crossed


@pytest.mark.parametrize(
    ("lon", "lat", "un", "india", "de_facto"),
    [
        pytest.param(77.2, 28.6, "IND", "IND", "IND", id="Delhi"),
        pytest.param(73.5, 34.3, "XJK", "IND", "PAK", id="Muzaffarabad"),
        pytest.param(74.3, 35.9, "XJK", "IND", "PAK", id="Gilgit"),
        pytest.param(77.6, 34.2, "XJK", "IND", "IND", id="Leh"),
        pytest.param(79.5, 35.0, "XAC", "IND", "CHN", id="Aksai Chin"),
        pytest.param(76.65, 36.0, "CHN", "IND", "CHN", id="Shaksgam"),
        pytest.param(91.9, 27.6, "XAP", "IND", "IND", id="Tawang"),
        pytest.param(72.64, 10.57, "", "IND", "", id="Kavaratti"),
        pytest.param(34.1, 45.0, "UKR", "UKR", "RUS", id="Simferopol"),
        pytest.param(76.0, 39.5, "CHN", "CHN", "CHN", id="Kashgar"),
    ],
)
def test_whose_a_place_is_in_each_view(lon: float, lat: float, un: str, india: str, de_facto: str) -> None:
    views = {"UN": un, "India": india, "De facto": de_facto}
    assert {name: holder(name, lon, lat) for name in views} == {
        name: [code] if code else [] for name, code in views.items()
    }


@pytest.mark.parametrize("name", ["UN", "India", "De facto"])
def test_counts_never_depend_on_the_view(name: str, made: Callable[..., Dataset]) -> None:
    codes = sorted(set(places()) - {"ZAF"})
    rows = made(*({"day": "2024-03-01", "countries": ";".join(sorted([code, "ZAF"]))} for code in codes))
    table = by_partner(rows.engagements, "ZAF")
    figure = drawn_with(partner_map(table, "ZAF"), shipped_boundaries()[name])
    counted = {str(key) for trace in figure.data for key in trace.customdata or () if key}
    assert counted == set(places())
    outlined = [code for trace in figure.data if trace.type == "choropleth" for code in trace.locations]
    assert len(outlined) == len(set(outlined))
    assert {trace.geojson for trace in figure.data if trace.type == "choropleth"} == {
        shipped_boundaries()[name].shapes
    }


def test_an_area_of_unsettled_status_is_named_and_counts_nothing() -> None:
    figure = drawn_with(base_map(), shipped_boundaries()["UN"])
    land = next(trace for trace in figure.data if trace.name == "no count")
    told = dict(zip(land.locations, land.hovertext, strict=True))
    assert told["XJK"] == "<b>Jammu and Kashmir</b><br>status not settled"
    assert set(land.customdata) == {""}
    assert len(next(trace for trace in figure.data if trace.name == "status not settled").lon) > 100


@pytest.mark.parametrize("code", ["IND", "CHN"])
def test_outlines_that_were_cut_anew_run_clockwise(code: str) -> None:
    # The other way round the browser draws the whole world without the country.
    features = json.loads((STATIC / "countries-india.json").read_text(encoding="utf-8"))["features"]
    for polygon in next(each for each in features if each["id"] == code)["geometry"]["coordinates"]:
        assert sum((u - x) * (v + y) for (x, y), (u, v) in pairwise(polygon[0])) > 0
