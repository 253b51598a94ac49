"""For each field of an engagement the widget that fits it, and its value as the tables write it."""

from functools import partial
from typing import Any

import streamlit as st

from core.language.speak import as_spoken, later, t
from core.lexicon.countries import countries
from core.lexicon.forums import forums
from core.lexicon.topics import initiatives, topics
from core.store.overlay import EDITABLE
from core.tables.schema import LIST_SEPARATOR, column
from core.views import words
from core.views.review import LABELS
from core.views.terms import term, value_words

DATE_HELP = later("2024-11-21, 2024-11, 2024, or two days: 2024-11-20/2024-11-21. Empty: no date.")
PEOPLE_HELP = later("One a line: Name (IND, Defence Minister)")


def draw_field(field: str, value: str, place: str, about: str = "") -> None:
    """Draws the widget of a field with its value; `place` tells several forms apart, `about` stands under it."""
    label, key = t(LABELS[field]), key_of(field, place)
    parts = [part for part in value.split(LIST_SEPARATOR) if part]
    if field in ("kind", "status", "track"):
        options = list(column("engagements", field).vocabulary)
        st.selectbox(
            label,
            options,
            index=options.index(value) if value in options else 0,
            key=key,
            format_func=as_spoken(partial(term, field)),
        )
    elif field == "countries":
        codes = _codes(parts)
        st.multiselect(label, codes, default=parts, key=key, format_func=as_spoken(words.country_label))
    elif field == "host_country":
        codes = ["", *_codes(parts)]
        st.selectbox(label, codes, index=codes.index(value), key=key, format_func=as_spoken(_or_not_told))
    elif field == "forum":
        _draw_one(label, sorted(forums(), key=partial(term, "forum")), value, key)
    elif field in ("topics", "initiatives"):
        known = topics() if field == "topics" else initiatives()
        options = sorted({*known, *parts})
        st.multiselect(
            label,
            options,
            default=parts,
            key=key,
            format_func=as_spoken(value_words),
            accept_new_options=field == "initiatives",
        )
    elif field in ("people", "outcomes"):
        hint = t(PEOPLE_HELP) if field == "people" else t("One a line")
        st.text_area(label, "\n".join(parts), key=key, height=78, help=hint)
    else:
        st.text_input(label, value, key=key, help=t(DATE_HELP) if field == "date" else None, max_chars=300)
    if about:
        st.markdown(f":small[:gray[{words.literal(about)}]]")


def value_in(field: str, place: str) -> str:
    """What stands in the widget of a field, as the tables write it."""
    value: Any = st.session_state.get(key_of(field, place))
    if isinstance(value, (list, tuple)):
        return LIST_SEPARATOR.join(" ".join(str(part).split()) for part in value)
    text = "" if value is None else str(value)
    if field in ("people", "outcomes"):
        lines = (" ".join(line.replace(LIST_SEPARATOR, ",").split()) for line in text.splitlines())
        return LIST_SEPARATOR.join(line for line in lines if line)
    return " ".join(text.split())


def values_in(place: str) -> dict[str, str]:
    """What stands in the widgets of all fields."""
    return {field: value_in(field, place) for field in EDITABLE}


def key_of(field: str, place: str) -> str:
    """The key of a field's widget."""
    return f"{place}-{field}"


def _draw_one(label: str, options: list[str], value: str, key: str) -> None:
    listed = ["", *options] if value in options or not value else ["", value, *options]
    st.selectbox(
        label,
        listed,
        index=listed.index(value),
        key=key,
        format_func=as_spoken(_plain),
        accept_new_options=True,
    )


def _codes(more: list[str]) -> list[str]:
    codes = {*countries(), *more}
    return sorted(codes, key=words.country_label)


def _or_not_told(code: str) -> str:
    return words.country_label(code) if code else t(words.NOT_TOLD)


def _plain(text: str) -> str:
    return term("forum", text) or t(words.NOT_TOLD)
