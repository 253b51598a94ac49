"""How many engagements each choice of a filter would show, written beside it in the browser.

Streamlit writes how a choice reads into the address, so that a count in it would end every link with the next article.
Counts are therefore added to what is drawn: to the choices side by side, and to those of a list when it opens.
"""

import json
from collections.abc import Mapping
from typing import Final

import streamlit as st

from core.language.speak import t
from core.ui.state import LISTS
from core.ui.view import View
from core.views import words
from core.views.facets import CHOICES, counts, named

# The count is no part of a choice's name; whoever hears the page is told it as a description.
RULES: Final = """<style>
[data-count]::after{content:attr(data-count) / "";font-size:.75rem;color:light-dark(#566070,#a3abb8);margin-inline-start:.4rem;
font-variant-numeric:tabular-nums;align-self:center;flex:none}
[role=option][data-count]{display:flex;justify-content:space-between}
[role=option][data-count]>*{min-width:0}
</style>"""
SCRIPT: Final = """<script>(() => {
window.sidelinesCounts = %s;
const mark = (choice, told, named) => {
const found = told[0][named.textContent.trim()] || '0';
if (choice.getAttribute('data-count') === found) return;
choice.setAttribute('data-count', found);
choice.setAttribute('aria-description', found + ' ' + told[1]);
};
const look = () => {
for (const [key, told] of Object.entries(window.sidelinesCounts)) {
const drawn = document.querySelector('[data-testid=stSidebar] .st-key-' + key);
if (!drawn) continue;
drawn.querySelectorAll('[role=toolbar] button').forEach((choice) => mark(choice, told, choice));
const field = drawn.querySelector('[role=combobox][aria-expanded=true]');
const list = field && document.getElementById(field.getAttribute('aria-controls'));
if (list) list.querySelectorAll('[role=option]').forEach((choice) => {
if (/^\\d+$/.test(choice.dataset.key)) mark(choice, told, choice);
});
}
};
let waiting = 0;
const soon = () => { waiting = waiting || requestAnimationFrame(() => { waiting = 0; look(); }); };
if (window.sidelinesCount) window.sidelinesCount.disconnect();
window.sidelinesCount = new MutationObserver(soon);
window.sidelinesCount.observe(document.body, {subtree: true, childList: true, characterData: true,
attributes: true, attributeFilter: ['aria-expanded', 'data-key']});
soon();
})()</script>"""


def mark_counts(view: View) -> None:
    """Draws nothing: writes the counts beside the choices of the sidebar; call it when they are drawn."""
    found = view.once(
        "facets",
        lambda: {field: counts(view.dataset, view.filters, field) for field in CHOICES.values()},
    )
    keys = {field: key for key, field in LISTS.items()}
    told = {keys[field]: (_said(field, of_field), t("engagements")) for field, of_field in found.items()}
    st.html(RULES, width="content")
    script = SCRIPT % json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    st.html(script, unsafe_allow_javascript=True, width="content")


def _said(field: str, of_field: Mapping[str, int]) -> dict[str, str]:
    say = named(field)
    return {say(value): words.number(count) for value, count in of_field.items()}
