"""The words that tell of an engagement, and those that tell what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from core.errors import LexiconError
from core.lexicon import countries
from core.lexicon.files import need, read_yaml, texts
from core.model import Kind

FILE = "cues.yaml"
WORDS = "words.yaml"
HOMES = "office_homes.yaml"
SHIPS = "ships.yaml"
FORCES = "forces.yaml"


@dataclass(frozen=True, slots=True)
class Cue:
    """Phrases (lower case) that mean one thing to the reader; `sort` says how the reader uses them."""

    name: str
    sort: str
    kind: Kind | None
    weak: bool
    phrases: tuple[str, ...]
    unless: tuple[str, ...]


@cache
def cues() -> Mapping[str, Cue]:
    """Every cue by its name.

    Raises LexiconError when an entry is incomplete, or a phrase is listed twice in one sort.
    """
    found: dict[str, Cue] = {}
    owner: dict[tuple[str, str], str] = {}
    for entry in read_yaml(FILE):
        name = need(entry, "cue", FILE, str(entry.get("cue", "?")))
        kind = entry.get("kind")
        cue = Cue(
            name=name,
            sort=need(entry, "sort", FILE, name),
            kind=Kind(kind) if kind else None,
            weak=bool(entry.get("weak")),
            phrases=texts(entry, "phrases", FILE, name),
            unless=texts(entry, "unless", FILE, name),
        )
        if found.setdefault(name, cue) is not cue:
            raise LexiconError(FILE, name, "this cue is there twice")
        for phrase in cue.phrases:
            if owner.setdefault((cue.sort, phrase), name) != name:
                raise LexiconError(FILE, name, f"{phrase!r} is {owner[cue.sort, phrase]}'s")
    return MappingProxyType(found)


@cache
def word_lists() -> Mapping[str, tuple[str, ...]]:
    """Lists of words that shape a sentence (`barriers`, `particles`, ...) by name.

    Raises LexiconError when two lists have one name.
    """
    found: dict[str, tuple[str, ...]] = {}
    for entry in read_yaml(WORDS):
        name = need(entry, "list", WORDS, "?")
        if name in found:
            raise LexiconError(WORDS, name, "this list is there twice")
        found[name] = texts(entry, "words", WORDS, name)
    return MappingProxyType(found)


@cache
def _homes() -> Mapping[str, str]:
    return {
        phrase: need(e, "country", HOMES, "?")
        for e in read_yaml(HOMES)
        for phrase in texts(e, "phrases", HOMES, "?")
    }


def office_home(phrase: str) -> str:
    """The alpha-3 code of the only country that has an office of this name (folded); "" if several may."""
    words = phrase.split(" ")
    return _homes().get(phrase) or _nations().get(words[0]) or _nations().get(" ".join(words[:2]), "")


@cache
def _nations() -> Mapping[str, str]:
    """Countries by the one or two words, folded, that may begin an office's phrase: "us defence secretary"."""
    names = {
        name.lower(): c.code for c in countries.countries().values() for name in (*c.adjectives, *c.names)
    }
    return {name: code for name, code in names.items() if name.count(" ") < 2 and "." not in name}


@cache
def ship_prefixes() -> Mapping[str, str]:
    """The country whose warships bear a prefix (INS, USS), by the prefix as printed."""
    return {
        p: need(e, "country", SHIPS, "?") for e in read_yaml(SHIPS) for p in texts(e, "prefixes", SHIPS, "?")
    }


@cache
def ship_names() -> Mapping[str, str]:
    """The country whose navy has a well-known warship, by the ship's name as printed."""
    return {n: need(e, "country", SHIPS, "?") for e in read_yaml(SHIPS) for n in e.get("names", ())}


@cache
def forces() -> Mapping[str, str]:
    """The country of armed forces that have a name of their own (PLA, Bundeswehr), by that name."""
    return {
        n: need(e, "country", FORCES, "?") for e in read_yaml(FORCES) for n in texts(e, "names", FORCES, "?")
    }
