"""Where: the cities, venues and countries that a sentence names as a place."""

from functools import cache

from core.lexicon import cities, countries
from core.mentions.atoms import Atom, Line
from core.mentions.place_stands import (
    AT,
    TOWARDS,
    a_stop,
    heads,
    how_it_stands,
    in_a_dated_list,
    in_a_list,
    in_a_venue,
)
from core.mentions.where import Where

# No other atom is a place: all else is passed over.
_SORTS = frozenset("PVCG")
_WORDS = frozenset({"here", "there", "capital", "city", "town"})
_SPOTS = frozenset(
    {"base", "resort", "port", "garrison", "island", "village", "outpost", "metropolis", "seaport"}
)
_BY_CAR = frozenset({"drove", "driven", "drives", "walked", "escorted", "taken", "rode", "moved", "crossed"})
_NEAR = 2  # atoms
_GUEST = 8  # atoms: "welcomed | Angola's defence minister, General X, | to"
_VENUES = frozenset({"venue", "scene", "site", "setting"})
_TO_VENUE = 9  # atoms
_THIS = 5  # atoms: "at this former American air base"


_LAND = 8  # atoms: "visited the Indian Ocean archipelago of"
_LANDS = frozenset(
    {
        "archipelago",
        "nation",
        "country",
        "kingdom",
        "republic",
        "state",
        "island",
        "islands",
        "sultanate",
        "emirate",
        "neighbour",
    }
)


def find_places(line: Line) -> list[Where]:
    """The places of a sentence from left to right; "here" and "the capital" come with an empty country."""
    found: list[Where] = []
    atoms = line.atoms
    for place, atom in enumerate(atoms):
        if atom.sort == "N":
            town = _town(line, place)
            if town is not None:
                found.append(town)
            continue
        if atom.word in _SPOTS and atom.sort == "w" and _this_one(atoms, place):
            found.append(Where("", "", "here", place, place + 1, "here"))
        if atom.sort not in _SORTS and atom.word not in _WORDS:
            continue
        if _by_its_clock(atoms, place):
            continue
        how = how_it_stands(atoms, place)
        if how == "name" and atom.sort in "PG" and _the_venue(atoms, place):
            how = "at"
        if how == "name" and place > 3 and atoms[place - 1].word in (",", "(", "of"):
            how = in_a_venue(atoms, place) or how
            quarter = atoms[place - 1].word == "," and atoms[place - 2].sort == "N" and atom.sort in "PG"
            if quarter and atoms[place - 3].word.rsplit(" ", 1)[-1] in ("in", "at", "near"):
                how = "at"  # "in Fatih, Istanbul"
        if how == "at" and found and found[-1].how == "about" and place - found[-1].last <= _NEAR:
            how = "about"  # "built at Tuzla, near Istanbul"
        if how == "name" and atom.sort == "C" and place > 2 and atoms[place - 1].word == "of":
            how = _land_of(atoms, place)
        if how == "name" and atom.sort in "CPG":
            how = in_a_list(atoms, place, found) or in_a_dated_list(atoms, place, found) or how
        if (
            atom.sort in "PG"
            and place == 0
            and len(atoms) > 4
            and atoms[1].word == ":"
            and atom.sense("city")
        ):
            how = "at"  # "Dublin: X met Y", in a digest
        alone = atom.sort == "G" and (
            len(atoms) <= 3
            or heads(atoms, place)
            or (place and atoms[place - 1].word in ("was", "is", ",", ".", ":", "|"))
        )
        steps = (
            atom.sort == "G"
            and atom.sense("place") is not None
            and place > 1
            and atoms[place - 1].word == "the"
            and atoms[place - 2].word == "of"
        )
        steps = steps or (atom.sort == "G" and a_stop(atoms, place))
        alone = alone and not _capitals_act(atoms, place)
        alone = alone or steps or (atom.sort == "C" and (heads(atoms, place) or _behind_city(atoms, place)))
        if atom.sort in "PV" or (
            atom.sort in "CG" and (how != "name" or alone) and not _attribute(atoms, place)
        ):
            where = _where(atom, how, place, went=how == "to" and _went(atoms, place))
            if where is not None:
                found.append(where)
        elif (
            atom.word in ("here", "there")
            and atom.sort == "w"
            and not (atom.word == "there" and _is_verb(atoms, place + 1))
        ):
            found.append(Where("", "", atom.word, place, place + 1, atom.word))
        elif atom.word in ("capital", "city", "town") and place and _definite(atoms, place):
            adjective = next((a for a in atoms[max(0, place - 2) : place] if a.sort in "ACG"), None)
            adjective = adjective or _whose_capital(atoms, place)
            locative = next(
                (
                    a
                    for a in reversed(atoms[max(0, place - 5) : place])
                    if a.word.rsplit(" ", 1)[-1] in AT | TOWARDS
                ),
                None,
            )
            if (
                locative is None
                or any(a.sort in "PV" for a in atoms[place + 1 : place + 3])
                or (place + 1 < len(atoms) and atoms[place + 1].word == "of" and atom.word != "capital")
            ):
                continue
            how = "at" if locative.word.rsplit(" ", 1)[-1] in AT else "to"
            if adjective is not None and atom.word == "capital":
                code = adjective.value
                known = countries.country(code)
                found.append(Where(known.capital if known else "", code, how, place, place + 1, "capital"))
            elif adjective is None:
                found.append(Where("", "", how, place, place + 1, atom.word))
    return _merged(found)


