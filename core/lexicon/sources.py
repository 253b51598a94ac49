"""Outlets and issuing bodies: which one published a document, by its address or its byline."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from urllib.parse import urlsplit

from core.errors import LexiconError
from core.lexicon.files import need, read_csv, split_cell
from core.model import SourceKind

SOURCES, HOSTS = "sources.csv", "source_hosts.csv"
KINDS = tuple(kind.value for kind in SourceKind if kind)
_HEAD = 600  # bylines and datelines stand in the first lines


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes: `names` as they stand in bylines and datelines; `country` is empty for the world."""

    name: str
    kind: str
    country: str
    domains: tuple[str, ...]
    names: tuple[str, ...]
    source: str


@cache
def outlets() -> Mapping[str, Outlet]:
    """Every outlet by its name.

    Raises LexiconError when a row is incomplete or two outlets claim one domain or byline.
    """
    found: dict[str, Outlet] = {}
    owner: dict[str, str] = {}
    for row in read_csv(SOURCES):
        name = need(row, "name", SOURCES, row.get("name", ""))
        if row["kind"] not in KINDS:
            raise LexiconError(SOURCES, name, f"kind {row['kind']!r} must be one of {', '.join(KINDS)}")
        if name in found:
            raise LexiconError(SOURCES, name, "is listed twice")
        outlet = Outlet(
            name=name,
            kind=row["kind"],
            country=row["country"],
            domains=split_cell(row["domains"]),
            names=split_cell(row["names"]),
            source=need(row, "source", SOURCES, name),
        )
        for sign in (*outlet.domains, *outlet.names):
            if owner.setdefault(sign, name) != name:
                raise LexiconError(SOURCES, name, f"{sign!r} belongs to {owner[sign]}")
        found[name] = outlet
    return found


def outlet_of(url: str, text_head: str) -> Outlet | None:
    """The outlet that the address names, or else the first byline or dateline in the text's beginning.

    None when neither tells. Of the text only the first lines count: a name further down is a mention.
    """
    return _by_address(url) or _by_byline(text_head[:_HEAD])


def outlet_named(name: str) -> Outlet | None:
    """The outlet of this name, or of this byline, whatever the case; None for an unknown one."""
    return _by_name().get(name.casefold())


def publisher(source: str, url: str) -> Outlet | None:
    """The outlet behind a document: by its address, or by its name where it has none; None for an unknown one.

    A name is not believed at a strange address: anybody can print somebody else's byline.
    """
    return _by_address(url) if url else outlet_named(source)


def kind_of(source: str, url: str) -> SourceKind:
    """What sort of publisher stands behind a source's name and address; `UNKNOWN` where neither tells."""
    outlet = _by_address(url) or outlet_named(source)
    if outlet is not None:
        return SourceKind(outlet.kind)
    host = _host(url)
    found = (kind for pattern, kind in _host_patterns() if host and fnmatchcase(host, pattern))
    return SourceKind(next(found, ""))


@cache
def _host_patterns() -> tuple[tuple[str, str], ...]:
    found = []
    for row in read_csv(HOSTS):
        pattern = need(row, "host", HOSTS, row.get("host", ""))
        need(row, "source", HOSTS, pattern)
        if row["kind"] not in KINDS:
            raise LexiconError(HOSTS, pattern, f"kind {row['kind']!r} must be one of {', '.join(KINDS)}")
        found.append((pattern, row["kind"]))
    return tuple(found)


def _host(url: str) -> str:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:  # brackets that are no address
        return ""


def _by_address(url: str) -> Outlet | None:
    host = _host(url)
    labels = host.split(".")
    for cut in range(len(labels) - 1):
        if outlet := _domains().get(".".join(labels[cut:])):
            return outlet
    return None


def _by_byline(head: str) -> Outlet | None:
    found = _byline().search(head)
    if found is None:
        return None
    name = next(group for group in found.groups() if group)
    return _bylines()[name]


@cache
def _domains() -> Mapping[str, Outlet]:
    return {domain: outlet for outlet in outlets().values() for domain in outlet.domains}


@cache
def _by_name() -> Mapping[str, Outlet]:
    named = {name.casefold(): outlet for outlet in outlets().values() for name in outlet.names}
    return named | {outlet.name.casefold(): outlet for outlet in outlets().values()}


@cache
def _bylines() -> Mapping[str, Outlet]:
    return {name: outlet for outlet in outlets().values() for name in outlet.names}


@cache
def _byline() -> re.Pattern[str]:
    """A name where an outlet stands: `by PIB Delhi`, `(Reuters) -`, `[ANI]:`, `| TASS`, `Source: PTI`, or a line."""
    names = "|".join(re.escape(name) for name in sorted(_bylines(), key=len, reverse=True))
    return re.compile(
        rf"\b(?:[Bb]y|BY|Source:|via|inputs? from)\s+({names})(?!\w)"
        rf"|[(\[]({names})[)\]]"
        rf"|(?:^|\n)\s*({names})\s*(?:\n|[|,]|$)"
        rf"|[|/]\s*({names})\s*(?:\n|[|,]|$)"
        rf"|[A-Z][\w .,]{{2,40}}(?:--?|\u2013|\u2014)\s?({names})\b"
    )
