"""Topics, named initiatives, types of outcome, and the words that make a statement a mere guess."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from core.errors import LexiconError
from core.lexicon.files import need, read_yaml, texts
from core.lexicon.variants import spellings

TOPICS, INITIATIVES, OUTCOMES, SPECULATION = (
    "topics.yaml",
    "initiatives.yaml",
    "outcomes.yaml",
    "speculation.yaml",
)
_T = TypeVar("_T")
PARTS = ("hedges before", "agenda verbs", "futures", "denials", "clause breaks", "leaning words")


@dataclass(frozen=True, slots=True)
class Topic:
    """One value of the controlled vocabulary, defined in a sentence, and the lower-case phrases that show it."""

    code: str
    definition: str
    cues: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named initiative, theme or agreement; `cues_needed` tell an ordinary word in capitals from the name."""

    name: str
    expansion: str
    aliases: tuple[str, ...]
    cues_needed: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class OutcomeType:
    """A kind of result, and patterns of the phrases that tell it.

    In a cue `<a|b>` stands for either and `..` for up to eight words of the same clause. `future` is true
    where what is agreed lies ahead, so that "will" or "to be" makes it no guess.
    """

    code: str
    definition: str
    cues: tuple[str, ...]
    source: str
    future: bool = False


@cache
def topics() -> Mapping[str, Topic]:
    """Every topic by its code.

    Raises LexiconError when an entry is incomplete or two topics claim one cue.
    """
    found: dict[str, Topic] = {}
    for entry in read_yaml(TOPICS):
        code = need(entry, "code", TOPICS, str(entry.get("code", "")))
        cues = tuple(
            dict.fromkeys(form for cue in texts(entry, "cues", TOPICS, code) for form in spellings(cue))
        )
        if not cues:
            raise LexiconError(TOPICS, code, "needs at least one cue")
        definition, source = need(entry, "definition", TOPICS, code), need(entry, "source", TOPICS, code)
        _add(found, Topic(code, definition, cues, source), code, TOPICS)
    _check_owners(TOPICS, ((topic.code, topic.cues) for topic in found.values()))
    return found


@cache
def initiatives() -> Mapping[str, Initiative]:
    """Every initiative by its name.

    Raises LexiconError when an entry is incomplete or two initiatives claim one name.
    """
    found: dict[str, Initiative] = {}
    for entry in read_yaml(INITIATIVES):
        name = need(entry, "name", INITIATIVES, str(entry.get("name", "")))
        initiative = Initiative(
            name=name,
            expansion=str(entry.get("expansion", "")),
            aliases=tuple(dict.fromkeys((name, *texts(entry, "aliases", INITIATIVES, name)))),
            cues_needed=texts(entry, "needs", INITIATIVES, name),
            source=need(entry, "source", INITIATIVES, name),
        )
        _add(found, initiative, name, INITIATIVES)
    _check_owners(INITIATIVES, ((each.name, each.aliases) for each in found.values()))
    return found


@cache
def outcome_types() -> Mapping[str, OutcomeType]:
    """Every type of outcome by its code, the more particular ones first.

    Raises LexiconError when an entry is incomplete.
    """
    found: dict[str, OutcomeType] = {}
    for entry in read_yaml(OUTCOMES):
        code = need(entry, "code", OUTCOMES, str(entry.get("code", "")))
        outcome = OutcomeType(
            code=code,
            definition=need(entry, "definition", OUTCOMES, code),
            cues=texts(entry, "cues", OUTCOMES, code),
            source=need(entry, "source", OUTCOMES, code),
            future=entry.get("future") is True,
        )
        if not outcome.cues:
            raise LexiconError(OUTCOMES, code, "needs at least one cue")
        _add(found, outcome, code, OUTCOMES)
    return found


@cache
def speculation() -> Mapping[str, tuple[str, ...]]:
    """The phrases of each part of speculation.yaml: hedges, agenda verbs, futures, and so on."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in read_yaml(SPECULATION):
        part = need(entry, "part", SPECULATION, str(entry.get("part", "")))
        found[part] = texts(entry, "phrases", SPECULATION, part)
    if missing := [part for part in PARTS if not found.get(part)]:
        raise LexiconError(SPECULATION, missing[0], "is missing or has no phrases")
    return found


def _add(found: dict[str, _T], item: _T, name: str, file: str) -> None:
    if name in found:
        raise LexiconError(file, name, "is listed twice")
    found[name] = item


def _check_owners(file: str, names: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    owner: dict[str, str] = {}
    for name, phrases in names:
        for phrase in phrases:
            if owner.setdefault(phrase, name) != name:
                raise LexiconError(file, name, f"{phrase!r} belongs to {owner[phrase]}")
