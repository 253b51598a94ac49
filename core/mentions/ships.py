"""Warships: "INS Tushil", "the US carrier", "an Indian frigate"."""

from core.lexicon.cues import ship_names, ship_prefixes
from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.party import Party

_BETWEEN = frozenset(
    [
        "'s",
        "navy",
        "naval",
        "guided",
        "missile",
        "aircraft",
        "nuclear",
        "powered",
        "-",
        "coast",
        "guard",
        "stealth",
        "hospital",
        "amphibious",
        "assault",
        "landing",
        "training",
        "sail",
        "sailing",
        "survey",
        "research",
        "patrol",
        "offshore",
        "support",
        "supply",
        "fleet",
        "fast",
        "attack",
        "diesel",
        "electric",
        "class",
        "transport",
        "replenishment",
    ]
)  # a country and its ship


_NAME = 5  # atoms between quotes
_KIND = 5  # atoms: "nuclear-powered aircraft"


def ship_at(line: Line, here: int) -> Party | None:
    """The warship that begins at this atom; None if none does."""
    place = here
    while line.word(place) in ("the", "a", "an"):
        place += 1
    if place >= len(line.atoms):
        return None
    return _by_prefix(line, here, place) or _by_country(line, here, place) or _by_name(line, here, place)


def _by_prefix(line: Line, here: int, place: int) -> Party | None:
    """The ship in "INS Tushil, a frigate": by the prefix that a navy's ships bear."""
    printed = line.words.words
    country = ship_prefixes().get(printed[line.atoms[place].first])
    if country and line.sort(place) == "N" and line.atoms[place].last - line.atoms[place].first > 1:
        return _ship(here, place + 1, country)  # "JS Ariake", read as one name
    if not country or place + 1 >= len(line.atoms) or not printed[line.atoms[place + 1].first][0].isupper():
        return None
    last = place + 2
    if line.word(last) == "," and line.word(last + 1) in ("a", "an", "the"):
        kinds = [p for p in range(last + 1, last + 6) if line.word(p) in word_set("ship_nouns")]
        last = kinds[0] + 1 if kinds else last
    return _ship(here, last, country)


def _by_country(line: Line, here: int, place: int) -> Party | None:
    """The ship in "the ship of the Indian Navy", "the US Navy's aircraft carrier"."""
    nouns = word_set("ship_nouns")
    if line.word(place) in nouns and of_nation(line, place + 1):
        at = place + 2 + (line.word(place + 2) == "the")
        at += line.word(at) == "royal"  # "ships from the Royal Thai Navy"
        return _ship(here, at + 1, line.atoms[at].value)
    if line.sort(place) in ("A", "C"):
        after = place + 1
        while line.word(after) in _BETWEEN:
            after += 1
        if line.word(after) in nouns:
            return _ship(here, _names_behind(line, _name_end(line, after + 1)), line.atoms[place].value)
    return None


def _name_end(line: Line, here: int) -> int:
    """Where the names of ships end: "the destroyer | JS Akebono", "ships | 'Inazuma' and 'Suzutsuki'", "Ship | (INS) Tir"."""
    if (
        line.word(here) == "("
        and line.word(here + 1).upper() in ship_prefixes()
        and line.word(here + 2) == ")"
    ):
        here += 3
        return here + (line.sort(here) in ("N", "w") and line.printed(here, here + 1)[0].isupper())
    quotes = ('"', "'")
    while line.word(here) in quotes or (line.word(here) in ("and", ",") and line.word(here + 1) in quotes):
        start = here + 1 + (line.word(here) not in quotes)
        end = next((p for p in range(start + 1, start + _NAME) if line.word(p) in quotes), -1)
        if end < 0:
            return here
        here = end + 1
    return here + (line.sort(here) == "N")  # "Japan's destroyer JS Akebono"


def _names_behind(line: Line, last: int) -> int:
    """Where the names end in "two Russian warships, Marshal Shaposhnikov and Pechenga, entered"; `last` without any."""
    comma = line.word(last) == ","
    at = last + comma
    while line.sort(at) in ("N", "R") or (at > last + comma and line.word(at) in ("and", ",")):
        at += 1
    names = [place for place in range(last + comma, at) if line.sort(place) == "N"]
    if not names or (comma and (line.word(at - 1) != "," or line.sort(at) not in ("w", "K"))):
        return last
    return at - 1 if comma else at


def _by_name(line: Line, here: int, place: int) -> Party | None:
    """The ship in "the aircraft carrier Carl Vinson": one that the lexicon knows by its name, behind what it is."""
    after = place
    while line.word(after) in _BETWEEN and after - place < _KIND:
        after += 1
    if line.word(after) not in word_set("ship_nouns") or line.sort(after + 1) not in ("N", "E"):
        return None
    country = ship_names().get(line.printed(after + 1, after + 2))
    return _ship(here, after + 2, country) if country else None


def _ship(first: int, last: int, country: str) -> Party:
    return Party(first, last, countries=(country,), role="ship", rule="ship")


def of_nation(line: Line, here: int) -> bool:
    """Whether "of the Kenyan Army", "of Japan's fleet" stands here, behind an office or a ship."""
    if line.word(here) not in ("of", "from"):
        return False
    place = here + 1 + (line.word(here + 1) == "the")
    return line.sort(place + (line.word(place) == "royal")) in ("A", "C")
