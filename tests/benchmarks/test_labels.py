"""The labels and sources of the sample documents are whole: every file has its match, every value is a possible one."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pycountry
import pytest

from benchmarks.score import LABELS, TWO_SIDED
from core.model import Kind, Precision, Status

SAMPLE = Path(__file__).parents[2] / "sample_data"
DOCUMENTS = sorted((SAMPLE / "documents").glob("*.txt"))


def read_labels(doc: str) -> dict[str, Any]:
    labels: dict[str, Any] = json.loads((LABELS / f"{doc}.json").read_text(encoding="utf-8"))
    return labels


def words(text: str) -> str:
    return " ".join(text.split())


def test_labels_and_documents_match() -> None:
    assert {path.stem for path in LABELS.glob("*.json")} == {path.stem for path in DOCUMENTS}


def test_every_document_names_its_sources() -> None:
    lines = (SAMPLE / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    sources = {source["doc"]: source for source in map(json.loads, lines)}
    assert set(sources) == {path.stem for path in DOCUMENTS}
    assert [doc for doc, source in sources.items() if not (source["urls"] or source.get("note"))] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_labels_are_possible(path: Path) -> None:
    text, labels = words(path.read_text(encoding="utf-8")), read_labels(path.stem)
    assert labels["doc"] == path.stem
    for engagement in labels["engagements"]:
        about = engagement["evidence"]
        assert words(about) in text, "the evidence is not in the document"
        assert engagement["kind"] in list(Kind), about
        assert engagement["status"] in list(Status), about
        assert engagement["countries"] == sorted(set(engagement["countries"])), about
        codes = [*engagement["countries"], *filter(None, [engagement["host_country"]])]
        assert all(pycountry.countries.get(alpha_3=code) for code in codes), about
        if engagement["kind"] in TWO_SIDED and not engagement["optional"]:
            assert len(engagement["countries"]) == 2, about
        check_dates(engagement)


def check_dates(engagement: dict[str, Any]) -> None:
    start, end, precision = (engagement[name] for name in ("date_start", "date_end", "date_precision"))
    assert precision in list(Precision)
    assert (precision == Precision.NONE) == (start is None) == (end is None)
    if start is not None:
        assert date.fromisoformat(start) <= date.fromisoformat(end)
