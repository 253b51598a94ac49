"""How sure a report is."""

from datetime import date
from typing import Any

import pytest

from core.errors import LexiconError
from core.lexicon.files import read_yaml
from core.model import Document, PublishedBasis, Report
from core.reports import confidence as module
from core.reports.confidence import FILE, confidence, features
from core.reports.read import read_document, read_story

TEXT = "Rajnath Singh met Viktor Khrenin of Belarus in Minsk on Thursday."


def document(text: str) -> Document:
    return Document("d.txt", text, published=date(2023, 4, 28), published_basis=PublishedBasis.HEADER)


def one(text: str) -> Report:
    (report,) = read_document(document(text))
    return report


def facts(text: str) -> dict[str, float]:
    telling = read_story(document(text))
    return features(telling.events[0], telling)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    weights = {entry["feature"]: entry for entry in read_yaml(FILE)}
    assert set(weights) == {"constant", *facts(TEXT)}
    assert {entry["source"] for entry in weights.values()} == {"benchmarks/calibrate.py"}


@pytest.mark.parametrize(
    ("text", "feature", "value"),
    [
        pytest.param(TEXT, "date told beside it", 1, id="a date"),
        pytest.param("Rajnath Singh met Viktor Khrenin of Belarus.", "date told beside it", 0, id="no date"),
        pytest.param("Rajnath Singh met Viktor Khrenin of Belarus.", "no place", 1, id="no place"),
        pytest.param(TEXT, "no place", 0, id="a place"),
        pytest.param(
            "Rajnath Singh spoke by telephone with US Defense Secretary Lloyd Austin.",
            "no place",
            0,
            id="a call has none",
        ),
        pytest.param(
            "Rajnath Singh is to meet Viktor Khrenin of Belarus in Minsk.", "planned", 1, id="planned"
        ),
        pytest.param(
            "Viktor Khrenin was received by Rajnath Singh on Friday.", "told by a clear cue", 1, id="received"
        ),
        pytest.param(TEXT, "told by a clear cue", 0, id="met"),
        pytest.param(TEXT, "one of many", 0, id="the only one"),
    ],
)
def test_features(text: str, feature: str, value: float) -> None:
    assert facts(text)[feature] == value


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        pytest.param(TEXT, "Rajnath Singh met Viktor Khrenin of Belarus in Minsk.", id="with a date"),
        pytest.param(TEXT, "Rajnath Singh met Viktor Khrenin of Belarus on Thursday.", id="with a place"),
        pytest.param(
            TEXT, "Rajnath Singh is to meet Viktor Khrenin of Belarus in Minsk on May 10.", id="held"
        ),
        pytest.param(
            TEXT, "Rajnath Singh met Viktor Khrenin of Belarus in Minsk on 3 March 2021.", id="news"
        ),
    ],
)
def test_what_makes_surer(surer: str, less_sure: str) -> None:
    assert one(surer).confidence > one(less_sure).confidence


def test_it_is_a_share_with_two_digits() -> None:
    for value in (0.0, 1.0):
        found = confidence(dict.fromkeys(facts(TEXT), value))
        assert 0 < found < 1
        assert found == round(found, 2)


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param({"feature": "planned", "source": "s"}, "weight", id="no weight"),
        pytest.param({"feature": "planned", "source": "s", "weight": "much"}, "number", id="no number"),
        pytest.param({"feature": "planned", "source": "s", "weight": True}, "number", id="yes is no number"),
        pytest.param({"feature": "planned", "weight": 1}, "source", id="no source"),
        pytest.param({"weight": 1, "source": "s"}, "feature", id="no feature"),
    ],
)
def test_errors_name_the_entry(entry: dict[str, Any], problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_yaml", lambda _: [entry])
    with pytest.raises(LexiconError, match=problem):
        module._weights.__wrapped__()
