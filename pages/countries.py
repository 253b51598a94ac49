"""Countries: with whom and where, on the map and as a ranking; the history of the chosen ones."""

import streamlit as st

from core.language.speak import later, t
from core.ui.atlas import draw_chosen, draw_flows, draw_map, draw_places, draw_points
from core.ui.boundaries import choose_boundaries
from core.ui.charts import draw_tables
from core.ui.choice import draw_switch
from core.ui.head import draw_head
from core.ui.view import current_view, partners_of
from core.views import rankings
from core.views.vantage import PARTNERS, title
from core.views.world_map import VIEWS

DRAW = {
    later("Partners"): draw_map,
    later("Places"): draw_places,
    later("Cities"): draw_points,
    later("Flows"): draw_flows,
}

view = current_view()
if draw_head("Countries", view):
    with st.container(horizontal=True):
        what = draw_switch(later("What the map shows"), list(DRAW), "map")
        part = draw_switch(later("Part of the world"), VIEWS, "part")
        bounds = choose_boundaries()
    DRAW[what](view, part, bounds)
    draw_chosen(view)
    partners, places = partners_of(view), view.once("places", lambda: rankings.by_place(view.shown))
    draw_tables(
        {
            title(PARTNERS, view.home): rankings.ranking_table(partners, "name", len(partners)),
            t("Where they took place"): rankings.ranking_table(places, "name", len(places)),
        }
    )
