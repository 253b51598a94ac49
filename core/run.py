"""Leads many documents through the rooms: files in, a collection out, with any number of workers."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from core.documents.read import MANY, find_files, numbered, read_file
from core.errors import UsageError
from core.language.speak import noted
from core.model import Collection, Document, Problem, Report, Trouble

if TYPE_CHECKING:
    from concurrent.futures import Future

Progress = Callable[[int, int], None]
_BATCH, _BATCH_CHARS = 64, 500_000


@dataclass(frozen=True, slots=True)
class _File:
    """A file that holds one document, still to be read."""

    path: Path
    doc_id: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: `file` names the file that it came in."""

    read: Document | Problem
    reports: tuple[Report, ...] = ()
    file: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A document, or a problem, out of a file that holds many."""

    read: Document | Problem
    file: str

    @property
    def doc_id(self) -> str:
        """The document's id."""
        return self.read.doc_id


_Item = _File | _Part


def read_paths(paths: Sequence[Path], *, published: date | None = None) -> Iterator[Document | Problem]:
    """The documents of files and folders, in the order of their names, and what could not be used.

    Raises UsageError when a path does not exist.
    """
    for item in _items(paths, published):
        if isinstance(item, _File):
            yield from read_file(item.path, item.doc_id, item.published)
        else:
            yield item.read


def parse(
    paths: Sequence[Path],
    *,
    workers: int = 1,
    published: date | None = None,
    progress: Progress | None = None,
    keep_texts: bool = True,
) -> Collection:
    """All that files and folders report; the same whatever the number of `workers` (0 for all cores).

    `published` is the date of documents that state none. Without `keep_texts` the documents come back with empty
    texts: whoever wants the tables alone need not hold all that was read. Raises UsageError when a path does not exist.
    """
    files = files_of(paths)
    items = _expanded(files, published, [name for _, name in files])
    return _collect(items, len(files), workers, progress, keep_texts=keep_texts)


def parse_documents(
    documents: Sequence[Document],
    *,
    workers: int = 1,
    problems: Sequence[Problem] = (),
    progress: Progress | None = None,
) -> Collection:
    """All that documents report which were read already; their `problems` are passed on."""
    reads: list[Document | Problem] = [*documents, *problems]
    items: Iterator[_Item] = (_Part(read, read.doc_id) for read in reads)
    return _collect(items, len(reads), workers, progress)


def outcomes_of(
    files: Iterable[tuple[Path, str]], *, workers: int = 1, published: date | None = None
) -> Iterator[Outcome]:
    """What became of each document of these files, in their order, as soon as it is read.

    Files are taken from `files` a few before they are needed, so that any number of them can be read in little room.
    """
    with _rare_collections():
        yield from _outcomes(_expanded(files, published), _worker_count(workers))


