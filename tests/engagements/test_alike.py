"""Whether two reports can be of one engagement."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.engagements.alike import alike, name_meets
from core.engagements.blocks import block
from core.model import Kind, Person, Precision, Report, Status, When

DAY = When.on(date(2023, 4, 28))
ONE = Report(
    "one.txt",
    Kind.BILATERAL,
    when=DAY,
    countries=("IND", "RUS"),
    host_country="IND",
    city="New Delhi",
    forum="SCO Defence Ministers' Meeting",
    people=(Person("Sergei Shoigu", "RUS"), Person("Rajnath Singh", "IND")),
)


def other(**changes: Any) -> Report:
    return replace(ONE, **{"doc_id": "other.txt"} | changes)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="all the same"),
        pytest.param({"city": ""}, id="no city told"),
        pytest.param({"city": "", "host_country": ""}, id="no place told"),
        pytest.param({"city": "NEW DELHI"}, id="in capitals"),
        pytest.param({"forum": ""}, id="no forum told"),
        pytest.param({"people": ()}, id="nobody named"),
        pytest.param({"people": (Person("Sergey Shoygu", "RUS"),)}, id="another spelling"),
        pytest.param({"people": (Person("Shoigu", "RUS"),)}, id="a surname alone"),
        pytest.param({"when": When.in_month(2023, 4)}, id="some day of that month"),
        pytest.param({"when": When.on(date(2023, 4, 27), date(2023, 4, 29))}, id="days that hold it"),
        pytest.param({"status": Status.PLANNED}, id="planned, then held"),
    ],
)
def test_one_engagement(changes: dict[str, Any]) -> None:
    assert alike(ONE, other(**changes))
    assert alike(other(**changes), ONE)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"doc_id": "one.txt"}, id="told twice in one document"),
        pytest.param({"when": When.on(date(2023, 5, 28))}, id="a month later"),
        pytest.param({"when": When.in_month(2023, 5)}, id="another month"),
        pytest.param({"host_country": "UZB", "city": "Tashkent"}, id="another country's soil"),
        pytest.param({"city": "Goa"}, id="another city"),
        pytest.param({"people": (Person("Andrei Belousov", "RUS"),)}, id="another minister"),
        pytest.param({"forum": "2+2 Ministerial Dialogue"}, id="a dialogue of its own"),
        pytest.param({"status": Status.CANCELLED}, id="cancelled"),
    ],
)
def test_two_engagements(changes: dict[str, Any]) -> None:
    assert not alike(ONE, other(**changes))
    assert not alike(other(**changes), ONE)


@pytest.mark.parametrize(
    ("changes", "one"),
    [
        pytest.param({}, True, id="same forum, same city"),
        pytest.param({"city": "Goa"}, False, id="same forum, another city"),
        pytest.param({"forum": ""}, False, id="no forum"),
    ],
)
def test_a_report_without_date_agrees_by_forum_and_city(changes: dict[str, Any], one: bool) -> None:
    assert alike(ONE, other(when=When(), **changes)) is one


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param(ONE, other(city="Goa"), True, id="two sides: place does not part them"),
        pytest.param(ONE, other(countries=("BLR", "IND")), False, id="two sides: other countries"),
        pytest.param(ONE, other(kind=Kind.EXERCISE), False, id="talks and exercise"),
        pytest.param(
            replace(ONE, kind=Kind.MULTILATERAL),
            other(kind=Kind.MULTILATERAL, countries=("CHN", "IND")),
            True,
            id="gathering: the forum",
        ),
        pytest.param(
            replace(ONE, kind=Kind.MULTILATERAL),
            other(kind=Kind.MULTILATERAL, forum=""),
            True,
            id="gathering: no forum told",
        ),
        pytest.param(
            replace(ONE, kind=Kind.MULTILATERAL),
            other(kind=Kind.MULTILATERAL, when=When.in_year(2022)),
            False,
            id="gathering: another year",
        ),
    ],
)
def test_block(one: Report, two: Report, same: bool) -> None:
    assert (block(one) == block(two)) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param("Sergei Shoigu", "Shoygu", True, id="transliterations"),
        pytest.param("P\u00e5l Jonson", "Pal Jonson", True, id="accents"),
        pytest.param("Dong Jun", "Admiral Dong Jun", True, id="a longer form"),
        pytest.param("Li Shangfu", "Dong Jun", False, id="two people"),
        pytest.param("Richard Marles", "Robert Martin", False, id="names that begin alike"),
    ],
)
def test_names(one: str, two: str, same: bool) -> None:
    assert name_meets(one, two) is same


def test_a_year_alone_needs_the_forum() -> None:
    year = When.in_year(2023)
    assert year.precision is Precision.YEAR
    assert alike(ONE, other(when=year))
    assert not alike(replace(ONE, forum=""), other(when=year, forum=""))
