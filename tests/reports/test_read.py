"""Short texts as reports: who met whom, when, where, and whether at all."""

from datetime import date

import pytest

from core.model import Document, Kind, PublishedBasis, Report
from core.reports.read import read_document

FRIDAY = date(2023, 4, 28)


def read(text: str, published: date | None = FRIDAY) -> list[Report]:
    return read_document(Document("d.txt", text, published=published, published_basis=PublishedBasis.HEADER))


def told(text: str, published: date | None = FRIDAY) -> list[tuple[str, str, str]]:
    """Kind, status and sides of each report."""
    return [(r.kind.value, r.status.value, " ".join(r.countries)) for r in read(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Defence Minister Rajnath Singh met his Belarusian counterpart, Viktor Khrenin, on Friday.",
            ("bilateral", "held", "BLR IND"),
            id="active",
        ),
        pytest.param(
            "Viktor Khrenin was received by Defence Minister Rajnath Singh in New Delhi on Friday.",
            ("bilateral", "held", "BLR IND"),
            id="passive",
        ),
        pytest.param(
            "Talks between Indian Defence Minister Rajnath Singh and Japan's Yasukazu Hamada took place on Thursday.",
            ("bilateral", "held", "IND JPN"),
            id="nominal",
        ),
        pytest.param(
            "The French armed forces minister called on Rajnath Singh in New Delhi on Thursday.",
            ("bilateral", "held", "FRA IND"),
            id="a courtesy call",
        ),
        pytest.param(
            "Rajnath Singh hosted Australian Deputy Prime Minister Richard Marles in New Delhi on Thursday.",
            ("bilateral", "held", "AUS IND"),
            id="hosted",
        ),
        pytest.param(
            "India and Australia held their second 2+2 Ministerial Dialogue in New Delhi on Thursday.",
            ("bilateral", "held", "AUS IND"),
            id="a dialogue of two",
        ),
        pytest.param(
            "Rajnath Singh spoke by telephone with US Defense Secretary Lloyd Austin on Thursday.",
            ("call", "held", "IND USA"),
            id="by telephone",
        ),
        pytest.param(
            "Rajnath Singh held a trilateral meeting with his counterparts from Japan and Australia on Friday.",
            ("multilateral", "held", "AUS IND JPN"),
            id="three at one table",
        ),
        pytest.param(
            "Rajnath Singh arrived in Tashkent on Thursday.", ("visit", "held", "IND UZB"), id="an arrival"
        ),
        pytest.param(
            "INS Tushil, an Indian frigate, arrived in Casablanca on Thursday.",
            ("visit", "held", "IND MAR"),
            id="a ship's port call",
        ),
        pytest.param(
            "Exercise Garud Shakti between India and Indonesia is under way in Jakarta.",
            ("exercise", "held", "IDN IND"),
            id="an exercise",
        ),
        pytest.param(
            "Rajnath Singh is to meet his Japanese counterpart, Yasukazu Hamada, in Tokyo on May 10.",
            ("bilateral", "planned", "IND JPN"),
            id="is to meet",
        ),
        pytest.param(
            "Rajnath Singh will meet his Japanese counterpart, Yasukazu Hamada, in Tokyo next week.",
            ("bilateral", "planned", "IND JPN"),
            id="will meet",
        ),
        pytest.param(
            "Rajnath Singh called off his meeting with Japan's Yasukazu Hamada.",
            ("bilateral", "cancelled", "IND JPN"),
            id="called off",
        ),
        pytest.param(
            "A meeting between Rajnath Singh and Yasukazu Hamada of Japan, due on May 10, was cancelled.",
            ("bilateral", "cancelled", "IND JPN"),
            id="was cancelled",
        ),
        pytest.param(
            "Rajnath Singh cancelled his visit to Paris.",
            ("visit", "cancelled", "FRA IND"),
            id="a cancelled visit",
        ),
    ],
)
def test_one_engagement(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "No bilateral was held between Rajnath Singh and China's Li Shangfu.", id="no bilateral"
        ),
        pytest.param("Rajnath Singh did not meet his Chinese counterpart, Li Shangfu.", id="did not meet"),
        pytest.param("Rajnath Singh refused to meet his Chinese counterpart, Li Shangfu.", id="refused"),
        pytest.param("Rajnath Singh may meet his Chinese counterpart, Li Shangfu, on Friday.", id="may meet"),
        pytest.param(
            "Rajnath Singh is likely to meet his Chinese counterpart, Li Shangfu, in New Delhi.",
            id="likely to",
        ),
        pytest.param("Rajnath Singh hopes to meet Li Shangfu soon.", id="hopes to"),
        pytest.param("If Lloyd Austin meets Richard Marles in Canberra, they will talk shop.", id="if"),
        pytest.param("Analysts say India and China could hold talks.", id="could"),
        pytest.param("Will Rajnath Singh meet Li Shangfu?", id="a question"),
        pytest.param("Rajnath Singh has invited Richard Marles to India.", id="an invitation"),
        pytest.param("Rajnath Singh met soldiers in Leh on Friday.", id="at home"),
        pytest.param(
            "Rajnath Singh met the governor of New Jersey on Thursday.", id="New Jersey is not Jersey"
        ),
        pytest.param("The two ministers spoke of trade.", id="nobody knows which two"),
        pytest.param("Rajnath Singh called on all nations to fight terrorism.", id="an appeal"),
        pytest.param("Japan sold six frigates to Australia on Friday.", id="a sale"),
        pytest.param("", id="nothing at all"),
    ],
)
def test_no_engagement(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        pytest.param(
            "Rajnath Singh held separate talks with his counterparts from Belarus, Kazakhstan and Tajikistan on Friday.",
            ["BLR IND", "IND KAZ", "IND TJK"],
            id="one with each",
        ),
        pytest.param(
            "Rajnath Singh met Australia's Richard Marles and New Zealand's Ron Mark on Friday.",
            ["AUS IND", "IND NZL"],
            id="two by name",
        ),
        pytest.param(
            "Rajnath Singh and Viktor Khrenin of Belarus met in Minsk on Thursday. They signed a memorandum. The two "
            "ministers also reviewed trade.",
            ["BLR IND"],
            id="told three times",
        ),
        pytest.param(
            "Rajnath Singh met Viktor Khrenin of Belarus on Friday. Earlier in the day, Khrenin had called on Prime "
            "Minister Narendra Modi.",
            ["BLR IND", "BLR IND"],
            id="two with the same country",
        ),
    ],
)
def test_how_many(text: str, sides: list[str]) -> None:
    assert [s for _, _, s in told(text)] == sides


