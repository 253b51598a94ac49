"""The ranking of countries beside the map: a click on a row adds the country to the filter."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from core.language.speak import t
from core.ui.days import day_column, with_days
from core.ui.paper import draw_on_paper
from core.views import words
from core.views.history import recent_years

HEIGHT = 432


def draw_ranking(
    table: pd.DataFrame, shown: pd.DataFrame, alt: str, key: str, on_click: Callable[[str], None]
) -> None:
    """Draws countries, how many engagements, how many each year, and when the last was held.

    `table` is `rankings.by_partner` or `by_place` of the engagements `shown`; `on_click` gets the code of the row that was clicked.
    """
    codes = table["country"].tolist()
    span, years = recent_years(table, shown)
    rows = pd.DataFrame(
        {
            "Country": [words.country_label(code) for code in codes],
            "No.": table["engagements"].to_numpy(),
            "Years": years,
            "Last held": table["last_held"].to_numpy(),
        }
    )
    st.session_state[key] = {"selection": {"cells": []}}  # a click is a command, nothing stays marked
    st.dataframe(
        with_days(rows, "Last held"),
        height=HEIGHT if len(rows) > 12 else "content",
        hide_index=True,
        key=key,
        on_select=partial(_click, key, codes, on_click),
        selection_mode="single-cell",
        placeholder=t("none reported"),
        lazy=False,
        column_config={
            "Country": st.column_config.TextColumn(t("Country"), width=150),
            "No.": st.column_config.NumberColumn(
                t("No."), format="localized", width=54, help=t("Engagements, held and planned")
            ),
            "Years": st.column_config.BarChartColumn(span, y_min=0, width=74),
            "Last held": day_column(t("Last held"), width=92),
        },
        alt=alt,
    )
    draw_on_paper(rows.drop(columns="Years"))


def _click(key: str, codes: list[str], on_click: Callable[[str], None]) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells:
        on_click(codes[cells[0][0]])
