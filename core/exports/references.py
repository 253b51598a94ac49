"""What can be cited, and how a reference is written: as a line of text, in BibTeX, in RIS."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.views import words

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing to cite: `data` (a view or an engagement of Sidelines) or a `document`; unknown is empty."""

    key: str
    kind: str
    title: str
    author: str = ""
    day: date | None = None
    url: str = ""
    note: str = ""


def as_text(reference: Reference) -> str:
    """One line: `Outlet: “Title”, 1 Nov 2025, https://...`."""
    title = f"“{_line(reference.title)}”" if reference.kind == "document" else _line(reference.title)
    parts = [f"{_line(reference.author)}: {title}" if reference.author else title]
    parts += [words.day(reference.day)] if reference.day else []
    parts += [_line(part) for part in (reference.url, reference.note) if part]
    return ", ".join(parts)


def as_bibtex(references: Iterable[Reference]) -> str:
    """The references as entries of a BibTeX file, each key once."""
    return "\n".join(_bibtex(reference) for reference in _once(references))


def as_ris(references: Iterable[Reference]) -> str:
    """The references as records of a RIS file, lines ended by CR LF as readers of old expect."""
    return "".join(_ris(reference) for reference in _once(references))


def key_of(text: str) -> str:
    """Letters, figures and dashes that can name a reference."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-") or "untitled"


def _once(references: Iterable[Reference]) -> list[Reference]:
    """References with keys of their own: the same one is listed once, another of the same key is numbered."""
    found: dict[str, Reference] = {}
    for reference in references:
        key, number = reference.key, 1
        while found.get(key, reference) != reference:
            number += 1
            key = f"{reference.key}-{number}"
        found[key] = reference
    return [Reference(key, r.kind, r.title, r.author, r.day, r.url, r.note) for key, r in found.items()]


def _bibtex(reference: Reference) -> str:
    fields = [("title", f"{{{_tex(reference.title)}}}")]  # braces inside keep the capitals
    if reference.author:
        fields.append(("author", f"{{{_tex(reference.author)}}}"))
    if reference.day:
        fields += [("year", str(reference.day.year)), ("date", reference.day.isoformat())]
    if reference.url:
        fields.append(("url", _url(reference.url)))
    if reference.note:
        fields.append(("note", _tex(reference.note)))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@misc{{{reference.key},\n{lines}}}\n"


def _ris(reference: Reference) -> str:
    kind = "DATA" if reference.kind == "data" else "ELEC" if reference.url else "GEN"
    lines = [("TY", kind), ("ID", reference.key), ("TI", reference.title)]
    lines += [("AU", reference.author)] if reference.author else []
    if reference.day:
        lines += [("PY", str(reference.day.year)), ("DA", reference.day.strftime("%Y/%m/%d/"))]
    lines += [("UR", reference.url)] if reference.url else []
    lines += [("N1", reference.note)] if reference.note else []
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines) + "ER  - \r\n\r\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in _line(text))


def _url(text: str) -> str:
    """An address for the field `url`, which is taken as it stands: only braces and blanks could end it."""
    return "".join(
        f"%{ord(letter):02X}" if letter in "{}\\" else letter for letter in _line(text).replace(" ", "%20")
    )
