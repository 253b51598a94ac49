"""One forum and one of its years: who met whom, each a link to its record."""

from functools import partial

import streamlit as st

from core.language.speak import as_spoken, t, tn
from core.ui.address import understand
from core.ui.charts import clicked_all, draw_chart, draw_remark
from core.ui.links import draw_link, link_label, open_record
from core.ui.view import View
from core.views import matrix, words
from core.views.figures_text import forum_label
from core.views.rankings import by_forum
from core.views.terms import country, term

FORUM, YEAR = "at", "edition"  # in the URL
MOST = 30  # links of one edition


def draw_edition(view: View) -> tuple[str, int] | None:
    """Draws the choice of forum and year, and what took place there; gives the choice back, None without any."""
    forums = view.once("forums", lambda: by_forum(view.shown))["forum"].tolist()
    if not forums:
        draw_remark(t("No engagement at a forum reported."))
        return None
    _keep(FORUM, forums)
    naming = partial(term, "forum")
    understand(FORUM, forums, naming, several=False)
    forum = st.selectbox(
        t("Forum"),
        forums,
        format_func=as_spoken(naming),
        key=FORUM,
        bind="query-params",
        label_visibility="collapsed",
    )
    years = [str(year) for year in matrix.editions(view.shown, forum)]
    if not years:
        draw_remark(t("No date is known of what took place there."))
        return None
    _keep(YEAR, years)
    chosen = st.pills(
        t("Year"),
        years,
        key=YEAR,
        default=years[0],
        required=True,
        wrap=True,
        bind="query-params",
        label_visibility="collapsed",
    )
    year = int(chosen or years[0])
    _draw_meetings(view, forum, year)
    return forum, year


def choose_edition(carried: list[str]) -> None:
    """Turns to the forum and year of a clicked cell."""
    if len(carried) > 1 and carried[1].isdigit():
        st.session_state[FORUM], st.session_state[YEAR] = carried[0], carried[1]


def _draw_meetings(view: View, forum: str, year: int) -> None:
    shown = view.shown
    st.header(t("{forum} {year}: who met whom", forum=forum_label(forum), year=year), anchor=False)
    draw_remark(matrix.who_met_whom_words(shown, forum, year))
    pairs = matrix.sideline_pairs(shown, forum, year)
    common = matrix.common_side(pairs)
    figure = matrix.sideline_matrix(pairs)
    if figure is not None:
        draw_chart(
            figure,
            matrix.matrix_alt(pairs, f"{forum_label(forum)} {year}"),
            "met",
            lambda: _open_first(clicked_all("met")),
        )
    elif common:
        st.markdown(t("{country} is a side in all bilaterals:", country=f"**{country(common)}**"))
    with st.container(gap="xsmall"):
        rows = matrix.edition(shown, forum, year)
        for row in rows.head(MOST).to_dict("records"):
            others = [code for code in words.codes(row["countries"]) if code != common]
            draw_link(
                row,
                link_label(
                    row,
                    words.sides(others) if others else "",
                    tn("{count} source", "{count} sources", row["sources"]),
                ),
            )
    if len(rows) > MOST:
        draw_remark(
            tn(
                "and {count} more: choose the forum in the filter to see all",
                "and {count} more: choose the forum in the filter to see all",
                len(rows) - MOST,
            )
        )
    draw_remark(matrix.named_words(matrix.named_without_bilateral(shown, forum, year, common or view.home)))


def _open_first(carried: list[str]) -> None:
    if len(carried) > 2:
        open_record(carried[2].split(";")[0])


def _keep(key: str, options: list[str]) -> None:
    """Forgets a choice that the rows shown no longer offer."""
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]
