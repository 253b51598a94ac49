from collections.abc import Callable
from datetime import date

import pytest

from core.views import summary
from core.views.dataset import Dataset
from core.views.filters import Filters, narrow
from core.views.history import history, recent_years
from core.views.rankings import by_partner
from core.views.vantage import partners, seen_from, title

Make = Callable[..., Dataset]


@pytest.fixture
def data(made: Make) -> Dataset:
    told = (
        {"day": "2024-03-01", "countries": "IND;JPN", "published": "2024-03-02"},
        {"day": "2025-02-10", "countries": "IND;RUS", "forum": "SCO"},
        {"day": "2025-03-01", "countries": "IND;JPN", "published": "2025-03-02"},
        {"day": "2025-03-01", "countries": "IND;USA", "status": "planned"},
        {"day": "2025-03-01", "last": "2025-03-31", "date_precision": "month", "countries": "IND;FRA", "status": "planned"},
        {"day": "2025-01-01", "last": "2025-12-31", "date_precision": "year", "countries": "AUS;IND"},
        {"day": "2025-04-01", "countries": "IND;USA", "status": "planned"},
        {"countries": "IND;USA"},
        {"day": "2025-01-05", "countries": "IND;JPN", "status": "cancelled"},
    )  # fmt: skip
    people = (
        {"engagement_id": "e-1", "country": "JPN", "person": "Kihara"},
        {"engagement_id": "e-3", "country": "JPN", "person": "Kihara"},
        {"engagement_id": "e-3", "country": "IND", "person": "Rao"},
        {"engagement_id": "e-3", "country": "JPN"},
    )
    return made(*told, participants=people)


def ids(frame: object) -> str:
    return " ".join(key[2:] for key in frame["engagement_id"])  # type: ignore[index]


def test_latest_were_held_up_to_now_newest_first(data: Dataset) -> None:
    assert ids(summary.latest(data.engagements, data.newest)) == "3 2 1"


def test_coming_up_includes_a_month_that_is_not_over(data: Dataset) -> None:
    assert ids(summary.coming_up(data.engagements, data.newest)) == "5 7"


def test_no_report_since_is_planned_and_past(data: Dataset) -> None:
    assert ids(summary.no_report_since(data.engagements, data.newest)) == "4"


def test_headlines_count_and_compare_twelve_months(data: Dataset) -> None:
    found = {h.label: h for h in summary.headlines(data, Filters(), "IND")}
    assert {label: h.value for label, h in found.items()} == {
        "Engagements": 9, "Partner countries": 5, "Forums and exercises": 1, "People met": 1,
    }  # fmt: skip
    assert (found["Engagements"].span, found["Engagements"].before, found["Engagements"].after) == (
        "12 months",
        1,
        6,
    )


@pytest.mark.parametrize(
    ("first", "last", "span", "before", "after"),
    [
        pytest.param(
            date(2025, 1, 1), date(2025, 12, 31), "a year before", 1, 7, id="a year and the year before"
        ),
        pytest.param(date(2025, 3, 1), date(2025, 3, 31), "31 days before", 2, 4, id="as many days before"),
    ],
)
def test_headlines_compare_a_period_with_the_one_before(
    data: Dataset, first: date, last: date, span: str, before: int, after: int
) -> None:
    found = summary.headlines(data, Filters(first=first, last=last), "IND")[0]
    assert (found.span, found.before, found.after) == (span, before, after)


def test_headlines_without_a_dated_document_do_not_compare(made: Make) -> None:
    found = summary.headlines(made({"day": "2024-03-01", "countries": "IND;JPN"}), Filters(), None)
    assert found[0].before is None
    assert [h.label for h in found] == ["Engagements", "Countries", "Forums and exercises", "People"]


@pytest.mark.parametrize(
    ("described", "said"),
    [
        pytest.param([{"day": "2024-03-01"}, {"day": "2025-02-01"}], "Mar 2024 to Feb 2025", id="two months"),
        pytest.param([{"day": "2024-03-01"}, {"day": "2024-03-20"}], "Mar 2024", id="one month"),
        pytest.param([{}], "", id="no date"),
    ],
)
def test_span_of(made: Make, described: list[dict[str, str]], said: str) -> None:
    assert summary.span_of(made(*described).engagements) == said


def test_history_of_a_pair(data: Dataset) -> None:
    pair = ("IND", "JPN")
    found = history(narrow(data, Filters(countries=pair)), pair, data.newest)
    assert (found.title, found.first, found.last_held) == (
        "India and Japan: history",
        "1 Mar 2024",
        "1 Mar 2025",
    )
    assert (found.days_since, found.planned) == ("1", 0)


def test_history_counts_what_is_announced(data: Dataset) -> None:
    found = history(narrow(data, Filters(countries=("USA",))), ("USA",), data.newest)
    assert (found.first, found.last_held, found.days_since, found.planned) == (
        "none reported", "none reported", "not told", 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("countries", "chosen", "usual", "home"),
    [
        pytest.param(["IND;JPN", "IND;USA", "JPN;USA"], (), None, "IND", id="a side of more than half"),
        pytest.param(
            ["IND;JPN", "JPN;USA", "FRA;USA", "FRA;IND"], (), None, None, id="half is not more than half"
        ),
        pytest.param(["IND;JPN", "IND;JPN"], (), "JPN", "JPN", id="of two in all, the usual one"),
        pytest.param(["IND;JPN", "IND;USA"], ("USA",), "IND", "USA", id="the one chosen"),
        pytest.param([], (), "IND", None, id="no rows"),
    ],
)
def test_seen_from(
    made: Make, countries: list[str], chosen: tuple[str, ...], usual: str | None, home: str | None
) -> None:
    shown = made(*({"countries": cell} for cell in countries)).engagements
    assert seen_from(shown, chosen, usual) == home


def test_partners_are_those_beside_the_home_side(made: Make) -> None:
    shown = made({"countries": "IND;JPN;USA"}, {"countries": "FRA;JPN"}).engagements
    assert sorted(partners(shown, "IND")["country"]) == ["JPN", "USA"]
    assert sorted(partners(shown, None)["country"]) == ["FRA", "IND", "JPN", "JPN", "USA"]


def test_titles_name_the_home_side() -> None:
    assert title("Partners", "IND") == "Partners of India"
    assert title("Partners", None) == "Countries"


def test_recent_years_keep_the_last_thirteen(made: Make) -> None:
    shown = made(
        {"day": "1992-05-01", "countries": "IND;JPN"}, {"day": "2025-05-01", "countries": "IND;JPN"}
    ).engagements
    name, years = recent_years(by_partner(shown, "IND"), shown)
    assert (name, years) == ("2013–2025", [[0] * 12 + [1]])


@pytest.mark.parametrize(
    ("described", "name", "years"),
    [
        pytest.param({"day": "2024-05-01"}, "2024", [[1]], id="one year"),
        pytest.param({}, "Years", [[]], id="no date"),
    ],
)
def test_recent_years_of_few(
    made: Make, described: dict[str, str], name: str, years: list[list[int]]
) -> None:
    shown = made({"countries": "IND;JPN"} | described).engagements
    assert recent_years(by_partner(shown, "IND"), shown) == (name, years)
