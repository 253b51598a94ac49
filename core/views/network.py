"""Who meets whom: countries, or people, as points and lines; the same as a matrix, and as files for other tools."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

import networkx as nx
import numpy as np
import pandas as pd

from core.lexicon.countries import country_name
from core.model import Status
from core.tables.neutral import neutral_text
from core.views import words
from core.views.columns import listed
from core.views.dataset import Dataset
from core.views.people import known_as
from core.views.terms import country

Of = Literal["countries", "people"]
MOST_POINTS: Final = 40
MOST_LINES: Final = 90  # drawn: more hide the points and each other
MOST_SIDES: Final = 12  # of a meeting of many: above that "met" says nothing of two of them
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
    held = held[["engagement_id", "countries", "date_start"]]
    most = 2 if two_sided else MOST_SIDES
    number = np.bincount(listed(held, "countries")["row"], minlength=len(held))
    kept = held[(number > 1) & (number <= most)]
    pairs = _pairs_of_people(dataset, kept) if of == "people" else _pairs_of_countries(kept)
    told = pd.DataFrame(pairs, columns=["source", "target", "id"]).drop_duplicates()
    days = kept.set_index("engagement_id")["date_start"]
    told = told.assign(day=pd.to_datetime(days.reindex(told["id"]).to_numpy()))
    told = told.assign(place=np.arange(len(told))).sort_values(["source", "target", "place"])
    groups = told.groupby(["source", "target"])
    edges = groups.agg(engagements=("id", "size"), first=("day", "min"), last=("day", "max")).reset_index()
    edges["ids"] = _joined(told["id"].tolist(), edges["engagements"].tolist())
    for end in ("source", "target"):
        edges[f"{end}_name"] = (
            _named_once(country_name, edges[end].tolist()) if of == "countries" else edges[end]
        )
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
    """What is drawn: the strongest points, the MOST_LINES strongest lines among them and each point's own strongest.

    A point that met none of the others has no line and is left out.
    """
    among = strongest(found)
    ends = among.edges[["source", "target"]]
    # The lines stand strongest first: the first one of a point is its strongest.
    first = set(ends.stack().reset_index().drop_duplicates(0)["level_0"])
    kept = among.edges[(among.edges.index < MOST_LINES) | among.edges.index.isin(first)]
    met = among.weight.index.isin([*kept["source"], *kept["target"]])
    return Network(kept.reset_index(drop=True), among.weight[met], among.of)


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
        for key, cell in zip(
            kept["engagement_id"].tolist(), kept["countries"].astype(str).tolist(), strict=True
        )
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


def named(found: Network, key: str) -> str:
    """What a point is called: a country by its name, a person as printed."""
    return country(key) if found.of == "countries" else key


def who_met_whom(found: Network) -> pd.DataFrame:
    """The edges to be read: both names, how many engagements, first and last day."""
    edges = found.edges.drop(columns="ids")
    if found.of == "people":
        return edges.assign(source_name=edges["source"], target_name=edges["target"])
    return edges.assign(
        **{f"{end}_name": _named_once(country, edges[end].tolist()) for end in ("source", "target")}
    )


def _named_once(naming: Callable[[str], str], keys: Sequence[str]) -> list[str]:
    """The name of each key; a name is asked for once."""
    names = {key: naming(key) for key in set(keys)}
    return [names[key] for key in keys]


def _iso(day: object) -> str:
    return pd.Timestamp(day).date().isoformat() if not pd.isna(day) else ""  # type: ignore[arg-type, call-overload]
