"""How many engagements each choice of a filter would show, given all the other filters."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from core.views import words
from core.views.dataset import Dataset, Rows
from core.views.filters import Filters, narrow, own_sides
from core.views.groups import group_label, groups, with_member
from core.views.terms import term

CHOICES: Final[Mapping[str, str]] = {
    "Country": "countries",
    "Forum": "forums",
    "Kind": "kinds",
    "Status": "statuses",
    "Group": "groups",
    "Level": "levels",
    "Topic": "topics",
    "Outcome": "outcomes",
    "Source's reliability": "reliabilities",
    "Host country": "hosts",
    "Source": "sources",
    "Track": "tracks",
    "Sources differ on": "conflicts",
    "Flags": "flags",
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
    "reliabilities": lambda dataset: dataset.rows_by_reliability,
    "conflicts": lambda dataset: dataset.rows_in_conflict,
    "flags": lambda dataset: dataset.rows_flagged,
}

_NAMED: Final[Mapping[str, Callable[[str], str]]] = {
    "countries": words.country_label,
    "hosts": words.country_label,
    "groups": group_label,
    "forums": partial(term, "forum"),
    "kinds": partial(term, "kind"),
    "statuses": partial(term, "status"),
    "levels": partial(term, "level"),
    "topics": partial(term, "topic"),
    "outcomes": partial(term, "outcome"),
    "tracks": partial(term, "track"),
    "conflicts": words.field,
    "flags": partial(term, "flag"),
}


def counts(dataset: Dataset, filters: Filters, field: str) -> dict[str, int]:
    """How many engagements each value of a filter (`CHOICES`) shows; a value that shows none is left out.

    Of countries all that are chosen must be sides, so a country counts the rows that it would leave; of other filters
    one value is enough, so a value counts its rows whatever else of that filter is chosen.
    """
    others = filters if field == "countries" else replace(filters, **{field: ()})  # type: ignore[arg-type]
    shown = narrow(dataset, others)
    rows = shown.index.to_numpy(dtype=np.intp)
    if field == "groups":
        sides = own_sides(dataset, filters)
        found = {group: int(with_member(dataset, group, sides)[rows].sum()) for group in groups()}
    elif field in _ROWS:
        inside = np.zeros(len(dataset.engagements), dtype=bool)
        inside[rows] = True
        found = {value: int(inside[of].sum()) for value, of in _ROWS[field](dataset).items()}
    else:
        cells = dataset.levels.loc[shown.index] if field == "levels" else shown[_COLUMN[field]]
        found = {str(value): int(count) for value, count in cells.value_counts().items() if value != ""}
    return {value: count for value, count in found.items() if count}


def named(field: str) -> Callable[[str], str]:
    """How the values of a filter read."""
    return _NAMED.get(field, str)


def facet(dataset: Dataset, filters: Filters, field: str) -> pd.DataFrame:
    """Each value of a filter that shows rows (`counts`), most first: `value`, `label`, `engagements`."""
    say = named(field)
    rows = [(value, say(value), count) for value, count in counts(dataset, filters, field).items()]
    table = pd.DataFrame(rows, columns=["value", "label", "engagements"])
    return table.sort_values(["engagements", "label"], ascending=[False, True], ignore_index=True)
