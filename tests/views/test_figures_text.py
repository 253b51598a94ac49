from collections.abc import Callable

import pandas as pd
import pytest

from core.views.dataset import Dataset
from core.views.figures_text import (
    HOVER_WIDTH,
    forum_label,
    hover_texts,
    legend_words,
    months_words,
    safe,
    shortened,
)

Made = Callable[..., Dataset]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<a href='x'>talks</a>", "&lt;a href='x'&gt;talks&lt;/a&gt;", id="markup is text"),
        pytest.param("R&D", "R&amp;D", id="an ampersand"),
        pytest.param("one\n two\x07", "one two", id="one line, nothing that controls"),
        pytest.param('"said"', '"said"', id="quotes stay"),
    ],
)
def test_text_from_articles_is_shown_as_it_is(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        pytest.param("Aero India", "Aero India", id="short enough"),
        pytest.param("Indo-Pacific Army Chiefs Conference", "Indo-Pacific Army…", id="cut at a word"),
        pytest.param(
            "Verteidigungsministertreffen", "Verteidigungsminister…", id="a word too long is cut inside"
        ),
        pytest.param(
            "Ad Verteidigungsministertreffen",
            "Ad Verteidigungsminis…",
            id="a short first word is not left alone",
        ),
    ],
)
def test_long_labels_are_cut(label: str, shown: str) -> None:
    assert shortened(label) == shown


def test_a_forum_that_the_lexicon_does_not_know_keeps_its_name() -> None:
    assert forum_label("Talks of the Three") == "Talks of the Three"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param("2024-12-01", "2024-12-31", "Dec 2024", id="a month"),
        pytest.param("2024-10-01", "2024-12-31", "Oct–Dec 2024", id="a quarter"),
        pytest.param("2024-12-01", "2025-01-31", "Dec 2024–Jan 2025", id="over New Year"),
    ],
)
def test_spans_of_months(first: str, last: str, words: str) -> None:
    assert months_words(pd.Timestamp(first), pd.Timestamp(last)) == words


def test_hover_tells_what_is_known_and_escapes_it(made: Made) -> None:
    told = made(
        {"day": "2024-11-20", "last": "2024-11-22", "countries": "IND;JPN", "kind": "visit", "status": "planned",
         "city": "Vientiane", "host_country": "LAO", "evidence": "He <b>met</b> " + "his counterpart " * 40}
    )  # fmt: skip
    lines = hover_texts(told.engagements)[0].split("<br>")
    assert lines[:3] == ["<b>India – Japan</b>", "20–22 Nov 2024 · visit, planned", "Vientiane, Laos"]
    assert lines[3].startswith("<i>He &lt;b&gt;met&lt;/b&gt; his")
    assert len(lines) == 7
    assert lines[-1].endswith("…</i>")
    assert max(len(line) for line in lines) < HOVER_WIDTH + 30


def test_legend_counts_what_occurs(made: Made) -> None:
    words = legend_words(
        made({"day": "2024-11-20"}, {"day": "2024-11-21", "kind": "call", "status": "planned"}).engagements
    )
    assert ":blue[●]\u00a0bilateral\u00a0:gray[1]" in words
    assert ":violet[◆]\u00a0call\u00a0:gray[1]" in words
    assert "visit" not in words
    assert "planned" in words
    assert "cancelled" not in words
