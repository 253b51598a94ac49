"""Who comes first: engagements by partner, forum and place, as tables and as stacked horizontal bars."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.language.speak import t, tn
from core.model import Precision, Status
from core.views import palette
from core.views.columns import Codes, listed, texts
from core.views.figures_text import breakdown, forum_label, safe, shortened
from core.views.sides import count_columns, counted, counts_by, partner_sides, status_codes
from core.views.terms import country, value_words
from core.views.words import number, when

ROW_HEIGHT = 25
TOP = 10


def by_partner(engagements: pd.DataFrame, seen_from: str | None) -> pd.DataFrame:
    """How often each country was met, most first: of `seen_from` where it names a side, else of anybody.

    Columns: `country` (alpha-3), `name`, `engagements`, `held`, `planned`, `first_held`, `last_held` (NaT if never),
    `last_held_words`, `years` (counts of each year from the frame's first to its last), then `count_columns()`.
    """
    rows = counted(engagements)
    pairs = partner_sides(rows, seen_from)
    return _grouped(rows, pairs["row"].to_numpy(dtype=np.intp), pairs["country"], "country", country)


def by_place(engagements: pd.DataFrame) -> pd.DataFrame:
    """How often each country was the host, most first: the columns of `by_partner` and `cities`, most used first."""
    rows = counted(engagements)
    hosts = texts(rows, "host_country").reset_index(drop=True)
    at = np.flatnonzero((hosts != "").to_numpy())
    table = _grouped(rows, at, hosts.iloc[at], "country", country)
    city = pd.DataFrame({"country": hosts, "city": texts(rows, "city").reset_index(drop=True)}).iloc[at]
    counts = city[city["city"] != ""].value_counts().reset_index(name="n")
    counts = counts.sort_values(["n", "city"], ascending=[False, True])
    words = counts["city"] + " " + counts["n"].astype(str)
    cities = words.groupby(counts["country"]).agg(lambda some: ", ".join(some.iloc[:5]))
    return table.assign(cities=table["country"].map(cities).fillna("").astype(str))


def by_forum(engagements: pd.DataFrame) -> pd.DataFrame:
    """How many engagements each forum or exercise has, most first, its own meetings included.

    Columns: `forum`, `label` (short name), then those of `by_partner` from `engagements` on.
    """
    rows = counted(engagements)
    names = texts(rows, "forum").reset_index(drop=True)
    at = np.flatnonzero((names != "").to_numpy())
    return _grouped(rows, at, names.iloc[at], "forum", forum_label).rename(columns={"name": "label"})


def by_value(engagements: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many engagements have each value of a list column (`topics`, `initiatives`), most first.

    Columns: `value`, `label` (short enough for a chart), then those of `by_partner` from `engagements` on.
    """
    rows = counted(engagements)
    pairs = listed(rows, column)
    return _grouped(
        rows, pairs["row"].to_numpy(), pairs["value"], "value", lambda value: shortened(value_words(value))
    ).rename(columns={"name": "label"})


def ranking_figure(table: pd.DataFrame, label_column: str, top: int = TOP) -> go.Figure:
    """The first rows of `by_partner`, `by_forum` or `by_place` as bars, hollow where planned, totals at the end.

    `label_column` is `name` or `label`; the table's first column is the `customdata` of each bar.
    """
    rows = table.head(top)
    if rows.empty:
        return palette.nothing(t("None reported."), ROW_HEIGHT + 8)
    places = list(range(len(rows)))
    hover = [_hover(row, label_column) for _, row in rows.iterrows()]
    figure = go.Figure()
    for column in count_columns():
        if rows[column].any():
            figure.add_trace(_segment(rows, column, places, hover))
    figure.add_trace(_totals(rows, places))
    _axes(figure, rows, label_column)
    return figure


def ranking_table(table: pd.DataFrame, label_column: str, top: int = TOP) -> pd.DataFrame:
    """The ranking's figures as a table: label, a column a kind (held), planned and all."""
    rows = table.head(top)
    shown = {label_column: rows[label_column].astype(str)}
    shown |= {str(kind): rows[f"{kind} {Status.HELD}"] for kind in palette.KINDS}
    return pd.DataFrame(shown | {"planned": rows["planned"], "all": rows["engagements"]})


def ranking_alt(table: pd.DataFrame, label_column: str, what: str, top: int = TOP) -> str:
    """The ranking in words; `what` names it ("Partners of India")."""
    rows = table.head(top)
    if rows.empty:
        return t("{what}: none reported.", what=what)
    told = ", ".join(f"{row[label_column]} {number(row['engagements'])}" for _, row in rows.iterrows())
    left = len(table) - len(rows)
    more = "; " + tn("{count} more not drawn", "{count} more not drawn", left) if left else ""
    return t("{what}, bars by kind: {told}{more}.", what=what, told=told, more=more)


def _grouped(
    rows: pd.DataFrame, at: Codes, keys: "pd.Series[str]", key_name: str, label: Callable[[str], str]
) -> pd.DataFrame:
    """Counts, dates and years of each key; `at` is the row of each key."""
    code, names = _coded(keys)
    size = len(names)
    counts = counts_by(code, size, rows, at)
    held, planned = (
        counts[[f"{kind} {s}" for kind in palette.KINDS]].sum(axis=1) for s in (Status.HELD, Status.PLANNED)
    )
    table = pd.DataFrame(
        {key_name: pd.Series(names, dtype=str), "name": pd.Series([label(n) for n in names], dtype=str)}
    )
    table = table.assign(engagements=held + planned, held=held, planned=planned)
    dates = _held_dates(rows, at, code, size)
    table = pd.concat([table, dates, counts], axis=1)
    table.insert(list(table).index("last_held_words") + 1, "years", _years(rows, at, code, size))
    return table.sort_values(
        ["engagements", "held", "name", key_name], ascending=[False, False, True, True], ignore_index=True
    )


def _coded(keys: "pd.Series[str]") -> tuple[Codes, list[str]]:
    """The place of each key among the keys that occur, in the order of the alphabet."""
    if isinstance(keys.dtype, pd.CategoricalDtype):
        used = keys.cat.remove_unused_categories()
        return used.cat.codes.to_numpy().astype(np.intp), [str(name) for name in used.cat.categories]
    code, names = pd.factorize(keys.to_numpy(dtype=object), sort=True)
    return code.astype(np.intp), [str(name) for name in names]


def _held_dates(rows: pd.DataFrame, at: Codes, code: Codes, size: int) -> pd.DataFrame:
    """First and last day on which an engagement of each group was held, and the last in words."""
    dated = rows["date_start"].notna().to_numpy() & (status_codes(rows) == 0)
    keep = dated[at]
    start = rows["date_start"].to_numpy()[at[keep]]
    held = pd.DataFrame({"key": code[keep], "row": at[keep], "start": start}).sort_values(
        ["start", "row"], kind="stable"
    )
    last = held.groupby("key").tail(1).set_index("key")
    best = rows.iloc[last["row"]]
    cells = zip(best["date_start"], best["date_end"], texts(best, "date_precision"), strict=True)
    words = pd.Series([when(a, b, c or Precision.DAY) for a, b, c in cells], index=last.index, dtype=object)
    everyone = pd.RangeIndex(size)
    return pd.DataFrame(
        {
            "first_held": pd.to_datetime(held.groupby("key")["start"].min().reindex(everyone)),
            "last_held": pd.to_datetime(last["start"].reindex(everyone)),
            "last_held_words": words.reindex(everyone).fillna(t("none reported")).astype(str),
        }
    )


def _years(rows: pd.DataFrame, at: Codes, code: Codes, size: int) -> list[list[int]]:
    year = rows["date_start"].dt.year
    if year.isna().all():
        return [[] for _ in range(size)]
    first, wide = int(year.min()), int(year.max() - year.min()) + 1
    known = year.notna().to_numpy()[at]
    place = (year.to_numpy()[at[known]] - first).astype(np.intp)
    counts = np.bincount(code[known] * wide + place, minlength=size * wide)
    table: list[list[int]] = counts.reshape(size, wide).tolist()
    return table


def _hover(row: "pd.Series[str]", label_column: str) -> str:
    key = str(row.iloc[0])
    name = value_words(key) if label_column == "label" else f"{row[label_column]} {key}"
    total = tn("{count} engagement", "{count} engagements", int(row["engagements"]))
    return "<br>".join(
        [f"<b>{safe(name)}</b>", total, *breakdown(row), t("last held: {day}", day=row["last_held_words"])]
    )


def _segment(rows: pd.DataFrame, column: str, places: list[int], hover: list[str]) -> go.Bar:
    kind, status = column.rsplit(" ", 1)
    drawn = rows[column].to_numpy() > 0
    keep = np.flatnonzero(drawn).tolist()
    keys = rows.iloc[:, 0].tolist()
    return go.Bar(
        x=rows[column].to_numpy()[drawn].tolist(),
        y=[places[i] for i in keep],
        orientation="h",
        name=column,
        marker=palette.bar_marker(kind, status),
        customdata=[keys[i] for i in keep],
        hovertext=[hover[i] for i in keep],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _totals(rows: pd.DataFrame, places: list[int]) -> go.Scatter:
    return go.Scatter(
        x=rows["engagements"].tolist(),
        y=places,
        mode="text",
        text=[f" {number(n)}" for n in rows["engagements"]],
        textposition="middle right",
        textfont={"size": 12, "color": palette.INK},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _axes(figure: go.Figure, rows: pd.DataFrame, label_column: str) -> None:
    palette.plain_layout(figure, ROW_HEIGHT * len(rows) + 8)
    figure.update_layout(barmode="stack", bargap=0.3, margin={"l": 0, "r": 0, "t": 4, "b": 4})
    most = int(rows["engagements"].max())
    figure.update_xaxes(
        visible=False, fixedrange=True, range=[0, most * 1.1 + 0.2 * len(str(most)) * most / 10]
    )
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[safe(label) for label in rows[label_column]],
        fixedrange=True,
        range=[len(rows) - 0.5, -0.5],
        showgrid=False,
        zeroline=False,
        ticks="",
        automargin="width",
        tickfont={"size": 13, "color": palette.INK},
        ticklabelstandoff=8,
        title=None,
    )
