"""Engagements: the table, and beside it the whole record of the chosen row."""

import streamlit as st

from core.ui.head import draw_head
from core.ui.record import draw_record, open_id
from core.ui.table import draw_table, page_of_rows
from core.ui.view import current_view
from core.ui.visits import marks

view = current_view()
if draw_head("Engagements", view):
    chosen = open_id(view)
    left, right = st.columns([8, 6], gap="medium")
    with left:
        draw_table(page_of_rows(view.shown, chosen), chosen, len(view.shown), marks(view))
    with right:
        draw_record(view, chosen)
