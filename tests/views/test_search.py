from collections.abc import Callable

import pytest

from core.views.dataset import Dataset
from core.views.search import engagements_told, search, terms

Make = Callable[..., Dataset]


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {"day": "2024-01-01", "text": "Air-to-air Réfuelling. <b>Refuelling</b> again, in Türkiye.", "published": "2024-01-02"},
        {"day": "2024-02-01", "text": "A joint statement on refuelling.", "published": "2024-02-02"},
        {"day": "2024-03-01", "text": "A statement, and joint drills.", "published": "2024-03-02"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        pytest.param("refuelling", ["doc-1.txt", "doc-2.txt"], id="most often first"),
        pytest.param("TURKIYE", ["doc-1.txt"], id="no accents, no capitals"),
        pytest.param(
            "joint statement", ["doc-3.txt", "doc-2.txt"], id="words in any order, the newest first"
        ),
        pytest.param('"joint statement"', ["doc-2.txt"], id="a phrase"),
        pytest.param("refuelling moscow", [], id="not one of two"),
        pytest.param("  ", [], id="nothing asked"),
        pytest.param('"', [], id="an open quote alone"),
        pytest.param("(a|b", [], id="no pattern"),
    ],
)
def test_search(data: Dataset, query: str, documents: list[str]) -> None:
    total, hits = search(data, query)
    assert [hit.doc_id for hit in hits] == documents
    assert total == len(documents)


def test_snippets_mark_the_text_as_printed_and_run_no_markup(data: Dataset) -> None:
    snippet = search(data, "refuelling")[1][0].snippets[0]
    assert ">Réfuelling</mark>" in snippet
    assert "&lt;b&gt;" in snippet
    assert "<b>" not in snippet


def test_no_more_than_asked(data: Dataset) -> None:
    assert len(search(data, "a", 1)[1]) == 1


def test_terms() -> None:
    assert terms('Joint "Vision  Statement" joint') == ["joint", "vision statement"]


def test_what_an_article_reports(data: Dataset) -> None:
    assert engagements_told(data, ["doc-2.txt"])["doc-2.txt"]["engagement_id"].tolist() == ["e-2"]
