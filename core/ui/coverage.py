"""The table of sources."""

import pandas as pd
import streamlit as st

from core.ui.paper import draw_on_paper
from core.views import words


def draw_sources(sources: pd.DataFrame) -> None:
    """A row a source: how many articles, how many of them report an engagement, how many repeat another one."""
    st.subheader("Sources", anchor=False)
    st.dataframe(
        sources,
        height=360 if len(sources) > 9 else "content",
        hide_index=True,
        placeholder=words.NOT_TOLD,
        column_config={
            "source": st.column_config.TextColumn("Source"),
            "kind": st.column_config.TextColumn("Kind"),
            "reliability": st.column_config.TextColumn(
                "Reliability", help="A reliable to E not; F cannot be judged"
            ),
            "articles": st.column_config.NumberColumn("Articles"),
            "reporting": st.column_config.NumberColumn("With an engagement"),
            "copies": st.column_config.NumberColumn("Copies of another"),
            "first": st.column_config.DateColumn("First", format="D MMM YYYY"),
            "last": st.column_config.DateColumn("Last", format="D MMM YYYY"),
        },
        alt="Sources, most articles first",
    )
    draw_on_paper(sources)
