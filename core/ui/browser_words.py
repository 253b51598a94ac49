"""The words that Streamlit itself puts on the screen, which no setting reaches: said anew where they stand in the browser.

Only labels for those who hear the page, and texts within Streamlit's own controls, are looked at: never what an article
says. A word that a later Streamlit says otherwise stands in English again, and nothing else happens.
"""

import json
from typing import Final

import streamlit as st

from core.language.catalogue import ENGLISH
from core.language.locale import chart_format
from core.language.speak import english, later, spoken, t

SAID: Final = "browser-words"  # session key: something was said anew, to be taken back in English
# A place in braces stands for whatever Streamlit puts there.
WORDS: Final = (
    later("Skip to main content"), later("Sidebar"), later("Collapse sidebar"), later("Expand sidebar"),
    later("App pages"), later("Main menu"), later("Navigate to home page"), later("Rerun"), later("Settings"),
    later("Print"), later("Record a screencast"), later("Help for {name}"), later("Open"), later("Close"),
    later("Choose date range"), later("{name} start date"), later("{name} end date"),
    later("day, {name} start date"), later("month, {name} start date"), later("year, {name} start date"),
    later("day, {name} end date"), later("month, {name} end date"), later("year, {name} end date"),
    later("Increment"), later("Decrement"), later("No results"), later("No options"), later("No options to select"),
    later("Select all"), later("Clear all"), later("Clear value"), later("Clear selection"),
    later("Press Enter to apply"), later("Press Enter to submit form"), later("Press Ctrl+Enter to apply"),
    later("Upload"), later("Browse files"), later("Drag and drop files here"), later("{size} per file • {types}"),
    later("{size} per file"), later("Search"), later("Type to search"), later("Show/hide columns"),
    later("Download as CSV"), later("Fullscreen"), later("Close fullscreen"), later("Copy to clipboard"),
    later("Sort ascending"), later("Sort descending"), later("Format"), later("Autosize"), later("Pin column"),
    later("Unpin column"), later("Hide column"), later("Statistics"), later("Previous page"), later("Next page"),
    later("Show/hide columns: {name}"), later("Search: {name}"), later("Fullscreen: {name}"),
    later("{number} options available."), later("Theme"), later("System"), later("Light"), later("Dark"),
    later("Record screen"), later("Copy version to clipboard"), later("Previous month"), later("Next month"),
    later("Choose date range, {name}"), later("Quick select a date range"), later("Date range"),
    later("Select..."), later("Click to start selecting date range"), later("Dismiss"),
    later("Use arrow keys to navigate dates. Enter to select. Escape to close."),
)  # fmt: skip
# Texts are changed within these alone; attributes anywhere. What was there is kept, for the way back.
SCRIPT: Final = """<script>(() => {
const rules = %s.map(([text, said]) => {
const names = [...text.matchAll(/\\{(\\w+)\\}/g)].map((found) => found[1]);
const form = text.replace(/[.*+?^$()|[\\]\\\\]/g, '\\\\$&').replace(/\\{\\w+\\}/g, '(.+)');
return [new RegExp('^' + form + '$'), names, said];
});
const own = '[data-testid=stSkipToContent],[data-testid=InputInstructions],[data-testid=stFileUploaderDropzone],'
+ '[data-testid=stElementToolbar],[data-testid=stMainMenuPopover],[data-testid=stMainMenuList],[role=listbox],'
+ '[data-testid^=stDataFrameColumn],[data-testid=stDateInputCalendar],[role=tooltip],[role=log]';
const kept = window.sidelinesSaid = window.sidelinesSaid || new WeakMap();
const say = (text) => {
const plain = text.trim();
for (const [form, names, said] of rules) {
const found = plain.match(form);
if (found) return names.reduce((told, name, at) => told.replace('{' + name + '}', () => say(found[at + 1]) ?? found[at + 1]), said);
}
return null;
};
const change = (node, key, now, set) => {
const known = kept.get(node) || {};
const was = known[key] && known[key][1] === now ? known[key][0] : now;
const told = say(was) ?? was;
if (told === now) return;
known[key] = [was, told];
kept.set(node, known);
set(told);
};
const look = (root) => {
const all = root.querySelectorAll ? [root, ...root.querySelectorAll('[aria-label],[title],[placeholder]')] : [];
for (const node of all) for (const name of ['aria-label', 'title', 'placeholder']) {
const now = node.getAttribute && node.getAttribute(name);
if (now) change(node, name, now, (told) => node.setAttribute(name, told));
}
const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
for (let node = root.nodeType === 3 ? root : texts.nextNode(); node; node = texts.nextNode()) {
const around = node.parentElement && node.parentElement.closest(own);
if (around && node.nodeValue.trim()) change(node, '', node.nodeValue, (told) => { node.nodeValue = told; });
}
};
if (window.sidelinesLook) window.sidelinesLook.disconnect();
const watch = window.sidelinesLook = new MutationObserver((changes) => {
for (const each of changes) {
if (each.type === 'childList') each.addedNodes.forEach(look); else look(each.target);
}
});
look(document.body);
if (rules.length) watch.observe(document.body, {subtree: true, childList: true, characterData: true,
attributes: true, attributeFilter: ['aria-label', 'title', 'placeholder']});
})()</script>"""


def say_browser_words() -> None:
    """Says Streamlit's own words in the language spoken, and takes that back in English; call it last in a run."""
    if english() and SAID not in st.session_state:
        return
    st.session_state[SAID] = spoken()
    pairs = [(text, t(text)) for text in sorted(WORDS, key=len, reverse=True)]
    for names in ("months", "days"):  # of the calendar
        pairs += zip(chart_format(ENGLISH)[names], chart_format(spoken())[names], strict=True)
    told = json.dumps([pair for pair in pairs if pair[0] != pair[1]]).replace("<", "\\u003c")
    st.html(SCRIPT % told, unsafe_allow_javascript=True, width="content")
