"""Zip archives: each file in them is read like any other, under the archive's name and its own."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

from core.documents.nesting import Allowance
from core.documents.read import problem, read_data
from core.errors import DocumentError
from core.language.speak import noted
from core.model import Document, Problem, Trouble

_FILES, _FILE_BYTES = 100_000, 200_000_000
_FREE, _RATIO = 10_000_000, 200  # bytes that may come of little; beyond them texts do not pack so well
_CHUNK = 1_000_000
_ENTRY = b"PK\x01\x02"  # begins each line of the archive's contents
_OFFICE = "[Content_Types].xml"


def read_zip(
    data: bytes, doc_id: str, given: date | None = None, allowance: Allowance | None = None
) -> Iterator[Document | Problem]:
    """The documents of all files in an archive, sorted by name, those of archives within it too.

    Raises DocumentError `unreadable`, `unsupported` or `too large`.
    """
    allowance = allowance or Allowance()
    with allowance.deeper(doc_id), _opened(data, doc_id) as archive:
        if _OFFICE in archive.namelist():
            raise DocumentError(
                doc_id,
                Trouble.UNSUPPORTED,
                noted("this is an office document, whatever its name says; give it the right ending"),
            )
        entries = sorted(
            (entry for entry in archive.infolist() if _is_wanted(entry)), key=lambda entry: entry.filename
        )
        seen: set[str] = set()
        for entry in entries:
            allowance.take(doc_id, files=1)
            name = "/".join([doc_id, *_parts(entry)])
            again = name in seen
            name = _unlike(name, seen)
            if again:
                told = noted(
                    noted("the archive holds two files of this name; the later one was read under this one")
                )
                yield Problem(name, Trouble.UNSUPPORTED, told)
            try:
                content = _content(archive, entry, name)
                allowance.take(doc_id, size=len(content))
                yield from read_data(content, name, given, allowance)
            except DocumentError as error:
                if allowance.size < 0:
                    raise
                yield problem(error)


def _opened(data: bytes, doc_id: str) -> zipfile.ZipFile:
    if data.count(_ENTRY) > 2 * _FILES:  # before millions of them are put on a list
        raise DocumentError(
            doc_id,
            Trouble.TOO_LARGE,
            noted("the archive holds too many files; unpack it and read the folder"),
        )
    try:
        return zipfile.ZipFile(BytesIO(data))
    except Exception as error:  # damaged contents raise errors of many kinds
        told = noted("the archive is damaged ({error}); fetch or make it anew", error=error)
        raise DocumentError(doc_id, Trouble.UNREADABLE, told) from error


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of one file, unpacked piece by piece: what the archive says of its size is not trusted."""
    path = entry.filename.replace("\\", "/")
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        raise DocumentError(
            name,
            Trouble.UNSUPPORTED,
            noted("its path leads out of the archive; unpack it with care and read the file"),
        )
    if entry.flag_bits & 1:
        raise DocumentError(
            name, Trouble.ENCRYPTED, noted("it needs a password; unpack the archive and read the folder")
        )
    most = min(_FILE_BYTES, max(_FREE, _RATIO * entry.compress_size))
    content = bytearray()
    try:
        with archive.open(entry) as packed:
            while len(content) <= most and (chunk := packed.read(_CHUNK)):
                content += chunk
    except MemoryError:
        raise
    except Exception as error:  # the decompressors raise errors of their own
        raise DocumentError(
            name, Trouble.UNREADABLE, noted("it cannot be unpacked: {error}", error=error)
        ) from error
    if len(content) > most:
        told = noted(
            "it unpacks to more than {what} MB, as no article does; unpack it yourself if you trust it",
            what=most // 1_000_000,
        )
        raise DocumentError(name, Trouble.TOO_LARGE, told)
    return bytes(content)


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    return not entry.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in _parts(entry))


def _parts(entry: zipfile.ZipInfo) -> list[str]:
    """The entry's path, without what would lead out of the archive."""
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    return [part for part in parts if part not in ("..", "/")] or ["file"]


def _unlike(name: str, seen: set[str]) -> str:
    """`name`, or with a number before its ending where another file has it."""
    path, number, unique = PurePosixPath(name), 2, name
    while unique in seen:
        unique, number = f"{path.with_suffix('')}~{number}{path.suffix}", number + 1
    seen.add(unique)
    return unique
