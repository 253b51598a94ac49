"""The head of every page: its name, what is filtered in words, the way back, the download; and the empty page."""

import html

import streamlit as st

from core.language.speak import t, tn
from core.ui.download import download_rows
from core.ui.links import ADD_PAGE
from core.ui.paper import cite_on_paper
from core.ui.saved import draw_saved_views
from core.ui.state import clear_filters, show_filters
from core.ui.view import View
from core.views import words
from core.views.filters import elsewhere, leave_one_out, total
from core.views.filters_said import describe
from core.views.kept_filters import gone
from core.views.record import AMBER
from core.views.summary import span_of


def draw_head(title: str, view: View) -> bool:
    """Draws the head, and on an empty page the ways out; True when there are rows to show."""
    top = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")
    with top:
        st.title(t(title), anchor=False, width="content")
        draw_saved_views()
    line = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")
    with line:
        st.html(_sentence(view), width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            if view.filters.any_set:
                st.button(
                    t("Clear filters"),
                    type="tertiary",
                    icon=":material/close:",
                    on_click=clear_filters,
                    key="clear",
                )
            download_rows(view.shown, view.dataset, view.filters)
    missing = gone(view.dataset, view.filters)
    if missing:
        told = html.escape(words.listed(missing))
        said = t("Not in the collection, or not any more: {what}.", what=told)
        st.html(f'<div style="{AMBER}">{said}</div>')
    cite_on_paper(view)
    if view.dataset.documents.empty:
        draw_beginning()
    elif view.shown.empty:
        _draw_ways_out(view)
    return not view.shown.empty


def _sentence(view: View) -> str:
    """The filters in words and how many rows they let through, as HTML of escaped parts."""
    count = f"<b>{words.number(len(view.shown))}</b>"
    if not view.filters.any_set:
        span = span_of(view.shown)
        documents = len(view.dataset.documents)
        text = tn(
            "{number} engagement from {documents}",
            "{number} engagements from {documents}",
            len(view.shown),
            number=count,
            documents=html.escape(tn("{count} document", "{count} documents", documents)),
        )
        text += html.escape(f", {span}") if span else ""
        left_out = elsewhere(view.dataset, view.filters)
        outside = tn(
            "{count} outside the defence track left out",
            "{count} outside the defence track left out",
            left_out,
        )
        muted = f"; {outside}" if left_out else ""
        return f'<span style="font-size:1rem">{text}<span style="opacity:.75">{muted}</span></span>'
    who, rest = describe(view.filters)
    strong = f"<b>{html.escape(who)}</b>" if view.filters.countries else html.escape(who)
    told = tn(
        "{part} of {count} engagement",
        "{part} of {count} engagements",
        total(view.dataset, view.filters),
        part=count,
    )
    return f'<span style="font-size:1rem">{strong}, {html.escape(rest)}: {told}</span>'


def draw_beginning() -> None:
    """What to do where nothing has been read yet."""
    with st.container(border=True):
        st.header(t("Nothing has been read yet"), anchor=False)
        st.markdown(
            t("Add articles, press releases, mails or tables of them; what they tell of appears at once.")
        )
        st.page_link(ADD_PAGE, label=t("Add documents"), icon=":material/add:")
        st.caption(t("A whole folder: {command}", command="`python -m core add FOLDER`"))


def _draw_ways_out(view: View) -> None:
    with st.container(border=True):
        st.header(t("No engagement matches all of these filters"), anchor=False)
        st.text(t("Leave one out:"))
        with st.container(horizontal=True):
            for index, choice in enumerate(leave_one_out(view.dataset, view.filters)):
                st.button(
                    f"{choice.name}: {words.number(choice.rows)}",
                    key=f"without-{index}",
                    on_click=show_filters,
                    args=(choice.filters,),
                    disabled=not choice.rows,
                )
