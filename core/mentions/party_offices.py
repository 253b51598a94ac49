"""Offices with what they are the office of: "minister of defence of Belarus", "a delegation led by ..."."""

from collections.abc import Callable

from core.lexicon.cues import office_home
from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.office_owners import MINISTRY, STATES, establishment_end, of_countries
from core.mentions.openings import leads_to_subject
from core.mentions.party import Party

_MAY_FOLLOW_COUNTRY = ("counterparts", "delegations", "officials", "hosts", "guests", "institutions")
_PORTFOLIO = 16  # atoms
OF_A_LEADER = "adviser to"  # the rule of a party whose office is with a leader, who may be named behind it
_REGION = 4  # atoms: "and North Africa"
_LEADER = 30  # atoms: "led by Japan's former minister of X, chair of the lower house's committee on Y, Z"
_FIELD = 6  # atoms: "Cabinet Affairs and Public Works"
_NO_PORTFOLIO = frozenset(
    {"talks", "a", "an", "first", "his", "her", "their", "more", "who", "he", "she", "was", "is"}
)
_HOUSES = ("ministry", "department")


def stands_alone(line: Line, here: int) -> bool:
    """Whether "the American" is a person: before a verb or a stop, not before another noun."""
    if here >= len(line.atoms):
        return True
    atom = line.atoms[here]
    return atom.sort in "K|,.;:)" or atom.word in word_set("after_a_person")


def continues(line: Line, here: int) -> bool:
    """Whether a country's attribute is followed by something that it can belong to."""
    if (line.sort(here) or "-") in "ORSHN":
        return True
    return any(line.word(here) in word_set(name) for name in _MAY_FOLLOW_COUNTRY)


def add_office(
    line: Line, here: int, party: Party, whole: Callable[[Line, int], tuple[Party | None, int]]
) -> int:
    """Reads an office, what it is the office of, and the link to a further one; where that ends."""
    atom = line.atoms[here]
    if (
        line.word(here + 1) in ("'s", "'")
        and line.sort(here + 2) == "O"
        and not (party.offices or party.name)
    ):
        return here + 2  # "the Prime Minister's defence adviser"
    party.offices = (*party.offices, atom.value)
    party.plural = party.plural or atom.sort == "S"
    here += 1
    if atom.word.rsplit(" ", 1)[-1] in word_set("delegations"):
        party.role = "delegation"
        here = led_by(line, of_countries(line, here, party), party, whole)
        if party.name:
            return here
    the = line.word(here + 1) == "the"
    if line.word(here) == "to" and line.sort(here + 1 + the) == "O":
        here += 2 + the  # "adviser to the prime minister of"
    elif line.word(here) == "to" and line.sort(here + 1) in ("C", "A") and line.sort(here + 2) == "O":
        party.countries = party.countries or (line.atoms[here + 1].value,)
        party.rule = OF_A_LEADER
        return here + 3  # "adviser to Bangladesh Prime Minister (X)"
    here = _behind_brackets(line, here)
    here = of_countries(line, _field_end(line, _portfolio_end(line, here)), party)
    behind = here + 1 + (line.word(here + 1) == ",")
    if line.word(here - 1) == "," and line.sort(here) == "C" and line.sort(behind) in ("N", "R", "H"):
        party.countries = party.countries or (line.atoms[here].value,)
        return behind  # "Minister for the House of Lords, UK Lord X"
    comma = line.word(here) == ","
    if not party.countries and line.sort(here + comma) in ("C", "A") and _forces(line, here + comma + 1):
        here += comma
        party.countries = (line.atoms[here].value,)  # "Chief of General Staff, UK Army"
        here = establishment_end(line, here + 1)
    elif (
        not party.countries
        and line.sort(here) == "A"
        and line.word(here).rsplit(" ", 1)[-1] in word_set("establishment")
    ):
        party.countries = (line.atoms[here].value,)  # "Chief of the Naval Staff Royal Navy UK"
        here += 1 + (line.sort(here + 1) == "C" and line.atoms[here + 1].value in party.countries)
    if line.word(here) in ("and", "&", ",") and line.word(here + 1) in word_set("portfolios"):
        here += 2 * (line.sort(here + 2) in ("N", "R", "H"))  # "Minister for Home Affairs and Immigration X"
    here = _posted_to(line, _more_portfolios(line, here), party)
    force = line.word(here + 1).rsplit(" ", 1)[-1] in word_set("establishment")
    if not party.countries and line.word(here) == "," and line.sort(here + 1) == "A" and force:
        party.countries = (line.atoms[here + 1].value,)  # "Chief of Staff, Japan Self-Defence Forces"
        here += 2
    here = _at_ministry(line, here, party)
    home = office_home(atom.word)
    if home and not party.countries:
        party.countries = (home,)
    if line.word(here) in ("and", "&", ",") and line.word(here + 1) in word_set("for_a_while"):
        return here + 2 * (
            line.sort(here + 2) == "O"
        )  # "Minister of Defence and acting Minister of Interior X"
    return here + 1 if _links(line, here, party) else here


