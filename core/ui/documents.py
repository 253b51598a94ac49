"""The reader's own documents: upload or paste, see what was found and what was not read and why."""

from pathlib import Path

import streamlit as st

from core.exports.bundle import as_bundle
from core.exports.selection import Selection
from core.ui.cache import documents_folder, read_folder
from core.ui.links import turn_to
from core.ui.shelf import ALONE, WHICH, Shelf, add_files, current_shelf, forget
from core.views import words
from core.views.found import found_in, not_read

TYPES = [
    *("pdf", "docx", "txt", "md", "html", "htm", "eml", "zip"),
    *("csv", "tsv", "jsonl", "json", "parquet"),
]
TRY = Path(__file__).resolve().parents[2] / "sample_data" / "try_me.txt"
MOST = 40  # documents whose findings are drawn; the rest is counted
TURN = "upload-turn"


def draw_intake() -> None:
    """The upload and the field to paste into; what they give is read at once."""
    turn = st.session_state.setdefault(TURN, 0)
    files = st.file_uploader(
        "Files",
        TYPES,
        accept_multiple_files=True,
        key=f"upload-{turn}",
        help="Articles as PDF, Word, text, Markdown, HTML or mail, tables (CSV, JSON, Parquet) with a column text, body or content, or a zip file of any of these.",
    )
    with st.expander("Or paste text"):
        text = st.text_area(
            "Text", key=f"paste-{turn}", height=220, placeholder="Headline, date and text of an article"
        )
        pasted = st.button("Read this text", disabled=False, key="read-pasted")
    given = [(file.name, file.getvalue()) for file in files]
    if pasted and text.strip():
        given.append((f"{_name_of(text)}.txt", text.encode("utf-8")))
    elif pasted:
        st.markdown(":red[There is no text to read yet: paste an article first.]")
    if given:
        _take(given)


def draw_findings() -> None:
    """What was read of everything added so far; before the first time, what can be read."""
    shelf = current_shelf()
    if shelf is None:
        st.markdown(
            "Articles and press releases as PDF, Word, text, HTML or mail, tables of them, or a zip file of all.  \nEach engagement that is found is shown with the sentence it rests on."
        )
        if st.button("Try it with a made-up article"):
            _take([(TRY.name, TRY.read_bytes())])
        return
    _draw_counts(shelf)
    mode = "dark" if st.context.theme.type == "dark" else "light"
    for doc_id in shelf.alone.documents["doc_id"].head(MOST):
        with st.container(border=True):
            st.html(found_in(shelf.alone, doc_id, mode))
    more = len(shelf.alone.documents) - MOST
    if more > 0:
        st.markdown(f":gray[and {words.counted(more, 'more document')}: see Data, Documents]")
    for _, problem in shelf.alone.problems.head(MOST).iterrows():
        st.html(not_read(problem))
    _draw_next(shelf)


def _draw_counts(shelf: Shelf) -> None:
    read, failed = len(shelf.alone.documents), len(shelf.alone.problems)
    st.subheader(
        f"{words.counted(read, 'document')} read" + (f", {words.number(failed)} not read" if failed else ""),
        anchor=False,
    )
    before = read_folder(str(documents_folder())).dataset
    new = len(shelf.together.engagements) - len(before.engagements)
    found = words.counted(len(shelf.alone.engagements), "engagement")
    st.markdown(f":small[:gray[{found} found, {words.number(new)} of them new to the collection.]]")


def _draw_next(shelf: Shelf) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Show them on the timeline", type="primary", on_click=_show_alone):
            turn_to("pages/timeline.py")
        st.download_button(
            "Download the tables",
            lambda: as_bundle(Selection.of(shelf.alone)),
            f"sidelines_added_data-{shelf.alone.version}.zip",
            "application/zip",
            on_click="ignore",
            icon=":material/download:",
        )
        st.button("Forget these documents", type="tertiary", on_click=forget)


def _show_alone() -> None:
    st.session_state[WHICH] = ALONE


def _take(given: list[tuple[str, bytes]]) -> None:
    """Reads the files behind a progress bar, then draws the page anew with an empty upload."""
    bar = st.progress(0.0, f"Reading {words.counted(len(given), 'file')}")

    def show(done: int, total: int) -> None:
        bar.progress(min(1.0, done / max(total, 1)), f"{words.number(done)} of {words.number(total)} read")

    add_files(given, show)
    st.session_state[TURN] += 1
    st.rerun()


def _name_of(text: str) -> str:
    """A file name from the first words of a pasted text."""
    first = next((line for line in text.splitlines() if line.strip()), "pasted")
    return "-".join("".join(c if c.isalnum() else " " for c in first).split()[:8]).lower() or "pasted"
