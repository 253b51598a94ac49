"""Who is spoken of: runs of atoms that stand for a side of an engagement or for its people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.lexicon.cues import office_home, ship_prefixes
from core.lexicon.offices import Office
from core.mentions.atoms import Atom, Line
from core.model import BlockKind

DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "both", "two", "three", "four", "five", "six", "several", "this"})
POSSESSIVES = frozenset({"his", "her", "their", "its"})
MODIFIERS = frozenset(
    "visiting outgoing new newly former then acting senior top deputy elected appointed current incoming other fellow "
    "respective civilian young late old local military uniformed naval chief powerful african european asian arab western "
    "foreign friendly allied regional southeast central gulf".split()
)
COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "colleagues", "opposite", "equivalent"})
HOSTS = frozenset({"host", "hosts"})
GUESTS = frozenset({"guest", "guests", "visitor", "visitors"})
OFFICIALS = frozenset(
    "minister ministers official officials leader leaders chief chiefs president premier chancellor general admiral "
    "brigadier colonel prince king emir amir sultan monarch ambassador secretary representative representatives head heads "
    "pair duo trio quartet commander commanders envoy delegate delegates dignitary dignitaries officer officers man men".split()
)
DELEGATIONS = frozenset({"delegation", "delegations", "team", "side", "contingent"})
PRONOUNS = frozenset({"ours", "he", "she", "they", "him", "them", "both", "pair", "duo"})
ESTABLISHMENT = frozenset("military defence defense department ministry armed forces force navy army air general staff land joint self command naval fleet corps guard people's".split())
AFTER_HER = frozenset("at in on with there here to for and by as after before when during again too also".split())
ALONE = frozenset(
    "and or then also said spoke was were is are had has have will would with to in on at of from who for later again too both "
    "thanked replied told went came took gave did made called described promised asked added voiced sealed".split()
)
LINKS = frozenset({",", "and", "&", ";", "then", "as", "well", "also", "with", "separately", "plus", "followed", "by", "along"})

SHIP_NOUNS = frozenset(
    "ship ships warship warships frigate frigates destroyer destroyers carrier carriers submarine submarines corvette corvettes "
    "cruiser cruisers vessel vessels squadron flotilla cutter patrol".split()
)
HEADS = frozenset("CAGOSRHN")
STARTS = SHIP_NOUNS | frozenset({"her", "two", "both"}) | COUNTERPARTS | HOSTS | GUESTS | OFFICIALS | DELEGATIONS | PRONOUNS
# Words that begin a party only if one that belongs to it follows.
LEADS = (DETERMINERS | MODIFIERS) - STARTS


@dataclass(slots=True)
class Party:
    """A side or a person as one sentence names it; what it does not tell is filled in later."""

    first: int
    last: int
    countries: tuple[str, ...] = ()
    name: str = ""
    name_at: tuple[int, int] = (0, 0)
    offices: tuple[Office, ...] = ()
    rank: bool = False
    role: str = "person"
    """person, counterpart, host, guest, official, delegation, country, pronoun"""
    plural: bool = False
    definite: bool = False
    possessive: str = ""
    rule: str = ""
    organisation: str = ""
    weak: bool = False
    also: list["Party"] = field(default_factory=list)

    @property
    def country(self) -> str:
        """Its country if it names just one."""
        return self.countries[0] if len(self.countries) == 1 else ""


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
            found.append(party)
            here = following
    return _zip_lists(line, found)


def _beginnings(line: Line) -> dict[int, bool]:
    """The atoms at which a party may begin, from left to right; False for words that only lead to one."""
    found = {
        place: atom.sort in HEADS or atom.word in STARTS
        for place, atom in enumerate(line.atoms)
        if atom.sort in HEADS or atom.word in STARTS or atom.word in LEADS
    }
    prefixes = ship_prefixes()
    if prefixes.keys().isdisjoint(line.words.words):
        return found
    named = {place for place, atom in enumerate(line.atoms) if line.words.words[atom.first] in prefixes}
    return {place: place in named or found[place] for place in sorted(found.keys() | named)}


def _leads_on(line: Line, here: int, begins: Mapping[int, bool]) -> bool:
    """False where "the" or "a senior" stands before a word that belongs to no party: few do not."""
    while not begins.get(here, False):
        if here not in begins and _word(line, here) != "-":
            return False
        here += 1
    return True


def _word(line: Line, place: int) -> str:
    return line.atoms[place].word if 0 <= place < len(line.atoms) else ""


def _sort(line: Line, place: int) -> str:
    return line.atoms[place].sort if 0 <= place < len(line.atoms) else ""


def _party(line: Line, here: int) -> tuple[Party | None, int]:
    """The party that begins at this atom, and where it ends; None if none does."""
    start = here
    party = Party(here, here)
    word = _word(line, here)
    ship = _ship(line, here)
    if ship is not None:
        return ship, ship.last
    if word == "her" and (_word(line, here + 1) in AFTER_HER or here + 1 >= len(line.atoms) or _sort(line, here + 1) in ".,;"):
        return Party(here, here + 1, role="pronoun", rule="pronoun"), here + 1
    if _sort(line, here) == "w" and word in PRONOUNS and word != "both":
        return Party(here, here + 1, role="pronoun", plural=word in ("they", "them", "pair", "duo"), rule="pronoun"), here + 1
    while _word(line, here) in DETERMINERS or (here > start and _word(line, here) in MODIFIERS) or (_word(line, here) in ("visiting", "outgoing", "then")):
        if _word(line, here) in POSSESSIVES:
            party.possessive = _word(line, here)
        if _word(line, here) in ("the", "his", "her", "their", "both", "two"):
            party.definite = True
        if _word(line, here) == "two":
            party.rule = "two"
        if _word(line, here) in ("both", "two", "three", "four", "five", "six", "several"):
            party.plural = True
        here += 1
        if _word(line, here) == "-":
            here += 1
    here = _premodifiers(line, here, party)
    if not (party.name or party.offices or party.role != "person" or party.countries):
        if party.definite and party.plural and here > start and _word(line, here - 1) == "two" and _stands_alone(line, here):
            return Party(start, here, role="pronoun", plural=True, rule="pronoun"), here
        return None, start
    if not (party.name or party.offices or party.role != "person"):
        if party.rank:
            party.role = "official"
        else:
            bare = _bare_country(line, here, party)
            return (party, here) if bare else (None, start)
    here = _postmodifiers(line, here, party)
    party.last = here
    return party, here


def _ship(line: Line, here: int) -> Party | None:
    """A warship: "INS Tushil", "the US carrier", "an Indian frigate"."""
    place = here
    while _word(line, place) in ("the", "a", "an"):
        place += 1
    if place >= len(line.atoms):
        return None
    printed = line.words.words[line.atoms[place].first]
    country = ship_prefixes().get(printed)
    if country and place + 1 < len(line.atoms) and line.words.words[line.atoms[place + 1].first][0].isupper():
        last = place + 2
        if _word(line, last) == "," and _word(line, last + 1) in ("a", "an", "the") and any(w in SHIP_NOUNS for w in (_word(line, p) for p in range(last + 1, last + 6))):
            last = next(p for p in range(last + 1, last + 6) if _word(line, p) in SHIP_NOUNS) + 1
        return Party(here, last, countries=(country,), role="ship", rule="ship")
    if _word(line, place) in SHIP_NOUNS and _word(line, place + 1) == "of" and _of_nation(line, place + 1):
        at = place + 2 + (_word(line, place + 2) == "the")
        return Party(here, at + 1, countries=(line.atoms[at].value,), role="ship", rule="ship")
    if _sort(line, place) in ("A", "C"):
        after = place + 1
        while _word(line, after) in ("'s", "navy", "naval", "guided", "missile", "aircraft", "nuclear", "powered", "-", "coast", "guard", "stealth"):
            after += 1
        if _word(line, after) in SHIP_NOUNS:
            return Party(here, after + 1, countries=(line.atoms[place].value,), role="ship", rule="ship")
    return None


def _premodifiers(line: Line, here: int, party: Party) -> int:
    """Reads country, offices, ranks, role and name in the order in which they stand before the verb."""
    size = len(line.atoms)
    while here < size:
        atom = line.atoms[here]
        following = _sort(line, here + 1)
        if atom.sort == "A":
            if party.name:
                break
            if following == "-" and _sort(line, here + 2) in "AC":
                break
            if party.countries and party.countries[0] != atom.value and not party.offices:
                break
            party.countries = (atom.value,)
            here += 1
            while _word(line, here) == "and" and _sort(line, here + 1) == "A" or (_word(line, here) == "," and _sort(line, here + 1) == "A"):
                party.countries = (*party.countries, line.atoms[here + 1].value)
                party.plural = True
                here += 2
            while _word(line, here) in MODIFIERS:
                here += 1
            if not _continues(line, here):
                stands = party.definite and not party.name and not party.offices and _stands_alone(line, here)
                if not stands and not party.name and not party.offices and party.role == "person":
                    party.countries = ()
                party.role = "demonym" if stands else party.role
                break
        elif atom.sort in "CG" and not party.name:
            if _word(line, here + 1) in ("'s", "'"):
                if party.offices or party.countries:
                    break
                after = here + 2
                while _word(line, after) in MODIFIERS or _word(line, after) in ("own",):
                    after += 1
                if _word(line, after) in ("was", "is", "were"):  # "Sudan's was led by General X"
                    led = _led_by(line, after, party)
                    if party.name:
                        party.countries = (atom.value,)
                        return led
                if not _continues(line, after):
                    break
                party.countries = (atom.value,)
                here = after
            elif following and following in "ORSHN" or _word(line, here + 1) in COUNTERPARTS or (_word(line, here + 1) in DELEGATIONS | OFFICIALS and atom.sort == "C"):
                if party.countries or party.offices:
                    break
                if following == "N" and atom.sort == "G":
                    break
                party.countries = (atom.value,)
                here += 1
            else:
                if not party.offices and not party.countries and party.role == "person":
                    party.countries = (atom.value,)
                    party.role = "country"
                    here += 1
                    party.rule = "country"
                    if _word(line, here) == "(" and _sort(line, here + 1) in "NRH":
                        here = _named_in_brackets(line, here, party)
                    if _word(line, here) == "," and _word(line, here + 1) == "whose" and _word(line, here + 2) in DELEGATIONS:
                        here = _led_by(line, here + 3, party)
                break
        elif atom.sort in "OS":
            if party.name:
                break
            here = _office(line, here, party)
        elif atom.sort in "RH":
            if party.name:
                break
            if atom.sort == "R" and party.role == "counterpart" and not party.offices:
                pass
            party.rank = party.rank or atom.sort == "R"
            here += 1
            if _word(line, here) == ".":
                here += 1
            if _sort(line, here) == "(" and _word(line, here + 1) in ("retd", "retired", "ret") :
                while here < size and _word(line, here) != ")":
                    here += 1
                here += 1
            if _word(line, here) == "of" and (atom.sort == "R" or atom.word in OFFICIALS) and _of_nation(line, here):  # "the Commander of the PLA Army"
                party.role = "official"
                here = _of_countries(line, here, party)
                break
            if _sort(line, here) not in "NRHOKCV" and not _sort(line, here) == "w":
                if not party.definite or not party.countries and not party.offices:
                    party.role = "official" if party.rank and party.definite else party.role
                break
            if _sort(line, here) == "w" and _word(line, here) not in MODIFIERS:
                party.role = "official" if party.rank and party.definite else party.role
                break
        elif atom.sort == "N":
            if party.name:
                break
            name = line.printed(here, here + 1)
            if name.endswith("-san"):
                name = name[:-4]
            party.name = name
            party.name_at = (here, here + 1)
            party.rule = party.rule or "name"
            here += 1
            break
        elif atom.sort in "wK" and atom.word in COUNTERPARTS:
            party.role = "counterpart"
            party.plural = party.plural or atom.word.endswith("s")
            here += 1
            if atom.word == "opposite" and _word(line, here) in ("number", "numbers"):
                party.plural = _word(line, here) == "numbers"
                here += 1
            here = _of_countries(line, here, party)
            if _word(line, here) in (",", "-", "\u2013", ":") and _sort(line, here + 1) in "NRHO" and not party.plural:
                after = _sort(line, here + 1)
                if after in "NRH":
                    here += 1
        elif atom.sort in "wK" and atom.word in HOSTS | GUESTS and (party.definite or party.countries or party.possessive):
            party.role = "host" if atom.word in HOSTS else "guest"
            party.plural = atom.word.endswith("s")
            here += 1
            if _word(line, here) == "," and _sort(line, here + 1) in "NRHO":
                here += 1
        elif atom.sort in "wK" and atom.word in DELEGATIONS and (party.countries or party.definite):
            party.role = "delegation"
            party.plural = atom.word.endswith("s")
            here += 1
            here = _of_countries(line, here, party)
            here = _led_by(line, here, party)
        elif atom.sort in "w" and atom.word in OFFICIALS and (party.countries or party.definite or _of_nation(line, here + 1)) and not party.offices:
            party.role = "official"
            party.plural = party.plural or atom.word.endswith("s") or atom.word in ("pair", "duo", "trio", "quartet")
            here += 1
            here = _of_countries(line, here, party)
            if _word(line, here) == "," and _sort(line, here + 1) in "RHN" and not party.plural:
                here += 1
        else:
            break
    return here


def _stands_alone(line: Line, here: int) -> bool:
    """True where "the American" is a person: before a verb or a stop, not before another noun."""
    if here >= len(line.atoms):
        return True
    atom = line.atoms[here]
    return atom.sort in "K|,.;:)" or atom.word in ALONE


def _of_nation(line: Line, here: int) -> bool:
    """True for "of the Kenyan Army", "of Japan's fleet" behind an office."""
    if _word(line, here) != "of":
        return False
    return _sort(line, here + 1) in ("A", "C") or (_word(line, here + 1) == "the" and _sort(line, here + 2) in ("A", "C"))


def _continues(line: Line, here: int) -> bool:
    """True when a country's attribute is followed by something that it can belong to."""
    return (
        (_sort(line, here) or "-") in "ORSHN"
        or _word(line, here) in COUNTERPARTS
        or _word(line, here) in DELEGATIONS
        or _word(line, here) in OFFICIALS
        or _word(line, here) in HOSTS
        or _word(line, here) in GUESTS
    )


