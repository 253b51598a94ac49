"""The forms in which a view or a table can be taken along: one list for menus, pages and tests."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from core.exports.brief.compose import brief_as_docx, brief_as_page
from core.exports.bundle import as_bundle
from core.exports.calendar import as_ics
from core.exports.citation import view_references
from core.exports.delimited import as_csv
from core.exports.parquet import as_parquet
from core.exports.points import as_geojson
from core.exports.records import as_json
from core.exports.references import as_bibtex, as_ris
from core.exports.selection import Selection
from core.exports.workbook import as_xlsx, view_as_xlsx
from core.language.speak import later


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A form of one table: `make` gives the file's bytes from the table's name and rows."""

    label: str
    suffix: str
    mime: str
    make: Callable[[str, pd.DataFrame], bytes]
    help: str


@dataclass(frozen=True, slots=True)
class ViewFormat:
    """A form of a whole view: `what` begins the file's name."""

    label: str
    what: str
    suffix: str
    mime: str
    make: Callable[[Selection], bytes]
    help: str
    spoken: bool = False
    """whether it is written in the language of the screen; the others are English"""


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

TABLE_FORMATS = (
    TableFormat("CSV", "csv", "text/csv", as_csv, later("For any program; cells that would run as formulas are made safe.")),
    TableFormat("Excel", "xlsx", XLSX, as_xlsx, later("Real dates, numbers and truth values; nothing runs.")),
    TableFormat("JSON", "json", "application/json", as_json, later("A record a row; lists as arrays, ISO dates.")),
    TableFormat("Parquet", "parquet", "application/vnd.apache.parquet", as_parquet, later("For pandas, R, DuckDB: typed, lists as lists.")),
)  # fmt: skip

VIEW_FORMATS = (
    ViewFormat(later("Excel workbook"), "engagements", "xlsx", XLSX, view_as_xlsx, later("Engagements, outcomes, participants and documents, a sheet each, with the codebook.")),
    ViewFormat("JSON", "engagements", "json", "application/json", lambda s: as_json("engagements", s.engagements), later("The engagements shown, a record each.")),
    ViewFormat("Parquet", "engagements", "parquet", "application/vnd.apache.parquet", lambda s: as_parquet("engagements", s.engagements), later("The engagements shown, typed, for pandas, R or DuckDB.")),
    ViewFormat("GeoJSON", "places", "geojson", "application/geo+json", as_geojson, later("A point for each engagement at its host place, for QGIS or ArcGIS.")),
    ViewFormat(later("Calendar"), "planned", "ics", "text/calendar", as_ics, later("Planned engagements whose day or month is known, for any calendar.")),
    ViewFormat(later("All tables, ZIP"), "sidelines", "zip", "application/zip", as_bundle, later("All tables with codebook, filters, sources and citations: a Frictionless Data Package.")),
)  # fmt: skip

BRIEF_FORMATS = (
    ViewFormat(later("Word"), "brief", "docx", DOCX, brief_as_docx, later("About two pages in plain sentences, with footnotes to the sources."), spoken=True),
    ViewFormat(later("Page to print"), "brief", "html", "text/html", brief_as_page, later("The same as one HTML file: open it, then print it or save it as PDF."), spoken=True),
)  # fmt: skip

CITATION_FORMATS = (
    ViewFormat("BibTeX", "citations", "bib", "application/x-bibtex", lambda s: as_bibtex(view_references(s)).encode(), later("The view and its documents.")),
    ViewFormat("RIS", "citations", "ris", "application/x-research-info-systems", lambda s: as_ris(view_references(s)).encode(), later("The view and its documents, for Zotero, EndNote, Mendeley.")),
)  # fmt: skip
