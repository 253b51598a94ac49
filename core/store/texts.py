"""The texts of the documents, which most pages never ask for."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from core.store.engine import Database
from core.store.load import document_text, document_texts

ONE_BY_ONE = 100  # texts that are asked for by themselves, for a record or a list; above, all are wanted


class Texts(Mapping[str, str]):
    """The text of each document by its id: a few are read alone, all when many are asked for."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._alone: dict[str, str] = {}

    @cached_property
    def _all(self) -> dict[str, str]:
        with self._database.reading() as connection:
            return document_texts(connection)

    def __getitem__(self, doc_id: str) -> str:
        if "_all" not in self.__dict__ and len(self._alone) < ONE_BY_ONE:
            if doc_id not in self._alone:
                with self._database.reading() as connection:
                    text = document_text(connection, doc_id)
                if text is None:
                    raise KeyError(doc_id)
                self._alone[doc_id] = text
            return self._alone[doc_id]
        return self._all[doc_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