def _field_end(line: Line, here: int) -> int:
    """Where "of Cabinet Affairs" or "for Public Works" ends behind an office, if a name follows at once; else `here`."""
    if line.word(here) not in ("of", "for"):
        return here
    place = here + 1 + (line.word(here + 1) == "the")
    for end in range(place, place + _FIELD):
        if end > place and line.sort(end) in ("R", "H", "N"):
            return end
        printed = line.words.words[line.atoms[end].first] if end < len(line.atoms) else ""
        joins = end > place and line.word(end) in ("and", "&", ",")
        if line.sort(end) not in ("w", ",") or not (joins or printed.istitle()):
            return here
    return here


def _more_portfolios(line: Line, here: int) -> int:
    """Where "minister for defence, justice and security" ends; `here` if no list of fields goes on there."""
    if line.word(here) != "," or line.word(here + 1) not in word_set("portfolios"):
        return here
    place = here + 1
    while line.word(place) in word_set("portfolios") or line.word(place) in (",", "and", "&"):
        place += 1
    while line.word(place - 1) in (",", "and", "&"):
        place -= 1
    listed = any(line.word(back) in ("and", "&") for back in range(here, place))
    return place if listed and line.word(place) in (",", ";", ".", "") else here


def _behind_brackets(line: Line, here: int) -> int:
    """Where "(Policy)", "(COAS)" or "(Policy Planning and Force Development)" behind an office ends; `here` without any."""
    if line.word(here) != "(":
        return here
    if line.word(here + 2) == ")" and line.sort(here + 1) in "wONRH":
        return here + 3
    for place in range(here + 1, here + _PORTFOLIO):
        if line.word(place) == ")":
            return place + 1 if line.sort(place + 1) in ("R", "H", "N") else here
        if (line.sort(place) or ".") not in "wNO,&-K|":
            return here
    return here


def _posted_to(line: Line, here: int, party: Party) -> int:
    """Where the holder's name stands in "Qatar's ambassador to Oman Ali X", "the Defence Minister in Oman, Mr X"."""
    envoy = any(office.track == "diplomatic" or office.code == "defence_attache" for office in party.offices)
    place = _at_mission(line, here, party) if envoy else 0
    if place:
        return place
    link = line.word(here)
    region = _region_end(line, here) if link in ("to", "for", "in") else here
    if region > here:
        return region
    if link not in ("to", "in") or (link == "to" and not envoy):
        return here
    place = here + 1 + (line.word(here + 1) == "the")
    state = line.sort(place) == "A" and line.word(place + 1) in STATES  # "to the Greek Republic"
    if line.sort(place) != "C" and not state:
        return here
    behind = place + 1 + state
    if line.word(behind) == "(" and line.word(behind + 2) == ")":
        behind += 3
    apart = envoy and bool(party.countries) and line.word(behind) == ","
    named = (
        line.sort(behind + 1) == "N"
        and line.word(behind + 2) == ","
        and not leads_to_subject(line, party, behind)
    )
    behind += apart and (line.sort(behind + 1) in ("R", "H") or named)
    if not party.countries and (envoy or line.sort(behind) not in ("R", "H", "N")):
        return here
    if not envoy and party.countries and party.countries != (line.atoms[place].value,):
        return here
    party.countries = party.countries or (line.atoms[place].value,)
    return behind if line.sort(behind) in ("R", "H", "N") else here


