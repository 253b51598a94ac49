"""Compares what the parser found with hand-made labels: `python -m benchmarks.score REPORTS.csv [LABELS]`.

A row matches a label of the same document when both are of one group (two-sided: bilateral, call, visit;
multilateral; exercise), name the same countries (two-sided) or share forum, host and day or most of the
countries (the others), and lie at most 45 days apart. One row matches one label; optional labels count
neither way. A record is right when a matched required label has every field right.
"""

import argparse
import csv
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

Row = Mapping[str, str]
Label = Mapping[str, Any]

LABELS = Path(__file__).parent / "labels"
FIELDS = ("kind", "status", "date", "countries", "host_country", "city", "forum", "people")
MEASURES = ("precision", "recall", "f1", "record_f1", *FIELDS)
TWO_SIDED = ("bilateral", "call", "visit")
FURTHEST_APART = 45


@dataclass(slots=True)
class Tally:
    """How many engagements were found, missed and invented, and how many fields of the found ones are right."""

    found: int = 0
    missed: int = 0
    invented: int = 0
    whole: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    errors: list[str] = field(default_factory=list)

    @property
    def required(self) -> int:
        """How many engagements the labels ask for."""
        return self.found + self.missed

    def measures(self) -> dict[str, float]:
        """Precision, recall, F1, record F1 and the share of right values of each field, each 0 to 1."""
        rows = self.found + self.invented
        precision, recall = _ratio(self.found, rows), _ratio(self.found, self.required)
        whole = _f1(_ratio(self.whole, rows), _ratio(self.whole, self.required))
        shares = {name: _ratio(self.right[name], self.found) for name in FIELDS}
        return {
            "precision": precision,
            "recall": recall,
            "f1": _f1(precision, recall),
            "record_f1": whole,
            **shares,
        }


def score(rows: Mapping[str, Sequence[Row]], labels: Mapping[str, Sequence[Label]]) -> Tally:
    """The tally over all labelled documents; both are keyed by the document's name without its ending."""
    tally = Tally()
    for doc, wanted in labels.items():
        _score_document(doc, rows.get(doc, ()), wanted, tally)
    return tally


