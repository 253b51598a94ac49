"""How a place stands in its sentence: at, to, from, in a list of places, or as something about which was spoken."""

from core.lexicon.words import word_set
from core.mentions.atoms import Atom
from core.mentions.where import Where

AT = frozenset({"in", "at", "near", "outside", "inside", "around", "off", "across"})
TOWARDS = frozenset(
    {
        "to",
        "for",
        "into",
        "via",
        "reached",
        "reach",
        "reaches",
        "reaching",
        "leaves",
        "left",
        "toured",
        "visited",
        "visits",
        "visiting",
        "visit",
        "on",
    }
)
_STOPS = frozenset({"stop", "leg", "halt", "destination", "stopover"})
_STOP_BACK = 5  # atoms: "the second stop of the tour will be"
_LIST_AT = 3  # atoms: a list that opens the sentence may hold its subject
_SHORT = 8  # atoms
_IN_TURN = frozenset({"first", "second", "third", "fourth", "next", "then", "last", "finally", "afterwards"})
_TELLING = frozenset({"meet", "talk", "joint", "sign", "light", "gather", "travel", "call", "spoke", "told"})
_VENUE = (
    14  # atoms: "at the Foreign Training Node of the Army School (NABS), Saljhandi, Rupandehi district of"
)
_OF = 8  # atoms: "the ministry of defence (MoD) of"
_TOLD = 3  # atoms: "was held | on Tuesday | at"
_DISTRICTS = frozenset({"district", "province", "prefecture", "governorate", "county", "region", "state"})
_AFTER_TOWN = frozenset(
    {",", ".", ")", "(", "on", "from", "in", "for", "with", "where", "between", "and", ";", ""}
)
_DATED = 9  # atoms: "(5 - 6 June), "
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_DOERS = frozenset(
    {"have", "has", "had", "are", "were", "was", "is", "will", "would", "agreed", "said", "signed"}
)


def in_a_list(atoms: list[Atom], place: int, found: list[Where]) -> str:
    """How the places before it in a list stand: "at" for Ukraine in "leaders in Georgia, Ukraine and Romania"; "" if none do.

    No list of places where one of them does something: "At talks in Oman, Iran and Iraq agreed".
    """
    last = found[-1] if found else None
    link = place - 1 - (atoms[place - 1].word == "the")
    if last is None or link < 1 or (last.first < _LIST_AT and last.how != "to"):
        return ""
    before = link - (atoms[link].word == "and" and atoms[link - 1].word == ",")
    if last.last != before or atoms[before].word not in (",", "and"):
        return ""
    if before != link and not (len(found) > 1 and last.first - found[-2].last == 1):
        return ""  # "flew to Moscow, and Beijing protested": no list of two
    sorts = atoms[last.last - 1].sort + atoms[place].sort
    if last.how not in ("at", "to") or (sorts[0] != sorts[1] and sorts not in ("PG", "GP")):
        return ""
    end = place + 1
    ended = atoms[link].word == "and"
    while end + 1 < len(atoms) and atoms[end].word in (",", "and") and atoms[end + 1].sort in "CPG,a":
        ended = ended or atoms[end].word == "and"
        end += 1 + (atoms[end + 1].word in ("and", ","))
        end += 1
    behind = atoms[end] if end < len(atoms) else None
    ended = ended or (behind is not None and behind.word == "and")
    free = behind is None or (
        behind.cues.isdisjoint(_TELLING) and behind.word not in _DOERS and behind.word != "'s"
    )
    return last.how if ended and free else ""


def in_a_dated_list(atoms: list[Atom], place: int, found: list[Where]) -> str:
    """The same for a list in which each has its days: "visited Oman in June, Qatar in July", "Oman (5-6 June), Qatar (2 July)"."""
    last = found[-1] if found else None
    if last is None or last.how not in ("at", "to") or not 1 < place - last.last <= _DATED:
        return ""
    between = [atom for atom in atoms[last.last : place] if atom.word != "the"]
    days = [atom for atom in between if _of_a_day(atom)]
    if not days or between[-1].word not in (",", "and"):
        return ""
    linked = len(days) + 1 >= len(between) - (between[-2].word == ",")
    behind = atoms[place + 1 : place + 3]
    dated = len(behind) > 1 and behind[0].word in ("in", "(", "from", "on") and _of_a_day(behind[1])
    return (
        last.how
        if linked and dated and any(atom.word in _MONTHS or atom.sort == "d" for atom in days)
        else ""
    )


def _of_a_day(atom: Atom) -> bool:
    return (
        atom.sort == "d"
        or atom.word in _MONTHS
        or atom.word in ("in", "(", ")", "-", "\u2013", "from", "to", "on")
    )


