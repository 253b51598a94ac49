"""What a page shows: the collection, the filters, and the rows that they let through."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from core.exports.selection import Selection
from core.language.speak import spoken
from core.ui.state import current_filters
from core.ui.workspace import current_dataset, store
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.rankings import by_partner
from core.views.vantage import seen_from

Made = TypeVar("Made")


@dataclass(frozen=True)
class View:
    """One look at the data. `home` is the country that counts are seen from, None when there is none."""

    dataset: Dataset
    filters: Filters
    shown: pd.DataFrame
    home: str | None
    _made: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[], Made], *of: Hashable) -> Made:
        """What `make` counts of the rows shown, counted once for all who look at the same in the same language.

        `name` and `of` tell it from all else that is counted of them. It is shared and must not be changed.
        """
        key = (name, of, spoken())
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made


def current_view() -> View:
    """The view that the sidebar asks for in this run."""
    dataset, filters = current_dataset(), current_filters()
    return _view(store().name, dataset.version, filters, dataset)


# Every page and every visitor asks for the first view again and again: its rows are picked once.
@st.cache_resource(show_spinner=False, max_entries=6)
def _view(name: str, version: str, filters: Filters, _dataset: Dataset) -> View:  # noqa: ARG001
    shown = narrow(_dataset, filters)
    return View(_dataset, filters, shown, seen_from(shown, filters.countries, _dataset.home))


def partners_of(view: View) -> pd.DataFrame:
    """How often each country was met in the rows shown (`core.views.rankings.by_partner`)."""
    return view.once("partners", lambda: by_partner(view.shown, view.home))


def shown_selection() -> Selection:
    """The rows that the sidebar asks for, to take along."""
    view = current_view()
    return Selection(view.dataset, view.filters, view.shown)
