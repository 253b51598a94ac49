"""The filters, the same on every page; drawn by `app.py` before the page, so that the URL keeps them."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from core.language.speak import as_spoken, later, t, tn
from core.model import Kind, Reliability, Status, Track
from core.ui.address import understand
from core.ui.facets import mark_counts
from core.ui.help import TIPS, draw_keys
from core.ui.language import draw_language
from core.ui.state import CERTAIN, CONFIDENCE, DATES, LISTS, NEWER, TOLD_BY, WORDS, add_to, current_filters
from core.ui.versions import draw_permalink
from core.ui.view import current_view
from core.ui.workspace import store
from core.views import words
from core.views.dataset import Dataset
from core.views.facets import CHOICES, facet, named
from core.views.groups import groups
from core.views.levels import LEVELS, NOT_TOLD
from core.views.review import data_of

ALL, THREE_YEARS, ONE_YEAR = later("All"), later("3 years"), later("12 months")
PERIOD = "period"
COUNTS = "counts"
FIRST_DAY, LAST_DAY = date(1945, 1, 1), date(2099, 12, 31)
PLAIN = ("country", "forum", "kind", "status")  # what stands above "More filters"
MORE = {CONFIDENCE: "confidence", TOLD_BY: "told_by", CERTAIN: "certain", NEWER: "since"} | {
    key: field for key, field in LISTS.items() if key not in PLAIN
}
AT_LEAST = (1, 2, 3, 5, 10)
FLOORS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def draw_filters(dataset: Dataset) -> None:
    """Draws the sidebar for this collection."""
    with st.sidebar:
        _draw_period(dataset)
        _choose(
            t("Country"), "country", sorted(dataset.rows_with_side, key=words.country_label), t("Any side")
        )
        _choose(t("Forum"), "forum", dataset.forums, t("Any forum or none"))
        _pick(t("Kind"), "kind", list(Kind))
        _pick(t("Status"), "status", list(Status))
        st.text_input(
            t("Words in the text"),
            key=WORDS,
            bind="query-params",
            placeholder=t("e.g. refuelling"),
            max_chars=200,
            help=t("All of the words, in the passage that tells of it, its people, place, forum or topics."),
        )
        with st.expander(t("More filters"), type="compact", expanded=_uses_more()):
            _draw_more(dataset)
        counts = st.expander(t("Choices by count"), type="compact", key=COUNTS, on_change="rerun")
        if counts.open:
            with counts:
                _draw_counts(dataset)
        st.caption(_about(dataset))
        draw_permalink()
        draw_keys()
        draw_language()
        mark_counts(current_view())


def _draw_counts(dataset: Dataset) -> None:
    """The choices of one filter with the rows that each would show; a click on one adds it to the filter."""
    of = st.selectbox(t("Of the filter"), list(CHOICES), key="counts-of", format_func=as_spoken(t))
    table = facet(dataset, current_filters(), CHOICES[of])
    key, values = f"counts-{of}", table["value"].tolist()
    st.session_state[key] = {"selection": {"cells": []}}  # a click is a command, nothing stays marked
    st.dataframe(
        table[["label", "engagements"]],
        height=300 if len(table) > 8 else "content",
        hide_index=True,
        key=key,
        on_select=partial(_take_count, key, CHOICES[of], values),
        selection_mode="single-cell",
        lazy=False,
        column_config={
            "label": st.column_config.TextColumn(t(of)),
            "engagements": st.column_config.NumberColumn(t("No."), format="localized", width=54),
        },
        alt=t("{filter}: how many engagements each choice shows", filter=t(of)),
    )


def _take_count(key: str, field: str, values: list[str]) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells:
        add_to(field, values[cells[0][0]])


def _draw_period(dataset: Dataset) -> None:
    above = st.container()
    chosen = st.date_input(
        t("From – to"),
        value=[],
        key=DATES,
        bind="query-params",
        format="DD/MM/YYYY",
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        help=t(
            "An engagement counts when it may have taken place in this period; one without a date is left out."
        ),
    )
    presets = periods(dataset)
    st.session_state[PERIOD] = next((name for name, span in presets.items() if span == chosen), None)
    above.pills(
        t("Period"),
        list(presets),
        format_func=as_spoken(t),
        key=PERIOD,
        on_change=_take_period,
        args=(presets,),
        help=t(TIPS["period"]),
    )


def _draw_more(dataset: Dataset) -> None:
    st.checkbox(
        t("Certainly within the dates"),
        key=CERTAIN,
        bind="query-params",
        help=t("Leaves out what may lie outside: a month or a year that the dates cut."),
    )
    _choose(t("Group"), "group", list(groups()), t("Any country"))
    _pick(t("Level"), "level", [*LEVELS, NOT_TOLD])
    _choose(t("Topic"), "topic", sorted(dataset.rows_with_topic), t("Any topic or none"))
    _choose(t("Outcome"), "outcome", list(dataset.rows_with_outcome), t("Any outcome or none"))
    _pick(t("Source's reliability"), "reliability", [str(grade) for grade in Reliability])
    _choose(t("Host country"), "host", sorted(dataset.hosts, key=words.country_label), t("Any place"))
    _choose(t("Source"), "source", sorted(dataset.rows_from_source), t("Any source"))
    _pick(t("Track"), "track", list(Track), default=[Track.DEFENCE])
    st.select_slider(
        t("Independent sources at least"),
        AT_LEAST,
        key=TOLD_BY,
        bind="query-params",
        help=t("Copies of one text, and several texts of one outlet, count once."),
    )
    _choose(t("Sources differ on"), "differ", sorted(dataset.rows_in_conflict), t("Anything or nothing"))
    _choose(t("Flags"), "flag", sorted(dataset.rows_flagged), t("Any flag or none"))
    st.number_input(
        t("New or changed since data"),
        min_value=1,
        max_value=999_999_999,
        value=None,
        step=1,
        key=NEWER,
        bind="query-params",
        placeholder=t("of whatever age"),
        help=t("The number of a version of the data: that of today stands at the foot of this sidebar."),
    )
    if not dataset.engagements["confidence"].any():
        return
    st.select_slider(
        t("Confidence at least"),
        FLOORS,
        key=CONFIDENCE,
        bind="query-params",
        format_func=lambda floor: f"{floor:.1f}",
        help=t("Of the records at 0.8, about 80 of 100 are right."),
    )


def periods(dataset: Dataset) -> dict[str, tuple[date, ...]]:
    """The presets by name: all, three years and twelve months up to the newest document, the latest years."""
    newest = dataset.newest
    if newest is None:
        return {ALL: ()}
    day = pd.Timedelta(days=1)
    since = {name: newest - pd.DateOffset(years=n) + day for name, n in ((THREE_YEARS, 3), (ONE_YEAR, 1))}
    presets: dict[str, tuple[date, ...]] = {ALL: ()}
    presets |= {name: (first.date(), newest.date()) for name, first in since.items()}
    years = dataset.engagements["date_start"].dropna().dt.year
    for year in sorted({int(year) for year in years if year <= newest.year}, reverse=True)[:3]:
        presets[str(year)] = (date(year, 1, 1), date(year, 12, 31))
    return presets


def _take_period(presets: dict[str, tuple[date, ...]]) -> None:
    st.session_state[DATES] = presets.get(st.session_state[PERIOD] or ALL, ())


def _choose(label: str, key: str, options: list[str], placeholder: str) -> None:
    """A list to search in. What a link or another collection has chosen stays choosable."""
    options = options + [value for value in st.session_state.get(key) or [] if value not in options]
    naming = _naming(key)
    understand(key, options, naming, several=True)
    st.multiselect(
        label,
        options,
        format_func=as_spoken(naming),
        key=key,
        bind="query-params",
        placeholder=placeholder if options else t("none in these documents"),
        disabled=not options,
        help=t(TIPS[key]),
    )


def _pick(label: str, key: str, options: list[str], default: list[str] | None = None) -> None:
    values, naming = [str(option) for option in options], _naming(key)
    understand(key, values, naming, several=True)
    st.pills(
        label,
        values,
        format_func=as_spoken(naming),
        selection_mode="multi",
        default=[str(option) for option in default or []] or None,
        key=key,
        bind="query-params",
        help=t(TIPS[key]),
    )


def _naming(key: str) -> Callable[[str], str]:
    """How the choices of a filter read."""
    return named(LISTS[key])


def _uses_more() -> bool:
    """Whether something is asked for among them; in the first run of a link only its address tells."""
    filters = current_filters()
    plain = filters.__class__()
    return any(
        key in st.query_params or getattr(filters, name) != getattr(plain, name) for key, name in MORE.items()
    )


def _about(dataset: Dataset) -> str:
    parts = [tn("{count} document", "{count} documents", len(dataset.documents))]
    if dataset.newest is not None:
        parts[0] += ", " + t("newest {day}", day=words.day(dataset.newest))
    version = int(dataset.version) if dataset.version.isdecimal() else 0
    return f"{parts[0]} · {data_of(dataset.version, store().version_at(version))}"
