"""The lasting collection that all sessions look at: opened once, filled on first use, its tables kept by version."""

import hashlib
import logging
import os
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pandas as pd
import streamlit as st

from core.commands import user_name
from core.errors import SidelinesError, UsageError
from core.store.decided import Decided
from core.store.engine import Database
from core.store.learned import Learned
from core.store.load import Since
from core.store.look import Looked
from core.store.queue import Waiting
from core.store.store import Store
from core.store.visits import ages
from core.tables.rows import Row
from core.views.dataset import Dataset
from core.views.renew import renewed
from core.views.version import TABLES

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "documents"
OLDER = "data"  # in the URL: the version of the data that a link was made on, which is shown
SINCE = "since"  # in the URL: the newest data are shown, and what changed since this version
WHO = "who"


def store() -> Store:
    """The collection that the settings name, opened.

    SIDELINES_DATABASE is the address of a database, SIDELINES_WORKSPACE a folder (`workspace` when nothing is
    named), SIDELINES_DOCUMENTS a folder of articles that are added when they are new (the sample when nothing is
    named and the collection is new; none when it is empty text). Raises SidelinesError when it cannot be opened.
    """
    url = os.environ.get("SIDELINES_DATABASE", "").strip()
    return _opened(url, "" if url else str(workspace_folder()), os.environ.get("SIDELINES_DOCUMENTS"))


def workspace_folder() -> Path:
    """The folder of the collection; one of its own for each folder of articles that is named without one."""
    named = os.environ.get("SIDELINES_WORKSPACE", "").strip()
    if named:
        return Path(named).expanduser().resolve()
    articles = (os.environ.get("SIDELINES_DOCUMENTS") or "").strip()
    base = Path("workspace").resolve()
    if not articles:
        return base
    folder = Path(articles).expanduser().resolve()
    return base / f"{folder.name}-{hashlib.sha256(str(folder).encode()).hexdigest()[:6]}"


def current_dataset() -> Dataset:
    """The tables of the collection as they are now, or as the version in the link showed them."""
    kept = store()
    return _dataset(kept.name, older_version(kept) or kept.version, kept)


def newest_dataset() -> Dataset:
    """The tables of the collection as they are now."""
    kept = store()
    return _dataset(kept.name, kept.version, kept)


def older_version(kept: Store) -> int | None:
    """The older version of the data that the link asks for; None when it asks for none, or for the newest."""
    asked = st.query_params.get(OLDER, "")
    number = int(asked) if asked.isdecimal() and len(asked) < 10 else 0
    return number if 0 < number < kept.version else None


def review_queue() -> list[Waiting]:
    """What is worth a look, what matters most first."""
    kept = store()
    return _queue(kept.name, kept.version, kept)


def reviewed_rows() -> list[Row]:
    """The rows of the engagements that somebody reviewed, the rejected ones too."""
    kept = store()
    return _reviewed(kept.name, kept.version, kept)


def learned() -> Learned:
    """The parser's accuracy on what was reviewed."""
    kept = store()
    return _learned(kept.name, kept.version, kept)


def changed_since(version: int) -> Since:
    """What was added, changed and removed after a version of the data."""
    kept = store()
    return _since(kept.name, version, kept.version, kept)


def decisions() -> list[Decided]:
    """All decisions ever made, the earliest first."""
    kept = store()
    return _decisions(kept.name, kept.version, kept)


def looked_at(engagement_id: str) -> Looked | None:
    """One engagement as its reviewer needs it; None when the store never had it."""
    return store().look(engagement_id)


def person() -> str:
    """The name under which this session's decisions are kept: signed in, stated, or this machine's user."""
    return signed_in() or str(st.session_state.get(WHO) or "") or user_name()


def signed_in() -> str:
    """The name of whoever signed in; empty when nobody had to."""
    if not st.user.get("is_logged_in"):
        return ""
    return str(st.user.get("email") or st.user.get("name") or "")


def warm() -> None:
    """Opens the collection and draws what the first page shows, so that the first visitor need not wait."""
    # Streamlit warns of a cache that is filled outside of a session, which is just what is wanted here.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    with suppress(SidelinesError):  # the page says it to whoever opens it
        dataset = newest_dataset()
        _draw_once(dataset.engagements, dataset.home)


