"""Filters written down and read again, and which of their values the collection does not have any more."""

from collections.abc import Callable, Container, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

import msgspec

from core.language.speak import later, t
from core.model import Kind, Reliability, Status, Track
from core.views.dataset import Dataset
from core.views.filters import Filters
from core.views.groups import groups
from core.views.levels import LEVELS, NOT_TOLD
from core.views.terms import country, term

_FIXED: Final[Mapping[str, Callable[[], Container[str]]]] = {
    "kinds": lambda: set(map(str, Kind)),
    "statuses": lambda: set(map(str, Status)),
    "tracks": lambda: set(map(str, Track)),
    "reliabilities": lambda: set(map(str, Reliability)),
    "levels": lambda: {*LEVELS, NOT_TOLD},
    "groups": groups,
}
_OF_DATA: Final[Mapping[str, tuple[str, Callable[[Dataset], Container[str]]]]] = {
    "countries": (later("country “{name}”"), lambda data: data.rows_with_side),
    "forums": (later("forum “{name}”"), lambda data: set(data.engagements["forum"])),
    "hosts": (later("host “{name}”"), lambda data: set(data.engagements["host_country"])),
    "sources": (later("source “{name}”"), lambda data: data.rows_from_source),
    "topics": (later("topic “{name}”"), lambda data: data.rows_with_topic),
    "outcomes": (later("outcome “{name}”"), lambda data: data.rows_with_outcome),
    "flags": (later("flag “{name}”"), lambda data: data.rows_flagged),
    "conflicts": (later("difference on “{name}”"), lambda data: data.rows_in_conflict),
}


def written(filters: Filters) -> dict[str, Any]:
    """What is asked for, as plain values by the names of the fields; what opens first is left out."""
    plain = asdict(Filters())
    told = {name: value for name, value in asdict(filters).items() if value != plain[name]}
    found: dict[str, Any] = msgspec.to_builtins(told)
    return found


def read(told: Mapping[str, Any]) -> Filters:
    """The filters that `written` gave; what another version of the program wrote and this one lacks is left out."""
    try:
        filters = msgspec.convert(dict(told), Filters, strict=False)
    except msgspec.ValidationError:
        return Filters()
    kept = {
        field: tuple(value for value in getattr(filters, field) if value in known())
        for field, known in _FIXED.items()
    }
    return replace(filters, **kept)  # type: ignore[arg-type]


def gone(dataset: Dataset, filters: Filters) -> list[str]:
    """The values asked for that nothing in the collection has, each named: `forum “SCO”`."""
    found = []
    for field, (name, known) in _OF_DATA.items():
        values = getattr(filters, field)
        there = known(dataset) if values else ()
        missing = [value for value in values if value not in there]
        coded = field in ("countries", "hosts")
        vocabulary = field.removesuffix("s")
        found += [t(name, name=country(value) if coded else term(vocabulary, value)) for value in missing]
    return found
