"""What each run of lines is for."""

from pathlib import Path

import pytest

from core.model import BlockKind
from core.text.blocks import blocks

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
STORY = "The two ministers met here on Friday and spoke of trade between the countries for more than an hour."
LONG = f"{STORY} {STORY} {STORY}"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(STORY, [("paragraph", STORY)], id="story alone"),
        pytest.param(f"Talks\n\n{STORY}", [("title", "Talks"), ("paragraph", STORY)], id="headline"),
        pytest.param(f" date 2023-04-28 {STORY}", [("header", "date 2023-04-28"), ("paragraph", STORY)], id="own prefix"),
        pytest.param(f" date 2023-04-28\n{STORY}", [("header", "date 2023-04-28"), ("paragraph", STORY)], id="prefix, own line"),
        pytest.param(f" date 2023-04-28 Talks\n\n{STORY}",
            [("header", "date 2023-04-28"), ("title", "Talks"), ("paragraph", STORY)], id="prefix and headline"),
        pytest.param(f"Ministry of Defence\nTalks\nPosted On: 28 APR 2023 6:12PM by PIB Delhi\n\n{STORY}",
            [("header", "Ministry of Defence"), ("title", "Talks"), ("header", "Posted On: 28 APR 2023 6:12PM by PIB Delhi"),
             ("paragraph", STORY)], id="press release"),
        pytest.param(f"Talks\nThe second line of it\nBy A Reporter\n\n{STORY}",
            [("title", "Talks"), ("title", "The second line of it"), ("header", "By A Reporter"), ("paragraph", STORY)],
            id="two lines of headline"),
        pytest.param(f"{STORY}\n\nTurkey   Esper   NATO", [("paragraph", STORY), ("boilerplate", "Turkey   Esper   NATO")],
            id="keywords"),
        pytest.param(f"{STORY}\n\nVenue:   Delhi   Hyderabad House",
            [("paragraph", STORY), ("paragraph", "Venue:   Delhi   Hyderabad House")], id="a table's row is none"),
        pytest.param(f"Talks\n\nTalks\n\n{STORY}", [("title", "Talks"), ("title", "Talks"), ("paragraph", STORY)], id="twice"),
        pytest.param(f"TOKYO, Sept. 5, 2017 (Agency) - {STORY}",
            [("paragraph", f"TOKYO, Sept. 5, 2017 (Agency) - {STORY}")], id="a dateline belongs to its paragraph"),
        pytest.param(f"Talks\n\nWhat is it?\n\n{STORY}",
            [("title", "Talks"), ("heading", "What is it?"), ("paragraph", STORY)], id="heading"),
        pytest.param(f"{STORY}\n\nWhy it matters", [("paragraph", STORY), ("paragraph", "Why it matters")],
            id="nothing follows the last line"),
        pytest.param(f"Talks\n\n• one\n• two\n\n{STORY}",
            [("title", "Talks"), ("bullet", "one"), ("bullet", "two"), ("paragraph", STORY)], id="bullets"),
        pytest.param(f"Digest\n\n{STORY}\n\n1. First\n   - part\n\n2. Second\n   - part",
            [("title", "Digest"), ("paragraph", STORY), ("heading", "First"), ("bullet", "part"), ("heading", "Second"),
             ("bullet", "part")], id="numbered headings"),
        pytest.param(f"{STORY}\n\nWho is coming?\n1. Ministers of Iran\n2. Chiefs\n\n{STORY}",
            [("paragraph", STORY), ("heading", "Who is coming?"), ("bullet", "Ministers of Iran"), ("bullet", "Chiefs"),
             ("paragraph", STORY)], id="numbered list"),
        pytest.param(f"{STORY}\n\n[Photo: The ministers]\n\nPhoto: Another",
            [("paragraph", STORY), ("caption", "[Photo: The ministers]"), ("caption", "Photo: Another")], id="captions"),
        pytest.param(f"# Talks\n\n## Part **one**\n\n**Bold heading**\n\n{STORY}",
            [("title", "Talks"), ("heading", "Part **one**"), ("heading", "Bold heading"), ("paragraph", STORY)], id="markdown"),
        pytest.param(f"Skip to content\nTalks\n\nTable of Contents\n  1. Introduction\n  2. Aims\n\nIntroduction\n\n{STORY}",
            [("boilerplate", "Skip to content"), ("title", "Talks"), ("boilerplate", "Table of Contents"),
             ("boilerplate", "Introduction"), ("boilerplate", "Aims"), ("heading", "Introduction"), ("paragraph", STORY)],
            id="table of contents"),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


