"""The page of silence: which partners have not been met for longest."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from core.language.speak import t
from core.ui.charts import draw_remark
from core.ui.days import day_column, with_days
from core.ui.links import turn_to
from core.ui.paper import draw_on_paper
from core.ui.partner import PAGE, PARTNER
from core.ui.view import View
from core.views import contacts, words
from core.views.terms import term


def draw_silence(view: View) -> None:
    """Who has not been met for longest; a click on a row opens the page of that country."""
    table = view.once("silence", lambda: contacts.silence(view.dataset, view.shown, view.home))
    if table.empty:
        draw_remark(t("No contact held in the rows shown."))
        return
    newest = view.dataset.newest
    counted = t("Days are counted.")
    if newest is not None:
        counted = t("Days are counted on {day}, the day of the newest document.", day=words.day(newest))
    draw_remark(counted + " " + t("Click a row for everything with that country."))
    shown = table[["name", "days", "last", "level", "minister", "gap", "contacts", "planned"]]
    shown = shown.assign(level=[term("level", level) for level in shown["level"]])
    key, codes = "silence", table["country"].tolist()
    st.session_state[key] = {"selection": {"cells": []}}  # a click is a command, nothing stays marked
    st.dataframe(
        with_days(shown, "last", "minister"),
        height=620 if len(shown) > 17 else "content",
        hide_index=True,
        key=key,
        on_select=partial(_open_country, key, codes),
        selection_mode="single-cell",
        placeholder=t("none reported"),
        lazy=False,
        column_config={
            "name": st.column_config.TextColumn(t("Partner") if view.home else t("Country"), width="medium"),
            "days": st.column_config.NumberColumn(t("Days since"), format="localized"),
            "last": day_column(t("Last contact")),
            "level": st.column_config.TextColumn(t("Its level")),
            "minister": day_column(t("Ministers last met")),
            "gap": st.column_config.NumberColumn(
                t("Usual gap"), format="localized", help=t("Median days between contacts")
            ),
            "contacts": st.column_config.NumberColumn(t("Contacts"), format="localized"),
            "planned": st.column_config.NumberColumn(t("Planned ahead")),
        },
        alt=t("Who has not been met for longest, the longest first"),
    )
    draw_on_paper(shown)


def _open_country(key: str, codes: Sequence[str]) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells:
        turn_to(PAGE, {PARTNER: words.country_label(codes[cells[0][0]])})
