"""The description of the tables that travels with them: a Data Package (version 2) in `datapackage.json`."""

import json
from collections.abc import Mapping
from typing import Any

from core import VERSION
from core.tables.schema import ABOUT, KEYS, LIST_SEPARATOR, TABLES, Column

FILE = "datapackage.json"
_TYPES = {"text": "string", "list": "string"}  # a list is text with separators to any reader of version 1
_REFERENCES = {
    "reports": {"doc_id": "documents", "engagement_id": "engagements"},
    "engagements": {"report_id": "reports", "doc_id": "documents"},
    "participants": {"engagement_id": "engagements"},
    "fields": {"report_id": "reports"},
    "conflicts": {"engagement_id": "engagements"},
    "flags": {"engagement_id": "engagements"},
    "merges": {"engagement_id": "engagements", "report_id": "reports"},
}
_CSV = {
    "mediatype": "text/csv",
    "encoding": "utf-8",
    "dialect": {
        "delimiter": ",",
        "lineTerminator": "\r\n",
        "quoteChar": '"',
        "doubleQuote": True,
        "header": True,
    },
}


def package(format: str, more: Mapping[str, Any] | None = None) -> str:
    """The text of `datapackage.json` for tables written as `csv` or `parquet`; the same on every run.

    `more` is what else the package says of itself (`sources`, `contributors`), or says otherwise (`title`).
    """
    content: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "sidelines",
        "title": "Defence engagements, who met whom, when, where and at which forum, read from documents",
        "version": VERSION,
        **(more or {}),
        "resources": [_resource(name, format) for name in TABLES],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _resource(name: str, format: str) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "name": name,
        "type": "table",
        "path": f"{name}.{format}",
        "description": ABOUT[name],
        "format": format,
    }
    if format == "csv":
        resource |= _CSV
    return resource | {"schema": _schema(name)}


def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(name, column) for column in TABLES[name]],
        "missingValues": [""],
    }
    if name in KEYS:
        schema["primaryKey"] = [KEYS[name]]
    references = _REFERENCES.get(name, {})
    if references:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": table, "fields": [KEYS[table]]}}
            for field, table in references.items()
        ]
    return schema


def _field(table: str, column: Column) -> dict[str, Any]:
    meaning = column.meaning
    if column.type == "list":
        meaning = f"{meaning} Several are joined by '{LIST_SEPARATOR}'."
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "description": meaning,
        "example": column.example,
    }
    constraints: dict[str, Any] = {}
    if column.name == KEYS.get(table):
        constraints["required"] = True
    if column.vocabulary:
        constraints["enum"] = [value for value in column.vocabulary if value]
    return field | ({"constraints": constraints} if constraints else {})
