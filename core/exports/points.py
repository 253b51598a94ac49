"""Engagements as points on a map: GeoJSON (RFC 7946)."""

from functools import cache
from typing import Any

from core.exports.records import Value, dumped, records
from core.exports.selection import Selection
from core.views import host_points, words

Point = tuple[float, float]


def as_geojson(selection: Selection) -> bytes:
    """A feature for each engagement shown, its columns as properties, its host place as the point.

    `located_by` says what gave the point: `city`, `country` (the middle of its largest part) or `none`, where the
    geometry is null. Several engagements in one place share its point.
    """
    features = [dumped(_feature(record)) for record in records("engagements", selection.engagements)]
    head = {
        "type": "FeatureCollection",
        "name": "sidelines",
        "description": f"{selection.asked}; data {selection.dataset.version}. Points: GeoNames, Natural Earth.",
    }
    lines = ",\n".join(features)
    return f'{dumped(head)[:-1]}, "features": [\n{lines}\n]}}\n'.encode()


@cache
def located(city: str, country: str) -> tuple[Point | None, str]:
    """Longitude and latitude of a host place, and what gave them: `city`, `country` or `none`."""
    at = host_points.located(city, country)
    if at is None:
        return None, "none"
    lat, lon, exact = at
    return (lon, lat), "city" if exact else "country"


def _feature(record: dict[str, Value]) -> dict[str, Any]:
    point, by = located(str(record["city"]), str(record["host_country"]))
    sides = record["countries"]
    named = words.names(sides) if isinstance(sides, list) else []
    return {
        "type": "Feature",
        "id": record["engagement_id"],
        "geometry": {"type": "Point", "coordinates": list(point)} if point else None,
        "properties": {"sides": words.listed(named), **record, "located_by": by},
    }
