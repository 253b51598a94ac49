"""Names of months and weekdays, and the days they mean beside a day of publication."""

from datetime import date

import pytest

from core.text import calendar

FRIDAY = date(2023, 4, 28)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        pytest.param("April", 4, id="in full"),
        pytest.param("Sept.", 9, id="four letters and a stop"),
        pytest.param("Sep", 9, id="three letters"),
        pytest.param("DEC", 12, id="capitals"),
        pytest.param("May", 5, id="as short as it gets"),
    ],
)
def test_month_number(name: str, number: int) -> None:
    assert calendar.month_number(name) == number


def test_weekday_number() -> None:
    names = ("Monday", "Tues", "WEDNESDAY", "Thurs.", "Fri", "Sat.", "sunday")
    assert [calendar.weekday_number(name) for name in names] == list(range(7))


@pytest.mark.parametrize(
    ("weekday", "day"),
    [
        pytest.param(4, date(2023, 4, 28), id="the day itself"),
        pytest.param(3, date(2023, 4, 27), id="the day before"),
        pytest.param(5, date(2023, 4, 22), id="not tomorrow"),
    ],
)
def test_latest(weekday: int, day: date) -> None:
    assert calendar.latest(weekday, FRIDAY) == day


def test_latest_before_leaves_the_day_out() -> None:
    assert calendar.latest_before(4, FRIDAY) == date(2023, 4, 21)
    assert calendar.latest_before(3, FRIDAY) == date(2023, 4, 27)


@pytest.mark.parametrize(
    ("weekday", "day"),
    [
        pytest.param(4, date(2023, 4, 28), id="the day itself"),
        pytest.param(5, date(2023, 4, 29), id="tomorrow"),
        pytest.param(3, date(2023, 5, 4), id="not yesterday"),
    ],
)
def test_coming(weekday: int, day: date) -> None:
    assert calendar.coming(weekday, FRIDAY) == day


def test_coming_after_leaves_the_day_out() -> None:
    assert calendar.coming_after(4, FRIDAY) == date(2023, 5, 5)


@pytest.mark.parametrize(
    ("weekday", "weeks", "day"),
    [
        pytest.param(0, 0, date(2023, 4, 24), id="its Monday"),
        pytest.param(6, 0, date(2023, 4, 30), id="its Sunday"),
        pytest.param(3, 1, date(2023, 5, 4), id="Thursday next week"),
        pytest.param(4, -1, date(2023, 4, 21), id="Friday last week"),
    ],
)
def test_in_week_of(weekday: int, weeks: int, day: date) -> None:
    assert calendar.in_week_of(weekday, FRIDAY, weeks) == day


@pytest.mark.parametrize(
    ("months", "moved"),
    [
        pytest.param(1, (2025, 1), id="over the new year"),
        pytest.param(-12, (2023, 12), id="a year back"),
        pytest.param(-11, (2024, 1), id="to January"),
        pytest.param(0, (2024, 12), id="not at all"),
    ],
)
def test_add_months(months: int, moved: tuple[int, int]) -> None:
    assert calendar.add_months(2024, 12, months) == moved


@pytest.mark.parametrize(
    ("year", "month", "day", "real"),
    [
        pytest.param(2024, 2, 29, True, id="leap year"),
        pytest.param(2023, 2, 29, False, id="no leap year"),
        pytest.param(2023, 6, 31, False, id="thirty days hath June"),
        pytest.param(2023, 13, 1, False, id="no thirteenth month"),
        pytest.param(2023, 1, 0, False, id="no day nought"),
    ],
)
def test_a_day(year: int, month: int, day: int, real: bool) -> None:
    assert calendar.a_day(year, month, day) == (date(year, month, day) if real else None)
