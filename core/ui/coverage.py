"""The table of sources."""

import pandas as pd
import streamlit as st

from core.language.speak import t
from core.ui.paper import draw_on_paper
from core.views import words
from core.views.terms import term


def draw_sources(sources: pd.DataFrame) -> None:
    """A row a source: how many articles, how many of them report an engagement, how many repeat another one."""
    st.subheader(t("Sources"), anchor=False)
    st.dataframe(
        sources.assign(kind=[term("source kind", kind) for kind in sources["kind"]]),
        height=360 if len(sources) > 9 else "content",
        hide_index=True,
        placeholder=t(words.NOT_TOLD),
        column_config={
            "source": st.column_config.TextColumn(t("Source")),
            "kind": st.column_config.TextColumn(t("Kind")),
            "reliability": st.column_config.TextColumn(
                t("Reliability"), help=t("A reliable to E not; F cannot be judged")
            ),
            "articles": st.column_config.NumberColumn(t("Articles")),
            "reporting": st.column_config.NumberColumn(t("With an engagement")),
            "copies": st.column_config.NumberColumn(t("Copies of another")),
            "first": st.column_config.DateColumn(t("First"), format=words.date_format()),
            "last": st.column_config.DateColumn(t("Last"), format=words.date_format()),
        },
        alt=t("Sources, most articles first"),
    )
    draw_on_paper(sources)
