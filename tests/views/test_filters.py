from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from core.views.dataset import Dataset
from core.views.filters import Filters, elsewhere, leave_one_out, narrow, total
from core.views.filters_said import describe

Make = Callable[..., Dataset]
ANY = Filters(tracks=())


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {
            "day": "2024-11-20", "last": "2024-11-22", "countries": "IND;LAO", "kind": "visit", "host_country": "LAO",
            "city": "Vientiane", "source": "Wire", "evidence": "He flew to Laos.", "confidence": 0.9,
            "independent_sources": 3, "conflicts": "city;date",
        },
        {
            "day": "2024-11-21", "countries": "IND;JPN", "forum": "ADMM-Plus", "confidence": 0.7,
            "independent_sources": 2, "flags": "office holder;weekday",
            "evidence": "Talks on Réfuelling were held.",
        },
        {
            "day": "2024-12-01", "last": "2024-12-31", "date_precision": "month", "countries": "IND;RUS",
            "status": "planned", "evidence": "A visit to Moscow is planned.", "source": "Wire",
        },
        {"countries": "IND;JPN;USA", "kind": "multilateral", "evidence": "They met at some time.", "people": "Kihara"},
        {"day": "2023-05-02", "countries": "JPN;USA", "track": "leaders", "evidence": "The two leaders met."},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        pytest.param(Filters(), "1234", id="the first view leaves leaders out"),
        pytest.param(ANY, "12345", id="all tracks"),
        pytest.param(Filters(tracks=("leaders",)), "5", id="leaders alone"),
        pytest.param(Filters(countries=("JPN",)), "24", id="a country as any side"),
        pytest.param(replace(ANY, countries=("JPN", "USA")), "45", id="two countries are both sides"),
        pytest.param(Filters(countries=("LAO", "JPN")), "", id="two countries that never met"),
        pytest.param(Filters(countries=("FRA",)), "", id="a country that is nowhere"),
        pytest.param(Filters(kinds=("visit", "multilateral")), "14", id="one of two kinds"),
        pytest.param(Filters(statuses=("planned",)), "3", id="a status"),
        pytest.param(Filters(forums=("ADMM-Plus",)), "2", id="a forum"),
        pytest.param(Filters(hosts=("LAO",)), "1", id="a host"),
        pytest.param(Filters(sources=("Wire",)), "13", id="a source"),
        pytest.param(Filters(sources=("Wir",)), "", id="not a part of a source's name"),
        pytest.param(Filters(confidence=0.9), "1", id="confidence includes the floor itself"),
        pytest.param(Filters(told_by=2), "12", id="two sources or more"),
        pytest.param(Filters(told_by=3), "1", id="three sources"),
        pytest.param(Filters(conflicts=("city", "forum")), "1", id="sources differ on one of two fields"),
        pytest.param(Filters(flags=("weekday", "city")), "2", id="one of two flags"),
        pytest.param(Filters(flags=("office",)), "", id="not a part of a flag's name"),
    ],
)
def test_narrow(data: Dataset, filters: Filters, ids: str) -> None:
    assert {key[2:] for key in narrow(data, filters)["engagement_id"]} == set(ids)


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        pytest.param(date(2024, 11, 22), None, "13", id="the last day of a visit counts"),
        pytest.param(date(2024, 11, 23), None, "3", id="the day after does not"),
        pytest.param(None, date(2024, 11, 20), "1", id="its first day counts, leaders stay out"),
        pytest.param(date(2024, 12, 15), date(2024, 12, 15), "3", id="a month may have been that day"),
        pytest.param(date(2025, 1, 1), None, "", id="after all: one without a date is left out"),
        pytest.param(None, None, "1234", id="no period: one without a date is there"),
    ],
)
def test_period(data: Dataset, first: date | None, last: date | None, ids: str) -> None:
    shown = narrow(data, Filters(first=first, last=last))
    assert {key[2:] for key in shown["engagement_id"]} == set(ids)


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        pytest.param("refuelling", "2", id="no accents, no capitals"),
        pytest.param("talks refuelling", "2", id="all words, in any order"),
        pytest.param("refuelling moscow", "", id="not one of two"),
        pytest.param("kihara", "4", id="a person"),
        pytest.param("vientiane", "1", id="a place that the sentence does not name"),
        pytest.param("   ", "1234", id="blanks ask for nothing"),
        pytest.param("(", "", id="no pattern, just a sign"),
    ],
)
def test_words(data: Dataset, search: str, ids: str) -> None:
    assert {key[2:] for key in narrow(data, Filters(search=search))["engagement_id"]} == set(ids)


def test_rows_come_newest_first_and_undated_last(data: Dataset) -> None:
    assert narrow(data, ANY)["engagement_id"].tolist() == ["e-3", "e-2", "e-1", "e-5", "e-4"]


def test_totals_are_of_the_tracks_looked_at(data: Dataset) -> None:
    asked = Filters(countries=("RUS",))
    assert (len(narrow(data, asked)), total(data, asked), elsewhere(data, asked)) == (1, 4, 1)
    assert (total(data, ANY), elsewhere(data, ANY)) == (5, 0)


def test_leave_one_out_counts_what_each_way_gives(data: Dataset) -> None:
    asked = Filters(countries=("JPN", "LAO"), kinds=("visit",))
    choices = {choice.name: choice.rows for choice in leave_one_out(data, asked)}
    assert choices == {"Without “Japan”": 1, "Without “Laos”": 0, "All kinds": 0, "All tracks": 0}


