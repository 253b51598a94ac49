"""Names of people: which capitalised words are one, and where it ends."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from core.lexicon import offices
from core.lexicon.words import word_set
from core.mentions.gazetteer import Term
from core.mentions.tokens import Tokens

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
_PARTS = frozenset({"and", "with", "on", "in", "at", "to", "for", "as", "over", "amid"})
_OF = frozenset({"do", "da", "dos", "das", "de", "del", "di", "della", "von", "van", "bin"})  # "of" in names
_NO_NAME = 7  # letters: "Sterling" is a name, "Reinforcing" none
_MONARCHS = frozenset({"sultan", "amir", "emir", "malik", "shah", "prince", "king"})  # names too
_POSTS = frozenset({"commander", "commandant", "chief", "director"})
_OFFICE_ENDS = frozenset(
    {"minister", "ministers", "secretary", "chief", "mantri", "president", "official", "leader", "pm"}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Neighbour(Protocol):
    """What a name asks of the atom before it."""

    sort: str
    word: str
    last: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the whole document tells about its words."""

    plain: frozenset[str]
    """words that the document also writes in lower case"""
    capital: frozenset[str]
    """words that it writes with a capital and never without"""
    inside: frozenset[str] | None = None
    """those of them that stand in mid-sentence; None if that is not known"""
    headed: frozenset[str] = frozenset()
    """words that end like a verb ("Leads") and stand in headings only"""


@cache
def _calendar() -> frozenset[str]:
    months = "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec"
    days = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    return frozenset((months + " " + days).split())


def part_of_name(
    words: Tokens, term: Term, labels: Set[str], previous: Neighbour | None, by_first: Mapping[int, Term]
) -> bool:
    """True when a lexicon word that is also a name (Austin, Jordan, Mark) stands in a person's name here."""
    if not words.words[term.first][0].isupper():
        return False
    following = term.last if term.last < len(words) else None
    beside_name = False
    if (
        previous is not None
        and previous.sort == "N"
        and words.starts[term.first] - words.ends[previous.last - 1] <= 1
    ):
        beside_name = True  # "Lloyd | Austin": the name before should have taken it
    follows = (
        following is not None
        and following not in by_first
        and words.words[following][0].isupper()
        and words.words[following].isalpha()
        and words.folded[following] not in _calendar()
        and words.folded[following] not in word_set("not_people")
    )
    named = (
        follows and following is not None and _is_name(f"{words.words[term.first]} {words.words[following]}")
    )
    if named:
        return True  # "Gen Nakatani": it looks like a rank and is a given name; "from Aden Duale"
    if previous is not None and previous.word in LOCATIVE and previous.word != "of":
        return False
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
    if follows and (previous is None or previous.sort in "ORHA"):
        return _known_surname(words.folded[term.first]) or (previous is not None and previous.sort in "ORH")
    if _known_surname(words.folded[term.first]) and not (
        following is not None and words.words[following] == "," and _country_at(by_first, following + 1)
    ):
        return True
    return previous is not None and previous.sort in "RH"


def _country_at(by_first: Mapping[int, Term], place: int) -> bool:
    term = by_first.get(place)
    return term is not None and term.get("country") is not None


@cache
def _known_surname(word: str) -> bool:
    return offices.is_holder(word)


def name_end(
    words: Tokens, here: int, by_first: Mapping[int, Term], vocabulary: Vocabulary, title: bool
) -> int:
    """Where a name that begins at this word ends; 0 if none does."""
    if not _starts_name(words, here, vocabulary, title):
        return 0
    if words.folded[here] in word_set("before_an_office") and here + 1 in by_first:
        return 0  # "Acting Pentagon chief"
    last = here + 1
    while last < len(words) and (step := _goes_on(words, last, by_first)):
        last += step
    return 0 if words.folded[last - 1] in word_set("not_people") else last