@pytest.mark.parametrize(
    ("text", "city", "host"),
    [
        pytest.param(
            "TASHKENT, April 27, 2023 - Uzbek Defence Minister Bakhodir Kurbanov met India's Rajnath Singh here.",
            "Tashkent",
            "UZB",
            id="here is the dateline's city",
        ),
        pytest.param(
            "Rajnath Singh began a visit to Italy on Monday. He held talks with Guido Crosetto in the capital.",
            "Rome",
            "ITA",
            id="the capital is that of the country visited",
        ),
        pytest.param(
            "Rajnath Singh met Lloyd Austin in Austin, Texas, on Thursday.",
            "Austin",
            "USA",
            id="Austin in Austin",
        ),
        pytest.param(
            "Rajnath Singh reached Tokyo on Thursday. The same day he held talks with Japan's Yasukazu Hamada.",
            "Tokyo",
            "JPN",
            id="where he had come to",
        ),
        pytest.param("Rajnath Singh met Viktor Khrenin of Belarus on Friday.", "", "", id="nobody says"),
        pytest.param(
            "Rajnath Singh met Viktor Khrenin of Belarus on Friday. They discussed the situation in Afghanistan.",
            "",
            "",
            id="a situation elsewhere",
        ),
        pytest.param(
            "Rajnath Singh met Japan's Yasukazu Hamada on Friday. Both ministers underlined the need to end the fighting "
            "in Khartoum and Omdurman.",
            "",
            "",
            id="a fight elsewhere",
        ),
        pytest.param(
            "Rajnath Singh met Japan's Yasukazu Hamada on Friday. They reviewed preparations for the upcoming conclave in "
            "Hanoi.",
            "",
            "",
            id="a meeting to come elsewhere",
        ),
        pytest.param(
            "Rajnath Singh met Japan's Yasukazu Hamada on Friday. The two agreed to open an office in Kenya.",
            "",
            "",
            id="an office elsewhere",
        ),
        pytest.param(
            "Rajnath Singh and Japan's Yasukazu Hamada reviewed defence cooperation in Tokyo on Friday.",
            "Tokyo",
            "JPN",
            id="reviewed there, on a day",
        ),
        pytest.param(
            "During his visit to Rome, Rajnath Singh had talks with Guido Crosetto on Thursday.",
            "Rome",
            "ITA",
            id="during a visit to",
        ),
        pytest.param(
            "Rajnath Singh met Guido Crosetto, who visited Rome for a visit to the Pope, on Thursday.",
            "",
            "",
            id="somebody else's visit",
        ),
    ],
)
def test_where(text: str, city: str, host: str) -> None:
    report = next(r for r in read(text) if r.kind.value == "bilateral")
    assert (report.city, report.host_country) == (city, host)


@pytest.mark.parametrize(
    ("text", "published", "day", "basis"),
    [
        pytest.param(
            "Rajnath Singh met Viktor Khrenin of Belarus on Thursday.",
            FRIDAY,
            "2023-04-27",
            "relative",
            id="weekday",
        ),
        pytest.param(
            "Rajnath Singh met Viktor Khrenin of Belarus on 3 March 2023.",
            FRIDAY,
            "2023-03-03",
            "explicit",
            id="a full date",
        ),
        pytest.param(
            "Rajnath Singh met Viktor Khrenin of Belarus.",
            FRIDAY,
            "2023-04-28",
            "header",
            id="the document's own",
        ),
        pytest.param(
            "Rajnath Singh reached Tokyo on Thursday. The same day he met Japan's Yasukazu Hamada.",
            FRIDAY,
            "2023-04-27",
            "relative",
            id="the same day",
        ),
        pytest.param(
            "Rajnath Singh met Viktor Khrenin of Belarus on Thursday.",
            None,
            "",
            "",
            id="a weekday of no known week",
        ),
    ],
)
def test_when(text: str, published: date | None, day: str, basis: str) -> None:
    report = next(r for r in read(text, published) if r.kind.value == "bilateral")
    assert (str(report.when.start or ""), report.date_basis.value) == (day, basis)


def test_the_next_day_counts_from_the_last() -> None:
    text = "Rajnath Singh met Japan's Yasukazu Hamada on Tuesday. The next day he met Australia's Richard Marles."
    assert [str(r.when.start) for r in read(text)] == ["2023-04-25", "2023-04-26"]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        pytest.param(
            "Rajnath Singh met his Belarusian counterpart on 3 March 2021.", True, id="two years ago"
        ),
        pytest.param("Rajnath Singh met his Belarusian counterpart on Thursday.", False, id="yesterday"),
    ],
)
def test_background(text: str, background: bool) -> None:
    assert [r.background for r in read(text)] == [background]


@pytest.mark.parametrize(
    ("text", "track"),
    [
        pytest.param(
            "Defence Minister Rajnath Singh met Japan's Yasukazu Hamada on Thursday.",
            "defence",
            id="ministers of defence",
        ),
        pytest.param(
            "Prime Minister Narendra Modi met Japanese Prime Minister Fumio Kishida on Thursday.",
            "leaders",
            id="leaders",
        ),
        pytest.param(
            "Foreign Ministers Subrahmanyam Jaishankar and Qin Gang met in Goa on Thursday.",
            "diplomatic",
            id="foreign ministers",
        ),
        pytest.param(
            "Uzbek Defence Minister Bakhodir Kurbanov was received by President Vladimir Putin on Thursday.",
            "defence",
            id="one side is defence",
        ),
    ],
)
def test_track(text: str, track: str) -> None:
    assert [r.track.value for r in read(text)] == [track]


def test_sideline_talks_belong_to_the_forum() -> None:
    text = (
        "On the sidelines of the SCO Defence Ministers' Meeting in New Delhi, Rajnath Singh met Viktor Khrenin of "
        "Belarus on Friday."
    )
    forum, talks = read(text)
    assert (forum.kind.value, forum.forum) == ("multilateral", "SCO Defence Ministers' Meeting")
    assert (talks.kind.value, talks.forum) == ("bilateral", "SCO Defence Ministers' Meeting")


def test_names_in_that_order() -> None:
    text = "Rajnath Singh met the ministers of Belarus and Tajikistan, Viktor Khrenin and Sherali Mirzo, on Friday."
    assert [{p.name: p.country for p in r.people if p.country != "IND"} for r in read(text)] == [
        {"Viktor Khrenin": "BLR"},
        {"Sherali Mirzo": "TJK"},
    ]


