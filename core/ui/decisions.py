"""The decisions made last, each with the way back."""

from collections.abc import Iterable

import streamlit as st

from core.language.speak import t
from core.store.decided import Decided, State
from core.ui.decide import undo
from core.ui.workspace import decisions
from core.views import words
from core.views.review import decision_words, moment


def draw_last_decisions(most: int = 12) -> None:
    """The decisions of everybody, the latest first, each with a button that takes it back or puts it back."""
    last = decisions()[-most:][::-1]
    if not last:
        st.markdown(f":gray[{t('none yet')}]")
    draw_decisions(last, "last")


def draw_decisions(several: Iterable[Decided], place: str) -> None:
    """A line for each decision; `place` tells these buttons from others."""
    for one in several:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            about = f"{one.target} · {moment(one.at)}"
            st.markdown(
                f":small[{words.literal(decision_words(one))}  \n:gray[{words.literal(about)}]]",
                width="stretch",
            )
            st.button(
                t("Redo") if one.state is State.UNDONE else t("Undo"),
                key=f"undo-{place}-{one.number}",
                on_click=undo,
                args=(one.number,),
                width="content",
            )