def _bare_country(line: Line, here: int, party: Party) -> bool:
    """Whether a country with nothing beside it stands as a side; an adjective does only as "the American"."""
    return False


def _office(line: Line, here: int, party: Party) -> int:
    """Reads an office, what it is the office of, and further offices joined to it."""
    atom = line.atoms[here]
    party.offices = (*party.offices, atom.value)
    party.plural = party.plural or atom.sort == "S"
    here += 1
    if atom.word.rsplit(" ", 1)[-1] in DELEGATIONS:
        party.role = "delegation"
        here = _led_by(line, _of_countries(line, here, party), party)
        if party.name:
            return here
    if _word(line, here) == "to" and _sort(line, here + 1 + (_word(line, here + 1) == "the")) == "O":
        here += 2 + (_word(line, here + 1) == "the")  # "adviser to the prime minister of"
    if _word(line, here) == "(" and _word(line, here + 2) == ")" and _word(line, here + 3) == "of":
        here += 3  # "Deputy Secretary General (Policy) of the ministry"
    here = _of_countries(line, here, party)
    home = office_home(atom.word)
    if home and not party.countries:
        party.countries = (home,)
    joined = _word(line, here) in ("and", "&", ",") and _sort(line, here + 1) == "O"
    two = party.definite and not party.countries and _sort(line, here + 2) == "N"  # "the Vice President and President Castro"
    if joined and not two and not (_word(line, here) == "," and party.countries and _sort(line, here + 2) == "N"):
        return here + 1
    if _word(line, here) in (",", "-", ":") and _sort(line, here + 1) in ("R", "H", "N") and (party.countries or party.role == "counterpart") and not party.plural:
        return here + 1
    return here