RELATED = [
    "Minister speaks to Secretary over phone",
    "Minister meets counterpart in Qingdao",
    "What is the missile?",
]


@pytest.mark.parametrize(
    "heading", ["ALSO READ", "Related", "TRENDING", "More from this section", "Related posts:"]
)
def test_headlines_of_other_articles_are_no_story(heading: str) -> None:
    text = "\n".join(["Talks", "", STORY, "", heading, *RELATED])
    found = kinds(text)
    assert found[:2] == [("title", "Talks"), ("paragraph", STORY)]
    assert {kind for kind, _ in found[2:]} == {"boilerplate"}
    assert len(found) == 6


@pytest.mark.parametrize("gap", [pytest.param("\n", id="run on"), pytest.param("\n\n", id="apart")])
def test_the_story_goes_on_behind_a_list(gap: str) -> None:
    text = gap.join(["Talks", STORY, "ALSO READ", *RELATED[:2], LONG])
    assert kinds(text)[-1] == ("paragraph", LONG)
    assert [kind for kind, _ in kinds(text)][2:-1] == ["boilerplate"] * 3


def test_a_heading_behind_a_list_is_kept() -> None:
    text = f"Talks\n\n{STORY}\n\nALSO READ\n{RELATED[0]}\n{RELATED[1]}\n\nWhat comes next\n\n{LONG}"
    assert kinds(text)[-2:] == [("heading", "What comes next"), ("paragraph", LONG)]


def test_teasers_of_other_articles_are_no_story() -> None:
    teaser = "The two spoke of trade and signed a pact in the city on Monday, officials said."
    text = f"Talks\n\n{STORY}\n\nALSO READ\nMinister in Paris\n{teaser}\nAnother\n\nThe last short paragraph."
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", *["boilerplate"] * 4, "paragraph"]


def test_a_diary_keeps_its_days() -> None:
    text = "Diary\n\nMay 5, 2025\nA visit took place.\n\nJuly 1, 2025\nA call.\n\nSept 22, 2025\nA pact was signed."
    assert [words for kind, words in kinds(text) if kind == "heading"] == [
        "May 5, 2025",
        "July 1, 2025",
        "Sept 22, 2025",
    ]


def test_a_headline_with_a_final_stop() -> None:
    text = f"Talks end without a text.\nBy Our Correspondent\n\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "header", "paragraph"]


def test_a_byline_below_the_summary() -> None:
    text = f"Talks\n\n{STORY}\n\nWritten by Staff | Updated: April 28, 2023 18:20 IST\n\n{STORY}"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "header", "paragraph"]


def test_a_list_word_as_the_headline_is_the_headline() -> None:
    assert kinds(f"Latest\n\n{STORY}")[0] == ("title", "Latest")


@pytest.mark.parametrize("folder", ["dev/texts", "seeds/texts", "readouts/texts", "readouts/domestic"])
def test_blocks_keep_all_words_in_order(folder: str) -> None:
    paths = sorted((SHARED / folder).glob("*.txt"))
    if not paths:
        pytest.skip("the shared documents are not beside the project")
    for path in paths:
        text = path.read_text(encoding="utf-8")
        found = blocks(text)
        ends = [0, *(block.end for block in found)]
        assert all(block.start < block.end for block in found)
        assert all(block.start >= end for block, end in zip(found, ends, strict=False))
        between = [text[end : block.start] for block, end in zip(found, ends, strict=False)]
        lost = [
            words for words in between if any(character.isalpha() for character in words) and ")" not in words
        ]
        assert lost == [], path.name


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.PARAGRAPH])
def test_offsets_leave_out_white_space(kind: BlockKind) -> None:
    text = f"  Talks  \n\n   {STORY}  \n"
    block = next(block for block in blocks(text) if block.kind is kind)
    assert text[block.start : block.end] == text[block.start : block.end].strip()
