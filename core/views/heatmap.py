"""Heat maps: forum, topic or level by country or year, with the figures printed in the cells."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.language.speak import english, later, t, tn
from core.views import palette
from core.views.columns import texts
from core.views.figures_text import safe, shortened
from core.views.sides import counted, partner_sides
from core.views.terms import country, short_words, value_words
from core.views.words import number

MOST_FORUMS: Final = 14
MOST_COLUMNS: Final = 16
MANY_COLUMNS: Final = 9  # above, the cells have no room for figures on a narrow screen
DENSE: Final = "dense"  # the `meta` of a figure of many columns
OTHER: Final = later("other")
EARLIER: Final = later("earlier")
NO_FORUM: Final = later("No engagement at a forum reported.")
GREY: Final = (OTHER, EARLIER)  # columns that gather the rest: figures without colour
FEWEST_COLUMNS: Final = 8  # for which there is room: one year alone is a cell, no bar across the page
ROW_HEIGHT: Final = 26
HEAD: Final = 24
_SIZES: Final[dict[str, Callable[[int], str]]] = {
    later("forum"): lambda count: tn("{count} forum", "{count} forums", count),
    later("topic"): lambda count: tn("{count} topic", "{count} topics", count),
    later("outcome"): lambda count: tn("{count} outcome", "{count} outcomes", count),
    later("level"): lambda count: tn("{count} level", "{count} levels", count),
    later("source"): lambda count: tn("{count} source", "{count} sources", count),
    later("country"): lambda count: tn("{count} country", "{count} countries", count),
    later("year"): lambda count: tn("{count} year", "{count} years", count),
}
SMALLEST_TEXT: Final = 8  # a figure that has no room at this size is left to colour and hover


def forum_by_country(engagements: pd.DataFrame, seen_from: str | None) -> pd.DataFrame:
    """How many engagements each forum had with each country: forums as index, alpha-3 codes as columns.

    The country counted from is left out. A last column `other` counts the engagements with any other country.
    """
    rows = _with_forum(engagements)
    pairs = partner_sides(rows, seen_from)
    top = _most(pairs["country"], MOST_COLUMNS)
    place = [top.index(name) if name in top else len(top) for name in pairs["country"].cat.categories]
    column = np.array(place, dtype=np.intp)[pairs["country"].cat.codes.to_numpy()]
    # an engagement counts once in each column, also in `other`
    once = np.unique(pairs["row"].to_numpy(dtype=np.intp) * (len(top) + 1) + column)
    row, column = np.divmod(once, len(top) + 1)
    forum = texts(rows, "forum").to_numpy(dtype=object)
    cells = pd.DataFrame({"forum": forum[row], "column": np.array([*top, OTHER], dtype=object)[column]})
    met = pd.Series(forum[np.unique(row)], dtype=object)
    return _crossed(cells, "column", _most(met, MOST_FORUMS), [*top, OTHER])


def forum_by_year(engagements: pd.DataFrame) -> pd.DataFrame:
    """How many engagements each forum had in each year: forums as index, years (as text) as columns.

    Where they are more than 16 years, the first column is `earlier`.
    """
    rows = _with_forum(engagements)
    forum, year = texts(rows, "forum"), rows["date_start"].dt.year
    known = year.notna()
    if not known.any():
        return _crossed(pd.DataFrame({"forum": [], "column": []}), "column", [], [])
    last = int(year.max())
    first = max(int(year.min()), last - MOST_COLUMNS + 1)
    column = year[known].astype(int).astype(str).where(year[known] >= first, EARLIER)
    columns = [str(y) for y in range(first, last + 1)]
    cells = pd.DataFrame({"forum": forum[known], "column": column})
    head = [EARLIER] if (column == EARLIER).any() else []
    return _crossed(cells, "column", _most(forum, MOST_FORUMS), [*head, *columns])


def crossed(
    cells: pd.DataFrame, most_rows: int = MOST_FORUMS, rows: Sequence[str] = (), columns: Sequence[str] = ()
) -> pd.DataFrame:
    """Counts of `row` by `column` (a row of `cells` for each), those with most first unless an order is given.

    An order of rows keeps those that occur; years as columns (figures only) are filled up without gaps.
    """
    found = set(cells["row"])
    order = [row for row in rows if row in found] if rows else _most(cells["row"], most_rows)
    if columns:
        across = list(columns)
    elif len(cells) and cells["column"].str.isdigit().all():
        years = cells["column"].astype(int)
        first = max(int(years.min()), int(years.max()) - MOST_COLUMNS + 1)
        across = [str(year) for year in range(first, int(years.max()) + 1)]
    else:
        across = _most(cells["column"], MOST_COLUMNS)
    return _crossed(cells.rename(columns={"row": "forum"}), "column", order, across)


def heatmap(table: pd.DataFrame, nothing: str = NO_FORUM) -> go.Figure:
    """Forums, topics or levels as rows, countries or years as columns, a cell in the colour of its count's class.

    `customdata` of a cell: [row, column]. `nothing` is said where there is nothing to draw.
    """
    if table.empty or not table.to_numpy().any():
        return palette.nothing(t(nothing))
    figure = go.Figure()
    counts = table.to_numpy()
    grey = [column in GREY for column in table.columns]
    for rest in (False, True):
        cells = [
            (row, column, int(counts[row, column]))
            for row in range(len(table))
            for column in range(len(table.columns))
            if counts[row, column] and grey[column] == rest
        ]
        if cells:
            figure.add_trace(_cells(table, cells, rest))
            if rest:
                figure.add_trace(_grey_figures(cells))
    _axes(figure, table)
    return figure


def classes_in(table: pd.DataFrame) -> palette.Classes:
    """The classes of the coloured cells, as the figure and its legend have them (`palette.classes`)."""
    named = table.drop(columns=[column for column in table.columns if column in GREY]).to_numpy()
    return palette.classes(named.ravel().tolist())


def heatmap_table(table: pd.DataFrame, rows: str = "forum") -> pd.DataFrame:
    """The heat map's figures as a table, the forum's (topic's, level's) full name first."""
    read = table if english() else table.rename(index=value_words)
    return read.rename_axis(rows).rename_axis(None, axis=1).reset_index()


def heatmap_alt(table: pd.DataFrame, what: str, rows: str = "forum") -> str:
    """The heat map in words; `what` names its columns ("country", "year"), `rows` its rows ("topic")."""
    if table.empty or not table.to_numpy().any():
        return t("Heat map, {rows} by {columns}: none reported.", rows=t(rows), columns=t(what))
    named = table.drop(columns=[column for column in table.columns if column in GREY])
    counts = named.to_numpy()
    at = np.argsort(-counts, axis=None, kind="stable")[:3]
    cells = [divmod(int(i), len(named.columns)) for i in at]
    told = ", ".join(
        t(
            "{row} and {column} {number}",
            row=_row_words(str(named.index[row])),
            column=_column_words(str(named.columns[column])),
            number=number(int(counts[row, column])),
        )
        for row, column in cells
        if counts[row, column]
    )
    rows_words, columns_words = _SIZES[rows](len(table)), _SIZES[what](len(named.columns))
    return t(
        "Heat map, {rows} by {columns}; most: {told}.", rows=rows_words, columns=columns_words, told=told
    )


def _row_words(name: str) -> str:
    return shortened(short_words(name))


def _with_forum(engagements: pd.DataFrame) -> pd.DataFrame:
    rows = counted(engagements)
    return rows[(texts(rows, "forum") != "").to_numpy()]


def _most(names: "pd.Series[str]", most: int) -> list[str]:
    """The names that occur most; of equals, the first in the alphabet."""
    counts = [(-int(count), str(name)) for name, count in names.value_counts(sort=False).items() if count]
    return [name for _, name in sorted(counts)[:most]]


def _crossed(cells: pd.DataFrame, column: str, index: list[str], columns: list[str]) -> pd.DataFrame:
    """Counts with just these rows and columns, 0 where nothing is reported."""
    table = cells.groupby(["forum", column]).size().unstack(fill_value=0)
    table = table.reindex(
        index=pd.Index(index, dtype=str), columns=pd.Index(columns, dtype=str), fill_value=0
    )
    return table.fillna(0).astype(int).rename_axis("forum").rename_axis(None, axis=1)


def _cells(table: pd.DataFrame, cells: list[tuple[int, int, int]], grey: bool) -> go.Bar:
    """Cells as bars, because a click on a bar is told to the page and one on a heat map is not."""
    starts = classes_in(table)
    colours = [palette.BACKGROUND if grey else palette.class_colour(count, starts) for _, _, count in cells]
    inks = [palette.class_text_colour(count, starts) for _, _, count in cells]
    return go.Bar(
        x=[column for _, column, _ in cells],
        y=[1] * len(cells),
        base=[row - 0.5 for row, _, _ in cells],
        width=1,
        marker={"color": colours, "line": {"width": 2, "color": palette.BACKGROUND}},
        text=None if grey else [number(count) for _, _, count in cells],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="inside",
        insidetextfont={"size": 12, "color": inks},
        customdata=[[str(table.index[row]), str(table.columns[column])] for row, column, _ in cells],
        hovertext=[_hover(table, *cell) for cell in cells],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _grey_figures(cells: list[tuple[int, int, int]]) -> go.Scatter:
    """The figures of a column without colour, which are never left out for want of room."""
    return go.Scatter(
        x=[column for _, column, _ in cells],
        y=[row for row, _, _ in cells],
        mode="text",
        text=[number(count) for _, _, count in cells],
        textfont={"size": 12, "color": palette.MUTED},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _hover(table: pd.DataFrame, row: int, column: int, count: int) -> str:
    name = str(table.columns[column])
    where = {OTHER: t("other countries"), EARLIER: t("earlier years")}.get(name) or _column_words(name)
    said = tn("{count} engagement", "{count} engagements", count)
    return f"<b>{safe(value_words(str(table.index[row])))}</b><br>{safe(where)}: {said}"


def _column_words(name: str) -> str:
    return name if name.isdigit() else country(name)


def _axes(figure: go.Figure, table: pd.DataFrame) -> None:
    palette.plain_layout(figure, ROW_HEIGHT * len(table) + HEAD)
    figure.update_layout(
        barmode="overlay",
        bargap=0,
        margin={"l": 0, "r": 0, "t": HEAD, "b": 0, "pad": 0},
        uniformtext={"mode": "hide", "minsize": SMALLEST_TEXT},
        meta=DENSE if len(table.columns) > MANY_COLUMNS else None,
        minreducedheight=2,  # upright years have room over two rows too
    )
    plain: dict[str, Any] = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
    }
    figure.update_xaxes(
        **plain,
        side="top",
        tickvals=list(range(len(table.columns))),
        ticktext=[safe(t(column)) for column in table.columns],
        range=[-0.5, max(len(table.columns), FEWEST_COLUMNS) - 0.5],
        autotickangles=[0, 90],
        ticklabelstandoff=3,
        automargin=True,
        tickfont={"size": 12, "color": palette.INK},
        title=None,
    )
    figure.update_yaxes(
        **plain,
        tickvals=list(range(len(table))),
        ticktext=[safe(_row_words(str(name))) for name in table.index],
        range=[len(table) - 0.5, -0.5],
        automargin="width",
        tickfont={"size": 13, "color": palette.INK},
        ticklabelstandoff=8,
        title=None,
    )