def _of_countries(line: Line, here: int, party: Party) -> int:
    """Reads "of Belarus", "from the US, Japan and Australia" behind an office or a role."""
    if _word(line, here) not in ("of", "from", "for", "at"):
        return here
    place = here + 1
    if _word(line, place) in ("the", "its"):
        place += 1
    while _word(line, place) in ("other", "countries", "people's", "host"):
        place += 1
    codes: list[str] = []
    plural = party.plural
    while True:
        skip = place
        if codes and _word(line, skip) == "the":
            skip += 1
        if _sort(line, skip) == "w" and _word(line, skip) in ("host", "neighbouring"):
            skip += 1
        if _sort(line, skip) not in ("C", "G") or (codes and not plural):
            break
        if _word(line, skip + 1) == "'s":
            break
        codes.append(line.atoms[skip].value)
        place = skip + 1
        if _word(line, place) == "(" and _word(line, place + 2) == ")":
            place += 3
        if not plural:
            break
        if _word(line, place) == "," and _word(line, place + 1) == "and":
            jump = 2
        elif _word(line, place) in (",", "and", "&"):
            jump = 1
        elif _word(line, place) == "as" and _word(line, place + 1) == "well" and _word(line, place + 2) == "as":
            jump = 3
        else:
            break
        ahead = place + jump + (1 if _word(line, place + jump) == "the" else 0)
        if _sort(line, ahead) not in ("C", "G"):
            break
        place += jump
    owner = _sort(line, place) in ("A", "C", "G") and not plural
    nation = _word(line, place + 1 + (_word(line, place + 1) == "'s")) in ESTABLISHMENT or _sort(line, place + 1) not in ("w", "N", "O", "")
    if not codes and owner and (nation or _word(line, place + 1) == "'s"):
        codes.append(line.atoms[place].value)  # "the head of the Russian military department"
        place += 1
        committee = _word(line, place) == "'s"
        while _word(line, place) in ESTABLISHMENT or _word(line, place) == "'s" or (committee and (_sort(line, place) in ("A", "N") or _word(line, place) in ("of", "committee", "joint", "chiefs"))):
            place += 1
    if not codes:
        if _sort(line, here + 1) == "F" or _sort(line, here + 2) == "F":
            forum_at = here + 1 if _sort(line, here + 1) == "F" else here + 2
            party.organisation = line.printed(forum_at, forum_at + 1)
            return forum_at + 1
        if _word(line, here + 1) == "the" and _word(line, here + 2) in ("organisation", "organization", "bloc", "alliance", "grouping", "union"):
            party.organisation = _word(line, here + 2)
            return here + 3
        if _word(line, here + 1) in ("each", "both") or (_word(line, here + 1) == "the" and _word(line, here + 2) in ("two", "three", "four", "member", "ten", "seven")):
            return here
        return here
    party.countries = tuple(dict.fromkeys(codes)) if not party.countries else party.countries
    return place


