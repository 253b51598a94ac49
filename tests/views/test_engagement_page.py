"""What stands on the page of one engagement: fields by reports, disagreements, flags, merges, neighbours."""

from collections.abc import Callable
from typing import Any

import pytest

from core.tables.frames import frames
from core.views.dataset import Dataset
from core.views.disagreements import disagreements, disagreements_html
from core.views.merged import joined, joined_html, near_misses
from core.views.neighbours import neighbours
from core.views.record import Record, current_id, find_record
from core.views.second_opinion import grade, known_html, known_of
from core.views.side_by_side import fields_by_reports, table
from tests.views.conftest import engagement, row

Make = Callable[..., Dataset]
TEXTS = {
    "one.txt": "On 13 March the ministers met in Rome. They talked of ships.",
    "two.txt": "It was on 13 March that they met.",
    "three.txt": "A meeting took place in Milan on 14 March <b>2025</b>.",
}


def told(number: int, doc_id: str, **values: Any) -> dict[str, Any]:
    usual = {"day": "2025-03-13", "countries": "IND;ITA", "engagement_id": "E-1", "report_id": f"r-{number}"}
    return engagement(number, **(usual | {"doc_id": doc_id} | values))


@pytest.fixture
def data() -> Dataset:
    """One engagement of three reports that differ on the day, nearly merged with another."""
    reports = [
        told(1, "one.txt", city="Rome", host_country="ITA", topics="ships"),
        told(2, "two.txt", city=""),
        told(3, "three.txt", day="2025-03-14", city="Milan", host_country="ITA", status="planned"),
        told(4, "two.txt", engagement_id="E-4", day="2025-05-01"),
    ]
    first = reports[0] | {"conflicts": "date;city", "flags": "weekday", "reports": 3}
    conflict = {"engagement_id": "E-1", "field": "date"}
    flag = {"engagement_id": "E-1", "flag": "weekday", "field": "date", "basis": "the calendar"}
    at = TEXTS["three.txt"].index("14 March")
    tables = {
        "engagements": [row("engagements", **first), row("engagements", **reports[3])],
        "reports": [row("reports", **values) for values in reports],
        "documents": [
            row("documents", doc_id="one.txt", title="<i>One</i>", source="Press Information Bureau",
                source_kind="official", reliability="B", published="2025-03-14"),
            row("documents", doc_id="two.txt", title="Two"),
            row("documents", doc_id="three.txt", title="Three", copy_of="two.txt"),
        ],
        "fields": [row("fields", report_id="r-3", field="date", value="2025-03-14", start=at, end=at + 8, rule="date")],
        "conflicts": [
            row("conflicts", **conflict, value="2025-03-14", report_ids="r-3", sources=1, chosen=False),
            row("conflicts", **conflict, value="2025-03-13", report_ids="r-1;r-2", sources=2, chosen=True),
        ],
        "flags": [
            row("flags", **flag, report_id="r-1", detail="It was a Thursday."),
            row("flags", **flag, report_id="r-2", detail="It was a Thursday."),
            row("flags", **flag, report_id="r-3", detail="It was a Friday.", dismissed=True),
        ],
        "merges": [
            row("merges", engagement_id="E-1", report_id="r-2", other_report_id="r-1", decision="same day", reasons="both on 13 March;same people"),
            row("merges", engagement_id="E-4", report_id="r-4", other_report_id="r-1", decision="near miss: day", reasons="a month apart"),
        ],
    }  # fmt: skip
    return Dataset.of(frames(tables), TEXTS)


@pytest.fixture
def record(data: Dataset) -> Record:
    found = find_record(data, "E-1")
    assert found is not None
    return found


def test_fields_by_reports(record: Record) -> None:
    fields = {field.label: field for field in fields_by_reports(record)}
    assert list(fields) == ["Kind", "Date", "Place", "Sides", "People", "Topics"]
    assert fields["Date"].taken == "13 Mar 2025"
    assert fields["Date"].told == ("13 Mar 2025", "13 Mar 2025", "14 Mar 2025")
    assert fields["Place"].told == ("Rome, Italy", "", "Milan, Italy")
    assert [label for label, field in fields.items() if field.differ] == ["Date", "Place"]


def test_the_table_marks_what_was_taken_and_what_differs(data: Dataset, record: Record) -> None:
    shown = table(data, record)
    assert shown.count("· taken") == 3, "two reports tell the day that was taken, one the place"
    assert shown.count("#c58a00") == 2, "the other day and the other place"
    assert "&lt;i&gt;One&lt;/i&gt;" in shown
    assert "Press Information Bureau, official · reliability B · 14 Mar 2025" in shown
    assert "announces it" in shown
    assert "copy of Two" in shown
    assert "not told" in shown


