"""Sidelines: names the pages, draws the filters that all of them share, then runs the page chosen."""

import streamlit as st

from core.ui.frame import dataset_or_stop, draw_frame
from core.ui.sidebar import draw_filters

PAGES = {
    "pages/overview.py": "Overview",
    "pages/timeline.py": "Timeline",
    "pages/countries.py": "Countries",
    "pages/forums.py": "Forums",
    "pages/engagements.py": "Engagements",
    "pages/add.py": "Add documents",
    "pages/data.py": "Data",
}

draw_frame()
page = st.navigation(
    [st.Page(path, title=title, default=path == "pages/overview.py") for path, title in PAGES.items()],
    position="top",
)
draw_filters(dataset_or_stop())
page.run()
