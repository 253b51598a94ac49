"""Meetings told in other orders and with other verbs than usual: by those who came, by what came of them, by their day."""

from datetime import date

import pytest

from core.documents.plain import make_document
from core.reports.read import read_document

HEAD = "Nairobi, 1 September 2023\n\n"
CONCLAVE = "the India-Africa Defence Ministers' Conclave"


def rows(text: str) -> list[str]:
    """Each report as "kind sides day", of a text written in Nairobi on Friday 1 September 2023."""
    found = read_document(make_document("d.txt", HEAD + text))
    return [f"{r.kind.value} {' '.join(r.countries)} {r.when.start or '-'}" for r in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Before lunch on Saturday Manohar Parrikar had been visited, one after the other, by Vietnam's Ngo Xuan "
            "Lich, Japan's Gen Nakatani and Han Min-koo of South Korea.",
            ["bilateral IND VNM 2023-08-26", "bilateral IND JPN 2023-08-26", "bilateral IND KOR 2023-08-26"],
            id="visited by one after the other",
        ),
        pytest.param(
            "The shipyard in Mombasa was visited on Saturday by Manohar Parrikar of India.",
            [],
            id="a yard visited",
        ),
        pytest.param(
            "Mariya Didi of the Maldives and Denis Manturov of Russia were the ones Rajnath Singh met on Wednesday.",
            ["bilateral IND MDV 2023-08-30", "bilateral IND RUS 2023-08-30"],
            id="the ones he met",
        ),
        pytest.param(
            "It was seven in the evening before Narendra Modi could receive Florence Parly on Friday.",
            ["bilateral FRA IND 2023-09-01"],
            id="before he could receive her",
        ),
        pytest.param("Narendra Modi said that he could receive Florence Parly on Friday.", [], id="could"),
        pytest.param(
            "The talks which Aden Duale and Guido Crosetto had in Rome on Monday ended with a promise of helicopters.",
            ["bilateral ITA KEN 2023-08-28"],
            id="talks which they had",
        ),
        pytest.param(
            "Kenya will buy patrol boats from India under a deal that emerged from talks on Tuesday between Rajnath "
            "Singh and Aden Duale.",
            ["bilateral IND KEN 2023-08-29"],
            id="what emerged from talks is to come, they are over",
        ),
        pytest.param(
            "A plan to train pilots was the fruit of a meeting in Rome on Tuesday between Guido Crosetto and Aden Duale.",
            ["bilateral ITA KEN 2023-08-29"],
            id="a plan is a thing",
        ),
        pytest.param(
            "Lloyd Austin went on to the foreign ministry, where Penny Wong showed him a map of the islands.",
            ["bilateral AUS USA 2023-09-01"],
            id="where somebody showed him",
        ),
        pytest.param(
            "Lloyd Austin went on to the foreign ministry, where Penny Wong had criticised him in May.",
            [],
            id="where she had criticised him",
        ),
        pytest.param(
            "Rajnath Singh and Mathias Wambura, the two defence ministers, met on Monday.",
            ["bilateral IND KEN 2023-08-28"],
            id="one office, two countries",
        ),
        pytest.param(
            "On Friday evening a three-way session was fitted in at which Marise Payne spoke for Australia, Gen Nakatani "
            "for Japan and Manohar Parrikar for India.",
            ["multilateral AUS IND JPN 2023-09-01"],
            id="a session of three",
        ),
        pytest.param(
            "On Monday Pal Jonson of Sweden has an appointment with Aden Duale.",
            ["bilateral KEN SWE 2023-09-04"],
            id="the present tense and a weekday",
        ),
        pytest.param(
            "On Monday Pal Jonson of Sweden had an appointment with Aden Duale.",
            ["bilateral KEN SWE 2023-08-28"],
            id="the past tense and a weekday",
        ),
        pytest.param(
            "Pal Jonson of Sweden leaves for Canada on Sunday and will sit down in Ottawa with David McGuinty of Canada "
            "next Monday.",
            ["visit CAN SWE 2023-09-03", "bilateral CAN SWE 2023-09-04"],
            id="each verb has its day",
        ),
        pytest.param(
            "Japan's Itsunori Onodera met Florence Parly on Monday. She and Guido Crosetto of Italy spoke in Rome on Tuesday.",
            ["bilateral FRA JPN 2023-08-28", "bilateral FRA ITA 2023-08-29"],
            id="she is the woman of the two",
        ),
        pytest.param(
            "Rajnath Singh met Florence Parly on Monday. Guido Crosetto had an hour with him too, and the host, Aden Duale, "
            "was seen later in the afternoon.",
            ["bilateral FRA IND 2023-08-28", "bilateral IND ITA 2023-08-28", "bilateral IND KEN 2023-08-28"],
            id="and the host was seen later",
        ),
        pytest.param(
            "Marise Payne, Gen Nakatani and Manohar Parrikar are the fathers of a three-way partnership.",
            [],
            id="a partnership of three",
        ),
    ],
)
def test_who_met(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "On the phone with Rajnath Singh on Monday, Guido Crosetto spoke of trucks.",
            id="on the phone with",
        ),
        pytest.param(
            "A video call linked Guido Crosetto and Rajnath Singh on Monday.", id="a video call linked"
        ),
        pytest.param(
            "Rajnath Singh was on the other end of the line when Guido Crosetto telephoned New Delhi on Monday.",
            id="the other end of the line",
        ),
        pytest.param(
            "Guido Crosetto's call to Rajnath Singh on Monday lasted half an hour.", id="his call to"
        ),
        pytest.param(
            "Trucks were the subject of a call on Monday between Guido Crosetto and Rajnath Singh.",
            id="the subject of a call",
        ),
        pytest.param(
            "Guido Crosetto and Rajnath Singh exchanged views over a secure line on Monday.",
            id="a secure line",
        ),
    ],
)
def test_two_on_the_telephone(text: str) -> None:
    assert rows(text) == ["call IND ITA 2023-08-28"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Guido Crosetto said by telephone that Rajnath Singh would come.", id="said by telephone"
        ),
        pytest.param("Rajnath Singh did not take a call from Guido Crosetto on Monday.", id="not taken"),
        pytest.param(
            "Rajnath Singh and Guido Crosetto have each issued a call for restraint.",
            id="a call for restraint",
        ),
        pytest.param("Rajnath Singh has a hotline to Li Shangfu of China.", id="a hotline"),
        pytest.param(
            "Rajnath Singh called on President Ruto of Kenya to stop the war.", id="called on to stop"
        ),
        pytest.param(
            "Rajnath Singh praised Aden Duale's role at a meeting of the cabinet.",
            id="a meeting of the cabinet",
        ),
        pytest.param(
            "The first to congratulate Rajnath Singh on Monday was Guido Crosetto.",
            id="the first to congratulate",
        ),
    ],
)
def test_nobody_met(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Rajnath Singh's Kenyan counterpart, Aden Duale, received him on Monday.", id="whose counterpart"
        ),
        pytest.param(
            "The first to receive Rajnath Singh on Monday was Aden Duale.", id="the first to receive"
        ),
        pytest.param(
            "Spare parts were discussed on Monday by Aden Duale and Rajnath Singh.", id="discussed by two"
        ),
        pytest.param(
            "Spare parts were taken up on Monday by Aden Duale with Rajnath Singh.",
            id="taken up by one with another",
        ),
        pytest.param(
            "Their first meeting, on Monday, gave Rajnath Singh and Aden Duale a chance to talk about spare parts.",
            id="their first meeting",
        ),
        pytest.param(
            "An agreement on training was signed on Monday in the presence of Rajnath Singh and Aden Duale.",
            id="in the presence of",
        ),
        pytest.param(
            "Rajnath Singh sought Aden Duale's support on Monday in a meeting that ran for hours.",
            id="in a meeting",
        ),
    ],
)
def test_two_met_on_monday(text: str) -> None:
    assert rows(text) == ["bilateral IND KEN 2023-08-28"]


