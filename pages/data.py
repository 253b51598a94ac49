"""Data: the tables as files, the brief, citations, the codebook, the documents, and those that gave nothing."""

import streamlit as st

from core.language.speak import t
from core.ui.head import draw_head
from core.ui.tables import draw_codebook, draw_documents, draw_downloads, draw_nothing_given
from core.ui.takeaway import draw_brief, draw_citations
from core.ui.view import current_view
from core.views import words

view = current_view()
draw_head("Data", view)
documents = view.dataset.documents
nothing = int((documents["reports"] == 0).sum()) + len(view.dataset.problems)
tables, brief, cite, codebook, all_documents, gave_nothing = st.tabs(
    [
        t("Tables"),
        t("Brief"),
        t("Cite"),
        t("Codebook"),
        t("Documents {count}", count=words.number(len(documents))),
        t("Gave nothing {count}", count=words.number(nothing)),
    ],
    key="tab",
    on_change="rerun",
)
if tables.open:
    with tables:
        draw_downloads(view)
if brief.open:
    with brief:
        draw_brief(view)
if cite.open:
    with cite:
        draw_citations(view)
if codebook.open:
    with codebook:
        draw_codebook()
if all_documents.open:
    with all_documents:
        draw_documents(documents, t("All documents with what each gave"))
if gave_nothing.open:
    with gave_nothing:
        draw_nothing_given(view.dataset)
