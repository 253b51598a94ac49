"""The table of sources."""

import pandas as pd
import streamlit as st

from core.language.speak import t
from core.ui.clicks import clickable
from core.ui.days import day_column, with_days
from core.ui.grading import draw_grading
from core.ui.paper import draw_on_paper
from core.ui.state import add_to
from core.views import words
from core.views.coverage import UNNAMED
from core.views.terms import term


def draw_sources(sources: pd.DataFrame) -> None:
    """A row a source: how many articles, how many of them report an engagement, how many repeat another one.

    A click on a row adds the source to the filter; a button below grades one.
    """
    unnamed = t(UNNAMED)

    def take(row: int, _: str) -> None:
        if sources["source"].iloc[row] != unnamed:
            add_to("sources", str(sources["source"].iloc[row]))

    st.header(t("Sources"), anchor=False)
    shown = sources.assign(kind=[term("source kind", kind) for kind in sources["kind"]])
    st.dataframe(
        with_days(shown, "first", "last"),
        height=360 if len(sources) > 9 else "content",
        hide_index=True,
        placeholder=t(words.NOT_TOLD),
        column_config={
            "source": st.column_config.TextColumn(t("Source")),
            "kind": st.column_config.TextColumn(t("Kind")),
            "reliability": st.column_config.TextColumn(
                t("Reliability"), help=t("A reliable to E not; F cannot be judged")
            ),
            "articles": st.column_config.NumberColumn(t("Articles"), format="localized"),
            "reporting": st.column_config.NumberColumn(t("With an engagement"), format="localized"),
            "copies": st.column_config.NumberColumn(t("Copies of another"), format="localized"),
            "first": day_column(t("First")),
            "last": day_column(t("Last")),
        },
        alt=t("Sources, most articles first"),
        **clickable("source-table", take),
    )
    draw_on_paper(shown)
    named = sources[sources["source"] != unnamed]
    draw_grading(dict(zip(named["source"], named["reliability"], strict=True)))
