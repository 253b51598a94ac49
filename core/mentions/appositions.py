"""What follows a name or an office: "of Japan", "(Belarus)", ", the Iranian defence minister,"."""

from itertools import pairwise

from core.lexicon.cues import office_home
from core.lexicon.offices import Office, offices
from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.office_owners import of_countries
from core.mentions.openings import leads_to_subject, office_opens_clause
from core.mentions.party import Party
from core.mentions.party_offices import OF_A_LEADER
from core.mentions.party_parts import Reader, premodifiers
from core.mentions.ships import ship_at
from core.model import BlockKind

DETERMINERS = frozenset(
    [
        *(
            "the",
            "a",
            "an",
            "his",
            "her",
            "their",
            "its",
            "our",
            "both",
            "two",
            "three",
            "four",
            "five",
            "six",
        ),
        *("several", "this"),
    ]
)
POSSESSIVES = frozenset({"his", "her", "their", "its"})
_HOLDS = frozenset({"is", "heads", "commands", "was", "leads", "holds", "looks", "runs", "has"})
_RUNS = _HOLDS - {"is", "was"}
_MINISTERS = {"defence": "defence_minister", "defense": "defence_minister", "foreign": "foreign_minister"}
_SEAT_ENDS = frozenset({",", "since", "until"})
_CLOSING = frozenset({",", ".", ";", ")", ""})
_GOES_ON = frozenset(
    {"is", "was", "has", "will", "on", "today", "also", "here"}
)  # behind "X, minister, Fiji"
_CHIEFS = frozenset({"chief", "head", "commandant"})
_RELATED = ("counterpart", "host", "guest")
_BRACKETS = 12  # atoms that a bracket behind a name may hold
_CHARGES = frozenset({"charge", "command", "head", "helm"})
_SKIPPERS = frozenset({"skipper", "captain", "commander", "commanding officer", "master"})
_STRETCHES = frozenset(
    {"day", "week", "month", "year", "term", "stint", "visit", "trip", "days", "weeks", "months", "years"}
)
_CHARGE = 9  # atoms behind a comma: ", the vice admiral who is in charge"
_WHO_IS = 16  # atoms that may tell who somebody is


def postmodifiers(line: Line, here: int, party: Party, whole: Reader) -> int:
    """Reads what follows a name or an office into `party`; where it ends."""
    if line.word(here) == "'s" and party.name:
        return here
    if party.name and not party.countries:
        here = of_countries(line, here, party)
    if line.word(here) == "of" and party.offices and not (party.name or party.countries):
        ship = ship_at(line, here + 1)  # "the Commanding Officer of INS Trishul"
        if ship is not None:
            party.countries, here = ship.countries, ship.last
    if line.word(here) == "(":
        here = _brackets(line, here, party)
    heads = any(line.word(place) in _CHIEFS for place in range(party.first, here))
    commands = (
        party.role == "official" and (party.rank or heads) and party.countries and not party.plural
    )  # "the Commander of the Oman Navy, X"
    office = party.offices or party.role == "counterpart" or commands
    if party.name or (office and not party.plural):
        here = _apposition(line, here, party, whole)
    return here


def _brackets(line: Line, here: int, party: Party) -> int:
    """Reads "(Belarus)" and "(Defence Minister)"."""
    close = here + 1
    while close < len(line.atoms) and line.word(close) != ")" and close - here < _BRACKETS:
        close += 1
    if line.word(close) != ")":
        return here
    dated = any(atom.sort == "d" for atom in line.atoms[here + 1 : close])  # "(Hanoi, 21 November)": where
    for atom in line.atoms[here + 1 : close]:
        if atom.sort in "CAG" and not party.countries and not dated:
            party.countries = (atom.value,)
        if atom.sort == "O" and not party.offices:
            party.offices = (atom.value,)
    return close + 1


