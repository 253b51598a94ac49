"""Each flag beside its near miss, with words and sources that people can check."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.engagements.calendar import dated
from core.engagements.flags import find_flags
from core.model import Document, Engagement, FieldSource, FlagCode, Kind, Person, Report, Status, When
from core.run import parse

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds" / "texts"
SCO = "SCO Defence Ministers' Meeting"
DAY = date(2024, 11, 21)


def report(**changes: Any) -> Report:
    plain = Report("d", Kind.BILATERAL, when=When.on(DAY), countries=("AUS", "IND"), report_id="r-1")
    return replace(plain, **changes)


def flags(told: Report, published: date | None = DAY) -> list[tuple[FlagCode, str, str]]:
    best = dated(told, published)
    found = find_flags(Engagement("E-1", best, (told,)), {"d": Document("d", "", published=published)})
    assert all(flag.basis and flag.engagement_id == "E-1" for flag in found)
    assert all(flag.report_id == ("" if flag.flag is FlagCode.CALENDAR else "r-1") for flag in found)
    return [(flag.flag, flag.field, flag.detail) for flag in found]


def stated(field: str, value: str) -> tuple[FieldSource, ...]:
    return (FieldSource(field, value, 0, 1, "rule"),)


def named(name: str, country: str, office: str, **changes: Any) -> Report:
    return report(people=(Person(name, country, office),), **changes)


@pytest.mark.parametrize(
    ("told", "detail"),
    [
        pytest.param(
            named("Pat Conroy", "AUS", "Defence Minister"),
            "Pat Conroy is named as Defence Minister of Australia, on 21 Nov 2024, but held another office then: "
            "Minister for Defence Industry; Richard Marles was Defence Minister.",
            id="another office",
        ),
        pytest.param(
            named("Linda Reynolds", "AUS", "Defence Minister"),
            "Linda Reynolds is named as Defence Minister of Australia, on 21 Nov 2024, but held it from 29 May 2019 "
            "to 29 Mar 2021; Richard Marles was Defence Minister.",
            id="at another time",
        ),
        pytest.param(named("Richard Marles", "AUS", "Defence Minister"), "", id="who held it"),
        pytest.param(named("Marles", "AUS", "Defence Minister"), "", id="by surname"),
        pytest.param(named("Lloyd J. Austin", "USA", "Defence Secretary"), "", id="the minister by another title"),
        pytest.param(named("Pat Conroy", "AUS", "Minister for Defence Industry"), "", id="the office that he held"),
        pytest.param(named("Jane Nobody", "AUS", "Defence Minister"), "", id="nobody the lexicon knows"),
        pytest.param(named("Pat Conroy", "AUS", "Commander"), "", id="an office that many hold"),
        pytest.param(named("Pat Conroy", "", "Defence Minister"), "", id="of no country"),
        pytest.param(
            named("James Heappey", "GBR", "Defence Minister", when=When.on(date(2024, 2, 26))),
            "",
            id="a deputy with the title of a minister",
        ),
        pytest.param(named("Pat Conroy", "AUS", "Defence Minister", when=When()), "", id="no day to hold it against"),
        pytest.param(named("Pat Conroy", "AUS", "Defence Minister", background=True), "", id="told as background"),
        pytest.param(
            named("Linda Reynolds", "AUS", "Defence Minister", fields=stated("office_stated", "Linda Reynolds: former")),
            "",
            id="the text says former",
        ),
    ],
)  # fmt: skip
def test_office_holder(told: Report, detail: str) -> None:
    assert flags(told) == ([(FlagCode.OFFICE, "people", detail)] if detail else [])


def test_an_office_held_when_the_document_was_written_is_a_later_title() -> None:
    told = named("Richard Marles", "AUS", "Defence Minister", when=When.on(date(2021, 5, 1)))
    assert flags(told, date(2024, 1, 1)) == []
    assert [flag for flag, _, _ in flags(told, date(2021, 5, 2))] == [FlagCode.OFFICE]


EIGHT = {"forum": SCO, "fields": stated("members_stated", "SCO: 8")}


@pytest.mark.parametrize(
    ("told", "published", "flagged"),
    [
        pytest.param(report(**EIGHT), DAY, True, id="written after the ninth joined"),
        pytest.param(report(**EIGHT, when=When.on(date(2023, 4, 28))), date(2023, 4, 28), False, id="written before"),
        pytest.param(report(**EIGHT), None, True, id="only the engagement's day tells when"),
        pytest.param(report(**EIGHT, when=When()), None, False, id="nothing tells when"),
        pytest.param(report(forum=SCO, fields=stated("members_stated", "SCO: 10")), DAY, False, id="right"),
        pytest.param(report(forum=SCO, fields=stated("members_stated", "SCO: 7")), DAY, False, id="a number it never had"),
    ],
)  # fmt: skip
def test_members(told: Report, published: date | None, *, flagged: bool) -> None:
    told_of = (
        "The text gives the SCO 8 members, as it had until 3 Jul 2023; on 21 Nov 2024 it had 10 "
        "(Belarus and Iran joined)."
    )
    assert flags(told, published) == ([(FlagCode.MEMBERS, "forum", told_of)] if flagged else [])


@pytest.mark.parametrize(
    ("code", "written", "detail"),
    [
        pytest.param(
            "BLR",
            date(2023, 4, 28),
            "The text lists Belarus as a member of the SCO; on 28 Apr 2023 it was none: it joined on 4 Jul 2024.",
            id="a year early",
        ),
        pytest.param("BLR", date(2024, 7, 4), "", id="on the day it joined"),
        pytest.param("IND", date(2023, 4, 28), "", id="a member"),
        pytest.param("TUR", date(2023, 4, 28), "", id="a guest that never joined"),
    ],
)
def test_listed_as_a_member(code: str, written: date, detail: str) -> None:
    told = report(forum=SCO, when=When(), fields=stated("member_stated", f"SCO: {code}"))
    assert flags(told, written) == ([(FlagCode.MEMBERS, "forum", detail)] if detail else [])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param(
            report(fields=stated("weekday_stated", "Friday")),
            (FlagCode.WEEKDAY, "date", "The text says Friday, but 21 Nov 2024 was a Thursday."),
            id="weekday",
        ),
        pytest.param(report(fields=stated("weekday_stated", "Thursday")), None, id="the right weekday"),
        pytest.param(
            report(when=When.on(date(2024, 11, 25))),
            (FlagCode.AHEAD, "date", "Told as held on 25 Nov 2024, in a document of 21 Nov 2024."),
            id="held after the document",
        ),
        pytest.param(report(when=When.on(date(2024, 11, 22))), None, id="a day on, in another time zone"),
        pytest.param(report(when=When.on(date(2024, 11, 25)), status=Status.PLANNED), None, id="planned"),
        pytest.param(
            report(city="Vientiane", host_country="THA"),
            (FlagCode.CITY, "city", "Vientiane is in Laos, not in Thailand."),
            id="a city elsewhere",
        ),
        pytest.param(report(city="Vientiane", host_country="LAO"), None, id="a city at home"),
        pytest.param(report(city="Hyderabad", host_country="PAK"), None, id="a name of two cities"),
        pytest.param(report(city="Nowhere", host_country="PAK"), None, id="a city that is not listed"),
        pytest.param(
            report(forum="ADMM-Plus", edition="10th"),
            (FlagCode.EDITION, "edition", "Dated 21 Nov 2024, but the 10th ADMM-Plus took place on 16 Nov 2023."),
            id="the number of another year",
        ),
        pytest.param(report(forum="ADMM-Plus", edition="11th"), None, id="the right number"),
        pytest.param(report(forum="Aero India", edition="2023"), None, id="talks before a show of the next year"),
        pytest.param(
            report(kind=Kind.MULTILATERAL, forum=SCO),
            (FlagCode.EDITION, "date", "Dated 21 Nov 2024, but the SCO Defence Ministers' Meeting 2024 took place on 26 Apr 2024."),
            id="a forum on another day",
        ),
        pytest.param(report(kind=Kind.MULTILATERAL, forum=SCO, when=When.on(date(2024, 4, 25))), None, id="on its eve"),
        pytest.param(report(forum=SCO), None, id="talks of a forum that do not say where"),
        pytest.param(
            report(forum=SCO, city="New Delhi", host_country="IND"),
            (FlagCode.EDITION, "date", "Dated 21 Nov 2024, but the SCO Defence Ministers' Meeting 2023 took place on 28 Apr 2023."),
            id="talks in the city of a forum, long after it",
        ),
        pytest.param(report(forum=SCO, city="New Delhi", host_country="IND", when=When.on(date(2023, 4, 20))), None, id="a week before it"),
        pytest.param(report(kind=Kind.MULTILATERAL, forum="NATO Defence Ministers' Meeting"), None, id="a forum that meets oftener"),
    ],
)  # fmt: skip
def test_dates_and_places(told: Report, expected: tuple[FlagCode, str, str] | None) -> None:
    assert flags(told) == ([expected] if expected else [])


def test_calendar_explains_itself() -> None:
    told = report(when=When(), forum=SCO, city="Qingdao", host_country="CHN")
    assert flags(told, None) == [
        (
            FlagCode.CALENDAR,
            "date",
            "Dated from the forum calendar: no report tells a date; the SCO Defence Ministers' Meeting 2025, Qingdao, "
            "took place on 25 to 26 Jun 2025.",
        )
    ]


@pytest.fixture(scope="module")
def seeds() -> dict[str, Engagement]:
    """The engagements of the project's first articles, by document and countries."""
    if not SEEDS.is_dir():
        pytest.skip("the first articles are not beside the project")
    found = parse([SEEDS]).engagements
    return {f"{e.best.doc_id[:3]} {' '.join(e.best.countries)}": e for e in found}


def test_seeds(seeds: dict[str, Engagement]) -> None:
    khrenin, conroy = seeds["002 BLR IND"], seeds["003 AUS IND"]
    assert khrenin.best.when == When.on(date(2025, 6, 25), date(2025, 6, 26))
    assert [flag.flag for flag in khrenin.flags] == [FlagCode.CALENDAR]
    assert [(flag.flag, "Richard Marles was" in flag.detail) for flag in conroy.flags] == [
        (FlagCode.OFFICE, True)
    ]


@pytest.mark.parametrize(
    ("published", "flagged"),
    [
        pytest.param(date(2025, 7, 1), True, id="written after the ninth joined"),
        pytest.param(date(2023, 5, 1), False, id="written before"),
        pytest.param(None, False, id="nobody knows when it was written"),
    ],
)
def test_seed_of_eight_members(published: date | None, *, flagged: bool) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the first articles are not beside the project")
    farm = next(SEEDS.glob("004_*"))
    codes = {f.flag for e in parse([farm], published=published).engagements for f in e.flags}
    assert (FlagCode.MEMBERS in codes) == flagged
