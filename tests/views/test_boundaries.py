import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from core.errors import UsageError
from core.views.boundaries import DE_FACTO, drawn_with, own_boundaries
from core.views.world_map import GEOJSON, base_map

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
    assert set(own.outlines or ()) == codes
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
    plain = base_map()
    assert drawn_with(plain, DE_FACTO).data[0].geojson == GEOJSON
    counted = base_map().add_choropleth(
        locations=["IND", "JPN"], z=[1, 1], customdata=["IND", "JPN"], hovertext=["a", "b"],
        colorscale=[[0, "#000012"], [1, "#000012"]], geojson=GEOJSON,
    )  # fmt: skip
    own = own_boundaries(written(tmp_path, features=[feature(id="IND")]))
    figure = drawn_with(counted, own)
    assert pd.Series([trace.type for trace in figure.data]).tolist() == [
        "choropleth",
        "choropleth",
        "scattergeo",
    ]
    assert list(figure.data[2].customdata) == ["JPN"]
    assert figure.data[1].geojson["features"][0]["id"] == "IND"