@pytest.mark.parametrize(
    ("text", "countries", "day"),
    [
        pytest.param(
            f"A good part of Thursday went to {CONCLAVE}.", "", date(2023, 8, 31), id="part of a day"
        ),
        pytest.param(
            f"{CONCLAVE[4:]} drew few ministers on Thursday.", "", date(2023, 8, 31), id="what it did"
        ),
        pytest.param(
            f"{CONCLAVE}, over which Rajnath Singh presided, ended on Thursday.",
            "IND",
            date(2023, 8, 31),
            id="over which",
        ),
        pytest.param(
            "The fourth ASEAN Defence Ministers' Meeting-Plus, in which the Indian minister takes part under the "
            "chairmanship of the Philippines, convenes here on Tuesday.",
            "IND",
            date(2023, 9, 5),
            id="in which",
        ),
        pytest.param(
            "The Shangri-La Dialogue listened to Rajnath Singh on Monday.",
            "IND",
            date(2023, 8, 28),
            id="listened to him",
        ),
        pytest.param(
            "From the rostrum of the Shangri-La Dialogue Rajnath Singh warned of pirates on Monday.",
            "IND",
            date(2023, 8, 28),
            id="from its rostrum",
        ),
        pytest.param(
            "A three-way meeting of the defence ministers of India, Japan and Australia took place in Singapore on Monday.",
            "AUS IND JPN",
            date(2023, 8, 28),
            id="a three-way meeting",
        ),
        pytest.param(
            "At a meeting in Kigali on Monday, the defence ministers of Kenya, Uganda and Rwanda agreed to share patrols.",
            "KEN RWA UGA",
            date(2023, 8, 28),
            id="at a meeting they agreed",
        ),
        pytest.param(
            "The three defence chiefs of Kenya, Uganda and Rwanda put their heads together in Kigali on Monday.",
            "KEN RWA UGA",
            date(2023, 8, 28),
            id="heads are no verb",
        ),
        pytest.param(
            "Rajnath Singh told the Shangri-La Dialogue that piracy was back.",
            "IND",
            date(2023, 9, 1),
            id="told it",
        ),
    ],
)
def test_a_forum_took_place(text: str, countries: str, day: date) -> None:
    (report,) = read_document(make_document("d.txt", HEAD + text))
    assert (report.kind.value, " ".join(report.countries), report.when.start) == (
        "multilateral",
        countries,
        day,
    )


