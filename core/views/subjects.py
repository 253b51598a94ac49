"""Topics and types of outcome by year and by partner, as tables for heat maps."""

import numpy as np
import pandas as pd

from core.model import Status
from core.views.columns import Codes, coded, listed
from core.views.heatmap import crossed
from core.views.sides import counted, partner_sides

MOST = 16
_COUNTED = ["status", "topics"]


def by_year(shown: pd.DataFrame) -> pd.DataFrame:
    """How many engagements, held or planned, were about each topic each year."""
    rows = counted(shown[[*_COUNTED, "date_start"]])
    rows = rows[rows["date_start"].notna()]
    return _crossed(rows, np.arange(len(rows)), coded(rows["date_start"].dt.year.astype(str)))


def by_partner(shown: pd.DataFrame, home: str | None) -> pd.DataFrame:
    """How many engagements were about each topic with each partner; alpha-3 codes as columns."""
    rows = counted(shown[[*_COUNTED, "countries"]])
    pairs = partner_sides(rows, home)
    return _crossed(rows, pairs["row"].to_numpy(), pairs["country"].array)


def outcomes_by_year(outcomes: pd.DataFrame) -> pd.DataFrame:
    """How many outcomes of each type the engagements of each year had; those only planned are left out.

    `outcomes` as `core.views.outcomes.typed` gives them.
    """
    told = outcomes[(outcomes["status"] == Status.HELD) & outcomes["date_start"].notna()]
    years = told["date_start"].dt.year.astype(str)
    cells = pd.DataFrame({"row": told["type"].to_numpy(), "column": years.to_numpy()}, dtype=str)
    return crossed(cells, MOST)


def outcomes_by_partner(outcomes: pd.DataFrame, home: str | None) -> pd.DataFrame:
    """How many outcomes of each type the engagements held with each partner had; alpha-3 codes as columns."""
    told = outcomes[outcomes["status"] == Status.HELD]
    pairs = partner_sides(told, home)
    types = told["type"].to_numpy()[pairs["row"].to_numpy()]
    cells = {"row": types, "column": pairs["country"].astype(str).to_numpy()}
    return crossed(pd.DataFrame(cells, dtype=str), MOST)


def _crossed(rows: pd.DataFrame, of: Codes, columns: pd.Categorical) -> pd.DataFrame:
    """Topics of `rows` by what each row has: a row and a value for each, `of` and `columns`."""
    pairs = listed(rows, "topics").merge(pd.DataFrame({"row": of, "column": columns}), on="row")
    return crossed(pd.DataFrame({"row": pairs["value"], "column": pairs["column"]}), MOST)