def _at_mission(line: Line, here: int, party: Party) -> int:
    """Where the name stands in "the Defence Attaché to the High Commission of India, Captain X", "High Commissioner for
    Australia in Sri Lanka, Y"; 0 if no such words stand here. The country is read into `party`.
    """
    place = here + 1 + (line.word(here + 1) == "the")
    if (
        line.word(here) in ("to", "at", "of")
        and line.word(place) in ("embassy", "high")
        and not party.countries
    ):
        place += 1 + (line.word(place) == "high" and line.word(place + 1) == "commission")
        if line.word(place) != "of" or line.sort(place + 1) != "C":
            return 0
        behind = place + 2 + (line.word(place + 2) == ",")
        if line.sort(behind) in ("R", "H", "N"):
            party.countries = (line.atoms[place + 1].value,)
            return behind
        return 0
    known = bool(party.countries) and line.word(here) in ("in", "to")
    if known and line.sort(place) == "C":  # "... for Australia | in Sri Lanka, Y": whose has been read
        behind = place + 1 + (line.word(place + 1) == ",")
        named = line.sort(behind) == "N" and line.sort(behind + 1) in ("K", "w", ",")
        held = line.word(behind + 1) in ("has", "had", "was", "is", ",") or line.sort(behind + 1) == "K"
        if line.sort(behind) in ("R", "H") or (
            named and held and not leads_to_subject(line, party, behind - 1)
        ):
            return behind
    return 0


def _region_end(line: Line, here: int) -> int:
    """Where "to the Middle East" or "for Africa" ends behind an office, if its holder's name follows; else `here`."""
    start = here + 1 + (line.word(here + 1) == "the")
    words: list[str] = []
    for place in range(start, start + _REGION):
        if line.sort(place) != "w":
            return here
        words.append(line.word(place))
        if " ".join(words).replace(" - ", "-") in word_set("regions"):
            return place + 1 if line.sort(place + 1) in ("R", "H", "N") else here
    return here


def _at_ministry(line: Line, here: int, party: Party) -> int:
    """Reads "in the Ministry of Defence of Oman", "at Algeria's defence ministry" behind an office; where that ends."""
    aside = (
        line.word(here) == "," and line.word(here + 1) in _HOUSES
    )  # "Joint Secretary, Ministry of Defence, Mr X"
    if line.word(here) not in ("in", "at", "of") and not aside:
        return here
    place = here + 1 + (line.word(here + 1) == "the")
    owner = line.atoms[place].value if line.sort(place) in ("C", "A", "G") else ""
    start = place + bool(owner) + (bool(owner) and line.word(place + 1) == "'s")
    end = start
    while line.sort(end) in ("w", "O") and end - start < MINISTRY and line.word(end) in word_set("ministry"):
        end += 1
    if not any("ministry" in line.word(step).split() for step in range(start, end)):
        return here
    if line.word(end - 1) in ("of", "for"):
        end -= 1
    named_behind = (
        line.word(end) == "," and line.sort(end + 1) == "C" and line.sort(end + 2) in ("R", "H", "N")
    )
    if named_behind and not owner and party.countries in ((), (line.atoms[end + 1].value,)):
        party.countries = (line.atoms[end + 1].value,)  # "Secretary General, Ministry of Defence, Oman Dr X"
        return end + 2
    if aside and line.word(end) == "of" and not owner and not party.countries:
        whose = of_countries(line, end, party)  # "Secretary General, Ministry of Defence of Oman, X"
        if party.countries and line.word(whose) == "," and line.sort(whose + 1) in ("R", "H", "N"):
            return whose + 1
        party.countries = ()
        return here
    if aside:
        named = line.word(end) == "," and line.sort(end + 1) in ("R", "H", "N")
        return end + 1 if named else here
    if owner:
        party.countries = party.countries or (owner,)
        return end
    return of_countries(line, end, party)


