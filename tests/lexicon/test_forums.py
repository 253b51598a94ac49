"""The data of forums, editions and exercises is whole, and the questions asked of it are answered."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pycountry
import pytest

from core.errors import LexiconError
from core.lexicon import files, forums
from core.lexicon.variants import american, apostrophes, expand, spellings

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
LABELS = sorted((SHARED / "dev" / "labels").glob("*.json")) + sorted(
    (SHARED / "seeds" / "labels").glob("*.json")
)
# Told by labels beside a forum's own name, or no forum at all: a seminar without a name, an arrangement that was signed.
NO_FORUM = [["seminar", "indian coast guard"], ["security of supply"], ["trilateral"]]


def fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def test_there_are_enough() -> None:
    assert len(forums.forums()) >= 110
    assert len(forums.exercises()) >= 180


def test_forums_are_whole() -> None:
    for forum in forums.forums().values():
        assert forum.aliases[0] == forum.name
        assert len(forum.short) <= 22, f"{forum.name}: the short name labels a chart"
        assert {member.code for member in forum.members} <= CODES, forum.name
        assert not any(m.since and m.until and m.since > m.until for m in forum.members), forum.name
        for name in (*forum.aliases, *forum.weak):
            assert not set("<>") & set(name), f"{forum.name}: {name}"
            assert name == " ".join(name.split()), f"{forum.name}: {name}"


def test_weak_names_are_no_strong_ones_of_the_same_forum() -> None:
    for forum in forums.forums().values():
        assert not set(forum.weak) & set(forum.aliases), forum.name


def test_exercises_are_whole() -> None:
    for exercise in forums.exercises().values():
        assert set(exercise.parties) <= CODES, exercise.name
        assert exercise.multilateral or len(exercise.parties) == 2, (
            f"{exercise.name}: of two sides, names both"
        )


def test_editions_are_whole_and_in_order() -> None:
    rows = files.read_csv("editions.csv")
    keys = [(row["forum"], row["start"], row["parties"]) for row in rows]
    assert len(keys) == len(set(keys)), "no edition twice"
    for forum in dict.fromkeys(row["forum"] for row in rows):
        known = forums.editions(forum)
        listed = [date.fromisoformat(row["start"]) for row in rows if row["forum"] == forum]
        assert listed == sorted(listed), f"{forum}: the file lists the earliest first"
        for edition in known:
            assert edition.host in CODES, edition
            assert 0 <= (edition.end - edition.start).days <= 16, edition
            assert set(edition.parties) <= CODES, edition
            assert edition.source, edition


def test_numbered_editions_count_up() -> None:
    for forum in forums.forums():
        for parties in {edition.parties for edition in forums.editions(forum)}:
            numbers = [
                int(e.edition[:-2])
                for e in forums.editions(forum)
                if e.parties == parties and e.edition[-2:].isalpha()
            ]
            assert numbers == sorted(set(numbers)), forum


@pytest.mark.parametrize(
    ("forum", "on", "edition"),
    [
        pytest.param("ADMM-Plus", date(2024, 11, 21), "11th", id="the day itself"),
        pytest.param("ADMM-Plus", date(2024, 11, 20), "11th", id="sideline talks on the eve"),
        pytest.param("ADMM-Plus", date(2024, 11, 22), "11th", id="talks before flying home"),
        pytest.param("ADMM-Plus", date(2024, 11, 17), None, id="four days before is none"),
        pytest.param("Aero India", date(2023, 2, 15), "14th", id="in the midst of a show"),
        pytest.param(
            "SCO Defence Ministers' Meeting", date(2023, 4, 27), "2023", id="the eve of a one-day meeting"
        ),
        pytest.param("ADMM", date(2025, 10, 31), "19th", id="not the Plus of the next day"),
        pytest.param("no such forum", date(2024, 11, 21), None, id="unknown forum"),
    ],
)
def test_edition_on(forum: str, on: date, edition: str | None) -> None:
    found = forums.edition_on(forum, on)
    assert (found.edition if found else None) == edition


@pytest.mark.parametrize(
    ("forum", "on", "code", "member"),
    [
        pytest.param(
            "SCO Defence Ministers' Meeting",
            date(2023, 4, 28),
            "IRN",
            False,
            id="Iran an observer in April 2023",
        ),
        pytest.param(
            "SCO Defence Ministers' Meeting", date(2024, 4, 26), "IRN", True, id="Iran a member in 2024"
        ),
        pytest.param("SCO", date(2024, 7, 4), "BLR", True, id="Belarus from its first day"),
        pytest.param("ADMM-Plus", date(2024, 11, 21), "CAN", False, id="Canada is no Plus country"),
        pytest.param("ADMM-Plus", date(2024, 11, 21), "LAO", True, id="ASEAN within the Plus"),
        pytest.param("European Union", date(2020, 2, 1), "GBR", False, id="the United Kingdom has left"),
        pytest.param("NATO Summit", date(2024, 7, 9), "SWE", True, id="Sweden at its first summit"),
    ],
)
def test_members_on(forum: str, on: date, code: str, member: bool) -> None:
    assert (code in forums.members_on(forum, on)) is member


def test_members_of_an_unknown_forum() -> None:
    assert forums.members_on("no such forum", date(2024, 1, 1)) == ()


@pytest.mark.parametrize(
    ("name", "forum"),
    [
        pytest.param(
            "Shanghai Cooperation Organization Defence Ministers' Meeting",
            "SCO Defence Ministers' Meeting",
            id="z in organisation",
        ),
        pytest.param(
            "SCO Defense Ministers Meeting", "SCO Defence Ministers' Meeting", id="American, no apostrophe"
        ),
        pytest.param(
            "defence ministers of the Shanghai Cooperation Organisation",
            "SCO Defence Ministers' Meeting",
            id="inverted",
        ),
        pytest.param("ASEAN Defence Ministers' Meeting-Plus", "ADMM-Plus", id="the Plus"),
        pytest.param("ASEAN Defence Ministers' Meeting", "ADMM", id="without the Plus"),
        pytest.param("two-plus-two", "2+2 Ministerial Dialogue", id="2+2 in words"),
        pytest.param(
            "Indian Ocean Region Defence Ministers' Conclave",
            "IOR Defence Ministers' Conclave",
            id="IOR in full",
        ),
    ],
)
def test_alias(name: str, forum: str) -> None:
    owners = [
        each.name
        for each in forums.forums().values()
        if name.casefold() in {a.casefold() for a in each.aliases}
    ]
    assert owners == [forum]


@pytest.mark.skipif(not LABELS, reason="the shared labels are not beside this checkout")
def test_every_labelled_forum_is_found_by_an_alias() -> None:
    names = {
        fold(alias): each.name for each in forums.forums().values() for alias in (*each.weak, *each.aliases)
    }
    names |= {fold(alias): each.name for each in forums.exercises().values() for alias in each.aliases}
    missed = []
    for path in LABELS:
        text = fold((path.parents[1] / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8"))
        told = {name for alias, name in names.items() if alias in text}
        for engagement in json.loads(path.read_text(encoding="utf-8"))["engagements"]:
            accepted = engagement["forum_any"]
            if (
                accepted
                and accepted not in NO_FORUM
                and not any(fold(a) in fold(name) for a in accepted for name in told)
            ):
                missed.append((path.stem, accepted))
    assert missed == []


@pytest.mark.parametrize(
    ("pattern", "forms"),
    [
        pytest.param("plain", ["plain"], id="nothing to choose"),
        pytest.param(
            "<a|b> <c |>d", ["a c d", "a d", "b c d", "b d"], id="an empty alternative leaves no double space"
        ),
    ],
)
def test_expand(pattern: str, forms: list[str]) -> None:
    assert expand(pattern) == forms


def test_spelling_variants() -> None:
    assert american("Defence Organisation") == ["Defence Organization", "Defense Organization"]
    assert american("Dialogue") == []
    assert apostrophes("Ministers' Meeting") == [
        "Ministers' Meeting",
        "Ministers Meeting",
        "Minister's Meeting",
    ]
    assert spellings("<Defence|Army> Talks") == ["Defence Talks", "Defense Talks", "Army Talks"]


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        pytest.param([{"name": "A", "kind": "forum"}], "source", id="no source"),
        pytest.param([{"name": "A", "kind": "club", "source": "x"}], "kind", id="unknown kind"),
        pytest.param(
            [{"name": "A", "kind": "forum", "source": "x", "alias": ["B"]}],
            "unknown fields",
            id="a misspelt field",
        ),
        pytest.param(
            [{"name": "A", "kind": "forum", "source": "x", "members": "India"}],
            "India",
            id="a member without a code",
        ),
        pytest.param(
            [{"name": "A", "kind": "forum", "source": "x", "members": "IND@2024-13-01"}],
            "no day",
            id="an impossible day",
        ),
        pytest.param(
            [{"name": "A", "kind": "forum", "source": "x", "parent": "B"}], "parent", id="an unknown parent"
        ),
        pytest.param(
            [
                {"name": "A", "kind": "forum", "source": "x"},
                {"name": "B", "kind": "forum", "source": "x", "aliases": ["a"]},
            ],
            "name of A",
            id="a name of two forums",
        ),
    ],
)
def test_bad_forums_are_refused(
    entries: list[dict[str, object]], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forums, "read_yaml", lambda _: entries)
    with pytest.raises(LexiconError, match=problem):
        forums.forums.__wrapped__()


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        pytest.param({"service": "marines"}, "service", id="unknown service"),
        pytest.param({"weak": "no"}, "weak", id="a flag that is neither yes nor empty"),
        pytest.param({"source": ""}, "source", id="no source"),
    ],
)
def test_bad_exercises_are_refused(
    cells: dict[str, str], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {
        "name": "X",
        "aliases": "",
        "parties": "IND USA",
        "multilateral": "",
        "service": "army",
        "weak": "",
        "source": "x",
    }
    monkeypatch.setattr(forums, "read_csv", lambda _: [row | cells])
    with pytest.raises(LexiconError, match=problem):
        forums.exercises.__wrapped__()
