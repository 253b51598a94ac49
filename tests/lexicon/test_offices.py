"""Offices by phrase, their holders by day and by name."""

from datetime import date

import pytest

from core.errors import LexiconError
from core.lexicon import offices as module
from core.lexicon.offices import (
    holder,
    holders_named,
    honorifics,
    office_in,
    office_phrases,
    offices,
    ranks,
    terms,
)


@pytest.mark.parametrize(
    ("phrase", "country", "code"),
    [
        pytest.param("defence minister", "IND", "defence_minister", id="British spelling"),
        pytest.param("defense minister", "JPN", "defence_minister", id="American spelling"),
        pytest.param("raksha mantri", "IND", "defence_minister", id="Hindi"),
        pytest.param(
            "minister of the armed forces and veterans affairs", "FRA", "defence_minister", id="France"
        ),
        pytest.param("cabinet secretary for defence", "KEN", "defence_minister", id="Kenya"),
        pytest.param("secretary of war", "USA", "defence_minister", id="the title of 2025"),
        pytest.param("head of the pentagon", "USA", "defence_minister", id="by the building"),
        pytest.param("defence secretary", "IND", "defence_secretary", id="an official in India"),
        pytest.param("defence secretary", "GBR", "defence_minister", id="the minister in Britain"),
        pytest.param("defence secretary", "USA", "defence_minister", id="the minister in the US"),
        pytest.param("secretary of defence", "AUS", "defence_secretary", id="an official in Australia"),
        pytest.param("secretary of defense", "USA", "defence_minister", id="the American spelling of it"),
        pytest.param("secretary of state for defence", "GBR", "defence_minister", id="the full title"),
        pytest.param(
            "secretary of state for defence", "PRT", "deputy_defence_minister", id="a deputy in Portugal"
        ),
        pytest.param("foreign secretary", "GBR", "foreign_minister", id="the minister in Britain, too"),
        pytest.param("foreign secretary", "IND", "foreign_secretary", id="an official in India, too"),
        pytest.param("defence chief", "JPN", "defence_minister", id="how agencies say minister"),
        pytest.param("defence chief", "IND", "defence_chief", id="ambiguous elsewhere"),
        pytest.param("chief of the army staff", "IND", "army_chief", id="army"),
        pytest.param("chairman of the joint chiefs of staff", "USA", "chief_of_defence", id="US"),
        pytest.param(
            "minister of state for defence affairs", "QAT", "defence_minister", id="Qatar's minister"
        ),
        pytest.param(
            "minister of state for defence", "IND", "state_defence_minister", id="India's junior one"
        ),
        pytest.param("national security advisor", "USA", "national_security_adviser", id="adviser with o"),
        pytest.param("Prime Minister", "IND", "prime_minister", id="capitals"),
        pytest.param("commander of the indo-pacific command", "USA", "indopacom_commander", id="a command"),
    ],
)
def test_office_in(phrase: str, country: str, code: str) -> None:
    office = office_in(phrase, country)
    assert office is not None
    assert office.code == code


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("defence ministry", id="a ministry is no person"),
        pytest.param("defence ministers' meeting", id="a forum"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_office(phrase: str) -> None:
    assert office_in(phrase, "IND") is None


@pytest.mark.parametrize(
    ("code", "track", "level"),
    [
        pytest.param("defence_minister", "defence", "minister", id="defence"),
        pytest.param("national_security_adviser", "security", "minister", id="security"),
        pytest.param("foreign_minister", "diplomatic", "minister", id="diplomatic"),
        pytest.param("president", "leaders", "leader", id="leaders"),
        pytest.param("finance_minister", "other", "minister", id="other"),
        pytest.param("army_chief", "defence", "chief", id="a service chief"),
    ],
)
def test_track_and_level(code: str, track: str, level: str) -> None:
    assert (offices()[code].track, offices()[code].level) == (track, level)


@pytest.mark.parametrize(
    ("office", "country", "on", "name"),
    [
        pytest.param("defence_minister", "IND", date(2019, 5, 31), "Rajnath Singh", id="the first day"),
        pytest.param("defence_minister", "IND", date(2019, 5, 29), "Nirmala Sitharaman", id="just before"),
        pytest.param("defence_minister", "IND", date(2017, 4, 1), "Arun Jaitley", id="a second spell"),
        pytest.param("defence_minister", "RUS", date(2023, 4, 28), "Sergei Shoigu", id="Shoigu's day"),
        pytest.param("defence_minister", "RUS", date(2024, 7, 1), "Andrei Belousov", id="Belousov's day"),
        pytest.param("defence_minister", "CHN", date(2023, 11, 15), None, id="nobody between Li and Dong"),
        pytest.param("defence_minister", "JPN", date(2026, 1, 9), "Shinjiro Koizumi", id="in office"),
        pytest.param("defence_minister", "FRA", date(2026, 2, 17), "Catherine Vautrin", id="France in 2026"),
        pytest.param("defence_minister", "GBR", date(2026, 6, 11), "Dan Jarvis", id="the day of the change"),
        pytest.param("president", "USA", date(2025, 1, 20), "Donald Trump", id="inauguration day"),
        pytest.param("army_chief", "IND", date(2024, 10, 15), "Upendra Dwivedi", id="a service chief"),
        pytest.param("indopacom_commander", "USA", date(2024, 10, 1), "Samuel Paparo", id="a commander"),
        pytest.param("defence_minister", "IND", date(1990, 1, 1), None, id="before the table begins"),
        pytest.param(
            "deputy_defence_minister", "USA", date(2022, 1, 1), "Kathleen Hicks", id="one of many posts"
        ),
        pytest.param("ambassador", "IND", date(2024, 10, 1), None, id="several hold it, so none is told"),
        pytest.param("defence_minister", "ZZZ", date(2024, 1, 1), None, id="no such country"),
        pytest.param("tea_maker", "IND", date(2024, 1, 1), None, id="no such office"),
    ],
)
def test_holder(office: str, country: str, on: date, name: str | None) -> None:
    assert holder(office, country, on) == name


@pytest.mark.parametrize(
    ("name", "country", "holder_name"),
    [
        pytest.param("Giang", "VNM", "Phan Văn Giang", id="Vietnamese: the last name"),
        pytest.param("phan van giang", "VNM", "Phan Văn Giang", id="no accents, no capitals"),
        pytest.param("Dong", "CHN", "Dong Jun", id="Chinese: the first name"),
        pytest.param("Kihara Minoru", "JPN", "Minoru Kihara", id="Japanese order"),
        pytest.param("Minoru Kihara", "JPN", "Minoru Kihara", id="English order"),
        pytest.param("Shoygu", "RUS", "Sergei Shoigu", id="another transliteration"),
        pytest.param("Andrey Belousov", "RUS", "Andrei Belousov", id="Andrey for Andrei"),
        pytest.param("Victor Khrenin", "BLR", "Viktor Khrenin", id="Victor for Viktor"),
        pytest.param("Zhaxylykov", "KAZ", "Ruslan Zhaksylykov", id="x for ks"),
        pytest.param("Prabowo", "IDN", "Prabowo Subianto", id="called by the first name"),
        pytest.param("Hegseth", "USA", "Pete Hegseth", id="surname alone"),
        pytest.param("Erdogan", "TUR", "Recep Tayyip Erdoğan", id="an accent less"),
        pytest.param("Khaled Nordin", "MYS", "Mohamed Khaled Nordin", id="a shorter form"),
        pytest.param("Joseph R. Biden, Jr.", "USA", "Joe Biden", id="the full style"),
    ],
)
def test_holders_named(name: str, country: str, holder_name: str) -> None:
    assert (country, holder_name) in {(term.country, term.name) for term in holders_named(name)}


def test_a_common_surname_gives_all_who_bear_it() -> None:
    assert {term.country for term in holders_named("Kim")} >= {"KOR", "PRK"}


@pytest.mark.parametrize("name", ["Minoru", "Van Giang", "Nobody Atall", ""])
def test_given_names_and_unknown_ones_find_nobody(name: str) -> None:
    assert holders_named(name) == ()


def test_the_longest_ranks_come_first() -> None:
    assert ranks().index("Lieutenant General") < ranks().index("General")
    assert {"Lt Gen", "Lt. Gen.", "Air Chief Marshal", "Col. Gen.", "Adm."} <= set(ranks())


def test_honorifics() -> None:
    assert {"Mr", "Mr.", "Shri", "Smt", "Dr", "H.E.", "Prince", "Sheikh", "Dato' Seri", "Datuk Seri"} <= set(
        honorifics()
    )
    assert "General" not in honorifics()


OFFICE = {"code": "a", "title": "A", "track": "other", "level": "minister", "source": "S", "phrases": ["a"]}
TERM = {"country": "IND", "office": "president", "name": "N", "surname": "N", "aliases": "", "source": "S"}


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        pytest.param([OFFICE, OFFICE], "this code is there twice", id="twice"),
        pytest.param([OFFICE | {"track": "sport"}], "unknown track 'sport'", id="unknown track"),
        pytest.param(
            [OFFICE | {"by_country": {"IND": "b"}}], "names 'b', which is no office", id="unknown override"
        ),
        pytest.param([OFFICE | {"phrases": [True]}], "put quotes round yes, no", id="a bare yes in YAML"),
        pytest.param([OFFICE | {"title": ""}], "needs the field 'title'", id="an empty title"),
    ],
)
def test_bad_offices_are_errors(
    entries: list[dict[str, object]], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda _: entries)
    with pytest.raises(LexiconError, match=problem):
        offices.__wrapped__()


def test_a_phrase_of_two_offices_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda _: [OFFICE, OFFICE | {"code": "b"}])
    twins = offices.__wrapped__()
    monkeypatch.setattr(module, "offices", lambda: twins)
    with pytest.raises(LexiconError, match="'a' is a's"):
        office_phrases.__wrapped__()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param({"since": "2024-02-30", "until": ""}, "since and until are days like", id="no such day"),
        pytest.param(
            {"since": "2024-02-02", "until": "2023-01-01"}, "is after until", id="ends before it begins"
        ),
        pytest.param(
            {"since": "2024-02-02", "until": "", "office": "x"}, "'x' is no office", id="unknown office"
        ),
    ],
)
def test_bad_terms_are_errors(row: dict[str, str], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_csv", lambda _: [TERM | row])
    with pytest.raises(LexiconError, match=problem):
        terms.__wrapped__()
