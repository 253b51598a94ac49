"""A forum from edition to edition: against the one before, who came when, the hosts, the calendar."""

import pandas as pd
import streamlit as st

from core.language.speak import t
from core.ui.charts import draw_none, draw_remark
from core.ui.clicks import clickable
from core.ui.compare import draw_difference
from core.ui.days import day_column, with_days
from core.ui.edition import choose_edition
from core.ui.state import add_forum_and_country, add_to
from core.ui.view import View
from core.views import editions, words
from core.views.figures_text import forum_label
from core.views.record import edition_words
from core.views.terms import country


def draw_edition_to_edition(view: View, forum: str, year: int) -> None:
    """Draws whom the home side met at this edition and not at the one before, then all editions of the forum."""
    name = forum_label(forum, 40)
    before = editions.edition_before(view.shown, forum, year)
    if before is not None:
        st.header(t("{forum} {year} against {before}", forum=name, year=year, before=before), anchor=False)
        draw_difference(view, forum, before, year)
    table = view.once(
        "editions", lambda: editions.editions(view.shown, forum, view.dataset.newest, view.home), forum
    )
    left, right = st.columns([7, 5], gap="large")
    with left:
        _draw_attendance(view, forum, name)
    with right:
        st.header(t("Hosts"), anchor=False)
        hosts = editions.hosts(table)
        if hosts.empty:
            draw_none(t(words.NOT_TOLD))
        else:
            _draw_hosts(hosts, name)
    st.header(t("Editions of {forum}", forum=name), anchor=False)
    _draw_calendar(table, forum, name)
    draw_remark(
        t(
            "Dates and hosts are the calendar's where the edition is known, else those told of the engagements."
        )
    )


def _draw_attendance(view: View, forum: str, name: str) -> None:
    st.header(t("Who was met, edition by edition"), anchor=False)
    found = view.once("attendance", lambda: editions.attendance(view.shown, forum, view.home), forum)
    if found.empty:
        draw_none()
        return
    codes = [str(code) for code in found.index]
    said = {editions.MET: t("met"), editions.NAMED: t("named"), editions.ABSENT: ""}
    shown = found.replace(said)
    shown.insert(0, t("Country"), [country(code) for code in found.index])
    st.dataframe(
        shown,
        height=360 if len(shown) > 9 else "content",
        hide_index=True,
        column_config={year: st.column_config.TextColumn(year, width=64) for year in found.columns},
        alt=t("Who was met at {forum}, edition by edition", forum=name),
        **clickable("attendance", lambda row, _: add_forum_and_country([forum, codes[row]], view.home)),
    )
    draw_remark(
        t("met: a bilateral held there. named: at its meetings, no bilateral reported. Blank: not named.")
    )


def _draw_hosts(hosts: pd.DataFrame, name: str) -> None:
    st.dataframe(
        hosts[["name", "editions", "years"]],
        height=360 if len(hosts) > 9 else "content",
        hide_index=True,
        column_config={
            "name": st.column_config.TextColumn(t("Host")),
            "editions": st.column_config.NumberColumn(t("Editions"), width=66),
            "years": st.column_config.TextColumn(t("Years")),
        },
        alt=t("Hosts of {forum}", forum=name),
        **clickable("forum-hosts", lambda row, _: add_to("hosts", str(hosts["host"].iloc[row]))),
    )


def _draw_calendar(table: pd.DataFrame, forum: str, name: str) -> None:
    def turn(row: int, _: str) -> None:
        if table["engagements"].iloc[row]:
            choose_edition([forum, str(table["year"].iloc[row])])

    where = [words.place(city, host) for city, host in zip(table["city"], table["host"], strict=True)]
    shown = table.assign(where=where, edition=[edition_words(str(each)) for each in table["edition"]])[
        ["year", "edition", "start", "where", "engagements", "met", "named"]
    ]
    st.dataframe(
        with_days(shown, "start"),
        height=360 if len(shown) > 9 else "content",
        hide_index=True,
        placeholder=t(words.NOT_TOLD),
        column_config={
            "year": st.column_config.NumberColumn(t("Year"), format="%d", width=56),
            "edition": st.column_config.TextColumn(t("Edition"), width=70),
            "start": day_column(t("Began")),
            "where": st.column_config.TextColumn(t("Where")),
            "engagements": st.column_config.NumberColumn(t("Engagements")),
            "met": st.column_config.NumberColumn(t("Countries met")),
            "named": st.column_config.NumberColumn(t("Named at its meetings")),
        },
        alt=t("Editions of {forum}", forum=name),
        **clickable("editions", turn),
    )
