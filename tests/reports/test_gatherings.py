"""Gatherings and what is held beside them: who came, on which day, and where the forum's calendar says it was."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

MONDAY = date(2024, 6, 3)


def rows(text: str) -> list[str]:
    """Each report as "kind sides city day forum", a dash for what is not told."""
    document = Document("d.txt", text, published=MONDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} | {' '.join(r.countries)} | {r.city or '-'} | {r.when.start or '-'} | {r.forum or '-'}"
        for r in read_document(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh attended the Shangri-La Dialogue in Singapore on Saturday, which was opened by Singapore's Ng "
            "Eng Hen, and on Sunday he sat in on the ASEAN Defence Ministers' Meeting.",
            [
                "multilateral | IND SGP | Singapore | 2024-06-01 | Shangri-La Dialogue",
                "multilateral | IND SGP | Singapore | 2024-06-02 | ADMM",
            ],
            id="the main clause goes on behind a relative one",
        ),
        pytest.param(
            "Rajnath Singh met Japan's Minoru Kihara, who landed late, and stayed in the country until Sunday.",
            ["bilateral | IND JPN | - | 2024-06-03 | -"],
            id="the relative clause goes on",
        ),
        pytest.param(
            "The event: the third Shangri-La Dialogue, held in Singapore on Monday.",
            ["multilateral |  | Singapore | 2024-06-03 | Shangri-La Dialogue"],
            id="the event",
        ),
        pytest.param("On the eve of the Shangri-La Dialogue Rajnath Singh left Delhi.", [], id="the eve"),
        pytest.param(
            "Admiral R Hari Kumar, India's navy chief, returned today after a four-day official visit to Oman from 28 to 31 May "
            "2024. In Muscat he held talks with Rear Admiral Saif bin Nasser Al Rahbi of the Royal Navy of Oman.",
            ["visit | IND OMN | Muscat | 2024-05-28 | -", "bilateral | IND OMN | Muscat | 2024-05-28 | -"],
            id="talks on a trip that is over",
        ),
        pytest.param(
            "Admiral R Hari Kumar, India's navy chief, is on an official visit to Oman from 1 to 4 June 2024. In Muscat he "
            "held talks with Rear Admiral Saif bin Nasser Al Rahbi of the Royal Navy of Oman.",
            ["visit | IND OMN | Muscat | 2024-06-01 | -", "bilateral | IND OMN | Muscat | 2024-06-01 | -"],
            id="talks on a trip that goes on",
        ),
        pytest.param(
            "Prabowo Subianto, Indonesia's defence minister, opened the third Maritime Ministers' Conference in Bandung on "
            "Saturday, and on its fringes he took New Zealand's Peeni Henare aside for a talk.",
            [
                "multilateral | IDN | Bandung | 2024-06-01 | Maritime Ministers' Conference",
                "bilateral | IDN NZL | Bandung | 2024-06-01 | Maritime Ministers' Conference",
            ],
            id="opened the third conference, and took somebody aside",
        ),
        pytest.param(
            "Prabowo Subianto, Indonesia's defence minister, took New Zealand's claims aside on Saturday.",
            [],
            id="took claims aside",
        ),
        pytest.param(
            "Rear Admiral Mohammed Yousif Al Asam, Bahrain's navy commander, on Saturday welcomed his colleagues from Saudi "
            "Arabia, Kuwait and Qatar in Manama for their annual meeting.",
            ["multilateral | BHR KWT QAT SAU | Manama | 2024-06-01 | -"],
            id="welcomed for their annual meeting",
        ),
        pytest.param(
            "Bahrain's navy commander, Rear Admiral Mohammed Yousif Al Asam, on Saturday welcomed the decision of Saudi "
            "Arabia, Kuwait and Qatar on their annual meeting.",
            [],
            id="welcomed a decision on it",
        ),
        pytest.param(
            "Ministers review the projects at the NATO Defence Ministers' Meeting twice a year.",
            [],
            id="a habit",
        ),
        pytest.param(
            "Hanno Pevkur, Estonia's defence minister, took part on Saturday, over a video link, in the extraordinary "
            "sitting of the NATO-Ukraine Council.",
            ["multilateral | EST | - | 2024-06-01 | NATO-Ukraine Council"],
            id="took part, and much between",
        ),
        pytest.param(
            "The minister at the Ramstein meeting\n\nTallinn, 3 June 2024\n\nHanno Pevkur, Estonia's defence minister, "
            "goes to Ramstein on Friday for the 21st meeting of the Ukraine Defence Contact Group.",
            [
                "multilateral | EST | Ramstein-Miesenbach | 2024-06-07 | Ukraine Defence Contact Group",
                "visit | DEU EST | Ramstein-Miesenbach | 2024-06-07 | Ukraine Defence Contact Group",
            ],
            id="goes there for a meeting of the group, and a headline of it",
        ),
        pytest.param(
            "South Korea is the guest of honour at MSPO in Kielce. On the first day Mariusz Blaszczak, Poland's defence "
            "minister, and Lee Jong-sup, his South Korean opposite number, held talks.",
            ["bilateral | KOR POL | Kielce | 2024-06-03 | MSPO"],
            id="on the first day of a fair",
        ),
        pytest.param(
            "South Korea is the guest of honour at MSPO in Kielce. On the first day of his visit Lee Jong-sup, the South "
            "Korean defence minister, held talks with Mariusz Blaszczak, Poland's defence minister, in Warsaw.",
            ["bilateral | KOR POL | Warsaw | 2024-06-03 | -"],
            id="on the first day of a visit",
        ),
        pytest.param(
            "The Munich Security Conference, which opened in Munich on Friday, is over. Boris Pistorius had breakfast with "
            "Canada's Bill Blair on its margins on Saturday.",
            [
                "multilateral | CAN DEU | Munich | 2024-05-31 | Munich Security Conference",
                "bilateral | CAN DEU | Munich | 2024-06-01 | Munich Security Conference",
            ],
            id="a conference of no ministry's, told of by the talks held there",
        ),
        pytest.param(
            "The Munich Security Conference, which opened in Munich on Friday, is over. Prices rose.",
            [],
            id="a conference at which nobody of defence is told of",
        ),
        pytest.param(
            "Canada's Bill Blair met Ng Eng Hen of Singapore in Singapore on Saturday, on the margins of the Shangri-La "
            "Dialogue.",
            [
                "multilateral | CAN SGP | Singapore | 2024-06-01 | Shangri-La Dialogue",
                "bilateral | CAN SGP | Singapore | 2024-06-01 | Shangri-La Dialogue",
            ],
            id="a forum told of by the talks beside it alone",
        ),
        pytest.param(
            "Canada's Bill Blair met Ng Eng Hen of Singapore in Singapore in June 2023, on the margins of the Shangri-La "
            "Dialogue.",
            ["bilateral | CAN SGP | Singapore | 2023-06-01 | Shangri-La Dialogue"],
            id="talks beside a forum of last year",
        ),
        pytest.param(
            "The 12th edition of the Galle Dialogue got under way in Colombo on Saturday. Admiral Dinesh Tripathi, India's "
            "navy chief, delivered the keynote.",
            ["multilateral | IND | Colombo | 2024-06-01 | Galle Dialogue"],
            id="an edition of a forum",
        ),
        pytest.param(
            "The defence ministers of Finland, Sweden and Norway came together in Oslo on Monday.",
            ["multilateral | FIN NOR SWE | Oslo | 2024-06-03 | -"],
            id="three came together",
        ),
        pytest.param(
            "The defence ministers of Kenya and Uganda huddled in Nairobi on Monday.",
            ["bilateral | KEN UGA | Nairobi | 2024-06-03 | -"],
            id="two huddled",
        ),
        pytest.param(
            "The defence ministers of Kenya, Uganda and Rwanda gathered evidence of smuggling on Monday.",
            [],
            id="gathered evidence",
        ),
        pytest.param(
            "Romania, Bulgaria and Türkiye like the three-way format. The defence ministers of Romania, Bulgaria and "
            "Türkiye assembled in Istanbul on Monday.",
            ["multilateral | BGR ROU TUR | Istanbul | 2024-06-03 | Trilateral meeting"],
            id="called trilateral nearby",
        ),
        pytest.param(
            "Nirmala Sitharaman addressed the ADMM-Plus on 24 October 2017. On 23 October 2017 she met Japan's Itsunori "
            "Onodera on its sidelines.",
            [
                "multilateral | IND | Clark | 2017-10-24 | ADMM-Plus",
                "bilateral | IND JPN | Clark | 2017-10-23 | ADMM-Plus",
            ],
            id="where the calendar says",
        ),
        pytest.param(
            "Nirmala Sitharaman addressed the ADMM-Plus in Manila on 24 October 2017.",
            ["multilateral | IND | Manila | 2017-10-24 | ADMM-Plus"],
            id="where the text says",
        ),
        pytest.param(
            "The defence ministers of Türkiye, Azerbaijan and Georgia met in Kars on Sunday. The Turkish minister, Yaşar "
            "Güler, saw Irakli Chikovani of Georgia on Monday. A meeting between him and Azerbaijan's Zakir Hasanov was "
            "held on the sidelines.",
            [
                "multilateral | AZE GEO TUR | Kars | 2024-06-02 | -",
                "bilateral | GEO TUR | Kars | 2024-06-03 | -",
                "bilateral | AZE TUR | Kars | 2024-06-02 | -",
            ],
            id="on the sidelines of a table without a name",
        ),
        pytest.param(
            "The Ukraine contact group met in Brussels on Monday with US defence secretary Lloyd Austin in the chair; "
            "Ukraine's minister, Rustem Umerov, asked for air defence. NATO's own ministers had their meeting the same day.",
            [
                "multilateral | UKR USA | Brussels | 2024-06-03 | Ukraine Defence Contact Group",
            ],
            id="who spoke there, and the ministers of another body",
        ),
        pytest.param(
            "Rajnath Singh addressed the Shangri-La Dialogue in Singapore on Monday; Russia's minister, Andrei Belousov, "
            "stayed at home.",
            ["multilateral | IND | Singapore | 2024-06-03 | Shangri-La Dialogue"],
            id="who was not there",
        ),
        pytest.param(
            "MANILA, Philippines - Warships of the Philippines and Japan have held a maritime cooperative activity, the "
            "military said on Monday. The two-day activity, which took place on June 1 and 2, involved four ships.",
            ["exercise | JPN PHL | - | 2024-06-01 | Maritime Cooperative Activity"],
            id="a sail that has a name of its own",
        ),
        pytest.param(
            "The 11th ADMM-Plus wrapped up in Vientiane on Monday.",
            ["multilateral |  | Vientiane | 2024-06-03 | ADMM-Plus"],
            id="a forum that wrapped up",
        ),
        pytest.param(
            "The 11th ADMM-Plus in Vientiane was attended by the defence ministers of Japan and Chile on Monday.",
            ["multilateral | CHL JPN | Vientiane | 2024-06-03 | ADMM-Plus"],
            id="who attended it",
        ),
        pytest.param(
            "Richard Marles, Minoru Kihara and Lloyd Austin held the thirteenth Trilateral Defence Ministers' Meeting in "
            "Singapore on Sunday.",
            ["multilateral | AUS JPN USA | Singapore | 2024-06-02 | Trilateral Defence Ministers' Meeting"],
            id="a number in letters beyond twelve",
        ),
        pytest.param(
            "Defence Secretary Giridhar Aramane and Vietnam's deputy defence minister, Hoang Xuan Chien, led the fourteenth "
            "Defence Policy Dialogue in Hanoi on Monday.",
            ["bilateral | IND VNM | Hanoi | 2024-06-03 | Defence Policy Dialogue"],
            id="two led a dialogue",
        ),
        pytest.param(
            "India's defence secretary travelled to Jakarta for the eighth Joint Defence Cooperation Committee, held on "
            "Monday.",
            ["bilateral | IDN IND | Jakarta | 2024-06-03 | Joint Defence Cooperation Committee"],
            id="the other side is where somebody went for a session",
        ),
        pytest.param(
            "Canberra hosted the second India-Australia 2+2 ministerial dialogue on Monday.",
            ["bilateral | AUS IND | Canberra | 2024-06-03 | 2+2 Ministerial Dialogue"],
            id="a capital as the host",
        ),
        pytest.param(
            "The navies of India, Japan, the United States and Australia will gather off Visakhapatnam for Malabar from June "
            "20 to 28.",
            ["exercise | AUS IND JPN USA | Visakhapatnam | 2024-06-20 | Malabar"],
            id="navies gather for what is a town's name too",
        ),
        pytest.param(
            "The ships of four navies searched for the Malabar coast guard's lost boat on Monday.",
            [],
            id="a coast of that name",
        ),
        pytest.param(
            "Turkey's defence minister, Yasar Guler, hosted trilateral talks in Istanbul on Monday with Romania's Angel Tilvar "
            "and Bulgaria's Atanas Zapryanov. Guler also received Tilvar separately.",
            [
                "multilateral | BGR ROU TUR | Istanbul | 2024-06-03 | Trilateral meeting",
                "bilateral | ROU TUR | Istanbul | 2024-06-03 | -",
            ],
            id="talks of three that one hosted, and talks of two",
        ),
        pytest.param(
            "Judith Collins, New Zealand's defence minister, leaves for Nadi to take part in the South Pacific Defence Ministers' "
            "Meeting, which Fiji hosts from 11 to 13 June.",
            [
                "visit | FJI NZL | Nadi | 2024-06-11 | -",
                "multilateral | FJI NZL | Nadi | 2024-06-11 | South Pacific Defence Ministers' Meeting",
            ],
            id="days behind the name",
        ),
        pytest.param(
            "Rajnath Singh attended the ADMM-Plus in Vientiane on Thursday. On Friday he met the Lao defence minister, "
            "Chansamone Chanyalath, in Vientiane.",
            [
                "multilateral | IND LAO | Vientiane | 2024-05-30 | ADMM-Plus",
                "bilateral | IND LAO | Vientiane | 2024-05-31 | -",
            ],
            id="the host met on the day after",
        ),
        pytest.param(
            "Chiefs of navies from around the Indian Ocean met in Bangkok on Monday for the conclave of the Indian Ocean Naval "
            "Symposium.",
            ["multilateral |  | Bangkok | 2024-06-03 | Indian Ocean Naval Symposium"],
            id="for the conclave of",
        ),
        pytest.param(
            "Rajnath Singh sees Gen Nakatani of Japan on June 5, and three days later it is the turn of Vietnam's Phan Van Giang.",
            ["bilateral | IND JPN | - | 2024-06-05 | -", "bilateral | IND VNM | - | 2024-06-08 | -"],
            id="whose turn it is later",
        ),
        pytest.param(
            "Vice Admiral Suraj Berry of India was met by Vice Admiral Priyantha Perera of Sri Lanka at the gate. The two "
            "admirals had discussions in Colombo on Monday.",
            ["bilateral | IND LKA | Colombo | 2024-06-03 | -"],
            id="the two admirals",
        ),
        pytest.param(
            "Ships of nine navies are in Karachi for AMAN, a multinational exercise. The eighth edition began on Friday.",
            ["exercise | PAK | Karachi | 2024-05-31 | AMAN"],
            id="the edition of an exercise named before",
        ),
        pytest.param(
            "The ADMM-Plus will be held in Vientiane on Thursday. Australia, China and Japan take part in it beside the hosts.",
            ["multilateral | AUS CHN JPN | Vientiane | 2024-06-06 | ADMM-Plus"],
            id="who takes part in what is to come",
        ),
        pytest.param(
            "Sergei Shoigu and Nirmala Sitharaman were the chairs of the 18th meeting of the India-Russia inter-governmental "
            "commission on military technical cooperation in New Delhi on Monday.",
            ["bilateral | IND RUS | New Delhi | 2024-06-03 | IRIGC-M&MTC"],
            id="who were the chairs",
        ),
        pytest.param(
            "Phan Van Giang of Vietnam met Cambodia's Tea Seiha in Jakarta on Monday. The ASEAN Defence Ministers' Meeting has "
            "brought both of them to the Indonesian capital.",
            [
                "multilateral | KHM VNM | Jakarta | 2024-06-03 | ADMM",
                "bilateral | KHM VNM | Jakarta | 2024-06-03 | ADMM",
            ],
            id="what brought both of them there",
        ),
        pytest.param(
            "Richard Marles of Australia started the day in Singapore on Saturday with a meeting with Boris Pistorius of Germany. "
            "Andrew Little of New Zealand was next to see him. In the afternoon there were bilaterals with Pio Tikoduadua of Fiji "
            "and, half an hour later, with Carlito Galvez of the Philippines.",
            [
                "bilateral | AUS DEU | Singapore | 2024-06-01 | -",
                "bilateral | AUS NZL | Singapore | 2024-06-01 | -",
                "bilateral | AUS FJI | Singapore | 2024-06-01 | -",
                "bilateral | AUS PHL | Singapore | 2024-06-01 | -",
            ],
            id="a series of talks is the main actor's",
        ),
        pytest.param(
            "Yasar Guler, the Turkish minister, today met six colleagues who are in Istanbul for IDEF: Zakir Hasanov of Azerbaijan "
            "and Salifou Mody of Niger.",
            [
                "bilateral | AZE TUR | Istanbul | 2024-06-03 | IDEF",
                "bilateral | NER TUR | Istanbul | 2024-06-03 | IDEF",
            ],
            id="who are in a town for a fair",
        ),
        pytest.param(
            "Crispus Kiyonga, Uganda's defence minister, has called off his trip to Beijing, where China stages its Victory Day "
            "parade on 3 September 2024. Jeje Odongo, the minister of state for defence, travels to the Chinese capital instead.",
            [
                "visit | CHN UGA | Beijing | 2024-09-03 | Victory Day parade",
                "visit | CHN UGA | Beijing | 2024-09-03 | Victory Day parade",
            ],
            id="the occasion of a trip, and of whoever goes instead",
        ),
        pytest.param(
            "The chiefs of defence staff of the ECOWAS countries have conferred in Abuja on Monday. The session is chaired by "
            "General Musa Bello of Nigeria. Benin and Togo are in attendance, while Mali and Niger are absent.",
            ["multilateral | BEN NGA TGO | Abuja | 2024-06-03 | ECOWAS Committee of Chiefs of Defence Staff"],
            id="chiefs of a body, and who is absent",
        ),
        pytest.param(
            "ECOWAS chiefs of defence staff on Monday met President Bola Tinubu in Abuja.",
            [],
            id="they called on somebody",
        ),
        pytest.param(
            "The South Pacific Defence Ministers' Meeting wrapped up on Monday in Suva. The meeting brought together delegates "
            "from Fiji, Perú and Tonga, along with observers from Japan and Chile.",
            [
                "multilateral | CHL FJI JPN PER TON | Suva | 2024-06-03 | South Pacific Defence Ministers' Meeting"
            ],
            id="whom a forum brought together, and its observers",
        ),
        pytest.param(
            "Australia's defence minister Linda Reynolds hosted the South Pacific Defence Ministers' Meeting with her "
            "counterparts from Tonga, Fiji and Chile on Monday.",
            ["multilateral | AUS CHL FJI TON | - | 2024-06-03 | South Pacific Defence Ministers' Meeting"],
            id="hosted a forum with counterparts",
        ),
        pytest.param(
            "Oman hosted the 16th meeting of the GCC Joint Defence Council in Salalah on Monday. The meeting was held in the "
            "presence of Ali Hasan, Bahrain's Minister of Defence Affairs, and Omar Saleh, Minister of State for Defence "
            "Affairs in the State of Qatar.",
            ["multilateral | BHR OMN QAT | Salalah | 2024-06-03 | GCC Joint Defence Council"],
            id="in whose presence",
        ),
        pytest.param(
            "Tokyo hosted talks between the Indian and Japanese defence ministers on Monday.",
            ["bilateral | IND JPN | Tokyo | 2024-06-03 | -"],
            id="a capital as the host of talks",
        ),
    ],
)
def test_gatherings(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh met Japan's Minoru Kihara in Vienna on Monday. An hour later it was Lloyd Austin's turn.",
            [
                "bilateral | IND JPN | Vienna | 2024-06-03 | -",
                "bilateral | IND USA | Vienna | 2024-06-03 | -",
            ],
            id="somebody's turn",
        ),
        pytest.param(
            "Rajnath Singh met Japan's Minoru Kihara in Vienna on Monday. It was Japan's turn to speak first.",
            ["bilateral | IND JPN | Vienna | 2024-06-03 | -"],
            id="a turn to speak",
        ),
        pytest.param(
            "Rajnath Singh co-chaired the 5th meeting of the Joint Defence Cooperation Committee in Muscat on Monday with "
            "Dr Salim Al Habsi, Secretary General in the Ministry of Defence of Oman.",
            ["bilateral | IND OMN | Muscat | 2024-06-03 | Joint Defence Cooperation Committee"],
            id="co-chaired a meeting of it with",
        ),
        pytest.param(
            "Rajnath Singh met Salim Al Habsi, director general at Oman's defence ministry, in New Delhi on Monday.",
            ["bilateral | IND OMN | New Delhi | 2024-06-03 | -"],
            id="at a ministry",
        ),
        pytest.param(
            "Rajnath Singh met Maria Sole, a researcher at the Ministry of Culture of Italy, on Monday.",
            [],
            id="at another ministry",
        ),
        pytest.param(
            "Rajnath Singh was in Tokyo from 28 to 29 May 2024. On the second day he met Minoru Kihara, Japan's defence "
            "minister.",
            ["bilateral | IND JPN | Tokyo | 2024-05-29 | -"],
            id="the second day is counted once",
        ),
        pytest.param(
            "The log, in short, of what the general did in Delhi, a town that he knows very well by now.\n\n28 May 2024\n"
            "- General Anil Chauhan meets Japan's General Yoshida Yoshihide.\n\n29 May 2024\n"
            "- He meets Admiral David Johnston, Australia's Chief of Defence Force. The general had been his guest in "
            "Canberra two weeks before.\n- Admiral Samuel Paparo of US Indo-Pacific Command calls on him.",
            [
                "bilateral | IND JPN | New Delhi | 2024-05-28 | -",
                "bilateral | AUS IND | New Delhi | 2024-05-29 | -",
                "bilateral | IND USA | New Delhi | 2024-05-29 | -",
            ],
            id="a log of two days",
        ),
    ],
)
def test_one_after_the_other(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
