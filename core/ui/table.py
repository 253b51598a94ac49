"""The table of engagements: one click anywhere in a row opens its record."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from core.language.speak import t, tn
from core.ui.links import RECORD_KEY
from core.ui.paper import MOST, draw_on_paper
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


def draw_table(rows: pd.DataFrame, open_id: str, pages_of: int, marks: Mapping[str, str]) -> None:
    """Draws these engagements with the open one marked; `pages_of` is how many there are on all pages.

    `marks` says of some that they are new or changed: then the table has a column for it.
    """
    st.markdown(f":small[:gray[{t('Newest first. Click a row to read it; arrow keys go on.')}]]")
    ids = rows["engagement_id"].tolist()
    marked = any(key in marks for key in ids)
    cell = (ids.index(open_id), "Sides") if open_id in ids else None
    st.session_state[KEY] = {"selection": {"cells": [cell] if cell else []}}
    st.dataframe(
        _styled(rows, marks),
        height=HEIGHT if len(rows) > FEW else "content",
        hide_index=True,
        key=KEY,
        on_select=partial(_open, ids),
        selection_mode="single-cell",
        placeholder=t(words.NO_DATE),
        lazy=False,
        column_config={
            "When": st.column_config.DatetimeColumn(t("When"), width=96 if marked else 100),
            "New": st.column_config.TextColumn(
                t("New"), width=66, help=t("Since your last visit, or the version asked for")
            ),
            "Sides": st.column_config.TextColumn(t("Sides"), width=128 if marked else 156),
            "Kind": st.column_config.TextColumn(t("Kind"), width=132 if marked else 138),
            "Forum": st.column_config.TextColumn(t("Forum"), width=84 if marked else 108),
            "Src": st.column_config.NumberColumn(t("Src"), width=38, help=t("How many documents tell of it")),
            "Conf.": st.column_config.NumberColumn(
                t("Conf."), width=50, format="%.2f", help=t("Of 100 records scored 0.80, about 80 are right")
            ),
        },
        alt=tn(
            "Table of {count} engagement, newest first",
            "Table of {count} engagements, newest first",
            len(rows),
        ),
    )
    table = listing(rows.head(MOST + 1))
    draw_on_paper(table.assign(When=dates_in_words(rows.head(MOST + 1))), len(rows))
    if pages_of > PAGE:
        st.pagination(-(-pages_of // PAGE), key=PAGES, max_visible_pages=5)


def _open(ids: list[str]) -> None:
    cells = st.session_state[KEY]["selection"]["cells"]
    if cells:
        st.query_params[RECORD_KEY] = ids[cells[0][0]]


def _styled(rows: pd.DataFrame, marks: Mapping[str, str]) -> "pd.io.formats.style.Styler":
    table = listing(rows)
    news = [t(marks.get(str(key), "")) for key in rows["engagement_id"]]
    if any(news):
        table.insert(1, "New", news)
    # A formatter sees one value and not its row: a millisecond a row tells equal days apart.
    table["When"] = table["When"] + pd.to_timedelta(range(len(table), 0, -1), unit="ms")
    said = dict(zip(table["When"], dates_in_words(rows), strict=True))
    hexes = KIND_HEX["dark" if st.context.theme.type == "dark" else "light"]
    colours = [f"color:{hexes[kind]}" for kind in rows["kind"]]
    styler = table.style.format(lambda day: said.get(day, t(words.NO_DATE)), subset=["When"])
    return styler.apply(lambda _: colours, axis=0, subset=["Kind"])
