from collections.abc import Sequence

import pytest

from core.model import Kind, Status
from core.views import palette


@pytest.mark.parametrize(
    ("count", "rank"),
    [
        pytest.param(0, 0, id="none has no class"),
        pytest.param(1, 1, id="one"),
        pytest.param(2, 2, id="two begins the second"),
        pytest.param(3, 2, id="three is still the second"),
        pytest.param(15, 4, id="fifteen is not yet the highest"),
        pytest.param(16, 5, id="sixteen is the highest"),
    ],
)
def test_class_of_a_count(count: int, rank: int) -> None:
    assert palette.count_class(count) == rank


@pytest.mark.parametrize(
    ("counts", "starts"),
    [
        pytest.param([], palette.DOUBLING, id="nothing counted"),
        pytest.param([1, 30, 63], palette.DOUBLING, id="all below 64"),
        pytest.param(range(60, 501), (1, 120, 170, 240, 340), id="none is low: spread from the lowest on"),
        pytest.param([*range(300, 700), 10_796], (1, 370, 440, 510, 590), id="one far above the others"),
        pytest.param(range(1, 5001), (1, 450, 820, 1500, 2700), id="of every height"),
        pytest.param([70] * 9, (1, 4, 16, 64, 256), id="all the same: four times as wide each"),
        pytest.param(
            [1] * 50 + [2000], (1, 10, 100, 1000, 10_000), id="one alone is high: ten times as wide"
        ),
    ],
)
def test_classes_spread_the_counts(counts: Sequence[int], starts: palette.Classes) -> None:
    assert palette.classes(counts) == starts


def test_classes_are_named_without_a_gap() -> None:
    assert palette.class_labels() == ("1", "2–3", "4–7", "8–15", "16+")
    assert palette.class_labels((1, 10, 100, 1000, 10_000)) == (
        "1–9",
        "10–99",
        "100–999",
        "1,000–9,999",
        "10,000+",
    )


def test_marks_tell_kinds_apart_without_colour() -> None:
    glyphs = {palette.glyph(kind, status) for kind in Kind for status in (Status.HELD, Status.PLANNED)}
    symbols = {palette.marker(kind, Status.HELD)["symbol"] for kind in Kind}
    assert len(glyphs) == 2 * len(Kind)
    assert len(symbols) == len(Kind)
    assert palette.glyph(Kind.CALL, Status.CANCELLED) == palette.glyph(Kind.VISIT, Status.CANCELLED) == "✕"


def test_planned_marks_are_hollow() -> None:
    for kind in Kind:
        assert (
            palette.marker(kind, Status.PLANNED)["symbol"]
            == palette.marker(kind, Status.HELD)["symbol"] + "-open"
        )
        assert palette.bar_marker(kind, Status.PLANNED)["color"] == palette.BACKGROUND


def test_placeholders_are_those_of_streamlit() -> None:
    theme = pytest.importorskip("streamlit.elements.lib.streamlit_plotly_theme")
    assert list(palette.KIND_COLOUR.values()) == [getattr(theme, f"CATEGORY_{n}") for n in range(5)]
    others = (palette.AXIS, palette.HAIRLINE, palette.INK, palette.MUTED)
    assert others == tuple(getattr(theme, f"CATEGORY_{n}") for n in range(5, 9))
    assert palette.NONE_COLOUR == theme.SEQUENTIAL_0
    assert tuple(getattr(theme, f"SEQUENTIAL_{n}") for n in (1, 3, 5, 7, 9)) == palette.CLASS_COLOURS
    assert palette.BACKGROUND == theme.BG_COLOR
