"""Who meets whom: countries, or people, as points and lines; the same as a matrix, and as files for other tools."""

import io
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

import networkx as nx
import numpy as np
import pandas as pd
import plotly.graph_objects as go

from core.language.speak import t, tn
from core.lexicon.countries import country_name
from core.model import Status
from core.tables.neutral import neutral_text
from core.views import palette, words
from core.views.dataset import Dataset
from core.views.figures_text import safe
from core.views.people import known_as
from core.views.terms import country

Of = Literal["countries", "people"]
MOST_POINTS: Final = 40
MOST_LINES: Final = 90  # drawn: more hide the points and each other
MOST_SIDES: Final = 12  # of a meeting of many: above that "met" says nothing of two of them
SEED: Final = 7
HEIGHT: Final = 560
_COLUMNS: Final = ("source", "target", "source_name", "target_name", "engagements", "first", "last", "ids")


@dataclass(frozen=True, slots=True)
class Network:
    """Edges (`edges`) and how many engagements each point took part in with another one (`weight`), most first."""

    edges: pd.DataFrame
    weight: "pd.Series[int]"
    of: Of


def network(dataset: Dataset, shown: pd.DataFrame, of: Of = "countries", two_sided: bool = False) -> Network:
    """Who met whom in the rows held: an edge for each two sides, or for each two named people of different sides.

    `edges` has the columns of the edge list: the two ends (codes, or `Name (CODE)`) in order of the alphabet, their
    names, how many engagements, first and last day, the engagements' ids. Meetings of more than MOST_SIDES sides
    are left out; with `two_sided` all that are not of two.
    """
    held = shown[(shown["status"] == Status.HELD).to_numpy()]
    sides = [words.codes(cell) for cell in held["countries"].astype(str)]
    most = 2 if two_sided else MOST_SIDES
    kept = held[np.array([1 < len(codes) <= most for codes in sides], dtype=bool)]
    pairs = _pairs_of_people(dataset, kept) if of == "people" else _pairs_of_countries(kept)
    told = pd.DataFrame(pairs, columns=["source", "target", "id"]).drop_duplicates()
    days = kept.set_index("engagement_id")["date_start"]
    told = told.assign(day=pd.to_datetime(days.reindex(told["id"]).to_numpy()))
    told = told.assign(place=np.arange(len(told))).sort_values(["source", "target", "place"])
    groups = told.groupby(["source", "target"])
    edges = groups.agg(engagements=("id", "size"), first=("day", "min"), last=("day", "max")).reset_index()
    edges["ids"] = _joined(told["id"].tolist(), edges["engagements"].tolist())
    for end in ("source", "target"):
        edges[f"{end}_name"] = [
            country_name(str(key)) if of == "countries" else str(key) for key in edges[end]
        ]
    edges = edges.sort_values(["engagements", "source", "target"], ascending=[False, True, True])
    edges = edges[list(_COLUMNS)].reset_index(drop=True)
    ends = pd.concat([told[["source", "id"]].set_axis(["key", "id"], axis=1), told[["target", "id"]].set_axis(["key", "id"], axis=1)])  # fmt: skip
    weight = ends.groupby("key")["id"].nunique().sort_index().sort_values(ascending=False, kind="stable")
    return Network(edges, weight, of)


def strongest(found: Network, most: int = MOST_POINTS) -> Network:
    """The points with most engagements and the edges among them: more cannot be read."""
    keep = set(found.weight.index[:most])
    edges = found.edges[found.edges["source"].isin(keep) & found.edges["target"].isin(keep)]
    return Network(edges.reset_index(drop=True), found.weight.iloc[:most], found.of)


def readable(found: Network) -> Network:
    """What is drawn: the strongest points, the MOST_LINES strongest lines among them and each point's own strongest."""
    among = strongest(found)
    ends = among.edges[["source", "target"]]
    # The lines stand strongest first: the first one of a point is its strongest.
    first = set(ends.stack().reset_index().drop_duplicates(0)["level_0"])
    kept = among.edges[(among.edges.index < MOST_LINES) | among.edges.index.isin(first)]
    return Network(kept.reset_index(drop=True), among.weight, among.of)


