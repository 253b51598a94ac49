"""Merging against the labels, on the shared documents; the page of decisions; the made-up reports."""

from pathlib import Path

import pytest

from benchmarks.generated import world
from benchmarks.large_store import adding
from benchmarks.merging import adding_lines, shape
from benchmarks.merging_examples import EXAMPLES, shown
from benchmarks.merging_report import MEANINGS, Agreement, agreement, report_page
from core.engagements.merge import merge
from core.model import Collection, Decision
from core.run import parse

DEV = Path(__file__).resolve().parents[3] / "shared" / "dev"
LEAST = 0.97


@pytest.fixture(scope="module")
def agreed() -> Agreement:
    if not DEV.is_dir():
        pytest.skip("the shared documents are not beside the project")
    return agreement(parse([DEV / "texts"], keep_texts=False), DEV / "labels")


def test_b_cubed_f1_on_the_shared_documents(agreed: Agreement) -> None:
    assert agreed.reports > 150
    assert agreed.f1 >= LEAST


def test_no_two_engagements_are_merged_that_the_texts_tell_apart(agreed: Agreement) -> None:
    assert agreed.wrong == ()


def test_every_kind_of_decision_is_explained() -> None:
    assert set(MEANINGS) == set(Decision)
    page = report_page(Collection(), Agreement(0, 0.0, 0.0, ()))
    assert [kind for kind in Decision if f"| {kind.value} |" not in page] == []


@pytest.mark.parametrize("kind", EXAMPLES, ids=lambda kind: kind.value)
def test_made_up_texts_lead_to_the_decision_they_show(kind: Decision) -> None:
    decision = shown(kind)
    assert decision is not None
    assert decision.reasons
    assert decision.merged == (not kind.value.startswith("near miss") and kind is not Decision.APART)


def test_made_up_reports_are_the_same_each_time_and_skewed() -> None:
    made = world(600)
    assert world(600).reports == made.reports
    sizes = sorted(map(len, shape(merge(made.reports, made.documents)).values()))
    assert sum(sizes) == 600
    assert sizes[len(sizes) // 2] < 3 < sizes[-1]


def test_documents_added_to_a_store_give_the_same_as_all_at_once() -> None:
    found = adding(500, 5)
    assert found.same
    assert 5 <= found.reports < 500
    assert 1 <= found.changed <= 15 < found.engagements
    assert "they are the same as" in adding_lines(500, found)
