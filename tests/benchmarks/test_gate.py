"""The gate closes below a floor, and floors only rise."""

import json

import pytest

from benchmarks.gate import FLOORS, README, below, figures, raised, read_floors, with_figures
from benchmarks.score import MEASURES

PERFECT = dict.fromkeys(MEASURES, 1.0)


@pytest.mark.parametrize(
    ("f1", "floor", "closed"),
    [
        pytest.param(0.81, 0.80, False, id="above"),
        pytest.param(0.80, 0.80, False, id="on the floor"),
        pytest.param(0.799, 0.80, True, id="below"),
    ],
)
def test_below(f1: float, floor: float, closed: bool) -> None:
    assert below({**PERFECT, "f1": f1}, {"f1": floor}) == (["f1"] if closed else [])


@pytest.mark.parametrize(
    ("f1", "floor", "lifted"),
    [
        pytest.param(0.85678, 0.80, 0.856, id="up, rounded down"),
        pytest.param(0.70, 0.80, 0.80, id="never down"),
    ],
)
def test_raised(f1: float, floor: float, lifted: float) -> None:
    assert raised({**PERFECT, "f1": f1}, {"f1": floor})["f1"] == lifted


def test_raised_floors_are_met_by_what_was_measured() -> None:
    measures = {**PERFECT, "f1": 0.8567, "city": 2 / 3}
    assert below(measures, raised(measures, {})) == []


def test_figures_replace_the_former_ones() -> None:
    readme = "before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n"
    assert with_figures(readme, "new") == "before\n<!-- figures -->\nnew\n<!-- /figures -->\nafter\n"


def test_readme_shows_the_pinned_figures() -> None:
    assert figures(read_floors()) in README.read_text(encoding="utf-8")


def test_floors_name_measures() -> None:
    assert set(json.loads(FLOORS.read_text(encoding="utf-8"))) <= set(MEASURES)
