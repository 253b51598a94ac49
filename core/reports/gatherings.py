"""Forums that a line says took place, are attended, or have talks on their sidelines."""

import re
from dataclasses import dataclass
from functools import cache

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.forums import ORDINALS, ForumMention
from core.mentions.party import Party
from core.reports.clauses import Clause
from core.reports.story import Scene

_REACH = 10  # atoms between a verb and the forum that it is told of
_LED_BY = 7  # atoms: "a meeting of the US - led Contact Group"
_HEAD = 5  # characters: "The "
_ROLE_BACK = 6  # atoms: "is this year's chair and"
_VENUE = 60  # characters: "is the venue of the first "
_FILLED = 4  # atoms: "Tuesday belonged to the"
_ASKED = frozenset({"invited", "invites", "inviting", "asked", "urged", "allowed", "encouraged"})
_TENS = frozenset({"twenty", "thirty", "forty", "fifty", "-"})
_SITTINGS = frozenset({"conclave", "meeting", "session", "gathering", "conference", "plenary", "assembly"})
_RELATIVE = ("that", "which", "who")
_PLACED = ("in which", "during which")
_LED_TO = frozenset({"over", "at", "to", "for", "in", "during"})  # before "which"
_DRAWN = frozenset({"joined", "among", "included", "drew", "draws", "attracted", "attracts", "saw"})


@dataclass(slots=True)
class Gathering:
    """A forum that a clause says took place or will, with the parties named as taking part."""

    mention: ForumMention
    clause: Clause
    at: int
    parties: list[Party]
    subject: list[Party] | None
    sure: bool
    """told outright; otherwise only implied by talks on its sidelines"""


def find_gatherings(scene: Scene, mentions: list[ForumMention]) -> list[Gathering]:
    """The forums of this line that take place, are attended, or have talks on their sidelines."""
    found: list[Gathering] = []
    if mentions and not scene.dates and phrase_pattern("by_habit").search(scene.line.words.text):
        return []  # "Ministers meet there twice a year"
    told = -1  # where the last one of a list of forums ends
    for mention in mentions:
        if mention.kind == "exercise":
            continue
        between = scene.line.atoms[told : mention.atom] if found and told >= 0 else []
        if found and told >= 0 and all(atom.word in (",", "and", "the", "&") for atom in between):
            told = mention.last
            continue  # "of ministers from the SCO, the CSTO and the CIS": one gathering
        clause = scene.clause_of(mention.atom) or (scene.clauses[0] if scene.clauses else None)
        if clause is None:
            continue
        gathering = (
            _attended(scene, mention, clause)
            or _held(scene, mention, clause)
            or _implied(scene, mention, clause)
        )
        if gathering is not None:
            found.append(gathering)
            told = mention.last
    return found


def of_defence(mention: ForumMention) -> bool:
    """Whether a forum's name or title tells that defence establishments meet there."""
    return bool(_defence().search(f"{mention.name} {mention.forum.title if mention.forum else ''}"))


def chaired_for_years(scene: Scene) -> bool:
    """Whether a group has its chairs for years: "co-chaired the working group for the cycle 2021-2024"."""
    return "chair" in scene.line.words.text and bool(_term().search(scene.line.words.text))


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        r"\bfor (?:the )?(?:cycle|period|term|years?)\b|\bfor (?:20\d\d) ?[-\u2013] ?(?:20)?\d\d\b|\bcurrent cycle\b"
    )


def _relative_clause(scene: Scene, mention: ForumMention, reach: int) -> Clause | None:
    """The clause "that ..." or "which ..." behind a forum, at most so many atoms away."""
    for clause in scene.clauses:
        if clause.opener in _RELATIVE and clause.atoms and 0 <= clause.atoms[0] - mention.last <= reach:
            return clause
    return None


