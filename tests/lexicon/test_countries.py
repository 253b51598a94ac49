"""Countries by code and by every way reporters write them."""

import pytest

from core.errors import LexiconError
from core.lexicon import countries as module
from core.lexicon.countries import countries, country, country_name


def codes_of(name: str) -> list[str]:
    return [known.code for known in countries().values() if name in known.names]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        pytest.param("KOR", "South Korea", id="the short name, not Republic of Korea"),
        pytest.param("LAO", "Laos", id="not the official name of ISO"),
        pytest.param("IRN", "Iran", id="without Islamic Republic"),
        pytest.param("TUR", "Türkiye", id="the name since 2022"),
        pytest.param("XKX", "Kosovo", id="not in ISO"),
        pytest.param("ZZZ", "ZZZ", id="an unknown code is its own name"),
        pytest.param("", "", id="no code"),
    ],
)
def test_country_name(code: str, name: str) -> None:
    assert country_name(code) == name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("U.S.", "USA", id="points"),
        pytest.param("US", "USA", id="no points"),
        pytest.param("America", "USA", id="the continent's name for the country"),
        pytest.param("Britain", "GBR", id="Britain"),
        pytest.param("ROK", "KOR", id="the southern republic"),
        pytest.param("DPRK", "PRK", id="the northern one"),
        pytest.param("Democratic People’s Republic of Korea", "PRK", id="a curly apostrophe"),
        pytest.param("PRC", "CHN", id="PRC"),
        pytest.param("Republic of China", "TWN", id="the other China"),
        pytest.param("Burma", "MMR", id="the older name"),
        pytest.param("Cape Verde", "CPV", id="the English name"),
        pytest.param("Cote d'Ivoire", "CIV", id="no accent"),
        pytest.param("Republic of the Congo", "COG", id="Brazzaville"),
        pytest.param("Democratic Republic of the Congo", "COD", id="Kinshasa"),
        pytest.param("Guinea-Bissau", "GNB", id="not Guinea"),
        pytest.param("Papua New Guinea", "PNG", id="nor this one"),
    ],
)
def test_strong_names(name: str, code: str) -> None:
    assert codes_of(name) == [code]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Georgia", "GEO", id="a state of the US"),
        pytest.param("Jordan", "JOR", id="a given name"),
        pytest.param("Chad", "TCD", id="another given name"),
        pytest.param("Guinea", "GIN", id="part of longer names"),
        pytest.param("Jersey", "JEY", id="New Jersey is elsewhere"),
        pytest.param("Korea", "KOR", id="which of the two"),
    ],
)
def test_weak_names_are_not_strong(name: str, code: str) -> None:
    known = country(code)
    assert known is not None
    assert name in known.weak
    assert codes_of(name) == []


@pytest.mark.parametrize(
    ("code", "adjective", "people", "government"),
    [
        pytest.param("IND", "Indian", "Indians", "New Delhi", id="India"),
        pytest.param("ARE", "Emirati", "Emiratis", "Abu Dhabi", id="an adjective unlike the name"),
        pytest.param("GBR", "British", "Britons", "Whitehall", id="a street for the government"),
        pytest.param("USA", "American", "Americans", "Pentagon", id="a building for it"),
        pytest.param("RUS", "Russian", "Russians", "Kremlin", id="a palace for it"),
        pytest.param("NLD", "Dutch", "Dutchmen", "The Hague", id="not the capital"),
    ],
)
def test_adjectives_people_and_governments(code: str, adjective: str, people: str, government: str) -> None:
    known = country(code)
    assert known is not None
    assert adjective in known.adjectives
    assert people in known.people
    assert government in known.governments


def test_prefixes_of_other_words_are_no_adjectives() -> None:
    adjectives = {word for known in countries().values() for word in known.adjectives}
    assert not {"Indo", "Kiwi", "English"} & adjectives  # Indo-Pacific, the fruit, the language


def test_brussels_does_not_speak_for_belgium() -> None:
    assert [known.code for known in countries().values() if "Brussels" in known.governments] == []


def test_regions_are_those_of_the_united_nations() -> None:
    found = {code: countries()[code].region for code in ("IND", "VNM", "RUS", "KEN", "USA")}
    assert found == {
        "IND": "Southern Asia",
        "VNM": "South-eastern Asia",
        "RUS": "Eastern Europe",
        "KEN": "Sub-Saharan Africa",
        "USA": "Northern America",
    }


def test_an_unknown_country_is_none() -> None:
    assert country("ZZZ") is None


def test_a_code_twice_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = {"code": "AAA", "name": "A", "region": "R", "source": "S"}
    monkeypatch.setattr(module, "read_yaml", lambda _: [entry, entry])
    with pytest.raises(LexiconError, match=r"countries.yaml, entry 'AAA': this code is there twice"):
        countries.__wrapped__()


def test_a_missing_field_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda _: [{"code": "AAA", "name": "A", "source": "S"}])
    with pytest.raises(LexiconError, match="needs the field 'region'"):
        countries.__wrapped__()
