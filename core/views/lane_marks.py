"""Which mark stands in which lane of the timeline: one row a mark, in the order of the lanes from the top."""

from typing import Final, Literal

import numpy as np
import pandas as pd

from core.lexicon.countries import country_name
from core.model import Precision
from core.views import palette
from core.views.figures_text import forum_label, shortened
from core.views.sides import kind_codes, partner_sides, sides, status_codes, texts

By = Literal["forum", "partner", "kind", "year"]
MOST_LANES: Final = 12
OTHER: Final = "Other"
NO_FORUM: Final = "No forum"
NO_PARTNER: Final = "No partner told"
_WITHOUT: Final = "Without "


def lane_marks(engagements: pd.DataFrame, by: By, seen_from: str | None) -> pd.DataFrame:
    """The marks of all dated engagements, sorted by lane from the top, then by day.

    Columns: `row` (position in `engagements`), `lane`, `start`, `end`, `vague` (only month or year known), `kind`
    and `status` (places among KINDS and STATUSES). By partner, an engagement has a mark in the lane of each.
    """
    dated = np.flatnonzero(engagements["date_start"].notna().to_numpy())
    rows = engagements.iloc[dated].reset_index(drop=True)
    lane = _lanes(rows, by, seen_from)
    place = {name: n for n, name in enumerate(_order(lane["lane"], by))}
    at = lane["row"].to_numpy()
    end = rows["date_end"].fillna(rows["date_start"])
    end = end.where(end >= rows["date_start"], rows["date_start"])
    vague = texts(rows, "date_precision").isin([Precision.MONTH, Precision.YEAR]).to_numpy()
    marks = pd.DataFrame(
        {
            "row": dated[at],
            "lane": lane["lane"].to_numpy(),
            "place": lane["lane"].map(place).to_numpy(dtype=np.intp),
            "start": rows["date_start"].to_numpy()[at],
            "end": end.to_numpy()[at],
            "vague": vague[at],
            "kind": kind_codes(rows)[at],
            "status": status_codes(rows)[at],
        }
    )
    return marks.sort_values(["place", "start", "row"], kind="stable", ignore_index=True).drop(
        columns="place"
    )


def is_rest(lane: str) -> bool:
    """Whether a lane gathers what has no lane of its own."""
    return lane in (OTHER, NO_FORUM, NO_PARTNER) or lane.startswith(_WITHOUT)


def _lanes(rows: pd.DataFrame, by: By, seen_from: str | None) -> pd.DataFrame:
    """The lanes of each row: `row` (position) and `lane` (label)."""
    if by == "partner":
        return _partner_lanes(rows, seen_from)
    if by == "forum":
        lane = _forum_lanes(texts(rows, "forum"))
    else:
        lane = rows["date_start"].dt.year.astype(str) if by == "year" else texts(rows, "kind")
    return pd.DataFrame({"row": np.arange(len(rows)), "lane": lane.astype(object)})


def _forum_lanes(names: "pd.Series[str]") -> "pd.Series[str]":
    label = {name: forum_label(name) for name in _most(names[names != ""])}
    named = names.map(label).astype(object)
    return named.where(named.notna(), OTHER).where(names != "", NO_FORUM)


def _partner_lanes(rows: pd.DataFrame, seen_from: str | None) -> pd.DataFrame:
    """A row for each partner that has a lane; an engagement with none of them stands in a rest lane, once."""
    pairs = partner_sides(rows, seen_from)
    code = pairs["country"].astype(str)
    label = {name: shortened(country_name(name)) for name in _most(code)}
    own = code.isin(list(label))
    named = pd.DataFrame({"row": pairs.loc[own, "row"], "lane": code[own].map(label).astype(object)})
    rest = np.setdiff1d(np.arange(len(rows)), named["row"].to_numpy())
    lane = np.where(np.isin(rest, pairs["row"].to_numpy()), OTHER, NO_PARTNER).astype(object)
    if seen_from:
        everyone = sides(rows)
        at_home = everyone.loc[everyone["country"].astype(str) == seen_from, "row"].to_numpy()
        lane[~np.isin(rest, at_home)] = _WITHOUT + country_name(seen_from)
    return pd.concat([named, pd.DataFrame({"row": rest, "lane": lane})], ignore_index=True)


def _most(names: "pd.Series[str]") -> list[str]:
    """The names that occur most, as many as there are lanes; of equals, the first in the alphabet."""
    counts = names.value_counts(sort=False).sort_index().sort_values(ascending=False, kind="stable")
    return [str(name) for name in counts.index[:MOST_LANES]]


def _order(lane: "pd.Series[str]", by: By) -> list[str]:
    """The lanes from the top: most marks first, what has no lane of its own last; years newest first."""
    counts = lane.value_counts()
    names = sorted((str(name) for name in counts.index), key=lambda name: (-int(counts[name]), name))
    if by == "year":
        return sorted(names, key=int, reverse=True)
    if by == "kind":
        return [str(kind) for kind in palette.KINDS if str(kind) in names]
    rest = [name for name in names if is_rest(name)]
    return [name for name in names if name not in rest] + sorted(rest, key=lambda name: name != OTHER)
