"""Add documents: upload or paste, and see what is found in them."""

import streamlit as st

from core.language.speak import t
from core.ui.documents import draw_findings, draw_intake

st.title(t("Add documents"), anchor=False)
st.markdown(t("Articles, press releases and tables are read on this machine and kept in the collection."))
left, right = st.columns([2, 3], gap="large")
with left:
    draw_intake()
with right:
    draw_findings()