def _portfolio_end(line: Line, here: int) -> int:
    """Where an office's portfolio ends if a name follows: "for the Council of Ministers, H.H. X", "in charge of arms, Mr Y"."""
    named = (line.word(here), line.word(here + 1))
    if named[0] not in ("for", "responsible") and named not in (
        ("in", "charge"),
        ("at", "the"),
        ("in", "the"),
    ):
        return here
    for place in range(here + 1, here + _PORTFOLIO):
        if line.word(place) == "," and line.word(place + 1) in _HOUSES:
            continue  # "for Strategic Affairs, Department of National Defence, Mr Y"
        if line.word(place) == "," and place > here + 1:
            title = line.sort(place + 1) in ("R", "H") or (
                line.sort(place + 1) == "N" and line.sort(place + 2) != "w"
            )
            behind = place + 2 + (line.word(place + 2) == ",")
            title = title or (line.sort(place + 1) == "C" and line.sort(behind) in ("N", "R", "H"))
            return place + 1 if title else here
        if line.word(place) == "from" and line.sort(place + 1) == "C":
            return place  # "for Defence and Security from Lesotho"
        own_office = line.word(place) in ("'s", "(", ")") or line.word(place + 1) == "'s"
        if not own_office and ((line.sort(place) or "-") not in "wNSF" or line.word(place) in _NO_PORTFOLIO):
            return here
    return here


def _forces(line: Line, here: int) -> bool:
    """Whether armed forces or their headquarters stand here, and nothing that goes on behind them."""
    end = establishment_end(line, here)
    return end > here and line.word(end) in (",", ".", "")


def _links(line: Line, here: int, party: Party) -> bool:
    """Whether the atom behind an office leads on to another office or to the name of its holder."""
    word, following = line.word(here), line.sort(here + 1)
    named = line.sort(here + 2) == "N"
    another = party.definite and not party.countries and named  # "the Vice President and President Castro"
    apart = word == "," and bool(party.countries) and named
    if party.role == "delegation":
        return False  # "Welcoming the Korean delegation, Lich said"
    complete = bool(party.countries) or party.role == "counterpart"
    if complete and leads_to_subject(line, party, here):
        return False
    if word in ("and", "&", ",") and following == "O" and not another and not apart:
        return True
    return word in (",", "-", ":") and following in ("R", "H", "N") and complete and not party.plural


def led_by(
    line: Line, here: int, party: Party, whole: Callable[[Line, int], tuple[Party | None, int]]
) -> int:
    """Reads "led by Major General X" behind a delegation; `whole` reads the party that leads it."""
    place = here
    if line.word(place) in (",", "that", "which"):
        place += 1
    while line.word(place) in ("was", "is", "which", "that"):
        place += 1
    led = line.word(place) in ("led", "headed") and line.word(place + 1) == "by"
    if not led and line.word(place) != "under":
        return here
    inner, last = whole(line, place + 1 + led)
    if (
        led
        and not party.plural
        and (inner is None or not inner.name or not (inner.countries or party.countries))
    ):
        further = _leader_told_at_length(line, place + 2, whole)
        inner, last = further if further is not None else (inner, last)
    if inner is None or not (inner.name or inner.offices):
        return here
    party.take_office(inner)
    party.countries = party.countries or inner.countries
    party.rank = inner.rank
    party.role = "person" if inner.name else "delegation"
    return last


def _leader_told_at_length(
    line: Line, here: int, whole: Callable[[Line, int], tuple[Party | None, int]]
) -> tuple[Party, int] | None:
    """Who leads a delegation, behind what else he or she is: "led by Japan's upper house member, chair of X, Y Z"."""
    country = ""
    for place in range(here, min(here + _LEADER, len(line.atoms))):
        atom = line.atoms[place]
        if atom.sort in "CA" and not country:
            country = str(atom.value)
        opens = atom.sort in "ORHN" and line.sort(place - 1) not in ("O", "R", "H", "A", "C")
        inner, last = whole(line, place) if opens else (None, place)
        if inner is not None and inner.name:
            if not (country or inner.countries) or (country and inner.countries not in ((), (country,))):
                return None
            inner.countries = inner.countries or (country,)
            return inner, last
        if atom.sort not in "wCAOS,-FP" or atom.word in ("who", "which", "said", "and"):
            return None
    return None
