"""Learning how sure a report is."""

from datetime import date

import numpy as np
import pytest

from benchmarks.calibrate import Told, fitted, genre
from core.model import Document, Kind, PublishedBasis, Report, When


def test_weights_give_back_the_shares() -> None:
    x = np.array([[1.0, 0.0]] * 10 + [[1.0, 1.0]] * 10)
    y = np.array([1.0] * 5 + [0.0] * 5 + [1.0] * 8 + [0.0] * 2)
    weights = fitted(x, y, np.array([1e-9, 1e-9]))
    shares = 1 / (1 + np.exp(-np.array([[1.0, 0.0], [1.0, 1.0]]) @ weights))
    assert shares == pytest.approx([0.5, 0.8], abs=1e-4)


def test_shrinking_draws_towards_nought() -> None:
    x = np.array([[1.0, 0.0]] * 10 + [[1.0, 1.0]] * 10)
    y = np.array([0.0] * 9 + [1.0] + [1.0] * 9 + [0.0])
    loose, tight = (fitted(x, y, np.array([1e-9, shrink]))[1] for shrink in (1e-9, 5.0))
    assert 0 < tight < loose


@pytest.mark.parametrize(
    ("text", "basis", "name"),
    [
        pytest.param("A story.", PublishedBasis.DATELINE, "agency report (dateline)", id="dateline"),
        pytest.param("A story.", PublishedBasis.BYLINE, "newspaper (byline)", id="byline"),
        pytest.param("A story.", PublishedBasis.HEADER, "release or page (date in its head)", id="header"),
        pytest.param("A story.", PublishedBasis.UNKNOWN, "undated page", id="no date"),
        pytest.param("- one\n- two\n- three\n", PublishedBasis.HEADER, "notes and lists", id="bullets"),
    ],
)
def test_genre(text: str, basis: PublishedBasis, name: str) -> None:
    assert genre(Document("d", text, published_basis=basis)) == name


def label(**changes: object) -> dict[str, object]:
    return {
        "kind": "bilateral",
        "status": "held",
        "date_start": "2023-04-28",
        "date_end": "2023-04-28",
        "date_precision": "day",
        "countries": ["BLR", "IND"],
        "host_country": None,
        "city_any": [],
        "forum_any": [],
        "people_any": [],
        "optional": False,
    } | changes


@pytest.mark.parametrize(
    ("labels", "right"),
    [
        pytest.param([label()], [True], id="all fields right"),
        pytest.param([label(optional=True)], [True], id="optional counts too"),
        pytest.param([label(host_country="IND")], [False], id="a field wrong"),
        pytest.param([label(countries=["IND", "RUS"])], [False], id="another engagement"),
        pytest.param([], [False], id="nothing to find"),
    ],
)
def test_right(labels: list[dict[str, object]], right: list[bool]) -> None:
    day = When.on(date(2023, 4, 28))
    report = Report("d", Kind.BILATERAL, when=day, countries=("BLR", "IND"))
    assert Told("sample", Document("d", ""), labels, [report], [{}]).right() == right
