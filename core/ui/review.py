"""The page of review: the list, the chosen engagement with both values of its fields, and what to do with it."""

import html
from typing import Any

import streamlit as st

from core.engagements.merge import uncollected
from core.language.speak import later, t, tn
from core.store.look import Looked
from core.store.queue import Waiting
from core.ui.adding import ADDED, ADDING, draw_adding, open_adding
from core.ui.charts import draw_remark
from core.ui.choice import draw_switch
from core.ui.decide import (
    OVERTAKEN,
    SEEN,
    WHY,
    can_undo,
    draw_name,
    draw_said,
    insist,
    undo_last,
    yield_to,
)
from core.ui.decisions import draw_last_decisions
from core.ui.head import draw_beginning
from core.ui.links import RECORD_KEY
from core.ui.panels import draw_panel, open_panel, panel_on
from core.ui.review_actions import accept, dismiss, reject, step
from core.ui.review_list import LISTS, Listed, draw_list
from core.ui.view import View
from core.ui.workspace import looked_at, review_queue, reviewed_rows, store
from core.views import words
from core.views.quotation import quotation
from core.views.record import AMBER
from core.views.retold import retold
from core.views.review import LABELS, both_values, reasons_line, value_words, waiting_in
from core.views.terms import term

KEYS = {
    "A": later("accept"), "X": later("reject"), "E": later("edit"), "M": later("merge with another"), "S": later("split"), "D": later("dismiss the first flag"),
    "N": later("next"), "P": later("previous"), "U": later("undo"), "B": later("add by hand"),
    "Ctrl+Enter": later("save what is open"), "Alt+X": later("close it unsaved"),
}  # fmt: skip


def draw_review(view: View) -> None:
    """Draws the page below its title."""
    st.session_state[SEEN] = store().version
    which = _draw_head(view)
    listed = _listed(view, which)
    draw_said()
    _draw_overtaken()
    if view.dataset.documents.empty:
        draw_beginning()
    else:
        _draw_list_and_one(view, which, listed)
    if st.session_state.get(ADDING):
        draw_adding()


def _draw_list_and_one(view: View, which: str, listed: list[Listed]) -> None:
    left, right = st.columns([5, 7], gap="medium")
    chosen = _chosen(listed)
    with left:
        draw_list(listed, chosen, which)
    with right:
        looked = looked_at(chosen) if chosen else None
        if looked is not None:
            _draw_one(view, looked, listed)
        elif chosen:
            _draw_lost(next((one for one in listed if one[0] == chosen), None))
        else:
            draw_remark(t("Nothing is left here.") if which == LISTS[0] else t("Nothing is here yet."))


def _draw_head(view: View) -> str:
    queue, reviewed = review_queue(), reviewed_rows()
    waiting = _waiting(view)
    rejected = sum(row["review"] == "rejected" for row in reviewed)
    others = len(queue) - len(waiting)
    left_out = tn("{count} that the filters leave out", "{count} that the filters leave out", others)
    parts = (
        t("{count} to review", count=f"<b>{words.number(len(waiting))}</b>"),
        t("{count} reviewed", count=words.number(len(reviewed) - rejected)),
        t("{count} rejected", count=words.number(rejected)),
    )
    line = " · ".join(parts) + (f'<span style="opacity:.75">; {left_out}</span>' if others else "")
    with st.container(
        horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", gap="small"
    ):
        with st.container(width="content", gap="xsmall"):
            st.html(f'<span style="font-size:1rem">{line}</span>', width="content")
            which = draw_switch(later("Which engagements"), LISTS, "list")
        with st.container(horizontal=True, width="content", vertical_alignment="bottom", gap="small"):
            draw_name()
            _key(
                later("Undo"),
                "U",
                undo_last,
                disabled=not can_undo(),
                help=t("Takes back what you decided last."),
            )
            _key(later("Add by hand"), "B", open_adding)
            with st.popover(t("Decisions")):
                draw_last_decisions()
            with st.popover(t("Keys")):
                st.table({t("Key"): list(KEYS), t("Does"): [t(does) for does in KEYS.values()]})
                st.markdown(
                    f":small[:gray[{t('Keys without Ctrl or Alt do nothing while you write in a field.')}]]"
                )
    return which


def _listed(view: View, which: str) -> list[Listed]:
    if which == LISTS[0]:
        return _waiting(view)
    wanted = which == LISTS[2]
    return [
        (str(row["engagement_id"]), row, (term("review", str(row["review"])),))
        for row in reviewed_rows()
        if (row["review"] == "rejected") is wanted
    ]


def _waiting(view: View) -> list[Listed]:
    """The part of the queue that the filters let through; made once, as it may be all engagements there are."""
    queue = review_queue()

    def made() -> list[Listed]:
        with uncollected():
            waiting = waiting_in(queue, set(view.shown["engagement_id"].tolist()))
            return [(one.engagement_id, one.row, one.reasons) for one in waiting]

    return view.once("waiting", made, store().version)


