"""Which machine a web address means, and whether it is one of the open internet."""

import os
import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from core.errors import DocumentError
from core.language.speak import noted
from core.model import Trouble

ALLOW_PRIVATE = "SIDELINES_ALLOW_PRIVATE_HOSTS"
_PORTS = {"http": 80, "https": 443}
_LONGEST = 4000
_MAPPED = ip_network("64:ff9b::/96")  # the old internet as the new one sees it through a gateway
Address = IPv4Address | IPv6Address


def split_url(url: str) -> SplitResult:
    """The parts of a web address, in the letters that the web allows.

    Raises DocumentError `unsupported` for all that is no plain http or https address.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError as error:  # UnicodeError too
        raise _no_address(url, noted("it is no web address: {error}", error=error)) from error
    if parts.scheme not in _PORTS or not host or len(url) > _LONGEST:
        raise _no_address(url, noted("only addresses that begin with http:// or https:// are read"))
    if parts.username is not None or parts.password is not None:
        raise _no_address(url, noted("it names a user; addresses with a password are not read"))
    named = f"[{host}]" if ":" in host else host
    place = named if port in (None, _PORTS[parts.scheme]) else f"{named}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~-._[]")
    return urlsplit(urlunsplit((parts.scheme, place, path, query, "")))


def find_address(parts: SplitResult, seconds: float) -> tuple[str, int]:
    """The number and port of the machine to connect to; private ones only where the setting allows them.

    Raises DocumentError `unreadable` when the name leads nowhere, `unsupported` when it leads to a private machine.
    """
    url, host = urlunsplit(parts), parts.hostname or ""
    port = parts.port or _PORTS[parts.scheme]
    found = _looked_up(host, port, seconds)
    if not found:
        raise DocumentError(
            url,
            Trouble.UNREADABLE,
            noted("there is no machine {name}; check the address and the network", name=host),
        )
    allowed = [address for address in found if _may_be_asked(address)]
    if not allowed:
        raise DocumentError(
            url,
            Trouble.UNSUPPORTED,
            noted(
                "{name} is a private machine ({what}), which is not asked; {what2}=1 allows that",
                name=host,
                what=found[0],
                what2=ALLOW_PRIVATE,
            ),
        )
    return allowed[0], port


def _no_address(url: str, told: str) -> DocumentError:
    return DocumentError(url[:200], Trouble.UNSUPPORTED, told)


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """The addresses of a name; none when it is not known or the answer takes too long."""
    found: list[str] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError:
            return
        found.extend(str(answer[4][0]) for answer in answers)

    asking = Thread(target=ask, daemon=True)  # the system's own look-up knows no time limit
    asking.start()
    asking.join(seconds)
    return list(dict.fromkeys(found))


def _may_be_asked(address: str) -> bool:
    return os.environ.get(ALLOW_PRIVATE) == "1" or is_public(address)


def is_public(address: str) -> bool:
    """True for a machine on the open internet; the addresses within an address count too."""
    try:
        return all(_is_open(one) for one in _meant(ip_address(address.split("%")[0])))
    except ValueError:
        return False


def _is_open(address: Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified or address.is_link_local
    )


def _meant(address: Address) -> Iterator[Address]:
    """The address itself, and those of the old internet that it stands for."""
    if isinstance(address, IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _MAPPED:
            inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
        known = [one for one in inner if one is not None]
        yield from known
        if address.ipv4_mapped or address in _MAPPED:
            return
    yield address
