from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from core.views import lane_counts, lanes
from core.views.dataset import Dataset
from core.views.lane_frame import HEAD, days_of
from core.views.lane_marks import lane_marks

Made = Callable[..., Dataset]
YEAR = {"day": "2023-01-01", "last": "2023-12-31", "date_precision": "year"}
NEWEST = date(2024, 12, 1)


@pytest.fixture
def told(made: Made) -> pd.DataFrame:
    return made(
        {"day": "2023-04-28", "countries": "IND;RUS", "forum": "Talks of A"},
        {"day": "2023-04-28", "countries": "CHN;IND;RUS", "forum": "Talks of A", "kind": "multilateral"},
        {"day": "2023-04-28", "countries": "CHN;IND", "forum": "Talks of A", "status": "cancelled"},
        {
            "day": "2024-11-20",
            "last": "2025-01-03",
            "countries": "JPN;USA",
            "forum": "Talks of B",
            "kind": "visit",
        },
        YEAR | {"countries": "IND;RUS", "kind": "exercise"},
        {"day": "2024-06-01", "countries": "IND", "status": "planned"},
        {"countries": "IND;RUS"},
    ).engagements


def marks_of(figure: object) -> dict[str, tuple[float, str]]:
    """The height of each mark, and the trace that draws it."""
    return {
        key: (y, trace.name)
        for trace in figure.data  # type: ignore[attr-defined]
        if trace.customdata is not None
        for key, y in zip(trace.customdata, trace.y, strict=True)
    }


@pytest.mark.parametrize(
    ("by", "seen_from", "expected"),
    [
        pytest.param("forum", "IND", {"Talks of A": 3, "Talks of B": 1, "No forum": 2}, id="forum"),
        pytest.param(
            "partner",
            "IND",
            {"RUS": 3, "CHN": 2, "No partner told": 1, "Without India": 1},
            id="partners of one",
        ),
        pytest.param("partner", None, {"IND": 5, "RUS": 3, "CHN": 2, "JPN": 1, "USA": 1}, id="every side"),
        pytest.param(
            "kind", "IND", {"bilateral": 3, "multilateral": 1, "visit": 1, "exercise": 1}, id="kind"
        ),
        pytest.param("year", "IND", {"2024": 2, "2023": 4}, id="newest year first"),
    ],
)
def test_lanes_from_the_top(
    told: pd.DataFrame, by: lanes.By, seen_from: str | None, expected: dict[str, int]
) -> None:
    names = {"RUS": "Russia", "CHN": "China", "IND": "India", "JPN": "Japan", "USA": "United States"}
    counts = lane_marks(told, by, seen_from).groupby("lane", sort=False).size()
    assert list(counts.items()) == [(names.get(lane, lane), count) for lane, count in expected.items()]


def test_rarer_forums_share_a_lane(made: Made) -> None:
    many = [{"day": "2024-03-01", "forum": f"Talks {n:02d}"} for n in range(14)]
    marks = lane_marks(made(*many, many[13]).engagements, "forum", None)
    assert list(dict.fromkeys(marks["lane"])) == ["Talks 13", *(f"Talks {n:02d}" for n in range(11)), "Other"]


def test_a_summit_is_a_column_on_its_own_meeting(told: pd.DataFrame) -> None:
    heights = marks_of(lanes.lanes(told, "forum", "IND", NEWEST))
    assert heights["e-2"][0] < heights["e-1"][0] < heights["e-3"][0]
    assert heights["e-1"][0] - heights["e-2"][0] == pytest.approx(1)
    assert (heights["e-2"][1], heights["e-3"][1]) == ("multilateral, held", "bilateral, cancelled")


@pytest.mark.parametrize("by", ["forum", "kind", "year"])
def test_one_mark_an_engagement(told: pd.DataFrame, by: lanes.By) -> None:
    figure = lanes.lanes(told, by, "IND", NEWEST)
    ids = [key for trace in figure.data if trace.customdata is not None for key in trace.customdata]
    assert sorted(ids) == ["e-1", "e-2", "e-3", "e-4", "e-5", "e-6"]
    assert lanes.not_drawn(told) == "1 without a date is not drawn"


def test_vague_dates_are_bars_over_the_whole_span(told: pd.DataFrame) -> None:
    figure = lanes.lanes(told, "forum", "IND", NEWEST)
    bar = next(trace for trace in figure.data if trace.type == "bar")
    assert (bar.base[0], bar.x[0], bar.customdata[0]) == ("2023-01-01T00:00", 365 * 86_400_000, "e-5")
    assert bar.marker.opacity == 0.5


