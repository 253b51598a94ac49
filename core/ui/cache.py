"""The collection that all sessions look at: read once, kept, never changed."""

import logging
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from core.errors import SidelinesError
from core.model import Collection
from core.run import Progress, parse
from core.tables.frames import to_frames
from core.views.dataset import Dataset

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "documents"


@dataclass(frozen=True)
class Reading:
    """What was read: the records, to which others can be joined, and the tables made of them."""

    collection: Collection
    dataset: Dataset


def documents_folder() -> Path:
    """The folder named by the variable SIDELINES_DOCUMENTS, else the sample documents."""
    named = os.environ.get("SIDELINES_DOCUMENTS", "").strip()
    return Path(named).expanduser().resolve() if named else SAMPLE


def reading_of(collection: Collection) -> Reading:
    """A collection with its tables, ready for the pages."""
    return Reading(collection, Dataset.of(to_frames(collection), dict(collection.texts())))


@st.cache_resource(show_spinner="Reading the documents", max_entries=2)
def read_folder(folder: str, _progress: Progress | None = None) -> Reading:
    """Everything in a folder; `_progress` is told how many of its documents are done."""
    return reading_of(parse([Path(folder)], progress=_progress))


def warm() -> None:
    """Reads the documents and draws what the first page shows, so that the first visitor need not wait."""
    # Streamlit warns of a cache that is filled outside of a session, which is just what is wanted here.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").setLevel(logging.ERROR)
    with suppress(SidelinesError):  # the page says it to whoever opens it
        dataset = read_folder(str(documents_folder()), _say if sys.stderr.isatty() else None).dataset
        _draw_once(dataset.engagements, dataset.home)


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
