"""An engagement that no document gave, written by hand with the source that tells of it."""

from dataclasses import replace
from datetime import date

import streamlit as st

from core.errors import SidelinesError
from core.language.speak import later, t
from core.model import Document, Kind, PublishedBasis, Report
from core.store.judge import Judge
from core.store.overlay import EDITABLE, edited
from core.ui.decide import FAILED, decide
from core.ui.fields import draw_field, value_in, values_in
from core.ui.language import speak_again
from core.ui.panels import SAVE, TURN

AT_FIRST = {"kind": "bilateral", "status": "held", "track": "defence"}

ADDING, ADDED = "review-adding", "review-added"


def open_adding() -> None:
    """Opens the form for an engagement that no document gave."""
    st.session_state[ADDING] = True
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def close_adding() -> None:
    """Closes that form."""
    st.session_state[ADDING] = False


@st.dialog("Add an engagement by hand", width="medium", on_dismiss=close_adding)
def draw_adding() -> None:
    """The form for an engagement that no document gave, with the source that tells of it."""
    speak_again()
    place = f"add-{st.session_state[TURN]}"
    with st.form("by-hand", border=False, enter_to_submit=False):
        title = st.text_input(
            t("Source"), max_chars=200, placeholder=t("Ministry's notice board, or a headline")
        )
        note = st.text_area(t("What it says, word for word"), height=90)
        left, right = st.columns(2)
        url = left.text_input(t("Link to it"), max_chars=500)
        published = right.date_input(t("Published"), None, format="DD/MM/YYYY")
        with st.grid(columns=2, min_column_width=230):
            for field in EDITABLE:
                with st.container(gap="xxsmall"):
                    draw_field(field, AT_FIRST.get(field, ""), place)
        why = st.text_input(t("Why by hand"), max_chars=300)
        sent = st.form_submit_button(t("Add"), type="primary", shortcut=SAVE)
    if sent and _add(title, note, url, published if isinstance(published, date) else None, place, why):
        close_adding()
        st.rerun()


def _add(title: str, note: str, url: str, published: date | None, place: str, why: str) -> bool:
    if not title.strip() or not note.strip() or not value_in("countries", place):
        st.markdown(f":red[{t('Name the source, what it says, and the sides.')}]")
        return False
    text = f"{' '.join(title.split())}\n\n{note.strip()}"
    name = "-".join("".join(c if c.isalnum() else " " for c in title).split()[:8]).lower() or "note"
    source = Document(
        f"by hand/{name}.txt",
        text,
        title=" ".join(title.split()),
        published=published,
        published_basis=PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN,
        url=url.strip(),
        language="en",
    )
    told = Report(source.doc_id, Kind.BILATERAL, evidence=note.strip())
    told = replace(told, evidence_start=len(text) - len(note.strip()), evidence_end=len(text))
    try:
        for field, value in values_in(place).items():
            told = edited(told, field, value)
    except SidelinesError as error:
        st.text(str(error))
        return False

    def add(judge: Judge) -> list[int]:
        number, key = judge.add(told, source, why)
        st.session_state[ADDED] = key
        return [number]

    done = decide(add, later("added by hand"), in_callback=False)
    if not done:
        st.text(st.session_state[FAILED])
    return done
