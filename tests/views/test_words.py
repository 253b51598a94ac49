from datetime import date

import pandas as pd
import pytest

from core.views import words


@pytest.mark.parametrize(
    ("start", "end", "precision", "said"),
    [
        pytest.param("2023-02-14", "2023-02-14", "day", "14 Feb 2023", id="one day"),
        pytest.param("2023-02-14", None, "day", "14 Feb 2023", id="no last day"),
        pytest.param("2024-11-20", "2024-11-22", "day", "20–22 Nov 2024", id="days of a month"),
        pytest.param("2024-10-28", "2024-11-03", "day", "28 Oct – 3 Nov 2024", id="over the end of a month"),
        pytest.param(
            "2024-12-30", "2025-01-02", "day", "30 Dec 2024 – 2 Jan 2025", id="over the end of a year"
        ),
        pytest.param("2024-12-01", "2024-12-31", "month", "Dec 2024", id="a month, not its days"),
        pytest.param("2024-01-01", "2024-12-31", "year", "2024", id="a year, not its days"),
        pytest.param(None, None, "none", "no date", id="unknown"),
        pytest.param("2024-01-01", "2024-12-31", "none", "no date", id="precision none wins"),
    ],
)
def test_when(start: str | None, end: str | None, precision: str, said: str) -> None:
    assert words.when(pd.Timestamp(start), pd.Timestamp(end), precision) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        pytest.param(None, None, "all dates", id="no period"),
        pytest.param(date(2022, 1, 1), date(2024, 12, 31), "2022 to 2024", id="whole years"),
        pytest.param(date(2024, 1, 1), date(2024, 12, 31), "2024", id="one year"),
        pytest.param(
            date(2024, 1, 1), date(2024, 12, 30), "1 Jan 2024 to 30 Dec 2024", id="a day short of a year"
        ),
        pytest.param(date(2024, 5, 3), None, "since 3 May 2024", id="open end"),
        pytest.param(None, date(2024, 5, 3), "until 3 May 2024", id="open start"),
        pytest.param(date(2024, 5, 3), date(2024, 5, 3), "3 May 2024", id="a day"),
    ],
)
def test_period(first: date | None, last: date | None, said: str) -> None:
    assert words.period(first, last) == said


@pytest.mark.parametrize(
    ("countries", "said"),
    [
        pytest.param("IND;RUS", "India – Russia", id="two"),
        pytest.param("KOR;IND;VNM", "India – South Korea – Vietnam", id="three, by name and not by code"),
        pytest.param("AUS;IND;JPN;USA", "Australia, India and 2 more", id="four"),
        pytest.param("", "sides not told", id="none"),
        pytest.param("XXX;IND", "India – XXX", id="a code nobody knows"),
    ],
)
def test_sides(countries: str, said: str) -> None:
    assert words.sides(countries) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(3, "+3", id="more"),
        pytest.param(-1234, "\u22121,234", id="less, with a true minus"),
        pytest.param(0, "0", id="the same"),
    ],
)
def test_change(value: int, said: str) -> None:
    assert words.change(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(0, "0 engagements", id="none"),
        pytest.param(1, "1 engagement", id="one"),
        pytest.param(1234, "1,234 engagements", id="many"),
    ],
)
def test_counted(value: int, said: str) -> None:
    assert words.counted(value, "engagement") == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["A"], "A", id="one"),
        pytest.param(["A", "B"], "A and B", id="two"),
        pytest.param(["A", "B", "C"], "A, B and C", id="three"),
    ],
)
def test_listed(names: list[str], said: str) -> None:
    assert words.listed(names) == said


def test_place_says_as_much_as_is_told() -> None:
    assert words.place("Vientiane", "LAO") == "Vientiane, Laos"
    assert words.place("", "LAO") == "Laos"
    assert words.place("", "") == ""
