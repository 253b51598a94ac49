"""Records as the JSON text that the store keeps, and back."""

from functools import cache
from typing import Any, TypeVar

import msgspec

from core.model import Document, Report

_Record = TypeVar("_Record")


def packed(record: object) -> str:
    """A record, or a plain value, as JSON text."""
    return _encoder().encode(record).decode()


def unpacked(text: str) -> Any:
    """The plain value that JSON text holds."""
    return msgspec.json.decode(text)


def report_from(text: str) -> Report:
    """The report that `packed` wrote; fields that it did not know have their defaults."""
    report: Report = _decoder(Report).decode(text)
    return report


def document_from(text: str) -> Document:
    """The document that `packed` wrote; fields that it did not know have their defaults."""
    document: Document = _decoder(Document).decode(text)
    return document


@cache
def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(order="deterministic")


@cache
def _decoder(kind: type[Any]) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(kind)
