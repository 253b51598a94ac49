"""Whose name stands behind the comma that ends an opening: the subject's, or that of the office before it."""

import re

import pytest

from core.mentions.atoms import read_line
from core.mentions.names import Vocabulary
from core.mentions.parties import find_parties
from core.model import Sentence


def told(text: str) -> list[tuple[str, str]]:
    """Name (or role, for those without one) and countries of each party."""
    plain = frozenset(re.findall(r"\b[a-z]{2,}\b", text))
    found = find_parties(read_line(Sentence(text, 0, 0), Vocabulary(plain, frozenset())))
    return [(party.name or party.role, " ".join(party.countries)) for party in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "While holding talks with the Minister of Defence of Armenia, Guido Crosetto promised help.",
            [("person", "ARM"), ("Guido Crosetto", "")],
            id="a verb behind the name",
        ),
        pytest.param(
            "In a meeting with his Kenyan counterpart, Crosetto on Friday praised the plan.",
            [("counterpart", "KEN"), ("Crosetto", "")],
            id="a counterpart, and a day before the verb",
        ),
        pytest.param(
            "During his talks with the Kenyan counterpart, Defence Minister Crosetto offered help.",
            [("counterpart", "KEN"), ("Crosetto", "")],
            id="an office before the name",
        ),
        pytest.param(
            "On Monday, after meeting the Defence Minister of Kenya, General Pande left.",
            [("person", "KEN"), ("Pande", "")],
            id="behind another comma",
        ),
        pytest.param(
            "In a meeting with the Minister of Defence of Armenia, Suren Papikyan, Crosetto promised help.",
            [("Suren Papikyan", "ARM"), ("Crosetto", "")],
            id="named, and then the subject",
        ),
        pytest.param(
            "In talks with the Minister of Defence of Armenia, Suren Papikyan in Yerevan, he promised help.",
            [("Suren Papikyan", "ARM"), ("pronoun", "")],
            id="named, and a place behind",
        ),
        pytest.param(
            "The Minister of Defence of Kenya, Aden Duale thanked them.",
            [("Aden Duale", "KEN"), ("pronoun", "")],
            id="no opening",
        ),
        pytest.param(
            "He met the Minister of Defence of Kenya, Guido Crosetto, in Rome.",
            [("pronoun", ""), ("person", "KEN"), ("Guido Crosetto", "")],
            id="known to be another country's",
        ),
        pytest.param(
            "Ministers from ASEAN countries and those of Japan, India and Australia came.",
            [("person", "JPN IND AUS")],
            id="a body's members and others",
        ),
    ],
)
def test_the_name_behind_the_comma(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rear Admiral Hamad bin Said, Commander, Royal Navy of Oman, came.",
            [("Hamad bin Said", "OMN")],
            id="a royal navy of",
        ),
        pytest.param(
            "The Commander of the Royal Army of Jordan Major General Yousef Huneiti came.",
            [("Yousef Huneiti", "JOR")],
            id="a royal army of",
        ),
        pytest.param(
            "He met the Prime Minister's security adviser Major General Rahim Khan.",
            [("pronoun", ""), ("Rahim Khan", "")],
            id="whose adviser",
        ),
        pytest.param(
            "Deputy Chief of Integrated Defence Staff (Doctrine and Training) Lt Gen Vipul Shah came.",
            [("Vipul Shah", "")],
            id="a portfolio in brackets",
        ),
        pytest.param(
            "Major General Ali Mohamed Sultan Bani Yas and Gen Khalid Al-Nu'aimi came.",
            [("Ali Mohamed Sultan Bani Yas", ""), ("Khalid Al-Nu'aimi", "")],
            id="names with titles and marks in them",
        ),
        pytest.param(
            "The then Chief of Army Staff, Gen Dalbir Suhag visited Kenya.",
            [("Dalbir Suhag", "")],
            id="an office, and the name with its verb",
        ),
        pytest.param(
            "Mr Luis Santos do Rosario, the Prime Minister of Mozambique, came.",
            [("Luis Santos do Rosario", "MOZ")],
            id="a name that is a town's",
        ),
    ],
)
def test_names_and_offices_as_press_offices_print_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text)[: len(expected)] == expected


def test_a_force_tells_whose_general_somebody_is() -> None:
    assert ("Mark Hill", "USA") in told(
        "He spoke with Lieutenant General Mark Hill of US Army Pacific about trucks."
    )


@pytest.mark.parametrize(
    ("text", "office"),
    [
        pytest.param("He held talks with Bangladesh Army chief and flew on.", "army_chief", id="an army's"),
        pytest.param(
            "Pakistan Navy chief Admiral Naveed Ashraf came.", "navy_chief", id="a navy's, with a name"
        ),
        pytest.param("The Sri Lanka Air Force chief was received.", "air_chief", id="an air force's"),
    ],
)
def test_the_chief_of_a_force(text: str, office: str) -> None:
    plain = frozenset(re.findall(r"\b[a-z]{2,}\b", text))
    found = find_parties(read_line(Sentence(text, 0, 0), Vocabulary(plain, frozenset())))
    assert office in [held.code for party in found for held in party.offices if party.countries]
