"""PDF files: the article's text without running heads and cut words; without text, what to do about it."""

import logging
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from core.documents.days import find_days
from core.documents.encodings import TEXT_LIMIT, clean, kind_of, too_large
from core.documents.pdf_lines import Line, page_lines, printed_from, without_running_heads
from core.documents.pdf_text import TALLER, body_size, paragraphs
from core.documents.plain import find_title, make_document
from core.documents.published import find_published
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_PAGES = 500  # read at most; more is a book, and said
_SMALL = 0.95  # times them: less is small print
_FRESH = 45  # days before the file was made in which the story must name a day, before that date is believed
_GARBLED = 0.2  # of all letters that stand for nothing
_BROWSERS = ("skia", "quartz", "wkhtmlto", "chrom", "mozilla", "safari")  # they print old pages any day


def read_pdf(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The document that a PDF is; one with very many pages is read in part, and that is said.

    Raises DocumentError `empty`, `encrypted`, `unreadable`, `not text` or `too large`.
    """
    if b"%PDF-" not in data[:1024]:
        what = kind_of(data) or noted("no PDF file")
        raise DocumentError(
            doc_id,
            Trouble.NOT_TEXT,
            noted("this is {note}, whatever its name says; give it the right ending", note=what),
        )
    with _complaints() as complaints:
        yield from _read(data, doc_id, given, complaints)


def _read(
    data: bytes, doc_id: str, given: date | None, complaints: list[str]
) -> Iterator[Document | Problem]:
    reader = _opened(data, doc_id)
    pages, heights, total, pictures = _lines(reader, doc_id)
    found = paragraphs(without_running_heads(pages, heights))
    text = clean("\n\n".join(text for text, _ in found)).strip()
    _check(text, doc_id, pictures, complaints)
    stated = None if given or find_published(text)[0] else _made(reader, text)
    title = _title(reader, text, found, pages)
    url = printed_from(pages, heights)
    yield make_document(doc_id, text, title=title, stated=stated, given=given, url=url)
    if total > _PAGES:
        told = noted(
            "it has {number} pages, of which the first {number2} were read; split it into its documents",
            number=total,
            number2=_PAGES,
        )
        yield Problem(doc_id, Trouble.TOO_LARGE, told)


def _opened(data: bytes, doc_id: str) -> "PdfReader":
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise DocumentError(doc_id, Trouble.ENCRYPTED, noted("it has a password; save it without one"))
    except (DocumentError, MemoryError):
        raise
    except (NotImplementedError, FileNotDecryptedError) as error:
        raise DocumentError(
            doc_id, Trouble.ENCRYPTED, noted("it is locked in a way that is not known: {error}", error=error)
        ) from error
    except Exception as error:
        raise _damaged(doc_id, error) from error
    return reader


def _lines(reader: "PdfReader", doc_id: str) -> tuple[list[list[Line]], list[float], int, bool]:
    """The lines of each page, the pages' heights, how many there are, and whether pictures stand on them."""
    pages: list[list[Line]] = []
    heights: list[float] = []
    size, pictures, failed = 0, False, None
    try:
        total = len(reader.pages)
    except MemoryError:
        raise
    except Exception as error:
        raise _damaged(doc_id, error) from error
    for number in range(min(total, _PAGES)):
        try:
            page = reader.pages[number]
            pages.append(page_lines(page, number))
            heights.append(float(page.mediabox.height))
            pictures = pictures or _has_picture(page)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - the other pages may be whole
            failed = error
            continue
        size += sum(len(line.text) for line in pages[-1])
        if size > TEXT_LIMIT:
            raise too_large(doc_id)
    pages = pages[: len(heights)]
    if failed is not None and not size:
        raise _damaged(doc_id, failed) from failed
    return pages, heights, total, pictures


def _check(text: str, doc_id: str, pictures: bool, complaints: list[str]) -> None:
    """Raises DocumentError when the pages hold no text, or none that can be read."""
    if not text and complaints and not pictures:
        raise DocumentError(
            doc_id,
            Trouble.UNREADABLE,
            noted(
                "no text can be taken out of it, the file is damaged ({error}); save it anew",
                error=complaints[0],
            ),
        )
    if not text:
        what = noted("its pages are pictures") if pictures else noted("its pages are empty or drawn")
        raise DocumentError(
            doc_id,
            Trouble.EMPTY,
            noted("there is no text in it, {note}; run text recognition (OCR) on it first", note=what),
        )
    strange = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < "\t" for letter in text)
    if strange > _GARBLED * len(text):
        raise DocumentError(
            doc_id,
            Trouble.UNREADABLE,
            noted("its fonts do not say which letters they draw; run text recognition (OCR) on it first"),
        )


def _title(reader: "PdfReader", text: str, found: list[tuple[str, float]], pages: list[list[Line]]) -> str:
    """The headline: what the file says where the text begins with that, else the tallest of its first lines."""
    try:
        named = " ".join(clean(str((reader.metadata and reader.metadata.title) or "")).split())
    except Exception:  # noqa: BLE001 - the text is whole all the same
        named = ""
    usual = body_size(line for page in pages for line in page)
    tall = [(find_title(words), size) for words, size in found[:8] if size >= TALLER * usual]
    tallest = max(((words, size) for words, size in tall if len(words) >= 8), key=_size, default=("", 0.0))[0]
    if len(named) > 8 and named.casefold() in " ".join(text[:1500].split()).casefold():
        return tallest if named.casefold() in tallest.casefold() else named[:200]
    # Small letters above the story are the paper's name, or the day.
    return tallest or find_title("\n\n".join(words for words, size in found if size >= _SMALL * usual))


def _size(line: tuple[str, float]) -> float:
    return line[1]


def _made(reader: "PdfReader", text: str) -> date | None:
    """The day on which the file was made, where the story names a day shortly before it.

    Any other file may be an old story printed or saved again.
    """
    try:
        about = reader.metadata
        made = about.creation_date if about else None
        tools = f"{about.producer} {about.creator}".casefold() if about else ""
    except Exception:  # noqa: BLE001 - broken dates are common, and no loss
        return None
    if made is None or any(name in tools for name in _BROWSERS):
        return None
    ages = [(made.date() - day).days for day, _, _ in find_days(text, 0, 6000)]
    return made.date() if any(0 <= age <= _FRESH for age in ages) else None


def _has_picture(page: "PageObject") -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if objects is None:
        return False
    return any(one.get_object().get("/Subtype") == "/Image" for one in objects.get_object().values())


def _damaged(doc_id: str, error: Exception) -> DocumentError:
    told = " ".join(str(error).split())[:120] or type(error).__name__
    return DocumentError(
        doc_id, Trouble.UNREADABLE, noted("the file is damaged ({error}); fetch or save it anew", error=told)
    )


class _complaints:  # noqa: N801 - used as a function would be
    """What pypdf logs while it is entered: it reads damaged files as far as it can, and says so only there."""

    def __init__(self) -> None:
        self.handler = _Listener(logging.WARNING)
        self.log = logging.getLogger("pypdf")
        self.passed_on = self.log.propagate

    def __enter__(self) -> list[str]:
        self.log.addHandler(self.handler)
        self.log.propagate = False
        return self.handler.heard

    def __exit__(self, *_: object) -> None:
        self.log.removeHandler(self.handler)
        self.log.propagate = self.passed_on


class _Listener(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the first few."""
        if len(self.heard) < 5:
            self.heard.append(" ".join(record.getMessage().split())[:120])
