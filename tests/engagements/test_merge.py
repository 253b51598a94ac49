"""Reports of one engagement, from any number of documents, become one engagement."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.engagements.merge import merge
from core.model import Document, Engagement, Kind, Person, Report, Status, When

DAY = When.on(date(2023, 4, 28))
SHOIGU, SINGH = Person("Sergei Shoigu", "RUS", "Defence Minister"), Person("Rajnath Singh", "IND")


def report(doc: str, **changes: Any) -> Report:
    return replace(
        Report(
            doc,
            Kind.BILATERAL,
            when=DAY,
            countries=("IND", "RUS"),
            host_country="IND",
            city="New Delhi",
            people=(SHOIGU, SINGH),
            evidence=f"They met ({doc}).",
            confidence=0.5,
        ),
        **changes,
    )


def merged(*reports: Report, texts: dict[str, str] | None = None) -> list[Engagement]:
    names = dict.fromkeys(r.doc_id for r in reports)
    documents = [
        Document(name, (texts or {}).get(name, name), published=date(2023, 4, 29 - place))
        for place, name in enumerate(names)
    ]
    return merge(reports, documents).engagements


@pytest.mark.parametrize(
    ("reports", "sizes"),
    [
        pytest.param([report("a"), report("b")], [2], id="two documents, one meeting"),
        pytest.param([report("a"), report("b"), report("c", city="")], [3], id="three, one without a city"),
        pytest.param(
            [report("a"), report("b", countries=("BLR", "IND"), people=())], [1, 1], id="other countries"
        ),
        pytest.param([report("a"), report("b", when=When.on(date(2023, 6, 1)))], [1, 1], id="other days"),
        pytest.param([report("a"), report("a", city="Goa")], [1, 1], id="two in one document stay two"),
        pytest.param([report("a"), report("b", kind=Kind.EXERCISE)], [1, 1], id="talks and exercise"),
        pytest.param([report("a"), report("b", when=When())], [1, 1], id="no date and no forum to tell"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_how_many(reports: list[Report], sizes: list[int]) -> None:
    assert sorted((len(e.reports) for e in merged(*reports)), reverse=True) == sizes


@pytest.mark.parametrize(
    ("one", "two", "field", "value"),
    [
        pytest.param({"city": ""}, {}, "city", "New Delhi", id="the city that one of them tells"),
        pytest.param({"when": When.in_month(2023, 4)}, {}, "when", DAY, id="the day before the month"),
        pytest.param({"status": Status.PLANNED}, {}, "status", Status.HELD, id="held once it was held"),
        pytest.param({"forum": "ADMM-Plus"}, {}, "forum", "ADMM-Plus", id="the forum that one of them tells"),
        pytest.param(
            {"topics": ("space",)}, {"topics": ("cyber",)}, "topics", ("space", "cyber"), id="topics of both"
        ),
        pytest.param({"background": True}, {}, "background", False, id="news somewhere"),
    ],
)
def test_best_values(one: dict[str, Any], two: dict[str, Any], field: str, value: object) -> None:
    (found,) = merged(report("a", **one), report("b", **two))
    got = getattr(found.best, field)
    assert (
        (sorted(got), len(got)) == (sorted(value), len(value)) if isinstance(value, tuple) else got == value
    )


@pytest.mark.parametrize(
    ("changes", "conflicts"),
    [
        pytest.param({}, (), id="none"),
        pytest.param({"forum": ""}, (), id="told by one only"),
        pytest.param({"forum": "ADMM-Plus"}, ("forum",), id="two forums"),
        pytest.param({"when": When.in_month(2023, 4)}, (), id="vague and exact"),
        pytest.param({"status": Status.PLANNED}, (), id="planned, then held"),
        pytest.param({"when": When.on(date(2023, 4, 27), date(2023, 4, 28))}, (), id="days that hold it"),
    ],
)
def test_conflicts(changes: dict[str, Any], conflicts: tuple[str, ...]) -> None:
    (found,) = merged(
        report("a", forum="Shangri-La Dialogue"), report("b", **{"forum": "Shangri-La Dialogue"} | changes)
    )
    assert found.conflicts == conflicts


@pytest.mark.parametrize(
    ("texts", "sources"),
    [
        pytest.param({"a": "one text", "b": "another"}, 2, id="two texts"),
        pytest.param({"a": "one text", "b": "one text"}, 1, id="the same text twice"),
    ],
)
def test_sources(texts: dict[str, str], sources: int) -> None:
    (found,) = merged(report("a"), report("b"), texts=texts)
    assert (found.sources, len(found.reports)) == (sources, 2)


def test_first_reported_is_the_earliest_document() -> None:
    (found,) = merged(report("a"), report("b"))
    assert found.first_reported == date(2023, 4, 28)


def test_participants_have_their_roles() -> None:
    (found,) = merged(report("a"))
    roles = {(p.country, p.person): p.role for p in found.participants}
    assert roles == {("IND", "Rajnath Singh"): "host", ("RUS", "Sergei Shoigu"): "visitor"}


def test_a_side_without_a_name_is_a_participant() -> None:
    (found,) = merged(report("a", people=(SINGH,)))
    assert [(p.country, p.person) for p in found.participants] == [("IND", "Rajnath Singh"), ("RUS", "")]


def test_a_person_told_by_two_is_one() -> None:
    (found,) = merged(report("a"), report("b", people=(Person("Shoigu", "RUS"), SINGH)))
    assert [p.name for p in found.best.people if p.country == "RUS"] in (["Sergei Shoigu"], ["Shoigu"])


def test_more_reports_make_surer() -> None:
    (found,) = merged(report("a"), report("b"))
    assert found.best.confidence > 0.5


def test_ids_hold_whatever_stands_beside() -> None:
    alone = merge([report("a")], []).reports[0]
    beside = next(r for r in merge([report("0"), report("a"), report("z")], []).reports if r.doc_id == "a")
    assert alone.report_id == beside.report_id
    assert alone.report_id.startswith("r-")


def test_each_report_knows_its_engagement() -> None:
    found = merge([report("a"), report("b"), report("c", countries=("BLR", "IND"))], [])
    named, engagements = found.reports, found.engagements
    assert {r.engagement_id for r in named} == {e.engagement_id for e in engagements}
    for engagement in engagements:
        assert {r.engagement_id for r in engagement.reports} == {engagement.engagement_id}


def test_the_order_of_reports_does_not_matter() -> None:
    some = [
        report("a"),
        report("b", city=""),
        report("c", when=When.in_month(2023, 4)),
        report("d", countries=("BLR", "IND")),
    ]
    shapes = [
        sorted(sorted(r.doc_id for r in e.reports) for e in merge(order, []).engagements)
        for order in (some, some[::-1])
    ]
    assert shapes[0] == shapes[1] == [["a", "b", "c"], ["d"]]


def test_engagements_come_by_day() -> None:
    later = report("b", when=When.on(date(2024, 1, 1)))
    undated = report("c", when=When())
    assert [e.reports[0].doc_id for e in merged(later, undated, report("a"))] == ["a", "b", "c"]
