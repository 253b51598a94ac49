"""Trips of several legs in one line, and places that a later line tells."""

from datetime import date

import pytest

from core.model import Document
from core.reports.read import read_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("John Healey of Britain flew to Ankara on Monday for talks with Yasar Guler, and to Doha on Tuesday to meet Saoud Al Thani of Qatar.",
                     ["GBR TUR 11 Ankara", "GBR QAT 12 Doha"], id="a second leg"),
        pytest.param("On Monday Egypt's Abdel Mageed Saqr met Greece's Nikos Dendias in Athens, and on Wednesday, in Nicosia, Cyprus's Vasilis Palmas.",
                     ["EGY GRC 11 Athens", "CYP EGY 13 Nicosia"], id="a day and a town before the next one"),
        pytest.param("In Seoul Lloyd Austin met Korea's Shin Won-sik; in Manila, Gilberto Teodoro of the Philippines.",
                     ["KOR USA 15 Seoul", "PHL USA 15 Manila"], id="a town and a name, no verb"),
        pytest.param("Japan's Gen Nakatani met Richard Marles on Monday. Their talks, held in Darwin, dealt with submarines.",
                     ["AUS JPN 11 Darwin"], id="the next line tells where"),
        pytest.param("Japan's Gen Nakatani met Richard Marles on Monday in Darwin. Their talks dealt with the yard in Adelaide.",
                     ["AUS JPN 11 Darwin"], id="what they talked of"),
        pytest.param("Poland's Pawel Zalewski met Moldova's Anatolie Nosatii on Thursday. He was in Chisinau for a conference.",
                     ["MDA POL 14 Chisinau"], id="one of them was there"),
        pytest.param("Ukraine's General Oleksandr Syrskyi met General Christopher Cavoli near the Polish border on Monday.",
                     ["UKR USA 11 "], id="a border is no town"),
        pytest.param("VR Chaudhari of India met General David Allvin in Washington on 4 November, General Stephane Mille in Paris on 8 "
                     "November and Air Marshal Rich Knighton in London on 11 November.",
                     ["IND USA 04 Washington", "FRA IND 08 Paris", "GBR IND 11 London"], id="each with a town and a day"),
        pytest.param("VR Chaudhari of India met General David Allvin in Washington on 4 November, General Stephane Mille said in Paris.",
                     ["IND USA 04 Washington"], id="who said so"),
    ],
)  # fmt: skip
def test_where(text: str, expected: list[str]) -> None:
    document = Document("d.txt", f"New Delhi, 15 November 2024\n\n{text}", published=date(2024, 11, 15))
    found = [r for r in read_document(document) if r.kind.value == "bilateral" and r.when.start]
    assert [f"{' '.join(r.countries)} {r.when.start:%d} {r.city}" for r in found if r.when.start] == expected
