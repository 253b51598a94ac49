"""Conferences and drills that bear no name, the town after which a fair is named, and where callers and guests were."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

FRIDAY = date(2024, 11, 15)


def rows(text: str) -> list[str]:
    """Each engagement as "kind sides day city [forum]"."""
    story = f"New Delhi, 15 November 2024\n\n{text}"
    return [
        f"{r.kind.value} {' '.join(r.countries)} {r.when.start:%d%b} {r.city or r.host_country or '-'} [{r.forum}]"
        for r in read_document(Document("d.txt", story, published=FRIDAY))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Military chiefs from Kazakhstan, Uzbekistan and Kyrgyzstan attended a round table on border security in Tashkent "
            "on 13 November.",
            ["multilateral KAZ KGZ UZB 13Nov Tashkent []"],
            id="attended a round table",
        ),
        pytest.param(
            "Army commanders from Ghana, Togo and Benin sat at a regional security workshop in Accra on Thursday.",
            ["multilateral BEN GHA TGO 14Nov Accra []"],
            id="sat at a workshop",
        ),
        pytest.param(
            "A conference on cyber defence, attended by the defence ministers of Estonia, Finland and Georgia, opened in Tallinn "
            "on Tuesday.",
            ["multilateral EST FIN GEO 12Nov Tallinn []"],
            id="attended by",
        ),
        pytest.param(
            "Tallinn on Tuesday hosted a conference on cyber defence with the defence ministers of Estonia, Finland and Georgia.",
            ["multilateral EST FIN GEO 12Nov Tallinn []"],
            id="hosted by a town",
        ),
        pytest.param(
            "The defence ministers of Estonia, Finland and Georgia attended a press conference in Tallinn on Tuesday.",
            [],
            id="a press conference",
        ),
        pytest.param(
            "The ministers attended a seminar on Tuesday about Estonia, Finland and Georgia.",
            [],
            id="what a seminar was about",
        ),
    ],
)
def test_conferences_without_a_name(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "INS Tabar conducted a passage exercise with the Royal Moroccan Navy ship Mohammed V off Casablanca on 12 November.",
            ["exercise IND MAR 12Nov Casablanca [PASSEX]"],
            id="a passage exercise",
        ),
        pytest.param(
            "The frigates INS Talwar and JS Ariake carried out a passage exercise off Yokosuka on Monday.",
            ["exercise IND JPN 11Nov Yokosuka [PASSEX]"],
            id="two ships",
        ),
        pytest.param(
            "The Indian and French navies carried out a PASSEX in the Arabian Sea on 12 November.",
            ["exercise FRA IND 12Nov - [PASSEX]"],
            id="at sea is in no country",
        ),
        pytest.param(
            "The Turkish and Pakistani air forces held a joint drill at Konya from 11 to 15 November.",
            ["exercise PAK TUR 11Nov Konya []"],
            id="a drill",
        ),
        pytest.param(
            "The joint exercise Aqaba-8 of Egyptian and Jordanian special forces began in Jordan on Sunday.",
            ["exercise EGY JOR 10Nov JOR [Aqaba-8]"],
            id="named after a town",
        ),
        pytest.param("India and Japan agreed on Tuesday to hold a joint naval exercise.", [], id="agreed on"),
        pytest.param(
            "The ministers discussed the joint naval exercise that India and Japan held on Tuesday.",
            [],
            id="discussed",
        ),
    ],
)
def test_drills_without_a_name(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Pakistan's Zaheer Ahmed Baber Sidhu met China's General Chang Dingqiu on the sidelines of the Zhuhai Airshow on "
            "12 November.",
            ["bilateral CHN PAK 12Nov Zhuhai [Zhuhai Airshow]"],
            id="a fair",
        ),
        pytest.param(
            "Pakistan's Zaheer Ahmed Baber Sidhu met China's General Chang Dingqiu in Beijing on 12 November, ahead of the Zhuhai "
            "Airshow.",
            ["bilateral CHN PAK 12Nov Beijing [Zhuhai Airshow]"],
            id="told to be elsewhere",
        ),
    ],
)
def test_town_in_the_name_of_a_fair(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The third Egypt-Greece-Cyprus trilateral defence ministers' meeting took place in Nicosia on 12 November.",
            ["multilateral CYP EGY GRC 12Nov Nicosia [Trilateral Defence Ministers' Meeting]"],
            id="joined before a trilateral",
        ),
        pytest.param(
            "The Japan-US-South Korea trilateral meeting of defence chiefs was held in Tokyo on 12 November.",
            ["multilateral JPN KOR USA 12Nov Tokyo [Trilateral Ministerial Meeting (Japan-ROK-US)]"],
            id="joined in its name",
        ),
        pytest.param(
            "The Japan-US-South Korea trilateral summit was held in Lima on Thursday.",
            [],
            id="a summit without defence",
        ),
    ],
)
def test_three_joined_names(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Nepal Army's General Ashok Raj Sigdel received a courtesy call from Chinese Ambassador Chen Song on Monday.",
            ["bilateral CHN NPL 11Nov NPL []"],
            id="an ambassador is at his post",
        ),
        pytest.param(
            "Rajnath Singh received US Ambassador Eric Garcetti on Tuesday.",
            ["bilateral IND USA 12Nov New Delhi []"],
            id="an ambassador where the story is",
        ),
        pytest.param(
            "Oman's Major General Matar Al Balushi received in his office on Tuesday Lieutenant General Subramani of the Indian "
            "Army.",
            ["bilateral IND OMN 12Nov OMN []"],
            id="in his office",
        ),
        pytest.param(
            "Rajnath Singh and Sweden's Pal Jonson flew to Kyiv on Monday and met Rustem Umerov.",
            ["bilateral IND UKR 11Nov Kyiv []", "bilateral SWE UKR 11Nov Kyiv []"],
            id="two who came and met",
        ),
        pytest.param(
            "Mongolia's Sandag Byambatsogt and Kazakhstan's Ruslan Zhaksylykov exchanged views on peacekeeping in Almaty on "
            "14 November.",
            ["bilateral KAZ MNG 14Nov Almaty []"],
            id="the town behind a topic, with its day",
        ),
    ],
)
def test_where_they_were(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Air Chief Marshal A P Singh is leading an Indian Air Force delegation to Japan from 11 to 14 November.",
            ["visit IND JPN 11Nov JPN []"],
            id="leads a delegation",
        ),
        pytest.param(
            "Admiral Dinesh Tripathi led the country's delegation to the Galle Dialogue in Colombo on Thursday.",
            ["multilateral IND 14Nov Colombo [Galle Dialogue]"],
            id="leads one to a forum",
        ),
        pytest.param("Rajnath Singh took a Japanese team to task over delays on Tuesday.", [], id="to task"),
        pytest.param(
            "The US 7th Fleet flagship USS Blue Ridge arrived in Busan on Tuesday for a scheduled port visit.",
            ["visit KOR USA 12Nov Busan []"],
            id="a flagship",
        ),
        pytest.param(
            "The Chinese hospital ship Peace Ark docked in Dar es Salaam on Tuesday for a seven-day visit.",
            ["visit CHN TZA 12Nov Dar es Salaam []"],
            id="a hospital ship",
        ),
    ],
)
def test_trips_of_delegations_and_ships(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
