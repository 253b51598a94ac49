"""A watched folder: new and changed files, once they are whole."""

import os
from pathlib import Path

import pytest

from core.documents.watch import is_temporary, look


def ids(changed: tuple[tuple[Path, str], ...]) -> list[str]:
    return [doc_id for _, doc_id in changed]


def test_new_files_wait_for_the_second_look(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("B met C.")
    (tmp_path / "sub" / "a.txt").write_text("A met B.")
    first = look(tmp_path, {}, {})
    assert first.changed == ()
    second = look(tmp_path, {}, first.stamps)
    assert second.changed == ((tmp_path / "b.txt", "b.txt"), (tmp_path / "sub" / "a.txt", "sub/a.txt"))


def test_files_that_were_read_and_those_that_changed_since(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("A met B.")
    seen = look(tmp_path, {}, {}).stamps
    assert look(tmp_path, seen, seen).changed == ()
    (tmp_path / "b.txt").write_text("A met B and C.")
    os.utime(tmp_path / "c.txt", ns=(1, 1))
    assert ids(look(tmp_path, seen, look(tmp_path, seen, seen).stamps).changed) == ["b.txt", "c.txt"]


def test_a_file_still_being_written_waits(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A met")
    first = look(tmp_path, {}, {})
    path.write_text("A met B.")
    second = look(tmp_path, {}, first.stamps)
    assert second.changed == ()
    assert ids(look(tmp_path, {}, second.stamps).changed) == ["a.txt"]


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert look(tmp_path / "gone", {"a.txt": (1, 1)}, {}).changed == ()


@pytest.mark.parametrize(
    ("name", "temporary"),
    [
        pytest.param("a.pdf.part", True, id="a download of Firefox"),
        pytest.param("a.pdf.crdownload", True, id="a download of Chrome"),
        pytest.param("~$talks.docx", True, id="a lock of Word"),
        pytest.param("talks.txt~", True, id="a copy of an editor"),
        pytest.param("A.TMP", True, id="capitals"),
        pytest.param("part.txt", False, id="an article on a part"),
        pytest.param("tmp.pdf", False, id="an article with such a name"),
    ],
)
def test_temporary_names(name: str, temporary: bool) -> None:
    assert is_temporary(name) is temporary