def test_the_same_text_gives_the_same_reports() -> None:
    text = "Rajnath Singh met his counterparts from Belarus and Tajikistan in New Delhi on Friday."
    assert read(text) == read(text)


def test_what_a_semicolon_parts_are_two_meetings() -> None:
    assert told("Lloyd Austin met Dong Jun; Richard Marles met Gilberto Teodoro.", date(2024, 11, 22)) == [
        ("bilateral", "held", "CHN USA"),
        ("bilateral", "held", "AUS PHL"),
    ]


@pytest.mark.parametrize(
    ("place", "host", "city"),
    [
        ("in Tripoli, Lebanon", "LBN", "Tripoli"),
        ("in Tripoli, Libya", "LBY", "Tripoli"),
        ("on the outskirts of Ankara", "TUR", "Ankara"),
    ],
)
def test_where_talks_are(place: str, host: str, city: str) -> None:
    [report] = read(f"Rajnath Singh met the Turkish defence minister, Yasar Guler, {place} on Thursday.")
    assert (report.host_country, report.city) == (host, city)


def test_jun_at_the_end_of_a_sentence_is_a_name() -> None:
    [report] = read("Rajnath Singh met his Chinese counterpart, Dong Jun.", date(2024, 11, 22))
    assert [person.name for person in report.people] == ["Rajnath Singh", "Dong Jun"]


def test_a_summit_that_only_the_minister_attends_is_the_meeting_told_above() -> None:
    text = (
        "Rajnath Singh spoke at the SCO Defence Ministers' Meeting.\n\n"
        "Much was said about the wider region, about trade and about the drug trade.\n\n"
        "Rajnath Singh asked for common work against terrorism during his address at the SCO Summit."
    )
    assert told(text) == [("multilateral", "held", "IND")]


def test_talks_that_came_before_keep_no_day_of_the_story() -> None:
    story, earlier = read(
        "Rajnath Singh met China's Dong Jun in Vientiane on Thursday.\n\n"
        "The two men had waited for it since the meeting of Narendra Modi and Xi Jinping at the BRICS Summit.",
        date(2024, 11, 22),
    )
    assert (story.when.start, story.background) == (date(2024, 11, 21), False)
    assert (earlier.when.start, earlier.background) == (None, True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Lloyd Austin met President Abdel Fattah al-Sisi in Cairo on Thursday.",
            ["Lloyd Austin", "Abdel Fattah al-Sisi"],
            id="al- in a name",
        ),
        pytest.param(
            "Rajnath Singh met the Defence Minister, Mr Atanasio M'tumuke, in Maputo on Thursday.",
            ["Rajnath Singh", "Atanasio M'tumuke"],
            id="an office, then who holds it",
        ),
        pytest.param(
            "Lloyd Austin was received in Jakarta on Thursday by Defence Minister Prabowo Subianto.",
            ["Lloyd Austin", "Prabowo Subianto"],
            id="a passive with words between",
        ),
        pytest.param(
            "Sergei Shoigu is in Tehran. Mohammad Bagheri, chief of the General Staff of the Iranian Armed Forces, "
            "held talks with the minister on Thursday.",
            ["Mohammad Bagheri", "Sergei Shoigu"],
            id="the minister by his office alone",
        ),
        pytest.param(
            "Richard Marles hosted Lloyd Austin and Japan's defence minister, Gen Nakatani, in Darwin on Thursday "
            "for a trilateral meeting.",
            ["Richard Marles", "Lloyd Austin", "Gen Nakatani"],
            id="three at one table",
        ),
        pytest.param(
            "NEW DELHI, April 28, 2023 - Rajnath Singh is in Astana. In Washington, the Army chief held talks with the US "
            "Army Chief of Staff, General James McConville, on Thursday.",
            ["James McConville"],
            id="an Army chief is not the minister",
        ),
    ],
)
def test_who_was_there(text: str, names: list[str]) -> None:
    assert [[p.name for p in r.people] for r in read(text) if r.kind is not Kind.VISIT] == [names]


def test_a_date_stays_with_its_verb() -> None:
    [talks] = [
        r
        for r in read(
            "Rajnath Singh visited Mozambique from 24 to 26 April and met the Defence Minister, Mr Atanasio M'tumuke, "
            "in Maputo on 25 April."
        )
        if r.kind is Kind.BILATERAL
    ]
    assert talks.when.start == date(2023, 4, 25)


TUESDAY = date(2024, 6, 4)


