from collections.abc import Callable
from typing import Any

import pytest

from core.tables.frames import frames
from core.tables.schema import TABLES
from core.views.dataset import Dataset

EMPTY = {"text": "", "list": "", "date": None, "integer": 0, "number": 0.0, "boolean": False}
USUAL = {
    "kind": "bilateral",
    "status": "held",
    "track": "defence",
    "date_precision": "day",
    "confidence": 0.8,
}
UNJUDGED = {"reliability": "F", "credibility": 6}

Make = Callable[..., Dataset]


def row(table: str, **values: Any) -> dict[str, Any]:
    values = UNJUDGED | values
    return {column.name: values.get(column.name, EMPTY[column.type]) for column in TABLES[table]}


def engagement(number: int, **values: Any) -> dict[str, Any]:
    """An engagement with its one report: `day` and `last` are its dates, the rest are columns."""
    first, last = values.pop("day", None), values.pop("last", None)
    known = {"engagement_id": f"e-{number}", "report_id": f"r-{number}", "doc_id": f"doc-{number}.txt"}
    dates = {"date_start": first, "date_end": last or first, "reports": 1, "sources": 1}
    values = USUAL | known | dates | values
    return values | ({} if first else {"date_precision": "none"})


@pytest.fixture
def made() -> Make:
    """A collection of the engagements described, one document each: its date is `published`, its text `text`."""

    def make(*described: dict[str, Any], participants: tuple[dict[str, Any], ...] = ()) -> Dataset:
        told = [engagement(number, **values) for number, values in enumerate(described, start=1)]
        tables = {
            "engagements": [row("engagements", **values) for values in told],
            "reports": [row("reports", **values) for values in told],
            "documents": [
                row("documents", **({"reports": 1, "title": values["doc_id"]} | values)) for values in told
            ],
            "participants": [
                row("participants", **({"role": "participant"} | values)) for values in participants
            ],
        }
        texts = {values["doc_id"]: values.get("text", values.get("evidence", "")) for values in told}
        return Dataset.of(frames(tables), texts)

    return make
