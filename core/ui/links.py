"""Short lists of engagements, each a link to its record."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from core.views import words
from core.views.palette import STREAMLIT_COLOUR, glyph

RECORD_PAGE = "pages/engagements.py"
RECORD_KEY = "e"  # in the URL: the engagement whose record is open


def draw_links(title: str, engagements: pd.DataFrame, most: int) -> None:
    """A titled list with a link for each row: mark, date, sides, and where in grey; the rest is counted."""
    st.subheader(title, anchor=False)
    if engagements.empty:
        st.markdown(":gray[none reported]")
    with st.container(gap="xsmall"):
        for row in engagements.head(most).to_dict("records"):
            st.page_link(
                RECORD_PAGE, label=link_label(row), query_params={RECORD_KEY: str(row["engagement_id"])}
            )
    more = len(engagements) - most
    if more > 0:
        st.markdown(f":small[:gray[and {words.number(more)} more]]")


def open_record(engagement_id: str) -> None:
    """Turns to the page of engagements with this record open; the filters stay."""
    if engagement_id:
        st.switch_page(RECORD_PAGE, query_params={RECORD_KEY: engagement_id})


def link_label(row: Mapping[Hashable, Any]) -> str:
    """Markdown of our own words: nothing of an article goes into it but names from the lexicon."""
    kind, status = str(row["kind"]), str(row["status"])
    when = words.when(row["date_start"], row["date_end"], str(row["date_precision"]))
    where = str(row["forum"]) or words.place(str(row["city"]), "")
    colour = STREAMLIT_COLOUR[kind]
    label = f":{colour}[{glyph(kind, status)}] {when} · {words.sides(str(row['countries']))}"
    return f"{label} :gray[· {_literal(where)}]" if where else label


def _literal(text: str) -> str:
    """Text that Markdown shows as it is."""
    plain = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]()<>#+-.!|~$:@/&" else letter for letter in plain)
