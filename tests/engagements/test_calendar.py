"""The forum calendar dates what no report dates, and only where it can be sure."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.engagements.calendar import dated, yearly
from core.model import DateBasis, Kind, Report, Status, When

SCO, PLUS = "SCO Defence Ministers' Meeting", "ADMM-Plus"
QINGDAO = When.on(date(2025, 6, 25), date(2025, 6, 26))
VIENTIANE = When.on(date(2024, 11, 20), date(2024, 11, 22))


def report(**changes: Any) -> Report:
    plain = Report(
        "d", Kind.BILATERAL, countries=("BLR", "IND"), host_country="CHN", city="Qingdao", forum=SCO
    )
    return replace(plain, **changes)


@pytest.mark.parametrize(
    ("told", "when"),
    [
        pytest.param(report(), QINGDAO, id="the city settles it"),
        pytest.param(report(city=""), None, id="two editions were in China"),
        pytest.param(report(city="", host_country="", when=When.in_year(2025)), QINGDAO, id="the year settles it"),
        pytest.param(report(when=When.in_month(2025, 6)), QINGDAO, id="the month too"),
        pytest.param(report(when=When.in_month(2025, 5)), None, id="another month"),
        pytest.param(report(city="", host_country="", edition="2025"), QINGDAO, id="the year as edition"),
        pytest.param(report(city="", host_country=""), None, id="nothing says which"),
        pytest.param(report(city="Bishkek", host_country="KGZ"), None, id="two editions in one city"),
        pytest.param(report(city="Goa", host_country="IND"), None, id="no edition there"),
        pytest.param(report(forum=""), None, id="no forum"),
        pytest.param(report(forum="UNGA"), None, id="a forum without a calendar"),
        pytest.param(report(status=Status.CANCELLED), None, id="called off"),
        pytest.param(report(kind=Kind.VISIT), None, id="a visit"),
        pytest.param(report(when=When.on(date(2025, 6, 24))), None, id="a day that is told stays"),
        pytest.param(report(forum=PLUS, city="", host_country="", edition="11th"), VIENTIANE, id="the number"),
        pytest.param(report(forum=PLUS, city="", host_country="THA", edition="11th"), None, id="the number elsewhere"),
        pytest.param(report(forum="Aero India", city="Bengaluru", host_country="IND"), None, id="a show that is always there"),
    ],
)  # fmt: skip
def test_dated(told: Report, when: When | None) -> None:
    found = dated(told, None)
    assert found.when == (when or told.when)
    assert (found.date_basis is DateBasis.CALENDAR) == (when is not None)


@pytest.mark.parametrize(
    ("published", "status", "when"),
    [
        pytest.param(date(2019, 5, 2), Status.HELD, When.on(date(2019, 4, 28), date(2019, 4, 30)), id="the later one was not yet held"),
        pytest.param(date(2026, 5, 2), Status.HELD, None, id="both were"),
        pytest.param(date(2026, 1, 2), Status.PLANNED, When.on(date(2026, 4, 27), date(2026, 4, 29)), id="the earlier one is over"),
    ],
)  # fmt: skip
def test_the_day_of_the_document_rules_editions_out(
    published: date, status: Status, when: When | None
) -> None:
    told = report(city="Bishkek", host_country="KGZ", status=status)
    assert dated(told, published).when == (when or told.when)


def test_a_forum_of_one_day_leaves_its_eve_and_the_day_after_to_the_talks_beside_it() -> None:
    told = report(forum=PLUS, city="", host_country="", edition="11th")
    assert dated(replace(told, kind=Kind.MULTILATERAL), None).when == When.on(date(2024, 11, 21))
    assert dated(told, None).when == VIENTIANE


def test_a_mechanism_of_pairs_is_dated_for_its_own_pair() -> None:
    told = report(
        forum="2+2 Ministerial Dialogue", host_country="IND", city="New Delhi", when=When.in_month(2023, 11)
    )
    assert dated(replace(told, countries=("IND", "USA")), None).when == When.on(
        date(2023, 11, 9), date(2023, 11, 11)
    )
    assert dated(replace(told, countries=("FRA", "IND")), None) == replace(told, countries=("FRA", "IND"))


def test_yearly() -> None:
    assert yearly(SCO)
    assert not yearly("NATO Defence Ministers' Meeting")
    assert not yearly("no such forum")
