"""Versions of the data: an older one that a link names is shown with what changed since, and can be left.

The rule: `data=57` in a link shows the data as version 57 had them, on every page, until the reader asks for the
newest; then `since=57` takes its place and says what changed since, until it is closed.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from core.language.speak import later, t, tn
from core.store.load import Since
from core.ui.links import open_record
from core.ui.workspace import OLDER, SINCE, changed_since, older_version, store
from core.views import words
from core.views.record import AMBER
from core.views.review import data_of, moment, one_line, since_words

KEPT = "version-kept-"
MOST = 15  # engagements of a sort that are listed


def keep_version() -> None:
    """Keeps the version that a link named while pages are turned; call it before the data are asked for."""
    for name in (OLDER, SINCE):
        asked = st.query_params.get(name)
        if asked is not None:
            st.session_state[KEPT + name] = asked
        elif KEPT + name in st.session_state:
            st.query_params[name] = st.session_state[KEPT + name]


def draw_banner() -> None:
    """On an older version, or when the reader came from one: which, and what changed since."""
    kept = store()
    older, compared = older_version(kept), _compared()
    version = older or compared
    if version is None:
        return
    since = changed_since(version)
    when = kept.version_at(version)
    name = t("version {version}", version=version)
    if when:
        name = t("version {version} of {moment} UTC", version=version, moment=moment(when[0]))
    said = {"name": f"<b>{name}</b>", "changes": since_words(since)}
    if older:
        told = t("You look at {name}; since then {changes}.", **said)
    else:
        told = t("The newest data, version {version}. Since {name}: {changes}.", version=kept.version, **said)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<div style="{AMBER}">{told}</div>', width="stretch")
        if since.added or since.changed or since.removed:
            with st.popover(t("Which")):
                _draw_lists(since)
        if older:
            st.button(t("Show the newest"), key="show-newest", on_click=show_newest, args=(version,))
        else:
            st.button(t("Close"), key="close-since", on_click=_forget, args=(SINCE,))


def draw_closed(told: str) -> bool:
    """Whether an older version is shown, where nothing can be decided: then `told` is said with the way out."""
    version = older_version(store())
    if version is None:
        return False
    st.markdown(t(told))
    st.button(t("Show the newest"), key="closed-newest", on_click=show_newest, args=(version,))
    return True


def show_newest(version: int) -> None:
    """Leaves an older version; what changed since is said until that is closed."""
    _forget(OLDER)
    st.session_state[KEPT + SINCE] = st.query_params[SINCE] = str(version)


def show_present() -> None:
    """Leaves whatever older version is shown or compared with, without a word."""
    _forget(OLDER)
    _forget(SINCE)


def draw_permalink() -> None:
    """The address of this view with the version of the data, to copy."""
    kept = store()
    version = older_version(kept) or kept.version
    when = kept.version_at(version)
    asked = {name: st.query_params.get_all(name) for name in st.query_params if name not in (OLDER, SINCE)}
    address = f"{str(st.context.url or '').split('?')[0]}?{urlencode({**asked, OLDER: version}, doseq=True)}"
    with st.popover(t("Permalink"), type="tertiary", icon=":material/link:"):
        told = t("This view on {data}; later changes are said on it.", data=data_of(version, when))
        st.markdown(f":small[:gray[{told}]]")
        st.code(address, language=None, wrap_lines=True)


def _compared() -> int | None:
    asked = st.query_params.get(SINCE, "")
    number = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
    return number if 0 < number < store().version else None


def _draw_lists(since: Since) -> None:
    for title, keys, version in (
        (later("Added"), since.added, None),
        (later("Changed"), since.changed, None),
        (later("Removed"), since.removed, since.version),
    ):
        if keys:
            st.markdown(f"**{t(title)}**")
            _draw_links(title, keys, version)


def _draw_links(title: str, keys: Sequence[str], version: int | None) -> None:
    rows = store().rows_of(keys[:MOST], version)
    for key in keys[:MOST]:
        if key in rows:
            st.button(
                words.literal(one_line(rows[key])),
                key=f"since-{title}-{key}",
                type="tertiary",
                on_click=_open_at,
                args=(key, version),
            )
    if len(keys) > MOST:
        st.markdown(f":small[:gray[{tn('and {count} more', 'and {count} more', len(keys) - MOST)}]]")


def _open_at(key: str, version: int | None) -> None:
    """Opens a record as the newest data show it, or as a version did that still had it."""
    _forget(OLDER)
    if version is not None:
        st.session_state[KEPT + OLDER] = str(version)
    open_record(key)


def _forget(name: str) -> None:
    st.session_state.pop(KEPT + name, None)
    if name in st.query_params:
        del st.query_params[name]
