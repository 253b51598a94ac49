"""The list of what is worth a look, and what is done to many rows at once."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from core.language.speak import later, t, tn
from core.ui.review_actions import TICKED, accept, open_one, reject
from core.views.review import listing

LISTS = (later("To review"), later("Reviewed"), later("Rejected"))
KEY, PAGES, SHOWN = "review-list", "review-page", "review-shown"
PAGE = 100
HEIGHT = 560
FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
Listed = tuple[str, Mapping[str, Any], Sequence[str]]


def draw_list(listed: list[Listed], chosen: str, which: str) -> None:
    """Draws the list, a page of it, with what can be done to the rows ticked."""
    ids = [key for key, *_ in listed]
    pages = max(1, -(-len(ids) // PAGE))
    place = ids.index(chosen) if chosen in ids else 0
    if PAGES not in st.session_state or st.session_state.get(SHOWN) != chosen:
        st.session_state[PAGES] = place // PAGE + 1
    st.session_state[SHOWN] = chosen
    turned = min(int(st.session_state.get(PAGES) or 1), pages)
    part = listed[(turned - 1) * PAGE : turned * PAGE]
    here = [key for key, *_ in part]
    ticked = [key for key in st.session_state.get(TICKED, []) if key in set(ids)]
    if part:
        cells = [(here.index(chosen), "Engagement")] if chosen in here else []
        rows = [place for place, key in enumerate(here) if key in ticked]
        st.session_state[KEY] = {"selection": {"cells": cells, "rows": rows}}
        st.dataframe(
            listing((row, reasons) for _, row, reasons in part),
            height=HEIGHT if len(part) > 15 else "content",
            hide_index=True,
            key=KEY,
            on_select=partial(_take_selection, here),
            selection_mode=["single-cell", "multi-row"],
            placeholder="",
            lazy=False,
            column_config={
                "Engagement": st.column_config.TextColumn(t("Engagement"), width=235),
                "Conf.": st.column_config.NumberColumn(t("Conf."), width=50, format="%.2f"),
                "Why": st.column_config.TextColumn(t("Why"), width=200),
            },
            alt=tn(
                "{list}: {count} engagement, what matters most first",
                "{list}: {count} engagements, what matters most first",
                len(listed),
                list=t(which),
            ),
        )
    if pages > 1:
        st.pagination(pages, key=PAGES, max_visible_pages=5)
    if which != LISTS[1] and ids:
        _draw_bulk(listed, ticked, which)


def _take_selection(here: list[str]) -> None:
    chosen = st.session_state[KEY]["selection"]
    elsewhere = [key for key in st.session_state.get(TICKED, []) if key not in here]
    before = {key for key in st.session_state.get(TICKED, []) if key in here}
    ticked = [here[place] for place in chosen["rows"]]
    st.session_state[TICKED] = elsewhere + ticked
    asked = here[chosen["cells"][0][0]] if chosen["cells"] else ""
    # The browser also sends back the cell that we marked ourselves: that opens nothing.
    if asked and asked != st.session_state.get(SHOWN) and set(ticked) == before:
        open_one(asked)


def _draw_bulk(listed: list[Listed], ticked: list[str], which: str) -> None:
    with st.container(horizontal=True, gap="small"):
        st.button(
            tn("Accept {count} ticked", "Accept {count} ticked", len(ticked)),
            key="accept-ticked",
            disabled=not ticked,
            on_click=accept,
            args=(ticked,),
        )
        if which == LISTS[0]:
            st.button(
                tn("Reject {count} ticked", "Reject {count} ticked", len(ticked)),
                key="reject-ticked",
                disabled=not ticked,
                on_click=reject,
                args=(ticked,),
            )
            with st.popover(t("Accept all above …")):
                floor = st.select_slider(t("Confidence at least"), FLOORS, value=0.9, key="accept-floor")
                above = [key for key, row, _ in listed if row and float(row["confidence"]) >= floor]
                st.button(
                    tn("Accept {count}", "Accept {count}", len(above)),
                    key="accept-above",
                    disabled=not above,
                    on_click=accept,
                    args=(above,),
                )
