"""Web pages: the article's text without the page round it, and what the page says about itself."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from core.documents.encodings import clean, read_text
from core.documents.plain import make_document
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

_LIMIT = (
    8_000_000  # characters of markup; beyond it the page is cut, since the article stands near the beginning
)
_DEEPEST = 2_000  # open elements within one another; no article needs so many


def read_html(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The article of one page.

    Raises DocumentError `empty`, `not text` or `unreadable`.
    """
    yield document_of(page_text(data, doc_id), doc_id, given)


def page_text(data: bytes, doc_id: str) -> str:
    """The markup as text, in the encoding that the page declares where that is not UTF-8."""
    declared = _charset().search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return clean(data.decode(declared.group(1).decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return read_text(data, doc_id)


def document_of(page: str, doc_id: str, given: date | None = None) -> Document:
    """The document that a page's markup holds: its title, an empty line, its article."""
    page = page[:_LIMIT]
    found = _extracted(page) if page.count("<") < 400_000 and not _is_too_deep(page) else None
    if found is None:
        text, title, stated, source, url = _bare_text(page), _bare_title(page), None, "", ""
    else:
        text, title, stated = found.text or "", _flat(found.title), _day(found.date)
        source, url = _flat(found.sitename), _flat(found.url)
    text = clean(text).strip()
    if not text:
        raise DocumentError(
            doc_id, Trouble.EMPTY, noted("no article was found on the page; save its text as .txt")
        )
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    return make_document(doc_id, text, title=title, stated=stated, given=given, source=source, url=url)


def _extracted(page: str) -> Any:
    """What trafilatura makes of the page; None where it finds no article."""
    import trafilatura

    options = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
    return trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=True,
        favor_precision=False,
        with_metadata=True,
        date_extraction_params=options,
    )


def _is_too_deep(page: str) -> bool:
    """True for nesting that only a broken or hostile page has."""
    return page.count("<div") - page.count("</div") > _DEEPEST


def _bare_text(page: str) -> str:
    """The page's paragraphs where no article was found: scripts, navigation and tags off."""
    body = _no_text().sub(" ", page)
    body = _line_break().sub("\n\n", body)
    return _unescaped(_tag().sub("", body))


def _bare_title(page: str) -> str:
    match = re.search(r"<title[^>]*>([^<]{1,400})", page, re.IGNORECASE)
    return _flat(_unescaped(match.group(1))) if match else ""


def _unescaped(text: str) -> str:
    from html import unescape

    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


@cache
def _charset() -> re.Pattern[bytes]:
    return re.compile(
        rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)|<\?xml[^>]+encoding="([\w-]+)\"""",
        re.IGNORECASE,
    )


@cache
def _no_text() -> re.Pattern[str]:
    return re.compile(
        r"<(script|style|nav|header|footer|aside|noscript|form|svg|head)\b[^>]*>.*?</\1\s*>|<!--.*?-->",
        re.IGNORECASE | re.DOTALL,
    )


@cache
def _line_break() -> re.Pattern[str]:
    return re.compile(
        r"</?(?:p|div|br|h[1-6]|li|tr|section|article|ul|ol|table|blockquote)\b[^>]*>", re.IGNORECASE
    )


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<[^<>]{0,5000}>")