def rows(text: str, published: date | None = TUESDAY) -> list[str]:
    """Each report as "kind status sides city day forum", a dash for what is not told."""
    return [
        " | ".join(
            (
                report.kind.value,
                report.status.value,
                " ".join(report.countries),
                report.city or "-",
                str(report.when.start or "-"),
                report.forum or "-",
            )
        )
        for report in read(text, published)
        if not report.background
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Boris Pistorius and Poland's Wladyslaw Kosiniak-Kamysz talked for two hours in Warsaw on Monday.",
            ["bilateral | held | DEU POL | Warsaw | 2024-06-03 | -"],
            id="people who talked in a town met",
        ),
        pytest.param(
            "Boris Pistorius and Poland's Wladyslaw Kosiniak-Kamysz spoke on the phone on Monday.",
            ["call | held | DEU POL | - | 2024-06-03 | -"],
            id="people who spoke on the phone did not",
        ),
        pytest.param(
            "Lloyd Austin spent half an hour each with Japan's Minoru Kihara and Richard Marles of Australia in "
            "Singapore on Sunday.",
            [
                "bilateral | held | JPN USA | Singapore | 2024-06-02 | -",
                "bilateral | held | AUS USA | Singapore | 2024-06-02 | -",
            ],
            id="time spent with each",
        ),
        pytest.param(
            "Vietnam's defence minister Phan Van Giang hosted a reception in Hanoi on Monday for Gilberto Teodoro of the "
            "Philippines.",
            ["bilateral | held | PHL VNM | Hanoi | 2024-06-03 | -"],
            id="a reception for somebody",
        ),
        pytest.param(
            "Poland's defence minister said after meeting his Lithuanian counterpart in Vilnius on Monday that the "
            "border is safe.",
            ["bilateral | held | LTU POL | Vilnius | 2024-06-03 | -"],
            id="after meeting him",
        ),
        pytest.param(
            "On Saturday Minoru Kihara of Japan saw Germany's Boris Pistorius in Singapore, and on Sunday Canada's Bill "
            "Blair.",
            [
                "bilateral | held | DEU JPN | Singapore | 2024-06-01 | -",
                "bilateral | held | CAN JPN | Singapore | 2024-06-02 | -",
            ],
            id="each partner has his day",
        ),
        pytest.param(
            "The US and Chinese defence chiefs will sit down in Singapore on Friday.",
            ["bilateral | planned | CHN USA | Singapore | 2024-06-07 | -"],
            id="two countries before one office",
        ),
        pytest.param(
            "A meeting of the foreign and defence ministers of Australia and Japan that was to take place in Tokyo on "
            "June 20 has been pushed back.",
            ["bilateral | cancelled | AUS JPN | Tokyo | 2024-06-20 | 2+2 Ministerial Dialogue"],
            id="both ministers put off",
        ),
        pytest.param(
            "Milan 2024, the naval exercise that India was to host in Visakhapatnam on June 20, was postponed.",
            ["exercise | cancelled | IND | Visakhapatnam | 2024-06-20 | MILAN"],
            id="an exercise put off",
        ),
        pytest.param(
            "The British minister flies on to Mogadishu, where he is due to see President Hassan Sheikh Mohamud of "
            "Somalia on Thursday.",
            ["bilateral | planned | GBR SOM | Mogadishu | 2024-06-06 | -"],
            id="he is whom the sentence began with",
        ),
        pytest.param(
            "Japan and Australia signed an access agreement in January 2022.",
            [],
            id="states that signed have not met",
        ),
        pytest.param(
            "Seoul and Tokyo are considering holding the defence ministers' meeting in Yokosuka.",
            [],
            id="a meeting considered",
        ),
        pytest.param(
            "House Speaker Nancy Pelosi's trip to Taiwan in May angered China.",
            [],
            id="a traveller of no told country",
        ),
        pytest.param(
            "Indonesia's defence minister, Prabowo Subianto, showed his Malaysian counterpart, Khaled Nordin, round a "
            "shipyard in Surabaya on Monday.",
            ["bilateral | held | IDN MYS | Surabaya | 2024-06-03 | -"],
            id="showed him round",
        ),
        pytest.param(
            "Malaysia's defence minister, Khaled Nordin, was shown over the frigate by his Indonesian counterpart, Prabowo "
            "Subianto, in Surabaya on Monday.",
            ["bilateral | held | IDN MYS | Surabaya | 2024-06-03 | -"],
            id="was shown over it by",
        ),
        pytest.param(
            "Indonesia's defence minister, Prabowo Subianto, showed the Malaysian press the new frigate in Surabaya.",
            [],
            id="showed something",
        ),
        pytest.param(
            "Malaysia's defence minister, Khaled Nordin, skipped the dinner hosted by Prabowo Subianto, Indonesia's "
            "defence minister, in Surabaya on Monday.",
            [],
            id="skipped the dinner",
        ),
        pytest.param(
            "Malaysia's defence minister, Khaled Nordin, stayed away from the reception hosted by Prabowo Subianto, "
            "Indonesia's defence minister, on Monday.",
            [],
            id="stayed away",
        ),
        pytest.param(
            "Indonesia's defence minister, Prabowo Subianto, and Malaysia's Khaled Nordin met in Surabaya on Monday. The "
            "two were joined by Singapore's defence minister, Ng Eng Hen.",
            [
                "bilateral | held | IDN MYS | Surabaya | 2024-06-03 | -",
                "multilateral | held | IDN MYS SGP | Surabaya | 2024-06-03 | Trilateral meeting",
            ],
            id="the two were joined by a third",
        ),
        pytest.param(
            "Indonesia's defence minister, Prabowo Subianto, was to have flown to Tokyo on Thursday for talks with Japan's "
            "defence minister, Minoru Kihara, but the visit has been put off. He met Malaysia's Khaled Nordin in Surabaya on "
            "Monday.",
            [
                "bilateral | cancelled | IDN JPN | Tokyo | 2024-06-06 | -",
                "bilateral | held | IDN MYS | Surabaya | 2024-06-03 | -",
            ],
            id="where it was to be",
        ),
        pytest.param(
            "India's defence minister, Rajnath Singh, met Japan's Minoru Kihara in Delhi on Monday. They discussed Exercise "
            "Dharma Guardian. Exercise JIMEX, which began in 2012, was mentioned too.",
            ["bilateral | held | IND JPN | New Delhi | 2024-06-03 | -"],
            id="exercises as topics",
        ),
        pytest.param(
            "Talks in Delhi\n\nExercise Dustlik\n\nThe joint exercise of India and Uzbekistan began on Monday at Termez. It "
            "will last a fortnight.",
            ["exercise | held | IND UZB | Termez | 2024-06-03 | Dustlik"],
            id="an exercise that the heading names",
        ),
        pytest.param(
            "Talks in Delhi\n\nExercise Dustlik\n\nIndia and Uzbekistan spoke on Monday of a joint exercise.",
            [],
            id="no exercise under its heading",
        ),
        pytest.param(
            "The two sides welcomed the ongoing Exercise Dharma Guardian between India and Japan at Mahajan.",
            ["exercise | held | IND JPN | Mahajan | 2024-06-04 | Dharma Guardian"],
            id="a topic that is under way",
        ),
    ],
)
def test_what_sentences_tell(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Shangri-La Dialogue ended on Sunday.\n\nIn Singapore on Saturday Japan's Minoru Kihara met Richard Marles "
            "of Australia.",
            "Shangri-La Dialogue",
            id="named in the story, held there and then",
        ),
        pytest.param(
            "The Shangri-La Dialogue ended on Sunday.\n\nIn Tokyo on Monday Japan's Minoru Kihara met Richard Marles of "
            "Australia.",
            "",
            id="held elsewhere",
        ),
        pytest.param(
            "In Singapore on Saturday Japan's Minoru Kihara met Richard Marles of Australia.",
            "",
            id="not named",
        ),
        pytest.param(
            "Two days after the BRICS summit Japan's Minoru Kihara met Richard Marles of Australia in Tokyo on Monday.",
            "",
            id="a summit of others",
        ),
        pytest.param(
            "India's Rajnath Singh and Sergei Shoigu co-chaired the 19th meeting of the India-Russia Inter-Governmental "
            "Commission in Moscow on Monday.",
            "IRIGC-M&MTC",
            id="the forum whose meeting it was",
        ),
        pytest.param(
            "Indian Defence Secretary Giridhar Aramane and Mohammed Al Zaabi of Oman co-chaired the 12th meeting of the "
            "Joint Military Cooperation Committee in Muscat on Monday.",
            "Joint Military Cooperation Committee",
            id="a committee by its own name",
        ),
    ],
)
def test_forum(text: str, expected: str) -> None:
    talks = [report for report in read(text, TUESDAY) if report.kind is Kind.BILATERAL]
    assert [report.forum for report in talks] == [expected]


