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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "When the two met in Brussels earlier in the month he had asked for shells.",
            ["2023-10-01 Brussels"],
            id="another meeting",
        ),
        pytest.param(
            "When he comes to London in November the Danish minister will see the King.",
            ["2023-11-01 London", "2023-11-01 London"],
            id="what is to come, told in the present",
        ),
        pytest.param("When the two met on Tuesday he asked for shells.", [], id="the same meeting"),
    ],
)
def test_when_clauses(line: str, expected: list[str]) -> None:
    text = f"COPENHAGEN, Oct. 31, 2023 - Denmark's defence minister Troels Lund Poulsen received Britain's defence secretary Grant Shapps on Tuesday. {line}"
    found = rows(text, date(2023, 10, 31))
    assert [f"{r.when.start} {r.city}" for r in found] == ["2023-10-31 Copenhagen", *expected]


@pytest.mark.parametrize(
    ("title", "city"),
    [
        pytest.param("Minister in Nuuk, colleague in Oslo", "Copenhagen", id="two towns"),
        pytest.param("Minister in Nuuk", "Nuuk", id="one town"),
    ],
)
def test_a_headline_with_two_towns_places_nothing(title: str, city: str) -> None:
    text = f"{title}\n\nCOPENHAGEN, Oct. 31, 2023 - Denmark's defence minister Troels Lund Poulsen met Britain's Grant Shapps on Tuesday."
    (row,) = rows(text, date(2023, 10, 31))
    assert row.city == city


def test_each_partner_has_the_town_behind_him() -> None:
    text = "Canada's defence minister Harjit Sajjan met Japan's Takeshi Iwaya in Tokyo on June 4 and South Korea's Jeong Kyeong-doo in Seoul the next day."
    assert [(r.city, str(r.when.start)) for r in rows(text, date(2019, 6, 20))] == [
        ("Tokyo", "2019-06-04"),
        ("Seoul", "2019-06-05"),
    ]


@pytest.mark.parametrize(
    ("line", "host"),
    [
        pytest.param("Two days later he was received by Singapore's Ng Eng Hen.", "SGP", id="received"),
        pytest.param("Two days later he met Singapore's Ng Eng Hen.", "VNM", id="met"),
        pytest.param(
            "At the ADMM-Plus there he was received by Japan's Takeshi Iwaya.", "VNM", id="a forum elsewhere"
        ),
    ],
)
def test_who_receives_is_at_home(line: str, host: str) -> None:
    text = "Canada's defence minister Harjit Sajjan called on Vietnam's Ngo Xuan Lich in Hanoi on June 7. "
    found = [r for r in rows(text + line, date(2019, 6, 20)) if r.kind.value == "bilateral"]
    assert found[-1].host_country == host


def test_a_day_of_something_else_is_no_day_of_the_visit() -> None:
    text = "On Monday Nepal's army chief General Purna Chandra Thapa went to Xi'an in China, where an earthquake was felt on 2 June."
    (row,) = rows(text, date(2019, 10, 2))
    assert str(row.when.start) == "2019-09-30"


def test_where_somebody_had_been_is_not_where_the_story_is() -> None:
    text = (
        "Seoul, 2 November 2022 - South Korea's defence minister Lee Jong-sup met Mariusz Blaszczak of Poland. "
        "His deputy had been in Warsaw last month.\n\nLater in the day the minister received General Paul LaCamera of the United States."
    )
    assert {r.city for r in rows(text, date(2022, 11, 2))} == {"Seoul"}


GUESTS = "Slovakia's defence minister Peter Gajdoš met Mariusz Błaszczak of Poland, Tibor Benkő of Hungary and Lubomír Metnar of Czechia one after the other. "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "The ministers of the three neighbours had held a trilateral of their own in Warsaw on Tuesday.",
            "CZE HUN POL",
            id="three neighbours",
        ),
        pytest.param(
            "Germany was represented by Peter Tauber, who afterwards saw Gajdoš alone.",
            "DEU SVK",
            id="represented by somebody who then met him",
        ),
        pytest.param("Germany was represented by the tank brigade.", "HUN SVK", id="represented by things"),
    ],
)
def test_who_they_are(line: str, expected: str) -> None:
    found = [
        r for r in rows(GUESTS + line, date(2019, 7, 18)) if r.kind.value in ("bilateral", "multilateral")
    ]
    assert expected in [" ".join(r.countries) for r in found]
    assert ("DEU" in expected) == any("DEU" in r.countries for r in found)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        pytest.param(
            "His opposite number, General César Astudillo, welcomed them at headquarters.",
            ["César Astudillo", "Jaime Zabala"],
            id="welcomed them",
        ),
        pytest.param(
            "Zabala's talks with Defence Minister Nuria Esparch were on Tuesday, 4 May.",
            ["Jaime Zabala", "Nuria Esparch"],
            id="his talks were on",
        ),
        pytest.param("Zabala's talks with Defence Minister Nuria Esparch were in doubt.", [], id="in doubt"),
    ],
)
def test_the_hosts_side(line: str, people: list[str]) -> None:
    text = (
        "La Paz, May 4, 2021\n\nThe commander of the Bolivian armed forces, General Jaime Zabala, came to the Peruvian "
        f"capital on Monday with six officers. {line}"
    )
    found = [r for r in rows(text, date(2021, 5, 4)) if r.kind.value == "bilateral"]
    assert [[p.name for p in r.people] for r in found] == ([people] if people else [])
    assert all(r.countries == ("BOL", "PER") and r.host_country == "PER" for r in found)
