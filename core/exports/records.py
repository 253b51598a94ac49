"""Rows as plain values of their own type, and as JSON records."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd

from core.tables.schema import LIST_SEPARATOR, TABLES, Column

Value = str | int | float | bool | date | list[str] | None


def typed(columns: Sequence[Column], frame: pd.DataFrame) -> dict[str, list[Value]]:
    """Each column as plain values: dates as `date`, lists as `list`, None for an unknown date or number."""
    return {column.name: _values(frame[column.name], column) for column in columns}


def records(table: str, frame: pd.DataFrame) -> Iterator[dict[str, Value]]:
    """The rows of a table, keyed by column, with the values of `typed`."""
    cells = typed(TABLES[table], frame)
    for row in zip(*cells.values(), strict=True):
        yield dict(zip(cells, row, strict=True))


def as_json(table: str, frame: pd.DataFrame) -> bytes:
    """The rows as a JSON array of records, one a line: ISO dates, lists as arrays, null for an unknown date."""
    lines = [dumped(record) for record in records(table, frame)]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()


def dumped(value: Any) -> str:
    """A value as JSON on one line, dates as ISO text."""
    return json.dumps(value, ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a {type(value).__name__} has no form in JSON")


def _values(cells: "pd.Series[Any]", column: Column) -> list[Value]:
    if column.type == "date":
        return [None if pd.isna(cell) else cell.date() for cell in cells]
    if column.type == "list":
        return [cell.split(LIST_SEPARATOR) if cell else [] for cell in cells]
    if column.type == "boolean":
        return [bool(cell) for cell in cells]
    if column.type in ("integer", "number"):
        kind = int if column.type == "integer" else float
        return [None if pd.isna(cell) else kind(cell) for cell in cells]
    return [str(cell) for cell in cells]
