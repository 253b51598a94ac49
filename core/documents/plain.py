"""Plain text and Markdown: the file's text is the document's text."""

import re
from datetime import date
from functools import cache

from core.documents.headers import dateline_end, is_byline, is_date_line, is_story
from core.documents.language import guess_language
from core.documents.published import find_published, prefix_end
from core.documents.signature import signature
from core.documents.source import source_of
from core.model import Document, PublishedBasis

_TITLE_LIMIT = 200


def make_document(
    doc_id: str,
    text: str,
    *,
    title: str = "",
    stated: date | None = None,
    given: date | None = None,
    source: str = "",
    url: str = "",
) -> Document:
    """The document that `text` is, with what it says about itself.

    `stated` is the day that the data around it states (a page's metadata, a table's column); `given` is the
    user's own word for documents that state none.
    """
    published, basis = own_date(text, stated=stated, given=given)
    return Document(
        doc_id=doc_id,
        text=text,
        title=title or find_title(text),
        published=published,
        published_basis=basis,
        source=source_of(text, url=url, stated=source),
        url=url,
        language=guess_language(text),
        signature=signature(text),
    )


def own_date(text: str, *, stated: date | None, given: date | None) -> tuple[date | None, PublishedBasis]:
    """The document's date and what it rests on: what is stated about it, what its text says, the user's word."""
    if stated:
        return stated, PublishedBasis.METADATA
    found, basis, _, _ = find_published(text)
    if found:
        return found, basis
    return (given, PublishedBasis.GIVEN) if given else (None, PublishedBasis.UNKNOWN)


def find_title(text: str) -> str:
    """The first line that could be a headline, before the story begins; empty when there is none."""
    for match in _line().finditer(text, prefix_end(text), 4000):
        line = match.group().strip("#*_ ")
        if not line or _no_headline().match(line) or is_date_line(line) or is_byline(line):
            continue
        if is_story(line) or line[-1] in ".:;," or dateline_end(line, 0, len(line)):
            return ""
        return line[:_TITLE_LIMIT]
    return ""


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"\S(?:[^\n]*\S)?")


@cache
def _no_headline() -> re.Pattern[str]:
    """Lines that stand above headlines: navigation, the issuing body, a kicker."""
    return re.compile(
        r"skip to |home\b.*[»>›/]|advertisement|menu\b|loading|ministry of \w+\Z|(?:press|news) release\b|immediate release"
        r"|for immediate release|opinion\Z|editorial\Z|search\b|subscribe|sign in|log in|[\W\d_]+\Z",
        re.IGNORECASE,
    )
