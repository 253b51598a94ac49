"""Feeds (RSS and Atom): the articles that a site says are new, each an address to fetch."""

from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from core.documents.encodings import clean
from core.documents.read import problem
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Problem, Trouble
from core.web.addresses import split_url
from core.web.fetch import Fetched, fetch

_ACCEPT = "application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
_LARGEST = 5_000_000
_ITEMS = 1000


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article that a feed names: its address, headline, the day it was put out, the feed's few words on it."""

    url: str
    title: str = ""
    published: date | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was fetched, its items in its own order; `etag` and `modified` go into the next fetch."""

    url: str
    title: str = ""
    items: tuple[FeedItem, ...] = ()
    etag: str = ""
    modified: str = ""
    unchanged: bool = False
    """the site says that nothing is new since the last time; there are no items then"""


def fetch_feed(url: str, *, etag: str = "", modified: str = "") -> Feed | Problem:
    """The articles that the feed at a web address names; `etag` and `modified` are those of the last fetch."""
    try:
        fetched = fetch(url, accept=_ACCEPT, etag=etag, modified=modified, largest=_LARGEST)
        if fetched.unchanged:
            return Feed(
                fetched.url, etag=fetched.etag or etag, modified=fetched.modified or modified, unchanged=True
            )
        return read_feed(fetched)
    except DocumentError as error:
        return replace(problem(error), doc_id=url)


def read_feed(fetched: Fetched) -> Feed:
    """The feed in what a web address gave.

    Raises DocumentError `unsupported` when it is no feed, `unreadable` when it is a broken one.
    """
    import feedparser

    named = f"{fetched.kind or 'application/xml'}; charset={fetched.charset}" if fetched.charset else ""
    headers = {"content-type": named} if named else {}
    try:
        # As a stream: anything else might be taken for the name of a file or for an address.
        read: Any = feedparser.parse(BytesIO(fetched.content), response_headers=headers)
    except Exception as error:
        told = noted("the feed is damaged ({error})", error=type(error).__name__)
        raise DocumentError(fetched.url, Trouble.UNREADABLE, told) from error
    if not read.get("version") and not read.entries:
        told = noted(
            "it is no RSS or Atom feed ({what}); is it a page? then add it as one",
            what=fetched.kind or "of no known kind",
        )
        raise DocumentError(fetched.url, Trouble.UNSUPPORTED, told)
    items: dict[str, FeedItem] = {}
    for entry in read.entries[:_ITEMS]:
        item = _item(entry, fetched.url)
        if item is not None:
            items.setdefault(item.url, item)
    title = _flat(read.feed.get("title", ""))
    return Feed(fetched.url, title, tuple(items.values()), fetched.etag, fetched.modified)


def _item(entry: Any, base: str) -> FeedItem | None:
    """One entry; None where it names no web address."""
    link = str(entry.get("link") or "")
    if not link:
        return None
    try:
        url = split_url(urljoin(base, link)).geturl()
    except (DocumentError, ValueError):
        return None
    return FeedItem(url, _flat(entry.get("title", "")), _day(entry), _plain(entry.get("summary", "")))


def _day(entry: Any) -> date | None:
    """The day in the feed's own time zone; of a changed article, the first one."""
    own = dict(entry)  # its own values: asked for one that is missing, the library gives another and warns
    text = str(own.get("published") or own.get("updated") or "")
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, ValueError, IndexError):
        pass
    parsed = own.get("published_parsed") or own.get("updated_parsed")
    return date(*parsed[:3]) if parsed else None


def _plain(markup: object) -> str:
    """The words of a summary without its tags."""
    import re
    from html import unescape

    return _flat(unescape(re.sub(r"<[^<>]{0,5000}>", " ", str(markup)[:20_000])))[:2000]


def _flat(text: object) -> str:
    return " ".join(clean(str(text)).split())
