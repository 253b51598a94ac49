"""Made-up texts for the kinds of decision that the sample documents do not show: each has one, and a test proves it."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.documents.plain import make_document
from core.engagements.merge import merge
from core.engagements.rulings import Rulings
from core.model import Decision, MergeDecision
from core.reports.read import read_document


@dataclass(frozen=True, slots=True)
class Example:
    """Texts that lead to a decision, and whether an analyst's word on the first two reports is part of it."""

    texts: tuple[str, ...]
    ruled: str = ""


_MET = "Defence Minister Rajnath Singh met Japanese Defence Minister {name} in {city} on {day}."

EXAMPLES: Mapping[Decision, Example] = {
    Decision.OVERLAPPING: Example(
        (
            "NEW DELHI, 14 March 2025\n\nJapanese Defence Minister Gen Nakatani visited India from 12 to 15 March 2025. He went to Agra.",
            "NEW DELHI, 13 March 2025\n\nJapanese Defence Minister Gen Nakatani is visiting India from 12 to 14 March 2025.",
        )
    ),
    Decision.VAGUE: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "NEW DELHI, 2 June 2025\n\nIn March 2025 Defence Minister Rajnath Singh met Japanese Defence Minister Gen Nakatani in New Delhi.",
        )
    ),
    Decision.CALLED_OFF: Example(
        (
            "NEW DELHI, 10 March 2025\n\nDefence Minister Rajnath Singh will meet Japanese Defence Minister Gen Nakatani in New Delhi on 14 March 2025.",
            "NEW DELHI, 13 March 2025\n\nThe meeting of Defence Minister Rajnath Singh with Japanese Defence Minister Gen Nakatani in New Delhi on 14 March 2025 has been cancelled.",
        )
    ),
    Decision.MOVED: Example(
        (
            "NEW DELHI, 10 March 2025\n\nDefence Minister Rajnath Singh will meet Japanese Defence Minister Gen Nakatani in New Delhi on 14 March 2025.",
            "NEW DELHI, 17 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="16 March 2025"),
        )
    ),
    Decision.TOGETHER: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "NEW DELHI, 28 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="28 March 2025"),
        ),
        "together",
    ),
    Decision.APART: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "TOKYO, 15 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
        ),
        "apart",
    ),
    Decision.NEAR_PLACE: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "TOKYO, 15 March 2025\n\n" + _MET.format(name="Gen Nakatani", city="Tokyo", day="14 March 2025"),
        )
    ),
    Decision.NEAR_PEOPLE: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "TOKYO, 15 March 2025\n\n"
            + _MET.format(name="Haruto Sakamoto", city="New Delhi", day="14 March 2025"),
        )
    ),
    Decision.NEAR_STATUS: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "NEW DELHI, 15 March 2025\n\nThe meeting of Defence Minister Rajnath Singh with Japanese Defence Minister Gen Nakatani in New Delhi on 14 March 2025 was cancelled.",
        )
    ),
    Decision.SEVERAL_FIT: Example(
        (
            "NEW DELHI, 14 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="14 March 2025"),
            "NEW DELHI, 28 March 2025\n\n"
            + _MET.format(name="Gen Nakatani", city="New Delhi", day="28 March 2025"),
            "NEW DELHI, 2 June 2025\n\nIn March 2025 Defence Minister Rajnath Singh met Japanese Defence Minister Gen Nakatani in New Delhi.",
        )
    ),
}


def shown(kind: Decision) -> MergeDecision | None:
    """The decision of this kind to which its made-up texts lead; None when they lead to none."""
    example = EXAMPLES[kind]
    papers = [make_document(f"made-up {place}", text) for place, text in enumerate(example.texts, start=1)]
    named = merge([report for paper in papers for report in read_document(paper)], papers).reports
    pair = tuple(report.report_id for report in named[:2])
    told = ((pair[0], pair[1]),) if example.ruled and len(pair) == 2 else ()
    rulings = Rulings(told, ()) if example.ruled == "together" else Rulings((), told)
    merged = merge(named, papers, rulings=rulings)
    return next((decision for decision in merged.decisions if decision.kind is kind), None)
