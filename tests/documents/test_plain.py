"""Documents made of plain text: title, date, language."""

from datetime import date

import pytest

from core.documents.language import guess_language
from core.documents.plain import find_title, make_document
from core.model import PublishedBasis

STORY = "The two ministers met here on Friday and spoke of trade between the countries for more than an hour."
GIVEN, STATED = date(2020, 1, 2), date(2021, 3, 4)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(f"Talks in Delhi\n\n{STORY}", "Talks in Delhi", id="first line"),
        pytest.param(
            f"Ministry of Defence\nTalks in Delhi\n\n{STORY}", "Talks in Delhi", id="below the issuing body"
        ),
        pytest.param(f"# Talks in Delhi\n\n{STORY}", "Talks in Delhi", id="markdown"),
        pytest.param(f"22 November 2024\nTalks in Delhi\n\n{STORY}", "Talks in Delhi", id="below the date"),
        pytest.param(
            f" date 2024-11-22 Talks in Delhi\n\n{STORY}", "Talks in Delhi", id="behind the own prefix"
        ),
        pytest.param(f"Will they talk?\n\n{STORY}", "Will they talk?", id="question"),
        pytest.param(STORY, "", id="story at once"),
        pytest.param(f"TOKYO, Sept. 5, 2017 (Agency) - Talks\n\n{STORY}", "", id="dateline at once"),
        pytest.param("", "", id="empty"),
    ],
)
def test_find_title(text: str, title: str) -> None:
    assert find_title(text) == title


@pytest.mark.parametrize(
    ("text", "stated", "given", "published", "basis"),
    [
        pytest.param(f"Delhi, 5 May 2023 - {STORY}", None, GIVEN, date(2023, 5, 5), PublishedBasis.DATELINE, id="its own"),
        pytest.param(f"Delhi, 5 May 2023 - {STORY}", STATED, GIVEN, STATED, PublishedBasis.METADATA, id="stated"),
        pytest.param(STORY, None, GIVEN, GIVEN, PublishedBasis.GIVEN, id="given"),
        pytest.param(STORY, None, None, None, PublishedBasis.UNKNOWN, id="none"),
    ],
)  # fmt: skip
def test_published(
    text: str, stated: date | None, given: date | None, published: date | None, basis: PublishedBasis
) -> None:
    document = make_document("a.txt", text, stated=stated, given=given)
    assert (document.published, document.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(STORY, "en", id="English"),
        pytest.param("Les ministres des deux pays se sont vus dans la capitale pour une heure avec le roi.", "fr", id="French"),
        pytest.param("Die Minister der Länder trafen sich in der Hauptstadt und sprachen mit dem König.", "de", id="German"),
        pytest.param("Rajnath Shoigu Delhi", "und", id="names alone"),
        pytest.param("12 : 34", "und", id="no words"),
    ],
)  # fmt: skip
def test_language(text: str, language: str) -> None:
    assert guess_language(text) == language
