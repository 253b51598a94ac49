"""Two periods, two countries or two forums, side by side: who is new, who lapsed, who came back; what rose and what fell."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from core.language.speak import later, t
from core.views import words
from core.views.columns import listed
from core.views.contacts import COLUMNS as CONTACT_COLUMNS
from core.views.contacts import at_ministers_level, cadence, contacts, in_words
from core.views.dataset import Dataset
from core.views.editions import met_ever
from core.views.levels import UNKNOWN, level
from core.views.matrix import editions as years_reported
from core.views.sides import rows_with
from core.views.terms import country

NEW: Final = later("new")
RESUMED: Final = later("resumed")
LAPSED: Final = later("lapsed")
BOTH: Final = later("both")
CHANGES: Final = {
    LAPSED: later("met in the first period, not in the second"),
    NEW: later("met in the second period, never before it in the data"),
    RESUMED: later("met in the second period and before the first, not in between"),
    BOTH: later("met in both"),
}
RAISED, LOWERED = "raised", "lowered"
COLUMNS = ("country", "name", "change", "before", "after", "level_before", "level_after", "level_change")


@dataclass(frozen=True, slots=True)
class Span:
    """Whole years, both included; `until` None for all that follows."""

    since: int
    until: int | None

    def __str__(self) -> str:
        """`2022`, `2022 to 2024`, `since 2023`."""
        if self.until is None:
            return t("since {day}", day=self.since)
        return str(self.since) if self.since == self.until else words.span(str(self.since), str(self.until))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.since, 1, 1)

    @property
    def last(self) -> date | None:
        """Its last day; None where it has no end."""
        return None if self.until is None else date(self.until, 12, 31)

    def rows(self, engagements: pd.DataFrame) -> pd.DataFrame:
        """The rows that began in it."""
        years = engagements["date_start"].dt.year
        inside = (years >= self.since) & ((years <= self.until) if self.until is not None else True)
        found: pd.DataFrame = engagements[inside]
        return found


def years_of(shown: pd.DataFrame, newest: pd.Timestamp | None) -> list[int]:
    """The years in which the rows began, newest first, none behind the newest document."""
    years = {int(year) for year in shown["date_start"].dropna().dt.year}
    return sorted((year for year in years if newest is None or year <= newest.year), reverse=True)


def two_periods(
    dataset: Dataset, shown: pd.DataFrame, home: str | None, first: Span, second: Span
) -> pd.DataFrame:
    """A row a partner met in either period: how often, how high up, and what changed (`CHANGES`).

    Columns: COLUMNS, then `last_before` and `last_after` (dates in words), `id_before` and `id_after` (the last
    contact of each period, "" for none). The partners that lapsed come first, then new and resumed ones.
    """
    met = contacts(dataset, shown[CONTACT_COLUMNS], home)
    before, after = first.rows(met), second.rows(met)
    earlier = set(met.loc[met["date_start"] < pd.Timestamp(min(first.first, second.first)), "country"])
    parts = [
        {str(code): group for code, group in rows.groupby("country", observed=True)}
        for rows in (before, after)
    ]
    table = [
        _partner(code, *(part.get(code, met.iloc[:0]) for part in parts), earlier=code in earlier)
        for code in sorted({*parts[0], *parts[1]})
    ]
    found = pd.DataFrame(table, columns=[*COLUMNS, "last_before", "last_after", "id_before", "id_after"])
    order = found["change"].map({change: place for place, change in enumerate(CHANGES)})
    weight = found["before"] + found["after"]
    ordered = found.assign(order=order, weight=weight).sort_values(
        ["order", "weight", "name"], ascending=[True, False, True], ignore_index=True
    )
    return ordered.drop(columns=["order", "weight"])


def values_came_and_went(before: pd.DataFrame, after: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many engagements have each value of a list column (topics) in two sets of rows: `value`, `before`, `after`.

    Those that moved most come first.
    """
    counts = [listed(rows, column)["value"].astype(str).value_counts() for rows in (before, after)]
    table = pd.DataFrame({"before": counts[0], "after": counts[1]}).fillna(0).astype(int)
    table = table.rename_axis("value").reset_index()
    moved = (table["after"] - table["before"]).abs()
    return table.assign(moved=moved).sort_values(
        ["moved", "value"], ascending=[False, True], ignore_index=True
    )[["value", "before", "after"]]


