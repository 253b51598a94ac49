"""The text of bytes in any encoding, and bytes that are no text."""

import codecs

import pytest

from core.documents import encodings
from core.documents.encodings import clean, read_text
from core.errors import DocumentError

TEXT = "Talks in Delhi\n\nThe ministers of France and Brazil met in Orléans, said Mr José Múcio. They agreed."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="utf-16 with mark"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16 little end first, no mark"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16 big end first, no mark"),
        pytest.param(TEXT.encode("utf-32"), id="utf-32 with mark"),
        pytest.param(TEXT.encode("latin-1"), id="latin-1"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="windows line ends"),
        pytest.param(TEXT.replace("\n", "\r").encode(), id="old mac line ends"),
        pytest.param(TEXT.replace("met", "m\0et").encode(), id="stray nul"),
    ],
)
def test_same_text(data: bytes) -> None:
    assert read_text(data, "a.txt") == TEXT


def test_windows_quotes() -> None:
    assert read_text("He said “yes” – and went".encode("cp1252"), "a.txt") == "He said “yes” – and went"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\t\n", "empty", id="blanks"),
        pytest.param(codecs.BOM_UTF8, "empty", id="a mark alone"),
        pytest.param(bytes(range(256)) * 20, "not text", id="all bytes"),
        pytest.param(b"\x00" * 3000, "not text", id="zeros"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"abc" * 50, "not text", id="picture with text in it"),
        pytest.param(b"%PDF-1.7\nplain", "not text", id="pdf under another name"),
        pytest.param(b"PK\x03\x04plain text", "not text", id="zip under another name"),
    ],
)
def test_refused(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_text(data, "a.txt")
    assert (caught.value.doc_id, caught.value.problem) == ("a.txt", problem)
    assert caught.value.detail


def test_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "TEXT_LIMIT", 10)
    assert read_text(b"ten signs.", "a.txt") == "ten signs."
    with pytest.raises(DocumentError, match="too large"):
        read_text(b"eleven sign", "a.txt")


def test_clean_leaves_plain_text_alone() -> None:
    assert clean(TEXT) is TEXT
    assert clean("a\x0cb\u2028c\ud800") == "a\nb\nc?"
