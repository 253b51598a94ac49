"""Which reader for which name, folders, archives."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from core.documents.read import find_files, is_supported, read_data, read_file
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


def archive(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


def test_archive() -> None:
    files = {"in/b.txt": b"B met C.", "in/empty.txt": b"", "a.csv": b"text\nA met B.\n", "__MACOSX/x.txt": b"x",
             ".hidden": b"x", "inner.zip": archive({"x.txt": b"x"})}  # fmt: skip
    found = list(read_data(archive(files), "all.zip"))
    assert [one.doc_id for one in found] == ["all.zip/a.csv#1", "all.zip/in/b.txt", "all.zip/in/empty.txt", "all.zip/inner.zip"]  # fmt: skip
    assert [one.problem.value for one in found if isinstance(one, Problem)] == ["empty", "unsupported"]


def test_names_in_an_archive_lead_nowhere() -> None:
    (found,) = read_data(archive({"../../evil.txt": b"A met B."}), "all.zip")
    assert isinstance(found, Document)
    assert ".." not in found.doc_id


def test_damaged_archive() -> None:
    data = bytearray(archive({"a.txt": b"A met B. " * 100}))
    data[40:60] = b"\0" * 20
    (found,) = read_data(bytes(data), "all.zip")
    assert isinstance(found, Problem)
    assert found.problem == "unreadable"


def test_encrypted_entry() -> None:
    data = bytearray(archive({"a.txt": b"A met B."}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    (found,) = read_data(bytes(data), "all.zip")
    assert isinstance(found, Problem)
    assert (found.doc_id, found.problem.value) == ("all.zip/a.txt", "encrypted")
