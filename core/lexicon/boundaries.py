"""Views of boundaries that the maps can draw, from `boundaries.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts

FILE = "boundaries.yaml"


@dataclass(frozen=True)
class BoundaryView:
    """One view: the name on the switch, its outlines in `static/`, the line under every map.

    `plain` are codes of land without a count, `dotted` the names of areas of unsettled status by their code.
    """

    name: str
    file: str
    note: str
    plain: tuple[str, ...]
    dotted: Mapping[str, str]


@cache
def boundary_views() -> tuple[BoundaryView, ...]:
    """All views in the order of the switch.

    Raises LexiconError naming file and entry where the data is wrong.
    """
    found = []
    for entry in read_yaml(FILE):
        name = need(entry, "name", FILE, "?")
        need(entry, "source", FILE, name)
        dotted = entry.get("dotted") or {}
        if not isinstance(dotted, dict) or not all(isinstance(words, str) for words in dotted.values()):
            raise LexiconError(FILE, name, "dotted must be lines of 'code: name'")
        file, note = need(entry, "file", FILE, name), need(entry, "note", FILE, name)
        found.append(BoundaryView(name, file, note, tuple(texts(entry, "plain", FILE, name)), dotted))
    return tuple(found)
