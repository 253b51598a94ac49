"""Feeds from a real server: RSS, Atom, nothing new, no feed, hostile ones."""

from datetime import date

import pytest

from core.model import Problem
from core.web import fetch
from core.web.feeds import Feed, FeedItem, fetch_feed

pytestmark = pytest.mark.usefixtures("allowed")


def test_rss(server: str) -> None:
    feed = fetch_feed(f"{server}/rss.xml")
    assert feed == Feed(
        f"{server}/rss.xml",
        "Norland Gazette",
        (
            FeedItem(f"{server}/talks", "Talks & patrols", date(2024, 3, 12), "The ministers met ."),
            FeedItem("https://other.example/a%20b?q=%C3%BC", "Other site"),
        ),
        '"7"',
        "Tue, 12 Mar 2024 10:00:00 GMT",
    )


def test_atom(server: str) -> None:
    feed = fetch_feed(f"{server}/atom")
    assert isinstance(feed, Feed)
    assert feed.items == (FeedItem("https://gazette.example/talks", "Talks", date(2024, 3, 12), "They met."),)


def test_nothing_new(server: str) -> None:
    by_tag = fetch_feed(f"{server}/rss", etag='"7"')
    assert by_tag == Feed(f"{server}/rss", etag='"7"', unchanged=True)
    by_day = fetch_feed(f"{server}/atom", modified="Tue, 12 Mar 2024 10:00:00 GMT")
    assert by_day == Feed(f"{server}/atom", modified="Tue, 12 Mar 2024 10:00:00 GMT", unchanged=True)


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        pytest.param("page", "unsupported", id="a page"),
        pytest.param("picture", "unsupported", id="a picture"),
        pytest.param("nothing", "unreadable", id="404"),
        pytest.param("endless", "too large", id="endless"),
        pytest.param("bomb", "too large", id="a bomb"),
        pytest.param("round", "unreadable", id="redirected in a circle"),
    ],
)
def test_refused(server: str, path: str, problem: str) -> None:
    found = fetch_feed(f"{server}/{path}")
    assert isinstance(found, Problem)
    assert (found.doc_id, found.problem.value) == (f"{server}/{path}", problem)


def test_too_slow(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SECONDS", 0.4)
    assert isinstance(fetch_feed(f"{server}/slow"), Problem)


def test_entities_do_not_grow_and_open_no_file(server: str) -> None:
    found = fetch_feed(f"{server}/file")
    assert len(repr(found)) < 2000
