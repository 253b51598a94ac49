"""Who is spoken of: sides and people as one sentence names them."""

import re

import pytest

from core.mentions.atoms import read_line
from core.mentions.names import Vocabulary
from core.mentions.parties import find_parties
from core.mentions.party import Party
from core.mentions.party_groups import groups
from core.model import Sentence


def parties(text: str) -> list[Party]:
    plain = frozenset(re.findall(r"\b[a-z]{2,}\b", text))
    return find_parties(read_line(Sentence(text, 0, 0), Vocabulary(plain, frozenset())))


def told(text: str) -> list[tuple[str, str]]:
    """Name (or role, for those without one) and countries of each party."""
    return [(party.name or party.role, " ".join(party.countries)) for party in parties(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Viktor Khrenin, the defence minister of Belarus, arrived.",
            ("Viktor Khrenin", "BLR"),
            id="office behind",
        ),
        pytest.param(
            "The defence minister of Belarus, Viktor Khrenin, arrived.",
            ("Viktor Khrenin", "BLR"),
            id="office before",
        ),
        pytest.param(
            "Belarusian Defence Minister Lt. Gen. Viktor Khrenin arrived.",
            ("Viktor Khrenin", "BLR"),
            id="adjective, office, rank",
        ),
        pytest.param(
            "New Zealand's Ron Mark left.", ("Ron Mark", "NZL"), id="possessive, and a name that is a word"
        ),
        pytest.param("Li Shangfu (China) spoke.", ("Li Shangfu", "CHN"), id="country in brackets"),
        pytest.param("China (Li Shangfu) took part.", ("Li Shangfu", "CHN"), id="name in brackets"),
        pytest.param(
            "His Belarusian counterpart Viktor Khrenin agreed.",
            ("Viktor Khrenin", "BLR"),
            id="counterpart by adjective",
        ),
        pytest.param(
            "his counterpart from Belarus, Viktor Khrenin", ("Viktor Khrenin", "BLR"), id="counterpart from"
        ),
        pytest.param(
            "the Deputy Prime Minister for the Council of Ministers, H.H. Sayyid Fahd bin Mahmoud Al Said",
            ("Fahd bin Mahmoud Al Said", ""),
            id="a portfolio, and the house of Said",
        ),
        pytest.param(
            "General Pierre Schill, Chief of the French Army, agreed.",
            ("Pierre Schill", "FRA"),
            id="chief of behind the name",
        ),
        pytest.param(
            "Prince Khalid bin Salman of Saudi Arabia",
            ("Khalid bin Salman", "SAU"),
            id="particle in the name",
        ),
        pytest.param(
            "The visiting Japanese minister, Gen Nakatani, was welcomed.",
            ("Gen Nakatani", "JPN"),
            id="a first name that is a rank",
        ),
        pytest.param(
            "a Sudanese delegation headed by Lt Gen Karar", ("Karar", "SDN"), id="the head of a delegation"
        ),
        pytest.param(
            "US Defense Secretary Lloyd Austin spoke.", ("Lloyd Austin", "USA"), id="a surname that is a city"
        ),
        pytest.param(
            "Raksha Mantri Rajnath Singh", ("Rajnath Singh", "IND"), id="an office of one country only"
        ),
        pytest.param("Foreign Minister Wang Yi", ("Wang Yi", ""), id="no country told"),
        pytest.param("the German ambassador", ("person", "DEU"), id="no name"),
        pytest.param("the American said no", ("demonym", "USA"), id="one of that country"),
        pytest.param("He spoke.", ("pronoun", ""), id="pronoun"),
        pytest.param(
            "Canadian Minister of National Defence the Hon. Anita Anand PC, MP arrived.",
            ("Anita Anand", "CAN"),
            id="the honourable, and letters behind the name",
        ),
        pytest.param(
            "Air Chief Marshal Rakesh Bhadauria PVSM, AVSM, VM arrived.",
            ("Rakesh Bhadauria", ""),
            id="decorations",
        ),
        pytest.param(
            "Vice Admiral David Proctor, Chief of Navy, New Zealand (CN) is here.",
            ("David Proctor", "NZL"),
            id="the country behind an office, and its abbreviation",
        ),
        pytest.param(
            "Commander of the Bangladesh Navy Rear Admiral Aurangzeb Chowdhury arrived.",
            ("Aurangzeb Chowdhury", "BGD"),
            id="a commander with the name behind",
        ),
        pytest.param(
            "Chief of the Air Staff Royal Air Force UK, Air Chief Marshal Sir Stephen Hillier arrived.",
            ("Stephen Hillier", "GBR"),
            id="a force that is named with its country",
        ),
        pytest.param("Indian Navy Chief Admiral R K Dhowan left.", ("R K Dhowan", "IND"), id="two initials"),
        pytest.param(
            "Commander of Omani Land Forces Major General Matar bin Salim arrived.",
            ("Matar bin Salim", "OMN"),
            id="a commander of forces with the name behind",
        ),
        pytest.param(
            "Chief of General Staff (CGS), Kuwaiti Armed Forces, Lt Gen Khaled Saleh arrived.",
            ("Khaled Saleh", "KWT"),
            id="whose forces, between commas",
        ),
        pytest.param(
            "The Kenyan delegation was led by Additional Secretary, Ministry of Defence, Patrick Mariru.",
            ("Patrick Mariru", "KEN"),
            id="an office, its ministry between commas, the name",
        ),
    ],
)
def test_one_party(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Indian companies sell ships.", id="companies"),
        pytest.param("the Indian Army", id="an army by itself"),
        pytest.param("The results mark a new start.", id="mark, no name"),
        pytest.param("The meeting was held in New Mexico.", id="New Mexico is not Mexico"),
        pytest.param("The ferry to New Jersey was late.", id="New Jersey is not Jersey"),
    ],
)
def test_nobody(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ministers of India and Japan, Rajnath Singh and Nobuo Kishi, met.",
            [("Rajnath Singh", "IND"), ("Nobuo Kishi", "JPN")],
            id="two",
        ),
        pytest.param(
            "The defence ministers of Oman, Qatar and Kuwait, Abdul Aziz, Rashid Hamad and Faisal Jaber, met.",
            [("Abdul Aziz", "OMN"), ("Rashid Hamad", "QAT"), ("Faisal Jaber", "KWT")],
            id="three",
        ),
    ],
)
def test_names_in_that_order(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert {party.rule for party in parties(text)} == {"names in that order"}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param(
            "his counterparts from the US, Japan and Australia", ("USA", "JPN", "AUS"), id="from a list"
        ),
        pytest.param("his Japanese and Australian counterparts", ("JPN", "AUS"), id="adjectives"),
        pytest.param("the two ministers", (), id="nobody's"),
        pytest.param("both ministers", (), id="both"),
    ],
)
def test_several_in_one(text: str, countries: tuple[str, ...]) -> None:
    (party,) = parties(text)
    assert party.plural
    assert party.countries == countries


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "He met General Albert Murasira, the defence minister of Rwanda, Lieutenant General Rakotonirina Richard of "
            "Madagascar, and Nyamaa Enkhbold of Mongolia.",
            [
                ("pronoun", ""),
                ("Albert Murasira", "RWA"),
                ("Rakotonirina Richard", "MDG"),
                ("Nyamaa Enkhbold", "MNG"),
            ],
            id="each with his country behind him",
        ),
        pytest.param(
            "He met President Paul Kagame, the defence minister of Rwanda, General Albert Murasira, and Nyamaa Enkhbold of "
            "Mongolia.",
            [("pronoun", ""), ("Paul Kagame", ""), ("Albert Murasira", "RWA"), ("Nyamaa Enkhbold", "MNG")],
            id="the office before him",
        ),
        pytest.param(
            "Next came the Kenyans with their State Minister, Aden Duale.",
            [("demonym", "KEN"), ("Aden Duale", "KEN")],
            id="their minister",
        ),
    ],
)
def test_neighbours_in_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        pytest.param("Defence Minister Andrei Belousov", ["defence_minister"], id="before the name"),
        pytest.param("Wang Yi, the foreign minister", ["foreign_minister"], id="behind it"),
        pytest.param("Pete Hegseth", [], id="none"),
    ],
)
def test_offices(text: str, offices: list[str]) -> None:
    assert [office.code for party in parties(text) for office in party.offices] == offices


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        pytest.param("He met Andrei Belousov and his Indian colleague.", [1, 2], id="and"),
        pytest.param("Andrei Belousov met Wang Yi.", [1, 1], id="a verb between them"),
        pytest.param("Dong Jun, Gilberto Teodoro, and Richard Marles", [3], id="a list"),
    ],
)
def test_groups(text: str, sizes: list[int]) -> None:
    line = read_line(Sentence(text, 0, 0), Vocabulary(frozenset(), frozenset()))
    assert [len(group) for group in groups(line, find_parties(line))] == sizes


def test_the_name_is_where_the_line_prints_it() -> None:
    text = "Belarusian Defence Minister Viktor Khrenin arrived."
    line = read_line(Sentence(text, 100, 0), Vocabulary(frozenset(), frozenset()))
    (party,) = find_parties(line)
    start, end = line.offsets(*party.name_at)
    assert text[start - 100 : end - 100] == "Viktor Khrenin"


def test_opposite_ends_are_no_counterpart() -> None:
    assert told("Carter and Chang sat at opposite ends of the hall.")[-1] != ("counterpart", "")
    assert ("counterpart", "") in told("Carter met his opposite number.")
