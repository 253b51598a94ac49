"""The world map: engagements by partner country or host country, in five classes of counts.

Figures are made with the outlines of `static/countries.json`; `boundaries.drawn_with` gives them another view of
boundaries. The browser fetches outlines once from the app itself; counts travel with each figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import pandas as pd
import plotly.graph_objects as go

from core.language.speak import later, t, tn
from core.lexicon.files import read_csv
from core.views import palette
from core.views.figures_text import breakdown, safe, wrapped
from core.views.palette import CONFIG
from core.views.terms import country
from core.views.words import number

View = Literal["World", "Asia-Pacific", "Africa", "Europe"]
VIEWS: Final[tuple[View, ...]] = ("World", "Asia-Pacific", "Africa", "Europe")
VIEW_WORDS: Final = (later("World"), later("Asia-Pacific"), later("Africa"), later("Europe"))
GEOJSON: Final = "app/static/countries.json"
MAP_CONFIG: Final[dict[str, Any]] = CONFIG


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of the world that a view shows: degrees, and the figure's height in pixels."""

    west: float
    east: float
    south: float
    north: float
    middle: float
    height: int


_WINDOWS: Final[dict[View, _Window]] = {
    "World": _Window(-169, 191, -57, 84, 11, 300),
    "Asia-Pacific": _Window(32, 190, -48, 56, 111, 430),
    "Africa": _Window(-26, 60, -36, 38, 17, 430),
    "Europe": _Window(-26, 48, 34, 72, 11, 430),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a country lies, whether it is too small for its outline, and whether it has one."""

    lat: float
    lon: float
    dot: bool
    outline: bool


@cache
def places() -> dict[str, Place]:
    """Every country of ISO 3166-1, and Kosovo as XKX, by its alpha-3 code."""
    rows = read_csv("country_points.csv")
    return {
        row["code"]: Place(
            float(row["lat"]), float(row["lon"]), row["mark"] == "dot", row["outline"] == "yes"
        )
        for row in rows
    }


def partner_map(by_country: pd.DataFrame, seen_from: str | None, view: View = "World") -> go.Figure:
    """`rankings.by_partner` as a map; the country counted from is outlined.

    `customdata` of a country is its alpha-3 code, "" where none is reported.
    """
    return _map(by_country, seen_from, view, [_partner_hover(row) for _, row in by_country.iterrows()])


def place_map(by_place: pd.DataFrame, view: View = "World") -> go.Figure:
    """`rankings.by_place` as a map: how many engagements each country hosted, its cities on hover."""
    return _map(by_place, None, view, [_place_hover(row) for _, row in by_place.iterrows()])


def base_map(view: View = "World") -> go.Figure:
    """Plain land without counts, for points and lines to be drawn on."""
    figure = go.Figure()
    figure.add_trace(_land(set()).update(hoverinfo="skip", hovertemplate=None))
    return _framed(figure, view)


def map_alt(by_country: pd.DataFrame, what: str, view: View = "World") -> str:
    """The map in words; `what` names it ("Partners of India")."""
    if by_country.empty:
        return t("Map, {what}: none reported.", what=what)
    told = ", ".join(
        f"{row['name']} {number(row['engagements'])}" for _, row in by_country.head(5).iterrows()
    )
    shown = "" if view == "World" else f" ({t(view)})"
    return t(
        "Map{part}, {what}: {countries}; most: {told}.",
        part=shown,
        what=what,
        countries=tn("{count} country", "{count} countries", len(by_country)),
        told=told,
    )


def _map(by_country: pd.DataFrame, seen_from: str | None, view: View, hover: Sequence[str]) -> go.Figure:
    rows = _drawn(by_country[["country", "engagements"]].assign(hover=list(hover)), seen_from)
    figure = go.Figure()
    figure.add_trace(_land(set(rows["country"]) | {seen_from or ""}))
    starts = palette.classes(rows["engagements"])
    ranks = rows["engagements"].map(lambda count: palette.count_class(int(count), starts))
    labels = palette.class_labels(starts)
    for rank, colour in enumerate(palette.CLASS_COLOURS, start=1):
        same = rows[ranks == rank]
        outlined = same[same["country"].map(lambda code: places()[code].outline)]
        if len(outlined):
            figure.add_trace(_areas(outlined, colour, labels[rank - 1]))
    if seen_from in places():
        figure.add_trace(_home(str(seen_from)))
    dots = rows[rows["country"].map(lambda code: places()[code].dot)]
    if len(dots):
        figure.add_trace(_dots(dots, starts))
    if seen_from in places() and places()[str(seen_from)].dot:
        figure.add_trace(_home_dot(str(seen_from)))
    return _framed(figure, view)


def classes_on(by_country: pd.DataFrame, seen_from: str | None = None) -> palette.Classes:
    """The classes of the countries drawn, as the map and its legend have them (`palette.classes`)."""
    return palette.classes(_drawn(by_country, seen_from)["engagements"])


def _drawn(by_country: pd.DataFrame, seen_from: str | None) -> pd.DataFrame:
    there = by_country["country"].isin(list(places())) & (by_country["country"] != (seen_from or ""))
    return by_country[there]


def _choropleth(codes: list[str], colour: str, **more: Any) -> go.Choropleth:
    """Countries in one flat colour: the swap of colours in the browser needs no scale."""
    return go.Choropleth(
        geojson=GEOJSON,
        featureidkey="id",
        locations=codes,
        z=[1] * len(codes),
        zmin=0,
        zmax=1,
        showscale=False,
        colorscale=[[0, colour], [1, colour]],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        **more,
    )


def _land(taken: set[str]) -> go.Choropleth:
    codes = [code for code, place in places().items() if place.outline and code not in taken]
    return plain_land(codes, [f"<b>{safe(country(code))}</b><br>{t('none reported')}" for code in codes])


def plain_land(codes: list[str], hover: list[str]) -> go.Choropleth:
    """Land in the colour of "none reported", a text on hover for each code; a click on it carries nothing."""
    return _choropleth(
        codes,
        palette.NONE_COLOUR,
        name="none reported",
        customdata=[""] * len(codes),
        hovertext=hover,
        marker={"line": {"width": 0.5, "color": palette.BACKGROUND}},
    )


def _areas(rows: pd.DataFrame, colour: str, label: str) -> go.Choropleth:
    return _choropleth(
        rows["country"].tolist(),
        colour,
        name=label,
        customdata=rows["country"].tolist(),
        hovertext=rows["hover"].tolist(),
        marker={"line": {"width": 0.5, "color": palette.BACKGROUND}},
    )


def _home(code: str) -> go.Choropleth:
    return _choropleth(
        [code],
        palette.BACKGROUND,
        name="counted from",
        customdata=[code],
        hovertext=[_home_words(code)],
        marker={"line": {"width": 1.2, "color": palette.INK}},
    )


def _home_words(code: str) -> str:
    return f"<b>{safe(country(code))}</b><br>{t('counted from here')}"


def _points(codes: list[str], **more: Any) -> go.Scattergeo:
    return go.Scattergeo(
        lat=[places()[code].lat for code in codes],
        lon=[places()[code].lon for code in codes],
        mode="markers",
        customdata=codes,
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        **more,
    )


def _dots(rows: pd.DataFrame, starts: palette.Classes) -> go.Scattergeo:
    colours = [palette.class_colour(int(count), starts) for count in rows["engagements"]]
    ring = {"width": 1, "color": palette.INK}
    marker = {"size": 9, "color": colours, "opacity": 1, "line": ring}
    return _points(
        rows["country"].tolist(), name="small states", hovertext=rows["hover"].tolist(), marker=marker
    )


def _home_dot(code: str) -> go.Scattergeo:
    marker = {
        "size": 9,
        "color": palette.BACKGROUND,
        "opacity": 1,
        "line": {"width": 1.5, "color": palette.INK},
    }
    return _points([code], name="counted from", hovertext=[_home_words(code)], marker=marker)


def _framed(figure: go.Figure, view: View) -> go.Figure:
    window = _WINDOWS[view]
    palette.plain_layout(figure, window.height)
    figure.update_geos(
        projection={"type": "equal earth", "rotation": {"lon": window.middle}},
        lonaxis={"range": [window.west, window.east]},
        lataxis={"range": [window.south, window.north]},
        visible=False,
        bgcolor="rgba(0,0,0,0)",
        domain={"x": [0, 1], "y": [0, 1]},
    )
    return figure


def _partner_hover(row: "pd.Series[Any]") -> str:
    total = tn("{count} engagement", "{count} engagements", int(row["engagements"]))
    head = f"<b>{safe(row['name'])}</b> {row['country']}"
    return "<br>".join([head, total, *breakdown(row), t("last held: {day}", day=row["last_held_words"])])


def _place_hover(row: "pd.Series[Any]") -> str:
    lines = [
        f"<b>{safe(row['name'])}</b> {row['country']}",
        tn("{count} engagement hosted", "{count} engagements hosted", int(row["engagements"])),
        *wrapped(str(row["cities"]), 2),
    ]
    return "<br>".join(lines)
