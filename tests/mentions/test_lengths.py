"""How many days a visit took, and whether the day told with it was the first or the last."""

from datetime import date

import pytest

from core.mentions.lengths import Length, find_length, stretch
from core.model import When


@pytest.mark.parametrize(
    ("text", "days", "ending"),
    [
        pytest.param("He landed on Thursday for a three-day stay.", 3, False, id="stay"),
        pytest.param("begins a four-day official visit on Monday", 4, False, id="a word between"),
        pytest.param("ends a four-day, two-nation trip today", 4, True, id="ends"),
        pytest.param("wrapped up his 2-day visit on Friday", 2, True, id="wrapped up, in figures"),
        pytest.param("ended two days of discussions on Thursday", 2, True, id="days of discussions"),
        pytest.param("landed on 25 July for a stay of three days", 3, False, id="stay of days"),
        pytest.param("The week-long tour follows a five-day exercise", 5, False, id="exercise"),
    ],
)
def test_find_length(text: str, days: int, ending: bool) -> None:
    length = find_length(text)
    assert length is not None
    assert (length.days, length.ending) == (days, ending)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("two days after the nuclear test", id="days after"),
        pytest.param("It is the second exercise in ten days.", id="within days"),
        pytest.param("a 90-day trip", id="too long"),
        pytest.param("on Friday he began a visit", id="no length"),
        pytest.param("the present-day situation and his visit", id="present-day"),
        pytest.param("a three-hour meeting", id="hours"),
        pytest.param("a month-long stay", id="a month"),
    ],
)
def test_no_length(text: str) -> None:
    assert find_length(text) is None


@pytest.mark.parametrize(
    ("when", "ending", "expected"),
    [
        pytest.param(
            When.on(date(2014, 8, 7)), False, When.on(date(2014, 8, 7), date(2014, 8, 9)), id="from its first"
        ),
        pytest.param(
            When.on(date(2024, 3, 1)), True, When.on(date(2024, 2, 28), date(2024, 3, 1)), id="to its last"
        ),
        pytest.param(When.in_month(2024, 3), False, When.in_month(2024, 3), id="a month stays a month"),
        pytest.param(
            When.on(date(2024, 3, 1), date(2024, 3, 2)),
            True,
            When.on(date(2024, 3, 1), date(2024, 3, 2)),
            id="days told",
        ),
        pytest.param(When(), False, When(), id="no day"),
    ],
)
def test_stretch(when: When, ending: bool, expected: When) -> None:
    assert stretch(when, Length(0, 9, 3, ending)) == expected
