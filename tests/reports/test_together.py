"""Talks of three and more: one table, or one partner after the other."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2024, 6, 25)


def rows(text: str) -> list[str]:
    """Each report as "kind sides forum", a dash for no forum."""
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    return [f"{r.kind.value} | {' '.join(r.countries)} | {r.forum or '-'}" for r in read_document(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Boris Pistorius received Sebastien Lecornu of France and Poland's Wladyslaw Kosiniak-Kamysz in Berlin on Monday "
            "in the format known as the Weimar Triangle.",
            ["multilateral | DEU FRA POL | Weimar Triangle"],
            id="the group that they make up",
        ),
        pytest.param(
            "Boris Pistorius received Ruben Brekelmans of the Netherlands and Poland's Wladyslaw Kosiniak-Kamysz in Berlin "
            "on Monday. Germany and Poland belong to the Weimar Triangle.",
            ["bilateral | DEU NLD | -", "bilateral | DEU POL | -"],
            id="a group of others",
        ),
        pytest.param(
            "Boris Pistorius received Ruben Brekelmans of the Netherlands and Belgium's Theo Francken in Berlin on Monday. "
            "The three ministers dined together and parted late.",
            ["multilateral | BEL DEU NLD | -"],
            id="the three dined",
        ),
        pytest.param(
            "Boris Pistorius received Ruben Brekelmans of the Netherlands and Belgium's Theo Francken separately in Berlin "
            "on Monday. The three agreed to buy drones.",
            ["bilateral | DEU NLD | -", "bilateral | BEL DEU | -"],
            id="received separately",
        ),
        pytest.param(
            "Boris Pistorius received Ruben Brekelmans of the Netherlands, Belgium's Theo Francken and Poland's Wladyslaw "
            "Kosiniak-Kamysz in Berlin on Monday. The three flew home.",
            ["bilateral | DEU NLD | -", "bilateral | BEL DEU | -", "bilateral | DEU POL | -"],
            id="the three guests",
        ),
        pytest.param(
            "Qatar's defence minister, Khalid bin Mohammed Al Attiyah, brought his guests from Turkey and Pakistan to one "
            "table in Doha on Monday.",
            ["multilateral | PAK QAT TUR | -"],
            id="brought to one table",
        ),
        pytest.param(
            "Qatar's defence minister, Khalid bin Mohammed Al Attiyah, brought gifts from Turkey and Pakistan on Monday.",
            [],
            id="brought gifts",
        ),
        pytest.param(
            "The chiefs of general staff of Kazakhstan, Kyrgyzstan and Uzbekistan sat down in Tashkent on Monday with "
            "General Michael Kurilla, commander of the U.S. Central Command.",
            ["multilateral | KAZ KGZ USA UZB | -"],
            id="a group sat down with one",
        ),
        pytest.param(
            "The defence ministers of Kazakhstan, Kyrgyzstan and Uzbekistan met Rajnath Singh in New Delhi on Monday. Each "
            "of them brought a plan.",
            ["bilateral | IND KAZ | -", "bilateral | IND KGZ | -", "bilateral | IND UZB | -"],
            id="each of a group",
        ),
        pytest.param(
            "The defence ministers of Australia, Malaysia, New Zealand, Singapore and the United Kingdom had breakfast "
            "together in Singapore on Monday.",
            ["multilateral | AUS GBR MYS NZL SGP | -"],
            id="five had breakfast together",
        ),
        pytest.param(
            "The recruits of Australia, Malaysia and Singapore had breakfast together in Singapore on Monday.",
            [],
            id="recruits had breakfast together",
        ),
        pytest.param(
            "Rajnath Singh and Japan's Minoru Kihara spent an hour on the order for antennas in New Delhi on Monday.",
            ["bilateral | IND JPN | -"],
            id="spent an hour on an order",
        ),
        pytest.param(
            "Rajnath Singh and Japan's Minoru Kihara spent an hour on the road from the airport on Monday.",
            [],
            id="spent an hour on the road",
        ),
    ],
)
def test_one_table(text: str, expected: list[str]) -> None:
    assert rows(text) == expected