def read_labels(folder: Path = LABELS) -> dict[str, list[Label]]:
    """The labelled engagements of each document, in the order of the files' names."""
    files = sorted(folder.glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8"))["engagements"] for path in files}


def read_rows(reports: Path) -> dict[str, list[Row]]:
    """The rows of a reports.csv by document."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    with reports.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rows[Path(row["doc_id"]).stem].append(row)
    return dict(rows)


def right_fields(row: Row, label: Label) -> dict[str, bool]:
    """Which fields of `row` agree with `label`."""
    people = _fold(row.get("people", ""))
    return {
        "kind": row["kind"] == label["kind"],
        "status": row["status"] == label["status"],
        "date": _date_right(row, label),
        "countries": _countries_right(row, label),
        "host_country": row.get("host_country", "").upper() == (label["host_country"] or ""),
        "city": _says_any(row.get("city", ""), label["city_any"]),
        "forum": _says_any(row.get("forum", ""), label["forum_any"]),
        "people": all(any(_fold(name) in people for name in names) for names in label["people_any"]),
    }


def match(rows: Sequence[Row], labels: Sequence[Label]) -> dict[int, int]:
    """Label number to row number, one to one: the best-agreeing pairs first, then required ones, then the earlier."""
    pairs = [
        (sum(right_fields(row, label).values()), not label["optional"], -i, -j)
        for i, row in enumerate(rows)
        for j, label in enumerate(labels)
        if _may_match(row, label)
    ]
    found: dict[int, int] = {}
    for _, _, i, j in sorted(pairs, reverse=True):
        if -j not in found and -i not in found.values():
            found[-j] = -i
    return found


def _score_document(doc: str, rows: Sequence[Row], labels: Sequence[Label], tally: Tally) -> None:
    found = match(rows, labels)
    for j, label in enumerate(labels):
        if label["optional"]:
            continue
        if j not in found:
            tally.missed += 1
            tally.errors.append(f"{doc}: missed {_in_brief(label)}")
            continue
        right = right_fields(rows[found[j]], label)
        tally.found += 1
        tally.whole += all(right.values())
        for name in FIELDS:
            tally.right[name] += right[name]
        wrong = {name: _said(rows[found[j]], name) for name in FIELDS if not right[name]}
        if wrong:
            tally.errors.append(f"{doc}: wrong {wrong} in {_in_brief(label)}")
    for i, row in enumerate(rows):
        if i not in found.values():
            tally.invented += 1
            tally.errors.append(
                f"{doc}: invented {row['kind']} {row['countries']} {row['date_start']} {row['forum']}"
            )


def _may_match(row: Row, label: Label) -> bool:
    if _group(row["kind"]) != _group(label["kind"]) or _too_far_apart(row, label):
        return False
    if label["kind"] in TWO_SIDED:
        return _codes(row) == sorted(label["countries"])
    if label["forum_any"] and row.get("forum") and _says_any(row["forum"], label["forum_any"]):
        return True
    if label["countries"] and _countries_right(row, label):
        return True
    same_host = bool(label["host_country"]) and row.get("host_country", "").upper() == label["host_country"]
    start = _day(row.get("date_start"))
    return same_host and start is not None and start == _day(label["date_start"])


def _too_far_apart(row: Row, label: Label) -> bool:
    if {"none", "year"} & {row["date_precision"], label["date_precision"]}:
        return False
    start, wanted = _day(row.get("date_start")), _day(label["date_start"])
    return start is not None and wanted is not None and abs((start - wanted).days) > FURTHEST_APART


def _date_right(row: Row, label: Label) -> bool:
    precision, start = row.get("date_precision") or "none", _day(row.get("date_start"))
    if precision != label["date_precision"]:
        return False
    if precision == "none":
        return start is None
    first = _day(label["date_start"])
    last = _day(label["date_end"]) or first
    return start is not None and first is not None and last is not None and first <= start <= last


def _countries_right(row: Row, label: Label) -> bool:
    """Two-sided: the same countries. Others: at least half of the union, any if none is labelled."""
    ours, wanted = set(_codes(row)), set(label["countries"])
    if label["kind"] in TWO_SIDED:
        return ours == wanted
    return not wanted or len(ours & wanted) / len(ours | wanted) >= 0.5


def _codes(row: Row) -> list[str]:
    return sorted({code.strip().upper() for code in row.get("countries", "").split(";") if code.strip()})


def _says_any(text: str, accepted: Sequence[str]) -> bool:
    """True when `text` holds one of `accepted`, or when both are empty."""
    folded = _fold(text)
    return any(_fold(word) in folded for word in accepted) if accepted else not folded


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _group(kind: str) -> str:
    return "two-sided" if kind in TWO_SIDED else kind


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _said(row: Row, name: str) -> str:
    return row.get("date_start" if name == "date" else name, "")


def _in_brief(label: Label) -> str:
    sides = ";".join(label["countries"])
    return f"{label['kind']} {sides} {label['date_start']} {label['forum_any'][:1]} | {label['evidence']}"


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def lines_of(tally: Tally) -> Iterator[str]:
    """The measures as lines of text."""
    yield f"{tally.required} required engagements"
    for name, value in tally.measures().items():
        yield f"  {name:<13}{value:.3f}"


def main() -> None:
    """Print the measures of one reports.csv."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.score", description="Score a reports.csv.")
    parser.add_argument("reports", type=Path)
    parser.add_argument("labels", type=Path, nargs="?", default=LABELS)
    parser.add_argument("--errors", action="store_true", help="list every miss, invention and wrong field")
    arguments = parser.parse_args()
    labels = read_labels(arguments.labels)
    if not labels:
        sys.exit(f"no labels (*.json) in {arguments.labels}: name the folder that holds them")
    tally = score(read_rows(arguments.reports), labels)
    print("\n".join([*(tally.errors if arguments.errors else ()), *lines_of(tally)]))


if __name__ == "__main__":
    main()
