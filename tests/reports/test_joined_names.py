"""Talks told by the names of their countries alone, and what two did "during their meeting"."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document

FRIDAY = date(2024, 11, 15)


def rows(text: str) -> list[str]:
    """Each engagement as "kind sides day city [forum]: people"."""
    return [
        f"{r.kind.value} {' '.join(r.countries)} {r.when.start:%d%b} {r.city or '-'} [{r.forum}]:"
        f" {', '.join(p.name for p in r.people)}".rstrip()
        for r in read_document(Document("d.txt", text, published=FRIDAY))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "India-Vietnam defence talks were held in Hanoi on Thursday.",
            ["bilateral IND VNM 14Nov Hanoi []:"],
            id="talks",
        ),
        pytest.param(
            "Officers of both armies attended India-Sri Lanka army staff talks in Colombo on Thursday.",
            ["bilateral IND LKA 14Nov Colombo []:"],
            id="attended",
        ),
        pytest.param(
            "The UAE-Saudi Arabia joint military committee met in Riyadh on Thursday.",
            ["bilateral ARE SAU 14Nov Riyadh [joint military committee]:"],
            id="a committee",
        ),
        pytest.param(
            "The fifth session of the Italian-Egyptian military committee took place in Rome on 12 November.",
            ["bilateral EGY ITA 12Nov Rome [military committee]:"],
            id="adjectives",
        ),
        pytest.param(
            "The Russian-Chinese working group on missile defence held its session in Moscow on 12 November.",
            ["bilateral CHN RUS 12Nov Moscow [working group]:"],
            id="the topic tells of defence",
        ),
        pytest.param(
            "Indo-French defence talks were held in Paris on Tuesday, the Indian Army said.",
            ["bilateral FRA IND 12Nov Paris []:"],
            id="Indo-French",
        ),
        pytest.param(
            "Japan-India-Australia talks on maritime security took place in Tokyo on Thursday.",
            ["multilateral AUS IND JPN 14Nov Tokyo []:"],
            id="three",
        ),
        pytest.param(
            "The India-Vietnam talks in Hanoi on Thursday were led by the two defence secretaries.",
            ["bilateral IND VNM 14Nov Hanoi []:"],
            id="led by men of defence",
        ),
        pytest.param(
            "Mongolia and Japan held their annual military consultative council in Ulaanbaatar on 8 November.",
            ["bilateral JPN MNG 08Nov Ulaanbaatar [military consultative council]:"],
            id="their council",
        ),
        pytest.param("India-US trade talks were held in Washington on Thursday.", [], id="trade"),
        pytest.param("The Iran-Iraq war was discussed in Tehran on Thursday.", [], id="a war"),
        pytest.param("India-China defence talks stalled last year, analysts said.", [], id="not held"),
        pytest.param("The ministers praised India-Japan defence cooperation talks.", [], id="praised"),
        pytest.param(
            "Mongolia and Japan held their annual book fair in Ulaanbaatar on 8 November.", [], id="a fair"
        ),
    ],
)
def test_talks_told_by_joined_names(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ukraine's Rustem Umerov thanked his Danish counterpart Troels Lund Poulsen during their meeting in Kyiv on Tuesday.",
            ["bilateral DNK UKR 12Nov Kyiv []: Rustem Umerov, Troels Lund Poulsen"],
            id="behind",
        ),
        pytest.param(
            "During their meeting in Kyiv on Tuesday, Ukraine's Rustem Umerov thanked Danish Defence Minister Troels Lund Poulsen.",
            ["bilateral DNK UKR 12Nov Kyiv []: Rustem Umerov, Troels Lund Poulsen"],
            id="before",
        ),
        pytest.param(
            "At their first talks in Kyiv on Tuesday, Ukraine's Rustem Umerov gave Denmark's Troels Lund Poulsen a helmet.",
            ["bilateral DNK UKR 12Nov Kyiv []: Rustem Umerov, Troels Lund Poulsen"],
            id="a gift",
        ),
        pytest.param(
            "During their meeting in Kyiv on Tuesday, Ukraine's Rustem Umerov condemned Russian Defence Minister Andrei Belousov.",
            [],
            id="one who was not there",
        ),
    ],
)
def test_what_two_did_during_their_meeting(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Peru's and Chile's defence ministers met in Lima on 12 November.",
            ["bilateral CHL PER 12Nov Lima []:"],
            id="two owners",
        ),
        pytest.param(
            "Estonia's, Latvia's and Lithuania's army chiefs met in Riga on 12 November.",
            ["multilateral EST LTU LVA 12Nov Riga []:"],
            id="three owners",
        ),
        pytest.param("Kenya's and Uganda's exports fell, the defence ministers said.", [], id="exports"),
        pytest.param(
            "Sergei Shoigu met Iran's Ali Akbar Ahmadian in Tehran on Thursday. Shoygu also saw President Masoud Pezeshkian.",
            [
                "bilateral IRN RUS 14Nov Tehran []: Sergei Shoigu, Ali Akbar Ahmadian",
                "bilateral IRN RUS 14Nov Tehran []: Sergei Shoigu, Masoud Pezeshkian",
            ],
            id="one man spelt in two ways",
        ),
        pytest.param(
            "Vietnam's General Nguyen Tan Cuong met Laos's Khamlieng Outhakaysone in Vientiane on Monday. General "
            "Nguyễn Tân Cương and Khamliang Outhakaisone held talks in Vientiane on Monday.",
            ["bilateral LAO VNM 11Nov Vientiane []: Nguyen Tan Cuong, Khamlieng Outhakaysone"],
            id="told again in other letters",
        ),
    ],
)
def test_owners_and_spellings(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Singh-Sjamsoeddin meeting in Jakarta\n\nJakarta, 15 November 2024: India's Rajnath Singh met his Indonesian "
            "counterpart Sjafrie Sjamsoeddin on Friday.",
            ["bilateral IDN IND 15Nov Jakarta []: Rajnath Singh, Sjafrie Sjamsoeddin"],
            id="two surnames are nobody",
        ),
        pytest.param(
            "Jakarta, 15 November 2024: Poland's Wladyslaw Kosiniak-Kamysz met Indonesia's Sjafrie Sjamsoeddin on Friday.",
            ["bilateral IDN POL 15Nov Jakarta []: Wladyslaw Kosiniak-Kamysz, Sjafrie Sjamsoeddin"],
            id="one surname with a dash",
        ),
        pytest.param(
            "Serbia's Bratislav Gasic talked on Friday with Vasilis Palmas of Cyprus, who is in Serbia on a two-day official "
            "visit.",
            [
                "bilateral CYP SRB 15Nov - []: Bratislav Gasic, Vasilis Palmas",
                "visit CYP SRB 15Nov - []: Vasilis Palmas",
            ],
            id="talked with a guest",
        ),
        pytest.param(
            "Serbia's Bratislav Gasic talked on Friday with Vasilis Palmas of Cyprus, who is in Limassol.",
            ["call CYP SRB 15Nov - []: Bratislav Gasic, Vasilis Palmas"],
            id="talked with one who was at home",
        ),
        pytest.param(
            "The ASEAN Regional Forum meeting on maritime security was held in Kuala Lumpur on 14 and 15 November 2024. Delegates "
            "of 22 countries came.\n\nThe meeting was co-chaired by Malaysia, Australia and India.",
            ["multilateral AUS IND MYS 14Nov Kuala Lumpur [ASEAN Regional Forum]:"],
            id="the chairs of a gathering",
        ),
    ],
)
def test_names_and_chairs(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
