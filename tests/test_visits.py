"""What is new since the last visit, on the overview and in the table; the clock is the test's."""

import pytest
from sqlalchemy import delete
from streamlit.testing.v1 import AppTest

from core.store.schema import visits
from core.store.visits import visit_of
from core.ui.state import NEWER
from core.ui.visits import VISIT
from core.ui.workspace import newest_dataset, store
from core.views.filters import Filters, narrow
from tests.test_pages import _sample, opened, own_workspace, words_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("own_workspace")


def test_what_came_since_the_last_visit_is_said_and_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "core.ui.visits.PATIENCE", 60
    )  # on a busy machine a note takes longer than a page waits
    with store().database.writing() as connection:
        connection.execute(delete(visits))  # other tests have looked at the workspace that this is a copy of
    monkeypatch.setattr("core.ui.visits.now", lambda: "2026-11-14T10:00:00Z")
    first = opened()
    assert not lines_of(first)
    assert "New here?" in words_of(first)
    assert "New here?" not in words_of(first.button(key="welcome-close").click().run())
    key = str(narrow(newest_dataset(), Filters())["engagement_id"].iloc[2])
    store().judge("Ben").edit(key, "city", "Goa", str(store().look(key).row["city"]))  # type: ignore[union-attr]
    store().add_read([_meeting()], who="Ben")
    monkeypatch.setattr("core.ui.visits.now", lambda: "2026-11-20T10:00:00Z")
    again = opened()
    line = "1 new, 1 changed since your last visit on 14 Nov 2026"
    seen = visit_of(store().database, again.session_state[VISIT][0])
    assert seen is not None
    assert lines_of(again) == [line]
    assert "New here?" not in words_of(again)
    again = opened("engagements", {NEWER: str(seen.last_version)})
    assert f"new or changed since data {seen.last_version}, all dates: <b>2</b> of" in words_of(again)
    assert sorted(again.dataframe[0].value["New"]) == ["changed", "new"]
    narrower = opened("overview", {"country": "Ethiopia ETH"})
    assert [label.split(" since ")[0] for label in lines_of(narrower)] == ["1 new"]


def lines_of(app: AppTest) -> list[str]:
    """The links that tell of news."""
    labels = [part.proto.label for part in app.get("page_link")]
    return [label for label in labels if "since your last visit" in label]


def _meeting():  # type: ignore[no-untyped-def]
    from core.documents.plain import make_document

    text = "ADDIS ABABA, 14 March 2025\n\nIndian Defence Minister Rajnath Singh met Ethiopian Defence Minister Aisha Mohammed in Addis Ababa on Friday."
    return make_document("addis.txt", text)
