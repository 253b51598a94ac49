"""Tables of documents: each row with a text is a document; rows that cannot be used are problems of their own."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from io import StringIO
from itertools import chain
from typing import Any

from core.documents.days import find_days
from core.documents.encodings import TEXT_LIMIT, clean, decode
from core.documents.plain import make_document
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

_TEXT = ("text", "body", "content")
_NAMES = {
    "id": ("id", "doc_id"),
    "title": ("title", "headline"),
    "date": ("date", "published", "published_at", "publish_date", "date_published"),
    "url": ("url", "link"),
    "source": ("source", "outlet", "publisher", "sitename"),
}
_Row = Mapping[str, Any]
_ROWS, _UNPACKED, _AT_ONCE = (
    5_000_000,
    4_000_000_000,
    1000,
)  # of a Parquet table: rows, bytes, rows held at once


def read_csv(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The documents of a table whose first line names its columns; commas, semicolons or tabs between cells.

    Raises DocumentError `unsupported` without a text column, `empty`, `not text` or `unreadable`.
    """
    text = decode(data, doc_id)
    csv.field_size_limit(2**31 - 1)  # how long a text may be is decided row by row
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(StringIO(text.lstrip("\n"), newline=""), delimiter=delimiter)
    try:
        names = [name.strip().casefold() for name in next(reader, [])]
        need_text(names, doc_id)
        yield from row_documents(_csv_rows(reader, names), doc_id, given)
    except csv.Error as error:
        raise DocumentError(
            doc_id,
            Trouble.UNREADABLE,
            noted("line {number} is no CSV: {error}", number=reader.line_num, error=error),
        ) from error


