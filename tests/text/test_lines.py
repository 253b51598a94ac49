"""Lines as their writer meant them."""

import pytest

from core.text.lines import lines

WRAPPED = """\
The President spoke today with the Prime Minister of the neighbouring
country, committing that the two of them would work closely together to
rebuild the trade which both of them need. They agreed to go on with the
cooperation in the Indo-Pacific, including support for freedom of
navigation."""


def texts(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\n ", [], id="blank"),
        pytest.param("  one  \n\n two", ["one", "two"], id="white space off"),
        pytest.param("One headline here\nAnother headline here", ["One headline here", "Another headline here"], id="short"),
        pytest.param(WRAPPED, [WRAPPED], id="wrapped"),
        pytest.param(f"{WRAPPED}\n\n{WRAPPED}", [WRAPPED, WRAPPED], id="two wrapped"),
        pytest.param(f"MINISTERS OF TWO COUNTRIES MEET AND AGREE ON NOTHING AT ALL\n{WRAPPED}", ["MINISTERS OF TWO COUNTRIES MEET AND AGREE ON NOTHING AT ALL", WRAPPED], id="a headline in capitals"),
        pytest.param(f"Header line\n\n{WRAPPED}\nToo short for that\nlast", [
            "Header line", f"{WRAPPED}", "Too short for that", "last"], id="short lines under a wrapped one"),
        pytest.param(f"{WRAPPED}\n-   The leaders of both of the countries also spoke about how to get\n    goods home.\n-   Next",
            [WRAPPED, "-   The leaders of both of the countries also spoke about how to get\n    goods home.", "-   Next"],
            id="wrapped bullets"),
        pytest.param("• first part\n  second part\n• next", ["• first part\n  second part", "• next"], id="indented bullet"),
        pytest.param("• first part and\nsecond part\nThird", ["• first part and\nsecond part", "Third"], id="bullet goes on small"),
        pytest.param("• first part.\nsecond part", ["• first part.", "second part"], id="bullet that has ended"),
    ],
)  # fmt: skip
def test_lines(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_headlines_are_not_a_wrapped_paragraph() -> None:
    headlines = [
        "Minister speaks to Secretary Pete Hegseth over the phone",
        "Minister meets his Belarusian counterpart in the city of Qingdao",
        "What is the missile that everybody is talking about?",
    ]
    assert texts("\n".join(headlines)) == headlines


def test_two_blanks_break_a_line() -> None:
    assert texts(f"{WRAPPED}\n\nAnn Lee of the Department of Homeland Security of the State  \nBob Ray")[
        1:
    ] == [
        "Ann Lee of the Department of Homeland Security of the State",
        "Bob Ray",
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("• item", 2, id="bullet"),
        pytest.param("- item", 2, id="hyphen"),
        pytest.param("1. item", 3, id="number"),
        pytest.param("12) item", 4, id="number with bracket"),
        pytest.param("(iv) item", 5, id="roman"),
        pytest.param("(a) item", 4, id="letter"),
        pytest.param("a) item", 3, id="letter with one bracket"),
        pytest.param("-30-", 0, id="end mark"),
        pytest.param("9.30 pm", 0, id="time"),
        pytest.param("2+2 talks", 0, id="2+2"),
        pytest.param("(R) shakes hands", 0, id="capital"),
        pytest.param("21 ministers", 0, id="number without stop"),
        pytest.param("•", 0, id="nothing behind it"),
    ],
)
def test_mark(text: str, mark: int) -> None:
    assert lines(text)[0].mark == mark
