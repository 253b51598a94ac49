"""One country: everything with one partner, from the last meeting of ministers to what is planned."""

import streamlit as st

from core.ui.charts import draw_tables
from core.ui.head import draw_head
from core.ui.partner import (
    choose_partner,
    draw_figures,
    draw_forums_and_topics,
    draw_history,
    draw_last,
    draw_levels,
    draw_lists,
    draw_people,
    tables,
)
from core.ui.view import current_view
from core.views.partner import people_met

view = current_view()
if draw_head("One country", view) and (found := choose_partner(view)):
    draw_figures(found, view)
    draw_last(found, view)
    draw_history(found)
    left, right = st.columns([5, 6], gap="large")
    with left:
        levels = draw_levels(found)
    with right:
        draw_people(people_met(view.dataset, found), found)
    draw_forums_and_topics(found)
    draw_lists(found, view.dataset.newest)
    draw_tables(tables(found, levels))
