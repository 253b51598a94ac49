"""Choices of one of several that the address keeps: two countries, two periods."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.language.speak import as_spoken, t
from core.ui.address import understand
from core.ui.charts import clicked_all
from core.ui.clicks import take_period
from core.views import words


def choose_one(label: str, key: str, codes: Sequence[str], index: int) -> str:
    """The country chosen, kept in the address."""
    understand(key, codes, words.country_label, several=False)
    naming = as_spoken(words.country_label)
    return kept_one(
        key,
        codes,
        lambda: st.selectbox(label, codes, index=index, key=key, format_func=naming, bind="query-params"),
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
