"""The page of topics and outcomes: heat maps, what came of it, and what was promised."""

import pandas as pd
import streamlit as st

from core.language.speak import later, t, tn
from core.ui.charts import clicked_all, draw_chart, draw_classes, draw_none, draw_remark, newest_of
from core.ui.clicks import take_cell
from core.ui.days import day_column, with_days
from core.ui.links import RECORD_KEY, turn_to
from core.ui.paper import draw_on_paper
from core.ui.view import View
from core.views import heatmap, outcomes, words
from core.views.terms import term

RECORDS = "pages/engagements.py"
MOST = 1000  # rows of a table: a browser that got forty thousand would stand still
FIELDS = {"topic": "topics", "outcome": "outcomes"}


def draw_map(title: str, table: pd.DataFrame, rows: str, columns: str, home: str | None) -> None:
    """A heat map of topics or outcomes; a click on a cell adds its row and its year or country to the filter."""
    st.header(title, anchor=False)
    draw_classes(
        t("engagements") if rows == "topic" else t("outcomes"), heatmap.classes_in(table), none=False
    )
    key = f"map-{rows}-{columns}"
    draw_chart(
        heatmap.heatmap(table, t("None reported.")),
        heatmap.heatmap_alt(table, columns, rows),
        key,
        lambda: take_cell(FIELDS[rows], clicked_all(key), home),
    )


def draw_outcomes(view: View) -> None:
    """Every outcome told, newest first; a click on a row opens its record."""
    found = view.once("outcomes", lambda: outcomes.typed(view.dataset, view.shown))
    agreed = int(found["type"].isin(outcomes.AGREEMENTS).sum())
    st.header(t("What came of it"), anchor=False)
    draw_remark(
        tn(
            "{count} outcome, {agreed} of them agreements, contracts and exchanges. In the words of the source; a "
            "click on a row opens its record.",
            "{count} outcomes, {agreed} of them agreements, contracts and exchanges. In the words of the source; a "
            "click on a row opens its record.",
            len(found),
            agreed=words.number(agreed),
        )
    )
    rows, found = len(found), found.head(MOST)
    table = pd.DataFrame(
        {
            "When": found["date_start"],
            "Sides": [words.sides(cell) for cell in found["countries"]],
            "Type": [term("outcome", kind) for kind in found["type"]],
            "Outcome": found["outcome"],
        }
    )
    ids = found["engagement_id"].astype(str).tolist()
    _draw_rows(table, ids, rows, "outcomes-told", t("Outcomes, newest first"))


def draw_promises(view: View) -> None:
    """What was planned or promised, and whether it came; a click on a row opens what came, or the promise."""
    found = view.once("promises", lambda: outcomes.promises(view.dataset, view.shown))
    st.header(t("Promised, and whether it came"), anchor=False)
    counts = {
        state: int((found["state"] == state).sum())
        for state in (outcomes.CAME, outcomes.WAITING, outcomes.SILENT)
    }
    said = ", ".join(
        t("{number} {state}", number=words.number(count), state=t(state)) for state, count in counts.items()
    )
    draw_remark(
        t("{sentence}.", sentence=said)
        + " "
        + t(
            "A plan came when the same sides met within a month of it; a promise, when they met again within two "
            "years. No report is not the same as not held."
        )
    )
    rows, found = len(found), found.head(MOST)
    table = pd.DataFrame(
        {
            "When": found["day"],
            "Sides": [words.sides(str(cell)) for cell in found["sides"]],
            "Type": [t(state) for state in found["state"]],
            "Outcome": found["promise"],
        }
    )
    ids = [str(came) or str(key) for came, key in zip(found["came"], found["id"], strict=True)]
    _draw_rows(
        table,
        ids,
        rows,
        "promises",
        t("Promises and what became of them, newest first"),
        later("State"),
        later("Promise"),
    )


def _draw_rows(
    table: pd.DataFrame,
    ids: list[str],
    rows_of: int,
    key: str,
    alt: str,
    kind: str = later("Type"),
    what: str = later("Outcome"),
) -> None:
    if table.empty:
        draw_none()
        return

    def open_record() -> None:
        cells = st.session_state[key]["selection"]["cells"]
        if cells:
            turn_to(RECORDS, {RECORD_KEY: ids[cells[0][0]]})

    st.session_state[key] = {"selection": {"cells": []}}  # a click is a command, nothing stays marked
    st.dataframe(
        with_days(table, "When"),
        height=360 if len(table) > 9 else "content",
        hide_index=True,
        key=key,
        on_select=open_record,
        selection_mode="single-cell",
        placeholder=t(words.NO_DATE),
        lazy=False,
        column_config={
            "When": day_column(t("When"), width=100),
            "Sides": st.column_config.TextColumn(t("Sides"), width=190),
            "Type": st.column_config.TextColumn(t(kind), width=170),
            "Outcome": st.column_config.TextColumn(t(what), width="large"),
        },
        alt=alt,
    )
    if rows_of > len(table):
        draw_remark(newest_of(len(table), rows_of))
    draw_on_paper(table.rename(columns={"Type": kind, "Outcome": what}), rows_of)
