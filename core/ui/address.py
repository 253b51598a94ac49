"""What the address asks of a widget, in whichever language it was written.

Streamlit writes into the address how a choice reads (`kind=दौरा`), and knows it again only while it reads so.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from core.language.catalogue import languages
from core.language.speak import speaking

Option = TypeVar("Option", bound=str)


def understand(key: str, options: Sequence[Option], naming: Callable[[Option], str], several: bool) -> None:
    """Sets a widget to what the address names in another language; call it before the widget is drawn."""
    if key in st.session_state or key not in st.query_params:
        return
    asked = st.query_params.get_all(key)
    if set(asked) <= {naming(option) for option in options}:
        return
    for code in languages():
        with speaking(code):
            named = {naming(option): option for option in options}
        if set(asked) <= set(named):
            chosen = [named[label] for label in asked]
            st.session_state[key] = chosen if several else chosen[0]
            return
