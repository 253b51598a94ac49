"""Puts the keyboard where a person who just pressed a key wants to write."""

import html

import streamlit as st


def focus_first(within: str, turn: str) -> None:
    """Moves the focus into the first field of the container with the key `within`, once for each `turn`.

    Streamlit has no word for this, and whoever works by keyboard would otherwise walk past the navigation and all
    filters to reach a panel that has just opened.
    """
    box = f".st-key-{within}"
    st.html(
        f"<script>/* {html.escape(turn)} */ (function go(left) {{"
        f" const box = document.querySelector({box!r});"
        " if (!box || box.querySelector('[data-testid=stSkeleton]')) {"
        " if (left) setTimeout(() => go(left - 1), 100); return; }"
        " (box.querySelector('input, textarea') ?? box.querySelector('button'))?.focus();"
        " })(30)</script>",
        unsafe_allow_javascript=True,
        width="content",
    )
