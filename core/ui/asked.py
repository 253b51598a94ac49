"""What a reader asks for on a page, apart from the version of the data: written down, and asked for again."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from core.language.catalogue import ENGLISH
from core.language.speak import english, speaking
from core.ui.choice import KEPT
from core.ui.language import LANG
from core.ui.links import RECORD_KEY, WHOLE_KEY
from core.ui.partner import PARTNER
from core.ui.state import (
    CERTAIN,
    CONFIDENCE,
    DATES,
    LISTS,
    NEWER,
    TOLD_BY,
    WORDS,
    current_filters,
    show_filters,
)
from core.ui.versions import show_present
from core.ui.workspace import OLDER, SINCE
from core.views import words
from core.views.kept_filters import read, written

_NOT_OWN = {DATES, WORDS, CONFIDENCE, TOLD_BY, CERTAIN, NEWER, *LISTS, OLDER, SINCE, RECORD_KEY, LANG}
_CODED = (PARTNER, "one", "other")  # widgets that hold a country's code and show its label in the address


def asked_now() -> dict[str, Any]:
    """What is asked for: the filters, and the choices of the page itself by their names in the address."""
    own = {name: _plain(name) for name in st.query_params if name not in _NOT_OWN}
    return {"filters": written(current_filters()), "own": own}


def ask_again(asked: Mapping[str, Any]) -> dict[str, str]:
    """Sets the newest data, the filters and the choices of a page to what was asked for; call it from a callback.

    Gives back what the address of the page has besides the filters.
    """
    own = {str(name): str(value) for name, value in asked.get("own", {}).items()}
    show_present()
    show_filters(read(asked.get("filters", {})))
    for name in st.query_params:
        if name not in _NOT_OWN and name not in own:
            st.session_state.pop(name, None)
    for name in [key for key in st.session_state if str(key).startswith(KEPT)]:
        del st.session_state[name]
    for name, value in own.items():
        if name != WHOLE_KEY:
            st.session_state[name] = value[-3:] if name in _CODED else value
    return own


def _plain(name: str) -> str:
    """A choice of the page as the address says it in English, whatever the reader's language."""
    chosen = st.session_state.get(name)
    if english() or not isinstance(chosen, str):
        return st.query_params[name]
    with speaking(ENGLISH):
        return words.country_label(chosen) if name in _CODED else chosen
