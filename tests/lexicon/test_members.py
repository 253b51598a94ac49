"""How many members a body had when, and who came and went."""

from datetime import date

import pytest

from core.lexicon.members import body_of, came_and_went, outgrown, size_on


@pytest.mark.parametrize(
    ("forum", "body"),
    [
        pytest.param("SCO Defence Ministers' Meeting", "SCO", id="a meeting of its ministers"),
        pytest.param("SCO", "SCO", id="the body itself"),
        pytest.param("ADMM-Plus", "ASEAN", id="over another forum"),
        pytest.param("Aero India", "", id="a show has none"),
        pytest.param("United Nations", "", id="a body whose members are not listed"),
        pytest.param("no such forum", "", id="unknown"),
    ],
)
def test_body_of(forum: str, body: str) -> None:
    assert body_of(forum) == body


@pytest.mark.parametrize(
    ("size", "on", "since"),
    [
        pytest.param(8, date(2023, 7, 3), None, id="the last day of eight"),
        pytest.param(8, date(2023, 7, 4), date(2023, 7, 4), id="the first day of nine"),
        pytest.param(8, date(2025, 6, 25), date(2023, 7, 4), id="long after"),
        pytest.param(9, date(2025, 6, 25), date(2024, 7, 4), id="nine in the time of ten"),
        pytest.param(10, date(2025, 6, 25), None, id="right"),
        pytest.param(10, date(2023, 1, 1), None, id="never had so many before"),
        pytest.param(7, date(2025, 6, 25), None, id="never had so many at all"),
    ],
)
def test_outgrown(size: int, on: date, since: date | None) -> None:
    assert outgrown("SCO", size, on) == since


def test_came_and_went() -> None:
    assert came_and_went("SCO", date(2023, 7, 4), date(2025, 1, 1)) == (("BLR", "IRN"), ())
    assert came_and_went("European Union", date(2020, 2, 1), date(2021, 1, 1)) == ((), ("GBR",))
    assert size_on("European Union", date(2020, 1, 31)) - size_on("European Union", date(2020, 2, 1)) == 1
