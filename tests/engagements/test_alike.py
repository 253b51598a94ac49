"""What speaks for and against two reports being of one engagement."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.engagements.blocks import block
from core.engagements.merge import merge
from core.model import DateBasis, Decision, Document, Kind, MergeDecision, Person, Report, Status, When

DAY = When.on(date(2023, 4, 28))
SHOIGU, SINGH = (
    Person("Sergei Shoigu", "RUS", "Defence Minister"),
    Person("Rajnath Singh", "IND", "Defence Minister"),
)
ONE = Report(
    "one.txt",
    Kind.BILATERAL,
    when=DAY,
    date_basis=DateBasis.EXPLICIT,
    countries=("IND", "RUS"),
    host_country="IND",
    city="New Delhi",
    forum="SCO Defence Ministers' Meeting",
    people=(SHOIGU, SINGH),
    evidence="The two ministers met.",
)
GATHERING = replace(ONE, kind=Kind.MULTILATERAL, countries=("CHN", "IND", "KAZ", "RUS"), people=(SINGH,))
DRILL = replace(
    ONE, kind=Kind.EXERCISE, forum="Indra", city="", host_country="", people=(), when=When.on(date(2023, 4, 20), date(2023, 4, 28))
)  # fmt: skip
VISIT = replace(ONE, kind=Kind.VISIT, forum="", when=When.on(date(2023, 4, 27), date(2023, 4, 29)))
CALL = replace(ONE, kind=Kind.CALL, forum="", city="", host_country="")


def on(day: int, month: int = 4, basis: DateBasis = DateBasis.EXPLICIT) -> dict[str, Any]:
    return {"when": When.on(date(2023, month, day)), "date_basis": basis}


def decided(one: Report, **changes: Any) -> MergeDecision | None:
    """What was decided on `one` and the same with changes in another document; it does not depend on the order."""
    other = replace(one, **{"doc_id": "other.txt", "evidence": "They met."} | changes)
    papers = [Document("one.txt", "a"), Document("other.txt", "b")]
    found = [merge(order, papers) for order in ([one, other], [other, one])]
    assert found[0].decisions == found[1].decisions
    assert (len(found[0].engagements) == 1) is any(d.merged for d in found[0].decisions)
    return found[0].decisions[0] if found[0].decisions else None


@pytest.mark.parametrize(
    ("one", "changes", "kind"),
    [
        pytest.param(ONE, {}, Decision.SAME_DAY, id="all the same"),
        pytest.param(ONE, {"city": "", "host_country": "", "forum": "", "people": ()}, Decision.SAME_DAY, id="countries and day alone"),
        pytest.param(ONE, {"city": "NEW DELHI"}, Decision.SAME_DAY, id="in capitals"),
        pytest.param(ONE, {"people": (Person("Sergey Shoygu", "RUS"),)}, Decision.SAME_DAY, id="another spelling"),
        pytest.param(ONE, {"people": (Person("Shoigu", "RUS"),)}, Decision.SAME_DAY, id="a surname alone"),
        pytest.param(ONE, {"when": When.on(date(2023, 4, 27), date(2023, 4, 29))}, Decision.OVERLAPPING, id="days that hold it"),
        pytest.param(ONE, {"status": Status.PLANNED}, Decision.PLANNED, id="planned, then held"),
        pytest.param(ONE, {"status": Status.PLANNED} | on(25), Decision.MOVED, id="planned for three days before"),
        pytest.param(replace(ONE, status=Status.PLANNED), {"status": Status.CANCELLED}, Decision.CALLED_OFF, id="planned, then cancelled"),
        pytest.param(ONE, {"status": Status.CANCELLED, "evidence": "The talks were postponed."} | on(3), Decision.MOVED, id="put off, held weeks later"),
        pytest.param(ONE, on(29, basis=DateBasis.HEADER), Decision.CLOSE, id="a day later by the document's own date"),
        pytest.param(ONE, {"when": When.in_month(2023, 4)}, Decision.VAGUE, id="some day of that month"),
        pytest.param(ONE, {"when": When.in_year(2023)}, Decision.VAGUE, id="that year, at the same forum"),
        pytest.param(ONE, {"when": When()}, Decision.UNDATED, id="no date, same forum and city"),
        pytest.param(replace(ONE, forum=""), {"when": When(), "evidence": "They met on Friday."}, Decision.UNDATED, id="no date, the right weekday"),
        pytest.param(ONE, {"forum": "2+2 Ministerial Dialogue"}, Decision.SAME_DAY, id="a name for any dialogue"),
        pytest.param(VISIT, {"when": When.on(date(2023, 4, 30))}, Decision.CLOSE, id="a visit that ends a day later"),
        pytest.param(VISIT, {"city": "Goa"}, Decision.SAME_DAY, id="a visit to two cities"),
        pytest.param(CALL, {}, Decision.SAME_DAY, id="a call"),
        pytest.param(GATHERING, {"countries": ("IND", "PAK")}, Decision.SAME_DAY, id="gathering: other countries listed"),
        pytest.param(GATHERING, {"forum": "", "countries": ("CHN", "IND", "RUS")}, Decision.SAME_DAY, id="gathering: no forum told"),
        pytest.param(GATHERING, {"people": (Person("Ajay Kumar", "IND", "Defence Secretary"),)}, Decision.SAME_DAY, id="gathering: another of the delegation"),
        pytest.param(DRILL, {"when": When.on(date(2023, 5, 2))}, Decision.CLOSE, id="exercise: the day after its end"),
        pytest.param(DRILL, {"forum": "Exercise INDRA 2023"}, Decision.SAME_DAY, id="exercise: its name in full"),
    ],
)  # fmt: skip
def test_one_engagement(one: Report, changes: dict[str, Any], kind: Decision) -> None:
    found = decided(one, **changes)
    assert found is not None
    assert (found.merged, found.kind) == (True, kind)


@pytest.mark.parametrize(
    ("one", "changes", "kind"),
    [
        pytest.param(ONE, {"doc_id": "one.txt"}, Decision.ONE_DOCUMENT, id="told twice in one document"),
        pytest.param(ONE, on(29), Decision.NEAR_DAY, id="the next day, both stated outright"),
        pytest.param(ONE, {"people": ()} | on(30, basis=DateBasis.RELATIVE), Decision.NEAR_DAY, id="two days later, nobody named"),
        pytest.param(ONE, on(28, 5), None, id="a month later"),
        pytest.param(ONE, {"when": When.in_month(2023, 5)}, None, id="another month"),
        pytest.param(ONE, {"host_country": "UZB", "city": "Tashkent"}, Decision.NEAR_PLACE, id="another country's soil"),
        pytest.param(ONE, {"city": "Goa"}, Decision.NEAR_PLACE, id="another city"),
        pytest.param(ONE, {"people": (Person("Andrei Belousov", "RUS", "Defence Minister"),)}, Decision.NEAR_PEOPLE, id="another minister"),
        pytest.param(ONE, {"people": (Person("Vladimir Putin", "RUS", "President"),)}, Decision.NEAR_LEVEL, id="the president"),
        pytest.param(ONE, {"forum": "IRIGC-M&MTC"}, Decision.NEAR_FORUM, id="a commission of its own"),
        pytest.param(ONE, {"status": Status.CANCELLED}, Decision.NEAR_STATUS, id="cancelled"),
        pytest.param(ONE, {"status": Status.CANCELLED, "evidence": "The talks were called off."} | on(3), None, id="called off weeks before, not put off"),
        pytest.param(replace(ONE, forum=""), {"when": When.in_year(2023)}, None, id="that year, no forum"),
        pytest.param(replace(ONE, forum=""), {"when": When()}, None, id="no date, no forum, no weekday"),
        pytest.param(replace(ONE, forum=""), {"when": When(), "evidence": "They met on Monday."}, None, id="no date, the wrong weekday"),
        pytest.param(replace(ONE, forum="Shangri-La Dialogue", city="Singapore", host_country="SGP"), {"when": When()}, None, id="no date, a forum that comes back to its city"),
        pytest.param(ONE, {"kind": Kind.VISIT}, None, id="the talks and the visit"),
        pytest.param(ONE, {"kind": Kind.CALL}, None, id="the talks and a call"),
        pytest.param(ONE, {"countries": ("BLR", "IND")}, None, id="other countries"),
        pytest.param(GATHERING, {"forum": "ADMM-Plus"}, Decision.NEAR_FORUM, id="gathering: another forum"),
        pytest.param(GATHERING, {"when": When.in_year(2022)}, None, id="gathering: another year"),
        pytest.param(GATHERING, {"evidence": "A trilateral was held.", "countries": ("CHN", "IND", "RUS")}, Decision.NEAR_SIDES, id="gathering: three of them apart"),
        pytest.param(DRILL, {"forum": "Yudh Abhyas"}, Decision.NEAR_FORUM, id="exercise: another one"),
        pytest.param(DRILL, {"when": When.on(date(2023, 9, 2))}, None, id="exercise: its next edition"),
    ],
)  # fmt: skip
def test_two_engagements(one: Report, changes: dict[str, Any], kind: Decision | None) -> None:
    found = decided(one, **changes)
    assert (found.kind if found else None) == kind
    assert found is None or not found.merged


@pytest.mark.parametrize(
    ("one", "changes", "reasons"),
    [
        pytest.param(ONE, {"people": (SHOIGU,)}, ["same two countries: India and Russia", "both on 28 Apr 2023", "both in New Delhi", "both name Sergei Shoigu", "both at SCO Defence Ministers' Meeting"], id="merged"),
        pytest.param(ONE, on(29), ["days differ: on 28 Apr 2023 and on 29 Apr 2023, both stated outright"], id="days"),
        pytest.param(ONE, {"city": "Goa"}, ["places differ: New Delhi and Goa"], id="places"),
        pytest.param(ONE, {"status": Status.PLANNED}, ["one announces it, the other says that it was held"], id="planned"),
        pytest.param(ONE, {"people": (Person("Vladimir Putin", "RUS", "President"),)}, ["people differ: Sergei Shoigu, Defence Minister and Vladimir Putin, President"], id="people"),
        pytest.param(replace(ONE, forum=""), {"when": When(), "evidence": "They met on Friday."}, ["one tells no date, the other on 28 Apr 2023", "that day was a Friday, as the undated one says"], id="a weekday"),
        pytest.param(GATHERING, {"forum": "ADMM-Plus"}, ["forums differ: ADMM-Plus and SCO Defence Ministers' Meeting"], id="forums"),
        pytest.param(DRILL, {"countries": ("CHN", "IND", "RUS")}, ["both of Indra", "both name India and Russia"], id="exercise"),
    ],
)  # fmt: skip
def test_reasons(one: Report, changes: dict[str, Any], reasons: list[str]) -> None:
    found = decided(one, **changes)
    assert found is not None
    told = " | ".join(found.reasons)
    for reason in reasons:
        first, *rest = reason.split(": ", 1)
        turned = f"{first}: {' and '.join(reversed(rest[0].split(' and ')))}" if rest else reason
        assert reason in told or turned in told


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        pytest.param(ONE, replace(ONE, city="Goa"), True, id="two sides: place does not part them"),
        pytest.param(ONE, replace(ONE, countries=("BLR", "IND")), False, id="two sides: other countries"),
        pytest.param(ONE, replace(ONE, kind=Kind.EXERCISE), False, id="talks and exercise"),
        pytest.param(GATHERING, replace(GATHERING, countries=("CHN", "IND")), True, id="gathering: other countries"),
        pytest.param(GATHERING, replace(GATHERING, forum=""), True, id="gathering: no forum told"),
        pytest.param(GATHERING, replace(GATHERING, when=When()), True, id="gathering: the calendar knows its year"),
        pytest.param(GATHERING, replace(GATHERING, when=When.in_year(2022)), False, id="gathering: another year"),
        pytest.param(replace(GATHERING, when=When(), city="", host_country=""), GATHERING, False, id="gathering: nobody knows its year"),
    ],
)  # fmt: skip
def test_block(one: Report, two: Report, same: bool) -> None:
    assert (block(one) == block(two)) is same
