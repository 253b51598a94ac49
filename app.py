"""Sidelines: names the pages, draws the filters that all of them share, then runs the page chosen."""

import streamlit as st

from core.language.speak import later, t
from core.ui.address import write_anew
from core.ui.browser_words import say_browser_words
from core.ui.frame import dataset_or_stop, draw_frame
from core.ui.language import mark_language, take_language
from core.ui.links import remember_page
from core.ui.sidebar import draw_filters
from core.ui.versions import draw_banner, keep_version
from core.ui.visits import note_visit

# The first group stands in the bar itself, each other one folds into a menu of its name.
PAGES = {
    "": {
        "pages/overview.py": later("Overview"),
        "pages/timeline.py": later("Timeline"),
        "pages/forums.py": later("Forums"),
        "pages/engagements.py": later("Engagements"),
        "pages/engagement.py": later("Engagement"),
        "pages/review.py": later("Review"),
    },
    later("Partners"): {
        "pages/countries.py": later("Countries"),
        "pages/country.py": later("One country"),
        "pages/compare.py": later("Compare"),
        "pages/network.py": later("Network"),
    },
    later("Content"): {
        "pages/topics.py": later("Topics and outcomes"),
        "pages/coverage.py": later("Coverage"),
        "pages/search.py": later("Search"),
    },
    later("Collection"): {
        "pages/add.py": later("Add documents"),
        "pages/data.py": later("Data"),
        "pages/changes.py": later("Changes"),
    },
}
HIDDEN = ("pages/engagement.py",)  # opened by links alone

draw_frame()
take_language()
page = st.navigation(
    {
        t(group): [
            st.Page(
                path,
                title=t(title),
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
note_visit()
draw_banner()
page.run()
mark_language()
say_browser_words()
write_anew()
