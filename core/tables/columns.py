"""The frames of `core.tables.frames` straight from JSON records, by columns.

A hundred thousand records taken apart one by one keep a page waiting for half a minute; Arrow reads the same text column
by column in a few seconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]
from pyarrow import json as arrow_json

from core.tables.schema import LIST_SEPARATOR, TABLES, Column

AT_ONCE = 2000  # records that are parsed together: few enough that their text is gone before the next is made
WORKERS, WAITING = 2, 3  # threads that parse, and parts that wait for them
_TYPES = {
    "text": pa.string(),
    "list": pa.string(),
    "date": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
_NOTHING: Mapping[str, Any] = {"text": "", "list": "", "integer": 0, "number": 0.0, "boolean": False}


def rows_type(name: str) -> Any:
    """The Arrow type of a list of rows of this table, as they are kept in JSON."""
    return pa.list_(pa.struct([(column.name, _TYPES[column.type]) for column in TABLES[name]]))


def parsed(parts: Iterable[Sequence[bytes]], types: Mapping[str, Any]) -> Any:
    """An Arrow table of these fields of JSON records, in their order; a field that a record lacks is null.

    The records come in parts, best of `AT_ONCE`: a text of all of them costs more time to make than to parse.
    """
    schema = pa.schema(list(types.items()))
    options = arrow_json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore")
    found: list[Future[Any]] = []
    # Parts are parsed while the next are read from the store; few wait, as the texts are large.
    with ThreadPoolExecutor(WORKERS) as pool:
        for records in parts:
            if records:
                found.append(pool.submit(_part, records, options))
                if len(found) > WAITING:
                    found[-WAITING - 1].result()
    return (
        pa.concat_tables([part.result() for part in found]).combine_chunks()
        if found
        else schema.empty_table()
    )


def _part(records: Sequence[bytes], options: arrow_json.ParseOptions) -> Any:
    text = b"\n".join(records)
    whole = arrow_json.ReadOptions(block_size=len(text) + 1, use_threads=False)
    return arrow_json.read_json(pa.BufferReader(text), whole, options)


def inner(table: Any, name: str) -> dict[str, Any]:
    """The columns of the records in a column of lists, one list after the other."""
    flat = pc.list_flatten(_whole(table[name]))
    return {field.name: flat.field(index) for index, field in enumerate(flat.type)}


def joined(lists: Any) -> Any:
    """Each list of texts as one text, joined by `;`; one that an item holds itself becomes a comma."""
    whole = _whole(lists)
    items = pc.replace_substring(whole.flatten(), LIST_SEPARATOR, ",")
    again = pa.ListArray.from_arrays(_offsets(whole), items)
    return pc.binary_join(again, LIST_SEPARATOR)


def nested(lists: Any, items: Any) -> Any:
    """Lists like these, of other items: as many in each."""
    return pa.ListArray.from_arrays(_offsets(_whole(lists)), items)


def frame_of(name: str, columns: Mapping[str, Any]) -> pd.DataFrame:
    """A table of the contract, typed as in `frames`; what is missing in a column is filled as unknown."""
    return pd.DataFrame({column.name: _series(columns[column.name], column) for column in TABLES[name]})


def _series(values: Any, column: Column) -> "pd.Series[Any]":
    values = _whole(values)
    if pa.types.is_null(values.type):  # of no rows at all
        values = values.cast(_TYPES[column.type])
    if column.type == "date":
        days = pc.if_else(pc.equal(values, ""), None, values).cast(pa.timestamp("us"))
        return pd.Series(days.to_numpy(zero_copy_only=False))
    values = pc.fill_null(values, _NOTHING[column.type])
    if column.vocabulary:
        codes = pc.fill_null(pc.index_in(values, pa.array(list(column.vocabulary))), -1)
        return pd.Series(pd.Categorical.from_codes(codes.to_numpy(), pd.Index(column.vocabulary)))
    if column.type in ("text", "list"):
        return pd.Series(values.to_pandas(), dtype="str")
    return pd.Series(values.to_numpy(zero_copy_only=False))


def _whole(values: Any) -> Any:
    """The same as one array that begins at its beginning."""
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def _offsets(lists: Any) -> Any:
    """Where each list begins among the flattened items; a missing one counts as empty."""
    lengths = pc.fill_null(pc.list_value_length(lists), 0)
    return pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths).cast(pa.int32())])