def _whose_capital(atoms: list[Atom], place: int) -> Atom | None:
    """The country of "arrived in the capital of Uzbekistan"; None where none is told behind the word."""
    behind = [atom for atom in atoms[place + 1 : place + 4] if atom.word != "the"]
    of = len(behind) > 1 and behind[0].word == "of" and atoms[place].word == "capital"
    return behind[1] if of and behind[1].sort == "C" else None


def _the_venue(atoms: list[Atom], place: int) -> bool:
    """Whether a town opens a line that tells what took place there: "Umroi (Meghalaya) was the venue of"."""
    if place > 1:
        return False
    words = [atom.word for atom in atoms[place + 1 : place + _TO_VENUE]]
    told = next((at for at, word in enumerate(words) if word in ("was", "is", "will be")), -1)
    return told >= 0 and not _VENUES.isdisjoint(words[told : told + 3])


def _capitals_act(atoms: list[Atom], place: int) -> bool:
    """Whether a town stands in a list of capitals that opens a line and does something: "Paris, Rome and Warsaw agreed"."""
    end = 0
    while end + 1 < len(atoms) and atoms[end].sort in "CG" and atoms[end + 1].word in (",", "and"):
        end += 2 + (atoms[end + 2].word == "and" if end + 2 < len(atoms) else 0)
    if end < len(("A", ",", "B", "and")) or place > end or end + 1 >= len(atoms):
        return False
    return atoms[end].sort in "CG" and (
        atoms[end + 1].sort == "K" or atoms[end + 1].word in ("will", "are", "have")
    )


def _by_its_clock(atoms: list[Atom], place: int) -> bool:
    """Whether a country only says whose calendar is meant: "on Friday (Saturday in Japan)"."""
    told = place > 2 and atoms[place - 1].word == "in" and atoms[place - 3].word == "("
    return (
        told
        and atoms[place - 2].word.endswith("day")
        and place + 1 < len(atoms)
        and atoms[place + 1].word == ")"
    )


def _land_of(atoms: list[Atom], place: int) -> str:
    """How a country stands in "visited the island nation of Seychelles", "in the kingdom of Bhutan"; "name" elsewhere."""
    if atoms[place - 2].word not in _LANDS:
        return "name"
    for atom in reversed(atoms[max(0, place - _LAND) : place - 2]):
        if not atom.cues.isdisjoint(("travel", "journey")):
            return "to"
        word = atom.word.rsplit(" ", 1)[-1]
        if word in AT or word in TOWARDS:
            return "at" if word in AT else "to"
    return "name"


