"""Days in tables: the browser names months in English only, so in other languages the words are sent along."""

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from core.language.speak import english
from core.views import words

MOST = 20_000  # cells: above, a table is sent without words of its own


def day_column(label: str, width: int | None = None) -> ColumnConfig:
    """A column of days, sorted as days; for a table that `with_days` gave."""
    return st.column_config.DateColumn(label, format="D MMM YYYY" if english() else None, width=width)


def with_days(table: pd.DataFrame, *columns: str) -> "pd.DataFrame | pd.io.formats.style.Styler":
    """The table, with the days of these columns in words where the language is not English."""
    if english() or table.size > MOST:
        return table
    return table.style.format(dict.fromkeys(columns, _said))


def _said(day: object) -> str:
    return words.day(day) if isinstance(day, pd.Timestamp) else ""
