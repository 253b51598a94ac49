"""A real server on this machine, and leave to ask it."""

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from core.web import addresses

PAGE = """<html><head><title>Talks in Norhaven</title><meta charset="{charset}"></head><body><article>
<h1>Talks in Norhaven</h1><p>Norhaven, 12 March 2024</p>
<p>The defence ministers of Norland and Südmark met here on Tuesday and spoke of patrols for more than an hour.</p>
<p>A second meeting is to follow in the autumn of the year, as both of them announced after the talks.</p>
</article></body></html>"""
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Norland Gazette</title>
<item><title>Talks &amp; patrols</title><link>/talks</link><pubDate>Tue, 12 Mar 2024 23:30:00 +0530</pubDate>
<description>&lt;p&gt;The ministers &lt;b&gt;met&lt;/b&gt;.&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description></item>
<item><title>Again</title><link>/talks</link></item>
<item><title>No web address</title><link>javascript:x()</link></item>
<item><title>Other site</title><link>https://other.example/a b?q=ü</link><pubDate>soon</pubDate></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Gazette</title><entry><title>Talks</title>
<link href="https://gazette.example/talks"/><updated>2024-03-13T01:00:00+05:30</updated>
<published>2024-03-12T01:00:00+05:30</published><summary>They met.</summary></entry></feed>"""


class Handler(BaseHTTPRequestHandler):
    """Answers each path in a way of its own."""

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/").replace("-", "_").split(".")[0]
        answer = getattr(self, f"get_{name}", None)
        if answer is None:
            self.reply(b"nothing here", status=404)
        else:
            answer()

    def reply(self, body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def get_page(self) -> None:
        self.reply(PAGE.format(charset="utf-8").encode())

    def get_headed(self) -> None:  # what the server says goes before what the page says
        self.reply(PAGE.format(charset="utf-8").encode("cp1252"), "text/html; charset=windows-1252")

    def get_meta(self) -> None:
        self.reply(PAGE.format(charset="windows-1252").encode("cp1252"))

    def get_packed(self) -> None:
        self.reply(gzip.compress(PAGE.format(charset="utf-8").encode()), Content_Encoding="gzip")

    def get_agent(self) -> None:
        self.reply(f"They met {self.headers['User-Agent']} at {self.headers['Host']}".encode(), "text/plain")

    def get_paper(self) -> None:
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas("", invariant=True)
        canvas.drawString(60, 700, "The ministers met.")
        self.reply(canvas.getpdfdata(), self.path.partition("?")[2])

    def get_picture(self) -> None:
        self.reply(b"\x89PNG", "image/png")

    def get_empty(self) -> None:
        self.reply(b"")

    def get_busy(self) -> None:
        self.reply(b"", status=503)

    def get_unknown(self) -> None:
        self.reply(b"abc", Content_Encoding="br")

    def get_moved(self) -> None:
        self.reply(b"", status=301, Location="/page?from=moved")

    def get_round(self) -> None:
        self.reply(b"", status=302, Location="/round")

    def get_away(self) -> None:
        self.reply(b"", status=302, Location=self.path.partition("?")[2])

    def get_bomb(self) -> None:
        self.reply(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")

    def get_announced(self) -> None:
        self.reply(b"", Content_Length="99999999999")

    def get_short(self) -> None:
        self.reply(b"<html>They met", Content_Length="1000")

    def get_endless(self) -> None:
        self.reply(b"")
        while True:
            self.wfile.write(b"<p>They met.</p>" * 1000)

    def get_slow(self) -> None:
        self.reply(b"")
        for _ in range(600):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def get_slow_head(self) -> None:
        for _ in range(600):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def get_garbage(self) -> None:
        self.wfile.write(b"no such protocol\r\n\r\n")

    def get_rss(self) -> None:
        if self.headers["If-None-Match"] == '"7"':
            self.reply(b"", status=304, ETag='"7"')
        else:
            modified = "Tue, 12 Mar 2024 10:00:00 GMT"
            self.reply(RSS.encode(), "application/rss+xml", ETag='"7"', Last_Modified=modified)

    def get_atom(self) -> None:
        if self.headers["If-Modified-Since"]:
            self.reply(b"", status=304)
        else:
            self.reply(ATOM.encode(), "application/atom+xml")

    def get_file(self) -> None:
        bomb = "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        entity = '<!ENTITY x SYSTEM "file:///etc/hostname">'
        self.reply(
            f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{bomb}{entity}]><rss version="2.0"><channel>'
            "<title>&i;&x;</title><item><title>&i;</title><link>/talks</link></item></channel></rss>".encode(),
            "application/rss+xml",
        )

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A visitor that leaves early is no error here."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of the server, without a slash at its end."""
    running = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Private machines may be asked."""
    monkeypatch.setenv(addresses.ALLOW_PRIVATE, "1")
