"""Two countries, or two forums, beside each other: figures, engagements over time, and what they have in common."""

from collections.abc import Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from core.language.speak import t
from core.ui.charts import draw_chart, draw_legend, draw_none, draw_remark
from core.ui.choices import choose_one, take_chosen_period
from core.ui.clicks import clickable
from core.ui.state import add_to
from core.ui.view import View, partners_of
from core.views import compare, editions, over_time, rankings, words
from core.views.terms import country, forum_short, term, value_words

ONE, OTHER = "one", "other"  # in the URL: the two countries
THIS, THAT = "forum-one", "forum-other"  # the two forums


def draw_countries(view: View) -> None:
    """Two countries beside each other: the figures, the engagements over time, the topics and forums of each."""
    codes = partners_of(view)["country"].tolist()
    if len(codes) < 2:
        draw_remark(t("Fewer than two partners in the rows shown."))
        return
    left, right = st.columns(2, gap="large")
    with left:
        one = choose_one(t("First country"), ONE, codes, words.country_label)
    with right:
        other = choose_one(t("Second country"), OTHER, codes, words.country_label, 1)
    if one == other:
        draw_remark(t("Choose two different countries."))
        return
    figures = compare.two_countries(view.dataset, view.shown, view.home, one, other)
    names = {code: country(code) for code in (one, other)}
    st.table(figures.rename(columns=names | {"measure": " "}).set_index(" "))
    rows = {code: compare.with_country(view.shown, view.home, code) for code in (one, other)}
    _draw_over_time(rows, names)
    topics = compare.values_came_and_went(rows[one], rows[other], "topics")
    forums = compare.values_came_and_went(rows[one], rows[other], "forum")
    left, right = st.columns(2, gap="large")
    with left:
        draw_values(t("Topics"), topics, (names[one], names[other]), "topics")
    with right:
        draw_values(t("Forums and exercises"), forums, (names[one], names[other]), "forums")


def draw_forums(view: View) -> None:
    """Two forums beside each other: the figures, whom the home side met at which, topics and time."""
    forums = view.once("forums", lambda: rankings.by_forum(view.shown))["forum"].tolist()
    if len(forums) < 2:
        draw_remark(t("Fewer than two forums in the rows shown."))
        return
    left, right = st.columns(2, gap="large")
    naming = partial(term, "forum")
    with left:
        one = choose_one(t("First forum"), THIS, forums, naming)
    with right:
        other = choose_one(t("Second forum"), THAT, forums, naming, 1)
    if one == other:
        draw_remark(t("Choose two different forums."))
        return
    figures = compare.two_forums(view.dataset, view.shown, view.home, one, other)
    names = {forum: forum_short(forum) for forum in (one, other)}
    st.table(figures.rename(columns=names | {"measure": " "}).set_index(" "))
    found = editions.differing(*(editions.met_ever(view.shown, forum, view.home) for forum in (one, other)))
    draw_lists(
        {
            t("Met at {forum} alone", forum=names[one]): found.only_first,
            t("Met at {forum} alone", forum=names[other]): found.only_second,
            t("Met at both"): found.both,
        }
    )
    who = country(view.home) if view.home else t("Somebody")
    draw_remark(words.literal(t("{who}, two by two and held.", who=who)))
    rows = {forum: view.shown[view.shown["forum"] == forum] for forum in (one, other)}
    _draw_over_time(rows, names)
    topics = compare.values_came_and_went(rows[one], rows[other], "topics")
    draw_values(t("Topics"), topics, (names[one], names[other]), "topics")


def draw_lists(groups: Mapping[str, Sequence[str]]) -> None:
    """Lists of countries beside each other, each under its title with how many they are."""
    for column, (title, codes) in zip(st.columns(len(groups), gap="large"), groups.items(), strict=True):
        with column:
            st.markdown(f"**{words.literal(title)}** :gray[{len(codes)}]")
            st.markdown(words.listed([country(code) for code in codes]) or f":gray[{t('none reported')}]")


def draw_values(title: str, table: pd.DataFrame, names: tuple[str, str], field: str) -> None:
    """The values with their counts; a click on one adds it to the filter `field`."""
    st.header(title, anchor=False)
    if table.empty:
        draw_none()
        return
    st.dataframe(
        table.assign(value=[value_words(value) for value in table["value"]]).rename(
            columns={"value": " ", "before": names[0], "after": names[1]}
        ),
        height=320 if len(table) > 8 else "content",
        hide_index=True,
        alt=t("{title}: {one} and {other}", title=title, one=names[0], other=names[1]),
        **clickable(f"values-{field}", lambda row, _: add_to(field, str(table["value"].iloc[row]))),
    )


def _draw_over_time(rows: Mapping[str, pd.DataFrame], names: Mapping[str, str]) -> None:
    """A chart for each of the two, on the same axes: so that one that ended, or is rarer, looks so."""
    one, other = rows.values()
    wide = over_time.step(pd.concat([one, other]))
    for column, (key, beside) in zip(
        st.columns(2, gap="large"), zip(rows, (other, one), strict=True), strict=True
    ):
        with column:
            by_step = t(over_time.BY_STEP[wide])
            st.header(
                t("{country}, engagements {by_step}", country=names[key], by_step=by_step), anchor=False
            )
            draw_legend(rows[key])
            chart = f"time-{key}"
            draw_chart(
                over_time.over_time(rows[key], beside),
                over_time.over_time_alt(rows[key]),
                chart,
                partial(take_chosen_period, chart),
            )
