"""The filters, the same on every page; drawn by `app.py` before the page, so that the URL keeps them."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from core.model import Kind, Reliability, Status, Track
from core.ui.state import CERTAIN, CONFIDENCE, DATES, LISTS, TOLD_BY, WORDS, add_to, current_filters
from core.ui.versions import draw_permalink
from core.ui.workspace import store
from core.views import words
from core.views.dataset import Dataset
from core.views.facets import CHOICES, facet
from core.views.groups import groups
from core.views.levels import LEVELS, NOT_TOLD
from core.views.review import moment

ALL = "All"
PERIOD = "period"
COUNTS = "counts"
FIRST_DAY, LAST_DAY = date(1945, 1, 1), date(2099, 12, 31)
PLAIN = ("country", "forum", "kind", "status")  # what stands above "More filters"
MORE = {CONFIDENCE: "confidence", TOLD_BY: "told_by", CERTAIN: "certain"} | {
    key: field for key, field in LISTS.items() if key not in PLAIN
}
AT_LEAST = (1, 2, 3, 5, 10)
FLOORS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


def draw_filters(dataset: Dataset) -> None:
    """Draws the sidebar for this collection."""
    with st.sidebar:
        _draw_period(dataset)
        _choose("Country", "country", sorted(dataset.rows_with_side, key=words.country_label), "Any side")
        _choose("Forum", "forum", _values(dataset, "forum"), "Any forum or none")
        _pick("Kind", "kind", list(Kind))
        _pick("Status", "status", list(Status))
        st.text_input(
            "Words in the text",
            key=WORDS,
            bind="query-params",
            placeholder="e.g. refuelling",
            max_chars=200,
            help="All of the words, in the passage that tells of it, its people, place, forum or topics.",
        )
        with st.expander("More filters", type="compact", expanded=_uses_more()):
            _draw_more(dataset)
        counts = st.expander("Counts of each choice", type="compact", key=COUNTS, on_change="rerun")
        if counts.open:
            with counts:
                _draw_counts(dataset)
        st.caption(_about(dataset))
        draw_permalink()


def _draw_counts(dataset: Dataset) -> None:
    """The choices of one filter with the rows that each would show; a click on one adds it to the filter."""
    # Labels of the widgets above stand in the address, so that counts can stand beside them only here.
    of = st.selectbox("Of the filter", list(CHOICES), key="counts-of")
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
            "label": st.column_config.TextColumn(of),
            "engagements": st.column_config.NumberColumn("No.", width=50),
        },
        alt=f"{of}: how many engagements each choice shows",
    )


def _take_count(key: str, field: str, values: list[str]) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    if cells:
        add_to(field, values[cells[0][0]])


def _draw_period(dataset: Dataset) -> None:
    above = st.container()
    chosen = st.date_input(
        "From – to",
        value=[],
        key=DATES,
        bind="query-params",
        format="DD/MM/YYYY",
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        help="An engagement counts when it may have taken place in this period; "
        "one without a date is left out.",
    )
    presets = periods(dataset)
    st.session_state[PERIOD] = next((name for name, span in presets.items() if span == chosen), None)
    above.pills("Period", list(presets), key=PERIOD, on_change=_take_period, args=(presets,))


def _draw_more(dataset: Dataset) -> None:
    st.checkbox(
        "Certainly within the dates",
        key=CERTAIN,
        bind="query-params",
        help="Leaves out what may lie outside: a month or a year that the dates cut.",
    )
    _choose("Group", "group", list(groups()), "Any country", tip="A member at that date is a side.")
    _pick("Level", "level", [*LEVELS, NOT_TOLD])
    _choose("Topic", "topic", sorted(dataset.rows_with_topic), "Any topic or none")
    _choose("Outcome", "outcome", list(dataset.rows_with_outcome), "Any outcome or none")
    _pick("Source's reliability", "reliability", [str(grade) for grade in Reliability])
    _choose("Host country", "host", _values(dataset, "host_country"), "Any place")
    _choose("Source", "source", sorted(dataset.rows_from_source), "Any source")
    _pick("Track", "track", list(Track), default=[Track.DEFENCE])
    st.select_slider(
        "Independent sources at least",
        AT_LEAST,
        key=TOLD_BY,
        bind="query-params",
        help="Copies of one text, and several texts of one outlet, count once.",
    )
    _choose("Sources differ on", "differ", sorted(dataset.rows_in_conflict), "Anything or nothing")
    _choose("Flags", "flag", sorted(dataset.rows_flagged), "Any flag or none")
    if not dataset.engagements["confidence"].any():
        return
    st.select_slider(
        "Confidence at least",
        FLOORS,
        key=CONFIDENCE,
        bind="query-params",
        format_func=lambda floor: f"{floor:.1f}",
        help="Of the records at 0.8, about 80 of 100 are right.",
    )


def periods(dataset: Dataset) -> dict[str, tuple[date, ...]]:
    """The presets by name: all, three years and twelve months up to the newest document, the latest years."""
    newest = dataset.newest
    if newest is None:
        return {ALL: ()}
    day = pd.Timedelta(days=1)
    since = {name: newest - pd.DateOffset(years=n) + day for name, n in (("3 years", 3), ("12 months", 1))}
    presets: dict[str, tuple[date, ...]] = {ALL: ()}
    presets |= {name: (first.date(), newest.date()) for name, first in since.items()}
    years = dataset.engagements["date_start"].dropna().dt.year
    for year in sorted({int(year) for year in years if year <= newest.year}, reverse=True)[:3]:
        presets[str(year)] = (date(year, 1, 1), date(year, 12, 31))
    return presets


def _take_period(presets: dict[str, tuple[date, ...]]) -> None:
    st.session_state[DATES] = presets.get(st.session_state[PERIOD] or ALL, ())


def _choose(label: str, key: str, options: list[str], placeholder: str, tip: str | None = None) -> None:
    """A list to search in. What a link or another collection has chosen stays choosable."""
    options = options + [value for value in st.session_state.get(key) or [] if value not in options]
    naming = {"country": words.country_label, "host": words.country_label, "differ": words.field}.get(
        key, str
    )
    st.multiselect(
        label,
        options,
        format_func=naming,
        key=key,
        bind="query-params",
        placeholder=placeholder if options else "none in these documents",
        disabled=not options,
        help="Several countries: all of them are sides." if key == "country" else tip,
    )


def _pick(label: str, key: str, options: list[str], default: list[str] | None = None) -> None:
    st.pills(
        label,
        [str(option) for option in options],
        selection_mode="multi",
        default=[str(option) for option in default or []] or None,
        key=key,
        bind="query-params",
        help="None chosen: all of them." if default else None,
    )


def _values(dataset: Dataset, column: str) -> list[str]:
    values = sorted(set(dataset.engagements[column]) - {""})
    return sorted(values, key=words.country_label) if column == "host_country" else values


def _uses_more() -> bool:
    """Whether something is asked for among them; in the first run of a link only its address tells."""
    filters = current_filters()
    plain = filters.__class__()
    return any(
        key in st.query_params or getattr(filters, name) != getattr(plain, name) for key, name in MORE.items()
    )


def _about(dataset: Dataset) -> str:
    newest = f", newest {words.day(dataset.newest)}" if dataset.newest is not None else ""
    version = int(dataset.version) if dataset.version.isdecimal() else 0
    made = store().version_at(version)
    when = f" of {moment(made[0])} UTC" if made else ""
    return f"{words.counted(len(dataset.documents), 'document')}{newest} · data {dataset.version}{when}"
