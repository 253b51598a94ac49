"""Which addresses are asked, and which are not."""

import socket
from urllib.parse import urlsplit

import pytest

from core.errors import DocumentError
from core.web import addresses
from core.web.addresses import find_address, is_public, split_url


@pytest.mark.parametrize(
    ("address", "public"),
    [
        pytest.param("93.184.216.34", True, id="open"),
        pytest.param("2606:2800:220:1:248:1893:25c8:1946", True, id="open, new"),
        pytest.param("127.0.0.1", False, id="this machine"),
        pytest.param("127.9.9.9", False, id="this machine too"),
        pytest.param("::1", False, id="this machine, new"),
        pytest.param("0.0.0.0", False, id="any"),
        pytest.param("::", False, id="any, new"),
        pytest.param("10.1.2.3", False, id="private"),
        pytest.param("172.16.0.1", False, id="private too"),
        pytest.param("192.168.1.1", False, id="home"),
        pytest.param("fd00::1", False, id="private, new"),
        pytest.param("100.64.0.1", False, id="a carrier's"),
        pytest.param("169.254.169.254", False, id="link-local"),
        pytest.param("fe80::1%eth0", False, id="link-local, new"),
        pytest.param("224.0.0.1", False, id="multicast"),
        pytest.param("ff02::1", False, id="multicast, new"),
        pytest.param("240.0.0.1", False, id="reserved"),
        pytest.param("255.255.255.255", False, id="broadcast"),
        pytest.param("::ffff:127.0.0.1", False, id="this machine within a new one"),
        pytest.param("::ffff:93.184.216.34", True, id="an open one within a new one"),
        pytest.param("64:ff9b::7f00:1", False, id="this machine behind a gateway"),
        pytest.param("64:ff9b::5db8:d822", True, id="an open one behind a gateway"),
        pytest.param("2002:7f00:1::", False, id="this machine in a tunnel"),
        pytest.param("nonsense", False, id="no address"),
    ],
)
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("url", "read"),
    [
        pytest.param("https://gazette.example/a?b=c#d", "https://gazette.example/a?b=c", id="plain"),
        pytest.param(" http://gazette.example ", "http://gazette.example/", id="blanks round it"),
        pytest.param("http://gazette.example:80/a b/ü?q=ü x", "http://gazette.example/a%20b/%C3%BC?q=%C3%BC%20x", id="letters to be written otherwise"),
        pytest.param("http://gazette.example/a%20b", "http://gazette.example/a%20b", id="already written so"),
        pytest.param("https://zeitung-süd.example:8443/", "https://xn--zeitung-sd-ieb.example:8443/", id="letters in the name"),
        pytest.param("HTTP://[::1]:81/x", "http://[::1]:81/x", id="a number for a name"),
    ],
)  # fmt: skip
def test_split_url(url: str, read: str) -> None:
    assert split_url(url).geturl() == read


@pytest.mark.parametrize(
    "url",
    [
        "", "gazette.example", "file:///etc/passwd", "ftp://gazette.example/", "javascript:x()", "http://", "http:///a",
        "http://user:pass@gazette.example/", "http://user@gazette.example/", "http://gazette.example:99999/", "http://[::1/",
        "http://a..b/", f"http://gazette.example/{'a' * 5000}", "data:text/html,x",
    ],
)  # fmt: skip
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(DocumentError, match="unsupported"):
        split_url(url)


def answers(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> None:
    """From now on every name leads to these numbers."""
    found = [(0, 0, 0, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_of_several_addresses_the_open_one(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "10.0.0.1", "93.184.216.34")
    assert find_address(urlsplit("https://gazette.example/"), 1) == ("93.184.216.34", 443)


def test_a_name_for_a_private_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "10.0.0.1")
    with pytest.raises(DocumentError, match=r"private machine \(10\.0\.0\.1\)"):
        find_address(urlsplit("http://gazette.example/"), 1)
    monkeypatch.setenv(addresses.ALLOW_PRIVATE, "1")
    assert find_address(urlsplit("http://gazette.example:81/"), 1) == ("10.0.0.1", 81)


def test_a_name_that_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(DocumentError, match=r"there is no machine gazette\.example"):
        find_address(urlsplit("http://gazette.example/"), 1)
