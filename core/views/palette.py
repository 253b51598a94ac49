"""Colours, marks and the common look of every figure: kinds by colour and shape, counts by five classes.

A figure names no colour of its own. It uses the placeholders that Streamlit's Plotly theme replaces in the
browser by the colours of `.streamlit/config.toml`, so that it follows the reader's light or dark mode. What is
drawn outside a figure (legends in HTML, table cells) takes the hex values below, which repeat the theme's.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

import numpy as np
import plotly.graph_objects as go

from core.model import Kind, Status

KINDS: Final = (Kind.BILATERAL, Kind.MULTILATERAL, Kind.VISIT, Kind.CALL, Kind.EXERCISE)

# chartCategoricalColors 1 to 10, as Streamlit's theme for Plotly names them
KIND_COLOUR: Final = dict(zip(KINDS, ("#000001", "#000002", "#000003", "#000004", "#000005"), strict=True))
AXIS: Final = "#000006"
HAIRLINE: Final = "#000007"
INK: Final = "#000008"
MUTED: Final = "#000009"
BACKGROUND: Final = "#000038"

# chartSequentialColors 1, 2, 4, 6, 8 and 10
NONE_COLOUR: Final = "#000011"
CLASS_COLOURS: Final = ("#000012", "#000014", "#000016", "#000018", "#000020")

KIND_HEX: Final = {
    "light": dict(zip(KINDS, ("#2b57b0", "#b85c06", "#0b8570", "#78205a", "#443c22"), strict=True)),
    "dark": dict(zip(KINDS, ("#6ba1dc", "#f29b38", "#63dccf", "#df4f98", "#e8e0b4"), strict=True)),
}
CLASS_HEX: Final = {
    "light": ("#c9d5e6", "#a0b6d4", "#5577aa", "#3f5b90", "#172b54"),
    "dark": ("#33496a", "#416192", "#5b84b8", "#86aedc", "#d3e4f8"),
}
NONE_HEX: Final = {"light": "#eceae4", "dark": "#242a33"}
STREAMLIT_COLOUR: Final = dict(zip(KINDS, ("blue", "orange", "green", "violet", "yellow"), strict=True))

Classes = tuple[int, ...]
"""where each of the five classes of counts begins"""

DOUBLING: Final[Classes] = (1, 2, 4, 8, 16)
_DOUBLED: Final = 64  # counts below it fit the doubling classes
_WIDE: Final = ((4, 1024), (10, 0))  # how much wider a class is than the one before, while the most is below
_LEAST: Final = 0.05  # parts of the counts: what lies outside, a class at the end takes in
_MOST: Final = 0.98

_SYMBOL: Final = dict(zip(KINDS, ("circle", "square", "triangle-up", "diamond", "cross"), strict=True))
_SIZE: Final = dict(zip(KINDS, (8, 7.5, 9, 9, 8.5), strict=True))

_GLYPH: Final = dict(zip(KINDS, ("●", "■", "▲", "◆", "✚"), strict=True))
_OPEN_GLYPH: Final = dict(zip(KINDS, ("○", "□", "△", "◇", "✛"), strict=True))
_CANCELLED_GLYPH: Final = "✕"

CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "topojsonURL": "app/static/stub/",
}


def classes(counts: Iterable[int]) -> Classes:
    """Where the five classes of these counts begin: 1, 2, 4, 8, 16 while all are below 64.

    Above, each begins as many times higher than the one before as spreads the counts over all five: where none is
    below 60 and none above 500, classes from 1 would give all of them one colour.
    """
    known = np.sort([count for count in counts if count > 0])
    if not len(known) or known[-1] < _DOUBLED:
        return DOUBLING
    least, most = (float(known[int(part * (len(known) - 1))]) for part in (_LEAST, _MOST))
    ratio = (most / least) ** (1 / len(CLASS_COLOURS))
    for digits in (2, 3, 4):
        found = (1, *(_rounded(least * ratio**power, digits) for power in range(1, len(CLASS_COLOURS))))
        if all(one < other for one, other in pairwise(found)):
            return found
    wider = next((ratio for ratio, below in _WIDE if known[-1] < below), _WIDE[-1][0])
    return tuple(wider**power for power in range(len(CLASS_COLOURS)))


def _rounded(value: float, digits: int) -> int:
    """With so many digits that say anything: 1,234 of two is 1,200."""
    return int(round(value, digits - len(str(int(value)))))


def class_labels(starts: Classes = DOUBLING) -> tuple[str, ...]:
    """The classes in words, for the legend: 1, 2–3, 4–7, 8–15, 16+."""
    ends = [start - 1 for start in starts[1:]]
    within = [f"{a:,}" if a == b else f"{a:,}–{b:,}" for a, b in zip(starts, ends, strict=False)]
    return (*within, f"{starts[-1]:,}+")


CLASS_LABELS: Final = class_labels()


def count_class(count: int, starts: Classes = DOUBLING) -> int:
    """The class of a count: 0 for none, then 1 to 5."""
    return sum(count >= start for start in starts)


def class_colour(count: int, starts: Classes = DOUBLING) -> str:
    """The placeholder colour of a count's class; the colour of plain land for none."""
    rank = count_class(count, starts)
    return CLASS_COLOURS[rank - 1] if rank else NONE_COLOUR