def _town(line: Line, place: int) -> Where | None:
    """A town that no list knows: "at Clark, Philippines"."""
    atoms = line.atoms
    link = 2 + (place + 2 < len(atoms) and atoms[place + 2].word == "in")  # "at Adazi, in Latvia"
    if (
        place == 0
        or place + link >= len(atoms)
        or atoms[place + 1].word != ","
        or atoms[place + link].sort != "C"
    ):
        return None
    printed = line.printed(place, place + 1)
    if (
        atoms[place - 1].word not in ("at", "in", "near")
        and not atoms[place - 1].word.endswith((" at", " in"))
    ) or not printed[0].isupper():
        return None
    behind = atoms[place + link + 1].word if place + link + 1 < len(atoms) else ""
    if behind == "'s":
        return None
    return Where(printed, atoms[place + link].value, "at", place, place + link + 1, "town")


def _behind_city(atoms: list[Atom], place: int) -> bool:
    """True for the country that says which city is meant: "Tripoli, Lebanon"."""
    if place < 2 or atoms[place - 1].word != "," or atoms[place].sense("country") is None:
        return False
    city = atoms[place - 2]
    return city.sort in "PG" and city.sense("city") is not None


def _is_verb(atoms: list[Atom], place: int) -> bool:
    return place < len(atoms) and atoms[place].word in (
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "will",
        "had",
        "'s",
        "may",
        "can",
        "would",
        "should",
    )


def _definite(atoms: list[Atom], place: int) -> bool:
    return any(a.word in ("the", "this", "that", "his", "its") for a in atoms[max(0, place - 3) : place])


def _this_one(atoms: list[Atom], place: int) -> bool:
    """Whether the place is meant from which the text is written: "at this former American air base"."""
    for back in range(place - 1, max(place - _THIS, 0), -1):
        if atoms[back].word == "this":
            before = atoms[back - 1].word
            return before in AT or before == "on" or before.endswith((" in", " at"))
        if atoms[back].word in (",", ".", "the", "of"):
            return False
    return False


def _attribute(atoms: list[Atom], place: int) -> bool:
    """True for a country that belongs to something: "in India's view", "in US history"."""
    following = atoms[place + 1] if place + 1 < len(atoms) else None
    return following is not None and (
        following.word == "'s" or following.sort in "ORN" or following.word == "-"
    )


def _went(atoms: list[Atom], place: int) -> bool:
    """Whether somebody went to a house that else stands for whoever sits there: "drove to the Kremlin"."""
    back = place - 1 - (atoms[place - 1].word == "the")
    if back > 0 and atoms[back].word == "to" and atoms[back - 1].word in _BY_CAR:
        return True
    if atoms[back].word == "to" and any(
        a.word.startswith("welcom") for a in atoms[max(0, back - _GUEST) : back]
    ):
        return True  # "welcomed General X to the Pentagon"
    return back >= 0 and "travel" in atoms[back].cues


def _where(atom: Atom, how: str, place: int, *, went: bool = False) -> Where | None:
    if atom.sort == "V":
        known = atom.value
        return Where(known.city, known.country, how, place, place + 1, known.kind)
    venue = atom.sense("place")
    if atom.sort in "CG" and venue is not None and (how == "at" or went):
        return Where(venue.city, venue.country, how, place, place + 1, venue.kind)
    city = atom.sense("city")
    if atom.sort == "P" or (
        atom.sort in "CG" and city is not None and (atom.sort == "G" or city.country == atom.value)
    ):
        return Where(city.name, city.country, how, place, place + 1, "city") if city is not None else None
    if atom.sort == "C":
        return Where("", atom.value, how, place, place + 1, "country")
    return None


def _merged(found: list[Where]) -> list[Where]:
    """The places with "in Qingdao, China" settled: the country behind a city settles which city of that name is meant."""
    out: list[Where] = []
    for where in found:
        last = out[-1] if out else None
        if (
            last is not None
            and where.first - last.last <= 2
            and last.word == "city"
            and where.word in ("country", "region", "city")
            and where.how == "name"
        ):
            if where.country != last.country:
                other = _city_in(last.city, where.country)
                if other:
                    out[-1] = Where(other, where.country, last.how, last.first, where.last, "city")
            continue
        out.append(where)
    return out


@cache
def _city_in(name: str, code: str) -> str:
    return next((c.name for c in cities.cities_named(name.casefold()) if c.country == code), "")
