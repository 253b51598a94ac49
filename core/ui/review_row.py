"""The row of review under a record: accept, reject, go on to the page of review, and what was changed."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.language.speak import later, t
from core.store.judge import Judge
from core.ui.changes import draw_log_of
from core.ui.decide import SEEN, can_undo, decide, draw_said, undo_last
from core.ui.links import RECORD_KEY, turn_to
from core.ui.workspace import older_version, store
from core.views.terms import term

REVIEW_PAGE = "pages/review.py"


def draw_review_row(engagement_id: str, state: str) -> None:
    """Draws the row for an engagement whose state of review is `state`; closed on older versions of the data."""
    kept = store()
    st.session_state[SEEN] = kept.version
    if older_version(kept) is None:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(
                f":small[:gray[{t('Review: {state}', state=term('review', state) or t('nobody looked at it'))}]]",
                width="content",
            )
            for label, act in ((later("Accept"), _accept), (later("Reject"), _reject)):
                key = f"row-{label.lower()}"
                st.button(t(label), key=key, on_click=_carry_out, args=(act, engagement_id))
            if st.button(t("Edit, merge or split"), key="row-review"):
                turn_to(REVIEW_PAGE, {RECORD_KEY: engagement_id})
            st.button(t("Undo"), key="row-undo", on_click=undo_last, disabled=not can_undo())
        draw_said()
    with st.expander(t("Changes"), type="compact"):
        draw_log_of(engagement_id)


def _carry_out(act: Callable[[Judge, str], Sequence[int]], key: str) -> None:
    decide(lambda judge: act(judge, key), later("accepted") if act is _accept else later("rejected"))


def _accept(judge: Judge, key: str) -> Sequence[int]:
    return judge.accept([key], seen=st.session_state.get(SEEN))


def _reject(judge: Judge, key: str) -> Sequence[int]:
    return judge.reject([key], seen=st.session_state.get(SEEN))
