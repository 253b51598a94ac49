"""A chart as a picture that stands alone: its title, what the colours mean, what was asked and which data.

The reader's own browser makes the picture from the chart as it is drawn; nothing is sent anywhere.
"""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

import plotly.graph_objects as go

from core.language.speak import t
from core.model import Status
from core.views.figures_text import safe
from core.views.palette import (
    BACKGROUND,
    CLASS_COLOURS,
    CONFIG,
    KIND_COLOUR,
    MUTED,
    Classes,
    class_labels,
    glyph,
)
from core.views.terms import term

Form = Literal["PNG", "SVG"]
FORMS: Final[tuple[Form, ...]] = ("PNG", "SVG")
HEAD, DATES_ABOVE, FOOT = (
    58,
    44,
    46,
)  # pixels for the title and legend, for labels above the chart, for the source
SCALE: Final = 3  # of a PNG: fine enough for print
SIDES: Final = 14  # pixels free at the left and the right
FONT: Final = "Arial, Helvetica, sans-serif"  # a picture has no font of the page: what is measured must be what is drawn
LINE: Final = 110  # characters of a line under the picture


@dataclass(frozen=True, slots=True)
class Caption:
    """What a picture says of itself; `classes` are what is counted and where each class begins, where colours count."""

    title: str
    classes: tuple[str, Classes] | None = None
    note: str = ""


def standing_alone(figure: go.Figure, caption: Caption, source: str) -> go.Figure:
    """A copy of the figure with title and legend above and, below it, `source` (what was asked, which data)."""
    alone = go.Figure(figure)
    above = HEAD + (DATES_ABOVE if "top" in _sides(figure) else 0)
    lines = _wrapped(". ".join(part for part in (caption.note.rstrip("."), source) if part))
    margin = figure.layout.margin
    foot = FOOT + 14 * (len(lines) - 1)
    alone.update_layout(
        height=(figure.layout.height or 300) + above + foot,
        margin={"l": SIDES + (margin.l or 0), "r": SIDES + (margin.r or 0), "t": above, "b": foot, "pad": 0},
        paper_bgcolor=BACKGROUND,
        font={"family": FONT},
        title={
            "text": f"<b>{safe(caption.title)}</b>",
            "subtitle": {"text": _legend(figure, caption), "font": {"size": 12, "family": FONT}},
            "font": {"size": 16, "family": FONT},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 6, "l": 4},
        },
    )
    alone.add_annotation(
        x=0,
        xref="paper",
        xanchor="left",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=-(foot - 14 * len(lines) - 4),
        text="<br>".join(lines),
        align="left",
        showarrow=False,
        font={"size": 11, "color": MUTED},
    )
    alone.update_annotations(font_family=FONT)
    for axes in (alone.update_xaxes, alone.update_yaxes):
        axes(tickfont_family=FONT)
    for kind in ("bar", "scatter", "heatmap"):
        alone.update_traces(textfont_family=FONT, selector={"type": kind})
    return alone


def picture_config(form: Form, name: str) -> dict[str, Any]:
    """Plotly's settings with one button on the chart, which saves it under `name` in this form."""
    return CONFIG | {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": form.lower(), "filename": name, "scale": SCALE if form == "PNG" else 1},
    }  # fmt: skip


def _legend(figure: go.Figure, caption: Caption) -> str:
    """What the colours and marks mean, in the colours themselves."""
    if caption.classes:
        what, starts = caption.classes
        keys = [
            f'<span style="color:{colour}">■</span> {label}'
            for colour, label in zip(CLASS_COLOURS, class_labels(starts), strict=True)
        ]
        return "  ".join([*keys, safe(what)])
    drawn = str(go.Figure(figure).update_layout(template="none").to_json())  # the template names all colours
    kinds = [kind for kind, colour in KIND_COLOUR.items() if colour in drawn]
    keys = [
        f'<span style="color:{KIND_COLOUR[kind]}">{glyph(kind, Status.HELD)}</span> {term("kind", kind)}'
        for kind in kinds
    ]
    return "  ".join([*keys, t("hollow: planned")]) if keys else ""


def _sides(figure: go.Figure) -> set[str]:
    """On which sides of the figure its horizontal axes have their labels."""
    return {axis.side for axis in figure.select_xaxes() if axis.side and axis.visible is not False}


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in re.split(r"\s+", text.strip()):
        if len(lines[-1]) + len(word) > LINE and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return [safe(line) for line in lines]
