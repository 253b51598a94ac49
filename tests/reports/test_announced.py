"""Lists of partners under a line that announces talks, and meetings told without a verb of meeting."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

PUBLISHED = date(2023, 11, 20)


def rows(text: str) -> list[str]:
    document = Document("d.txt", text, published=PUBLISHED, published_basis=PublishedBasis.HEADER)
    return sorted(
        f"{r.kind.value[:3]} {' '.join(r.countries)} {r.when.start}" for r in read_document(document)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rajnath Singh's bilaterals in Jakarta\n\n- 15 November: with Tea Seiha (Cambodia). Training slots\n"
            "- 16 November: with Phan Van Giang (Vietnam). A vision\n- No separate meeting with Lloyd Austin (USA)",
            ["bil IND KHM 2023-11-15", "bil IND VNM 2023-11-16"],
            id="with whom, day by day",
        ),
        pytest.param(
            "Rajnath Singh held three meetings in Jakarta.\n\n* with Premitha Tennakoon (Sri Lanka), on 16 November\n"
            "* with Mariya Didi (Maldives), on 17 November",
            ["bil IND LKA 2023-11-16", "bil IND MDV 2023-11-17"],
            id="a sentence that announces",
        ),
        pytest.param(
            "Bilateral meetings of Rajnath Singh (Vientiane, 16-17 November 2023)\n\n- 16 November: Gen Nakatani, Japan\n"
            "- 17 November: Pat Conroy, Australia",
            ["bil AUS IND 2023-11-17", "bil IND JPN 2023-11-16"],
            id="a bracket that tells where, not whose",
        ),
        pytest.param(
            "Rajnath Singh's talks in Jakarta: outcomes\n\n- Training slots for Cambodia\n- A vision with Vietnam",
            [],
            id="a list of things",
        ),
        pytest.param(
            "Trade and jets occupied Rajnath Singh and Mark Esper, the US Secretary of Defense, when they came together "
            "in Bangkok on Friday.",
            ["bil IND USA 2023-11-17"],
            id="when they came together",
        ),
        pytest.param(
            "Submarines dominated when Rajnath Singh and Sebastien Lecornu, the French armed forces minister, faced each "
            "other across a table in Paris on Friday.",
            ["bil FRA IND 2023-11-17"],
            id="an apposition inside a clause of time",
        ),
        pytest.param(
            "Mohamad Hasan, Malaysia's defence minister, began on Friday, when the doors of the fair opened: Brunei's Halbi "
            "Mohd Yussof, Pat Conroy of Australia, and Muhammad Herindra, Indonesia's deputy defence minister, each came to "
            "him within the same morning.",
            ["bil AUS MYS 2023-11-17", "bil BRN MYS 2023-11-17", "bil IDN MYS 2023-11-17"],
            id="each came to him",
        ),
        pytest.param(
            "Mohamad Hasan, Malaysia's defence minister, spoke on Friday. The idea of a patrol with Brunei came to him late.",
            [],
            id="an idea came to him",
        ),
        pytest.param(
            "The India-ROK Defence Ministers' Dialogue was held in Seoul on Friday under the chairmanship of the Raksha "
            "Mantri, Shri Rajnath Singh, and the Minister of National Defence of the Republic of Korea, Mr Shin Won-sik.\n\n"
            "Earlier in the day, the Raksha Mantri called on Mr Cho Tae-yong, National Security Adviser of the Republic of "
            "Korea.",
            ["bil IND KOR 2023-11-17", "bil IND KOR 2023-11-17"],
            id="who chaired the dialogue, and somebody else",
        ),
        pytest.param(
            "The Chief of the Air Staff, Air Chief Marshal VR Chaudhari, left for Sri Lanka today. The CAS has two "
            "appointments in Colombo on 22 November 2023. He will hold separate meetings with Mr Dinesh Gunawardena, the "
            "Prime Minister, and General Shavendra Silva, the Chief of Defence Staff.",
            ["bil IND LKA 2023-11-22", "bil IND LKA 2023-11-22", "vis IND LKA 2023-11-20"],
            id="appointments of a day",
        ),
        pytest.param(
            "A K Antony, India's defence minister, and his Australian counterpart, David Johnston, sat down for talks in "
            "Perth on Friday.",
            ["bil AUS IND 2023-11-17"],
            id="an initial that looks like an article",
        ),
        pytest.param(
            "Benny Gantz, Israel's defence minister, met Abdellatif Loudiyi, his Moroccan counterpart, in Rabat on Friday. In "
            "the evening he talked with Nasser Bourita, the Moroccan foreign minister.",
            ["bil ISR MAR 2023-11-17", "bil ISR MAR 2023-11-17"],
            id="talked with on the spot",
        ),
        pytest.param(
            "Benny Gantz, Israel's defence minister, met Abdellatif Loudiyi, his Moroccan counterpart, in Rabat on Friday. In "
            "the evening he talked by telephone with Nasser Bourita, the Moroccan foreign minister.",
            ["bil ISR MAR 2023-11-17", "cal ISR MAR 2023-11-17"],
            id="by telephone even there",
        ),
        pytest.param(
            "From Monday to Wednesday Rajnath Singh was in Mongolia. On Thursday there was less ceremony. Yasukazu Hamada, "
            "Japan's defence minister, received him for talks in Tokyo in the morning.",
            ["bil IND JPN 2023-11-16"],
            id="a new day at the head of a sentence",
        ),
        pytest.param(
            "Lloyd Austin, the US Secretary of Defense, with whom Rajnath Singh held talks in Delhi on Friday, praised the "
            "drill.",
            ["bil IND USA 2023-11-17"],
            id="with whom he held talks",
        ),
        pytest.param(
            "Sergei Shoigu, whom Rajnath Singh refused to meet in Moscow on Friday, is Russia's defence minister.",
            [],
            id="whom he refused to meet",
        ),
        pytest.param(
            "On Friday Pal Jonson, Sweden's defence minister, crossed Delhi to call on Rajnath Singh.",
            ["bil IND SWE 2023-11-17"],
            id="a town crossed",
        ),
        pytest.param(
            "The talks that Rajnath Singh had with Bakhodir Kurbanov, the Uzbek defence minister, in Tashkent on Friday "
            "lasted an hour.",
            ["bil IND UZB 2023-11-17"],
            id="the talks that he had with",
        ),
        pytest.param(
            "Gilberto Teodoro, the Philippine defence secretary, and Rajnath Singh needed two rounds of talks in Manila on "
            "Friday.",
            ["bil IND PHL 2023-11-17"],
            id="needed two rounds",
        ),
        pytest.param(
            "Had Rajnath Singh met Li Shangfu, China's defence minister, on Friday, the talks would have been short.",
            [],
            id="had he met",
        ),
        pytest.param(
            "In Dhaka on Friday General Manoj Pande, India's army chief, had an audience of Prime Minister Sheikh Hasina of "
            "Bangladesh.",
            ["bil BGD IND 2023-11-17"],
            id="an audience of",
        ),
        pytest.param(
            "Rajnath Singh met his colleagues from Canberra and Tokyo, Richard Marles and Minoru Kihara, one by one in "
            "Jakarta on Friday.",
            ["bil AUS IND 2023-11-17", "bil IND JPN 2023-11-17"],
            id="colleagues named behind where they are from",
        ),
    ],
)
def test_announced(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