def _named_in_brackets(line: Line, here: int, party: Party) -> int:
    """Reads "China (Li Shangfu)"."""
    place = here + 1
    while _sort(line, place) in ("R", "H"):
        party.rank = party.rank or _sort(line, place) == "R"
        place += 1
    if _sort(line, place) == "N" and _word(line, place + 1) == ")":
        party.name = line.printed(place, place + 1)
        party.name_at = (place, place + 1)
        party.role = "person"
        return place + 2
    return here


def _led_by(line: Line, here: int, party: Party) -> int:
    """Reads "led by Major General X" behind a delegation."""
    place = here
    if _word(line, place) in (",", "that", "which"):
        place += 1
    while _word(line, place) in ("was", "is", "which", "that"):
        place += 1
    if _word(line, place) in ("led", "headed") and _word(line, place + 1) == "by" or _word(line, place) == "under":
        place += 2 if _word(line, place) != "under" else 1
        inner, last = _party(line, place)
        if inner is not None and (inner.name or inner.offices):
            party.name, party.name_at = inner.name, inner.name_at
            party.offices = inner.offices
            party.countries = party.countries or inner.countries
            party.rank = inner.rank
            party.role = "person" if inner.name else "delegation"
            return last
    return here


def _postmodifiers(line: Line, here: int, party: Party) -> int:
    """Reads what follows a name or an office: "of Japan", "(Belarus)", ", the Iranian defence minister,"."""
    if _word(line, here) == "'s" and party.name:
        return here
    before = here
    if party.name:
        here = _of_countries(line, here, party) if not party.countries else here
        if _word(line, here) in ("of", "from") and _word(line, here + 1) == "the" and _sort(line, here + 2) == "w" and not party.offices:
            pass
    if _word(line, here) == "(":
        here = _brackets(line, here, party)
    if party.name or (party.offices and party.countries and not party.plural) or party.role == "counterpart" and not party.plural:
        here = _apposition(line, here, party)
    return max(here, before)


