"""Which reader for which name, folders."""

from datetime import date
from pathlib import Path

import pytest

from core.documents import read
from core.documents.read import find_files, is_supported, open_file, read_bytes, read_data, read_file
from core.model import Document, Problem


def test_find_files_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden/x.txt", "a.txt", ".DS_Store"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert [doc_id for _, doc_id in find_files(tmp_path)] == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt"]


def test_find_files_does_not_follow_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a" / "round").symlink_to(tmp_path, target_is_directory=True)
    assert [doc_id for _, doc_id in find_files(tmp_path)] == ["a/x.txt"]


def test_find_files_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("x")
    assert list(find_files(path)) == [(path, "one.txt")]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("a.pdf", "not text", id="no PDF"),
        pytest.param("a.xyz", "unsupported", id="unknown"),
        pytest.param("a", "unsupported", id="no ending"),
        pytest.param("a.TXT", None, id="capitals"),
        pytest.param("a.md", None, id="markdown"),
        pytest.param("a.zip", "unreadable", id="no archive"),
    ],
)
def test_by_name(name: str, problem: str | None) -> None:
    (found,) = read_data(b"The ministers met.", name)
    assert (found.problem.value if isinstance(found, Problem) else None) == problem
    assert found.doc_id == name
    assert is_supported(name) is (problem != "unsupported")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    (found,) = read_file(tmp_path / "gone.txt", "gone.txt")
    assert isinstance(found, Problem)
    assert found.problem == "unreadable"


def test_a_file_as_it_was_handed_in(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The ministers met.")
    original = open_file(path, "sub/a.txt")
    assert (original.name, original.sha256[:8]) == ("sub/a.txt", "f846a7b4")
    given = date(2023, 4, 28)
    (found,) = read_bytes(original.name, original.content, given)
    assert isinstance(found, Document)
    assert (found.doc_id, found.published) == ("sub/a.txt", given)


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "_BYTES", 5)
    (tmp_path / "a.txt").write_bytes(b"The ministers met.")
    (found,) = read_file(tmp_path / "a.txt", "a.txt")
    assert isinstance(found, Problem)
    assert found.problem == "too large"
