"""One talk after another in one breath: "then to B", "that with B", "B at eleven", callers whom the next lines name."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

FRIDAY = date(2023, 9, 1)
NAIK = "Shripad Naik, the Indian minister of state for defence, was at DefExpo in Lucknow on Tuesday. "
SJAFRIE = (
    "Four ministers, one long table\n\n"
    "Indonesian Defence Minister Sjafrie Sjamsoeddin held talks with Australia's Richard Marles in Canberra. "
)
BOTH = ["BWA IND", "IND LSO"]


def met(text: str, kind: str = "bilateral") -> list[str]:
    document = Document("d.txt", text, published=FRIDAY, published_basis=PublishedBasis.HEADER)
    return [" ".join(r.countries) for r in read_document(document) if r.kind.value == kind]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "He held two bilaterals, the first with Botswana's Kagiso Mmusi and the second with Lesotho's Tanki Mothae.",
            BOTH,
            id="the first and the second",
        ),
        pytest.param(
            "His meeting with Botswana's Kagiso Mmusi lasted an hour, that with Lesotho's Tanki Mothae half as long.",
            BOTH,
            id="that with",
        ),
        pytest.param(
            "A meeting with Botswana's Kagiso Mmusi was followed by one with Lesotho's Tanki Mothae.",
            BOTH,
            id="followed by one with",
        ),
        pytest.param(
            "He received Botswana's Kagiso Mmusi at ten, Lesotho's Tanki Mothae at noon.",
            BOTH,
            id="by the clock",
        ),
        pytest.param(
            "On the sidelines he talked at length to Botswana's Kagiso Mmusi, then to Lesotho's Tanki Mothae.",
            BOTH,
            id="then to",
        ),
        pytest.param(
            "He had talks with Botswana's Kagiso Mmusi, after that with Lesotho's Tanki Mothae.",
            BOTH,
            id="after that with",
        ),
        pytest.param(
            "With Kagiso Mmusi of Botswana the talk was of training, with Tanki Mothae of Lesotho of hospitals.",
            BOTH,
            id="with each of another thing",
        ),
        pytest.param(
            "He had two visitors. They were Kagiso Mmusi of Botswana and Tanki Mothae of Lesotho.",
            BOTH,
            id="they were",
        ),
        pytest.param(
            "He had two visitors. Botswana's Kagiso Mmusi wanted seats, and Lesotho's Tanki Mothae asked for boats.",
            BOTH,
            id="each with a wish",
        ),
        pytest.param(
            "Two African ministers called on him: Kagiso Mmusi of Botswana and Tanki Mothae of Lesotho.",
            BOTH,
            id="called on him, and who",
        ),
        pytest.param(
            "Kagiso Mmusi of Botswana dropped in for tea. Tanki Mothae of Lesotho came an hour later.",
            BOTH,
            id="dropped in for tea",
        ),
        pytest.param(
            "He had two meetings with African colleagues. Kagiso Mmusi of Botswana began the round, and Tanki Mothae of Lesotho closed it.",
            BOTH,
            id="began and closed",
        ),
        pytest.param(
            "A string of ministers called on Naik: Kagiso Mmusi of Botswana and Tanki Mothae of Lesotho.",
            BOTH,
            id="a string of ministers, and who",
        ),
        pytest.param(
            "Two visitors came to see him. Kagiso Mmusi, Botswana's minister for defence, justice and security, opened"
            " the series, and Tanki Mothae of Lesotho came next.",
            BOTH,
            id="a minister of several fields",
        ),
        pytest.param(
            "Talks with Botswana's Kagiso Mmusi took up the morning, and Lesotho's Tanki Mothae flew home.",
            ["BWA IND"],
            id="the next subject was not at the talks",
        ),
        pytest.param(
            "Botswana's Kagiso Mmusi got half an hour of his time.",
            ["BWA IND"],
            id="half an hour of his time",
        ),
        pytest.param("Botswana's Kagiso Mmusi came to his office.", ["BWA IND"], id="came to his office"),
        pytest.param(
            "A meeting with Botswana's Kagiso Mmusi had not been scheduled.", [], id="not scheduled"
        ),
        pytest.param(
            "A meeting with Botswana's Kagiso Mmusi did not take place.", [], id="did not take place"
        ),
        pytest.param(
            "Botswana's Kagiso Mmusi was received with a guard of honour.", [], id="received with honours"
        ),
        pytest.param("Gambia had sent a delegation to the fair.", [], id="sent a delegation"),
        pytest.param(
            "Botswana's Kagiso Mmusi spoke at the opening, and Lesotho's Tanki Mothae toured the stands.",
            [],
            id="no talks",
        ),
    ],
)
def test_one_and_another(line: str, expected: list[str]) -> None:
    assert sorted(c for c in met(NAIK + line) if "IND" in c or c in BOTH) == expected


@pytest.mark.parametrize(
    ("line", "sessions"),
    [
        pytest.param("At eleven the two went into the ninth 2+2 of their countries.", 2, id="went into"),
        pytest.param("From there they proceeded to the ninth 2+2 meeting.", 2, id="proceeded to"),
        pytest.param("The ninth 2+2 dialogue followed.", 2, id="followed"),
        pytest.param("They met in the 2+2 format.", 1, id="no other talks"),
    ],
)
def test_a_session_behind_talks(line: str, sessions: int) -> None:
    assert met(SJAFRIE + line) == ["AUS IDN"] * sessions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Croatia, Albania and Kosovo have a format of their own. Their ministers of defence gathered in Tirana on Tuesday.",
            ["ALB HRV XKX"],
            id="their ministers",
        ),
        pytest.param(
            "Sweden, Norway and Denmark will buy shells together. The three ministers signed a paper in Oslo on Tuesday.",
            ["DNK NOR SWE"],
            id="the three ministers",
        ),
        pytest.param(
            "Sweden, Norway and Denmark will buy shells together. The two ministers met in Oslo on Tuesday.",
            [],
            id="another number",
        ),
        pytest.param(
            "Relations between Croatia and Albania are warm. The ministers of the alliance meet in June.",
            [],
            id="other ministers",
        ),
    ],
)
def test_ministers_of_the_countries_before(text: str, expected: list[str]) -> None:
    assert met(text, "multilateral") == expected


def test_whom_he_met_is_the_subject_of_the_sentence() -> None:
    text = (
        "On Thursday Rajnath Singh and the Malaysian Defence Minister, Hishammuddin Hussein, had talks in Kuala Lumpur.\n\n"
        "Marise Payne, Australia's Defence Minister, was the other minister whom he met, on the margins of the conclave."
    )
    assert met(text) == ["IND MYS", "AUS IND"]
