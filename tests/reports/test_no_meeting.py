"""Officials of two countries in one sentence of whom it tells no meeting."""

from datetime import date

import pytest

from core.model import Document, PublishedBasis
from core.reports.read import read_document

TUESDAY = date(2023, 3, 14)


def told(text: str) -> list[str]:
    document = Document("d.txt", text, published=TUESDAY, published_basis=PublishedBasis.HEADER)
    return [" ".join([r.kind.value, *r.countries]) for r in read_document(document)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lloyd Austin has never been in a room with Wei Fenghe.", id="never in a room with"),
        pytest.param("Boris Pistorius and Sebastien Lecornu ought to have dinner.", id="ought to"),
        pytest.param("Boris Pistorius should spend an hour at Sebastien Lecornu's table.", id="should"),
        pytest.param("Wang Yi has seen off seven American secretaries of state.", id="seen off"),
        pytest.param(
            "Antony Blinken spoke first. Sergei Lavrov was in Sochi with his president.",
            id="his own president",
        ),
        pytest.param(
            "Lloyd Austin was told of it. Foreign Minister Marise Payne of Australia was next, and she took questions"
            " for an hour.",
            id="she who took questions",
        ),
        pytest.param(
            "Joschka Fischer of Germany sat in the third row with Hubert Vedrine of France.",
            id="in the third row",
        ),
        pytest.param(
            "Antony Blinken, the US secretary of state, came to Paris as a child.", id="came as a child"
        ),
        pytest.param(
            "Defence Minister Kajsa Ollongren of the Netherlands flew to Bali on holiday.", id="on holiday"
        ),
    ],
)
def test_nobody_met(text: str) -> None:
    assert told(text) == []


def test_who_flew_is_named_behind_and() -> None:
    text = (
        "Defence Minister Rajnath Singh cut short a dinner with his family, and Lloyd Austin flew to Tokyo."
    )
    assert told(text) == ["visit JPN USA"]


def test_in_a_room_with_somebody_is_a_meeting() -> None:
    assert told("Lloyd Austin spent an hour in a room with Wei Fenghe.") == ["bilateral CHN USA"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Malaysia received a third patrol ship from China at a ceremony with Navy chief Admiral Reza Sany.",
            id="a ship received",
        ),
        pytest.param(
            "Ukraine's army received 40 Leopard tanks from Germany and Poland, Defence Minister Oleksii Reznikov said in Kyiv.",
            id="tanks received",
        ),
        pytest.param(
            'General Bipin Rawat lay in state in Delhi. Lloyd Austin said: "I came to see him as a friend."',
            id="see as",
        ),
    ],
)
def test_what_was_got_or_regarded(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Singapore, where he paid an official visit on Monday, came last.",
            ["visit DEU SGP"],
            id="where he paid",
        ),
        pytest.param(
            "Tokyo, which he reached on Monday, came last.", ["visit DEU JPN"], id="which he reached"
        ),
        pytest.param(
            "Singapore, where his father had lived, was in his speech.", [], id="where his father lived"
        ),
    ],
)
def test_a_place_and_the_trip_that_led_there(text: str, rows: list[str]) -> None:
    assert told("Boris Pistorius, the German defence minister, toured Asia. " + text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "A possible meeting between Pistorius and Rajnath Singh was discussed.", [], id="possible"
        ),
        pytest.param("A meeting of Pistorius and Rajnath Singh is on the cards.", [], id="on the cards"),
        pytest.param(
            "Submarines were discussed at a meeting between Pistorius and Rajnath Singh on Monday.",
            ["bilateral DEU IND"],
            id="what was discussed there",
        ),
        pytest.param(
            "The only possible day for a meeting between Pistorius and Rajnath Singh was Monday, and they met.",
            ["bilateral DEU IND"],
            id="a possible day",
        ),
    ],
)
def test_talks_that_are_only_thought_of(text: str, rows: list[str]) -> None:
    assert told("Boris Pistorius, the German defence minister, toured Asia. " + text) == rows
