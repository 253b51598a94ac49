"""Bodies named where their ministers or chiefs meet, and who else is told of at such a table."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ministers of defence of the Weimar Triangle sat down in Paris on Monday.",
                     ["Weimar Triangle Defence Ministers' Meeting | FRA | "], id="no forum of its own"),
        pytest.param("Defence ministers from NATO countries have promised more ammunition.", [], id="they only promised"),
        pytest.param("Kenya's Defence Minister Aden Duale attended a meeting of ECOWAS chiefs of defence staff in Abuja.",
                     ["ECOWAS Committee of Chiefs of Defence Staff | NGA | KEN"], id="chiefs"),
        pytest.param("The AUKUS defence ministers, Richard Marles, John Healey and Lloyd Austin, met in Greenwich.",
                     ["AUKUS Defence Ministers' Meeting |  | AUS GBR USA"], id="all of them by name: one meeting"),
        pytest.param("Speaking at the Munich Security Conference, Dutch Defence Minister Ruben Brekelmans asked for drones.",
                     ["Munich Security Conference | DEU | NLD"], id="who spoke stands behind"),
        pytest.param("Speaking ahead of the Munich Security Conference, Dutch Defence Minister Ruben Brekelmans asked for drones.",
                     [], id="spoke ahead of it"),
        pytest.param("Germany's defence minister, Boris Pistorius, joined his counterparts from Poland and France for talks in Riga.",
                     [" | LVA | DEU FRA POL"], id="joined the others for talks"),
        pytest.param("Canberra, Tokyo and Washington held a trilateral defence ministers' meeting in Darwin.",
                     ["Trilateral Defence Ministers' Meeting | AUS | AUS JPN USA"], id="capitals that act"),
        pytest.param("The King received General Christopher Cavoli of the United States in Amman on Monday.",
                     [" | JOR | JOR USA"], id="the King"),
        pytest.param("Vladimir Putin's defence minister, Andrei Belousov, flew to Minsk.", [" | BLR | BLR RUS"], id="whose minister"),
    ],
)  # fmt: skip
def test_who_met(text: str, expected: list[str]) -> None:
    document = Document("d.txt", text, published=date(2024, 11, 15), published_basis=PublishedBasis.HEADER)
    found = read_document(document)
    assert [f"{r.forum} | {r.host_country} | {' '.join(r.countries)}" for r in found] == expected
