"""How long merging takes, and what it decides: `python -m benchmarks.merging`; `--report` writes docs/merging.md.

The first merges made-up reports (`generated.py`) and says how time grows, and how long it takes when a hundred
reports come to those that are there. The second merges the sample documents and counts each kind of decision.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.generated import World, world
from benchmarks.merging_report import write_report
from core.engagements.merge import Merged, block, merge

SIZES = (25_000, 50_000, 100_000)
ADDED = 100
T = TypeVar("T")
Shape = Mapping[str, frozenset[str]]


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time that the work takes, and what it gives."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def shape(merged: Merged) -> Shape:
    """The ids of the reports of each engagement."""
    return {e.engagement_id: frozenset(r.report_id for r in e.reports) for e in merged.engagements}


def growth(sizes: Iterable[int] = SIZES) -> list[tuple[int, float, int]]:
    """For each size the seconds that merging takes and the engagements found."""
    found = []
    for size in sizes:
        made = world(size)
        seconds, merged = timed(lambda made=made: merge(made.reports, made.documents))  # type: ignore[misc]
        found.append((size, seconds, len(merged.engagements)))
        print(_size_line(found), flush=True)
    return found


def _size_line(found: Sequence[tuple[int, float, int]]) -> str:
    size, seconds, engagements = found[-1]
    line = f"merging      {size:>7,} reports: {seconds:5.1f} s, {engagements:,} engagements"
    return f"{line}, {seconds / found[-2][1]:.2f} times the half" if len(found) > 1 else line


def adding(size: int = SIZES[-1], added: int = ADDED) -> tuple[float, int, bool]:
    """Seconds to merge the blocks that new reports touch, the reports in those blocks, and whether it is the same
    as merging all at once.
    """
    made = world(size + added)
    whole = merge(made.reports, made.documents)
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, report in enumerate(made.reports):
        blocks[block(report)].append(place)
    touched = {block(report) for report in made.reports[size:]}
    places = [place for name in sorted(touched) for place in blocks[name]]
    part = World([made.reports[p] for p in places], [made.documents[p] for p in places])
    seconds, merged = timed(lambda: merge(part.reports, part.documents))
    all_of = shape(whole)
    same = all(all_of.get(identity) == reports for identity, reports in shape(merged).items())
    return seconds, len(places), same


def measure() -> None:
    """Print the figures."""
    growth()
    seconds, reports, same = adding()
    print(
        f"adding       {ADDED} to {SIZES[-1]:,}: {seconds:.1f} s for the {reports:,} reports of the blocks they touch;\n"
        f"             the engagements are {'the same as' if same else 'NOT THE SAME AS'} those of merging all at once"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, or write the page of decisions."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merging", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--report", action="store_true", help="write docs/merging.md from the sample documents"
    )
    if parser.parse_args(arguments).report:
        print(write_report(Path(__file__).parents[1] / "docs" / "merging.md"))
    else:
        measure()


if __name__ == "__main__":
    main()
