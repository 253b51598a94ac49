"""The table of agreements and what followed them, on the page of topics and outcomes."""

import pandas as pd
import streamlit as st

from core.language.speak import t
from core.ui.charts import draw_none, draw_remark, newest_of
from core.ui.clicks import clickable
from core.ui.days import day_column, with_days
from core.ui.links import RECORD_KEY, turn_to
from core.ui.paper import draw_on_paper
from core.ui.topics import MOST, RECORDS
from core.ui.view import View
from core.views import outcomes, words
from core.views.follow_ups import follow_ups

NEXT = "Next"  # the column a click in which opens what followed


def draw_agreements(view: View) -> None:
    """Every agreement, newest first: how often its sides met since, and what came of it first."""
    told = view.once("outcomes", lambda: outcomes.typed(view.dataset, view.shown))
    found = view.once("follow-ups", lambda: follow_ups(told, view.shown, MOST))
    st.header(t("Agreements, and what followed"), anchor=False)
    if found.empty:
        draw_none()
        return
    draw_remark(
        t(
            "Met since: engagements that the same sides held after it. A click opens the agreement; one on the day of the "
            "next meeting opens that."
        )
    )
    table = pd.DataFrame(
        {
            "When": found["day"],
            "Sides": [words.sides(str(cell)) for cell in found["sides"]],
            "Agreement": found["agreement"],
            "Since": found["met"],
            NEXT: found["next_day"],
            "Then": found["then"],
        }
    )

    def open_record(row: int, column: str) -> None:
        later = str(found["next_id"].iloc[row]) if column == NEXT else ""
        turn_to(RECORDS, {RECORD_KEY: later or str(found["id"].iloc[row])})

    st.dataframe(
        with_days(table, "When", NEXT),
        height=360 if len(table) > 9 else "content",
        hide_index=True,
        placeholder=t("none reported"),
        column_config={
            "When": day_column(t("When"), width=100),
            "Sides": st.column_config.TextColumn(t("Sides"), width=160),
            "Agreement": st.column_config.TextColumn(t("Agreement"), width="large"),
            "Since": st.column_config.NumberColumn(t("Met since"), width=80, format="localized"),
            NEXT: day_column(t("Next met"), width=100),
            "Then": st.column_config.TextColumn(t("First outcome since"), width="large"),
        },
        alt=t("Agreements and what followed them, newest first"),
        **clickable("agreements", open_record),
    )
    agreed = int(told["type"].isin(outcomes.AGREEMENTS).sum())
    if agreed > MOST:
        draw_remark(newest_of(len(table), agreed))
    heads = {"Since": t("Met since"), NEXT: t("Next met"), "Then": t("First outcome since")}
    draw_on_paper(table.rename(columns=heads | {"Agreement": t("Agreement")}))
