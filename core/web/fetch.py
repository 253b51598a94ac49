"""One file from the web: with limits of time and size, and only from machines that may be asked."""

import http.client
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from threading import Timer
from urllib.parse import SplitResult, urljoin, urlunsplit

from core import VERSION
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Trouble
from core.web.addresses import find_address, split_url

SECONDS = 30.0  # for all of it: looking up, connecting, redirects, the body
LARGEST = 50_000_000  # bytes, unpacked
REDIRECTS = 5
AGENT = f"Sidelines/{VERSION} (reads single pages and feeds when its user asks)"
_CHUNK = 65_536
_MOVED = (301, 302, 303, 307, 308)
_REFUSALS = {
    401: noted("the site wants a login"),
    403: noted("the site refuses it"),
    404: noted("there is no such page"),
    410: noted("the page is gone"),
    429: noted("the site is asked too often; try again later"),
    451: noted("the site may not show it here"),
    503: noted("the site is busy; try again later"),
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a web address gave: the address it came from in the end, its bytes, what the server says of them."""

    url: str
    content: bytes
    kind: str = ""  # text/html
    charset: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False  # since the etag or the day that was named


def fetch(url: str, *, accept: str = "*/*", etag: str = "", modified: str = "", largest: int = 0) -> Fetched:
    """The file at `url`, redirects followed; `etag` and `modified` are those of the last time.

    `largest` is how many bytes it may have, `LARGEST` without. Raises DocumentError `unreadable`, `too large` or `unsupported`, which name what to do.
    """
    deadline = time.monotonic() + SECONDS
    parts = split_url(url)
    headers = {"User-Agent": AGENT, "Accept": accept, "Accept-Encoding": "gzip", "Connection": "close"}
    headers |= {
        name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value
    }
    for _ in range(REDIRECTS + 1):
        with _answer(parts, headers, deadline) as response:
            if response.status not in _MOVED:
                return _taken(
                    response, parts, largest or LARGEST, asked="If-None-Match" in headers or bool(modified)
                )
            target = response.getheader("Location", "")
        parts = split_url(urljoin(urlunsplit(parts), target))
    raise DocumentError(
        url, Trouble.UNREADABLE, noted("it is redirected more than {number} times", number=REDIRECTS)
    )


@contextmanager
def _answer(
    parts: SplitResult, headers: dict[str, str], deadline: float
) -> Iterator[http.client.HTTPResponse]:
    """The answer of the machine that `parts` name; whatever is still going on at the deadline is cut off."""
    url = urlunsplit(parts)
    try:
        with closing(_connected(parts, deadline)) as connected, _cut_off(connected, deadline) as cut:
            try:
                if isinstance(connected, ssl.SSLSocket):
                    connected.do_handshake()
                asked = http.client.HTTPConnection(parts.netloc)
                asked.sock = connected
                target = urlunsplit(("", "", parts.path, parts.query, ""))
                asked.request("GET", target, headers={"Host": parts.netloc, **headers})
                with asked.getresponse() as response:
                    yield response
            except (OSError, http.client.HTTPException):
                if cut:
                    raise TimeoutError from None
                raise
            if cut:
                raise TimeoutError
    except TimeoutError as error:
        told = noted(
            "the site takes longer than {number} seconds; try again later, or save the page and add the file",
            number=f"{SECONDS:.0f}",
        )
        raise DocumentError(url, Trouble.UNREADABLE, told) from error
    except ssl.SSLError as error:
        told = noted(
            "the connection is not safe ({error}); save the page and add the file",
            error=error.reason or "TLS error",
        )
        raise DocumentError(url, Trouble.UNREADABLE, told) from error
    except (OSError, http.client.HTTPException, zlib.error) as error:
        told = " ".join(str(error).split())[:120] or type(error).__name__
        raise DocumentError(
            url, Trouble.UNREADABLE, noted("the site does not answer as it should ({error})", error=told)
        ) from error


def _connected(parts: SplitResult, deadline: float) -> socket.socket:
    """A connection to the very address that was looked up and checked, so that no second look-up can differ."""
    address, port = find_address(parts, _left(deadline))
    connected = socket.create_connection((address, port), timeout=_left(deadline))
    if parts.scheme == "http":
        return connected
    try:
        context = ssl.create_default_context()
        # The handshake waits for the watch over the time: it can be dragged out too.
        return context.wrap_socket(connected, server_hostname=parts.hostname, do_handshake_on_connect=False)
    except BaseException:
        connected.close()
        raise


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@contextmanager
def _cut_off(connected: socket.socket, deadline: float) -> Iterator[list[bool]]:
    """Within it the connection ends at the deadline, however slowly bytes drip; the list then holds something."""
    cut: list[bool] = []

    def end() -> None:
        cut.append(True)
        try:
            socket.socket.shutdown(connected, socket.SHUT_RDWR)  # beneath TLS, which is in use elsewhere
        except OSError:
            return

    timer = Timer(_left(deadline), end)
    timer.daemon = True
    timer.start()
    try:
        yield cut
    finally:
        timer.cancel()


def _taken(response: http.client.HTTPResponse, parts: SplitResult, largest: int, *, asked: bool) -> Fetched:
    """The body of an answer, with what the server says of it."""
    url = urlunsplit(parts)
    etag, modified = response.getheader("ETag", ""), response.getheader("Last-Modified", "")
    if response.status == 304 and asked:
        return Fetched(url, b"", etag=etag, modified=modified, unchanged=True)
    if response.status != 200:
        told = _REFUSALS.get(response.status, noted("the site answers with an error"))
        raise DocumentError(
            url, Trouble.UNREADABLE, noted("{note} (status {number})", note=told, number=response.status)
        )
    kind = response.headers.get_content_type() if "Content-Type" in response.headers else ""
    charset = response.headers.get_content_charset() or ""
    return Fetched(url, _body(response, url, largest), kind, charset, etag, modified)


def _body(response: http.client.HTTPResponse, url: str, largest: int) -> bytes:
    """The body, unpacked, as far as the limit allows: neither its stated length nor its packing is trusted."""
    too_large = DocumentError(
        url,
        Trouble.TOO_LARGE,
        noted("it is larger than {what} MB; save it and add the file", what=largest // 1_000_000),
    )
    packing = response.getheader("Content-Encoding", "identity").strip().casefold() or "identity"
    if packing not in ("identity", "gzip", "x-gzip", "deflate"):
        raise DocumentError(
            url, Trouble.UNSUPPORTED, noted("it is packed in a way that is not known ({what})", what=packing)
        )
    unpacker = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    if (response.length or 0) > largest:
        raise too_large
    whole = bytearray()
    received = 0
    while chunk := response.read1(_CHUNK):
        received += len(chunk)
        while chunk:
            room = largest + 1 - len(whole)
            whole += unpacker.decompress(chunk, room) if unpacker else chunk
            if len(whole) > largest or received > largest:
                raise too_large
            chunk = unpacker.unconsumed_tail if unpacker else b""
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    return bytes(whole)
