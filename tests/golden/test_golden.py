"""What the parser finds in documents of different kinds, whole and to the letter.

`make golden` writes the files anew; the difference is read before it is kept.
"""

import json
from pathlib import Path

import pytest

from benchmarks.gate import DOCUMENTS, as_row
from core.run import parse

HERE = Path(__file__).parent
SLUGS = (
    "in-2021-ior-conclave",
    "in-2022-vietnam-preview",
    "in-2023-sco-notes",
    "in-2024-malabar",
    "in-2024-vientiane-wire",
    "in-2025-digest",
    "in-2025-hegseth-call",
    "in-2025-moscow-skip",
    "neg-sco-explainer",
    "seed-2024-vientiane",
    "seed-sco-outreach",
    "xx-2024-austin-belousov-1",
    "xx-2024-tokyo-trilateral",
)


def found_in(slug: str) -> str:
    """The reports of one sample document as JSON text, one a block, in the order of the document."""
    rows = [dict(as_row(report)) for report in parse([DOCUMENTS / f"{slug}.txt"]).reports]
    for row in rows:
        del row["doc_id"]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("slug", SLUGS)
def test_golden(slug: str, update_golden: bool) -> None:
    golden = HERE / f"{slug}.json"
    if update_golden:
        golden.write_text(found_in(slug), encoding="utf-8")
    assert golden.exists(), "no golden file yet: make golden"
    assert json.loads(found_in(slug)) == json.loads(golden.read_text(encoding="utf-8"))


def test_no_golden_file_without_its_document() -> None:
    assert {path.stem for path in HERE.glob("*.json")} <= set(SLUGS)
