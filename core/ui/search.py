"""The page of the full-text search: the words, and the articles that have them."""

import html

import streamlit as st

from core.language.speak import t, tn
from core.ui.charts import draw_remark
from core.ui.links import draw_link, link_label
from core.ui.view import View
from core.views import search, words
from core.views.quotation import title_of

QUERY = "q"  # in the URL
MOST = 20
FEW = 4  # engagements named under one article


def draw_search(view: View) -> None:
    """The words, then each article that has all of them, with the places and the engagements it reports."""
    query = st.text_input(
        t("Words in the articles"),
        key=QUERY,
        bind="query-params",
        placeholder=t('e.g. refuelling "joint statement"'),
        max_chars=200,
        help=t(
            "All of the words must occur, a phrase in quotes as it is; capitals and accents do not matter."
        ),
    )
    total, hits = search.search(view.dataset, query or "", MOST)
    if not (query or "").strip():
        draw_remark(t("Searches the whole text of all articles, whatever the filters say."))
        return
    told = search.engagements_told(view.dataset, [hit.doc_id for hit in hits])
    st.markdown(
        tn(
            "**{count} article** with all of these words",
            "**{count} articles** with all of these words",
            total,
        )
        if total
        else t("No article has all of these words.")
    )
    days = view.dataset.documents.set_index("doc_id")["published"]
    for hit in hits:
        day = days.get(hit.doc_id)
        dated = words.day(day) if day is not None and day == day else t("undated")
        found = tn("found {count} time", "found {count} times", hit.times)
        about = f"{dated} · {hit.doc_id} · {found}"
        st.html(
            f'<div style="margin-top:.8rem"><b>{html.escape(title_of(view.dataset, hit.doc_id))}</b><br>'
            f'<span style="opacity:.75;font-size:.8125rem">{html.escape(about)}</span></div>'
            + "".join(hit.snippets)
        )
        rows = told.get(hit.doc_id)
        with st.container(gap="xsmall"):
            for row in rows.head(FEW).to_dict("records") if rows is not None else ():
                draw_link(row, link_label(row))
            if rows is not None and len(rows) > FEW:
                draw_remark(
                    tn("and {count} more engagement", "and {count} more engagements", len(rows) - FEW)
                )
    if total > len(hits):
        draw_remark(
            tn(
                "and {count} more article: add a word",
                "and {count} more articles: add a word",
                total - len(hits),
            )
        )
