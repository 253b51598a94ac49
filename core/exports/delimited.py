"""Tables as CSV for a spreadsheet or a program."""

import pandas as pd

from core.tables.neutral import neutral
from core.tables.schema import TABLES, Column


def as_csv(table: str, frame: pd.DataFrame) -> bytes:
    """Rows of one of the contract's tables as the bytes of a CSV file, safe to open in a spreadsheet.

    The same rows give the same bytes as `python -m core parse` writes for them.
    """
    cells = {column.name: _cells(frame[column.name], column) for column in TABLES[table]}
    text = pd.DataFrame(cells, index=frame.index).to_csv(
        index=False, lineterminator="\r\n", date_format="%Y-%m-%d"
    )
    return text.encode("utf-8")


def _cells(values: "pd.Series[str]", column: Column) -> "pd.Series[str]":
    if column.type == "boolean":
        return values.map({True: "true", False: "false"})
    if column.type not in ("text", "list"):
        return values
    plain = values.astype(object)
    safe = {value: neutral(value, column) for value in plain.unique()}
    return plain.map(safe)