def read_jsonl(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The documents of a file with one JSON object a line.

    Raises DocumentError `unsupported` when no line has a text, `empty` or `not text`.
    """
    lines = enumerate(decode(data, doc_id).split("\n"), start=1)
    yield from _checked(((number, _json_row(line)) for number, line in lines if line.strip()), doc_id, given)


def read_json(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The documents of a JSON file: one object, a list of them, or an object that holds such a list.

    Raises DocumentError `unreadable` when it is no JSON, `unsupported` when nothing in it has a text.
    """
    text = decode(data, doc_id)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            try:
                json.loads(text.strip().split("\n", 1)[0])
            except (ValueError, RecursionError):
                pass
            else:
                yield from read_jsonl(data, doc_id, given)
                return
        raise DocumentError(
            doc_id, Trouble.UNREADABLE, noted("this is no JSON: {error}", error=error)
        ) from error
    if isinstance(content, dict) and not _has_text(content):
        content = next((value for value in content.values() if _is_table(value)), content)
    if isinstance(content, dict) and _has_text(content):
        yield from _row(_folded(content), doc_id, given)
        return
    if not _is_table(content):
        raise _no_text(doc_id, noted("it holds no list of objects with a text"))
    yield from _checked(enumerate(content, start=1), doc_id, given)


def is_known(name: str) -> bool:
    """True for the name of a column that is read."""
    name = name.strip().casefold()
    return name in _TEXT or any(name in names for names in _NAMES.values())


def _csv_rows(reader: Iterable[list[str]], names: list[str]) -> Iterator[tuple[int, _Row | str]]:
    number = 0
    for cells in reader:
        if not any(cells):
            continue
        number += 1
        if len(cells) > len(names) and any(cells[len(names) :]):
            yield (
                number,
                f"it has {len(cells)} cells, the first line names {len(names)}; quote cells with commas",
            )
        else:
            yield number, dict(zip(names, cells, strict=False))


def _json_row(line: str) -> _Row | str:
    try:
        content = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"it is no JSON: {error}"
    return content if isinstance(content, dict) else "it is no JSON object with named values"


def _checked(
    rows: Iterator[tuple[int, Any]], doc_id: str, given: date | None
) -> Iterator[Document | Problem]:
    """The documents of rows that each name their columns; an error when none of the first has a text."""
    first = []
    for number, row in rows:
        first.append((number, row))
        if (isinstance(row, dict) and _has_text(row)) or len(first) == 1000:
            break
    if not any(isinstance(row, dict) and _has_text(row) for _, row in first):
        named = sorted({name for _, row in first if isinstance(row, dict) for name in row})
        raise _no_text(
            doc_id,
            noted(
                "none of its rows has one; they have {names}",
                names=", ".join(named[:12]) or "no named values",
            ),
        )
    yield from row_documents(chain(first, rows), doc_id, given)


def row_documents(
    rows: Iterable[tuple[int, Any]], doc_id: str, given: date | None
) -> Iterator[Document | Problem]:
    """The documents of numbered rows; a row given as a text is one that cannot be used, for that reason."""
    for number, row in rows:
        name = f"{doc_id}#{number}"
        if isinstance(row, str):
            yield Problem(name, Trouble.BAD_ROW, row)
        elif not isinstance(row, dict):
            yield Problem(name, Trouble.BAD_ROW, noted("it is no object with named values"))
        else:
            yield from _row(_folded(row), name, given)


def _row(row: _Row, name: str, given: date | None) -> Iterator[Document | Problem]:
    """The document in one row; one whose date is not understood is read without it, and that is said."""
    try:
        document = _document(row, name, given)
    except DocumentError as error:
        yield Problem(name, Trouble(error.problem), error.detail)
        return
    yield document
    stated, written = _day(row)
    if written and not stated:
        told = noted(
            "its date {what} is not understood, so it was read without; write it like 2023-04-28",
            what=repr(written[:40]),
        )
        yield Problem(name, Trouble.BAD_ROW, told)


def _document(row: _Row, name: str, given: date | None) -> Document:
    """The document in one row.

    Raises DocumentError `bad row` when its text is none, `too large`.
    """
    text = next((row[column] for column in _TEXT if row.get(column)), None)
    if text is None or (isinstance(text, str) and not text.strip()):
        raise DocumentError(name, Trouble.BAD_ROW, noted("it has no text"))
    if not isinstance(text, str):
        raise DocumentError(
            name, Trouble.BAD_ROW, noted("its text is no text but {what}", what=type(text).__name__)
        )
    if len(text) > TEXT_LIMIT:
        raise DocumentError(
            name,
            Trouble.TOO_LARGE,
            noted("its text has more than {what} million characters", what=TEXT_LIMIT // 1_000_000),
        )
    return make_document(
        _cell(row, "id") or name,
        clean(text),
        title=_cell(row, "title"),
        stated=_day(row)[0],
        given=given,
        source=_cell(row, "source"),
        url=_cell(row, "url"),
    )


def _folded(row: _Row) -> _Row:
    return {str(name).strip().casefold(): value for name, value in row.items()}


def _cell(row: _Row, wanted: str) -> str:
    for name in _NAMES[wanted]:
        value = row.get(name)
        if value is not None and not isinstance(value, (dict, list)):
            text = " ".join(clean(str(value)).split())
            if text:
                return text
    return ""


def _day(row: _Row) -> tuple[date | None, str]:
    """The row's date, None where it has none or it is not understood, and how it is written."""
    value = next((row[name] for name in _NAMES["date"] if row.get(name)), None)
    if isinstance(value, datetime):
        return value.date(), value.isoformat()
    if isinstance(value, date):
        return value, value.isoformat()
    text = str(value).strip() if value is not None else ""
    if len(text) == 8 and text.isdecimal():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return next((day for day, _, _ in find_days(text)), None), text


def _has_text(row: _Row) -> bool:
    return any(str(name).strip().casefold() in _TEXT for name in row)


def _is_table(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(row, dict) and _has_text(row) for row in value[:1000])


def need_text(names: list[str], doc_id: str) -> None:
    """Raises DocumentError `unsupported` when none of the columns is one of texts."""
    if not any(name in _TEXT for name in names):
        raise _no_text(doc_id, noted("its columns are {names}", names=", ".join(names[:12]) or "not named"))


def _no_text(doc_id: str, found: str) -> DocumentError:
    wanted = " or ".join(_TEXT)
    return DocumentError(
        doc_id,
        Trouble.UNSUPPORTED,
        noted("the table needs a column {names}: {note}", names=wanted, note=found),
    )
