from collections.abc import Callable

import pytest

from core.views.columns import texts
from core.views.dataset import Dataset
from core.views.sides import counted, partner_sides, sides, status_codes

Made = Callable[..., Dataset]


def pairs(frame: object) -> list[tuple[int, str]]:
    return [(int(row), str(country)) for row, country in zip(frame["row"], frame["country"], strict=True)]  # type: ignore[index]


def test_a_row_for_each_side(made: Made) -> None:
    told = made(
        {"day": "2024-03-01", "countries": "AUS;IND"},
        {"day": "2024-02-01"},
        {"day": "2024-01-01", "countries": "JPN"},
    )
    assert pairs(sides(told.engagements)) == [(0, "AUS"), (0, "IND"), (2, "JPN")]


def test_category_columns_count_the_same(made: Made) -> None:
    frame = made({"day": "2024-03-01", "countries": "AUS;IND"}, {"day": "2024-02-01"}).engagements
    as_categories = frame.astype({"countries": "category", "status": "category"})
    assert pairs(sides(as_categories)) == pairs(sides(frame))
    assert list(texts(as_categories, "countries")) == ["AUS;IND", ""]
    assert len(counted(as_categories)) == 2


@pytest.mark.parametrize(
    ("seen_from", "expected"),
    [
        pytest.param("IND", [(0, "AUS")], id="only rows in which it is a side"),
        pytest.param(None, [(0, "AUS"), (0, "IND"), (1, "JPN"), (1, "USA")], id="from nobody: all sides"),
        pytest.param("", [(0, "AUS"), (0, "IND"), (1, "JPN"), (1, "USA")], id="an empty code is nobody"),
        pytest.param("FRA", [], id="never a side"),
    ],
)
def test_partners(made: Made, seen_from: str | None, expected: list[tuple[int, str]]) -> None:
    told = made({"day": "2024-03-01", "countries": "AUS;IND"}, {"day": "2024-02-01", "countries": "JPN;USA"})
    assert pairs(partner_sides(told.engagements, seen_from)) == expected


def test_cancelled_is_not_counted(made: Made) -> None:
    told = made({"day": "2024-03-01", "status": "cancelled"}, {"day": "2024-02-01", "status": "planned"})
    assert list(counted(told.engagements)["status"]) == ["planned"]


def test_an_unknown_status_is_an_error(made: Made) -> None:
    frame = made({"day": "2024-03-01"}).engagements.assign(status="postponed")
    with pytest.raises(ValueError, match="unknown status: postponed; known are held, planned, cancelled"):
        status_codes(frame)
