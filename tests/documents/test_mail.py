"""Mail messages: bodies, subjects, dates, broken ones."""

from datetime import date
from email.message import EmailMessage

import pytest

from core.documents.read import read_data
from core.model import Document, Problem

STORY = "The two ministers met here on Friday and spoke of trade between the countries for more than an hour."


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in headers.items():
        made[name] = value
    return made


def read(data: bytes) -> Document | Problem:
    (found,) = read_data(data, "a.eml")
    return found


def test_plain() -> None:
    made = message(
        Subject="Talks in Orléans", Date="Fri, 28 Apr 2023 23:30:00 +0530", From="Press Office <p@x.example>"
    )
    made.set_content(STORY)
    made.add_attachment(b"secret", maintype="application", subtype="pdf", filename="../../x.pdf")
    document = read(made.as_bytes())
    assert isinstance(document, Document)
    assert document.text == f"Talks in Orléans\n\n{STORY}"
    assert (document.title, document.published) == ("Talks in Orléans", date(2023, 4, 28))
    assert (document.source, document.published_basis.value) == ("Press Office", "metadata")


def test_web_page_alone() -> None:
    made = message(Subject="Talks")
    made.set_content(f"<html><body><p>{STORY}</p></body></html>", subtype="html")
    document = read(made.as_bytes())
    assert isinstance(document, Document)
    assert document.text == f"Talks\n\n{STORY}"


def test_unknown_charset() -> None:
    data = f"Subject: Talks\nContent-Type: text/plain; charset=nonsense\n\n{STORY}\n".encode()
    document = read(data)
    assert isinstance(document, Document)
    assert STORY in document.text


@pytest.mark.parametrize("header", ["", "nonsense", "Fri, 99 Apr 2023 10:00:00 +0000"])
def test_broken_date(header: str) -> None:
    document = read(f"Subject: Talks\nDate: {header}\n\n{STORY}\n".encode())
    assert isinstance(document, Document)
    assert document.published is None


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "unreadable", id="nothing"),
        pytest.param(b"just words, no header lines", "unreadable", id="no mail"),
        pytest.param(b"Subject: Talks\n\n", "empty", id="no body"),
    ],
)
def test_refused(data: bytes, problem: str) -> None:
    found = read(data)
    assert isinstance(found, Problem)
    assert found.problem == problem
