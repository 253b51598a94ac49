"""Reading of added files beside the page: how far it is, how long it will take, and a way to stop it."""

import shutil
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import streamlit as st

from core.errors import SidelinesError
from core.store.add import Added
from core.store.store import Store

Files = Sequence[tuple[str, bytes]]
KEPT = 50  # finished jobs whose outcome is remembered
JOB = "job"  # in the session: the job whose outcome the page shows


@dataclass
class Job:
    """One run over added files; what it has kept stays, however it ends."""

    total: int
    done: int = 0
    started: float = field(default_factory=time.monotonic)
    added: Added | None = None
    failed: str = ""
    stop: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def seconds_left(self) -> float | None:
        """How long it will take yet, by the pace so far; None before there is one."""
        if not self.done:
            return None
        return (time.monotonic() - self.started) / self.done * (self.total - self.done)


def start_job(store: Store, files: Files, who: str) -> None:
    """Begins to read these files (name and content) into the collection; small ones are read when this returns."""
    job = Job(len(files))
    _start(job, lambda: _read(job, store, files, who))


def start_work(work: Callable[[], Added]) -> None:
    """Begins something that adds to the collection and cannot tell how far it is."""
    _start(Job(1), work)


def _start(job: Job, work: Callable[[], Added]) -> None:
    key = uuid.uuid4().hex
    jobs = _jobs()
    jobs[key] = job
    for old in list(jobs)[:-KEPT]:
        jobs.pop(old)
    st.session_state[JOB] = key
    threading.Thread(target=_run, args=(job, work), daemon=True).start()
    job.ended.wait(2.0)


def current_job() -> Job | None:
    """The job that this session began last; None when there was none."""
    return _jobs().get(st.session_state.get(JOB, ""))


def forget_job() -> None:
    """Shows no outcome any more."""
    st.session_state.pop(JOB, None)


@st.cache_resource(show_spinner=False)
def _jobs() -> dict[str, Job]:
    return {}


def _run(job: Job, work: Callable[[], Added]) -> None:
    try:
        job.added = work()
    except (SidelinesError, OSError) as error:
        job.failed = str(error)
    finally:
        job.ended.set()


def _read(job: Job, store: Store, files: Files, who: str) -> Added:
    folder = Path(tempfile.mkdtemp(prefix="sidelines-"))

    def show(done: int, total: int) -> None:
        job.done, job.total = done, total

    try:
        for name, content in unlike(files):
            (folder / name).write_bytes(content)
        return store.add([folder], who=who, progress=show, cancelled=job.stop.is_set)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unlike(files: Files) -> list[tuple[str, bytes]]:
    """The files under names of their own: the same content once, no folder in a name."""
    known: dict[str, bytes] = {}
    for name, content in files:
        plain = _file_name(name)
        stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
        number = 1
        while known.get(plain, content) != content:
            number += 1
            plain = f"{stem}-{number}{suffix}"
        known[plain] = content
    return sorted(known.items())


def _file_name(name: str) -> str:
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(letter if letter.isalnum() or letter in " ._-()" else "_" for letter in last).strip(" .")
    return plain[-120:] or "document.txt"
