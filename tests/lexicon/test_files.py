"""Reading data files, and the errors that tell an editor what to mend."""

from pathlib import Path

import pytest

from core.errors import LexiconError
from core.lexicon import files
from core.lexicon.files import need, read_csv, read_yaml, split_cell, texts


def test_entries_keep_the_order_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "DATA", tmp_path)
    (tmp_path / "a.yaml").write_text("- name: ö\n- name: a\n", encoding="utf-8")
    (tmp_path / "a.csv").write_text('name,note\nö,"a, b"\na,\n', encoding="utf-8")
    assert read_yaml("a.yaml") == [{"name": "ö"}, {"name": "a"}]
    assert read_csv("a.csv") == [{"name": "ö", "note": "a, b"}, {"name": "a", "note": ""}]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("name: a\n", "must be a list of entries", id="one entry without its dash"),
        pytest.param("- a\n", "entry 'number 1': must be made of", id="no field"),
        pytest.param("- name: [a\n", "not valid YAML", id="an open bracket"),
        pytest.param("", "must be a list of entries", id="an empty file"),
    ],
)
def test_bad_yaml(text: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "DATA", tmp_path)
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=problem):
        read_yaml("a.yaml")


def test_a_comma_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "DATA", tmp_path)
    (tmp_path / "a.csv").write_text("name,note\na,b\na,b,c\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="entry 'line 3': has 3 cells, the first line has 2"):
        read_csv("a.csv")


@pytest.mark.parametrize("content", [None, b"- name: \xff\xfe\n"], ids=["no file", "not UTF-8"])
def test_unreadable(content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "DATA", tmp_path)
    if content is not None:
        (tmp_path / "a.yaml").write_bytes(content)
    with pytest.raises(LexiconError, match="cannot be read as UTF-8"):
        read_yaml("a.yaml")


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        pytest.param("", (), id="empty"),
        pytest.param("a", ("a",), id="one"),
        pytest.param("a; b;", ("a", "b"), id="spaces and a last semicolon"),
    ],
)
def test_split_cell(cell: str, parts: tuple[str, ...]) -> None:
    assert split_cell(cell) == parts


@pytest.mark.parametrize("value", [None, "", "  ", 3, ["a"]])
def test_need(value: object) -> None:
    with pytest.raises(LexiconError, match=r"a\.yaml, entry 'x': needs the field 'name'"):
        need({"name": value}, "name", "a.yaml", "x")


def test_texts() -> None:
    assert texts({}, "names", "a.yaml", "x") == ()
    assert texts({"names": ["a", "b"]}, "names", "a.yaml", "x") == ("a", "b")
    with pytest.raises(LexiconError, match="'names' must be a list of texts"):
        texts({"names": "a"}, "names", "a.yaml", "x")
