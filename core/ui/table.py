"""The table of engagements: one click anywhere in a row opens its record."""

from functools import partial

import pandas as pd
import streamlit as st

from core.ui.links import RECORD_KEY
from core.views import words
from core.views.listing import dates_in_words, listing
from core.views.palette import KIND_HEX

HEIGHT = 600
FEW = 16  # rows that need no scrolling
PAGE = 500
KEY = "engagements"
PAGES = "page"


def page_of_rows(shown: pd.DataFrame, open_id: str) -> pd.DataFrame:
    """The rows of the page that is turned to, at first that of the open row; all when one page holds them."""
    pages = -(-len(shown) // PAGE)
    if pages > 1 and PAGES not in st.session_state:
        st.session_state[PAGES] = int((shown["engagement_id"] == open_id).to_numpy().argmax()) // PAGE + 1
    turned = min(int(st.session_state.get(PAGES) or 1), pages)
    return shown.iloc[(turned - 1) * PAGE : turned * PAGE]


def draw_table(rows: pd.DataFrame, open_id: str, pages_of: int) -> None:
    """Draws these engagements with the open one marked; `pages_of` is how many there are on all pages."""
    st.markdown(":small[:gray[Newest first. Click a row to read it; arrow keys go on.]]")
    ids = rows["engagement_id"].tolist()
    cell = (ids.index(open_id), "Sides") if open_id in ids else None
    st.session_state[KEY] = {"selection": {"cells": [cell] if cell else []}}
    st.dataframe(
        _styled(rows),
        height=HEIGHT if len(rows) > FEW else "content",
        hide_index=True,
        key=KEY,
        on_select=partial(_open, ids),
        selection_mode="single-cell",
        placeholder=words.NO_DATE,
        lazy=False,
        column_config={
            "When": st.column_config.DatetimeColumn(width=100),
            "Sides": st.column_config.TextColumn(width=156),
            "Kind": st.column_config.TextColumn(width=138),
            "Forum": st.column_config.TextColumn(width=108),
            "Src": st.column_config.NumberColumn(width=38, help="How many documents tell of it"),
            "Conf.": st.column_config.NumberColumn(
                width=50, format="%.2f", help="Of 100 records scored 0.80, about 80 are right"
            ),
        },
        alt=f"Table of {words.counted(len(rows), 'engagement')}, newest first",
    )
    if pages_of > PAGE:
        st.pagination(-(-pages_of // PAGE), key=PAGES, max_visible_pages=5)


def _open(ids: list[str]) -> None:
    cells = st.session_state[KEY]["selection"]["cells"]
    if cells:
        st.query_params[RECORD_KEY] = ids[cells[0][0]]


def _styled(rows: pd.DataFrame) -> "pd.io.formats.style.Styler":
    table = listing(rows)
    # A formatter sees one value and not its row: a millisecond a row tells equal days apart.
    table["When"] = table["When"] + pd.to_timedelta(range(len(table), 0, -1), unit="ms")
    said = dict(zip(table["When"], dates_in_words(rows), strict=True))
    hexes = KIND_HEX["dark" if st.context.theme.type == "dark" else "light"]
    colours = [f"color:{hexes[kind]}" for kind in rows["kind"]]
    styler = table.style.format(lambda day: said.get(day, words.NO_DATE), subset=["When"])
    return styler.apply(lambda _: colours, axis=0, subset=["Kind"])
