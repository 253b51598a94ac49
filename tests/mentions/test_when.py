"""Which day a time means beside the day of publication and the engagement told before."""

from datetime import date

import pytest

from core.mentions.dates import find_dates, resolve
from core.model import Precision, When

WEDNESDAY = date(2024, 11, 20)
FRIDAY = date(2023, 4, 28)


def days(first: str, last: str = "") -> When:
    return When.on(date.fromisoformat(first), date.fromisoformat(last or first))


def when(text: str, published: date | None = None, **context: When | bool | int) -> When | None:
    (mention,) = find_dates(text)
    return resolve(mention, published=published, **context)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("on 28 April 2023", days("2023-04-28"), id="day month year"),
        pytest.param("on April 28, 2023", days("2023-04-28"), id="month day year"),
        pytest.param("the 28th of April, 2021", days("2021-04-28"), id="ordinal"),
        pytest.param("2024-11-20", days("2024-11-20"), id="ISO"),
        pytest.param("24.08.2022", days("2022-08-24"), id="stops"),
        pytest.param("05/04/2023", days("2023-04-05"), id="slashes, day first"),
        pytest.param("04/28/2023", days("2023-04-28"), id="slashes, month first where it must be"),
        pytest.param("Feb. 13-14, 2023", days("2023-02-13", "2023-02-14"), id="two days"),
        pytest.param("from 08 to 10 June 2022", days("2022-06-08", "2022-06-10"), id="from to"),
        pytest.param("between 5 and 8 December 2024", days("2024-12-05", "2024-12-08"), id="between"),
        pytest.param("June 25 and 26, 2025", days("2025-06-25", "2025-06-26"), id="two days that follow"),
        pytest.param("Oct 30 - Nov 2, 2025", days("2025-10-30", "2025-11-02"), id="over a month"),
        pytest.param("Dec 30 - Jan 2, 2025", days("2024-12-30", "2025-01-02"), id="over the new year"),
        pytest.param(
            "from 29 September to 3 October 2021", days("2021-09-29", "2021-10-03"), id="day to day"
        ),
        pytest.param("in December 2024", When.in_month(2024, 12), id="month"),
        pytest.param("in 2023", When.in_year(2023), id="year"),
        pytest.param("on 31 June 2023", None, id="no such day"),
        pytest.param(
            "from February to March 2025",
            When(date(2025, 2, 1), date(2025, 3, 31), Precision.MONTH),
            id="month to month",
        ),
        pytest.param(
            "from 2024 to 2027", When(date(2024, 1, 1), date(2027, 12, 31), Precision.YEAR), id="year to year"
        ),
    ],
)
def test_full_dates_need_no_publication(text: str, expected: When | None) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on Friday",
        "yesterday",
        "last month",
        "28 April",
        "in April",
        "the next day",
        "on the 9th",
        "last November",
    ],
)
def test_unknown_without_publication(text: str) -> None:
    assert when(text) is None


