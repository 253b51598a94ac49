"""Engagements over time: how many a month, quarter or year, by kind; hollow where planned."""

from typing import Any, Literal

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.language.speak import later, t, tn
from core.model import Precision, Status
from core.views import palette
from core.views.columns import Codes, texts
from core.views.figures_text import months_words, safe
from core.views.sides import STATUSES, counted, kind_codes, status_codes
from core.views.words import kind_and_status, number, span

Step = Literal["month", "quarter", "year"]
MONTHS_IN: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}
TITLE: dict[Step, str] = {
    "month": later("Engagements by month"),
    "quarter": later("Engagements by quarter"),
    "year": later("Engagements by year"),
}
BY_STEP: dict[Step, str] = {
    "month": later("by month"),
    "quarter": later("by quarter"),
    "year": later("by year"),
}
HEIGHT = 230
FEWEST = {"month": 12, "quarter": 12, "year": 5}  # periods on the axis, so that a single bar stays a bar


def step(engagements: pd.DataFrame) -> Step:
    """How wide a bar is: a month up to 3 years of span, a quarter up to 13, then a year."""
    dated = _drawable(engagements, None)
    if dated.empty:
        return "month" if engagements["date_start"].isna().all() else "year"
    months = _months(dated["date_start"])
    span = int(months.max() - months.min()) + 1
    return "month" if span <= 36 else "quarter" if span <= 13 * 12 else "year"


def title(engagements: pd.DataFrame) -> str:
    """What the chart is called: `Engagements by quarter`."""
    return t(TITLE[step(engagements)])


def by_period(engagements: pd.DataFrame) -> pd.DataFrame:
    """Counts of held and planned engagements: one row a period, kind and status that occur, oldest first.

    Columns: `start` and `end` (first and last day of the period), `label`, `kind`, `status`, `engagements`.
    """
    return _by_period(engagements, step(engagements))


