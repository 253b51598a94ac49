"""What a document states beside its engagements: weekdays, numbers of members, past and coming offices."""

from datetime import date

import pytest

from core.model import Document, Report
from core.reports.read import read_document

TALKS = "Defence Minister Rajnath Singh met his Russian counterpart, Andrei Belousov, in Qingdao on {}, on the sidelines of the SCO Defence Ministers' Meeting."


def stated(text: str) -> dict[str, str]:
    """What the first report states, with the words it rests on."""
    reports: list[Report] = read_document(Document("d.txt", text, published=date(2025, 6, 30)))
    told = [source for source in reports[0].fields if source.field.endswith("_stated")]
    return {f"{source.field} {source.value}": text[source.start : source.end] for source in told}


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        pytest.param("Friday, 26 June 2025", {"weekday_stated Friday": "Friday, 26 June 2025"}, id="a wrong weekday"),
        pytest.param("Thursday, 26 June 2025", {}, id="the right weekday"),
        pytest.param("June 26, 2025 (Friday)", {"weekday_stated Friday": "June 26, 2025 (Friday"}, id="a wrong one behind"),
        pytest.param("June 26, 2025 (Thursday)", {}, id="the right one behind"),
        pytest.param("26 June 2025, sat down for talks", {}, id="sat is no Saturday"),
        pytest.param("26 June 2025", {}, id="no weekday"),
        pytest.param("Thursday", {}, id="a weekday alone gives the date"),
    ],
)  # fmt: skip
def test_weekday(printed: str, found: dict[str, str]) -> None:
    assert stated(TALKS.format(printed)) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("The SCO has eight member states.", {"members_stated SCO: 8": "eight member states"}, id="in words"),
        pytest.param("It is a body of 10 member countries.", {"members_stated SCO: 10": "10 member countries"}, id="the body named before"),
        pytest.param("The eight-member SCO met again.", {"members_stated SCO: 8": "eight-member"}, id="an adjective"),
        pytest.param("ASEAN has ten member states.", {}, id="another body"),
        pytest.param("All eight members of his staff came to the SCO venue.", {}, id="members of something else"),
        pytest.param("The SCO met for the eighth time.", {}, id="no members"),
        pytest.param(
            "SCO member states, including Iran and Belarus, came.",
            {"member_stated SCO: IRN": "Iran", "member_stated SCO: BLR": "Belarus"},
            id="members listed",
        ),
        pytest.param("SCO member states met officials of Iran and Belarus.", {}, id="no list"),
        pytest.param("SCO member states and partners, including Turkey, came.", {}, id="a list of others too"),
        pytest.param("SCO non-member states, including Turkey, came.", {}, id="no members at all"),
    ],
)  # fmt: skip
def test_members(line: str, found: dict[str, str]) -> None:
    assert stated(f"{TALKS.format('Thursday')} {line}") == found


@pytest.mark.parametrize(
    ("who", "found"),
    [
        pytest.param("former Russian Defence Minister Sergei Shoigu", True, id="former"),
        pytest.param("Russia's Defence Minister-designate, Sergei Shoigu", True, id="designate"),
        pytest.param("Sergei Shoigu, the former Defence Minister of Russia", True, id="behind the name"),
        pytest.param("Russian Defence Minister Sergei Shoigu", False, id="in office"),
    ],
)
def test_offices(who: str, *, found: bool) -> None:
    told = stated(f"Defence Minister Rajnath Singh met {who} in New Delhi on Thursday. He was then in Delhi.")
    assert [name.startswith("office_stated Sergei Shoigu") for name in told] == [True] * found
