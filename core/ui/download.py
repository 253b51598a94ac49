"""Download buttons: a file is made only when somebody asks for it."""

import pandas as pd
import streamlit as st

from core.exports.delimited import as_csv
from core.exports.names import file_name
from core.views import words
from core.views.dataset import Dataset
from core.views.filters import Filters


def download_rows(shown: pd.DataFrame, dataset: Dataset, filters: Filters) -> None:
    """A button that gives exactly the engagements shown, as CSV, named after the filters."""
    st.download_button(
        f"Download {words.counted(len(shown), 'row')}",
        lambda: as_csv("engagements", shown),
        file_name("engagements", dataset, filters),
        "text/csv",
        key="download",
        on_click="ignore",
        icon=":material/download:",
        disabled=shown.empty,
        help="The engagements shown, as CSV for a spreadsheet or a program.",
    )


def download_table(name: str, frame: pd.DataFrame, dataset: Dataset) -> None:
    """A button that gives one whole table of the collection as CSV."""
    st.download_button(
        "CSV",
        lambda: as_csv(name, frame),
        file_name(name, dataset),
        "text/csv",
        key=f"download-{name}",
        on_click="ignore",
        icon=":material/download:",
        disabled=frame.empty,
        help=f"The table {name}, all of its rows.",
    )
