"""Everything of a view in one archive that explains itself: a Data Package (Frictionless)."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from core.exports.citation import AUTHOR, cite_engagements, cite_view, document_reference, view_references
from core.exports.delimited import as_csv
from core.exports.references import as_bibtex, as_ris, as_text
from core.exports.selection import Selection, having
from core.tables.codebook import codebook
from core.tables.package import FILE, package
from core.tables.schema import ABOUT, TABLES

MADE = (1980, 1, 1, 0, 0, 0)  # no time of making: the same rows give the same bytes


def as_bundle(selection: Selection) -> bytes:
    """A ZIP archive of the tables as CSV, `datapackage.json`, the codebook, what was asked, sources and citations."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(selection):
            archive.writestr(zipfile.ZipInfo(name, MADE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def sources(selection: Selection) -> list[dict[str, str]]:
    """The documents that the view rests on, as the `sources` of a Data Package: `title`, and `path` where one is known."""
    listed = []
    for row in _told(selection):
        reference = document_reference(row)
        web = reference.url.startswith(("https://", "http://"))
        listed.append({"title": as_text(reference)} | ({"path": reference.url} if web else {}))
    return listed


def _files(selection: Selection) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _readme(selection).encode()
    yield FILE, package("csv", _about(selection)).encode()
    for name in TABLES:
        yield f"{name}.csv", as_csv(name, selection.table(name))
    yield "codebook.md", codebook().encode()
    yield "sources.txt", "".join(f"{source['title']}\n" for source in sources(selection)).encode()
    yield (
        "citations.txt",
        "".join(f"{line}\n" for line in (cite_view(selection), *cite_engagements(selection))).encode(),
    )
    yield "citations.bib", as_bibtex(view_references(selection)).encode()
    yield "citations.ris", as_ris(view_references(selection)).encode()


def _about(selection: Selection) -> dict[str, Any]:
    said: dict[str, Any] = {
        "description": f"{selection.asked}. {cite_view(selection)}",
        "contributors": [{"title": AUTHOR, "roles": ["creator"]}],
        "keywords": ["defence diplomacy", "event data"],
        "filters": selection.asked,
        "data_version": selection.dataset.version,
        "citation": cite_view(selection),
    }
    if selection.dataset.newest is not None:
        said["created"] = f"{selection.dataset.newest.date().isoformat()}T00:00:00Z"
    listed = sources(selection)
    return said | ({"sources": listed} if listed else {})


def _told(selection: Selection) -> list[dict[Any, Any]]:
    told = having(selection.table("documents"), "doc_id", selection.table("reports")["doc_id"])
    return told.to_dict("records")


def _readme(selection: Selection) -> str:
    tables = "".join(f"  {name}.csv  {len(selection.table(name)):,} rows. {ABOUT[name]}\n" for name in TABLES)
    return (
        f"Sidelines: engagements read from documents\n\n"
        f"What is in it: {selection.asked}\n"
        f"Engagements: {len(selection.engagements):,} of {len(selection.dataset.engagements):,}\n"
        f"Data: {selection.dataset.version}, newest document {selection.newest}\n"
        f"Cite as: {cite_view(selection)}\n\n"
        f"{tables}"
        "  datapackage.json  describes the tables (Frictionless Data Package)\n"
        "  codebook.md  what each column means\n"
        "  sources.txt  the documents\n"
        "  citations.txt, citations.bib, citations.ris  the view and its documents, to cite\n\n"
        "Read by rules from articles: before you rely on a row, read the sentence in its column evidence.\n"
        "A text cell that a spreadsheet would run as a formula begins with an apostrophe.\n"
    )
