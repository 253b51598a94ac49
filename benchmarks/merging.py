"""How long merging takes, and what it decides: `python -m benchmarks.merging`; `--report` writes docs/merging.md.

The first merges made-up reports (`generated.py`) and says how time grows, then makes a store of the most of them and
says how long it takes to add a hundred documents (`large_store.py`). The second merges the sample documents and counts
each kind of decision.
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.generated import world
from benchmarks.large_store import Adding, Seconds, adding, timed
from benchmarks.merging_report import write_report
from core.engagements.merge import Merged, merge

SIZES = (25_000, 50_000, 100_000)
ADDED = 100
Shape = Mapping[str, frozenset[str]]


def shape(merged: Merged) -> Shape:
    """The ids of the reports of each engagement."""
    return {e.engagement_id: frozenset(r.report_id for r in e.reports) for e in merged.engagements}


def growth(sizes: Iterable[int] = SIZES) -> list[tuple[int, Seconds, int]]:
    """For each size the seconds that merging takes and the engagements found."""
    found: list[tuple[int, Seconds, int]] = []
    for size in sizes:
        made = world(size)
        seconds, merged = timed(lambda made=made: merge(made.reports, made.documents))  # type: ignore[misc]
        found.append((size, seconds, len(merged.engagements)))
        print(_size_line(found), flush=True)
    return found


def _size_line(found: Sequence[tuple[int, Seconds, int]]) -> str:
    size, seconds, engagements = found[-1]
    line = f"merging      {size:>7,} reports: {_told(seconds)}, {engagements:,} engagements"
    return f"{line}, {seconds[0] / found[-2][1][0]:.2f} times the half" if len(found) > 1 else line


def _told(seconds: Seconds) -> str:
    return f"{seconds[0]:.1f} s ({seconds[1]:.1f} s of the clock)"


def adding_lines(size: int, found: Adding) -> str:
    """What adding to a store took, as lines."""
    return "\n".join(
        (
            f"store        of {size:,} reports: {_told(found.filled)} to make its engagements from nothing",
            f"adding       {ADDED} documents to it: {_told(found.kept)} to keep them, {_told(found.settled)} to merge",
            f"             the {found.reports:,} reports of their blocks; of {found.engagements:,} engagements "
            f"{found.changed:,} were written anew;",
            f"             they are {'the same as' if found.same else 'NOT THE SAME AS'} those of merging all at once",
        )
    )


def measure(size: int) -> None:
    """Print the figures, up to so many reports."""
    growth([one for one in SIZES if one < size] + [size])
    print(adding_lines(size, adding(size, ADDED)), flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, or write the page of decisions."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merging", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--report", action="store_true", help="write docs/merging.md from the sample documents"
    )
    parser.add_argument("--most", type=int, default=SIZES[-1], help="reports merged at most (100,000)")
    asked = parser.parse_args(arguments)
    if asked.report:
        print(write_report(Path(__file__).parents[1] / "docs" / "merging.md"))
    else:
        measure(asked.most)


if __name__ == "__main__":
    main()
