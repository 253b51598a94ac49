"""People as they are read: one person under many spellings, and the country and office behind a name."""

import re
from collections.abc import Mapping
from functools import cache

from core.language.speak import english
from core.lexicon.offices import terms
from core.tables.schema import LIST_SEPARATOR
from core.views.terms import country as country_words
from core.views.terms import term

_PRINTED = re.compile(r"(.+) \(([A-Z]{3})(?:, (.+))?\)")


@cache
def known_as(name: str, country: str) -> str:
    """The lexicon's name of the one office holder of that country who is meant; the name as printed if none is sure.

    `V.G. Khrenin` and `Khrenin Viktor Gennadievich` of Belarus are one person: one holder only has that surname,
    and what else is printed does not speak against it.
    """
    parts = [part for part in name.casefold().replace(".", ". ").split() if part]
    holders = {
        holder for part in parts for holder in _by_surname().get((country, part), ()) if _fits(parts, holder)
    }
    return holders.pop() if len(holders) == 1 else name


def people_words(cell: str) -> str:
    """The people of a table cell as they are read, country and office in the language of the screen."""
    return ", ".join(person_words(text) for text in cell.split(LIST_SEPARATOR) if text)


def person_words(text: str) -> str:
    """`Chuck Hagel (USA, Defence Minister)`; elsewhere the name stays, the country is named and the office said."""
    told = None if english() else _PRINTED.fullmatch(text)
    if told is None:
        return text
    name, code, office = told.groups()
    return (
        f"{name} ({', '.join(part for part in (country_words(code), term('office', office or '')) if part)})"
    )


def _fits(parts: list[str], holder: str) -> bool:
    """True unless the printed name has other names in full, none of which begins like one of the holder's."""
    own = holder.casefold().split()
    rest = [part for part in parts if part not in own]
    return not rest or len(parts) - len(rest) > 1 or any(part[0] == mine[0] for part in rest for mine in own)


@cache
def _by_surname() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for held in terms():
        found.setdefault((held.country, held.surname.casefold()), set()).add(held.name)
    return {key: frozenset(names) for key, names in found.items()}
