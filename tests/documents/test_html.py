"""Web pages: the article, its metadata, and pages that are broken."""

from datetime import date

import pytest

from core.documents.read import read_data
from core.model import Document, Problem, PublishedBasis

PARAGRAPHS = [
    "The defence ministers of both countries met in New Delhi on Friday on the sidelines of a larger meeting.",
    "The ministry said in a statement that both sides had agreed to go on with their work in the coming years.",
]
HEAD = """<title>Talks in Delhi - The Paper</title>
<meta property="article:published_time" content="2023-04-28T18:00:00+05:30"><meta property="og:site_name" content="The Paper">
<link rel="canonical" href="https://paper.example/talks">"""
BODY = f"""<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Talks in Delhi</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>
<aside><h3>Related</h3><ul><li><a href="/y">Secretary meets minister in Washington</a></li></ul></aside>
<footer>Copyright 2026 The Paper</footer>"""


def read(page: str | bytes) -> Document | Problem:
    data = page if isinstance(page, bytes) else page.encode()
    (found,) = read_data(data, "page.html")
    return found


def test_article() -> None:
    document = read(f"<!doctype html><html><head><meta charset=utf-8>{HEAD}</head><body>{BODY}</body></html>")
    assert isinstance(document, Document)
    assert document.title == "Talks in Delhi"
    assert document.text.startswith("Talks in Delhi\n")
    assert all(paragraph in document.text for paragraph in PARAGRAPHS)
    assert not any(words in document.text for words in ("Home", "Washington", "Copyright"))
    assert (document.published, document.published_basis) == (date(2023, 4, 28), PublishedBasis.METADATA)
    assert (document.source, document.url) == ("The Paper", "https://paper.example/talks")


def test_the_text_dates_a_page_without_metadata() -> None:
    body = BODY.replace("The defence ministers", "NEW DELHI, April 28, 2023 (Agency) - The defence ministers")
    document = read(f"<html><head><title>Talks</title></head><body>{body}</body></html>")
    assert isinstance(document, Document)
    assert document.published == date(2023, 4, 28)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<html><body><div><p>{PARAGRAPHS[0]} <p>{PARAGRAPHS[1]} <a href=\"", id="cut off in a tag"),
        pytest.param(f"<p>{PARAGRAPHS[0]}</div></p></b><table><p>{PARAGRAPHS[1]}", id="wrongly nested"),
        pytest.param("<div>" * 50_000 + f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}", id="nested too deep"),
        pytest.param(f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}", id="no markup"),
    ],
)  # fmt: skip
def test_broken_page_is_read(page: str) -> None:
    document = read(page)
    assert isinstance(document, Document)
    assert "met in New Delhi on Friday" in document.text
    assert "<" not in document.text


def test_declared_encoding() -> None:
    page = f"<html><head><meta charset='windows-1252'></head><body><p>{PARAGRAPHS[0]} Café – “yes”.</p></body></html>"
    document = read(page.encode("cp1252"))
    assert isinstance(document, Document)
    assert "Café – “yes”" in document.text


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(
            b"<html><head><script>var a = 1</script></head><body></body></html>", "empty", id="no text in it"
        ),
        pytest.param(b"\x89PNG\r\n\x1a\n", "not text", id="picture"),
    ],
)
def test_refused(page: bytes, problem: str) -> None:
    found = read(page)
    assert isinstance(found, Problem)
    assert found.problem == problem
