"""How a map draws boundaries: as the UN, India or the ground has them, or an office's own GeoJSON. Counts never depend on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import plotly.graph_objects as go

from core.errors import UsageError
from core.language.speak import later, t
from core.lexicon.boundaries import BoundaryView, boundary_views
from core.lexicon.countries import countries
from core.views import palette, world_map
from core.views.figures_text import safe

_STATIC: Final = Path(__file__).parents[2] / "static"
_CODES: Final = ("id", "ISO_A3", "iso_a3", "ADM0_A3", "iso3")  # where files keep the alpha-3 code
_SHAPES: Final = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Boundaries:
    """A view of boundaries: its name, the line that says so under every map, and its outlines.

    `shapes` is an address in the app or a GeoJSON FeatureCollection; `codes` are the alpha-3 codes that it outlines.
    `plain` is land that no count is given to; `dotted` the names of areas of unsettled status, with `rings` to draw
    around them as longitudes and latitudes, None between two rings.
    """

    name: str
    source: str
    shapes: str | Mapping[str, Any]
    codes: frozenset[str]
    plain: tuple[str, ...] = ()
    dotted: Mapping[str, str] = field(default_factory=dict)
    rings: tuple[tuple[float | None, ...], tuple[float | None, ...]] = ((), ())


@cache
def shipped_boundaries() -> dict[str, Boundaries]:
    """The views that the app carries, by name; the first is the one to begin with."""
    return {view.name: _shipped(view) for view in boundary_views()}


@cache
def own_boundaries(path: Path) -> Boundaries:
    """The boundaries of an office's own file: a GeoJSON FeatureCollection, a polygon a country with its alpha-3 code.

    Raises UsageError with what is wrong where the file cannot be used.
    """
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"the boundaries {path.name} cannot be read: {error}") from error
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list) or not features:
        raise UsageError(
            f"the boundaries {path.name} hold no features: a GeoJSON FeatureCollection is wanted"
        )
    outlines = {code: each["geometry"] for each in features if (code := _code(each)) in countries()}
    if not outlines:
        raise UsageError(
            f"the boundaries {path.name} name no country: each feature needs its alpha-3 code as id or ISO_A3"
        )
    shapes = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": shape}
        for code, shape in outlines.items()
    ]
    name = str(told.get("name") or path.stem)
    source = later(
        "Boundaries as in {name}, the office's own file; they imply no position of Sidelines.", name=name
    )
    collection = {"type": "FeatureCollection", "features": shapes}
    return Boundaries(name, source, collection, frozenset(outlines))


def drawn_with(figure: go.Figure, boundaries: Boundaries) -> go.Figure:
    """The map `figure` itself with these boundaries; a counted country without an outline becomes a dot."""
    for trace in list(figure.data):
        if trace.type == "choropleth":
            _redrawn(figure, trace, boundaries)
    apart = [*boundaries.plain, *boundaries.dotted]
    if apart:
        names = {
            code: f"<b>{safe(t(name))}</b><br>{t('status not settled')}"
            for code, name in boundaries.dotted.items()
        }
        land = world_map.plain_land(apart, [names.get(code, "") for code in apart])
        figure.add_trace(land.update(geojson=boundaries.shapes, name="no count"))
    if boundaries.dotted:
        figure.add_trace(_dotted(boundaries))
    return figure


def _redrawn(figure: go.Figure, trace: go.Choropleth, boundaries: Boundaries) -> None:
    """Gives a trace these outlines; what it counts beyond them is drawn as dots."""
    rows = list(zip(trace.locations, trace.hovertext or (), trace.customdata or (), strict=True))
    kept = [row for row in rows if row[0] in boundaries.codes]
    trace.update(
        geojson=boundaries.shapes,
        locations=[code for code, _, _ in kept],
        z=[1] * len(kept),
        hovertext=[text for _, text, _ in kept],
        customdata=[key for _, _, key in kept],
    )
    shown = {str(key) for dots in figure.data if dots.type == "scattergeo" for key in dots.customdata or ()}
    missing = [
        (code, text) for code, text, key in rows if code not in boundaries.codes and key and key not in shown
    ]
    if missing:
        figure.add_trace(_dots(missing, str(trace.colorscale[0][1])))


def _dots(missing: list[tuple[str, str]], colour: str) -> go.Scattergeo:
    known = [(world_map.places()[code], code, text) for code, text in missing]
    return go.Scattergeo(
        lat=[place.lat for place, _, _ in known],
        lon=[place.lon for place, _, _ in known],
        mode="markers",
        name="without an outline",
        marker={"size": 9, "color": colour, "opacity": 1, "line": {"width": 1, "color": palette.INK}},
        customdata=[code for _, code, _ in known],
        hovertext=[text for _, _, text in known],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _dotted(boundaries: Boundaries) -> go.Scattergeo:
    lons, lats = boundaries.rings
    return go.Scattergeo(
        lon=lons,
        lat=lats,
        mode="lines",
        name="status not settled",
        line={"width": 1, "color": palette.INK, "dash": "dot"},
        hoverinfo="skip",
    )


def _shipped(view: BoundaryView) -> Boundaries:
    features = json.loads((_STATIC / view.file).read_text(encoding="utf-8"))["features"]
    lons: list[float | None] = []
    lats: list[float | None] = []
    for each in features:
        if each["id"] in view.dotted:
            for polygon in each["geometry"]["coordinates"]:
                lons += [*(point[0] for point in polygon[0]), None]
                lats += [*(point[1] for point in polygon[0]), None]
    return Boundaries(
        view.name,
        view.note,
        f"app/static/{view.file}",
        frozenset(each["id"] for each in features) - set(view.plain) - set(view.dotted),
        view.plain,
        view.dotted,
        (tuple(lons), tuple(lats)),
    )


def _code(feature: Any) -> str:
    """The alpha-3 code of a feature that is an area; "" where it has none."""
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        return ""
    if feature["geometry"].get("type") not in _SHAPES:
        return ""
    told = {"id": feature.get("id")} | (feature.get("properties") or {})
    return next((str(told[key]).upper() for key in _CODES if told.get(key)), "")