def in_a_venue(atoms: list[Atom], place: int) -> str:
    """How a town behind a venue stands: "at the Army Battle School, Saljhandi", "(Nepal)", "in X district of Nepal".

    "" for any other: a town behind a comma may begin the next clause, or be one of a list.
    """
    before, behind = atoms[place - 1].word, atoms[place + 1].word if place + 1 < len(atoms) else "."
    ministry = before == "of" and any(atom.word == "ministry" for atom in atoms[max(0, place - _OF) : place])
    lands = ministry or (before == "of" and atoms[place - 2].word in _DISTRICTS)
    if (before == "of" and not lands) or (before == "(") != (behind == ")"):
        return ""
    if atoms[place].sort == "A" or (before == "," and atoms[place].sort == "C"):
        return ""
    if behind not in _AFTER_TOWN and not behind.isdigit():
        return ""
    noun = False
    for back in range(place - 2, max(place - _VENUE, -1), -1):
        word, sort = atoms[back].word, atoms[back].sort
        if word in AT or word.endswith((" in", " at")):
            if (
                ministry
            ):  # "was held at the Ministry of Defence of Oman", not "an official at the Ministry of"
                told = {cue for atom in atoms[max(0, back - _TOLD) : back] for cue in atom.cues}
                return "" if told.isdisjoint(("gather", "meet", "talk")) else "at"
            return "at" if noun or before != "," else ""
        if sort in "K|;" or word in _DOERS:
            return ""
        noun = noun or word.rsplit(" ", 1)[-1] in word_set("venue_nouns")
    return ""


def heads(atoms: list[Atom], place: int) -> bool:
    """True for a place that heads a paragraph: "Manila, 28 March."."""
    if place or len(atoms) < 2:
        return False
    return atoms[1].word == "." or (atoms[1].word == "," and len(atoms) > 2 and atoms[2].sort == "d")


def a_stop(atoms: list[Atom], place: int) -> bool:
    """True for the capital of "Bamako came first.", "Muscat was the second stop.", "Then came Niamey, where": part of a tour."""
    behind = [atom.word for atom in atoms[place + 1 : place + 6]]
    before = [atom.word for atom in atoms[max(0, place - _STOP_BACK) : place]]
    if before[-1:] and before[-1] in ("was", "is", "been", "be") and not _STOPS.isdisjoint(before):
        return True  # "The first stop had been Prague"
    if place > 1 and atoms[place - 1].word == "came" and atoms[place - 2].word in _IN_TURN:
        return True
    if place or len(atoms) > _SHORT or behind[:1] not in (["came"], ["was"], ["is"]):
        return False
    turn = behind[2] if behind[1:2] == ["the"] and len(behind) > 2 else behind[1] if len(behind) > 1 else ""
    return turn in _IN_TURN and (behind[0] == "came" or behind[1] != "the" or "stop" in behind)


def _owned(atoms: list[Atom], place: int) -> bool:
    """True for the country in "Laos's capital city of Vientiane"."""
    return atoms[place].word == "'s" or (
        atoms[place].sort in "CG" and place + 1 < len(atoms) and atoms[place + 1].word == "'s"
    )


def _on_a_day(atoms: list[Atom], place: int) -> bool:
    """Whether a day stands here: "discussed peacekeeping in Astana on 14 November" tells where that was."""
    behind = [atom.word for atom in atoms[place : place + 3]]
    return behind[:1] == ["on"] and len(behind) > 1 and (behind[1].isdigit() or behind[1].endswith("day"))


def how_it_stands(atoms: list[Atom], place: int) -> str:
    """How a place stands by the words before it: at, to, from, about, or "name" where none of them leads to it."""
    if place > 2 and atoms[place - 1].word == "of" and atoms[place - 2].word in ("outskirts", "territory"):
        return "at"
    back = place - 1
    while back >= 0 and (
        atoms[back].word
        in (
            "the",
            "downtown",
            "central",
            "nearby",
            "historic",
            "southern",
            "northern",
            "eastern",
            "western",
            "city",
            "of",
            "state",
            "capital",
            "port",
            "town",
            "coastal",
            "region",
            "island",
            "neighbouring",
            "host",
            "a",
            "an",
            "its",
        )
        or (atoms[back].sort in "AV" and place - back < (4 if atoms[back + 1].word == "capital" else 3))
        or _owned(atoms, back)
    ):
        if atoms[back].word == "of" and not (
            back and atoms[back - 1].word in ("city", "capital", "state", "town", "port", "region", "island")
        ):
            break
        back -= 1
    if back >= 0 and (atoms[back].word in AT or atoms[back].word.endswith((" in", " at", " off"))):
        before = atoms[back - 1].word if back else ""
        if before.endswith("affairs") and atoms[place].sort == "C":
            return "name"  # "the Minister of State for Defence Affairs in the State of Qatar"
        if atoms[back].word == "around" and atoms[place].sort == "C":
            return "about"  # "the sanctions watch around North Korea"
        topic = before in word_set("spoken_of") and not _on_a_day(atoms, place + 1)
        return "about" if topic or before in word_set("made_there") else "at"
    if back >= 0 and atoms[back].word == "from":
        return "from"
    if back >= 0 and atoms[back].word == "tour of":
        return "to"
    if back >= 0 and (
        atoms[back].word.rsplit(" ", 1)[-1] in TOWARDS and not atoms[back].word.endswith(" on")
    ):
        return "to"
    return "name"
