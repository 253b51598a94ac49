"""The timeline of a large collection: in each lane, counts a month, quarter or year instead of marks."""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.language.speak import t
from core.model import Status
from core.views import palette
from core.views.figures_text import months_words, safe
from core.views.lane_frame import EPOCH, LEAP_YEAR, Lane, add_frame, axis_year, with_newest
from core.views.lane_marks import is_rest, lane_words
from core.views.palette import KINDS
from core.views.sides import STATUSES
from core.views.terms import term
from core.views.words import month_name, number

TALLEST: Final = 6.5  # dots: the highest bar of the figure
_PERIODS: Final = 60  # as many bars as stay apart


def count_lanes(marks: pd.DataFrame, by_year: bool, newest: date | None) -> go.Figure:
    """Stacked bars by kind in each lane, what is planned hollow on top, what was cancelled left out.

    All lanes with a name share one scale; `Other` and its like have their own where they would flatten the others.

    `marks` is what `lane_marks.lane_marks` gives. `customdata` of a bar: [lane, first day, last day, kind or `planned`].
    """
    table = _table(marks[marks["status"] != STATUSES.index(Status.CANCELLED)], by_year)
    if table.empty:
        return palette.nothing(t("No engagement with a date to draw."))
    table = table.assign(scale=_scales(table))
    found = [
        Lane(str(name), int(group["count"].sum()), _stacks(group, by_year))
        for name, group in table.groupby("lane", sort=False)
    ]
    low, high = axis_year() if by_year else (_days(table["first"].min()), _days(table["after"].max()))
    if newest is not None and not by_year:
        low, high, newest = with_newest(low, high, newest)
    figure = go.Figure()
    base = add_frame(figure, found, low, high, by_year, newest)
    table = table.assign(
        bottom=table["lane"].map(base) + 0.15 + table["below"] * table["scale"],
        tall=table["count"] * table["scale"],
    )
    for what in (*map(str, KINDS), str(Status.PLANNED)):
        rows = table[table["what"] == what]
        if len(rows):
            figure.add_trace(_bars(rows, what, by_year))
    return figure


def _table(marks: pd.DataFrame, by_year: bool) -> pd.DataFrame:
    """Counts by lane, period and `what` (a kind, or planned), with the period's ends and `below`, the count under it."""
    month = (marks["start"].dt.year * 12 + marks["start"].dt.month - 1).to_numpy().astype(np.intp)
    shown = month % 12 if by_year else month
    span = int(shown.max() - shown.min()) + 1 if len(shown) else 1
    wide = next((size for size in (1, 3) if span <= _PERIODS * size), 12)
    lane, names = pd.factorize(marks["lane"])
    code = np.where(marks["status"] == STATUSES.index(Status.PLANNED), len(KINDS), marks["kind"])
    cells = pd.DataFrame({"place": lane, "period": month // wide, "code": code})
    table = cells.groupby(["place", "period", "code"]).size().rename("count").reset_index()
    below = table.groupby(["place", "period"])["count"].cumsum() - table["count"]
    return table.assign(
        lane=names[table["place"]].astype(str),
        below=below,
        what=[str((*KINDS, Status.PLANNED)[code]) for code in table["code"]],
        first=_month_starts(table["period"] * wide),
        after=_month_starts((table["period"] + 1) * wide),
    )


def _month_starts(months: "pd.Series[int]") -> "pd.Series[pd.Timestamp]":
    """The first days of months that are counted from the year 0."""
    return pd.to_datetime(pd.DataFrame({"year": months // 12, "month": months % 12 + 1, "day": 1}))


def _scales(table: pd.DataFrame) -> "pd.Series[float]":
    """Dots for one engagement: one scale for all lanes with a name, one of its own for a rest lane above them."""
    tops = table.groupby(["lane", "first"], sort=False)["count"].sum().groupby("lane", sort=False).max()
    named = tops[[not is_rest(str(lane)) for lane in tops.index]]
    shared = int(named.max()) if len(named) else 0
    scale = {lane: TALLEST / max(shared, int(top) if is_rest(str(lane)) else 0) for lane, top in tops.items()}
    return table["lane"].map(scale).astype(float)


def _stacks(group: pd.DataFrame, by_year: bool) -> list[tuple[float, float]]:
    heights = group["count"].mul(group["scale"]).groupby(group["first"]).sum()
    return [
        (_days(_on_axis(pd.Timestamp(str(first)), by_year)), float(height))
        for first, height in heights.items()
    ]


def _on_axis(first: pd.Timestamp, by_year: bool) -> pd.Timestamp:
    return first.replace(year=LEAP_YEAR) if by_year else first


def _days(moment: pd.Timestamp) -> float:
    return float((moment - EPOCH).days)


def _bars(rows: pd.DataFrame, what: str, by_year: bool) -> go.Bar:
    lengths = (rows["after"] - rows["first"]).dt.days
    last = rows["after"] - pd.Timedelta(days=1)
    hollow = {"color": palette.BACKGROUND, "line": {"width": 1, "color": palette.MUTED}}
    said = term("status" if what == Status.PLANNED else "kind", what)
    told = zip(rows["lane"], rows["first"], last, rows["count"], strict=True)
    ends = zip(rows["lane"], rows["first"].dt.strftime("%Y-%m-%d"), last.dt.strftime("%Y-%m-%d"), strict=True)
    return go.Bar(
        x=[
            (_on_axis(first, by_year) + pd.Timedelta(days=length / 2)).strftime("%Y-%m-%dT%H:%M")
            for first, length in zip(rows["first"], lengths, strict=True)
        ],
        y=rows["tall"].tolist(),
        base=rows["bottom"].tolist(),
        width=(lengths * 0.8 * 86_400_000).tolist(),
        name=what,
        marker=hollow if what == Status.PLANNED else palette.bar_marker(what, Status.HELD),
        customdata=[[*cell, what] for cell in ends],
        hovertext=[
            _hover(lane, first, day, f"{said} {number(count)}", by_year) for lane, first, day, count in told
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _hover(lane: str, first: pd.Timestamp, last: pd.Timestamp, words: str, by_year: bool) -> str:
    if by_year:
        return f"<b>{month_name(first.month)} {first.year}</b><br>{words}"
    return f"<b>{safe(lane_words(lane))}</b><br>{months_words(first, last)}<br>{words}"
