"""What stands before a name, and instead of one: country, offices, rank, role, in the order in which they are read."""

from collections.abc import Callable

from core.lexicon.offices import offices
from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.office_owners import of_countries
from core.mentions.openings import leads_to_subject
from core.mentions.party import Party
from core.mentions.party_offices import add_office, continues, led_by, stands_alone
from core.mentions.ships import of_nation

_CHIEFS = {"army": "army_chief", "navy": "navy_chief", "air force": "air_chief"}
Reader = Callable[[Line, int], tuple[Party | None, int]]
"""What reads a whole party that begins at an atom: for "a delegation led by ..." """
_HEADS = ("chief", "head", "commander")
_SERVICE_CHIEFS = {"army": "army_chief", "navy": "navy_chief", "force": "air_chief"}
_DEPARTMENT = 14  # atoms: "of the Central Department of the Defence Ministry of the Republic of"
_COMMAND = 12  # atoms: "Commander, Indo-Pacific Command (INDO-PACOM) Admiral"
_PAIRS = ("pair", "duo", "trio", "quartet")


def premodifiers(line: Line, here: int, party: Party, whole: Reader) -> int:
    """Reads country, offices, ranks, role and name into `party`; where they end."""
    more = True
    while more and here < len(line.atoms):
        here, more = _next_part(line, here, party, whole)
    return here


def _next_part(line: Line, here: int, party: Party, whole: Reader) -> tuple[int, bool]:
    """Reads the part that begins at this atom: where it ends, and whether another may follow."""
    sort, word = line.atoms[here].sort, line.atoms[here].word
    if sort in "ACGOSRHN":
        return (here, False) if party.name else _lexical_part(line, here, party, whole)
    told = party.definite or bool(party.countries)
    if sort not in "wK":
        return here, False
    if word == "the" and party.offices and line.sort(here + 1) == "H":
        return here + 1, True  # "Minister for Defence the Hon. Richard Marles"
    if word == "opposite" and line.word(here + 1) not in ("number", "numbers"):
        return here, False  # "sat at opposite ends of the hall"
    if word in word_set("counterparts"):
        return _counterpart(line, here, party)
    if word in word_set("hosts") | word_set("guests") and (told or party.possessive):
        return _host_or_guest(line, here, party)
    if word in word_set("delegations") and told:
        party.role, party.plural = "delegation", word.endswith("s")
        return led_by(line, of_countries(line, here + 1, party), party, whole), True
    if sort == "w" and word in word_set("institutions") and not (party.offices or party.name):
        return _institutions(line, here, party)
    official = sort == "w" and word in word_set("officials") and not party.offices
    if official and line.word(here - 1) in word_set("not_of_state"):
        return here, False  # "the industry leaders of the UK"
    if official and (told or of_nation(line, here + 1)):
        return _official(line, here, party)
    return here, False


def _lexical_part(line: Line, here: int, party: Party, whole: Reader) -> tuple[int, bool]:
    sort = line.atoms[here].sort
    if sort == "A":
        return _adjective(line, here, party)
    if sort in "CG":
        possessive = line.word(here + 1) in ("'s", "'")
        return _possessive(line, here, party, whole) if possessive else _country(line, here, party, whole)
    if sort in "OS":
        return add_office(line, here, party, whole), True
    if sort in "RH":
        return _rank(line, here, party)
    party.name, party.name_at = line.person(here).removesuffix("-san"), (here, here + 1)
    party.rule = party.rule or "name"
    party.role = "person" if party.role == "official" and party.rank else party.role
    return _behind_honours(line, here + 1), False


def _behind_honours(line: Line, here: int) -> int:
    """Where the letters behind a name end: "John Healey MP", "Admiral Sir Philip Jones KCB, ADC"."""
    while True:
        following = here + (line.word(here) == ",")
        if line.word(following) not in word_set("post_nominals") or not line.atoms[following].first:
            return here
        printed = line.printed(following, following + 1)
        if following > here and not printed.isupper():
            return here
        here = following + 1


