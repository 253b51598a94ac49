"""Full dates as pages print them."""

import pytest

from core.documents.days import find_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("28 April 2023", ["2023-04-28"], id="day month year"),
        pytest.param("April 28, 2023", ["2023-04-28"], id="month day year"),
        pytest.param("28th of April, 2023", ["2023-04-28"], id="ordinal"),
        pytest.param("Sept. 5, 2017", ["2017-09-05"], id="abbreviated"),
        pytest.param("2023-04-28T10:00:00Z", ["2023-04-28"], id="iso with time"),
        pytest.param("03.02.2021", ["2021-02-03"], id="day before month"),
        pytest.param("04/28/2023", ["2023-04-28"], id="month before day where it must be"),
        pytest.param("22-Nov-2024", ["2024-11-22"], id="hyphens"),
        pytest.param("1 May 2023 and 2 May 2023", ["2023-05-01", "2023-05-02"], id="two days"),
        pytest.param("on 1 and 2 May 2023", [], id="range by and"),
        pytest.param("from 08 to 10 June 2022", [], id="range by to"),
        pytest.param("17-18 October 2024", [], id="range by hyphen"),
        pytest.param("November 20-22, 2024", [], id="range behind the month"),
        pytest.param("31 February 2024", [], id="no such day"),
        pytest.param("5 March 20255", [], id="longer number"),
        pytest.param("April 2023", [], id="no day"),
        pytest.param("123-2024-04-28", [], id="part of a reference number"),
        pytest.param("the 5 Marches of 2023", [], id="longer word"),
    ],
)
def test_find_days(text: str, days: list[str]) -> None:
    found = list(find_days(text))
    assert [day.isoformat() for day, _, _ in found] == days
    assert all(text[start:end].strip() for _, start, end in found)
