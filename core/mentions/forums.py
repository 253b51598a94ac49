"""Forums, mechanisms and exercises that a sentence names, by the lexicon or by the shape of the name."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache

from core.lexicon import countries, forums
from core.lexicon.forums import Exercise, Forum
from core.lexicon.words import word_set
from core.mentions.atoms import Line

EXERCISE_WORDS = frozenset(
    {"exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "wargame", "edition", "ex"}
)
ORDINALS = {
    "inaugural": "1st", "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th",
    "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "maiden": "1st",
    "thirteenth": "13th", "fourteenth": "14th", "fifteenth": "15th", "sixteenth": "16th", "seventeenth": "17th",
    "eighteenth": "18th", "nineteenth": "19th", "twentieth": "20th", "thirtieth": "30th", "fortieth": "40th", "fiftieth": "50th",
}  # fmt: skip
_TENS = {"twenty": "2", "thirty": "3", "forty": "4", "fifty": "5"}
ORDINALS |= {
    f"{tens}-{word}": digit + ORDINALS[word]
    for tens, digit in _TENS.items()
    for word in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
}


@dataclass(slots=True)
class ForumMention:
    """Characters `start` to `end` of a sentence that name a forum or an exercise; `atom` is the first atom."""

    start: int
    end: int
    name: str
    kind: str
    """forum, mechanism, event, organisation, exercise, or pattern (a name of that shape, not in the lexicon)"""
    atom: int
    last: int
    forum: Forum | None = None
    exercise: Exercise | None = None
    edition: str = ""


def find_forums(line: Line, drills: Set[str] = frozenset()) -> list[ForumMention]:
    """The forums and exercises of a sentence from left to right.

    `drills` are the exercises that the document has named before: their names may now stand alone ("Milan was put off").
    """
    found: list[ForumMention] = []
    for place in line.known:
        atom = line.atoms[place]
        forum = atom.sense("forum") if atom.sort == "F" else None
        exercise = atom.sense("exercise")
        if forum is not None:
            found.append(_mention(line, place, forum.name, forum.kind, forum=forum))
        elif (
            exercise is not None
            and (atom.sort == "E" or not exercise.weak)
            and (
                not exercise.weak
                or any(map(str.isdigit, atom.word))  # "MILAN 24"
                or _drill_near(line, place)
                or (exercise.name in drills and _alone(line, place))
            )
        ):
            found.append(_mention(line, place, exercise.name, "exercise", exercise=exercise))
    for match in (
        _drill().finditer(line.words.text)
        if "xercise" in line.words.text or "drill" in line.words.text or "EXERCISE" in line.words.text
        else ()
    ):
        name = (match["after"] or match["quoted"] or "").strip(" -")
        begins = match.start("after" if match["after"] else "quoted")
        if match["after"] and (rest := _before_letters().match(line.words.text, match.end())) is not None:
            if any(m.start == rest.start("letters") for m in found):
                continue  # "Exercise Amphibious and Land Operations (ALON)": the letters in brackets name it
            name += rest["rest"]
        if (
            name
            and not any(m.start < begins + len(name) and begins < m.end for m in found)
            and (
                any(map(str.isdigit, name)) or not _is_country(line, begins)
            )  # "Aqaba-8", named after a town
        ):
            first = next((p for p, a in enumerate(line.atoms) if line.words.ends[a.last - 1] > begins), 0)
            last = next(
                (
                    p
                    for p in range(first, len(line.atoms))
                    if line.words.starts[line.atoms[p].first] >= begins + len(name)
                ),
                len(line.atoms),
            )
            found.append(ForumMention(begins, begins + len(name), name, "exercise", first, last))
    for match in _shape().finditer(line.words.text) if _may_have_shape(line.words.text) else ():
        if not any(
            m.start < match.end("name") and match.start("name") < m.end and m.kind != "organisation"
            for m in found
        ):
            mention = _by_shape(line, match)
            if mention is not None:
                found.append(mention)
    return sorted(found, key=lambda m: m.start)


def may_name_exercise(text: str) -> bool:
    """False for a sentence (quotes straightened) in which no words of their own shape name an exercise."""
    drill = "xercise" in text or "drill" in text or "EXERCISE" in text
    return drill and _drill().search(text) is not None


def names_by_shape(text: str) -> list[str]:
    """The names of forums in a sentence (quotes straightened) that their shape tells, known to the lexicon or not."""
    if not _may_have_shape(text):
        return []
    found = map(_named_by_shape, _shape().finditer(text))
    return [text[named[1] : named[2]] for named in found if named is not None]


def is_conclave(name: str) -> bool:
    """Whether a name of that shape is a forum's, where many meet, and not a commission's or a dialogue's of two."""
    return _conclave().search(name) is not None


