"""Places that no list knows, ships told by their names alone, and bodies with one other country."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Cambodian and Thai commanders met at the Chong Chom checkpoint on Friday.",
                     ["bilateral held 2024-11-15 Chong Chom "], id="a checkpoint"),
        pytest.param("Rajnath Singh met Britain's John Healey at Pragati Mandapam House on Friday.",
                     ["bilateral held 2024-11-15 New Delhi IND"], id="a house of the town where the story was written"),
        pytest.param("The defence ministers of Thailand and Cambodia hold their meeting on Sunday in the border town of Poipet.",
                     ["bilateral planned 2024-11-17 Poipet "], id="present tense and a weekday to come"),
        pytest.param("The aircraft carrier Carl Vinson arrived in Busan on Sunday for a port call.",
                     ["visit held 2024-11-10 Busan KOR"], id="a ship without its country"),
        pytest.param("India's joint commission with Oman met in Muscat on Tuesday, chaired by Defence Secretary Giridhar Aramane.",
                     ["bilateral held 2024-11-12 Muscat OMN"], id="a joint body with one other"),
        pytest.param("India's joint venture with Oman met its target in Muscat on Tuesday.", [], id="a joint venture"),
    ],
)  # fmt: skip
def test_where(text: str, expected: list[str]) -> None:
    document = Document(
        "d.txt",
        f"New Delhi, 15 November 2024\n\n{text}",
        published=date(2024, 11, 15),
        published_basis=PublishedBasis.HEADER,
    )
    found = [
        f"{r.kind.value} {r.status.value} {r.when.start} {r.city} {r.host_country}"
        for r in read_document(document)
    ]
    assert found == expected
