"""What is imported is named, what is named is pinned with its hash, and no file says where packages come from."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)", re.MULTILINE)
OWN = ("benchmarks", "core", "tests")


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    return {package.lower(): version for package, version in PIN.findall(text_of(PROJECT / name))}


@cache
def sellers() -> Mapping[str, list[str]]:
    """By the name that is imported, the packages that bring it."""
    return packages_distributions()


def imported(*patterns: str) -> set[str]:
    """The names of the packages of others that the Python files import."""
    files = [path for pattern in patterns for path in PROJECT.glob(pattern)]
    names = {name for path in files for name in imports_of(path)}
    return names - set(sys.stdlib_module_names) - set(OWN)


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(text_of(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize(
    ("patterns", "files"),
    [
        pytest.param(("*.py", "core/**/*.py", "pages/*.py"), ("requirements",), id="the app"),
        pytest.param(
            ("tests/**/*.py", "benchmarks/*.py"), ("requirements", "requirements-dev"), id="the checks"
        ),
    ],
)
def test_every_import_is_named(patterns: tuple[str, ...], files: tuple[str, ...]) -> None:
    named = {package for name in files for package in pins(f"{name}.in")}
    sold_as = sellers()
    wanted = imported(*patterns)
    assert "pandas" in imported("core/**/*.py")
    assert {name for name in wanted if not named & {d.lower() for d in sold_as.get(name, [])}} == set()


@pytest.mark.parametrize("name", ["requirements", "requirements-dev", "benchmarks/requirements"])
def test_requirements_name_no_host_and_pin_everything(name: str) -> None:
    for ending in (".in", ".txt"):
        text = text_of(PROJECT / f"{name}{ending}")
        assert re.findall(r"://|--(?:index|extra-index|find-links|trusted-host)", text) == []
    asked, pinned = pins(f"{name}.in"), pins(f"{name}.txt")
    assert asked.items() <= pinned.items()
    entries = re.findall(r"^[A-Za-z0-9](?:.*\\\n)*.*", text_of(PROJECT / f"{name}.txt"), re.MULTILINE)
    assert len(entries) >= len(pinned)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_checks_run_on_what_the_app_runs_on() -> None:
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()