def _brackets(line: Line, here: int, party: Party) -> int:
    close = here + 1
    while close < len(line.atoms) and _word(line, close) != ")" and close - here < 12:
        close += 1
    if _word(line, close) != ")":
        return here
    for atom in line.atoms[here + 1 : close]:
        if atom.sort in "CAG" and not party.countries:
            party.countries = (atom.value,)
        if atom.sort == "O" and not party.offices:
            party.offices = (atom.value,)
    return close + 1


def _apposition(line: Line, here: int, party: Party) -> int:
    """Reads ", the Iranian defence minister," behind a name, or ", Viktor Khrenin," behind an office."""
    if _word(line, here) not in (",", "-", "\u2013") or here + 1 >= len(line.atoms):
        return here
    place = here + 1
    headline = line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
    if _word(line, place) in ("who", "whose"):
        return _who_is(line, here, party)
    if _word(line, place) == "and":
        return here
    inner, last = _party_core(line, place)
    if inner is None:
        return here
    if party.name:
        fits = not inner.name and (inner.offices or inner.role in ("counterpart", "host", "official")) and not inner.plural
        if fits and inner.role == "counterpart" and inner.countries and party.countries and inner.countries != party.countries:
            fits = False
        if fits and party.offices and party.countries and inner.countries and inner.countries != party.countries:
            fits = False
        if fits and not inner.offices and inner.role == "official" and not inner.definite and not inner.countries:
            fits = False
    else:
        fits = bool(inner.name) and not inner.countries and not inner.offices
    if not fits or (headline and party.name and _word(line, last) != ","):
        return here
    party.offices = (*party.offices, *inner.offices)
    party.countries = party.countries or inner.countries
    party.organisation = party.organisation or inner.organisation
    party.possessive = party.possessive or inner.possessive
    if inner.name:
        party.name, party.name_at = inner.name, inner.name_at
    if inner.role in ("counterpart", "host", "guest") and party.role == "person":
        party.role = inner.role
    party.rank = party.rank or inner.rank
    after = last
    while _word(line, after) == "and" and _sort(line, after + 1) in ("w", "O") and party.name:
        more, end = _party_core(line, after + 1)
        if more is None or more.name or not more.offices:
            break
        party.offices = (*party.offices, *more.offices)
        after = end
    return after


