"""A sentence as a row of atoms: what each run of words may be (a country, an office, a name, a cue)."""

from collections.abc import Set
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from core.lexicon import cues, offices
from core.mentions.gazetteer import Entry, Sense, Term, find_terms
from core.mentions.tokens import Tokens, tokens
from core.model import BlockKind, Sentence

LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "to",
        "from",
        "outside",
        "around",
        "via",
        "into",
        "towards",
        "for",
        "capital",
        "leaving",
        "of",
    }
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Atom:
    """Words `first` up to, not including, `last`; `sort` is C(ountry), A(djective), G(overnment), O(ffice),
    S (offices, plural), R(ank), H(onorific), N(ame), P (city), V (place), F(orum), E(xercise), K (cue),
    | (barrier), d(igit), w(ord) or a punctuation mark.

    Only those that the lexicon knows have a `value`, `senses` and, if they are cues, `cues`: how the reader may use them.
    """

    __slots__ = ("first", "last", "sort", "word")
    value: Any = None
    senses: tuple[Sense, ...] = ()
    cues: frozenset[str] = frozenset()

    def __init__(self, sort: str, first: int, last: int, word: str) -> None:
        self.sort = sort
        self.first = first
        self.last = last
        self.word = word

    def sense(self, label: str) -> Any:
        """What it may mean as `label`, or None."""
        for name, value in self.senses:
            if name == label:
                return value
        return None


class Known(Atom):
    """An atom that stands for something: a name, or a phrase of the lexicon."""

    __slots__ = ("cues", "senses", "value")

    def __init__(
        self,
        sort: str,
        first: int,
        last: int,
        word: str,
        value: Any,
        senses: tuple[Sense, ...] = (),
        cues: frozenset[str] = frozenset(),
    ) -> None:
        self.sort = sort
        self.first = first
        self.last = last
        self.word = word
        self.value = value
        self.senses = senses
        self.cues = cues


