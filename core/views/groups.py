"""Groups of countries: members of organisations at a date, by the lexicon, and regions of the world."""

from datetime import date
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from core.language.speak import t
from core.lexicon.countries import countries
from core.lexicon.forums import Membership, forums
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
def memberships(group: str) -> tuple[Membership, ...]:
    """Who is a member of a group and when; none for an unknown one, and a region has its countries at all times."""
    if group.startswith(REGION):
        region = group.removeprefix(REGION)
        return tuple(
            Membership(code, None, None) for code, each in countries().items() if each.region == region
        )
    forum = forums().get(group)
    return forum.members if forum else ()


def with_member(dataset: Dataset, group: str, besides: frozenset[str]) -> npt.NDArray[np.bool_]:
    """For each engagement, whether a member of the group was a side on its first day, `besides` not counted.

    One without a date is judged by the day of the newest document.
    """
    inside = np.zeros(len(dataset.engagements), dtype=bool)
    newest = dataset.newest if dataset.newest is not None else pd.Timestamp.max
    days = dataset.engagements["date_start"].fillna(newest).to_numpy(dtype="datetime64[D]")
    for member in memberships(group):
        rows = dataset.rows_with_side.get(member.code)
        if rows is None or member.code in besides:
            continue
        since = np.datetime64(member.since or date.min, "D")
        until = np.datetime64(member.until or date.max, "D")
        inside[rows[(since <= days[rows]) & (days[rows] <= until)]] = True
    return inside
