"""A chart as a picture says what it shows, what its colours mean, what was asked and which data."""

from collections.abc import Callable

import plotly.graph_objects as go
import pytest

from core.views import heatmap, lanes, over_time, rankings, world_map
from core.views.dataset import Dataset
from core.views.palette import CLASS_COLOURS, CONFIG, DOUBLING, KIND_COLOUR
from core.views.picture import FONT, FOOT, FORMS, HEAD, Caption, Form, picture_config, standing_alone

Make = Callable[..., Dataset]
SOURCE = "India, all dates. Sidelines, data 3f9c2a"


@pytest.fixture
def data(made: Make) -> Dataset:
    return made(
        {"day": "2023-04-28", "countries": "IND;RUS", "forum": "ADMM-Plus", "host_country": "IND"},
        {"day": "2024-11-20", "countries": "IND;JPN", "kind": "visit", "status": "planned", "forum": "Malabar"},
    )  # fmt: skip


def figures(data: Dataset) -> dict[str, go.Figure]:
    rows = data.engagements
    return {
        "over time": over_time.over_time(rows),
        "ranking": rankings.ranking_figure(rankings.by_partner(rows, "IND"), "name"),
        "heat map": heatmap.heatmap(heatmap.forum_by_year(rows)),
        "lanes": lanes.lanes(rows, "forum", "IND"),
        "map": world_map.partner_map(rankings.by_partner(rows, "IND"), "IND"),
    }


@pytest.mark.parametrize("name", ["over time", "ranking", "heat map", "lanes", "map"])
def test_a_picture_stands_alone_and_the_chart_stays_as_it_was(data: Dataset, name: str) -> None:
    figure = figures(data)[name]
    before = figure.to_json()
    alone = standing_alone(figure, Caption("What <it> shows", note="De facto boundaries."), SOURCE)
    assert figure.to_json() == before
    assert alone.layout.title.text == "<b>What &lt;it&gt; shows</b>"
    assert alone.layout.annotations[-1].text == f"De facto boundaries. {SOURCE}"
    assert alone.layout.height >= figure.layout.height + HEAD + FOOT
    assert alone.layout.margin.t >= HEAD
    assert alone.layout.font.family == FONT
    assert len(alone.data) == len(figure.data)


def test_the_legend_names_the_kinds_drawn_and_no_other(data: Dataset) -> None:
    legend = standing_alone(figures(data)["over time"], Caption("x"), SOURCE).layout.title.subtitle.text
    assert "bilateral" in legend
    assert "visit" in legend
    assert "exercise" not in legend
    assert KIND_COLOUR["bilateral"] in legend  # type: ignore[index]


def test_the_legend_of_counts_names_the_classes(data: Dataset) -> None:
    caption = Caption("x", ("engagements", DOUBLING))
    legend = standing_alone(figures(data)["map"], caption, SOURCE).layout.title.subtitle.text
    assert all(colour in legend for colour in CLASS_COLOURS)
    assert "2–3" in legend
    assert legend.endswith("engagements")


def test_a_long_source_is_broken_into_lines(data: Dataset) -> None:
    alone = standing_alone(figures(data)["ranking"], Caption("x"), "word " * 60)
    text = alone.layout.annotations[-1].text
    assert text.count("<br>") == 2
    assert alone.layout.margin.b == FOOT + 28


@pytest.mark.parametrize("form", FORMS)
def test_one_button_saves_it(form: Form) -> None:
    config = picture_config(form, "chart-x")
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["toImageButtonOptions"]["format"] == form.lower()
    assert config["toImageButtonOptions"]["filename"] == "chart-x"
    assert config["topojsonURL"] == CONFIG["topojsonURL"]
    assert CONFIG["displayModeBar"] is False
