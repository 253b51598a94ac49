"""Tables of documents, and rows of them that cannot be used."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from core.documents.read import read_data
from core.model import Document, Problem


def read(text: str | bytes, name: str) -> tuple[list[Document], list[Problem]]:
    found = list(read_data(text.encode() if isinstance(text, str) else text, name))
    return [one for one in found if isinstance(one, Document)], [
        one for one in found if isinstance(one, Problem)
    ]


def test_csv_columns() -> None:
    documents, problems = read(
        'id,title,date,url,source,text\nd1,Talks,2023-04-28,https://x.example,Paper,"A, met B.\nThen C."\n',
        "t.csv",
    )
    assert problems == []
    (document,) = documents
    assert (document.doc_id, document.title, document.published) == ("d1", "Talks", date(2023, 4, 28))
    assert (document.url, document.source, document.text) == (
        "https://x.example",
        "Paper",
        "A, met B.\nThen C.",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("text,id\nA met B.,\n", id="commas"),
        pytest.param("id;text\n;A met B.\n", id="semicolons"),
        pytest.param("id\ttext\n\tA met B.\n", id="tabs"),
        pytest.param("\ufeffText\nA met B.\n", id="mark and capital"),
        pytest.param("Body\r\nA met B.\r\n", id="body"),
        pytest.param("content\n\nA met B.\n\n", id="content, blank lines"),
    ],
)
def test_csv_kinds(text: str) -> None:
    documents, problems = read(text, "in/t.csv")
    assert [(document.doc_id, document.text) for document in documents] == [("in/t.csv#1", "A met B.")]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "name", "doc_ids", "troubles"),
    [
        pytest.param("id,name\n1,x\n", "t.csv", [], [("t.csv", "unsupported")], id="csv without a text column"),
        pytest.param("text\n", "t.csv", [], [], id="csv without rows"),
        pytest.param("", "t.csv", [], [("t.csv", "empty")], id="empty csv"),
        pytest.param("id,text\na,A met B.\nb,\n", "t.csv", ["a"], [("t.csv#2", "bad row")], id="row without text"),
        pytest.param("id,text\na,A met B.\nb,c,d,e\n", "t.csv", ["a"], [("t.csv#2", "bad row")], id="too many cells"),
        pytest.param("date,text\nsoon,A met B.\n", "t.csv", ["t.csv#1"], [("t.csv#1", "bad row")], id="odd date"),
        pytest.param('{"text":"A met B."}\n{"text":"A\n{"text":"C"}', "t.jsonl", ["t.jsonl#1", "t.jsonl#3"],
            [("t.jsonl#2", "bad row")], id="broken line"),
        pytest.param('{"title":"x"}\n{"id":7,"body":"C met D."}', "t.jsonl", ["7"], [("t.jsonl#1", "bad row")],
            id="line without text"),
        pytest.param('[1]\n{"text":"C"}', "t.jsonl", ["t.jsonl#2"], [("t.jsonl#1", "bad row")], id="line that is a list"),
        pytest.param('{"text":[1]}', "t.jsonl", [], [("t.jsonl#1", "bad row")], id="text that is none"),
        pytest.param('{"a":1}\n', "t.jsonl", [], [("t.jsonl", "unsupported")], id="no line with a text"),
        pytest.param('[{"content":"A"},{"content":""}]', "t.json", ["t.json#1"], [("t.json#2", "bad row")], id="json list"),
        pytest.param('{"articles":[{"text":"A"}]}', "t.json", ["t.json#1"], [], id="list within an object"),
        pytest.param('{"text":"A","id":"k"}', "t.json", ["k"], [], id="one object"),
        pytest.param('{"text":"A"}\n{"text":"B"}', "t.json", ["t.json#1", "t.json#2"], [], id="lines named json"),
        pytest.param('{"a":', "t.json", [], [("t.json", "unreadable")], id="broken json"),
        pytest.param("[" * 100_000, "t.json", [], [("t.json", "unreadable")], id="json too deep"),
        pytest.param("{}", "t.json", [], [("t.json", "unsupported")], id="json without texts"),
        pytest.param("no table", "t.parquet", [], [("t.parquet", "unreadable")], id="no parquet"),
    ],
)  # fmt: skip
def test_rows(text: str, name: str, doc_ids: list[str], troubles: list[tuple[str, str]]) -> None:
    documents, problems = read(text, name)
    assert [document.doc_id for document in documents] == doc_ids
    assert [(problem.doc_id, problem.problem.value) for problem in problems] == troubles
    assert all(problem.detail for problem in problems)


@pytest.mark.parametrize(
    "written",
    ["2023-04-28", "2023-04-28T23:30:00Z", "28/04/2023", "April 28, 2023", "20230428", "2023-04-28 10:00:00"],
)
def test_dates(written: str) -> None:
    documents, problems = read(json.dumps({"text": "A met B.", "date": written}), "t.jsonl")
    assert (documents[0].published, problems) == (date(2023, 4, 28), [])


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    dates = pd.to_datetime(pd.Series(["2023-04-28", None]))
    pd.DataFrame({"text": ["A met B.", None], "date": dates, "n": [1, 2]}).to_parquet(path)
    documents, problems = read(path.read_bytes(), "t.parquet")
    assert [(document.doc_id, document.published) for document in documents] == [
        ("t.parquet#1", date(2023, 4, 28))
    ]
    assert [problem.doc_id for problem in problems] == ["t.parquet#2"]


def test_parquet_without_text(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pd.DataFrame({"x": [1]}).to_parquet(path)
    assert read(path.read_bytes(), "t.parquet")[1][0].problem == "unsupported"
