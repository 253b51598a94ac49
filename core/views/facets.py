"""How many engagements each choice of a filter would show, given all the other filters."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from core.views import words
from core.views.dataset import Dataset, Rows
from core.views.filters import Filters, narrow
from core.views.terms import term

CHOICES: Final[Mapping[str, str]] = {
    "Country": "countries",
    "Forum": "forums",
    "Kind": "kinds",
    "Status": "statuses",
    "Level": "levels",
    "Topic": "topics",
    "Outcome": "outcomes",
    "Host country": "hosts",
    "Source": "sources",
    "Track": "tracks",
}
_COLUMN: Final = {
    "forums": "forum",
    "kinds": "kind",
    "statuses": "status",
    "hosts": "host_country",
    "tracks": "track",
}
_ROWS: Final[Mapping[str, Callable[[Dataset], Mapping[str, Rows]]]] = {
    "countries": lambda dataset: dataset.rows_with_side,
    "topics": lambda dataset: dataset.rows_with_topic,
    "outcomes": lambda dataset: dataset.rows_with_outcome,
    "sources": lambda dataset: dataset.rows_from_source,
}

_NAMED: Final[Mapping[str, Callable[[str], str]]] = {
    "countries": words.country_label,
    "hosts": words.country_label,
    "forums": partial(term, "forum"),
    "kinds": partial(term, "kind"),
    "statuses": partial(term, "status"),
    "levels": partial(term, "level"),
    "topics": partial(term, "topic"),
    "outcomes": partial(term, "outcome"),
    "tracks": partial(term, "track"),
}


def facet(dataset: Dataset, filters: Filters, field: str) -> pd.DataFrame:
    """Each value of a filter (`CHOICES`) that gives rows, most first: `value`, `label`, `engagements`.

    Of countries all that are chosen must be sides, so a country counts the rows that it would leave; of other filters
    one value is enough, so a value counts its rows whatever else of that filter is chosen.
    """
    others = filters if field == "countries" else replace(filters, **{field: ()})  # type: ignore[arg-type]
    shown = narrow(dataset, others)
    if field in _ROWS:
        inside = np.zeros(len(dataset.engagements), dtype=bool)
        inside[shown.index.to_numpy(dtype=np.intp)] = True
        counts = {value: int(inside[rows].sum()) for value, rows in _ROWS[field](dataset).items()}
    else:
        cells = dataset.levels.loc[shown.index] if field == "levels" else shown[_COLUMN[field]]
        counts = {str(value): int(count) for value, count in cells.value_counts().items() if value != ""}
    named = _NAMED.get(field, str)
    rows = [(value, named(value), count) for value, count in counts.items() if count]
    table = pd.DataFrame(rows, columns=["value", "label", "engagements"])
    return table.sort_values(["engagements", "label"], ascending=[False, True], ignore_index=True)
