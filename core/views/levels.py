"""How high up an engagement was: the offices of those who took part, as leader, minister, deputy and so on."""

from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from core.lexicon.offices import office_in, offices
from core.views.columns import coded

LEVELS: Final = ("leader", "minister", "deputy", "secretary", "chief", "official")  # the highest first
NOT_TOLD: Final = "not told"
MINISTER: Final = LEVELS.index("minister")
UNKNOWN: Final = len(LEVELS)  # the rank of a level that is not told: below all others


@cache
def level_of(office: str, country: str = "") -> str:
    """The level of an office as it stands in the tables (`Defence Minister`); "" where it is not known.

    A title can mean different posts: a Defence Secretary is an official in India and the minister in the
    United Kingdom, so the country decides.
    """
    known = office_in(office, country)
    if known is not None:
        return known.level
    return _by_title().get(office.casefold(), "")


def rank(level: str) -> int:
    """The place of a level, 0 for the highest; UNKNOWN where it is not told."""
    return LEVELS.index(level) if level in LEVELS else UNKNOWN


def level(place: int) -> str:
    """The level at a place, `not told` behind the last."""
    return LEVELS[place] if 0 <= place < UNKNOWN else NOT_TOLD


def side_ranks(participants: pd.DataFrame) -> pd.DataFrame:
    """The highest known rank of each side: `engagement_id`, `country`, `rank`; sides without one are left out."""
    told = participants[["engagement_id", "country", "office"]]
    told = told[(told["office"] != "") & (told["country"] != "")]
    held = coded(told["office"].astype(str) + "\n" + told["country"].astype(str))
    ranks = np.array([rank(level_of(*one.split("\n"))) for one in held.categories if one], dtype=int)
    ranked = told[["engagement_id", "country"]].assign(rank=ranks[held.codes])
    ranked = ranked[ranked["rank"] < UNKNOWN].astype({"engagement_id": str, "country": str})
    return ranked.groupby(["engagement_id", "country"])["rank"].min().reset_index()


def levels(engagements: pd.DataFrame, sides: pd.DataFrame) -> "pd.Series[str]":
    """The level of each engagement: the one that two sides reach, so a minister who sees a chief makes it a chief's.

    Where the office of one side only is told, that one counts. `sides` is `side_ranks`.
    """
    ordered = sides.sort_values(["engagement_id", "rank"], kind="stable")
    within = ordered.groupby("engagement_id").cumcount()
    first = ordered[within == 0].set_index("engagement_id")["rank"]
    second = ordered[within == 1].set_index("engagement_id")["rank"]
    best = second.reindex(first.index).fillna(first).astype(int)
    names = dict(zip(best.index, map(level, best), strict=True))
    told = [names.get(str(key), NOT_TOLD) for key in engagements["engagement_id"]]
    return pd.Series(told, index=engagements.index, dtype=str)


def pair_ranks(sides: pd.DataFrame, home: str | None, contacts: pd.DataFrame) -> "pd.Series[int]":
    """The rank at which each contact (`engagement_id`, `country`) met the home side: the lower one of the two.

    Without a home side, the rank of the country's own side.
    """
    ranks = sides.set_index(["engagement_id", "country"])["rank"]
    ids, own = contacts["engagement_id"].astype(str), contacts["country"].astype(str)
    theirs = ranks.reindex(pd.MultiIndex.from_arrays([ids, own])).to_numpy(dtype=float)
    ours = ranks.reindex(pd.MultiIndex.from_arrays([ids, [home or ""] * len(ids)])).to_numpy(dtype=float)
    both = np.nan_to_num(np.fmax(theirs, ours), nan=UNKNOWN)
    return pd.Series(both, index=contacts.index).astype(int)


@cache
def _by_title() -> dict[str, str]:
    found: dict[str, str] = {}
    for office in offices().values():
        known = found.setdefault(office.title.casefold(), office.level)
        if rank(office.level) > rank(known):  # a title that two offices share says no more than the lower one
            found[office.title.casefold()] = office.level
    return found
