"""Tables as files for a spreadsheet: exactly the rows shown, and a name that says which they are."""

import re
import unicodedata
import zipfile
from datetime import date
from io import BytesIO

import pandas as pd

from core.tables.neutral import neutral
from core.tables.schema import TABLES, Column
from core.views.dataset import Dataset
from core.views.filters import DEFAULT_TRACKS, Filters

LONGEST_NAME = 120


def as_csv(table: str, frame: pd.DataFrame) -> bytes:
    """Rows of one of the contract's tables as the bytes of a CSV file, safe to open in a spreadsheet.

    The same rows give the same bytes as `python -m core parse` writes for them.
    """
    cells = {column.name: _cells(frame[column.name], column) for column in TABLES[table]}
    text = pd.DataFrame(cells, index=frame.index).to_csv(
        index=False, lineterminator="\r\n", date_format="%Y-%m-%d"
    )
    return text.encode("utf-8")


def file_name(table: str, dataset: Dataset, filters: Filters | None = None) -> str:
    """A name that tells the table, the filters, the data's version and the day of its newest document.

    `engagements_IND-RUS_bilateral_2022-01-01--2024-12-31_data-3f9c2a_2026-02-15.csv`
    """
    newest = dataset.newest.date().isoformat() if dataset.newest is not None else "undated"
    asked = "_".join(_plain(part) for part in _asked(filters)) if filters else ""
    middle = asked[:LONGEST_NAME].rstrip("_-")
    return "_".join(part for part in (table, middle, f"data-{dataset.version}", newest) if part) + ".csv"


def _cells(values: "pd.Series[str]", column: Column) -> "pd.Series[str]":
    if column.type == "boolean":
        return values.map({True: "true", False: "false"})
    if column.type not in ("text", "list"):
        return values
    plain = values.astype(object)
    safe = {value: neutral(value, column) for value in plain.unique()}
    return plain.map(safe)


def _asked(filters: Filters) -> list[str]:
    said = ["-".join(filters.countries), *("-".join(group) for group in (filters.kinds, filters.statuses))]
    said += ["-".join(filters.forums)]
    said += ["in-" + "-".join(filters.hosts)] if filters.hosts else []
    said += [filters.search, "-".join(filters.sources)]
    said += [f"confidence-{filters.confidence:.2f}"] if filters.confidence else []
    if filters.tracks != DEFAULT_TRACKS:
        said += ["-".join(filters.tracks) if filters.tracks else "all-tracks"]
    if filters.first or filters.last:
        said += [f"{_iso(filters.first)}--{_iso(filters.last)}"]
    return [part for part in said if part]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9.-]+", "-", ascii_only).strip("-.")


def as_zip(dataset: Dataset) -> bytes:
    """All six tables as CSV files in one ZIP archive, the same bytes for the same rows."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            entry = zipfile.ZipInfo(f"{name}.csv", (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, as_csv(name, dataset.table(name)), zipfile.ZIP_DEFLATED)
    return out.getvalue()