def test_disagreements_are_said_in_one_sentence(data: Dataset) -> None:
    (found,) = disagreements(data, "E-1")
    assert found.sentence == "2 sources say 13 Mar 2025, 1 says 14 Mar 2025"
    assert [said.taken for said in found.said] == [True, False]
    shown = disagreements_html(data, [found])
    assert ">14 March</mark>" in shown
    assert "&lt;b&gt;2025&lt;/b&gt;" in shown
    assert "in Milan on" in shown
    assert disagreements(data, "E-4") == []


def test_a_flag_of_two_reports_is_said_once_and_a_dismissed_one_last(data: Dataset) -> None:
    known = known_of(data, "E-1")
    assert [(one.detail, one.doc_ids, one.dismissed) for one in known] == [
        ("It was a Thursday.", ("one.txt", "two.txt"), False),
        ("It was a Friday.", ("three.txt",), True),
    ]
    assert "#c58a00" in known_html(data, known[0])
    assert "Source: the calendar" in known_html(data, known[0])
    assert "#c58a00" not in known_html(data, known[1])
    assert "Weekday, dismissed." in known_html(data, known[1])
    assert known_of(data, "E-4") == []


@pytest.mark.parametrize(
    ("credibility", "sources", "said"),
    [
        pytest.param(6, 1, "Credibility 6, cannot be judged · 1 independent source", id="six"),
        pytest.param(2, 1, "Credibility 2, probably true: an official side tells of it · 1 independent source", id="two"),
        pytest.param(4, 3, "Credibility 4, doubtful · 3 independent sources", id="set by an analyst"),
    ],
)  # fmt: skip
def test_grade(credibility: int, sources: int, said: str) -> None:
    assert grade(credibility, sources) == said


def test_merges_tell_their_reasons_and_near_misses_the_other_engagement(data: Dataset) -> None:
    (decision,) = joined(data, "E-1")
    assert decision.reasons == ("both on 13 March", "same people")
    assert "both on 13 March; same people" in joined_html(data, decision)
    assert "Two and &lt;i&gt;One&lt;/i&gt;" in joined_html(data, decision)
    assert [(miss.engagement_id, miss.reasons) for miss in near_misses(data, "E-1")] == [
        ("E-4", ("a month apart",))
    ]
    assert [miss.engagement_id for miss in near_misses(data, "E-4")] == ["E-1"]
    assert joined(data, "E-4") == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("E-1", "E-1", id="an engagement"),
        pytest.param("E-2", "E-1", id="one whose founding report went to another"),
        pytest.param("E-9", "", id="never given"),
        pytest.param("", "", id="none"),
    ],
)
def test_an_old_id_leads_to_where_its_report_is(data: Dataset, asked: str, found: str) -> None:
    assert current_id(data, asked) == found


def test_neighbours(made: Make) -> None:
    data = made(
        {"day": "2023-04-28", "countries": "IND;RUS", "forum": "SCO"},
        {"day": "2022-12-01", "countries": "IND;RUS"},
        {"day": "2021-12-01", "countries": "IND;RUS"},
        {"day": "2024-12-10", "countries": "IND;RUS", "kind": "visit"},
        {"countries": "IND;RUS"},
        {"day": "2023-04-27", "countries": "CHN;IND", "forum": "SCO"},
        {"day": "2022-04-27", "countries": "CHN;IND", "forum": "SCO"},
        {"day": "2022-04-27", "kind": "multilateral", "countries": "CHN;IND;RUS", "forum": "SCO"},
        {"day": "2023-04-28", "kind": "multilateral", "countries": "CHN;IND;KAZ", "forum": "SCO"},
    )
    rows = data.engagements.set_index("engagement_id", drop=False)
    near = neighbours(data, rows.loc["e-1"], most=1)
    assert near.before["engagement_id"].tolist() == ["e-2"]
    assert near.after["engagement_id"].tolist() == ["e-4"]
    assert near.beside["engagement_id"].tolist() == ["e-6", "e-9"]
    assert neighbours(data, rows.loc["e-9"]).before["engagement_id"].tolist() == ["e-8"]
    undated = neighbours(data, rows.loc["e-5"])
    assert undated.before.empty
    assert undated.beside.empty
