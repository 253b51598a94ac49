"""The calendar of forums with what the collection has of each edition."""

from datetime import date

import pandas as pd
import pytest

from core.lexicon.forums import editions
from core.views.forum_calendar import COLUMNS, forum_calendar, known_forums
from tests.views.conftest import Make

YEARLY, OFTEN = "ADMM-Plus", "NATO Defence Ministers' Meeting"
NEWEST = pd.Timestamp("2025-06-01")


def told(made: Make, **values: object) -> dict[date, int]:
    """How many engagements each edition of the forum of one engagement has, those with any."""
    shown = made({"countries": "IND;JPN", **values}).engagements
    table = forum_calendar(shown, [str(values["forum"])], NEWEST)
    found = table[table["engagements"] > 0]
    return dict(zip(found["start"].dt.date, found["engagements"], strict=True))


def of(forum: str, year: int) -> list[date]:
    return [each.start for each in editions(forum) if each.year == year]


def test_an_engagement_belongs_to_the_one_edition_of_its_year(made: Make) -> None:
    (only,) = of(YEARLY, 2024)
    assert told(made, forum=YEARLY, day="2024-11-20") == {only: 1}
    month = {"day": "2024-11-01", "last": "2024-11-30", "date_precision": "month"}
    assert told(made, forum=YEARLY, **month) == {only: 1}


def test_of_several_editions_in_a_year_the_day_decides(made: Make) -> None:
    several = of(OFTEN, 2024)
    assert len(several) > 1
    for start in several:
        assert told(made, forum=OFTEN, day=start.isoformat()) == {start: 1}
    month = {"day": "2024-02-01", "last": "2024-02-29", "date_precision": "month"}
    assert told(made, forum=OFTEN, **month) == {}


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"forum": "ADMM", "day": "2024-11-20"}, id="another forum"),
        pytest.param({"forum": YEARLY}, id="no date"),
        pytest.param({"forum": YEARLY, "day": "2024-11-20", "status": "cancelled"}, id="cancelled"),
        pytest.param({"forum": YEARLY, "day": "1999-11-20"}, id="a year without an edition"),
    ],
)
def test_what_belongs_to_no_edition_is_not_counted(made: Make, values: dict[str, object]) -> None:
    shown = made({"countries": "IND;JPN", **values}).engagements
    assert forum_calendar(shown, [YEARLY], NEWEST)["engagements"].sum() == 0


def test_editions_come_the_latest_first_and_say_what_is_ahead(made: Make) -> None:
    table = forum_calendar(made({}).engagements, known_forums(), NEWEST)
    assert table["start"].is_monotonic_decreasing
    assert len(table) == sum(len(editions(name)) for name in known_forums())
    assert (table["ahead"] == (table["start"] > NEWEST)).all()
    assert not forum_calendar(made({}).engagements, [YEARLY], None)["ahead"].any()


def test_a_forum_without_known_editions_gives_an_empty_table(made: Make) -> None:
    table = forum_calendar(made({}).engagements, ["No Such Forum"], NEWEST)
    assert (list(table.columns), len(table)) == (list(COLUMNS), 0)
