"""Groups of countries: members of organisations at a date, by the lexicon, and regions of the world."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

import pandas as pd

from core.language.speak import t
from core.lexicon.countries import countries
from core.lexicon.forums import forums, members_on
from core.views import words
from core.views.dataset import Dataset
from core.views.terms import term

REGION: Final = "Region: "  # how a region is told from an organisation of the same name


@cache
def groups() -> tuple[str, ...]:
    """The names of all groups: organisations with members, then the regions of the UN's scheme."""
    bodies = sorted(
        name for name, forum in forums().items() if forum.kind == "organisation" and forum.members
    )
    regions = sorted({each.region for each in countries().values()})
    return (*bodies, *(f"{REGION}{name}" for name in regions))


def group_label(group: str) -> str:
    """A group as it is read: a region in the language of the screen, an organisation by the name it has."""
    if not group.startswith(REGION):
        return group
    return t("Region: {name}", name=term("region", group.removeprefix(REGION)))


@cache
def members(group: str, on: date) -> frozenset[str]:
    """The members of a group on a day; none for an unknown one."""
    if group.startswith(REGION):
        region = group.removeprefix(REGION)
        return frozenset(code for code, each in countries().items() if each.region == region)
    return frozenset(members_on(group, on))


def with_member(dataset: Dataset, names: Iterable[str], besides: frozenset[str]) -> list[bool]:
    """For each engagement, whether a member of one of the groups was a side on its first day, `besides` not counted.

    One without a date is judged by the day of the newest document.
    """
    newest = dataset.newest.date() if dataset.newest is not None else date.max
    asked = tuple(names)
    days = dataset.engagements["date_start"]
    return [
        _has_member(frozenset(words.codes(cell)) - besides, asked, newest if pd.isna(day) else day.date())
        for cell, day in zip(dataset.engagements["countries"].astype(str), days, strict=True)
    ]


def _has_member(sides: frozenset[str], asked: tuple[str, ...], on: date) -> bool:
    return any(not sides.isdisjoint(members(group, on)) for group in asked)
