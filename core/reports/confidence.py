"""How sure a report is: the share of reports told in this way that turned out right."""

import math
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml
from core.model import BlockKind, Kind, Status
from core.reports.story import Event
from core.reports.telling import Telling

FILE = "confidence.yaml"
CLEAR = frozenset(
    {"received", "called on", "signed", "telephone call", "telephoned", "reviewed with", "hosted", "called"}
)
"""cues that hardly ever mean anything else"""
MANY = 8


def features(event: Event, telling: Telling) -> dict[str, float]:
    """What is known of an engagement at reading time that goes with being right, each from 0 to 1."""
    return {
        "date told beside it": float(event.date_span is not None),
        "no place": float(not event.host and event.kind is not Kind.CALL),
        "visit": float(event.kind is Kind.VISIT),
        "gathering": float(event.kind is Kind.MULTILATERAL),
        "exercise": float(event.kind is Kind.EXERCISE),
        "told by a clear cue": float(event.cue in CLEAR),
        "planned": float(event.status is Status.PLANNED),
        "background": float(event.background),
        "told in a headline too": float(any(_headline(telling, line) for line in event.lines)),
        "one of many": min(len(telling.events) - 1, MANY) / MANY,
    }


def confidence(found: Mapping[str, float]) -> float:
    """The share, 0 to 1 with two digits, of reports with these features that are right in every field."""
    weights = _weights()
    score = weights.get("constant", 0.0) + sum(
        weights.get(name, 0.0) * value for name, value in found.items()
    )
    return round(1 / (1 + math.exp(-score)), 2)


def _headline(telling: Telling, line: int) -> bool:
    return telling.scenes[line].line.sentence.kind is BlockKind.TITLE


@cache
def _weights() -> Mapping[str, float]:
    """The weight of each feature, by its name, with the constant.

    Raises LexiconError when a weight is missing or no number.
    """
    found: dict[str, float] = {}
    for entry in read_yaml(FILE):
        name = need(entry, "feature", FILE, str(entry.get("feature", "?")))
        need(entry, "source", FILE, name)
        weight = entry.get("weight")
        if isinstance(weight, bool) or not isinstance(weight, int | float):
            raise LexiconError(FILE, name, "needs the field 'weight', as a number")
        found[name] = float(weight)
    return MappingProxyType(found)
