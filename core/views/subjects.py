"""Topics and types of outcome by year and by partner, as tables for heat maps."""

import pandas as pd

from core.model import Status
from core.views import words
from core.views.dataset import Dataset
from core.views.heatmap import crossed
from core.views.outcomes import typed
from core.views.sides import counted
from core.views.vantage import partners

MOST = 16


def by_year(shown: pd.DataFrame) -> pd.DataFrame:
    """How many engagements, held or planned, were about each topic each year."""
    rows = counted(shown)
    rows = rows[rows["date_start"].notna()]
    return _crossed(rows, rows["date_start"].dt.year.astype(str))


def by_partner(shown: pd.DataFrame, home: str | None) -> pd.DataFrame:
    """How many engagements were about each topic with each partner; alpha-3 codes as columns."""
    rows = partners(counted(shown), home).reset_index(drop=True)
    return _crossed(rows, rows["country"].astype(str))


def outcomes_by_year(dataset: Dataset, shown: pd.DataFrame) -> pd.DataFrame:
    """How many outcomes of each type the engagements of each year had; those only planned are left out."""
    told = typed(dataset, shown[shown["status"] == Status.HELD])
    told = told[told["date_start"].notna()]
    years = told["date_start"].dt.year.astype(str)
    cells = pd.DataFrame({"row": told["type"].to_numpy(), "column": years.to_numpy()}, dtype=str)
    return crossed(cells, MOST)


def _crossed(rows: pd.DataFrame, columns: "pd.Series[str]") -> pd.DataFrame:
    cells = pd.DataFrame({"row": rows["topics"].astype(str).map(words.codes), "column": columns})
    cells = cells.explode("row").dropna(subset="row").astype(str)
    return crossed(cells, MOST)
