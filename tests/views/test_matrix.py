from collections.abc import Callable

import pandas as pd
import pytest

from core.views import matrix
from core.views.dataset import Dataset

Made = Callable[..., Dataset]


def meeting(countries: str, **more: object) -> dict[str, object]:
    return {"day": "2023-04-28", "forum": "Talks", "countries": countries, "city": "New Delhi"} | more


@pytest.fixture
def hub(made: Made) -> pd.DataFrame:
    """An edition in which India is a side of all bilaterals."""
    return made(
        meeting("CHN;IND;PAK;RUS", kind="multilateral"), meeting("CHN;IND"), meeting("IND;RUS"), meeting("IND;RUS", status="planned"),
        meeting("IND;KAZ", status="cancelled"), meeting("IND;UZB", day="2022-08-24"), meeting("IND;IRN", forum="Other talks"),
        meeting("IND;MNG", kind="visit"),
    ).engagements  # fmt: skip


@pytest.fixture
def many(made: Made) -> pd.DataFrame:
    """An edition in which several met one another."""
    return made(meeting("CHN;IND"), meeting("IND;RUS"), meeting("CHN;RUS"), meeting("JPN;USA")).engagements


def test_pairs_of_one_edition(hub: pd.DataFrame) -> None:
    pairs = matrix.sideline_pairs(hub, "Talks", 2023)
    assert pairs[["one", "other", "engagements", "held"]].to_numpy().tolist() == [
        ["IND", "RUS", 2, 1],
        ["CHN", "IND", 1, 1],
    ]
    assert pairs["ids"][0] == "e-3;e-4"


def test_one_common_side_needs_no_matrix(hub: pd.DataFrame) -> None:
    pairs = matrix.sideline_pairs(hub, "Talks", 2023)
    assert matrix.common_side(pairs) == "IND"
    assert matrix.sideline_matrix(pairs) is None


def test_the_matrix_fills_the_lower_half(many: pd.DataFrame) -> None:
    pairs = matrix.sideline_pairs(many, "Talks", 2023)
    assert matrix.common_side(pairs) is None
    figure = matrix.sideline_matrix(pairs)
    assert figure is not None
    counts = figure.data[-1]
    places = list(zip(counts.x, (base + 0.5 for base in counts.base), strict=True))
    assert all(column < row for column, row in places)
    assert sorted(map(tuple, counts.customdata)) == [
        ("CHN", "IND", "e-1"), ("CHN", "RUS", "e-3"), ("IND", "RUS", "e-2"), ("JPN", "USA", "e-4"),
    ]  # fmt: skip
    assert len(figure.data[0].x) == 5 * 4 // 2 - 4


def test_the_edition_in_words(hub: pd.DataFrame) -> None:
    words = matrix.who_met_whom_words(hub, "Talks", 2023)
    assert words == "1 meeting of the forum, 3 bilaterals on its sidelines, 1 visit, New Delhi"
    assert matrix.who_met_whom_words(hub, "Talks", 2019) == "none reported"
    assert matrix.editions(hub, "Talks") == [2023, 2022]


def test_named_at_the_meeting_without_a_bilateral(hub: pd.DataFrame) -> None:
    names = matrix.named_without_bilateral(hub, "Talks", 2023, "IND")
    assert names == ["PAK"]
    assert matrix.named_words(names) == "Named at the meeting, no bilateral reported: Pakistan"
    assert matrix.named_words([]) == ""


def test_the_matrix_in_words(hub: pd.DataFrame) -> None:
    pairs = matrix.sideline_pairs(hub, "Talks", 2023)
    assert (
        matrix.matrix_alt(pairs, "Talks 2023")
        == "Talks 2023, who met whom: India with Russia 2, China with India."
    )


def test_nothing_to_draw(made: Made) -> None:
    pairs = matrix.sideline_pairs(made().engagements, "Talks", 2023)
    assert pairs.empty
    assert matrix.common_side(pairs) is None
    assert matrix.sideline_matrix(pairs) is None
    assert matrix.matrix_alt(pairs, "Talks 2023") == "Talks 2023, who met whom: none reported."
