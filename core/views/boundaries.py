"""How a map draws boundaries: as they are held on the ground, or by an office's own GeoJSON. Counts never depend on it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import plotly.graph_objects as go

from core.errors import UsageError
from core.lexicon.countries import countries
from core.views import palette, world_map

_CODES: Final = ("id", "ISO_A3", "iso_a3", "ADM0_A3", "iso3")  # where files keep the alpha-3 code
_SHAPES: Final = ("Polygon", "MultiPolygon")


@dataclass(frozen=True)
class Boundaries:
    """A view of boundaries: its name, the line that says so under every map, and its outlines by alpha-3 code.

    `outlines` is None for the map that the app ships.
    """

    name: str
    source: str
    outlines: Mapping[str, Any] | None = None


DE_FACTO: Final = Boundaries("De facto", world_map.SOURCE)


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
    name = str(told.get("name") or path.stem)
    source = f"Boundaries as in {name}, the office's own file; they imply no position of Sidelines."
    return Boundaries(name, source, outlines)


def drawn_with(figure: go.Figure, boundaries: Boundaries) -> go.Figure:
    """The map `figure` itself with these boundaries; a counted country without an outline becomes a dot."""
    if boundaries.outlines is None:
        return figure
    shapes = [
        {"type": "Feature", "id": code, "properties": {}, "geometry": shape}
        for code, shape in boundaries.outlines.items()
    ]
    collection = {"type": "FeatureCollection", "features": shapes}
    for trace in list(figure.data):
        if trace.type != "choropleth":
            continue
        missing = [
            (code, text)
            for code, text, key in zip(
                trace.locations, trace.hovertext or (), trace.customdata or (), strict=True
            )
            if code not in boundaries.outlines and key
        ]
        trace.update(geojson=collection)
        if missing:
            figure.add_trace(_dots(missing, str(trace.colorscale[0][1])))
    return figure


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


def _code(feature: Any) -> str:
    """The alpha-3 code of a feature that is an area; "" where it has none."""
    if not isinstance(feature, dict) or not isinstance(feature.get("geometry"), dict):
        return ""
    if feature["geometry"].get("type") not in _SHAPES:
        return ""
    told = {"id": feature.get("id")} | (feature.get("properties") or {})
    return next((str(told[key]).upper() for key in _CODES if told.get(key)), "")
