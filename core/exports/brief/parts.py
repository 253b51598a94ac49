"""What a brief is made of, whatever file it becomes."""

from dataclasses import dataclass, field

import pandas as pd

from core.exports.citation import document_reference
from core.exports.references import as_text
from core.views.dataset import Dataset

LONGEST_QUOTE = 170


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote's number in the text; `first` where it stands for the first time."""

    number: int
    first: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, a line of a list or a cell, and the footnotes behind it."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a head; `rest` says in words what was left out, empty when nothing was."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: its label, and how many of each kind were held, then how many are planned."""

    label: str
    held: tuple[tuple[str, int], ...]
    planned: int = 0

    @property
    def total(self) -> int:
        """How long it is."""
        return sum(count for _, count in self.held) + self.planned


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of stacked bars, one below the other."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with sentences that run on, lines of a list, a chart, tables."""

    title: str
    sentences: tuple[Said, ...] = ()
    lines: tuple[Said, ...] = ()
    rest: str = ""
    charts: tuple[Bars, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the document (title, outlet, date, address) and the sentence in it, word for word."""

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole brief in one language (`en`); footnote 1 is the first of `notes`."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    citation: str
    language: str


@dataclass(slots=True)
class Notes:
    """Collects the footnotes of a brief: what one sentence of a document says has one, at its first mention."""

    dataset: Dataset
    told: list[Note] = field(default_factory=list)

    def mark(self, *rows: "pd.Series[str]") -> tuple[Mark, ...]:
        """The marks to set behind what these engagements' rows tell."""
        return tuple(dict.fromkeys(self._mark(self._note(row)) for row in rows))

    def _mark(self, note: Note) -> Mark:
        if note in self.told:
            return Mark(self.told.index(note) + 1, first=False)
        self.told.append(note)
        return Mark(len(self.told), first=True)

    def _note(self, row: "pd.Series[str]") -> Note:
        documents = self.dataset.documents
        found = documents[documents["doc_id"] == row["doc_id"]]
        source = as_text(document_reference(found.iloc[0].to_dict())) if len(found) else str(row["doc_id"])
        return Note(source, shortened(str(row["evidence"])))


def shortened(text: str, most: int = LONGEST_QUOTE) -> str:
    """The text on one line, cut at a word where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
