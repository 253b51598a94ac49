"""The page of the tables themselves: downloads, the codebook, what each document gave."""

import pandas as pd
import streamlit as st

from core.exports.selection import Selection
from core.language.speak import later, t, tn
from core.tables.schema import ABOUT, TABLES
from core.ui.choice import draw_switch
from core.ui.days import day_column, with_days
from core.ui.download import download_table, draw_forms
from core.ui.view import View
from core.views.dataset import Dataset
from core.views.found import why_nothing
from core.views.retold import retold
from core.views.terms import term

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
SHOWN, EVERYTHING = later("Rows shown"), later("Everything")
SCOPES = (SHOWN, EVERYTHING)


def draw_downloads(view: View) -> None:
    """A line for each table: its name, what a row is, its size, and a button a form; then the view as a whole."""
    chosen = draw_switch(later("Which rows"), SCOPES, "scope")
    selection = view.once("selection", lambda: Selection(view.dataset, view.filters, view.shown))
    if chosen == EVERYTHING:
        selection = Selection.of(view.dataset)
    for name in _order():
        frame = selection.table(name)
        rows = tn("{count} row", "{count} rows", len(frame))
        size = f"{rows} · {tn('{count} column', '{count} columns', len(TABLES[name]))}"
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown(f"**{name}** :small[:gray[{size}]]  \n:gray[{t(ABOUT[name])}]", width="content")
            with st.container(horizontal=True, width="content", vertical_alignment="center", gap="small"):
                download_table(name, selection)
    st.header(t("All of it together"), anchor=False)
    draw_forms(selection, "data")
    st.markdown(
        ":small[:gray["
        + t(
            "CSV: UTF-8, ISO 8601 dates, lists joined by a semicolon; a text cell that a spreadsheet would "
            "run as a formula begins with an apostrophe. Excel: real dates and numbers, no formulas. JSON and Parquet: "
            "lists as lists. File names carry the filters, the data's version and the date of the newest document."
        )
        + "]]"
    )


def _order() -> list[str]:
    """The tables, those that are asked for most first."""
    return [name for name in ORDER if name in TABLES] + [name for name in TABLES if name not in ORDER]


def draw_codebook() -> None:
    """What each column means, with its vocabulary and an example."""
    table = st.selectbox(
        t("Table"), _order(), key="codebook", format_func=lambda name: f"{name}.csv", width=260
    )
    rows = [
        {
            t("Column"): column.name,
            t("Type"): column.type,
            t("Meaning"): column.meaning,
            t("Values"): ", ".join(value or t("(empty)") for value in column.vocabulary),
            t("Example"): column.example,
        }
        for column in TABLES[table]
    ]
    st.table(pd.DataFrame(rows).set_index(t("Column")))


def draw_documents(documents: pd.DataFrame, alt: str) -> None:
    """Each document with what it gave, or, where none gave anything, why."""
    shown = documents[["doc_id", "title", "published", "source", "language", "words", "reports"]]
    if not documents["reports"].any():
        why = [why_nothing(document) for _, document in documents.iterrows()]
        shown = shown.drop(columns="reports").assign(why=why)
    st.dataframe(
        with_days(shown, "published"),
        hide_index=True,
        height=620 if len(shown) > 18 else "content",
        placeholder="",
        lazy=False if len(shown) <= 5000 else None,
        column_config={
            "doc_id": st.column_config.TextColumn(t("Document"), width="medium"),
            "title": st.column_config.TextColumn(t("Title"), width="large"),
            "published": day_column(t("Published")),
            "source": st.column_config.TextColumn(t("Source")),
            "language": st.column_config.TextColumn(t("Language"), width="small"),
            "words": st.column_config.NumberColumn(t("Words"), format="localized"),
            "why": st.column_config.TextColumn(t("Why"), width="large"),
            "reports": st.column_config.NumberColumn(
                t("Engagements"), help=t("How many engagements it reports")
            ),
        },
        alt=alt,
    )


def draw_nothing_given(dataset: Dataset) -> None:
    """The documents that were read and report no engagement, then what could not be read and why."""
    empty = dataset.documents[dataset.documents["reports"] == 0]
    st.markdown(
        tn(
            "{count} document read without finding an engagement.",
            "{count} documents read without finding an engagement.",
            len(empty),
        )
    )
    if len(empty):
        draw_documents(empty, t("Documents that report no engagement"))
    st.markdown(
        tn("{count} document or row not read.", "{count} documents or rows not read.", len(dataset.problems))
    )
    if len(dataset.problems):
        st.dataframe(
            dataset.problems.assign(
                problem=[term("problem", code) for code in dataset.problems["problem"]],
                detail=[retold(str(detail)) for detail in dataset.problems["detail"]],
            ),
            hide_index=True,
            lazy=False,
            column_config={
                "doc_id": st.column_config.TextColumn(t("Document")),
                "problem": st.column_config.TextColumn(t("Problem")),
                "detail": st.column_config.TextColumn(t("What exactly, and what can be done"), width="large"),
            },
            alt=t("Documents and rows that could not be read"),
        )
