"""Contacts with partners: how often, how high up, how long ago, and who has been silent for longest."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.language.speak import t, tn
from core.model import Precision, Status
from core.views import words
from core.views.dataset import Dataset
from core.views.levels import MINISTER, level, pair_ranks
from core.views.terms import country
from core.views.vantage import partners

COLUMNS = [
    "engagement_id",
    "countries",
    "status",
    "date_start",
    "date_end",
    "date_precision",
]  # that contacts need
FEWEST_GAPS = 2  # a median of fewer gaps says nothing


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often something came round up to the day of the newest document, which stands for now.

    `last` is the row of the last time, None without any; days are whole, None where they cannot be told.
    """

    times: int
    last: "pd.Series[str] | None"
    days_since: int | None
    median_gap: int | None
    longest_gap: int | None


def contacts(dataset: Dataset, shown: pd.DataFrame, home: str | None) -> pd.DataFrame:
    """A row for each engagement held and each partner in it, newest first, those without a date last.

    The columns of engagements, with `country` (the partner) and `rank` (how high up the two met). What
    lies ahead of the newest document is no contact yet.
    """
    held = shown[(shown["status"] == Status.HELD).to_numpy()]
    if dataset.newest is not None:
        held = held[~(held["date_start"] > dataset.newest).to_numpy()]
    rows = partners(held, home).reset_index(drop=True)
    return rows.assign(rank=pair_ranks(dataset.side_ranks, home, rows))


def cadence(rows: pd.DataFrame, newest: pd.Timestamp | None) -> Cadence:
    """The rhythm of contacts with one partner: rows of one day count as one time.

    Gaps are counted between the last day of one and the first day of the next; a date of which only
    the year is known opens and closes no gap.
    """
    known = rows[rows["date_start"].notna() & (rows["date_precision"] != Precision.YEAR)]
    known = known.sort_values(["date_start", "engagement_id"], kind="stable")
    if known.empty:
        return Cadence(0, None, None, None, None)
    gaps = _gaps(known)
    last = known.iloc[-1]
    since = max(0, (newest - pd.Timestamp(last["date_end"])).days) if newest is not None else None
    return Cadence(
        times=len(gaps) + 1,
        last=last,
        days_since=since,
        median_gap=round(float(np.median(gaps))) if len(gaps) >= FEWEST_GAPS else None,
        longest_gap=max(gaps) if gaps else None,
    )


def at_ministers_level(rows: pd.DataFrame) -> pd.DataFrame:
    """The contacts in which ministers, or those above them, met."""
    return rows[rows["rank"] <= MINISTER]


def silence(dataset: Dataset, shown: pd.DataFrame, home: str | None) -> pd.DataFrame:
    """Who has not been met for longest, first: a row a partner of the rows shown.

    Columns: `country`, `name`, `last` (day), `last_words`, `days`, `level` (of the last contact), `engagement_id`
    (of the last contact), `minister` (the last day at a minister's level), `contacts`, `gap` (median days), `planned`.
    """
    shown = shown[COLUMNS]
    rows = contacts(dataset, shown, home)
    table = [
        _silent(str(code), group, dataset.newest) for code, group in rows.groupby("country", observed=True)
    ]
    columns = ["country", "name", "last", "last_words", "days", "level", "engagement_id", "minister"]
    found = pd.DataFrame(table, columns=[*columns, "contacts", "gap"])
    found["last"], found["minister"] = pd.to_datetime(found["last"]), pd.to_datetime(found["minister"])
    found["days"], found["gap"] = found["days"].astype("Int64"), found["gap"].astype("Int64")
    found["planned"] = _planned(shown, home, dataset.newest, found["country"])
    return found.sort_values(
        ["days", "name"], ascending=[False, True], na_position="last", ignore_index=True, kind="stable"
    )


def in_words(row: "pd.Series[str] | None") -> str:
    """The date of an engagement's row, as much as is known of it; `none reported` for none."""
    if row is None:
        return t("none reported")
    start, end = pd.Timestamp(row["date_start"]), pd.Timestamp(row["date_end"])
    return words.when(start, end, str(row["date_precision"]))


def against_usual(since: int | None, usual: int | None, years_before: bool = True) -> str:
    """How long it has been against what was usual, in words: `longer than the usual 120 days (median)`."""
    if since is None or usual is None:
        return t("too few contacts to say what is usual")
    days = tn("{count} day", "{count} days", usual)
    if since > usual:
        told = t("longer than the usual {days}", days=days)
    elif since == usual:
        told = t("as long as the usual {days}", days=days)
    else:
        told = t("shorter than the usual {days}", days=days)
    return f"{told} ({t('median')})" if years_before else told


def _silent(code: str, rows: pd.DataFrame, newest: pd.Timestamp | None) -> dict[str, object]:
    rhythm = cadence(rows, newest)
    last = rhythm.last if rhythm.last is not None else rows.iloc[0]
    high = at_ministers_level(rows)["date_start"].max()
    return {
        "country": code,
        "name": country(code),
        "last": last["date_start"],
        "last_words": in_words(last),
        "days": rhythm.days_since,
        "level": level(_best_on(rows, last)),
        "engagement_id": last["engagement_id"],
        "minister": high,
        "contacts": len(rows),
        "gap": rhythm.median_gap,
    }


def _best_on(rows: pd.DataFrame, last: "pd.Series[str]") -> int:
    """The highest rank on the day of the last contact: a visit and its talks are told as two."""
    same = rows[(rows["date_start"] == last["date_start"]) | (rows["engagement_id"] == last["engagement_id"])]
    return int(same["rank"].min())


def _planned(
    shown: pd.DataFrame, home: str | None, newest: pd.Timestamp | None, codes: "pd.Series[str]"
) -> "pd.Series[int]":
    ahead = shown[(shown["status"] == Status.PLANNED).to_numpy()]
    if newest is not None:
        ahead = ahead[~(ahead["date_end"] < newest).to_numpy()]
    counts = partners(ahead, home)["country"].value_counts()
    return codes.map(counts).fillna(0).astype(int)


def _gaps(known: pd.DataFrame) -> list[int]:
    """Days between times that follow each other; overlapping and adjoining ones are one time."""
    gaps: list[int] = []
    until = None
    for start, end in zip(known["date_start"], known["date_end"].fillna(known["date_start"]), strict=True):
        if until is not None and (start - until).days > 1:
            gaps.append(int((start - until).days))
        until = end if until is None else max(until, end)
    return gaps
