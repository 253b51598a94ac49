"""Reads the lexicon's data files; what the entries mean is checked by the module that owns them."""

import csv
from pathlib import Path
from typing import Any

import yaml

from core.errors import LexiconError

DATA = Path(__file__).parent / "data"


def read_yaml(name: str) -> list[dict[str, Any]]:
    """The entries of `data/<name>`, in the order of the file.

    Raises LexiconError when the file is missing, is not YAML or is not a list of entries.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(_text(name))  # five times as fast with libyaml
    try:
        node = loader.get_single_node()
        entries = None if node is None else _value(loader, node)
    except yaml.YAMLError as error:
        raise LexiconError(name, "whole file", f"not valid YAML: {error}") from error
    if not isinstance(entries, list):
        raise LexiconError(name, "whole file", "must be a list of entries, each beginning with '- '")
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            raise LexiconError(name, f"number {number}", "must be made of 'field: value' lines")
    return entries


def _value(loader: Any, node: yaml.Node) -> Any:
    """What a node of YAML stands for; texts, lists and mappings of them in half the loader's own time."""
    if node.tag == "tag:yaml.org,2002:str":
        return node.value
    if node.tag == "tag:yaml.org,2002:seq":
        return [_value(loader, item) for item in node.value]
    if node.tag == "tag:yaml.org,2002:map" and all(
        key.tag == "tag:yaml.org,2002:str" for key, _ in node.value
    ):
        return {key.value: _value(loader, item) for key, item in node.value}
    return loader.construct_object(node, deep=True)


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of `data/<name>`, keyed by the column names of its first line.

    Raises LexiconError when the file is missing or a row has more or fewer cells than the first line.
    """
    lines = csv.reader(_text(name).splitlines())
    columns = next(lines, [])
    rows = []
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(columns):
            problem = (
                f"has {len(cells)} cells, the first line has {len(columns)}; quote a cell that holds a comma"
            )
            raise LexiconError(name, f"line {number}", problem)
        rows.append(dict(zip(columns, cells, strict=True)))
    return rows


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell that joins several by `;`."""
    if not cell:
        return ()
    return tuple(part for part in map(str.strip, cell.split(";")) if part)


def need(entry: dict[str, Any], field: str, file: str, name: str) -> str:
    """The text of a field that every entry must have.

    Raises LexiconError when it is absent or empty.
    """
    value = entry.get(field)
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(file, name, f"needs the field {field!r}, as text")
    return value


def texts(entry: dict[str, Any], field: str, file: str, name: str) -> tuple[str, ...]:
    """The values of a list field; absent means none.

    Raises LexiconError when it is not a list of texts: a bare `no` or `1` in YAML is not text.
    """
    values = entry.get(field) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise LexiconError(
            file, name, f"{field!r} must be a list of texts; put quotes round yes, no and numbers"
        )
    return tuple(values)


def _text(name: str) -> str:
    try:
        return (DATA / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(name, "whole file", f"cannot be read as UTF-8: {error}") from error
