"""Short lists of engagements, each a link to its record."""

from collections.abc import Hashable, Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd
import streamlit as st

from core.language.speak import t, tn
from core.model import Kind
from core.ui.charts import draw_none, draw_remark
from core.ui.state import NEWER
from core.views import words
from core.views.palette import STREAMLIT_COLOUR, glyph
from core.views.terms import term

RECORD_PAGE = "pages/engagements.py"
RECORD_KEY = "e"  # in the URL: the engagement whose record is open
ADD_PAGE = "pages/add.py"
WHOLE_PAGE = "pages/engagement.py"
MOST = 50  # links that a list unfolds
HERE, LEADS = "page-here", "page-leads"
WHOLE_KEY = "engagement"  # in the URL: the engagement that has the page to itself


def draw_links(
    title: str,
    engagements: pd.DataFrame,
    most: int,
    fold_rest: bool = True,
    marks: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """A titled list with a link for each row: mark, date, sides, and where in grey; the rest folds away if asked.

    `marks` says of some engagements that they are new.
    """
    st.header(title, anchor=False)
    if engagements.empty:
        draw_none()
    _draw_rows(engagements.head(most), marks)
    rest = engagements.iloc[most:]
    if len(rest) and fold_rest:
        with st.expander(tn("and {count} more", "and {count} more", len(rest)), type="compact"):
            _draw_rows(rest.head(MOST), marks)
            if len(rest) > MOST:
                draw_remark(tn("and {count} more", "and {count} more", len(rest) - MOST))


def _draw_rows(engagements: pd.DataFrame, marks: Mapping[str, str]) -> None:
    with st.container(gap="xsmall"):
        for row in engagements.to_dict("records"):
            mark = marks.get(str(row["engagement_id"]), "")
            draw_link(row, link_label(row) + (f" **{t(mark)}**" if mark else ""))


def open_record(engagement_id: str) -> None:
    """Turns to the page of engagements with this record open; the filters stay."""
    if engagement_id:
        turn_to(RECORD_PAGE, {RECORD_KEY: engagement_id})


def remember_page(page: str, titles: Mapping[str, str]) -> None:
    """Says which page is open, by its file, then turns to the one that `turn_next` named; `titles` names them all."""
    if page != page_here()[0] and st.query_params.get(NEWER, "").isdecimal():
        # Of a filter that was drawn before, Streamlit does not ask the address of a link from page to page.
        st.session_state[NEWER] = int(st.query_params[NEWER]) or None
    st.session_state[HERE] = (page, titles)
    leads, parameters = st.session_state.pop(LEADS, (page, {}))
    if leads != page:
        turn_to(leads, parameters)


def page_here() -> tuple[str, Mapping[str, str]]:
    """The file of the page that is open, and the names of all pages by their files."""
    here: tuple[str, Mapping[str, str]] = st.session_state.get(HERE, ("", {}))
    return here


def turn_to(page: str, parameters: Mapping[str, str] | None = None) -> None:
    """Turns to another page; the filters stay, for their widgets write them into the URL again."""
    if page == page_here()[0]:  # to turn to the page that is open would lose the filters
        for name, value in (parameters or {}).items():
            st.query_params[name] = value
        return
    # Without parameters Streamlit refuses to leave a page whose widgets are bound to the URL.
    st.switch_page(page, query_params=dict(parameters or {}))


def turn_next(page: str, parameters: Mapping[str, str] | None = None) -> None:
    """Turns to another page when this one is about to be drawn: for callbacks that also set filters."""
    st.session_state[LEADS] = (page, dict(parameters or {}))


def draw_whole_link(engagement_id: str, label: str) -> None:
    """A link to the page that an engagement has to itself."""
    st.page_link(WHOLE_PAGE, label=label, query_params={WHOLE_KEY: engagement_id}, width="content")


def draw_link(row: Mapping[Hashable, Any], label: str) -> None:
    """A link to the record of one engagement."""
    st.page_link(RECORD_PAGE, label=label, query_params={RECORD_KEY: str(row["engagement_id"])})


def link_label(row: Mapping[Hashable, Any], who: str = "", about: str = "") -> str:
    """Mark, date, sides (or `who`), and in grey where it was (or `about`), as Markdown that shows text literally."""
    kind, status = Kind(row["kind"]), str(row["status"])
    when = words.when(row["date_start"], row["date_end"], str(row["date_precision"]))
    about = about or term("forum", str(row["forum"])) or str(row["city"])
    label = f":{STREAMLIT_COLOUR[kind]}[{glyph(kind, status)}] {when} · {who or words.sides(str(row['countries']))}"
    return f"{label} :gray[· {words.literal(about)}]" if about else label
