"""Files of any kind become documents: which reader for which name, folders with all that lies in them."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from core.documents.encodings import read_text
from core.documents.plain import make_document
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

if TYPE_CHECKING:
    from core.documents.nesting import Allowance

Reader = Callable[..., Iterator[Document | Problem]]

# The reader's module and function; imported on first use, since some need large libraries.
_READERS = {
    ".html": "core.documents.html:read_html",
    ".htm": "core.documents.html:read_html",
    ".xhtml": "core.documents.html:read_html",
    ".csv": "core.documents.tables:read_csv",
    ".tsv": "core.documents.tables:read_csv",
    ".jsonl": "core.documents.tables:read_jsonl",
    ".ndjson": "core.documents.tables:read_jsonl",
    ".json": "core.documents.tables:read_json",
    ".parquet": "core.documents.parquet:read_parquet",
    ".pdf": "core.documents.pdf:read_pdf",
    ".docx": "core.documents.word:read_docx",
    ".eml": "core.documents.mail:read_eml",
    ".zip": "core.documents.archive:read_zip",
}
_HOLDERS = (".eml", ".zip")  # files with other files in them
_PLAIN = (".txt", ".md", ".markdown", ".text")
MANY = (
    ".csv",
    ".tsv",
    ".jsonl",
    ".ndjson",
    ".json",
    ".parquet",
    ".eml",
    ".zip",
)  # more than one document in a file
# Bytes beyond which files of a kind are read in a limited process.
_RISKY = {".pdf": 0, ".docx": 0, ".eml": 0, ".html": 1_000_000, ".htm": 1_000_000, ".xhtml": 1_000_000}
_BYTES = 1_000_000_000


def find_files(path: Path) -> Iterator[tuple[Path, str]]:
    """The files at `path` with their document ids, sorted: a file under its name, a folder's files under theirs in it.

    Hidden files and folders are passed over.
    """
    if not path.is_dir():
        yield path, path.name
        return
    for file in sorted(_inside(path), key=lambda file: file.relative_to(path).parts):
        yield file, file.relative_to(path).as_posix()


def _inside(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link may lead round in a circle
                yield from _inside(entry)
        else:
            yield entry


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was handed in: its name and its bytes."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of its bytes, as 64 hexadecimal digits; that of a `Document` is of its text."""
        import hashlib

        return hashlib.sha256(self.content).hexdigest()


def open_file(path: Path, name: str) -> Original:
    """The file at `path`, to be known as `name`.

    Raises DocumentError `unreadable` or `too large`.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise DocumentError(
                name,
                Trouble.TOO_LARGE,
                noted("it is larger than {what} GB; split it", what=_BYTES // 1_000_000_000),
            )
        return Original(name, path.read_bytes())
    except OSError as error:
        told = noted("the file cannot be opened: {error}", error=error.strerror or error)
        raise DocumentError(name, Trouble.UNREADABLE, told) from error


def read_file(path: Path, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The documents in one file, and what could not be used of it."""
    try:
        original = open_file(path, doc_id)
    except DocumentError as error:
        yield problem(error)
        return
    yield from read_data(original.content, doc_id, given)


def read_bytes(name: str, content: bytes, published: date | None = None) -> Iterator[Document | Problem]:
    """The documents in an uploaded file; `published` is the user's word for those that state no day."""
    yield from read_data(content, name, published)


def read_data(
    data: bytes, doc_id: str, given: date | None = None, allowance: "Allowance | None" = None
) -> Iterator[Document | Problem]:
    """The documents in the bytes of a file named `doc_id`; the name's ending says what they are.

    Files that can blow up are read in a process of its own with limits of time and memory. `allowance` is what the
    file that this one was found in leaves for it.
    """
    try:
        if _is_risky(doc_id, len(data)):
            from core.documents.limited import read_limited

            yield from read_limited(data, doc_id, given, allowance.depth if allowance else 0)
        elif allowance is not None and PurePosixPath(doc_id).suffix.lower() in _HOLDERS:
            yield from _reader(doc_id)(data, doc_id, given, allowance)
        else:
            yield from _reader(doc_id)(data, doc_id, given)
    except DocumentError as error:
        yield problem(error)


def _is_risky(doc_id: str, size: int) -> bool:
    """True for a file to be read elsewhere: of a kind that can grow in reading, and not there already."""
    least = _RISKY.get(PurePosixPath(doc_id).suffix.lower())
    return least is not None and size > least and "SIDELINES_LIMITED" not in os.environ


def numbered(name: str, number: int) -> str:
    """A name with a number before its ending, which says what the file is: `in/a.txt` becomes `in/a~2.txt`."""
    path = PurePosixPath(name)
    suffix = path.suffix if path.suffix.lower() in (*_PLAIN, *_READERS) else ""
    return f"{name.removesuffix(suffix)}~{number}{suffix}"


def problem(error: DocumentError) -> Problem:
    """The row of problems.csv for an error."""
    return Problem(error.doc_id, Trouble(error.problem), error.detail)


def is_supported(name: str) -> bool:
    """True when the ending of a file's name is one that is read."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in _READERS or suffix in _PLAIN


def _reader(doc_id: str) -> Reader:
    suffix = PurePosixPath(doc_id).suffix.lower()
    if suffix in _PLAIN:
        return _read_plain
    if suffix in _READERS:
        module, name = _READERS[suffix].split(":")
        reader: Reader = getattr(import_module(module), name)
        return reader
    known = " ".join(sorted({*_PLAIN, *_READERS}))
    raise DocumentError(
        doc_id,
        Trouble.UNSUPPORTED,
        noted(
            "files of the kind {name} are not read; {names} are", name=suffix or "without ending", names=known
        ),
    )


def _read_plain(data: bytes, doc_id: str, given: date | None) -> Iterator[Document | Problem]:
    yield make_document(doc_id, read_text(data, doc_id), given=given)
