"""The app in another language: from the address, kept on all pages, with the same rows, and back."""

from collections.abc import Mapping, Sequence

import pytest
from streamlit.testing.v1 import AppTest

from core.views.filters import Filters, narrow
from tests.test_pages import _sample, data, opened, words_of

__all__ = ["_sample", "data"]

from core.views.dataset import Dataset

Query = Mapping[str, str | Sequence[str]]


def labels(app: AppTest) -> list[str]:
    return [widget.label for widget in (*app.multiselect, *app.text_input, *app.get("button_group"))]


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        pytest.param({"lang": "hi"}, Filters(), id="nothing asked"),
        pytest.param(
            {"lang": "hi", "country": ["India IND", "Russia RUS"], "kind": "call"},
            Filters(countries=("IND", "RUS"), kinds=("call",)),
            id="an English link in Hindi",
        ),
        pytest.param(
            {"lang": "hi", "country": ["भारत IND", "रूस RUS"], "kind": "फ़ोन वार्ता"},
            Filters(countries=("IND", "RUS"), kinds=("call",)),
            id="a Hindi link in Hindi",
        ),
        pytest.param(
            {"country": ["भारत IND", "रूस RUS"], "kind": "फ़ोन वार्ता", "track": ["रक्षा", "शीर्ष नेता"]},
            Filters(countries=("IND", "RUS"), kinds=("call",), tracks=("defence", "leaders")),
            id="a Hindi link in English",
        ),
    ],
)
def test_a_link_means_the_same_in_both_languages(query: Query, filters: Filters, data: Dataset) -> None:
    rows = len(narrow(data, filters))
    assert rows > 0
    assert f"<b>{rows}</b>" in words_of(opened("timeline", query))


def test_the_address_chooses_the_language_and_keeps_it() -> None:
    app = opened("overview", {"lang": "hi"})
    assert app.multiselect[0].label == "देश"
    app.switch_page("pages/timeline.py").run()
    assert app.multiselect[0].label == "देश"
    assert "".join(app.query_params["lang"]) == "hi"


def test_two_readers_of_one_process_have_a_language_each() -> None:
    english, hindi = opened("engagements"), opened("engagements", {"lang": "hi"})
    english.run()
    hindi.run()
    assert (english.multiselect[0].label, hindi.multiselect[0].label) == ("Country", "देश")
    assert "दौरा" in hindi.get_by_key("kind").options
    assert "visit" in english.get_by_key("kind").options


def test_the_switch_keeps_the_filters(data: Dataset) -> None:
    asked = {"country": ["India IND", "Russia RUS"], "kind": "call", "partner": "Russia RUS"}
    rows = len(narrow(data, Filters(countries=("IND", "RUS"), kinds=("call",))))
    app = opened("country", asked)
    for code, label in (("hi", "देश"), ("en", "Country")):
        app.get_by_key("language").set_value(code).run()
        assert not app.exception
        assert app.multiselect[0].label == label
        assert app.session_state["country"] == ["IND", "RUS"]
        assert app.session_state["kind"] == ["call"]
        assert f"<b>{rows}</b>" in words_of(app)
    assert "".join(app.query_params["lang"]) == "en"


@pytest.mark.parametrize("asked", [pytest.param("xx", id="unknown"), pytest.param("../hi", id="a path")])
def test_an_unknown_language_is_english(asked: str) -> None:
    assert opened("overview", {"lang": asked}).multiselect[0].label == "Country"
