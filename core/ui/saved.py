"""The views that people saved by name: to save this one, to open, rename and delete them."""

from collections.abc import Mapping

import streamlit as st

from core.errors import SidelinesError
from core.language.speak import later, t
from core.store.log import now
from core.store.saved import LONGEST, SavedView, SavedViews
from core.ui.asked import ask_again, asked_now
from core.ui.links import page_here, turn_next
from core.ui.workspace import person, store
from core.views import words
from core.views.filters_said import describe
from core.views.kept_filters import read
from core.views.review import moment

OPEN, NAME, NEW_NAME = "saved-views", "saved-name", "saved-new-name"
SAID, RENAMING, TAKEN = "saved-said", "saved-renaming", "saved-taken"
WIDTH = 380  # pixels
RENAME, DELETE = later("Rename"), later("Delete")


def draw_saved_views() -> None:
    """Draws the button that opens the list of saved views."""
    box = st.popover(t("Saved views"), type="tertiary", key=OPEN, on_change="rerun")
    if box.open:
        with box, st.container(width=WIDTH):
            _draw_saved(*page_here())


def _draw_saved(page: str, titles: Mapping[str, str]) -> None:
    with st.form("save-view", border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(
                t("Save this view as"), key=NAME, max_chars=LONGEST, placeholder=t("Russia since 2022")
            )
            st.form_submit_button(t("Save"), on_click=_save, args=(page,))
        st.markdown(f":small[:gray[{words.literal(_about(page, asked_now(), titles))}]]")
    if st.session_state.get(SAID):
        st.text(t(st.session_state[SAID]))
    if st.session_state.get(TAKEN):
        st.button(t("Put it back"), key="saved-back", on_click=_put_back)
    views = _views().listed()
    if not views:
        st.markdown(
            f":small[:gray[{t('None saved yet. All who share this collection see what is saved here.')}]]"
        )
    for view in views:
        _draw_view(view, titles)


def _draw_view(view: SavedView, titles: Mapping[str, str]) -> None:
    if st.session_state.get(RENAMING) == view.number:
        with st.form(f"rename-{view.number}", border=False):
            st.text_input(t("New name"), view.name, key=NEW_NAME, max_chars=LONGEST)
            with st.container(horizontal=True):
                st.form_submit_button(t("Rename"), on_click=_rename, args=(view.number,))
                st.form_submit_button(t("Cancel"), on_click=_stop_renaming)
        return
    with st.container(gap=None):
        st.button(
            f"**{words.literal(view.name)}**",
            key=f"saved-open-{view.number}",
            type="tertiary",
            on_click=_open,
            args=(view,),
            disabled=view.page not in titles,
        )
        about = f"{_about(view.page, view.asked, titles)} · {view.who}, {moment(view.at).split(',')[0]}"
        st.markdown(f":small[:gray[{words.literal(about)}]]")
        if view.who == person():
            with st.container(horizontal=True, gap="small"):
                for act in (RENAME, DELETE):
                    st.button(
                        t(act),
                        key=f"saved-{act.lower()}-{view.number}",
                        type="tertiary",
                        on_click=_change,
                        args=(view, act),
                    )


def _about(page: str, asked: Mapping[str, object], titles: Mapping[str, str]) -> str:
    """`Timeline: India with Russia, all dates`."""
    told = asked.get("filters")
    who, rest = describe(read(told if isinstance(told, Mapping) else {}))
    return f"{t(titles.get(page, 'a page that is not there any more'))}: {who}, {rest}"


def _views() -> SavedViews:
    return SavedViews(store().database, person())


def _open(view: SavedView) -> None:
    _say("")
    st.session_state[OPEN] = False
    turn_next(view.page, ask_again(view.asked))


def _save(page: str) -> None:
    try:
        view = _views().save(str(st.session_state.get(NAME) or ""), page, asked_now(), now())
    except SidelinesError as error:
        _say(str(error))
        return
    _say(later("Saved as “{name}”.", name=view.name))
    st.session_state[NAME] = ""


def _change(view: SavedView, act: str) -> None:
    _say("")
    if act == RENAME:
        st.session_state[RENAMING] = view.number
        return
    try:
        taken = _views().delete(view.number)
    except SidelinesError as error:
        _say(str(error))
        return
    _say(later("“{name}” is deleted.", name=view.name), taken)


def _rename(number: int) -> None:
    try:
        _views().rename(number, str(st.session_state.get(NEW_NAME) or ""))
    except SidelinesError as error:
        _say(str(error))
        return
    _stop_renaming()


def _stop_renaming() -> None:
    _say("")
    st.session_state.pop(RENAMING, None)


def _put_back() -> None:
    taken: SavedView = st.session_state[TAKEN]
    _views().save(taken.name, taken.page, taken.asked, taken.at)
    _say("")


def _say(told: str, taken: SavedView | None = None) -> None:
    st.session_state[SAID], st.session_state[TAKEN] = told, taken
