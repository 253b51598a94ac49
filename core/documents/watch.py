"""A folder that is watched: which of its files are new or have changed since the last look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.documents.read import find_files

Stamp = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds."""

_UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".swp", ".swx", ".lock")
_BEGINNINGS = ("~$", ".~", "~")


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at a folder found.

    `changed` are the files to read now, by document id; `stamps` goes into the next look as `before`.
    """

    changed: tuple[tuple[Path, str], ...] = ()
    stamps: Mapping[str, Stamp] = field(default_factory=dict)


def look(folder: Path, seen: Mapping[str, Stamp], before: Mapping[str, Stamp]) -> Look:
    """The files of a folder that are new or changed since they were read, sorted by document id.

    `seen` holds the stamps of what was read, `before` those of the last look: a file that has changed since then
    may still be being written, and waits for the next look. Temporary files are passed over, and so is a file that
    cannot be looked at now. Raises nothing when the folder is gone: then nothing has changed.
    """
    stamps: dict[str, Stamp] = {}
    changed = []
    try:
        files = list(find_files(folder)) if folder.is_dir() else []
    except OSError:  # removed while it was read; the next look will tell
        files = []
    for path, doc_id in files:
        stamp = _stamp(path)
        if stamp is None or is_temporary(path.name):
            continue
        stamps[doc_id] = stamp
        if stamp != seen.get(doc_id) and stamp == before.get(doc_id):
            changed.append((path, doc_id))
    return Look(tuple(changed), stamps)


def is_temporary(name: str) -> bool:
    """True for the names that programs give to files they are still writing, or that only they need."""
    return name.startswith(_BEGINNINGS) or name.casefold().endswith(_UNFINISHED) or name.endswith("~")


def _stamp(path: Path) -> Stamp | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns
