"""How well a value is supported: by whom it is told, of what has happened, with how much certainty."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from core.engagements.sources import count
from core.lexicon.sources import kind_of
from core.model import Document, Report, SourceKind, Status

Source = Mapping[str, str]


@dataclass(frozen=True)
class Support:
    """What stands behind each value: the independent source of each report, and which are official."""

    source: Source
    official: Set[str]
    """the ids of documents that a government body published"""

    @classmethod
    def of(cls, source: Source, documents: Mapping[str, Document]) -> "Support":
        """The support of the reports of these documents."""
        official = {
            name
            for name, paper in documents.items()
            if kind_of(paper.source, paper.url) is SourceKind.OFFICIAL
        }
        return cls(source, official)

    def rank(self, reports: Sequence[Report]) -> tuple[object, ...]:
        """What sorts values by the reports that tell them, the best supported last.

        A report of what was held counts before any announcement of it, then the number of independent sources,
        then an official one among them, then one whose news it is, then how sure the reading is.
        """
        return (
            any(report.status is not Status.PLANNED for report in reports),
            count(reports, self.source),
            any(report.doc_id in self.official for report in reports),
            any(not report.background for report in reports),
            max(report.confidence for report in reports),
        )

    def best(self, told: Mapping[str, Sequence[Report]], specific: Callable[[str], int] = len) -> str:
        """The best supported of the values; of two as well supported the more specific; empty where none is told."""
        if not told:
            return ""
        return max(told, key=lambda value: (self.rank(told[value]), specific(value), value))


def by_value(reports: Iterable[Report], value: Callable[[Report], str]) -> dict[str, list[Report]]:
    """The reports that tell each value, those without one left out."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        if told := value(report):
            found.setdefault(told, []).append(report)
    return found
