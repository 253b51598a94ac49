"""Whose an office is: "of Belarus", "from the US, Japan and Australia", "of the Nepal Army"."""

from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.party import Party

STATES = frozenset({"republic", "kingdom", "state", "sultanate", "emirate"})  # "of the Republic of Lebanon"

MINISTRY = 7  # atoms: "ministry of defence and the armed forces of"

_BEFORE_COUNTRY = frozenset({"royal", "imperial", "other", "countries", "people's", "host"})
_SO_MANY = {"two": "two", "three": "of 3", "four": "of 4", "five": "of 5", "six": "of 6"}
_ASIDE = frozenset({"-", "\u2013", "\u2014", "(", ","})  # what may stand round "from A, B and C"
_SCHOOLS = frozenset({"college", "academy", "institute", "university", "school"})
_BODIES = ("organisation", "organization", "bloc", "alliance", "grouping", "union")


def of_countries(line: Line, here: int, party: Party) -> int:
    """Reads "of Belarus", "from the US, Japan and Australia" behind an office or a role; where that ends."""
    aside = party.plural and not party.countries and line.word(here) in _ASIDE
    if aside and line.word(here + 1) in ("from", "of", "for"):
        inside = of_countries(line, here + 1, party)
        closed = line.word(inside) in (line.word(here), ")")
        return inside + closed if len(party.countries) > 1 else here  # "- from A, B and C - gathered"
    if line.word(here) not in ("of", "from", "for", "at"):
        return here
    place = here + 1
    if party.role == "delegation" and line.word(here) == "of":  # "a delegation of 30 officers from Nigeria"
        told = next((p for p in range(here + 1, here + 7) if line.word(p) == "from"), 0)
        place = told + 1 if told else place
    if line.word(place) in ("the", "its"):
        place += 1
    if line.word(here) == "at" and line.sort(place) == "G" and line.atoms[place].sense("place") is not None:
        return here  # "called on General X at South Block": where, not whose
    while line.word(place) in _BEFORE_COUNTRY or (
        line.word(place).startswith("royal ") and (line.sort(place) != "A" or line.word(place + 1) == "of")
    ):
        place += 1
    if line.word(place) in STATES and line.word(place + 1) == "of":
        place += 2 + (line.word(place + 2) == "the")
    if party.plural and line.word(place) in _SO_MANY and line.word(place + 1) in word_set("lands"):
        party.rule, party.definite = _SO_MANY[line.word(place)], True
        return of_countries(line, place + 2, party) if line.word(place + 2) in _ASIDE else place + 2
    place = _behind_body(line, place) if party.plural else place
    lands = place + (line.word(place + 1) in word_set("lands"))
    if party.plural and line.word(lands) in word_set("lands") and line.word(lands + 1) == "of":
        place = lands + 2 + (line.word(lands + 2) == "the")  # "of the Baltic countries of A, B and C"
    elif party.plural and (some := _some_of(line, here + 1)):
        place = some
    place = _force_of(line, place)
    codes, place = _countries_listed(line, place, plural=party.plural)
    if not codes and party.role == "delegation" and line.sort(place) == "A" and _school(line, place + 1):
        codes = [line.atoms[place].value]  # "a delegation from the Omani National Defence College"
        place = _school(line, place + 1)
    if not codes and party.plural:
        codes, place = _of_two_forces(line, place)
    if not codes and not party.plural and _owns(line, place):
        codes = [line.atoms[place].value]  # "the head of the Russian military department"
        place = establishment_end(line, place + 1)
    if not codes:
        return _of_body(line, here, party)
    party.countries = party.countries or tuple(dict.fromkeys(codes))
    if len(codes) == 1 and line.sort(place) == "w":
        place = establishment_end(line, place)  # "of the Nepal Army, General X"
    if line.word(place) == "(" and line.word(place + 2) == ")" and line.atoms[place + 1].value in codes:
        place += len("(X)")  # "of the Indonesian National Armed Forces (TNI), General X"
    return place


def _of_two_forces(line: Line, place: int) -> tuple[list[str], int]:
    """The countries of "of the Indian and Chinese armies", and where that ends; none if no such forces stand here."""
    two = line.sort(place) == line.sort(place + 2) == "A" and line.word(place + 1) == "and"
    noun = line.word(place + 3)
    if not two or not (noun in word_set("institutions") or noun in word_set("establishment")):
        return [], place
    return [line.atoms[place].value, line.atoms[place + 2].value], establishment_end(line, place + 3) + (
        noun in word_set("institutions")
    )


def _force_of(line: Line, place: int) -> int:
    """The country's place in "the National Army of Algeria"; `place` if no forces of a country stand here."""
    here = place
    while line.sort(here) == "w" and (
        line.word(here) in word_set("establishment") or line.word(here) == "national"
    ):
        here += 1
    behind = here + 1 + (line.word(here + 1) == "the")
    return behind if here > place and line.word(here) == "of" and line.sort(behind) == "C" else place


