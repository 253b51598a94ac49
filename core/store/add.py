"""Brings files into the store: a transaction for each document, so that a run can stop anywhere and go on."""

import gc
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from core.documents.read import MANY
from core.model import Document, Problem
from core.run import Outcome, Progress, files_of, outcome_of, outcomes_of
from core.store import keep
from core.store.engine import Database
from core.store.log import next_step
from core.store.settle import is_settled, settle

Cancelled = Callable[[], bool]
_ORIGINAL = 50_000_000  # bytes up to which a file is kept as it came; of a larger one only its hash
_SETTLE = 5.0  # seconds after which engagements are made of what came meanwhile
_REST = 4.0  # times as long as that took the next one is put off: so a large collection is added to as fast


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
    return add_files(
        database,
        files_of(paths),
        parser=parser,
        who=who,
        workers=workers,
        published=published,
        progress=progress,
        cancelled=cancelled,
    )


def add_files(
    database: Database,
    files: Sequence[tuple[Path, str]],
    *,
    parser: str,
    who: str,
    workers: int = 1,
    published: date | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Added:
    """The same for files that each have a name already."""
    added = Added()
    with database.reading() as connection:
        read_before = keep.all_read(connection)
    came: dict[str, _Came] = {}

    def unread() -> Iterator[tuple[Path, str]]:
        for path, doc_id in files:
            file = _look_at(path, doc_id)
            if (file.digest, doc_id) in read_before:
                added.skipped += 1
            else:
                came[doc_id] = file
                yield path, doc_id

    current: _Came | None = None
    done = 0
    with _Settler(database, who) as settler:
        for outcome in outcomes_of(unread(), workers=workers, published=published):
            if cancelled and cancelled():
                added.cancelled = True
                break
            file = came[outcome.file]
            if file is not current:
                _finish(database, current, parser)
                if current:
                    came.pop(current.name)
                current, done = file, done + 1
            _keep(database, outcome, file, parser, who, added)
            settler.perhaps()
            if progress:
                progress(min(done + added.skipped, len(files)), len(files))
        if not added.cancelled:
            _finish(database, current, parser)
    if progress and not added.cancelled:
        progress(len(files), len(files))
    return added


def add_reads(
    database: Database, reads: Iterable[tuple[Document | Problem, bytes]], *, parser: str, who: str
) -> Added:
    """What became of documents that were read elsewhere, each with the bytes in which it came, if there are any."""
    added = Added()
    with _Settler(database, who) as settler:
        for read, content in reads:
            digest = hashlib.sha256(content).hexdigest() if content else ""
            came = _Came(read.doc_id, digest, content if len(content) <= _ORIGINAL else b"", alone=True)
            _keep(database, outcome_of(read, read.doc_id), came, parser, who, added)
            settler.perhaps()
    return added


@dataclass(slots=True)
class _Came:
    """A file on its way into the store: its hash, and its bytes unless they are very many."""

    name: str
    digest: str
    content: bytes
    alone: bool
    marked: bool = False


def _look_at(path: Path, name: str) -> _Came:
    """A file's hash and bytes; both empty where it cannot be opened, which whoever reads it says."""
    alone = path.suffix.lower() not in MANY
    try:
        if path.stat().st_size > _ORIGINAL:
            with path.open("rb") as file:
                return _Came(name, hashlib.file_digest(file, "sha256").hexdigest(), b"", alone)
        content = path.read_bytes()
    except OSError:
        return _Came(name, "", b"", alone)
    return _Came(name, hashlib.sha256(content).hexdigest(), content, alone)


def _keep(
    database: Database, outcome: Outcome, file: _Came | None, parser: str, who: str, added: Added
) -> None:
    """One document, or what is wrong with it, in one transaction; a text that is known is not kept twice."""
    if isinstance(outcome.read, Problem):
        added.problems.append(outcome.read)
        with database.writing() as connection:
            keep.keep_problems(connection, [outcome.read])
        return
    document, told = clean(outcome.read), outcome.reports
    if document is not outcome.read:
        told = outcome_of(document).reports
    with database.writing() as connection:
        if file and file.digest:
            keep.keep_original(connection, file.digest, file.name, file.content)
        if keep.document_with(connection, document.sha256) is not None:
            added.known += 1
        else:
            step = next_step(connection, who, f"added {document.doc_id}"[:200])
            keep.forget_problems(connection, document.doc_id)
            original = file.digest if file and file.digest else None
            name = keep.keep_document(connection, step, document, told, parser=parser, original=original)
            added.documents.append(name)
            added.reports += len(told)
        if file and file.alone:
            _mark(connection, file, parser)


def clean(document: Document) -> Document:
    """The document with every character that a database refuses replaced by one that it takes."""
    if "\x00" not in document.text and document.text.isascii():
        return document
    text = document.text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return document if text == document.text else replace(document, text=text)


def _finish(database: Database, file: _Came | None, parser: str) -> None:
    """Says of a file that all of it is in the store, where its last document did not."""
    if file and file.digest and not file.marked:
        with database.writing() as connection:
            keep.keep_original(connection, file.digest, file.name, file.content)
            _mark(connection, file, parser)


def _mark(connection: Connection, file: _Came, parser: str) -> None:
    if file.digest:
        keep.mark_read(connection, file.digest, file.name, parser)
        file.marked = True


class _Settler:
    """Makes engagements of what came, every few seconds and at the end."""

    def __init__(self, database: Database, who: str) -> None:
        self.database = database
        self.who = who
        self.last = time.monotonic()
        self.took = 0.0

    def __enter__(self) -> "_Settler":
        return self

    def perhaps(self) -> None:
        begun = time.monotonic()
        if begun - self.last > max(_SETTLE, _REST * self.took):
            settle_all(self.database, self.who)
            gc.collect()  # asking a database leaves rings of objects, which are looked for rarely while reading
            self.last = time.monotonic()
            self.took = self.last - begun

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
