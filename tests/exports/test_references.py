"""References are whole, on lines of their own, and nothing in a title breaks them."""

from datetime import date

import pytest

from core.exports.citation import cite_engagement, engagement_references
from core.exports.references import Reference, as_bibtex, as_ris, as_text, key_of
from core.exports.selection import Selection

NASTY = Reference(
    "k", "document", "50% of {A} & B_1 #2\nER  - \\x", "Wire $", date(2024, 11, 21), "https://e.org/a b{}"
)


def test_text() -> None:
    assert as_text(NASTY).startswith("Wire $: “50% of {A} & B_1 #2 ER - \\x”, 21 Nov 2024, https://e.org/")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(r"  title = {{50\% of \{A\} \& B\_1 \#2 ER - \textbackslash{}x}},", id="special signs"),
        pytest.param(r"  author = {{Wire \$}},", id="an outlet is one name"),
        pytest.param("  date = {2024-11-21},", id="the day"),
        pytest.param("  url = {https://e.org/a%20b%7B%7D},", id="an address without braces and blanks"),
    ],
)
def test_bibtex(line: str) -> None:
    assert line in as_bibtex([NASTY]).splitlines()


def test_ris_has_a_tag_on_every_line_and_one_end() -> None:
    lines = as_ris([NASTY]).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines.count("ER  - ") == 1
    assert "DA  - 2024/11/21/" in lines
    assert all(line[2:6] == "  - " for line in lines if line)


def test_one_key_for_one_reference() -> None:
    other = Reference("k", "document", "Another")
    text = as_bibtex([NASTY, NASTY, other])
    assert text.count("@misc{") == 2
    assert "@misc{k-2," in text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("2023/délhi talks.txt", "2023-delhi-talks-txt", id="plain letters"),
        pytest.param("日本", "untitled", id="none of them"),
    ],
)
def test_key(text: str, key: str) -> None:
    assert key_of(text) == key


def test_an_engagement_is_cited_with_its_documents(everything: Selection) -> None:
    data = everything.dataset
    line = cite_engagement(data, "e-1")
    assert line.startswith(
        "India and Türkiye, bilateral, 20 Nov 2024, Vientiane, Laos. Told by: Wire #1: “Türkiye"
    )
    assert f"engagement e-1, data {data.version}." in line
    with pytest.raises(KeyError):
        engagement_references(data, "e-none")