def class_text_colour(count: int, starts: Classes = DOUBLING) -> str:
    """The placeholder colour in which a figure can be read on its class's colour."""
    return BACKGROUND if count_class(count, starts) >= 3 else INK


def colour(kind: str) -> str:
    """The placeholder colour of a kind."""
    return KIND_COLOUR[Kind(kind)]


def glyph(kind: str, status: str) -> str:
    """The mark of a kind in running text: full for held, hollow for planned, a cross for cancelled."""
    if status == Status.CANCELLED:
        return _CANCELLED_GLYPH
    return (_OPEN_GLYPH if status == Status.PLANNED else _GLYPH)[Kind(kind)]


def marker(kind: str, status: str) -> dict[str, Any]:
    """The mark of an engagement in a figure, as a Plotly marker."""
    if status == Status.CANCELLED:
        return {"symbol": "x-thin", "size": 7, "color": MUTED, "line": {"width": 1.8, "color": MUTED}}
    symbol, size, colour = _SYMBOL[Kind(kind)], _SIZE[Kind(kind)], KIND_COLOUR[Kind(kind)]
    if status == Status.PLANNED:
        return {
            "symbol": f"{symbol}-open",
            "size": size,
            "color": colour,
            "line": {"width": 1.5, "color": colour},
        }
    return {"symbol": symbol, "size": size, "color": colour, "line": {"width": 0}}


def bar_marker(kind: str, status: str) -> dict[str, Any]:
    """The look of a bar's segment: filled for held, an outline on background for planned, grey for cancelled."""
    if status == Status.CANCELLED:
        return {"color": BACKGROUND, "line": {"width": 1.3, "color": MUTED}}
    colour = KIND_COLOUR[Kind(kind)]
    if status == Status.PLANNED:
        return {"color": BACKGROUND, "line": {"width": 1.3, "color": colour}}
    return {"color": colour, "line": {"width": 0}}


def plain_layout(figure: go.Figure, height: float) -> go.Figure:
    """`figure` itself, with the look that all figures share: no margins, no legend, no zoom by accident."""
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        showlegend=False,
        dragmode=False,
        clickmode="event+select",
        hovermode="closest",
        hoverlabel={
            "align": "left",
            "font": {"size": 13, "color": INK},
            "bgcolor": BACKGROUND,
            "bordercolor": AXIS,
        },
        font={"size": 13, "color": INK},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure


def nothing(words: str, height: float = 120) -> go.Figure:
    """A figure that only says in muted words why there is nothing to draw."""
    figure = plain_layout(go.Figure(), height)
    figure.update_xaxes(visible=False, fixedrange=True, range=[0, 1])
    figure.update_yaxes(visible=False, fixedrange=True, range=[0, 1])
    figure.add_annotation(
        x=0,
        y=1,
        xanchor="left",
        yanchor="top",
        text=words,
        showarrow=False,
        font={"color": MUTED, "size": 13},
    )
    return figure
