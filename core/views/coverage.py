"""Articles beside engagements: more reporting is not more diplomacy."""

import pandas as pd
import plotly.graph_objects as go

from core.language.speak import later, t, tn
from core.views import palette, words
from core.views.figures_text import safe
from core.views.heatmap import crossed
from core.views.over_time import date_ticks, tick_step

UNNAMED = later("source not told")
NOTHING = {
    "articles": later("No articles with a date."),
    "engagements": later("No engagements with a date."),
}
MOST = 14
HEIGHT = 170


def by_month(documents: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """For each month from the first to the last of either: `month` (its first day), `articles`, `engagements`.

    Articles by their own date, engagements by the first day; a year alone, or no date, is not counted.
    """
    published = documents["published"].dropna()
    known = shown[shown["date_start"].notna() & ~shown["date_precision"].isin(["year", "none"])]
    counts = {
        "articles": published.dt.to_period("M").value_counts(),
        "engagements": known["date_start"].dt.to_period("M").value_counts(),
    }
    table = pd.DataFrame(counts).fillna(0).astype(int).sort_index()
    if len(table):
        months = pd.period_range(table.index.min(), table.index.max(), freq="M")
        table = table.reindex(months, fill_value=0)
    starts = [pd.Timestamp(month.year, month.month, 1) for month in table.index]
    return table.assign(month=pd.to_datetime(pd.Series(starts, index=table.index)))[
        ["month", "articles", "engagements"]
    ].reset_index(drop=True)


def by_source(documents: pd.DataFrame) -> pd.DataFrame:
    """How many articles each source has in each year: sources as index, years as columns."""
    dated = documents[documents["published"].notna()]
    cells = pd.DataFrame(
        {
            "row": dated["source"].replace("", t(UNNAMED)).to_numpy(),
            "column": dated["published"].dt.year.astype(str).to_numpy(),
        },
        dtype=str,
    )
    return crossed(cells, MOST)


def named(cell: list[str], documents: pd.DataFrame) -> list[str]:
    """A clicked cell of `by_source`; nothing where its row is not a source but those that name none."""
    return cell if cell and (documents["source"] == cell[0]).any() else []


def sources(documents: pd.DataFrame) -> pd.DataFrame:
    """A row a source, most articles first: `source`, `kind`, `reliability`, `articles`, `reporting`, `copies`, `first`, `last`.

    `reporting` counts the articles that report an engagement, `copies` those that repeat another article.
    """
    told = documents[["source_kind", "reliability", "reports", "copy_of", "published"]]
    named = told.assign(name=documents["source"].replace("", t(UNNAMED)))
    rows = [
        {
            "source": name,
            "kind": str(group["source_kind"].iloc[0]),
            "reliability": str(group["reliability"].iloc[0]),
            "articles": len(group),
            "reporting": int((group["reports"] > 0).sum()),
            "copies": int((group["copy_of"].astype(str) != "").sum()),
            "first": group["published"].min(),
            "last": group["published"].max(),
        }
        for name, group in named.groupby("name")
    ]
    columns = ["source", "kind", "reliability", "articles", "reporting", "copies", "first", "last"]
    return pd.DataFrame(rows, columns=columns).sort_values(
        ["articles", "source"], ascending=[False, True], ignore_index=True
    )


def coverage_figure(table: pd.DataFrame, what: str) -> go.Figure:
    """One of the columns of `by_month` as bars; `what` is `articles` or `engagements`.

    `customdata` of a bar: the first and the last day of its month.
    """
    if table.empty or not table[what].any():
        return palette.nothing(t(NOTHING[what]))
    days = table["month"].dt.days_in_month
    figure = go.Figure(
        go.Bar(
            x=(table["month"] + pd.to_timedelta(days * 12, unit="h")).dt.strftime("%Y-%m-%dT%H:%M").tolist(),
            width=(
                days * 0.85 * 86_400_000
            ).tolist(),  # in milliseconds: a bar that stands alone has none by itself
            y=[int(count) or None for count in table[what]],
            marker={"color": palette.CLASS_COLOURS[3] if what == "articles" else palette.CLASS_COLOURS[2]},
            hovertext=[
                f"<b>{safe(words.month(month))}</b><br>"
                + tn("{count} article", "{count} articles", int(articles))
                + ", "
                + tn("{count} engagement", "{count} engagements", int(engagements))
                for month, articles, engagements in table.itertuples(index=False)
            ],
            hovertemplate="%{hovertext}<extra></extra>",
            customdata=[
                [month.date().isoformat(), (month + pd.offsets.MonthEnd()).date().isoformat()]
                for month in table["month"]
            ],
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    palette.plain_layout(figure, HEIGHT)
    figure.update_layout(margin={"l": 0, "r": 2, "t": 8, "b": 0})
    first, last = _whole_year(table["month"])
    months = (last.year - first.year) * 12 + last.month - first.month
    figure.update_xaxes(
        type="date", range=[first.date().isoformat(), last.date().isoformat()], fixedrange=True, showgrid=False,
        showline=True, linecolor=palette.AXIS, automargin=True, title=None,
        tickfont={"size": 12, "color": palette.MUTED}, **date_ticks(months, "month" if months <= 36 else "year"),
    )  # fmt: skip
    figure.update_yaxes(
        fixedrange=True, gridcolor=palette.HAIRLINE, zeroline=False, tickformat=",d", automargin=True, title=None,
        dtick=tick_step(int(table[what].max() if len(table) else 0)),
        tickfont={"size": 12, "color": palette.MUTED}, rangemode="tozero",
    )  # fmt: skip
    return figure


def _whole_year(months: "pd.Series[pd.Timestamp]") -> tuple[pd.Timestamp, pd.Timestamp]:
    """Where the axis begins and ends: a span of less than a year is filled up to its calendar years."""
    first, last = pd.Timestamp(months.iloc[0]), pd.Timestamp(months.iloc[-1]) + pd.DateOffset(months=1)
    if last - first < pd.Timedelta(days=365):
        return pd.Timestamp(first.year, 1, 1), pd.Timestamp(months.iloc[-1].year + 1, 1, 1)
    return first, last


def coverage_alt(table: pd.DataFrame, what: str) -> str:
    """The bars in words."""
    named = t("Articles") if what == "articles" else t("Engagements")
    if table.empty or not table[what].any():
        return t("{what} by month: none with a date.", what=named)
    at = int(table[what].to_numpy().argmax())
    month = words.month(pd.Timestamp(table["month"].iloc[at]))
    total, most = (words.number(int(count)) for count in (table[what].sum(), table[what].iloc[at]))
    return t(
        "{what} by month: {total}, most in {month}: {most}.",
        what=named,
        total=total,
        month=month,
        most=most,
    )
