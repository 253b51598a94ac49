"""Days and places: what a heading, a dateline and the line before give, and where they end."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis, Report
from core.reports.read import read_document


def rows(text: str, day: date | None = None) -> list[Report]:
    basis = PublishedBasis.HEADER if day else PublishedBasis.UNKNOWN
    return read_document(Document("d.txt", text, published=day, published_basis=basis))


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Defence diplomacy diary: 2019", id="behind a colon"),
        pytest.param("Defence diplomacy diary 2019", id="behind a word"),
        pytest.param("Defence diplomacy diary | 2019", id="behind a bar"),
        pytest.param("Defence diplomacy diary - 2019", id="behind a dash"),
    ],
)
def test_the_year_of_the_title_dates_the_entries(title: str) -> None:
    entries = (
        "20 February - Nirmala Sitharaman met Sweden's Peter Hultqvist.\n\n"
        "2 September - Tokyo. Rajnath Singh and Takeshi Iwaya of Japan met.\n"
    )
    assert [str(r.when.start) for r in rows(f"{title}\n\n{entries}")] == ["2019-02-20", "2019-09-02"]


@pytest.mark.parametrize(
    ("line", "city"),
    [
        pytest.param("In November he met Charles Flynn of the United States.", "", id="months later"),
        pytest.param("On June 6 he met Charles Flynn of the United States.", "Jakarta", id="the next day"),
        pytest.param("He also met Charles Flynn of the United States.", "Jakarta", id="no day of its own"),
    ],
)
def test_a_place_holds_for_the_same_stay(line: str, city: str) -> None:
    text = f"2023\n\nBoris Pistorius, Germany's defence minister, met Prabowo Subianto of Indonesia in Jakarta on June 5, 2023. {line}"
    assert rows(text)[-1].city == city


def test_a_town_with_a_small_word_ends_no_dateline() -> None:
    text = "Dar es Salaam, June 28, 2022: India's Defence Secretary Ajay Kumar called on Stergomena Tax, the defence minister."
    (row,) = rows(text, date(2022, 6, 28))
    assert (row.host_country, row.city, row.countries) == ("TZA", "Dar es Salaam", ("IND", "TZA"))


def test_an_office_of_a_countrys_force() -> None:
    text = "Ben Wallace, Britain's defence secretary, and the Bahrain Defence Force's Commander-in-Chief, Field Marshal Khalifa bin Ahmed Al Khalifa, met on Sunday."
    (row,) = rows(text, date(2022, 11, 20))
    assert row.countries == ("BHR", "GBR")
    assert [person.name for person in row.people] == ["Ben Wallace", "Khalifa bin Ahmed Al Khalifa"]