@st.cache_resource(show_spinner="Opening the collection", max_entries=4)
def _opened(url: str, folder: str, articles: str | None) -> Store:
    kept = Store(Database(url) if url else Database.in_folder(Path(folder)))
    given = (articles or "").strip()
    wanted = Path(given).expanduser().resolve() if given else SAMPLE
    if given and not wanted.is_dir():
        raise UsageError(f"there is no folder {wanted}")
    if given or (articles is None and kept.version == 0):
        kept.add([wanted], who=user_name(), progress=_say if sys.stderr.isatty() else None)
    return kept


@st.cache_resource(show_spinner="Reading the collection", max_entries=3)
def _dataset(name: str, version: int, _store: Store) -> Dataset:
    latest = _latest()
    known, made = latest.get(name), _made(name, version, _store)
    made = replace(made, ages_by=cache(partial(ages, _store.database, int(made.version))))
    if known is None or int(known.version) < int(made.version):
        latest[name] = made
    return made


def _made(name: str, version: int, _store: Store) -> Dataset:
    known = _latest().get(name)
    if version != _store.version or (known is not None and int(known.version) >= version):
        return _whole(version, _store)
    if known is not None:
        return _renewed(known, version, _store) or _whole(version, _store)
    return _first(version, _store)


def _first(version: int, kept: Store) -> Dataset:
    """The tables read for the first time in this process: from the copy of the last time, as far as there is one."""
    copied = kept.kept_frames()
    known = Dataset.of(copied[1], kept.texts(), str(copied[0])) if copied else None
    if known is not None and int(known.version) == version:
        return known
    made = (known and _renewed(known, version, kept)) or _whole(version, kept)
    # Nobody needs to wait for the copy; the process ends only when it is whole.
    tables = {name: made.table(name) for name in TABLES}
    threading.Thread(target=kept.keep_frames, args=(version, tables)).start()
    return made


def _renewed(known: Dataset, version: int, kept: Store) -> Dataset | None:
    """Tables brought up to the newest version; None where too much changed for that."""
    newer = kept.newer(int(known.version)) if int(known.version) < version else None
    return renewed(known, newer) if newer is not None else None


@st.cache_resource(show_spinner=False, max_entries=2)
def _queue(name: str, version: int, _store: Store) -> list[Waiting]:  # noqa: ARG001
    documents = newest_dataset().documents
    return _store.queue(dict(zip(documents["doc_id"].tolist(), documents["source"].tolist(), strict=True)))


@st.cache_resource(show_spinner=False, max_entries=2)
def _reviewed(name: str, version: int, _store: Store) -> list[Row]:  # noqa: ARG001
    return _store.reviewed()


@st.cache_resource(show_spinner=False, max_entries=2)
def _learned(name: str, version: int, _store: Store) -> Learned:  # noqa: ARG001
    return _store.learned()


@st.cache_resource(show_spinner=False, max_entries=8)
def _since(name: str, version: int, newest: int, _store: Store) -> Since:  # noqa: ARG001
    return _store.since(version)


@st.cache_resource(show_spinner=False, max_entries=2)
def _decisions(name: str, version: int, _store: Store) -> list[Decided]:  # noqa: ARG001
    return _store.decisions()


@st.cache_resource(show_spinner=False)
def _latest() -> dict[str, Dataset]:
    """The newest tables of each collection that were read so far: those after them are made from them."""
    return {}


def _whole(version: int, kept: Store) -> Dataset:
    return Dataset.of(kept.frames(version), kept.texts(), str(version))


def _draw_once(engagements: pd.DataFrame, home: str | None) -> None:
    """Draws figures for nobody: the libraries of the charts load when they are first used."""
    from core.views import heatmap, lanes, over_time, rankings

    over_time.over_time(engagements)
    rankings.ranking_figure(rankings.by_partner(engagements, home), "name")
    lanes.lanes(engagements, "kind", home)
    heatmap.heatmap(heatmap.forum_by_year(engagements))


def _say(done: int, total: int) -> None:
    """Tells whoever started the app in a terminal how far the reading is."""
    sys.stderr.write(f"\r  Reading the documents: {done:,} of {total:,}" + ("\n" if done == total else ""))