def _apposition(line: Line, here: int, party: Party, whole: Reader) -> int:
    """Reads ", the Iranian defence minister," behind a name, or ", Viktor Khrenin," behind an office."""
    if line.word(here) not in (",", "-", "\u2013") or here + 1 >= len(line.atoms):
        return here
    if line.word(here + 1) in ("who", "whose"):
        return _who_is(line, here, party)
    if party.name and (
        end := _in_charge(line, here, party)
        or _serving(line, here, party, whole)
        or _aboard(line, here, party)
    ):
        return end
    if line.word(here + 1) == "and" or (not party.name and leads_to_subject(line, party, here)):
        return here
    inner, last = _core(line, here + 1, whole)
    headline = line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
    if inner is not None and inner.name and party.name and inner.rule == OF_A_LEADER:
        inner.name, inner.name_at, inner.rank = "", (0, 0), False  # "X, the adviser to Bangladesh's leader Y"
    if inner is not None and inner.name and party.name and party.role == "person":
        last = _before_the_next(line, party, inner) or last
    if inner is None or (headline and party.name and line.word(last) != ","):
        return here
    if not (_describes(inner, party) if party.name else _only_names(inner)):
        return here
    if party.name and office_opens_clause(line, party, here, last):
        return here
    if party.name and line.word(last) == "'s":
        return here  # "met Rustem Umerov, the minister's office said"
    bare = not party.name and not party.countries and party.role != "counterpart"
    known = (
        party.definite or party.first == 0 or line.word(party.first).startswith("the ")
    )  # "the president, X"
    known = known or line.word(party.first) == "its"  # "the navy and its commander-in-chief, X"
    known = known or (
        line.word(party.first - 1) == "'s" and line.sort(party.first - 2) == "N"
    )  # "Putin's minister, X,"
    closes = line.word(last) in _CLOSING or (party.first == 0 and inner.rank and _verb_at(line, last))
    closes = closes or (party.first == 0 and bool(inner.name) and line.word(last) == "and")
    closes = closes or (line.word(last) == "of" and line.sort(last + 1) in ("C", "A") and bool(inner.name))
    met = (
        party.first > 0 and "meet" in line.atoms[party.first - 1].cues
    )  # "met Chief of Staff, General X and"
    opened = line.word(0) in word_set("sentence_openings")
    known, closes = known or (met and inner.rank), closes or (met and inner.rank and not opened)
    if (bare and not (known and closes)) or (party.role == "delegation" and inner.name):
        return here  # "after seeing the minister, Rajnath Singh said"
    party.offices = (*party.offices, *inner.offices)
    party.countries = party.countries or inner.countries
    party.organisation = party.organisation or inner.organisation
    party.possessive = party.possessive or inner.possessive
    if inner.name and not party.countries and line.word(party.first) == "its":
        lands = [str(atom.value) for atom in line.atoms[: party.first] if atom.sort in "CA"]
        party.countries = tuple(lands[-1:])  # "at the headquarters of Vietnam's navy with its commander, X"
    if inner.name:
        party.name, party.name_at = inner.name, inner.name_at
        party.role = "person" if party.role == "official" else party.role
    if inner.role in _RELATED and party.role == "person":
        party.role = inner.role
    party.rank = party.rank or inner.rank
    if bare and inner.name and line.word(last) == "of":
        last = of_countries(line, last, party)  # "the Speaker, X of Kenya"
    return _whose_ministry(line, _more_offices(line, last, party, whole), party)


def _verb_at(line: Line, place: int) -> bool:
    """Whether a verb that tells of something stands here: "The then Army chief, General X visited"."""
    return line.sort(place) == "K" and line.word(place) not in ("at", "during")


def _before_the_next(line: Line, party: Party, inner: Party) -> int:
    """The comma at which somebody else begins: "General A, the defence minister of Rwanda, Lieutenant General B of"; 0 if
    the office is the second one's.
    """
    place = inner.name_at[0]
    while place and line.sort(place - 1) in ("R", "H"):
        place -= 1
    if party.offices or party.countries or not inner.offices or line.word(place - 1) != ",":
        return 0
    inner.name, inner.name_at, inner.rank = "", (0, 0), False
    return place - 1


