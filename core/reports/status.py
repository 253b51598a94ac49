"""Whether an engagement was held, is planned, was called off, or is none at all."""

import re
from functools import cache
from itertools import pairwise

from core.lexicon.words import phrase_pattern, word_set
from core.mentions.atoms import Atom, Line
from core.mentions.date_phrases import Bound, DateKind, DateMention, Turn
from core.model import BlockKind, Status
from core.reports.clauses import Clause
from core.reports.settle import LOOSE, TALKS, TRIP, on_the_programme
from core.reports.story import Scene

_THEY_DO = frozenset({"meet", "hold", "receive", "gather", "convene", "sign", "chair", "co-chair", "host"})
_NOT_FINITE = frozenset(
    """to will would can could may might must shall should did does do not never n't also then and or , the a their his
    its her""".split()  # noqa: SIM905 - a list of words
)
_PASSIVE = frozenset({"was", "were", "is", "are", "be", "been", "fell"})
_LONG_PLAN = 40  # atoms: "is scheduled to call on A, B and C, and meet"
_MOOTED = 4  # words: "a possible bilateral meeting"
_CHANCE = 8  # words
_HEADED = 10  # atoms of a headline: "to convene in Seoul for a | meeting"
_LIGHT_BACK = 6  # atoms: "undertake a two-day bilateral visit"
_TO_ATTEND = 26  # atoms: "will travel to X from 20 to 22 November on an official visit to attend"
_ON_LIST = 4  # words: "was the first | on the list"
_THING = ("a ", "the ", "any ", "this ", "that ", "his ", "her ", "their ", "new ", "of ")
_REACH = 14  # atoms before a cue that may say what became of it


def status_of(scene: Scene, clause: Clause, at: int, since: int = 0) -> Status | None:
    """Held, planned or cancelled as the words before the cue tell; None if it is not real ("may meet").

    `since` is the atom where the subject begins: what stands before it ("Japan will help, X told Y") is not asked.
    """
    if clause.opener in ("if", "whether"):
        return None
    line = scene.line
    if (
        clause.atoms
        and line.word(clause.atoms[0]) == "had"
        and line.sort(clause.atoms[0] + 1) in ("N", "R", "H")
    ):
        return None  # "Had Rajnath Singh met him, the talks would have been short"
    since = max(since, _behind_quotation(line, at))
    to_do = line.word(at - 1) == "to" or line.word(at).startswith("to ")
    purpose = to_do and not line.atoms[at].cues.isdisjoint({"attend", "meet", "talk", "light"})
    goes_on = _goes_on(line, at)
    reach = _LONG_PLAN if goes_on else _TO_ATTEND if purpose else _REACH
    told = range(at + 1) if _as_well_as(line, at) else clause.atoms
    before = [line.atoms[p] for p in told if since <= p <= at][-reach:]
    if phrase_pattern("stayed_away").search(" ".join(atom.word for atom in before)) and _hospitality(
        line, at
    ):
        return None
    called_off = any("cancel" in atom.cues for atom in before)
    trip_off = "cancel" in line.cues and not line.atoms[at].cues.isdisjoint(TRIP) and not _instead(line, at)
    if called_off or trip_off or _put_off(line, clause, at):
        return Status.CANCELLED
    if _came_to_nothing(line, clause, at):
        return None
    met = not line.atoms[at].cues.isdisjoint(TALKS)
    dated = met or "journey" not in line.atoms[at].cues
    text = " ".join("in_may" if dated and _month(line, atom) else atom.word for atom in before)
    words = text.split()
    said = line.atoms[at].word.count(" ")  # "not asked for a | meeting with"
    if not word_set("negations").isdisjoint(words[-5 - said :]) and "only" not in words:
        return None
    near = [word for word in words if word != "-"][-_CHANCE:]
    if phrase_pattern("no_chance").search(" ".join(near)):
        return None  # "did not rule out the possibility of a meeting with"
    planned = _would(scene, words)
    unreal = word_set("unreal") - planned - _at_last(scene, clause, words)
    if not unreal.isdisjoint(words[-6:]) or not word_set("weighed").isdisjoint(words):
        return None
    if (
        met
        and words[-2:-1] in (["anticipated"], ["awaited"])
        and not {"is", "remains"}.isdisjoint(words[-6:])
    ):
        return Status.PLANNED  # "A highlight is the anticipated | meeting between"
    if met and ("been", "invited", "to") in zip(words, words[1:], words[2:], strict=False):
        return None  # "have been invited to one of Tuesday's | working sessions"
    if "yet to" in " ".join(words[-5:]) or _only_mooted(line, clause, at, words):
        return None  # "has yet to | meet"
    if any("unreal" in atom.cues and " " in atom.word for atom in before[-4:-1]):
        return None  # "asked for a | meeting with"
    ahead = (
        not word_set("future_words").isdisjoint(words) or _coming(text) or _when_he_comes(line, clause, at)
    )
    ahead = ahead or not planned.isdisjoint(words) or (goes_on and "would" in words)
    ahead = ahead or (purpose and bool(phrase_pattern("sets_out").search(text)))
    ahead = ahead or _when_it_will(scene, clause, at) or (met and _what_they_will_be_about(line, clause, at))
    ahead = ahead or on_the_programme(line) or _this_evening(line, at) or _timetable(scene, clause, since)
    plan = to_do and _of_a_headline(line, clause, at)
    headline = plan or (
        line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING)
        and (
            any(atom.word == "to" for atom in before[-3:])
            or any(one.word == "to" and two.word in _THEY_DO for one, two in pairwise(before[-_HEADED:]))
            or bool(phrase_pattern("headline_to_go").search(text))
        )
    )  # "Minister to attend meeting"
    return (
        Status.PLANNED
        if ahead or headline or phrase_pattern("listed_as_coming").search(_behind(line, clause, at))
        else Status.HELD
    )


