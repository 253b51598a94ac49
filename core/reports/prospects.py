"""Whether a document can tell of an engagement at all: most articles of a newspaper cannot, and are read no further.

An engagement needs two countries, or a forum or an exercise by name; a commission or a dialogue needs its two.
All countries that a reader could think of come from phrases of the lexicon, from ships' prefixes and from the office
holders whom a document names.
"""

from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from core.lexicon.cues import ship_prefixes
from core.lexicon.offices import Term, holder_names, holders_named
from core.mentions.atoms import Cut, Line, as_line
from core.mentions.forums import countries_in_name, is_conclave, may_name_exercise, names_by_shape
from core.mentions.names import SUFFIXES, Vocabulary
from core.mentions.tokens import split
from core.reports.card_names import may_name_drill
from core.reports.cast import Cast, all_words, name_words

_GATHER = frozenset({"forum", "exercise"})
_LEAD = frozenset({"commands", "leads"})  # words that tell of somebody's rank


def may_tell(cuts: Sequence[Cut], cast: Cast, vocabulary: Vocabulary) -> bool:
    """False for a document that surely tells of no engagement; nobody need have entered its cast yet."""
    codes = {cast.here} if cast.here else set()
    prefixes = ship_prefixes()
    for cut in cuts:
        codes = codes.union(*cut.countries())
        if not prefixes.keys().isdisjoint(cut.words.words):
            codes |= {prefixes[word] for word in cut.words.words if word in prefixes}
        if len(codes) > 1:
            return True
    bodies = [name for cut in cuts for name in names_by_shape(cut.words.text)]
    if any(map(is_conclave, bodies)) or any(map(_gathers, cuts)):
        return True
    codes = codes.union(*(countries_in_name(name) for name in bodies))
    return len(codes | _of_holders(cuts, cast, vocabulary, codes)) > 1


def _gathers(cut: Cut) -> bool:
    """Whether a sentence names a forum or an exercise that the lexicon knows, or could name another exercise."""
    return (
        any(not labels.isdisjoint(_GATHER) for labels in cut.labels())
        or may_name_exercise(cut.words.text)
        or may_name_drill(cut.sentence.text)
    )


def _of_holders(cuts: Sequence[Cut], cast: Cast, vocabulary: Vocabulary, codes: Set[str]) -> set[str]:
    """The countries other than `codes` of the office holders who could be meant by the names in the document."""
    signs = _signs()
    found: set[str] = set()
    for cut in cuts:
        named = signs.keys() & _capitalised(cut.words.words)
        if any(not signs[word] <= codes for word in named):
            found |= _known_in(as_line(cut, vocabulary), cast)
    return found - codes


def _capitalised(words: list[str]) -> set[str]:
    """The words that may begin or end a name, casefolded."""
    return {word.casefold() for before, word in pairwise(["", *words]) if word[0].isupper() or before == "-"}


def _known_in(line: Line, cast: Cast) -> set[str]:
    """The countries of the office holders in one line; a bare surname tells no country that is not told without it."""
    found: list[Term] = []
    posted = any(atom.sort in "OSR" or atom.word in _LEAD for atom in line.atoms)
    for atom in line.atoms:
        if atom.sort != "N":
            continue
        name = str(atom.value).removesuffix("-san")
        words = name_words(name)
        if len(words) > 1:
            ends = {words[0], words[-1]}
            found += holders_named(name)
            found += [term for word in ends for term in holders_named(word) if ends <= all_words(term)]
        elif posted:
            found += cast.in_office(holders_named(name))
            found += cast.in_office(term for word in words for term in holders_named(word))
    return {term.country for term in found}


@cache
def _signs() -> Mapping[str, Set[str]]:
    """The last words of the names of office holders, without Jr and the like, with the holders' countries."""
    found: dict[str, set[str]] = {}
    for name, code in holder_names():
        last = name.rpartition(" ")[2]
        if last in SUFFIXES or not last.isalpha():
            words = [word for word in split(name) if word[0].isalpha() and word not in SUFFIXES]
            last = words[-1] if words else ""
        found.setdefault(last, set()).add(code)
    return found