def _chosen(listed: list[Listed]) -> str:
    """The engagement that is open: one just added, the one in the URL, else the first of the list."""
    added = st.session_state.pop(ADDED, None)
    if added:
        st.query_params[RECORD_KEY] = added
    asked = st.query_params.get(RECORD_KEY, "")
    if asked and (any(key == asked for key, *_ in listed) or looked_at(asked) is not None):
        return asked
    return listed[0][0] if listed else ""


def _draw_one(view: View, looked: Looked, listed: list[Listed]) -> None:
    row, key = looked.row, looked.engagement_id
    reasons = next((reasons for one, _, reasons in listed if one == key), ())
    opened = panel_on(key)
    state = term("review", str(row["review"])) or t("not reviewed")
    with st.container(horizontal=True, horizontal_alignment="distribute", key="record-head"):
        st.header(words.sides(str(row["countries"])), anchor=False, width="content")
        st.markdown(f":small[:gray[{key} · {state}]]", width="content")
    if reasons:
        st.html(reasons_line(reasons))
    told = view.dataset.reports[view.dataset.reports["engagement_id"] == key]
    best = told[told["report_id"] == row["report_id"]]
    for _, report in (best if len(best) else told.head(1)).iterrows():
        st.html(quotation(view.dataset, report))
    _draw_buttons(looked, [one for one, *_ in listed], opened)
    if opened:
        draw_panel(view, looked)
    _draw_flags(looked, opened)
    if opened != "edit":
        st.html(both_values(looked))
    others = told[told["report_id"] != row["report_id"]]
    if len(others) and opened != "split":
        st.markdown(f"**{t('Also told by {count}', count=len(others))}**")
        for _, report in others.iterrows():
            st.html(quotation(view.dataset, report))


def _draw_buttons(looked: Looked, ids: list[str], opened: str) -> None:
    key, rejected = looked.engagement_id, looked.row["review"] == "rejected"
    free = not opened
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        label = later("Bring back") if rejected else later("Accept")
        _key(label, "A", accept, ([key], ids), type="primary", keys=free)
        _key(later("Reject"), "X", reject, ([key], ids), disabled=rejected, keys=free)
        for name, letter in ((later("Edit"), "E"), (later("Merge"), "M"), (later("Split"), "S")):
            _key(name, letter, open_panel, (name.lower(), looked), keys=free)
        _key(later("Previous"), "P", step, (ids, key, -1), keys=free, disabled=not ids)
        _key(later("Next"), "N", step, (ids, key, 1), keys=free, disabled=not ids)
        st.text_input(
            t("Why"),
            key=WHY,
            max_chars=300,
            placeholder=t("a reason, if you like"),
            label_visibility="collapsed",
        )


def _draw_flags(looked: Looked, opened: str) -> None:
    standing = [flag for flag in looked.rows["flags"] if not flag["dismissed"]]
    for place, flag in enumerate(standing):
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.markdown(f":small[{words.literal(retold(str(flag['detail'])))}]")
        with right:
            _key(
                later("Dismiss"),
                "" if place else "D",
                dismiss,
                (looked.engagement_id, str(flag["flag"]), str(flag["field"])),
                keys=not opened,
                name=f"dismiss-{place}",
            )


def _draw_lost(lost: Listed | None) -> None:
    if lost is None:
        return
    st.header(t("No document tells of it any more"), anchor=False)
    st.html(reasons_line(lost[2]))
    draw_remark(t("The decision waits. It counts again when a document tells of the engagement."))


def _draw_overtaken() -> None:
    for place, one in enumerate(st.session_state.get(OVERTAKEN, [])):
        field = t(LABELS[one.field])
        theirs, mine = (
            value_words(one.field, value) or t(words.NOT_TOLD) for value in (one.theirs, one.mine)
        )
        st.html(
            f'<div style="{AMBER}">'
            + t("{who} changed {field} meanwhile.", who=f"<b>{html.escape(one.who)}</b>", field=field)
            + " "
            + t("Theirs: {value}", value=f"<b>{html.escape(theirs)}</b>")
            + " · "
            + t("yours: {value}", value=f"<b>{html.escape(mine)}</b>")
            + "</div>"
        )
        with st.container(horizontal=True):
            st.button(t("Keep theirs"), key=f"theirs-{place}", on_click=yield_to, args=(one,))
            st.button(t("Put mine"), key=f"mine-{place}", on_click=insist, args=(one,))


def _key(
    label: str,
    shortcut: str,
    act: Any,
    args: tuple[Any, ...] = (),
    *,
    type: Any = "secondary",
    disabled: bool = False,
    keys: bool = True,
    help: str | None = None,
    name: str = "",
) -> None:
    """A button with its key beside its label, which is English; the key sleeps while a panel or the form is open."""
    awake = keys and bool(shortcut) and not st.session_state.get(ADDING)
    st.button(
        t(label),
        key=name or f"do-{label.lower().replace(' ', '-')}",
        on_click=act,
        args=args,
        type=type,
        disabled=disabled,
        help=help,
        shortcut=shortcut if awake else None,
    )


__all__ = ["Waiting", "draw_review"]
