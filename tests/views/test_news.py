"""What is new and what changed since a version of the data."""

from dataclasses import replace

import pytest

from core.views.filters import Filters, narrow
from core.views.filters_said import describe
from core.views.news import news
from tests.views.conftest import Make

AGES = {"e-1": (2, 2), "e-2": (2, 7), "e-3": (7, 9)}


@pytest.mark.parametrize(
    ("since", "told"),
    [
        pytest.param(0, {}, id="nothing asked"),
        pytest.param(1, {"e-1": "new", "e-2": "new", "e-3": "new"}, id="before all"),
        pytest.param(2, {"e-2": "changed", "e-3": "new"}, id="the version itself was seen"),
        pytest.param(8, {"e-3": "changed"}, id="came before, changed after"),
        pytest.param(9, {}, id="the newest"),
    ],
)
def test_news_since_a_version(made: Make, since: int, told: dict[str, str]) -> None:
    def changed(after: int) -> dict[str, tuple[int, int]]:
        return {key: age for key, age in AGES.items() if age[1] > after}

    data = replace(made({}, {}, {}, {}), ages_by=changed)  # of the fourth nobody knows
    assert news(data, data.engagements["engagement_id"], since) == told
    shown = set(narrow(data, Filters(since=since))["engagement_id"])
    assert shown == (set(told) if since else {"e-1", "e-2", "e-3", "e-4"})


def test_the_filter_says_itself() -> None:
    assert describe(Filters(since=57)) == ("All countries", "new or changed since data 57, all dates")