def network_figure(found: Network) -> go.Figure:
    """The strongest points with lines whose width says how often two met.

    `customdata` of a point is [its key], of the middle of a line [one key, the other]. The same rows give the same picture: places are computed with a fixed seed.
    """
    drawn = readable(found)
    if drawn.edges.empty:
        return palette.nothing(t("Nobody met in the rows shown."))
    graph = as_graph(drawn)
    at = nx.spring_layout(graph, seed=SEED, weight=None, k=5 / max(len(graph), 1) ** 0.5)
    figure = go.Figure()
    for width, rows in _by_width(drawn.edges):
        figure.add_trace(_lines(rows, at, width))
    figure.add_trace(_middles(drawn, at))
    figure.add_trace(_points(drawn, at))
    palette.plain_layout(figure, HEIGHT)
    for axis in (figure.update_xaxes, figure.update_yaxes):
        axis(visible=False, fixedrange=True, range=[-1.18, 1.18])
    return figure


def network_alt(found: Network) -> str:
    """The network in words."""
    if found.edges.empty:
        return t("Network: nobody met in the rows shown.")
    told = ", ".join(
        t("{one} with {others}", one=_named(found, row["source"]), others=_named(found, row["target"]))
        + f" {words.number(row['engagements'])}"
        for row in found.edges.head(5).to_dict("records")
    )
    return t(
        "Network of {of}, {points} and {lines}; most: {told}.",
        of=t("countries") if found.of == "countries" else t("people"),
        points=tn("{count} point", "{count} points", len(found.weight)),
        lines=tn("{count} line", "{count} lines", len(found.edges)),
        told=told,
    )


def met_matrix(found: Network, most: int = 16) -> pd.DataFrame:
    """The points with most engagements against each other: both halves, names as index and columns, 0 for none."""
    keys = list(found.weight.index[:most])
    table = pd.DataFrame(0, index=pd.Index(keys, dtype=str), columns=pd.Index(keys, dtype=str))
    among = found.edges["source"].isin(keys) & found.edges["target"].isin(keys)
    for row in found.edges[among].to_dict("records"):
        one, other, count = row["source"], row["target"], row["engagements"]
        table.loc[one, other] = table.loc[other, one] = count
    return table.rename(index=country) if found.of == "countries" else table


def as_graph(found: Network) -> "nx.Graph[str]":
    """The network for networkx: points with `label` and `engagements`, lines with `engagements`, `first` and `last`."""
    graph: nx.Graph[str] = nx.Graph()
    for key, count in found.weight.items():
        label = country_name(str(key)) if found.of == "countries" else str(key)
        graph.add_node(str(key), label=label, engagements=int(count))
    for row in found.edges.to_dict("records"):
        graph.add_edge(
            row["source"],
            row["target"],
            engagements=int(row["engagements"]),
            first=_iso(row["first"]),
            last=_iso(row["last"]),
        )
    return graph


def as_graphml(found: Network) -> bytes:
    """All points and lines as GraphML, for Gephi, yEd or networkx."""
    out = io.BytesIO()
    nx.write_graphml(as_graph(found), out)
    return out.getvalue()


def as_edge_list(found: Network) -> bytes:
    """All lines as CSV, safe to open in a spreadsheet."""
    cells = found.edges.assign(**{end: found.edges[end].map(_iso) for end in ("first", "last")})
    for name in ("source", "target", "source_name", "target_name"):
        cells[name] = [neutral_text(str(value)) for value in cells[name]]
    return cells.to_csv(index=False, lineterminator="\r\n").encode("utf-8")


def _pairs_of_countries(kept: pd.DataFrame) -> list[tuple[str, str, str]]:
    return [
        (one, other, str(key))
        for key, cell in zip(kept["engagement_id"], kept["countries"].astype(str), strict=True)
        for one, other in combinations(sorted(set(words.codes(cell))), 2)
    ]


def _joined(ids: list[str], sizes: list[int]) -> list[str]:
    """The ids of each line, which stand one line after the other, as one text."""
    ends = np.cumsum(sizes).tolist()
    return [";".join(ids[end - size : end]) for end, size in zip(ends, sizes, strict=True)]


