"""Who stood on the sides of engagements, and counts by kind and status: the arithmetic under the figures."""

import numpy as np
import pandas as pd

from core.model import Status
from core.views.columns import Codes, listed, texts
from core.views.palette import KINDS

STATUSES = (Status.HELD, Status.PLANNED, Status.CANCELLED)


def counted(engagements: pd.DataFrame) -> pd.DataFrame:
    """The rows that counts are made of: held and planned; what was cancelled did not take place."""
    live = status_codes(engagements) != STATUSES.index(Status.CANCELLED)
    return engagements if live.all() else engagements[live]


def kind_codes(engagements: pd.DataFrame) -> Codes:
    """The place of each row's kind among KINDS.

    Raises ValueError for a kind that the model does not know.
    """
    return _codes(engagements, "kind", [str(kind) for kind in KINDS])


def status_codes(engagements: pd.DataFrame) -> Codes:
    """The place of each row's status among STATUSES.

    Raises ValueError for a status that the model does not know.
    """
    return _codes(engagements, "status", [str(status) for status in STATUSES])


def sides(engagements: pd.DataFrame) -> pd.DataFrame:
    """One row a side: `row` (position in the frame) and `country` (alpha-3, a category)."""
    pairs = listed(engagements, "countries").rename(columns={"value": "country"})
    codes = pairs["country"].cat.codes.to_numpy(dtype=np.intp)
    once = ~pd.Series(pairs["row"].to_numpy() * (codes.max(initial=0) + 1) + codes).duplicated().to_numpy()
    return pairs[once].reset_index(drop=True)


def partner_sides(engagements: pd.DataFrame, seen_from: str | None) -> pd.DataFrame:
    """The sides that are somebody's partner: those opposite `seen_from`, or all where it names nobody."""
    pairs = sides(engagements)
    if not seen_from:
        return pairs
    own = (pairs["country"] == seen_from).to_numpy()
    present = np.zeros(len(engagements), dtype=bool)
    present[pairs["row"].to_numpy()[own]] = True
    partners: pd.DataFrame = pairs[present[pairs["row"].to_numpy()] & ~own].reset_index(drop=True)
    return partners


def rows_with(engagements: pd.DataFrame, country: str) -> Codes:
    """The positions of the rows in which a country is a side."""
    pairs = sides(engagements)
    return pairs["row"].to_numpy(dtype=np.intp)[(pairs["country"] == country).to_numpy()]


def count_columns() -> list[str]:
    """The names of the columns of counts by kind and status: `bilateral held`, `bilateral planned` and so on."""
    return [f"{kind} {status}" for status in (Status.HELD, Status.PLANNED) for kind in KINDS]


def counts_by(key: Codes, size: int, engagements: pd.DataFrame, rows: Codes) -> pd.DataFrame:
    """Counts by kind and status (`count_columns`) for each of `size` groups.

    `key` is the group of each pair, `rows` the position in `engagements` that the pair belongs to.
    """
    cell = status_codes(engagements)[rows] * len(KINDS) + kind_codes(engagements)[rows]
    wide = len(count_columns())
    table = np.bincount(key * wide + cell, minlength=size * wide).reshape(size, wide)
    return pd.DataFrame(table, columns=count_columns())


def _codes(engagements: pd.DataFrame, column: str, known: list[str]) -> Codes:
    cells, names = engagements[column], pd.Index(known, dtype=str)
    if isinstance(cells.dtype, pd.CategoricalDtype):
        codes = np.append(names.get_indexer(cells.cat.categories.astype(str)), -1)[cells.cat.codes.to_numpy()]
    else:
        codes = names.get_indexer(pd.Index(cells))
    if (codes < 0).any():
        strange = sorted(set(texts(engagements, column)[codes < 0]))
        raise ValueError(f"unknown {column}: {', '.join(strange)}; known are {', '.join(known)}")
    return codes.astype(np.intp)
