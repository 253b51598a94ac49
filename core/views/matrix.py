"""One edition of a forum: its own meetings, who met whom on its sidelines, who was named without a bilateral."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from core.language.speak import t, tn
from core.model import Kind, Status
from core.views import palette
from core.views.columns import texts
from core.views.figures_text import safe
from core.views.sides import counted, sides
from core.views.terms import country
from core.views.words import codes, listed

CELL: Final = 30
MOST_COUNTRIES: Final = 16


def edition(engagements: pd.DataFrame, forum: str, year: int) -> pd.DataFrame:
    """The engagements of a forum that were held or planned in a year, oldest first."""
    of_year = (engagements["date_start"].dt.year == year).to_numpy()
    rows = counted(engagements[of_year & (texts(engagements, "forum") == forum).to_numpy()])
    ordered: pd.DataFrame = rows.sort_values(["date_start", "engagement_id"], kind="stable")
    return ordered


def editions(engagements: pd.DataFrame, forum: str) -> list[int]:
    """The years in which a forum has engagements, newest first."""
    rows = counted(engagements[(texts(engagements, "forum") == forum).to_numpy()])
    years = rows["date_start"].dt.year.dropna()
    return sorted({int(year) for year in years}, reverse=True)


def sideline_pairs(engagements: pd.DataFrame, forum: str, year: int) -> pd.DataFrame:
    """The bilaterals of one edition by pair: `one`, `other` (alpha-3, sorted), `engagements`, `held`, `ids` (`;`)."""
    rows = edition(engagements, forum, year)
    rows = rows[(texts(rows, "kind") == Kind.BILATERAL).to_numpy()]
    split = [codes(cell) for cell in texts(rows, "countries")]
    told = [
        (*sorted(pair), status == Status.HELD, str(key))
        for pair, status, key in zip(split, texts(rows, "status"), rows["engagement_id"], strict=True)
        if len(pair) == 2
    ]
    table = pd.DataFrame(told, columns=["one", "other", "held", "id"])
    if table.empty:
        return pd.DataFrame({"one": [], "other": [], "engagements": [], "held": [], "ids": []})
    groups = table.groupby(["one", "other"])
    pairs = groups.agg(engagements=("id", "size"), held=("held", "sum"), ids=("id", ";".join)).reset_index()
    return pairs.sort_values(
        ["engagements", "one", "other"], ascending=[False, True, True], ignore_index=True
    )


def common_side(pairs: pd.DataFrame) -> str | None:
    """The country that is a side in all pairs, or None; of a single pair, the first in the alphabet."""
    shared = None
    for one, other in zip(pairs["one"], pairs["other"], strict=True):
        shared = {one, other} if shared is None else shared & {one, other}
    return min(shared) if shared else None


def sideline_matrix(pairs: pd.DataFrame) -> go.Figure | None:
    """Countries by countries, the lower half; None where one country is a side in all pairs (a list says it).

    `customdata` of a cell: [one, other, engagement ids joined by `;`].
    """
    if pairs.empty or common_side(pairs):
        return None
    order = _order(pairs)
    place = {code: n for n, code in enumerate(order)}
    cells = []
    for one, other, count, ids in zip(
        pairs["one"], pairs["other"], pairs["engagements"], pairs["ids"], strict=True
    ):
        if one in place and other in place:
            row, column = max(place[one], place[other]), min(place[one], place[other])
            cells.append((row, column, int(count), str(ids)))
    figure = go.Figure()
    figure.add_trace(_squares(_empty_cells(len(order), cells), palette.NONE_COLOUR))
    figure.add_trace(_squares([(n, n) for n in range(len(order))], palette.HAIRLINE))
    figure.add_trace(_counts(cells, order))
    _axes(figure, order)
    return figure


def who_met_whom_words(engagements: pd.DataFrame, forum: str, year: int) -> str:
    """The edition in words: "1 meeting of the forum, 9 bilaterals on its sidelines, New Delhi"."""
    rows = edition(engagements, forum, year)
    if rows.empty:
        return t("none reported")
    kinds = texts(rows, "kind").value_counts()
    names: dict[str, Callable[[int], str]] = {
        Kind.MULTILATERAL: lambda count: tn(
            "{count} meeting of the forum", "{count} meetings of the forum", count
        ),
        Kind.BILATERAL: lambda count: tn(
            "{count} bilateral on its sidelines", "{count} bilaterals on its sidelines", count
        ),
        Kind.VISIT: lambda count: tn("{count} visit", "{count} visits", count),
        Kind.CALL: lambda count: tn("{count} call", "{count} calls", count),
        Kind.EXERCISE: lambda count: tn("{count} exercise", "{count} exercises", count),
    }
    told = [names[kind](int(kinds[kind])) for kind in names if kind in kinds]
    cities = texts(rows, "city")
    where = [str(city) for city in cities[cities != ""].value_counts().index[:1]]
    return ", ".join([*told, *where])


def named_without_bilateral(
    engagements: pd.DataFrame, forum: str, year: int, seen_from: str | None
) -> list[str]:
    """The countries named at the edition's own meeting with which no bilateral is reported, by code.

    Counted from `seen_from` where it is a side of the edition, else against all bilaterals.
    """
    rows = edition(engagements, forum, year)
    meeting = rows[(texts(rows, "kind") == Kind.MULTILATERAL).to_numpy()]
    named = set(sides(meeting)["country"].astype(str))
    pairs = sideline_pairs(engagements, forum, year)
    if seen_from and seen_from in set(pairs["one"]) | set(pairs["other"]):
        pairs = pairs[(pairs["one"] == seen_from) | (pairs["other"] == seen_from)]
    met = set(pairs["one"]) | set(pairs["other"]) | {seen_from or ""}
    return sorted(named - met)


def named_words(names: Sequence[str]) -> str:
    """In words: "Named at the meeting, no bilateral reported: Pakistan"; "" for nobody."""
    if not names:
        return ""
    named = listed([country(code) for code in names])
    return t("Named at the meeting, no bilateral reported: {countries}", countries=named)


def matrix_alt(pairs: pd.DataFrame, what: str) -> str:
    """The matrix in words; `what` names the edition ("SCO 2023")."""
    told = [
        t("{one} with {others}", one=country(str(one)), others=country(str(other)))
        + (f" {count}" if count > 1 else "")
        for one, other, count in zip(pairs["one"], pairs["other"], pairs["engagements"], strict=True)
    ]
    return t("{what}, who met whom: {told}.", what=what, told=", ".join(told) or t("none reported"))


def _order(pairs: pd.DataFrame) -> list[str]:
    """The countries, those with most bilaterals first."""
    ends = pd.concat(
        [
            pairs[["one", "engagements"]].set_axis(["code", "n"], axis=1),
            pairs[["other", "engagements"]].set_axis(["code", "n"], axis=1),
        ]
    )
    counts = ends.groupby("code")["n"].sum().sort_index().sort_values(ascending=False, kind="stable")
    return [str(code) for code in counts.index[:MOST_COUNTRIES]]


def _empty_cells(size: int, cells: Sequence[tuple[int, int, int, str]]) -> list[tuple[int, int]]:
    taken = {(row, column) for row, column, _, _ in cells}
    return [(row, column) for row in range(size) for column in range(row) if (row, column) not in taken]


def _bar(places: Sequence[tuple[int, int]], **more: Any) -> go.Bar:
    return go.Bar(
        x=[column for _, column in places],
        y=[1] * len(places),
        base=[row - 0.5 for row, _ in places],
        width=1,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        **more,
    )


def _squares(places: Sequence[tuple[int, int]], colour: str) -> go.Bar:
    line = {"width": 2, "color": palette.BACKGROUND}
    return _bar(places, marker={"color": colour, "line": line}, hoverinfo="skip")


def _counts(cells: Sequence[tuple[int, int, int, str]], order: Sequence[str]) -> go.Bar:
    names = [(country(order[row]), country(order[column])) for row, column, _, _ in cells]
    return _bar(
        [(row, column) for row, column, _, _ in cells],
        marker={
            "color": [palette.class_colour(count) for _, _, count, _ in cells],
            "line": {"width": 2, "color": palette.BACKGROUND},
        },
        text=[str(count) for _, _, count, _ in cells],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="inside",
        insidetextfont={"size": 12, "color": [palette.class_text_colour(count) for _, _, count, _ in cells]},
        customdata=[[*sorted((order[row], order[column])), ids] for row, column, _, ids in cells],
        hovertext=[
            f"<b>{safe(b)} – {safe(a)}</b><br>" + tn("{count} bilateral", "{count} bilaterals", count)
            for (a, b), (_, _, count, _) in zip(names, cells, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _axes(figure: go.Figure, order: Sequence[str]) -> None:
    palette.plain_layout(figure, CELL * len(order) + 26)
    figure.update_layout(barmode="overlay", bargap=0, margin={"l": 0, "r": 0, "t": 0, "b": 26, "pad": 0})
    plain: dict[str, Any] = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "title": None,
    }
    here = list(range(len(order)))
    figure.update_xaxes(
        **plain,
        tickvals=here,
        ticktext=list(order),
        range=[-0.5, len(order) - 0.5],
        autotickangles=[0, 90],
        automargin=True,
        tickfont={"size": 12, "color": palette.INK},
    )
    figure.update_yaxes(
        **plain,
        tickvals=here,
        ticktext=[safe(country(code)) for code in order],
        range=[len(order) - 0.5, -0.5],
        automargin="width",
        ticklabelstandoff=8,
        tickfont={"size": 13, "color": palette.INK},
    )
