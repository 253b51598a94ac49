"""The change log, and what was learned of people, as files."""

import csv
import io
import json
from collections.abc import Mapping, Sequence

from core.store.changelog import COLUMNS
from core.tables.neutral import neutral_text
from core.tables.rows import Row

HOLDERS = ("country", "office", "name", "surname", "aliases", "since", "until", "source")


def log_as_csv(rows: Sequence[Row]) -> bytes:
    """Changes as the bytes of a CSV file, safe to open in a spreadsheet."""
    return _csv(rows, COLUMNS)


def log_as_json(rows: Sequence[Row]) -> bytes:
    """Changes as the bytes of a JSON file: a list of objects."""
    plain = [{name: row[name] for name in COLUMNS} for row in rows]
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def people_as_csv(people: Sequence[Mapping[str, str]]) -> bytes:
    """Confirmed people in the columns of the lexicon's `holders.csv`."""
    return _csv(people, HOLDERS)


def _csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow(columns)
    for row in rows:
        out.writerow([_cell(row[name]) for name in columns])
    return text.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    return neutral_text(value) if isinstance(value, str) else "" if value is None else value
