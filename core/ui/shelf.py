"""Documents that a reader has added: kept by the running app, told apart by a key in the reader's own link."""

import hashlib
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import streamlit as st

from core.engagements.copies import mark_copies
from core.engagements.merge import merge
from core.model import Collection, Report
from core.run import parse
from core.ui.cache import documents_folder, read_folder, reading_of
from core.views import words
from core.views.dataset import Dataset

KEY = "added"  # in the URL: the documents that belong to this link
WHICH = "documents"  # in the URL: whether they are shown together with the others
TOGETHER, ALONE = "together", "added only"
SHELVES = 32  # how many the app keeps; the one that was not looked at longest goes first

Files = tuple[tuple[str, bytes], ...]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Shelf:
    """Added files (name and content), and what was found in them alone and together with the others."""

    files: Files
    alone: Dataset
    together: Dataset


def current_dataset() -> Dataset:
    """The collection that this session looks at: the folder's, with or without the documents added to it."""
    shelf = current_shelf()
    if shelf is None:
        return read_folder(str(documents_folder())).dataset
    return shelf.alone if st.session_state.get(WHICH) == ALONE else shelf.together


def current_shelf() -> Shelf | None:
    """The documents added in this session or by the link that opened it; None when there are none."""
    key = st.session_state.get(KEY) or st.query_params.get(KEY, "")
    shelf = _shelves().get(key)
    if shelf is None:
        forget()
        return None
    _shelves().move_to_end(key)
    _name(key)
    return shelf


def draw_choice() -> None:
    """Draws, where documents were added, whether they are shown together with the others or alone."""
    shelf = current_shelf()
    if shelf is None:
        return
    with st.sidebar:
        st.segmented_control(
            f"{words.counted(len(shelf.files), 'file')} added",
            [TOGETHER, ALONE],
            default=TOGETHER,
            required=True,
            key=WHICH,
            bind="query-params",
            help="Added files stay until the app is stopped; the link in the address bar leads to them.",
        )


def add_files(files: Sequence[tuple[str, bytes]], progress: Progress | None = None) -> Shelf:
    """Reads these files, together with those added before, and keeps them for this session."""
    before = current_shelf()
    merged = _unlike(dict(before.files) if before else {}, files)
    key = hashlib.sha256(repr(merged).encode()).hexdigest()[:12]
    shelf = _shelves().get(key) or _read(merged, progress)
    _shelves()[key] = shelf
    while len(_shelves()) > SHELVES:
        _shelves().popitem(last=False)
    _name(key)
    return shelf


def forget() -> None:
    """Shows the collection without added documents again."""
    st.session_state.pop(KEY, None)
    st.query_params.pop(KEY, None)


def _name(key: str) -> None:
    """Writes the key into the session, and into the URL where it is not there yet."""
    st.session_state[KEY] = key
    if st.query_params.get(KEY) != key:
        st.query_params[KEY] = key


@st.cache_resource(show_spinner=False)
def _shelves() -> "OrderedDict[str, Shelf]":
    return OrderedDict()


def _read(files: Files, progress: Progress | None) -> Shelf:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            (Path(folder) / name).write_bytes(content)
        added = parse([Path(folder)], progress=progress)
    base = read_folder(str(documents_folder())).collection
    return Shelf(files, reading_of(added).dataset, reading_of(_joined(base, added)).dataset)


def _joined(base: Collection, added: Collection) -> Collection:
    """Both collections as one: what both tell of is one engagement, and no two documents share an id."""
    taken = {document.doc_id for document in base.documents}
    names = {document.doc_id: document.doc_id for document in added.documents}
    for name in names:
        while names[name] in taken:
            names[name] += " (added)"
    documents = mark_copies([*base.documents, *(replace(d, doc_id=names[d.doc_id]) for d in added.documents)])
    told = [*base.reports, *(_renamed(r, names[r.doc_id]) for r in added.reports)]
    merged = merge(told, documents)
    problems = [*base.problems, *added.problems]
    return Collection(documents, merged.reports, merged.engagements, problems, merged.decisions)


def _renamed(report: Report, doc_id: str) -> Report:
    """The report under its document's new name; its own id holds that name, and so it gets another."""
    return report if doc_id == report.doc_id else replace(report, doc_id=doc_id, report_id="")


def _unlike(known: dict[str, bytes], files: Sequence[tuple[str, bytes]]) -> Files:
    """Known and new files under names of their own: the same content once, no folder in a name."""
    for name, content in files:
        plain = _file_name(name)
        stem, suffix = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
        number = 1
        while known.get(plain, content) != content:
            number += 1
            plain = f"{stem}-{number}{suffix}"
        known[plain] = content
    return tuple(sorted(known.items()))


def _file_name(name: str) -> str:
    last = PurePosixPath(name.replace("\\\\", "/")).name
    plain = "".join(letter if letter.isalnum() or letter in " ._-()" else "_" for letter in last).strip(" .")
    return plain[-120:] or "document.txt"
