"""Zip archives: each file in them is read like any other, under the archive's name and its own."""

import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath

from core.documents.read import problem, read_data
from core.errors import DocumentError
from core.model import Document, Problem, Trouble

_FILES, _FILE_BYTES, _BYTES = 100_000, 200_000_000, 2_000_000_000


def read_zip(data: bytes, doc_id: str, given: date | None = None) -> Iterator[Document | Problem]:
    """The documents of all files in an archive, sorted by name; archives within archives are not opened.

    Raises DocumentError `unreadable` or `too large`.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as error:
        raise DocumentError(doc_id, Trouble.UNREADABLE, f"the archive is damaged: {error}") from error
    with archive:
        entries = sorted(
            (entry for entry in archive.infolist() if _is_wanted(entry)), key=lambda entry: entry.filename
        )
        if len(entries) > _FILES or sum(entry.file_size for entry in entries) > _BYTES:
            raise DocumentError(
                doc_id, Trouble.TOO_LARGE, "the archive holds too much; unpack it and read the folder"
            )
        for entry in entries:
            name = "/".join([doc_id, *_parts(entry)])
            try:
                yield from read_data(_content(archive, entry, name), name, given)
            except DocumentError as error:
                yield problem(error)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    if entry.flag_bits & 1:
        raise DocumentError(
            name, Trouble.ENCRYPTED, "it needs a password; unpack the archive and read the folder"
        )
    if PurePosixPath(name).suffix.lower() == ".zip":
        raise DocumentError(
            name, Trouble.UNSUPPORTED, "archives within archives are not read; unpack it first"
        )
    if entry.file_size > _FILE_BYTES:
        raise DocumentError(name, Trouble.TOO_LARGE, "it is larger than 200 MB unpacked")
    try:
        with archive.open(entry) as packed:
            content = packed.read(_FILE_BYTES + 1)
    except Exception as error:  # the decompressors raise errors of their own
        raise DocumentError(name, Trouble.UNREADABLE, f"it cannot be unpacked: {error}") from error
    if len(content) > _FILE_BYTES:
        raise DocumentError(name, Trouble.TOO_LARGE, "it is larger than 200 MB unpacked")
    return content


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    return not entry.is_dir() and not any(part.startswith((".", "__MACOSX")) for part in _parts(entry))


def _parts(entry: zipfile.ZipInfo) -> list[str]:
    """The entry's path, without what would lead out of the archive."""
    parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
    return [part for part in parts if part not in ("..", "/")]
