"""Is the parser at least as accurate as it was? `python -m benchmarks.gate`: exit status 1 when it is not.

It reads the sample documents, scores what it finds against the labels, and compares each measure with its floor
in floors.json. `--raise` lifts the floors to what was measured, never lowers one, and writes the figures into
README.md. To accept a lower floor, edit floors.json by hand and say why in the commit.
"""

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.score import MEASURES, Row, Tally, read_labels, score
from core.model import Report
from core.run import parse

PROJECT = Path(__file__).parents[1]
DOCUMENTS = PROJECT / "sample_data" / "documents"
FLOORS = Path(__file__).parent / "floors.json"
README = PROJECT / "README.md"
FIGURES = ("<!-- figures -->", "<!-- /figures -->")


def as_row(report: Report) -> Row:
    """The cells of `report` that the scorer compares, as reports.csv has them."""
    when = report.when
    return {
        "doc_id": report.doc_id,
        "kind": report.kind,
        "status": report.status,
        "date_start": when.start.isoformat() if when.start else "",
        "date_end": when.end.isoformat() if when.end else "",
        "date_precision": when.precision,
        "countries": ";".join(report.countries),
        "host_country": report.host_country,
        "city": report.city,
        "forum": report.forum,
        "people": ";".join(map(str, report.people)),
    }


def by_document(reports: Iterable[Report]) -> dict[str, list[Row]]:
    """The rows of each document, keyed by its file's name without ending."""
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for report in reports:
        rows[Path(report.doc_id).stem].append(as_row(report))
    return dict(rows)


def measured() -> Tally:
    """What the parser finds in the sample documents, held against their labels.

    Leaves the program when one of them cannot be read: that is a fault, not a matter of degree.
    """
    found = parse([DOCUMENTS])
    if found.problems:
        sys.exit(
            "\n".join(f"{problem.doc_id}: {problem.problem}: {problem.detail}" for problem in found.problems)
        )
    return score(by_document(found.reports), read_labels())


def below(measures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The names of the measures that lie under their floor."""
    return [name for name in MEASURES if measures[name] < floors.get(name, 0.0)]


def raised(measures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors lifted to what was measured (three digits, rounded down); none is lowered."""
    return {name: max(floors.get(name, 0.0), math.floor(measures[name] * 1000) / 1000) for name in MEASURES}


def read_floors(path: Path = FLOORS) -> dict[str, float]:
    """The pinned floor of each measure."""
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def figures(floors: Mapping[str, float]) -> str:
    """The table of README.md: each measure with its pinned value."""
    rows = [f"| {name.replace('_', ' ')} | {floors[name]:.3f} |" for name in MEASURES if name in floors]
    return "\n".join(["| measure | on the sample documents |", "| --- | --- |", *rows])


def with_figures(readme: str, table: str) -> str:
    """The text of README.md with `table` between the two marks."""
    start, end = FIGURES
    head, rest = readme.split(start)
    return f"{head}{start}\n{table}\n{end}{rest.split(end)[1]}"


def main() -> None:
    """Print each measure beside its floor; leave with 1 where one is below."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gate", description="Check the parser's accuracy."
    )
    parser.add_argument(
        "--raise", dest="lift", action="store_true", help="lift the floors to what was measured"
    )
    parser.add_argument("--errors", action="store_true", help="list every miss, invention and wrong field")
    arguments = parser.parse_args()
    tally, floors = measured(), read_floors()
    measures = tally.measures()
    if arguments.errors:
        print("\n".join(tally.errors))
    print(f"{tally.required} required engagements\n  {'measure':<14}{'now':>6}{'floor':>8}")
    for name in MEASURES:
        print(f"  {name:<14}{measures[name]:>6.3f}{floors.get(name, 0.0):>8.3f}")
    if failed := below(measures, floors):
        sys.exit(
            f"below the floor: {', '.join(failed)}; python -m benchmarks.gate --errors lists what is wrong"
        )
    if arguments.lift:
        lifted = raised(measures, floors)
        FLOORS.write_text(json.dumps(lifted, indent=1) + "\n", encoding="utf-8")
        README.write_text(with_figures(README.read_text(encoding="utf-8"), figures(lifted)), encoding="utf-8")


if __name__ == "__main__":
    main()
