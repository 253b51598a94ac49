"""Download buttons: a file is made only when somebody asks for it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from core.exports.calendar import planned
from core.exports.delimited import as_csv
from core.exports.formats import BRIEF_FORMATS, CITATION_FORMATS, TABLE_FORMATS, VIEW_FORMATS, ViewFormat
from core.exports.names import file_name
from core.exports.selection import Selection
from core.language.speak import as_spoken, english, spoken, t, tn
from core.ui.charts import PICTURES
from core.views.dataset import Dataset
from core.views.filters import Filters
from core.views.picture import FORMS

MENU = 400  # pixels


def download_rows(shown: pd.DataFrame, dataset: Dataset, filters: Filters) -> None:
    """A button that gives exactly the engagements shown as CSV, named after the filters; beside it the other forms."""
    _button(
        tn("Download {count} row", "Download {count} rows", len(shown)),
        lambda: as_csv("engagements", shown),
        file_name("engagements", dataset, filters),
        "text/csv",
        "download",
        t("The engagements shown, as CSV for a spreadsheet or a program."),
        shown.empty,
    )
    with st.popover(t("More formats")), st.container(width=MENU):
        draw_forms(Selection(dataset, filters, shown), "head")
        _choose_pictures()


def draw_forms(selection: Selection, place: str) -> None:
    """The forms in which the rows shown can be taken along, a button each; `place` tells these buttons from others."""
    for title, forms in (
        (
            tn("{count} engagement, as shown", "{count} engagements, as shown", len(selection.engagements)),
            VIEW_FORMATS,
        ),
        (t("A brief of about two pages on them"), BRIEF_FORMATS),
        (t("To cite the view and its documents"), CITATION_FORMATS),
    ):
        st.markdown(f":small[:gray[{title}]]")
        with st.container(horizontal=True, gap="small"):
            for form in forms:
                download_view(form, selection, place)


def _choose_pictures() -> None:
    """Whether each chart has a button that saves it as a picture, and in which form."""
    chosen = st.pills(
        t("Charts as pictures"),
        FORMS,
        key=PICTURES,
        help=t("Made by your own browser. PNG for slides and text, SVG to enlarge or edit."),
    )
    if chosen:
        st.markdown(
            f":small[:gray[{t('The camera at the top right of each chart saves it as {form}.', form=chosen)}]]"
        )


def download_view(form: ViewFormat, selection: Selection, place: str) -> None:
    """A button that gives a view in one form; the calendar says how many entries it has."""
    label, empty = t(form.label), selection.engagements.empty
    if form.suffix == "ics":
        entries = len(planned(selection))
        label, empty = tn("Calendar, {count} planned", "Calendar, {count} planned", entries), not entries
    # A file is made in a thread of its own, which speaks English.
    make = as_spoken(form.make) if form.spoken else form.make
    what = form.what if english() or not form.spoken else f"{form.what}-{spoken()}"
    _button(
        label,
        lambda: make(selection),
        file_name(what, selection.dataset, selection.filters, form.suffix),
        form.mime,
        f"{place}-{form.what}-{form.suffix}",
        t(form.help),
        empty,
    )


def download_table(name: str, selection: Selection) -> None:
    """A small button a form that gives one table of a selection."""
    frame = selection.table(name)
    for form in TABLE_FORMATS:
        _button(
            t(form.label),
            lambda form=form: form.make(name, frame),  # type: ignore[misc]
            file_name(name, selection.dataset, selection.filters, form.suffix),
            form.mime,
            f"table-{name}-{form.suffix}",
            f"{name}: {t(form.help)}",
            frame.empty,
            icon=False,
        )


def _button(
    label: str,
    make: Callable[[], bytes],
    name: str,
    mime: str,
    key: str,
    about: str,
    disabled: bool,
    icon: bool = True,
) -> None:
    st.download_button(
        label,
        make,
        name,
        mime,
        key=key,
        on_click="ignore",
        icon=":material/download:" if icon else None,
        disabled=disabled,
        help=about,
    )
