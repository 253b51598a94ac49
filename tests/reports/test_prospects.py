"""Documents that are put away unread, and those that must not be."""

from datetime import date
from pathlib import Path

import pytest

from core.documents.read import read_file
from core.model import Document
from core.reports import read
from core.reports.prospects import may_tell

PROJECT = Path(__file__).parents[2]
WRITTEN = date(2023, 7, 14)


def _may_tell(document: Document) -> bool:
    page = read._page(document)
    return may_tell(page.cuts, page.cast, page.vocabulary)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The mayor met teachers. They spoke of new roofs for four schools.", id="no country"),
        pytest.param(
            "Canada's transport minister met farmers in Ottawa about rail freight.", id="one country"
        ),
        pytest.param("Mr Marles, a baker, met Canadian farmers.", id="a bare surname tells no country"),
        pytest.param(
            "The Canadian minister met the Federal Trade Commission for an hour.",
            id="a body is no forum",
        ),
        pytest.param("The Canadian minister exercises daily and met runners.", id="exercise as a verb"),
    ],
)
def test_put_away_unread(text: str) -> None:
    document = Document("d", text, published=WRITTEN)
    assert not _may_tell(document)
    assert read.read_document(document) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Canada's defence minister met the Chilean minister.", id="two countries"),
        pytest.param("LISBON, May 3 - The Canadian minister met his host.", id="one of them in the dateline"),
        pytest.param("The crew of INS Tabar met Canadian sailors.", id="one of them by a ship"),
        pytest.param("The Canadian minister met Richard Marles.", id="one of them by an office holder"),
        pytest.param("The Canadian minister met Defence Minister Marles.", id="a surname behind an office"),
        pytest.param("The Canadian minister met the Pentagon chief.", id="an office that one country has"),
        pytest.param("Canada hosted the Shangri-La Dialogue.", id="a forum of the lexicon"),
        pytest.param(
            "Canada hosted the North Lakes Security Dialogue.", id="a forum by the shape of its name"
        ),
        pytest.param(
            "The Canadian minister chaired the Chile Trade Commission.", id="a country in the name of a body"
        ),
        pytest.param("Canadian troops held Exercise Frozen Oak.", id="an exercise by its shape"),
        pytest.param("Exercise FROZEN OAK\nDate: 4 May 2023\nVenue: Winnipeg, Canada", id="a card's head"),
    ],
)
def test_read_on(text: str) -> None:
    assert _may_tell(Document("d", text, published=WRITTEN))


def test_nothing_that_tells_is_put_away() -> None:
    """All labelled texts of the project: what is put away unread tells nothing when it is read all the same."""
    folders = [PROJECT / "sample_data" / "documents", PROJECT / "benchmarks" / "fresh" / "texts"]
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    documents = [item for path in paths for item in read_file(path, path.name, None)]
    away = [item for item in documents if isinstance(item, Document) and not _may_tell(item)]
    assert away
    assert [document.doc_id for document in away if read.read_story(document).events] == []