def _behind_quotation(line: Line, at: int) -> int:
    """Where the words behind a quotation begin: '"The work lies in the future," X said during talks'; 0 without any."""
    if '"' not in line.words.text:
        return 0
    marks = [place for place in range(at) if line.sort(place) == '"']
    closes = len(marks) % 2 == 0 and bool(marks) and line.word(marks[-1] - 1) in (",", "?", "!", ".")
    return marks[-1] + 1 if closes else 0


def _instead(line: Line, at: int) -> bool:
    """Whether a trip behind a semicolon goes "instead" of the one that is off: "X put off a visit; Y will come instead"."""
    parted = any(line.word(place) == ";" for place in range(at))
    return parted and any(line.word(place) == "instead" for place in range(at, len(line.atoms)))


def _came_to_nothing(line: Line, clause: Clause, at: int) -> bool:
    """Whether the talks named at this atom are denied behind it: "A meeting between A and B had not been scheduled"."""
    noun = "talk" in line.atoms[at].cues or line.word(at).startswith(("meeting", "talks"))
    if not noun or word_set("negations").isdisjoint(line.words.folded):
        return False
    return bool(phrase_pattern("came_to_nothing").search(_behind(line, clause, at)))


def _what_they_will_be_about(line: Line, clause: Clause, at: int) -> bool:
    """Whether a line begins with talks of which it tells the topics to come: "Talks with X are expected to focus on trade"."""
    noun = at <= 1 and line.atoms[at].sort == "K" and line.word(at + 1) in ("with", "between")
    return noun and bool(_to_be_about().search(_behind(line, clause, at)))


@cache
def _to_be_about() -> re.Pattern[str]:
    verb = r"focus|cent(?:re|er)|revolve|involve|include|cover|address|touch|dwell|concentrate|explore|review|range|take up"
    return re.compile(
        rf"\b(?:will|(?:is|are) (?:expected|set|due|likely|scheduled)(?: to)?) (?:to |also |mainly ){{0,2}}(?:{verb})\b"
    )


def _only_mooted(line: Line, clause: Clause, at: int, words: list[str]) -> bool:
    """Whether talks are only thought of: "a possible meeting between A and B", "a meeting of A and B is on the cards"."""
    if line.atoms[at].cues.isdisjoint({"talk", "journey"}):
        return False
    if not word_set("mooted").isdisjoint(words[-_MOOTED:]):
        return True
    return bool(phrase_pattern("only_mooted").search(_behind(line, clause, at)))


def _behind(line: Line, clause: Clause, at: int) -> str:
    """The words of a clause behind an atom."""
    return " ".join([line.atoms[place].word for place in clause.atoms if place > at])


def _coming(text: str) -> bool:
    """Whether words say that something is to come; "a plan to train pilots" is a thing, "was on the list" is over."""
    found = phrase_pattern("coming").finditer(text)
    for match in found:
        before = text[: match.start()]
        thing = match[0].startswith("plan") and before.endswith(_THING)
        been = match[0].startswith("on ") and not {"was", "were", "had"}.isdisjoint(
            before.split()[-_ON_LIST:]
        )
        if not (thing or been):
            return True
    return False


