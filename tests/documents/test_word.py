"""Word documents, made by hand: paragraphs, lists, tables, damage."""

import zipfile
from io import BytesIO

import pytest

from core.documents import word
from core.documents.read import read_data
from core.errors import DocumentError
from core.model import Document, Problem

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def paragraph(*runs: str, listed: bool = False) -> str:
    properties = "<w:pPr><w:numPr/></w:pPr>" if listed else ""
    return f"<w:p>{properties}{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def read(data: bytes) -> Document | Problem:
    (found,) = read_data(data, "a.docx")
    return found


def test_text() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('In a cell')}</w:tc></w:tr></w:tbl>"
    body = (
        paragraph("Talks in ", "Delhi")
        + paragraph("Delhi, 5 May 2023")
        + paragraph("one", listed=True)
        + table
    )
    document = read(docx(body + paragraph("") + paragraph("Café &amp; more")))
    assert isinstance(document, Document)
    assert document.text == "Talks in Delhi\n\nDelhi, 5 May 2023\n\n• one\n\nIn a cell\n\nCafé & more"
    assert (document.title, str(document.published)) == ("Talks in Delhi", "2023-05-05")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(docx(""), "empty", id="no text"),
        pytest.param(docx("<w:p>"), "unreadable", id="broken xml"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "unreadable", id="a picture"),
        pytest.param(b"PK\x03\x04xx", "unreadable", id="no archive"),
        pytest.param(b"", "unreadable", id="nothing"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "encrypted", id="password"),
    ],
)
def test_refused(data: bytes, problem: str) -> None:
    found = read(data)
    assert isinstance(found, Problem)
    assert found.problem == problem


def test_entities_are_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><x>&a;</x>'
        packed.writestr("word/document.xml", bomb)
    found = read(out.getvalue())
    assert isinstance(found, Problem)
    assert found.problem == "unreadable"


def test_an_archive_under_this_name_is_told_apart() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.txt", "The ministers met.")
    found = read(out.getvalue())
    assert isinstance(found, Problem)
    assert (found.problem.value, "zip" in found.detail) == ("not text", True)


def test_text_boxes_once_and_no_tab_stops() -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    choice = '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    both = f"{choice}<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    stops = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    document = read(docx(f"<w:p>{stops}<w:r>{both}<w:t>Name</w:t><w:tab/><w:t>Office</w:t></w:r></w:p>"))
    assert isinstance(document, Document)
    assert document.text == "In a box\n\nName Office"


def test_unpacked_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "_XML_LIMIT", 300)
    with pytest.raises(DocumentError, match="too large"):
        list(word.read_docx(docx(paragraph("The ministers met.") * 9), "a.docx"))
