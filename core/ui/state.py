"""The one `Filters` value of a session: read from the widgets of the sidebar, and written back to them."""

from dataclasses import replace
from datetime import date

import streamlit as st

from core.views.filters import DEFAULT_TRACKS, Filters

# The keys are the names in the URL: changing one breaks every link that people have kept.
DATES = "dates"
LISTS = {
    "country": "countries",
    "forum": "forums",
    "kind": "kinds",
    "status": "statuses",
    "host": "hosts",
    "source": "sources",
    "track": "tracks",
    "differ": "conflicts",
    "flag": "flags",
    "group": "groups",
    "level": "levels",
    "topic": "topics",
    "outcome": "outcomes",
    "reliability": "reliabilities",
}
WORDS = "words"
CONFIDENCE = "confidence"
TOLD_BY = "sources"
CERTAIN = "certain"
NEWER = "newer"


def current_filters() -> Filters:
    """What the reader asks for, as the sidebar stands in this run."""
    state = st.session_state
    first, last = _ends(state.get(DATES))
    lists = {field: tuple(state.get(key) or ()) for key, field in LISTS.items()}
    if "track" not in state:
        lists["tracks"] = DEFAULT_TRACKS
    return Filters(
        first=first,
        last=last,
        search=str(state.get(WORDS) or ""),
        confidence=float(state.get(CONFIDENCE) or 0.0),
        told_by=int(state.get(TOLD_BY) or 1),
        certain=bool(state.get(CERTAIN)),
        since=int(state.get(NEWER) or 0),
        **lists,
    )


def show_filters(filters: Filters) -> None:
    """Sets the sidebar to these filters; call it from a callback, before the widgets are drawn."""
    state = st.session_state
    if filters.first and filters.last:
        state[DATES] = (filters.first, filters.last)
    else:
        state[DATES] = (filters.first,) if filters.first else ()
    for key, field in LISTS.items():
        state[key] = list(getattr(filters, field))
    state[WORDS] = filters.search
    state[CONFIDENCE] = filters.confidence
    state[TOLD_BY] = filters.told_by
    state[CERTAIN] = filters.certain
    state[NEWER] = filters.since or None


def clear_filters() -> None:
    """Sets the sidebar to the view that opens first."""
    show_filters(Filters())


def add_to(field: str, value: str) -> None:
    """Adds a value to one of the list filters (`countries`, `forums`, `hosts`)."""
    filters = current_filters()
    chosen: tuple[str, ...] = getattr(filters, field)
    if value and value not in chosen:
        show_filters(replace(filters, **{field: (*chosen, value)}))  # type: ignore[arg-type]


def add_country(code: str, home: str | None) -> None:
    """Adds a country to the filter; with it the home side, so that the count that was clicked is what opens."""
    if home and home != code:
        add_to("countries", home)
    add_to("countries", code)


def add_forum_and_country(carried: list[str], home: str | None) -> None:
    """Narrows the filter to the forum of a clicked cell, and to its country unless the cell gathers the others."""
    if len(carried) > 1:
        add_to("forums", carried[0])
        if len(carried[1]) == 3:
            add_country(carried[1], home)


def _ends(value: object) -> tuple[date | None, date | None]:
    days = value if isinstance(value, (tuple, list)) else ()
    return (days[0] if days else None), (days[1] if len(days) > 1 else None)
