"""Sidelines: names the pages, draws the filters that all of them share, then runs the page chosen."""

import streamlit as st

from core.ui.frame import dataset_or_stop, draw_frame
from core.ui.saved import remember_page
from core.ui.sidebar import draw_filters
from core.ui.versions import draw_banner, keep_version

# The first group stands in the bar itself, each other one folds into a menu of its name.
PAGES = {
    "": {
        "pages/overview.py": "Overview",
        "pages/timeline.py": "Timeline",
        "pages/forums.py": "Forums",
        "pages/engagements.py": "Engagements",
        "pages/engagement.py": "Engagement",
        "pages/review.py": "Review",
    },
    "Partners": {
        "pages/countries.py": "Countries",
        "pages/country.py": "One country",
        "pages/compare.py": "Compare",
        "pages/network.py": "Network",
    },
    "Content": {
        "pages/topics.py": "Topics and outcomes",
        "pages/coverage.py": "Coverage",
        "pages/search.py": "Search",
    },
    "Collection": {
        "pages/add.py": "Add documents",
        "pages/data.py": "Data",
        "pages/changes.py": "Changes",
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
remember_page(
    f"pages/{page.url_path or 'overview'}.py",
    {path: title for group in PAGES.values() for path, title in group.items()},
)
keep_version()
draw_filters(dataset_or_stop())
draw_banner()
page.run()
