"""Who is spoken of: runs of atoms that stand for a side of an engagement or for its people."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from core.lexicon.cues import ship_prefixes
from core.lexicon.words import word_set
from core.mentions.appositions import DETERMINERS, POSSESSIVES, postmodifiers
from core.mentions.atoms import Line
from core.mentions.party import Party
from core.mentions.party_groups import in_that_order
from core.mentions.party_offices import stands_alone
from core.mentions.party_parts import premodifiers
from core.mentions.ships import ship_at

_PRONOUNS = frozenset({"ours", "he", "she", "they", "him", "them", "both", "pair", "duo"})
_SEVERAL = frozenset({"they", "them", "pair", "duo"})
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_WITHIN = frozenset({"in", "of", "on", "at", "from", "among", "between"})
_PEOPLE = frozenset({"of", "them", "the", "these", "visitors", "guests", "men", "leaders", "dignitaries"})
_AFTER_HER = frozenset(
    [
        *(
            "at",
            "in",
            "on",
            "with",
            "there",
            "here",
            "to",
            "for",
            "and",
            "by",
            "as",
            "after",
            "before",
            "when",
        ),
        *(
            "during",
            "together",
            "again",
            "too",
            "also",
            "the",
            "this",
            "that",
            "a",
            "an",
            "over",
            "yesterday",
            "today",
            "twice",
        ),
        *(
            "while",
            "where",
            "upon",
            "from",
            "about",
            "of",
            "later",
            "separately",
            "earlier",
            "since",
            "until",
            "who",
        ),
    ]
)  # behind "her" as an object, not as a possessive
_NUMBERS = frozenset({"both", "two", "three", "four", "five", "six", "several"})
_DEFINITE = frozenset({"the", "his", "her", "their", "both", "two"})
_HEADS = frozenset("CAGOSRHN")  # sorts of atoms at which a party may begin
_NOUNS = ("ship_nouns", "counterparts", "hosts", "guests", "officials", "delegations", "institutions")


@cache
def _starts() -> frozenset[str]:
    """Words that begin a party."""
    return frozenset({"her", "two", "both", "all", "each"}).union(
        _PRONOUNS, *(word_set(name) for name in _NOUNS)
    )


@cache
def _leads() -> frozenset[str]:
    """Words that begin a party only if one that belongs to it follows."""
    return (DETERMINERS | word_set("party_modifiers")) - _starts()


_RANKS = frozenset(
    {"admirals", "generals", "marshals", "commodores", "colonels", "commanders", "officers", "soldiers"}
)
"""what "the two" may be called behind talks of theirs"""
_ONCE = frozenset({"former", "ex", "predecessor", "erstwhile"})
_PAST = _ONCE | {"then"}
_BEFORE_THEN = frozenset({"", "the", "by", "with", "under", "of", "his", "her", "'s", "met"})
_SKIPPERS = frozenset({"captain", "skipper", "master", "commander", "commanding officer"})
_SHIPS = frozenset(
    {"ship", "frigate", "vessel", "destroyer", "corvette", "warship", "submarine", "carrier", "cutter"}
)


@cache
def _kinds() -> dict[str, bool]:
    """Both kinds of words: True for those that begin a party, False for those that only may."""
    return dict.fromkeys(_leads(), False) | dict.fromkeys(_starts(), True)


def find_parties(line: Line) -> list[Party]:
    """The parties of a sentence from left to right; lists told "in that order" are put together."""
    found: list[Party] = []
    here = 0
    begins = _beginnings(line)
    for place in begins:
        if place < here or not _leads_on(line, place, begins):
            continue
        party, following = _party(line, place)
        if party is None:
            here = place + 1
        else:
            if party.name and not party.possessive and _of_the_ship(line, party.first):
                party.possessive = "her"
            found.append(party)
            here = following
    for one, two in pairwise(found):
        theirs = two.possessive == "their" and two.name and not two.countries and len(one.countries) == 1
        if theirs and not one.name and [line.word(p) for p in range(one.last, two.first)] == ["with"]:
            two.countries = one.countries  # "the Kenyans with their State Minister, Aden Duale"
    return in_that_order(line, _without_flags(line, found))


def _without_flags(line: Line, found: list[Party]) -> list[Party]:
    """The parties without the country that only says whose a ship is: "the US 7th Fleet flagship USS Blue Ridge"."""
    if all(party.role != "ship" for party in found):
        return found
    flags = [
        one
        for one, ship in pairwise(found)
        if ship.role == "ship" and one.role == "country" and one.countries == ship.countries
        if all(line.sort(place) in ("w", "d", "-") for place in range(one.last, ship.first))
        if {line.word(place) for place in range(one.last, ship.first)}.isdisjoint(("and", "with", "to"))
    ]
    return [party for party in found if party not in flags]


def _of_the_ship(line: Line, first: int) -> bool:
    """Whether a name stands behind "her captain," or "the frigate's skipper,": whoever commands the ship told of last."""
    back = first - 1 - (line.word(first - 1) == ",")
    if line.word(back) not in _SKIPPERS:
        return False
    return line.word(back - 1) in ("her", "its") or (
        line.word(back - 1) == "'s" and line.word(back - 2) in _SHIPS
    )


def _beginnings(line: Line) -> dict[int, bool]:
    """The atoms at which a party may begin, from left to right; False for words that only lead to one."""
    kinds = _kinds()
    found = {
        place: atom.sort in _HEADS or kinds[atom.word]
        for place, atom in enumerate(line.atoms)
        if atom.sort in _HEADS or atom.word in kinds
    }
    prefixes = ship_prefixes()
    if prefixes.keys().isdisjoint(line.words.words):
        return found
    named = {place for place, atom in enumerate(line.atoms) if line.words.words[atom.first] in prefixes}
    return {place: place in named or found[place] for place in sorted(found.keys() | named)}


def _leads_on(line: Line, here: int, begins: Mapping[int, bool]) -> bool:
    """Whether "the" or "a senior" stands before a word that belongs to a party: few do."""
    while not begins.get(here, False):
        if here not in begins and line.word(here) != "-":
            return False
        here += 1
    return True


def _party(line: Line, start: int) -> tuple[Party | None, int]:
    """The party that begins at this atom, and where it ends; None if none does."""
    whole = ship_at(line, start) or _pronoun(line, start)
    if whole is not None:
        return whole, whole.last
    party = Party(start, start)
    here = premodifiers(line, _determiners(line, start, party), party, _party)
    if not (party.name or party.offices or party.role != "person"):
        ranks = line.word(here) in _RANKS
        if not party.countries and party.definite and party.plural and _the_two(line, start, here + ranks):
            return Party(start, here + ranks, role="pronoun", plural=True, rule="pronoun"), here + ranks
        if not (party.countries and party.rank):
            return None, start
        party.role = "official"
    if party.plural and party.offices and not party.countries:
        party.organisation = party.organisation or _body_before(line, start)
    party.last = postmodifiers(line, here, party, _party)
    if party.name:
        first = max(0, start - 1 - (line.word(start - 1) == ","))
        told = any(atom.word in _PAST for atom in line.atoms[first : party.name_at[0]])
        party.former = told and any(_once(line, place) for place in range(first, party.name_at[0]))
    return party, party.last


def _once(line: Line, place: int) -> bool:
    """Whether "former" stands here, or a "then" that tells of a time and not of what came next: "the then minister"."""
    if line.word(place) == "then":
        return line.sort(place + 1) == "O" and line.word(place - 1) in _BEFORE_THEN
    return line.word(place) in _ONCE


def _body_before(line: Line, start: int) -> str:
    """The organisation whose ministers are meant: "NATO's own ministers"; "" if none stands before them."""
    place = start - 1 - (line.word(start - 1) == "own")
    owns = line.word(place) in ("'s", "'") and line.sort(place - 1) == "F"
    return line.printed(place - 1, place) if owns and place else ""


def _the_two(line: Line, start: int, here: int) -> bool:
    """Whether "the two" stands by itself for two people."""
    talks = here < len(line.atoms) and "talk" in line.atoms[here].cues  # "held two bilaterals"
    two = here - 1 - (line.word(here - 1) in _RANKS)
    return here > start and line.word(two) == "two" and stands_alone(line, here) and not talks


def _pronoun(line: Line, here: int) -> Party | None:
    """The pronoun here: "he", "they", "the pair"; "her" only as an object."""
    word = line.word(here)
    if word == "her":
        is_object = line.word(here + 1) in _AFTER_HER or line.sort(here + 1) in ".,;"
        return Party(here, here + 1, role="pronoun", rule="pronoun", she="she") if is_object else None
    if word in ("all", "each") or (word == "the" and line.word(here + 1) in _COUNTS):
        return _all_of_them(line, here)
    if word in ("him", "her", "them") and line.word(here - 1) in ("after", "before", "following"):
        follows = line.sort(here + 1) in ("R", "H", "N", "O") or line.word(here + 1) == "the"
        if follows:
            return None  # "met A, and after him B"
    if line.sort(here) != "w" or word not in _PRONOUNS or word == "both":
        return None
    between = (
        word in ("him", "her") and line.word(here - 1) == "between"
    )  # the one whom the line before told of
    rule = "between" if between else "pronoun"
    she = "she" if word in ("she", "her") else "he" if word in ("he", "him") else ""
    return Party(here, here + 1, role="pronoun", plural=word in _SEVERAL, rule=rule, she=she)


def _all_of_them(line: Line, start: int) -> Party | None:
    """Reads "all three", "all of them", "each of the four visitors", "the three" by itself: people named just before."""
    here, count, them = start + (line.word(start) != "the"), 0, False
    here += line.word(start) == "the"
    while line.sort(here) == "w" and (line.word(here) in _PEOPLE or line.word(here) in _COUNTS):
        count = _COUNTS.get(line.word(here), count)
        them = them or line.word(here) == "them"
        here += 1
    if not (count or them) or not stands_alone(line, here) or line.word(start - 1) in _WITHIN:
        return None
    if here < len(line.atoms) and not line.atoms[here].cues.isdisjoint(("talk", "journey", "exercise")):
        return None  # "all four conversations"
    return Party(start, here, role="pronoun", plural=True, rule=f"all {count}")


def _determiners(line: Line, start: int, party: Party) -> int:
    """Reads "the", "his two", "an outgoing" into `party`; where they end."""
    here = start
    while True:
        word = line.word(here) if line.sort(here) != "N" else ""  # "A K Antony" begins with no article
        modifies = here > start and word in word_set("party_modifiers")
        if not modifies and word not in DETERMINERS and word not in ("visiting", "outgoing", "then"):
            return here
        if word in POSSESSIVES:
            party.possessive = word
        party.definite = party.definite or word in _DEFINITE
        party.plural = party.plural or word in _NUMBERS
        party.rule = "two" if word == "two" else f"of {_COUNTS[word]}" if word in _COUNTS else party.rule
        here += 1
        if line.word(here) == "-":
            here += 1