def files_of(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files of all paths with their names; a name that two of them share is made two.

    Raises UsageError when a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no file or folder {path}")
    seen: set[str] = set()
    return [(file, _unique(doc_id, seen)) for path in paths for file, doc_id in find_files(path)]


def _items(paths: Sequence[Path], published: date | None) -> Iterator[_Item]:
    files = files_of(paths)
    yield from _expanded(files, published, (name for _, name in files))


def _expanded(
    files: Iterable[tuple[Path, str]], published: date | None, taken: Iterable[str] = ()
) -> Iterator[_Item]:
    """The files, those that hold many documents opened: their rows need one hand that gives out names."""
    seen = set(taken)
    for path, doc_id in files:
        seen.add(doc_id)
        if PurePosixPath(doc_id).suffix.lower() not in MANY:
            yield _File(path, doc_id, published)
            continue
        for read in _guarded(path, doc_id, published):
            name = read.doc_id
            if isinstance(read, Document) and name != doc_id:
                read = replace(read, doc_id=_unique(name, seen))
            yield _Part(read, doc_id)


def _guarded(path: Path, doc_id: str, published: date | None) -> Iterator[Document | Problem]:
    """The documents of one file; an error of the reader itself is a problem of that file, not of the run."""
    try:
        yield from read_file(path, doc_id, published)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other files are still to be read
        yield _crash(doc_id, error)


def _unique(name: str, seen: set[str]) -> str:
    """`name`, or with a number before its ending where it was given out before."""
    unique, number = name, 2
    while unique in seen:
        unique, number = numbered(name, number), number + 1
    seen.add(unique)
    return unique


def _crash(doc_id: str, error: BaseException) -> Problem:
    told = " ".join(str(error).split())[:200]
    return Problem(
        doc_id,
        Trouble.UNREADABLE,
        noted("reading it failed: {error}: {error2}", error=type(error).__name__, error2=told).rstrip(": "),
    )


def _collect(
    items: Iterator[_Item], total: int, workers: int, progress: Progress | None, *, keep_texts: bool = True
) -> Collection:
    from core.engagements.copies import mark_copies
    from core.engagements.merge import merge

    collection = Collection()
    reports: list[Report] = []
    with _rare_collections():
        for done, outcome in enumerate(_outcomes(items, _worker_count(workers)), start=1):
            if isinstance(outcome.read, Problem):
                collection.problems.append(outcome.read)
            else:
                collection.documents.append(outcome.read if keep_texts else outcome.read.without_text())
                reports.extend(outcome.reports)
            if progress:
                progress(done, max(total, done))
        collection.documents = mark_copies(collection.documents)
        merged = merge(reports, collection.documents)
    collection.reports, collection.engagements = merged.reports, merged.engagements
    collection.decisions = merged.decisions
    return collection


_OBJECTS = 100_000  # made between two searches for rings of lost objects; reading makes few rings


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Within it Python looks for lost objects much less often: a tenth of the time of reading."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _worker_count(workers: int) -> int:
    if workers > 0:
        return workers
    from os import cpu_count

    return cpu_count() or 1


def _outcomes(items: Iterator[_Item], workers: int) -> Iterator[Outcome]:
    """What became of each item, in their order."""
    if workers == 1:
        for item in items:
            yield from _read_items([item])
        return
    from core.pool import Pool  # a tenth of the start-up, for many processes alone

    with Pool(workers, _read_batch, _lost) as pool:
        waiting: deque[tuple[list[_Item], Future[list[Outcome]]]] = deque()
        for batch in _batches(items):
            waiting.append((batch, pool.submit(batch)))
            if len(waiting) >= 3 * workers:
                yield from pool.result(*waiting.popleft())
        while waiting:
            yield from pool.result(*waiting.popleft())


def _batches(items: Iterator[_Item]) -> Iterator[list[_Item]]:
    batch: list[_Item] = []
    chars = 0
    for item in items:
        batch.append(item)
        chars += len(item.read.text) if isinstance(item, _Part) and isinstance(item.read, Document) else 5000
        if len(batch) == _BATCH or chars > _BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def _lost(item: _Item, error: BaseException) -> Outcome:
    """What became of an item over which a worker process died."""
    return Outcome(_crash(item.doc_id, error), file=item.doc_id if isinstance(item, _File) else item.file)


def _read_batch(items: list[_Item]) -> list[Outcome]:
    """What became of each item of a batch, in a worker process."""
    with _rare_collections():
        return _read_items(items)


def _read_items(items: list[_Item]) -> list[Outcome]:
    """What became of each item."""
    outcomes: list[Outcome] = []
    for item in items:
        if isinstance(item, _File):
            reads = _guarded(item.path, item.doc_id, item.published)
            outcomes.extend(outcome_of(read, item.doc_id) for read in reads)
        else:
            outcomes.append(outcome_of(item.read, item.file))
    return outcomes


def outcome_of(read: Document | Problem, file: str = "") -> Outcome:
    """What one document reports; an error of the parser itself is a problem of that document."""
    from core.reports.read import read_document

    if isinstance(read, Problem):
        return Outcome(read, file=file)
    try:
        return Outcome(read, tuple(read_document(read)), file)
    except Exception as error:  # noqa: BLE001 - one document never stops the rest
        return Outcome(_crash(read.doc_id, error), file=file)
