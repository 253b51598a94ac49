"""Proves the data of countries, offices, holders, ranks, cities and places whole."""

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pycountry
import pytest

from core.lexicon.cities import City, Place, cities, places
from core.lexicon.countries import countries
from core.lexicon.files import read_csv, read_yaml
from core.lexicon.offices import Term, honorifics, office_phrases, offices, ranks, terms

NO_COUNTRY = {"secretary_general", "high_representative"}  # they speak for an organisation
SEVERAL_HOLDERS = {
    "ambassador",
    "assistant_defence_secretary",
    "cmc_vice_chairman",
    "commander",
    "defence_policy_secretary",
    "deputy_defence_minister",
    "deputy_foreign_minister",
    "deputy_national_security_adviser",
    "deputy_prime_minister",
    "high_representative",
    "intelligence_chief",
    "second_defence_minister",
    "secretary_general",
    "special_envoy",
    "state_defence_minister",
    "us_regional_commander",
    "vice_president",
    "vice_service_chief",
}
FILES = ["countries.yaml", "offices.yaml", "ranks.yaml", "places.yaml", "holders.csv", "cities.csv"]


def entries(file: str) -> list[dict[str, object]]:
    return [dict(entry) for entry in (read_yaml(file) if file.endswith("yaml") else read_csv(file))]


def towns() -> list[City]:
    return list(dict.fromkeys(city for known in cities().values() for city in known))


def all_places() -> list[Place]:
    return list(dict.fromkeys(places().values()))


@pytest.mark.parametrize("file", FILES)
def test_each_entry_has_a_source(file: str) -> None:
    assert [entry for entry in entries(file) if not str(entry.get("source", "")).strip()] == []


@pytest.mark.parametrize("file", FILES)
def test_no_text_has_stray_spaces(file: str) -> None:
    values = [
        value
        for entry in entries(file)
        for field in entry.values()
        for value in (field if isinstance(field, list) else [field])
        if isinstance(value, str)
    ]
    assert [value for value in values if value != value.strip() or "  " in value or "\n" in value] == []


def test_every_country_of_iso_is_there() -> None:
    assert set(countries()) == {country.alpha_3 for country in pycountry.countries} | {"XKX"}


def test_no_name_belongs_to_two_countries() -> None:
    owners = defaultdict(set)
    for country in countries().values():
        for name in (*country.names, *country.weak, *country.adjectives, *country.governments):
            owners[name.casefold()].add(country.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_name_is_strong_and_weak() -> None:
    for country in countries().values():
        assert not set(country.names) & set(country.weak), country.code


def test_every_country_can_be_named() -> None:
    assert [country.code for country in countries().values() if not (country.names or country.weak)] == []


def test_capitals_are_cities() -> None:
    uninhabited = {"ATA", "ATF", "BVT", "HMD", "SGS", "UMI", "IOT"}
    hamlets = {"ATG", "ESH", "GGY", "GRD", "NFK", "NRU", "TKL", "WLF", "BES", "SPM", "PCN"}
    missing = [
        country.code
        for country in countries().values()
        if country.code not in uninhabited | hamlets
        and not any(city.country == country.code for city in cities().get(country.capital.casefold(), ()))
    ]
    assert missing == []


def test_phrases_are_lower_case_and_have_one_owner() -> None:
    phrases = [phrase for office in offices().values() for phrase in office.phrases]
    assert [phrase for phrase in phrases if phrase != phrase.lower()] == []
    assert len(phrases) == len(set(phrases)) == len(office_phrases())


def test_american_spellings_stand_beside_british_ones() -> None:
    phrases = office_phrases()
    spelled = [phrase for phrase in phrases if re.search(r"\bdefence\b", phrase)]
    assert [phrase for phrase in spelled if phrase.replace("defence", "defense") not in phrases] == []


def test_overrides_name_countries() -> None:
    codes = {code for office in offices().values() for code in office.by_country}
    assert codes <= set(countries())


def test_terms_name_countries_and_offices() -> None:
    strange = [
        term
        for term in terms()
        if term.office not in offices() or (term.country not in countries()) != (term.office in NO_COUNTRY)
    ]
    assert strange == []


def test_terms_are_ordered_and_begin_in_the_past() -> None:
    assert [term for term in terms() if term.since > term.until] == []
    assert max(term.since for term in terms()) < date(2027, 1, 1)
    assert [term for term in terms() if term.until < date(2014, 1, 1)] == []


def test_terms_of_one_office_do_not_overlap() -> None:
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms():
        if term.office not in SEVERAL_HOLDERS:
            held[term.country, term.office].append(term)
    overlaps = [
        (first.name, second.name)
        for known in held.values()
        for first, second in pairwise(sorted(known, key=lambda term: term.since))
        if second.since <= first.until
    ]
    assert overlaps == []


def test_nobody_is_listed_twice_with_one_beginning() -> None:
    keys = [(term.country, term.office, term.name, term.since) for term in terms()]
    assert len(keys) == len(set(keys))


def test_surnames_and_aliases_are_names() -> None:
    bad = [
        term.name
        for term in terms()
        for name in (term.name, term.surname, *term.aliases)
        if not name or re.search(r"[\d;,]$|^[a-z]$|\(", name)
    ]
    assert bad == []


def test_breadth_of_the_holders() -> None:
    ministers = {term.country for term in terms() if term.office == "defence_minister"}
    assert len(ministers) >= 90
    assert len(terms()) >= 1200


def test_ranks_and_honorifics_are_apart() -> None:
    assert not set(ranks()) & set(honorifics())


def test_cities_lie_on_earth_in_known_countries() -> None:
    strange = [
        city
        for city in towns()
        if city.country not in countries() or abs(city.lat) > 90 or abs(city.lon) > 180 or city.population < 0
    ]
    assert strange == []


def test_a_country_has_a_city_name_once() -> None:
    doubles = {
        name: known
        for name, known in cities().items()
        if len({city.country for city in known}) < len(known)
        and len({city.name for city in known}) < len(known)
    }
    assert doubles == {}


def test_places_lie_in_known_countries_and_cities() -> None:
    for place in all_places():
        assert place.country in countries(), place.name
        lying = [city.country for city in cities().get(place.city.casefold(), ())]
        assert not place.city or place.country in lying, (
            f"{place.name}: {place.city} is no city of {place.country}"
        )


def test_places_are_not_countries() -> None:
    strong = {name.casefold() for country in countries().values() for name in country.names}
    allowed = {"diego garcia"}
    assert {name for name in places() if name in strong} <= allowed
