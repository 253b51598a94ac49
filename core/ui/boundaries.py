"""The choice of boundaries for all maps: what the app ships, and an office's own file where one is named."""

import os
from pathlib import Path

import streamlit as st

from core.errors import SidelinesError
from core.ui.choice import draw_switch
from core.views.boundaries import DE_FACTO, Boundaries, own_boundaries

FILE = "SIDELINES_BOUNDARIES"


def choose_boundaries() -> Boundaries:
    """Draws the switch where SIDELINES_BOUNDARIES names a GeoJSON file; else, or where it is no use, de facto ones."""
    named = os.environ.get(FILE, "").strip()
    if not named:
        return DE_FACTO
    try:
        own = own_boundaries(Path(named).expanduser().resolve())
    except SidelinesError as error:
        st.text(f"{error} ({FILE})")
        return DE_FACTO
    views = {each.name: each for each in (DE_FACTO, own)}
    return views[draw_switch("Boundaries", list(views), "boundaries")]