def _goes_on(words: Tokens, last: int, by_first: Mapping[int, Term]) -> int:
    """How many of the words that begin here belong to the name before them; 0 if it ends."""
    word, folded = words.words[last], words.folded[last]
    if folded in _PARTS and not (last + 1 < len(words) and words.words[last + 1] == "-"):
        return 0  # "Rajnath Singh And Peter Dutton"
    if word == '"':
        return _nickname(words, last)
    more = last + 1 < len(words)
    touching = words.starts[last] == words.ends[last - 1]
    if word == "." and touching and _abbreviates(words, last - 1):
        return 1
    if (
        word in ("-", "\u2013")
        and touching
        and more
        and _touch(words, last)
        and _letters(words.words[last + 1])
    ):
        return 0 if _country_at(by_first, last + 1) else 2
    if _post_nominal(word, folded) and words.words[last - 1] != ".":
        return 0  # "John Healey MP"
    if len(word) == 1 and word.isupper() and more and words.words[last + 1] == "." and _touch(words, last):
        return 1  # Eduardo M. Año: no "Monsieur"
    term = by_first.get(last)
    house = word == "Said" and words.folded[last - 1] == "al"  # of Oman: no verb
    if term is not None and not house and not _swallowed(words, term, last):
        return 0
    beside = words.starts[last] - words.ends[last - 1] <= 1
    if _capital(word) and beside and word != "I" and not _dates(words, last):
        return 1
    particle = folded in word_set("particles") and more
    if particle and _capital(words.words[last + 1]) and _free(by_first.get(last + 1), folded):
        return 2
    two = particle and words.folded[last + 1] in word_set("particles") and last + 2 < len(words)
    if two and _capital(words.words[last + 2]) and _free(by_first.get(last + 2), words.folded[last + 1]):
        return 3  # Ursula | von der Leyen
    joint = particle and words.words[last + 1] == "-" and _touch(words, last) and _touch(words, last + 1)
    if joint and last + 2 < len(words) and _capital(words.words[last + 2]):
        return 3  # Abdel Fattah | al-Sisi
    if folded in SUFFIXES:
        return 1
    return 2 if word == "," and more and words.folded[last + 1] in SUFFIXES else 0


def _nickname(words: Tokens, place: int) -> int:
    """How many words the quoted name in 'Gilberto "Gibo" Teodoro' takes; 0 if no more of the name stands behind it."""
    called = words.words[place + 1 : place + 4]
    between = len(called) == 3 and called[1] == '"' and called[0].isalpha() and called[0][0].isupper()
    beside = between and words.starts[place + 3] - words.ends[place + 2] <= 1
    further = (
        beside and called[2].isalpha() and called[2].istitle() and called[2].casefold() not in _calendar()
    )
    return 3 if further else 0


def _letters(word: str) -> bool:
    """Whether a word is of letters, marks as in Nu'amani aside."""
    return word.replace("'", "").replace("\u2019", "").isalpha()


def _free(term: Term | None, particle: str) -> bool:
    """Whether a word behind a particle is a name's: nothing to the lexicon, a verb in small letters (al Said), or a town
    whose name families have too (do Rosario).
    """
    labels = {label for label, _ in term.senses} if term is not None else set()
    return labels <= {"barrier", "cue"} or (labels <= {"city", "place"} and particle in _OF)


def _touch(words: Tokens, place: int) -> bool:
    """Whether the word here and the next are printed without a space."""
    return place + 1 < len(words) and words.starts[place + 1] == words.ends[place]


def _is_name(printed: str) -> bool:
    """Whether somebody in the lexicon has just this name, an alias aside."""
    return any(term.name.casefold() == printed.casefold() for term in offices.holders_named(printed))


def _dates(words: Tokens, place: int) -> bool:
    """True for a month or weekday, but not for the Jun of Dong Jun."""
    folded = words.folded[place]
    if folded not in _calendar():
        return False
    if len(folded) == 3:
        following = "".join(words.words[place + 1 : place + 3]).lstrip(".")
        return following[:1].isdigit()  # Jun 12, Jun. 12
    return True