@cache
def _conclave() -> re.Pattern[str]:
    return re.compile(r"Conclave|Conference|Summit|Forum|Symposium")


@cache
def _drill() -> re.Pattern[str]:
    verb = "Kicks|Begins|Starts|Opens|Concludes|Commences|Culminates|Ends|Underway|Gets|Held|Set|Due|Under|Wraps|To|In|At|With|And|For|On|Between|Involving|From"
    name = rf"(?!(?:{verb})\b)[A-Z][\w'-]*(?:[ -](?:[A-Z][\w'-]*|\d{{2,4}}|[IVX]+))*"
    return re.compile(
        rf"\b(?:[Ee]xercise|EXERCISE|[Dd]rill)s? (?:named |called |dubbed |codenamed )?[\"'](?P<quoted>{name}(?: - \d{{4}})?)[\"']|\b(?:Exercise|exercise|the drills?|joint drills?) (?P<after>{name})"
    )


@cache
def _before_letters() -> re.Pattern[str]:
    """Finds what is left of a name that goes on to its letters in brackets: " and Land Operations (ALON)"."""
    word = r"[A-Z][\w'-]*"
    return re.compile(
        rf"(?P<rest>(?: (?:and|of|for|in|on|the|&|{word}))* {word}|) \((?P<letters>[A-Z]{{2,}}\w*)\)"
    )


def _is_country(line: Line, begins: int) -> bool:
    atom = next((a for a in line.atoms if line.words.starts[a.first] >= begins), None)
    return atom is None or atom.sort in "CAGPFVO" or atom.word in ("joint", "the", "in", "with")


def _mention(
    line: Line,
    place: int,
    name: str,
    kind: str,
    *,
    forum: Forum | None = None,
    exercise: Exercise | None = None,
) -> ForumMention:
    atom = line.atoms[place]
    start, end = line.words.starts[atom.first], line.words.ends[atom.last - 1]
    return ForumMention(
        start, end, name, kind, place, place + 1, forum, exercise, _edition(line, place, place + 1)
    )


def _edition(line: Line, first: int, last: int) -> str:
    """The edition: "11th" or "second" before the name, or the year behind it."""
    for place in reversed(range(max(0, first - 4), first)):
        atom = line.atoms[place]
        tens = f"{line.word(place - 2)}{line.word(place - 1)}{atom.word}"
        if tens in ORDINALS:
            return ORDINALS[tens]
        if re.fullmatch(r"\d+(?:st|nd|rd|th)", atom.word):
            return atom.word
        if atom.word in ORDINALS:
            return ORDINALS[atom.word]
        if re.fullmatch(r"[IVXL]{1,6}", line.words.words[atom.first]):
            return line.words.words[atom.first]
    if last < len(line.atoms) and re.fullmatch(r"(?:19|20)\d\d", line.atoms[last].word):
        return line.atoms[last].word
    return ""


