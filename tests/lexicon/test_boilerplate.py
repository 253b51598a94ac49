"""Lines that are not the story, the abbreviations, and the files that hold them."""

import re

import pytest

from core.errors import LexiconError
from core.lexicon import boilerplate
from core.lexicon.abbreviations import abbreviations
from core.lexicon.boilerplate import LONGEST, LineSort, line_sort
from core.lexicon.files import read_yaml
from core.lexicon.languages import little_words
from core.lexicon.spread import spread


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        pytest.param("Advertisement", LineSort.BOILERPLATE, id="advertisement"),
        pytest.param("ADVERTISEMENT", LineSort.BOILERPLATE, id="capitals"),
        pytest.param("Story continues below ad", LineSort.BOILERPLATE, id="story continues"),
        pytest.param("Share this:  Twitter  Facebook  Email", LineSort.BOILERPLATE, id="share"),
        pytest.param("Follow us on Telegram | WhatsApp | Google News", LineSort.BOILERPLATE, id="follow"),
        pytest.param("Read all the Latest News here", LineSort.BOILERPLATE, id="latest news"),
        pytest.param("ALSO READ: Minister to meet Wang Yi", LineSort.BOILERPLATE, id="one other headline"),
        pytest.param("ALSO READ", LineSort.LIST, id="a list of them"),
        pytest.param("More from this section", LineSort.LIST, id="more from"),
        pytest.param("Table of Contents", LineSort.CONTENTS, id="contents"),
        pytest.param("Home » Geopolitics » Talks", LineSort.BOILERPLATE, id="navigation"),
        pytest.param("(Visitor Counter : 1031)", LineSort.BOILERPLATE, id="counter"),
        pytest.param("-30-", LineSort.BOILERPLATE, id="end mark"),
        pytest.param("# # #", LineSort.BOILERPLATE, id="end hashes"),
        pytest.param("(With inputs from agencies)", LineSort.BOILERPLATE, id="credits"),
        pytest.param("Tags: DPRK, Russia, ICBM", LineSort.BOILERPLATE, id="tags"),
        pytest.param("© 2024 The Paper", LineSort.BOILERPLATE, id="copyright"),
        pytest.param("[Photo: The ministers]", LineSort.CAPTION, id="caption"),
        pytest.param("IMMEDIATE RELEASE", LineSort.HEADER, id="kicker"),
        pytest.param("Ministry of Defence", LineSort.HEADER, id="issuing body"),
        pytest.param("Ministry of Defence officials met their guests", None, id="more than the issuing body"),
        pytest.param("Share of trade in the talks", None, id="share as a noun"),
        pytest.param("Following the talks, they left", None, id="following"),
        pytest.param("Home Minister meets envoy", None, id="home minister"),
        pytest.param("Top officials met in Delhi", None, id="top officials"),
        pytest.param("Watching the border", None, id="watching"),
        pytest.param("Contact between the two armies grew", None, id="contact"),
        pytest.param("Photographs were exchanged", None, id="photographs"),
        pytest.param("Advertisement " * 20, None, id="too long"),
        pytest.param("", None, id="empty"),
    ],
)
def test_line_sort(line: str, sort: LineSort | None) -> None:
    assert line_sort(line) is sort


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        pytest.param("tags?:", [("t", "tags?:")], id="letter"),
        pytest.param("(?:also|must) read", [("a", "also read"), ("m", "must read")], id="choice"),
        pytest.param("(?:the )?views", [("t", "the views"), ("v", "views")], id="may be there"),
        pytest.param(r"\(?pti", [("(", r"\(pti"), ("p", "pti")], id="escaped, may be there"),
        pytest.param("(?:(?:a|b)c|d)e", [("a", "ace"), ("b", "bce"), ("d", "de")], id="choice in a choice"),
        pytest.param("(?:[|:]x|y)", [("", "[|:]x"), ("y", "y")], id="bar in a set"),
        pytest.param("a|b", [("a", "a"), ("b", "b")], id="no group"),
        pytest.param(r"\d+ min", [("", r"\d+ min")], id="class"),
        pytest.param("(?:ab/)+c", [("", "(?:ab/)+c")], id="repeated group"),
        pytest.param("-+30", [("", "-+30")], id="repeated letter"),
    ],
)
def test_spread(pattern: str, parts: list[tuple[str, str]]) -> None:
    assert sorted(spread(pattern)) == sorted(parts)


def test_spread_patterns_find_what_the_whole_ones_find() -> None:
    entries = read_yaml("boilerplate.yaml")
    patterns = [re.compile(pattern) for entry in entries for pattern in entry.get("patterns", [])]
    starts = sorted({first + "x y: z" for pattern in patterns for first, _ in spread(pattern.pattern)})
    lines = [*starts, "file photo: x", "please subscribe to x", "share | print", "!" * (LONGEST - 1), "ab/cd"]
    found = [line for line in lines if any(pattern.match(line) for pattern in patterns)]
    assert len(found) >= 5
    assert [line for line in lines if line_sort(line)] == found


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param({"sort": "nonsense", "phrases": ["x"]}, "is none of", id="unknown sort"),
        pytest.param({"sort": "list", "patterns": ["(x"]}, "no regular expression", id="broken pattern"),
        pytest.param({"sort": "list", "patterns": ["(x)y"]}, "must group with", id="capturing group"),
        pytest.param({"sort": "list", "patterns": ["x*"]}, "matches any line", id="matches nothing at all"),
        pytest.param({"sort": "list", "patterns": ["Read"]}, "small letters", id="capital letter"),
        pytest.param({"sort": "list", "phrases": ["***"]}, "has no words", id="phrase of marks"),
    ],
)
def test_bad_entry(entry: dict[str, object], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boilerplate, "read_yaml", lambda _: [{"name": "it", "source": "here", **entry}])
    with pytest.raises(LexiconError, match=problem):
        boilerplate._lines.__wrapped__()


def test_a_phrase_has_one_sort(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [
        {"name": "one", "source": "here", "sort": "list", "phrases": ["Read more"]},
        {"name": "two", "source": "here", "sort": "boilerplate", "phrases": ["read more:"]},
    ]
    monkeypatch.setattr(boilerplate, "read_yaml", lambda _: entries)
    with pytest.raises(LexiconError, match="already of another sort"):
        boilerplate._lines.__wrapped__()


def test_abbreviations_are_of_one_sort() -> None:
    found = abbreviations()
    assert not found.title & found.other
    assert not found.title & found.number
    assert "The" in found.starter
    assert "Gen" in found.title
    assert all(not word.endswith(".") for words in (found.title, found.number, found.other) for word in words)


def test_english_comes_first() -> None:
    assert next(iter(little_words())) == "en"