@dataclass(slots=True)
class Line:
    """One sentence with its words and atoms.

    `known` are the places of the atoms that the lexicon knows, `barriers` of those that may begin a clause, and
    `cues` is how the reader may use the cues among them: most lines have none of some sort, and need no second look.
    """

    sentence: Sentence
    words: Tokens
    atoms: list[Atom]
    known: list[int] = field(default_factory=list)
    barriers: list[int] = field(default_factory=list)
    cues: frozenset[str] = frozenset()

    @property
    def sorts(self) -> str:
        """The sorts of all atoms in one string."""
        return "".join([atom.sort for atom in self.atoms])

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Where atoms `first` up to, not including, `last` stand in the document's text."""
        base = self.sentence.start
        return base + self.words.starts[self.atoms[first].first], base + self.words.ends[
            self.atoms[last - 1].last - 1
        ]

    def word(self, place: int) -> str:
        """The word or phrase of an atom, in small letters; "" before and behind the sentence."""
        return self.atoms[place].word if 0 <= place < len(self.atoms) else ""

    def sort(self, place: int) -> str:
        """The sort of an atom; "" before and behind the sentence."""
        return self.atoms[place].sort if 0 <= place < len(self.atoms) else ""

    def printed(self, first: int, last: int) -> str:
        """The words of atoms `first` up to, not including, `last`."""
        return self.words.span(self.atoms[first].first, self.atoms[last - 1].last)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the whole document tells about its words."""

    plain: frozenset[str]
    """words that the document also writes in lower case"""
    capital: frozenset[str]
    """words that it writes with a capital in mid-sentence"""


def read_line(sentence: Sentence, vocabulary: Vocabulary) -> Line:
    """The sentence as atoms."""
    words = tokens(sentence.text)
    terms = find_terms(words)
    atoms = _with_names(words, terms, vocabulary, _is_title(words, sentence))
    known = [place for place, atom in enumerate(atoms) if atom.senses] if terms else []
    barriers = [p for p in known if atoms[p].sort in "|Kw" and atoms[p].sense("barrier") is not None]
    return Line(
        sentence, words, atoms, known, barriers, frozenset().union(*[atoms[place].cues for place in known])
    )


def _is_title(words: Tokens, sentence: Sentence) -> bool:
    """True for lines printed with a capital on most words."""
    if sentence.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    letters = [w for w in words.words if w[0].isalpha() and len(w) > 3]
    return len(letters) > 3 and sum(w[0].isupper() for w in letters) > 0.8 * len(letters)


@cache
def _openers() -> frozenset[str]:
    return frozenset(cues.word_lists()["openers"])


@cache
def _not_people() -> frozenset[str]:
    return frozenset(cues.word_lists()["not_people"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(cues.word_lists()["particles"])


@cache
def _calendar() -> frozenset[str]:
    months = "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"
    days = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    return frozenset((months + " " + days).split())


def _with_names(words: Tokens, terms: list[Term], vocabulary: Vocabulary, title: bool) -> list[Atom]:
    by_first = {term.first: term for term in terms}
    atoms: list[Atom] = []
    printed, folded = words.words, words.folded
    here, size = 0, len(folded)
    while here < size:
        word = folded[here]
        first = word[0]
        small = printed[here] == word and (first <= "z" or not first.isupper())
        term = by_first.get(here)
        if term is not None and (small or not _part_of_name(words, term, atoms, by_first)):
            atoms.append(_term_atom(word, term, atoms))
            here = term.last
            continue
        if not small and not printed[here][0].islower():
            last = _name_end(words, here, by_first, vocabulary, title)
            if last:
                atoms.append(Known("N", here, last, word, words.span(here, last)))
                here = last
                continue
        sort = (
            "w"
            if "a" <= first <= "z" or first.isalpha() or word == "'s"
            else ("d" if first.isdigit() else word)
        )
        atoms.append(Atom(sort, here, here + 1, word))
        here += 1
    return atoms


@dataclass(slots=True)
class _Meaning:
    """What the atoms of an entry are like wherever it stands; `choice` is None where the words before it matter."""

    word: str
    senses: tuple[Sense, ...]
    labels: frozenset[str]
    cues: frozenset[str]
    names: bool
    """whether it may be a name instead, by itself or as a part of one"""
    choice: tuple[str, Any] | None


_NAMES = frozenset({"city", "place", "exercise", "cue", "rank", "honorific", "barrier"})


def _meaning(first: str, entry: Entry) -> _Meaning:
    found: _Meaning | None = entry.meaning
    if found is None:
        senses = tuple(entry.senses)
        labels = frozenset(label for label, _ in senses)
        cues = frozenset(value.sort for label, value in senses if label == "cue")
        names = not entry.rest and labels <= _NAMES and not labels <= {"cue", "barrier"}
        found = _Meaning(" ".join((first, *entry.rest)), senses, labels, cues, names, None)
        if not {"cue", "office"} <= labels and not {"government", "city"} <= labels:
            found.choice = _choice(found, labels, after_preposition=False)
        entry.meaning = found
    return found


def _choice(meaning: _Meaning, labels: Set[str], *, after_preposition: bool) -> tuple[str, Any]:
    """The sort and the value of an atom with these labels."""
    for label, sort in ORDER:
        if label in labels and not (label == "government" and "city" in labels and after_preposition):
            return sort, next((value for name, value in meaning.senses if name == label), None)
    return "w", None


def _term_atom(first: str, term: Term, before: list[Atom]) -> Atom:
    meaning = _meaning(first, term.entry)
    choice = meaning.choice
    if choice is None:
        labels: Set[str] = meaning.labels
        previous = before[-1].word if before else ""
        if {"cue", "office"} <= labels and previous in MODALS:
            labels = labels - {"office", "offices"}
        choice = _choice(meaning, labels, after_preposition=previous in LOCATIVE)
    return Known(choice[0], term.first, term.last, meaning.word, choice[1], meaning.senses, meaning.cues)


MODALS = frozenset({"will", "would", "to", "is to", "will be", "shall", "also", "may", "can", "and"})
ORDER = (
    ("forum", "F"),
    ("nothing", "w"),
    ("country", "C"),
    ("adjective", "A"),
    ("offices", "S"),
    ("office", "O"),
    ("rank", "R"),
    ("honorific", "H"),
    ("government", "G"),
    ("exercise", "E"),
    ("place", "V"),
    ("city", "P"),
    ("cue", "K"),
    ("barrier", "|"),
)


def _part_of_name(words: Tokens, term: Term, before: list[Atom], by_first: dict[int, Term]) -> bool:
    """True when a lexicon word that is also a name (Austin, Jordan, Mark) stands in a person's name here."""
    meaning = _meaning(words.folded[term.first], term.entry)
    if not meaning.names or not words.words[term.first][0].isupper():
        return False
    labels = meaning.labels
    previous = before[-1] if before else None
    following = term.last if term.last < len(words) else None
    beside_name = False
    if (
        previous is not None
        and previous.sort == "N"
        and words.starts[term.first] - words.ends[previous.last - 1] <= 1
    ):
        beside_name = True  # "Lloyd | Austin": the name before should have taken it
    if previous is not None and previous.word in LOCATIVE and previous.word != "of":
        return False
    follows = (
        following is not None
        and following not in by_first
        and words.words[following][0].isupper()
        and words.words[following].isalpha()
        and words.folded[following] not in _calendar()
        and words.folded[following] not in _not_people()
    )
    if labels <= {"rank", "honorific"}:
        return bool(
            _known_surname(words.folded[term.first])
            and previous is not None
            and previous.sort in "ARHO"
            and not follows
        )
    if beside_name:
        return True
    if follows and following is not None and _known_surname(words.folded[following]):
        return True  # "Florence Parly"
    if follows and (not before or (previous is not None and previous.sort in "ORHA")):
        return _known_surname(words.folded[term.first]) or (previous is not None and previous.sort in "ORH")
    if _known_surname(words.folded[term.first]) and not (
        following is not None and words.words[following] == "," and _country_at(by_first, following + 1)
    ):
        return True
    return previous is not None and previous.sort in "RH"


