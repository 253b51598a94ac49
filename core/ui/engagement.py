"""The page of one engagement: what its reports say side by side, what is known besides, what is near it."""

import pandas as pd
import streamlit as st

from core.language.speak import t, tn
from core.ui.grading import draw_grading
from core.ui.links import RECORD_KEY, RECORD_PAGE, WHOLE_KEY, draw_link, draw_links, link_label
from core.ui.record import draw_citation
from core.ui.review_row import draw_review_row
from core.ui.view import View
from core.views import words
from core.views.disagreements import disagreements, disagreements_html
from core.views.merged import NearMiss, joined, joined_html, near_misses
from core.views.neighbours import neighbours
from core.views.palette import STREAMLIT_COLOUR, glyph
from core.views.quotation import quotation
from core.views.record import Record, current_id, find_record, when_and_where
from core.views.retold import retold
from core.views.second_opinion import Known, grade, known_html, known_of
from core.views.side_by_side import table
from core.views.terms import term

MOST = 3  # engagements of the same sides before and after
QUOTED = 30  # sentences drawn; the rest is counted


def asked_record(view: View) -> Record | None:
    """The engagement that the link names, or the one that holds it now; None when there is none."""
    asked = st.query_params.get(WHOLE_KEY, "")
    found = current_id(view.dataset, asked) if asked else ""
    if found and found != asked:
        st.query_params[WHOLE_KEY] = found
    return find_record(view.dataset, found) if found else None


def draw_nothing(view: View) -> None:
    """What stands on the page where a link names no engagement of the collection."""
    st.title(t("Engagement"), anchor=False)
    asked = st.query_params.get(WHOLE_KEY, "")
    told = (
        t("There is no engagement {id} in the collection.", id=asked)
        if asked
        else t("No engagement is chosen.")
    )
    st.text(told)
    st.page_link(RECORD_PAGE, label=t("Choose one from the table"), icon=":material/arrow_back:")
    draw_links(t("Newest"), view.shown, MOST, fold_rest=False)


def draw_engagement(view: View, record: Record) -> None:
    """Draws the whole page of an engagement."""
    row = record.engagement
    _draw_head(view, record)
    draw_review_row(str(row["engagement_id"]), str(row["review"]))
    for known in known_of(view.dataset, str(row["engagement_id"])):
        draw_known(view, known)
    told = len(record.reports)
    reports = tn("{count} report", "{count} reports", told)
    st.header(t("{reports}, side by side", reports=reports) if told > 1 else reports, anchor=False)
    st.html(table(view.dataset, record))
    differing = disagreements(view.dataset, str(row["engagement_id"]))
    if differing:
        st.header(t("Where they differ"), anchor=False)
        st.html(disagreements_html(view.dataset, differing))
    left, right = st.columns([8, 5], gap="large")
    with left:
        _draw_sentences(view, record)
    with right:
        _draw_merges(view, record)
        _draw_neighbours(view, record)


def draw_known(view: View, known: Known) -> None:
    """One flag with its source."""
    st.html(known_html(view.dataset, known))


def _draw_head(view: View, record: Record) -> None:
    row = record.engagement
    mark = (
        f":{STREAMLIT_COLOUR[row['kind']]}[{glyph(row['kind'], row['status'])}] {term('kind', row['kind'])}"  # type: ignore[index]
    )
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(
            f":small[{mark} \u2002 {term('status', row['status'])} \u2002 :gray[{row['engagement_id']}]]",
            width="content",
        )
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            link = {RECORD_KEY: str(row["engagement_id"])}
            st.page_link(
                RECORD_PAGE, label=t("In the table"), query_params=link, icon=":material/arrow_back:"
            )
            draw_citation(view, record, WHOLE_KEY)
    st.title(words.sides(row["countries"]), anchor=False)
    st.html(f'<div style="font-size:1rem;margin-top:-.75rem">{when_and_where(row)}</div>')
    with st.container(horizontal=True, vertical_alignment="center"):
        told = grade(int(row["credibility"]), int(row["independent_sources"]))
        st.markdown(f":small[:gray[{told}]]", width="content")
        documents = view.dataset.documents
        telling = documents[documents["doc_id"].isin(record.reports["doc_id"]) & (documents["source"] != "")]
        draw_grading(dict(zip(telling["source"], telling["reliability"], strict=True)))


def _draw_sentences(view: View, record: Record) -> None:
    st.header(t("In their words"), anchor=False)
    for _, report in record.reports.head(QUOTED).iterrows():
        st.html(f'<div style="margin:.2rem 0 .9rem">{quotation(view.dataset, report)}</div>')
    rest = len(record.reports) - QUOTED
    if rest > 0:
        st.markdown(f":small[:gray[{tn('and {count} more report', 'and {count} more reports', rest)}]]")


def _draw_merges(view: View, record: Record) -> None:
    """Why these reports are one engagement, and which engagements were nearly this one."""
    key = str(record.engagement["engagement_id"])
    decisions = joined(view.dataset, key)
    if decisions:
        st.header(t("Why these are one engagement"), anchor=False)
        st.html("".join(joined_html(view.dataset, one) for one in decisions))
    missed = near_misses(view.dataset, key)
    if missed:
        st.header(t("Nearly the same, kept apart"), anchor=False)
        for one in missed:
            _draw_near_miss(view, one)


def _draw_near_miss(view: View, missed: NearMiss) -> None:
    found = view.dataset.engagements[view.dataset.engagements["engagement_id"] == missed.engagement_id]
    for row in found.to_dict("records"):
        draw_link(row, link_label(row))
    why = words.literal("; ".join((term("decision", missed.decision), *map(retold, missed.reasons))))
    st.markdown(f":small[:gray[{why}]]")


def _draw_neighbours(view: View, record: Record) -> None:
    near = neighbours(view.dataset, record.engagement, MOST)
    lists: list[tuple[str, pd.DataFrame]] = [
        (t("Before it, the same sides"), near.before),
        (t("After it"), near.after),
        (t("At the same forum"), near.beside),
    ]
    for title, rows in lists:
        if not rows.empty:
            draw_links(title, rows, 2 * MOST)
