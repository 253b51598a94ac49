from collections.abc import Callable

import pytest

from core.views.dataset import Dataset
from core.views.over_time import (
    by_period,
    not_drawn,
    over_time,
    over_time_alt,
    over_time_table,
    peak_words,
    step,
    tick_step,
)

Made = Callable[..., Dataset]
VAGUE = {"day": "2019-01-01", "last": "2019-12-31", "date_precision": "year"}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("2024-05-01", "2024-05-31", "month", id="one month"),
        pytest.param("2022-01-01", "2024-12-31", "month", id="three years to the day"),
        pytest.param("2022-01-01", "2025-01-01", "quarter", id="a month more"),
        pytest.param("2012-01-01", "2024-12-31", "quarter", id="thirteen years"),
        pytest.param("2012-01-01", "2025-01-01", "year", id="above thirteen"),
    ],
)
def test_step_follows_the_span(made: Made, first: str, last: str, expected: str) -> None:
    assert step(made({"day": first}, {"day": last}).engagements) == expected


def test_counts_by_period_kind_and_status(made: Made) -> None:
    told = made(
        {"day": "2024-10-01"}, {"day": "2024-12-31"}, {"day": "2024-11-02", "kind": "visit", "status": "planned"},
        {"day": "2020-01-15"}, {"day": "2024-11-03", "status": "cancelled"}, {}, VAGUE,
    )  # fmt: skip
    rows = by_period(told.engagements)[["label", "kind", "status", "engagements"]].to_numpy().tolist()
    assert rows == [
        ["Jan–Mar 2020", "bilateral", "held", 1],
        ["Oct–Dec 2024", "bilateral", "held", 2],
        ["Oct–Dec 2024", "visit", "planned", 1],
    ]
    assert not_drawn(told.engagements) == "not drawn: 1 without a date, 1 with only a year, 1 cancelled"
    assert peak_words(told.engagements) == "most in Oct–Dec 2024: 3"


def test_years_alone_are_drawn_where_bars_are_years(made: Made) -> None:
    told = made(VAGUE, VAGUE)
    assert step(told.engagements) == "year"
    assert by_period(told.engagements)["label"].tolist() == ["2019"]
    assert not_drawn(told.engagements) == ""


def test_the_figure_draws_every_counted_engagement(made: Made) -> None:
    told = made(
        {"day": "2024-01-31"},
        {"day": "2024-02-01", "kind": "call"},
        {"day": "2024-02-29", "status": "planned"},
    ).engagements
    figure = over_time(told)
    assert sum(sum(trace.y) for trace in figure.data) == 3
    assert [trace.name for trace in figure.data] == ["bilateral", "call", "bilateral, planned"]
    assert figure.data[2].customdata[0] == ["2024-02-01", "2024-02-29", "bilateral", "planned"]
    assert figure.layout.xaxis.range == ("2024-01-01", "2025-01-01")
    assert figure.layout.showlegend is False


def test_table_and_words_give_the_same_figures(made: Made) -> None:
    told = made({"day": "2024-01-31"}, {"day": "2024-03-01", "status": "planned"}).engagements
    assert over_time_table(told).to_dict("records")[1] == {
        "period": "Mar 2024", "bilateral": 0, "multilateral": 0, "visit": 0, "call": 0, "exercise": 0, "planned": 1, "all": 1,
    }  # fmt: skip
    assert over_time_alt(told) == (
        "Stacked bars by kind: 2 engagements by month, Jan 2024 to Mar 2024, 1 of them planned; most in Mar 2024: 1."
    )


@pytest.mark.parametrize("described", [pytest.param((), id="nothing"), pytest.param(({},), id="no date")])
def test_nothing_to_draw_is_said(made: Made, described: tuple[dict[str, object], ...]) -> None:
    told = made(*described).engagements
    assert over_time(told).layout.annotations[0].text == "No engagement with a date to draw."
    assert over_time_table(told).empty
    assert peak_words(told) == ""
    assert "none" in over_time_alt(told)


@pytest.mark.parametrize(("most", "size"), [(1, 1), (3, 1), (4, 2), (30, 10), (31, 20), (2090, 1000)])
def test_axis_lines_are_round_numbers(most: int, size: int) -> None:
    assert tick_step(most) == size


def test_two_charts_beside_each_other_have_the_same_axes(made: Made) -> None:
    one = made({"day": "2014-01-01"}, {"day": "2016-01-01"}, {"day": "2016-01-02"}).engagements
    other = made({"day": "2024-05-01"}).engagements
    figures = over_time(one, other), over_time(other, one)
    assert len({(figure.layout.xaxis.range, figure.layout.yaxis.range) for figure in figures}) == 1
    assert over_time(one).layout.xaxis.range != figures[0].layout.xaxis.range
