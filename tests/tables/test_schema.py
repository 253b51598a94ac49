"""The columns, against the contract and against the rows."""

import re
from pathlib import Path

import pytest

from core.model import Collection
from core.tables.rows import rows
from core.tables.schema import ABOUT, KEYS, LIST_SEPARATOR, TABLES, TYPES, Column, column

CONTRACT = Path(__file__).resolve().parents[2] / ".." / "shared" / "CONTRACT.md"
COLUMNS = [
    pytest.param(table, found, id=f"{table}.{found.name}") for table in TABLES for found in TABLES[table]
]


@pytest.mark.parametrize(("table", "found"), COLUMNS)
def test_every_column_is_explained(table: str, found: Column) -> None:
    assert found == column(table, found.name)
    assert found.type in TYPES
    assert found.meaning.endswith(".")
    assert found.example
    assert not found.vocabulary or found.example in found.vocabulary


def test_unknown_column() -> None:
    with pytest.raises(KeyError, match="reports"):
        column("reports", "nonsense")


@pytest.mark.parametrize("table", list(TABLES))
def test_rows_have_exactly_the_columns(table: str, collection: Collection) -> None:
    names = [found.name for found in TABLES[table]]
    assert len(set(names)) == len(names)
    table_rows = rows(collection)[table]
    assert table_rows
    assert all(list(row) == names for row in table_rows)
    assert ABOUT[table]
    assert KEYS.get(table, names[0]) in names


@pytest.mark.parametrize(
    "table", ["documents", "reports", "engagements", "participants", "fields", "problems"]
)
def test_columns_of_the_contract(table: str) -> None:
    if not CONTRACT.exists():
        pytest.skip("the contract is not beside the project")
    text = CONTRACT.read_text(encoding="utf-8")
    section = text.split(f"### {table}.csv", 1)[1].split("\n###", 1)[0].split("\n## ", 1)[0]
    body = section.split("\n", 1)[1]
    first_cells = "\n".join(line.split("|")[1] for line in body.splitlines() if line.startswith("|"))
    named = set(re.findall(r"`([a-z0-9_]+)`", first_cells or body)) - {
        "header",
        "byline",
        "dateline",
        "metadata",
        "given",
    }
    named -= {"host", "visitor", "participant", "unreadable", "empty", "unsupported", "encrypted"}
    assert named
    assert named - {found.name for found in TABLES[table]} == set()


def test_list_items_hold_no_separator(collection: Collection) -> None:
    people = rows(collection)["reports"][0]["people"]
    assert people == f"A, B (RUS, Minister){LIST_SEPARATOR}=C"
