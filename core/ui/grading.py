"""How far a source can be trusted, as an analyst says: the letters of the Admiralty, one source at a time."""

from collections.abc import Mapping

import streamlit as st

from core.language.speak import as_spoken, later, t
from core.model import Reliability
from core.ui.decide import decide, draw_said
from core.ui.workspace import older_version, store

MEANING = {
    Reliability.A: later("completely reliable"),
    Reliability.B: later("usually reliable"),
    Reliability.C: later("fairly reliable"),
    Reliability.D: later("not usually reliable"),
    Reliability.E: later("unreliable"),
    Reliability.F: later("cannot be judged"),
}
SOURCE, LETTER, WHY = "grade-source", "grade-letter", "grade-why"


def draw_grading(grades: Mapping[str, str]) -> None:
    """A button that opens a form for the reliability of one of these sources; `grades` has that of each now.

    Nothing is drawn on an older version of the data, or where no source has a name.
    """
    if not grades or older_version(store()) is not None:
        return
    with st.popover(t("Grade a source")):
        source = st.selectbox(t("Source"), list(grades), key=SOURCE)
        letters = [str(letter) for letter in Reliability]
        st.selectbox(
            t("Reliability"),
            letters,
            index=letters.index(grades[source]) if grades.get(source) in letters else len(letters) - 1,
            key=f"{LETTER}-{source}",
            format_func=as_spoken(_named),
            help=t("How far a source can be trusted, A to F, as you judge it."),
        )
        st.text_input(t("Why"), key=WHY, max_chars=300, placeholder=t("a reason, if you like"))
        st.button(t("Set the grade"), key="grade-set", on_click=_set, args=(source,))
        draw_said()


def _named(letter: str) -> str:
    return f"{letter} · {t(MEANING[Reliability(letter)])}"


def _set(source: str) -> None:
    letter, why = str(st.session_state[f"{LETTER}-{source}"]), str(st.session_state.get(WHY) or "")
    if decide(lambda judge: [judge.grade(source, letter, why)], t("graded {letter}", letter=letter)):
        st.session_state[WHY] = ""