def _whose_ministry(line: Line, here: int, party: Party) -> int:
    """Reads ", Ministry of Defence" and ", Mauritius" behind the office of somebody named."""
    if not party.name or not party.offices:
        return here
    if line.word(here) == "," and line.word(here + 1) == "ministry" and line.word(here + 2) == "of":
        here += 4
    if line.word(here) == "," and line.sort(here + 1) == "C" and not party.plural:
        behind = here + 2
        if line.word(behind) == "(" and line.word(behind + 2) == ")":
            behind += 3  # "Chief of Navy, New Zealand (CNNZ)"
        if line.word(behind) in _CLOSING or line.sort(behind) == "K" or line.word(behind) in _GOES_ON:
            party.countries = party.countries or (line.atoms[here + 1].value,)
            return behind if line.atoms[here + 1].value in party.countries else here
    return _seat(line, here, party)


def _seat(line: Line, here: int, party: Party) -> int:
    """Reads where the office is of "Cho Tae-yul, foreign minister in Seoul since January,": nobody met there."""
    code = _country_of(line, here + 1) if line.word(here) == "in" else ""
    if not code or party.countries or line.word(here + 2) not in _SEAT_ENDS:
        return here
    party.countries = (code,)
    return here + 2


def _country_of(line: Line, place: int) -> str:
    """The country of a country or a town at this atom; "" if it is neither."""
    sort = line.sort(place)
    if sort not in ("C", "G", "P"):
        return ""
    value = line.atoms[place].value
    return value.country if sort == "P" else str(value)


def _only_names(inner: Party) -> bool:
    return bool(inner.name) and not inner.countries and not inner.offices


def _describes(inner: Party, party: Party) -> bool:
    """Whether what stands behind a name can be about whom it names, not about somebody else."""
    about = inner.offices or inner.role in ("counterpart", "host", "official")
    if inner.name or not about or inner.plural:
        return False
    other = bool(inner.countries and party.countries) and inner.countries != party.countries
    if other and (inner.role == "counterpart" or party.offices):
        return False
    return bool(inner.offices or inner.role != "official" or inner.definite or inner.countries)


def _more_offices(line: Line, here: int, party: Party, whole: Reader) -> int:
    """Reads the offices joined by "and" to those that stand behind a name."""
    while line.word(here) == "and" and line.sort(here + 1) in ("w", "O") and party.name:
        more, end = _core(line, here + 1, whole)
        if more is None or more.name or not more.offices:
            break
        party.offices = (*party.offices, *more.offices)
        here = end
    return here


def _in_charge(line: Line, here: int, party: Party) -> int:
    """Reads ", the vice admiral in charge of the Royal Australian Navy" behind a name; where it ends, 0 if it is not there."""
    at = next((p for p in range(here + 2, here + _CHARGE) if line.word(p) in _CHARGES), 0)
    if not at or line.word(at + 1) != "of" or not {line.word(at - 1), line.word(at - 2)} & {"in", "at"}:
        return 0
    end = next((p for p in range(at, at + _WHO_IS) if line.word(p) in _CLOSING or line.word(p) == "and"), at)
    if word_set("forces").isdisjoint(line.word(p) for p in range(at, end)):
        return 0
    home = next((a.value for a in line.atoms[at:end] if a.sort in "CAG"), "")
    if home and party.countries and home not in party.countries:
        return 0
    party.countries, party.rank = party.countries or ((home,) if home else ()), True
    return end


