"""The pages of review, changes and versions, opened by Streamlit's own runner."""

import os
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.store.store import Store
from core.ui.grading import LETTER, SOURCE
from core.ui.links import RECORD_KEY
from core.ui.workspace import newest_dataset, store
from tests.test_pages import _sample, opened, own_workspace, words_of  # noqa: F401

pytestmark = pytest.mark.usefixtures("own_workspace")


def press(app: AppTest, label: str) -> AppTest:
    """Presses the button with that label."""
    button = next(button for button in app.button if button.label == label)
    assert not button.disabled, label
    button.click().run()
    assert not app.exception, app.exception
    return app


def on(key: str, page: str = "review") -> AppTest:
    """The page of review with that engagement open."""
    app = opened(page)
    app.query_params[RECORD_KEY] = key
    app.run()
    assert not app.exception, app.exception
    return app


def pair(kept: Store) -> tuple[str, str]:
    """Two engagements of the same sides."""
    rows = newest_dataset().engagements
    both = (
        rows[(rows["track"] == "defence") & (rows["countries"] != "")]
        .groupby("countries")["engagement_id"]
        .agg(list)
    )
    found = next(keys for keys in both if len(keys) > 1)
    return found[0], found[1]


def first_key() -> str:
    return store().queue()[0].engagement_id


def row_of(key: str) -> dict[str, object]:
    looked = store().look(key)
    assert looked is not None
    return dict(looked.row)


def test_the_queue_says_why_and_shows_the_sentence_with_both_values() -> None:
    waiting = store().queue()[0]
    app = on(waiting.engagement_id)
    assert waiting.reasons[0].split(":")[0][:20] in words_of(app)
    assert "<mark" in words_of(app)
    assert "As the parser read it" in words_of(app)
    assert len(app.dataframe[0].value) <= 100


def test_accept_goes_on_to_the_next_and_undo_takes_it_back() -> None:
    keys = [waiting.engagement_id for waiting in store().queue()]
    app = press(on(keys[0]), "Accept")
    assert row_of(keys[0])["review"] == "accepted"
    assert app.query_params[RECORD_KEY] == keys[1]
    press(app, "Undo")
    assert row_of(keys[0])["review"] == ""


def test_a_rejected_one_is_out_of_the_tables_and_can_be_brought_back() -> None:
    key = first_key()
    app = on(key)
    app.text_input(key="why").set_value("a speech, no meeting").run()
    press(app, "Reject")
    assert key not in set(newest_dataset().engagements["engagement_id"])
    assert store().log(key)[0]["why"] == "a speech, no meeting"
    app.get_by_key("list").set_value("Rejected").run()
    app.query_params[RECORD_KEY] = key
    press(app.run(), "Bring back")
    assert key in set(newest_dataset().engagements["engagement_id"])


def test_an_edit_sets_the_fields_that_were_changed_and_no_others() -> None:
    key = first_key()
    before = row_of(key)
    app = press(on(key), "Edit")
    app.text_input(key="edit-1-city").set_value("Goa")
    app.text_input(key="edit-1-date").set_value("2019-02")
    app.text_input(key="edit-why").set_value("the text says so")
    press(app, "Save")
    after = row_of(key)
    assert (after["city"], after["date"], after["corrected"]) == ("Goa", "2019-02", "date;city")
    assert {field for field in before if before[field] != after[field]} <= {
        "city", "date", "date_start", "date_end", "date_precision", "date_basis", "corrected", "review", "flags",
    }  # fmt: skip
    assert "Feb 2019" in words_of(on(key))


def test_what_cannot_stand_there_is_said_and_stays_open() -> None:
    key = first_key()
    app = press(on(key), "Edit")
    app.text_input(key="edit-1-date").set_value("yesterday")
    press(app, "Save")
    assert any("is no date" in part.value for part in app.text)
    assert row_of(key)["review"] == ""
    assert app.text_input(key="edit-1-date").value == "yesterday"


@pytest.mark.parametrize(("choice", "city"), [("Keep theirs", "Agra"), ("Put mine", "Goa")])
def test_whoever_was_overtaken_sees_both_values_and_decides(choice: str, city: str) -> None:
    key = first_key()
    app = press(on(key), "Edit")
    store().judge("Ben").edit(key, "city", "Agra", str(row_of(key)["city"]))
    app.text_input(key="edit-1-city").set_value("Goa")
    press(app, "Save")
    assert row_of(key)["city"] == "Agra"
    told = words_of(app)
    assert all(part in told for part in ("<b>Ben</b>", "<b>Agra</b>", "<b>Goa</b>"))
    press(app, choice)
    assert row_of(key)["city"] == city
    assert "<b>Ben</b> changed" not in words_of(app)


def test_accepting_what_another_changed_meanwhile_says_so_and_then_goes() -> None:
    key = first_key()
    app = on(key)
    city = str(row_of(key)["city"])
    store().judge("Ben").edit(key, "city", "Reykjavik", city)
    press(app, "Accept")
    assert "Ben changed city to Reykjavik meanwhile" in [part.value for part in app.text]
    assert row_of(key)["review"] == "corrected"
    press(app, "Accept")
    assert not any("meanwhile" in part.value for part in app.text)


