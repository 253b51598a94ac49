"""A web page as a document: the article at an address that the user names."""

import codecs
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from core.documents.limited import read_limited
from core.documents.read import problem
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble
from core.web.fetch import Fetched

ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_BEGINNINGS = ((b"%PDF-", ".pdf"), (b"<!doctype html", ".html"), (b"<html", ".html"))


def read_page(fetched: Fetched, published: date | None = None, *, doc_id: str = "") -> Document | Problem:
    """The article in what a web address gave; its id is `doc_id` or the address it came from in the end.

    `published` is the user's word for one that states no day. Pages, PDF and Word files, mails and plain text are read,
    in a process with limits of time and memory.
    """
    doc_id = doc_id or fetched.url
    try:
        name = file_name(fetched)
    except DocumentError as error:
        return replace(problem(error), doc_id=doc_id)
    found = next(read_limited(_as_unicode(fetched), name, published), None)
    if isinstance(found, Document):
        return replace(found, doc_id=doc_id, url=fetched.url, source=found.source or _host(fetched.url))
    if found is None:
        return Problem(doc_id, Trouble.EMPTY, noted("there is no text in it"))
    return replace(found, doc_id=doc_id)


def file_name(fetched: Fetched) -> str:
    """A name for the file, with the ending that its kind has: under it the file can be kept and read again.

    Raises DocumentError `unsupported` for kinds that hold no article.
    """
    path = PurePosixPath(unquote(urlsplit(fetched.url).path))
    ending = _ENDINGS.get(fetched.kind)
    if ending is None and fetched.kind in _UNTOLD:
        start = fetched.content[:1024].lstrip().lower()
        ending = next((end for beginning, end in _BEGINNINGS if start.startswith(beginning.lower())), None)
        if ending is None and path.suffix.lower() in _ENDINGS.values():
            ending = path.suffix.lower()
    if ending is None:
        kind = fetched.kind or "of no known kind"
        raise DocumentError(
            fetched.url,
            Trouble.UNSUPPORTED,
            noted("it is {what}; web pages, PDF and Word files, mails and plain text are read", what=kind),
        )
    stem = "".join(letter if letter.isalnum() or letter in "._-" else "_" for letter in path.stem)[:80]
    return f"{stem.strip('.') or 'page'}{ending}"


def _as_unicode(fetched: Fetched) -> bytes:
    """The bytes of a text in UTF-8, where the server names another encoding; its word goes before the page's own."""
    marked = fetched.content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not fetched.charset or marked or not (fetched.kind.startswith("text/") or "html" in fetched.kind):
        return fetched.content
    try:
        return codecs.BOM_UTF8 + fetched.content.decode(fetched.charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return fetched.content


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
