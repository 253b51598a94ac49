"""Countries: with whom and where, on the map and as a ranking; the history of the chosen ones."""

import streamlit as st

from core.lexicon.countries import country_name
from core.ui.charts import clicked, draw_chart, draw_classes, draw_legend, draw_remark, draw_tables
from core.ui.head import draw_head
from core.ui.headlines import draw_history
from core.ui.links import open_record
from core.ui.ranking import draw_ranking
from core.ui.state import add_country, add_to
from core.ui.view import current_view
from core.views import lanes, rankings, world_map
from core.views.history import history, years_of
from core.views.vantage import title
from core.views.world_map import SOURCE, VIEWS

view = current_view()
if draw_head("Countries", view):
    with st.container(horizontal=True):
        what = st.segmented_control(
            "What",
            ["Partners", "Places"],
            key="map",
            default="Partners",
            required=True,
            bind="query-params",
            label_visibility="collapsed",
        )
        part = st.segmented_control(
            "Part of the world",
            list(VIEWS),
            key="part",
            default="World",
            required=True,
            bind="query-params",
            label_visibility="collapsed",
        )
    places = what == "Places"
    with_whom = f"with {country_name(view.home)}" if view.home else "in which it took part"
    table = rankings.by_place(view.shown) if places else rankings.by_partner(view.shown, view.home)
    name = "Where they took place" if places else title("Partners", view.home)

    def choose(code: str) -> None:
        """A click on the map or in the ranking narrows the filter."""
        if places:
            add_to("hosts", code)
        else:
            add_country(code, view.home)

    left, right = st.columns([9, 5], gap="medium")
    with left:
        st.subheader(name, anchor=False)
        draw_classes("engagements hosted" if places else f"engagements {with_whom}")
        figure = world_map.place_map(table, part) if places else world_map.partner_map(table, view.home, part)
        draw_chart(figure, world_map.map_alt(table, name, part), "world", lambda: choose(clicked("world")))
        draw_remark(
            SOURCE
            if places or not view.home
            else f"{SOURCE} Outlined: {country_name(view.home)}, counted from here."
        )
    with right:
        draw_ranking(table, years_of(view.shown) or "Years", f"{name}, as a table", "ranking", choose)
    if view.filters.countries:
        newest = view.dataset.newest
        draw_history(history(view.shown, view.filters.countries, newest), newest)
        draw_legend(view.shown)
        draw_chart(
            lanes.lanes(view.shown, "kind", view.home, newest.date() if newest is not None else None),
            lanes.lanes_alt(view.shown, "kind", view.home),
            "history",
            on_select=lambda: open_record(clicked("history")),
        )
    else:
        draw_remark("Choose a country on the map or in the table to see its history.")
    draw_tables({name: rankings.ranking_table(table, "name", len(table))})
