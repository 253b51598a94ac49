"""How long the pages of the app take on a large collection, without the browser: `python -m benchmarks.pages`.

Each page is opened twice in one process: first when nobody looked at it before, then as everybody after that finds it.
A collection of the size asked for is made first, which takes some minutes, unless a folder is named that has one.
"""

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.large_store import Seconds, fill, timed
from benchmarks.wide import wide
from core.store.add import settle_all
from core.store.store import Store

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Prints a line for opening the collection and two figures for each page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--most", type=int, default=100_000, help="engagements (100,000)")
    parser.add_argument("--workspace", type=Path, help="a folder that has a collection; nothing is made")
    given = parser.parse_args()
    if given.workspace:
        _measure(given.workspace)
        return
    with tempfile.TemporaryDirectory() as folder:
        database = Store.at(Path(folder)).database
        fill(database, wide(given.most))
        settle_all(database, "benchmark")
        database.close()
        _measure(Path(folder))


def _measure(folder: Path) -> None:
    os.environ |= {"SIDELINES_WORKSPACE": str(folder), "SIDELINES_DOCUMENTS": "", "SIDELINES_DATABASE": ""}
    from core.ui.view import current_view
    from core.ui.workspace import newest_dataset

    opened, dataset = timed(newest_dataset)
    print(
        f"{len(dataset.engagements):,} engagements, {len(dataset.reports):,} reports: read in {_said(opened)}"
    )
    picked, _ = timed(current_view)
    print(f"the first view of them: {_said(picked)}")
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=600)
    print(f"the first page: {_said(_run(app))}")
    for page in sorted((ROOT / "pages").glob("*.py")):
        app.switch_page(f"pages/{page.name}")
        print(f"{page.stem:12} {_said(_run(app))}, again {_said(_run(app))}", flush=True)


def _run(app: "AppTest") -> Seconds:
    seconds, found = timed(app.run)
    if found.exception:
        raise SystemExit(str(found.exception[0].message))
    return seconds


def _said(seconds: Seconds) -> str:
    return f"{seconds[0]:.1f} s ({seconds[1]:.1f} s of the clock)"


if __name__ == "__main__":
    main()
