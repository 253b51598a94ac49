"""A small collection with what is awkward in files, and a large one."""

from collections.abc import Callable

import pytest

from core.exports.selection import Selection
from core.views.dataset import Dataset
from core.views.filters import Filters
from tests.views.conftest import made

__all__ = ["made"]

Make = Callable[..., Dataset]

NASTY = '=HYPERLINK("http://evil.invalid")'


@pytest.fixture
def data(made: Make) -> Dataset:
    """Five engagements: dated, undated, planned to the day, to the month, to the year; awkward texts."""
    return made(
        {
            "day": "2024-11-20", "countries": "IND;TUR", "evidence": NASTY, "confidence": 0.8125, "city": "Vientiane",
            "host_country": "LAO", "outcomes": "signed a pact;=1+1", "published": "2024-11-21", "title": "Türkiye & “सीमा” {50%}",
            "source": "Wire #1", "url": "https://example.org/a_b?c=1&d=2", "people": "Ann Ö (TUR, Defence Minister);+1", "background": True,
        },
        {"countries": "IND;RUS", "evidence": "Two\nlines, \"quoted\"; done", "city": "@home"},
        {"day": "2026-01-05", "last": "2026-01-07", "countries": "FRA;IND", "status": "planned", "evidence": "Talks, soon; in\nParis\\", "host_country": "FRA", "forum": "A;B, C"},
        {"day": "2026-02-01", "last": "2026-02-28", "date_precision": "month", "countries": "IND;JPN", "status": "planned"},
        {"day": "2027-01-01", "last": "2027-12-31", "date_precision": "year", "countries": "IND;USA", "status": "planned"},
        participants=({"engagement_id": "e-1", "country": "IND"}, {"engagement_id": "e-2", "country": "RUS"}),
    )  # fmt: skip


@pytest.fixture
def everything(data: Dataset) -> Selection:
    return Selection.of(data)


@pytest.fixture
def nothing(data: Dataset) -> Selection:
    return Selection.of(data, Filters(countries=("NOR",)))