def _drill_near(line: Line, place: int) -> bool:
    near = line.atoms[max(0, place - 4) : place + 7]
    dated = line.sort(place + 1) == "d" and re.fullmatch(r"(?:19|20)\d\d", line.word(place + 1))
    capitals = line.words.words[line.atoms[place].first].isupper()
    told = any(w in EXERCISE_WORDS for atom in near for w in atom.word.split())
    return told or place == 0 or bool(dated and capitals) or _nth(line, place) or _crowd_for(line, place)


def _nth(line: Line, place: int) -> bool:
    """Whether an edition is counted before the name: "the sixth Orion", "this year's Malabar"."""
    before = line.word(place - 1)
    return (
        before in ORDINALS
        or bool(re.fullmatch(r"\d+(?:st|nd|rd|th)", before))
        or (before == "'s" and line.word(place - 2) == "year")
    )


def _crowd_for(line: Line, place: int) -> bool:
    """Whether forces come together for what a town's name stands for: "the four navies assemble for Malabar"."""
    if line.word(place - 1) not in ("for", "of") or line.word(place + 1) in (
        "coast",
        "hill",
        "district",
        "region",
        "'s",
    ):
        return False
    if line.word(place - 1) == "of" and line.word(place - 2) not in ("phase", "part", "leg", "round"):
        return False
    crowd = word_set("exercise_crowd")
    return any(word in crowd for atom in line.atoms[:place] for word in atom.word.split())


def _alone(line: Line, place: int) -> bool:
    """Whether a name that is a town's too stands for the exercise here, not behind "in" or "near"."""
    return line.word(place - 1) not in ("in", "at", "near", "from", "to", "off", "of")


def _may_have_shape(text: str) -> bool:
    """False where none of the nouns stands with which a name of that shape ends, as in most lines."""
    return (  # written out, since a loop over the words takes twice as long
        "Dialogue" in text or "Conf" in text or "Conc" in text or "Summit" in text or "Forum" in text
        or "Commi" in text or "Symposium" in text or "Group" in text or "Consult" in text or "Mechanism" in text
        or "Round" in text or "Meeting" in text or "Council" in text or "Congress" in text
    )  # fmt: skip


_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b"


@cache
def _shape() -> re.Pattern[str]:
    nouns = "Dialogue|Conference|Conclave|Summit|Forum|Commission|Committee|Symposium|Working Group|Consultations|Consultative Group|Mechanism|Round ?table|Meeting|Council|Congress"
    word = r"[A-Z][\w.&'+]*"
    return re.compile(
        rf"(?P<name>{word}(?:[ -](?:{word}|(?:of|and|on|for|the|&|in)(?= [A-Z])))*[ -](?:{nouns}))\b"
        rf"(?P<tail>(?: of| on| for) (?:the )?(?!{_DAYS}){word}(?: {word})*)?"
    )


@cache
def _bare() -> frozenset[str]:
    return frozenset(
        {
            "the dialogue",
            "annual meeting",
            "ministerial meeting",
            "the conference",
            "the summit",
            "national security council",
            "security council",
            "central military commission",
        }
    )


def _by_shape(line: Line, match: re.Match[str]) -> ForumMention | None:
    named = _named_by_shape(match)
    if named is None:
        return None
    name, start, end = named
    first = next((p for p, a in enumerate(line.atoms) if line.words.ends[a.last - 1] > start), 0)
    last = next(
        (p for p in range(first, len(line.atoms)) if line.words.starts[line.atoms[p].first] >= end),
        len(line.atoms),
    )
    return ForumMention(start, end, name, "pattern", first, last, None, None, _edition(line, first, last))


