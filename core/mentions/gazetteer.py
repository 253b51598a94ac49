"""Finds what the lexicon knows in a sentence's words: the longest phrase at each place wins."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from core.lexicon import cities, countries, cues, forums, offices
from core.mentions.tokens import Tokens, split

NAMES_THAT_SHOUT = 5  # an alias in capitals up to this length (US, UAE, SCO) must be printed in capitals

Sense = tuple[str, Any]
Phrase = tuple[str, str, Any, bool]


@dataclass(slots=True)
class Entry:
    """A phrase of the lexicon: its words after the first, folded, and what it may mean."""

    rest: tuple[str, ...]
    exact: str = ""
    proper: bool = False
    senses: list[Sense] = field(default_factory=list)
    meaning: Any = None
    """what the atoms make of its senses, kept from one line to the next"""


@dataclass(slots=True)
class Term:
    """Words `first` up to, not including, `last` of a sentence, and what they may mean."""

    first: int
    last: int
    entry: Entry

    @property
    def senses(self) -> list[Sense]:
        """What they may mean: labels with values."""
        return self.entry.senses

    def get(self, label: str) -> Any:
        """What they mean as `label`, or None."""
        for name, value in self.entry.senses:
            if name == label:
                return value
        return None


@dataclass(slots=True)
class Node:
    """The entries that begin with one word: `alone` those of one word, `longer` the others by their second word."""

    alone: list[Entry]
    longer: dict[str, list[Entry]]


def find_terms(words: Tokens) -> list[Term]:
    """The lexicon's phrases in the sentence, from left to right, not overlapping."""
    phrases, nodes = _phrases_by_word(), _nodes()
    folded = words.folded
    found: list[Term] = []
    done, size = 0, len(folded)
    for here in [place for place, word in enumerate(folded) if word in phrases]:
        if here < done:
            continue
        word = folded[here]
        node = nodes.get(word)
        if node is None:
            node = nodes[word] = _node(_joined(_entries(phrases[word])))
        entry = None
        if word == "will" and here + 2 < size and folded[here + 1] in _ADVERBS:
            entry = _past_adverb(node, folded, here)
            if entry is not None:
                done = here + 2 + len(entry.rest)
                found.append(Term(here, done, entry))
                continue
        if here + 1 < size:
            longer = node.longer.get(folded[here + 1])
            if longer is not None:
                entry = _first_fit(longer, words, here)
        if entry is None and node.alone:
            entry = _first_fit(node.alone, words, here)
        if entry is not None:
            done = here + 1 + len(entry.rest)
            found.append(Term(here, done, entry))
    return found


_ADVERBS = frozenset(
    {"now", "also", "then", "next", "later", "first", "soon", "again", "both", "each", "today", "tomorrow", "shortly",
     "jointly", "formally", "officially", "separately", "personally"}
)  # fmt: skip


def _past_adverb(node: Node, folded: list[str], here: int) -> Entry | None:
    """The phrase of which an adverb parts the verb: "will go to" in "will now go to"."""
    for entry in node.longer.get(folded[here + 2], ()):
        if (
            not (entry.exact or entry.proper)
            and tuple(folded[here + 2 : here + 2 + len(entry.rest)]) == entry.rest
        ):
            return entry
    return None


def _first_fit(entries: list[Entry], words: Tokens, here: int) -> Entry | None:
    folded = words.folded
    third = folded[here + 2] if here + 2 < len(folded) else ""
    for entry in entries:
        rest = entry.rest
        if len(rest) > 1 and (rest[1] != third or tuple(folded[here + 2 : here + 1 + len(rest)]) != rest[1:]):
            continue
        if entry.exact:
            if words.words[here] == entry.exact or words.span(here, here + 1 + len(rest)) == entry.exact:
                return entry
        elif not entry.proper or words.words[here][0].isupper():
            return entry
    return None


@cache
def _nodes() -> dict[str, Node]:
    """The nodes made so far: each when its word is met for the first time."""
    return {}


@cache
def _phrases_by_word() -> dict[str, list[Phrase]]:
    """All phrases by their first word, folded."""
    found: dict[str, list[Phrase]] = {}
    for phrase in _phrases():
        head = phrase[0].partition(" ")[0]
        if not (head.isascii() and head.isalpha()):
            parts = split(phrase[0])
            if not parts:
                continue
            head = parts[0]
        found.setdefault(head.lower(), []).append(phrase)
    return found


