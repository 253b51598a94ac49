"""The tables as typed data frames; the only module of this room that needs pandas.

Text and lists (joined by `;`) are `str`, never missing: unknown is the empty text. Dates are `datetime64[us]` with
NaT for unknown, so that they sort, compare and group by month. Columns with a vocabulary are categories of all its
values in its order, so that an empty frame and a full one are of the same types.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from core.model import Collection
from core.tables.rows import Row, rows
from core.tables.schema import TABLES, Column

_DTYPES = {"text": "str", "list": "str", "integer": "int64", "number": "float64", "boolean": "bool"}


def to_frames(collection: Collection) -> dict[str, pd.DataFrame]:
    """A frame for each table of the contract."""
    return frames(rows(collection))


def frames(tables: Mapping[str, Iterable[Row]]) -> dict[str, pd.DataFrame]:
    """Rows as typed frames; a table that is not among them is empty."""
    return {name: _frame(list(tables.get(name, ())), columns) for name, columns in TABLES.items()}


def _frame(table: list[Row], columns: tuple[Column, ...]) -> pd.DataFrame:
    return pd.DataFrame(
        {column.name: _series([row[column.name] for row in table], column) for column in columns}
    )


def _series(values: list[Any], column: Column) -> "pd.Series[Any]":
    if column.type == "date":
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="object"), format="%Y-%m-%d")).astype(
            "datetime64[us]"
        )
    if column.vocabulary:
        return pd.Series(pd.Categorical(values, categories=list(column.vocabulary)))
    return pd.Series(values, dtype=_DTYPES[column.type])
