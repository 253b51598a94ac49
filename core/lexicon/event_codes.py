"""What an engagement is called in CAMEO and PLOVER, the two common codebooks of event data."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.errors import LexiconError
from core.lexicon.files import need, read_csv
from core.model import Kind, Status

FILE = "event_codes.csv"
PLACES = ("", "side", "third", "unknown")


@dataclass(frozen=True, slots=True)
class EventCode:
    """The codes of engagements of a kind, status and place; `note` says what the codes cannot tell.

    `place` is `side` (in the country of a side), `third` (elsewhere), `unknown`, or empty where it does not matter.
    """

    kind: Kind
    status: Status
    place: str
    cameo: str
    plover: str
    mode: str
    context: str
    note: str
    source: str

    @property
    def cameo_root(self) -> str:
        """The first two figures, by which CAMEO's events are grouped."""
        return self.cameo[:2]


@cache
def event_codes() -> Mapping[tuple[Kind, Status, str], EventCode]:
    """Every entry by kind, status and place.

    Raises LexiconError when a row is incomplete, names what the model does not know, or is there twice.
    """
    found: dict[tuple[Kind, Status, str], EventCode] = {}
    for row in read_csv(FILE):
        name = f"{row['kind']}, {row['status']}"
        try:
            kind, status = Kind(row["kind"]), Status(row["status"])
        except ValueError as error:
            raise LexiconError(FILE, name, str(error)) from error
        if row["place"] not in PLACES or not row["cameo"].isdigit():
            raise LexiconError(FILE, name, "place must be side, third, unknown or empty, and cameo a number")
        key = (kind, status, row["place"])
        if key in found:
            raise LexiconError(FILE, name, "is listed twice")
        found[key] = EventCode(
            *key,
            cameo=row["cameo"],
            plover=need(row, "plover", FILE, name),
            mode=row["mode"],
            context=row["context"],
            note=row["note"],
            source=need(row, "source", FILE, name),
        )
    return MappingProxyType(found)


def event_code(kind: Kind, status: Status, countries: Collection[str], host: str) -> EventCode:
    """The codes of an engagement; `host` is the country where it took place, empty when it is not told.

    Raises KeyError when the file has no entry for it.
    """
    place = "unknown" if not host else "side" if host in countries else "third"
    codes = event_codes()
    return codes.get((kind, status, place)) or codes[kind, status, ""]
