from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest

from core.views import coverage, subjects
from core.views.dataset import Dataset
from core.views.follow_ups import follow_ups
from core.views.outcomes import promises, typed

Make = Callable[..., Dataset]


@pytest.fixture
def data(made: Make) -> Dataset:
    rows = made(
        {"day": "2022-01-10", "countries": "IND;JPN", "outcomes": "meet again;signed a pact", "topics": "cyber", "published": "2022-01-11", "source": "Wire"},
        {"day": "2023-06-01", "countries": "IND;JPN", "topics": "cyber;space"},
        {"day": "2023-05-20", "countries": "IND;JPN", "status": "planned", "kind": "visit"},
        {"day": "2023-01-20", "countries": "IND;RUS", "status": "planned"},
        {"day": "2025-01-20", "countries": "IND;RUS", "status": "planned", "published": "2024-01-31"},
        {"countries": "IND;KEN", "outcomes": "gave boats"},
    )  # fmt: skip
    told = [("meet again", "next meeting scheduled"), ("signed a pact", "agreement signed")]
    fields = [
        {"report_id": "r-1", "field": "outcomes", "value": value, "start": 0, "end": 1, "rule": f"outcome: {kind}"}
        for value, kind in told
    ]  # fmt: skip
    return replace(rows, fields=pd.DataFrame(fields))


def test_outcomes_have_their_type(data: Dataset) -> None:
    table = typed(data, data.engagements)
    assert list(zip(table["outcome"], table["type"], strict=True)) == [
        ("meet again", "next meeting scheduled"),
        ("signed a pact", "agreement signed"),
        ("gave boats", "other"),
    ]


def test_agreements_and_what_followed(data: Dataset) -> None:
    told = typed(data, data.engagements)
    table = follow_ups(told, data.engagements, 10)
    assert table[["agreement", "met", "next_id", "then"]].to_numpy().tolist() == [
        ["signed a pact", 1, "e-2", ""]
    ]
    assert follow_ups(told, data.engagements.iloc[:1], 10)["met"].tolist() == [0]
    assert follow_ups(told.iloc[:0], data.engagements, 10).empty


def test_the_first_outcome_since_an_agreement(made: Make) -> None:
    rows = made(
        {"day": "2022-01-10", "countries": "IND;JPN", "outcomes": "signed a pact"},
        {"day": "2022-01-10", "countries": "IND;JPN", "outcomes": "drew a line"},
        {"day": "2023-06-01", "countries": "IND;JPN", "outcomes": "gave boats"},
        {"day": "2022-06-01", "countries": "IND;JPN;USA", "outcomes": "opened a base"},
    )
    fields = [{"report_id": "r-1", "field": "outcomes", "value": "signed a pact", "start": 0, "end": 1, "rule": "outcome: agreement signed"}]  # fmt: skip
    rows = replace(rows, fields=pd.DataFrame(fields))
    table = follow_ups(typed(rows, rows.engagements), rows.engagements, 10)
    assert table[["met", "next_id", "then"]].to_numpy().tolist() == [[1, "e-3", "other: gave boats"]]


def test_outcomes_by_partner(data: Dataset) -> None:
    table = subjects.outcomes_by_partner(typed(data, data.engagements), "IND")
    assert table.loc["agreement signed", "JPN"] == 1
    assert set(table.columns) == {"JPN", "KEN"}


def test_promises_and_whether_they_came(data: Dataset) -> None:
    table = promises(data, data.engagements).set_index("id")
    assert table["state"].to_dict() == {
        "e-1": "came",
        "e-3": "came",
        "e-4": "no report since",
        "e-5": "ahead",
    }
    assert table["came"].to_dict() == {"e-1": "e-2", "e-3": "e-2", "e-4": "", "e-5": ""}


def test_a_plan_did_not_come_before_it_was_told(made: Make) -> None:
    pair = {"countries": "IND;JPN"}
    rows = made(
        {
            "day": "2024-01-20",
            "status": "planned",
            "first_reported": "2024-01-15",
            "published": "2024-03-01",
            **pair,
        },
        {"day": "2024-01-10", **pair},
    )
    assert promises(rows, rows.engagements)["state"].tolist() == ["no report since"]


def test_topics_by_year_and_partner(data: Dataset) -> None:
    assert subjects.by_year(data.engagements).to_dict("index") == {
        "cyber": {"2022": 1, "2023": 1},
        "space": {"2022": 0, "2023": 1},
    }
    assert subjects.by_partner(data.engagements, "IND").to_dict("index") == {
        "cyber": {"JPN": 2},
        "space": {"JPN": 1},
    }
    assert subjects.outcomes_by_year(typed(data, data.engagements)).loc["agreement signed", "2022"] == 1


def test_coverage_counts_articles_beside_engagements(data: Dataset) -> None:
    table = coverage.by_month(data.documents, data.engagements)
    assert len(table) == 37
    assert table.iloc[0].tolist() == [pd.Timestamp("2022-01-01"), 1, 1]
    assert (int(table["articles"].sum()), int(table["engagements"].sum())) == (2, 5)
    assert coverage.by_source(data.documents).loc["Wire", "2022"] == 1
    assert coverage.sources(data.documents)["articles"].tolist() == [5, 1]
    assert "Articles by month: 2" in coverage.coverage_alt(table, "articles")


def test_a_month_that_stands_alone_is_a_bar_in_its_year(made: Make) -> None:
    data = made({"day": "2024-05-03", "published": "2024-05-04"})
    figure = coverage.coverage_figure(coverage.by_month(data.documents, data.engagements), "articles")
    assert list(figure.data[0].x) == ["2024-05-16T12:00"]
    assert figure.data[0].width[0] > 20 * 86_400_000
    assert figure.layout.xaxis.range == ("2024-01-01", "2025-01-01")
    assert figure.layout.xaxis.dtick == "M1"


def test_nothing_at_all(made: Make) -> None:
    empty = made()
    assert typed(empty, empty.engagements).empty
    assert promises(empty, empty.engagements).empty
    assert subjects.by_year(empty.engagements).empty
    assert coverage.by_month(empty.documents, empty.engagements).empty
    assert coverage.sources(empty.documents).empty
    assert coverage.coverage_figure(
        coverage.by_month(empty.documents, empty.engagements), "articles"
    ).layout.annotations