def _who_is(line: Line, here: int, party: Party) -> int:
    """Reads ", who is secretary general at the defence ministry in Algiers" for what it tells of the person."""
    end = here + 2
    while end < len(line.atoms) and end - here < 16 and _word(line, end) not in (",", ";", "."):
        end += 1
    if _word(line, here + 2) not in ("is", "heads", "commands", "was", "leads", "holds", "looks", "runs", "has"):
        return here
    for atom in line.atoms[here + 2 : end]:
        if atom.word == "to" or (atom.sort == "K" and atom.word.startswith("to ")):
            break  # "who is the first Pentagon chief to visit China"
        if atom.sort == "O":
            party.offices = (*party.offices, atom.value)
            if not party.countries and office_home(atom.word):
                party.countries = (office_home(atom.word),)
        elif atom.sort in "CAG" and not party.countries:
            party.countries = (atom.value,)
        elif atom.sort == "P" and not party.countries:
            party.countries = (atom.value.country,)
    if _word(line, here + 2) in ("commands", "leads"):
        party.rank = True
    return end


def _party_core(line: Line, here: int) -> tuple[Party | None, int]:
    """A party without what follows its name: for appositions."""
    start = here
    party = Party(here, here)
    while _word(line, here) in DETERMINERS or _word(line, here) in MODIFIERS or _word(line, here) in ("also", "year", "'s"):
        if _word(line, here) in POSSESSIVES:
            party.possessive = _word(line, here)
        party.definite = party.definite or _word(line, here) in ("the", "his", "her", "their")
        here += 1
    here = _premodifiers(line, here, party)
    if not (party.name or party.offices or party.role in ("counterpart", "host", "guest", "official")):
        return None, start
    party.last = here
    return party, here