def test_each_entry_of_a_review_has_its_own_day_and_place() -> None:
    text = (
        "Year-End Review 2023\n\nThe visits of the year were these.\n\n"
        "Mozambique: Rajnath Singh met the Defence Minister, Cristovao Chume, in Maputo on 29 July.\n\n"
        "Oman: Rajnath Singh and Mohammed Al Zaabi of Oman signed a plan on 31 January.\n\n"
        "USA: The fifth 2+2 Dialogue was held in New Delhi on 10 November."
    )
    assert rows(text, date(2023, 12, 30)) == [
        "bilateral | held | IND MOZ | Maputo | 2023-07-29 | -",
        "bilateral | held | IND OMN | - | 2023-01-31 | -",
        "bilateral | held | IND USA | New Delhi | 2023-11-10 | 2+2 Ministerial Dialogue",
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            "Rajnath Singh met Bill Blair of Canada on 19 January.",
            date(2024, 12, 27),
            "2024-01-19",
            id="met: it is over",
        ),
        pytest.param(
            "Rajnath Singh will meet Bill Blair of Canada on 19 January.",
            date(2024, 12, 27),
            "2025-01-19",
            id="will",
        ),
        pytest.param(
            "Rajnath Singh will meet Bill Blair of Canada on Friday, officials said here on Monday.",
            TUESDAY,
            "2024-06-07",
            id="not the day of the report",
        ),
        pytest.param(
            "France's Sebastien Lecornu was in Dien Bien Phu on 7 May.\n\nThe day before he had talks in Hanoi with Phan Van "
            "Giang of Vietnam.",
            date(2024, 5, 10),
            "2024-05-06",
            id="the day before he",
        ),
        pytest.param(
            "Rajnath Singh visited Russia from December 8 to 10. He met President Vladimir Putin.",
            date(2024, 12, 27),
            "2024-12-08",
            id="on the trip told before",
        ),
    ],
)
def test_day(text: str, published: date, expected: str) -> None:
    talks = [report for report in read(text, published) if report.kind is Kind.BILATERAL]
    assert [str(report.when.start) for report in talks] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "COLOMBO, June 4, 2024 (Agency) - INS Mumbai, a destroyer, came alongside on Monday for three days.",
            ["visit | held | IND LKA | Colombo | 2024-06-03 | -"],
            id="where the story is",
        ),
        pytest.param(
            "MUMBAI, June 4, 2024 (Agency) - INS Mumbai, a destroyer, came alongside on Monday.",
            [],
            id="at home",
        ),
    ],
)
def test_a_ship_calls_where_the_story_is(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_they_had_last_met_is_no_part_of_the_story() -> None:
    text = (
        "Mongolia's defence minister, Sandag Byambatsogt, met General Charles Flynn of the US Army in Ulaanbaatar on "
        "Monday.\n\nThey had last met in Honolulu."
    )
    assert rows(text) == ["bilateral | held | MNG USA | Ulaanbaatar | 2024-06-03 | -"]


def test_a_plan_that_is_off_is_told_once() -> None:
    text = (
        "Rajnath Singh's visit to Sri Lanka stands deferred.\n\nOn Monday the ministry had announced that he would be in "
        "Sri Lanka on June 12."
    )
    assert [row.split(" | ")[:2] for row in rows(text)] == [["visit", "cancelled"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Portugal's defence minister Nuno Melo took his Spanish counterpart Margarita Robles for a walk along the docks "
            "in Lisbon on Monday.",
            ["bilateral | held | ESP PRT | Lisbon | 2024-06-03 | -"],
            id="took him for a walk",
        ),
        pytest.param(
            "Defence Minister Judith Collins met Australia's Richard Marles in Melbourne on Monday. In the afternoon it was "
            "the turn of Japan's Minoru Kihara.",
            [
                "bilateral | held | AUS NZL | Melbourne | 2024-06-03 | -",
                "bilateral | held | JPN NZL | Melbourne | 2024-06-03 | -",
            ],
            id="it was the turn of",
        ),
        pytest.param(
            "Defence Minister Judith Collins met Australia's Richard Marles in Melbourne on Monday. In the afternoon she "
            "praised Japan's Minoru Kihara.",
            ["bilateral | held | AUS NZL | Melbourne | 2024-06-03 | -"],
            id="no turn",
        ),
        pytest.param(
            "Rajnath Singh's talks with the Vietnamese defence minister, Phan Van Giang, were held in Hanoi on Monday.",
            ["bilateral | held | IND VNM | Hanoi | 2024-06-03 | -"],
            id="whose talks were held",
        ),
        pytest.param(
            "Defence Minister Bill Blair had a call on Monday with Ukraine's Rustem Umerov, the minister's office in Ottawa "
            "said.",
            ["call | held | CAN UKR | - | 2024-06-03 | -"],
            id="had a call on Monday",
        ),
        pytest.param(
            "Minister of Defence Rustem Umerov took part in the 24th meeting of the Ukraine Defense Contact Group at Ramstein "
            "Air Base in Germany on Monday.",
            ["multilateral | held | UKR | Ramstein-Miesenbach | 2024-06-03 | Ukraine Defence Contact Group"],
            id="the meeting of a forum",
        ),
        pytest.param(
            "Oman's defence minister, Shihab bin Tarik, was received on Monday by President Recep Tayyip Erdogan. He also met "
            "his Turkish counterpart, Yasar Guler, in the capital.",
            [
                "bilateral | held | OMN TUR | Ankara | 2024-06-03 | -",
                "bilateral | held | OMN TUR | Ankara | 2024-06-03 | -",
            ],
            id="a president receives at home",
        ),
        pytest.param(
            "A meeting between the defence ministers of Greece and Turkey that was to be held in Athens on June 12 has been "
            "put off, the Greek ministry said on Monday.",
            ["bilateral | cancelled | GRC TUR | Athens | 2024-06-12 | -"],
            id="a meeting that was to be held is put off",
        ),
        pytest.param(
            "Defence Minister Kajsa Ollongren was in Poland in May and had talks with Wladyslaw Kosiniak-Kamysz in Warsaw on "
            "the 21st.",
            ["bilateral | held | NLD POL | Warsaw | 2024-05-21 | -"],
            id="in May, on the 21st",
        ),
        pytest.param(
            "Ships of the Australian, Japanese, Philippine and US navies sailed together in the South China Sea on Monday.",
            ["exercise | held | AUS JPN PHL USA | - | 2024-06-03 | -"],
            id="a sail without a name",
        ),
        pytest.param(
            "Ships of the Australian and Japanese navies sailed for the South China Sea on Monday.",
            [],
            id="no sail together",
        ),
        pytest.param(
            "Australia, Chile, Fiji and France were represented at the South Pacific Defence Ministers' Meeting.\n\nThe two-day "
            "meeting, which closed on Monday, was the eighth.",
            [
                "multilateral | held | AUS CHL FJI FRA | - | 2024-06-02 | South Pacific Defence Ministers' Meeting"
            ],
            id="the two-day meeting, which closed on Monday",
        ),
        pytest.param(
            "Brazil's defence minister, Jose Mucio, met his French counterpart Sebastien Lecornu on Monday. Mucio will leave "
            "tonight. Their talks took place in Paris.",
            ["bilateral | held | BRA FRA | Paris | 2024-06-03 | -"],
            id="the city told later",
        ),
        pytest.param(
            "Courtesy call\nVisitor: General Romeo Brawner, Chief of Staff, Armed Forces of the Philippines\nHost: General "
            "Yoshihide Yoshida, Chief of Staff, Joint Staff, Japan\nDate: 3 June 2024\nPlace: Ministry of Defense, Tokyo",
            ["bilateral | held | JPN PHL | Tokyo | 2024-06-03 | -"],
            id="a card without bullets",
        ),
        pytest.param(
            "Russian Defence Minister Sergey Shoigu and the chief of staff of the Algerian National People's Army, General Said "
            "Chanegriha, held talks in Moscow on Monday.",
            ["bilateral | held | DZA RUS | Moscow | 2024-06-03 | -"],
            id="a general named Said",
        ),
        pytest.param(
            "EMBASSY OF JAPAN IN KENYA\n\nAmbassador Ken Okaniwa paid a courtesy call on Defence Cabinet Secretary Aden Duale in "
            "Nairobi on Monday.",
            ["bilateral | held | JPN KEN | Nairobi | 2024-06-03 | -"],
            id="an embassy in capitals",
        ),
        pytest.param(
            "The Minister of Defence of the Netherlands, Ruben Brekelmans, called on Raksha Mantri Rajnath Singh in New Delhi on "
            "Monday. There the Chief of Defence Staff held discussions with Admiral Samuel Paparo of the US Navy.",
            [
                "bilateral | held | IND NLD | New Delhi | 2024-06-03 | -",
                "bilateral | held | IND USA | New Delhi | 2024-06-03 | -",
            ],
            id="an officer of the host, not of the guest",
        ),
        pytest.param(
            "The US defence secretary, Lloyd Austin, spoke on Monday by phone to Israel's Yoav Gallant. They discussed Rafah.",
            ["call | held | ISR USA | - | 2024-06-03 | -"],
            id="spoke on Monday by phone to",
        ),
        pytest.param(
            "Nigeria's Chief of Defence Staff, General Christopher Musa, has hosted his counterpart from Niger, General Moussa "
            "Salaou Barmou, in Abuja. The meeting on Sunday was the first since the coup.",
            ["bilateral | held | NER NGA | Abuja | 2024-06-02 | -"],
            id="the meeting on Sunday",
        ),
        pytest.param(
            "The Defence Minister also met the visiting Sri Lankan State Minister of Defence, Premitha Bandara Tennakoon, in "
            "Islamabad on Monday.",
            ["bilateral | held | LKA PAK | Islamabad | 2024-06-03 | -"],
            id="a minister of the host without a country",
        ),
        pytest.param(
            "WEEK IN DEFENCE\n\n- Dublin: Tanaiste Micheal Martin met Malta's Byron Camilleri, the defence minister, on Monday.\n"
            "- Astana: Ruslan Zhaksylykov received Italian Defence Minister Guido Crosetto on Sunday.",
            [
                "bilateral | held | IRL MLT | Dublin | 2024-06-03 | -",
                "bilateral | held | ITA KAZ | Astana | 2024-06-02 | -",
            ],
            id="a digest headed by cities",
        ),
        pytest.param(
            "South African Defence Minister Thandi Modise leaves for Kinshasa next month.",
            ["visit | planned | COD ZAF | Kinshasa | 2024-07-01 | -"],
            id="leaves next month",
        ),
        pytest.param(
            "Defence Minister Rajnath Singh opened the conclave in Bengaluru on Monday. Oppah Muchinguri of Zimbabwe, "
            "Aisha Mohammed of Ethiopia and Ngo Xuan Lich of Vietnam were among the speakers. All three called on Mr Singh.",
            [
                "bilateral | held | IND ZWE | Bengaluru | 2024-06-03 | -",
                "bilateral | held | ETH IND | Bengaluru | 2024-06-03 | -",
                "bilateral | held | IND VNM | Bengaluru | 2024-06-03 | -",
            ],
            id="all three",
        ),
        pytest.param(
            "India, Japan and Australia said on Monday that all three would meet again.",
            [],
            id="all three countries",
        ),
        pytest.param(
            "Rajnath Singh met Ng Eng Hen of Singapore and Richard Marles of Australia in Perth on Monday. Each of them "
            "signed the book. All two hundred guests applauded.",
            [
                "bilateral | held | IND SGP | Perth | 2024-06-03 | -",
                "bilateral | held | AUS IND | Perth | 2024-06-03 | -",
            ],
            id="each of them signed something else",
        ),
        pytest.param(
            "Rajnath Singh met the Commander of the Royal Navy of Oman, Rear Admiral Saif Al Rahbi, and after him Vice "
            "Admiral Jose Ezpeleta, who heads the Philippine Navy, in New Delhi on Monday.",
            [
                "bilateral | held | IND OMN | New Delhi | 2024-06-03 | -",
                "bilateral | held | IND PHL | New Delhi | 2024-06-03 | -",
            ],
            id="and after him",
        ),
        pytest.param(
            "The Commander of the Sri Lanka Army, Lieutenant General Vikum Liyanage, deserves mention. He was in India "
            "from 27 to 31 May, called on General Manoj Pande in New Delhi on the 28th, and went home.",
            ["bilateral | held | IND LKA | New Delhi | 2024-05-28 | -"],
            id="the days of the trip, and the day of the call",
        ),
        pytest.param(
            "India and Japan agreed on Monday to train together, as their foreign and defence ministers met in Tokyo.",
            ["bilateral | held | IND JPN | Tokyo | 2024-06-03 | 2+2 Ministerial Dialogue"],
            id="their ministers",
        ),
        pytest.param(
            "Rajnath Singh met the defence ministers of France, Sebastien Lecornu, Germany, Boris Pistorius, and the "
            "Netherlands, Kajsa Ollongren, in Vienna on Monday.",
            [
                "bilateral | held | FRA IND | Vienna | 2024-06-03 | -",
                "bilateral | held | DEU IND | Vienna | 2024-06-03 | -",
                "bilateral | held | IND NLD | Vienna | 2024-06-03 | -",
            ],
            id="each name behind its country",
        ),
        pytest.param(
            "Rajnath Singh met Japan's Minoru Kihara in Vienna on Monday. Today it was the turn of his counterparts from "
            "the Netherlands, Kajsa Ollongren, and New Zealand, Judith Collins.",
            [
                "bilateral | held | IND JPN | Vienna | 2024-06-03 | -",
                "bilateral | held | IND NLD | Vienna | 2024-06-04 | -",
                "bilateral | held | IND NZL | Vienna | 2024-06-04 | -",
            ],
            id="the turn of two",
        ),
        pytest.param(
            "Indian and Vietnamese Defence Ministers Rajnath Singh and Phan Van Giang signed a programme for 2024-2030 "
            "following talks in New Delhi on June 3.",
            ["bilateral | held | IND VNM | New Delhi | 2024-06-03 | -"],
            id="the years of a programme",
        ),
        pytest.param(
            "The Prime Minister opened the show on Monday. The same evening Rajnath Singh met Japan's Minoru Kihara in Tokyo.",
            ["bilateral | held | IND JPN | Tokyo | 2024-06-03 | -"],
            id="the same evening",
        ),
        pytest.param(
            "India took over the chair of the Indian Ocean Naval Symposium from Thailand in Kochi on Monday. The heads of "
            "the French and the Bangladeshi navies were among those in the hall.",
            ["multilateral | held | BGD FRA IND THA | Kochi | 2024-06-03 | Indian Ocean Naval Symposium"],
            id="the chair handed over, and heads of navies",
        ),
        pytest.param(
            "Chief of Defence Staff General Anil Chauhan is making good use of the Shangri-La Dialogue. On Saturday he "
            "sat down with General Carsten Breuer, Germany's Chief of Defence.",
            [
                "multilateral | held | DEU IND | Singapore | 2024-06-01 | Shangri-La Dialogue",
                "bilateral | held | DEU IND | Singapore | 2024-06-01 | Shangri-La Dialogue",
            ],
            id="on the known days of the forum that is named",
        ),
        pytest.param(
            "Chief of Defence Staff General Anil Chauhan spoke of the Shangri-La Dialogue in New Delhi. On Saturday he "
            "received General Carsten Breuer, Germany's Chief of Defence.",
            ["bilateral | held | DEU IND | New Delhi | 2024-06-01 | -"],
            id="elsewhere on those days",
        ),
        pytest.param(
            "Rajnath Singh is scheduled to meet the top defence leadership in Tashkent on Saturday. He will hold talks with "
            "Lieutenant General Bakhodir Kurbanov, the Uzbek Minister of Defence.",
            ["bilateral | planned | IND UZB | Tashkent | 2024-06-08 | -"],
            id="a plan in two lines",
        ),
        pytest.param(
            "The conclave of Defence Ministers at Aero India, where Rajnath Singh on Monday spoke of partnership, filled "
            "three halls in Bengaluru. Oppah Muchinguri of Zimbabwe and Aisha Mohammed of Ethiopia were among the speakers.",
            [
                "multilateral | held | ETH IND ZWE | Bengaluru | 2024-06-03 | Defence Ministers' Conclave (Aero India)"
            ],
            id="a conclave where somebody spoke",
        ),
        pytest.param(
            "Foreign Minister S Jaishankar and Defence Minister Rajnath Singh sat across the table from Yoko Kamikawa, the "
            "Japanese Foreign Minister, and Defence Minister Minoru Kihara in New Delhi on Monday.",
            ["bilateral | held | IND JPN | New Delhi | 2024-06-03 | 2+2 Ministerial Dialogue"],
            id="four ministers of two countries",
        ),
        pytest.param(
            "Rajnath Singh met the French Foreign Minister, Stephane Sejourne, and Defence Minister Sebastien Lecornu in "
            "Paris on Monday.",
            [
                "bilateral | held | FRA IND | Paris | 2024-06-03 | -",
                "bilateral | held | FRA IND | Paris | 2024-06-03 | -",
            ],
            id="two ministers of one country, met by one",
        ),
        pytest.param(
            "Before they joined the foreign ministers, Rajnath Singh and Japan's Minoru Kihara had a meeting of their own in "
            "New Delhi on Monday.",
            ["bilateral | held | IND JPN | New Delhi | 2024-06-03 | -"],
            id="the comma that ends the opening clause",
        ),
        pytest.param(
            "After meeting Japan's Minoru Kihara and Australia's Richard Marles in Vienna, Rajnath Singh flew home on Monday.",
            [
                "bilateral | held | IND JPN | Vienna | 2024-06-03 | -",
                "bilateral | held | AUS IND | Vienna | 2024-06-03 | -",
            ],
            id="who was met in the opening clause",
        ),
        pytest.param(
            "The defence secretaries of India and Kenya co-chaired the joint defence cooperation committee in Nairobi on Monday.",
            ["bilateral | held | IND KEN | Nairobi | 2024-06-03 | Joint Defence Cooperation Committee"],
            id="secretaries",
        ),
        pytest.param(
            "Army chief General Manoj Pande has left for Nepal, where he will be from 4 to 7 June.",
            ["visit | held | IND NPL | - | 2024-06-04 | -"],
            id="where he will be",
        ),
        pytest.param(
            "Army chief General Manoj Pande has left for Nepal, where rain is expected until 9 June.",
            ["visit | held | IND NPL | - | 2024-06-04 | -"],
            id="what else there will be",
        ),
        pytest.param(
            "Sri Lanka's Defence Secretary Kamal Gunaratne spent the morning with his Indian counterpart, Giridhar Aramane, "
            "in New Delhi on Monday.",
            ["bilateral | held | IND LKA | New Delhi | 2024-06-03 | -"],
            id="spent the morning with",
        ),
        pytest.param(
            "Two ships of the French Navy tied up in Kochi on Monday for a four-day stay.",
            ["visit | held | FRA IND | Kochi | 2024-06-03 | -"],
            id="tied up in",
        ),
        pytest.param(
            "The foreign secretaries of India and Nepal met in Kathmandu on Monday.",
            ["bilateral | held | IND NPL | Kathmandu | 2024-06-03 | -"],
            id="foreign secretaries",
        ),
        pytest.param(
            "The Royal Thai Navy's commander-in-chief, Admiral Adung Phan-Iam, laid a wreath in New Delhi on Monday and later "
            "had talks with Admiral R Hari Kumar.",
            ["bilateral | held | IND THA | New Delhi | 2024-06-03 | -"],
            id="a navy's commander",
        ),
        pytest.param(
            "The Indian Navy's ships and the Thai Navy's sailors met in Phuket on Monday.",
            [],
            id="a navy's sailors",
        ),
    ],
)
def test_told_in_other_words(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Earlier, Rajnath Singh had a call-on with the President of Kenya Mr William Ruto, both the leaders agreed to widen ties.",
            ["bilateral"],
            id="a call-on is a visit to an office, and both leaders nobody else",
        ),
        pytest.param(
            "Earlier, Rajnath Singh had a call with the President of Kenya, Mr William Ruto.",
            ["call"],
            id="a call is not",
        ),
        pytest.param(
            "Exercise Justified Accord brings together many nations, including Kenya and Uganda.",
            [],
            id="those in an exercise do not meet one another",
        ),
    ],
)
def test_kinds_of_call(sentence: str, expected: list[str]) -> None:
    text = f"Nairobi, 28 April 2023\n\nIndian Defence Minister Rajnath Singh is in Nairobi. {sentence}"
    assert [report.kind.value for report in read(text) if report.kind.value != "visit"] == expected


