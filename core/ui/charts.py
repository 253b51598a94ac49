"""How a figure is put on a page: with words for those who cannot see it, and on demand a button that saves it."""

import html
from collections.abc import Callable, Mapping
from contextlib import nullcontext

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from core.exports.names import file_name
from core.language.speak import t
from core.ui.view import shown_selection
from core.views.figures_text import legend_words
from core.views.heatmap import DENSE
from core.views.palette import CLASS_HEX, CONFIG, NONE_HEX, Classes, class_labels
from core.views.picture import FORMS, Caption, picture_config, standing_alone
from core.views.terms import column_words
from core.views.words import chart_words, number

WIDE_MAP = 300  # pixels: the height of the world; maps of its parts are taller
MOST_ROWS = 1000  # of a table behind a chart: more is for the files
PICTURES = "pictures"  # session key: the form in which charts can be saved, none at first


def draw_chart(
    figure: go.Figure,
    alt: str,
    key: str,
    on_select: Callable[[], None] | None = None,
    caption: Caption | None = None,
    *,
    shrinks: bool = False,
) -> None:
    """Draws a figure that follows the theme; `on_select` is called after a click on one of its marks.

    Where the reader asked for pictures, the chart carries its caption and a button that saves it; without a
    `caption` the words before the first colon of `alt` are its title. A map `shrinks` in height on a narrow screen, where
    its width would leave it between white bands; a `DENSE` heat map leaves out its figures there.
    """
    form, config = st.session_state.get(PICTURES), CONFIG
    if form in FORMS:
        selection = shown_selection()
        source = t(
            "{asked}. Sidelines, data {version}, newest document {day}",
            asked=selection.asked,
            version=selection.dataset.version,
            day=selection.newest,
        )
        figure = standing_alone(figure, caption or Caption(alt.split(":")[0]), source)
        name = file_name(f"chart-{key}", selection.dataset, selection.filters, "")
        config = picture_config(form, name)
    shape = "square" if (figure.layout.height or 0) > WIDE_MAP else "wide"
    around = f"shrinks-{shape}-{key}" if shrinks else f"dense-{key}" if figure.layout.meta == DENSE else ""
    with st.container(key=around) if around else nullcontext():
        st.plotly_chart(
            figure,
            key=key,
            config=config | chart_words(),
            alt=alt,
            on_select=on_select or "ignore",
            selection_mode="points",
            height="stretch" if shrinks else "content",
        )


def draw_legend(engagements: pd.DataFrame, *remarks: str) -> None:
    """The line over a chart: what the marks mean with their counts, then in grey what is worth knowing."""
    said = " · ".join(remark for remark in remarks if remark)
    # Captions are drawn pale and wash out the marks, so this is small text.
    st.markdown(f":small[{legend_words(engagements)}" + (f" \u2003 :gray[{said}]]" if said else "]"))


def draw_classes(what: str, starts: Classes, none: bool = True) -> None:
    """The legend of the five classes of counts; `what` says what is counted, `none` adds land without any."""
    mode = "dark" if st.context.theme.type == "dark" else "light"
    classes = list(zip(CLASS_HEX[mode], class_labels(starts), strict=True))
    if none:
        classes.insert(0, (NONE_HEX[mode], t("none reported")))
    keys = "".join(
        f'<span style="display:inline-block;white-space:nowrap;margin-right:14px"><span style="display:inline-block;'
        f'width:26px;height:9px;background:{colour};margin-right:6px"></span>{label}</span>'
        for colour, label in classes
    )
    st.html(f'<div style="font-size:.8125rem;line-height:1.6">{keys}<span>{html.escape(what)}</span></div>')


def draw_remark(text: str) -> None:
    """A small grey line under a figure, in our own words."""
    st.markdown(f":small[:gray[{text}]]")


def first_of(rows: int, of: int) -> str:
    """That a table shows but the first of its rows."""
    return t("The first {rows} of {all} rows; the files have all.", rows=number(rows), all=number(of))


def newest_of(rows: int, of: int) -> str:
    """That a table shows but the newest of its rows."""
    return t(
        "The newest {rows} of {all} rows: narrow the filters to see others; the files have all.",
        rows=number(rows),
        all=number(of),
    )


def draw_none(text: str = "") -> None:
    """In grey, that a list is empty; `text` where it is not that nothing is reported."""
    st.markdown(f":gray[{text or t('none reported')}]")


def clicked(key: str) -> str:
    """The first thing that the clicked mark of a chart carries; empty when nothing was clicked."""
    return next(iter(clicked_all(key)), "")


def clicked_all(key: str) -> list[str]:
    """Everything that the clicked mark of a chart carries (its customdata)."""
    points = st.session_state.get(key, {}).get("selection", {}).get("points", [])
    carried = points[0].get("customdata") if points else None
    if isinstance(carried, Mapping):
        carried = list(carried.values())
    if not isinstance(carried, (list, tuple)):
        carried = [] if carried is None else [carried]
    return [str(value) for value in carried]


def draw_tables(tables: Mapping[str, pd.DataFrame], label: str = "") -> None:
    """The numbers behind the charts of a page, folded away at its foot."""
    with st.expander(label or t("Figures as tables"), type="compact"):
        for title, table in tables.items():
            st.header(title, anchor=False)
            read = table.head(MOST_ROWS).rename(columns=column_words)
            st.dataframe(read, hide_index=True, alt=t("{title}, as a table", title=title), placeholder="")
            if len(table) > MOST_ROWS:
                draw_remark(first_of(MOST_ROWS, len(table)))
