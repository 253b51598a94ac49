from collections.abc import Callable

import pandas as pd
import pytest

from core.views import palette
from core.views.dataset import Dataset
from core.views.heatmap import (
    classes_in,
    forum_by_country,
    forum_by_year,
    heatmap,
    heatmap_alt,
    heatmap_table,
)
from core.views.palette import DOUBLING

Made = Callable[..., Dataset]


@pytest.fixture
def told(made: Made) -> pd.DataFrame:
    return made(
        {"day": "2023-03-01", "countries": "IND;JPN", "forum": "Talks of A"},
        {"day": "2024-03-01", "countries": "IND;JPN;RUS", "forum": "Talks of A", "kind": "multilateral"},
        {"day": "2024-03-01", "countries": "JPN;USA", "forum": "Talks of B"},
        {"day": "2024-03-01", "countries": "IND;USA", "forum": "Talks of A", "status": "cancelled"},
        {"day": "2024-03-01", "countries": "IND;USA"},
        {"countries": "IND;LAO", "forum": "Talks of C"},
    ).engagements


def test_forum_by_country_leaves_out_the_home_side(told: pd.DataFrame) -> None:
    table = forum_by_country(told, "IND")
    assert table.to_dict("index") == {
        "Talks of A": {"JPN": 2, "LAO": 0, "RUS": 1, "other": 0},
        "Talks of C": {"JPN": 0, "LAO": 1, "RUS": 0, "other": 0},
    }


def test_other_counts_engagements_and_not_countries(made: Made) -> None:
    codes = [
        "AFG",
        "ALB",
        "AND",
        "ARE",
        "ARG",
        "ARM",
        "AUS",
        "AUT",
        "AZE",
        "BDI",
        "BEL",
        "BEN",
        "BFA",
        "BGD",
        "BGR",
        "BHR",
        "BHS",
        "BIH",
        "BLR",
    ]
    pairs = [{"day": "2024-03-01", "countries": f"{code};IND", "forum": "Talks"} for code in codes[:16]]
    told = made(
        *pairs, *pairs, {"day": "2024-03-01", "countries": ";".join([*codes[16:], "IND"]), "forum": "Talks"}
    )
    table = forum_by_country(told.engagements, "IND")
    assert list(table.columns) == [*codes[:16], "other"]
    assert table["other"].tolist() == [1]


def test_forum_by_year_has_every_year_between(told: pd.DataFrame) -> None:
    table = forum_by_year(told)
    assert table.to_dict("index") == {
        "Talks of A": {"2023": 1, "2024": 1},
        "Talks of B": {"2023": 0, "2024": 1},
        "Talks of C": {"2023": 0, "2024": 0},
    }


def test_old_years_are_gathered(made: Made) -> None:
    told = made(*({"day": f"{year}-03-01", "forum": "Talks"} for year in (2001, 2004, 2024))).engagements
    table = forum_by_year(told)
    assert (list(table.columns[:2]), len(table.columns)) == (["earlier", "2009"], 17)
    assert table["earlier"].tolist() == [2]


def test_cells_print_their_figures_and_carry_forum_and_column(told: pd.DataFrame) -> None:
    trace = heatmap(forum_by_country(told, "IND")).data[0]
    cells = dict(
        zip(map(tuple, trace.customdata), zip(trace.text, trace.marker.color, strict=True), strict=True)
    )
    assert cells == {
        ("Talks of A", "JPN"): ("2", palette.CLASS_COLOURS[1]),
        ("Talks of A", "RUS"): ("1", palette.CLASS_COLOURS[0]),
        ("Talks of C", "LAO"): ("1", palette.CLASS_COLOURS[0]),
    }
    assert trace.hovertext[0] == "<b>Talks of A</b><br>Japan: 2 engagements"


def test_the_rest_has_no_colour() -> None:
    table = pd.DataFrame({"JPN": [1], "other": [90]}, index=pd.Index(["Talks"], name="forum"))
    named, rest, figures = heatmap(table).data
    assert (rest.marker.color, rest.text) == ((palette.BACKGROUND,), None)
    assert (figures.text, figures.textfont.color) == (("90",), palette.MUTED)
    assert named.marker.color == (palette.CLASS_COLOURS[0],)
    assert classes_in(table) == DOUBLING


def test_table_and_words_give_the_same_figures(told: pd.DataFrame) -> None:
    table = forum_by_year(told)
    assert heatmap_table(table).iloc[0].tolist() == ["Talks of A", 1, 1]
    assert heatmap_alt(forum_by_country(told, "IND"), "country") == (
        "Heat map, 2 forums by 3 countries; most: Talks of A and Japan 2, Talks of A and Russia 1, Talks of C and Laos 1."
    )


@pytest.mark.parametrize(
    "described", [pytest.param((), id="nothing"), pytest.param(({"day": "2024-03-01"},), id="no forum")]
)
def test_nothing_to_draw(made: Made, described: tuple[dict[str, object], ...]) -> None:
    told = made(*described).engagements
    for table in (forum_by_country(told, None), forum_by_year(told)):
        assert heatmap(table).layout.annotations[0].text == "No engagement at a forum reported."
        assert "none reported" in heatmap_alt(table, "year")
        assert classes_in(table) == DOUBLING
