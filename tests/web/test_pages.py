"""Pages and other files from a real server: read, redirected, endless, slow, hostile."""

import socket
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.documents.read import problem
from core.errors import DocumentError
from core.model import Document, Problem
from core.web import addresses, fetch
from core.web.fetch import Fetched
from core.web.pages import ACCEPT, file_name, read_page


def fetch_page(url: str, published: date | None = None) -> Document | Problem:
    """What the store makes of an address, without the store."""
    try:
        return read_page(fetch.fetch(url, accept=ACCEPT), published, doc_id=url)
    except DocumentError as error:
        return replace(problem(error), doc_id=url)


@pytest.mark.parametrize("path", ["page", "headed", "meta", "packed", "moved"])
@pytest.mark.usefixtures("allowed")
def test_page(server: str, path: str) -> None:
    document = fetch_page(f"{server}/{path}")
    assert isinstance(document, Document)
    assert "Norland and Südmark met here" in document.text
    assert (document.doc_id, document.title) == (f"{server}/{path}", "Talks in Norhaven")
    assert document.url == (f"{server}/page?from=moved" if path == "moved" else f"{server}/{path}")
    assert (document.published, document.source) == (date(2024, 3, 12), "127.0.0.1")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("paper?application/pdf", id="told"),
        pytest.param("paper?application/octet-stream", id="told by its beginning"),
        pytest.param("paper?", id="not told"),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_paper(server: str, path: str) -> None:
    document = fetch_page(f"{server}/{path}", date(2024, 3, 12))
    assert isinstance(document, Document)
    assert (document.text, document.published_basis.value) == ("The ministers met.", "given")


@pytest.mark.usefixtures("allowed")
def test_the_site_is_told_who_asks(server: str) -> None:
    document = fetch_page(f"{server}/agent")
    assert isinstance(document, Document)
    assert "Sidelines/" in document.text
    assert document.text.endswith(server.removeprefix("http://"))


@pytest.mark.parametrize(
    ("path", "problem", "told"),
    [
        pytest.param("nothing", "unreadable", "no such page", id="404"),
        pytest.param("busy", "unreadable", "try again later", id="503"),
        pytest.param("picture", "unsupported", "image/png", id="wrong kind"),
        pytest.param("empty", "empty", "no text", id="empty"),
        pytest.param("unknown", "unsupported", "br", id="unknown packing"),
        pytest.param("round", "unreadable", "redirected more than 5 times", id="redirected in a circle"),
        pytest.param("away?file:///etc/passwd", "unsupported", "http", id="redirected to a file"),
        pytest.param("away?", "unreadable", "redirected more than", id="redirected to itself"),
        pytest.param("announced", "too large", "larger than", id="says that it is huge"),
        pytest.param("short", "unreadable", "as it should", id="broken off"),
        pytest.param("garbage", "unreadable", "as it should", id="no answer of the web"),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_refused(server: str, path: str, problem: str, told: str) -> None:
    found = fetch_page(f"{server}/{path}")
    assert isinstance(found, Problem)
    assert (found.doc_id, found.problem.value) == (f"{server}/{path}", problem)
    assert told in found.detail


@pytest.mark.parametrize("path", ["endless", "bomb"])
@pytest.mark.usefixtures("allowed")
def test_too_large(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 1_000_000)
    found = fetch_page(f"{server}/{path}")
    assert isinstance(found, Problem)
    assert (found.problem.value, "larger than 1 MB" in found.detail) == ("too large", True)


@pytest.mark.parametrize("path", ["slow", "slow-head"])
@pytest.mark.usefixtures("allowed")
def test_too_slow(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "SECONDS", 0.4)
    found = fetch_page(f"{server}/{path}")
    assert isinstance(found, Problem)
    assert (found.problem.value, "takes longer" in found.detail) == ("unreadable", True)


@pytest.mark.usefixtures("allowed")
def test_nobody_answers() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        found = fetch_page(f"http://127.0.0.1:{closed.getsockname()[1]}/")
    assert isinstance(found, Problem)
    assert found.problem.value == "unreadable"


def test_this_machine_is_not_asked(server: str) -> None:
    found = fetch_page(f"{server}/page")
    assert isinstance(found, Problem)
    assert found.problem.value == "unsupported"
    assert addresses.ALLOW_PRIVATE in found.detail


def test_redirected_to_a_private_machine(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first machine may be asked, the one it leads to may not."""
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    other = server.replace("127.0.0.1", "127.0.0.2")
    found = fetch_page(f"{server}/away?{other}/page")
    assert isinstance(found, Problem)
    assert (found.problem.value, "127.0.0.2 is a private machine" in found.detail) == ("unsupported", True)


def test_a_name_that_changes_between_two_looks(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number that was checked is the one that is connected to: the name is not looked up again."""
    port = int(server.rsplit(":", 1)[1])
    asked: list[Any] = []

    def first_open_then_private(host: str, *_: object, **__: object) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (("127.0.0.1", "127.0.0.2")[len(asked) - 1], port))]  # fmt: skip

    connected: list[Any] = []

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address)
        joined = socket.socket()
        joined.settimeout(timeout)
        joined.connect(address)
        return joined

    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", first_open_then_private)
    monkeypatch.setattr(socket, "create_connection", connect)
    document = fetch_page(f"http://gazette.example:{port}/page")
    assert isinstance(document, Document)
    assert (asked, connected) == (["gazette.example"], [("127.0.0.1", port)])


@pytest.mark.parametrize(
    ("url", "kind", "content", "name"),
    [
        pytest.param("https://a.example/news/talks.php?id=7", "text/html", b"", "talks.html", id="by its kind"),
        pytest.param("https://a.example/", "text/html", b"", "page.html", id="no name"),
        pytest.param("https://a.example/..%2f..%2fx", "text/plain", b"", "x.txt", id="a path for a name"),
        pytest.param("https://a.example/talks", "", b"\n<!DOCTYPE html><p>", "talks.html", id="by its beginning"),
        pytest.param("https://a.example/talks.docx", "application/octet-stream", b"PK", "talks.docx", id="by its ending"),
    ],
)  # fmt: skip
def test_file_name(url: str, kind: str, content: bytes, name: str) -> None:
    assert file_name(Fetched(url, content, kind)) == name
