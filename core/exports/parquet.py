"""Tables as Parquet: real dates, numbers and lists, and what each column means."""

from io import BytesIO

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from core.exports.records import typed
from core.tables.schema import ABOUT, TABLES

_TYPES = {
    "text": pa.string(),
    "list": pa.list_(pa.string()),
    "date": pa.date32(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


def as_parquet(table: str, frame: pd.DataFrame) -> bytes:
    """The rows as the bytes of a Parquet file; nothing is neutralised, lists are lists of texts.

    Each column carries its meaning as `description`, the file what a row is.
    """
    schema = pa.schema(
        [
            pa.field(column.name, _TYPES[column.type], metadata={"description": column.meaning})
            for column in TABLES[table]
        ],
        metadata={"description": ABOUT[table]},
    )
    cells = typed(TABLES[table], frame)
    arrays = [pa.array(cells[column.name], schema.field(column.name).type) for column in TABLES[table]]
    out = BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out)
    return out.getvalue()
