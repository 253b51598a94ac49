"""Which mark stands in which lane of the timeline: one row a mark, in the order of the lanes from the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd

from core.language.speak import later, t
from core.model import Precision
from core.views import palette
from core.views.columns import Codes, texts
from core.views.figures_text import forum_label, shortened
from core.views.sides import kind_codes, partner_sides, rows_with, status_codes
from core.views.terms import country, term

By = Literal["forum", "partner", "kind", "year"]
MOST_LANES: Final = 12
OTHER: Final = later("Other")
NO_FORUM: Final = later("No forum")
NO_PARTNER: Final = later("No partner told")
_WITHOUT: Final = "Without "


def lane_marks(engagements: pd.DataFrame, by: By, seen_from: str | None) -> pd.DataFrame:
    """The marks of all dated engagements, sorted by lane from the top, then by day.

    Columns: `row` (position in `engagements`), `lane` (a category), `start`, `end`, `vague` (only month or year known), `kind`
    and `status` (places among KINDS and STATUSES). By partner, an engagement has a mark in the lane of each.
    """
    dated = np.flatnonzero(engagements["date_start"].notna().to_numpy())
    rows = engagements.iloc[dated]
    lane = _lanes(rows, by, seen_from)
    order = _order(lane, by)
    at = lane.row
    start = rows["date_start"].to_numpy()
    end = rows["date_end"].fillna(rows["date_start"]).to_numpy()
    vague = rows["date_precision"].isin([Precision.MONTH, Precision.YEAR]).to_numpy()
    place = np.array([order.index(name) for name in lane.names], dtype=np.intp)[lane.code]
    marks = pd.DataFrame(
        {
            "row": dated[at],
            "lane": pd.Categorical.from_codes(place, categories=pd.Index(order, dtype=str)),
            "start": start[at],
            "end": np.maximum(start, end)[at],
            "vague": vague[at],
            "kind": kind_codes(rows)[at],
            "status": status_codes(rows)[at],
        }
    )
    return marks.iloc[np.lexsort((marks["row"], marks["start"], place))].reset_index(drop=True)


def is_rest(lane: str) -> bool:
    """Whether a lane gathers what has no lane of its own."""
    return lane in (OTHER, NO_FORUM, NO_PARTNER) or lane.startswith(_WITHOUT)


def lane_words(lane: str) -> str:
    """The name of a lane as it is read."""
    if lane in palette.KINDS:
        return term("kind", lane)
    if lane.startswith(_WITHOUT):
        return t("Without {country}", country=lane.removeprefix(_WITHOUT))
    return t(lane) if is_rest(lane) else lane


@dataclass(frozen=True, slots=True)
class _Lanes:
    """The lane of each mark: the position of its row, and the place of its lane among `names`."""

    row: Codes
    code: Codes
    names: list[str]


def _lanes(rows: pd.DataFrame, by: By, seen_from: str | None) -> _Lanes:
    here = np.arange(len(rows))
    if by == "partner":
        return _partner_lanes(rows, seen_from)
    if by == "kind":
        return _Lanes(here, kind_codes(rows), [str(kind) for kind in palette.KINDS])
    if by == "year":
        code, years = pd.factorize(rows["date_start"].dt.year)
        return _Lanes(here, code, [str(year) for year in years])
    code, forums = pd.factorize(texts(rows, "forum").to_numpy(dtype=object))
    top = _most(np.bincount(code, minlength=len(forums)), [str(name) for name in forums])
    names = [NO_FORUM if not name else forum_label(name) if name in top else OTHER for name in forums]
    return _Lanes(here, code, names)


def _partner_lanes(rows: pd.DataFrame, seen_from: str | None) -> _Lanes:
    """A mark for each partner that has a lane; an engagement with none of them stands in a rest lane, once."""
    pairs = partner_sides(rows, seen_from)
    row, code = pairs["row"].to_numpy(dtype=np.intp), pairs["country"].cat.codes.to_numpy().astype(np.intp)
    countries = [str(name) for name in pairs["country"].cat.categories]
    top = _most(np.bincount(code, minlength=len(countries)), countries)
    own = np.isin(code, [n for n, name in enumerate(countries) if name in top])
    rest = np.setdiff1d(np.arange(len(rows)), row[own])
    names = [shortened(country(name)) for name in countries] + [OTHER, NO_PARTNER]
    left = np.where(np.isin(rest, row), len(countries), len(countries) + 1)
    if seen_from:
        names.append(_WITHOUT + country(seen_from))
        left[~np.isin(rest, rows_with(rows, seen_from))] = len(countries) + 2
    return _Lanes(np.concatenate((row[own], rest)), np.concatenate((code[own], left)).astype(np.intp), names)


def _most(counts: Codes, names: Sequence[str]) -> set[str]:
    """The names that occur most, as many as there are lanes; of equals, the first in the alphabet."""
    told = [(-int(count), name) for count, name in zip(counts, names, strict=True) if name and count]
    return {name for _, name in sorted(told)[:MOST_LANES]}


def _order(lanes: _Lanes, by: By) -> list[str]:
    """The lanes from the top: most marks first, what has no lane of its own last; years newest first."""
    counts: dict[str, int] = {}
    for name, count in zip(lanes.names, np.bincount(lanes.code, minlength=len(lanes.names)), strict=True):
        counts[name] = counts.get(name, 0) + int(count)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    if by == "year":
        return sorted(names, key=int, reverse=True)
    if by == "kind":
        return [str(kind) for kind in palette.KINDS]
    rest = [name for name in names if is_rest(name)]
    return [name for name in names if name not in rest] + sorted(rest, key=lambda name: name != OTHER)
