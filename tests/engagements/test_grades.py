"""Grades rise only for what can be checked: an official issuer's own meetings, two named publishers."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.engagements.grades import credibility, reliability
from core.model import Document, Engagement, Flag, FlagCode, Kind, Report, Status, When

PIB = Document("pib", "", source="Press Information Bureau", url="https://www.pib.gov.in/x")
HINDU = Document("hindu", "", source="The Hindu", url="https://www.thehindu.com/x")
REUTERS = Document("reuters", "", source="Reuters")
BLOG = Document("blog", "", source="A diary", url="https://diary.blogspot.com/x")
DOCUMENTS = {document.doc_id: document for document in (PIB, HINDU, REUTERS, BLOG)}


def report(doc_id: str = "pib", **changes: Any) -> Report:
    plain = Report(
        doc_id,
        Kind.BILATERAL,
        when=When.on(date(2023, 4, 28)),
        countries=("IND", "RUS"),
        report_id=f"r-{doc_id}",
    )
    return replace(plain, **changes)


@pytest.mark.parametrize(
    ("document", "reports", "letter"),
    [
        pytest.param(PIB, [report()], "B", id="an official issuer on its own meeting"),
        pytest.param(replace(PIB, url=""), [report()], "B", id="by its byline alone"),
        pytest.param(replace(PIB, url="https://example.org"), [report()], "F", id="its byline at a strange address"),
        pytest.param(PIB, [report(countries=("CHN", "RUS"))], "F", id="on a meeting of others"),
        pytest.param(PIB, [report(), report(countries=("CHN", "RUS"))], "F", id="on its own and on others'"),
        pytest.param(PIB, [report(), report(countries=("CHN", "RUS"), background=True)], "B", id="others' as background"),
        pytest.param(PIB, [], "F", id="on no meeting"),
        pytest.param(PIB, [report(report_id="r-doubted")], "F", id="what a flag speaks against"),
        pytest.param(HINDU, [report("hindu")], "F", id="a newspaper"),
        pytest.param(
            Document("n", "", source="NATO", url="https://www.nato.int/x"),
            [report(forum="NATO Defence Ministers' Meeting", countries=("USA",))],
            "B",
            id="a body on its own meeting",
        ),
    ],
)  # fmt: skip
def test_reliability(document: Document, reports: list[Report], letter: str) -> None:
    assert reliability(document, reports, {"r-doubted"}) == letter


DOUBT = Flag("E-1", "r-pib", FlagCode.WEEKDAY, "date", "The text says Monday.", "the calendar")


@pytest.mark.parametrize(
    ("reports", "changes", "figure"),
    [
        pytest.param([report()], {}, 2, id="an official side, day-exact"),
        pytest.param([report(when=When.in_month(2023, 4))], {}, 6, id="an official side, no day"),
        pytest.param([report(status=Status.PLANNED)], {}, 6, id="announced by an official side"),
        pytest.param([report("hindu")], {}, 6, id="one newspaper"),
        pytest.param([report("hindu"), report("reuters")], {}, 1, id="two named publishers"),
        pytest.param([report("hindu"), report("blog")], {}, 6, id="a newspaper and a blog"),
        pytest.param([report("hindu"), report("reuters", background=True)], {}, 6, id="one as background"),
        pytest.param([report("hindu"), report("reuters")], {"conflicts": ("date",)}, 6, id="they differ on the day"),
        pytest.param([report("hindu"), report("reuters")], {"conflicts": ("forum",)}, 1, id="they differ on the forum"),
        pytest.param([report()], {"flags": (DOUBT,)}, 6, id="a flag speaks against it"),
        pytest.param([report()], {"flags": (replace(DOUBT, flag=FlagCode.CALENDAR),)}, 2, id="a flag that explains"),
    ],
)  # fmt: skip
def test_credibility(reports: list[Report], changes: dict[str, Any], figure: int) -> None:
    engagement = replace(Engagement("E-1", reports[0], tuple(reports)), **changes)
    assert credibility(engagement, {r.report_id: r.doc_id for r in reports}, DOCUMENTS) == figure


def test_copies_confirm_nothing() -> None:
    reports = (report("hindu"), report("reuters"))
    engagement = Engagement("E-1", reports[0], reports)
    assert credibility(engagement, {r.report_id: "reuters" for r in reports}, DOCUMENTS) == 6
