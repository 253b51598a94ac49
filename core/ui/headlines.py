"""The figures at the top of a page, two by two on a phone."""

from collections.abc import Sequence

import streamlit as st

from core.views import words
from core.views.summary import Headline


def draw_headlines(headlines: Sequence[Headline]) -> None:
    """Draws each figure with how it moved; in grey, for more is not better."""
    with st.grid(columns=4, min_column_width=150):
        for headline in headlines:
            moved = headline.before is not None and headline.after is not None
            st.metric(
                headline.label,
                words.number(headline.value),
                delta=words.change((headline.after or 0) - (headline.before or 0)) if moved else None,
                delta_color="off",
                delta_arrow="off",
                delta_description=_movement(headline) if moved else None,
                help=headline.help,
            )


def _movement(headline: Headline) -> str:
    before, after = words.number(headline.before or 0), words.number(headline.after or 0)
    return f"{headline.span}: {before} → {after}"
