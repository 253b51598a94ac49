"""What a page shows: the collection, the filters, and the rows that they let through."""

from dataclasses import dataclass

import pandas as pd

from core.exports.selection import Selection
from core.ui.state import current_filters
from core.ui.workspace import current_dataset
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.vantage import seen_from


@dataclass(frozen=True)
class View:
    """One look at the data. `home` is the country that counts are seen from, None when there is none."""

    dataset: Dataset
    filters: Filters
    shown: pd.DataFrame
    home: str | None


def current_view() -> View:
    """The view that the sidebar asks for in this run."""
    dataset, filters = current_dataset(), current_filters()
    shown = narrow(dataset, filters)
    return View(dataset, filters, shown, seen_from(shown, filters.countries, dataset.home))


def shown_selection() -> Selection:
    """The rows that the sidebar asks for, to take along."""
    view = current_view()
    return Selection(view.dataset, view.filters, view.shown)
