"""The codebook as a page: what each column of each table means."""

from collections.abc import Iterator

from core.tables.schema import ABOUT, TABLES, Column

PREFACE = """# Codebook

What each column of each table means. The tables are CSV files in UTF-8 with a header line; days are ISO 8601
(`2023-04-28`), lists are joined by `;`, an empty cell means that it is not known. This page is written from the
declared columns by `make codebook`; it is not edited by hand.
"""
HEADER = "| column | type | meaning | possible values | example |\n| --- | --- | --- | --- | --- |"


def codebook() -> str:
    """The whole page as Markdown."""
    sections = (f"\n## {table}\n{ABOUT[table]}\n\n{HEADER}\n{_rows(TABLES[table])}\n" for table in TABLES)
    return PREFACE + "".join(sections)


def _rows(columns: tuple[Column, ...]) -> str:
    return "\n".join(f"| {' | '.join(_cells(column))} |" for column in columns)


def _cells(column: Column) -> Iterator[str]:
    yield f"`{column.name}`"
    yield column.type
    yield column.meaning.replace("|", "\\|")
    yield ", ".join(f"`{value}`" if value else "empty" for value in column.vocabulary)
    yield f"`{column.example}`".replace("|", "\\|") if column.example else ""
