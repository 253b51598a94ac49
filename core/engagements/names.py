"""Whether two printed names can be one person's, across transliterations and orders of their words."""

import re
import unicodedata
from functools import lru_cache

from core.lexicon.words import word_set
from core.model import Person

_NEAR = (
    0.9  # likeness (Jaro-Winkler) from which two spellings can be of one word: Shoigu and Shoygu have 0.92
)
_KNOWN = 100_000  # pairs of names whose likeness is remembered


@lru_cache(_KNOWN)
def name_meets(one: str, other: str) -> bool:
    """Whether each word of the shorter name has a like word in the longer: Shoigu and Sergey Shoygu, in any order.

    Initials and particles (bin, al, van) do not count. Two people of one family (Mohammed and Khalid bin Salman)
    have a word each that the other has not.
    """
    short, long = sorted((words(one), words(other)), key=lambda w: (len(w), w))
    left = list(long)
    for word in short:
        match = next((like for like in left if _like(word, like)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(short)


def same_person(one: Person, other: Person) -> bool:
    """Whether two people of one side can be one: their names meet, or surname and office are the same.

    So James Mattis is Jim Mattis where both are called Defence Minister, while two men named Singh with different
    offices stay two.
    """
    if name_meets(one.name, other.name):
        return True
    if not one.office or one.office != other.office:
        return False
    return any(_like(w, v) for w in words(one.name) if len(w) >= 4 for v in words(other.name))


@lru_cache(_KNOWN)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without initials and particles; all of them where nothing else is left."""
    found = re.findall(r"\w+", folded(name))
    return tuple(w for w in found if len(w) > 1 and w not in word_set("particles") | _SUFFIXES) or tuple(
        found
    )


@lru_cache(_KNOWN)
def folded(text: str) -> str:
    """Lower case without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(_KNOWN)
def _like(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(one, other) >= _NEAR