def _entries(phrases: list[Phrase]) -> list[Entry]:
    """The entries of phrases that begin with the same word; phrases that read alike are one."""
    found: dict[tuple[tuple[str, ...], str, bool], Entry] = {}
    for phrase, label, value, proper in phrases:
        rest = tuple(part.lower() for part in split(phrase)[1:])
        shouts = proper and len(phrase) <= NAMES_THAT_SHOUT and phrase.replace(".", "").isupper()
        exact = phrase if shouts else ""
        if label == "city":
            value = cities.cities_named(phrase)[0]
        entry = found.setdefault((rest, exact, proper), Entry(rest, exact, proper))
        if (label, value) not in entry.senses:
            entry.senses.append((label, value))
    return list(found.values())


def _node(entries: list[Entry]) -> Node:
    node = Node([], {})
    for entry in entries:
        if entry.rest:
            node.longer.setdefault(entry.rest[0], []).append(entry)
        else:
            node.alone.append(entry)
    return node


def _joined(entries: list[Entry]) -> list[Entry]:
    """Entries of the same words and the same letter case put together, the longest first, exact ones first."""
    plain: dict[tuple[str, ...], Entry] = {e.rest: e for e in entries if not e.exact and not e.proper}
    kept: list[Entry] = []
    for entry in entries:
        if entry.proper and not entry.exact and entry.rest in plain:
            kept.append(Entry(entry.rest, "", True, entry.senses + plain[entry.rest].senses))
        elif entry.exact:
            more = [
                s
                for e in entries
                if e is not entry and e.rest == entry.rest and not e.exact
                for s in e.senses
            ]
            kept.append(Entry(entry.rest, entry.exact, True, entry.senses + more))
        else:
            kept.append(entry)
    return sorted(kept, key=lambda e: (-len(e.rest), not e.exact, not e.proper))


def _phrases() -> Iterator[Phrase]:
    """Every phrase with its label, its value and whether it must begin with a capital."""
    yield from _country_phrases()
    for phrase, office in offices.office_phrases().items():
        if " " not in phrase and len(phrase) <= 4:
            yield phrase.upper(), "office", office, True  # PM, NSA, COAS: never "9 pm"
            continue
        yield phrase, "office", office, False
        if not phrase.endswith(("s", "coas")) and " of " not in phrase and " for " not in phrase:
            yield _plural(phrase), "offices", office, False
    yield from _plural_offices()
    yield from ((rank, "rank", rank, True) for rank in offices.ranks())
    yield from ((honorific, "honorific", honorific, True) for honorific in offices.honorifics())
    for name in cities.city_names():
        yield name, "city", None, True  # the city itself is read when its name is met
    for name, place in cities.places().items():
        yield name, "place", place, True
    yield from _forum_phrases()
    for cue in cues.cues().values():
        yield from ((phrase, "cue", cue, False) for phrase in cue.phrases)
        yield from ((phrase, "nothing", phrase, False) for phrase in cue.unless)
    lists = cues.word_lists()
    yield from ((phrase, "nothing", phrase, True) for phrase in lists["not_countries"])
    yield from ((word, "barrier", word, False) for word in lists["barriers"])


def _country_phrases() -> Iterator[Phrase]:
    for country in countries.countries().values():
        for name in dict.fromkeys((country.name, *country.names, *country.weak)):
            yield name, "country", country.code, True
        for adjective in (*country.adjectives, *country.people):
            yield adjective, "adjective", country.code, True
        for government in country.governments:
            yield government, "government", country.code, True
    for name, code in cues.forces().items():
        yield name, "adjective", code, True


def _plural(word: str) -> str:
    """The plural of an office: "defence ministers", "defence secretaries", "secretaries general"."""
    if word.endswith(("secretary general", "secretary-general")):
        return f"{word[: -len('y general')]}ies{word[-len(' general') :]}"
    return f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeo" else f"{word}s"


def _plural_offices() -> Iterator[Phrase]:
    """The plurals "ministers of defence", "defence and foreign ministers": those that an s at the end does not make."""
    nations = {name.lower() for country in countries.countries().values() for name in country.names}
    for phrase, office in offices.office_phrases().items():
        head, sep, tail = phrase.partition(" of ")
        if tail.removeprefix("the ") in nations:
            continue  # "the foreign secretaries of India and Nepal"
        if sep and not head.endswith("s"):
            yield f"{_plural(head)} of {tail}", "offices", office, False
        head, sep, tail = phrase.partition(" for ")
        if sep and not head.endswith("s"):
            yield f"{_plural(head)} for {tail}", "offices", office, False


def _forum_phrases() -> Iterator[Phrase]:
    for forum in forums.forums().values():
        for alias in dict.fromkeys((forum.name, forum.title, *forum.aliases)):
            if alias:
                yield alias, "forum", forum, alias[0].isupper() and alias.count(" ") < 2
    for exercise in forums.exercises().values():
        for alias in dict.fromkeys((exercise.name, *exercise.aliases)):
            yield alias, "exercise", exercise, True