def _zip_lists(line: Line, found: list[Party]) -> list[Party]:
    """ "the ministers of A and B, X and Y": gives each name its country, in that order."""
    out: list[Party] = []
    here = 0
    while here < len(found):
        party = found[here]
        wanted = len(party.countries)
        names = found[here + 1 : here + 1 + wanted]
        if (
            wanted > 1
            and not party.name
            and len(names) == wanted
            and all(n.name and not n.countries for n in names)
            and _only_between(line, party.last, names[0].first, {",", "-", "\u2013", ":", "namely", "("})
            and all(_only_between(line, a.last, b.first, {",", "and", "&"}) for a, b in zip(names, names[1:], strict=False))
        ):
            for name, code in zip(names, party.countries, strict=True):
                out.append(replace(name, countries=(code,), offices=name.offices or party.offices, role="person", rule="names in that order"))
            here += 1 + wanted
            continue
        out.append(party)
        here += 1
    return out


def _only_between(line: Line, first: int, last: int, allowed: set[str]) -> bool:
    return first <= last and all(atom.word in allowed for atom in line.atoms[first:last])


def groups(line: Line, found: Sequence[Party]) -> list[list[Party]]:
    """Parties joined by commas and "and", put together; commas alone make a list in headlines only."""
    out: list[list[Party]] = []
    for party in found:
        if out and _joined(line, out[-1][-1], party):
            out[-1].append(party)
        else:
            out.append([party])
    if line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.BULLET):
        return out
    out = _with_partner(line, out)
    kept: list[list[Party]] = []
    for group in out:
        between = {a.word for one, two in zip(group, group[1:], strict=False) for a in line.atoms[one.last : two.first]}
        partner = between == {"with"} or between == {"along", "with"} or between == {",", "with"}
        kept += [group] if len(group) == 1 or partner or between - {",", "with", "also"} else [[party] for party in group]
    return kept


def _with_partner(line: Line, found: list[list[Party]]) -> list[list[Party]]:
    """ "The minister with her Chinese counterpart, General X, held a meeting": two who do one thing."""
    out: list[list[Party]] = []
    for group in found:
        last = out[-1][-1] if len(out) == 1 else None
        between = [a.word for a in line.atoms[last.last : group[0].first]] if last is not None else []
        behind = [a for a in line.atoms[group[-1].last : group[-1].last + 2] if a.word != ","]
        if last is not None and between in (["with"], [",", "with"], ["along", "with"], [",", "along", "with"]) and behind and behind[0].sort == "K":
            out[-1] = [*out[-1], *group]
        else:
            out.append(group)
    return out


def _joined(line: Line, left: Party, right: Party) -> bool:
    between: list[Atom] = line.atoms[left.last : right.first]
    if not between or len(between) > 5 or (right.role == "pronoun" and between[-1].word == ","):
        return False
    words = [atom.word for atom in between]
    if (left.role == "country") != (right.role == "country") and not ("and" in words and left.name == right.name):
        return False
    return all(word in LINKS for word in words) and any(word in (",", "and", "&", ";", "as", "plus", "along") for word in words)
