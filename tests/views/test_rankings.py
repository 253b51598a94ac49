from collections.abc import Callable

import pandas as pd
import pytest

from core.views.dataset import Dataset
from core.views.rankings import by_forum, by_partner, by_place, ranking_alt, ranking_figure, ranking_table

Made = Callable[..., Dataset]


@pytest.fixture
def told(made: Made) -> pd.DataFrame:
    return made(
        {"day": "2022-03-01", "countries": "IND;JPN", "host_country": "JPN", "city": "Tokyo", "forum": "Talks of A"},
        {"day": "2024-11-20", "last": "2024-11-22", "countries": "IND;JPN", "kind": "visit", "host_country": "JPN", "city": "Osaka"},
        {"day": "2025-01-01", "last": "2025-12-31", "date_precision": "year", "countries": "IND;USA", "status": "planned"},
        {"day": "2024-05-01", "countries": "IND;USA", "forum": "Talks of A", "host_country": "JPN", "city": "Tokyo"},
        {"day": "2024-06-01", "countries": "IND;RUS", "status": "cancelled", "host_country": "RUS"},
        {"day": "2024-07-01", "countries": "JPN;USA", "forum": "Talks of B"},
        {"countries": "IND;LAO"},
    ).engagements  # fmt: skip


def test_partners_of_one_country(told: pd.DataFrame) -> None:
    table = by_partner(told, "IND")
    rows = table[["country", "name", "engagements", "held", "planned", "last_held_words"]].to_numpy().tolist()
    assert rows == [
        ["JPN", "Japan", 2, 2, 0, "20–22 Nov 2024"],
        ["USA", "United States", 2, 1, 1, "1 May 2024"],
        ["LAO", "Laos", 1, 1, 0, "none reported"],
    ]
    assert table["years"].tolist()[:2] == [[1, 0, 1, 0], [0, 0, 1, 1]]
    assert table.loc[0, ["bilateral held", "visit held", "bilateral planned"]].tolist() == [1, 1, 0]
    assert pd.isna(table["last_held"][2])


def test_without_a_home_side_every_side_counts(told: pd.DataFrame) -> None:
    table = by_partner(told, None).set_index("country")["engagements"].to_dict()
    assert table == {"IND": 5, "JPN": 3, "USA": 3, "LAO": 1}


def test_forums_and_places(told: pd.DataFrame) -> None:
    assert by_forum(told)[["forum", "engagements"]].to_numpy().tolist() == [
        ["Talks of A", 2],
        ["Talks of B", 1],
    ]
    assert by_place(told)[["country", "engagements", "cities"]].to_numpy().tolist() == [
        ["JPN", 3, "Tokyo 2, Osaka 1"]
    ]


def test_the_figure_stacks_kinds_and_carries_the_code(told: pd.DataFrame) -> None:
    figure = ranking_figure(by_partner(told, "IND"), "name", top=2)
    bars = {
        trace.name: (list(trace.x), list(trace.customdata)) for trace in figure.data if trace.type == "bar"
    }
    assert bars == {
        "bilateral held": ([1, 1], ["JPN", "USA"]),
        "visit held": ([1], ["JPN"]),
        "bilateral planned": ([1], ["USA"]),
    }
    assert figure.layout.yaxis.ticktext == ("Japan", "United States")
    assert [text.strip() for text in figure.data[-1].text] == ["2", "2"]


def test_names_from_articles_are_escaped(made: Made) -> None:
    table = by_forum(made({"day": "2024-03-01", "forum": "<b>x</b> & y"}).engagements)
    figure = ranking_figure(table, "label")
    assert figure.layout.yaxis.ticktext == ("&lt;b&gt;x&lt;/b&gt; &amp; y",)
    assert figure.data[0].hovertext[0].startswith("<b>&lt;b&gt;x&lt;/b&gt; &amp; y</b>")


def test_table_and_words_give_the_same_figures(told: pd.DataFrame) -> None:
    table = by_partner(told, "IND")
    assert ranking_table(table, "name", 1).iloc[0].tolist() == ["Japan", 1, 0, 1, 0, 0, 0, 2]
    words = ranking_alt(table, "name", "Partners of India", top=2)
    assert words == "Partners of India, bars by kind: Japan 2, United States 2; 1 more not drawn."


def test_nothing_to_rank(made: Made) -> None:
    for table, label in (
        (by_partner(made().engagements, "IND"), "name"),
        (by_forum(made().engagements), "label"),
    ):
        assert table.empty
        assert ranking_figure(table, label).layout.annotations[0].text == "None reported."
        assert ranking_table(table, label).empty
        assert ranking_alt(table, label, "Partners") == "Partners: none reported."
