"""Other engagements near one: the same sides before and after, the same forum at the same time."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.model import Kind
from core.views.dataset import Dataset

BESIDE = pd.Timedelta(days=14)


@dataclass(frozen=True)
class Neighbours:
    """Rows of engagements: `before` the nearest first, `after` the nearest first, `beside` by day."""

    before: pd.DataFrame
    after: pd.DataFrame
    beside: pd.DataFrame


def neighbours(dataset: Dataset, row: "pd.Series[Any]", most: int = 3) -> Neighbours:
    """What is near an engagement: of the same sides, or of the same forum, at most `most` before and after it."""
    others = dataset.engagements[dataset.engagements["engagement_id"] != row["engagement_id"]]
    same = others[_same(others, row)]
    start = row["date_start"]
    if pd.isna(start):
        return Neighbours(same.iloc[:0], same.iloc[:0], _beside(others, row))
    dated = same[same["date_start"].notna()]
    before = dated[dated["date_start"] < start].sort_values("date_start", ascending=False, kind="stable")
    after = dated[dated["date_start"] >= start].sort_values("date_start", kind="stable")
    return Neighbours(before.head(most), after.head(most), _beside(others, row))


def _same(others: pd.DataFrame, row: "pd.Series[Any]") -> "pd.Series[bool]":
    """Which of the others have the same two sides, or, for more than two, are the same forum's own meetings."""
    if row["kind"] in (Kind.MULTILATERAL, Kind.EXERCISE) and row["forum"]:
        return others["kind"].eq(row["kind"]) & others["forum"].eq(row["forum"])
    return others["countries"].eq(row["countries"]) & others["countries"].ne("")


def _beside(others: pd.DataFrame, row: "pd.Series[Any]") -> pd.DataFrame:
    """The engagements of the same forum within two weeks, or of the same edition where the day is not known."""
    same = others[others["forum"].eq(row["forum"]) & others["forum"].ne("")]
    start = row["date_start"]
    if pd.isna(start):
        near: pd.DataFrame = same[same["edition"].eq(row["edition"]) & same["edition"].ne("")]
    else:
        near = same[(same["date_start"] - start).abs() <= BESIDE]
    return near.sort_values(["date_start", "engagement_id"], kind="stable")
