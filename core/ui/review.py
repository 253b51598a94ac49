"""The page of review: the list, the chosen engagement with both values of its fields, and what to do with it."""

import html
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

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
    decide,
    draw_name,
    draw_said,
    insist,
    undo_last,
    yield_to,
)
from core.ui.decisions import draw_last_decisions
from core.ui.links import RECORD_KEY
from core.ui.panels import close_panel, draw_panel, open_panel, panel_on
from core.ui.view import View
from core.ui.workspace import looked_at, review_queue, reviewed_rows, store
from core.views import words
from core.views.quotation import quotation
from core.views.record import AMBER
from core.views.retold import retold
from core.views.review import LABELS, both_values, listing, reasons_line, value_words, waiting_in
from core.views.terms import term

LISTS = (later("To review"), later("Reviewed"), later("Rejected"))
KEY, TICKED, PAGES, SHOWN = "review-list", "review-ticked", "review-page", "review-shown"
PAGE = 100
HEIGHT = 560
FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
KEYS = {
    "A": later("accept"), "X": later("reject"), "E": later("edit"), "M": later("merge with another"), "S": later("split"), "D": later("dismiss the first flag"),
    "N": later("next"), "P": later("previous"), "U": later("undo"), "B": later("add by hand"),
    "Ctrl+Enter": later("save what is open"), "Alt+X": later("close it unsaved"),
}  # fmt: skip
DONE = {
    "accept": (later("{count} engagement accepted"), later("{count} engagements accepted")),
    "reject": (later("{count} engagement rejected"), later("{count} engagements rejected")),
}
Listed = tuple[str, Mapping[str, Any], Sequence[str]]


def draw_review(view: View) -> None:
    """Draws the page below its title."""
    st.session_state[SEEN] = store().version
    which = _draw_head(view)
    listed = _listed(view, which)
    draw_said()
    _draw_overtaken()
    left, right = st.columns([5, 7], gap="medium")
    chosen = _chosen(listed)
    with left:
        _draw_list(listed, chosen, which)
    with right:
        looked = looked_at(chosen) if chosen else None
        if looked is not None:
            _draw_one(view, looked, listed)
        elif chosen:
            _draw_lost(next((one for one in listed if one[0] == chosen), None))
        else:
            draw_remark(t("Nothing is left here.") if which == LISTS[0] else t("Nothing is here yet."))
    if st.session_state.get(ADDING):
        draw_adding()


def _draw_head(view: View) -> str:
    queue, reviewed = review_queue(), reviewed_rows()
    waiting = waiting_in(queue, set(view.shown["engagement_id"]))
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
        shown = set(view.shown["engagement_id"])
        return [(one.engagement_id, one.row, one.reasons) for one in waiting_in(review_queue(), shown)]
    wanted = which == LISTS[2]
    return [
        (str(row["engagement_id"]), row, (term("review", str(row["review"])),))
        for row in reviewed_rows()
        if (row["review"] == "rejected") is wanted
    ]


def _chosen(listed: list[Listed]) -> str:
    """The engagement that is open: one just added, the one in the URL, else the first of the list."""
    added = st.session_state.pop(ADDED, None)
    if added:
        st.query_params[RECORD_KEY] = added
    asked = st.query_params.get(RECORD_KEY, "")
    if asked and (any(key == asked for key, *_ in listed) or looked_at(asked) is not None):
        return asked
    return listed[0][0] if listed else ""


