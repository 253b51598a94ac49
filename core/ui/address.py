"""What the address asks of a widget, in whichever language it was written.

Streamlit writes into the address how a choice reads (`kind=दौरा`), knows it again only while it reads so, and drops the
rest from the address. A link in another language is therefore understood and written anew here.
"""

import json
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from core.language.catalogue import languages
from core.language.speak import speaking

Option = TypeVar("Option", bound=str)
# Session keys: what was understood in this run, and which widgets Streamlit is to write into the address in the next.
UNDERSTOOD, ANEW = "address-understood", "address-anew"
# Puts the choices, as they read now, back into the address from which Streamlit has dropped them.
WRITE = """<script>(() => {
const address = new URL(location.href);
for (const [key, values] of Object.entries(%s)) {
address.searchParams.delete(key);
for (const value of values) address.searchParams.append(key, value);
}
history.replaceState(history.state, '', address);
})()</script>"""

# Streamlit writes each filter into the address by itself, and a link to a record first on the page that is left: a click
# would take two steps to go back from. Those that come together are therefore one step.
ONE_STEP = """<script>(() => {
if (history.oneStep) return;
history.oneStep = true;
const push = history.pushState.bind(history);
let last = 0;
history.pushState = (state, title, url) => {
const together = Date.now() - last < 1000;
last = Date.now();
if (together) history.replaceState(state, title, url); else push(state, title, url);
};
})()</script>"""


def keep_steps_together() -> None:
    """Draws nothing: what one click sets in the address is one step of the browser's way back."""
    st.html(ONE_STEP, unsafe_allow_javascript=True, width="content")


def understand(key: str, options: Sequence[Option], naming: Callable[[Option], str], several: bool) -> None:
    """Sets a widget to what the address names in another language; call it before the widget is drawn."""
    if key in st.session_state.get(ANEW, ()) and key in st.session_state:
        # Streamlit knows the widget by now, so its address follows.
        st.session_state[key] = st.session_state[key]
        return
    if key in st.session_state or key not in st.query_params:
        return
    asked = st.query_params.get_all(key)
    if set(asked) <= {naming(option) for option in options}:
        return
    named: dict[str, Option] = {}
    for code in languages():
        with speaking(code):
            named |= {naming(option): option for option in options}
    chosen = list(dict.fromkeys(named[label] for label in asked if label in named))
    if chosen:
        st.session_state[key] = chosen if several else chosen[0]
        st.session_state.setdefault(UNDERSTOOD, {})[key] = [naming(option) for option in chosen]


def write_anew() -> None:
    """Writes the address anew where a link came in another language; call it when all widgets are drawn."""
    understood = st.session_state.pop(UNDERSTOOD, {})
    st.session_state[ANEW] = tuple(understood)
    if understood:
        told = json.dumps(understood).replace("<", "\\u003c")
        st.html(WRITE % told, unsafe_allow_javascript=True, width="content")
