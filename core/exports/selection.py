"""What is taken along: the rows of one view with everything that belongs to them, or the whole collection."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from core.language.speak import t
from core.tables.schema import TABLES
from core.views import words
from core.views.columns import places, texts
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.filters_said import describe


@dataclass(frozen=True)
class Selection:
    """The engagements shown, and how they came to be shown; `filters` is None for the whole collection."""

    dataset: Dataset
    filters: Filters | None
    engagements: pd.DataFrame = field(repr=False)
    _kept: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, dataset: Dataset, filters: Filters | None = None) -> "Selection":
        """The rows that the filters let through; all of them without filters."""
        return cls(dataset, filters, dataset.engagements if filters is None else narrow(dataset, filters))

    @property
    def whole(self) -> bool:
        """True when no engagement of the collection is left out."""
        return len(self.engagements) == len(self.dataset.engagements)

    @property
    def asked(self) -> str:
        """The filters in words: `India with France, since 1 Jan 2020`; `everything` without filters."""
        if self.filters is None:
            return t("everything")
        who, rest = describe(self.filters)
        return f"{who}, {rest}"

    @property
    def newest(self) -> str:
        """The day of the newest document in words, which stands for "now"."""
        return words.day(self.dataset.newest) if self.dataset.newest is not None else t(words.NO_DATE)

    def table(self, name: str) -> pd.DataFrame:
        """The rows of one of the tables that belong to the engagements shown.

        A row belongs by its engagement, else by its report, else by its document. Documents that gave nothing
        and problems belong to no engagement: they come along when none is left out.
        """
        if name == "engagements":
            return self.engagements
        if self.whole:
            return self.dataset.table(name)
        if name not in self._kept:
            self._kept[name] = self._belonging(name, self.dataset.table(name))
        return self._kept[name]

    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables of the contract, in its order."""
        return {name: self.table(name) for name in TABLES}

    def _belonging(self, name: str, frame: pd.DataFrame) -> pd.DataFrame:
        if name == "problems":
            return frame.head(0)
        if "engagement_id" in frame.columns:
            return having(frame, "engagement_id", self.engagements["engagement_id"])
        for key in ("report_id", "doc_id"):
            if key in frame.columns:
                return having(frame, key, self.table("reports")[key])
        return frame.head(0)


def having(frame: pd.DataFrame, key: str, known: Iterable[str]) -> pd.DataFrame:
    """The rows whose value in the column `key` is among the known ones."""
    inside = places(texts(frame, key), pd.Series(list(known), dtype=str)) >= 0
    kept: pd.DataFrame = frame if inside.all() else frame[inside]
    return kept
