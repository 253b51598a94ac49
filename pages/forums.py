"""Forums: who was met where, how it went over the years, who met whom at one edition and not at the one before."""

import streamlit as st

from core.language.speak import t
from core.ui.charts import clicked_all, draw_chart, draw_classes, draw_remark, draw_tables
from core.ui.edition import choose_edition, draw_edition
from core.ui.editions import draw_edition_to_edition
from core.ui.forum_calendar import draw_forum_calendar
from core.ui.head import draw_head
from core.ui.state import add_forum_and_country
from core.ui.view import current_view
from core.views import heatmap
from core.views.picture import Caption
from core.views.terms import country

view = current_view()
if draw_head("Forums", view):
    countries = view.once("forum by country", lambda: heatmap.forum_by_country(view.shown, view.home))
    years = view.once("forum by year", lambda: heatmap.forum_by_year(view.shown))
    st.header(t("Who was met where"), anchor=False)
    draw_classes(t("engagements at the forum"), heatmap.classes_in(countries), none=False)
    draw_chart(
        heatmap.heatmap(countries),
        heatmap.heatmap_alt(countries, "country"),
        "met-where",
        lambda: add_forum_and_country(clicked_all("met-where"), view.home),
        Caption(t("Who was met where"), (t("engagements at the forum"), heatmap.classes_in(countries))),
    )
    told = t("Codes are ISO 3166-1 alpha-3; names on hover and in the table. Blank: none reported.")
    if view.home:
        told += " " + t("{country}, counted from here, is left out.", country=country(view.home))
    draw_remark(told)
    left, right = st.columns([7, 5], gap="large")
    with left:
        st.header(t("By year"), anchor=False)
        draw_classes(t("engagements at the forum"), heatmap.classes_in(years), none=False)
        draw_chart(
            heatmap.heatmap(years),
            heatmap.heatmap_alt(years, "year"),
            "met-when",
            lambda: choose_edition(clicked_all("met-when")),
            Caption(t("Forums by year"), (t("engagements at the forum"), heatmap.classes_in(years))),
        )
    with right:
        chosen = draw_edition(view)
    if chosen:
        draw_edition_to_edition(view, *chosen)
    draw_forum_calendar(view)
    draw_tables(
        {t("Who was met where"): heatmap.heatmap_table(countries), t("By year"): heatmap.heatmap_table(years)}
    )