@pytest.mark.parametrize(
    ("text", "published", "future", "expected"),
    [
        pytest.param("on Friday", "2023-04-28", False, days("2023-04-28"), id="the day itself"),
        pytest.param("on Thursday", "2023-04-28", False, days("2023-04-27"), id="the day before"),
        pytest.param("on Saturday", "2023-04-28", False, days("2023-04-22"), id="not tomorrow"),
        pytest.param("on Saturday", "2023-04-28", True, days("2023-04-29"), id="will, on Saturday"),
        pytest.param("on Friday", "2023-04-28", True, days("2023-04-28"), id="will, later the same day"),
        pytest.param("last Friday", "2023-04-28", False, days("2023-04-21"), id="last Friday on a Friday"),
        pytest.param("last Friday", "2023-05-02", False, days("2023-04-28"), id="last Friday"),
        pytest.param("next Thursday", "2024-11-20", True, days("2024-11-21"), id="next Thursday"),
        pytest.param("next Wednesday", "2024-11-20", True, days("2024-11-27"), id="next Wednesday on one"),
        pytest.param("this Friday", "2024-11-20", True, days("2024-11-22"), id="this Friday to come"),
        pytest.param("this coming Friday", "2024-11-20", False, days("2024-11-22"), id="this coming Friday"),
        pytest.param("this past Friday", "2024-11-20", False, days("2024-11-15"), id="this past Friday"),
        pytest.param(
            "on Thursday next week", "2024-11-20", True, days("2024-11-28"), id="Thursday next week"
        ),
        pytest.param("on Tuesday last week", "2024-11-20", False, days("2024-11-12"), id="Tuesday last week"),
        pytest.param("Wednesday of last week", "2024-11-20", False, days("2024-11-13"), id="of last week"),
        pytest.param(
            "last week on Monday", "2024-11-20", False, days("2024-11-11"), id="last week on Monday"
        ),
        pytest.param("until Friday", "2023-02-15", False, days("2023-02-17"), id="runs until Friday"),
        pytest.param("was here until Friday", "2023-02-15", False, days("2023-02-10"), id="was here until"),
        pytest.param("since Monday", "2023-02-15", False, days("2023-02-13"), id="since Monday"),
        pytest.param(
            "from Monday to Wednesday", "2023-02-16", False, days("2023-02-13", "2023-02-15"), id="weekdays"
        ),
        pytest.param("Sunday night", "2023-11-20", False, days("2023-11-19"), id="Sunday night"),
        pytest.param("yesterday", "2024-03-01", False, days("2024-02-29"), id="yesterday, leap day"),
        pytest.param("today", "2024-11-20", False, days("2024-11-20"), id="today"),
        pytest.param("tonight", "2024-11-20", True, days("2024-11-20"), id="tonight"),
        pytest.param("tomorrow", "2024-12-31", True, days("2025-01-01"), id="tomorrow, new year"),
        pytest.param("last night", "2024-11-20", False, days("2024-11-19"), id="last night"),
        pytest.param("this morning", "2024-11-20", False, days("2024-11-20"), id="this morning"),
        pytest.param("overnight", "2024-11-20", False, days("2024-11-20"), id="overnight"),
        pytest.param("the day before yesterday", "2024-11-20", False, days("2024-11-18"), id="two days back"),
        pytest.param("the day after tomorrow", "2024-11-20", True, days("2024-11-22"), id="two days on"),
        pytest.param("two days ago", "2024-11-20", False, days("2024-11-18"), id="two days ago"),
        pytest.param("nine days ago", "2024-08-29", False, days("2024-08-20"), id="nine days ago"),
        pytest.param("earlier this week", "2023-10-12", False, When.in_month(2023, 10), id="this week"),
        pytest.param("last week", "2024-11-20", False, When.in_month(2024, 11), id="last week"),
        pytest.param("last week", "2024-12-02", False, When.in_month(2024, 11), id="last week, last month"),
        pytest.param("next week", "2024-11-27", True, When.in_month(2024, 12), id="next week, next month"),
        pytest.param("a week ago", "2024-11-20", False, When.in_month(2024, 11), id="a week ago"),
        pytest.param("over the weekend", "2023-06-27", False, days("2023-06-24", "2023-06-25"), id="weekend"),
        pytest.param("this weekend", "2024-11-20", True, days("2024-11-23", "2024-11-24"), id="this weekend"),
        pytest.param(
            "last weekend", "2024-11-23", False, days("2024-11-16", "2024-11-17"), id="last weekend"
        ),
        pytest.param("earlier this month", "2023-11-30", False, When.in_month(2023, 11), id="this month"),
        pytest.param("last month", "2025-01-03", False, When.in_month(2024, 12), id="last month"),
        pytest.param("next month", "2019-12-17", True, When.in_month(2020, 1), id="next month"),
        pytest.param("a month ago", "2024-11-20", False, When.in_month(2024, 10), id="a month ago"),
        pytest.param("this year", "2024-11-20", False, When.in_year(2024), id="this year"),
        pytest.param("last year", "2024-11-20", False, When.in_year(2023), id="last year"),
        pytest.param("first quarter of next year", "2024-11-20", True, When.in_year(2025), id="a quarter"),
        pytest.param("two years ago", "2024-11-20", False, When.in_year(2022), id="two years ago"),
    ],
)
def test_relative_to_publication(text: str, published: str, future: bool, expected: When) -> None:
    assert when(text, date.fromisoformat(published), future=future) == expected


