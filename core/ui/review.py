"""The page of review: the list, the chosen engagement with both values of its fields, and what to do with it."""

import html
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from core.store.look import Looked
from core.store.queue import Waiting
from core.ui.adding import ADDED, ADDING, draw_adding, open_adding
from core.ui.charts import draw_remark
from core.ui.choice import draw_switch
from core.ui.decide import OVERTAKEN, WHY, can_undo, decide, draw_name, draw_said, insist, undo_last, yield_to
from core.ui.decisions import draw_last_decisions
from core.ui.links import RECORD_KEY
from core.ui.panels import close_panel, draw_panel, open_panel, panel_on
from core.ui.view import View
from core.ui.workspace import looked_at, review_queue, reviewed_rows
from core.views import words
from core.views.quotation import quotation
from core.views.record import AMBER
from core.views.review import LABELS, both_values, listing, reasons_line, value_words, waiting_in

LISTS = ("To review", "Reviewed", "Rejected")
KEY, TICKED, PAGES, SHOWN = "review-list", "review-ticked", "review-page", "review-shown"
PAGE = 100
HEIGHT = 560
FLOORS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
KEYS = {
    "A": "accept", "X": "reject", "E": "edit", "M": "merge with another", "S": "split", "D": "dismiss the first flag",
    "N": "next", "P": "previous", "U": "undo", "B": "add by hand",
    "Ctrl+Enter": "save what is open", "Alt+X": "close it unsaved",
}  # fmt: skip
Listed = tuple[str, Mapping[str, Any], Sequence[str]]


def draw_review(view: View) -> None:
    """Draws the page below its title."""
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
            draw_remark("Nothing is left here." if which == LISTS[0] else "Nothing is here yet.")
    if st.session_state.get(ADDING):
        draw_adding()


def _draw_head(view: View) -> str:
    queue, reviewed = review_queue(), reviewed_rows()
    waiting = waiting_in(queue, set(view.shown["engagement_id"]))
    rejected = sum(row["review"] == "rejected" for row in reviewed)
    others = len(queue) - len(waiting)
    line = (
        f"<b>{words.number(len(waiting))}</b> to review · {words.number(len(reviewed) - rejected)} reviewed"
    )
    line += f" · {words.number(rejected)} rejected"
    line += (
        f'<span style="opacity:.75">; {words.number(others)} that the filters leave out</span>'
        if others
        else ""
    )
    with st.container(
        horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute", gap="small"
    ):
        with st.container(width="content", gap="xsmall"):
            st.html(f'<span style="font-size:1rem">{line}</span>', width="content")
            which = draw_switch("Which engagements", LISTS, "list")
        with st.container(horizontal=True, width="content", vertical_alignment="bottom", gap="small"):
            draw_name()
            _key("Undo", "U", undo_last, disabled=not can_undo(), help="Takes back what you decided last.")
            _key("Add by hand", "B", open_adding)
            with st.popover("Decisions"):
                draw_last_decisions()
            with st.popover("Keys"):
                st.table({"Key": list(KEYS), "Does": list(KEYS.values())})
                st.markdown(":small[:gray[Keys without Ctrl or Alt do nothing while you write in a field.]]")
    return which


def _listed(view: View, which: str) -> list[Listed]:
    if which == LISTS[0]:
        shown = set(view.shown["engagement_id"])
        return [(one.engagement_id, one.row, one.reasons) for one in waiting_in(review_queue(), shown)]
    wanted = which == LISTS[2]
    return [
        (str(row["engagement_id"]), row, (str(row["review"]),))
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
                "Engagement": st.column_config.TextColumn(width=235),
                "Conf.": st.column_config.NumberColumn(width=50, format="%.2f"),
                "Why": st.column_config.TextColumn(width=200),
            },
            alt=f"{which}: {words.counted(len(listed), 'engagement')}, what matters most first",
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
    said = words.counted(len(ticked), "ticked", "ticked")
    with st.container(horizontal=True, gap="small"):
        st.button(
            f"Accept {said}", key="accept-ticked", disabled=not ticked, on_click=_accept, args=(ticked,)
        )
        if which == LISTS[0]:
            st.button(
                f"Reject {said}", key="reject-ticked", disabled=not ticked, on_click=_reject, args=(ticked,)
            )
            with st.popover("Accept all above …"):
                floor = st.select_slider("Confidence at least", FLOORS, value=0.9, key="accept-floor")
                above = [key for key, row, _ in listed if row and float(row["confidence"]) >= floor]
                st.button(
                    f"Accept {words.number(len(above))}",
                    key="accept-above",
                    disabled=not above,
                    on_click=_accept,
                    args=(above,),
                )


