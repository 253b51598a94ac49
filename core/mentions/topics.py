"""The topics, initiatives and outcomes that a text tells; a guess about any of them is none."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from core.lexicon.topics import OutcomeType, initiatives, outcome_types, speculation, topics
from core.mentions.phrases import Phrases, folded

_WORDS_TOLD = 12  # an outcome is told in at most so many words
_REACH = 200  # characters before a cue in which a hedge can govern it
_NEEDED_WITHIN = 160  # characters around an ordinary word in capitals that may show it to be a name
_SIGNINGS = ("agreement signed", "contract signed")
_HEDGE = "?"  # what a hedge is found as, beside the topics
_SENTENCE_END = re.compile(
    r"[.!?][\"')\u201d\u2019]*\s+(?=[\"'(\u201c\u2018]?[A-Z0-9])|\n\s*\n|[;\u2022\u00bb]"
)
_CLAUSE_END = re.compile(
    r"[,;:!?()\u2013\u2014]|(?<![A-Z])\.(?=\s|$)|\n\s*(?:\n|[-*\u2022\u25aa\u00bb])|\s-\s|\s(?:after|before|during|when|while|"
    r"which|who|where|here|as|amid|following|in the presence|(?:on|this|last|next|later|earlier)\s+(?:\w+day|week|month|year|\d))\b"
)
_LONG_AGO = re.compile(
    r"\s+(?:(?:back|earlier)\s+)?in\s+(?:19|20)\d\d\b"
)  # "the agreement signed in 2016" is no news
_WORD = re.compile(r"\S+")

Hit = tuple[str, int, int, str]


def find_topics(text: str) -> list[Hit]:
    """Each topic that `text` tells: its code, the offsets of the words that show it, and the cue read.

    In the order of the text; a topic is given as often as it is told.
    """
    return _told(text, list(_topic_phrases().find(folded(text), text)))


def find_initiatives(text: str) -> list[Hit]:
    """Each named initiative or theme that `text` names: its name, the offsets, and the words read."""
    found = []
    for name, start, end, alias in _initiative_phrases().find(folded(text, keep_case=True), text):
        cues = initiatives()[name].cues_needed if name != _HEDGE else ()
        if cues and " " not in alias:
            around = text[max(0, start - _NEEDED_WITHIN) : start] + " " + text[end : end + _NEEDED_WITHIN]
            if not any(cue in around for cue in cues):
                continue
        found.append((name, start, end, text[start:end]))
    return _told(text, found)


def find_outcomes(text: str) -> list[tuple[str, str, int, int]]:
    """Each outcome that `text` tells: its type, a phrase of at most twelve words, and the phrase's offsets.

    Where two overlap, the one that begins first is kept; of two that begin together, the type that
    outcomes.yaml lists first.
    """
    fold = folded(text)
    found: list[tuple[str, str, int, int]] = []
    last = -1
    for trigger, start, _, _ in _trigger_phrases().find(fold, text):
        if start < last:
            continue
        for outcome, cue in _outcome_cues()[trigger]:
            match = _cue_pattern(cue).match(fold, start + 1)
            if match is None or _SENTENCE_END.search(text, start, match.end() - 1):
                continue
            if _undone(text, start, match.end() - 1, outcome):
                continue
            end = _phrase_end(text, start, match.end() - 1)
            found.append((outcome.code, " ".join(text[start:end].split()), start, end))
            last = end
            break
    return found


def _told(text: str, found: list[Hit]) -> list[Hit]:
    """What was found without the hedges, and without what a hedge governs."""
    hedges = [hit for hit in found if hit[0] == _HEDGE and text[hit[1] : hit[2]] != "May"]
    hits = [hit for hit in found if hit[0] != _HEDGE]
    if not hedges:
        return hits
    starts = [hedge[1] for hedge in hedges]
    return [hit for hit in hits if not _guessed(text, hit, hedges, bisect_right(starts, hit[1]))]


def _guessed(text: str, hit: Hit, hedges: list[Hit], place: int) -> bool:
    """True when the hedge before `place` reaches the hit, or the next one doubts that it will be spoken of."""
    if place:
        behind = hedges[place - 1][2]
        if hit[1] - behind < _REACH and not _breaks().search(text, behind, hit[1]):
            return True
    if place < len(hedges):
        ahead = hedges[place]
        return (
            ahead[1] - hit[2] < _REACH
            and _agenda().match(text, ahead[2]) is not None
            and not _SENTENCE_END.search(text, hit[2], ahead[1])
        )
    return False


def _undone(text: str, start: int, end: int, outcome: OutcomeType) -> bool:
    """True when the outcome from `start` to `end` is a guess, a plan, denied, or of another year."""
    if outcome.code in _SIGNINGS and _LONG_AGO.match(text, end):
        return True
    told = (_clause_before(text, start) + text[start:end]).replace("May", "").lower()
    if _hedges().search(told):
        return True
    if outcome.code != "no joint text" and _denials().search(told):
        return True
    return not outcome.future and _futures().search(told) is not None


def _clause_before(text: str, start: int) -> str:
    """What stands before `start` in its clause."""
    before = text[max(0, start - _REACH) : start]
    cut = 0
    for match in _breaks().finditer(before):
        cut = match.end()
    return before[cut:]


def _phrase_end(text: str, start: int, end: int) -> int:
    """Where a told phrase ends: with its clause, within twelve words, not on a word that leans on the next."""
    clause, leaning = _CLAUSE_END.search(text, end), speculation()["leaning words"]
    words = list(_WORD.finditer(text, start, clause.start() if clause else len(text)))[:_WORDS_TOLD]
    while words and words[-1].end() > end and words[-1].group() in leaning:
        del words[-1]
    return words[-1].end() if words else end


@cache
def _topic_phrases() -> Phrases:
    hedges = dict.fromkeys(speculation()["hedges before"], _HEDGE)
    return Phrases(
        hedges | {cue: topic.code for topic in topics().values() for cue in topic.cues}, plural=True
    )


@cache
def _initiative_phrases() -> Phrases:
    hedges = dict.fromkeys(speculation()["hedges before"], _HEDGE)
    names = {alias: each.name for each in initiatives().values() for alias in each.aliases}
    return Phrases(hedges | names, keep_case=True)


@cache
def _trigger_phrases() -> Phrases:
    return Phrases({word: word for word in _outcome_cues()})


@cache
def _outcome_cues() -> dict[str, list[tuple[OutcomeType, str]]]:
    """The cues of outcomes by each word that they may begin with."""
    found: dict[str, list[tuple[OutcomeType, str]]] = {}
    for outcome in outcome_types().values():
        for cue in outcome.cues:
            for first in dict.fromkeys(way.split()[0] for way in _parts(cue)[0].strip("<>").split("|")):
                found.setdefault(first, []).append((outcome, cue))
    return found


@cache
def _cue_pattern(cue: str) -> re.Pattern[str]:
    """The pattern of a cue of outcomes.yaml for a folded text; made when a text first begins like it."""
    pattern = ""
    for part in _parts(cue):
        ways = [re.escape(way.strip()).replace(r"\ ", " +") for way in part.strip("<>").split("|")]
        group = f"(?: +(?:{'|'.join(way for way in ways if way)})(?!\\w))"
        pattern += "(?: +[^ ]+){0,8}?" if part == ".." else group + ("?" if "" in ways else "")
    return re.compile(pattern.replace("(?: +", "(?: *", 1))


def _parts(cue: str) -> list[str]:
    """A cue cut into words, `..` and `<a|b>`."""
    return re.findall(r"<[^>]*>|\.\.|[^\s<]+", cue)


def _any_of(phrases: Iterable[str]) -> str:
    return rf"\b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b"


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(_any_of(speculation()["hedges before"]))


@cache
def _agenda() -> re.Pattern[str]:
    """What follows a hedge that doubts whether the words before it will be spoken of: `to come up`."""
    return re.compile(rf"(?:\s+\w+){{0,2}}?\s+{_any_of(speculation()['agenda verbs'])}")


@cache
def _futures() -> re.Pattern[str]:
    return re.compile(_any_of(speculation()["futures"]))


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(_any_of(speculation()["denials"]) + "|n['\u2019]t\\b")


@cache
def _breaks() -> re.Pattern[str]:
    """What ends the reach of a hedge: the end of its sentence or a new clause."""
    return re.compile(rf"{_SENTENCE_END.pattern}|:|{_any_of(speculation()['clause breaks'])}")
