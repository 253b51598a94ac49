"""Countries: what reporters call them, their people and their governments."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts

FILE = "countries.yaml"


@dataclass(frozen=True, slots=True)
class Country:
    """A country of ISO 3166-1 (or Kosovo as XKX), and the words that stand for it.

    `names` are enough alone; `weak` ones are also something else (Georgia, Jordan) and need help
    from the words around them. `governments` are capitals and palaces that speak for it.
    """

    code: str
    name: str
    names: tuple[str, ...]
    weak: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    governments: tuple[str, ...]
    capital: str
    region: str
    source: str


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its alpha-3 code, in the order of the codes.

    Raises LexiconError when an entry is incomplete or a code is there twice.
    """
    found: dict[str, Country] = {}
    for entry in read_yaml(FILE):
        code = need(entry, "code", FILE, str(entry.get("name", "?")))
        if code in found:
            raise LexiconError(FILE, code, "this code is there twice")
        found[code] = Country(
            code=code,
            name=need(entry, "name", FILE, code),
            names=texts(entry, "names", FILE, code),
            weak=texts(entry, "weak", FILE, code),
            adjectives=texts(entry, "adjectives", FILE, code),
            people=texts(entry, "people", FILE, code),
            governments=texts(entry, "governments", FILE, code),
            capital=entry.get("capital") or "",
            region=need(entry, "region", FILE, code),
            source=need(entry, "source", FILE, code),
        )
    return MappingProxyType(dict(sorted(found.items())))


def country(code: str) -> Country | None:
    """The country of an alpha-3 code, or None."""
    return countries().get(code)


def code_of(text: str) -> str | None:
    """The alpha-3 code that a code or an English name of a country means, capitals aside; None when none does."""
    return _codes().get(" ".join(text.split()).casefold())


@cache
def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for known in countries().values():
        for name in (known.code, known.name, *known.names, *known.weak):
            found.setdefault(name.casefold(), known.code)
    return found


def country_name(code: str) -> str:
    """The short English name for the screen; the code itself if it is unknown."""
    known = country(code)
    return known.name if known else code