def test_the_new_day_of_what_was_put_off_is_not_its_day() -> None:
    text = "Tokyo, 28 April 2023\n\nA meeting of the defence ministers of Japan and Italy that was to take place in Rome on 5 May has been pushed back to early June."
    assert rows(text, FRIDAY) == ["bilateral | cancelled | ITA JPN | Rome | 2023-05-05 | -"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Japanese Defence Minister Taro Kono discussed Iran, Yemen and the Strait of Hormuz with US Defense Secretary Mark Esper on Thursday during a phone call.",
            ["call | held | JPN USA | - | 2023-04-27 | -"],
            id="countries that are topics",
        ),
        pytest.param(
            "Japanese Defence Minister Taro Kono repeated his views on Taiwan and North Korea during a meeting with US Defense Secretary Mark Esper on Thursday.",
            ["bilateral | held | JPN USA | - | 2023-04-27 | -"],
            id="topics before a meeting",
        ),
        pytest.param(
            "Japanese Defence Minister Taro Kono discussed Iran and Yemen with reporters on Thursday.",
            [],
            id="topics alone",
        ),
    ],
)
def test_topics_are_no_partners(text: str, expected: list[str]) -> None:
    assert rows(text, FRIDAY) == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "British Defence Secretary John Healey met Rajnath Singh in New Delhi on Thursday.",
            ["Defence Minister", "Defence Minister"],
            id="a minister in London",
        ),
        pytest.param(
            "Kenyan Defence Secretary Patrick Mariru met Rajnath Singh in New Delhi on Thursday.",
            ["Defence Secretary", "Defence Minister"],
            id="an official elsewhere",
        ),
    ],
)
def test_an_office_is_what_it_is_in_its_country(text: str, people: list[str]) -> None:
    assert [person.office for person in read(text)[0].people] == people


