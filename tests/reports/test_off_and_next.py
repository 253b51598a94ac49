"""Trips that are off, sessions that the next line tells, calls on somebody, and houses as places."""

import pytest

from core.documents.plain import make_document
from core.reports.read import read_document

HEAD = "New Delhi, 15 November 2024\n\n"
GOES = "Defence Minister Rajnath Singh arrived in Vientiane on Tuesday. "
VISIT = "visit held IND LAO 2024-11-12 Vientiane"


def rows(text: str) -> list[str]:
    """Each report as "kind status sides day place", of a text written in New Delhi on Friday 15 November 2024."""
    found = read_document(make_document("d.txt", HEAD + text))
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {r.when.start or '-'} {r.city or r.host_country or '-'}"
        for r in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Defence Minister Gen Nakatani has given up a plan to visit South Korea late this month. Nakatani was going "
            "to travel to Seoul from Nov 27 and hold talks there with his counterpart Kim Yong-hyun.",
            ["visit cancelled JPN KOR 2024-11-27 Seoul", "bilateral cancelled JPN KOR 2024-11-27 Seoul"],
            id="was going to",
        ),
        pytest.param(
            "Defence Minister Gen Nakatani has dropped plans for a visit to South Korea. He was to have met his "
            "counterpart Kim Yong-hyun in Seoul on November 27.",
            ["visit cancelled JPN KOR - Seoul", "bilateral cancelled JPN KOR 2024-11-27 Seoul"],
            id="was to have met",
        ),
        pytest.param(
            "Defence Minister Gen Nakatani was due to hold talks with his counterpart Kim Yong-hyun in Seoul.",
            [],
            id="was due to, and nobody says what came of it",
        ),
        pytest.param(
            "Prime Minister Shigeru Ishiba is reported to be rethinking a trip to Seoul in January.",
            [],
            id="rethinking a trip",
        ),
        pytest.param(
            "Sweden's Pal Jonson met Brazil's Defence Minister Jose Mucio in Brasilia on Thursday. A visit by Peter "
            "Hultqvist, then Swedish minister, had been fixed for March 2022 and was scrapped in the week in which "
            "Russia attacked Ukraine.",
            ["bilateral held BRA SWE 2024-11-14 Brasília", "visit cancelled BRA SWE 2022-03-01 Brasília"],
            id="a country of another clause is not where he would have gone",
        ),
    ],
)
def test_trips_that_are_off(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The fifth Annual Defence Dialogue of India and Bangladesh was in the news. It took place in Dhaka on 28 "
            "August 2024.",
            ["bilateral held BGD IND 2024-08-28 Dhaka"],
            id="it took place",
        ),
        pytest.param(
            "India and Vietnam have a Defence Policy Dialogue. It was last held on 28 August 2024 in Hanoi.",
            ["bilateral held IND VNM 2024-08-28 Hanoi"],
            id="it was last held",
        ),
        pytest.param(
            "India and Vietnam have a Defence Policy Dialogue. It was praised on 28 August 2024 in Hanoi.",
            [],
            id="it was praised",
        ),
        pytest.param(
            "NATO defence ministers will meet in Brussels on November 21. US Defence Secretary Pete Hegseth will attend.",
            ["multilateral planned USA 2024-11-21 Brussels"],
            id="ministers of an alliance will meet",
        ),
        pytest.param(
            "Chinese Defence Minister Dong Jun met Singapore's Ng Eng Hen on Thursday at the Xiangshan Forum in Beijing. "
            "The forum runs from Thursday to Saturday.",
            ["bilateral held CHN SGP 2024-11-14 Beijing", "multilateral held CHN 2024-11-14 Beijing"],
            id="days around the day of the text",
        ),
        pytest.param(
            "The 65th UNITAS got under way in Valparaiso on Tuesday. Taking part are ships of Brazil, Peru and the "
            "United States.",
            ["exercise held BRA CHL PER USA 2024-11-12 Valparaíso"],
            id="an exercise counted by its editions",
        ),
        pytest.param(
            "This year's Malabar took place off Chennai from 5 to 12 November with ships of Australia and Japan.",
            ["exercise held AUS IND JPN 2024-11-05 Chennai"],
            id="this year's",
        ),
    ],
)
def test_sessions_of_the_line_before(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            GOES + "His last call of the day was on Ng Eng Hen, Singapore's defence minister.",
            [VISIT, "bilateral held IND SGP 2024-11-12 Vientiane"],
            id="a call was on somebody",
        ),
        pytest.param(GOES + "His last call was on both sides to lay down arms.", [VISIT], id="on both sides"),
        pytest.param(
            "Australia's Linda Reynolds arrived in Vientiane on Tuesday. Wednesday also brought her together with South "
            "Korea's Shin Won-sik.",
            ["visit held AUS LAO 2024-11-12 Vientiane", "bilateral held AUS KOR 2024-11-13 Vientiane"],
            id="brought her together with",
        ),
        pytest.param(
            "A memorandum on training bears the signatures of Defence Minister Rajnath Singh and Japan's Gen Nakatani.",
            ["bilateral held IND JPN 2024-11-15 New Delhi"],
            id="bears the signatures of",
        ),
        pytest.param(
            "On Monday Defence Minister Rajnath Singh and his guest from Canada, Defence Minister David J. McGuinty, put "
            "their names to the memorandum in New Delhi.",
            ["bilateral held CAN IND 2024-11-11 New Delhi"],
            id="his guest from a country",
        ),
        pytest.param(
            "At his side stood the commanders of the contingents: Rear Admiral Carlos Sardiello of the United States, Vice "
            "Admiral Jose Cahuana of Peru, and Rear Admiral Camilo Gutierrez of Colombia.",
            [],
            id="commanders in a row",
        ),
    ],
)
def test_calls_and_guests(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Israel's Prime Minister Benjamin Netanyahu came to the Pentagon and met Defence Secretary Pete Hegseth on "
            "Wednesday.",
            ["bilateral held ISR USA 2024-11-13 Washington"],
            id="came to the house",
        ),
        pytest.param(
            "Japan's Gen Nakatani drove to the Kremlin on Wednesday and saw Russian Defence Minister Andrei Belousov.",
            ["bilateral held JPN RUS 2024-11-13 Moscow"],
            id="drove to the house",
        ),
    ],
)
def test_houses_are_places(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thailand and Cambodia agreed on Thursday to let observers watch over their ceasefire, as their defence ministers "
            "met in Malaysia for the first time since five days of fighting in July.",
            "bilateral held KHM THA 2024-11-14 MYS",
            id="the month of what went before is not theirs",
        ),
        pytest.param(
            "US Defence Secretary Pete Hegseth spoke of ships. The Ukraine Defence Contact Group meets in Brussels on Wednesday, "
            "for the first time with Britain's John Healey in the chair.",
            "multilateral planned GBR 2024-11-20 Brussels",
            id="with somebody in the chair",
        ),
        pytest.param(
            "The foreign ministers of Laos and Vietnam held the 47th meeting of the Intergovernmental Committee in Hanoi on "
            "Thursday.",
            "bilateral held LAO VNM 2024-11-14 Hanoi",
            id="a committee of two states",
        ),
        pytest.param(
            "The Xiangshan Forum in Beijing runs from 14 to 16 November. China's Dong Jun will open it.",
            "multilateral held CHN 2024-11-14 Beijing",
            id="under way on the day of the text",
        ),
    ],
)
def test_days_and_chairs(text: str, expected: str) -> None:
    assert rows(text)[-1] == expected


def test_a_text_cut_short_is_read() -> None:
    assert rows(
        "Defence Minister Rajnath Singh met Kenya's Aden Duale on Monday. He was a representative of In"
    ) == ["bilateral held IND KEN 2024-11-11 New Delhi"]
