"""Maps with points and lines: how much was held in each city, and the flows between the home side and its partners.

The land under them is plain: colours belong to counts, and counts never depend on how a boundary is drawn.
"""

from functools import cache
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from core.language.speak import later, t, tn
from core.lexicon.cities import cities_named
from core.lexicon.cities import places as named_places
from core.views import palette
from core.views.columns import texts
from core.views.figures_text import safe
from core.views.sides import counted
from core.views.terms import country as named
from core.views.words import number
from core.views.world_map import View, base_map, classes_on, places

MIDDLE: Final = later("place not told, middle of the country")

STEPS: Final = 24  # of a line: with its two ends alone it would be drawn as a great circle, over the pole


@cache
def located(city: str, country: str) -> tuple[float, float, bool] | None:
    """Latitude, longitude of a host place, and whether it is the city's own; None where nothing is known."""
    named = named_places().get(city.casefold())
    for name in (city, named.city if named and named.country == country else ""):
        for known in cities_named(name.casefold()) if name else ():
            if not country or known.country == country:
                return known.lat, known.lon, True
    middle = places().get(country)
    return (middle.lat, middle.lon, False) if middle else None


def by_city(shown: pd.DataFrame) -> pd.DataFrame:
    """How many engagements, held or planned, each city hosted, most first.

    Columns: `country` (alpha-3), `city`, `name` (for the screen), `engagements`, `lat`, `lon`, `exact` (False where only
    the country is known). Engagements without any place are left out.
    """
    rows = counted(shown)
    told = pd.DataFrame({"country": texts(rows, "host_country"), "city": texts(rows, "city")})
    counts = (
        told[(told["country"] != "") | (told["city"] != "")].value_counts().reset_index(name="engagements")
    )
    found = []
    for country, city, count in counts.itertuples(index=False):
        at = located(str(city), str(country))
        if at is not None:
            name = ", ".join(part for part in (str(city), named(str(country)) if country else "") if part)
            found.append((str(country), str(city), name, int(count), *at))
    columns = ["country", "city", "name", "engagements", "lat", "lon", "exact"]
    return pd.DataFrame(found, columns=columns).sort_values(
        ["engagements", "name"], ascending=[False, True], ignore_index=True
    )


def city_map(table: pd.DataFrame, view: View = "World") -> go.Figure:
    """`by_city` as points whose area grows with the count; hollow where only the country is known.

    `customdata` of a point is the country's code.
    """
    figure = base_map(view)
    most = int(table["engagements"].max()) if len(table) else 1
    for exact in (True, False):
        rows = table[table["exact"].astype(bool) == exact]
        if len(rows):
            figure.add_trace(_cities(rows, most, exact))
    return figure


def flow_map(by_partner: pd.DataFrame, home: str | None, view: View = "World") -> go.Figure:
    """Lines from the home side to each partner of `rankings.by_partner`, thicker for more engagements."""
    figure = base_map(view)
    start = places().get(home or "")
    rows = by_partner[by_partner["country"].isin(list(places()))]
    if start is None or rows.empty:
        return figure
    starts = classes_on(rows)
    ranks = rows["engagements"].map(lambda count: palette.count_class(int(count), starts))
    for rank in sorted(set(ranks)):
        lat: list[float | None] = []
        lon: list[float | None] = []
        for code in rows.loc[ranks == rank, "country"]:
            end = places()[code]
            lat += [start.lat + (end.lat - start.lat) * step / STEPS for step in range(STEPS + 1)] + [None]
            lon += [start.lon + (end.lon - start.lon) * step / STEPS for step in range(STEPS + 1)] + [None]
        line = {"width": 0.8 + 0.9 * rank, "color": palette.CLASS_COLOURS[rank - 1]}
        figure.add_trace(go.Scattergeo(lat=lat, lon=lon, mode="lines", line=line, hoverinfo="skip"))
    figure.add_trace(_ends(rows, starts))
    return figure


def city_alt(table: pd.DataFrame, view: View = "World") -> str:
    """The map of cities in words."""
    if table.empty:
        return t("Map of host places: none reported.")
    told = _first(table)
    places_words = tn("{count} place", "{count} places", len(table))
    return t(
        "Map of host places ({part}), {places}; most: {told}.", part=t(view), places=places_words, told=told
    )


def flow_alt(by_partner: pd.DataFrame, home: str | None, view: View = "World") -> str:
    """The flows in words."""
    if by_partner.empty or not home:
        return t("Map of flows: nothing to draw without a side that all is counted from.")
    told = _first(by_partner)
    return t(
        "Map ({part}), lines from {country} to its partners, thicker for more; most: {told}.",
        part=t(view),
        country=named(home),
        told=told,
    )


def _first(table: pd.DataFrame) -> str:
    rows = table.head(5)
    pairs = zip(rows["name"], rows["engagements"], strict=True)
    return ", ".join(f"{name} {number(int(count))}" for name, count in pairs)


def _cities(rows: pd.DataFrame, most: int, exact: bool) -> go.Scattergeo:
    colour = palette.CLASS_COLOURS[3]
    return go.Scattergeo(
        lat=rows["lat"].tolist(),
        lon=rows["lon"].tolist(),
        mode="markers",
        marker={
            "size": [6 + 20 * (count / most) ** 0.5 for count in rows["engagements"]],
            "color": colour,
            "symbol": "circle" if exact else "circle-open",
            "opacity": 0.85,
            "line": {"width": 1 if exact else 1.5, "color": palette.BACKGROUND if exact else colour},
        },
        customdata=rows["country"].tolist(),
        hovertext=[
            f"<b>{safe(name)}</b><br>" + _engagements(int(count)) + ("" if exact else f"<br>{t(MIDDLE)}")
            for name, count in zip(rows["name"], rows["engagements"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0.85}},
        unselected={"marker": {"opacity": 0.85}},
    )


def _engagements(count: int) -> str:
    return tn("{count} engagement", "{count} engagements", count)


def _ends(rows: pd.DataFrame, starts: palette.Classes) -> go.Scattergeo:
    return go.Scattergeo(
        lat=[places()[code].lat for code in rows["country"]],
        lon=[places()[code].lon for code in rows["country"]],
        mode="markers",
        marker={
            "size": 7,
            "color": [palette.class_colour(int(count), starts) for count in rows["engagements"]],
            "opacity": 1,
            "line": {"width": 1, "color": palette.INK},
        },
        customdata=rows["country"].tolist(),
        hovertext=[
            f"<b>{safe(name)}</b><br>" + _engagements(int(count))
            for name, count in zip(rows["name"], rows["engagements"], strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )
