"""The choice of boundaries for all maps: the views that the app ships, and an office's own file where one is named."""

import os
from pathlib import Path

import streamlit as st

from core.errors import SidelinesError
from core.language.speak import later
from core.ui.choice import draw_switch
from core.views.boundaries import Boundaries, own_boundaries, shipped_boundaries

SETTING = "SIDELINES_BOUNDARIES"


def choose_boundaries() -> Boundaries:
    """Draws the switch. What SIDELINES_BOUNDARIES names, a view or a GeoJSON file, comes first; a bad file is said."""
    views = dict(shipped_boundaries())
    named = os.environ.get(SETTING, "").strip()
    first = next((name for name in views if name.casefold() == named.casefold()), "")
    if named and not first:
        try:
            own = own_boundaries(Path(named).expanduser().resolve())
        except SidelinesError as error:
            st.text(f"{error} ({SETTING})")
        else:
            views[own.name] = own
            first = own.name
    names = sorted(views, key=lambda name: name != first)
    return views[draw_switch(later("Boundaries"), names, "boundaries")]