def _draw_list(listed: list[Listed], chosen: str, which: str) -> None:
    ids = [key for key, *_ in listed]
    pages = max(1, -(-len(ids) // PAGE))
    place = ids.index(chosen) if chosen in ids else 0
    if PAGES not in st.session_state or st.session_state.get(SHOWN) != chosen:
        st.session_state[PAGES] = place // PAGE + 1
    st.session_state[SHOWN] = chosen
    turned = min(int(st.session_state.get(PAGES) or 1), pages)
    part = listed[(turned - 1) * PAGE : turned * PAGE]
    here = [key for key, *_ in part]
    ticked = [key for key in st.session_state.get(TICKED, []) if key in set(ids)]
    if part:
        cells = [(here.index(chosen), "Engagement")] if chosen in here else []
        rows = [place for place, key in enumerate(here) if key in ticked]
        st.session_state[KEY] = {"selection": {"cells": cells, "rows": rows}}
        st.dataframe(
            listing((row, reasons) for _, row, reasons in part),
            height=HEIGHT if len(part) > 15 else "content",
            hide_index=True,
            key=KEY,
            on_select=partial(_take_selection, here),
            selection_mode=["single-cell", "multi-row"],
            placeholder="",
            lazy=False,
            column_config={
                "Engagement": st.column_config.TextColumn(t("Engagement"), width=235),
                "Conf.": st.column_config.NumberColumn(t("Conf."), width=50, format="%.2f"),
                "Why": st.column_config.TextColumn(t("Why"), width=200),
            },
            alt=tn(
                "{list}: {count} engagement, what matters most first",
                "{list}: {count} engagements, what matters most first",
                len(listed),
                list=t(which),
            ),
        )
    if pages > 1:
        st.pagination(pages, key=PAGES, max_visible_pages=5)
    if which != LISTS[1] and ids:
        _draw_bulk(listed, ticked, which)


def _take_selection(here: list[str]) -> None:
    chosen = st.session_state[KEY]["selection"]
    elsewhere = [key for key in st.session_state.get(TICKED, []) if key not in here]
    before = {key for key in st.session_state.get(TICKED, []) if key in here}
    ticked = [here[place] for place in chosen["rows"]]
    st.session_state[TICKED] = elsewhere + ticked
    asked = here[chosen["cells"][0][0]] if chosen["cells"] else ""
    # The browser also sends back the cell that we marked ourselves: that opens nothing.
    if asked and asked != st.session_state.get(SHOWN) and set(ticked) == before:
        _open(asked)


def _draw_bulk(listed: list[Listed], ticked: list[str], which: str) -> None:
    with st.container(horizontal=True, gap="small"):
        st.button(
            tn("Accept {count} ticked", "Accept {count} ticked", len(ticked)),
            key="accept-ticked",
            disabled=not ticked,
            on_click=_accept,
            args=(ticked,),
        )
        if which == LISTS[0]:
            st.button(
                tn("Reject {count} ticked", "Reject {count} ticked", len(ticked)),
                key="reject-ticked",
                disabled=not ticked,
                on_click=_reject,
                args=(ticked,),
            )
            with st.popover(t("Accept all above …")):
                floor = st.select_slider(t("Confidence at least"), FLOORS, value=0.9, key="accept-floor")
                above = [key for key, row, _ in listed if row and float(row["confidence"]) >= floor]
                st.button(
                    tn("Accept {count}", "Accept {count}", len(above)),
                    key="accept-above",
                    disabled=not above,
                    on_click=_accept,
                    args=(above,),
                )


def _draw_one(view: View, looked: Looked, listed: list[Listed]) -> None:
    row, key = looked.row, looked.engagement_id
    reasons = next((reasons for one, _, reasons in listed if one == key), ())
    opened = panel_on(key)
    state = term("review", str(row["review"])) or t("not reviewed")
    with st.container(horizontal=True, horizontal_alignment="distribute"):
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
        _key(label, "A", _accept, ([key], ids), type="primary", keys=free)
        _key(later("Reject"), "X", _reject, ([key], ids), disabled=rejected, keys=free)
        for name, letter in ((later("Edit"), "E"), (later("Merge"), "M"), (later("Split"), "S")):
            _key(name, letter, open_panel, (name.lower(), looked), keys=free)
        _key(later("Previous"), "P", _step, (ids, key, -1), keys=free, disabled=not ids)
        _key(later("Next"), "N", _step, (ids, key, 1), keys=free, disabled=not ids)
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
                _dismiss,
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


def _accept(keys: list[str], ids: Sequence[str] = ()) -> None:
    _decide_and_go_on("accept", keys, ids)


def _reject(keys: list[str], ids: Sequence[str] = ()) -> None:
    _decide_and_go_on("reject", keys, ids)


def _decide_and_go_on(action: str, keys: list[str], ids: Sequence[str]) -> None:
    why = str(st.session_state.get(WHY) or "")
    one, many = DONE[action]
    told = later(one if len(keys) == 1 else many, count=words.number(len(keys)))
    seen = st.session_state.get(SEEN)
    if not decide(lambda judge: getattr(judge, action)(keys, why, seen), told):
        return
    st.session_state[TICKED] = []
    close_panel()
    if ids:
        _step(list(ids), keys[0], 1)


def _dismiss(key: str, flag: str, field: str) -> None:
    why = str(st.session_state.get(WHY) or "")
    decide(lambda judge: [judge.dismiss(key, flag, field, why)], later("flag dismissed"))


def _step(ids: list[str], key: str, by: int) -> None:
    """Opens the engagement before or behind this one in the list."""
    place = ids.index(key) + by if key in ids else 0
    if ids:
        _open(ids[min(max(place, 0), len(ids) - 1)])


def _open(key: str) -> None:
    close_panel()
    st.query_params[RECORD_KEY] = key


__all__ = ["Waiting", "draw_review"]
