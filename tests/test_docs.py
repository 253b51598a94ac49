"""The documents say what is there: commands, columns, data files, links, versions, and no machine of ours."""

import re
import subprocess
from pathlib import Path

import pytest

from benchmarks.codebook import CODEBOOK
from core import VERSION
from core.tables.codebook import codebook
from core.tables.schema import TABLES

PROJECT = Path(__file__).parents[1]
README = PROJECT / "README.md"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
MACHINE = re.compile(r"(?<![\w.:/-])(?:/(?:home|root|Users|work|opt|tmp)/\w|[A-Z]:\\Users\\)")


def tracked() -> list[Path]:
    """The files that git keeps, those just written included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.split("\0") if name and (path := PROJECT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_commands_of_the_documents_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(PROJECT / "Makefile"), re.MULTILINE))
    documents = [README, *(PROJECT / "docs").glob("*.md"), PROJECT / "benchmarks" / "README.md"]
    named = {
        name
        for path in documents
        for name in re.findall(r"(?:^|`)make ([a-z]+)", text_of(path), re.MULTILINE)
    }
    assert {"run", "test"} <= named <= targets


def test_modules_of_the_documents_exist() -> None:
    documents = [README, *(PROJECT / "docs").glob("*.md"), PROJECT / "benchmarks" / "README.md"]
    named = {
        name
        for path in documents
        for name in re.findall(r"python -m ((?:core|benchmarks)[\w.]*)", text_of(path))
    }
    files = {name: PROJECT / name.replace(".", "/") for name in named}
    assert "core" in named
    assert [n for n, path in files.items() if not (path.with_suffix(".py").exists() or path.is_dir())] == []


def test_codebook_is_fresh() -> None:
    assert text_of(CODEBOOK) == codebook(), "the columns have changed: make codebook"


@pytest.mark.parametrize("table", sorted(TABLES))
def test_codebook_explains_every_column(table: str) -> None:
    section = text_of(CODEBOOK).split(f"## {table}\n")[1].split("\n## ")[0]
    assert [
        column.name for column in TABLES[table] if f"| `{column.name}` | {column.type} |" not in section
    ] == []


def test_every_data_file_is_explained() -> None:
    folder = PROJECT / "core" / "lexicon" / "data"
    explained = text_of(folder / "README.md")
    files = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
    assert [name for name in files if name != "README.md" and f"`{name}`" not in explained] == []


def test_links_resolve() -> None:
    documents = [path for path in tracked() if path.suffix == ".md"]
    links = [(path, link) for path in documents for link in LINK.findall(text_of(path)) if "://" not in link]
    broken = [
        f"{path.relative_to(PROJECT)}: {link}" for path, link in links if not (path.parent / link).exists()
    ]
    assert broken == []


def test_no_file_names_a_place_on_a_machine() -> None:
    named = [
        f"{path.relative_to(PROJECT)}: {found.group()}"
        for path in tracked()
        for found in MACHINE.finditer(text_of(path))
    ]
    assert named == []


def test_the_machine_pattern_finds_places() -> None:
    assert MACHINE.search("see /home/" + "ann/notes")
    assert not MACHINE.search("https://example.org/work/paper")


def test_version_is_one() -> None:
    assert f'version: "{VERSION}"' in text_of(PROJECT / "CITATION.cff")
    assert f"\n## {VERSION}" in text_of(PROJECT / "docs" / "changelog.md")