def _where_he_was(scene: Scene, mention: ForumMention) -> Clause | None:
    """The clause "in which ..." or "over which ..." behind a forum."""
    for clause in scene.clauses:
        if clause.opener not in ("which", *_PLACED) or not clause.atoms:
            continue
        gap = clause.atoms[0] - mention.last
        led_to = clause.opener in _PLACED or scene.line.word(clause.atoms[0] - 2) in _LED_TO
        if led_to and 0 < gap <= len(_RELATIVE):
            return clause
    return None


def _attended(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum that somebody "attended", "addressed" or "left for"."""
    atoms = scene.line.atoms
    told = _relative_clause(scene, mention, 2) or _where_he_was(scene, mention)
    at = next((p for p in told.atoms if "attend" in atoms[p].cues), -1) if told is not None else -1
    chaired = None
    if told is not None and at >= 0:
        chaired = Gathering(mention, told, at, [], told.groups[0] if told.groups else None, True)
    gone_to = _gone_to(scene, mention, clause)
    if gone_to is not None and chaired is not None:
        gone_to.parties += chaired.subject or []  # "he attended the forum, which was chaired by X"
    return gone_to or chaired


def _gone_to(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum that the clause itself says somebody attended."""
    atoms = scene.line.atoms
    before = [
        p for p in clause.atoms if mention.atom - _REACH <= p < mention.atom or _parted(scene, p, mention)
    ]
    spoke = _where_he_spoke(scene, mention)
    if spoke is not None:
        return spoke
    its_meeting = False
    for place in reversed(before):
        atom = atoms[place]
        if atom.word in word_set("sidelines"):
            return None
        leaves_for = "travel" in atom.cues and any(atoms[p].word == "for" for p in before if p > place)
        coming = leaves_for and (its_meeting or atoms[mention.atom - 1].word in ("for", "the"))
        if its_meeting and atom.word in ("host", "hosts"):
            return None
        if _a_role(scene, place):
            return None
        if atom.word in ("told", "tells") and mention.atom - place <= 3 and mention.kind == "forum":
            return Gathering(mention, clause, place, [], scene.subject_before(clause, place), True)
        if "attend" in atom.cues and _asked_to(scene, clause, place):
            return None
        if coming or ("attend" in atom.cues and atom.word not in ("at", "during")):
            return _with_those_among(scene, mention, clause, place)
        if atom.cues & {"meet", "talk", "call", "sign"} and "light" not in atom.cues:
            led = any(atoms[p].word == "led" for p in range(place, mention.atom))
            if atoms[place + 1].word == "of" and mention.atom - place <= (_LED_BY if led else 3):
                its_meeting = True
                continue  # "took part in the 24th meeting of the Contact Group"
            return None
    return None


def _parted(scene: Scene, place: int, mention: ForumMention) -> bool:
    """Whether a verb farther off still leads to the forum: "took part on Tuesday, over a video link, in the"."""
    there = scene.line.word(place).endswith((" part", "participated", "participate"))
    return there and "in" in _words_before(scene, mention, 6) and 0 < mention.atom - place <= 2 * _REACH


def _a_role(scene: Scene, place: int) -> bool:
    """Whether "host" and "chair" are nouns here: "Laos is the chair and host of the forum"."""
    line = scene.line
    noun = line.word(place) in ("host", "chair", "hosts", "chairs") and line.word(place + 1) in ("of", "for")
    named = noun and line.word(place - 1) in ("the", "and", "a", "as", "current", "present", "its")
    before = {line.word(back) for back in range(max(0, place - _ROLE_BACK), place)}
    return named and not before.isdisjoint(("is", "are", "was", "as", "being", "remains"))


def _asked_to(scene: Scene, clause: Clause, place: int) -> bool:
    """Whether somebody only asked others to come: "has invited Belarus to take part in the forum"."""
    words = [scene.line.atoms[p].word for p in clause.atoms if p < place]
    asked = [index for index, word in enumerate(words) if word in _ASKED]
    if not asked or words[-1] != "to":
        return False
    return scene.line.word(place - 1) == "to" and words[asked[-1] - 1 : asked[-1]] not in (
        ["been"],
        ["was"],
        ["were"],
        ["is"],
    )


def _where_he_spoke(scene: Scene, mention: ForumMention) -> Gathering | None:
    """As in "the forum, where he spoke of trade": whoever did something there attended it."""
    if mention.kind != "forum" or _looked_back(scene, mention):
        return None
    for told in scene.clauses:
        behind = told.opener == "where" and told.atoms and 0 <= told.atoms[0] - mention.last <= 2
        if behind and told.groups and all("future" not in scene.line.atoms[p].cues for p in told.atoms):
            return Gathering(mention, told, told.atoms[0], [], told.groups[0], True)
    return None


def _looked_back(scene: Scene, mention: ForumMention) -> bool:
    """Whether a forum is named as something that was before: "since the forum, where"."""
    return not {"since", "after", "last", "previous", "earlier", "ago"}.isdisjoint(
        _words_before(scene, mention, 4)
    )


def _with_those_among(scene: Scene, mention: ForumMention, clause: Clause, place: int) -> Gathering:
    """A gathering told at this atom by the subject before it, with those said to be among its guests."""
    subject = scene.subject_before(clause, place)
    return Gathering(mention, clause, place, _among(scene, clause, mention), subject, True)


def _held(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum that "took place", "was hosted by" somebody, or during which something happened."""
    relative = _held_in_relative(scene, mention)
    if relative is not None:
        return relative
    back = _words_before(scene, mention, 4)
    if any(word in word_set("sidelines") or word == "eve" or word.startswith("ahead") for word in back):
        return None
    found = (
        _verb_behind(scene, mention, clause)
        or _verb_before(scene, mention, clause)
        or _what_it_did(scene, mention, clause)
        or _its_day(scene, mention, clause)
        or _its_venue(scene, mention, clause)
    )
    if found is not None:
        return found
    if mention.kind in ("mechanism", "pattern"):
        return _session_held(scene, mention, clause)
    back = _words_before_its_session(scene, mention) or back
    over = not word_set("over").isdisjoint(back)
    if over or not {"during", "at", "after", "over"}.isdisjoint(back[-3:]):
        sure = over or "during" in back or "at" in back[-3:]
        return Gathering(mention, clause, mention.atom, [], None, sure)
    return None


def _words_before_its_session(scene: Scene, mention: ForumMention) -> list[str]:
    """The words before "a session of the" forum; [] where no session leads to it: "said during a sitting of the council"."""
    words = [word for word in _words_before(scene, mention, 9) if word != "the"]
    if (
        words[-1:] != ["of"]
        or words[-2:-1] == []
        or words[-2] not in ("session", "sitting", "meeting", "plenary")
    ):
        return []
    words = words[:-2]
    while words and (words[-1] in ("a", "an", "annual", "regular", "plenary") or words[-1] in ORDINALS):
        words.pop()
    return words[-3:] if words[-1:] in (["during"], ["at"]) else []


def _words_before(scene: Scene, mention: ForumMention, reach: int) -> list[str]:
    return [atom.word for atom in scene.line.atoms[max(0, mention.atom - reach) : mention.atom]]


def _held_in_relative(scene: Scene, mention: ForumMention) -> Gathering | None:
    """As in "the dialogue, which Japan hosted", "the forum that ministers were to hold"."""
    atoms = scene.line.atoms
    told = _relative_clause(scene, mention, 9)
    if told is None:
        return None
    sorts = {"gather"} if told.opener in ("which", "who") else {"gather", "light"}
    if told.opener == "that" and not any(atoms[p].word in ("to", "were", "was") for p in told.atoms):
        return None
    at = next((p for p in told.atoms if atoms[p].cues & sorts), -1)
    if at < 0:
        return None
    return Gathering(mention, told, at, [], told.groups[0] if told.groups else None, True)


def _verb_behind(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "The forum was hosted by", "The dialogue takes place on"."""
    atoms = scene.line.atoms
    previous = atoms[mention.atom - 1].word if mention.atom else ""
    own = _its_own(_words_before(scene, mention, 3))
    for index, place in enumerate(clause.atoms):
        gap = (
            index - clause.atoms.index(mention.last - 1) - 1
            if mention.last - 1 in clause.atoms
            else place - mention.last
        )
        hosted = 0 <= gap < 10 and not word_set("hosted").isdisjoint(atoms[place].word.split())
        gathers = 0 <= gap < 12 and "gather" in atoms[place].cues and not _adjective(scene, place)
        followed = gap == 0 and atoms[place].word == "followed" and _ends(scene, place + 1)
        brought = 0 <= gap < 4 and mention.kind == "mechanism" and "bring" in atoms[place].cues
        if hosted or brought or followed or (gathers and (own or previous not in ("of", "at", "with", "to"))):
            return Gathering(mention, clause, place, _among(scene, clause, mention), None, True)
    return None


def _ends(scene: Scene, place: int) -> bool:
    """Whether nothing but a time or a town stands from here on: "The ninth 2+2 followed in the afternoon"."""
    return scene.line.word(place) in (
        "",
        ".",
        ",",
        "in",
        "at",
        "on",
        "later",
        "then",
        "there",
        "next",
        "after",
    )


def _its_own(before: list[str]) -> bool:
    """Whether the words before a forum lead to it alone: "the 12th edition of the", "the opening day of"."""
    words = [word for word in " ".join(before).split() if word != "the"]
    return words[-1:] == ["of"] and words[-2:-1] != [] and words[-2] in word_set("own_part")


def _adjective(scene: Scene, place: int) -> bool:
    """Whether a verb only says which forum is meant: "the recently concluded summit"."""
    line = scene.line
    return line.sort(place + 1) == "F" or line.word(place - 1) in ("recently", "just", "newly")


def _verb_before(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "Ministers gathered for the forum", "Japan is running the dialogue"."""
    atoms = scene.line.atoms
    first = mention.atom
    while first > 1 and (
        atoms[first - 1].word in ORDINALS or atoms[first - 1].sort == "d" or atoms[first - 1].word in _TENS
    ):
        first -= 1  # "opened the third conference", "the twenty-first session"
    if [atoms[p].word for p in range(max(0, first - 2), first)] == ["of", "the"] and atoms[
        first - 3
    ].word in _SITTINGS:
        first -= 3  # "met for the conclave of the symposium"
    previous = atoms[first - 1].word if first else ""
    for place in clause.atoms:
        if not 0 < first - place < _REACH + (previous == "the"):
            continue
        hosts = atoms[place].word.startswith(
            ("welcom", "receiv", "host")
        )  # "welcomed the chance for the G7 to plan"
        meet_for = "meet" in atoms[place].cues and not hosts and "for" in (previous, atoms[first - 2].word)
        gathers = "gather" in atoms[place].cues or meet_for
        words = [atom.word for atom in atoms[place + 1 : mention.atom]]
        within = gathers and ("framework" in words or words[:1] == ["with"])
        if within or atoms[place].word in ("running", "run"):
            return Gathering(mention, clause, place, [], scene.subject_before(clause, place), True)
        three = mention.name.startswith("Trilateral") and previous in ("a", "an")
        if gathers and (three or previous in ("for", "of", "the", "their", "at", "in", "of the")):
            return _with_those_among(scene, mention, clause, place)
    return None


def _what_it_did(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "The conclave heard Mr A", "Tuesday's dialogue adopted a statement": a forum at the head of its clause."""
    line = scene.line
    before = [line.word(p) for p in clause.atoms if p < mention.atom]
    if mention.kind == "mechanism" or (
        not word_set("passed_over").isdisjoint(before[:1]) and before[:1] != ["the"]
    ):
        return None
    if len(before) > _FILLED or {"of", "at", "with", "for", "to"} & {*before}:
        return None
    place = mention.last
    while line.word(place) in word_set("helps_verb") and place - mention.last < _FILLED:
        place += 1
    if line.word(place).split(" ")[0] not in word_set("forum_does"):
        return None
    return Gathering(mention, clause, place, _among(scene, clause, mention), None, True)


def _its_day(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "Tuesday belonged to the conclave", "The morning was given over to the forum": a time, and what filled it."""
    if mention.atom < _FILLED - 1:
        return None
    dated = bool(scene.dates) and scene.dates[0].start < _HEAD
    if not dated and word_set("parts_of_day").isdisjoint(scene.line.words.folded[: 2 * _FILLED]):
        before = [m for m in scene.dates if m.end <= mention.start]
        if not before or scene.atom_at(before[0].start) > 2 * _FILLED:
            return None
    first = max(0, mention.start - _VENUE)
    filled = phrase_pattern("filled_by").search(scene.line.words.text, first, mention.start)
    return None if filled is None else Gathering(mention, clause, mention.atom, [], None, True)


def _its_venue(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "Lucknow is the venue of the conclave", "The occasion is the dialogue"."""
    found = phrase_pattern("venue_of").search(
        scene.line.words.text[max(0, mention.start - _VENUE) : mention.start]
    )
    behind = found.string[found.end() :] if found is not None else ""
    if found is None or mention.kind == "mechanism" or "," in behind:
        return None
    return Gathering(mention, clause, mention.atom, [], None, True)


def _session_held(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """As in "for the dialogue between", "signed during the dialogue", "held the dialogue"."""
    atoms = scene.line.atoms
    before = _words_before(scene, mention, 7)
    between = any(atom.word == "between" for atom in atoms[mention.last : mention.last + 2])
    done = any(atoms[p].cues & {"sign", "joint"} for p in clause.atoms if p < mention.atom)
    meant = between and "for" in before and {"like", "as"}.isdisjoint(before)
    if meant or (done and not {"at", "during"}.isdisjoint(before)):
        return Gathering(mention, clause, mention.atom, [], None, True)
    if _its_session().search(
        scene.line.words.text, mention.end
    ):  # "the working group ... during its 11th meeting"
        return Gathering(mention, clause, mention.atom, [], None, True)
    off = any("cancel" in atoms[p].cues for p in clause.atoms if p < mention.atom)
    if off:
        return Gathering(mention, clause, mention.atom, [], scene.subject_before(clause, mention.atom), True)
    there = scene.line.words.text[: mention.start]
    came = " were in " in there or any("travel" in atoms[p].cues for p in clause.atoms if p < mention.atom)
    if came and not {"for", "attend", "co-chair"}.isdisjoint(before):  # "were in Manila for the fourth 2+2"
        return Gathering(mention, clause, mention.atom, [], scene.subject_before(clause, mention.atom), True)
    for place in clause.atoms:
        if 0 < mention.atom - place < 8 and atoms[place].word in word_set("holding"):
            return Gathering(mention, clause, place, [], scene.subject_before(clause, place), True)
    return None


def _implied(scene: Scene, mention: ForumMention, clause: Clause) -> Gathering | None:
    """The forum of defence on whose sidelines somebody met."""
    if mention.forum is None or word_set("sidelines").isdisjoint(_words_before(scene, mention, 6)):
        return None
    return Gathering(mention, clause, mention.atom, [], None, False) if of_defence(mention) else None


def _among(scene: Scene, clause: Clause, mention: ForumMention) -> list[Party]:
    """Parties told as taking part: "attended by ministers of ...", "Among those present were ..."."""
    words = [scene.line.atoms[p].word for p in clause.atoms]
    if not any(word.endswith("attended by") or word in _DRAWN for word in words):
        return []
    return [party for group in clause.groups for party in group if party.first > mention.last]


@cache
def _its_session() -> re.Pattern[str]:
    number = r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural"
    return re.compile(rf"\b(?:during|at|in) its (?:{number}) (?:meeting|session|edition|round)\b")


@cache
def _defence() -> re.Pattern[str]:
    return re.compile(r"Defen[cs]e|Chiefs|Army|Armies|Air Force|Nav(?:al|y|ies)|Shangri")
