"""The little words by which languages are told apart."""

from functools import cache

from core.lexicon.files import need, read_yaml

_FILE = "languages.yaml"


@cache
def little_words() -> dict[str, frozenset[str]]:
    """For each language's code its commonest words; English comes first."""
    found = {}
    for entry in read_yaml(_FILE):
        code = need(entry, "code", _FILE, "?")
        need(entry, "source", _FILE, code)
        found[code] = frozenset(need(entry, "words", _FILE, code).split())
    return found
