from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from core.views.contacts import against_usual, at_ministers_level, cadence, contacts, silence
from core.views.dataset import Dataset
from core.views.partner import last_at_ministers_level, levels_by_year, outcomes_told, partner, people_met
from core.views.people import known_as

Make = Callable[..., Dataset]
NEWEST = {"published": "2025-01-31"}


def spoke(number: int, country: str, office: str, person: str = "Somebody") -> dict[str, str]:
    return {"engagement_id": f"e-{number}", "country": country, "person": person, "office": office}


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {"day": "2022-03-01", "countries": "IND;JPN", **NEWEST},
        {"day": "2023-03-01", "countries": "IND;JPN", "kind": "visit", "outcomes": "signed a memorandum"},
        {"day": "2024-03-01", "countries": "IND;JPN;RUS", "kind": "multilateral"},
        {"day": "2024-06-01", "countries": "IND;RUS"},
        {"day": "2025-06-01", "countries": "IND;RUS", "status": "planned"},
        {"day": "2024-12-01", "countries": "JPN;RUS"},
        {"countries": "IND;KEN"},
        participants=(
            spoke(1, "JPN", "Defence Minister", "Taro Kono"), spoke(1, "IND", "Defence Minister"),
            spoke(2, "JPN", "Army Chief"), spoke(2, "IND", "Defence Minister"),
            spoke(3, "JPN", "Defence Minister", "Minoru Kihara"), spoke(3, "IND", "Defence Minister"),
            spoke(4, "RUS", "Deputy Defence Minister"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(["2024-01-01", "2024-01-31", "2024-04-30"], (3, 276, 60, 90), id="median of two gaps"),
        pytest.param(["2024-01-01", "2024-01-02", "2024-12-31"], (2, 31, None, 364), id="days in a row are one time"),
        pytest.param(["2024-12-31"], (1, 31, None, None), id="a single time has no gap"),
        pytest.param([None], (0, None, None, None), id="no date, no time"),
    ],
)  # fmt: skip
def test_cadence(made: Make, days: list[str | None], expected: tuple[Any, ...]) -> None:
    rows = made(*({"day": day, "countries": "IND;JPN"} if day else {"countries": "IND;JPN"} for day in days))
    found = cadence(contacts(rows, rows.engagements, "IND"), pd.Timestamp("2025-01-31"))
    assert (found.times, found.days_since, found.median_gap, found.longest_gap) == expected


def test_a_year_alone_opens_no_gap(made: Make) -> None:
    rows = made({"day": "2023-01-01", "last": "2023-12-31", "date_precision": "year", "countries": "IND;JPN"})
    assert cadence(contacts(rows, rows.engagements, "IND"), rows.newest).times == 0


def test_contacts_are_held_and_of_the_home_side(data: Dataset) -> None:
    rows = contacts(data, data.engagements, "IND")
    assert sorted(zip(rows["engagement_id"], rows["country"], strict=True)) == [
        ("e-1", "JPN"), ("e-2", "JPN"), ("e-3", "JPN"), ("e-3", "RUS"), ("e-4", "RUS"), ("e-7", "KEN"),
    ]  # fmt: skip
    assert set(at_ministers_level(rows)["engagement_id"]) == {"e-1", "e-3"}


def test_what_lies_ahead_of_the_newest_document_is_no_contact(made: Make) -> None:
    rows = made({"day": "2026-01-01", "countries": "IND;JPN", **NEWEST})
    assert contacts(rows, rows.engagements, "IND").empty


def test_silence_ranks_the_longest_first(data: Dataset) -> None:
    table = silence(data, data.engagements, "IND")
    assert table["country"].tolist() == ["JPN", "RUS", "KEN"]
    assert table["days"].tolist()[:2] == [336, 244]
    assert table["level"].tolist() == ["minister", "deputy", "not told"]
    assert table["planned"].tolist() == [0, 1, 0]
    assert table["last_words"].tolist() == ["1 Mar 2024", "1 Jun 2024", "no date"]
    assert pd.isna(table["minister"].iloc[2])


def test_silence_of_nothing_is_an_empty_table(made: Make) -> None:
    empty = made()
    assert silence(empty, empty.engagements, "IND").empty


@pytest.mark.parametrize(
    ("since", "usual", "words"),
    [
        pytest.param(300, 120, "longer than the usual 120 days (median)", id="longer"),
        pytest.param(30, 120, "shorter than the usual 120 days (median)", id="shorter"),
        pytest.param(None, 120, "too few contacts to say what is usual", id="never"),
        pytest.param(30, None, "too few contacts to say what is usual", id="once"),
    ],
)
def test_against_usual(since: int | None, usual: int | None, words: str) -> None:
    assert against_usual(since, usual) == words


def test_the_last_meeting_of_two_ministers_goes_before_a_later_one_of_many(data: Dataset) -> None:
    found = partner(data, data.engagements, "IND", "JPN")
    last = last_at_ministers_level(found)
    assert last is not None
    assert last["engagement_id"] == "e-1"
    assert found.high_cadence.last is not None
    assert found.high_cadence.last["engagement_id"] == "e-3"


def test_no_minister_met(data: Dataset) -> None:
    assert last_at_ministers_level(partner(data, data.engagements, "IND", "KEN")) is None


def test_what_a_partner_page_lists(data: Dataset) -> None:
    found = partner(data, data.engagements, "IND", "JPN")
    assert levels_by_year(found).to_dict("index") == {
        "minister": {"2022": 1, "2023": 0, "2024": 1},
        "chief": {"2022": 0, "2023": 1, "2024": 0},
    }
    assert people_met(data, found)["person"].tolist() == ["Minoru Kihara", "Somebody", "Taro Kono"]
    assert outcomes_told(found)["outcome"].tolist() == ["signed a memorandum"]


def test_a_partner_that_is_not_among_the_rows_has_empty_tables(data: Dataset) -> None:
    found = partner(data, data.engagements, "IND", "FRA")
    assert found.rows.empty
    assert people_met(data, found).empty
    assert levels_by_year(found).empty


@pytest.mark.parametrize(
    ("name", "country", "known"),
    [
        pytest.param("V.G. Khrenin", "BLR", True, id="initials"),
        pytest.param("Khrenin Viktor Gennadievich", "BLR", True, id="surname first"),
        pytest.param("Khrenin", "BLR", True, id="surname alone"),
        pytest.param("Anna Khrenin", "BLR", False, id="another first name"),
        pytest.param("Viktor Khrenin", "RUS", False, id="another country"),
        pytest.param("Nobody Known", "BLR", False, id="nobody"),
    ],
)
def test_known_as(name: str, country: str, known: bool) -> None:
    assert (known_as(name, country) != name or name == known_as("Khrenin", country)) is known
