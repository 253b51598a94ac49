"""The network as a figure: points, lines, and the words that say what it shows."""

from typing import Final

import networkx as nx
import pandas as pd
import plotly.graph_objects as go

from core.language.speak import t, tn
from core.views import palette, words
from core.views.figures_text import safe
from core.views.network import Network, as_graph, named, readable
from core.views.network_labels import NARROW, WIDE, placed

SEED: Final = 7
HEIGHT: Final = 560
LOW: Final = 320  # of a figure with few points
FEW: Final = 8
REACH: Final = 1.18  # of the axes, where the points stand within 1


def network_figure(found: Network) -> go.Figure:
    """The strongest points with lines whose width says how often two met.

    `customdata` of a point is [its key], of the middle of a line [one key, the other]. The same rows give the same picture: places are computed with a fixed seed.
    """
    drawn = readable(found)
    if drawn.edges.empty:
        return palette.nothing(t("Nobody met in the rows shown."))
    graph = as_graph(drawn)
    at = nx.spring_layout(graph, seed=SEED, weight=None, k=5 / max(len(graph), 1) ** 0.5)
    figure = go.Figure()
    for width, rows in _by_width(drawn.edges):
        figure.add_trace(_lines(rows, at, width))
    figure.add_trace(_middles(drawn, at))
    figure.add_trace(_points(drawn, at))
    for names in _names(drawn, at):
        figure.add_trace(names)
    palette.plain_layout(figure, _height(drawn))
    for axis in (figure.update_xaxes, figure.update_yaxes):
        axis(visible=False, fixedrange=True, range=[-REACH, REACH])
    return figure


def network_alt(found: Network) -> str:
    """The network in words."""
    if found.edges.empty:
        return t("Network: nobody met in the rows shown.")
    told = ", ".join(
        t("{one} with {others}", one=named(found, row["source"]), others=named(found, row["target"]))
        + f" {words.number(row['engagements'])}"
        for row in found.edges.head(5).to_dict("records")
    )
    return t(
        "Network of {of}, {points} and {lines}; most: {told}.",
        of=t("countries") if found.of == "countries" else t("people"),
        points=tn("{count} point", "{count} points", len(found.weight)),
        lines=tn("{count} line", "{count} lines", len(found.edges)),
        told=told,
    )


def _by_width(edges: pd.DataFrame) -> list[tuple[float, pd.DataFrame]]:
    starts = palette.classes(edges["engagements"])
    classes = edges["engagements"].map(lambda count: palette.count_class(int(count), starts))
    return [(0.5 + 0.8 * rank, edges[classes == rank]) for rank in sorted(set(classes))]


def _lines(rows: pd.DataFrame, at: "dict[str, tuple[float, float]]", width: float) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for one, other in zip(rows["source"], rows["target"], strict=True):
        x += [float(at[one][0]), float(at[other][0]), None]
        y += [float(at[one][1]), float(at[other][1]), None]
    return go.Scatter(
        x=x, y=y, mode="lines", line={"width": width, "color": palette.CLASS_COLOURS[1]}, hoverinfo="skip"
    )


def _middles(drawn: Network, at: "dict[str, tuple[float, float]]") -> go.Scatter:
    """Where a line can be pointed at and clicked: its middle, which is not seen."""
    edges = drawn.edges
    pairs = list(zip(edges["source"].astype(str), edges["target"].astype(str), strict=True))
    told = [
        f"<b>{safe(named(drawn, one))} – {safe(named(drawn, other))}</b><br>"
        + tn("{count} engagement", "{count} engagements", int(count))
        for (one, other), count in zip(pairs, edges["engagements"], strict=True)
    ]
    return go.Scatter(
        x=[float(at[one][0] + at[other][0]) / 2 for one, other in pairs],
        y=[float(at[one][1] + at[other][1]) / 2 for one, other in pairs],
        mode="markers",
        marker={"size": 12, "opacity": 0},
        customdata=[list(pair) for pair in pairs],
        hovertext=told,
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
    )


def _points(drawn: Network, at: "dict[str, tuple[float, float]]") -> go.Scatter:
    keys = [str(key) for key in drawn.weight.index]
    counts = [int(count) for count in drawn.weight]
    names = [named(drawn, key) for key in keys]
    partners = [_partners(drawn, key) for key in keys]
    return go.Scatter(
        x=[float(at[key][0]) for key in keys],
        y=[float(at[key][1]) for key in keys],
        mode="markers",
        marker={
            "size": _sizes(drawn),
            "color": palette.CLASS_COLOURS[3],
            "opacity": 1,
            "line": {"width": 1, "color": palette.BACKGROUND},
        },
        customdata=keys,
        hovertext=[
            f"<b>{safe(name)}</b><br>{tn('{count} engagement', '{count} engagements', count)}<br>{partner}"
            for name, count, partner in zip(names, counts, partners, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )


def _sizes(drawn: Network) -> list[float]:
    most = int(drawn.weight.max())
    return [9 + 19 * (int(count) / most) ** 0.5 for count in drawn.weight]


def _names(drawn: Network, at: "dict[str, tuple[float, float]]") -> list[go.Scatter]:
    """The names that fit: those for any screen, then those that a narrow one leaves out (`core.ui.frame`)."""
    keys, sizes = [str(key) for key in drawn.weight.index], _sizes(drawn)
    names = [named(drawn, key).rsplit(" (", 1)[0] for key in keys]
    found: dict[int, str] = {}
    traces, height = [], _height(drawn)
    for width in (NARROW, WIDE):
        spots = [
            (_pixels(at[key][0], width), height - _pixels(at[key][1], height), size / 2)
            for key, size in zip(keys, sizes, strict=True)
        ]
        both = placed(names, spots, width, found)
        new = [point for point in both if point not in found]
        # One more without a name: marks of which there are none would not be drawn, and the last ones may be hidden.
        marks = go.Scatter(
            x=[*(float(at[keys[point]][0]) for point in new), 0.0],
            y=[*(float(at[keys[point]][1]) for point in new), 0.0],
            text=[*(safe(names[point]) for point in new), ""],
            textposition=[*(both[point] for point in new), "top center"],
            marker={"size": [*(sizes[point] for point in new), 1]},
        )
        traces.append(marks)
        found = both
    for trace in traces:  # marks that are not seen hold the names off the points
        unseen = {"marker": {"opacity": 0}}
        trace.update(
            mode="markers+text", hoverinfo="skip", cliponaxis=False, selected=unseen, unselected=unseen
        )
        trace.update(textfont={"size": 12, "color": palette.INK}, marker={"opacity": 0})
    return traces


def _height(drawn: Network) -> int:
    return HEIGHT if len(drawn.weight) > FEW else LOW


def _pixels(place: float, across: float) -> float:
    return (float(place) + REACH) / (2 * REACH) * across


def _partners(drawn: Network, key: str) -> str:
    edges = drawn.edges
    one = int((edges["source"] == key).sum() + (edges["target"] == key).sum())
    return tn("with {count} other", "with {count} others", one)
