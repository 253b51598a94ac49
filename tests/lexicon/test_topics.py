"""The data of topics, initiatives, outcomes and hedges is whole."""

import pytest

from core.errors import LexiconError
from core.lexicon import topics


def test_there_are_enough() -> None:
    assert 20 <= len(topics.topics()) <= 40
    assert len(topics.initiatives()) >= 60
    assert len(topics.outcome_types()) >= 10


def test_topics_are_whole() -> None:
    for topic in topics.topics().values():
        assert topic.definition.endswith("."), f"{topic.code}: the definition is a sentence of the codebook"
        for cue in topic.cues:
            assert cue == cue.lower(), f"{topic.code}: {cue}"
            assert not set("<>;|") & set(cue), f"{topic.code}: {cue}"


def test_codes_join_in_a_cell() -> None:
    assert not [code for code in (*topics.topics(), *topics.initiatives()) if ";" in code]


def test_outcomes_are_whole() -> None:
    for outcome in topics.outcome_types().values():
        assert outcome.definition.endswith("."), outcome.code
        for cue in outcome.cues:
            assert cue.count("<") == cue.count(">"), f"{outcome.code}: {cue}"
            assert not cue.startswith(".."), f"{outcome.code}: {cue}"


def test_american_spelling_of_cues_is_added() -> None:
    assert "defense industry" in topics.topics()["defence industry and co-production"].cues


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        pytest.param([{"code": "a", "definition": "A.", "source": "x"}], "cue", id="no cues"),
        pytest.param([{"code": "a", "cues": ["x"], "source": "x"}], "definition", id="no definition"),
        pytest.param(
            [{"code": "a", "definition": "A.", "cues": [True], "source": "x"}], "texts", id="a bare yes"
        ),
        pytest.param(
            [
                {"code": "a", "definition": "A.", "cues": ["sea"], "source": "x"},
                {"code": "b", "definition": "B.", "cues": ["sea"], "source": "x"},
            ],
            "belongs to a",
            id="a cue of two topics",
        ),
    ],
)
def test_bad_topics_are_refused(
    entries: list[dict[str, object]], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "read_yaml", lambda _: entries)
    with pytest.raises(LexiconError, match=problem):
        topics.topics.__wrapped__()


def test_a_missing_part_of_the_hedges_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "read_yaml", lambda _: [{"part": "futures", "phrases": ["will"]}])
    with pytest.raises(LexiconError, match="hedges before"):
        topics.speculation.__wrapped__()
