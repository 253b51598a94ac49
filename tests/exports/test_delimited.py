import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from core.exports.delimited import as_csv
from core.exports.names import file_name
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow

Make = Callable[..., Dataset]


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {"day": "2024-11-20", "countries": "IND;JPN", "evidence": "=HYPERLINK(1)", "confidence": 0.8, "published": "2024-11-21"},
        {"countries": "IND;RUS", "evidence": 'A "quoted", long\nline', "city": "@home", "background": True},
        {"day": "2024-12-01", "countries": "IND", "evidence": "Minister met -5 guests", "people": "+1 (IND);Rao"},
    )  # fmt: skip


def test_rows_are_those_shown_and_in_their_order(data: Dataset) -> None:
    shown = narrow(data, Filters(countries=("IND",)))
    assert [row["engagement_id"] for row in rows_of(as_csv("engagements", shown))] == ["e-3", "e-1", "e-2"]


@pytest.mark.parametrize(
    ("number", "column", "cell"),
    [
        pytest.param(1, "evidence", "'=HYPERLINK(1)", id="a formula"),
        pytest.param(2, "city", "'@home", id="another sign that starts one"),
        pytest.param(3, "people", "'+1 (IND);Rao", id="one part of a list"),
        pytest.param(3, "evidence", "Minister met -5 guests", id="a sign inside is no formula"),
        pytest.param(2, "evidence", 'A "quoted", long\nline', id="quotes, commas and lines come back"),
        pytest.param(1, "confidence", "0.8", id="numbers are left alone"),
        pytest.param(1, "date_start", "2024-11-20", id="ISO dates without a time"),
        pytest.param(2, "date_start", "", id="unknown is empty"),
        pytest.param(2, "background", "true", id="true in lower case"),
    ],
)
def test_cells(data: Dataset, number: int, column: str, cell: str) -> None:
    rows = {row["engagement_id"]: row for row in rows_of(as_csv("engagements", data.engagements))}
    assert rows[f"e-{number}"][column] == cell


def test_no_rows_still_have_a_header(data: Dataset) -> None:
    header = as_csv("engagements", data.engagements.head(0)).decode()
    assert header.startswith("engagement_id,kind,status")
    assert header.count("\n") == 1


@pytest.mark.parametrize(
    ("filters", "middle"),
    [
        pytest.param(Filters(), "", id="no filter"),
        pytest.param(
            Filters(countries=("IND", "RUS"), kinds=("bilateral",), first=date(2022, 1, 1), last=date(2024, 12, 31)),
            "IND-RUS_bilateral_2022-01-01--2024-12-31_", id="pair, kind and period",
        ),
        pytest.param(Filters(search="../../etc/passwd"), "etc-passwd_", id="no path out of a search"),
        pytest.param(Filters(forums=("SCO Defence Ministers' Meeting",)), "SCO-Defence-Ministers-Meeting_", id="plain letters"),
        pytest.param(Filters(tracks=()), "all-tracks_", id="all tracks"),
    ],
)  # fmt: skip
def test_file_name(data: Dataset, filters: Filters, middle: str) -> None:
    assert (
        file_name("engagements", data, filters) == f"engagements_{middle}data-{data.version}_2024-11-21.csv"
    )


def test_file_name_stays_short(data: Dataset) -> None:
    assert len(file_name("engagements", data, Filters(search="long " * 200))) < 200


def test_version_changes_with_a_row_and_only_then(made: Make) -> None:
    one = {"day": "2024-11-20", "countries": "IND;JPN"}
    assert made(one).version == made(one).version
    assert made(one).version != made(one | {"countries": "IND;USA"}).version
    assert made(one).version != made(one | {"text": "x", "title": "Another title"}).version
