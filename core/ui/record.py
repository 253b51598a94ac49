"""The record of one engagement: the sentence first, then the facts, then who else tells it."""

from urllib.parse import urlencode

import streamlit as st

from core.language.catalogue import ENGLISH
from core.language.speak import speaking, t, tn
from core.ui.links import RECORD_KEY, draw_whole_link
from core.ui.review_row import draw_review_row
from core.ui.takeaway import draw_references
from core.ui.view import View
from core.ui.workspace import OLDER
from core.views import words
from core.views.palette import STREAMLIT_COLOUR, glyph
from core.views.record import Record, citation, current_id, find_record, when_and_where, whole
from core.views.terms import term

HEIGHT = 648
OPENED = "opened"  # session key: the record that was opened among the rows shown


def open_id(view: View) -> str:
    """The engagement that is open: the one in the URL, else the newest one shown.

    One that was opened among the rows goes with them when the filters change; one that a link names stays.
    """
    asked, newest = st.query_params.get(RECORD_KEY, ""), str(view.shown["engagement_id"].iloc[0])
    asked = current_id(view.dataset, asked) or asked
    if asked and (view.shown["engagement_id"] == asked).any():
        st.session_state[OPENED] = asked
        return asked
    if asked and asked == st.session_state.get(OPENED):
        del st.query_params[RECORD_KEY]
        return newest
    known = asked and (view.dataset.engagements["engagement_id"] == asked).any()
    return asked if known else newest


def draw_record(view: View, engagement_id: str) -> None:
    """Draws the whole record, with the sentence of each report."""
    record = find_record(view.dataset, engagement_id)
    with st.container(border=True, height=HEIGHT, key="record"):
        if record is None or record.reports.empty:
            st.text(t("No report of this engagement is in the collection."))
            return
        _draw_top(view, record)
        st.html(whole(view.dataset, record))
        draw_citation(view, record, RECORD_KEY)
        draw_review_row(engagement_id, str(record.engagement["review"]))


def draw_citation(view: View, record: Record, key: str) -> None:
    """A button that shows a line to cite and the link to this page; `key` names the engagement in the link."""
    asked = urlencode({key: record.engagement["engagement_id"], OLDER: view.dataset.version})
    link = f"{str(st.context.url).split('?')[0]}?{asked}"
    with speaking(ENGLISH):
        line = citation(view.dataset, record)
    with st.popover(t("Cite or link"), type="tertiary", icon=":material/link:"):
        st.code(line, language=None, wrap_lines=True)
        st.code(link, language=None, wrap_lines=True)
        draw_references(view.dataset, str(record.engagement["engagement_id"]))


def _draw_top(view: View, record: Record) -> None:
    row = record.engagement
    colour = STREAMLIT_COLOUR[row["kind"]]  # type: ignore[index]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        mark = f":{colour}[{glyph(row['kind'], row['status'])}] {term('kind', row['kind'])}"
        st.markdown(f":small[{mark} \u2002 {term('status', row['status'])}]", width="content")
        st.markdown(f":small[:gray[{row['engagement_id']}]]", width="content")
    with st.container(key="record-head"):
        st.header(words.sides(row["countries"]), anchor=False)
    st.html(f'<div style="font-size:1rem;margin-top:-.75rem">{when_and_where(row)}</div>')
    told = len(record.reports)
    reports = tn("{count} report", "{count} reports", told)
    beside = t("{reports}, side by side", reports=reports) if told > 1 else t("Its own page")
    draw_whole_link(str(row["engagement_id"]), beside)
    if not (view.shown["engagement_id"] == row["engagement_id"]).any():
        st.markdown(f":small[:gray[{t('Not among the rows shown: the filters leave it out.')}]]")
