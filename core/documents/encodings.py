"""The text of a file's bytes, whatever encoding it was saved in; bytes that are no text are refused."""

import codecs
import re
from functools import cache

from core.errors import DocumentError
from core.language.speak import noted
from core.model import Trouble

TEXT_LIMIT = 20_000_000  # characters; an article has some thousands

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", noted("a PDF file")),
    (b"PK\x03\x04", noted("a zip file or an office document")),
    (b"\x89PNG", noted("a picture")),
    (b"\xff\xd8\xff", noted("a picture")),
    (b"GIF8", noted("a picture")),
    (b"\x1f\x8b", noted("a compressed file")),
    (b"\x7fELF", noted("a program")),
    (b"MZ\x90", noted("a program")),
    (b"\xd0\xcf\x11\xe0", noted("an old office document")),
)
_SAMPLE = 65_536


def read_text(data: bytes, doc_id: str) -> str:
    """The text of `data`, with plain line ends, without byte order mark and NUL.

    Raises DocumentError `empty`, `not text` or `too large`.
    """
    if len(data) > 4 * TEXT_LIMIT:
        raise too_large(doc_id)
    text = decode(data, doc_id)
    if len(text) > TEXT_LIMIT:
        raise too_large(doc_id)
    return text


def decode(data: bytes, doc_id: str) -> str:
    """The same without a limit, for tables: it is their rows that are limited.

    Raises DocumentError `empty` or `not text`.
    """
    text = clean(_decode(data, doc_id))
    if not text.strip():
        raise DocumentError(doc_id, Trouble.EMPTY, noted("there is no text in it"))
    return text


def clean(text: str) -> str:
    """`text` with line feeds at line ends, without byte order marks, NUL and lone surrogates."""
    if _odd().search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
        text = text.replace("\v", "\n").replace("\f", "\n").replace("\x85", "\n")
        text = text.replace("\x00", "").replace("\ufeff", "")
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text


def kind_of(data: bytes) -> str:
    """What the first bytes of a file show it to be, in words; empty for text and what is not known."""
    return next((what for signature, what in _SIGNATURES if data.startswith(signature)), "")


def too_large(doc_id: str) -> DocumentError:
    """The error for a text beyond the limit."""
    limit = TEXT_LIMIT // 1_000_000
    return DocumentError(
        doc_id,
        Trouble.TOO_LARGE,
        noted("more than {number} million characters; split it into documents", number=limit),
    )


@cache
def _odd() -> re.Pattern[str]:
    return re.compile("[\r\v\f\x00\x85\u2028\u2029\ufeff\ud800-\udfff]")


def _decode(data: bytes, doc_id: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    what = kind_of(data)
    if what:
        raise DocumentError(
            doc_id,
            Trouble.NOT_TEXT,
            noted("this is {note}, whatever its name says; give it the right ending", note=what),
        )
    sample = data[:_SAMPLE]
    wide = _wide_encoding(sample)
    if wide:
        return data.decode(wide, "replace")
    if _looks_binary(sample):
        raise DocumentError(
            doc_id, Trouble.NOT_TEXT, noted("the bytes are those of a binary file; save it as plain text")
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, doc_id)


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: in English nearly every other byte is zero."""
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _looks_binary(sample: bytes) -> bool:
    """True when more than one byte in a hundred is a control character that texts do not hold."""
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
    return controls * 100 > len(sample)


def _guess(data: bytes, doc_id: str) -> str:
    """The text in the likeliest encoding of one byte a character; Windows' own when nothing is likelier."""
    from charset_normalizer import from_bytes  # 20 ms: only for the few files that are not UTF-8

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    if encoding.startswith(("utf", "ascii")) or _mostly_ascii(data):
        encoding = "cp1252"
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * 50 > len(text):
        raise DocumentError(
            doc_id, Trouble.NOT_TEXT, noted("no known encoding makes text of it; save it as UTF-8")
        )
    return text


def _mostly_ascii(data: bytes) -> bool:
    """True for English with a few accents: too few of them to tell one old encoding from another."""
    sample = data[:_SAMPLE]
    return len(sample.translate(None, bytes(range(128)))) * 20 < len(sample)
