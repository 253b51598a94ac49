"""Near-copies of one text are found, whatever stands before, between or after; other stories are not."""

import random
from datetime import date

import pytest

from core.documents.signature import KEPT, signature
from core.engagements.copies import earliest_originals, mark_copies, near_copies
from core.model import Document

CHANCE = random.Random(1)
WORDS = [CHANCE.choice("abcdefghij") + str(CHANCE.randrange(400)) for _ in range(300)]
OTHERS = [CHANCE.choice("abcdefghij") + str(CHANCE.randrange(400)) for _ in range(300)]
STORY, OTHER = " ".join(WORDS), " ".join(OTHERS)


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        pytest.param(STORY, True, id="the same"),
        pytest.param(STORY.upper().replace(" ", "\n"), True, id="in capitals, in other lines"),
        pytest.param(f"Delhi, by our correspondent. {STORY} Read more on our site.", True, id="head and foot"),
        pytest.param(" ".join(WORDS[:220]), True, id="cut short"),
        pytest.param(" ".join(w for place, w in enumerate(WORDS) if place % 40), True, id="a word left out here and there"),
        pytest.param(OTHER, False, id="another story"),
        pytest.param(" ".join([*OTHERS, *WORDS[:30]]), False, id="a story that quotes it"),
        pytest.param("", False, id="nothing"),
        pytest.param("They met.", False, id="too short to tell"),
    ],
)  # fmt: skip
def test_near_copies(text: str, copy: bool) -> None:
    assert near_copies(signature(STORY), signature(text)) is copy
    assert near_copies(signature(text), signature(STORY)) is copy


@pytest.mark.parametrize(
    ("one", "two", "copy"),
    [
        pytest.param("The two ministers met in New Delhi on Friday", "The two ministers met in New Delhi on Friday", True, id="word for word"),
        pytest.param("The two ministers met in New Delhi on Friday", "The two ministers met in New Delhi on Sunday", False, id="another day"),
        pytest.param("They met in New Delhi", "They met in New Delhi", False, id="what anybody writes"),
    ],
)  # fmt: skip
def test_sentences(one: str, two: str, copy: bool) -> None:
    assert near_copies(signature(one), signature(two)) is copy


def test_a_signature_is_small_and_sorted() -> None:
    assert len(signature(STORY)) == KEPT
    assert list(signature(STORY)) == sorted(set(signature(STORY)))
    assert signature("three words only") == ()


def test_the_earliest_document_is_the_original() -> None:
    texts = {"a": STORY, "b": OTHER, "c": f"{STORY} End.", "d": STORY}
    days = {"a": 3, "b": 1, "c": 1, "d": 9}
    documents = [
        Document(name, text, published=date(2023, 4, days[name]), signature=signature(text))
        for name, text in texts.items()
    ]
    marked = {d.doc_id: d.copy_of for d in mark_copies(documents)}
    assert marked == {"a": "c", "b": "", "c": "", "d": "c"}
    assert {d.doc_id: d.copy_of for d in mark_copies(documents[::-1])} == marked
    assert [d.doc_id for d in mark_copies(documents)] == list("abcd")


@pytest.mark.parametrize("stories", [pytest.param(3, id="a few"), pytest.param(30, id="through the index")])
def test_many_texts(stories: int) -> None:
    chance = random.Random(2)
    signatures = []
    for _ in range(stories):
        words = [str(chance.randrange(5000)) for _ in range(120)]
        signatures += [signature(" ".join(words)), signature(" ".join(words[:110]))]
    assert earliest_originals(signatures) == [
        None if place % 2 == 0 else place - 1 for place in range(2 * stories)
    ]
