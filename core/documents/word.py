"""Word documents: the paragraphs and table cells of the body, in their order, with the standard library alone.

The body is read as a stream, so that what it unpacks to is never held at once.
"""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

from core.documents.encodings import TEXT_LIMIT, clean, kind_of, too_large
from core.documents.plain import make_document
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

_BODY, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SECOND = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same once more, for old programs
_XML_LIMIT, _PROPERTIES_LIMIT = 50_000_000, 100_000  # bytes; an article has some hundred thousand
_CHUNK = 65_536
_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # a Word document with a password is an old-style container


def read_docx(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The text of one document.

    Raises DocumentError `empty`, `encrypted`, `unreadable`, `not text` or `too large`.
    """
    if data.startswith(_ENCRYPTED):
        raise DocumentError(
            doc_id,
            Trouble.ENCRYPTED,
            noted("it has a password or is an old .doc; save it as .docx without one"),
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            if _BODY not in parts.namelist():
                raise DocumentError(
                    doc_id,
                    Trouble.NOT_TEXT,
                    noted("this is a zip file but no Word document; give it the right ending"),
                )
            body = _Body(doc_id)
            _feed(parts, _BODY, body, _XML_LIMIT, doc_id)
            named = _Title(doc_id)
            if _PROPERTIES in parts.namelist():
                _feed(parts, _PROPERTIES, named, _PROPERTIES_LIMIT, doc_id)
    except (DocumentError, MemoryError):
        raise
    except Exception as error:  # the decompressors and the XML parser raise errors of their own
        what = kind_of(data)
        told = (
            noted("this is {note}, whatever its name says", note=what)
            if what and not data.startswith(b"PK")
            else ""
        )
        told = told or noted("the file is damaged ({error}); fetch or save it anew", error=error)
        raise DocumentError(doc_id, Trouble.UNREADABLE, told) from error
    text = clean("\n\n".join(body.found)).strip()
    if not text:
        raise DocumentError(doc_id, Trouble.EMPTY, noted("there is no text in it, perhaps only pictures"))
    title = " ".join(named.title.split())
    shown = title if title and text.startswith(title) else ""  # what templates leave there is no headline
    yield make_document(doc_id, text, title=shown, given=given)


def _feed(parts: zipfile.ZipFile, name: str, target: "_Part", limit: int, doc_id: str) -> None:
    """Reads a part of the document piece by piece; what its header says of its size is not trusted."""
    parser = ElementTree.XMLParser(target=target)
    left = limit
    with parts.open(name) as part:
        while chunk := part.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise too_large(doc_id)
            parser.feed(chunk)
    parser.close()


class _Part:
    """What the XML parser tells, piece by piece; a document type is refused."""

    def __init__(self, doc_id: str) -> None:
        self.doc_id = doc_id

    def doctype(self, _name: str, _public: str, _system: str) -> None:
        """Word writes none; entities could grow without end."""
        told = noted("its XML declares a document type, which Word never does")
        raise DocumentError(self.doc_id, Trouble.UNREADABLE, told)

    def close(self) -> None:
        """Nothing is left over."""


class _Title(_Part):
    """The title in the document's properties."""

    title, inside = "", False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        self.inside = tag == _TITLE

    def end(self, _tag: str) -> None:
        """An element ends."""
        self.inside = False

    def data(self, text: str) -> None:
        """Text between two tags."""
        if self.inside:
            self.title += text


class _Body(_Part):
    """The paragraphs of the body; one within another (a text box) stands before it."""

    def __init__(self, doc_id: str) -> None:
        super().__init__(doc_id)
        self.found: list[str] = []
        self.open: list[list[str]] = []
        self.skipped = self.settings = self.size = 0
        self.inside = False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == _SECOND:
            self.skipped += 1
        elif tag == f"{_W}p":
            self.open.append([])
        elif not self.open or self.skipped:
            return
        elif tag == f"{_W}pPr":
            self.settings += 1
        elif tag == f"{_W}t":
            self.inside = True
        elif tag == f"{_W}numPr":
            self.open[-1].insert(0, "• ")
        elif tag == f"{_W}tab" and not self.settings:
            self.open[-1].append(" ")
        elif tag in (f"{_W}br", f"{_W}cr"):
            self.open[-1].append("\n")

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == f"{_W}t":
            self.inside = False
        elif tag == f"{_W}pPr":
            self.settings = max(0, self.settings - 1)
        elif tag == _SECOND:
            self.skipped -= 1
        elif tag == f"{_W}p":
            text = "".join(self.open.pop()).strip()
            if text not in ("", "•"):
                self.found.append(text)

    def data(self, text: str) -> None:
        """Text between two tags."""
        if self.inside:
            self.size += len(text)
            if self.size > TEXT_LIMIT:
                raise too_large(self.doc_id)
            self.open[-1].append(text)
