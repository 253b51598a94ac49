"""The chart of a brief as inline SVG, drawn by hand: no script, no font, no outside file."""

import html

from core.exports.brief.parts import Bar, Bars
from core.model import Status
from core.views.palette import KIND_HEX, glyph
from core.views.terms import term

WIDTH = 640
LABEL = 44  # pixels left of the bars
ROW = 17
BAR = 12
COLOURS = {str(kind): colour for kind, colour in KIND_HEX["light"].items()}
HOLLOW = "#566070"


def drawn(chart: Bars) -> str:
    """The chart as an `svg` element with its figures in words for those who do not see it."""
    most = max((bar.total for bar in chart.bars), default=0) or 1
    scale = (WIDTH - LABEL - 40) / most
    height = ROW * len(chart.bars) + 2
    rows = "".join(_row(bar, index * ROW, scale) for index, bar in enumerate(chart.bars))
    told = html.escape(f"{chart.title}: " + "; ".join(f"{bar.label} {bar.total}" for bar in chart.bars))
    return (
        f'<svg role="img" aria-label="{told}" viewBox="0 0 {WIDTH} {height}" width="100%" '
        f'xmlns="http://www.w3.org/2000/svg" font-size="12">{rows}</svg>'
    )


def legend(chart: Bars) -> str:
    """Which colour means which kind, as HTML; only kinds that occur."""
    kinds = dict.fromkeys(kind for bar in chart.bars for kind, _ in bar.held)
    keys = [
        f'<span><span style="color:{COLOURS[kind]}">{glyph(kind, "held")}</span>&nbsp;{html.escape(term("kind", kind))}</span>'
        for kind in COLOURS
        if kind in kinds
    ]
    if any(bar.planned for bar in chart.bars):
        keys.append(f"<span>□&nbsp;{html.escape(term('status', Status.PLANNED))}</span>")
    return " ".join(keys)


def _row(bar: Bar, top: int, scale: float) -> str:
    parts = [f'<text x="{LABEL - 6}" y="{top + BAR - 2}" text-anchor="end">{html.escape(bar.label)}</text>']
    left = float(LABEL)
    for kind, count in bar.held:
        wide = count * scale
        parts.append(
            f'<rect x="{left:.1f}" y="{top}" width="{wide:.1f}" height="{BAR}" fill="{COLOURS[kind]}"/>'
        )
        left += wide
    if bar.planned:
        wide = bar.planned * scale
        parts.append(
            f'<rect x="{left + 0.5:.1f}" y="{top + 0.5}" width="{max(0.0, wide - 1):.1f}" height="{BAR - 1}" '
            f'fill="#ffffff" stroke="{HOLLOW}"/>'
        )
        left += wide
    parts.append(f'<text x="{left + 5:.1f}" y="{top + BAR - 2}">{bar.total or "–"}</text>')
    return "".join(parts)
