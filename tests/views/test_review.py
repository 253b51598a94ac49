"""What a reviewer reads: values in words, both of each field; which engagements are near one."""

import pandas as pd
import pytest

from core.store.decided import Action, Decided, State
from core.store.load import Since
from core.views.nearby import nearby
from core.views.review import date_words, decision_words, moment, reasons_line, since_words, value_words


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        pytest.param("date", "2024-11-21", "21 Nov 2024", id="a day"),
        pytest.param("date", "2024-11", "Nov 2024", id="a month"),
        pytest.param("date", "2024-11-20/2024-11-22", "20–22 Nov 2024", id="several days"),
        pytest.param("countries", "JPN;IND", "India and Japan", id="sides"),
        pytest.param("host_country", "KOR", "South Korea", id="a host"),
        pytest.param("topics", "cyber;training", "cyber, training", id="a list"),
        pytest.param("city", None, "", id="not told"),
    ],
)
def test_a_value_in_words(field: str, value: str | None, told: str) -> None:
    assert value_words(field, value) == told


def test_a_date_that_is_none_is_shown_as_it_is() -> None:
    assert date_words("soon") == "soon"


@pytest.mark.parametrize(
    ("action", "payload", "state", "told"),
    [
        pytest.param(Action.ACCEPT, {}, State.IN_FORCE, "Ana accepted · sure", id="accepted"),
        pytest.param(
            Action.EDIT,
            {"field": "city", "value": "Goa"},
            State.IN_FORCE,
            "Ana edited City: Goa · sure",
            id="edited",
        ),
        pytest.param(Action.MERGE, {}, State.UNDONE, "Ana merged · sure · undone", id="taken back"),
    ],
)
def test_a_decision_in_words(action: Action, payload: dict[str, str], state: State, told: str) -> None:
    decided = Decided(1, "2026-11-21T21:58:05Z", "Ana", 3, action, "E-1", payload, "sure", state)
    assert decision_words(decided) == told
    assert moment(decided.at) == "21 Nov 2026, 21:58"


def test_what_changed_since_in_words() -> None:
    assert since_words(Since(1, ("a", "b"), (), ("c",))) == "2 added, 1 removed"
    assert since_words(Since(1, (), (), ())) == "no engagement has changed"


def row(key: str, countries: str, day: str | None, forum: str = "") -> dict[str, object]:
    return {
        "engagement_id": key,
        "countries": countries,
        "date_start": pd.Timestamp(day) if day else pd.NaT,
        "forum": forum,
    }


@pytest.mark.parametrize(
    ("of", "keys"),
    [
        pytest.param(row("E-1", "IND;JPN", "2024-05-10"), ["E-2", "E-3", "E-5"], id="nearest day first"),
        pytest.param(row("E-1", "IND;JPN", None), ["E-2", "E-3", "E-5"], id="without a date"),
        pytest.param(
            row("E-1", "KEN;NOR", "2024-05-10", "ADMM-Plus"), ["E-4"], id="the forum without the sides"
        ),
        pytest.param(row("E-1", "KEN;NOR", "2024-05-10"), [], id="no forum is not one forum"),
    ],
)
def test_the_nearest_come_first(of: dict[str, object], keys: list[str]) -> None:
    listed = pd.DataFrame(
        [
            row("E-1", "IND;JPN", "2024-05-10"),
            row("E-2", "IND;JPN", "2024-05-12"),
            row("E-3", "AUS;IND;JPN", "2024-05-01"),
            row("E-4", "AUS;IND", "2024-05-10", "ADMM-Plus"),
            row("E-5", "IND;JPN", None),
        ]
    )
    assert nearby(listed, of)["engagement_id"].tolist() == keys


def test_of_many_reasons_the_first_are_told() -> None:
    assert "and 3 more" in reasons_line([f"reason {number}" for number in range(8)])
    assert "more" not in reasons_line(["low confidence", "a flag"])
    assert reasons_line([]) == ""
