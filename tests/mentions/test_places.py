"""Where: places as one sentence names them."""

import re

import pytest

from core.mentions.atoms import read_line
from core.mentions.names import Vocabulary
from core.mentions.places import find_places
from core.mentions.where import Where
from core.model import Sentence


def places(text: str) -> list[Where]:
    plain = frozenset(re.findall(r"\b[a-z]{2,}\b", text))
    return find_places(read_line(Sentence(text, 0, 0), Vocabulary(plain, frozenset())))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(where.city, where.country, where.how) for where in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The talks took place in Vientiane.", ("Vientiane", "LAO", "at"), id="in a city"),
        pytest.param("They met outside London.", ("London", "GBR", "at"), id="outside a city"),
        pytest.param("The delegation reached Tashkent.", ("Tashkent", "UZB", "to"), id="a journey's end"),
        pytest.param("They met in Zeytin, Istanbul.", ("Istanbul", "TUR", "at"), id="a quarter of a city"),
        pytest.param("He flew to Baku.", ("Baku", "AZE", "to"), id="towards"),
        pytest.param("He came from Moscow.", ("Moscow", "RUS", "from"), id="from"),
        pytest.param(
            "They met at the Pentagon.", ("Washington", "USA", "at"), id="a building stands in its city"
        ),
        pytest.param("at Yelahanka air base", ("Bengaluru", "IND", "at"), id="a base stands by its city"),
        pytest.param("They met in Laos.", ("", "LAO", "at"), id="a country alone"),
        pytest.param("He spoke in Singapore.", ("Singapore", "SGP", "at"), id="a city that is a country"),
        pytest.param("They spoke of the situation in Sudan.", ("", "SDN", "about"), id="a situation there"),
        pytest.param("He saw the war in Kharkiv.", ("Kharkiv", "UKR", "about"), id="a war there"),
        pytest.param("The event in Bengaluru ended.", ("Bengaluru", "IND", "at"), id="an event there"),
        pytest.param("in the Laotian capital", ("Vientiane", "LAO", "at"), id="the capital by its country"),
        pytest.param(
            "The minister landed in the capital.", ("", "", "at"), id="the capital, whose is told elsewhere"
        ),
        pytest.param("He spoke here on Friday.", ("", "", "here"), id="here"),
        pytest.param("He stayed there for a week.", ("", "", "there"), id="there"),
    ],
)
def test_one_place(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Moscow rejected the plan.", id="a government speaks"),
        pytest.param("The Tokyo meeting was short.", id="an attribute"),
        pytest.param("In India's view the matter is closed.", id="a view is no place"),
        pytest.param("There is no doubt about it.", id="there is"),
        pytest.param("US Defense Secretary Lloyd Austin spoke.", id="Austin the man"),
        pytest.param("It was a nice day.", id="nice, no city"),
        pytest.param("The capital gains were small.", id="capital that is money"),
    ],
)
def test_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("in Qingdao, China", ("Qingdao", "CHN", "at"), id="city and country"),
        pytest.param("He met him in Austin, Texas.", ("Austin", "USA", "at"), id="city and state"),
    ],
)
def test_what_stands_behind_a_city_is_no_place_of_its_own(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


def test_from_one_city_to_another() -> None:
    assert told("from Moscow to Delhi") == [("Moscow", "RUS", "from"), ("New Delhi", "IND", "to")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He saw leaders in Chile, Peru and Brazil.", ["CHL", "PER", "BRA"], id="a list behind in"
        ),
        pytest.param("He is on a tour of Chile and the Maldives.", ["CHL", "MDV"], id="a tour of"),
        pytest.param(
            "At talks held in Chile, Peru and Brazil agreed.", ["CHL"], id="the list is the subject"
        ),
        pytest.param("In Chile, Peru and Brazil met.", ["CHL"], id="a list that opens the sentence"),
    ],
)
def test_lists_of_places(text: str, expected: list[str]) -> None:
    assert [where.country for where in places(text)] == expected
