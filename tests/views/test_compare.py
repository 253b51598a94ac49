from collections.abc import Callable
from datetime import date

import pytest

from core.views.compare import (
    Span,
    two_countries,
    two_forums,
    two_periods,
    values_came_and_went,
    with_country,
    years_of,
)
from core.views.dataset import Dataset
from core.views.editions import attendance, difference, edition_before, editions, hosts, met_at

Make = Callable[..., Dataset]
ADMM = "ADMM-Plus"


@pytest.fixture
def data(made: Make) -> Dataset:
    def minister(number: int, country: str, office: str) -> dict[str, str]:
        return {"engagement_id": f"e-{number}", "country": country, "person": office, "office": office}

    return made(
        {"day": "2021-05-01", "countries": "IND;NPL", "published": "2025-06-30"},
        {"day": "2022-05-01", "countries": "GHA;IND", "topics": "cyber"},
        {"day": "2022-06-01", "countries": "IND;ZMB"},
        {"day": "2023-06-01", "countries": "IND;ZMB", "topics": "space;cyber"},
        {"day": "2024-06-01", "countries": "IND;NPL", "topics": "space"},
        {"day": "2024-07-01", "countries": "IND;JPN"},
        {"day": "2024-08-01", "countries": "GHA;JPN"},
        {"day": "2025-08-01", "countries": "GHA;IND", "status": "planned"},
        participants=(
            minister(3, "ZMB", "Army Chief"), minister(3, "IND", "Army Chief"),
            minister(4, "ZMB", "Defence Minister"), minister(4, "IND", "Defence Minister"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "changes"),
    [
        pytest.param(
            Span(2022, 2022), Span(2023, None),
            {"GHA": "lapsed", "JPN": "new", "NPL": "resumed", "ZMB": "both"}, id="a year and all since",
        ),
        pytest.param(Span(2022, 2022), Span(2024, 2024), {"GHA": "lapsed", "ZMB": "lapsed", "JPN": "new", "NPL": "resumed"}, id="two years"),
        pytest.param(Span(2021, 2022), Span(2023, 2024), {"GHA": "lapsed", "JPN": "new", "NPL": "both", "ZMB": "both"}, id="two spans"),
        pytest.param(Span(2022, 2022), Span(2022, 2022), {"GHA": "both", "ZMB": "both"}, id="a year with itself"),
        pytest.param(Span(2016, 2016), Span(2017, 2017), {}, id="years without any"),
    ],
)  # fmt: skip
def test_two_periods(data: Dataset, first: Span, second: Span, changes: dict[str, str]) -> None:
    table = two_periods(data, data.engagements, "IND", first, second)
    assert dict(zip(table["country"], table["change"], strict=True)) == changes


def test_a_level_that_rose(data: Dataset) -> None:
    table = two_periods(data, data.engagements, "IND", Span(2022, 2022), Span(2023, None)).set_index(
        "country"
    )
    assert table.loc["ZMB", ["level_before", "level_after", "level_change"]].tolist() == [
        "chief",
        "minister",
        "raised",
    ]
    back = two_periods(data, data.engagements, "IND", Span(2023, 2023), Span(2022, 2022)).set_index("country")
    assert back.loc["ZMB", "level_change"] == "lowered"
    assert table.loc["JPN", "level_change"] == ""
    assert table.loc["GHA", "id_before"] == "e-2"
    assert table.loc["GHA", "id_after"] == ""


def test_spans_say_themselves() -> None:
    spans = [Span(2022, 2022), Span(2022, 2024), Span(2023, None)]
    assert [str(span) for span in spans] == ["2022", "2022 to 2024", "since 2023"]
    assert (spans[1].first, spans[1].last, spans[2].last) == (date(2022, 1, 1), date(2024, 12, 31), None)


def test_years_stop_at_the_newest_document(data: Dataset) -> None:
    assert years_of(data.engagements, data.newest) == [2025, 2024, 2023, 2022, 2021]
    assert 2026 not in years_of(data.engagements, None)


def test_topics_that_came_and_went(data: Dataset) -> None:
    rows = data.engagements
    table = values_came_and_went(Span(2022, 2022).rows(rows), Span(2023, None).rows(rows), "topics")
    assert table.to_dict("list") == {"value": ["space", "cyber"], "before": [0, 1], "after": [2, 1]}


def test_two_countries_beside_each_other(data: Dataset) -> None:
    table = two_countries(data, data.engagements, "IND", "ZMB", "GHA").set_index("measure")
    assert table.loc["Engagements held"].tolist() == ["2", "1"]
    assert table.loc["Last contact"].tolist() == ["1 Jun 2023", "1 May 2022"]
    assert set(with_country(data.engagements, "IND", "GHA")["engagement_id"]) == {"e-2", "e-8"}
    assert set(with_country(data.engagements, None, "GHA")["engagement_id"]) == {"e-2", "e-7", "e-8"}


@pytest.fixture
def forum(made: Make) -> Dataset:
    at = {"forum": ADMM}
    return made(
        {"day": "2024-11-21", "countries": "IND;JPN", "published": "2025-12-01", **at},
        {"day": "2024-11-21", "countries": "IND;LAO", "status": "planned", **at},
        {"day": "2024-11-21", "countries": "CHN;IND;LAO", "kind": "multilateral", "host_country": "LAO", **at},
        {"day": "2024-11-21", "countries": "CHN;USA", **at},
        {"day": "2022-11-23", "countries": "IND;JPN", **at},
        {"day": "2022-11-22", "countries": "IND;KHM", **at},
        {"day": "2024-11-21", "countries": "AUS;IND"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("year", "home", "codes"),
    [
        pytest.param(2024, "IND", ("JPN",), id="held and two by two, at the forum"),
        pytest.param(2024, None, ("CHN", "IND", "JPN", "USA"), id="everybody who met"),
        pytest.param(2022, "IND", ("KHM", "JPN"), id="by name"),
        pytest.param(2023, "IND", (), id="an edition that nobody reports"),
    ],
)
def test_met_at(forum: Dataset, year: int, home: str | None, codes: tuple[str, ...]) -> None:
    assert met_at(forum.engagements, ADMM, year, home) == codes


def test_difference_between_editions(forum: Dataset) -> None:
    found = difference(forum.engagements, ADMM, 2022, 2024, "IND")
    assert (found.both, found.only_first, found.only_second) == (("JPN",), ("KHM",), ())
    assert difference(forum.engagements, ADMM, 2023, 2024, "IND").only_second == ("JPN",)


def test_editions_are_those_of_the_calendar_and_of_the_rows(forum: Dataset) -> None:
    table = editions(forum.engagements, ADMM, forum.newest, "IND").set_index("year")
    assert table.loc[2023, ["host", "engagements"]].tolist() == ["IDN", 0]
    assert table.loc[2024, ["edition", "host", "engagements", "met", "named"]].tolist() == [
        "11th",
        "LAO",
        4,
        1,
        2,
    ]
    assert edition_before(forum.engagements, ADMM, 2024) == 2023
    assert edition_before(forum.engagements, "Some Dialogue", 2024) is None
    assert "Indonesia" in set(hosts(table.reset_index())["name"])


def test_attendance(forum: Dataset) -> None:
    table = attendance(forum.engagements, ADMM, "IND")
    assert table.columns.tolist() == ["2022", "2024"]
    assert table.loc["JPN"].tolist() == ["met", "met"]
    assert table.loc["LAO"].tolist() == ["not named", "named, no bilateral"]
    assert attendance(forum.engagements, "Some Dialogue", "IND").empty


def test_two_forums_beside_each_other(forum: Dataset) -> None:
    table = two_forums(forum, forum.engagements, "IND", ADMM, "Some Dialogue")
    assert table.set_index("measure").to_numpy().tolist() == [
        ["4", "0"], ["0", "0"], ["2", "0"], ["2", "0"], ["21 Nov 2024", "none reported"], ["375", "not told"],
    ]  # fmt: skip
