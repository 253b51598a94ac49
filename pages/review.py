"""Review: what is worth a look first, the sentence with both values of each field, and a decision on it."""

import streamlit as st

from core.language.speak import later, t
from core.ui.review import draw_review
from core.ui.versions import draw_closed
from core.ui.view import current_view

st.title(t("Review"), anchor=False)
if not draw_closed(later("Review is closed on an older version of the data.")):
    draw_review(current_view())
