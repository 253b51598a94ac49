"""One country's own history, or that of a pair: since when, how lately, and what is announced."""

from dataclasses import dataclass

import pandas as pd

from core.language.speak import t
from core.model import Status
from core.views import words
from core.views.summary import coming_up, no_report_since
from core.views.terms import country

MOST_YEARS = 13


@dataclass(frozen=True, slots=True)
class History:
    """The figures above the history of a country or a pair, in words ready for the screen."""

    title: str
    first: str
    last_held: str
    days_since: str
    planned: int


def history(shown: pd.DataFrame, countries: tuple[str, ...], newest: pd.Timestamp | None) -> History:
    """What the rows say about the chosen countries on the day of the newest document."""
    held = shown[(shown["status"] == Status.HELD) & shown["date_start"].notna()]
    if newest is not None:
        held = held[held["date_start"] <= newest]
    held = held.sort_values("date_start", kind="stable")
    last = held.iloc[-1] if len(held) else None
    return History(
        title=t("{countries}: history", countries=words.listed([country(code) for code in countries])),
        first=_when(held.iloc[0]) if len(held) else t("none reported"),
        last_held=_when(last) if last is not None else t("none reported"),
        days_since=_days(last, newest),
        planned=len(coming_up(shown, newest)) + len(no_report_since(shown, newest)),
    )


def recent_years(table: pd.DataFrame, shown: pd.DataFrame) -> tuple[str, list[list[int]]]:
    """The last years of a ranking in words, and its counts in each of them: more would be too thin to see."""
    dated = shown.loc[shown["status"] != Status.CANCELLED, "date_start"].dropna()
    if dated.empty:
        return t("Years"), [[] for _ in range(len(table))]
    first, last = max(int(dated.min().year), int(dated.max().year) - MOST_YEARS + 1), int(dated.max().year)
    name = str(first) if first == last else f"{first}{words.DASH}{last}"
    return name, [years[-(last - first + 1) :] for years in table["years"]]


def _when(row: "pd.Series[str]") -> str:
    return words.when(
        pd.Timestamp(row["date_start"]), pd.Timestamp(row["date_end"]), str(row["date_precision"])
    )


def _days(last: "pd.Series[str] | None", newest: pd.Timestamp | None) -> str:
    if last is None or newest is None:
        return t(words.NOT_TOLD)
    return words.number(max(0, (newest - pd.Timestamp(last["date_end"])).days))