def _draw_one(view: View, looked: Looked, listed: list[Listed]) -> None:
    row, key = looked.row, looked.engagement_id
    reasons = next((reasons for one, _, reasons in listed if one == key), ())
    opened = panel_on(key)
    state = str(row["review"]) or "not reviewed"
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
        st.markdown(f"**Also told by {len(others)}**")
        for _, report in others.iterrows():
            st.html(quotation(view.dataset, report))


def _draw_buttons(looked: Looked, ids: list[str], opened: str) -> None:
    key, rejected = looked.engagement_id, looked.row["review"] == "rejected"
    free = not opened
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="bottom"):
        label = "Bring back" if rejected else "Accept"
        _key(label, "A", _accept, ([key], ids), type="primary", keys=free)
        _key("Reject", "X", _reject, ([key], ids), disabled=rejected, keys=free)
        for name, letter in (("Edit", "E"), ("Merge", "M"), ("Split", "S")):
            _key(name, letter, open_panel, (name.lower(), looked), keys=free)
        _key("Previous", "P", _step, (ids, key, -1), keys=free, disabled=not ids)
        _key("Next", "N", _step, (ids, key, 1), keys=free, disabled=not ids)
        st.text_input(
            "Why", key=WHY, max_chars=300, placeholder="a reason, if you like", label_visibility="collapsed"
        )


def _draw_flags(looked: Looked, opened: str) -> None:
    standing = [flag for flag in looked.rows["flags"] if not flag["dismissed"]]
    for place, flag in enumerate(standing):
        left, right = st.columns([5, 1], vertical_alignment="center")
        left.markdown(f":small[{words.literal(str(flag['detail']))}]")
        with right:
            _key(
                "Dismiss",
                "" if place else "D",
                _dismiss,
                (looked.engagement_id, str(flag["flag"]), str(flag["field"])),
                keys=not opened,
                name=f"dismiss-{place}",
            )


def _draw_lost(lost: Listed | None) -> None:
    if lost is None:
        return
    st.header("No document tells of it any more", anchor=False)
    st.html(reasons_line(lost[2]))
    draw_remark("The decision waits. It counts again when a document tells of the engagement.")


def _draw_overtaken() -> None:
    for place, one in enumerate(st.session_state.get(OVERTAKEN, [])):
        field = LABELS[one.field]
        theirs, mine = (value_words(one.field, value) or words.NOT_TOLD for value in (one.theirs, one.mine))
        st.html(
            f'<div style="{AMBER}"><b>{html.escape(one.who)}</b> changed {field} meanwhile. '
            f"Theirs: <b>{html.escape(theirs)}</b> · yours: <b>{html.escape(mine)}</b></div>"
        )
        with st.container(horizontal=True):
            st.button("Keep theirs", key=f"theirs-{place}", on_click=yield_to, args=(one,))
            st.button("Put mine", key=f"mine-{place}", on_click=insist, args=(one,))


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
    """A button with its key beside its label; the key sleeps while a panel or the form is open."""
    awake = keys and bool(shortcut) and not st.session_state.get(ADDING)
    st.button(
        label,
        key=name or f"do-{label.lower().replace(' ', '-')}",
        on_click=act,
        args=args,
        type=type,
        disabled=disabled,
        help=help,
        shortcut=shortcut if awake else None,
    )


def _accept(keys: list[str], ids: Sequence[str] = ()) -> None:
    _decide_and_go_on("accept", "accepted", keys, ids)


def _reject(keys: list[str], ids: Sequence[str] = ()) -> None:
    _decide_and_go_on("reject", "rejected", keys, ids)


def _decide_and_go_on(action: str, said: str, keys: list[str], ids: Sequence[str]) -> None:
    why = str(st.session_state.get(WHY) or "")
    told = f"{words.counted(len(keys), 'engagement')} {said}"
    if not decide(lambda judge: getattr(judge, action)(keys, why), told):
        return
    st.session_state[TICKED] = []
    close_panel()
    if ids:
        _step(list(ids), keys[0], 1)


def _dismiss(key: str, flag: str, field: str) -> None:
    why = str(st.session_state.get(WHY) or "")
    decide(lambda judge: [judge.dismiss(key, flag, field, why)], "flag dismissed")


def _step(ids: list[str], key: str, by: int) -> None:
    """Opens the engagement before or behind this one in the list."""
    place = ids.index(key) + by if key in ids else 0
    if ids:
        _open(ids[min(max(place, 0), len(ids) - 1)])


def _open(key: str) -> None:
    close_panel()
    st.query_params[RECORD_KEY] = key


__all__ = ["Waiting", "draw_review"]
