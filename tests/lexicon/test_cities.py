"""Cities and other places by name, and what is risky about some of them."""

import pytest

from core.errors import LexiconError
from core.lexicon import cities as module
from core.lexicon.cities import cities, places


@pytest.mark.parametrize(
    ("name", "city", "country"),
    [
        pytest.param("new delhi", "New Delhi", "IND", id="a capital"),
        pytest.param("delhi", "New Delhi", "IND", id="one city with it"),
        pytest.param("bangalore", "Bengaluru", "IND", id="the older Indian name"),
        pytest.param("vizag", "Visakhapatnam", "IND", id="the short form"),
        pytest.param("kiev", "Kyiv", "UKR", id="the Russian name"),
        pytest.param("saigon", "Ho Chi Minh City", "VNM", id="the name until 1976"),
        pytest.param("haiphong", "Hai Phong", "VNM", id="in one word"),
        pytest.param("washington, d.c.", "Washington", "USA", id="with the district"),
        pytest.param("malé", "Malé", "MDV", id="with the accent"),
        pytest.param("male", "Malé", "MDV", id="without it"),
        pytest.param("magelang", "Magelang", "IDN", id="a garrison town"),
        pytest.param("pithoragarh", "Pithoragarh", "IND", id="a small one"),
        pytest.param("berrechid", "Berrechid", "MAR", id="a factory"),
        pytest.param("ramstein-miesenbach", "Ramstein-Miesenbach", "DEU", id="a small one with a base"),
        pytest.param("naypyidaw", "Naypyidaw", "MMR", id="a new capital"),
        pytest.param("sao paulo", "São Paulo", "BRA", id="no accents"),
        pytest.param("hyderabad", "Hyderabad", "IND", id="the larger of two comes first"),
    ],
)
def test_cities(name: str, city: str, country: str) -> None:
    first = cities()[name][0]
    assert (first.name, first.country) == (city, country)


@pytest.mark.parametrize(
    ("name", "weak"),
    [
        pytest.param("male", True, id="an adjective"),
        pytest.param("nice", True, id="another"),
        pytest.param("reading", True, id="a verb"),
        pytest.param("austin", True, id="a secretary's surname"),
        pytest.param("george", True, id="a given name"),
        pytest.param("victoria", True, id="a name and a state"),
        pytest.param("santos", True, id="a surname"),
        pytest.param("new delhi", False, id="New Delhi"),
        pytest.param("moscow", False, id="Moscow"),
        pytest.param("perth", False, id="Perth"),
        pytest.param("long beach", False, id="two common words, one great city"),
    ],
)
def test_weak_names(name: str, weak: bool) -> None:
    assert cities()[name][0].weak is weak


@pytest.mark.parametrize("name", ["singh", "minister", "of", "", "delhi university"])
def test_what_is_no_city(name: str) -> None:
    assert name not in cities()


def test_cities_of_one_name_are_sorted_by_size() -> None:
    unsorted = [
        name
        for name, known in cities().items()
        if [city.population for city in known] != sorted((city.population for city in known), reverse=True)
    ]
    assert unsorted == []


@pytest.mark.parametrize(
    ("name", "city", "country", "kind"),
    [
        pytest.param("pentagon", "Washington", "USA", "venue", id="a building"),
        pytest.param("manekshaw centre", "New Delhi", "IND", "venue", id="where ministers meet"),
        pytest.param("manekshaw center", "New Delhi", "IND", "venue", id="in American spelling"),
        pytest.param("camp smith", "Honolulu", "USA", "base", id="a headquarters"),
        pytest.param("camp h.m. smith", "Honolulu", "USA", "base", id="its full name"),
        pytest.param("hawaii", "", "USA", "region", id="a state names no city"),
        pytest.param("ichigaya", "Tokyo", "JPN", "venue", id="a part of Tokyo"),
        pytest.param("hong ha shipyard", "Hai Phong", "VNM", "venue", id="a yard"),
        pytest.param("nato headquarters", "Brussels", "BEL", "venue", id="an organisation's seat"),
        pytest.param("ramstein air base", "Ramstein-Miesenbach", "DEU", "base", id="an air base"),
        pytest.param("gujarat", "", "IND", "region", id="an Indian state"),
        pytest.param("scotland", "", "GBR", "country_part", id="a nation of the UK"),
        pytest.param("crimea", "", "UKR", "region", id="Crimea"),
    ],
)
def test_places(name: str, city: str, country: str, kind: str) -> None:
    place = places()[name]
    assert (place.city, place.country, place.kind) == (city, country, kind)


@pytest.mark.parametrize("name", ["georgia", "defence ministry", "india"])
def test_what_is_no_place(name: str) -> None:
    assert name not in places()


ROW = {
    "name": "A",
    "country": "IND",
    "aliases": "",
    "weak": "",
    "lat": "1",
    "lon": "2",
    "population": "3",
    "source": "S",
}
PLACE = {"name": "A", "country": "IND", "kind": "venue", "source": "S"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param({"lat": "north"}, "lat, lon and population must be numbers", id="no number"),
        pytest.param({"country": "IN"}, "alpha-3 code", id="two letters"),
        pytest.param({"name": ""}, "needs a name", id="no name"),
    ],
)
def test_bad_cities_are_errors(row: dict[str, str], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_csv", lambda _: [ROW | row])
    with pytest.raises(LexiconError, match=problem):
        cities.__wrapped__()


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        pytest.param([PLACE | {"kind": "pub"}], "kind must be one of", id="unknown kind"),
        pytest.param([PLACE, PLACE | {"name": "B", "aliases": ["a"]}], "'a' is already A", id="two owners"),
        pytest.param(
            [{"name": "A", "country": "IND", "kind": "venue"}], "needs the field 'source'", id="no source"
        ),
    ],
)
def test_bad_places_are_errors(
    entries: list[dict[str, object]], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda _: entries)
    with pytest.raises(LexiconError, match=problem):
        places.__wrapped__()