def test_a_forum_ahead_of_which_somebody_spoke_is_none() -> None:
    assert rows(f"Before {CONCLAVE} on Thursday Rajnath Singh said that piracy was back.") == []


@pytest.mark.parametrize(
    ("head", "city"),
    [
        pytest.param("CLARK, Philippines, Sept 1, 2023 (Agency) - ", "Clark", id="a town that the list has"),
        pytest.param("GILGIL, Kenya, Sept 1, 2023 (Agency) - ", "Gilgil", id="a town that no list has"),
        pytest.param("NAIROBI, Sept 1, 2023 (Agency) - ", "Nairobi", id="a capital"),
    ],
)
def test_this_base_is_where_the_text_was_written(head: str, city: str) -> None:
    text = (
        head
        + "Rajnath Singh and Marise Payne of Australia conferred on Friday at this former American air base."
    )
    (report,) = read_document(make_document("d.txt", text))
    assert report.city == city


def test_a_conclave_of_the_headline_is_what_the_ministers_gathered_for() -> None:
    text = (
        "IOR DEFENCE MINISTERS' CONCLAVE - ONE PAGE\n\nWhat was it?\n- Defence Ministers of the Indian Ocean Region "
        "gathered in Bengaluru on 4 February 2021, with Rajnath Singh in the chair\n\nParticipants\n"
        "- Present in the hall: Maldives (Mariya Didi), Comoros\n- Observer: Sri Lanka\n"
    )
    (report,) = read_document(make_document("d.txt", text))
    assert (report.forum, " ".join(report.countries)) == (
        "IOR Defence Ministers' Conclave",
        "COM IND LKA MDV",
    )


def test_a_matter_of_a_note_is_no_place() -> None:
    text = (
        "Talks of Rajnath Singh in Bengaluru\n\n- 3 February 2021: Mariya Didi (Maldives). Coast guard\n"
        "- 4 February 2021: Amir Hatami (Iran). Chabahar, spare parts\n"
    )
    assert {r.city for r in read_document(make_document("d.txt", text))} == {"Bengaluru"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On 28 August 2023 Mombasa welcomed the Indian frigate Trishul.",
            ["visit IND KEN 2023-08-28"],
            id="a port welcomed",
        ),
        pytest.param(
            "The Indian frigate Trishul spent three days in Mombasa from 28 August 2023.",
            ["visit IND KEN 2023-08-28"],
            id="days in port",
        ),
        pytest.param("The Indian frigate Trishul was built in Kaliningrad.", [], id="built there"),
        pytest.param("The Russian cruiser left Sevastopol in April.", [], id="left its base"),
        pytest.param(
            "The Commanding Officer of INS Trishul called on Brigadier Yasin Abdulla of the Kenya Navy on 28 August 2023.",
            ["bilateral IND KEN 2023-08-28"],
            id="a ship's commanding officer",
        ),
        pytest.param(
            "India is sending Rajnath Singh, its defence minister, to Kenya on Monday.",
            ["visit IND KEN 2023-09-04"],
            id="is sending its minister",
        ),
        pytest.param(
            "Rajnath Singh has been in Kenya since Monday.",
            ["visit IND KEN 2023-08-28"],
            id="has been there since",
        ),
        pytest.param("Rajnath Singh sent a message to Nairobi on Monday.", [], id="sent a message"),
    ],
)
def test_who_came_and_what_lay_in_port(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
