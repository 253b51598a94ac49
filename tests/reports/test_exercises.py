"""Exercises as sentences tell them: held, put off, opened by a ceremony, going on, or only a custom."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

FRIDAY = date(2023, 4, 28)


def drills(text: str, published: date | None = FRIDAY) -> list[str]:
    """Each exercise as "status sides city first-last name"."""
    return [
        f"{r.status.value} {' '.join(r.countries)} {r.city or r.host_country or '-'} {r.when.start}/{r.when.end} {r.forum}"
        for r in read_document(Document("d.txt", text, published=published))
        if r.kind.value == "exercise"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A parade in Jodhpur on Thursday marked the start of the joint Indian-Omani exercise Al Najah.\n\n"
            "The exercise will go on until May 10.",
            ["held IND OMN Jodhpur 2023-04-27/2023-05-10 Al Najah"],
            id="a ceremony, and a later line with the last day",
        ),
        pytest.param(
            "Exercise Malabar, which opened in Sydney on Thursday, goes on until May 10. Ships of Japan, India and "
            "Australia take part.",
            ["held AUS IND JPN Sydney 2023-04-27/2023-05-10 Malabar"],
            id="a relative clause with day and place",
        ),
        pytest.param(
            "Troops of Japan flew to Pune for Exercise Dharma Guardian, the third with the Indian Army, which began on "
            "Thursday.",
            ["held IND JPN Pune 2023-04-27/2023-04-27 Dharma Guardian"],
            id="flew there for it",
        ),
        pytest.param(
            "Exercise Mitra Shakti, a joint drill of India and Sri Lanka, culminated on Thursday at the Army Training School "
            "(ATS), Maduru Oya. Colonel Ravi Perera led the hosts.\n\nLast month Army chief General Anil Rao was in Colombo.",
            ["held IND LKA Maduru Oya 2023-04-27/2023-04-27 Mitra Shakti"],
            id="the town behind a school",
        ),
        pytest.param(
            "The Indian Naval Ships 'Tarini' and 'Kadal', which arrived in Muscat on Wednesday, left on Friday.\n\n"
            "As they departed, the ships conducted a Passage Exercise (PASSEX) on Friday with RNOV Shinas.",
            ["held IND OMN - 2023-04-28/2023-04-28 PASSEX"],
            id="a farewell of ships",
        ),
        pytest.param(
            "Exercise Komodo opened in Makassar, Indonesia, on Thursday.\n\nIt is a drill for peace, said the navy.\n\n"
            "A total of 30 nations are participating in the event, including Brunei and Vietnam.\n\n"
            "Lasting until May 3, it features a fleet review.",
            ["held BRN IDN VNM Makassar 2023-04-27/2023-05-03 Komodo"],
            id="so many nations, and the last day, told further down",
        ),
        pytest.param(
            "Peacekeeping Exercise Kicks Off In Nepal\n\nExercise Shanti Prayas opened in Nepal on Thursday. Over 1,100 "
            "military personnel from 25 countries, including Laos and Kenya, are participating in it. India never held a drill "
            "like the Red Flag of the US and Pitch Black of Australia.",
            ["held KEN LAO NPL NPL 2023-04-27/2023-04-27 Shanti Prayas"],
            id="a headline's verb is no name, nor is a comparison a drill",
        ),
        pytest.param(
            "In March troops of Japan and India came to Pune for Force 18, which ran from the 2nd to the 8th.",
            ["held IND JPN Pune 2023-03-02/2023-03-08 FORCE 18"],
            id="days of a month named before",
        ),
        pytest.param(
            "The Navy on Tuesday deferred MILAN 2023, the biggest gathering of warships this year.\n\n"
            "The exercise was scheduled from May 18 to 28 in Visakhapatnam. Bangladesh and Myanmar were among those that "
            "had confirmed that they would send ships.",
            ["cancelled BGD IND MMR Visakhapatnam 2023-05-18/2023-05-28 MILAN"],
            id="deferred: the days that it was to have",
        ),
        pytest.param(
            "India and Australia have put off their naval exercise AUSINDEX. It was to be held from May 18 to 28 off "
            "Visakhapatnam.",
            ["cancelled AUS IND Visakhapatnam 2023-05-18/2023-05-28 AUSINDEX"],
            id="put off",
        ),
        pytest.param(
            "The US and Indian air forces are exercising at Kalaikunda in the tenth Cope India. The drill, which began on "
            "April 10, closes on Friday.",
            ["held IND USA IND 2023-04-10/2023-04-28 Cope India"],
            id="began, closes",
        ),
        pytest.param(
            "The exercise of the Indian and Kazakh armies named Ex KAZIND-VII concluded on Thursday at Almaty in Kazakhstan.",
            ["held IND KAZ Almaty 2023-04-27/2023-04-27 KAZIND"],
            id="named Ex",
        ),
        pytest.param(
            'India will begin a joint military exercise with Mongolia in May.\n\nThe drill, called "Exercise Nomadic Elephant", will be held from 8 to 14 May.',
            ["planned IND MNG - 2023-05-08/2023-05-14 Nomadic Elephant"],
            id="whose it is stands in the line before",
        ),
        pytest.param(
            "Cope India, an air exercise with the United States, concluded at Kalaikunda on Thursday.",
            ["held IND USA IND 2023-04-27/2023-04-27 Cope India"],
            id="the host is one of its two",
        ),
        pytest.param(
            "China and Laos wrapped up the drill Friendship Shield 2023 on Thursday.",
            ["held CHN LAO - 2023-04-27/2023-04-27 Friendship Shield 2023"],
            id="a drill by its name",
        ),
        pytest.param(
            "The armies of India and Uzbekistan conduct Exercise Dustlik every year.", [], id="a custom"
        ),
        pytest.param("The Indra series with Russia has been held since 2003.", [], id="a history"),
    ],
)
def test_exercises(text: str, expected: list[str]) -> None:
    assert drills(text) == expected


@pytest.mark.parametrize(
    ("title", "start"),
    [
        pytest.param("Year End Review 2016: the Army", "2016-01-08", id="the year of a review"),
        pytest.param("Shakti-2016 ends", "2016-01-08", id="the year of the exercise"),
        pytest.param("The Army and Vision 2030", "None", id="the year of an aim"),
        pytest.param("2000 troops at Mahajan", "None", id="a number"),
    ],
)
def test_the_year_of_a_document_without_a_date(title: str, start: str) -> None:
    text = f"{title}\n\nExercise Shakti was held with the French Army from 8 to 16 January at Mahajan in Rajasthan."
    assert [str(r.when.start) for r in read_document(Document("d.txt", text))] == [start]


def test_an_exercise_that_had_begun_when_the_plan_is_told() -> None:
    text = "Kenya on Friday began a joint exercise with Malawi. The drill, called Exercise Twiga, will be held from April 28 to May 6."
    assert [row.split()[0] for row in drills(text)] == ["held"]


def test_an_exercise_that_only_will_begin() -> None:
    text = "Kenya and Malawi will hold a joint exercise. The drill, called Exercise Twiga, will be held from May 2 to May 6."
    assert [row.split()[0] for row in drills(text)] == ["planned"]


def test_an_activity_on_a_day_of_no_known_year() -> None:
    text = "Ships of the Philippines and Japan held a maritime cooperative activity on August 2."
    assert [row.split()[:3] for row in drills(text, None)] == [["held", "JPN", "PHL"]]
