"""The texts of the documents, which most pages never ask for."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from core.store.engine import Database
from core.store.load import document_texts


class Texts(Mapping[str, str]):
    """The text of each document by its id; all are read when the first is asked for, and stay as they were then."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def _read(self) -> dict[str, str]:
        with self._database.reading() as connection:
            return document_texts(connection)

    def __getitem__(self, doc_id: str) -> str:
        return self._read[doc_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)
