"""Each field takes the best supported value; all values that differ stay, with who tells them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.documents.signature import signature
from core.engagements.merge import merge
from core.model import Conflict, DateBasis, Document, Engagement, Kind, Person, Report, Status, When

DAY = date(2023, 4, 28)
SINGH = Person("Rajnath Singh", "IND", "Defence Minister")
SHOIGU = Person("Sergei Shoigu", "RUS", "Defence Minister")
OWN = {name: " ".join(f"{name}{number}" for number in range(20)) for name in "abcde"}  # no wording in common
AGENCY = "The two defence ministers met on Friday in the capital and spoke at length about all that binds their armies"


def report(doc: str, **changes: Any) -> Report:
    told = Report(
        doc, Kind.BILATERAL, when=When.on(DAY), date_basis=DateBasis.RELATIVE, countries=("IND", "RUS"), host_country="IND",
        city="New Delhi", people=(SINGH, SHOIGU), evidence=OWN[doc], confidence=0.5,
    )  # fmt: skip
    return replace(told, **changes)


def paper(doc: str, text: str = "", **changes: Any) -> Document:
    written = text or OWN[doc]
    return replace(Document(doc, written, published=DAY, signature=signature(written)), **changes)


def merged(*reports: Report, papers: dict[str, Document] | None = None) -> Engagement:
    """The one engagement of the reports."""
    documents = [(papers or {}).get(r.doc_id, paper(r.doc_id)) for r in reports]
    (found,) = merge(reports, documents).engagements
    return found


def told(found: Engagement, field: str) -> list[tuple[str, int, int, bool]]:
    """The values of a field on which the reports differ: value, reports, independent sources, chosen."""
    return [(c.value, len(c.report_ids), c.sources, c.chosen) for c in found.conflicting if c.field == field]


NEXT = {"when": When.on(date(2023, 4, 29)), "date_basis": DateBasis.HEADER}
OFFICIAL = {"b": paper("b", source="Ministry of Defence", url="https://mod.gov.in/x")}
COPIES = {name: paper(name, f"{AGENCY} {name}") for name in "bc"}
COPIED = {"evidence": AGENCY}


@pytest.mark.parametrize(
    ("reports", "papers", "field", "value"),
    [
        pytest.param([report("a", **NEXT), report("b"), report("c")], {}, "when", When.on(DAY), id="two sources before one"),
        pytest.param([report("a"), report("b", **NEXT)], {}, "when", When.on(DAY), id="a day told before the document's own"),
        pytest.param([report("a", status=Status.PLANNED, when=When.on(date(2023, 4, 26))), report("b", status=Status.PLANNED, when=When.on(date(2023, 4, 26))), report("c")], {}, "when", When.on(DAY), id="held before two announcements"),
        pytest.param([report("a", when=When.in_month(2023, 4)), report("b")], {}, "when", When.on(DAY), id="a day before its month"),
        pytest.param([report("a", kind=Kind.VISIT), report("b", kind=Kind.VISIT, when=When.on(DAY, date(2023, 4, 30)))], {}, "when", When.on(DAY, date(2023, 4, 30)), id="a visit: the span before one day of it"),
        pytest.param([report("a", kind=Kind.VISIT, city="Agra"), report("b", kind=Kind.VISIT, city="Goa")], OFFICIAL, "city", "Goa", id="an official source before another"),
        pytest.param([report("a", forum="2+2 Ministerial Dialogue"), report("b", forum="India-Japan 2+2")], {}, "forum", "India-Japan 2+2", id="a forum of its own before a general name"),
        pytest.param([report("a", people=(SINGH, Person("Shoigu", "RUS"))), report("b")], {}, "people", (SINGH, SHOIGU), id="a full name and an office"),
        pytest.param([report("a", people=(Person("Sergey Shoygu", "RUS", "Minister"),)), report("b", people=(SHOIGU,)), report("c", people=(SHOIGU,))], {}, "people", (SHOIGU,), id="the spelling of most"),
        pytest.param([report("a", status=Status.PLANNED), report("b", status=Status.CANCELLED)], {}, "status", Status.CANCELLED, id="the latest word on what was never held"),
    ],
)  # fmt: skip
def test_best_value(reports: list[Report], papers: dict[str, Document], field: str, value: object) -> None:
    got = getattr(merged(*reports, papers=papers).best, field)
    assert (set(got) if field == "people" else got) == (set(value) if field == "people" else value)  # type: ignore[call-overload]


def test_two_say_one_day_and_one_the_next() -> None:
    found = merged(report("a"), report("b", **NEXT), report("c"))
    assert found.conflicts == ("date",)
    assert told(found, "date") == [("2023-04-28", 2, 2, True), ("2023-04-29", 1, 1, False)]


def test_copies_of_one_text_are_one_source_against_another() -> None:
    visit = {"kind": Kind.VISIT, "when": When.on(DAY), "people": (SINGH,)}
    found = merged(
        report("a", **visit, host_country="RUS", city="Moscow"),
        report("b", **visit | COPIED, host_country="RUS", city="Kazan"),
        report("c", **visit | COPIED, host_country="RUS", city="Kazan"),
        report("d", **visit, host_country="RUS", city="Moscow"),
        papers=COPIES,
    )
    assert (found.best.city, found.sources, found.independent_sources) == ("Moscow", 4, 3)
    assert found.conflicts == ()


@pytest.mark.parametrize(
    ("one", "two", "conflicts"),
    [
        pytest.param({}, {}, (), id="none"),
        pytest.param({"when": When.in_month(2023, 4)}, {}, (), id="a month and its day"),
        pytest.param({"status": Status.PLANNED, "when": When.on(date(2023, 4, 27))}, {}, (), id="a plan that shifted"),
        pytest.param({"when": When.on(date(2023, 4, 27), DAY)}, {}, (), id="days that hold it"),
        pytest.param({"status": Status.PLANNED}, {"status": Status.CANCELLED}, ("status",), id="planned and called off"),
        pytest.param({"forum": "Aero India"}, {"forum": "DefExpo"}, ("forum",), id="two forums"),
        pytest.param({"forum": "ADMM-Plus", "edition": "11th"}, {"forum": "ADMM-Plus", "edition": "2024"}, (), id="number and year of an edition"),
        pytest.param({"city": ""}, {}, (), id="told by one alone"),
        pytest.param({"people": (Person("Sergei Shoigu", "RUS", "Minister"),)}, {}, (), id="an office barely named"),
        pytest.param({"people": (Person("Sergey Shoygu", "RUS", "Security Council Secretary"),)}, {}, ("office",), id="two offices of one person"),
    ],
)  # fmt: skip
def test_what_is_a_conflict(one: dict[str, Any], two: dict[str, Any], conflicts: tuple[str, ...]) -> None:
    assert merged(report("a", **one), report("b", **two)).conflicts == conflicts


def test_offices_are_told_with_the_person() -> None:
    other = Person("Sergey Shoygu", "RUS", "Security Council Secretary")
    found = merged(report("a", people=(other,)), report("b"), report("c"))
    assert found.conflicting == (
        Conflict("office", "Sergei Shoigu (RUS, Defence Minister)", tuple(r.report_id for r in found.reports[1:]), 2, True),
        Conflict("office", "Sergei Shoigu (RUS, Security Council Secretary)", (found.reports[0].report_id,), 1, False),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("papers", "changes", "sources"),
    [
        pytest.param({}, {}, 2, id="two stories"),
        pytest.param(
            {name: paper(name, f"{AGENCY} {name}") for name in "ab"}, {}, 1, id="one text with another end"
        ),
        pytest.param({}, COPIED, 1, id="one sentence word for word in both"),
        pytest.param({name: paper(name, source="The Hindu") for name in "ab"}, {}, 1, id="one outlet"),
    ],
)
def test_independent_sources(papers: dict[str, Document], changes: dict[str, Any], sources: int) -> None:
    found = merged(report("a", **changes), report("b", **changes), papers=papers)
    assert (found.sources, found.independent_sources) == (2, sources)
    assert found.best.confidence == (0.75 if sources == 2 else 0.5)
