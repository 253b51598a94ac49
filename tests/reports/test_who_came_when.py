"""Who came on which day: days of several partners, callers told by "who", tables brought together, lists of those present."""

import pytest

from core.documents.plain import make_document
from core.reports.read import read_document

HEAD = "New Delhi, 15 November 2024\n\n"


def rows(text: str) -> list[str]:
    """Each report as "kind sides day place forum", of a text written in New Delhi on Friday 15 November 2024."""
    found = read_document(make_document("d.txt", HEAD + text))
    return [
        f"{r.kind.value} {' '.join(r.countries)} {r.when.start or '-'} {r.city or r.host_country or '-'} {r.forum}".strip()
        for r in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh met Boris Pistorius of Germany on Tuesday, Lloyd Austin of the United States on Wednesday and "
            "Japan's Gen Nakatani on Thursday.",
            [
                "bilateral DEU IND 2024-11-12 New Delhi",
                "bilateral IND USA 2024-11-13 New Delhi",
                "bilateral IND JPN 2024-11-14 New Delhi",
            ],
            id="a day behind each of three",
        ),
        pytest.param(
            "Boris Pistorius of Germany will meet Rajnath Singh on Tuesday and Lloyd Austin of the United States on Friday.",
            ["bilateral DEU IND 2024-11-19 New Delhi", "bilateral DEU USA 2024-11-22 New Delhi"],
            id="a Friday behind a Tuesday to come",
        ),
        pytest.param(
            "Germany's Boris Pistorius is to meet Defence Minister Rajnath Singh in New Delhi on Tuesday, and Lloyd Austin, "
            "the US Defence Secretary, on December 3.",
            ["bilateral DEU IND 2024-11-19 New Delhi", "bilateral IND USA 2024-12-03 New Delhi"],
            id="two guests of one host",
        ),
    ],
)
def test_days_of_several_partners(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The defence ministers of Kenya and Oman who are attending Aero India called on Rajnath Singh in Bengaluru on "
            "Tuesday.",
            [
                "bilateral IND KEN 2024-11-12 Bengaluru Aero India",
                "bilateral IND OMN 2024-11-12 Bengaluru Aero India",
            ],
            id="who are attending a show called on",
        ),
        pytest.param(
            "The Kenyan minister who had been invited to the show met Rajnath Singh on Tuesday.",
            ["bilateral IND KEN 2024-11-12 New Delhi"],
            id="who had been invited met",
        ),
        pytest.param(
            "The Kenyan minister who had been invited to meet Rajnath Singh stayed at home.",
            [],
            id="who had been invited to meet",
        ),
        pytest.param(
            "Angola's defence minister, Joao Ernesto dos Santos, on Wednesday brought together in Luanda his colleagues from "
            "Zambia and Rwanda, Guy Kabombo and Juvenal Marizamunda.",
            ["multilateral AGO RWA ZMB 2024-11-13 Luanda"],
            id="a minister brought two others together",
        ),
        pytest.param(
            "Iran's defence minister Amir Hatami landed in Damascus on Monday, where Syria's Ali Abdullah Ayyoub received him "
            "at the airport. The two ministers had their working session on Tuesday.",
            ["visit IRN SYR 2024-11-11 Damascus", "bilateral IRN SYR 2024-11-12 Damascus"],
            id="received at the airport, a session the day after",
        ),
        pytest.param(
            "Iran's defence minister Amir Hatami landed in Damascus on Monday. He was also shown in to President Bashar "
            "al-Assad.",
            ["visit IRN SYR 2024-11-11 Damascus", "bilateral IRN SYR 2024-11-11 Damascus"],
            id="was shown in to",
        ),
        pytest.param(
            "Germany's Ursula von der Leyen met Dutch Defence Minister Annemarie van den Heuvel on Monday.",
            ["bilateral DEU NLD 2024-11-11 New Delhi"],
            id="two small words in a name",
        ),
    ],
)
def test_who_came(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Turkish Defence Minister Hulusi Akar came to Banjul for a ceremony. Four boats built at Tuzla, near Istanbul, "
            "changed flags on Wednesday. On Tuesday he and his Gambian counterpart, Sheikh Omar Faye, had talks at the ministry.",
            "bilateral GMB TUR 2024-11-12 Banjul",
            id="where boats were built",
        ),
        pytest.param(
            "Gilberto Teodoro, the Philippine defence secretary, met Boris Pistorius in Berlin on Wednesday. He had come from "
            "Prague. He and Czech Defence Minister Jana Cernochova signed a memorandum on Monday.",
            "bilateral CZE PHL 2024-11-11 Prague",
            id="where he had come from",
        ),
        pytest.param(
            "Gilberto Teodoro, the Philippine defence secretary, met Boris Pistorius in Berlin on Wednesday. The first stop had "
            "been Prague, where he and Czech Defence Minister Jana Cernochova signed a memorandum.",
            "bilateral CZE PHL 2024-11-13 Prague",
            id="a stop before",
        ),
        pytest.param(
            "The first India-Africa Army Chiefs' Conclave will be held in Pune on 28 November.\n\nParticipants:\n\n"
            "- Army chiefs of Ethiopia, Ghana and Kenya\n- Representatives of the armies of Botswana and Egypt\n",
            "multilateral BWA EGY ETH GHA KEN 2024-11-28 Pune India-Africa Army Chiefs' Conclave",
            id="a list of those present",
        ),
    ],
)
def test_where_and_with_whom(text: str, expected: str) -> None:
    assert rows(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param(
            "The Commander of the Indonesian National Armed Forces, General Agus Subiyanto,",
            "IDN",
            id="whose office tells",
        ),
        pytest.param(
            "The Commander of the Ethiopian National Defence Forces (ENDF), General Birhanu Jula,",
            "ETH",
            id="letters",
        ),
        pytest.param(
            "The Commander of the Royal Brunei Armed Forces, General Haszaimi,", "BRN", id="royal forces"
        ),
        pytest.param("The chief of the Royal Thai Army, General Charoenchai,", "THA", id="royal army"),
        pytest.param("The Chief of the Philippine Air Force, General Parreno,", "PHL", id="chief of a force"),
    ],
)
def test_the_head_of_a_force_speaks_for_its_country(text: str, country: str) -> None:
    assert rows(text + " called on Defence Minister Rajnath Singh in New Delhi on Tuesday.") == [
        f"bilateral {' '.join(sorted((country, 'IND')))} 2024-11-12 New Delhi"
    ]


