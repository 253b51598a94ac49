"""Coverage: articles by month and source beside the engagements, so that reporting is not read as diplomacy."""

import streamlit as st

from core.language.speak import later, t
from core.ui.charts import clicked_all, draw_chart, draw_classes, draw_remark, draw_tables
from core.ui.clicks import take_cell, take_period
from core.ui.coverage import draw_sources
from core.ui.head import draw_head
from core.ui.view import current_view
from core.views import coverage, heatmap

view = current_view()
if draw_head("Coverage", view):
    documents = view.dataset.documents
    months = view.once("articles by month", lambda: coverage.by_month(documents, view.shown))
    table = view.once("articles by source", lambda: coverage.by_source(documents))
    st.header(t("Articles by month"), anchor=False)
    draw_chart(
        coverage.coverage_figure(months, "articles"),
        coverage.coverage_alt(months, "articles"),
        "articles",
        lambda: take_period(clicked_all("articles")),
    )
    st.header(t("Engagements shown, by month"), anchor=False)
    draw_chart(
        coverage.coverage_figure(months, "engagements"),
        coverage.coverage_alt(months, "engagements"),
        "engagements",
        lambda: take_period(clicked_all("engagements")),
    )
    draw_remark(
        t(
            "Articles are all of the collection, by the day they were published; engagements are those the filters let "
            "through. Where both rise together, it may be the reporting that grew."
        )
    )
    st.header(t("Articles by source and year"), anchor=False)
    draw_classes(t("articles"), heatmap.classes_in(table), none=False)
    draw_chart(
        heatmap.heatmap(table, later("No article with a date.")),
        heatmap.heatmap_alt(table, "year", "source"),
        "by-source",
        lambda: take_cell("sources", coverage.named(clicked_all("by-source"), documents), view.home),
    )
    draw_sources(view.once("sources", lambda: coverage.sources(documents)))
    draw_tables(
        {
            t("Articles and engagements by month"): months,
            t("Articles by source"): heatmap.heatmap_table(table, "source"),
        }
    )
