"""A sentence as a row of atoms: what each run of words may be (a country, an office, a name, a cue)."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from core.lexicon.cues import office_home
from core.lexicon.offices import office_phrases
from core.mentions.gazetteer import Entry, Sense, Term, find_terms
from core.mentions.names import LOCATIVE, Vocabulary, name_end, part_of_name
from core.mentions.tokens import Tokens, tokens
from core.model import BlockKind, Sentence


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

    def person(self, place: int) -> str:
        """The name at an atom, without what its bearer is called among friends: 'Gilberto "Gibo" Teodoro'."""
        name = self.printed(place, place + 1)
        head, quote, rest = name.partition('"')
        return head + rest.partition('" ')[2] if quote else name


@dataclass(slots=True)
class Cut:
    """One sentence as words, with the phrases of the lexicon among them: all that is known before it is read."""

    sentence: Sentence
    words: Tokens
    terms: list[Term]

    def countries(self) -> Iterator[frozenset[str]]:
        """For each phrase the countries that it may stand for, in whatever sense."""
        for term in self.terms:
            yield _meaning(self.words.folded[term.first], term.entry).countries

    def labels(self) -> Iterator[frozenset[str]]:
        """For each phrase the labels of its senses."""
        for term in self.terms:
            yield _meaning(self.words.folded[term.first], term.entry).labels


def cut(sentence: Sentence) -> Cut:
    """The sentence's words and phrases."""
    words = tokens(sentence.text)
    return Cut(sentence, words, find_terms(words))


def read_line(sentence: Sentence, vocabulary: Vocabulary) -> Line:
    """The sentence as atoms."""
    return as_line(cut(sentence), vocabulary)


def as_line(cut: Cut, vocabulary: Vocabulary) -> Line:
    """A sentence that is cut into words already, as atoms."""
    sentence, words, terms = cut.sentence, cut.words, cut.terms
    known: list[int] = []
    atoms = _with_names(words, terms, vocabulary, known, title=_is_title(words, sentence))
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


def _with_names(
    words: Tokens, terms: list[Term], vocabulary: Vocabulary, known: list[int], *, title: bool
) -> list[Atom]:
    """The atoms; the places of those that the lexicon knows are put into `known`."""
    by_first = {term.first: term for term in terms}
    atoms: list[Atom] = []
    printed, folded = words.words, words.folded
    here, size = 0, len(folded)
    while here < size:
        word = folded[here]
        first = word[0]
        small = printed[here] == word and (first <= "z" or not first.isupper())
        term = by_first.get(here)
        if term is not None and not small and here + 1 < size and folded[here + 1] in _SON_OF:
            term = None  # General Sultan bin Mohammed
        if word in _GIVEN and not small and atoms and atoms[-1].sort in "RH" and _capital(printed, here + 1):
            term = None  # General Said Chanegriha, Lt Gen Sultan Kamaletdinov
        if term is not None and (small or not _is_name(words, term, atoms, by_first)):
            known.append(len(atoms))
            atoms.append(_the_king(word, term, atoms, printed) or _term_atom(word, term, atoms))
            here = term.last
            continue
        if not small and not printed[here][0].islower():
            last = name_end(words, here, by_first, vocabulary, title)
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


def _the_king(word: str, term: Term, before: list[Atom], printed: list[str]) -> Atom | None:
    """The office in "The King received", which stands before no name; None for any other word."""
    if word not in _KINGS or not before or before[-1].word != "the" or _capital(printed, term.last):
        return None
    office = office_phrases()[word]
    return Known("O", term.first, term.last, word, office, (("office", office),))


def _capital(printed: list[str], here: int) -> bool:
    return here < len(printed) and printed[here][0].isupper()


def _is_name(words: Tokens, term: Term, before: list[Atom], by_first: dict[int, Term]) -> bool:
    """Whether a phrase of the lexicon is a person's name here."""
    meaning = _meaning(words.folded[term.first], term.entry)
    previous = before[-1] if before else None
    return meaning.names and part_of_name(words, term, meaning.labels, previous, by_first)


@dataclass(slots=True)
class _Meaning:
    """What the atoms of an entry are like wherever it stands; `choice` is None where the words before it matter."""

    word: str
    senses: tuple[Sense, ...]
    labels: frozenset[str]
    cues: frozenset[str]
    names: bool
    """whether it may be a name instead, by itself or as a part of one"""
    countries: frozenset[str]
    """the countries that it may stand for in whatever sense"""
    choice: tuple[str, Any] | None


_GIVEN = frozenset({"said", "sultan"})  # given names too
_SON_OF = frozenset({"bin", "ibn", "bint"})
_NAMES = frozenset({"city", "place", "exercise", "cue", "rank", "honorific", "barrier"})


def _meaning(first: str, entry: Entry) -> _Meaning:
    found: _Meaning | None = entry.meaning
    if found is None:
        senses = tuple(entry.senses)
        labels = frozenset(label for label, _ in senses)
        cues = frozenset(value.sort for label, value in senses if label == "cue")
        names = not entry.rest and labels <= _NAMES and not labels <= {"cue", "barrier"}
        word = " ".join((first, *entry.rest))
        found = _Meaning(word, senses, labels, cues, names, _countries(word, senses), None)
        if not {"cue", "office"} <= labels and not {"government", "city"} <= labels:
            found.choice = _choice(found, labels, after_preposition=False)
        entry.meaning = found
    return found


def _countries(word: str, senses: tuple[Sense, ...]) -> frozenset[str]:
    codes: set[str] = set()
    for label, value in senses:
        if label in ("country", "adjective", "government"):
            codes.add(value)
        elif label in ("city", "place"):
            codes.add(value.country)
        elif label in ("office", "offices"):
            codes.add(office_home(word))
    return frozenset(codes - {""})


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
    if choice[0] == "A" and first == "royal" and before and before[-1].sort in "CA":
        choice = "w", None  # "the Oman Royal Navy"
    return Known(choice[0], term.first, term.last, meaning.word, choice[1], meaning.senses, meaning.cues)


_KINGS = frozenset({"king", "queen", "emir", "amir"})
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
