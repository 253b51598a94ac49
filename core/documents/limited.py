"""Reading in a process of its own, with limits: for files that can blow up, whatever their bytes do there.

The processes are used again for file after file, since starting one takes longer than reading most files.
What they send back is text (JSON), so that nothing a file does there can reach further than a wrong text.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from threading import BoundedSemaphore, Lock, Timer
from typing import Any

from core.language.speak import noted
from core.model import Document, Problem, PublishedBasis, Trouble

INSIDE = "SIDELINES_LIMITED"  # set in the environment of such a process: what it reads, it reads itself
CPU_SECONDS, WALL_SECONDS = 60, 300
MEMORY_BYTES = 1_500_000_000
LARGEST = 200_000_000  # bytes of a file that is handed over
EXHAUSTED = 77  # the exit status of a process that has no memory left
_AT_ONCE = 4  # threads of one process that read at the same time; others wait
_USES = 1000  # files after which a process is replaced
_ROOT = Path(__file__).resolve().parents[2]
_TOO_MUCH = noted("reading it takes too long or too much memory; split it, or save it as plain text")


class Overtaxed(Exception):  # noqa: N818 - it ends the process, not the reading
    """A process that ended over a file beyond its limits, with what it had found before."""

    def __init__(self, found: list[Document | Problem]) -> None:
        super().__init__()
        self.found = found


def read_limited(
    data: bytes, doc_id: str, given: date | None, depth: int = 0
) -> Iterator[Document | Problem]:
    """The documents in the bytes of a file named `doc_id`, read elsewhere under limits of time and memory.

    `depth` is how many files it lies within. A file that goes beyond them is a problem `too large`, one that ends the process a problem `unreadable`.
    """
    if len(data) > LARGEST:
        yield Problem(
            doc_id,
            Trouble.TOO_LARGE,
            noted("it is larger than {what} MB; split it, or save its text", what=LARGEST // 1_000_000),
        )
        return
    task = {"doc_id": doc_id, "given": given.isoformat() if given else "", "depth": depth, "size": len(data)}
    with _TURNS:
        reader = None
        try:
            reader = _take()
            found = reader.read(task, data)
        except Overtaxed as error:
            found = [*error.found, Problem(doc_id, Trouble.TOO_LARGE, _TOO_MUCH)]
        except (OSError, ValueError) as error:
            told = " ".join(str(error).split())[:200]
            found = [Problem(doc_id, Trouble.UNREADABLE, noted("reading it broke off: {error}", error=told))]
        if reader is not None:
            _give_back(reader)
    yield from found


def decoded(answer: dict[str, Any]) -> Document | Problem:
    """A document or a problem out of the form in which `encoded` puts it."""
    if "problem" in answer:
        return Problem(answer["doc_id"], Trouble(answer["problem"]), answer["detail"])
    day = answer.pop("published")
    basis = PublishedBasis(answer.pop("published_basis"))
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in answer.items()
    }
    return Document(published=date.fromisoformat(day) if day else None, published_basis=basis, **values)


def encoded(read: Document | Problem) -> dict[str, Any]:
    """The same as values that JSON knows."""
    values = {field.name: getattr(read, field.name) for field in fields(read)}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


class _Reader:
    """One limited process, which reads a file at a time."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.uses = 0
        self.overdue = False
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-P", "-m", "core.documents.child", str(MEMORY_BYTES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, INSIDE: "1", "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def is_fit(self) -> bool:
        """True when it can read one more file."""
        return self.process.poll() is None and not self.overdue and self.uses < _USES

    def read(self, task: dict[str, Any], data: bytes) -> list[Document | Problem]:
        """What is in a file.

        Raises Overtaxed beyond the limits, OSError or ValueError when the process ends otherwise.
        """
        self.uses += 1
        found: list[Document | Problem] = []
        timer = Timer(WALL_SECONDS, self._stop)
        timer.daemon = True
        timer.start()
        try:
            self._exchange(task, data, found)
            return found
        except (OSError, ValueError):
            ended = self.process.wait(10)
            if self.overdue or ended == EXHAUSTED or -ended in _over_limit():
                raise Overtaxed(found) from None
            raise
        finally:
            timer.cancel()

    def _exchange(self, task: dict[str, Any], data: bytes, found: list[Document | Problem]) -> None:
        sent, received = self.process.stdin, self.process.stdout
        if sent is None or received is None:
            raise OSError("the reading process has no pipes")
        sent.write(json.dumps(task).encode() + b"\n")
        sent.write(data)
        sent.flush()
        while True:
            line = received.readline()
            if not line.endswith(b"\n"):
                raise OSError("the reading process ended over it; the file is damaged or hostile")
            answer = json.loads(line)
            if "end" in answer:
                if answer["end"] == "full":
                    self.uses = _USES
                return
            found.append(decoded(answer))

    def _stop(self) -> None:
        self.overdue = True
        self.process.kill()

    def close(self) -> None:
        """Ends the process, if it is this one's own."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue
        self.process.wait()


_TURNS = BoundedSemaphore(_AT_ONCE)
_LOCK = Lock()
_IDLE: list[_Reader] = []


def _take() -> _Reader:
    """A reader that waits for work, or a new one; those of a parent process are left to it."""
    while True:
        with _LOCK:
            reader = _IDLE.pop() if _IDLE else None
        if reader is None:
            return _Reader()
        if reader.owner == os.getpid() and reader.is_fit:
            return reader
        reader.close()


def _give_back(reader: _Reader) -> None:
    if reader.is_fit:
        with _LOCK:
            _IDLE.append(reader)
    else:
        reader.close()


@atexit.register
def _close_all() -> None:
    while _IDLE:
        _IDLE.pop().close()


def _over_limit() -> set[int]:
    """The signals that end a process beyond its limits: the one for time; the one that the system sends for memory."""
    import signal

    return {int(getattr(signal, name)) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}
