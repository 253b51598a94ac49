"""The page docs/merging.md: every kind of decision with its number and one example, and how right merging is."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gate import DOCUMENTS, as_row
from benchmarks.merging_examples import EXAMPLES
from benchmarks.merging_examples import shown as example_of
from benchmarks.score import LABELS, match
from core.model import Collection, Decision, MergeDecision
from core.run import parse

MEANINGS: Mapping[Decision, str] = {
    Decision.SAME_DAY: "one day, and nothing told speaks against it",
    Decision.OVERLAPPING: "days that overlap: a day and a span that holds it",
    Decision.CLOSE: "a day or two apart, one of them not written out, and much else alike; visits and exercises last",
    Decision.VAGUE: "a month or a year, and the one engagement in it that fits",
    Decision.UNDATED: "no date, but its forum and city, or a weekday and both names, fit one engagement only",
    Decision.PLANNED: "announced for that day, and held",
    Decision.CALLED_OFF: "announced for that day, and called off",
    Decision.MOVED: "announced for a day and held up to five days off; or put off, and held within four months",
    Decision.TOGETHER: "an analyst says so",
    Decision.APART: "an analyst says so",
    Decision.NEAR_DAY: "other days, too sure or too far apart",
    Decision.NEAR_PLACE: "other cities or another country",
    Decision.NEAR_PEOPLE: "other people for one side",
    Decision.NEAR_FORUM: "another forum or edition, another dialogue of the two, another exercise",
    Decision.NEAR_SIDES: "gatherings of other countries",
    Decision.NEAR_LEVEL: "other people for one side, with other offices: a minister and a president",
    Decision.NEAR_STATUS: "held and called off",
    Decision.ONE_DOCUMENT: "one document tells both, and so holds them apart",
    Decision.SEVERAL_FIT: "vague, and several engagements fit as well",
}
PREFACE = """# How reports become engagements

Reports are compared within a block only: for two sides their kind and countries, for gatherings and exercises their kind
and year. Within a block those of one day are put together first, then days close by, then vague dates. What is
compared gives points (people of both sides 3, of one side 1; a city 2, a country 1; a forum 2, its edition 1) or speaks
against: other people for a side, other places, forums, countries, a meeting that was held and one called off. Two
countries and a day are enough when nothing speaks against; the vaguer the date, the more points are asked for. A
visit and the talks in it, talks and calls are never one engagement, nor are two that one document tells apart.

An engagement has the id of its founding report: of all its reports the one that was published first. The id
stays when later reports arrive. If two engagements become one, the id of the later one still leads there: its
founding report is among the reports now.

Copies count once: documents that share most of their wording, sentences that do, and articles of one outlet are
one independent source (`independent_sources`; `copy_of` names the original). Each field takes the value that is
best supported: held before announced, then independent sources, then an official one; all values told are in the table
`conflicts`. Every merge and the three nearest misses of each engagement are in the table `merges` with their reasons.

In a collection that lasts only the blocks are compared again to which a report came, or on which an analyst decided,
and of their engagements only those are made and written anew of which something changed: a report, a pair of reports in
`merges`, a decision, or the program. What comes out is the same, in whatever order and parts the documents came: `python -m core
check` merges everything anew and tells of any difference.

What is not merged: a gathering or an exercise that one document tells in December and another in January, as the year is
part of the block.

This page is written by `.venv/bin/python -m benchmarks.merging --report` from the sample documents; kinds of decision that do
not occur in them are shown on made-up texts.
"""


@dataclass(frozen=True)
class Agreement:
    """How the engagements found compare with those of the labels, over the reports that have a label."""

    reports: int
    precision: float
    recall: float
    wrong: tuple[tuple[str, ...], ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def agreement(collection: Collection, labels: Path = LABELS) -> Agreement:
    """B-cubed precision and recall against the labels' `event` keys; `wrong` are the events merged into one."""
    paired = list(_paired(collection, labels))
    both, found, true = Counter(paired), Counter(f for f, _ in paired), Counter(t for _, t in paired)
    within: dict[str, set[str]] = defaultdict(set)
    for engagement, event in paired:
        within[engagement].add(event)
    total = len(paired) or 1
    return Agreement(
        len(paired),
        sum(n * n / found[engagement] for (engagement, _), n in both.items()) / total,
        sum(n * n / true[event] for (_, event), n in both.items()) / total,
        tuple(sorted(tuple(sorted(events)) for events in within.values() if len(events) > 1)),
    )


def _paired(collection: Collection, folder: Path) -> Iterable[tuple[str, str]]:
    """The engagement and the event of each report that has a label."""
    of_document: dict[str, list[tuple[dict[str, str], str]]] = defaultdict(list)
    for report in collection.reports:
        of_document[Path(report.doc_id).stem].append((dict(as_row(report)), report.engagement_id))
    for path in sorted(folder.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))["engagements"]
        told = of_document[path.stem]
        for label, row in sorted(match([row for row, _ in told], labels).items()):
            yield told[row][1], labels[label].get("event") or f"{path.stem} {label}"


def report_page(collection: Collection, agreed: Agreement) -> str:
    """The whole page as Markdown."""
    examples: dict[Decision, list[MergeDecision]] = defaultdict(list)
    for decision in collection.decisions:
        examples[decision.kind].append(decision)
    documents = {report.report_id: report.doc_id for report in collection.reports}
    rows = "\n".join(_row(kind, examples[kind], documents) for kind in Decision)
    return (
        f"{PREFACE}\n## Decisions on the {len(collection.documents)} sample documents\n"
        f"{len(collection.reports)} reports became {len(collection.engagements)} engagements.\n\n"
        f"| decision | why | how many | an example |\n| --- | --- | --- | --- |\n{rows}\n\n"
        f"## Against the labels\n"
        f"{agreed.reports} reports have a label that names their engagement. B-cubed precision "
        f"{agreed.precision:.3f}, recall {agreed.recall:.3f}, F1 {agreed.f1:.3f}; "
        f"{len(agreed.wrong)} engagements hold reports of more than one. What is missing to a full recall is told "
        f"with a wrong day, or without any word of when, where or at which forum.\n"
    )


def _row(kind: Decision, found: Sequence[MergeDecision], documents: Mapping[str, str]) -> str:
    shown = min(found, key=lambda d: (d.report_id, d.other), default=None)
    example = ""
    if shown is None and kind in EXAMPLES:
        made_up = example_of(kind)
        example = f"(made up) {'; '.join(made_up.reasons)}" if made_up else ""
    if shown:
        names = f"`{documents[shown.report_id]}` and `{documents[shown.other]}`"
        example = f"{names}: {'; '.join(shown.reasons)}".replace("|", "\\|")
    return f"| {kind.value} | {MEANINGS[kind]} | {len(found)} | {example} |"


def write_report(path: Path) -> str:
    """Writes the page from the sample documents, and says what is in it."""
    collection = parse([DOCUMENTS], keep_texts=False)
    agreed = agreement(collection)
    path.write_text(report_page(collection, agreed), encoding="utf-8")
    return f"B-cubed F1 {agreed.f1:.3f} over {agreed.reports} reports, {len(agreed.wrong)} wrongly merged"
