"""The timeline of a collection that can be seen one by one: dots, lines over days, pale bars over months and years."""

from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.model import Status
from core.views import palette
from core.views.figures_text import hover_texts
from core.views.lane_frame import DOT, Days, Lane, add_frame, axis_year, days_of, moments, with_newest
from core.views.packing import stack
from core.views.palette import KINDS
from core.views.sides import STATUSES

_WIDTH: Final = 9 / 860  # of the axis: the room of a dot
_RANK: Final = np.array(
    (1, 0, 2, 3, 4)
)  # of KINDS in a column: the forum's own meeting lowest, then bilaterals
_CANCELLED: Final = STATUSES.index(Status.CANCELLED)
_LAST: Final = 99  # what was cancelled lies on top
_BAR: Final = 6 / DOT  # height of a vague date's bar
_PALE: Final = 0.5
_SHORTEST: Final = 183  # days that the axis shows at least
_AIR: Final = 0.012  # of the axis, at both ends
_LOOK: Final[dict[str, Any]] = {"hovertemplate": "%{hovertext}<extra></extra>"}


def dot_lanes(
    engagements: pd.DataFrame, marks: pd.DataFrame, by_year: bool, newest: date | None
) -> go.Figure:
    """The marks that `lane_marks.lane_marks` gives; `customdata` of each is its engagement's id."""
    left, right = days_of(marks, by_year)
    low, high = axis_year() if by_year else _span(left, right)
    if newest is not None and not by_year:
        low, high, newest = with_newest(low, high, newest)
    dot = (high - low) * _WIDTH
    vague = marks["vague"].to_numpy()
    start = np.where(vague, left, left - dot / 2)
    end = np.where(vague, np.maximum(right, left + dot), np.maximum(right, left + dot / 2))
    level, found = _packed(marks, start, end, dot)
    figure = go.Figure()
    base = add_frame(figure, found, low, high, by_year, newest)
    height = level + marks["lane"].astype(str).map(base).to_numpy(dtype=np.float64) + 0.75
    told = engagements.iloc[marks["row"]]
    placed = marks.assign(
        left=left, right=np.where(vague, end, right), long=end > left + dot / 2, height=height
    )
    placed = placed.assign(id=told["engagement_id"].astype(str).to_numpy(), hover=hover_texts(told))
    traces: list[go.Bar | go.Scatter] = []
    _add_marks(traces, placed)
    figure.add_traces(traces)
    return figure


def _packed(marks: pd.DataFrame, start: Days, end: Days, dot: float) -> tuple[Days, list[Lane]]:
    """The level of each mark in its lane, and the lanes."""
    ranks = _RANK[marks["kind"]] * len(STATUSES) + marks["status"].to_numpy()
    ranks = np.where(marks["status"] == _CANCELLED, _LAST, ranks)
    level = np.zeros(len(marks))
    found = []
    for name, group in marks.groupby("lane", sort=False):
        at = group.index.to_numpy()
        level[at] = stack(start[at].tolist(), end[at].tolist(), ranks[at].tolist(), dot)
        found.append(Lane(str(name), len(at), [(start[i], level[i] + 1) for i in at]))
    return level, found


def _span(left: Days, right: Days) -> tuple[float, float]:
    """The ends of the axis in days: the marks', widened to half a year at least, with air at both ends."""
    low, high = float(left.min()), float(right.max())
    missing = max(0.0, _SHORTEST - (high - low)) / 2
    low, high = low - missing, high + missing
    air = (high - low) * _AIR
    return low - air, high + air


def _add_marks(traces: list[go.Bar | go.Scatter], marks: pd.DataFrame) -> None:
    """Bars first, then lines, dots on top: one trace each for a kind and status."""
    for draw in (_bars, _lines, _dots):
        for code, status in enumerate(STATUSES):
            for place, kind in enumerate(KINDS):
                same = marks[(marks["kind"] == place) & (marks["status"] == code)]
                if len(same):
                    draw(traces, same, str(kind), str(status))


def _bars(traces: list[go.Bar | go.Scatter], marks: pd.DataFrame, kind: str, status: str) -> None:
    rows = marks[marks["vague"]]
    if rows.empty:
        return
    opacity = _PALE if status == Status.HELD else 1
    bar = go.Bar(
        base=moments(rows["left"]),
        x=((rows["right"] - rows["left"]) * 86_400_000).tolist(),
        y=rows["height"].tolist(),
        width=_BAR,
        orientation="h",
        name=f"{kind}, {status}, only the month or year",
        marker={**palette.bar_marker(kind, status), "opacity": opacity},
        customdata=rows["id"].tolist(),
        hovertext=rows["hover"].tolist(),
        selected={"marker": {"opacity": opacity}},
        unselected={"marker": {"opacity": opacity}},
        **_LOOK,
    )
    traces.append(bar)


def _lines(traces: list[go.Bar | go.Scatter], marks: pd.DataFrame, kind: str, status: str) -> None:
    """The days that a mark goes on for, behind its dot."""
    rows = marks[~marks["vague"] & marks["long"]]
    if rows.empty or status == Status.CANCELLED:
        return
    ends = zip(moments(rows["left"]), moments(rows["right"]), strict=True)
    width = 3 if status == Status.HELD else 1.5
    line = go.Scatter(
        x=[point for first, last in ends for point in (first, last, None)],
        y=[point for height in rows["height"] for point in (height, height, None)],
        mode="lines",
        name=f"{kind}, {status}, several days",
        hoverinfo="skip",
        line={"width": width, "color": palette.colour(kind)},
    )
    traces.append(line)


def _dots(traces: list[go.Bar | go.Scatter], marks: pd.DataFrame, kind: str, status: str) -> None:
    rows = marks[~marks["vague"]]
    if rows.empty:
        return
    dots = go.Scatter(
        x=moments(rows["left"]),
        y=rows["height"].tolist(),
        mode="markers",
        name=f"{kind}, {status}",
        marker={**palette.marker(kind, status), "opacity": 1},
        customdata=rows["id"].tolist(),
        hovertext=rows["hover"].tolist(),
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        **_LOOK,
    )
    traces.append(dots)