def _swallowed(words: Tokens, term: Term, place: int) -> bool:
    """True for a city, place or rank word that continues a name: Lloyd Austin, Ron Mark, Gen Nakatani."""
    labels = {label for label, _ in term.senses}
    if words.folded[place] in _POSTS:
        return False  # "Amiri Guard Commander": a post, and no name's last word
    if term.last - term.first > 1 or not words.words[place][0].isupper():
        return False
    if words.folded[place] in _MONARCHS:  # Hassan Sultan Bani Hammad
        beside = words.starts[place] - words.ends[place - 1] <= 1
        return beside and place + 1 < len(words) and words.words[place + 1][0].isupper()
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


def _post_nominal(word: str, folded: str) -> bool:
    """Whether these are letters behind a name: MP, KCB."""
    return word.isupper() and folded in word_set("post_nominals")


def _abbreviation(word: str) -> bool:
    """Whether a short word has capitals inside, as no name has: MoU, LoC, PoK."""
    return (
        3 <= len(word) <= 4 and word[0].isupper() and any(map(str.isupper, word[1:])) and not word.isupper()
    )


def _in_office(words: Tokens, here: int) -> bool:
    """Whether the word before is the last one of an office, as in "Defence Minister Thanks"."""
    return here > 0 and words.folded[here - 1] in _OFFICE_ENDS


def _starts_name(words: Tokens, here: int, vocabulary: Vocabulary, title: bool) -> bool:
    word, folded = words.words[here], words.folded[here]
    if not _capital(word) or not word[0].isalpha() or folded in _calendar():
        shouted = word.isupper() and word.isalpha() and len(word) > 2
        return shouted and folded in vocabulary.capital and _known_surname(folded)
    follows = words.words[here + 1] if here + 1 < len(words) else ""
    initials = word != "MP" and len(word) == 2 and follows.istitle()  # SM Krishna
    if (_post_nominal(word, folded) and not initials) or _abbreviation(word):
        return False
    if len(word) == 1:
        another = len(follows) == 1 and follows.isupper()  # V K Singh
        initial = (
            follows == "."
            or another
            or (word not in "AI" and len(follows) > 2 and follows[0].isupper() and not follows.isupper())
        )
        if not initial:
            return False
    if (
        len(word) > _NO_NAME
        and folded.endswith("ing")
        and words.words[here - 1] == ","
        and not _known_surname(folded)
    ):
        return False  # ", Reinforcing Ties Amid": a verb of a headline
    if folded in word_set("not_people") and not _known_surname(folded):
        return False  # "Defence Rajnath Singh": a word of some body's name is no given name
    if (
        here == 0
        or words.words[here - 1] in ('"', "'", "(", ":", "-", "\u2013", "\u2014", "\u2022", ".", "?", "!")
        or title
    ):
        printed_inside = vocabulary.capital if vocabulary.inside is None else vocabulary.inside
        if folded in word_set("openers") and folded not in printed_inside:
            return False  # "Then Lee came", where no other line says "then"
        if folded in vocabulary.plain and not _known_surname(folded):
            return False
        if folded in word_set("openers") and (here + 1 >= len(words) or not _capital(words.words[here + 1])):
            return False
        if title and folded not in vocabulary.capital and not _known_surname(folded):
            return False
        if title and folded in vocabulary.headed and _in_office(words, here) and not _known_surname(folded):
            return False  # "Defence Secretary Leads Delegation to Astana"
        alone = follows == "," and folded not in vocabulary.capital
        if follows[:1].islower() and follows not in word_set("particles"):
            alone = folded not in printed_inside
        if alone and not _known_surname(folded):
            return False  # "Late on Wednesday": a name told for the first time has more words than one
    return True
