"""Files: complete or not there, the same on every run, safe to open."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from core.errors import UsageError
from core.model import Collection
from core.tables import write
from core.tables.neutral import neutral_text
from core.tables.package import package
from core.tables.schema import TABLES, Column
from core.tables.write import cell, write_tables

FILES = sorted([*(f"{name}.csv" for name in TABLES), "datapackage.json"])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files(collection: Collection, tmp_path: Path) -> None:
    written = write_tables(collection, tmp_path / "deep" / "out")
    assert names(tmp_path / "deep" / "out") == FILES == sorted(path.name for path in written)
    assert names(tmp_path / "deep") == ["out"]


def test_same_bytes(collection: Collection, tmp_path: Path) -> None:
    write_tables(collection, tmp_path / "a")
    write_tables(collection, tmp_path / "b")
    for name in FILES:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_csv_round_trip(collection: Collection, tmp_path: Path) -> None:
    write_tables(collection, tmp_path)
    data = (tmp_path / "reports.csv").read_bytes()
    assert data.startswith(b"report_id,")
    assert b'"He said ""yes"",\nthen left."' in data
    assert data.replace(b",\nthen", b"").count(b"\n") == data.count(b"\r\n") == 3
    with (tmp_path / "reports.csv").open(encoding="utf-8", newline="") as lines:
        first, second = csv.DictReader(lines)
    assert (first["date_start"], first["confidence"], first["background"]) == (
        "2023-04-28",
        "0.1235",
        "false",
    )
    assert (first["doc_id"], first["people"]) == ("'=evil.txt", "A, B (RUS, Minister);'=C")
    assert first["evidence_start"] == "-1"
    assert (second["date_start"], second["date_precision"], second["background"]) == ("", "none", "true")
    assert "Wörds" not in (tmp_path / "documents.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(1)", "'@SUM(1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="carriage return"),
        pytest.param("  =1", "'  =1", id="blanks before it"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("a=1", "a=1", id="inside"),
        pytest.param("2+2", "2+2", id="2+2"),
        pytest.param("'=1", "'=1", id="neutral already"),
        pytest.param("", "", id="empty"),
    ],
)
def test_neutral_text(text: str, expected: str) -> None:
    assert neutral_text(text) == expected


@pytest.mark.parametrize(
    ("value", "type", "expected"),
    [
        pytest.param(None, "date", "", id="unknown"),
        pytest.param(-5, "integer", "-5", id="negative number untouched"),
        pytest.param(-0.5, "number", "-0.5", id="negative fraction untouched"),
        pytest.param(True, "boolean", "true", id="true"),
        pytest.param("a;=b;-c", "list", "a;'=b;'-c", id="each item"),
        pytest.param("-a", "text", "'-a", id="text"),
    ],
)
def test_cell(value: str | float | bool | None, type: str, expected: str) -> None:
    assert cell(value, Column("x", type, "It is x.")) == expected


def test_an_interrupted_run_leaves_the_former_tables(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tables(Collection(), tmp_path / "out")
    before = {name: (tmp_path / "out" / name).read_bytes() for name in FILES}

    def broken(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(write, "package", broken)
    with pytest.raises(KeyboardInterrupt):
        write_tables(collection, tmp_path / "out")
    assert {name: (tmp_path / "out" / name).read_bytes() for name in FILES} == before
    assert names(tmp_path) == ["out"]


def test_the_other_format_goes(collection: Collection, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("mine")
    write_tables(collection, tmp_path, "csv")
    write_tables(collection, tmp_path, "parquet")
    assert names(tmp_path) == sorted(
        ["notes.csv", *(f"{name}.parquet" for name in TABLES), "datapackage.json"]
    )


def test_parquet_types(collection: Collection, tmp_path: Path) -> None:
    write_tables(collection, tmp_path, "parquet")
    table = pq.read_table(tmp_path / "reports.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["date_start"], types["confidence"], types["background"]) == (
        "date32[day]",
        "double",
        "bool",
    )
    assert table.to_pylist()[0]["doc_id"] == "=evil.txt"


def test_wrong_format(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="csv, parquet"):
        write_tables(Collection(), tmp_path, "xlsx")


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UsageError, match="cannot write to"):
        write_tables(Collection(), tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_package_describes_every_column(format: str) -> None:
    content = json.loads(package(format))
    assert package(format) == package(format)
    described = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]]
        for resource in content["resources"]
    }
    assert described == {name: [column.name for column in columns] for name, columns in TABLES.items()}
    for resource in content["resources"]:
        assert resource["path"] == f"{resource['name']}.{format}"
        fields = {field["name"] for field in resource["schema"]["fields"]}
        for reference in resource["schema"].get("foreignKeys", []):
            assert set(reference["fields"]) <= fields
            assert reference["reference"]["resource"] in TABLES
