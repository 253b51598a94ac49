"""Topics and outcomes: what was talked about, over time and with whom; what came of it; what was promised and came."""

import streamlit as st

from core.language.speak import t
from core.ui.agreements import draw_agreements
from core.ui.charts import draw_tables
from core.ui.head import draw_head
from core.ui.topics import draw_map, draw_outcomes, draw_promises
from core.ui.view import current_view
from core.views import outcomes, subjects
from core.views.heatmap import heatmap_table

view = current_view()
if draw_head("Topics and outcomes", view):
    by_year = view.once("topics by year", lambda: subjects.by_year(view.shown))
    by_partner = view.once("topics by partner", lambda: subjects.by_partner(view.shown, view.home))
    told = view.once("outcomes", lambda: outcomes.typed(view.dataset, view.shown))
    kinds = view.once("outcomes by year", lambda: subjects.outcomes_by_year(told))
    partners = view.once("outcomes by partner", lambda: subjects.outcomes_by_partner(told, view.home))
    with_whom = t("Outcomes by partner") if view.home else t("Outcomes by country")
    left, right = st.columns(2, gap="large")
    with left:
        draw_map(t("Topics by year"), by_year, "topic", "year", view.home)
    with right:
        draw_map(
            t("Topics by partner") if view.home else t("Topics by country"),
            by_partner,
            "topic",
            "country",
            view.home,
        )
    left, right = st.columns(2, gap="large")
    with left:
        draw_map(t("Outcomes by year"), kinds, "outcome", "year", view.home)
    with right:
        draw_map(with_whom, partners, "outcome", "country", view.home)
    draw_outcomes(view)
    draw_agreements(view)
    draw_promises(view)
    draw_tables(
        {
            t("Topics by year"): heatmap_table(by_year, "topic"),
            t("Topics by partner"): heatmap_table(by_partner, "topic"),
            t("Outcomes by year"): heatmap_table(kinds, "outcome"),
            with_whom: heatmap_table(partners, "outcome"),
        }
    )
