"""Saved views, opened by Streamlit's own runner."""

import pytest
from streamlit.testing.v1 import AppTest

from core.store.saved import SavedViews
from core.ui.saved import NAME, OPEN
from core.ui.workspace import store
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from tests.test_pages import _sample, data, opened, own_workspace, words_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("own_workspace")


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception


def with_list(page: str, query: dict[str, str]) -> AppTest:
    """A page with the list of saved views open."""
    app = opened(page, query)
    app.session_state[OPEN] = True
    return app.run()


def test_a_view_is_saved_and_opened_from_another_page(data: Dataset) -> None:  # noqa: F811
    app = with_list("timeline", {"country": "Russia RUS", "kind": "visit", "lanes": "By year"})
    app.text_input(key=NAME).set_value("Visits")
    press(app, "Save")
    assert "Saved as “Visits”." in [part.value for part in app.text]
    (view,) = SavedViews(store().database, "x").listed()
    assert (view.name, view.page) == ("Visits", "pages/timeline.py")
    assert view.asked == {"filters": {"countries": ["RUS"], "kinds": ["visit"]}, "own": {"lanes": "By year"}}
    other = with_list("forums", {"country": "Japan JPN", "words": "navy"})
    press(other, "**Visits**")
    rows = len(narrow(data, Filters(countries=("RUS",), kinds=("visit",))))
    assert other.title[0].value == "Timeline"
    assert f"<b>{rows}</b> of" in words_of(other)
    assert other.session_state["lanes"] == "By year"


def test_on_its_own_page_a_view_opens_too(data: Dataset) -> None:  # noqa: F811
    asked = {"filters": {"countries": ["RUS"]}, "own": {"lanes": "By kind"}}
    SavedViews(store().database, "Ana").save("Russia", "pages/timeline.py", asked, "2026-11-14T10:00:00Z")
    app = with_list("timeline", {"country": "Japan JPN"})
    press(app, "**Russia**")
    assert f"<b>{len(narrow(data, Filters(countries=('RUS',))))}</b> of" in words_of(app)
    assert app.session_state["lanes"] == "By kind"


def test_a_view_is_renamed_deleted_and_put_back() -> None:
    app = with_list("overview", {})
    app.text_input(key=NAME).set_value("first")
    press(app, "Save")
    press(app, "Rename")
    next(field for field in app.text_input if field.label == "New name").set_value("second")
    press(app, "Rename")
    press(app, "Delete")
    listed = SavedViews(store().database, "x").listed
    assert listed() == []
    press(app, "Put it back")
    assert [view.name for view in listed()] == ["second"]


def test_a_view_of_what_is_no_more_says_so() -> None:
    asked = {"filters": {"forums": ["Old Forum"]}, "own": {"map": "Moon"}}
    SavedViews(store().database, "Ana").save("old", "pages/countries.py", asked, "2026-11-14T10:00:00Z")
    app = with_list("overview", {})
    assert not any(button.label in ("Rename", "Delete") for button in app.button)  # it is Ana's
    press(app, "**old**")
    assert app.title[0].value == "Countries"
    assert "Not in the collection, or not any more: forum “Old Forum”." in words_of(app)


def test_a_view_without_a_name_is_not_saved() -> None:
    app = with_list("overview", {})
    press(app, "Save")
    assert "a saved view needs a name" in [part.value for part in app.text]
    assert SavedViews(store().database, "x").listed() == []
