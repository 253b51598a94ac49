"""The language of the screen: the one in the address (`lang=hi`), kept while pages are turned, and the switch."""

import streamlit as st

from core.errors import SidelinesError
from core.language.catalogue import ENGLISH, languages, own_name, translations
from core.language.speak import speak, spoken, t
from core.ui.state import current_filters, show_filters

LANG = "lang"  # in the URL
CHOSEN = "language-chosen"  # session key: what was chosen last
SWITCH = "language"
BY_NAME = (
    "partner",
    "one",
    "other",
    "at",
    "forum-compared",
)  # keys of widgets besides the filters whose choices are said in the language


def take_language() -> None:
    """Speaks the language that the address names, else the one chosen before; call it first in a run."""
    asked = st.query_params.get(LANG, "")
    if asked in languages():
        st.session_state[CHOSEN] = asked
    elif st.session_state.get(CHOSEN, ENGLISH) != ENGLISH:
        st.query_params[LANG] = st.session_state[CHOSEN]
    speak_again()


def speak_again() -> None:
    """Speaks the language of this session; a callback, a fragment or a dialog begins in a thread that speaks English."""
    code = str(st.session_state.get(CHOSEN, ENGLISH))
    try:
        translations(code)
    except SidelinesError as error:
        st.text(str(error))
        code = ENGLISH
    speak(code)


def draw_language() -> None:
    """The switch between the languages, each by its own name; nothing where English is the only one."""
    if len(languages()) < 2:
        return
    st.session_state[SWITCH] = spoken()
    st.segmented_control(
        t("Language"),
        languages(),
        key=SWITCH,
        format_func=own_name,
        required=True,
        on_change=_switch,
        label_visibility="collapsed",
    )


def mark_language() -> None:
    """Tells the browser the language of the page, for voices and hyphens: Streamlit's own page says English.

    Call it last, outside of the sidebar: what a phone folds away is not drawn.
    """
    if CHOSEN in st.session_state:
        st.html(
            f"<script>document.documentElement.lang = {spoken()!r}</script>",
            unsafe_allow_javascript=True,
            width="content",
        )


def _switch() -> None:
    """Takes the language chosen. What the filters hold is said anew, for Streamlit knows a choice by its label."""
    code = str(st.session_state[SWITCH] or ENGLISH)
    st.session_state[CHOSEN] = st.query_params[LANG] = code
    show_filters(current_filters())
    for key in BY_NAME:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]