def _named_by_shape(match: re.Match[str]) -> tuple[str, int, int] | None:
    """The forum's name in a run of words of that shape, and where it begins and ends; None for other bodies."""
    name = match["name"]
    words = name.split()
    if words[0] in ("The", "A", "An", "At", "In", "On", "During", "After", "This", "His", "Their"):
        name = " ".join(words[1:])
    start = match.end("name") - len(name)
    if re.match(
        r"(?:High Commission|Embassy|Acting High|Deputy High|Readout|Statement|Remarks|Speech|Chairman|Minister|President|Secretary|Commander|Chief|Director|Head|Member)\b",
        name,
    ):
        return None
    if (
        name.casefold() in _bare()
        or len(name.split()) < 2
        or name.endswith(
            ("Council", "Chiefs of Staff Committee", "High Commission", "Press Conference", "News Conference")
        )
        or (name.endswith("Committee") and not _of_two_states().search(name))
    ):
        return None
    if re.search(
        r"\b(?:Formation|Corps|Army|Naval|Air Force|Combined|Unified|Area|Command|Regional) Commanders?'?(?: '?s)? Conference\b",
        name,
    ):
        return None  # an army's own
    if re.search(
        r"\b(?:National|Central Military|Atomic|Planning|Election|Foreign Relations|Armed Services|Party)\b",
        name,
    ):
        return None
    end = match.end("name")
    if match["tail"] and not name.endswith(("Meeting", "Council")):
        end = match.end("tail")
        name += match["tail"]
    if (
        re.search(r"'s (?:Meeting|Council|Committee|Congress)$", name)
        and "Ministers'" not in name
        and "Chiefs" not in name
    ):
        return None
    if name.endswith("Meeting") and not re.search(
        r"Minister|Chief|Defen[cs]e|Security|Secretar|Staff|Annual|Trilateral|Commander", name
    ):
        return None
    return name, start, end


@cache
def _of_two_states() -> re.Pattern[str]:
    """What a committee is called that two states have with each other, and no parliament."""
    return re.compile(
        r"\b(?:Joint|Co-?[Oo]peration|Consultative|Border|Boundary|Inter-?[Gg]overnmental|Bilateral|Mixed|Coordinating|"
        r"Co-?[Oo]rdination|High[- ]Level|Ministerial|Military-Technical)\b"
    )


@cache
def _country_names() -> dict[str, str]:
    """The codes of countries by their names and adjectives in small letters."""
    return {
        name.lower(): c.code
        for c in countries.countries().values()
        for name in (c.name, *c.names, *c.adjectives)
    }


def countries_in_name(name: str) -> list[str]:
    """The countries that stand in a forum's or an exercise's own name, in order."""
    names = _country_names()
    text = name.lower()
    found = [
        (match.start(), names[match.group()])
        for match in re.finditer(r"[a-z][a-z.]*(?: [a-z.]+)?", text)
        if match.group() in names
    ]
    found += [
        (match.start(), names[match.group()])
        for match in re.finditer(r"[a-z.]+", text)
        if match.group() in names
    ]
    return list(dict.fromkeys(code for _, code in sorted(found)))


def meeting_of(organisation: str, *, ministers: bool, alone: bool = False) -> Forum | None:
    """The forum of an organisation's defence ministers (SCO -> SCO Defence Ministers' Meeting); None if unknown.

    Of those who meet `alone` one that the organisation's own members make up comes first: ASEAN -> ADMM, not ADMM-Plus.
    """
    if not ministers:
        return None
    own = forums.forums()[organisation].members if alone and organisation in forums.forums() else None
    known = [
        f
        for f in forums.forums().values()
        if f.parent == organisation and f.kind == "forum" and "Defence Ministers" in f"{f.name} {f.title}"
    ]
    councils = ("Defence Council", "Council (Defence)", "Defence Ministerial")
    known += [f for f in forums.forums().values() if f.parent == organisation and f.name.endswith(councils)]
    return next((f for f in known if f.members == own), known[0]) if known else None


def chiefs_of(organisation: str) -> Forum | None:
    """The forum of an organisation's chiefs of defence (NATO -> NATO Military Committee); None if unknown."""
    told = re.compile(r"Chiefs|Military Committee|Chiefs of Staff Committee")
    known = (f for f in forums.forums().values() if f.parent == organisation and f.kind == "forum")
    return next((f for f in known if told.search(f.name)), None)
