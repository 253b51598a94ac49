"""Where what a sentence opens with ends: "During talks with the defence minister of Japan, | Singh said"."""

from core.lexicon.offices import holders_named
from core.lexicon.words import word_set
from core.mentions.atoms import Line
from core.mentions.party import Party

_DETERMINERS = frozenset({"the", "his", "her", "their", "its"})
_GOVERNS = frozenset({"with", "by", "to", "from", "of", "for", "between"})
_DAYS = 4  # atoms between a subject and its verb: "on Friday"


def leads_to_subject(line: Line, party: Party, comma: int) -> bool:
    """Whether the comma behind an office ends what the sentence opens with, so that the name behind it is the subject's.

    As in "In talks with his Japanese counterpart, Singh said"; not in "The defence minister of Belarus, X, said".
    """
    if line.word(comma) != "," or _named_with(line, comma) == comma:
        return False
    end = _named_with(line, comma)
    if _of_another_country(line, party, comma + 1, end):
        return True
    before = (place for place in range(party.first - 1, -1, -1) if line.word(place) == ",")
    start = next(before, -1) + 1
    if line.word(start) == "and":
        start += 1
    if line.word(start) not in word_set("sentence_openings") or start >= party.first:
        return False
    governs = line.atoms[party.first - 1]
    return (governs.word in _GOVERNS or not governs.cues.isdisjoint(("meet", "talk"))) and _verb_follows(
        line, end
    )


def office_opens_clause(line: Line, party: Party, comma: int, last: int) -> bool:
    """Whether the comma behind a name ends what the sentence opens with, and the office behind it is the subject's.

    As in "During his meeting with General X, the Omani minister said"; `last` is where that office ends.
    """
    if line.word(comma) != "," or line.word(last) == "," or not party.first:
        return False
    if any(line.word(place) == "," for place in range(party.first)):
        return False
    governs = line.atoms[party.first - 1]
    met = governs.word in _GOVERNS or not governs.cues.isdisjoint(("meet", "talk"))
    return met and line.word(0) in word_set("sentence_openings") and _verb_follows(line, last)


def _named_with(line: Line, comma: int) -> int:
    """Where the name behind a comma ends, its offices and ranks before it; the comma itself if no name stands there."""
    place = comma + 1
    while line.word(place) in _DETERMINERS or line.sort(place) in ("O", "R", "H"):
        place += 1
    return place + 1 if line.sort(place) == "N" else comma


def _verb_follows(line: Line, place: int) -> bool:
    """Whether a verb stands behind a subject, a day and "also" aside."""
    for atom in line.atoms[place : place + _DAYS]:
        if atom.word in word_set("passed_over") and atom.word not in (",", "and"):
            continue
        said = atom.word in word_set("reporting_verbs") or atom.word.partition(" ")[0].endswith("ed")
        return said or (atom.sort == "K" and atom.word not in ("at", "during"))
    return False


def _of_another_country(line: Line, party: Party, first: int, last: int) -> bool:
    """Whether the lexicon knows the full name behind as that of people of other countries only."""
    if not party.countries or line.sort(last - 1) != "N":
        return False
    known = holders_named(line.printed(last - 1, last)) if first < last else ()
    full = " " in line.printed(last - 1, last)
    return full and bool(known) and all(term.country not in party.countries for term in known)
