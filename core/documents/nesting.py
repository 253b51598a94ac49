"""Files within files: how deep, how many and how much of them is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.errors import DocumentError
from core.language.speak import noted
from core.model import Trouble

DEEPEST = 3  # archives and mails within one another


@dataclass(slots=True)
class Allowance:
    """What may still be unpacked of one file that was handed in; all that lies in it shares that."""

    depth: int = 0
    files: int = 100_000
    size: int = 2_000_000_000

    @contextmanager
    def deeper(self, doc_id: str) -> Iterator[None]:
        """Within it one more file is open.

        Raises DocumentError `too large` when too many lie within one another.
        """
        if self.depth >= DEEPEST:
            told = noted(
                "files lie within files more than {number} deep; unpack it and read the folder",
                number=DEEPEST,
            )
            raise DocumentError(doc_id, Trouble.TOO_LARGE, told)
        self.depth += 1
        try:
            yield
        finally:
            self.depth -= 1

    def take(self, doc_id: str, size: int = 0, files: int = 0) -> None:
        """Counts what was unpacked.

        Raises DocumentError `too large` when that is more than is left.
        """
        self.size -= size
        self.files -= files
        if self.size < 0 or self.files < 0:
            told = noted(
                noted(
                    "the archive holds too much, the rest of it was not read; unpack it and read the folder"
                )
            )
            raise DocumentError(doc_id, Trouble.TOO_LARGE, told)
