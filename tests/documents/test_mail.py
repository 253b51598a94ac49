"""Mail messages: bodies, subjects, dates, broken ones."""

import zipfile
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO

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
    made.add_attachment(b"secret", maintype="image", subtype="png", filename="../../x.png")
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


def with_attachments(*attached: tuple[str, bytes], body: str = STORY) -> bytes:
    made = message(Subject="Talks")
    if body:
        made.set_content(body)
    for name, content in attached:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def outcomes(data: bytes) -> dict[str, str]:
    """What became of a mail's documents: their beginnings or their problems."""
    return {
        one.doc_id: one.problem.value if isinstance(one, Problem) else one.text.split()[0]
        for one in read_data(data, "a.eml")
    }


def zipped(name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("attached", "found"),
    [
        pytest.param([("n.txt", b"Second story")], {"a.eml#n.txt": "Second"}, id="text"),
        pytest.param([("../../x.txt", b"Second story")], {"a.eml#x.txt": "Second"}, id="a path for a name"),
        pytest.param([("..\\x.txt", b"Second story")], {"a.eml#x.txt": "Second"}, id="a path of Windows"),
        pytest.param([("n.txt", b"Second story"), ("n.txt", b"Third story")], {"a.eml#n.txt": "Second", "a.eml#n~2.txt": "Third"}, id="the same name twice"),
        pytest.param([("p.png", b"\x89PNG"), ("v.exe", b"MZ")], {}, id="no articles"),
        pytest.param([("n.pdf", b"The ministers met.")], {"a.eml#n.pdf": "not text"}, id="a broken one"),
        pytest.param([("n.txt", b"")], {"a.eml#n.txt": "empty"}, id="an empty one"),
        pytest.param([("all.zip", zipped("b.txt", b"Third story"))], {"a.eml#all.zip/b.txt": "Third"}, id="an archive"),
        pytest.param([("t.csv", b"text\nA met B.\n")], {"a.eml#t.csv#1": "A"}, id="a table"),
        pytest.param([("m.eml", b"Subject: In it\n\nThey met.\n")], {"a.eml#m.eml": "In"}, id="a mail"),
        pytest.param([("é#\n:.txt", b"Second story")], {"a.eml#é___.txt": "Second"}, id="odd signs"),
    ],
)  # fmt: skip
def test_attachments(attached: list[tuple[str, bytes]], found: dict[str, str]) -> None:
    assert outcomes(with_attachments(*attached)) == {"a.eml": "Talks", **found}


def test_a_forwarded_mail_and_what_is_attached_to_it() -> None:
    inner = message_from_bytes(with_attachments(("n.txt", b"Second story")), policy=policy.default)
    made = message(Subject="Talks")
    made.set_content(STORY)
    made.add_attachment(inner)
    assert outcomes(made.as_bytes()) == {"a.eml": "Talks", "a.eml#attachment.eml": "Talks", "a.eml#attachment.eml#n.txt": "Second"}  # fmt: skip


def test_attachments_alone_are_enough() -> None:
    made = message(Subject="Talks")
    made.make_mixed()
    made.add_attachment(b"Second story", maintype="text", subtype="plain", filename="n.txt")
    assert outcomes(made.as_bytes()) == {"a.eml#n.txt": "Second"}


def test_very_many_attachments() -> None:
    found = outcomes(with_attachments(*[(f"{n}.txt", b"Second story") for n in range(205)]))
    assert len(found) == 201
    assert found["a.eml"] == "too large"


def test_mails_within_mails_come_to_an_end() -> None:
    data = with_attachments(("n.txt", b"Second story"))
    for _ in range(5):
        data = with_attachments(("m.eml", data))
    found = outcomes(data)
    assert found["a.eml#m.eml#m.eml#m.eml"] == "too large"
    assert len(found) == 4
