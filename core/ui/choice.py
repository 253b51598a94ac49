"""A switch between the views of one page, in the URL and remembered when the reader comes back to the page."""

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

from core.language.speak import as_spoken, t
from core.ui.address import understand

Option = TypeVar("Option", bound=str)
KEPT = "kept-"  # session keys: what a switch stood at when its page was left


def draw_switch(label: str, options: Sequence[Option], key: str) -> Option:
    """Draws the options side by side and gives the chosen one; `label` is for those who hear the page.

    Both are English: label and options are said in the language of the screen here.
    """
    if st.session_state.get(key, options[0]) not in options:  # a saved view may ask for what is no more
        del st.session_state[key]
    # Streamlit drops a widget's value with its page, and its part of the URL too.
    understand(key, options, t, several=False)
    kept = st.session_state.get(KEPT + key)
    if key not in st.session_state and kept in options and key not in st.query_params:
        st.session_state[key] = kept
    chosen = st.segmented_control(
        t(label),
        list(options),
        format_func=as_spoken(t),
        key=key,
        default=options[0],
        required=True,
        bind="query-params",
        label_visibility="collapsed",
    )
    st.session_state[KEPT + key] = chosen
    return chosen
