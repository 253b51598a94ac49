"""The page of who meets whom: the graph, the matrix, and both as files."""

import streamlit as st

from core.language.speak import t, tn
from core.ui.charts import clicked_all, draw_chart, draw_classes, draw_remark
from core.ui.clicks import clickable
from core.ui.language import speak_again
from core.ui.links import turn_to
from core.ui.partner import PAGE, PARTNER
from core.ui.state import WORDS, add_to
from core.ui.view import View
from core.views import heatmap, words
from core.views.network import (
    MOST_SIDES,
    Network,
    as_edge_list,
    as_graphml,
    met_matrix,
    readable,
    strongest,
)
from core.views.network_figure import network_alt, network_figure
from core.views.terms import country


def draw_network(found: Network, view: View) -> None:
    """The graph; a click on a country opens its page, one on a person searches the rows for the name."""
    draw_chart(network_figure(found), network_alt(found), f"network-{found.of}", lambda: _open(found, view))
    more = len(found.weight) - len(readable(found).weight)
    hidden = tn(
        "{count} more in the files and in the table.", "{count} more in the files and in the table.", more
    )
    lines, drawn = len(strongest(found).edges), len(readable(found).edges)
    fewer = t(
        "Of the {all} lines among these points the {drawn} strongest are drawn.",
        all=words.number(lines),
        drawn=words.number(drawn),
    )
    told = (
        t("Larger: in more engagements held. Thicker: met more often. Where a point stands means nothing."),
        t("Names stand where they have room; each point tells its own."),
        t("Meetings of more than {count} sides are left out.", count=MOST_SIDES),
        hidden if more > 0 else "",
        fewer if drawn < lines else "",
        t("A click on a point opens it; one on the middle of a line filters to the two."),
    )
    draw_remark(" ".join(part for part in told if part))


def draw_matrix(found: Network) -> None:
    """Who met whom as figures in cells."""
    st.header(t("As a matrix"), anchor=False)
    table = met_matrix(found)
    if found.of == "countries":
        draw_classes(t("engagements"), heatmap.classes_in(table), none=False)
        alt = heatmap.heatmap_alt(table, "country", "country")
        draw_chart(heatmap.heatmap(table, t("Nobody met.")), alt, "met-matrix", lambda: _take_pair(found))
        draw_remark(t("Codes are ISO 3166-1 alpha-3. Blank: none reported."))
    else:

        def search(row: int, column: str) -> None:
            names = (str(table.index[row]), column)
            st.session_state[WORDS] = " ".join(name.rsplit(" (", 1)[0] for name in names if name)

        st.dataframe(
            table.astype("Int64").mask(table == 0),
            alt=t("Who met whom, people"),
            height=460,
            placeholder="",
            **clickable("met-matrix-people", search),
        )


def draw_files(found: Network, version: str) -> None:
    """The network for other tools."""
    with st.container(horizontal=True):
        st.download_button(
            "GraphML",
            lambda: as_graphml(found),
            f"network-{found.of}_data-{version}.graphml",
            "application/xml",
            key="graphml",
            on_click="ignore",
            icon=":material/download:",
            disabled=found.edges.empty,
            help=t("All points and lines, for Gephi, yEd or networkx."),
        )
        st.download_button(
            t("Edge list, CSV"),
            lambda: as_edge_list(found),
            f"network-{found.of}_data-{version}.csv",
            "text/csv",
            key="edges",
            on_click="ignore",
            icon=":material/download:",
            disabled=found.edges.empty,
            help=t(
                "A row a line: both ends, how many engagements, first and last day, the engagements' ids."
            ),
        )


def _take_pair(found: Network) -> None:
    """Adds both countries of a clicked cell to the filter."""
    speak_again()  # the cell carries the name in the reader's language
    cell = clicked_all("met-matrix")
    for code in found.weight.index:
        if len(cell) > 1 and (country(str(code)) == cell[0] or str(code) == cell[1]):
            add_to("countries", str(code))


def _take_both(found: Network, ends: list[str]) -> None:
    """Narrows the rows to the engagements of the two ends of a line."""
    if found.of == "people":
        st.session_state[WORDS] = " ".join(end.rsplit(" (", 1)[0] for end in ends)
    else:
        for code in ends:
            add_to("countries", code)


def _open(found: Network, view: View) -> None:
    ends = clicked_all(f"network-{found.of}")
    if not ends:
        return
    if len(ends) == 2:
        _take_both(found, ends)
        return
    key = ends[0]
    if found.of == "people":
        st.session_state[WORDS] = key.rsplit(" (", 1)[0]
    elif key == view.home:
        add_to("countries", key)
    else:
        turn_to(PAGE, {PARTNER: words.country_label(key)})
