import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pycountry
import pytest

from core.views import palette, world_map
from core.views.boundaries import shipped_boundaries
from core.views.dataset import Dataset
from core.views.rankings import by_partner, by_place

Made = Callable[..., Dataset]
STATIC = Path(__file__).resolve().parents[2] / "static"


@pytest.fixture(scope="module")
def outlines() -> list[str]:
    features = json.loads((STATIC / "countries.json").read_text(encoding="utf-8"))["features"]
    return [feature["id"] for feature in features]


def partners(made: Made, **counts: int) -> pd.DataFrame:
    rows = [
        {"day": "2024-03-01", "countries": f"{code};ZAF"}
        for code, count in counts.items()
        for _ in range(count)
    ]
    return by_partner(made(*rows).engagements, "ZAF")


def drawn(figure: object) -> dict[str, str]:
    """The trace in which each country is drawn last, above the others."""
    return {
        code: trace.name
        for trace in figure.data  # type: ignore[attr-defined]
        for code in (trace.locations if trace.type == "choropleth" else trace.customdata)
    }


def test_every_country_of_iso_can_be_shown(outlines: list[str]) -> None:
    codes = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert set(world_map.places()) == codes
    without_count = shipped_boundaries()["De facto"].plain
    assert {code for code, place in world_map.places().items() if place.outline} | set(without_count) == set(
        outlines
    )
    assert {code for code, place in world_map.places().items() if not (place.outline or place.dot)} == set()


def test_no_code_is_drawn_twice(outlines: list[str]) -> None:
    assert len(outlines) == len(set(outlines))


@pytest.mark.parametrize("code", ["SGP", "MDV", "BHR", "MUS", "MLT", "GUF", "TUV"])
def test_small_states_and_overseas_parts_are_there(code: str) -> None:
    place = world_map.places()[code]
    assert place.dot or place.outline
    assert -60 < place.lat < 84
    assert -180 <= place.lon <= 180


def test_the_stub_keeps_the_browser_at_home() -> None:
    assert world_map.MAP_CONFIG["topojsonURL"] == "app/static/stub/"
    for name in ("world_110m.json", "world_50m.json"):
        assert json.loads((STATIC / "stub" / name).read_text(encoding="utf-8"))["type"] == "Topology"


def test_countries_are_drawn_in_their_class(made: Made) -> None:
    figure = world_map.partner_map(partners(made, JPN=1, IND=3, SGP=4), "ZAF")
    where = drawn(figure)
    assert (where["JPN"], where["IND"], where["SGP"], where["ZAF"], where["TCD"]) == (
        "1", "2–3", "small states", "counted from", "none reported",
    )  # fmt: skip
    dots = figure.data[-1]
    assert (list(dots.customdata), list(dots.marker.color)) == (["SGP"], [palette.CLASS_COLOURS[2]])


def test_a_click_on_land_without_any_carries_nothing(made: Made) -> None:
    land = world_map.partner_map(partners(made, JPN=1), "ZAF").data[0]
    assert set(land.customdata) == {""}
    assert len(land.customdata) == len(land.locations)


def test_a_small_country_that_counts_are_seen_from_is_a_ring(made: Made) -> None:
    table = by_partner(made({"day": "2024-03-01", "countries": "IND;SGP"}).engagements, "SGP")
    ring = world_map.partner_map(table, "SGP", "Asia-Pacific").data[-1]
    assert (list(ring.customdata), ring.marker.color) == (["SGP"], palette.BACKGROUND)


def test_places_tell_their_cities(made: Made) -> None:
    told = made({"day": "2024-03-01", "host_country": "LAO", "city": "Vientiane <i>"}).engagements
    figure = world_map.place_map(by_place(told))
    laos = next(trace for trace in figure.data if trace.name == "1")
    assert laos.hovertext[0] == "<b>Laos</b> LAO<br>1 engagement hosted<br>Vientiane &lt;i&gt; 1"


def test_the_map_in_words(made: Made) -> None:
    table = partners(made, JPN=1, IND=3)
    assert world_map.map_alt(table, "partners of South Africa") == (
        "Map, partners of South Africa: 2 countries; most: India 3, Japan 1."
    )


def test_nothing_is_a_plain_map(made: Made) -> None:
    table = by_partner(made().engagements, None)
    assert [trace.name for trace in world_map.partner_map(table, None).data] == ["none reported"]
    assert world_map.map_alt(table, "partners") == "Map, partners: none reported."
