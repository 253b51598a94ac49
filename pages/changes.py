"""Changes: who changed what, when and why; and what the review says of the parser."""

import streamlit as st

from core.language.speak import t
from core.ui.changes import draw_changes

st.title(t("Changes"), anchor=False)
draw_changes()
