"""Articles from the web, only when somebody asks: a page, or what a feed names and the store does not have yet."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from sqlalchemy import delete, insert, select

from core.documents.read import problem
from core.errors import DocumentError
from core.model import Document, Problem
from core.store.add import Added, add_reads
from core.store.engine import Database
from core.store.schema import documents, feeds
from core.web.feeds import Feed, FeedItem, fetch_feed
from core.web.fetch import fetch
from core.web.pages import ACCEPT, read_page

Told = Callable[[int, int], None]


def add_page(database: Database, url: str, *, parser: str, who: str) -> Added:
    """What became of the article at a web address."""
    return add_reads(database, [_read(FeedItem(url))], parser=parser, who=who)


def add_feed(database: Database, url: str, *, parser: str, who: str, progress: Told | None = None) -> Added:
    """What became of the articles that a feed names; those that the store has are not fetched again.

    The feed is kept, so that `kept_feeds` names it, and the site is asked next time only for what is new.
    """
    with database.reading() as connection:
        row = connection.execute(select(feeds).where(feeds.c.url == url)).mappings().first()
    found = fetch_feed(url, etag=row["etag"] if row else "", modified=row["modified"] if row else "")
    if isinstance(found, Problem):
        return add_reads(database, [(found, b"")], parser=parser, who=who)
    new = _unknown(database, found)

    def articles() -> Iterator[tuple[Document | Problem, bytes]]:
        for done, item in enumerate(new, start=1):
            yield _read(item)
            if progress:
                progress(done, len(new))

    added = add_reads(database, articles(), parser=parser, who=who)
    added.skipped = len(found.items) - len(new)
    with database.writing() as connection:
        connection.execute(delete(feeds).where(feeds.c.url == url))
        # With articles that failed the whole feed is asked for again.
        etag, modified = ("", "") if added.problems else (found.etag, found.modified)
        connection.execute(insert(feeds).values(url=url, etag=etag, modified=modified))
    return added


def kept_feeds(database: Database) -> list[str]:
    """The addresses of the feeds that were added, sorted."""
    with database.reading() as connection:
        return list(connection.execute(select(feeds.c.url).order_by(feeds.c.url)).scalars())


def _unknown(database: Database, feed: Feed) -> list[FeedItem]:
    with database.reading() as connection:
        return [
            item
            for item in feed.items
            if connection.execute(select(documents.c.number).where(documents.c.doc_id == item.url)).first()
            is None
        ]


def _read(item: FeedItem) -> tuple[Document | Problem, bytes]:
    """The article at an address, with its bytes; the feed's day stands in where the page states none."""
    try:
        fetched = fetch(item.url, accept=ACCEPT)
    except DocumentError as error:
        return replace(problem(error), doc_id=item.url), b""
    return read_page(fetched, item.published, doc_id=item.url), fetched.content