def test_leave_one_out_gives_the_filters_that_give_the_rows(data: Dataset) -> None:
    asked = Filters(countries=("JPN", "LAO"), search="flew", first=date(2024, 1, 1))
    for choice in leave_one_out(data, asked):
        assert len(narrow(data, choice.filters)) == choice.rows


@pytest.mark.parametrize(
    ("filters", "who", "rest"),
    [
        pytest.param(
            Filters(countries=("IND", "RUS"), kinds=("bilateral",), first=date(2022, 1, 1), last=date(2024, 12, 31)),
            "India with Russia", "bilaterals, 2022 to 2024", id="a pair",
        ),
        pytest.param(Filters(countries=("IND", "JPN", "USA")), "India with Japan and United States", "all dates", id="three"),
        pytest.param(Filters(), "All countries", "all dates", id="nothing"),
        pytest.param(
            Filters(statuses=("planned", "cancelled"), forums=("ADMM-Plus",)),
            "All countries", "planned or cancelled, at ADMM-Plus, all dates", id="status and forum",
        ),
        pytest.param(Filters(tracks=()), "All countries", "all tracks, all dates", id="all tracks"),
        pytest.param(
            Filters(search=" air  refuelling ", hosts=("LAO",), sources=("Wire",), confidence=0.8),
            "All countries",
            "in Laos, with the words “air  refuelling”, told by Wire, confidence 0.80 or more, all dates",
            id="the rest",
        ),
        pytest.param(
            Filters(told_by=2, conflicts=("host_country", "city"), flags=("weekday",)),
            "All countries",
            "told by 2 independent sources or more, sources differ on host country or city, flagged for weekday, all dates",
            id="sources, conflicts and flags",
        ),
    ],
)  # fmt: skip
def test_describe(filters: Filters, who: str, rest: str) -> None:
    assert describe(filters) == (who, rest)


@pytest.fixture
def more(made: Make) -> Dataset:
    def minister(number: int, country: str) -> dict[str, str]:
        return {
            "engagement_id": f"e-{number}",
            "country": country,
            "person": "A",
            "office": "Defence Minister",
        }

    data = made(
        {
            "day": "2022-05-01", "countries": "IND;IRN", "topics": "cyber;space", "outcomes": "signed a pact",
            "published": "2025-01-01",
        },
        {"day": "2024-05-01", "last": "2024-05-31", "date_precision": "month", "countries": "IND;IRN"},
        {"day": "2024-06-10", "countries": "IND;JPN", "topics": "space", "reliability": "B"},
        {"day": "2024-06-11", "countries": "IND;PAK;RUS", "kind": "multilateral"},
        {"countries": "FRA;IND"},
        participants=(minister(3, "IND"), minister(3, "JPN")),
    )  # fmt: skip
    told = {"report_id": "r-1", "field": "outcomes", "value": "signed a pact", "start": 0, "end": 1}
    return replace(data, fields=pd.DataFrame([told | {"rule": "outcome: agreement signed"}]))


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        pytest.param(Filters(groups=("Quad",)), "3", id="the home side is no partner, though a member"),
        pytest.param(Filters(groups=("SCO",)), "24", id="Iran joined in 2023: not yet in 2022"),
        pytest.param(Filters(groups=("SCO",), countries=("RUS",)), "4", id="a member besides the country asked for"),
        pytest.param(Filters(groups=("NATO", "Quad")), "35", id="one of two groups; no date goes by the newest"),
        pytest.param(Filters(groups=("Region: Western Europe",)), "5", id="a region"),
        pytest.param(Filters(groups=("No Such Group",)), "", id="an unknown group"),
        pytest.param(Filters(levels=("minister",)), "3", id="a level"),
        pytest.param(Filters(levels=("not told",)), "1245", id="a level that is not told"),
        pytest.param(Filters(topics=("cyber",)), "1", id="a topic"),
        pytest.param(Filters(topics=("cyber", "space")), "13", id="one of two topics"),
        pytest.param(Filters(outcomes=("agreement signed",)), "1", id="a type of outcome"),
        pytest.param(Filters(outcomes=("contract signed",)), "", id="another type"),
        pytest.param(Filters(reliabilities=("B",)), "3", id="a reliability"),
        pytest.param(Filters(first=date(2024, 5, 15), last=date(2024, 6, 30)), "234", id="could overlap"),
        pytest.param(
            Filters(first=date(2024, 5, 15), last=date(2024, 6, 30), certain=True), "34", id="certainly within"
        ),
        pytest.param(Filters(first=date(2024, 5, 1), certain=True), "234", id="a whole month within"),
        pytest.param(Filters(certain=True), "12345", id="certainly, but no period"),
    ],
)  # fmt: skip
def test_more_filters(more: Dataset, filters: Filters, ids: str) -> None:
    assert {key[2:] for key in narrow(more, filters)["engagement_id"]} == set(ids)


def test_more_filters_in_words() -> None:
    asked = Filters(
        groups=("Quad",), levels=("minister",), topics=("cyber",), first=date(2024, 1, 1), certain=True
    )
    assert describe(asked)[1] == (
        "with members of Quad, at the level of minister, about cyber, since 1 Jan 2024, certainly"
    )


def test_an_empty_collection_narrows_to_nothing(made: Make) -> None:
    assert (
        len(
            narrow(made(), Filters(countries=("IND",), search="x", sources=("Wire",), first=date(2024, 1, 1)))
        )
        == 0
    )
