"""A place that a sentence names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its city ("" for a country or region alone), its country, how it stands, and its atoms."""

    city: str
    country: str
    how: str
    """at, to, from, name (a venue or a place without a preposition), or about ("the situation in Sudan": talks elsewhere)"""
    first: int
    last: int
    word: str = ""
