"""The page of the tables themselves: downloads, the codebook, what each document gave."""

import pandas as pd
import streamlit as st

from core.exports.selection import Selection
from core.tables.schema import ABOUT, TABLES
from core.ui.choice import draw_switch
from core.ui.download import download_table, draw_forms
from core.ui.view import View
from core.views import words
from core.views.dataset import Dataset
from core.views.found import why_nothing

ORDER = (
    "engagements",
    "reports",
    "participants",
    "conflicts",
    "flags",
    "merges",
    "fields",
    "documents",
    "problems",
)
SHOWN, EVERYTHING = "Rows shown", "Everything"
SCOPES = (SHOWN, EVERYTHING)


def draw_downloads(view: View) -> None:
    """A line for each table: its name, what a row is, its size, and a button a form; then the view as a whole."""
    chosen = draw_switch("Which rows", SCOPES, "scope")
    selection = Selection(view.dataset, view.filters, view.shown)
    if chosen == EVERYTHING:
        selection = Selection.of(view.dataset)
    for name in _order():
        frame = selection.table(name)
        size = f"{words.counted(len(frame), 'row')} · {words.counted(len(TABLES[name]), 'column')}"
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{name}** :small[:gray[{size}]]  \n:gray[{ABOUT[name]}]", width="content")
            with st.container(horizontal=True, width="content", vertical_alignment="center", gap="small"):
                download_table(name, selection)
    st.subheader("All of it together", anchor=False)
    draw_forms(selection, "data")
    st.markdown(
        ":small[:gray[CSV: UTF-8, ISO 8601 dates, lists joined by a semicolon; a text cell that a spreadsheet would "
        "run as a formula begins with an apostrophe. Excel: real dates and numbers, no formulas. JSON and Parquet: "
        "lists as lists. File names carry the filters, the data's version and the date of the newest document.]]"
    )


def _order() -> list[str]:
    """The tables, those that are asked for most first."""
    return [name for name in ORDER if name in TABLES] + [name for name in TABLES if name not in ORDER]


def draw_codebook() -> None:
    """What each column means, with its vocabulary and an example."""
    table = st.selectbox("Table", _order(), key="codebook", format_func=lambda name: f"{name}.csv", width=260)
    rows = [
        {
            "Column": column.name,
            "Type": column.type,
            "Meaning": column.meaning,
            "Values": ", ".join(value or "(empty)" for value in column.vocabulary),
            "Example": column.example,
        }
        for column in TABLES[table]
    ]
    st.table(pd.DataFrame(rows).set_index("Column"))


def draw_documents(documents: pd.DataFrame, alt: str) -> None:
    """Each document with what it gave, or, where none gave anything, why."""
    shown = documents[["doc_id", "title", "published", "source", "language", "words", "reports"]]
    if not documents["reports"].any():
        why = [why_nothing(document) for _, document in documents.iterrows()]
        shown = shown.drop(columns="reports").assign(why=why)
    st.dataframe(
        shown,
        hide_index=True,
        height=620 if len(shown) > 18 else "content",
        placeholder="",
        lazy=False if len(shown) <= 5000 else None,
        column_config={
            "doc_id": st.column_config.TextColumn("Document", width="medium"),
            "title": st.column_config.TextColumn("Title", width="large"),
            "published": st.column_config.DateColumn("Published", format="D MMM YYYY"),
            "source": st.column_config.TextColumn("Source"),
            "language": st.column_config.TextColumn("Language", width="small"),
            "words": st.column_config.NumberColumn("Words", format="localized"),
            "why": st.column_config.TextColumn("Why", width="large"),
            "reports": st.column_config.NumberColumn("Engagements", help="How many engagements it reports"),
        },
        alt=alt,
    )


def draw_nothing_given(dataset: Dataset) -> None:
    """The documents that were read and report no engagement, then what could not be read and why."""
    empty = dataset.documents[dataset.documents["reports"] == 0]
    st.markdown(f"{words.counted(len(empty), 'document')} read without finding an engagement.")
    if len(empty):
        draw_documents(empty, "Documents that report no engagement")
    st.markdown(f"{words.counted(len(dataset.problems), 'document or row', 'documents or rows')} not read.")
    if len(dataset.problems):
        st.dataframe(
            dataset.problems,
            hide_index=True,
            lazy=False,
            column_config={
                "doc_id": st.column_config.TextColumn("Document"),
                "problem": st.column_config.TextColumn("Problem"),
                "detail": st.column_config.TextColumn("What exactly, and what can be done", width="large"),
            },
            alt="Documents and rows that could not be read",
        )