@pytest.mark.parametrize(
    ("text", "published", "future", "expected"),
    [
        pytest.param("on 28 April", "2023-05-02", False, days("2023-04-28"), id="past day"),
        pytest.param("on December 27", "2025-01-14", False, days("2024-12-27"), id="past day of last year"),
        pytest.param("until October 3", "2021-09-21", False, days("2021-10-03"), id="until a day to come"),
        pytest.param("on October 22", "2022-10-19", False, days("2022-10-22"), id="closes in three days"),
        pytest.param("on June 7", "2023-06-03", True, days("2023-06-07"), id="day to come"),
        pytest.param("on January 18", "2025-12-30", True, days("2026-01-18"), id="day of next year"),
        pytest.param("on January 18", "2025-12-30", False, days("2026-01-18"), id="soon, and long ago"),
        pytest.param("on September 20", "2024-06-01", False, days("2023-09-20"), id="not soon"),
        pytest.param(
            "from October 8 to 18", "2024-10-09", False, days("2024-10-08", "2024-10-18"), id="under way"
        ),
        pytest.param(
            "from September 13 to 25", "2021-09-01", False, days("2021-09-13", "2021-09-25"), id="soon"
        ),
        pytest.param(
            "from 29 December to 2 January",
            "2025-01-05",
            False,
            days("2024-12-29", "2025-01-02"),
            id="over the new year",
        ),
        pytest.param("on Friday, April 28", "2024-01-10", False, days("2023-04-28"), id="the weekday agrees"),
        pytest.param("on 12 March last year", "2025-02-01", False, days("2024-03-12"), id="day of last year"),
        pytest.param("in April", "2016-08-30", False, When.in_month(2016, 4), id="past month"),
        pytest.param("in December", "2025-01-14", False, When.in_month(2024, 12), id="month of last year"),
        pytest.param("in April", "2023-04-28", False, When.in_month(2023, 4), id="this very month"),
        pytest.param("in October", "2024-08-29", True, When.in_month(2024, 10), id="month to come"),
        pytest.param("in January", "2024-11-20", True, When.in_month(2025, 1), id="month of next year"),
        pytest.param("last November", "2025-04-17", False, When.in_month(2024, 11), id="last November"),
        pytest.param("last November", "2024-11-20", False, When.in_month(2023, 11), id="in November"),
        pytest.param("next March", "2024-11-20", True, When.in_month(2025, 3), id="next March"),
        pytest.param("this October", "2024-11-20", False, When.in_month(2024, 10), id="this October"),
        pytest.param("in December last year", "2016-08-30", False, When.in_month(2015, 12), id="last year"),
        pytest.param("in June this year", "2025-10-10", False, When.in_month(2025, 6), id="of this year"),
        pytest.param("in May of next year", "2025-10-10", True, When.in_month(2026, 5), id="of next year"),
        pytest.param("on February 29", "2024-03-01", False, days("2024-02-29"), id="leap day"),
        pytest.param("on February 29", "2026-03-01", False, days("2024-02-29"), id="leap day two years back"),
    ],
)
def test_days_and_months_without_a_year(text: str, published: str, future: bool, expected: When) -> None:
    assert when(text, date.fromisoformat(published), future=future) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        pytest.param("on the same day", days("2025-06-26"), days("2025-06-26"), id="same day"),
        pytest.param("that day", days("2025-06-26"), days("2025-06-26"), id="that day"),
        pytest.param("later in the day", days("2025-06-26"), days("2025-06-26"), id="later in the day"),
        pytest.param("the next day", days("2024-01-09"), days("2024-01-10"), id="next day"),
        pytest.param("the following day", days("2023-06-05"), days("2023-06-06"), id="following day"),
        pytest.param(
            "the next day", days("2024-01-08", "2024-01-09"), days("2024-01-10"), id="after an interval"
        ),
        pytest.param("a day earlier", days("2023-02-15"), days("2023-02-14"), id="a day earlier"),
        pytest.param("a day before.", days("2025-11-01"), days("2025-10-31"), id="a day before"),
        pytest.param("the day before, he", days("2022-06-09"), days("2022-06-08"), id="the day before"),
        pytest.param("two days later", days("2024-12-30"), days("2025-01-01"), id="two days later"),
        pytest.param("a week later", days("2024-12-30"), When.in_month(2025, 1), id="a week later"),
        pytest.param("on the 9th", days("2024-01-08"), days("2024-01-09"), id="the 9th"),
        pytest.param("on the 2nd", days("2024-01-30"), days("2024-02-02"), id="the 2nd, after the 30th"),
        pytest.param("on the 26th", days("2023-07-25"), days("2023-07-26"), id="the 26th"),
        pytest.param("on the 12th", When.in_month(2024, 1), days("2024-01-12"), id="of a month"),
        pytest.param("later that month", days("2024-01-09"), When.in_month(2024, 1), id="that month"),
        pytest.param("the following month", days("2024-12-09"), When.in_month(2025, 1), id="next month"),
        pytest.param("the same year", days("2024-01-09"), When.in_year(2024), id="same year"),
        pytest.param("a year earlier", days("2024-01-09"), When.in_year(2023), id="a year earlier"),
        pytest.param("the following Monday", days("2024-01-09"), days("2024-01-15"), id="following Monday"),
        pytest.param(
            "on the first day", days("2018-04-03", "2018-04-05"), days("2018-04-03"), id="first day"
        ),
        pytest.param("the second day", days("2018-04-03", "2018-04-05"), days("2018-04-04"), id="second day"),
        pytest.param("on its last day", days("2018-04-03", "2018-04-05"), days("2018-04-05"), id="last day"),
        pytest.param("on its last day", days("2018-04-03"), None, id="last day of no visit"),
        pytest.param("the fifth day", days("2018-04-03", "2018-04-05"), None, id="fifth day of three"),
        pytest.param("the next day", When.in_month(2024, 1), None, id="next day of a month"),
        pytest.param(
            "on 5 March", days("2025-03-04", "2025-03-07"), days("2025-03-05"), id="the year told before"
        ),
    ],
)
def test_relative_to_what_was_told_before(text: str, anchor: When, expected: When | None) -> None:
    assert when(text, anchor=anchor) == expected


