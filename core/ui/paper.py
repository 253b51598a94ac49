"""How a page looks on paper: without what is for pressing, as wide as the sheet, with tables whole and a line to cite.

A browser lays a page out anew for paper and asks no script again, so that charts keep the width that they had on the
screen. The sheet therefore takes the width of the screen's page, and is made smaller as a whole (`zoom`).
"""

import html
from typing import Any

import pandas as pd
import streamlit as st

from core.exports.citation import cite_view
from core.exports.selection import Selection
from core.language.catalogue import ENGLISH
from core.language.speak import speaking, tn
from core.ui.view import View
from core.views import words
from core.views.terms import column_words

MOST = 100  # rows of a table on paper; the rest is counted
# What is not seen (rules, folded tables) has a margin of 15 px too: at the foot it would fill another sheet with nothing.
SHEET = 698  # pixels: the width of A4 within its margins of 13 mm

RULES = f"""<style>
[data-testid=stElementContainer]:has(>[data-testid=stHtml]>.paper){{display:none}}
@page{{size:A4;margin:13mm}}
@media print{{
html,body,#root,[data-testid=stApp],[data-testid=stApp]>div,[data-testid=stAppViewContainer],[data-testid=stMain]
{{position:static!important;display:block!important;height:auto!important;overflow:visible!important}}
[data-testid=stSidebar],[data-testid=stHeader],[data-testid=stToolbar],[data-testid=stElementToolbar],
[data-testid=stButton],[data-testid=stDownloadButton],[data-testid=stPopover],[data-testid=stExpander],
[data-testid=stButtonGroup],[data-testid=stFormSubmitButton],[data-testid=stTooltipIcon],[data-testid=stPagination],
[data-testid=stFileUploader],[data-testid=stElementContainer]:has(+[data-testid=stElementContainer]>*>.paper)
{{display:none!important}}
[data-testid=stMainBlockContainer]
{{padding:0!important;margin:-15px 0!important;max-width:none!important;width:calc(var(--paper,1100)*1px);zoom:min(1,calc({SHEET}/var(--paper,1100)))}}
[data-testid=stElementContainer]:has(>[data-testid=stHtml]>.paper){{display:block!important}}
.st-key-record,.st-key-record *{{height:auto!important;max-height:none!important;overflow:visible!important}}
.st-key-record{{border:0!important}}
[data-testid=stPlotlyChart],[data-testid=stDataFrame],[data-testid=stMetric],.paper tr{{break-inside:avoid}}
h1,h2,h3{{break-after:avoid}}
.paper table{{width:100%;border-collapse:collapse;font-size:.8125rem}}
.paper :is(td,th){{text-align:left;padding:.15rem .6rem .15rem 0;border-bottom:1px solid #dddad2;vertical-align:top}}
}}
</style>"""
# Says how wide the page is on the screen, each time that changes; print itself changes it too, and does not count.
WIDTH = """<script>(() => {
const page = document.querySelector('[data-testid=stMainBlockContainer]');
if (!page || page.dataset.paper) return;
page.dataset.paper = 'yes';
const say = () => { if (!matchMedia('print').matches) { const style = getComputedStyle(page);
const wide = page.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
if (wide > 0) document.documentElement.style.setProperty('--paper', Math.ceil(wide)); } };
new ResizeObserver(say).observe(page); say();
})()</script>"""
# The dark mode is for screens: ink on paper is dark, and no sheet is filled with black. What is drawn in colours is turned
# over as a whole, charts with the marks of their legends, so that they still agree; text stays text.
TURNED = "filter:invert(1) hue-rotate(180deg) contrast(1.25)"
INK = f"""<style>@media print{{
html,body,[data-testid=stApp]{{background:#fff!important}}
[data-testid=stApp] :is(h1,h2,h3,p,span,div,td,th,li,b,i,mark,a,summary):not(.stMarkdownColoredText){{color:#1f2733!important}}
:is([data-testid=stPlotlyChart],[data-testid=stDataFrame],[data-testid=stSelectbox],[data-testid=stMetricDelta]
,.stMarkdownColoredText,[data-testid=stHtml] span[style*="background"]){{{TURNED}}}
[data-testid=stApp] :is([data-testid=stSelectbox],[data-testid=stMetricDelta]):is(*,div),
[data-testid=stApp] :is([data-testid=stSelectbox],[data-testid=stMetricDelta]) :is(*,div,span,p){{color:#f4f1ea!important}}
}}</style>"""


def draw_paper_rules() -> None:
    """Draws nothing that is seen on the screen: the rules for paper."""
    st.html(RULES + (INK if st.context.theme.type == "dark" else ""))
    st.html(WIDTH, unsafe_allow_javascript=True)


def cite_on_paper(view: View) -> None:
    """The line to cite this view by, at the foot of the sheet."""
    with speaking(ENGLISH):
        line = cite_view(Selection(view.dataset, view.filters, view.shown))
    st.html(f'<div class="paper" style="font-size:.8125rem;margin-top:1rem">{html.escape(line)}</div>')


def draw_on_paper(table: pd.DataFrame, rows_of: int = 0) -> None:
    """A table that was just drawn, for paper: whole, where the screen shows a window on it.

    `rows_of` is how many rows there are where `table` has only the first of them.
    """
    head = "".join(f"<th>{html.escape(column_words(str(name)))}</th>" for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>"
        for row in table.head(MOST).itertuples(index=False)
    )
    rest = max(rows_of, len(table)) - MOST
    more = tn("and {count} more row", "and {count} more rows", rest) if rest > 0 else ""
    st.html(f'<div class="paper"><table><tr>{head}</tr>{rows}</table>{html.escape(more)}</div>')


def _cell(value: Any) -> str:
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return html.escape(words.day(value))
    return html.escape(f"{value:.2f}" if isinstance(value, float) else str(value))
