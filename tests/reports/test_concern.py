"""Whom an engagement concerns: a newspaper's talks on trade and money are none of ours."""

import pytest

from core.documents.plain import make_document
from core.reports.read import read_document


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Finance Minister Jean Petit of France met Italian Finance Minister Carlo Rossi in Milan on Monday.", 0,
            id="finance ministers",
        ),
        pytest.param("A delegation from Chile met Peruvian officials in Lima on Monday about copper.", 0, id="no defence"),
        pytest.param("A delegation from Chile met Peruvian officials in Lima on Monday about warships.", 1, id="on warships"),
        pytest.param(
            "Defence Minister Jean Petit of France met Italian Finance Minister Carlo Rossi in Milan on Monday.", 1,
            id="one side of defence",
        ),
        pytest.param("President Jean Petit of France met Italian President Carlo Rossi in Milan on Monday.", 1, id="leaders"),
    ],
)  # fmt: skip
def test_talks_of_markets_are_left_out(text: str, rows: int) -> None:
    document = make_document("d.txt", f"Rome, 14 March 2023\n\n{text}")
    assert len(read_document(document)) == rows
