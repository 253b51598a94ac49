"""The reader's own documents: upload or paste, see how far the reading is, what was found and what was not read."""

from pathlib import Path

import pandas as pd
import streamlit as st

from core.language.speak import t, tn
from core.store.add import Added
from core.ui.jobs import Job, current_job, forget_job, start_job, start_work
from core.ui.language import speak_again
from core.ui.links import open_record
from core.ui.workspace import newest_dataset, person, store
from core.views import words
from core.views.found import found_in, not_read

TYPES = [
    "txt", "md", "html", "htm", "pdf", "docx", "eml", "csv", "tsv", "jsonl", "json", "parquet", "zip"
]  # fmt: skip
TRY = Path(__file__).resolve().parents[2] / "sample_data" / "try_me.txt"
MOST = 40  # documents whose findings are drawn; the rest is counted
TURN = "upload-turn"


def draw_intake() -> None:
    """The upload and the field to paste into; what they give is read at once."""
    turn = st.session_state.setdefault(TURN, 0)
    files = st.file_uploader(
        t("Files"),
        TYPES,
        accept_multiple_files=True,
        key=f"upload-{turn}",
        help=t(
            "Articles as text, HTML, PDF, Word or mail; tables of them with a column text, body or content; archives."
        ),
    )
    with st.expander(t("Or paste text")):
        text = st.text_area(
            t("Text"),
            key=f"paste-{turn}",
            height=220,
            placeholder=t("Headline, date and text of an article"),
        )
        pasted = st.button(t("Read this text"), key="read-pasted")
    with st.expander(t("Or fetch from the web")):
        _draw_web()
    given = [(file.name, file.getvalue()) for file in files]
    if pasted and text.strip():
        given.append((f"{_name_of(text)}.txt", text.encode("utf-8")))
    elif pasted:
        st.markdown(f":red[{t('There is no text to read yet: paste an article first.')}]")
    if given:
        _take(given)


def draw_findings() -> None:
    """How far the reading is and what it gave; before the first time, what can be read."""
    job = current_job()
    if job is None:
        st.markdown(
            t("Articles and press releases as text, HTML, PDF, Word or mail, tables of them, and archives.")
            + "  \n"
            + t("Each engagement that is found is shown with the sentence it rests on.")
        )
        if st.button(t("Try it with a made-up article")):
            _take([(TRY.name, TRY.read_bytes())])
    elif not job.ended.is_set():
        _draw_progress(job)
    elif job.added is None:
        st.markdown(f":red[{t('Nothing more could be kept: {why}', why=words.literal(job.failed))}]")
        st.button(t("Go on"), on_click=forget_job)
    else:
        _draw_outcome(job.added)


def _draw_web() -> None:
    """A web address to fetch: the only thing here that leaves the machine, and only when asked."""
    url = st.text_input(
        t("Web address"),
        key="web-address",
        placeholder="https://...",
        help=t("Nothing is fetched before you press a button."),
    )
    with st.container(horizontal=True):
        page = st.button(t("Add this page"), key="fetch-page", disabled=not url.strip())
        feed = st.button(
            t("Add what is new in this feed"),
            key="fetch-feed",
            disabled=not url.strip(),
            help=t("RSS or Atom"),
        )
    if page or feed:
        kept, who = store(), person()
        start_work(lambda: (kept.add_feed if feed else kept.add_page)(url.strip(), who=who))
        st.rerun()


@st.fragment(run_every=1.0)
def _draw_progress(job: Job) -> None:
    """A bar with the time left and a way to stop; the page is drawn anew when it is over."""
    speak_again()
    if job.ended.is_set():
        st.rerun()
    share = min(1.0, job.done / max(job.total, 1))
    left = job.seconds_left
    told = tn(
        "{done} of {count} file read", "{done} of {count} files read", job.total, done=words.number(job.done)
    )
    if left is not None:
        told += ", " + t("{time} left", time=words.time_left(left))
    st.progress(share, told)
    if st.button(
        t("Stop"), icon=":material/stop:", help=t("What was read so far stays."), disabled=job.stop.is_set()
    ):
        job.stop.set()


def _draw_outcome(added: Added) -> None:
    dataset = newest_dataset()
    read, failed = len(added.documents), len(added.problems)
    known = added.known + added.skipped
    parts = [tn("{count} document read", "{count} documents read", read)]
    parts += [tn("{count} not read", "{count} not read", failed)] if failed else []
    parts += [tn("{count} known already", "{count} known already", known)] if known else []
    parts += [t("stopped before the end")] if added.cancelled else []
    st.header(", ".join(parts), anchor=False)
    told = dataset.reports[dataset.reports["doc_id"].isin(added.documents)]
    found = tn(
        "{count} engagement found, kept in the collection.",
        "{count} engagements found, kept in the collection.",
        told["engagement_id"].nunique(),
    )
    st.markdown(f":small[:gray[{found}]]")
    mode = "dark" if st.context.theme.type == "dark" else "light"
    there = set(dataset.documents["doc_id"])
    for doc_id in [name for name in added.documents if name in there][:MOST]:
        with st.container(border=True):
            st.html(found_in(dataset, doc_id, mode))
    if read > MOST:
        rest = tn(
            "and {count} more document: see Data, Documents",
            "and {count} more documents: see Data, Documents",
            read - MOST,
        )
        st.markdown(f":gray[{rest}]")
    for problem in added.problems[:MOST]:
        told_of = {"doc_id": problem.doc_id, "problem": problem.problem.value, "detail": problem.detail}
        st.html(not_read(pd.Series(told_of)))
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(told) and st.button(t("Show the engagements"), type="primary"):
            open_record(str(told["engagement_id"].iloc[0]))
        st.button(t("Add more"), on_click=forget_job)


def _take(given: list[tuple[str, bytes]]) -> None:
    """Begins to read the files, then draws the page anew with an empty upload."""
    with st.spinner(tn("Reading {count} file", "Reading {count} files", len(given))):
        start_job(store(), given, person())
    st.session_state[TURN] += 1
    st.rerun()


def _name_of(text: str) -> str:
    """A file name from the first words of a pasted text."""
    first = next((line for line in text.splitlines() if line.strip()), "pasted")
    return "-".join("".join(c if c.isalnum() else " " for c in first).split()[:8]).lower() or "pasted"