def _of_a_headline(line: Line, clause: Clause, at: int) -> bool:
    """Whether somebody "to" do something stands without another verb: "Defence Minister X to co-chair the dialogue"."""
    to = at if line.word(at).startswith("to ") else at - 1
    if to < 1 or line.sort(to - 1) not in ("N", "O", "S"):
        return False
    before = (line.atoms[place] for place in clause.atoms if place < to)
    return all(atom.sort in "NOSRHACG,-" or atom.word in ("and", "of", "for", "the") for atom in before)


def _as_well_as(line: Line, at: int) -> bool:
    """Whether a verb goes on what was begun before: "is set to address students, as well as | call on"."""
    bare = line.word(at).split(" ")[0] in word_set("bare_verbs")
    return bare and line.word(at - 1) == "as" and line.word(at - 2) == "well"


def _goes_on(line: Line, at: int) -> bool:
    """Whether a verb without an ending goes on what "will" or "is to" began: "is to call on A, attend B and meet C"."""
    for place in range(at, max(at - _LIGHT_BACK, 0), -1):
        if line.word(place).split(" ")[0] in word_set("bare_verbs"):
            return _as_well_as(line, place) or line.word(place - 1) in ("and", ",", "also", "then", "besides")
    return False


def _at_last(scene: Scene, clause: Clause, words: list[str]) -> frozenset[str]:
    """The word "could" where it was done at last: "It was seven before he could receive her", "Only then could he see her"."""
    if "could" not in words[-_LIGHT_BACK:]:
        return frozenset()
    opened = scene.line.word(0)
    waited = clause.opener in ("before", "until") or "until" in words
    late = waited and not {"it", "not", "wait", "waited", "took"}.isdisjoint(
        (opened, *scene.line.words.folded)
    )
    return frozenset({"could"}) if late or opened in ("only", "not") else frozenset()


def _would(scene: Scene, words: list[str]) -> frozenset[str]:
    """The word "would" where it tells of a plan and not of a wish: "During the visit, he would call on"; else none."""
    if "would" not in words[-6:] or not {"have", "like", "not", "if"}.isdisjoint(words[-5:]):
        return frozenset()
    text = scene.line.words.text
    dated = any(mention.phrase.kind not in LOOSE for mention in scene.dates)
    told = _on_the_visit().search(text) or (dated and _would_travel().search(text))
    return frozenset({"would"}) if told else frozenset()


@cache
def _would_travel() -> re.Pattern[str]:
    """Finds a trip told as a plan where its day is told too: "would depart for his visit tomorrow"."""
    verb = r"(?:visit|depart|leave|travel|arrive|reach|fly|embark|land|undertake|pay|proceed|set out|begin)"
    return re.compile(rf"\bwould (?:also |then )?(?:be )?{verb}\b")


@cache
def _on_the_visit() -> re.Pattern[str]:
    visit = r"(?:visit|trip|tour|stay|sojourn|call|engagement|programme)"
    return re.compile(
        rf"\b[Dd]uring (?:the|his|her|their|this) (?:[\w-]+ ){{0,4}}?{visit}\b|\bwould (?:also )?be (?:\w+ing|held|hosted|convened|conducted|on a)\b|\bwould take place\b"
    )


def _when_he_comes(line: Line, clause: Clause, at: int) -> bool:
    """Whether a clause of time tells in the present what is to come: "When he visits London in May he will ..."."""
    if clause.opener not in ("when", "once") or "future" not in line.cues:
        return False
    return line.atoms[at].word.split(" ")[0] in word_set("present_of_meeting")


def _this_evening(line: Line, at: int) -> bool:
    """Whether a meeting is told in the present tense for later that day: "Tonight he dines with", "sees X this evening"."""
    text = line.words.text
    told = ("ight" in text or "evening" in text or "today" in text or "this" in text) and bool(
        phrase_pattern("tonight").search(text)
    )
    if not told or line.sentence.kind in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    verbs = {line.word(place).split(" ")[0] for place in range(max(0, at - _LIGHT_BACK), at + 1)}
    return not verbs.isdisjoint(word_set("present_of_meeting"))


