"""A table as a Parquet file, with real dates and numbers and nothing neutralised."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from core.tables.rows import Row
from core.tables.schema import Column

_TYPES = {
    "text": pa.string(),
    "list": pa.string(),
    "date": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


def write_parquet(path: Path, table: list[Row], columns: Sequence[Column]) -> None:
    """Writes the rows to `path`; lists stay text joined by `;`, as in the CSV."""
    arrays = [
        pa.array([_value(row[column.name], column) for row in table], _TYPES[column.type])
        for column in columns
    ]
    schema = pa.schema([pa.field(column.name, _TYPES[column.type]) for column in columns])
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), path)


def _value(value: object, column: Column) -> Any:
    return date.fromisoformat(value) if column.type == "date" and isinstance(value, str) else value
