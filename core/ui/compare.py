"""Side by side: two periods, and two editions of a forum."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from core.language.speak import later, t
from core.ui.beside import draw_lists, draw_values
from core.ui.charts import draw_none, draw_remark, draw_tables
from core.ui.choices import choose_one, pills_one
from core.ui.links import RECORD_KEY, RECORD_PAGE
from core.ui.partner import PAGE, PARTNER
from core.ui.view import View
from core.views import compare, editions, matrix, rankings, words
from core.views.compare import Span
from core.views.figures_text import forum_label
from core.views.terms import column_words, country, term

FIRST, SECOND = "first", "second"  # in the URL: the two years
AT, THIS, THAT = "forum-compared", "edition-a", "edition-b"
SINCE = later("since then")
MOST_YEARS = 12
LEVELS = {
    compare.RAISED: later("Level raised"),
    compare.LOWERED: later("Level lowered"),
}


def draw_periods(view: View) -> None:
    """Two years, or a year and all that followed: who lapsed, who is new, who came back, and how high up."""
    years = compare.years_of(view.shown, view.dataset.newest)[:MOST_YEARS]
    if not years:
        draw_remark(t("No date is known of any of these rows."))
        return
    first, second = _choose_periods(years)
    table = view.once(
        "two periods",
        lambda: compare.two_periods(view.dataset, view.shown, view.home, first, second),
        first,
        second,
    )
    _draw_groups(table, first, second)
    _draw_levels(table)
    moved = compare.values_came_and_went(first.rows(view.shown), second.rows(view.shown), "topics")
    draw_values(t("Topics that came and went"), moved, (str(first), str(second)), "topics")
    draw_tables(
        {
            t("Partners, {first} and {second}", first=first, second=second): _as_read(
                table, (str(first), str(second))
            )
        }
    )


def draw_editions(view: View) -> None:
    """Two editions of a forum: whom the home side met at both, and at one alone."""
    forums = rankings.by_forum(view.shown)["forum"].tolist()
    if not forums:
        draw_remark(t("No engagement at a forum reported."))
        return
    forum = choose_one(t("Forum"), AT, forums, partial(term, "forum"), width=420)
    table = editions.editions(view.shown, forum, view.dataset.newest, view.home)
    years = [str(year) for year in table.loc[~table["ahead"].astype(bool), "year"]]
    if len(years) < 2:
        draw_remark(t("One edition only is known of this forum."))
        return
    this = pills_one(t("Edition"), THIS, years[:MOST_YEARS], years[0])
    others = [year for year in years[:MOST_YEARS] if year != this]
    before = next((year for year in others if year < this), others[0])
    that = pills_one(t("compared with"), THAT, others, before)
    draw_difference(view, forum, int(that), int(this))


def draw_difference(view: View, forum: str, before: int, year: int) -> None:
    """Whom the home side met at an edition and not at another, at both, and no more."""
    found = editions.difference(view.shown, forum, before, year, view.home)
    name, who = forum_label(forum, 40), country(view.home) if view.home else t("Somebody")
    draw_lists(
        {
            t("Met in {year}, not in {other}", year=year, other=before): found.only_second,
            t("Met in {year}, not in {other}", year=before, other=year): found.only_first,
            t("Met in both"): found.both,
        }
    )
    silent = [each for each in (before, year) if matrix.edition(view.shown, forum, each).empty]
    told = t("{who} at {forum}, two by two and held.", who=who, forum=name)
    if silent:
        missing = words.listed([str(each) for each in silent])
        told += " " + t(
            "No document here tells of {forum} {years}: not reported is not the same as not met.",
            forum=name,
            years=missing,
        )
    draw_remark(words.literal(told))


def _choose_periods(years: Sequence[int]) -> tuple[Span, Span]:
    names = [str(year) for year in years]
    usual = names[1] if len(names) > 1 else names[0]
    first = int(pills_one(t("First period"), FIRST, names, usual))
    later = [SINCE, *names]
    second = pills_one(t("Second period"), SECOND, later, SINCE)
    return Span(first, first), Span(first + 1, None) if second == SINCE else Span(int(second), int(second))


def _draw_groups(table: pd.DataFrame, first: Span, second: Span) -> None:
    followed = second.until is None and second.since == first.since + 1
    titles = {
        compare.LAPSED: t("Met in {year}, no contact since", year=first)
        if followed
        else t("Met in {year}, not in {other}", year=first, other=second),
        compare.NEW: t("New {since}", since=second)
        if second.until is None
        else t("New in {year}", year=second),
        compare.RESUMED: t("Resumed {since}", since=second)
        if second.until is None
        else t("Resumed in {year}", year=second),
    }
    with st.grid(columns=4, min_column_width=150):
        for change, title in titles.items():
            st.metric(title, int((table["change"] == change).sum()), help=t(compare.CHANGES[change]))
        st.metric(
            t("In both"),
            int((table["change"] == compare.BOTH).sum()),
            help=t(compare.CHANGES[compare.BOTH]),
        )
    for column, (change, title) in zip(st.columns(3, gap="large"), titles.items(), strict=True):
        side = "before" if change == compare.LAPSED else "after"
        with column:
            st.header(title, anchor=False)
            _draw_partners(table[table["change"] == change], side)


def _draw_partners(rows: pd.DataFrame, side: str) -> None:
    if rows.empty:
        draw_none()
    with st.container(gap="xsmall"):
        for row in rows.to_dict("records"):
            level = term("level", row[f"level_{side}"])
            last = t("last {day}", day=row[f"last_{side}"])
            st.page_link(
                RECORD_PAGE,
                label=f"{row['name']} :gray[· {last}, {level}]",
                query_params={RECORD_KEY: str(row[f"id_{side}"])},
            )


def _draw_levels(table: pd.DataFrame) -> None:
    for column, (change, title) in zip(st.columns(2, gap="large"), LEVELS.items(), strict=True):
        with column:
            st.header(t(title), anchor=False)
            rows = table[table["level_change"] == change]
            if rows.empty:
                draw_none()
            with st.container(gap="xsmall"):
                for row in rows.to_dict("records"):
                    st.page_link(
                        PAGE,
                        label=f"{row['name']} :gray[· {term('level', row['level_before'])} → {term('level', row['level_after'])}]",
                        query_params={PARTNER: words.country_label(str(row["country"]))},
                    )


def _as_read(table: pd.DataFrame, names: tuple[str, str]) -> pd.DataFrame:
    shown = table[
        ["name", "change", "before", "after", "level_before", "level_after", "last_before", "last_after"]
    ]
    said = shown.assign(
        change=[t(change) for change in shown["change"]],
        level_before=[term("level", level) for level in shown["level_before"]],
        level_after=[term("level", level) for level in shown["level_after"]],
    )
    heads = [column_words("partner"), column_words("change"), *names]
    heads += [t("level {period}", period=name) for name in names]
    return said.set_axis([*heads, *(t("last {day}", day=name) for name in names)], axis=1)
