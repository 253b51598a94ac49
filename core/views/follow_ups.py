"""What followed an agreement: how often its sides met since, when first, and what came of those meetings."""

from bisect import bisect_right
from typing import Any, Final

import pandas as pd

from core.model import Status
from core.views.outcomes import AGREEMENTS
from core.views.terms import term

COLUMNS: Final = ("day", "sides", "agreement", "id", "met", "next_day", "next_id", "then")
_Met = tuple[pd.Timestamp, str]  # day and id of an engagement held
_Told = tuple[pd.Timestamp, str, str]  # day, type and words of an outcome


def follow_ups(outcomes: pd.DataFrame, shown: pd.DataFrame, most: int) -> pd.DataFrame:
    """The newest `most` agreements of the rows shown (`outcomes` as `core.views.outcomes.typed` gives them), newest first.

    Columns: `day`, `sides` (codes by `;`), `agreement` (as told), `id`, `met` (engagements of the same sides held since),
    `next_day` and `next_id` of the first of them, `then` (the first outcome told of them, with its type; "" for none).
    """
    dated = outcomes[outcomes["date_start"].notna() & (outcomes["status"] == Status.HELD)]
    agreed = dated[dated["type"].isin(AGREEMENTS)].head(most)
    held = shown[(shown["status"] == Status.HELD) & (shown["date_start"] > agreed["date_start"].min())]
    since = dated[dated["date_start"] > agreed["date_start"].min()]
    sides = set(agreed["countries"])
    met = _by_sides(held[held["countries"].isin(sides)], ["date_start", "engagement_id"])
    told = _by_sides(since[since["countries"].isin(sides)], ["date_start", "type", "outcome"])
    rows = [
        _followed(row, met.get(row["countries"], []), told.get(row["countries"], []))
        for row in agreed.to_dict("records")
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.assign(day=pd.to_datetime(table["day"]), next_day=pd.to_datetime(table["next_day"]))


def _by_sides(rows: pd.DataFrame, columns: list[str]) -> dict[str, list[Any]]:
    """For each set of sides its rows, the earliest first, as tuples of these columns."""
    rows = rows.sort_values("date_start", kind="stable")
    found: dict[str, list[Any]] = {}
    for sides, *values in rows[["countries", *columns]].itertuples(index=False):
        found.setdefault(sides, []).append(tuple(values))
    return found


def _followed(row: Any, met: list[_Met], told: list[_Told]) -> dict[str, object]:
    since = met[bisect_right(met, row["date_end"], key=lambda one: one[0]) :]
    then = told[bisect_right(told, row["date_end"], key=lambda one: one[0]) :]
    return {
        "day": row["date_start"],
        "sides": row["countries"],
        "agreement": row["outcome"],
        "id": row["engagement_id"],
        "met": len(since),
        "next_day": since[0][0] if since else pd.NaT,
        "next_id": since[0][1] if since else "",
        "then": f"{term('outcome', then[0][1])}: {then[0][2]}" if then else "",
    }
