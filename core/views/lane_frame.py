"""The frame of a timeline: lanes with their names and rules, the dates on top, the day of the newest document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import plotly.graph_objects as go

from core.views import palette
from core.views.figures_text import safe
from core.views.lane_marks import lane_words
from core.views.words import number

DOT: Final = 9.5  # pixels a dot takes, in height
HEAD: Final = 26  # pixels for the dates on top
_NAME: Final = 1.8  # dots that a lane's name takes, in height
_PHONE: Final = 345  # pixels: the narrowest plot on which a name must not cover a mark
_LETTER: Final = 7.2  # pixels a letter of a name takes
_YEARS: Final = 5
_NEAR: Final = 0.15  # of the axis: a newest document farther behind the last mark is not drawn
_AIR: Final = 0.012  # of the axis
LEAP_YEAR: Final = 2000  # all years of the view by year are laid over this one


EPOCH: Final = pd.Timestamp(0)
_DAY: Final = pd.Timedelta(days=1)

Days = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's name, its count, and its marks as (left end in days, height of their stack in dots)."""

    name: str
    count: int
    marks: Sequence[tuple[float, float]]


def days_of(marks: pd.DataFrame, by_year: bool) -> tuple[Days, Days]:
    """First and last moment of each mark in days since 1970; in the view by year, as if all were in LEAP_YEAR.

    A known day is its noon, so that the mark stands over the day; a vague one runs to its last midnight.
    """
    first, last = marks["start"], marks["end"]
    if by_year:
        last = last.where(first.dt.year == last.dt.year, pd.to_datetime(first.dt.year.astype(str) + "-12-31"))
        first, last = _in_leap_year(first), _in_leap_year(last)
    vague = marks["vague"].to_numpy()
    left, right = (((day - EPOCH) / _DAY).to_numpy(dtype=np.float64) for day in (first, last))
    return np.where(vague, left, left + 0.5), np.where(vague, right + 1, right + 0.5)


def axis_year() -> tuple[float, float]:
    """The ends of the axis in the view by year, in days since 1970."""
    return tuple((pd.Timestamp(year, 1, 1) - EPOCH) / _DAY for year in (LEAP_YEAR, LEAP_YEAR + 1))  # type: ignore[return-value]


def with_newest(low: float, high: float, newest: date) -> tuple[float, float, date | None]:
    """The axis widened to the day of the newest document, or without that day where it lies far from all marks."""
    day = float((pd.Timestamp(newest) - EPOCH).days)
    if day < low or day > high + (high - low) * _NEAR:
        return low, high, None
    return low, max(high, day + (high - low) * _AIR), newest


def add_frame(
    figure: go.Figure, lanes: Sequence[Lane], low: float, high: float, by_year: bool, newest: date | None
) -> dict[str, float]:
    """Adds axes, names and rules; gives back the base line of each lane in dots, 0 at the figure's foot."""
    heights = [_height(lane, low, high) for lane in lanes]
    total = sum(heights)
    palette.plain_layout(figure, total * DOT + HEAD)
    figure.update_layout(margin={"l": 0, "r": 0, "t": HEAD, "b": 0}, barmode="overlay", dragmode="zoom")
    base: dict[str, float] = {}
    names: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    top = total
    for lane, height in zip(lanes, heights, strict=True):
        base[lane.name] = top - height
        names.append(_name(lane, top))
        lines += [_rule(top)] if top < total else []
        top -= height
    figure.update_yaxes(visible=False, fixedrange=True, range=[0, total])
    _dates(figure, low, high, by_year)
    if newest is not None and not by_year:
        lines.append(_newest(newest, total))
    figure.update_layout(annotations=names, shapes=lines)
    return base


def _in_leap_year(days: "pd.Series[pd.Timestamp]") -> "pd.Series[pd.Timestamp]":
    return pd.to_datetime(pd.DataFrame({"year": LEAP_YEAR, "month": days.dt.month, "day": days.dt.day}))


def _height(lane: Lane, low: float, high: float) -> float:
    """In dots: its tallest stack, and more where a stack would reach into its name."""
    tallest = max((top for _, top in lane.marks), default=0.0)
    wide = (len(lane_words(lane.name)) + len(str(lane.count)) + 2) * _LETTER / _PHONE * (high - low)
    under = max((top for left, top in lane.marks if left < low + wide), default=0.0)
    return max(tallest + 1.1, under + 1.1 + _NAME, 2.4)


def _name(lane: Lane, top: float) -> dict[str, Any]:
    count = f"<span style='color:{palette.MUTED}'>{number(lane.count)}</span>"
    return {
        "x": 0,
        "xref": "paper",
        "y": top,
        "xanchor": "left",
        "yanchor": "top",
        "yshift": -2,
        "showarrow": False,
        "borderpad": 1,
        "text": f"<b>{safe(lane_words(lane.name))}</b>  {count}",
        "bgcolor": palette.BACKGROUND,
        "font": {"size": 12.5, "color": palette.INK},
    }


def _rule(y: float) -> dict[str, Any]:
    line = {"width": 1, "color": palette.HAIRLINE}
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": y,
        "y1": y,
        "layer": "below",
        "line": line,
    }


def _dates(figure: go.Figure, low: float, high: float, by_year: bool) -> None:
    axis: dict[str, Any] = {
        "type": "date",
        "side": "top",
        "showgrid": True,
        "gridcolor": palette.HAIRLINE,
        "gridwidth": 1,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "tickfont": {"size": 12, "color": palette.MUTED},
        "tickangle": 0,
        "title": None,
        "automargin": False,
        "fixedrange": False,
    }
    if by_year:
        axis |= {"dtick": "M1", "tick0": f"{LEAP_YEAR}-01-01", "tickformat": "%b", "ticklabelmode": "period"}
    else:
        # Years are short: more of them fit than Plotly would put. Else it goes by the width.
        axis |= {"nticks": 14 if high - low > _YEARS * 365 else 0, "tickformatstops": _tick_words()}
    ends = moments((low, high))
    figure.update_xaxes(**axis, range=ends, minallowed=ends[0], maxallowed=ends[1])


def moments(days: Iterable[float]) -> list[str]:
    """Days since 1970 as Plotly dates."""
    return [(EPOCH + pd.Timedelta(days=day)).strftime("%Y-%m-%dT%H:%M") for day in days]


def _tick_words() -> list[dict[str, object]]:
    return [
        {"dtickrange": [None, "M1"], "value": "%-d %b %Y"},
        {"dtickrange": ["M1", "M11"], "value": "%b %Y"},
        {"dtickrange": ["M12", None], "value": "%Y"},
    ]


def _newest(newest: date, total: float) -> dict[str, Any]:
    day = pd.Timestamp(newest).strftime("%Y-%m-%dT12:00")
    line = {"width": 1.2, "dash": "dot", "color": palette.MUTED}
    return {"type": "line", "x0": day, "x1": day, "y0": 0, "y1": total, "layer": "below", "line": line}
