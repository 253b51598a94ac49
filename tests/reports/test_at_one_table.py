"""Several countries at one table, in other words than "held a trilateral meeting"; and who was at a forum told before."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

FRIDAY = date(2023, 9, 1)
NATO = "NATO defence ministers met in Brussels on Wednesday. "


def told(text: str) -> list[str]:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    return [f"{r.kind.value} {' '.join(r.countries)}" for r in read_document(document)]


THREE = "multilateral EST LTU LVA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Estonia, Latvia and Lithuania want a common drone wall, their defence ministers said after a meeting in Riga.",
            THREE,
            id="said after a meeting",
        ),
        pytest.param(
            "The defence chiefs of Estonia, Latvia and Lithuania, meeting in Riga on Tuesday, agreed to share radar data.",
            THREE,
            id="chiefs, meeting in",
        ),
        pytest.param(
            "Estonian Defence Minister Hanno Pevkur was joined in Tallinn on Tuesday by Andris Spruds of Latvia and"
            " Arvydas Anusauskas of Lithuania.",
            THREE,
            id="was joined in a town by",
        ),
        pytest.param(
            "Around the table in Tallinn on Tuesday were Hanno Pevkur of Estonia, Andris Spruds of Latvia and Arvydas"
            " Anusauskas of Lithuania.",
            THREE,
            id="around the table were",
        ),
        pytest.param(
            "Estonian Defence Minister Hanno Pevkur hosted a working dinner in Tallinn on Tuesday for the ministers of"
            " Latvia and Lithuania.",
            THREE,
            id="one dinner",
        ),
        pytest.param(
            "Estonia's Hanno Pevkur on Tuesday is to host Latvian Defence Minister Andris Spruds and Lithuanian Defence Minister "
            "Laurynas Kasciunas for a Trilateral Defence Ministers' Meeting in Tallinn.",
            THREE,
            id="hosted for a trilateral",
        ),
        pytest.param(
            "Latvian Defence Minister Andris Spruds and Estonian Defence Minister Hanno Pevkur in a meeting with Lithuanian "
            "Defence Minister Laurynas Kasciunas in Riga on Tuesday.",
            THREE,
            id="two in a meeting with a third",
        ),
        pytest.param(
            "The chiefs of staff of the three Baltic states, Estonia, Latvia and Lithuania, conferred in Riga.",
            THREE,
            id="states, and which",
        ),
        pytest.param(
            "Estonia, Latvia and Lithuania are at risk, General Christopher Cavoli said after a meeting of his staff.",
            "",
            id="somebody else's meeting",
        ),
        pytest.param(
            "Estonia, Latvia and Lithuania want a drone wall, their defence ministers said in a letter.",
            "",
            id="no meeting",
        ),
        pytest.param(
            "Estonian Defence Minister Hanno Pevkur was joined at the podium by his wife.",
            "",
            id="joined by his wife",
        ),
    ],
)
def test_at_one_table(text: str, expected: str) -> None:
    assert told(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "there"),
    [
        pytest.param(
            "Among the ministers at the table were those of Turkey and Greece.", "GRC TUR", id="those of"
        ),
        pytest.param(
            "At the table sat, among others, Yasar Guler of Turkey and Nikos Dendias of Greece.",
            "GRC TUR",
            id="at the table, and not with one another",
        ),
        pytest.param("Rustem Umerov of Ukraine attended as a guest.", "UKR", id="attended as a guest"),
        pytest.param("The Turkish and Greek ministers also spoke.", "GRC TUR", id="also spoke"),
        pytest.param("Rustem Umerov of Ukraine did not attend.", "", id="did not attend"),
    ],
)
def test_who_was_at_the_forum(line: str, there: str) -> None:
    assert told(NATO + line) == [f"multilateral {there}"]