def _serving(line: Line, here: int, party: Party, whole: Reader) -> int:
    """Reads ", in her second month as Australia's defence minister," behind a name; where it ends, 0 if it is not there."""
    if line.word(here + 1) not in ("in", "on", "now", "still") or party.offices:
        return 0
    words = [line.word(place) for place in range(here + 1, here + _CHARGE)]
    if "as" not in words or _STRETCHES.isdisjoint(words):
        return 0
    inner, last = _core(line, here + 2 + words.index("as"), whole)
    if inner is None or inner.name or not inner.offices or line.word(last) not in _CLOSING:
        return 0
    party.offices, party.countries = inner.offices, party.countries or inner.countries
    return last


def _aboard(line: Line, here: int, party: Party) -> int:
    """Reads ", skipper of the British patrol ship Spey" behind a name; where it ends, 0 if it is not there."""
    if line.word(here + 2) != "of" or line.word(here + 1) not in _SKIPPERS or party.countries:
        return 0
    ship = ship_at(line, here + 3)
    if ship is None:
        return 0
    party.countries, party.rank = ship.countries, True
    return ship.last


def _who_is(line: Line, here: int, party: Party) -> int:
    """Reads ", who is secretary general at the defence ministry in Algiers" for what it tells of the person."""
    charged = line.word(here + 2) in ("is in", "was in") and line.word(here + 3) == "charge"
    if line.word(here + 2) not in _HOLDS and not charged:
        return here
    end = here + 2
    while end < len(line.atoms) and end - here < _WHO_IS and line.word(end) not in (",", ";", "."):
        end += 1
    for atom in line.atoms[here + 2 : end]:
        if atom.word == "to" or (atom.sort == "K" and atom.word.startswith("to ")):
            break  # "who is the first Pentagon chief to visit China"
        if atom.sort == "O":
            party.offices = (*party.offices, atom.value)
            home = office_home(atom.word)
            party.countries = party.countries or ((home,) if home else ())
        elif atom.sort in "CAG":
            party.countries = party.countries or (atom.value,)
        elif atom.sort == "P":
            party.countries = party.countries or (atom.value.country,)
    if not party.offices and (line.word(here + 2) in _RUNS or charged):
        party.offices = _ministry_run(line, here + 3, end)
        if (
            line.word(end - 1) == "there" and not party.countries
        ):  # "In Canberra Mr X, who has that post there,"
            towns = [atom.value.country for atom in line.atoms[: party.first] if atom.sort == "P"]
            party.countries = tuple(towns[-1:])
    party.rank = party.rank or line.word(here + 2) in ("commands", "leads")
    return end


def _ministry_run(line: Line, here: int, end: int) -> tuple[Office, ...]:
    """The office of somebody "who runs the defence department", "who has charge of the foreign ministry"."""
    words = [line.word(place) for place in range(here, end)]
    for one, two in pairwise(words):
        if one in _MINISTERS and two in word_set("ministries_run"):
            return (offices()[_MINISTERS[one]],)
        if one == "of" and two in _MINISTERS and "charge" in words:
            return (offices()[_MINISTERS[two]],)  # "who is in charge of foreign affairs"
        if one in ("for", "of") and two in _MINISTERS and not word_set("ministries_run").isdisjoint(words):
            return (offices()[_MINISTERS[two]],)  # "the State Committee for Defence Affairs"
    return ()


def _core(line: Line, here: int, whole: Reader) -> tuple[Party | None, int]:
    """A party without what follows its name, and where it ends; None if none begins here."""
    start = here
    party = Party(here, here)
    leading = DETERMINERS | word_set("party_modifiers") | {"also", "year", "'s"}
    while line.word(here) in leading and not (line.word(here) == "chief" and line.word(here + 1) == "of"):
        if line.word(here) in POSSESSIVES:
            party.possessive = line.word(here)
        party.definite = party.definite or line.word(here) in ("the", "his", "her", "their")
        here += 1
    here = premodifiers(line, here, party, whole)
    if not (party.name or party.offices or party.role in (*_RELATED, "official")):
        return None, start
    party.last = here
    return party, here
