"""The table of engagements as it is read on the screen."""

import pandas as pd

from core.views import words
from core.views.palette import glyph
from core.views.terms import term

COLUMNS = ("When", "Sides", "Kind", "Forum", "Src", "Conf.")


def listing(engagements: pd.DataFrame) -> pd.DataFrame:
    """A row for each engagement, as read on the screen: When (its first day, to sort by), Sides, Kind with its
    mark, Forum, Src (how many sources), Conf. where it was measured.
    """
    kinds = [
        f"{glyph(kind, status)} {words.kind_and_status(kind, status)}"
        for kind, status in zip(engagements["kind"], engagements["status"], strict=True)
    ]
    table = pd.DataFrame(
        {
            "When": engagements["date_start"].to_numpy(),
            "Sides": [words.sides(cell) for cell in engagements["countries"]],
            "Kind": kinds,
            "Forum": [term("forum", str(name)) for name in engagements["forum"]],
            "Src": engagements["sources"].to_numpy(),
            "Conf.": engagements["confidence"].to_numpy(dtype=float),
        },
        columns=list(COLUMNS),
    )
    return table if engagements["confidence"].any() else table.drop(columns="Conf.")


def dates_in_words(engagements: pd.DataFrame) -> list[str]:
    """What stands in the column When: as much of the date as is known."""
    columns = (engagements["date_start"], engagements["date_end"], engagements["date_precision"])
    return [words.when(start, end, precision) for start, end, precision in zip(*columns, strict=True)]