def test_a_source_is_graded_from_the_page_of_coverage() -> None:
    app = opened("coverage")
    source = str(app.get_by_key(SOURCE).value)
    app.get_by_key(f"{LETTER}-{source}").set_value("B").run()
    press(app, "Set the grade")
    documents = newest_dataset().documents
    assert set(documents.loc[documents["source"] == source, "reliability"]) == {"B"}
    assert [one.payload["reliability"] for one in store().decisions()] == ["B"]


def test_two_are_merged_split_and_put_back() -> None:
    one, other = pair(store())
    app = press(on(one), "Merge")
    app.selectbox(key="merge-with").set_value(other).run()
    press(app, "Merge them")
    assert store().current_id(one) == store().current_id(other)
    key = str(store().current_id(one))
    app.query_params[RECORD_KEY] = key
    press(app.run(), "Split")
    leaving = next(box for box in app.checkbox if str(box.key).startswith("leaves-"))
    leaving.check().run()
    press(app, "Split off 1 report")
    assert store().counts()["decisions"] == 2
    press(app, "Undo")
    press(app, "Undo")
    assert store().current_id(one) != store().current_id(other)


def test_never_merge_these_is_kept() -> None:
    one, other = pair(store())
    app = press(on(one), "Merge")
    app.selectbox(key="merge-with").set_value(other).run()
    press(app, "Never merge these")
    assert [decided.action.value for decided in store().decisions()] == ["keep apart"]


def test_all_above_a_confidence_are_accepted_and_taken_back_at_once() -> None:
    app = opened("review")
    app.get_by_key("accept-floor").set_value(0.95).run()
    button = app.button(key="accept-above")
    count = int(button.label.split()[1])
    assert count > 1
    button.click().run()
    assert len(store().reviewed()) == count
    press(app, "Undo")
    assert store().reviewed() == []


def test_decisions_carry_the_stated_name() -> None:
    app = on(first_key())
    app.text_input(key="your-name").set_value("  Ana   Analyst ").run()
    press(app, "Accept")
    assert store().decisions()[-1].who == "Ana Analyst"


def test_an_engagement_is_added_by_hand_with_its_source() -> None:
    app = press(opened("review"), "Add by hand")
    next(box for box in app.text_input if box.label == "Source").set_value("Notice board")
    next(a for a in app.text_area if a.label.startswith("What it says")).set_value(
        "Talks with Kenya in Nairobi."
    )
    app.multiselect(key="add-1-countries").set_value(["IND", "KEN"])
    app.text_input(key="add-1-date").set_value("2025-05-02")
    press(app, "Add")
    key = store().decisions()[-1].target
    assert (row_of(key)["countries"], row_of(key)["date"], row_of(key)["review"]) == (
        "IND;KEN",
        "2025-05-02",
        "by hand",
    )


def test_the_log_is_shown_filtered_and_downloaded() -> None:
    key = first_key()
    store().judge("Ben").edit(key, "city", "Goa", str(row_of(key)["city"]), "=1+1")
    app = opened("changes")
    app.get_by_key("see").set_value("Decisions").run()
    table = next(frame.value for frame in app.dataframe if "Who" in frame.value.columns)
    assert set(table["Who"]) == {"Ben"}
    assert "City" in set(table["Field"])
    from core.exports.changes import log_as_csv, log_as_json
    from core.store.changelog import Asked

    rows = store().changes(Asked(who="Ben"))
    assert b"'=1+1" in log_as_csv(rows)
    assert b'"=1+1"' in log_as_json(rows)


def test_what_was_learned_counts_the_reviewed_part() -> None:
    keys = [waiting.engagement_id for waiting in store().queue()[:4]]
    store().judge("Ben").accept(keys[:3])
    store().judge("Ben").reject(keys[3:])
    app = opened("changes", {"see": "What was learned"})
    assert "3 of 4 reviewed engagements were engagements" in words_of(app)
    assert {"Field", "Right", "Reviewed"} <= set(app.dataframe[0].value.columns)


def test_an_older_version_says_what_changed_since_and_closes_review() -> None:
    version, key = store().version, first_key()
    store().judge("Ben").reject([key])
    app = opened("overview", {"data": str(version)})
    assert f"version {version} of" in words_of(app)
    assert "1 removed" in words_of(app)
    app.switch_page("pages/review.py").run()
    assert "Review is closed" in words_of(app)
    press(app, "Show the newest")
    assert "The newest data" in words_of(app)
    assert app.query_params["since"] == str(version)
    press(app, "Close")
    assert "The newest data" not in words_of(app)
    assert "since" not in app.query_params


def test_a_record_has_its_row_of_review_and_its_log() -> None:
    row = newest_dataset().engagements.iloc[0]
    app = on(str(row["engagement_id"]), "engagements")
    press(app, "Accept")
    assert row_of(str(row["engagement_id"]))["review"] == "accepted"
    assert any("Who" in frame.value.columns for frame in app.dataframe)


def test_a_decision_that_fits_no_more_waits_in_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    key = first_key()
    store().judge("Ben").edit(key, "city", "Goa", str(row_of(key)["city"]))
    from core.store.decided import State
    from core.store.schema import decisions

    with store().database.writing() as connection:
        connection.execute(decisions.update().values(state=State.WAITING.value))
    assert Path(os.environ["SIDELINES_WORKSPACE"]).is_dir()
    assert "a decision fits no more: edit by Ben" in store().queue()[0].reasons