def _adjective(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "the Indian", "the Indian and Chinese": countries, if what follows can belong to them."""
    code = line.atoms[here].value
    hyphened = line.sort(here + 1) == "-" and line.sort(here + 2) in "AC"
    if hyphened or (party.countries and party.countries[0] != code and not party.offices):
        return here, False
    party.countries = (code,)
    here += 1
    if line.word(here) in ("chief", "chiefs") and (office := _chief_of(line.word(here - 1))):
        party.offices, party.plural = (offices()[office],), line.word(here) == "chiefs"
        return here + 1, True  # "Bangladesh Army chief"
    while line.word(here) in ("and", ",") and line.sort(here + 1) == "A":
        party.countries = (*party.countries, line.atoms[here + 1].value)
        party.plural = True
        here += 2
    service = _SERVICE_CHIEFS.get(line.word(here - 1).rsplit(" ", 1)[-1], "")
    if service and line.word(here) == "chief" and line.word(here + 1) != "of":
        party.offices = (*party.offices, offices()[service])  # "the Bangladesh Army | chief"
        return here + 1, True
    while line.word(here) in word_set("party_modifiers"):
        here += 1
    if line.word(here) == "(" and line.word(here + 2) == ")" and line.sort(here + 1) in ("A", "C"):
        here += 3 * (
            line.atoms[here + 1].value == code
        )  # "Commander People's Liberation Army (PLA) General X"
    here = _forces_own(line, here)
    if continues(line, here):
        return here, True
    bare = not party.name and not party.offices
    if party.definite and bare and stands_alone(line, here):
        party.role = "demonym"
    elif bare and party.role == "person":
        party.countries = ()
    return here, False


def _chief_of(force: str) -> str:
    """The office of the chief of a force: "bangladesh army"; "" where the words are no force's."""
    return next((code for name, code in _CHIEFS.items() if force.endswith(" " + name)), "")


def _forces_own(line: Line, here: int) -> int:
    """Where the office stands in "the Thai Navy's commander-in-chief", "US Army's chief of staff"; `here` if none does."""
    place = here
    while line.word(place) in word_set("establishment"):
        place += 1
    if place > here and line.sort(place) == "O" and line.atoms[place].value.level == "chief":
        return place  # "the Japanese Self Defence | Army Chief"
    owns = place > here and line.word(place) == "'s"
    held = line.sort(place + 1) in ("O", "R", "S") or line.word(place + 1) in _HEADS
    return place + 1 if owns and held else here


def _possessive(line: Line, here: int, party: Party, whole: Reader) -> tuple[int, bool]:
    """Reads "India's defence minister", "Sudan's was led by General X"."""
    if party.offices or party.countries:
        return here, False
    after = here + 2
    while line.word(after) in word_set("party_modifiers") or line.word(after) == "own":
        after += 1
    if line.word(after) in ("was", "is", "were"):
        led = led_by(line, after, party, whole)
        if party.name:
            party.countries = (line.atoms[here].value,)
            return led, False
    if not continues(line, after):
        return _owned_together(line, here, party)
    party.countries = (line.atoms[here].value,)
    return after, True


def _owned_together(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "Peru's and Chile's army chiefs", "A's, B's and C's ministers"."""
    owners = [here]
    place = here + 2
    while True:
        place += (line.word(place) == ",") + (line.word(place + (line.word(place) == ",")) == "and")
        if line.sort(place) not in ("C", "G") or line.word(place + 1) not in ("'s", "'"):
            break
        owners.append(place)
        place += 2
    if place - owners[-1] != len(("A", "'s")) or len(owners) == 1 or line.sort(place) != "S":
        return here, False
    party.countries = tuple(line.atoms[owner].value for owner in owners)
    party.plural = True
    return place, True


def _country(line: Line, here: int, party: Party, whole: Reader) -> tuple[int, bool]:
    """Reads "India defence minister", "China (Li Shangfu)", or a country by itself."""
    atom, following = line.atoms[here], line.sort(here + 1)
    nouns = word_set("delegations") | word_set("officials")
    noun = line.word(here + 1) in nouns and atom.sort == "C"
    if following in ("R", "H") and atom.sort == "C" and _went_there(line, here):
        return here, False  # "During the visit to the Seychelles Admiral X called on"
    if (following and following in "ORSHN") or line.word(here + 1) in word_set("counterparts") or noun:
        if party.countries or party.offices or (following == "N" and atom.sort == "G"):
            return here, False
        party.countries = (atom.value,)
        return here + 1, True
    if party.offices or party.countries or party.role != "person":
        return here, False
    own = _forces_own(line, here + 1)
    if atom.sort == "C" and own > here + 1:
        party.countries = (atom.value,)  # "the Bahrain Defence Force's commander-in-chief, Field Marshal X"
        return own, True
    listed = _attributes(line, here)
    if listed:
        party.countries = tuple(line.atoms[place].value for place in listed)
        party.plural = True
        return listed[-1] + 1, True
    party.countries, party.role, party.rule = (atom.value,), "country", "country"
    here += 1
    if line.word(here) == "(" and line.sort(here + 1) in "NRH":
        here = _named_in_brackets(line, here, party)
    stood_for = _represented_by(line, here, party, whole)
    if stood_for > here:
        return stood_for, False
    whose = line.word(here) == "," and line.word(here + 1) == "whose"
    if whose and line.word(here + 2) in word_set("delegations"):
        here = led_by(line, here + 3, party, whole)
    return here, False


def _went_there(line: Line, here: int) -> bool:
    """Whether a country is where a visit that opens the sentence went, so that who stands behind it is the subject."""
    place = here - 1 - (line.word(here - 1) == "the")
    return place > 0 and "journey" in line.atoms[place].cues and line.word(0) in word_set("sentence_openings")


def _represented_by(line: Line, here: int, party: Party, whole: Reader) -> int:
    """Reads "Malawi was represented by its principal secretary, Erica Maganga"; `here` if nobody is named."""
    if line.word(here) not in ("was", "is", "were", "being", "be", "will be"):
        return here
    place = here + 1 + (line.word(here + 1) == "be")
    place += line.word(place) == "represented"
    if line.word(place - 1) != "represented" or line.word(place) != "by":
        return here
    inner, last = whole(line, place + 1)
    if inner is None or not inner.name or (inner.countries and inner.countries != party.countries):
        return here
    party.take_office(inner)
    party.rank, party.role, party.rule = inner.rank, "person", "name"
    return last


def _attributes(line: Line, here: int) -> list[int]:
    """The places of the countries in "the US and Chinese defence chiefs": attributes of one office in the plural."""
    found = [here]
    place = here + 1
    while line.word(place) in (",", "and") and line.sort(place + 1) in ("A", "C"):
        found.append(place + 1)
        place += 2
    several = len(found) > 1 and line.sort(found[-1]) == "A"
    people = line.sort(place) == "S" or line.word(place) in word_set("counterparts")
    return found if several and people else []


def _named_in_brackets(line: Line, here: int, party: Party) -> int:
    """Reads "China (Li Shangfu)"."""
    place = here + 1
    while line.sort(place) in ("R", "H"):
        party.rank = party.rank or line.sort(place) == "R"
        place += 1
    if line.sort(place) != "N" or line.word(place + 1) != ")":
        return here
    party.name, party.name_at = line.person(place), (place, place + 1)
    party.role = "person"
    return place + 2


def _rank(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "Gen. (retd)", "the Commander of the PLA Army", "Mr"."""
    atom = line.atoms[here]
    party.rank = party.rank or atom.sort == "R"
    title = atom.word.split(" ")[0]
    party.she = (
        "she"
        if title in word_set("womens_titles")
        else "he"
        if title in word_set("mens_titles")
        else party.she
    )
    here += 1
    if line.word(here) == ".":
        here += 1
    if line.sort(here) == "(" and line.word(here + 1) in ("retd", "retired", "ret"):
        while here < len(line.atoms) and line.word(here) != ")":
            here += 1
        here += 1
    commands = atom.sort == "R" or atom.word in word_set("officials")
    royal = here + 1 + (line.word(here + 1) == "the")
    royal = royal if line.word(here) in ("of", ",") and line.word(royal).startswith("royal ") else -1
    if commands and royal > 0 and line.sort(royal + 1) == "C":  # "Commander, Royal Navy of Oman"
        party.role, party.countries = "official", party.countries or (line.atoms[royal + 1].value,)
        return royal + 2, line.sort(royal + 2) in ("R", "H", "N")
    if commands and line.word(here) == "of" and of_nation(line, here):
        party.role = "official"
        end = of_countries(line, here, party)
        return end, line.sort(end) in ("R", "H", "N")  # "Commander of the Sri Lanka Navy Vice Admiral X"
    body = _of_command(line, here) if commands and _may_command(line, here) else 0
    if body:
        party.role = "official"
        nations = {told.value for told in line.atoms[here:body] if told.sort in "CA"}
        if len(nations) == 1 and not party.countries:
            party.countries = (nations.pop(),)  # "of the Royal Oman Navy, Rear Admiral X"
        return body, True
    following = line.sort(here)
    if following == "w" and line.word(here) not in word_set("party_modifiers"):
        party.role = "official" if party.rank and party.definite else party.role
        return here, False
    if following != "w" and following not in "NRHOKCV":
        alone = not party.countries and not party.offices
        party.role = "official" if party.rank and party.definite and alone else party.role
        return here, False
    return here, True


def _may_command(line: Line, here: int) -> bool:
    """Whether a command may stand here, behind "commander": "of the", ", Pacific Fleet", "Western Naval Area"."""
    if line.word(here) in ("of", ","):
        return True
    return line.sort(here) == "w" and line.printed(here, here + 1)[0].isupper()


def _of_command(line: Line, here: int) -> int:
    """Where the holder's rank stands in "commander of the Western Naval Area, Rear Admiral X", "Commander, Pacific Fleet
    (PACFLT) Admiral Y"; 0 if it does not.
    """
    body = False
    led = line.word(here) in ("of", ",")
    for place in range(here + led, min(here + _COMMAND, len(line.atoms))):
        word, sort = line.word(place), line.sort(place)
        if word == "," and line.word(here) != "," and (led or body):
            return place + 1 if line.sort(place + 1) in ("R", "H") else 0
        if body and sort in ("R", "H"):
            return place
        body = body or word.rsplit(" ", 1)[-1] in word_set("commands")
        bracket = word in ("(", ")", "-") and body
        if not bracket and (sort not in "wNPVACd" or word in ("and", "of")):
            return 0
    return 0


def _counterpart(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "his Belarusian counterpart", "opposite number"."""
    word = line.atoms[here].word
    party.role = "counterpart"
    party.plural = party.plural or word.endswith("s")
    here += 1
    if word == "opposite" and line.word(here) in ("number", "numbers"):
        party.plural = line.word(here) == "numbers"
        here += 1
    here = of_countries(line, here, party)
    named = line.word(here) in (",", "-", "\u2013", ":") and line.sort(here + 1) in "NRH"
    titled = line.word(here) == "," and line.sort(here + 1) == "O" and line.sort(here + 2) in ("N", "R", "H")
    apart = (named or titled) and leads_to_subject(line, party, here)
    return here + ((named or titled) and not party.plural and not apart), not apart


def _host_or_guest(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "his host", "the visitors"."""
    word = line.atoms[here].word
    party.role = "host" if word in word_set("hosts") else "guest"
    party.plural = word.endswith("s")
    here = of_countries(line, here + 1, party)
    if line.word(here) == "from" and line.sort(here + 1) == "P" and not party.countries:
        party.countries, here = (
            (line.atoms[here + 1].value.country,),
            here + 2,
        )  # "his visitor from Wellington"
    return here + (line.word(here) == "," and line.sort(here + 1) in "NRHO"), True


def _institutions(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "the navies of A and B", "the A and B armies": those of two countries or more."""
    told = Party(here, here, plural=True, countries=party.countries)
    end = of_countries(line, here + 1, told) if not party.countries else here + 1
    if len(told.countries) < 2:
        return here, False
    party.role, party.plural, party.countries = "official", True, told.countries
    return end, False


def _official(line: Line, here: int, party: Party) -> tuple[int, bool]:
    """Reads "the Indian officials", "the two leaders of"."""
    word = line.atoms[here].word
    party.role = "official"
    party.plural = party.plural or word.endswith("s") or word in _PAIRS
    here = of_countries(line, _houses_end(line, here + 1), party)
    if not party.countries and not party.plural and (behind := _of_department(line, here)):
        party.countries = (line.atoms[behind - 1].value,)
        here = behind
    named = line.word(here) == "," and line.sort(here + 1) in "RHN"
    return here + (named and not party.plural), True


def _houses_end(line: Line, here: int) -> int:
    """Where "of the defence ministries" ends behind "the heads", with the countries still to come; `here` elsewhere."""
    place = here + 1 + (line.word(here + 1) == "the")
    while line.word(place) in word_set("establishment"):
        place += 1
    led = line.word(here) == "of" and line.word(place) in ("ministries", "departments", "establishments")
    return place + 1 if led and line.word(place + 1) == "of" else here


def _of_department(line: Line, here: int) -> int:
    """Where "of the Central Department of the Defence Ministry of Uzbekistan" ends, if a rank or a name follows; 0 if not."""
    if line.word(here) != "of":
        return 0
    for place in range(here + 1, here + _DEPARTMENT):
        if line.sort(place) == "C" and line.word(place - 1) in ("of", "the"):
            behind = place + 1 + (line.word(place + 1) == ",")
            return place + 1 if line.sort(behind) in ("R", "H", "N") else 0
        if line.sort(place) not in ("w", "N", "O") or line.word(place) in ("with", "in", "at", "who", "by"):
            return 0
    return 0
