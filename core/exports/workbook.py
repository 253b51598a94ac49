"""Tables as an Excel workbook: a sheet a table, cells of their own type, nothing that runs when it is opened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any, Final

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.exports.citation import cite_view
from core.exports.outcomes import COLUMNS, outcomes
from core.exports.records import Value, typed
from core.exports.selection import Selection
from core.tables.schema import LIST_SEPARATOR, TABLES, Column

SHEETS: Final = ("engagements", "participants", "documents")
MOST_ROWS: Final = 1_048_575  # under the header; what is more goes on in another sheet
LONGEST: Final = 32_767  # characters that Excel keeps in a cell
CUT: Final = " … (cut: Excel keeps no more; the CSV has the whole text)"
FIRST_DAY: Final = date(1900, 3, 1)  # Excel counts a 29 February 1900, so that days before are off by one
MADE: Final = datetime(1980, 1, 1)  # the same rows give the same bytes: no time of making
_WIDTHS: Final = {"date": 11.0, "integer": 9.0, "number": 9.0, "boolean": 9.0}

Sheet = tuple[str, Sequence[Column], pd.DataFrame]


def as_xlsx(table: str, frame: pd.DataFrame) -> bytes:
    """The rows of one table as the bytes of a workbook; lists are joined by `;`, unknown is an empty cell."""
    return _workbook([(table, TABLES[table], frame)], [])


def view_as_xlsx(selection: Selection) -> bytes:
    """The view as a workbook: what it is, engagements, their outcomes, participants, documents, and the codebook."""
    sheets: list[Sheet] = [(name, TABLES[name], selection.table(name)) for name in SHEETS]
    sheets.insert(1, ("outcomes", COLUMNS, outcomes(selection)))
    about = [
        ("What is shown", selection.asked),
        ("Engagements", f"{len(selection.engagements):,} of {len(selection.dataset.engagements):,}"),
        ("Data", selection.dataset.version),
        ("Newest document", selection.newest),
        ("Cite as", cite_view(selection)),
        ("Please note", "Read by rules from articles: check the sentence in the column evidence before use."),
    ]
    return _workbook(sheets, about)


def _workbook(sheets: Sequence[Sheet], about: Sequence[tuple[str, str]]) -> bytes:
    out = BytesIO()
    options: dict[str, Any] = {
        "constant_memory": True,  # a row at a time is held, whatever the number of rows
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": MADE})
    bold = book.add_format({"bold": True, "valign": "top"})
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F5F4F0"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    if about:
        _about(book.add_worksheet("about"), about, bold, wrapped)
    for name, columns, frame in sheets:
        rows = zip(*typed(columns, frame).values(), strict=True)
        for part in range(max(1, -(-len(frame) // MOST_ROWS))):
            sheet = book.add_worksheet(name if part == 0 else f"{name} {part + 1}")
            _fill(sheet, columns, islice(rows, MOST_ROWS), head, day)
    if about:
        described = {name: columns for name, columns, _ in sheets}
        _codebook(book.add_worksheet("codebook"), described, head)
    book.close()
    return out.getvalue()


def _fill(
    sheet: Worksheet, columns: Sequence[Column], rows: Iterable[tuple[Value, ...]], head: Format, day: Format
) -> None:
    for index, column in enumerate(columns):
        sheet.set_column(index, index, _width(column))
        sheet.write_string(0, index, column.name, head)
    last = 0
    for last, row in enumerate(rows, start=1):
        for index, value in enumerate(row):
            _write(sheet, last, index, value, day)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write(sheet: Worksheet, row: int, index: int, value: Value, day: Format) -> None:
    if isinstance(value, list):
        value = LIST_SEPARATOR.join(value)
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, index, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, index, value)
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(row, index, datetime(value.year, value.month, value.day), day)
    else:
        sheet.write_string(row, index, _fitting(str(value)))


def _fitting(text: str) -> str:
    # Excel counts in UTF-16: a character beyond the first plane is two.
    wide = text.encode("utf-16-le", "surrogatepass")
    if len(wide) // 2 <= LONGEST:
        return text
    return wide[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def _about(sheet: Worksheet, lines: Sequence[tuple[str, str]], bold: Format, wrapped: Format) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    for row, (name, said) in enumerate([("Sidelines", "Engagements read from documents"), *lines]):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, said, wrapped)


def _codebook(sheet: Worksheet, described: Mapping[str, Sequence[Column]], head: Format) -> None:
    for index, (name, width) in enumerate(
        (("table", 14), ("column", 18), ("type", 9), ("meaning", 90), ("values", 40))
    ):
        sheet.set_column(index, index, width)
        sheet.write_string(0, index, name, head)
    rows = [
        (table, column.name, column.type, column.meaning, ", ".join(filter(None, column.vocabulary)))
        for table, columns in described.items()
        for column in columns
    ]
    for row, cells in enumerate(rows, start=1):
        for index, cell in enumerate(cells):
            sheet.write_string(row, index, cell)
    sheet.freeze_panes(1, 0)


def _width(column: Column) -> float:
    if column.name in ("evidence", "outcomes", "outcome", "people", "detail", "title"):
        return 60.0
    return _WIDTHS.get(column.type, max(14.0, len(column.name) + 2.0))
