"""Who stood on the sides of engagements, and counts by kind and status: the arithmetic under the figures."""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from core.model import Status
from core.views.palette import KINDS

Codes = npt.NDArray[np.intp]
STATUSES = (Status.HELD, Status.PLANNED, Status.CANCELLED)


def texts(engagements: pd.DataFrame, column: str) -> "pd.Series[str]":
    """A text column as plain text, with "" where nothing is known; works for category columns too."""
    cells = engagements[column]
    if isinstance(cells.dtype, pd.CategoricalDtype):
        cells = cells.astype(cells.cat.categories.dtype)
    return cells.fillna("").astype(str)


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
    cells = pa.array(texts(engagements, "countries"), pa.string(), from_pandas=True)
    split = pc.split_pattern(_whole(cells), ";")
    rows, flat = pc.list_parent_indices(split), split.flatten()
    named = pc.not_equal(flat, "")
    coded = flat.filter(named).dictionary_encode()
    names, place = np.unique(np.array(coded.dictionary.to_pylist() or [""], dtype=str), return_inverse=True)
    picked = place[coded.indices.to_numpy()] if len(coded) else np.array([], dtype=np.intp)
    row = rows.filter(named).to_numpy().astype(np.intp)
    once = ~pd.Series(row * len(names) + picked).duplicated().to_numpy()
    country = pd.Categorical.from_codes(picked[once], categories=pd.Index(names.tolist(), dtype=str))
    return pd.DataFrame({"row": row[once], "country": country})


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


def _whole(cells: Any) -> Any:
    return cells.combine_chunks() if isinstance(cells, pa.ChunkedArray) else cells