def two_countries(
    dataset: Dataset, shown: pd.DataFrame, home: str | None, one: str, other: str
) -> pd.DataFrame:
    """The figures of two countries beside each other: `measure`, then a column for each country's code.

    Seen from the home side where it is neither of them: "contacts" are then those with it.
    """
    met = contacts(dataset, shown[[*CONTACT_COLUMNS, "forum"]], None if home in (one, other) else home)
    told = {code: _figures(met[met["country"] == code], dataset) for code in (one, other)}
    return pd.DataFrame(
        {"measure": list(told[one])} | {code: list(found.values()) for code, found in told.items()}
    )


def two_forums(dataset: Dataset, shown: pd.DataFrame, home: str | None, one: str, other: str) -> pd.DataFrame:
    """The figures of two forums beside each other: `measure`, then a column for each forum's name."""
    met = contacts(dataset, shown[[*CONTACT_COLUMNS, "forum"]], home)
    told = {
        name: _forum_figures(shown, met[met["forum"] == name], name, home, dataset) for name in (one, other)
    }
    return pd.DataFrame(
        {"measure": list(told[one])} | {name: list(found.values()) for name, found in told.items()}
    )


def with_country(shown: pd.DataFrame, home: str | None, code: str) -> pd.DataFrame:
    """The rows of a country; with a home side that is another country, those in which both took part."""
    both = np.ones(len(shown), dtype=bool)
    for side in {code, home or code}:
        both &= np.isin(np.arange(len(shown)), rows_with(shown, side))
    return shown[both]


def _partner(code: str, before: pd.DataFrame, after: pd.DataFrame, *, earlier: bool) -> dict[str, object]:
    if before.empty:
        change = RESUMED if earlier else NEW
    else:
        change = LAPSED if after.empty else BOTH
    ranks = [int(rows["rank"].min()) if len(rows) else UNKNOWN for rows in (before, after)]
    known = UNKNOWN not in ranks
    moved = RAISED if ranks[1] < ranks[0] else LOWERED if ranks[1] > ranks[0] else ""
    ends = [rows.iloc[0] if len(rows) else None for rows in (before, after)]
    return {
        "country": code,
        "name": country(code),
        "change": change,
        "before": before["engagement_id"].nunique(),
        "after": after["engagement_id"].nunique(),
        "level_before": level(ranks[0]) if len(before) else "",
        "level_after": level(ranks[1]) if len(after) else "",
        "level_change": moved if known else "",
        "last_before": in_words(ends[0]) if len(before) else "",
        "last_after": in_words(ends[1]) if len(after) else "",
        "id_before": str(ends[0]["engagement_id"]) if ends[0] is not None else "",
        "id_after": str(ends[1]["engagement_id"]) if ends[1] is not None else "",
    }


def _figures(met: pd.DataFrame, dataset: Dataset) -> dict[str, str]:
    high = at_ministers_level(met)
    rhythm, top = cadence(met, dataset.newest), cadence(high, dataset.newest)
    return {
        t("Engagements held"): words.number(met["engagement_id"].nunique()),
        t("At a minister's level"): words.number(high["engagement_id"].nunique()),
        t("Last contact"): in_words(rhythm.last),
        t("Days since the last contact"): _days(rhythm.days_since),
        t("Days since ministers met"): _days(top.days_since),
        t("Usual gap between ministers' contacts, days"): _days(top.median_gap),
        t("Longest gap, days"): _days(rhythm.longest_gap),
        t("Forums and exercises"): words.number(met.loc[met["forum"] != "", "forum"].nunique()),
    }


def _forum_figures(
    shown: pd.DataFrame, met: pd.DataFrame, forum: str, home: str | None, dataset: Dataset
) -> dict[str, str]:
    years = years_reported(shown, forum)
    rhythm = cadence(met, dataset.newest)
    return {
        t("Engagements held"): words.number(met["engagement_id"].nunique()),
        t("At a minister's level"): words.number(at_ministers_level(met)["engagement_id"].nunique()),
        t("Editions told of"): words.number(len(years)),
        t("Countries met, two by two"): words.number(len(met_ever(shown, forum, home))),
        t("Last contact"): in_words(rhythm.last),
        t("Days since the last contact"): _days(rhythm.days_since),
    }


def _days(days: int | None) -> str:
    return t(words.NOT_TOLD) if days is None else words.number(days)
