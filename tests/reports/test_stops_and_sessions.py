"""Trips of several days and stops, sessions of councils, lists of planned talks, and words of headlines that are no names."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

MONDAY = date(2023, 5, 1)


def rows(text: str, published: date | None = MONDAY) -> list[str]:
    """Each engagement as "kind status sides start..end city [forum]: people"."""
    out = []
    for r in read_document(Document("d.txt", text, published=published)):
        start, end = r.when.start, r.when.end
        days = "-" if start is None else f"{start:%d%b}" + (f"..{end:%d%b}" if end and end != start else "")
        people = ", ".join(p.name for p in r.people)
        out.append(
            f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {days} {r.city or '-'} [{r.forum}]: {people}"
        )
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenya's navy chief Major General Thomas Otieno arrived in Oman on Monday on a four-day visit.",
            ["visit held KEN OMN 01May..04May - []: Thomas Otieno"],
            id="four days from the arrival",
        ),
        pytest.param(
            "Kenya's navy chief Major General Thomas Otieno is on a three-day visit to Oman from Monday.",
            ["visit held KEN OMN 01May..03May - []: Thomas Otieno"],
            id="three days from Monday",
        ),
        pytest.param(
            "Kenya's navy chief Major General Thomas Otieno ended a four-day visit to Oman on Monday.",
            ["visit held KEN OMN 01May - []: Thomas Otieno"],
            id="a visit that ended counts no days onward",
        ),
        pytest.param(
            "Kenya's navy chief Major General Thomas Otieno left on Monday on a five-day visit to Oman.\n\nOn Thursday, General "
            "Otieno will travel to Salalah.",
            ["visit held KEN OMN 01May..05May - []: Thomas Otieno"],
            id="a stop is no second visit and no place of the whole",
        ),
        pytest.param(
            "Kenya's navy chief Major General Thomas Otieno held talks with the Omani navy chief, Rear Admiral Saif Al Rahbi, on "
            "Monday in Oman.\n\nGeneral Otieno had trained at the staff college in Nizwa in 1994.",
            ["bilateral held KEN OMN 01May - []: Thomas Otieno, Saif Al Rahbi"],
            id="where somebody once trained",
        ),
        pytest.param(
            "Chief of Defence Forces of Kenya Gen Charles Kahariri and Oman's Chief of Staff Abdullah Al Raisi on Monday held "
            "long talks on how to widen cooperation between the two countries, officials said.",
            ["bilateral held KEN OMN 01May - []: Charles Kahariri, Abdullah Al Raisi"],
            id="the source behind the two countries",
        ),
    ],
)
def test_trips(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Trade with Moscow should grow, Belarusian Defence Minister Viktor Khrenin said during a session of the Council of the "
            "Defence Ministers of the CSTO in Minsk on Monday.",
            ["multilateral held BLR 01May Minsk [CSTO Council of Defence Ministers]: Viktor Khrenin"],
            id="said during a session of a council",
        ),
        pytest.param(
            "Belarusian Defence Minister Viktor Khrenin said the last session of the Council of the Defence Ministers of the CSTO had "
            "been too long.",
            [],
            id="a session that is only spoken of",
        ),
        pytest.param(
            "Belarusian Defence Minister Viktor Khrenin took part on Monday in a joint meeting of the defence ministers of the "
            "member states of the CIS, the SCO and the CSTO in Moscow.",
            ["multilateral held BLR 01May Moscow [CIS Council of Defence Ministers]: Viktor Khrenin"],
            id="three bodies at one table",
        ),
        pytest.param(
            "Belarusian Defence Minister Viktor Khrenin attended the CSTO Defence Ministers' Meeting, which was held in Dushanbe on "
            "Monday.",
            ["multilateral held BLR 01May Dushanbe [CSTO Council of Defence Ministers]: Viktor Khrenin"],
            id="which was held in a town",
        ),
        pytest.param(
            "Defence Minister Rajnath Singh will visit Jakarta.\n\nMr Singh is expected to set out the country's views on the many "
            "and pressing questions of trade and shipping at the ADMM-Plus.\n\nIt will be held on 16 May.",
            [
                "visit planned IDN IND - Jakarta []: Rajnath Singh",
                "multilateral planned IND 16May Jakarta [ADMM-Plus]: Rajnath Singh",
            ],
            id="is expected to speak there",
        ),
        pytest.param(
            "Defence Secretary Giridhar Aramane leads the Indian delegation at the SCO Defence Ministers' Meeting in Astana. The "
            "two-day event, scheduled from April 25 to April 26, will look at the region.",
            ["multilateral held IND 25Apr..26Apr Astana [SCO Defence Ministers' Meeting]: Giridhar Aramane"],
            id="the days of the event in the next line",
        ),
        pytest.param(
            "Rajnath Singh on Monday met Kenya's Defence Cabinet Secretary Aden Duale, who is attending the India-Africa Defence "
            "Dialogue in Gandhinagar.\n\nThe minister will host the India-Africa Defence Dialogue in Gandhinagar on Tuesday.",
            [
                "bilateral held IND KEN 01May - [India-Africa Defence Dialogue]: Rajnath Singh, Aden Duale",
                "multilateral planned IND 02May Gandhinagar [India-Africa Defence Dialogue]: Rajnath Singh",
            ],
            id="guests who are attending what will be hosted",
        ),
        pytest.param(
            "During his meeting with the Defence Minister of Indonesia Prabowo Subianto in Jakarta, Rajnath Singh praised its work in "
            "the chair this year.",
            ["bilateral held IDN IND 01May Jakarta []: Rajnath Singh, Prabowo Subianto"],
            id="this year is of what was praised",
        ),
    ],
)
def test_sessions(text: str, expected: list[str]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Indian Army Chief General Manoj Pande on Monday left on a visit to Oman.\n\nTalks are planned with Lieutenant General "
            "Abdullah Al Raisi, the Chief of Staff of Oman; Brigadier Salim Al Balushi, the Commander of the Army; and Rear Admiral "
            "Saif Al Rahbi, the Navy Chief.",
            [
                "visit held IND OMN 01May - []: Manoj Pande",
                "bilateral planned IND OMN - - []: Manoj Pande, Abdullah Al Raisi",
                "bilateral planned IND OMN - - []: Manoj Pande, Salim Al Balushi",
                "bilateral planned IND OMN - - []: Manoj Pande, Saif Al Rahbi",
            ],
            id="only the first one's country is told",
        ),
        pytest.param(
            "Indian Army Chief General Manoj Pande on Monday began a visit to Oman.\n\nHigh on the agenda are meetings with Chief of "
            "Staff Abdullah Al Raisi and Navy Chief Saif Al Rahbi.",
            [
                "visit held IND OMN 01May - []: Manoj Pande",
                "bilateral planned IND OMN - - []: Manoj Pande, Abdullah Al Raisi",
                "bilateral planned IND OMN - - []: Manoj Pande, Saif Al Rahbi",
            ],
            id="high on the agenda",
        ),
        pytest.param(
            "Defence Secretary Ajay Kumar held a meeting in Delhi on Monday with Lt Gen Isman Karar, Secretary General of Sudan's "
            "Ministry of Defence. Lt Gen Rashad Abdalla, Sudan Army Chief, was also present.",
            ["bilateral held IND SDN 01May New Delhi []: Ajay Kumar, Isman Karar, Rashad Abdalla"],
            id="who was also present",
        ),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            "Kenyan Defence Secretary Joins Talks In Muscat\n\nThe Kenyan Defence Secretary, Aden Duale, met Oman's Chief of Staff "
            "Abdullah Al Raisi in Muscat on Monday.",
            ["Aden Duale", "Abdullah Al Raisi"],
            id="a verb behind an office",
        ),
        pytest.param(
            "Australian Defence Minister Marles Lands In Muscat\n\nMinister Marles met Oman's Chief of Staff Abdullah Al Raisi in "
            "Muscat on Monday.",
            ["Marles", "Abdullah Al Raisi"],
            id="a surname that looks like a verb",
        ),
    ],
)
def test_headlines(text: str, names: list[str]) -> None:
    found = [p.name for r in read_document(Document("d.txt", text, published=MONDAY)) for p in r.people]
    assert set(found) == set(names)


def test_the_year_of_a_show_dates_its_days() -> None:
    text = (
        "The dialogue with Africa will be held on 18 October on the sidelines of DefExpo 2022 in Gandhinagar.\n\n"
        "Rajnath Singh will host the India-Africa Defence Dialogue there on 18 October. The first one was in Lucknow on 6 February 2020."
    )
    found = {str(r.when.start) for r in read_document(Document("d.txt", text))}
    assert "2022-10-18" in found
    assert "2020-10-18" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Omani navy chief Rear Admiral Saif Al Rahbi arrived in Delhi on Monday for talks.\nThe roads were busy. Had a fruitful meeting with Kenya's "
            "Defence Cabinet Secretary Aden Duale in New Delhi today. pic.twitter.com/x\u2014 Rajnath Singh (@rajnathsingh) May 1, 2023",
            [
                "visit held IND OMN 01May New Delhi []: Saif Al Rahbi",
                "bilateral held IND KEN 01May New Delhi []: Rajnath Singh, Aden Duale",
            ],
            id="who signed the post met him",
        ),
        pytest.param(
            "Rajnath Singh on Sunday held talks with Kenya's Defence Cabinet Secretary Aden Duale in Nairobi.\n\n\"Had an excellent "
            'meeting with Cabinet Secretary Aden Duale today in Nairobi," Singh wrote.',
            ["bilateral held IND KEN 30Apr Nairobi []: Rajnath Singh, Aden Duale"],
            id="a post printed the day after",
        ),
        pytest.param(
            "Rajnath Singh ended his visit to Kenya on Monday after a warm meeting with President William Ruto.\n\nSingh called on "
            "President Ruto in Nairobi on Sunday evening.",
            [
                "visit held IND KEN 01May Nairobi []: Rajnath Singh",
                "bilateral held IND KEN 30Apr Nairobi []: Rajnath Singh, William Ruto",
            ],
            id="the end of the visit, after talks of the day before",
        ),
        pytest.param(
            "Rajnath Singh will leave on a visit to Kenya on Tuesday and will discuss bilateral issues with his counterpart, Cabinet "
            "Secretary Aden Duale.\n\nIn November Singh had held a telephone conversation with Duale.",
            [
                "visit planned IND KEN 02May - []: Rajnath Singh",
                "bilateral planned IND KEN 02May - []: Rajnath Singh, Aden Duale",
                "call held IND KEN 01Nov..30Nov - []: Rajnath Singh, Aden Duale",
            ],
            id="a plan, and a call of months ago",
        ),
        pytest.param(
            "Rajnath Singh will leave on a visit to Kenya on Tuesday.\n\nHe will also interact with CEOs and business leaders of Kenya.",
            ["visit planned IND KEN 02May - []: Rajnath Singh"],
            id="business leaders speak for no state",
        ),
    ],
)
def test_posts_and_plans(text: str, expected: list[str]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Defence Secretary Giridhar Aramane co-chaired the 4th Joint Defence Cooperation Committee meeting with Permanent "
            "Secretary, Ministry of Defence, Kenya Mr Patrick Mariru in Nairobi on Monday.",
            [
                "bilateral held IND KEN 01May Nairobi [Joint Defence Cooperation Committee]: Giridhar Aramane, Patrick Mariru"
            ],
            id="office, ministry, country, name",
        ),
        pytest.param(
            "Rajnath Singh met the Secretary General, Ministry of Defence of Oman, Dr Mohammed Al\u2013Zaabi in Delhi on Monday.",
            ["bilateral held IND OMN 01May New Delhi []: Rajnath Singh, Mohammed Al\u2013Zaabi"],
            id="a ministry of a country, and a long dash in the name",
        ),
        pytest.param(
            "India and Oman held the 11th Joint Military Cooperation Committee meeting in New Delhi on Sunday.\n\nOn Monday Oman's "
            "Defence Secretary-General Mohammed Al Zaabi met Rajnath Singh and briefed him on the 11th Joint Military Cooperation "
            "Committee meeting held a day earlier.",
            [
                "bilateral held IND OMN 30Apr New Delhi [Joint Military Cooperation Committee]: Rajnath Singh, Mohammed Al Zaabi",
                "bilateral held IND OMN 01May New Delhi [Joint Military Cooperation Committee]: Mohammed Al Zaabi, Rajnath Singh",
            ],
            id="a numbered session told twice",
        ),
        pytest.param(
            "Omani navy chief Rear Admiral Saif Al Rahbi arrived in Delhi on Monday to take part in the Indian Ocean Naval Symposium "
            "that is scheduled to be held on Thursday.",
            [
                "visit held IND OMN 01May New Delhi []: Saif Al Rahbi",
                "multilateral planned OMN 04May New Delhi [Indian Ocean Naval Symposium]: Saif Al Rahbi",
            ],
            id="the day of the forum is not that of the arrival",
        ),
        pytest.param(
            "The Joint Military Cooperation Committee of India and Oman could not meet since 2018, when its 9th meeting was held in "
            "Muscat.",
            [],
            id="when it last met is no news",
        ),
        pytest.param(
            "The Shangri-La Dialogue, held annually in Singapore, is an occasion for talks. Every minister was there except India's "
            "Rajnath Singh.",
            [],
            id="a forum by habit",
        ),
    ],
)
def test_mechanisms(text: str, expected: list[str]) -> None:
    assert sorted(rows(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Japan's Defence Minister Gen Nakatani met his Kenyan counterpart Aden Duale as part of his visit to Oman on Monday "
            "(Tuesday in Japan).",
            ["bilateral held JPN KEN OMN: Gen Nakatani, Aden Duale", "visit held JPN OMN OMN: Gen Nakatani"],
            id="a country whose calendar is meant",
        ),
        pytest.param(
            "Japan's Defence Minister Gen Nakatani held talks in Oman on Monday with his New Zealand and Canadian counterparts.",
            ["bilateral held JPN NZL OMN: Gen Nakatani", "bilateral held CAN JPN OMN: Gen Nakatani"],
            id="a country and an adjective before counterparts",
        ),
        pytest.param(
            "Indian navy chief Admiral Dinesh Tripathi will visit Oman on Tuesday. He is to hold discussions with senior Omani "
            "officials, including Minister of Defence, Hamad Al Harthi, and Rear Admiral Saif Al Rahbi.",
            [
                "visit planned IND OMN OMN: Dinesh Tripathi",
                "bilateral planned IND OMN OMN: Dinesh Tripathi, Hamad Al Harthi",
                "bilateral planned IND OMN OMN: Dinesh Tripathi, Saif Al Rahbi",
            ],
            id="officials, including two by name",
        ),
        pytest.param(
            "Kenyan Defence Cabinet Secretary Aden Duale held talks with his visiting Omani counterpart Shihab bin Tarik on Monday.",
            ["bilateral held KEN OMN KEN: Aden Duale, Shihab bin Tarik"],
            id="who is visited is the host",
        ),
        pytest.param(
            "Rajnath Singh met US Defense Secretary James Mattis in Washington on Monday.\n\nSingh is scheduled to meet the commander of "
            "the US Indo-Pacific Command in Honolulu on Wednesday.",
            [
                "bilateral held IND USA USA: Rajnath Singh, James Mattis",
                "bilateral planned IND USA USA: Rajnath Singh",
            ],
            id="a commander without a name is no minister",
        ),
        pytest.param(
            "Japan's Defence Minister Gen Nakatani met his Kenyan counterpart Aden Duale in Munich on Monday. Foreign Minister Takeshi "
            "Iwaya is to attend the Munich Security Conference there on Tuesday.",
            [
                "bilateral held JPN KEN DEU: Gen Nakatani, Aden Duale",
                "multilateral planned JPN DEU: Takeshi Iwaya, Gen Nakatani",
            ],
            id="another minister's forum",
        ),
    ],
)
def test_hosts_and_partners(text: str, expected: list[str]) -> None:
    found = [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {r.host_country}: {', '.join(p.name for p in r.people)}"
        for r in read_document(Document("d.txt", text, published=MONDAY))
    ]
    assert sorted(found) == sorted(expected)


def test_a_visit_told_by_a_day_on_it_takes_the_day_on_which_it_began() -> None:
    text = (
        "Admiral Dinesh Tripathi meets Sri Lanka's Air Chief Vasu Edirisinghe during his four-day visit to Sri Lanka on 2 May.\n\n"
        "The Indian navy chief, Admiral Dinesh Tripathi, on Monday began a four-day visit to Sri Lanka."
    )
    visits = [row for row in rows(text, date(2023, 5, 3)) if row.startswith("visit")]
    assert visits == ["visit held IND LKA 01May..04May - []: Dinesh Tripathi"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oman's Foreign Ministry on Monday clarified that no meeting is scheduled between Navy Chief Saif Al Rahbi and his Indian "
            "counterpart Dinesh Tripathi during the Indian Ocean Naval Symposium. Reports had told of the possibility of a first "
            "face-to-face meeting between the navy chiefs of India and Oman.",
            [],
            id="no meeting, and the possibility of one",
        ),
        pytest.param(
            "Kenya's Defence Cabinet Secretary Aden Duale met Rajnath Singh in Delhi on Monday.\n\nAhead of the ministers' meeting, two "
            "firms signed a contract.",
            ["bilateral held IND KEN 01May New Delhi []: Aden Duale, Rajnath Singh"],
            id="ahead of the meeting",
        ),
        pytest.param(
            "South Korean Defence Minister Lee Jong-sup will be in Poland from Wednesday to Friday of next week.",
            ["visit planned KOR POL 10May..12May - []: Lee Jong-sup"],
            id="both days are of next week",
        ),
        pytest.param(
            "Rajnath Singh to co-chair the Annual Defence Dialogue with French Minister for Armed Forces Sebastien Lecornu on Tuesday.",
            ["bilateral planned FRA IND 02May - [Annual Defence Dialogue]: Rajnath Singh, Sebastien Lecornu"],
            id="somebody to do something",
        ),
        pytest.param(
            "South Korean Defence Minister Lee Jong-sup is set to depart for Australia on Tuesday.",
            ["visit planned AUS KOR 02May - []: Lee Jong-sup"],
            id="is set to depart for",
        ),
        pytest.param(
            'Rajnath Singh met the Omani navy chief, Rear Admiral Saif Al Rahbi, in Muscat on Monday. "Had a wonderful meeting with '
            "Kenya's Cabinet Secretary Aden Duale in Muscat,\" Singh wrote.",
            [
                "bilateral held IND OMN 01May Muscat []: Rajnath Singh, Saif Al Rahbi",
                "bilateral held IND KEN 01May Muscat []: Rajnath Singh, Aden Duale",
            ],
            id="who wrote it met him",
        ),
    ],
)
def test_plans_denied_and_told(text: str, expected: list[str]) -> None:
    assert sorted(rows(text)) == sorted(expected)


def test_a_day_told_for_the_talks_goes_before_the_day_of_the_report() -> None:
    text = (
        "The defence ministers of South Korea and Poland held talks in Warsaw, Seoul's defence ministry said Monday.\n\nDuring the talks "
        "on Sunday, Defence Minister Lee Jong-sup and his Polish counterpart, Mariusz Blaszczak, discussed tanks."
    )
    assert [row.split()[4] for row in rows(text)] == ["30Apr"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Indian navy chief Admiral Dinesh Tripathi is on his first tour.\n\nDuring his visit to the Seychelles Admiral Dinesh "
            "Tripathi called on President Wavel Ramkalawan, Foreign Minister Paul Rose and Brigadier Jean Morel, the Chief of Defence "
            "Forces, on Monday.",
            [
                "bilateral held IND SYC 01May - []: Dinesh Tripathi, Wavel Ramkalawan",
                "bilateral held IND SYC 01May - []: Dinesh Tripathi, Paul Rose",
                "bilateral held IND SYC 01May - []: Dinesh Tripathi, Jean Morel",
            ],
            id="who stands behind where he went, and partners of one country",
        ),
        pytest.param(
            "Indian navy chief Admiral Dinesh Tripathi on Monday visited the Indian Ocean archipelago of Seychelles.",
            ["visit held IND SYC 01May - []: Dinesh Tripathi"],
            id="the archipelago of a country",
        ),
        pytest.param(
            "Indian navy chief Admiral Dinesh Tripathi on Monday praised the people of the island nation of Seychelles.",
            [],
            id="a nation that is only praised",
        ),
        pytest.param(
            "Indian navy chief Admiral Dinesh Tripathi has visited Oman and Kenya. He was in Oman from 24 to 26 April. Before that, he was in Kenya from 21 to 23 April.",
            [
                "visit held IND OMN 24Apr..26Apr - []: Dinesh Tripathi",
                "visit held IND KEN 21Apr..23Apr - []: Dinesh Tripathi",
            ],
            id="was in two countries for days",
        ),
        pytest.param(
            "Kenya's Defence Cabinet Secretary Aden Duale met US Defense Secretary Lloyd Austin and Secretary General Jens Stoltenberg "
            "on Monday.",
            ["bilateral held KEN USA 01May - []: Aden Duale, Lloyd Austin"],
            id="a secretary general is of no partner's country",
        ),
        pytest.param(
            "Philippine Defence Secretary Delfin Lorenzana arrived in Singapore on Sunday. He inspected a guard on Monday before calling "
            "on Defence Minister Ng Eng Hen.",
            [
                "visit held PHL SGP 30Apr Singapore []: Delfin Lorenzana",
                "bilateral held PHL SGP 01May Singapore []: Delfin Lorenzana, Ng Eng Hen",
            ],
            id="before calling on",
        ),
    ],
)
def test_islands_and_callers(text: str, expected: list[str]) -> None:
    assert sorted(rows(text)) == sorted(expected)
