"""The words inside figures: labels, hover texts, legend lines.

Plotly renders a little HTML in hover texts and labels. What comes from an article, a title or a name, is
therefore escaped before it goes into a figure, and never becomes part of a template.
"""

import html
import textwrap
import unicodedata
from typing import Any

import pandas as pd

from core.language.speak import t
from core.model import Status
from core.views.columns import texts
from core.views.palette import KINDS, STREAMLIT_COLOUR, glyph
from core.views.terms import forum_short, term
from core.views.words import DASH, kind_and_status, month_name, number, place, sides, when

HOVER_WIDTH = 46  # characters: a hover box must fit a phone
HOVER_LINES = 4
LABEL_WIDTH = 22
_TIE = "\u00a0"  # a space at which no line breaks: a mark stays with its word


def safe(text: object) -> str:
    """Text that Plotly shows as it is: on one line, without control characters, markup taken literally."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return html.escape(plain, quote=False)


def shortened(label: str, most: int = LABEL_WIDTH) -> str:
    """A label that fits beside a chart: cut at a word and marked by an ellipsis where it is too long."""
    if _width(label) <= most:
        return label
    cut = label
    while _width(cut) >= most:
        cut = cut[:-1]
    words = cut.rsplit(" ", 1)[0]
    return (words if len(words) > most * 0.6 else cut).rstrip(" ,;-–(") + "…"


def _width(label: str) -> int:
    """How many letters stand beside each other: the signs about letters (of Devanagari) take little room or none."""
    return sum(unicodedata.category(letter) not in ("Mn", "Mc") for letter in label)


def forum_label(name: str, most: int = LABEL_WIDTH) -> str:
    """The short name of a forum for charts: the lexicon's, else its name, cut where it is too long."""
    return shortened(forum_short(name), most)


def months_words(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """A span of whole months: "Dec 2024", "Oct–Dec 2024", "Dec 2024–Jan 2025"."""
    until = f"{month_name(last.month)} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return until
    since = month_name(first.month) + ("" if first.year == last.year else f" {first.year}")
    return f"{since}{DASH}{until}"


def breakdown(row: Any) -> list[str]:
    """Counts by kind of a table's row, three to a line: "bilateral 13, visit 6, planned 5"; what is zero is left out.

    The row has the columns of `sides.count_columns`.
    """
    parts = [f"{term('kind', kind)} {number(row[f'{kind} held'])}" for kind in KINDS if row[f"{kind} held"]]
    planned = sum(int(row[f"{kind} planned"]) for kind in KINDS)
    parts += [f"{term('status', Status.PLANNED)} {number(planned)}"] if planned else []
    return [", ".join(parts[at : at + 3]) for at in range(0, len(parts), 3)]


def hover_texts(engagements: pd.DataFrame) -> list[str]:
    """What the hover box says of each engagement: sides, date, kind, forum, place, the sentence's first words."""
    columns = ("date_precision", "countries", "kind", "status", "forum", "host_country", "city", "evidence")
    cells = [texts(engagements, column) for column in columns]
    rows = zip(engagements["date_start"], engagements["date_end"], *cells, strict=True)
    return [
        _hover(when(start, end, precision), sides(countries), *rest)
        for start, end, precision, countries, *rest in rows
    ]


def legend_words(engagements: pd.DataFrame) -> str:
    """The legend line over a chart as Markdown of own words: glyph, kind and count, what hollow means."""
    counts = texts(engagements, "kind").value_counts()
    status = texts(engagements, "status")
    parts = [
        f":{STREAMLIT_COLOUR[kind]}[{glyph(kind, Status.HELD)}]{_TIE}{tied(term('kind', kind))}{_TIE}:gray[{number(int(counts[kind]))}]"
        for kind in KINDS
        if kind in counts
    ]
    if (status == Status.PLANNED).any():
        parts.append(f"{glyph(KINDS[0], Status.PLANNED)}{_TIE}{tied(t('hollow: planned'))}")
    if (status == Status.CANCELLED).any():
        parts.append(f"{glyph(KINDS[0], Status.CANCELLED)}{_TIE}{tied(term('status', Status.CANCELLED))}")
    return "\u2002 ".join(parts)


def tied(text: str) -> str:
    """The text without a place to break a line at."""
    return text.replace(" ", _TIE)


def _hover(
    date: str, who: str, kind: str, status: str, forum: str, host: str, city: str, evidence: str
) -> str:
    lines = [f"<b>{safe(who)}</b>", f"{date} · {kind_and_status(kind, status)}"]
    lines += [line for part in (term("forum", forum), place(city, host)) for line in wrapped(part, 2)]
    return "<br>".join(lines + [f"<i>{line}</i>" for line in wrapped(evidence, HOVER_LINES)])


def wrapped(text: str, lines: int) -> list[str]:
    """`text` in at most so many lines of a hover box, each of them safe."""
    short = " ".join(text[: HOVER_WIDTH * (lines + 1)].split())
    return [safe(line) for line in textwrap.wrap(short, HOVER_WIDTH, max_lines=lines, placeholder=" …")]
