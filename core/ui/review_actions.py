"""What the buttons and keys of the review do: accept, reject, dismiss, go on."""

from collections.abc import Sequence

import streamlit as st

from core.language.speak import later
from core.ui.decide import (
    SEEN,
    WHY,
    decide,
)
from core.ui.links import RECORD_KEY
from core.ui.panels import close_panel
from core.views import words

TICKED = "review-ticked"  # session key: the rows ticked, of all pages of the list
DONE = {
    "accept": (later("{count} engagement accepted"), later("{count} engagements accepted")),
    "reject": (later("{count} engagement rejected"), later("{count} engagements rejected")),
}


def accept(keys: list[str], ids: Sequence[str] = ()) -> None:
    """Accepts these engagements and goes on to the next."""
    _decide_and_go_on("accept", keys, ids)


def reject(keys: list[str], ids: Sequence[str] = ()) -> None:
    """Rejects these engagements and goes on to the next."""
    _decide_and_go_on("reject", keys, ids)


def _decide_and_go_on(action: str, keys: list[str], ids: Sequence[str]) -> None:
    why = str(st.session_state.get(WHY) or "")
    one, many = DONE[action]
    told = later(one if len(keys) == 1 else many, count=words.number(len(keys)))
    seen = st.session_state.get(SEEN)
    if not decide(lambda judge: getattr(judge, action)(keys, why, seen), told):
        return
    st.session_state[TICKED] = []
    close_panel()
    if ids:
        step(list(ids), keys[0], 1)


def dismiss(key: str, flag: str, field: str) -> None:
    """Dismisses a flag, with the reason that stands in the field for it."""
    why = str(st.session_state.get(WHY) or "")
    decide(lambda judge: [judge.dismiss(key, flag, field, why)], later("flag dismissed"))


def step(ids: list[str], key: str, by: int) -> None:
    """Opens the engagement before or behind this one in the list."""
    place = ids.index(key) + by if key in ids else 0
    if ids:
        open_one(ids[min(max(place, 0), len(ids) - 1)])


def open_one(key: str) -> None:
    """Opens an engagement of the list."""
    close_panel()
    st.query_params[RECORD_KEY] = key
