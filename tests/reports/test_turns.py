"""Turns of phrase of the press: one thing after another, what is to come, whose guest somebody was."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

THURSDAY = date(2024, 3, 14)


def told(text: str) -> list[str]:
    document = Document("d.txt", text, published=THURSDAY, published_basis=PublishedBasis.HEADER)
    return [
        f"{r.kind.value} {r.status.value} {' '.join(r.countries)} {r.when.start or ''}".strip()
        for r in read_document(document)
    ]


GUESTS = "Indian Defence Minister Rajnath Singh received a string of guests in Delhi on Thursday. "


@pytest.mark.parametrize(
    ("line", "country"),
    [
        pytest.param(
            "Zakir Hasanov of Azerbaijan came first and left with a letter.", "AZE", id="came first"
        ),
        pytest.param("Germany's Boris Pistorius was in first.", "DEU", id="was in first"),
        pytest.param(
            "Next, also on Thursday, it was Boris Pistorius's turn. The German is new.", "DEU", id="his turn"
        ),
        pytest.param(
            "The third guest of that afternoon was Gilberto Teodoro, who is in charge of defence in the Philippines.",
            "PHL",
            id="the third guest was",
        ),
        pytest.param(
            "Australia's Richard Marles had the first slot of the morning.", "AUS", id="the first slot"
        ),
        pytest.param("Then Sebastien Lecornu of France came, with a large team.", "FRA", id="then came"),
        pytest.param("Japan's Minoru Kihara opened the round.", "JPN", id="opened the round"),
        pytest.param("Ng Eng Hen of Singapore got half an hour as well.", "SGP", id="got half an hour"),
        pytest.param(
            "Ng Eng Hen of Singapore was the first to sign the book.", "", id="first to do something"
        ),
        pytest.param(
            "Boris Pistorius of Germany came first in the elections.", "", id="first in the elections"
        ),
        pytest.param("Russia's Sergei Shoigu was the first minister to resign.", "", id="first to resign"),
    ],
)
def test_one_of_a_series(line: str, country: str) -> None:
    found = told(GUESTS + line)
    assert found == ([f"bilateral held {' '.join(sorted(['IND', country]))} 2024-03-14"] if country else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Fresh from talks with Kihara Minoru in Tokyo, Richard Marles flew to Seoul on Tuesday.",
            ["bilateral held AUS JPN 2024-03-12", "visit held AUS KOR 2024-03-12"],
            id="fresh from talks",
        ),
        pytest.param(
            "After meeting Defence Minister Ng Eng Hen and Japan's Minoru Kihara, US Defense Secretary Lloyd Austin "
            "addressed troops in Singapore on Tuesday.",
            ["bilateral held SGP USA 2024-03-12", "bilateral held JPN USA 2024-03-12"],
            id="after meeting two",
        ),
        pytest.param(
            "British Defence Secretary Grant Shapps was in Oslo on Tuesday. His guest a day earlier in London was "
            "Boris Pistorius, the German defence minister.",
            ["bilateral held DEU GBR 2024-03-11"],
            id="his guest was",
        ),
        pytest.param(
            "British Defence Secretary Grant Shapps spoke in Parliament on Tuesday. His guess was that Boris Pistorius "
            "would come.",
            [],
            id="his guess was",
        ),
        pytest.param(
            "Indian Defence Minister Rajnath Singh travels to Vientiane this week. He meets Japan's Minoru Kihara there "
            "on Friday.",
            ["visit planned IND LAO 2024-03-01", "bilateral planned IND JPN 2024-03-15"],
            id="present tense is to come",
        ),
        pytest.param(
            "Indian Defence Minister Rajnath Singh, who leads the ministry, met Japan's Minoru Kihara in Delhi on Friday.",
            ["bilateral held IND JPN 2024-03-08"],
            id="present tense aside",
        ),
        pytest.param(
            "Exercise Tiger Triumph, which brings together the forces of India and the United States, starts on Saturday "
            "in Visakhapatnam.",
            ["exercise planned IND USA 2024-03-16"],
            id="exercise starts",
        ),
        pytest.param(
            "Japanese Defence Minister Minoru Kihara will fly to Jakarta on Monday and meet his Indonesian counterpart "
            "Prabowo Subianto the following day.",
            ["visit planned IDN JPN 2024-03-18", "bilateral planned IDN JPN 2024-03-19"],
            id="the following day",
        ),
        pytest.param(
            "Japanese Defence Minister Minoru Kihara held a meeting in Tokyo on Tuesday with Grant Shapps of the United "
            "Kingdom and Guido Crosetto of Italy. It was the first trilateral since December.",
            ["multilateral held GBR ITA JPN 2024-03-12"],
            id="it was a trilateral",
        ),
        pytest.param(
            "Japanese Defence Minister Minoru Kihara held meetings in Tokyo on Tuesday with Grant Shapps of the United "
            "Kingdom and Guido Crosetto of Italy. It was the first day of his week.",
            ["bilateral held GBR JPN 2024-03-12", "bilateral held ITA JPN 2024-03-12"],
            id="it was no trilateral",
        ),
        pytest.param(
            "The CSTO Council of Defence Ministers met on Tuesday in Almaty. Present were the ministers of Russia and "
            "Belarus, Sergei Shoigu and Viktor Khrenin. The Armenian side did not take part. On the eve of the session "
            "Shoigu had talks there with his Kazakh colleague Ruslan Zhaksylykov.",
            ["multilateral held BLR KAZ RUS 2024-03-12", "bilateral held KAZ RUS 2024-03-11"],
            id="who was absent, and the eve",
        ),
        pytest.param(
            "Indonesian Defence Minister Prabowo Subianto met Lloyd Austin in Jakarta. Next year the chair goes to Laos.",
            ["bilateral held IDN USA 2024-03-14"],
            id="the chair travels alone",
        ),
        pytest.param(
            "A pact was put to paper in London by British Defence Secretary Grant Shapps and Bjorn Arild Gram of Norway.",
            ["bilateral held GBR NOR 2024-03-14"],
            id="put to paper",
        ),
        pytest.param(
            "A pact was signed by British Defence Secretary Grant Shapps and Bjorn Arild Gram of Norway in London.",
            ["bilateral held GBR NOR 2024-03-14"],
            id="signed by two",
        ),
        pytest.param(
            "The first Border Friendship Exchange among Vietnam, Laos and Cambodia was held on Monday in Hanoi.",
            ["multilateral held KHM LAO VNM 2024-03-11"],
            id="held among three",
        ),
        pytest.param(
            "Trade talks between Kenya and Uganda opened wounds on Monday.", [], id="opened something else"
        ),
        pytest.param(
            "South Korea's Defence Minister Shin Won-sik and US Secretary of Defense Lloyd Austin led the two delegations "
            "in the Security Consultative Meeting at the Pentagon on Monday.",
            ["bilateral held KOR USA 2024-03-11"],
            id="led the delegations",
        ),
        pytest.param(
            "General Upendra Dwivedi and Defence Minister Rajnath Singh led the delegations at the funeral in Hanoi.",
            [],
            id="delegations of one country",
        ),
        pytest.param(
            "Lloyd Austin brought Australia's Richard Marles, Minoru Kihara of Japan and Gilberto Teodoro of the "
            "Philippines together in Honolulu on Monday. It was the second time that the four had met, and they spoke "
            "of water cannon.",
            ["multilateral held AUS JPN PHL USA 2024-03-11"],
            id="brought together",
        ),
        pytest.param(
            "Exercise Mosi II, in which South Africa plays host to the navies of China and Russia, started on Friday.",
            ["exercise held CHN RUS ZAF 2024-03-08"],
            id="exercise of three",
        ),
        pytest.param(
            "Defence Secretary Grant Shapps MP and his Norwegian counterpart Bjorn Arild Gram met in "
            "London. Officials of the two sides had met in the same format since 2019.",
            ["bilateral held GBR NOR 2024-03-14"],
            id="letters behind a name, a history",
        ),
        pytest.param(
            "A law on the pact with Norway was signed by British Defence Secretary Grant Shapps in London.",
            [],
            id="signed by one",
        ),
    ],
)
def test_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sebastien Lecornu, the French minister of the armed forces, had Rajnath Singh on the telephone on Tuesday.",
            ["call held FRA IND 2024-03-12"],
            id="had him on the telephone",
        ),
        pytest.param(
            "Sebastien Lecornu, the French minister of the armed forces, had Rajnath Singh on his list on Tuesday.",
            [],
            id="on his list",
        ),
        pytest.param(
            "Indian Defence Minister Rajnath Singh received Boris Pistorius of Germany in Delhi, and after a break Ng "
            "Eng Hen, who is the minister of Singapore.",
            ["bilateral held DEU IND 2024-03-14", "bilateral held IND SGP 2024-03-14"],
            id="after a break another",
        ),
        pytest.param(
            "Indian Defence Minister Rajnath Singh met Boris Pistorius of Germany, and after lunch Ng Eng Hen of "
            "Singapore spoke at the forum.",
            ["bilateral held DEU IND 2024-03-14"],
            id="after lunch another spoke",
        ),
        pytest.param(
            "Two foreign defence ministers called on Rajnath Singh in Delhi on Thursday. They were:\n"
            "(a) Lt Gen Leon Richard Rakotonirina of Madagascar and\n(b) Ms Mariya Ahmed Didi of Maldives.",
            ["bilateral held IND MDG 2024-03-14", "bilateral held IND MDV 2024-03-14"],
            id="who called on him, listed behind",
        ),
    ],
)
def test_further_partners(text: str, expected: list[str]) -> None:
    assert told(text) == expected
