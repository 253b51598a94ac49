"""The map with its ranking, and below it the history of the countries that are chosen."""

import pandas as pd
import streamlit as st

from core.language.speak import t, tn
from core.ui.charts import clicked, draw_chart, draw_classes, draw_legend, draw_remark
from core.ui.clicks import clickable
from core.ui.links import open_record
from core.ui.partner import draw_partner_link
from core.ui.ranking import draw_ranking
from core.ui.state import add_country, add_to
from core.ui.view import View, partners_of
from core.views import host_points, lanes, rankings, words, world_map
from core.views.boundaries import Boundaries, drawn_with
from core.views.history import History, history
from core.views.picture import Caption
from core.views.terms import country
from core.views.vantage import PARTNERS, title


def draw_map(view: View, part: world_map.View, bounds: Boundaries) -> None:
    """With whom: partners by colour and as a ranking; a click on either adds the country to the filter."""
    table = partners_of(view)
    name = title(PARTNERS, view.home)
    home = country(view.home) if view.home else ""

    def choose(code: str) -> None:
        add_country(code, view.home)

    left, right = st.columns([9, 5], gap="medium")
    with left:
        st.header(name, anchor=False)
        draw_classes(
            t("engagements with {country}", country=home) if home else t("engagements in which it took part"),
            world_map.classes_on(table, view.home),
        )
        figure = drawn_with(world_map.partner_map(table, view.home, part), bounds)
        draw_chart(
            figure,
            world_map.map_alt(table, name, part),
            "partner-map",
            lambda: choose(clicked("partner-map")),
            Caption(name, (t("engagements"), world_map.classes_on(table, view.home)), t(bounds.source)),
            shrinks=True,
        )
        outlined = " " + t("Outlined: {country}, counted from here.", country=home) if home else ""
        draw_remark(t(bounds.source) + outlined)
    with right:
        draw_ranking(table, view.shown, t("{title}, as a table", title=name), "partner-ranking", choose)


def draw_places(view: View, part: world_map.View, bounds: Boundaries) -> None:
    """Where: host countries by colour and as a ranking; a click on either adds the host to the filter."""
    table = view.once("places", lambda: rankings.by_place(view.shown))

    def choose(code: str) -> None:
        add_to("hosts", code)

    left, right = st.columns([9, 5], gap="medium")
    with left:
        st.header(t("Where they took place"), anchor=False)
        draw_classes(t("engagements hosted"), world_map.classes_on(table))
        figure = drawn_with(world_map.place_map(table, part), bounds)
        alt = world_map.map_alt(table, t("host countries"), part)
        caption = Caption(
            t("Where they took place"),
            (t("engagements hosted"), world_map.classes_on(table)),
            t(bounds.source),
        )
        draw_chart(figure, alt, "place-map", lambda: choose(clicked("place-map")), caption, shrinks=True)
        untold = int((view.shown["host_country"] == "").sum())
        told = tn("Of {count} the place is not told.", "Of {count} the place is not told.", untold)
        draw_remark(f"{t(bounds.source)} {told}" if untold else t(bounds.source))
    with right:
        draw_ranking(table, view.shown, t("Host countries, as a table"), "place-ranking", choose)


def draw_points(view: View, part: world_map.View, bounds: Boundaries) -> None:
    """Where, as points beside a table of the cities; a click on a point adds its country to the hosts of the filter."""
    table, name = host_points.by_city(view.shown), t("Where they took place, by city")
    left, right = st.columns([9, 5], gap="medium")
    with left:
        st.header(name, anchor=False)
        draw_chart(
            drawn_with(host_points.city_map(table, part), bounds),
            host_points.city_alt(table, part),
            "city-map",
            lambda: add_to("hosts", clicked("city-map")),
            Caption(name, None, t(bounds.source)),
            shrinks=True,
        )
        draw_remark(
            t(bounds.source)
            + " "
            + t("Cities: GeoNames. The larger, the more engagements; hollow: only the country is told.")
        )
    with right:
        st.dataframe(
            table[["name", "engagements"]].set_axis([t("Place"), t("No.")], axis=1),
            height=432 if len(table) > 12 else "content",
            hide_index=True,
            alt=t("{title}, as a table", title=name),
            **clickable("city-table", lambda row, _: add_to("hosts", str(table["country"].iloc[row]))),
        )


def draw_flows(view: View, part: world_map.View, bounds: Boundaries) -> None:
    """Between the home side and its partners; a click on an end or a row adds the country to the filter."""
    if view.home is None:
        draw_remark(t("Flows need one side that all is counted from: choose a country in the filter."))
        return
    table, home = partners_of(view), view.home
    name = t("Between {country} and its partners", country=country(home))

    def choose(code: str) -> None:
        add_country(code, home)

    left, right = st.columns([9, 5], gap="medium")
    with left:
        st.header(name, anchor=False)
        draw_classes(t("engagements"), world_map.classes_on(table), none=False)
        draw_chart(
            drawn_with(host_points.flow_map(table, home, part), bounds),
            host_points.flow_alt(table, home, part),
            "flow-map",
            lambda: choose(clicked("flow-map")),
            Caption(name, (t("engagements"), world_map.classes_on(table)), t(bounds.source)),
            shrinks=True,
        )
        draw_remark(
            t(bounds.source) + " " + t("Lines join the middles of countries and say nothing of routes.")
        )
    with right:
        draw_ranking(table, view.shown, t("{title}, as a table", title=name), "flow-ranking", choose)


def draw_chosen(view: View) -> None:
    """The history of the chosen country or pair; without one, how to choose."""
    countries, newest = view.filters.countries, view.dataset.newest
    if not countries:
        draw_remark(t("Choose a country on the map or in the table to see its history."))
        return
    draw_history(history(view.shown, countries, newest), newest)
    for code in countries:
        if code != view.home:
            draw_partner_link(code)
    draw_legend(view.shown)
    figure = lanes.lanes(view.shown, "kind", view.home, newest.date() if newest is not None else None)
    alt = lanes.lanes_alt(view.shown, "kind", view.home)
    draw_chart(figure, alt, "history", lambda: open_record(clicked("history")))


def draw_history(found: History, newest: pd.Timestamp | None) -> None:
    """Draws the figures of a history; the day of the newest document stands for now."""
    st.header(found.title, anchor=False)
    with st.grid(columns=4, min_column_width=150):
        st.metric(t("First held, in the data"), found.first)
        st.metric(t("Last held"), found.last_held)
        st.metric(
            t("Days since, on {day}", day=words.day(newest)) if newest is not None else t("Days since"),
            found.days_since,
        )
        st.metric(t("Planned, not yet reported"), words.number(found.planned))
