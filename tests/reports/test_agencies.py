"""Constructions of national news agencies: advisers to a region, long titles, trips told twice, calls that were received."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

MONDAY = date(2023, 5, 1)


def rows(text: str, published: date | None = MONDAY) -> list[str]:
    """Each engagement as "kind status sides from..to: people"."""
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {r.when.start}..{r.when.end}:"
        f" {', '.join(p.name for p in r.people)}"
        for r in read_document(Document("d.txt", text, published=published))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oman's Chief of Staff Abdullah Al Raisi received the UK Defence Senior Adviser for the Middle East Air Marshal "
            "Harvey Flint on Friday.",
            ["bilateral held GBR OMN 2023-04-28..2023-04-28: Abdullah Al Raisi, Harvey Flint"],
            id="an adviser for a region",
        ),
        pytest.param(
            "Oman's Chief of Staff Abdullah Al Raisi received the UK special envoy to the Western Balkans Harvey Flint on "
            "Friday.",
            ["bilateral held GBR OMN 2023-04-28..2023-04-28: Abdullah Al Raisi, Harvey Flint"],
            id="an envoy to a region of two words",
        ),
        pytest.param(
            "Oman's Chief of Staff Abdullah Al Raisi met on Friday with a delegation headed by Jordan's upper house member, "
            "chairman of the committee on foreign affairs, former minister of labour Nayef Qudah, the agency reports.",
            ["bilateral held JOR OMN 2023-04-28..2023-04-28: Abdullah Al Raisi, Nayef Qudah"],
            id="all that the leader of a delegation is",
        ),
        pytest.param(
            "Oman's Chief of Staff Abdullah Al Raisi received the Ambassador of Kenya to Oman, Grace Wambui, the ministry "
            "said.",
            ["bilateral held KEN OMN 2023-05-01..2023-05-01: Abdullah Al Raisi, Grace Wambui"],
            id="an envoy's name between commas",
        ),
        pytest.param(
            "After talks with the Ambassador of Kenya to Oman, Abdullah Al Raisi, Oman's Chief of Staff, left for Salalah.",
            ["bilateral held KEN OMN 2023-05-01..2023-05-01: Abdullah Al Raisi"],
            id="a name between commas that is the subject",
        ),
        pytest.param(
            "Deputy Prime Minister, Minister of Defence and Acting Minister of Interior Sheikh Nasser Al Hajri of Kuwait "
            "received Kenyan Defence Cabinet Secretary Aden Duale on Friday.",
            ["bilateral held KEN KWT 2023-04-28..2023-04-28: Nasser Al Hajri, Aden Duale"],
            id="an acting office at the end of a row of offices",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met Oman's Minister of State for Cabinet Affairs Salim Al Balushi "
            "on Friday.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Salim Al Balushi"],
            id="what a minister of state is for",
        ),
        pytest.param(
            'Kenyan Defence Cabinet Secretary Soipan "Sue" Tuya met US Senator Paul "Hank" Larsen on Friday.',
            ["bilateral held KEN USA 2023-04-28..2023-04-28: Soipan Tuya, Paul Larsen"],
            id="what friends call them",
        ),
    ],
)
def test_titles_of_agencies(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met Oman's Minister of Defence Shihab bin Tarik in Muscat on "
            "Friday. The meeting follows a phone call the Kenyan minister received last week from Commander of US Africa "
            "Command General Michael Langley.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik",
                "call held KEN USA 2023-04-01..2023-04-30: Aden Duale, Michael Langley",
            ],
            id="a call that was received",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met Oman's Minister of Defence Shihab bin Tarik in Muscat on "
            "Friday. He showed him the flag he received from General Michael Langley.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik"],
            id="a flag that was received",
        ),
        pytest.param(
            '"The greater work lies in the future and is only beginning," Aden Duale said during the defence dialogue '
            "between Kenya and Oman in Mombasa on Friday.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale"],
            id="words said at talks",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale said on Friday that he welcomed the dialogue between Kenya and "
            "Oman.",
            [],
            id="talks that words were about",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale received Oman's Chief of Staff Abdullah Al Raisi in Nairobi on "
            "Friday. Intelligence Director General Lt General Peter Mutua received the Cabinet Secretary at the "
            "headquarters.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Abdullah Al Raisi"],
            id="one's own people at home",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale was in Muscat on Friday and met Oman's Chief of Staff Abdullah Al "
            "Raisi there. He then met Director General Lt General Salim Harthi in Muscat.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Abdullah Al Raisi",
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Salim Harthi",
            ],
            id="the host's people abroad",
        ),
    ],
)
def test_talks_of_agencies(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


TRIP = "Kenyan Defence Cabinet Secretary Aden Duale has travelled to Oman on an official visit. "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param(
            "His visit, which started on Friday, will continue until Thursday.",
            "04-28..2023-05-04",
            id="which",
        ),
        pytest.param(
            "The visit to Oman began on Saturday and ends on Wednesday.", "04-29..2023-05-03", id="and ends"
        ),
        pytest.param("The trip runs until 4 May.", "05-01..2023-05-04", id="only its end"),
        pytest.param(
            "The visit, scheduled from 28 April to 4 May, comes at a tense time.",
            "04-28..2023-05-04",
            id="from",
        ),
        pytest.param(
            "The visit comes as a truce that began on Friday holds.",
            "05-01..2023-05-01",
            id="what else began",
        ),
        pytest.param(
            "The tour of the Russian frigate ends on Friday.", "05-01..2023-05-01", id="a ship's tour"
        ),
    ],
)
def test_days_of_a_trip_told_behind(text: str, days: str) -> None:
    assert rows(TRIP + "\n\n" + text) == [f"visit held KEN OMN 2023-{days}: Aden Duale"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "They opened Exercise Sand and Sea Riders (SSR), the biggest drill, on Friday.",
            "Sand and Sea Riders",
            id="whole",
        ),
        pytest.param(
            "They opened Exercise Desert Gate in Muscat on Friday.", "Desert Gate", id="without letters"
        ),
    ],
)
def test_names_of_exercises_before_their_letters(text: str, name: str) -> None:
    before = "Kenya and Oman train together. "
    reports = read_document(Document("d.txt", before + text, published=MONDAY))
    assert [r.forum for r in reports if r.kind.value == "exercise"] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In Nairobi, Oman's Shihab bin Tarik, the defence minister, and Foreign Minister Badr Albusaidi will join their "
            "Kenyan counterparts at the '2+2' defence and foreign ministerial dialogue. The '2+2' dialogue is planned for "
            "May 8.",
            ["bilateral planned KEN OMN 2023-05-08..2023-05-08: Shihab bin Tarik, Badr Albusaidi"],
            id="a session with their counterparts, its day told behind",
        ),
        pytest.param(
            "Oman's Defence Minister Shihab bin Tarik will fly to Nairobi on Thursday to be part of the 2+2 ministerial "
            "dialogue.",
            [
                "visit planned KEN OMN 2023-05-04..2023-05-04: Shihab bin Tarik",
                "bilateral planned KEN OMN 2023-05-04..2023-05-04: Shihab bin Tarik",
            ],
            id="to be part of a session",
        ),
        pytest.param(
            "Oman's Defence Minister Shihab bin Tarik will take part in the Kenya-Oman 2+2 Ministerial Dialogue in Nairobi "
            "on 4 May. He is also scheduled to call on the President of Kenya William Ruto during the visit.",
            [
                "bilateral planned KEN OMN 2023-05-04..2023-05-04: Shihab bin Tarik",
                "bilateral planned KEN OMN 2023-05-04..2023-05-04: Shihab bin Tarik, William Ruto",
            ],
            id="a call on the president is no session",
        ),
        pytest.param(
            "The talks on a 2+2 dialogue are planned for May 8, a source told the paper.",
            [],
            id="nobody's session",
        ),
        pytest.param(
            "Oman's Defence Minister Shihab bin Tarik will fly to Nairobi on Thursday. Prior to that, he met with Kenyan "
            "Defence Cabinet Secretary Aden Duale in Muscat.",
            [
                "visit planned KEN OMN 2023-05-04..2023-05-04: Shihab bin Tarik",
                "bilateral held KEN OMN None..None: Shihab bin Tarik, Aden Duale",
            ],
            id="what was before a plan has no day",
        ),
        pytest.param(
            "Oman's Defence Minister Shihab bin Tarik met President William Ruto in Nairobi on Friday. Prior to that, he "
            "met with Kenyan Defence Cabinet Secretary Aden Duale.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Shihab bin Tarik, William Ruto",
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Shihab bin Tarik, Aden Duale",
            ],
            id="what was before other talks was that day",
        ),
        pytest.param(
            "The Kenyan army chief, General Peter Njiru, gave this assurance on Friday when Oman's Chief of Staff Abdullah "
            "Al Raisi paid him a courtesy visit in Nairobi.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Abdullah Al Raisi, Peter Njiru"],
            id="a visit paid to somebody",
        ),
        pytest.param(
            "Oman's Chief of Staff Abdullah Al Raisi paid Kenyan officers a bonus on Friday.",
            [],
            id="money paid to somebody",
        ),
        pytest.param(
            "Kenya will not be hurried, Defence Cabinet Secretary Aden Duale said in Nairobi on Friday at a joint press "
            "conference with Oman's Defence Minister Shihab bin Tarik.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik"],
            id="before the press together",
        ),
        pytest.param(
            "Kenya will not be hurried, Defence Cabinet Secretary Aden Duale said on Friday in an interview with Oman's state "
            "television.",
            [],
            id="an interview",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale and Oman's Defence Minister Shihab bin Tarik held the first talks of "
            "the two ministries since the opening of embassies in 1977.",
            ["bilateral held KEN OMN 2023-05-01..2023-05-01: Aden Duale, Shihab bin Tarik"],
            id="the first since something of long ago",
        ),
        pytest.param(
            "NBC.KE - Oman's Defence Minister Shihab bin Tarik received Kenyan Minister of Construction Rose Achieng in "
            "Muscat on March 28.",
            ["bilateral held KEN OMN 2023-03-28..2023-03-28: Shihab bin Tarik, Rose Achieng"],
            id="an outlet before a dash, and a ministry before a name",
        ),
    ],
)
def test_plans_and_sessions(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_tour_with_days_for_each_country() -> None:
    text = (
        "Oman begins a tour of Africa.\n\nOman's Defence Minister Shihab bin Tarik will embark on a five-day visit to Kenya "
        "and Zambia beginning Tuesday. He will visit Kenya from May 2 to 4 while his tour of Zambia will be from May 5 to 6."
    )
    assert rows(text) == [
        "visit planned KEN OMN 2023-05-02..2023-05-04: Shihab bin Tarik",
        "visit planned OMN ZMB 2023-05-05..2023-05-06: Shihab bin Tarik",
    ]


def test_headline_in_the_present_tense() -> None:
    text = "Shihab bin Tarik begins five-day visit to Kenya on Tuesday\n\nOman's Defence Minister Shihab bin Tarik hopes for trade."
    assert rows(text) == ["visit planned KEN OMN 2023-05-02..2023-05-06: Shihab bin Tarik"]


def test_month_before_the_text_tells_the_year() -> None:
    text = " date 2022-11 Kenyan Defence Cabinet Secretary Aden Duale met Oman's Defence Minister Shihab bin Tarik on November 22."
    assert rows(text, None) == ["bilateral held KEN OMN 2022-11-22..2022-11-22: Aden Duale, Shihab bin Tarik"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Defence Minister of Kenya Aden Duale and visiting Defence Minister of Oman Shihab bin Tarik at Friday's meeting "
            "confirmed that the two navies will train together.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik"],
            id="two at a meeting",
        ),
        pytest.param(
            "Defence Minister of Kenya Aden Duale and President William Ruto of Kenya at Friday's meeting praised the troops.",
            [],
            id="two of one country at a meeting",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met with the head of the Central Department of the Defence Ministry of "
            "Oman Colonel Salim Harthi in Nairobi on Friday.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Salim Harthi"],
            id="the head of a department",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale and Foreign Cabinet Secretary Alfred Mutua held separate meetings on "
            "Friday with Oman's Defence Minister Shihab bin Tarik and Foreign Minister Badr Albusaidi respectively.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik",
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Alfred Mutua, Badr Albusaidi",
            ],
            id="each with one",
        ),
        pytest.param(
            "Oman's Defence Minister Shihab bin Tarik met Kenya's Defence Cabinet Secretary Soipan Tuya on April 28, during her "
            "official visit to Oman from April 27 to 29.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Shihab bin Tarik, Soipan Tuya",
                "visit held KEN OMN 2023-04-27..2023-04-29: Soipan Tuya",
            ],
            id="her visit is the guest's",
        ),
        pytest.param(
            "Kenyan and Omani defence chiefs meet in Nairobi\n\nKenyan Defence Cabinet Secretary Aden Duale received General "
            "Abdullah Al Raisi, Oman's Chief of Staff, on Friday. Kenya's Chief of Defence Forces, General Francis Ogolla, was "
            "there too.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Abdullah Al Raisi"],
            id="a headline does not say who the chiefs are",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met Oman's Defence Minister Shihab bin Tarik in Muscat on Friday. Duale "
            "had earlier met his counterparts from Zambia and Malawi and spoke of trade.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik",
                "bilateral held KEN ZMB None..None: Aden Duale",
                "bilateral held KEN MWI None..None: Aden Duale",
            ],
            id="talks before with others, nobody says where",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale is scheduled to meet his Omani counterpart Shihab bin Tarik and attend "
            "a show during a visit to Muscat. Duale's visit to Muscat is aimed at closer ties.",
            [
                "bilateral planned KEN OMN None..None: Aden Duale, Shihab bin Tarik",
                "visit planned KEN OMN None..None: Aden Duale",
            ],
            id="the visit of talks to come",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met Zambia's Defence Minister Ambrose Lufuma on Friday. He praised him, "
            'adding "I had a wonderful meeting with Oman\'s Defence Minister Shihab bin Tarik today."',
            [
                "bilateral held KEN ZMB 2023-04-28..2023-04-28: Aden Duale, Ambrose Lufuma",
                "bilateral held KEN OMN 2023-05-01..2023-05-01: Aden Duale, Shihab bin Tarik",
            ],
            id="who says that he met somebody",
        ),
        pytest.param(
            "Kenya's army chief, General Peter Njiru, called on Oman's army chief, General Matar Balushi, in Muscat on Friday. "
            "The High Commissioner of Zambia to Kenya Ajit Phiri and Kenyan Ambassador to Oman Grace Wambui paid a courtesy call "
            "on the army chief.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Peter Njiru, Matar Balushi",
                "bilateral held KEN ZMB 2023-04-28..2023-04-28: Ajit Phiri, Grace Wambui, Peter Njiru",
            ],
            id="one's own envoy among the callers",
        ),
        pytest.param(
            "Kenya's army chief, General Peter Njiru, met UN Under-Secretary-General for Peace Operations Jean Lacour in Muscat.",
            [],
            id="an official of an organisation",
        ),
        pytest.param(
            "Defence ministers of the Baltic countries of Lithuania, Latvia and Estonia have agreed to work together. The three "
            "ministers met in Vilnius on Friday.",
            ["multilateral held EST LTU LVA 2023-04-28..2023-04-28: "],
            id="the three of the line before",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale met his Omani counterpart Shihab bin Tarik in Muscat on Friday in the "
            "presence of President William Ruto. After lunch the two defence chiefs held talks, with General Peter Njiru also "
            "present.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik"],
            id="the two chiefs are those who met",
        ),
    ],
)
def test_who_met_whom(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenyan Defence Minister Aden Duale is scheduled to visit Oman on 4 May.",
            "planned 2023-05-04..2023-05-04",
            id="scheduled",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale is expected to visit Oman on 4 May.",
            "planned 2023-05-04..2023-05-04",
            id="expected",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale will reach Oman on 4 May.",
            "planned 2023-05-04..2023-05-04",
            id="reach",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale is arriving in Muscat on 4 May.",
            "planned 2023-05-04..2023-05-04",
            id="is arriving",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale would depart for a visit to Oman tomorrow.",
            "planned 2023-05-02..2023-05-02",
            id="would, on a day",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale said that he would visit Oman.", "", id="would, some day"
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale accepted on Friday the invitation to visit Oman.",
            "",
            id="an invitation",
        ),
        pytest.param(
            "The last Kenyan defence minister to visit Oman on 4 May was Aden Duale.",
            "",
            id="who was the last",
        ),
        pytest.param(
            "OMAN, May 1 - On 4 May, Kenyan Defence Minister Aden Duale will visit Oman.",
            "planned 2023-05-04..2023-05-04",
            id="a country as dateline",
        ),
        pytest.param(
            "Defence Cabinet Secretary CS Duale is in Oman for a three-day official visit, Kenya's ministry said.",
            "held 2023-05-01..2023-05-01",
            id="letters of an office before a name",
        ),
        pytest.param(
            "Aden Duale on 3-day visit to Oman from Tuesday\n\nKenyan Defence Minister Aden Duale hopes for trade.",
            "planned 2023-05-02..2023-05-04",
            id="a headline without a verb",
        ),
    ],
)
def test_visits_of_agencies(text: str, expected: str) -> None:
    found = [r for r in read_document(Document("d.txt", text, published=MONDAY)) if r.kind.value == "visit"]
    assert " ".join(f"{r.status.value} {r.when.start}..{r.when.end}" for r in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenya's army chief, General Peter Njiru, is on a visit to Oman. He is also set to address students in Salalah, as "
            "well as call on Oman's Defence Minister Shihab bin Tarik.",
            [
                "visit held KEN OMN 2023-05-01..2023-05-01: Peter Njiru",
                "bilateral planned KEN OMN None..None: Peter Njiru, Shihab bin Tarik",
            ],
            id="as well as call on",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale took off for Muscat on Friday, where he will meet Oman's Defence Minister Shihab bin Tarik.",
            [
                "visit held KEN OMN 2023-04-28..2023-04-28: Aden Duale",
                "bilateral planned KEN OMN None..None: Aden Duale, Shihab bin Tarik",
            ],
            id="the day of a departure",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale met Oman's Sultan Haitham bin Tarik in Muscat on Friday. The meeting was attended by "
            "Oman's Foreign Minister Badr Albusaidi and Defence Minister Shihab bin Tarik.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Haitham bin Tarik"],
            id="those who sat there too",
        ),
        pytest.param(
            "Kenya's army chief, General Peter Njiru, was conferred an honorary rank by Oman's Sultan Haitham bin Tarik on Friday.",
            [],
            id="a rank that was conferred",
        ),
        pytest.param(
            "Kenya's army chief, General Peter Njiru, conferred with Oman's army chief, General Matar Balushi, on Friday.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Peter Njiru, Matar Balushi"],
            id="conferred with somebody",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale and his Omani peer Shihab bin Tarik signed an agreement on Friday.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik"],
            id="a peer",
        ),
        pytest.param(
            "The drone was peer reviewed by Omani engineers on Friday, Aden Duale of Kenya said.",
            [],
            id="no peer",
        ),
    ],
)
def test_meetings_of_agencies(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Omani Defence Attaché in Kenya Capt. Salim Harthi met Kenya's Defence Principal Secretary Patrick Mariru on Friday.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Salim Harthi, Patrick Mariru"],
            id="an attaché, and where he is posted",
        ),
        pytest.param(
            "The Defence Attaché to the High Commission of Zambia, Captain Ajit Phiri made a call on Kenya's Defence Principal "
            "Secretary Patrick Mariru on Friday.",
            ["bilateral held KEN ZMB 2023-04-28..2023-04-28: Ajit Phiri, Patrick Mariru"],
            id="an attaché at a high commission",
        ),
        pytest.param(
            "Acting High Commissioner for Zambia in Kenya, Grace Phiri has called on Kenya's Defence Principal Secretary Patrick Mariru on "
            "Friday.",
            ["bilateral held KEN ZMB 2023-04-28..2023-04-28: Grace Phiri, Patrick Mariru"],
            id="an envoy for a country in a country",
        ),
        pytest.param(
            "Kenya's navy chief, General Thomas Otieno, met Oman's navy chief, Admiral Saif Rahbi, Commander, Western Fleet (WF) "
            "Admiral Ali Balushi, and Commander of Northern Coast Command Captain Salim Harthi of Oman on Friday.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Thomas Otieno, Saif Rahbi",
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Thomas Otieno, Ali Balushi",
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Thomas Otieno, Salim Harthi",
            ],
            id="commanders of fleets and commands in a row",
        ),
        pytest.param(
            "The meeting between Kenyan Defence Minister Aden Duale and his Omani counterpart Shihab bin Tarik today discussed "
            "trade. The two met for the second time after the first meeting in Mombasa on April 4.",
            ["bilateral held KEN OMN 2023-05-01..2023-05-01: Aden Duale, Shihab bin Tarik"],
            id="for the second time",
        ),
        pytest.param(
            "The visit to Cyprus will witness three-way talks held by the defence ministers of Egypt, Cyprus and Greece on Friday.",
            ["multilateral planned CYP EGY GRC 2023-05-05..2023-05-05: "],
            id="talks held by three",
        ),
        pytest.param(
            "Aden Duale of Kenya calls on Oman's Defence Minister Shihab bin Tarik in Muscat on Friday. Photo: KNA\n\nKenyan Defence "
            "Minister Aden Duale met Oman's Defence Minister Shihab bin Tarik in Muscat on Friday, officials said of the talks.",
            ["bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Shihab bin Tarik"],
            id="the words under a picture",
        ),
    ],
)
def test_posts_and_captions_of_agencies(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenyan Defence Minister Aden Duale is set to take part in the 11thASEAN Defence Ministers' Meeting-Plus from May 3-5 "
            "in Vientiane, Lao PDR.\n\nHe will also engage in bilateral talks with counterparts from several countries, including "
            "Oman and Japan.",
            [
                "multilateral planned KEN 2023-05-03..2023-05-05: Aden Duale",
                "bilateral planned KEN OMN 2023-05-03..2023-05-05: Aden Duale",
                "bilateral planned JPN KEN 2023-05-03..2023-05-05: Aden Duale",
            ],
            id="counterparts from countries including",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale arrived in Vientiane on Monday to attend the ADMM-Plus.\n\nPresident William Ruto "
            "of Kenya had met Oman's Prime Minister Haitham bin Tarik.",
            [
                "visit held KEN LAO 2023-05-01..2023-05-01: Aden Duale",
                "multilateral held KEN 2023-05-01..2023-05-01: Aden Duale",
                "bilateral held KEN OMN None..None: William Ruto, Haitham bin Tarik",
            ],
            id="had met elsewhere, told of others",
        ),
    ],
)
def test_forums_to_come(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Minister of Defence Hon Aden Duale has met with the Ambassador of Israel in Kenya His Excellency Obed Joseph.",
            ["bilateral held ISR KEN 2023-05-01..2023-05-01: Aden Duale, Obed Joseph"],
            id="where the ambassador is posted",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale is set to travel to Japan on May 6. Discussions with Foreign Minister Yoshimasa "
            "Hayashi and Defence Minister Yasukazu Hamada are expected to involve training.",
            [
                "visit planned JPN KEN 2023-05-06..2023-05-06: Aden Duale",
                "bilateral planned JPN KEN 2023-05-06..2023-05-06: Aden Duale, Yoshimasa Hayashi",
                "bilateral planned JPN KEN 2023-05-06..2023-05-06: Aden Duale, Yasukazu Hamada",
            ],
            id="what talks will be about",
        ),
        pytest.param(
            "Kenyan Defence Minister Aden Duale met Oman's Defence Ministry's Secretary-General Mohammed bin Nasser on Friday. He also "
            "met Oman's Minister of Foreign Affairs and Co-operation Badr bin Hamad.",
            [
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Mohammed bin Nasser",
                "bilateral held KEN OMN 2023-04-28..2023-04-28: Aden Duale, Badr bin Hamad",
            ],
            id="offices with a hyphen",
        ),
    ],
)
def test_posts_and_plans(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_forum_of_a_trip_recalled() -> None:
    text = (
        "Kenyan Defence Minister Aden Duale on Friday held talks with Omani Foreign Minister Badr bin Hamad, who warmly recalled "
        "his visit to Kenya for the Joint Commission Meeting."
    )
    met = read_document(Document("d.txt", text, published=MONDAY))[0]
    assert (met.countries, met.forum) == (("KEN", "OMN"), "")