def _country_at(by_first: dict[int, Term], place: int) -> bool:
    term = by_first.get(place)
    return term is not None and term.get("country") is not None


@cache
def _known_surname(word: str) -> bool:
    return offices.is_holder(word)


def _name_end(
    words: Tokens, here: int, by_first: dict[int, Term], vocabulary: Vocabulary, title: bool
) -> int:
    """Where a name that begins at this word ends; 0 if none does."""
    if not _starts_name(words, here, vocabulary, title):
        return 0
    last = here + 1
    size = len(words)
    while last < size:
        word = words.words[last]
        touching = words.starts[last] == words.ends[last - 1]
        if word == "." and touching and _abbreviates(words, last - 1):
            last += 1
            continue
        if (
            word == "-"
            and touching
            and last + 1 < size
            and words.starts[last + 1] == words.ends[last]
            and words.words[last + 1].isalpha()
        ):
            following = by_first.get(last + 1)
            if following is not None and following.get("country"):
                break
            last += 2
            continue
        term = by_first.get(last)
        if term is not None and not _swallowed(words, term, last):
            break
        if (
            _capital(word)
            and not _dates(words, last)
            and (words.starts[last] - words.ends[last - 1]) <= 1
            and word != "I"
        ):
            last += 1
            continue
        if (
            words.folded[last] in _particles()
            and last + 1 < size
            and _capital(words.words[last + 1])
            and (last + 1) not in by_first
        ):
            last += 2
            continue
        if words.folded[last] in SUFFIXES:
            last += 1
            continue
        if word == "," and last + 1 < size and words.folded[last + 1] in SUFFIXES:
            last += 2
            continue
        break
    return 0 if words.folded[last - 1] in _not_people() else last


def _dates(words: Tokens, place: int) -> bool:
    """True for a month or weekday, but not for the Jun of Dong Jun."""
    folded = words.folded[place]
    if folded not in _calendar():
        return False
    if len(folded) == 3:
        following = words.words[place + 1] if place + 1 < len(words) else ""
        return following[:1].isdigit() or following == "."
    return True


def _swallowed(words: Tokens, term: Term, place: int) -> bool:
    """True for a city, place or rank word that continues a name: Lloyd Austin, Ron Mark, Gen Nakatani."""
    labels = {label for label, _ in term.senses}
    if term.last - term.first > 1 or not words.words[place][0].isupper():
        return False
    return (
        labels <= {"city", "place", "exercise", "rank", "honorific", "government"}
        and words.starts[place] - words.ends[place - 1] <= 1
    )


def _abbreviates(words: Tokens, place: int) -> bool:
    """True when the word before a full stop is an initial or Jr."""
    word = words.words[place]
    return (len(word) == 1 and word.isupper()) or words.folded[place] in ("jr", "sr", "mohd", "md", "st")


def _capital(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or not word.isupper() or len(word) <= 2)


def _starts_name(words: Tokens, here: int, vocabulary: Vocabulary, title: bool) -> bool:
    word, folded = words.words[here], words.folded[here]
    if not _capital(word) or not word[0].isalpha() or folded in _calendar():
        shouted = word.isupper() and word.isalpha() and len(word) > 2
        return shouted and folded in vocabulary.capital and _known_surname(folded)
    if len(word) == 1:
        follows = words.words[here + 1] if here + 1 < len(words) else ""
        initial = follows == "." or (
            word not in "AI" and len(follows) > 2 and follows[0].isupper() and not follows.isupper()
        )
        if not initial:
            return False
    if folded in _not_people() and not _known_surname(folded):
        return False  # "Defence Rajnath Singh": a word of some body's name is no given name
    if (
        here == 0
        or words.words[here - 1] in ('"', "'", "(", ":", "-", "\u2013", "\u2014", "\u2022", ".", "?", "!")
        or title
    ):
        if folded in _openers() and folded not in vocabulary.capital:
            return False
        if folded in vocabulary.plain and not _known_surname(folded):
            return False
        if folded in _openers() and (here + 1 >= len(words) or not _capital(words.words[here + 1])):
            return False
        if title and folded not in vocabulary.capital and not _known_surname(folded):
            return False
        follows = words.words[here + 1] if here + 1 < len(words) else ""
        if follows == "," and folded not in vocabulary.capital and not _known_surname(folded):
            return False
    return True
