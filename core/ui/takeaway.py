"""The brief and the citations of a view, read on the page before they are taken along."""

import html

import streamlit as st

from core.exports.brief.compose import brief
from core.exports.brief.parts import Section
from core.exports.citation import cite_view, engagement_references, view_reference
from core.exports.formats import BRIEF_FORMATS, CITATION_FORMATS
from core.exports.references import as_bibtex, as_ris
from core.exports.selection import Selection
from core.language.catalogue import ENGLISH
from core.language.speak import speaking, t
from core.ui.download import download_view
from core.ui.view import View
from core.views.dataset import Dataset

MANY = 180  # pixels of a text that scrolls
READABLE = 760  # pixels: a line that the eye can follow


def draw_brief(view: View) -> None:
    """How the brief on the rows shown begins, and a button for each of its forms."""
    selection = Selection(view.dataset, view.filters, view.shown)
    written = brief(selection)
    st.header(written.title, anchor=False)
    with st.container(width=READABLE):
        for section in written.sections[:1]:
            told = " ".join(sentence.text for sentence in section.sentences)
            st.html(f'<p style="font-size:1rem">{html.escape(told)}</p>')
        if len(written.sections) > 1:
            then = html.escape(t("Then: {contents}.", contents=_contents(written.sections[1:])))
            st.html(f'<p style="opacity:.8">{then}</p>')
        with st.container(horizontal=True, gap="small"):
            for form in BRIEF_FORMATS:
                download_view(form, selection, "brief")
        st.markdown(
            ":small[:gray["
            + t(
                "About two pages, with notes to the sources. It is on what the filters let "
                "through: choose a country, a pair, a forum or a period in the sidebar. The page to print holds "
                "everything in one file: open it, then print it or save it as PDF."
            )
            + "]]"
        )


def draw_citations(view: View) -> None:
    """How to cite the rows shown: as text, in BibTeX and RIS; and files with all documents behind them."""
    selection = Selection(view.dataset, view.filters, view.shown)
    with st.container(width=READABLE):
        st.header(t("This view"), anchor=False)
        with speaking(ENGLISH):
            itself = [view_reference(selection)]
            texts = (cite_view(selection), as_bibtex(itself), as_ris(itself))
        for text in texts:
            st.code(text.strip(), language=None, wrap_lines=True)
        st.header(t("This view and its documents"), anchor=False)
        with st.container(horizontal=True, gap="small"):
            for form in CITATION_FORMATS:
                download_view(form, selection, "cite")
        st.markdown(
            ":small[:gray["
            + t("For a single engagement: Cite or link, in its record on the page Engagements.")
            + "]]"
        )


def draw_references(dataset: Dataset, engagement_id: str) -> None:
    """One engagement with the documents that tell of it, in BibTeX and RIS."""
    with speaking(ENGLISH):
        references = engagement_references(dataset, engagement_id)
        texts = (as_bibtex(references), as_ris(references))
    for text in texts:
        st.code(text.strip(), language=None, wrap_lines=True, height=MANY if len(text) > 600 else "content")


def _contents(sections: tuple[Section, ...]) -> str:
    return "; ".join(section.title.lower() for section in sections)
