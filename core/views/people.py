"""One person under many spellings: the name by which the lexicon knows a holder of an office."""

from collections.abc import Mapping
from functools import cache

from core.lexicon.offices import terms


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


def _fits(parts: list[str], holder: str) -> bool:
    """True unless the printed name has other names in full, none of which begins like one of the holder's."""
    own = holder.casefold().split()
    rest = [part for part in parts if part not in own]
    return not rest or len(parts) - len(rest) > 1 or any(part[0] == mine[0] for part in rest for mine in own)


@cache
def _by_surname() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for term in terms():
        found.setdefault((term.country, term.surname.casefold()), set()).add(term.name)
    return {key: frozenset(names) for key, names in found.items()}
