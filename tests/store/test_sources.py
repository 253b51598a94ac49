"""Articles out of the web, out of a watched folder, and by the commands of the lasting collection."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from core.__main__ import main
from core.store.add import Added
from core.store.store import Store
from tests.store.conftest import MEETING

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Notes</title>
<item><title>One</title><link>{host}/one</link><pubDate>Fri, 14 Mar 2025 10:00:00 +0530</pubDate></item>
<item><title>Two</title><link>{host}/two</link></item>
<item><title>Gone</title><link>{host}/gone</link></item></channel></rss>"""
PAGE = "<html><head><title>{title}</title></head><body><article><p>{text}</p></article></body></html>"


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A web server of our own with a feed and two pages; `asked` holds the paths that were asked for."""
    monkeypatch.setenv("SIDELINES_ALLOW_PRIVATE_HOSTS", "1")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            told = {"one": MEETING.format(day=14, people="Japanese", name="Gen Nakatani"),
                    "two": MEETING.format(day=21, people="Kenyan", name="Soipan Tuya")}.get(self.path[1:])  # fmt: skip
            body = (
                FEED.format(host=address) if self.path == "/feed" else PAGE.format(title=self.path, text=told)
            )
            self.send_response(200 if told or self.path == "/feed" else 404)
            self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()


asked: list[str] = []


def test_a_feed_gives_its_articles_once(host: str, tmp_path: Path) -> None:
    store = Store.at(tmp_path)
    added = store.add_feed(f"{host}/feed", who="Ana")
    assert added.documents == [f"{host}/one", f"{host}/two"]
    assert [problem.doc_id for problem in added.problems] == [f"{host}/gone"]
    assert store.counts()["engagements"] == 2
    assert store.original(f"{host}/one") is not None
    asked.clear()
    again = store.add_feed(f"{host}/feed", who="Ana")
    assert (again.documents, again.skipped) == ([], 2)
    assert "/one" not in asked
    assert store.feeds() == [f"{host}/feed"]


def test_a_page_is_added_by_its_address(host: str, tmp_path: Path) -> None:
    added = Store.at(tmp_path).add_page(f"{host}/two", who="Ana")
    assert (added.documents, added.reports) == ([f"{host}/two"], 1)


def test_a_private_address_is_not_asked_unless_allowed(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SIDELINES_ALLOW_PRIVATE_HOSTS")
    asked.clear()
    assert len(Store.at(tmp_path).add_page(f"{host}/two", who="Ana").problems) == 1
    assert asked == []


def test_what_comes_into_a_watched_folder_is_added(tmp_path: Path) -> None:
    folder, found = tmp_path / "in", list[Added]()
    folder.mkdir()
    text = MEETING.format(day=14, people="Japanese", name="Gen Nakatani")
    (folder / "one.txt").write_text(text, encoding="utf-8")
    (folder / "two.txt.part").write_text(text + " More.", encoding="utf-8")
    Store.at(tmp_path / "store").watch(
        folder, who="Ana", every=0.05, told=found.append, stop=lambda: bool(found)
    )
    assert [added.documents for added in found] == [["one.txt"]]


def test_the_commands_lead_from_articles_to_a_restored_backup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(
        MEETING.format(day=14, people="Japanese", name="Gen Nakatani"), encoding="utf-8"
    )
    (tmp_path / "in" / "bad.pdf").write_bytes(b"%PDF-1.4 broken")

    def run(*command: object, workspace: str = "one") -> tuple[int, str]:
        status = main([*map(str, command), "--workspace", str(tmp_path / workspace)])
        said = capsys.readouterr()
        return status, said.out + said.err

    assert run("status")[0] == 2
    assert run("add", tmp_path / "in") == (
        1,
        f"1 document added, 1 report, 1 not read (see problems) -> {tmp_path / 'one' / 'sidelines.sqlite'}, version 2\n",
    )
    assert "1 file read before" in run("add", tmp_path / "in" / "one.txt")[1]
    assert "1 document\n" in run("status")[1]
    assert run("export", "--out", tmp_path / "out")[0] == 0
    assert (tmp_path / "out" / "engagements.csv").read_text(encoding="utf-8").count("IND;JPN") == 1
    assert run("check")[0] == 0
    assert run("backup", tmp_path / "all.zip")[0] == 0
    assert run("restore", tmp_path / "all.zip", workspace="two")[0] == 0
    assert run("export", "--out", tmp_path / "again", workspace="two")[0] == 0
    for file in (tmp_path / "out").iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()
    assert run("restore", tmp_path / "all.zip")[0] == 2
    assert run("export", "--out", tmp_path / "out", "--version", 99)[0] == 2
    assert "0 documents read otherwise" in run("reread")[1]
