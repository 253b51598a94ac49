"""What somebody who opens the app for the first time is told: how to look, and where common questions are answered."""

from typing import Final

import streamlit as st

from core.language.speak import later, t
from core.ui.visits import last_visit

CLOSED: Final = "welcome-closed"  # session key: read, and put away
QUESTIONS: Final[tuple[tuple[str, str, dict[str, str]], ...]] = (
    (later("When did two ministers last meet?"), "pages/country.py", {}),
    (later("Whom did we meet at a forum, and whom not?"), "pages/forums.py", {}),
    (later("Who has not been met for longest?"), "pages/compare.py", {"compare": "Silence"}),
    (later("A brief, a table or a chart to take along"), "pages/data.py", {}),
    (later("Your own articles"), "pages/add.py", {}),
)


def draw_welcome() -> None:
    """Draws the first steps, to whoever was never here before and has not put them away."""
    if last_visit() is not None or st.session_state.get(CLOSED):
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown(
            "**"
            + t("New here?")
            + "** "
            + t(
                "The filters in the sidebar narrow every page; each choice says how many engagements it shows. Click a bar, "
                "a mark, a cell or a row: it narrows the view or opens the sentence that tells of it. Back undoes that."
            )
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            for question, page, parameters in QUESTIONS:
                st.page_link(
                    page,
                    label=t(question),
                    icon=":material/arrow_forward:",
                    query_params=parameters,
                    width="content",
                )
            st.button(t("Put away"), type="tertiary", key="welcome-close", on_click=_close)


def _close() -> None:
    st.session_state[CLOSED] = True
