"""Parquet tables of documents, read a few rows at a time."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from core.documents.tables import is_known, need_text, row_documents
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

_ROWS, _UNPACKED, _AT_ONCE = 5_000_000, 4_000_000_000, 1000  # rows, bytes, rows held at once


def read_parquet(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The documents of a Parquet table.

    Raises DocumentError `unsupported` without a text column, `unreadable` when it is no Parquet file, `too large`.
    """
    from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

    try:
        table = ParquetFile(BytesIO(data))
        about, names = table.metadata, list(table.schema_arrow.names)
        unpacked = sum(about.row_group(number).total_byte_size for number in range(about.num_row_groups))
    except Exception as error:
        raise DocumentError(
            doc_id, Trouble.UNREADABLE, noted("this is no Parquet table: {error}", error=error)
        ) from error
    need_text([name.strip().casefold() for name in names], doc_id)
    if about.num_rows > _ROWS or unpacked > _UNPACKED:  # a few bytes can stand for millions of rows
        raise DocumentError(
            doc_id,
            Trouble.TOO_LARGE,
            noted("the table has {number} rows; split it into smaller ones", number=about.num_rows),
        )
    wanted = [name for name in names if is_known(name)]
    yield from row_documents(enumerate(_rows(table, wanted, doc_id), start=1), doc_id, given)


def _rows(table: Any, wanted: list[str], doc_id: str) -> Iterator[dict[str, Any]]:
    """The rows of these columns, a few at a time."""
    try:
        for batch in table.iter_batches(_AT_ONCE, columns=wanted):
            for row in batch.to_pylist():
                # A number that is none is not equal to itself.
                yield {name: None if value != value else value for name, value in row.items()}
    except MemoryError:
        raise
    except Exception as error:
        told = noted(
            "from some row on the table is damaged ({error}); fetch or make it anew",
            error=" ".join(str(error).split())[:120],
        )
        raise DocumentError(doc_id, Trouble.UNREADABLE, told) from error
