"""The limited process itself (`core.documents.limited` starts it): files come in, documents go out as JSON lines."""

import json
import os
import signal
import sys
from datetime import date
from typing import Any, BinaryIO

from core.documents.limited import CPU_SECONDS, EXHAUSTED, LARGEST, encoded
from core.documents.nesting import Allowance
from core.documents.read import read_data
from core.language.speak import noted
from core.model import Problem, Trouble


def main(memory: int) -> None:
    """Reads one file after another until there are no more, with so many bytes of memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints must not get among the answers
    _limit_memory(memory)
    files = sys.stdin.buffer
    while head := files.readline():
        request = json.loads(head)
        size = min(int(request["size"]), LARGEST)
        data = files.read(size)
        if len(data) < size:
            return
        _limit_time()
        _answer(request, data, answers)
        del data
        _send({"end": "full" if _has_held(memory // 3) else "done"}, answers)


def _answer(request: dict[str, Any], data: bytes, answers: BinaryIO) -> None:
    """Sends what is in one file."""
    doc_id = request["doc_id"]
    given = date.fromisoformat(request["given"]) if request["given"] else None
    try:
        for read in read_data(data, doc_id, given, Allowance(request["depth"])):
            _send(encoded(read), answers)
    except MemoryError:
        os._exit(EXHAUSTED)  # there may not be enough left to say so in words
    except Exception as error:  # noqa: BLE001 - a library's own error over a hostile file
        told = noted(
            "reading it failed: {error}: {error2}",
            error=type(error).__name__,
            error2=" ".join(str(error).split())[:200],
        ).rstrip(": ")
        _send(encoded(Problem(doc_id, Trouble.UNREADABLE, told)), answers)


def _send(answer: dict[str, object], answers: BinaryIO) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _limit_memory(most: int) -> None:
    """No more memory than planned, no file written, no core dumped; where the system has such limits."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_AS, most),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (limit, limit))
        except (OSError, ValueError):  # a system that does not have this limit, or a stricter one
            continue


def _limit_time() -> None:
    """So much computing from now on; the limit counts from the start of the process."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    except (OSError, ValueError):
        return


def _has_held(much: int) -> bool:
    """True when the process has taken so many bytes at once: it gives few of them back."""
    if sys.platform == "win32":
        return False
    try:
        # Linux's own figure of this program alone: the one below counts what the parent held when it began this one.
        with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - nothing else is loaded for it
            held = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
        return held * 1024 > much
    except (OSError, StopIteration, ValueError):
        import resource

        return (
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
            > much
        )


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]))
    except MemoryError:
        os._exit(EXHAUSTED)
