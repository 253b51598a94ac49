"""How fast documents go into the lasting store, and how much memory that takes: `python -m benchmarks.store [N]`.

Makes N short articles (10,000 when not told), no two alike, and adds a quarter, half and all of them with one command
each into new SQLite stores. Memory is flat when the peak does not grow with N.
"""

import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.speed import run
from core.lexicon.countries import countries
from core.lexicon.offices import terms

DOCUMENTS = 10_000
_TALKED = (
    "maritime security",
    "joint exercises",
    "training",
    "defence industry",
    "counter-terrorism",
    "spare parts",
)
_WORDS = ["fleet", "budget", "hangar", "harbour", "crew", "signal", "radar", "depot", "runway", "cadet", "convoy", "ration", "survey", "beacon", "anchor", "propeller", "gunnery", "logistics", "welfare", "pension", "veteran", "parade", "museum", "library", "kitchen", "garden"]  # fmt: skip


def articles(number: int, seed: int = 11) -> Iterator[str]:
    """Short articles, each on one or two meetings of ministers in office on the day, among sentences of no weight."""
    chosen = random.Random(seed)
    ministers = [term for term in terms() if term.office == "defence_minister" and term.country]
    for place in range(number):
        day = date(2014, 6, 1) + timedelta(days=chosen.randrange(4300))
        serving = [term for term in ministers if term.since <= day <= term.until]
        one, other, third = chosen.sample(serving, 3)
        told = [_filler(chosen) for _ in range(6)]
        told.insert(0, _meeting(chosen, day, one.country, one.name, other.country, other.name))
        if chosen.random() < 0.3:
            told.insert(4, _meeting(chosen, day, one.country, one.name, third.country, third.name))
        yield f"Note {place} of the press office\n\n{day:%d %B %Y}\n\n" + "\n\n".join(told) + "\n"


def _meeting(chosen: random.Random, day: date, one: str, name: str, other: str, guest: str) -> str:
    known = countries()
    city = known[one].capital or "the capital"
    return (
        f"Defence Minister {name} of {known[one].name} met Defence Minister {guest} of {known[other].name} in {city} "
        f"on {day:%d %B %Y}. They talked about {chosen.choice(_TALKED)}."
    )


def _filler(chosen: random.Random) -> str:
    words = [chosen.choice(_WORDS) for _ in range(14)]
    return f"The {' '.join(words[:7])} took {chosen.randrange(2, 900)} days and the {' '.join(words[7:])} went on."


def main() -> None:
    """Prints a line for each size."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        for place, text in enumerate(articles(number)):
            part = base / "in" / f"{place % 4}"
            part.mkdir(parents=True, exist_ok=True)
            (part / f"{place:06}.txt").write_text(text, encoding="utf-8")
        for parts in (1, 2, 4):
            paths = [str(base / "in" / str(part)) for part in range(parts)]
            ran = run([sys.executable, "-m", "core", "add", *paths, "--workspace", f"{base}/store{parts}"])
            size = sum(file.stat().st_size for file in (base / f"store{parts}").iterdir())
            status = subprocess.run(
                [sys.executable, "-m", "core", "status", "--workspace", f"{base}/store{parts}"],
                capture_output=True, text=True, check=True,
            ).stdout  # fmt: skip
            kept = {
                name: int(count.replace(",", "")) for count, name in re.findall(r"([\d,]+) (\w+)", status)
            }
            print(
                f"ingest       {kept['documents']:,} documents, {kept['engagements']:,} engagements: "
                f"{ran.processor:.0f} s ({ran.seconds:.0f} s of the clock), "
                f"{kept['documents'] / ran.processor:.0f} documents/s, "
                f"peak {ran.peak / 1e6:.0f} MB, store {size / 1e6:.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