def _pairs_of_people(dataset: Dataset, kept: pd.DataFrame) -> list[tuple[str, str, str]]:
    told = dataset.participants
    told = told[
        told["engagement_id"].isin(kept["engagement_id"]) & (told["person"] != "") & (told["country"] != "")
    ]
    people: dict[str, set[tuple[str, str]]] = {}
    for key, name, code in told[["engagement_id", "person", "country"]].astype(str).itertuples(index=False):
        people.setdefault(key, set()).add((f"{known_as(name, code)} ({code})", code))
    return [
        (one, other, key)
        for key in sorted(people)
        for (one, here), (other, there) in combinations(sorted(people[key]), 2)
        if here != there
    ]


def _by_width(edges: pd.DataFrame) -> list[tuple[float, pd.DataFrame]]:
    most = int(edges["engagements"].max())
    classes = edges["engagements"].map(lambda count: palette.count_class(int(count), most))
    return [(0.7 + 1.1 * rank, edges[classes == rank]) for rank in sorted(set(classes))]


def _lines(rows: pd.DataFrame, at: "dict[str, tuple[float, float]]", width: float) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for one, other in zip(rows["source"], rows["target"], strict=True):
        x += [float(at[one][0]), float(at[other][0]), None]
        y += [float(at[one][1]), float(at[other][1]), None]
    return go.Scatter(
        x=x, y=y, mode="lines", line={"width": width, "color": palette.CLASS_COLOURS[1]}, hoverinfo="skip"
    )


def _middles(drawn: Network, at: "dict[str, tuple[float, float]]") -> go.Scatter:
    """Where a line can be pointed at and clicked: its middle, which is not seen."""
    edges = drawn.edges
    pairs = list(zip(edges["source"].astype(str), edges["target"].astype(str), strict=True))
    told = [
        f"<b>{safe(_named(drawn, one))} – {safe(_named(drawn, other))}</b><br>"
        + tn("{count} engagement", "{count} engagements", int(count))
        for (one, other), count in zip(pairs, edges["engagements"], strict=True)
    ]
    return go.Scatter(
        x=[float(at[one][0] + at[other][0]) / 2 for one, other in pairs],
        y=[float(at[one][1] + at[other][1]) / 2 for one, other in pairs],
        mode="markers",
        marker={"size": 12, "opacity": 0},
        customdata=[list(pair) for pair in pairs],
        hovertext=told,
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
    )


def _points(drawn: Network, at: "dict[str, tuple[float, float]]") -> go.Scatter:
    keys = [str(key) for key in drawn.weight.index]
    counts = [int(count) for count in drawn.weight]
    names = [_named(drawn, key) for key in keys]
    partners = [_partners(drawn, key) for key in keys]
    most = max(counts)
    return go.Scatter(
        x=[float(at[key][0]) for key in keys],
        y=[float(at[key][1]) for key in keys],
        mode="markers+text",
        marker={
            "size": [9 + 19 * (count / most) ** 0.5 for count in counts],
            "color": palette.CLASS_COLOURS[3],
            "opacity": 1,
            "line": {"width": 1, "color": palette.BACKGROUND},
        },
        text=[safe(name.rsplit(" (", 1)[0]) for name in names],
        textposition="top center",
        textfont={"size": 12, "color": palette.INK},
        customdata=keys,
        hovertext=[
            f"<b>{safe(name)}</b><br>{tn('{count} engagement', '{count} engagements', count)}<br>{partner}"
            for name, count, partner in zip(names, counts, partners, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        cliponaxis=False,
    )


def _named(found: Network, key: str) -> str:
    return country(key) if found.of == "countries" else key


def who_met_whom(found: Network) -> pd.DataFrame:
    """The edges to be read: both names, how many engagements, first and last day."""
    edges = found.edges.drop(columns="ids")
    names = {f"{end}_name": [_named(found, str(key)) for key in edges[end]] for end in ("source", "target")}
    return edges.assign(**names)


def _partners(drawn: Network, key: str) -> str:
    edges = drawn.edges
    one = int((edges["source"] == key).sum() + (edges["target"] == key).sum())
    return tn("with {count} other", "with {count} others", one)


def _iso(day: object) -> str:
    return pd.Timestamp(day).date().isoformat() if not pd.isna(day) else ""  # type: ignore[arg-type, call-overload]
