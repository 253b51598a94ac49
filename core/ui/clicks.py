"""What a click on a bar, a cell or a row asks for: a period, a value of a filter, or whatever a row leads to."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from core.ui.state import add_country, add_to, current_filters, show_filters


def take_period(carried: Sequence[str]) -> None:
    """Narrows the filter to the days, first and last, that a clicked bar carries."""
    if len(carried) > 1:
        first, last = (date.fromisoformat(day) for day in carried[:2])
        show_filters(replace(current_filters(), first=first, last=last))


def take_cell(field: str, carried: Sequence[str], home: str | None) -> None:
    """Narrows the filter to the row of a clicked cell, a value of `field`, and to its column, a year or a country.

    A column that gathers the rest narrows nothing.
    """
    if len(carried) < 2:
        return
    row, column = carried[:2]
    add_to(field, row)
    if column.isdigit():
        take_period([f"{column}-01-01", f"{column}-12-31"])
    elif len(column) == 3 and column.isupper():
        add_country(column, home)


def clickable(key: str, act: Callable[[int, str], None]) -> dict[str, Any]:
    """Settings of a table under which a click in it calls `act` with the place of the row and the column's name."""

    def taken() -> None:
        cells = st.session_state[key]["selection"]["cells"]
        if cells:
            act(int(cells[0][0]), str(cells[0][1]))

    st.session_state[key] = {"selection": {"cells": []}}  # a click is a command, nothing stays marked
    return {"key": key, "on_select": taken, "selection_mode": "single-cell", "lazy": False}
