"""A small collection with something in every table, and cells that a spreadsheet would run."""

from datetime import date

import pytest

from core.model import (
    Collection,
    Conflict,
    Decision,
    Document,
    Engagement,
    FieldSource,
    Flag,
    FlagCode,
    Kind,
    MergeDecision,
    Participant,
    Person,
    Problem,
    PublishedBasis,
    Report,
    Trouble,
    When,
)


@pytest.fixture
def collection() -> Collection:
    """Two documents, of which one reports two engagements; the texts are chosen to be awkward in a CSV."""
    day = date(2023, 4, 28)
    dated = Report(
        "=evil.txt",
        Kind.BILATERAL,
        when=When.on(day),
        countries=("IND", "RUS"),
        people=(Person("A; B", "RUS", "Minister"), Person("=C")),
        confidence=0.123456,
        evidence='He said "yes",\nthen left.',
        evidence_start=-1,
        evidence_end=5,
        fields=(FieldSource("city", "-Delhi", 3, 9, "place"),),
        report_id="r-1",
        engagement_id="e-1",
    )
    undated = Report("b.txt", Kind.EXERCISE, background=True, report_id="r-2", engagement_id="e-2")
    documents = [
        Document("=evil.txt", "Wörds of it", "+1 title", day, PublishedBasis.HEADER),
        Document("b.txt", "Other"),
    ]
    participants = (Participant("e-1", "IND", "India", role="host"),)
    conflicting = (Conflict("city", "=Delhi", ("r-1",), 1, True), Conflict("city", "Goa", ("r-3", "r-4")))
    flags = (Flag("e-1", "r-1", FlagCode.WEEKDAY, "date_start", "It was a Friday.", "calendar"),)
    engagements = [
        Engagement("e-1", dated, (dated,), 1, ("city", "people"), day, participants, 1, conflicting, flags),
        Engagement("e-2", undated, (undated,)),
    ]
    problems = [Problem("c.txt", Trouble.EMPTY, "no text")]
    decisions = [MergeDecision("e-1", "r-1", "r-2", False, Decision.NEAR_DAY, ("-1 day", "two"))]
    return Collection(documents, [dated, undated], engagements, problems, decisions)
