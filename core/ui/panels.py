"""What opens when a reviewer edits, merges, splits or adds: one panel at a time, closed by its own buttons."""

from collections.abc import Sequence

import streamlit as st

from core.language.speak import later, t, tn
from core.store.look import Looked
from core.store.overlay import EDITABLE
from core.ui.decide import decide, edit_all
from core.ui.fields import draw_field, values_in
from core.ui.focus import focus_first
from core.ui.view import View
from core.views import words
from core.views.nearby import nearby
from core.views.quotation import quotation
from core.views.record import find_record
from core.views.review import value_words
from core.views.terms import term

PANEL, SEEN, TURN = "review-panel", "review-seen", "review-turn"
BOX = "review-box"
SAVE, CANCEL = "Ctrl+Enter", "Alt+X"
WITH, EDIT_WHY = "merge-with", "edit-why"


def open_panel(name: str, looked: Looked) -> None:
    """Opens a panel on an engagement as it stands now."""
    st.session_state[PANEL] = (name, looked.engagement_id)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    st.session_state[SEEN] = {field: _text(looked.row[field]) for field in EDITABLE}


def close_panel() -> None:
    """Closes whatever panel is open."""
    st.session_state.pop(PANEL, None)


def panel_on(engagement_id: str) -> str:
    """The name of the panel that is open on this engagement; empty when there is none."""
    name, key = st.session_state.get(PANEL, ("", ""))
    return str(name) if key == engagement_id else ""


def draw_panel(view: View, looked: Looked) -> None:
    """Draws the panel that is open on this engagement."""
    name = panel_on(looked.engagement_id)
    with st.container(border=True, key=BOX):
        if name == "edit":
            _draw_edit(looked)
        elif name == "merge":
            _draw_merge(view, looked)
        else:
            _draw_split(view, looked)
    focus_first(BOX, f"{name} {st.session_state[TURN]}")


def _draw_edit(looked: Looked) -> None:
    place, seen = f"edit-{st.session_state[TURN]}", st.session_state[SEEN]
    with st.form("edit", border=False, enter_to_submit=False):
        with st.grid(columns=2, min_column_width=230):
            for field in EDITABLE:
                with st.container(gap="xxsmall"):
                    read = value_words(field, looked.machine[field])
                    draw_field(
                        field, seen[field], place, t("parser: {value}", value=read or t(words.NOT_TOLD))
                    )
        st.text_input(t("Why"), key=EDIT_WHY, max_chars=300, placeholder=t("what the text says"))
        with st.container(horizontal=True):
            st.form_submit_button(
                t("Save"),
                type="primary",
                shortcut=SAVE,
                on_click=_save,
                args=(looked.engagement_id, place),
            )
            st.form_submit_button(t("Cancel"), shortcut=CANCEL, on_click=close_panel)


def _save(engagement_id: str, place: str) -> None:
    seen = st.session_state[SEEN]
    values = {field: value for field, value in values_in(place).items() if value != seen[field]}
    if not values or edit_all(engagement_id, values, seen, str(st.session_state.get(EDIT_WHY) or "")):
        st.session_state[EDIT_WHY] = ""
        close_panel()


def _draw_merge(view: View, looked: Looked) -> None:
    likely = nearby(view.dataset.engagements, looked.row)
    if likely.empty:
        st.markdown(t("No other engagement has the same sides or forum."))
        st.button(t("Close"), shortcut=CANCEL, on_click=close_panel)
        return
    lines = {
        str(row["engagement_id"]): f"{_line(row)} · {row['engagement_id']}"
        for row in likely.to_dict("records")
    }
    if st.session_state.get(WITH) not in lines:
        st.session_state.pop(WITH, None)
    st.selectbox(
        t("Merge with"),
        list(lines),
        key=WITH,
        format_func=lambda key: lines.get(key, key),
        help=t("Nearest first."),
    )
    other = str(st.session_state[WITH])
    record = find_record(view.dataset, other)
    if record is not None and len(record.reports):
        st.html(quotation(view.dataset, record.reports.iloc[0]))
    key = looked.engagement_id
    with st.container(horizontal=True):
        st.button(t("Merge them"), type="primary", shortcut=SAVE, on_click=_merge, args=(key, other))
        st.button(t("Never merge these"), on_click=_apart, args=(key, other))
        st.button(t("Cancel"), shortcut=CANCEL, on_click=close_panel)


def _line(row: object) -> str:
    told = dict(row)  # type: ignore[call-overload]
    when = words.when(told["date_start"], told["date_end"], str(told["date_precision"]))
    about = term("forum", str(told["forum"])) or told["city"]
    return ", ".join(
        part
        for part in (when, words.sides(str(told["countries"])), term("kind", str(told["kind"])), about)
        if part
    )


def _merge(key: str, other: str) -> None:
    if decide(lambda judge: [judge.merge(key, other, _why())], later("merged")):
        close_panel()


def _apart(key: str, other: str) -> None:
    if decide(lambda judge: [judge.keep_apart(key, other, _why())], later("these will never be merged")):
        close_panel()


def _draw_split(view: View, looked: Looked) -> None:
    told = view.dataset.reports[view.dataset.reports["engagement_id"] == looked.engagement_id]
    if len(told) < 2:
        st.markdown(t("One report tells of it: there is nothing to split."))
        st.button(t("Close"), shortcut=CANCEL, on_click=close_panel)
        return
    st.markdown(t("Tick the reports that tell of another engagement; they become one of their own."))
    leaving = []
    for _, report in told.iterrows():
        if st.checkbox(
            f"{term('kind', report['kind'])}, {report['report_id']}", key=f"leaves-{report['report_id']}"
        ):
            leaving.append(str(report["report_id"]))
        st.html(quotation(view.dataset, report))
    with st.container(horizontal=True):
        st.button(
            tn("Split off {count} report", "Split off {count} reports", len(leaving)),
            type="primary",
            shortcut=SAVE,
            disabled=not 0 < len(leaving) < len(told),
            on_click=_split,
            args=(looked.engagement_id, leaving),
        )
        st.button(t("Cancel"), shortcut=CANCEL, on_click=close_panel)


def _split(key: str, leaving: Sequence[str]) -> None:
    if decide(lambda judge: [judge.split(key, leaving, _why())], later("split in two")):
        close_panel()


def _why() -> str:
    return str(st.session_state.get("why") or "")


def _text(value: object) -> str:
    return "" if value is None else str(value)