def test_a_release_tells_of_its_own_minister() -> None:
    release = (
        "Ministry of Defence\n\nDefence Ministers' Dialogue held\n\nPosted On: 14 NOV 2024 6:20PM by PIB Delhi\n\nDr Ng Eng "
        "Hen, Singapore's Minister for Defence, and Raksha Mantri Shri Rajnath Singh co-chaired the Defence Ministers' "
        "Dialogue in Singapore today.\n\nDr Ng spoke of training.\n\nDr Ng spoke of ships.\n\nEarlier in the day he called on "
        "the Deputy Prime Minister, Mr Heng Swee Keat.\n"
    )
    found = read_document(make_document("d.txt", release))
    assert [person.name for person in found[-1].people] == ["Rajnath Singh", "Heng Swee Keat"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "That is the assurance which French Armed Forces Minister Florence Parly gave Rajnath Singh over the phone on "
            "Tuesday.",
            "call FRA IND 2024-11-12 -",
            id="in a relative clause",
        ),
        pytest.param(
            "The defence ministers of Greece and Turkey, Nikos Dendias and Yasar Guler, held talks on Thursday in Brussels. "
            "Guler rang his colleague in July to offer help with the wildfires on Rhodes.",
            "call GRC TUR 2024-07-01 -",
            id="the colleague of two in a third country",
        ),
        pytest.param(
            "NATO defence ministers met in Brussels on Thursday. President Volodymyr Zelenskiy of Ukraine made a surprise "
            "appearance, and Sweden's Pal Jonson sat in as an invitee.",
            "multilateral SWE UKR 2024-11-14 Brussels NATO Defence Ministers' Meeting",
            id="who sat in",
        ),
        pytest.param(
            "The first Singapore-India-Thailand Maritime Exercise (SITMEX) was conducted off Port Blair in September.",
            "exercise IND SGP THA 2024-09-01 Sri Vijaya Puram SITMEX",
            id="countries in the name of an exercise",
        ),
    ],
)
def test_who_else_was_there(text: str, expected: str) -> None:
    assert rows(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Australia's Linda Reynolds arrived in Nuku'alofa on Monday. She was granted an audience by King Tupou on Tuesday.",
            "bilateral AUS TON 2024-11-12 Nuku'alofa",
            id="granted an audience by",
        ),
        pytest.param(
            "President Ukhnaa Khurelsukh of Mongolia, whose title includes that of commander-in-chief, also gave audience to "
            "Rajnath Singh on Tuesday.",
            "bilateral IND MNG 2024-11-12 New Delhi",
            id="gave audience to",
        ),
        pytest.param(
            "Rajnath Singh told General Phan Van Giang, the Vietnamese defence minister, on Monday that the ship would be "
            "handed over. He broke the news during their talks in Hanoi.",
            "bilateral IND VNM 2024-11-11 Hanoi",
            id="news broken during their talks",
        ),
        pytest.param(
            "- Umroi (Meghalaya) was the venue of the 7th edition of the India-France army exercise Shakti, 4 to 13 November.",
            "exercise FRA IND 2024-11-04 Umroi Shakti",
            id="the venue of an exercise",
        ),
        pytest.param(
            "Rajnath Singh met Prabowo Subianto of Indonesia in Jakarta on Tuesday. With Prabowo it was settled that the joint "
            "defence cooperation committee of the two countries would sit early next year.",
            "bilateral IDN IND 2024-11-12 Jakarta",
            id="a committee that would sit",
        ),
    ],
)
def test_audiences_and_venues(text: str, expected: str) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "IONS is a gathering of navies, and its main event is the Conclave of Chiefs.",
            id="what a forum is",
        ),
        pytest.param(
            "Hulusi Akar of Turkey flew to Brussels for the autumn session of the alliance, and so did Greece's Nikos "
            "Panagiotopoulos; they did not meet.",
            id="so did he, and they did not meet",
        ),
    ],
)
def test_no_two_met(text: str) -> None:
    assert not [row for row in rows(text) if not row.startswith("visit")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Meeting near Warsaw on Monday, the defence ministers of Poland, Germany and France agreed that Europe has to arm "
            "faster.",
            ["multilateral DEU FRA POL 2024-11-11 Warsaw"],
            id="meeting near",
        ),
        pytest.param(
            "Defence Secretary Gilberto Teodoro and his visitor from Wellington, Defence Minister Judith Collins, signed the "
            "agreement in Manila on Monday.",
            ["bilateral NZL PHL 2024-11-11 Manila"],
            id="a visitor from a capital",
        ),
        pytest.param(
            "New Zealand's Judith Collins was in Manila on Monday. She was also welcomed at Malacanang by President Ferdinand "
            "Marcos Jr.",
            ["bilateral NZL PHL 2024-11-11 Manila"],
            id="was also welcomed at a palace by",
        ),
        pytest.param(
            "Britain's James Heappey landed in Dakar on Monday. President Macky Sall gave him an hour, and the Armed Forces "
            "Minister, Sidiki Kaba, had a meeting with him of his own.",
            [
                "visit GBR SEN 2024-11-11 Dakar",
                "bilateral GBR SEN 2024-11-11 Dakar",
                "bilateral GBR SEN 2024-11-11 Dakar",
            ],
            id="a second subject behind a comma",
        ),
        pytest.param(
            "Britain's James Heappey was in Dakar on Monday. Tuesday took him to Ghana for an official visit.",
            ["visit GBR GHA 2024-11-12 GHA"],
            id="a day took him there",
        ),
        pytest.param(
            "The US Defense Secretary, Lloyd Austin, and Rajnath Singh met on Tuesday in Siem Reap; the two had last met in "
            "Washington in April.",
            ["bilateral IND USA 2024-11-12 Siem Reap"],
            id="where they had last met",
        ),
        pytest.param(
            "The ministers want to see bigger drills by Polish and German troops.", [], id="want to see"
        ),
    ],
)
def test_second_subjects(text: str, expected: list[str]) -> None:
    assert rows(text)[: len(expected)] == expected
    assert expected or not rows(text)
