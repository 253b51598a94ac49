"""Where talks happen: cities, and places known by a name of their own (palaces, bases, provinces)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.errors import LexiconError
from core.lexicon.files import need, read_csv, read_yaml, split_cell, texts

CITIES = "cities.csv"
PLACES = "places.yaml"
KINDS = ("venue", "region", "base", "country_part")


@dataclass(frozen=True, slots=True)
class City:
    """A town, where it lies (degrees) and how many live there.

    `weak`: its name is also an English word, a person's or a country's name, and needs help.
    """

    name: str
    country: str
    aliases: tuple[str, ...]
    weak: bool
    lat: float
    lon: float
    population: int
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is not a city: `city` is the one it stands in or beside, empty for a whole region."""

    name: str
    aliases: tuple[str, ...]
    city: str
    country: str
    kind: str
    source: str


@cache
def cities() -> Mapping[str, tuple[City, ...]]:
    """The cities of each name or alias, casefolded, the largest first.

    Raises LexiconError when a row has no country or numbers that are none.
    """
    return MappingProxyType(
        {name: _largest_first(rows) for name, rows in _rows_by_name(read_csv(CITIES)).items()}
    )


def city_names() -> Collection[str]:
    """Every name and alias of a city, casefolded; the cities themselves are read when `cities_named` is asked."""
    return _rows().keys()


@cache
def cities_named(name: str) -> tuple[City, ...]:
    """The cities of a name or alias, casefolded, the largest first; none for an unknown one."""
    return _largest_first(_rows().get(name, []))


@cache
def places() -> Mapping[str, Place]:
    """The place of each name or alias, casefolded.

    Raises LexiconError when an entry is incomplete or a name belongs to two places.
    """
    found: dict[str, Place] = {}
    for entry in read_yaml(PLACES):
        name = need(entry, "name", PLACES, "?")
        place = Place(
            name=name,
            aliases=texts(entry, "aliases", PLACES, name),
            city=entry.get("city") or "",
            country=need(entry, "country", PLACES, name),
            kind=need(entry, "kind", PLACES, name),
            source=need(entry, "source", PLACES, name),
        )
        if place.kind not in KINDS:
            raise LexiconError(PLACES, name, f"kind must be one of {', '.join(KINDS)}")
        for alias in (place.name, *place.aliases):
            if found.setdefault(alias.casefold(), place) is not place:
                raise LexiconError(PLACES, name, f"{alias!r} is already {found[alias.casefold()].name}")
    return MappingProxyType(found)


@cache
def _rows() -> Mapping[str, list[dict[str, str]]]:
    return _rows_by_name(read_csv(CITIES))


def _rows_by_name(rows: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        name = row["name"].casefold()
        found.setdefault(name, []).append(row)
        if row["aliases"]:
            for alias in dict.fromkeys(alias.casefold() for alias in split_cell(row["aliases"])):
                if alias != name:
                    found.setdefault(alias, []).append(row)
    return found


def _largest_first(rows: Iterable[dict[str, str]]) -> tuple[City, ...]:
    return tuple(sorted(map(_city, rows), key=lambda city: -city.population))


def _city(row: dict[str, str]) -> City:
    name = row["name"]
    if not name or len(row["country"]) != 3:
        raise LexiconError(CITIES, name or "?", "needs a name and the alpha-3 code of a country")
    try:
        lat, lon, population = float(row["lat"]), float(row["lon"]), int(row["population"])
    except ValueError as error:
        raise LexiconError(CITIES, name, f"lat, lon and population must be numbers: {error}") from error
    weak = row["weak"] == "yes"
    return City(name, row["country"], split_cell(row["aliases"]), weak, lat, lon, population, row["source"])
