"""Brings files into the store: a transaction for each document, so that a run can stop anywhere and go on."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from core.model import Document, Problem
from core.run import Outcome, Progress, files_of, outcomes_of
from core.store import keep
from core.store.engine import Database
from core.store.log import next_step
from core.store.settle import is_settled, settle

Cancelled = Callable[[], bool]
_ORIGINAL = 50_000_000  # bytes up to which a file is kept as it came; of a larger one only its hash
_SETTLE = 5.0  # seconds after which engagements are made of what came meanwhile


@dataclass(slots=True)
class Added:
    """What became of the files that were given."""

    documents: list[str] = field(default_factory=list)
    known: int = 0
    problems: list[Problem] = field(default_factory=list)
    reports: int = 0
    skipped: int = 0
    cancelled: bool = False


def add_paths(
    database: Database,
    paths: Sequence[Path],
    *,
    parser: str,
    who: str,
    workers: int = 1,
    published: date | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Added:
    """What became of files and folders; a file that was read to its end before is passed over.

    Raises UsageError when a path does not exist, StoreError when the store cannot be written.
    """
    added = Added()
    files = files_of(paths)
    hashes: dict[str, str] = {}

    def unread() -> Iterator[tuple[Path, str]]:
        for path, doc_id in files:
            if _take_in(database, path, doc_id, hashes):
                yield path, doc_id
            else:
                added.skipped += 1

    current: str | None = None
    with _Settler(database, who) as settler:
        for outcome in outcomes_of(unread(), workers=workers, published=published):
            if cancelled and cancelled():
                added.cancelled = True
                break
            if current is not None and outcome.file != current:
                _finish(database, hashes.get(current), current, parser)
            current = outcome.file
            _keep(database, outcome, hashes.get(current), parser, who, added)
            settler.perhaps()
            if progress:
                done = list(hashes).index(current) if len(files) < 2000 else len(hashes)
                progress(min(done + added.skipped, len(files)), len(files))
        if not added.cancelled and current is not None:
            _finish(database, hashes.get(current), current, parser)
    if progress and not added.cancelled:
        progress(len(files), len(files))
    return added


def add_outcomes(database: Database, outcomes: Iterable[Outcome], *, parser: str, who: str) -> Added:
    """What became of documents that were read elsewhere: a page from the web, a pasted text."""
    added = Added()
    with _Settler(database, who):
        for outcome in outcomes:
            _keep(database, outcome, None, parser, who, added)
    return added


def add_original(database: Database, name: str, content: bytes) -> str:
    """The hash of a file's bytes, which are kept as they came unless they are very many."""
    digest = hashlib.sha256(content).hexdigest()
    with database.writing() as connection:
        keep.keep_original(connection, digest, name, content if len(content) <= _ORIGINAL else b"")
    return digest


def _take_in(database: Database, path: Path, doc_id: str, hashes: dict[str, str]) -> bool:
    """Whether a file is still to be read; its bytes are kept first."""
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= _ORIGINAL else None
    except OSError:
        return True  # whoever reads it says what is wrong
    digest = hashlib.sha256(content).hexdigest() if content is not None else _hash_of(path)
    hashes[doc_id] = digest
    with database.reading() as connection:
        if keep.is_read(connection, digest, doc_id):
            return False
    with database.writing() as connection:
        keep.keep_original(connection, digest, doc_id, content or b"")
    return True


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _keep(
    database: Database, outcome: Outcome, original: str | None, parser: str, who: str, added: Added
) -> None:
    """One document, or what is wrong with it, in one transaction; a text that is known is not kept twice."""
    if isinstance(outcome.read, Problem):
        added.problems.append(outcome.read)
        with database.writing() as connection:
            keep.keep_problems(connection, [outcome.read])
        return
    document, told = clean(outcome.read), outcome.reports
    with database.reading() as connection:
        if keep.document_with(connection, document.sha256) is not None:
            added.known += 1
            return
    with database.writing() as connection:
        if keep.document_with(connection, document.sha256) is not None:
            added.known += 1
            return
        step = next_step(connection, who, f"added {document.doc_id}"[:200])
        keep.forget_problems(connection, document.doc_id)
        name = keep.keep_document(connection, step, document, told, parser=parser, original=original)
    added.documents.append(name)
    added.reports += len(told)


def clean(document: Document) -> Document:
    """The document with every character that a database refuses replaced by one that it takes."""
    if "\x00" not in document.text and document.text.isascii():
        return document
    text = document.text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return document if text == document.text else replace(document, text=text)


def _finish(database: Database, digest: str | None, name: str, parser: str) -> None:
    if digest is not None:
        with database.writing() as connection:
            keep.mark_read(connection, digest, name, parser)


class _Settler:
    """Makes engagements of what came, every few seconds and at the end."""

    def __init__(self, database: Database, who: str) -> None:
        self.database = database
        self.who = who
        self.last = time.monotonic()

    def __enter__(self) -> "_Settler":
        return self

    def perhaps(self) -> None:
        if time.monotonic() - self.last > _SETTLE:
            settle_all(self.database, self.who)
            self.last = time.monotonic()

    def __exit__(self, *_: object) -> None:
        settle_all(self.database, self.who)


def settle_all(database: Database, who: str) -> int:
    """How many engagements changed: those of whatever came and was not merged yet."""
    with database.reading() as connection:
        if is_settled(connection):
            return 0
    with database.writing() as connection:
        if is_settled(connection):
            return 0
        return settle(connection, next_step(connection, who, "engagements made anew"), "new reports")
