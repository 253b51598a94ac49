"""Word documents: the paragraphs and table cells of the body, in their order, with the standard library alone."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

from core.documents.encodings import TEXT_LIMIT, clean, too_large
from core.documents.plain import make_document
from core.errors import DocumentError
from core.model import Document, Problem, Trouble

_BODY, _PROPERTIES = "word/document.xml", "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_XML_LIMIT = 10 * TEXT_LIMIT
_ENCRYPTED = b"\xd0\xcf\x11\xe0"  # a Word document with a password is an old-style container


def read_docx(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The text of one document.

    Raises DocumentError `empty`, `encrypted`, `unreadable` or `too large`.
    """
    if data.startswith(_ENCRYPTED):
        raise DocumentError(
            doc_id, Trouble.ENCRYPTED, "it has a password or is an old .doc; save it as .docx without one"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            body = _parse(parts, _BODY, doc_id)
            properties = _parse(parts, _PROPERTIES, doc_id) if _PROPERTIES in parts.namelist() else None
    except (
        zipfile.BadZipFile,
        KeyError,
        ElementTree.ParseError,
        OSError,
        EOFError,
        NotImplementedError,
    ) as error:
        raise DocumentError(doc_id, Trouble.UNREADABLE, f"the file is damaged: {error}") from error
    text = clean("\n\n".join(_paragraphs(body))).strip()
    if not text:
        raise DocumentError(doc_id, Trouble.EMPTY, "there is no text in it, perhaps only pictures")
    if len(text) > TEXT_LIMIT:
        raise too_large(doc_id)
    title = properties.findtext(_TITLE) if properties is not None else ""
    shown = title if title and text.startswith(title) else ""  # what templates leave there is no headline
    yield make_document(doc_id, text, title=shown, given=given)


def _parse(parts: zipfile.ZipFile, name: str, doc_id: str) -> ElementTree.Element:
    if parts.getinfo(name).file_size > _XML_LIMIT:
        raise too_large(doc_id)
    with parts.open(name) as part:
        content = part.read(_XML_LIMIT + 1)
    if b"<!DOCTYPE" in content[:1000]:  # Word writes none; entities could grow without end
        raise DocumentError(
            doc_id, Trouble.UNREADABLE, "its XML declares a document type, which Word never does"
        )
    return ElementTree.fromstring(content)


def _paragraphs(body: ElementTree.Element) -> Iterator[str]:
    for paragraph in body.iter(f"{_W}p"):
        text = "".join(_pieces(paragraph)).strip()
        if text:
            yield f"• {text}" if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else text


def _pieces(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag == f"{_W}tab":
            yield " "
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
