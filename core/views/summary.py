"""What the overview says in figures and short lists."""

from dataclasses import dataclass, replace

import pandas as pd

from core.language.speak import later, t, tn
from core.model import Precision, Status
from core.views import words
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.sides import partner_sides

HELP = {
    later("Engagements"): later(
        "Meetings, visits, calls and exercises, each counted once however many documents tell of it."
    ),
    later("Partner countries"): later("Countries that took part together with the home side."),
    later("Countries"): later("Countries that took part."),
    later("Forums and exercises"): later(
        "Forums, mechanisms and exercises that at least one engagement belongs to."
    ),
    later("People met"): later("Named representatives of the other sides."),
    later("People"): later("Named representatives of all sides."),
}


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the rows shown, and how it moved from one period to the next.

    `before` and `after` are None when the periods cannot be compared (no document has a date).
    """

    label: str
    value: int
    help: str
    span: str = ""
    before: int | None = None
    after: int | None = None


def headlines(dataset: Dataset, filters: Filters, home: str | None) -> list[Headline]:
    """Engagements, countries, forums and people of the rows that the filters let through."""
    shown = narrow(dataset, filters)
    now = _figures(dataset, shown, home)
    pair = _periods(dataset, filters)
    if pair is None:
        return [Headline(t(label), value, t(HELP[label])) for label, value in now.items()]
    span, first, second = pair
    before = _figures(dataset, narrow(dataset, first), home)
    after = _figures(dataset, narrow(dataset, second), home)
    return [
        Headline(t(label), value, t(HELP[label]), span, before[label], after[label])
        for label, value in now.items()
    ]


def latest(shown: pd.DataFrame, newest: pd.Timestamp | None) -> pd.DataFrame:
    """The held engagements that began last, newest first, up to the day of the newest document."""
    held = shown[(shown["status"] == Status.HELD) & shown["date_start"].notna()]
    if newest is not None:
        held = held[held["date_start"] <= newest]
    known = held[held["date_precision"] != Precision.YEAR]
    return known.sort_values("date_start", ascending=False, kind="stable")


def coming_up(shown: pd.DataFrame, newest: pd.Timestamp | None) -> pd.DataFrame:
    """The planned engagements that still lay ahead on the day of the newest document, the next one first."""
    planned = _planned(shown)
    if newest is not None:
        planned = planned[planned["date_end"].fillna(planned["date_start"]) >= newest]
    return planned.sort_values("date_start", kind="stable")


def no_report_since(shown: pd.DataFrame, newest: pd.Timestamp | None) -> pd.DataFrame:
    """The planned engagements whose time has passed without a report that they were held, newest first."""
    planned = _planned(shown)
    if newest is None:
        return planned.head(0)
    passed = planned[planned["date_end"].fillna(planned["date_start"]) < newest]
    return passed.sort_values("date_start", ascending=False, kind="stable")


def span_of(shown: pd.DataFrame) -> str:
    """From the first to the last month of the rows: `Aug 2014 to Dec 2026`; empty without a date."""
    dated = shown[shown["date_start"].notna()]
    if dated.empty:
        return ""
    first, last = dated["date_start"].min(), dated["date_end"].fillna(dated["date_start"]).max()
    if (first.year, first.month) == (last.year, last.month):
        return words.month(first)
    return words.span(words.month(first), words.month(last))


def _planned(shown: pd.DataFrame) -> pd.DataFrame:
    return shown[(shown["status"] == Status.PLANNED) & shown["date_start"].notna()]


def _figures(dataset: Dataset, shown: pd.DataFrame, home: str | None) -> dict[str, int]:
    forums = shown.loc[shown["forum"] != "", "forum"]
    people = dataset.people[dataset.people["row"].isin(shown.index)]
    if home is not None:
        people = people[people["country"] != home]
    return {
        "Engagements": len(shown),
        "Partner countries" if home else "Countries": partner_sides(shown, home)["country"].nunique(),
        "Forums and exercises": forums.nunique(),
        "People met" if home else "People": people["person"].nunique(),
    }


def _periods(dataset: Dataset, filters: Filters) -> tuple[str, Filters, Filters] | None:
    """Two periods of equal length: the one that is filtered and that before it, or the last twelve months."""
    if filters.first and filters.last:
        first, last = pd.Timestamp(filters.first), pd.Timestamp(filters.last)
        if _whole_years(first, last):
            years = last.year - first.year + 1
            start, span = (
                first - pd.DateOffset(years=years),
                tn("a year before", "{count} years before", years),
            )
        else:
            start = first - (last - first) - pd.Timedelta(days=1)
            span = tn("{count} day before", "{count} days before", (last - first).days + 1)
        before = replace(filters, first=start.date(), last=(first - pd.Timedelta(days=1)).date())
        return span, before, filters
    if dataset.newest is None or filters.first or filters.last:
        return None
    last = dataset.newest
    middle = last - pd.DateOffset(years=1)
    first = middle - pd.DateOffset(years=1)
    day = pd.Timedelta(days=1)
    before = replace(filters, first=(first + day).date(), last=middle.date())
    after = replace(filters, first=(middle + day).date(), last=last.date())
    return t("12 months"), before, after


def _whole_years(first: pd.Timestamp, last: pd.Timestamp) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
