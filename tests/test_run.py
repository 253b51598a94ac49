"""Many documents: any number of workers, the same result; a bad one never stops the rest."""

import os
from datetime import date
from multiprocessing import get_start_method
from pathlib import Path

import pytest

import core.reports.read
from core.errors import UsageError
from core.model import Collection, Document, Problem, Report, Trouble
from core.run import parse, parse_documents, read_paths
from core.tables.rows import rows

STORY = "{} Defence Minister Rajnath Singh met his Russian counterpart Sergei Shoigu in New Delhi on 28 April 2023."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with good and bad documents of several kinds."""
    inside = tmp_path / "in"
    (inside / "sub").mkdir(parents=True)
    for number in range(5):
        (inside / f"{number}.txt").write_text(STORY.format(f"Talks {number}."))
    (inside / "sub" / "latin.txt").write_bytes("Café talks were held.".encode("latin-1"))
    (inside / "empty.txt").write_text("")
    (inside / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (inside / "rows.csv").write_text(
        f"id,text\n1,{STORY.format('One.')}\n1,{STORY.format('Two.')}\n0.txt,Third.\n"
    )
    (inside / "broken.jsonl").write_text('{"text":"A met B."}\n{"text":\n')
    return inside


def test_order_and_names(folder: Path) -> None:
    read = [one.doc_id for one in read_paths([folder])]
    assert read == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "binary.txt", "broken.jsonl#1", "broken.jsonl#2",
                    "empty.txt", "1", "1~2", "0~2.txt", "sub/latin.txt"]  # fmt: skip


def test_the_same_name_twice(folder: Path) -> None:
    assert [one.doc_id for one in read_paths([folder / "0.txt", folder / "0.txt"])] == ["0.txt", "0~2.txt"]


def test_problems(folder: Path) -> None:
    found = [(one.doc_id, one.problem.value) for one in parse([folder]).problems]
    assert found == [("binary.txt", "not text"), ("broken.jsonl#2", "bad row"), ("empty.txt", "empty")]


def test_workers_change_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.run._BATCH", 2)
    alone, together = parse([folder]), parse([folder], workers=2)
    assert rows(alone) == rows(together)
    assert [document.text for document in alone.documents] == [
        document.text for document in together.documents
    ]
    assert alone.reports


def test_published_is_given_to_those_that_state_none(folder: Path) -> None:
    (folder / "dated.txt").write_text("Talks\nPublished: 5 May 2021\n\nThe ministers met.")
    published = {one.doc_id: one.published for one in parse([folder], published=date(2020, 1, 2)).documents}
    assert (published["dated.txt"], published["0.txt"]) == (date(2021, 5, 5), date(2020, 1, 2))


def test_progress(folder: Path) -> None:
    steps: list[tuple[int, int]] = []
    parse([folder], progress=lambda done, total: steps.append((done, total)))
    assert [done for done, _ in steps] == list(range(1, 14))
    assert all(done <= total for done, total in steps)


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        parse([tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="nowhere"):
        list(read_paths([tmp_path / "nowhere"]))


def test_an_empty_folder(tmp_path: Path) -> None:
    assert parse([tmp_path]) == Collection()


def test_a_crash_is_a_problem_of_its_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(document: Document) -> list[Report]:
        if document.doc_id == "2.txt":
            raise ZeroDivisionError("by nought")
        return []

    monkeypatch.setattr(core.reports.read, "read_document", crashes)
    collection = parse([folder])
    (problem,) = [one for one in collection.problems if one.doc_id == "2.txt"]
    assert problem.problem is Trouble.UNREADABLE
    assert "ZeroDivisionError: by nought" in problem.detail
    assert len(collection.documents) == 9


def test_a_crash_of_a_reader_is_a_problem_of_its_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crashes(*_: object, **__: object) -> Document:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("core.documents.tables.make_document", crashes)
    collection = parse([folder])
    assert ("rows.csv", Trouble.UNREADABLE) in [(one.doc_id, one.problem) for one in collection.problems]
    assert "sub/latin.txt" in [one.doc_id for one in collection.documents]


def test_parse_documents(folder: Path) -> None:
    read = list(read_paths([folder]))
    documents = [one for one in read if isinstance(one, Document)]
    problems = [one for one in read if isinstance(one, Problem)]
    assert parse_documents(documents, problems=problems) == parse([folder])


@pytest.mark.skipif(get_start_method() != "fork", reason="the stand-in reaches workers that are forked only")
def test_a_document_that_kills_its_worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(document: Document) -> list[Report]:
        if document.doc_id == "2.txt":
            os._exit(9)
        return []

    monkeypatch.setattr(core.reports.read, "read_document", dies)
    monkeypatch.setattr("core.run._BATCH", 3)
    collection = parse([folder], workers=2)
    assert [one.doc_id for one in collection.problems] == [
        "2.txt",
        "binary.txt",
        "broken.jsonl#2",
        "empty.txt",
    ]
    assert len(collection.documents) == 9
