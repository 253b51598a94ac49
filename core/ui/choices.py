"""Choices of one of several that the address keeps: two countries, two periods."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from core.language.speak import as_spoken, t
from core.ui.address import understand
from core.ui.charts import clicked_all
from core.ui.clicks import take_period


def choose_one(
    label: str,
    key: str,
    options: Sequence[str],
    naming: Callable[[str], str],
    index: int = 0,
    width: int | Literal["stretch"] = "stretch",
) -> str:
    """The one of many options that is chosen, a country or a forum, kept in the address."""
    understand(key, options, naming, several=False)
    said = as_spoken(naming)
    return kept_one(
        key,
        options,
        lambda: st.selectbox(
            label, options, index=index, key=key, format_func=said, bind="query-params", width=width
        ),
    )


def pills_one(label: str, key: str, options: Sequence[str], usual: str) -> str:
    """The one of a few options that is chosen, kept in the address."""
    understand(key, options, t, several=False)
    naming = as_spoken(t)
    return kept_one(
        key,
        options,
        lambda: st.pills(
            label,
            options,
            format_func=naming,
            key=key,
            default=usual,
            required=True,
            wrap=True,
            bind="query-params",
        ),
    )


def kept_one(key: str, options: Sequence[str], draw: Callable[[], str | None]) -> str:
    """Draws a choice, after forgetting one that the rows shown no longer offer."""
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]
    return str(draw() or options[0])


def take_chosen_period(key: str) -> None:
    """Takes the period of a bar that was clicked."""
    take_period(clicked_all(key))