def test_a_president_is_no_ministers_counterpart() -> None:
    text = "Rajnath Singh held talks with his Kenyan counterpart in Nairobi on Thursday. He also called on Kenyan President William Ruto in Nairobi."
    assert [[person.name for person in report.people] for report in read(text)] == [
        ["Rajnath Singh"],
        ["Rajnath Singh", "William Ruto"],
    ]


def test_a_committee_of_two_countries_is_chaired_by_them() -> None:
    text = "Nairobi, 28 April 2023\n\nIndian Defence Secretary Giridhar Aramane will be visiting Nairobi to co-chair the third meeting of India-Kenya Joint Defence Cooperation Committee on 3 May."
    assert "bilateral | planned | IND KEN | Nairobi | 2023-05-03" in " ".join(rows(text, FRIDAY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "At her meeting with Kenyan Defence Minister Aden Duale in Nairobi on Thursday, German Defence Minister Boris Pistorius raised Sudan.",
            ["bilateral | held | DEU KEN | Nairobi | 2023-04-27 | -"],
            id="whose meeting it was stands behind",
        ),
        pytest.param(
            "Yesterday's meeting in Lima between the defence ministers of Peru and Ecuador was their fourth.",
            ["bilateral | held | ECU PER | Lima | 2023-04-27 | -"],
            id="the meeting of a day",
        ),
        pytest.param("The German defence minister has yet to meet his Kenyan counterpart.", [], id="not yet"),
        pytest.param(
            "The foreign secretaries of India and Nepal reviewed the whole range of ties in Kathmandu on Thursday.",
            ["bilateral | held | IND NPL | Kathmandu | 2023-04-27 | -"],
            id="two who hold one office, in a town",
        ),
        pytest.param(
            "The foreign secretaries of India and Nepal review border maps once in a while.", [], id="a habit"
        ),
        pytest.param(
            "Greek and Cypriot defence ministers discussed overflights at a meeting in Nicosia on Thursday.",
            ["bilateral | held | CYP GRC | Nicosia | 2023-04-27 | -"],
            id="discussed at a meeting",
        ),
        pytest.param(
            "Kenya held the fifth Annual Defence Dialogue with India on April 26 in Nairobi.",
            ["bilateral | held | IND KEN | Nairobi | 2023-04-26 | Annual Defence Dialogue"],
            id="a dialogue that one held with another",
        ),
        pytest.param(
            "On the margins of a conference in Munich on Thursday, Croatian Defence Minister Mario Banozic talked to his Slovenian colleague Marjan Sarec.",
            ["bilateral | held | HRV SVN | Munich | 2023-04-27 | -"],
            id="who talked on the margins met",
        ),
        pytest.param(
            "The defence ministers of Senegal and The Gambia were joined by their Guinea-Bissau counterpart for a meeting in Banjul on Thursday.",
            ["multilateral | held | GMB GNB SEN | Banjul | 2023-04-27 | Trilateral meeting"],
            id="joined by a third",
        ),
        pytest.param(
            "INS Sunayna entered the port of Victoria, Seychelles on April 25.",
            ["visit | held | IND SYC | Victoria | 2023-04-25 | -"],
            id="a port of many names",
        ),
    ],
)
def test_ordinary_sentences(text: str, expected: list[str]) -> None:
    assert rows(text, FRIDAY) == expected