def _by_period(engagements: pd.DataFrame, wide: Step) -> pd.DataFrame:
    rows = _drawable(engagements, wide)
    period = _months(rows["date_start"]) // MONTHS_IN[wide]
    first = int(period.min()) if len(period) else 0
    kinds = len(palette.KINDS)
    cell = (period - first) * kinds * 2 + status_codes(rows) * kinds + kind_codes(rows)
    counts = np.bincount(cell)
    at = np.flatnonzero(counts)
    starts = _month_start((at // (kinds * 2) + first) * MONTHS_IN[wide])
    ends = _month_start((at // (kinds * 2) + first + 1) * MONTHS_IN[wide]) - pd.Timedelta(days=1)
    return pd.DataFrame(
        {
            "start": starts,
            "end": ends,
            "label": pd.Series([_label(a, b, wide) for a, b in zip(starts, ends, strict=True)], dtype=str),
            "kind": pd.Series([str(palette.KINDS[code % kinds]) for code in at], dtype=str),
            "status": pd.Series([str(STATUSES[code // kinds % 2]) for code in at], dtype=str),
            "engagements": counts[at],
        }
    )


def over_time(engagements: pd.DataFrame, beside: pd.DataFrame | None = None) -> go.Figure:
    """Stacked bars, held kinds from the base, then planned ones hollow.

    `customdata` of a bar: first day, last day, kind, status. A chart that stands beside one of other rows has the same
    axes as that.
    """
    both = engagements if beside is None else pd.concat([engagements, beside])
    wide = step(both)
    table = _by_period(engagements, wide)
    if table.empty:
        return palette.nothing(t("No engagement with a date to draw."))
    totals = table.groupby("label")["engagements"].sum()
    figure = go.Figure()
    for status in (Status.HELD, Status.PLANNED):
        for kind in palette.KINDS:
            rows = table[(table["kind"] == kind) & (table["status"] == status)]
            if len(rows):
                figure.add_trace(_bars(rows, totals, kind, status))
    tables = [table] if beside is None else [table, _by_period(beside, wide)]
    most = max(int(each.groupby("start")["engagements"].sum().max()) for each in tables if len(each))
    _axes(figure, pd.concat(tables), wide, most)
    return figure


def peak_words(engagements: pd.DataFrame) -> str:
    """The period with the most, in words ("most in Oct–Dec 2024: 30"); the latest of several, "" without any."""
    totals = by_period(engagements).groupby(["start", "label"])["engagements"].sum()
    if totals.empty:
        return ""
    most = int(totals.max())
    return t("most in {period}: {number}", period=totals[totals == most].index[-1][1], number=number(most))


def not_drawn(engagements: pd.DataFrame) -> str:
    """What the chart leaves out, in words ("not drawn: 11 without a date, 4 with only a year"), "" if nothing."""
    precision, status = texts(engagements, "date_precision"), texts(engagements, "status")
    live = status != Status.CANCELLED
    undated = int((live & engagements["date_start"].isna()).sum())
    vague = 0
    if step(engagements) != "year":
        vague = int((live & engagements["date_start"].notna() & (precision == Precision.YEAR)).sum())
    parts = [
        tn("{count} without a date", "{count} without a date", undated) if undated else "",
        tn("{count} with only a year", "{count} with only a year", vague) if vague else "",
        tn("{count} cancelled", "{count} cancelled", int((~live).sum())) if (~live).any() else "",
    ]
    left_out = ", ".join(part for part in parts if part)
    return t("not drawn: {what}", what=left_out) if left_out else ""


def over_time_table(engagements: pd.DataFrame) -> pd.DataFrame:
    """The chart's figures as a table: a row a period, a column a kind, then planned and all."""
    table = by_period(engagements)
    order = list(dict.fromkeys(table["label"]))
    held = table[table["status"] == Status.HELD].pivot_table(
        index="label", columns="kind", values="engagements", aggfunc="sum", observed=False
    )
    wide = held.reindex(index=order, columns=[str(kind) for kind in palette.KINDS]).fillna(0).astype(int)
    planned = table[table["status"] == Status.PLANNED].groupby("label")["engagements"].sum()
    wide["planned"] = planned.reindex(order).fillna(0).astype(int)
    wide["all"] = wide.sum(axis=1)
    return wide.rename_axis("period").rename_axis(None, axis=1).reset_index()


def over_time_alt(engagements: pd.DataFrame) -> str:
    """The chart in words, for those who do not see it."""
    table = by_period(engagements)
    if table.empty:
        return t("Engagements over time: none with a date.")
    total, planned = (
        int(table["engagements"].sum()),
        int(table.loc[table["status"] == "planned", "engagements"].sum()),
    )
    ahead = ", " + tn("{count} of them planned", "{count} of them planned", planned) if planned else ""
    return tn(
        "Stacked bars by kind: {count} engagement {by_step}, {span}{ahead}; {peak}.",
        "Stacked bars by kind: {count} engagements {by_step}, {span}{ahead}; {peak}.",
        total,
        by_step=t(BY_STEP[step(engagements)]),
        span=span(table["label"].iloc[0], table["label"].iloc[-1]),
        ahead=ahead,
        peak=peak_words(engagements),
    )


def _drawable(engagements: pd.DataFrame, wide: Step | None) -> pd.DataFrame:
    """The counted rows whose date is known well enough for a bar of that width."""
    rows = counted(engagements[["kind", "status", "date_start", "date_precision"]])
    rows = rows[rows["date_start"].notna()]
    return rows if wide == "year" else rows[texts(rows, "date_precision") != Precision.YEAR]


def _months(days: "pd.Series[pd.Timestamp]") -> Codes:
    """Months since the year 0."""
    months: Codes = (days.dt.year * 12 + days.dt.month - 1).to_numpy().astype(np.intp)
    return months


def _month_start(months: Codes) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(
        [pd.Timestamp(int(m) // 12, int(m) % 12 + 1, 1) for m in months], dtype="datetime64[s]"
    )


def _label(start: pd.Timestamp, end: pd.Timestamp, wide: Step) -> str:
    return str(start.year) if wide == "year" else months_words(start, end)


def _bars(rows: pd.DataFrame, totals: "pd.Series[int]", kind: str, status: str) -> go.Bar:
    days = (rows["end"] - rows["start"]).dt.days + 1
    middle = rows["start"] + pd.to_timedelta(days * 12, unit="h")
    what = kind_and_status(kind, status)
    hover = [
        f"<b>{safe(label)}</b><br>{what}: "
        + t("{part} of {all}", part=number(count), all=number(int(totals[label])))
        for label, count in zip(rows["label"], rows["engagements"], strict=True)
    ]
    return go.Bar(
        x=middle.dt.strftime("%Y-%m-%dT%H:%M").tolist(),
        y=rows["engagements"].tolist(),
        width=(days * 0.78 * 86_400_000).tolist(),
        name=what,
        marker=palette.bar_marker(kind, status),
        customdata=[
            [start.date().isoformat(), end.date().isoformat(), kind, status]
            for start, end in zip(rows["start"], rows["end"], strict=True)
        ],
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _axes(figure: go.Figure, table: pd.DataFrame, wide: Step, most: int) -> None:
    first, last = _axis_months(table, wide)
    low, high = _month_start(np.array([first, last]))
    palette.plain_layout(figure, HEIGHT)
    figure.update_layout(barmode="stack", bargap=0, margin={"l": 0, "r": 2, "t": 8, "b": 0, "pad": 0})
    figure.update_xaxes(
        type="date",
        range=[low.date().isoformat(), high.date().isoformat()],
        fixedrange=True,
        showgrid=False,
        showline=True,
        linecolor=palette.AXIS,
        linewidth=1,
        ticks="outside",
        ticklen=4,
        **date_ticks(last - first, wide),
        tickcolor=palette.AXIS,
        tickfont={"size": 12, "color": palette.MUTED},
        automargin=True,
        tickangle=0,
        title=None,
    )
    figure.update_yaxes(
        range=[0, most * 1.04],
        fixedrange=True,
        showgrid=True,
        gridcolor=palette.HAIRLINE,
        gridwidth=1,
        zeroline=False,
        dtick=tick_step(most),
        ticklabelstandoff=5,
        tickformat=",d",
        tickfont={"size": 12, "color": palette.MUTED},
        automargin=True,
        title=None,
    )


def date_ticks(months: int, wide: Step) -> dict[str, Any]:
    """Settings of an axis of this many months: where dates stand on the axis: under their bar while each has room, else at the beginning of years."""
    if wide == "month" and months <= 14:
        return {"dtick": "M1", "tickformat": "%b\n%Y", "ticklabelmode": "period"}
    if wide == "month":
        return {"dtick": "M6", "tickformat": "%b %Y"}
    if wide == "year" and months <= 12 * 12:
        return {"dtick": "M12", "tickformat": "%Y", "ticklabelmode": "period"}
    return (
        {"dtick": "M12" if months <= 8 * 12 else "M24", "tickformat": "%Y"}
        if months <= 16 * 12
        else {"nticks": 9}
    )


def _axis_months(table: pd.DataFrame, wide: Step) -> tuple[int, int]:
    """First month on the axis and the month behind its last; a short span is filled up to its year."""
    months = _months(table["start"])
    first, last = int(months.min()), int(months.max()) + MONTHS_IN[wide]
    missing = FEWEST[wide] * MONTHS_IN[wide] - (last - first)
    if missing > 0 and first // 12 == (last - 1) // 12 and wide == "month":
        return first // 12 * 12, first // 12 * 12 + 12
    if missing > 0:
        before = missing // MONTHS_IN[wide] // 2 * MONTHS_IN[wide]
        return first - before, last + missing - before
    return first, last


def tick_step(most: int) -> int:
    """A round step that gives an axis up to `most` about three lines."""
    raw = max(most / 3, 1)
    size = 10 ** int(np.floor(np.log10(raw)))
    return int(next(size * factor for factor in (1, 2, 5, 10) if size * factor >= raw))
