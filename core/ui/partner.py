"""The page of one partner: the choice of it, the figures, the sentence that tells of the last meeting, the lists."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.language.speak import as_spoken, t, tn
from core.ui.address import understand
from core.ui.charts import clicked, clicked_all, draw_chart, draw_classes, draw_legend, draw_none, draw_remark
from core.ui.clicks import clickable, take_cell, take_period
from core.ui.days import day_column, with_days
from core.ui.links import draw_link, draw_links, link_label
from core.ui.state import WORDS, add_country, add_to
from core.ui.view import View, partners_of
from core.views import heatmap, over_time, rankings, words
from core.views import partner as partners
from core.views.contacts import in_words
from core.views.partner import Partner
from core.views.quotation import quotation
from core.views.record import find_record
from core.views.terms import country, term

PAGE = "pages/country.py"
PARTNER = "partner"  # in the URL
MOST = 10


def choose_partner(view: View) -> Partner | None:
    """Draws the choice of a country among those met, most often met first; None where nobody was."""
    codes = partners_of(view)["country"].tolist()
    if not codes:
        draw_remark(t("No partner in the rows shown."))
        return None
    if PARTNER in st.session_state and st.session_state[PARTNER] not in codes:
        del st.session_state[PARTNER]
    asked = [code for code in view.filters.countries if code != view.home and code in codes]
    understand(PARTNER, codes, words.country_label, several=False)
    st.selectbox(
        t("Partner of {country}", country=country(view.home)) if view.home else t("Country"),
        codes,
        index=codes.index(asked[-1]) if asked else 0,
        key=PARTNER,
        format_func=as_spoken(words.country_label),
        bind="query-params",
        width=320,
    )
    code = str(st.session_state[PARTNER] or codes[0])
    return view.once("partner", lambda: partners.partner(view.dataset, view.shown, view.home, code), code)


def draw_partner_link(code: str, label: str = "") -> None:
    """A link to everything with one country."""
    st.page_link(
        PAGE,
        label=label or t("Everything with {country}", country=country(code)),
        query_params={PARTNER: words.country_label(code)},
    )


def draw_figures(found: Partner, view: View) -> None:
    """How often, how lately and how high up; the day of the newest document stands for now."""
    newest = view.dataset.newest
    total, held, high = partners.counts(found)
    counted_on = t("Counted to the day of the newest document.")
    if newest is not None:
        counted_on = t("Counted on {day}, the day of the newest document.", day=words.day(newest))
    with st.grid(columns=4, min_column_width=150):
        st.metric(
            t("Engagements"),
            words.number(total),
            help=tn("{count} of them held.", "{count} of them held.", held),
        )
        st.metric(
            t("Last contact"),
            in_words(found.cadence.last),
            help=t("The last engagement held, of any kind and level, with a known date."),
        )
        st.metric(
            t("Days since ministers met"),
            _number(found.high_cadence.days_since),
            delta=partners.silence_words(found),
            delta_color="off",
            delta_arrow="off",
            help=counted_on
            + " "
            + t(
                "Ministers or those above them on both sides, at a meeting of two or of many; where the offices "
                "of one side only are told, those count. The median is of the gaps between such contacts before."
            ),
        )
        st.metric(
            t("At a minister's level"), words.number(high), help=t("Engagements held at that level or above.")
        )


def draw_last(found: Partner, view: View) -> None:
    """The last time that ministers met, with the sentence that says so and the way to its record."""
    st.header(t("Ministers last met"), anchor=False)
    row = partners.last_at_ministers_level(found)
    record = find_record(view.dataset, str(row["engagement_id"])) if row is not None else None
    if row is None or record is None or record.reports.empty:
        draw_none()
        return
    draw_link(row.to_dict(), link_label(row.to_dict()))
    st.html(quotation(view.dataset, record.reports.iloc[0]))


def draw_history(found: Partner) -> None:
    """Engagements over time, then how high up they were each year."""
    st.header(over_time.title(found.rows), anchor=False)
    draw_legend(found.rows, over_time.peak_words(found.rows), over_time.not_drawn(found.rows))
    draw_chart(
        over_time.over_time(found.rows),
        over_time.over_time_alt(found.rows),
        "partner-time",
        lambda: _within(found, lambda: take_period(clicked_all("partner-time"))),
    )


def draw_levels(found: Partner) -> pd.DataFrame:
    """How high up the contacts of each year were; gives the table back."""
    st.header(t("How high up, by year"), anchor=False)
    table = partners.levels_by_year(found)
    draw_classes(t("contacts"), heatmap.classes_in(table), none=False)
    draw_chart(
        heatmap.heatmap(table, t("No contact with a date.")),
        heatmap.heatmap_alt(table, "year", "level"),
        "levels",
        lambda: _within(found, lambda: take_cell("levels", clicked_all("levels"), None)),
    )
    draw_remark(
        t("The lower level of the two sides: a minister who sees a chief of staff makes it a chief's.")
    )
    return table


def draw_people(people: pd.DataFrame, found: Partner) -> None:
    """Who spoke for the partner; a click on a row searches the rows for the name."""
    st.header(t("People met: {country}", country=country(found.code)), anchor=False)
    if people.empty:
        draw_none(t("nobody named"))
        return

    def search(row: int, _: str) -> None:
        _within(found, lambda: st.session_state.update({WORDS: str(people["person"].iloc[row])}))

    st.dataframe(
        with_days(
            people.assign(
                level=[term("level", level) for level in people["level"]],
                office=[term("office", str(office)) for office in people["office"]],
            ),
            "first",
            "last",
        ),
        height=320 if len(people) > 8 else "content",
        hide_index=True,
        placeholder=t(words.NOT_TOLD),
        **clickable("partner-people", search),
        column_config={
            "person": st.column_config.TextColumn(t("Person"), width=128),
            "office": st.column_config.TextColumn(t("Office"), width=128),
            "level": st.column_config.TextColumn(t("Level"), width=68),
            "times": st.column_config.NumberColumn(t("Times"), format="localized", width=54),
            "first": day_column(t("First"), width=88),
            "last": day_column(t("Last"), width=88),
        },
        alt=t("People met: {country}", country=country(found.code)),
    )


def draw_forums_and_topics(found: Partner) -> None:
    """Where they met and what about, each as a ranking; a click narrows the filter."""
    left, right = st.columns(2, gap="large")
    forums, topics = rankings.by_forum(found.rows), rankings.by_value(found.rows, "topics")
    with left:
        st.header(t("Forums and exercises"), anchor=False)
        draw_chart(
            rankings.ranking_figure(forums, "label"),
            rankings.ranking_alt(forums, "label", t("Forums and exercises")),
            "partner-forums",
            on_select=lambda: _within(found, lambda: add_to("forums", clicked("partner-forums"))),
        )
    with right:
        st.header(t("Topics"), anchor=False)
        draw_chart(
            rankings.ranking_figure(topics, "label"),
            rankings.ranking_alt(topics, "label", t("Topics")),
            "partner-topics",
            on_select=lambda: _within(found, lambda: add_to("topics", clicked("partner-topics"))),
        )


def _within(found: Partner, narrow: Callable[[], None]) -> None:
    """Narrows the filter to what was clicked between the two, so that the page goes on telling of them."""
    add_country(found.code, found.home)
    narrow()


def draw_lists(found: Partner, newest: pd.Timestamp | None) -> None:
    """What came of it, what is planned, what was announced and not heard of again."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header(t("Outcomes"), anchor=False)
        outcomes = partners.outcomes_told(found)
        if outcomes.empty:
            draw_none()
        with st.container(gap="xsmall"):
            for row in outcomes.head(MOST).to_dict("records"):
                draw_link(row, link_label(row, words.literal(str(row["outcome"]))))
        if len(outcomes) > MOST:
            draw_remark(tn("and {count} earlier one", "and {count} earlier ones", len(outcomes) - MOST))
    with right:
        draw_links(t("Planned"), partners.ahead(found, newest), 5)
        draw_links(t("Announced, no report since"), partners.unheard_of(found, newest), 5)


def tables(found: Partner, levels: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The numbers behind the charts of the page."""
    forums, topics = rankings.by_forum(found.rows), rankings.by_value(found.rows, "topics")
    return {
        over_time.title(found.rows): over_time.over_time_table(found.rows),
        t("How high up, by year"): heatmap.heatmap_table(levels, "level"),
        t("Forums and exercises"): rankings.ranking_table(forums, "label", len(forums)),
        t("Topics"): rankings.ranking_table(topics, "label", len(topics)),
    }


def _number(days: int | None) -> str:
    return t(words.NOT_TOLD) if days is None else words.number(days)