def _some_of(line: Line, place: int) -> int:
    """Where the list begins in "counterparts from several countries, including the US and Japan"; 0 if there is none."""
    lands = next((p for p in range(place, place + 5) if line.word(p) in word_set("lands")), 0)
    if not lands or any(line.sort(p) != "w" for p in range(place, lands)):
        return 0
    here = lands + 1 + (line.word(lands + 1) == ",")
    if line.word(here) in ("including", "like"):
        here += 1
    elif line.word(here) == "such" and line.word(here + 1) == "as":
        here += 2
    else:
        return 0
    return here + (line.word(here) == "the")


def _behind_body(line: Line, place: int) -> int:
    """Where the list goes on in "ministers from ASEAN countries and those of A, B and C"; `place` if it does not."""
    here = place
    if line.sort(here) != "F":
        return place
    here += 1
    here += line.word(here) == "member"
    here += line.word(here) in ("countries", "states", "nations", "members")
    link = _link(line, here)
    if not link:
        return place
    here += link
    if line.word(here) in ("that", "those") and line.word(here + 1) in ("of", "from"):
        here += 2
    here += line.word(here) == "the"
    return here if line.sort(here) == "C" and line.word(here + 1) in (",", "and") else place


def _countries_listed(line: Line, place: int, *, plural: bool) -> tuple[list[str], int]:
    """One country, or several behind a plural ("ministers of A, B and the C"), and where they end."""
    codes: list[str] = []
    while True:
        at = place + (bool(codes) and line.word(place) == "the")
        if line.word(at) in ("host", "neighbouring") and line.sort(at) == "w":
            at += 1
        capital = _capital(line, at) if plural and line.sort(at) == "P" else ""
        if not (capital or line.sort(at) in ("C", "G")) or line.word(at + 1) == "'s":
            return codes, place
        codes.append(capital or line.atoms[at].value)
        place = at + 1
        if line.word(place) == "(" and line.word(place + 2) == ")":
            place += 3
        link = _link(line, place) if plural else 0
        link += _body_listed(line, place + link) if link else 0
        if not link or line.sort(place + link + (line.word(place + link) == "the")) not in ("C", "G"):
            return codes, place
        place += link


def _capital(line: Line, place: int) -> str:
    """The country of a capital that stands for its government in "officials from Seoul, Tokyo and Washington"; "" else."""
    listed = line.word(place + 1) in (",", "and") and line.sort(place + 2) == "G"
    code = line.atoms[place].sense("government") if line.word(place - 1) == "from" and listed else None
    return str(code) if code else ""


def _body_listed(line: Line, place: int) -> int:
    """How many atoms an organisation among listed countries takes with its comma: "Australia, the EU, France"."""
    here = place + (line.word(place) == "the")
    if line.sort(here) != "F":
        return 0
    link = _link(line, here + 1)
    return here + 1 + link - place if link else 0


def _link(line: Line, place: int) -> int:
    """How many atoms link a country of a list to the next: ", and", "as well as"; 0 for none."""
    words = tuple(line.word(place + step) for step in range(3))
    if words == ("as", "well", "as"):
        return 3
    if words[:2] == (",", "and"):
        return 2
    return int(words[0] in (",", "and", "&"))


def _owns(line: Line, place: int) -> bool:
    """Whether a country's attribute stands here, with what belongs to it: "the Russian military department"."""
    if line.sort(place) not in ("A", "C", "G"):
        return False
    if line.sort(place) == "A" and not word_set("establishment").isdisjoint(line.word(place).split()):
        return True  # "General X of US Army Pacific"
    possessive = line.word(place + 1) == "'s"
    behind = place + 1 + possessive
    noun = line.word(behind + (line.word(behind) == "national"))  # "the Indonesian National Armed Forces"
    establishment = noun in word_set("establishment") or noun in word_set("ship_nouns")
    return possessive or establishment or line.sort(place + 1) not in ("w", "N", "O", "")


def _school(line: Line, place: int) -> int:
    """Where the name of a college or an institute that begins here ends; 0 if none does."""
    for end in range(place, min(place + MINISTRY, len(line.atoms))):
        atom = line.atoms[end]
        if atom.word in _SCHOOLS:
            return end + 1
        if atom.sort not in "wNRO" or not line.words.words[atom.first][0].isupper():
            return 0
    return 0


def _of_body(line: Line, here: int, party: Party) -> int:
    """Reads "of NATO", "of the bloc"."""
    forum_at = here + 1 if line.sort(here + 1) == "F" else here + 2
    if line.sort(forum_at) == "F":
        party.organisation = line.printed(forum_at, forum_at + 1)
        return forum_at + 1
    if line.word(here + 1) == "the" and line.word(here + 2) in _BODIES:
        party.organisation = line.word(here + 2)
        return here + 3
    return here


def establishment_end(line: Line, place: int) -> int:
    """Where the words of armed forces or a ministry end that begin here."""
    committee = line.word(place) == "'s"  # "Chief of India's Chiefs of Staff Committee"
    while True:
        word = line.word(place)
        own = word == "'s" or (word in word_set("establishment") and line.sort(place) != "R")
        staff = committee and (
            line.sort(place) == "A" or word in ("of", "committee", "joint", "chiefs", "staff")
        )
        national = word in ("national", "royal") and line.word(place + 1) in word_set("establishment")
        if not own and not staff and not national:
            return place
        place += 1
