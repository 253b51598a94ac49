from collections.abc import Callable

import pytest

from core.views.dataset import Dataset
from core.views.levels import level_of

Make = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("office", "country", "level"),
    [
        pytest.param("Defence Minister", "IND", "minister", id="a minister"),
        pytest.param("Deputy Defence Minister", "LAO", "deputy", id="his deputy"),
        pytest.param("Defence Secretary", "IND", "secretary", id="a secretary in India"),
        pytest.param("Defence Secretary", "PHL", "minister", id="the minister in the Philippines"),
        pytest.param("Army Chief", "JPN", "chief", id="a chief"),
        pytest.param("Prime Minister", "VNM", "leader", id="a head of government"),
        pytest.param("Minister", "BLR", "minister", id="a title alone"),
        pytest.param("Cook", "IND", "", id="no office"),
        pytest.param("", "IND", "", id="nothing told"),
    ],
)
def test_level_of(office: str, country: str, level: str) -> None:
    assert level_of(office, country) == level


@pytest.mark.parametrize(
    ("offices", "level"),
    [
        pytest.param({"IND": "Defence Minister", "JPN": "Defence Minister"}, "minister", id="two ministers"),
        pytest.param({"IND": "Defence Minister", "USA": "Army Chief"}, "chief", id="the lower of two"),
        pytest.param({"IND": "Defence Minister", "VNM": "President"}, "minister", id="received above his level"),
        pytest.param({"IND": "Defence Minister"}, "minister", id="one side told"),
        pytest.param({}, "not told", id="nobody told"),
        pytest.param({"IND": "", "JPN": "Defence Minister"}, "minister", id="an office left empty"),
        pytest.param(
            {"IND": "Defence Minister", "JPN": "Defence Minister", "AUS": "Army Chief"}, "minister", id="two of three"
        ),
    ],
)  # fmt: skip
def test_levels(made: Make, offices: dict[str, str], level: str) -> None:
    people = tuple(
        {"engagement_id": "e-1", "country": code, "person": "Somebody", "office": office}
        for code, office in offices.items()
    )
    data = made({"day": "2024-01-01", "countries": "IND;JPN"}, participants=people)
    assert data.levels.tolist() == [level]


def test_two_people_of_one_side_are_one_side(made: Make) -> None:
    people = tuple(
        {"engagement_id": "e-1", "country": code, "person": office, "office": office}
        for code, office in (("IND", "Defence Minister"), ("IND", "Defence Secretary"), ("JPN", "Defence Minister"))
    )  # fmt: skip
    assert made({"countries": "IND;JPN"}, participants=people).levels.tolist() == ["minister"]
