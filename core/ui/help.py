"""What is said beside the controls: of each filter what it asks, and the keys that work everywhere."""

from typing import Final

import streamlit as st

from core.language.speak import later, t

TIPS: Final = {
    "period": later("Sets both dates: counted back from the newest document, or a whole year."),
    "country": later("Several countries: all of them are sides."),
    "forum": later("Held on the sidelines of one of these, or an exercise of that name."),
    "kind": later(
        "A meeting of two sides or of many, a visit, a call, an exercise. None chosen: all of them."
    ),
    "status": later("Whether it took place, is announced, or was called off. None chosen: all of them."),
    "group": later("A member at that date is a side."),
    "level": later("The lower one of the two sides: a minister who sees a chief makes it a chief's."),
    "topic": later("What was talked about, as the codebook names it."),
    "outcome": later("What came of it: an agreement, an invitation, a next meeting."),
    "reliability": later(
        "At least one source of these grades tells of it: A completely reliable, F not judged."
    ),
    "host": later("Where it took place."),
    "source": later("The outlet or issuing body of an article that tells of it."),
    "track": later("None chosen: all of them."),
    "differ": later("Its sources tell different values of one of these fields."),
    "flag": later("Something known speaks against what is told, and nobody dismissed it."),
}
"""Of each filter, by its name in the address, what it asks."""

KEYS: Final = {
    "Tab, Shift+Tab": later("to the next control, or the one before"),
    "Enter, Space": later("press a button, open a list, choose"),
    "Esc": later("close a list, a calendar or a box"),
    "Alt+↓": later("open the calendar of a date"),
    "↑ ↓ ← →": later("go through a list or a table"),
    "Ctrl+F": later("search in a table that has the focus"),
    "Ctrl+P": later("print the page as a clean sheet"),
}


def draw_keys() -> None:
    """A button that shows which keys work on all pages."""
    with st.popover(t("Keys"), type="tertiary", icon=":material/keyboard:"):
        st.table({t("Key"): list(KEYS), t("Does"): [t(does) for does in KEYS.values()]})
        st.markdown(f":small[:gray[{t('The page Review has more keys, listed there.')}]]")
