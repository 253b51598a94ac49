"""What a click on a bar or a cell asks for."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from core.views.filters import Filters

Y2024 = {"first": date(2024, 1, 1), "last": date(2024, 12, 31)}


def clicked() -> None:
    """A page on which a cell was clicked."""
    import streamlit as st

    from core.ui.clicks import take_cell, take_period
    from core.ui.state import current_filters

    if "field" in st.session_state:
        take_cell(st.session_state["field"], st.session_state["carried"], st.session_state["home"])
    else:
        take_period(st.session_state["carried"])
    st.session_state["asked"] = current_filters()


@pytest.mark.parametrize(
    ("field", "carried", "home", "asked"),
    [
        pytest.param("topics", ["cyber", "2024"], None, Filters(topics=("cyber",), **Y2024), id="a year"),  # type: ignore[arg-type]
        pytest.param("topics", ["cyber", "JPN"], "IND",
                     Filters(topics=("cyber",), countries=("IND", "JPN")), id="a country, with the home side"),
        pytest.param("topics", ["cyber", "JPN"], None,
                     Filters(topics=("cyber",), countries=("JPN",)), id="a country where there is no home side"),
        pytest.param("topics", ["cyber", "other"], "IND", Filters(topics=("cyber",)), id="all other countries"),
        pytest.param("levels", ["minister", "earlier"], None, Filters(levels=("minister",)), id="earlier years"),
        pytest.param("levels", [], None, Filters(), id="a click beside the cells"),
        pytest.param(None, ["2024-01-01", "2024-12-31", "call"], None, Filters(**Y2024), id="a bar"),  # type: ignore[arg-type]
        pytest.param(None, [], None, Filters(), id="a click beside the bars"),
    ],
)  # fmt: skip
def test_a_click_narrows_the_filter(
    field: str | None, carried: list[str], home: str | None, asked: Filters
) -> None:
    app = AppTest.from_function(clicked)
    if field:
        app.session_state["field"] = field
    app.session_state["carried"], app.session_state["home"] = carried, home
    app.run()
    assert not app.exception
    assert app.session_state["asked"] == asked
