"""The languages of the screen: each is a gettext catalogue in this folder, plain text that an editor can change."""

import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from core.errors import LanguageError

ENGLISH: Final = "en"  # the language that stands in the code
NOTE: Final = "note"  # the context of what stands in the tables in English
FOLDER: Final = Path(__file__).parent
_PLACE: Final = re.compile(r"\{\w+\}")


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that can be chosen, English first: one for each `.po` file of this folder."""
    return (ENGLISH, *sorted(path.stem for path in FOLDER.glob("*.po")))


def own_name(code: str) -> str:
    """What a language is called by those who speak it: `हिन्दी`."""
    name = locale_of(code).get_display_name() or code
    return name[:1].upper() + name[1:]


@cache
def locale_of(code: str) -> Locale:
    """The dates, numbers and names of a language in the Unicode CLDR; raises LanguageError where it has none."""
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError) as error:
        raise LanguageError(
            f"{code}.po", "the name of the file is no language code, such as hi or ta"
        ) from error


def read_catalogue(path: Path) -> Catalog:
    """The entries of a catalogue; raises LanguageError where the file is not one."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=str(locale_of(path.stem)), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise LanguageError(path.name, str(error)) from error
    except OSError as error:
        raise LanguageError(path.name, error.strerror or "cannot be read") from error


@cache
def notes(code: str) -> tuple[str, ...]:
    """The sentences of the tables that a language can say, in English; those with most words of their own first."""
    if code == ENGLISH:
        return ()
    found = [str(each.id) for each in read_catalogue(FOLDER / f"{code}.po") if each.context == NOTE]
    return tuple(sorted(found, key=lambda text: (-len(_PLACE.sub("", text)), text)))


@cache
def translations(code: str) -> NullTranslations:
    """The words of a language, read on first use; an entry that is missing or marked fuzzy gives the English."""
    if code == ENGLISH:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_catalogue(FOLDER / f"{code}.po"))
    compiled.seek(0)
    return GNUTranslations(compiled)
