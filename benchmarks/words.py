"""Brings the catalogues in core/language up to the words of the screen: `python -m benchmarks.words [CODE ...]`.

Translations stay; new words are added without one, words that are said no more move to the end of the file. A code
without a file (`ta`) begins a new language.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from core.language.catalogue import ENGLISH, FOLDER, NOTE, languages, locale_of, read_catalogue
from core.views.terms import COUNTRY, NAMES, names, vocabularies

ROOT = Path(__file__).resolve().parents[1]
SCREEN = ("app.py", "pages/*.py", "core/**/*.py")
HEAD = """\
# The words of the screen of Sidelines. How to change them: docs/translation.md
#"""
Id = str | tuple[str, str]


def screen() -> Catalog:
    """Every word of the screen, each with the files it stands in."""
    catalogue = Catalog(fuzzy=False)
    for message, context, file in _messages():
        catalogue.add(message, locations=[(file, 0)], context=context)
    for field, values in vocabularies().items():
        for value in values:
            catalogue.add(
                str(value),
                auto_comments=[f"a value of the data: {field or 'boundaries, tables'}"],
                context=field or None,
            )
    return catalogue


def lexicon() -> Catalog:
    """The names that a language may have for the forums, exercises, initiatives and offices of the lexicon."""
    catalogue = Catalog(fuzzy=False)
    for field, values in names().items():
        for value in values:
            catalogue.add(
                value, auto_comments=[f"a name of the lexicon: {field}; may stay empty"], context=field
            )
    return catalogue


def brought_up(code: str, words: Catalog, named: Catalog | None = None) -> bytes:
    """The catalogue of a language as its file should be: the words of the screen with the translations there are.

    The names of the lexicon are those of `named`; without it those that the file has.
    """
    path = FOLDER / f"{code}.po"
    old = read_catalogue(path) if path.exists() else Catalog()
    new = Catalog(
        locale=str(locale_of(code)), header_comment=HEAD, project="Sidelines", version="0.1.0", fuzzy=False
    )
    for message in words:
        if message.id:
            known = old.get(_first(message.id), message.context)
            new.add(
                message.id,
                known.string if known is not None else "",
                locations=sorted(set(message.locations)),
                flags={"fuzzy"} & known.flags if known is not None else (),
                auto_comments=message.auto_comments,
                user_comments=known.user_comments if known is not None else (),
                context=message.context,
            )
    _add_names(new, old, named)
    file = BytesIO()
    write_po(
        file, new, width=110, sort_output=True, ignore_obsolete=True, include_lineno=False, omit_header=True
    )
    return _header(new).encode() + file.getvalue()


def _add_names(new: Catalog, old: Catalog, named: Catalog | None) -> None:
    """Adds the names of the lexicon, and of the countries those that the file has."""
    for message in old if named is None else [*named, *(each for each in old if each.context == COUNTRY)]:
        if message.id and message.context in NAMES:
            known = old.get(_first(message.id), message.context)
            new.add(
                message.id,
                known.string if known is not None else "",
                context=message.context,
                auto_comments=message.auto_comments,
                user_comments=known.user_comments if known is not None else (),
            )


def main() -> None:
    """Write the catalogues."""
    words, named = screen(), lexicon()
    for code in dict.fromkeys((*languages(), *sys.argv[1:])):
        if code != ENGLISH:
            (FOLDER / f"{code}.po").write_bytes(brought_up(code, words, named))


def _messages() -> Iterator[tuple[Id, str | None, str]]:
    """Each message with its context and its file. The syntax tree finds those within f-strings too, in any Python."""
    for pattern in SCREEN:
        for path in sorted(ROOT.glob(pattern)):
            name = path.relative_to(ROOT).as_posix()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                    yield from ((*found, name) for found in _message(node.func.id, texts))


def _message(function: str, texts: list[Any]) -> Iterator[tuple[Id, str | None]]:
    """What a call of `t`, `later`, `noted`, `tc` or `tn` names in its first arguments, where these are texts."""
    said = [text for text in texts if isinstance(text, str)]
    if function in ("t", "later") and said:
        yield said[0], None
    elif function == "noted" and said:
        yield said[0], NOTE
    elif function == "tc" and len(said) > 1:
        yield said[1], said[0]
    elif function == "tn" and len(said) > 1:
        yield (said[0], said[1]), None


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _header(catalogue: Catalog) -> str:
    """The head of the file without days and names, so that the same words give the same bytes."""
    fields = {
        "Language": str(catalogue.locale),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": catalogue.plural_forms,
    }
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return f'{HEAD}\nmsgid ""\nmsgstr ""\n{lines}\n'


if __name__ == "__main__":
    main()