def test_several_days_are_a_line(told: pd.DataFrame) -> None:
    figure = lanes.lanes(told, "forum", "IND", NEWEST)
    line = next(trace for trace in figure.data if trace.type == "scatter" and trace.mode == "lines")
    assert line.x[:2] == ("2024-11-20T12:00", "2025-01-03T12:00")


def test_the_view_by_year_lays_years_over_one_another(told: pd.DataFrame) -> None:
    marks = lane_marks(told, "year", None)
    left, right = days_of(marks, True)
    day = pd.Timestamp("2000-11-20")
    at = marks.index[marks["start"] == pd.Timestamp("2024-11-20")][0]
    assert left[at] == (day - pd.Timestamp(0)).days + 0.5
    assert right[at] == (pd.Timestamp("2000-12-31") - pd.Timestamp(0)).days + 0.5


@pytest.mark.parametrize(
    ("newest", "drawn"),
    [
        pytest.param(NEWEST, True, id="near"),
        pytest.param(date(2039, 1, 1), False, id="far behind the last mark"),
        pytest.param(None, False, id="no document has a date"),
    ],
)
def test_the_newest_document_is_a_dotted_line(told: pd.DataFrame, newest: date | None, drawn: bool) -> None:
    figure = lanes.lanes(told, "forum", "IND", newest)
    assert any(shape.line.dash == "dot" for shape in figure.layout.shapes) == drawn
    assert figure.layout.xaxis.range[1] < "2027"


def test_stacks_do_not_reach_into_the_names(made: Made) -> None:
    early = [{"day": "2020-01-01", "forum": "Talks"}] * 3 + [{"day": "2024-01-01", "forum": "Talks"}] * 3
    late = [{"day": "2020-01-01", "forum": "Talks"}] + [{"day": "2024-01-01", "forum": "Talks"}] * 3
    heights = [lanes.lanes(made(*some).engagements, "forum").layout.height - HEAD for some in (early, late)]
    assert heights[0] > heights[1]


def test_many_marks_become_counts(made: Made, monkeypatch: pytest.MonkeyPatch, told: pd.DataFrame) -> None:
    monkeypatch.setattr(lanes, "MOST_MARKS", 5)
    assert lanes.as_counts(told, "forum", "IND")
    figure = lanes.lanes(told, "forum", "IND", NEWEST)
    counts = {
        tuple(key): height
        for trace in figure.data
        for key, height in zip(trace.customdata, trace.y, strict=True)
    }
    assert set(counts) == {
        ("Talks of A", "2023-04-01", "2023-04-30", "bilateral"),
        ("Talks of A", "2023-04-01", "2023-04-30", "multilateral"),
        ("Talks of B", "2024-11-01", "2024-11-30", "visit"),
        ("No forum", "2023-01-01", "2023-01-31", "exercise"),
        ("No forum", "2024-06-01", "2024-06-30", "planned"),
    }
    assert max(counts.values()) == lane_counts.TALLEST / 2


def test_a_rest_lane_does_not_flatten_the_named_ones(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "MOST_MARKS", 1)
    told = made(*[{"day": "2024-03-01"}] * 20, {"day": "2024-03-01", "forum": "Talks"}).engagements
    heights = {
        key[0]: y
        for trace in lanes.lanes(told, "forum").data
        for key, y in zip(trace.customdata, trace.y, strict=True)
    }
    assert heights == {"Talks": lane_counts.TALLEST, "No forum": lane_counts.TALLEST}


def test_table_and_words_give_the_same_figures(told: pd.DataFrame) -> None:
    table = lanes.lanes_table(told, "forum", "IND")
    assert table.to_numpy().tolist() == [
        ["Talks of A", 3, 0, 3],
        ["Talks of B", 0, 1, 1],
        ["No forum", 1, 1, 2],
    ]
    assert list(table.columns) == ["forum", "2023", "2024", "all"]
    assert lanes.lanes_alt(told, "forum", "IND") == (
        "Timeline by forum, 2023 to 2025: 6 marks in 3 lanes: Talks of A 3, Talks of B 1, No forum 2."
    )


@pytest.mark.parametrize("by", ["forum", "partner", "kind", "year"])
def test_nothing_and_one(made: Made, by: lanes.By) -> None:
    nothing, one = made({}).engagements, made({"day": "2024-03-01", "countries": "IND;JPN"}).engagements
    assert lanes.lanes(nothing, by).layout.annotations[0].text == "No engagement with a date to draw."
    assert lanes.lanes_table(nothing, by).empty
    assert set(marks_of(lanes.lanes(one, by, "IND", None))) == {"e-1"}
