"""The timeline: every engagement as a mark at its date, in lanes by forum, partner, kind or year."""

from datetime import date
from typing import Final

import pandas as pd
import plotly.graph_objects as go

from core.language.speak import later, t, tn
from core.views import palette
from core.views.lane_counts import count_lanes
from core.views.lane_dots import dot_lanes
from core.views.lane_marks import By, lane_marks, lane_words
from core.views.words import number, span

BY: Final[dict[By, str]] = {
    "forum": later("by forum"),
    "partner": later("by partner"),
    "kind": later("by kind"),
    "year": later("by year"),
}
MOST_MARKS: Final = 1500  # above, counts take the place of marks


def lanes(
    engagements: pd.DataFrame, by: By, seen_from: str | None = None, newest: date | None = None
) -> go.Figure:
    """The marks of all dated engagements, or counts in each lane where they are more than MOST_MARKS.

    A mark's `customdata` is the engagement's id; a count's is [lane, first day, last day, kind]. `newest` is
    the day of the newest document, drawn as a dotted line.
    """
    marks = lane_marks(engagements, by, seen_from)
    if marks.empty:
        return palette.nothing(t("No engagement with a date to draw."))
    if len(marks) > MOST_MARKS:
        return count_lanes(marks, by == "year", newest)
    return dot_lanes(engagements, marks, by == "year", newest)


def as_counts(engagements: pd.DataFrame, by: By, seen_from: str | None = None) -> bool:
    """Whether the lanes show counts: too many marks to tell apart; narrow the dates to see each."""
    return len(lane_marks(engagements, by, seen_from)) > MOST_MARKS


def not_drawn(engagements: pd.DataFrame) -> str:
    """What the timeline leaves out, in words: "11 without a date are not drawn"; "" if nothing."""
    undated = int(engagements["date_start"].isna().sum())
    if not undated:
        return ""
    return tn("{count} without a date is not drawn", "{count} without a date are not drawn", undated)


def lanes_table(engagements: pd.DataFrame, by: By, seen_from: str | None = None) -> pd.DataFrame:
    """The timeline's figures as a table: a row a lane, a column a year, then all."""
    marks = lane_marks(engagements, by, seen_from)
    table = marks.groupby(["lane", marks["start"].dt.year]).size().unstack(fill_value=0)
    table = table.reindex(list(dict.fromkeys(marks["lane"]))).rename(index=lane_words)
    table.columns = pd.Index([str(year) for year in table.columns], dtype=str)
    return table.assign(all=table.sum(axis=1)).rename_axis(by).reset_index()


def lanes_alt(engagements: pd.DataFrame, by: By, seen_from: str | None = None) -> str:
    """The timeline in words, for those who do not see it."""
    marks = lane_marks(engagements, by, seen_from)
    if marks.empty:
        return t("Timeline: no engagement with a date.")
    counts = marks.groupby("lane", sort=False).size()
    told = ", ".join(f"{lane_words(str(lane))} {number(int(count))}" for lane, count in counts.items())
    first, last = marks["start"].min().year, marks["end"].max().year
    return t(
        "Timeline {by}, {span}: {marks} in {lanes}: {told}.",
        by=t(BY[by]),
        span=str(first) if first == last else span(str(first), str(last)),
        marks=tn("{count} mark", "{count} marks", len(marks)),
        lanes=tn("{count} lane", "{count} lanes", len(counts)),
        told=told,
    )