def test_same_day_without_anything_told_is_the_day_of_publication() -> None:
    assert when("the same day", WEDNESDAY) == When.on(WEDNESDAY)
    assert when("a day earlier", WEDNESDAY) == days("2024-11-19")
    assert when("the next day", WEDNESDAY) is None


def test_ordinal_without_anything_told_is_of_the_month_of_publication() -> None:
    assert when("on the 9th", WEDNESDAY) == days("2024-11-09")
    assert when("on the 26th", WEDNESDAY) == days("2024-10-26")
    assert when("on the 26th", WEDNESDAY, future=True) == days("2024-11-26")


def test_year_hint_serves_only_a_document_without_a_date() -> None:
    assert when("on 27 April", year_hint=2023) == days("2023-04-27")
    assert when("in April", year_hint=2023) == When.in_month(2023, 4)
    assert when("on 27 April", FRIDAY, year_hint=2019) == days("2023-04-27")
    assert when("in April last year", year_hint=2023) is None


def test_weekday_behind_next_week_is_of_that_week() -> None:
    mentions = find_dates("He will be in Delhi next week and meet his counterpart on Tuesday.")
    assert resolve(mentions[1], published=WEDNESDAY, future=True) == days("2024-11-26")


def test_weekday_before_next_week_is_its_own() -> None:
    mentions = find_dates("He said on Tuesday that he would come next week.")
    assert resolve(mentions[0], published=WEDNESDAY) == days("2024-11-19")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "Sunday (March 5)", date(2022, 3, 7), days("2022-03-05"), id="the weekday is wrong by one"
        ),
        pytest.param("Sunday, March 5", date(2023, 4, 28), days("2023-03-05"), id="the weekday fits"),
        pytest.param(
            "Saturday, Dec. 31", date(2023, 11, 28), days("2022-12-31"), id="the weekday of last year"
        ),
    ],
)
def test_a_weekday_that_does_not_fit(text: str, published: date, expected: When) -> None:
    assert when(text, published) == expected
