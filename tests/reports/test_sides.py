"""Whom "he", "his counterpart" or "the minister" means, beside what was told before."""

from datetime import date

import pytest

from core.mentions.atoms import read_line
from core.mentions.names import Vocabulary
from core.mentions.parties import find_parties
from core.mentions.party import Party
from core.model import Document, Sentence
from core.reports.cast import Cast, Figure
from core.reports.read import read_story
from core.reports.sides import settle
from core.reports.story import Frame, Side

CASTING = (
    "Indian Defence Minister Rajnath Singh arrived.",
    "Rajnath Singh spoke.",
    "Belarusian Defence Minister Viktor Khrenin listened.",
    "Japanese Foreign Minister Yoshimasa Hayashi was away.",
)


def parties(text: str) -> list[Party]:
    return find_parties(read_line(Sentence(text, 0, 0), Vocabulary(frozenset(), frozenset())))


@pytest.fixture(scope="module")
def cast() -> Cast:
    return read_story(Document("d", " ".join(CASTING), published=date(2023, 4, 28))).cast


def figure(cast: Cast, name: str) -> Figure:
    found = cast.find(name)
    assert found is not None
    return found


def told(sides: list[Side]) -> list[tuple[str, str]]:
    return [(side.country, side.figure.name if side.figure else "") for side in sides]


def settled(
    text: str, cast: Cast, frame: Frame, *, subject: bool = False, others: tuple[str, ...] = ()
) -> list[Side]:
    """The sides of the first party of `text`; `others` are the surnames settled before it."""
    before = [Side(figure(cast, n).country, figure(cast, n), Party(0, 0), 0) for n in others]
    return settle(parties(text)[0], cast, frame, 5, subject=subject, others=before)


def test_the_main_actor_is_the_defence_figure_told_of_most(cast: Cast) -> None:
    assert cast.main is figure(cast, "Singh")
    assert cast.home == "IND"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Khrenin", [("BLR", "Viktor Khrenin")], id="a surname alone"),
        pytest.param("Viktor Khrenin", [("BLR", "Viktor Khrenin")], id="the full name"),
        pytest.param(
            "the Belarusian defence minister", [("BLR", "Viktor Khrenin")], id="by country and office"
        ),
        pytest.param("the Japanese defence minister", [("JPN", "")], id="an office that nobody here holds"),
        pytest.param("his Belarusian counterpart", [("BLR", "Viktor Khrenin")], id="his counterpart"),
        pytest.param("a Kazakh delegation", [("KAZ", "")], id="a delegation without a name"),
        pytest.param("Robert Smith", [], id="somebody unknown"),
    ],
)
def test_who_is_named(text: str, expected: list[tuple[str, str]], cast: Cast) -> None:
    assert told(settled(text, cast, Frame())) == expected


def test_several_counterparts_are_a_side_each(cast: Cast) -> None:
    found = settled("his counterparts from Belarus and Oman", cast, Frame())
    assert [side.country for side in found] == ["BLR", "OMN"]


def test_he_is_the_subject_of_the_story(cast: Cast) -> None:
    frame = Frame(subject=figure(cast, "Khrenin"))
    assert told(settled("He met them.", cast, frame, subject=True)) == [("BLR", "Viktor Khrenin")]


def test_him_is_somebody_else_than_the_subject(cast: Cast) -> None:
    frame = Frame(subject=figure(cast, "Khrenin"))
    assert told(settled("him", cast, frame, others=("Khrenin",))) == [("IND", "Rajnath Singh")]


def test_the_two_are_the_sides_told_last(cast: Cast) -> None:
    sides = [Side(figure(cast, n).country, figure(cast, n), Party(0, 0), 0) for n in ("Singh", "Khrenin")]
    assert told(settled("The two ministers shook hands.", cast, Frame(sides=sides), subject=True)) == [
        ("IND", "Rajnath Singh"),
        ("BLR", "Viktor Khrenin"),
    ]


def test_the_two_are_nobody_where_nothing_was_told(cast: Cast) -> None:
    assert settled("The two ministers shook hands.", cast, Frame(), subject=True) == []


def test_the_host_is_of_the_country_where_the_story_is(cast: Cast) -> None:
    assert told(settled("his host", cast, Frame(host="BLR"), others=("Singh",))) == [
        ("BLR", "Viktor Khrenin")
    ]


def test_the_minister_is_the_main_actor(cast: Cast) -> None:
    frame = Frame(subject=cast.main)
    assert told(settled("The minister spoke.", cast, frame, subject=True)) == [("IND", "Rajnath Singh")]
