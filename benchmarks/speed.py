"""How fast the parser is, how much memory it takes and how soon it starts: `python -m benchmarks.speed`.

Every figure comes from fresh processes, one at a time and one thread each. Reading is counted in seconds of processor
time, so that a busy machine changes little, and beside spaCy's small English pipeline in the same run. The texts are the sample documents and, where they lie next to the project,
the shared ones. Needs a Unix (it asks the system for each process's peak memory).
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
SAMPLE = PROJECT / "sample_data" / "documents"
SHARED = PROJECT.parent / "shared"
SHARED_FOLDERS = ("seeds/texts", "readouts/texts", "readouts/domestic")
SPACY_PYTHON = PROJECT / ".venv-bench" / "bin" / "python"
SPACY_BYTES = 300_000
TIMES_LARGER = (1, 2, 8)
RUNS = 3

# The child's own clock starts after one document is read, so that the lexicon is loaded, as spaCy's model is.
READING = """
import json, sys, time
from pathlib import Path
from core.run import parse
paths = [Path(line) for line in sys.stdin.read().splitlines()]
start = time.process_time()
parse(paths[:1])
loaded = time.process_time()
found = parse(paths)
print(json.dumps({"seconds": time.process_time() - loaded, "loading": loaded - start, "reports": len(found.reports)}))
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What one finished process printed, the seconds that it lived and of the processor, its peak memory in bytes."""

    printed: str
    seconds: float
    peak: int
    processor: float


def run(command: Sequence[str], said: str = "") -> Ran:
    """One process from start to end; `said` is its standard input. Raises RuntimeError when it fails."""
    with (
        tempfile.TemporaryFile("w+") as given,
        tempfile.TemporaryFile("w+") as out,
        tempfile.TemporaryFile("w+") as err,
    ):
        given.write(said)
        given.seek(0)
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=given, stdout=out, stderr=err, cwd=PROJECT, env=_one_thread())
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if child.returncode not in (0, 1):
            raise RuntimeError(f"{' '.join(command[:4])} left with {child.returncode}: {err.read()[-800:]}")
        unit = 1 if sys.platform == "darwin" else 1024
        return Ran(out.read(), seconds, usage.ru_maxrss * unit, usage.ru_utime + usage.ru_stime)


def corpus() -> list[Path]:
    """The text files that are read, sample documents first."""
    folders = [SAMPLE, *(SHARED / name for name in SHARED_FOLDERS)]
    return [path for folder in folders for path in sorted(folder.glob("*.txt"))]


def reading(paths: Sequence[Path]) -> tuple[float, float, int]:
    """Megabytes a second of processor time (median of the runs), seconds for the first document, how many reports were found."""
    said = "\n".join(map(str, paths))
    answers = [json.loads(run([sys.executable, "-c", READING], said).printed) for _ in range(RUNS)]
    seconds = statistics.median(answer["seconds"] for answer in answers)
    loading = statistics.median(answer["loading"] for answer in answers)
    return _bytes(paths) / 1e6 / seconds, loading, answers[0]["reports"]


def spacy_reading(paths: Sequence[Path]) -> float:
    """Megabytes a second of spaCy's full pipeline in one process and one thread."""
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    script = str(Path(__file__).parent / "spacy_pipeline.py")
    answer = json.loads(run([str(SPACY_PYTHON), script], json.dumps(texts)).printed)
    return _bytes(paths) / 1e6 / float(answer["seconds"])


def evenly(paths: Sequence[Path], size: int) -> list[Path]:
    """Every n-th of `paths`, so that together they hold about `size` bytes of all kinds of text."""
    step = max(1, round(_bytes(paths) / size))
    return list(paths[::step])


def memory(paths: Sequence[Path]) -> list[tuple[float, float, float]]:
    """For growing input: its megabytes, the peak megabytes of `python -m core parse`, and its seconds."""
    measured = []
    for times in TIMES_LARGER:
        with tempfile.TemporaryDirectory() as folder:
            size = _write_copies(paths, times, Path(folder, "in"))
            command = [sys.executable, "-m", "core", "parse", f"{folder}/in", "--out", f"{folder}/out"]
            ran = run(command)
            measured.append((size / 1e6, ran.peak / 1e6, ran.seconds))
    return measured


def start_up() -> tuple[float, float]:
    """Median seconds of `python -m core --help`, and of parsing one document to the end."""
    core = [sys.executable, "-m", "core"]
    document = str(min(SAMPLE.glob("*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        one = [*core, "parse", document, "--out", f"{folder}/out"]
        helped = statistics.median(run([*core, "--help"]).seconds for _ in range(RUNS))
        return helped, statistics.median(run(one).seconds for _ in range(RUNS))


def _write_copies(paths: Sequence[Path], times: int, folder: Path) -> int:
    """Write each text `times` times, each copy some years apart so that no engagement is told twice; the bytes."""
    size = 0
    for copy in range(times):
        (folder / f"{copy:02}").mkdir(parents=True)
        for path in paths:
            text = path.read_text(encoding="utf-8", errors="replace")
            target = folder / f"{copy:02}" / f"{path.parent.parent.name}-{path.name}"
            target.write_text(_years_before(text, copy), encoding="utf-8")
            size += target.stat().st_size
    return size


def _years_before(text: str, years: int) -> str:
    return re.sub(r"\b20[0-3]\d\b", lambda year: str(int(year.group()) - years), text)


def _bytes(paths: Sequence[Path]) -> int:
    return sum(path.stat().st_size for path in paths)


def _one_thread() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def main() -> None:
    """Print all figures."""
    paths = corpus()
    few = evenly(paths, SPACY_BYTES)
    ours, loading, reports = reading(paths)
    print(f"reading      {len(paths)} documents, {_bytes(paths) / 1e6:.2f} MB, one process: {ours:.2f} MB/s")
    print(f"             {reports} reports; loading and the first document {loading:.2f} s")
    if SPACY_PYTHON.exists():
        fewer, _, _ = reading(few)
        peer = spacy_reading(few)
        print(
            f"beside spaCy {len(few)} documents, {_bytes(few) / 1e6:.2f} MB: {fewer:.2f} MB/s and {peer:.4f} MB/s,"
        )
        print(f"             {fewer / peer:.0f} times spaCy's small English pipeline")
    else:
        print("beside spaCy not measured: .venv-bench is missing (make bench installs it where it can)")
    for size, peak, seconds in memory(paths):
        print(
            f"memory       {size:6.1f} MB of text: peak {peak:5.0f} MB, {seconds:5.1f} s with the tables written"
        )
    helped, one = start_up()
    print(f"start-up     python -m core --help {helped:.2f} s; parsing one document {one:.2f} s")


if __name__ == "__main__":
    main()
