"""What is new since a person's last visit: noted beside the page, said on the overview, marked at the rows."""

import threading
from contextlib import suppress
from datetime import datetime

import pandas as pd
import streamlit as st

from core.errors import SidelinesError
from core.language.speak import t, tn
from core.store.log import now
from core.store.visits import Visit, going_on, note_look, visit_of
from core.ui.links import RECORD_PAGE
from core.ui.state import NEWER
from core.ui.view import View
from core.ui.workspace import person, store
from core.views import words
from core.views.news import CHANGED, NEW, news

VISIT = "visit"  # session key: who looks, and their visit as it was noted last
OFTEN = 60  # seconds between two notes of one visit
PATIENCE = 0.5  # seconds that a page waits for a note to be kept: another may hold the store for long


def note_visit() -> None:
    """Notes that this person looks at the newest data now; a store that cannot be written stops nobody."""
    who, at = person(), now()
    known: tuple[str, Visit] | None = st.session_state.get(VISIT)
    kept = store()
    version = kept.version
    if known and known[0] == who and known[1].version == version and _seconds(known[1].at, at) < OFTEN:
        return
    with suppress(SidelinesError):
        st.session_state[VISIT] = (who, going_on(visit_of(kept.database, who), at, version))

        def keep() -> None:
            with suppress(SidelinesError):
                note_look(kept.database, who, at, version)

        writer = threading.Thread(target=keep, daemon=True)
        writer.start()
        writer.join(PATIENCE)


def last_visit() -> Visit | None:
    """This person's visit, where there was one before it; None on the first."""
    known: tuple[str, Visit] | None = st.session_state.get(VISIT)
    return known[1] if known and known[1].last_version else None


def marks(view: View) -> dict[str, str]:
    """Which of the rows shown are `new` and which `changed`: since the version asked for, else since the last visit."""
    visit = last_visit()
    version = view.filters.since or (visit.last_version if visit else 0)
    return news(view.dataset, view.shown["engagement_id"], version)


def draw_news(view: View) -> None:
    """A quiet line with what is new among the rows shown; it opens the table of just those."""
    visit = last_visit()
    if visit is None or view.filters.since:
        return
    found = list(news(view.dataset, view.shown["engagement_id"], visit.last_version).values())
    new, changed = found.count(NEW), found.count(CHANGED)
    told = [tn("{count} new", "{count} new", new)] if new else []
    told += [tn("{count} changed", "{count} changed", changed)] if changed else []
    if told:
        day = words.day(pd.Timestamp(visit.last_at).tz_localize(None))
        st.page_link(
            RECORD_PAGE,
            label=t("{news} since your last visit on {day}", news=", ".join(told), day=day),
            query_params={NEWER: str(visit.last_version)},
            width="content",
            help=t("Opens the table of just these."),
        )


def _seconds(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
