"""Which engagements could be the same as one: those of the same sides or forum, the nearest in time first."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from core.views import words

FAR = 3650.0  # days: how far an engagement without a date is put


def nearby(engagements: pd.DataFrame, row: Mapping[str, Any], most: int = 60) -> pd.DataFrame:
    """At most `most` of `engagements` that share two sides or the forum with `row`, the likeliest first."""
    others = engagements[engagements["engagement_id"] != row["engagement_id"]]
    sides = set(words.codes(str(row["countries"])))
    shared = others["countries"].map(lambda cell: len(sides & set(words.codes(cell)))).astype(int)
    forum = (others["forum"] == row["forum"]) & bool(row["forum"])
    alike = (shared >= min(2, max(len(sides), 1))) | forum
    day = pd.Timestamp(row["date_start"]) if row["date_start"] else pd.NaT
    apart = (others["date_start"] - day).abs().dt.days.fillna(FAR) if not pd.isna(day) else FAR
    order = pd.DataFrame(
        {"apart": apart, "shared": -shared, "id": others["engagement_id"]}, index=others.index
    )
    found: pd.DataFrame = others.loc[
        order[alike].sort_values(["apart", "shared", "id"], kind="stable").index[:most]
    ]
    return found
