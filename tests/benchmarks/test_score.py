"""The scorer counts as LABELS say: one row one label, optional ones neither way, near misses beside hits."""

from typing import Any

import pytest

from benchmarks.score import match, right_fields, score


def label(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "bilateral",
        "status": "held",
        "date_start": "2023-04-28",
        "date_end": "2023-04-28",
        "date_precision": "day",
        "countries": ["IND", "RUS"],
        "host_country": "IND",
        "city_any": ["new delhi", "delhi"],
        "forum_any": ["sco"],
        "people_any": [["shoigu", "shoygu"]],
        "optional": False,
        "evidence": "sat down with",
        **changes,
    }


def row(**changes: str) -> dict[str, str]:
    return {
        "kind": "bilateral",
        "status": "held",
        "date_start": "2023-04-28",
        "date_end": "2023-04-28",
        "date_precision": "day",
        "countries": "IND;RUS",
        "host_country": "IND",
        "city": "New Delhi",
        "forum": "SCO Defence Ministers' Meeting",
        "people": "Sergei Shoigu (RUS, Minister of Defence)",
        **changes,
    }


UNDATED = {"date_start": "", "date_end": "", "date_precision": "none"}
MULTILATERAL = {"kind": "multilateral", "forum_any": [], "countries": ["AUS", "IND", "JPN", "USA"]}


@pytest.mark.parametrize(
    ("found", "wanted", "wrong"),
    [
        pytest.param({}, {}, [], id="all right"),
        pytest.param({"kind": "visit"}, {}, ["kind"], id="kind"),
        pytest.param({"status": "planned"}, {}, ["status"], id="status"),
        pytest.param({"date_start": "2023-04-27"}, {}, ["date"], id="the day before"),
        pytest.param(UNDATED, {}, ["date"], id="no date where one is wanted"),
        pytest.param(
            {}, {"date_start": None, "date_end": None, "date_precision": "none"}, ["date"], id="date made up"
        ),
        pytest.param(
            UNDATED, {"date_start": None, "date_end": None, "date_precision": "none"}, [], id="rightly none"
        ),
        pytest.param({"date_precision": "month"}, {}, ["date"], id="precision"),
        pytest.param({"date_start": "2023-04-29"}, {"date_end": "2023-04-30"}, [], id="inside the interval"),
        pytest.param({"countries": "IND;RUS;CHN"}, {}, ["countries"], id="a third side"),
        pytest.param({"countries": "RUS;IND"}, {}, [], id="order of the countries"),
        pytest.param({"host_country": ""}, {}, ["host_country"], id="no host"),
        pytest.param({"city": "Mumbai"}, {}, ["city"], id="city"),
        pytest.param({"city": "Delhi"}, {"city_any": []}, ["city"], id="city made up"),
        pytest.param({"forum": ""}, {}, ["forum"], id="no forum"),
        pytest.param({"people": "Sergei Shoygu"}, {}, [], id="other spelling"),
        pytest.param({"people": ""}, {"people_any": []}, [], id="nobody is named"),
        pytest.param({"people": "Viktor Khrenin"}, {}, ["people"], id="somebody else"),
    ],
)
def test_right_fields(found: dict[str, str], wanted: dict[str, Any], wrong: list[str]) -> None:
    right = right_fields(row(**found), label(**wanted))
    assert [name for name, agrees in right.items() if not agrees] == wrong


@pytest.mark.parametrize(
    ("found", "wanted", "matched"),
    [
        pytest.param({}, {}, True, id="the same"),
        pytest.param({"kind": "visit"}, {}, True, id="visit for talks: one group"),
        pytest.param({"kind": "multilateral"}, {}, False, id="another group"),
        pytest.param({"countries": "IND"}, {}, False, id="one side of two"),
        pytest.param({"date_start": "2023-06-12"}, {}, True, id="45 days apart"),
        pytest.param({"date_start": "2023-06-13"}, {}, False, id="46 days apart"),
        pytest.param(
            {"date_start": "2023-09-01", "date_precision": "year"}, {}, True, id="a year has no far day"
        ),
        pytest.param(
            {"kind": "multilateral", "countries": "IND;JPN", "forum": ""},
            MULTILATERAL,
            True,
            id="half of the countries",
        ),
        pytest.param(
            {"kind": "multilateral", "countries": "IND", "forum": "", "host_country": ""},
            MULTILATERAL,
            False,
            id="a quarter of the countries",
        ),
        pytest.param(
            {"kind": "multilateral", "countries": "IND", "forum": ""},
            MULTILATERAL,
            True,
            id="same host and day",
        ),
    ],
)
def test_match(found: dict[str, str], wanted: dict[str, Any], matched: bool) -> None:
    assert bool(match([row(**found)], [label(**wanted)])) is matched


def test_best_row_is_taken() -> None:
    assert match([row(city="Mumbai"), row()], [label()]) == {0: 1}


@pytest.mark.parametrize(
    ("rows", "labels", "counts"),
    [
        pytest.param([row()], [label()], (1, 0, 0, 1), id="found"),
        pytest.param([], [label()], (0, 1, 0, 0), id="missed"),
        pytest.param([row()], [], (0, 0, 1, 0), id="invented"),
        pytest.param([row(city="Mumbai")], [label()], (1, 0, 0, 0), id="found, not whole"),
        pytest.param([row()], [label(optional=True)], (0, 0, 0, 0), id="optional and found"),
        pytest.param([], [label(optional=True)], (0, 0, 0, 0), id="optional and missed"),
        pytest.param([row(), row()], [label()], (1, 0, 1, 1), id="told twice"),
    ],
)
def test_counts(rows: list[dict[str, str]], labels: list[dict[str, Any]], counts: tuple[int, ...]) -> None:
    tally = score({"doc": rows}, {"doc": labels})
    assert (tally.found, tally.missed, tally.invented, tally.whole) == counts


def test_rows_of_unlabelled_documents_count_nothing() -> None:
    assert score({"other": [row()]}, {"doc": []}).invented == 0


def test_measures() -> None:
    tally = score({"a": [row(), row(countries="IND;USA")]}, {"a": [label(), label(countries=["IND", "JPN"])]})
    measures = tally.measures()
    assert (measures["precision"], measures["recall"], measures["f1"], measures["city"]) == (
        0.5,
        0.5,
        0.5,
        1.0,
    )