def _when_it_will(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether the clause around tells of what is to come: "Ng will preside when the forum convenes"."""
    if clause.opener not in ("when", "where", "once") or clause.parent < 0 or not clause.atoms:
        return False
    verb = scene.line.word(at).split(" ")[0]
    if not verb.endswith("s") or verb in ("was", "has", "talks", "discussions"):
        return False  # "will remember when he came"
    around = [
        scene.line.word(p) for c in scene.clauses for p in c.atoms if p < clause.atoms[0] and c.opener == ""
    ]
    return not word_set("future_words").isdisjoint(around[-_REACH:])


def _timetable(scene: Scene, clause: Clause, since: int) -> bool:
    """Whether the present tense and a weekday tell what is to come: "On Saturday he has an appointment with"."""
    line = scene.line
    if not any(map(_bare_weekday, scene.dates)):
        return False
    if line.sentence.kind in (
        BlockKind.TITLE,
        BlockKind.HEADING,
    ):  # "Minister begins five-day visit on Monday"
        now = any(line.word(p).split(" ")[0] in word_set("sets_out_now") for p in clause.atoms)
        return now or _from_a_day().search(line.words.text) is not None
    if line.sentence.kind is not BlockKind.PARAGRAPH:
        return False
    own = set(clause.atoms)
    if not any(_bare_weekday(mention) and scene.atom_at(mention.start) in own for mention in scene.dates):
        return False
    own = {p for p in clause.atoms if p >= since}
    return any(_present(line, p) for p in own) and not any(_past(line, p) for p in own)


@cache
def _from_a_day() -> re.Pattern[str]:
    """Finds the headline of a trip to come: "Minister on 3-day visit to Kenya from Monday"."""
    return re.compile(
        r"\bon (?:an? )?(?:[\w-]+ ){0,4}?(?:visit|trip|tour) to .{2,40} (?:from|starting|beginning) [MTWFS]\w+day\b"
    )


def _bare_weekday(mention: DateMention) -> bool:
    """Whether a weekday stands without "last" or "next"."""
    phrase = mention.phrase
    return phrase.kind is DateKind.WEEKDAY and phrase.turn is Turn.NONE and mention.bound is Bound.AT


def _present(line: Line, place: int) -> bool:
    """Whether a verb of the present tense stands here: "has an appointment", "are down for", "sees"; not "has met"."""
    word = line.word(place).split(" ")[0]
    if line.sort(place) not in ("w", "K") or word not in word_set("present_of_plans"):
        bare = word in _THEY_DO and line.sort(place) == "K"
        return (
            bare and line.word(place - 1) not in _NOT_FINITE
        )  # "The ministers of A and B hold talks on Sunday"
    if word in ("is", "are"):
        on_it = line.word(place + 1) == "on" or line.word(place).startswith((word + " on", word + " in"))
        return not on_it  # "is on a three-day visit from Monday"
    return word not in ("has", "have") or not _past(line, place + 1)


def _past(line: Line, place: int) -> bool:
    """Whether a verb of the past stands here."""
    word = line.word(place).split(" ")[0]
    if line.sort(place) not in ("w", "K"):
        return False
    return word in word_set("past_of_meeting") or (word.endswith("ed") and word not in word_set("no_past"))


def _hospitality(line: Line, at: int) -> bool:
    """Whether the cue is of a host, as in "the dinner hosted by X": nobody met who was not there."""
    return not line.atoms[at].cues.isdisjoint({"meet", "reception", "time"})


def _month(line: Line, atom: Atom) -> bool:
    """Whether "May" is the month here, as its capital tells."""
    return atom.word == "may" and line.words.words[atom.first] == "May" and atom.first > 0


def _put_off(line: Line, clause: Clause, at: int) -> bool:
    """Whether the talks named at this atom "were postponed", in the same clause."""
    told = line.atoms[at]
    drill = told.sort == "E" or "exercise" in told.cues
    if not told.word.startswith("meeting") and "talk" not in told.cues and not drill:
        return False
    behind = [line.atoms[p] for p in clause.atoms if p >= at]
    relative = next((p for p in range(at, len(line.atoms)) if line.word(p) in ("that", "which")), -1)
    if relative > 0 and relative not in clause.atoms and relative - 1 in clause.atoms:
        behind += line.atoms[relative + 1 :]  # "a meeting that was to take place in May has been put off"
    for before, atom in pairwise(behind):
        if "cancel" in atom.cues:
            return before.word.rsplit(" ", 1)[-1] in _PASSIVE or atom.word.split(" ")[0] in _PASSIVE
    return False
