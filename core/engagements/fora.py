"""Whether two names of forums can be told of one engagement."""

import re
from datetime import date
from enum import Enum
from functools import lru_cache

from core.engagements.names import folded
from core.lexicon import forums
from core.lexicon.words import word_set


class Fit(Enum):
    """How two forums go together: `JOINED` are two names for what the calendar has on one day in one city."""

    UNTOLD = 0
    SAME = 1
    GENERAL = 2
    JOINED = 3
    OTHER = 4


@lru_cache(50_000)
def forums_fit(one: str, other: str, day: date | None = None) -> Fit:
    """How the forums of two reports go together; `day` is one on which both can have been."""
    if not one or not other:
        return Fit.UNTOLD
    if one == other or plain(one) == plain(other):
        return Fit.SAME
    if {one, other} & word_set("general_forums"):
        return Fit.GENERAL
    if one == _parent(other) or other == _parent(one):
        return Fit.GENERAL
    first, second = (forums.edition_on(name, day) if day else None for name in (one, other))
    if (
        first
        and second
        and first.start <= second.end
        and second.start <= first.end
        and first.city == second.city
    ):
        return Fit.JOINED
    return Fit.OTHER


def is_mechanism(forum: str) -> bool:
    """Whether it is a mechanism between two countries: a meeting of it is an engagement of its own."""
    known = forums.forums().get(forum)
    return known is not None and known.kind == "mechanism"


def has_members(forum: str) -> bool:
    """Whether it is a body of members that meets as a whole."""
    known = forums.forums().get(forum)
    return known is not None and bool(known.members)


@lru_cache(10_000)
def dates_by_itself(forum: str, city: str) -> bool:
    """Whether forum and city can tell which edition is meant: not where it comes back to the same city."""
    return bool(city) and sum(edition.city == city for edition in forums.editions(forum)) <= 1


@lru_cache(10_000)
def plain(name: str) -> str:
    """A name without its year and the word exercise, so that two spellings of an unlisted one can meet."""
    return re.sub(r"\W+", " ", re.sub(r"\b(?:exercise|ex|(?:19|20)\d\d)\b", " ", folded(name))).strip()


def _parent(name: str) -> str:
    known = forums.forums().get(name)
    return known.parent if known else ""
