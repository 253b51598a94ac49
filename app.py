"""Sidelines: names the pages, draws the filters that all of them share, then runs the page chosen."""

import streamlit as st

from core.ui.frame import dataset_or_stop, draw_frame
from core.ui.sidebar import draw_filters

# The first group stands in the bar itself, each other one folds into a menu of its name.
PAGES = {
    "": {
        "pages/overview.py": "Overview",
        "pages/timeline.py": "Timeline",
        "pages/forums.py": "Forums",
        "pages/engagements.py": "Engagements",
        "pages/engagement.py": "Engagement",
    },
    "Partners": {
        "pages/countries.py": "Countries",
        "pages/country.py": "One country",
        "pages/compare.py": "Compare",
    },
    "Collection": {
        "pages/add.py": "Add documents",
        "pages/data.py": "Data",
    },
}
HIDDEN = ("pages/engagement.py",)  # opened by links alone

draw_frame()
page = st.navigation(
    {
        group: [
            st.Page(
                path,
                title=title,
                default=path == "pages/overview.py",
                visibility="hidden" if path in HIDDEN else "visible",
            )
            for path, title in pages.items()
        ]
        for group, pages in PAGES.items()
    },
    position="top",
)
draw_filters(dataset_or_stop())
page.run()
