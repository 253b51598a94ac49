"""The times that a sentence names: found here with their numbers, resolved in `when`."""

import re
from dataclasses import replace
from functools import cache

from core.mentions.date_patterns import date_pattern, may_hold_date
from core.mentions.date_phrases import Bound, DateKind, DateMention, Phrase, Turn
from core.mentions.date_readings import read_phrases
from core.mentions.when import basis, resolve

__all__ = ["Bound", "DateKind", "DateMention", "Phrase", "Turn", "basis", "find_dates", "resolve"]


def find_dates(text: str) -> list[DateMention]:
    """The times that `text` names, in order and without overlap; offsets are those of the words alone."""
    if not may_hold_date(text):
        return []
    found = [
        _mention(text, start, end, phrase)
        for match in date_pattern().finditer(text)
        for start, end, phrase in read_phrases(match)
    ]
    return _of_the_opening_year(_told_week(_joined(text, found))) if len(found) > 1 else found


def _of_the_opening_year(found: list[DateMention]) -> list[DateMention]:
    """The times with the year that opens their sentence: "In 2023 he went to Oman in May", "Last year he met him in May"."""
    first = found[0].phrase
    year = first.kind is DateKind.YEAR or (first.kind is DateKind.YEARS and first.shift == -1)
    if not year or first.last is not None or found[0].start > _OPENS or found[0].bound is not Bound.AT:
        return found
    out: list[DateMention] = []
    for mention in found[1:]:
        phrase = mention.phrase
        open_kind = phrase.kind in (DateKind.DAY, DateKind.MONTH)
        if open_kind and not (phrase.year or phrase.turn or phrase.in_year or phrase.last):
            told = {"year": first.year} if first.year else {"in_year": Turn.LAST}
            mention = replace(mention, phrase=replace(phrase, **told), ahead=False)
        out.append(mention)
    taken = any(one is not other for one, other in zip(out, found[1:], strict=True))
    return out if taken else found


def _mention(text: str, start: int, end: int, phrase: Phrase) -> DateMention:
    """The mention with what the words before it say: a bound, or that the time is still to come."""
    before = text[max(0, start - 90) : start]
    bound = _bound(before[-24:])
    told = phrase.year or (phrase.kind is DateKind.MONTH and "first" in before)
    if bound is Bound.AT and told and not phrase.last and _since_then().search(before):
        bound = Bound.SINCE
    ahead = False
    if bound in (Bound.UNTIL, Bound.BY):
        ahead = not _past_pattern().search(before)
    elif phrase.kind in _OPEN and not phrase.year and bound is Bound.AT:
        clause = before[max(map(before.rfind, ",;:()")) + 1 :]
        ahead = _ahead_pattern().search(clause) is not None or _timetabled(phrase, clause)
    yearless = phrase.kind is DateKind.DAY and not phrase.year and not ahead
    behind = yearless and _done_pattern().search(before) is not None
    return DateMention(start, end, text[start:end], phrase, bound, ahead, behind)


_OPENS = 12  # characters: "Earlier in 2023"

# The kinds that mean another day when the clause tells of something to come.
_OPEN = (DateKind.DAY, DateKind.MONTH, DateKind.MONTH_DAY, DateKind.WEEKDAY, DateKind.WEEKENDS)


_BOUNDS = {
    "since": Bound.SINCE, "until": Bound.UNTIL, "till": Bound.UNTIL, "through": Bound.UNTIL,
    "up to": Bound.UNTIL, "runs to": Bound.UNTIL, "run to": Bound.UNTIL, "by": Bound.BY, "before": Bound.BY, "towards": Bound.BY,
    "toward": Bound.BY,
}  # fmt: skip


_BOUND_WORDS = frozenset(word.split()[-1] for word in _BOUNDS)


def _bound(before: str) -> Bound:
    """The bound that the last of these words set."""
    if _BOUND_WORDS.isdisjoint(before.casefold().split()):
        return Bound.AT
    match = _bound_pattern().search(before)
    return Bound.AT if match is None else _BOUNDS[match[1].casefold()]


@cache
def _since_then() -> re.Pattern[str]:
    """Finds what began then: "the first talks since the two opened embassies in | 1961"."""
    return re.compile(r"\bsince (?!then\b)(?:(?!and\b|when\b|he\b|she\b|they\b)[a-z'’-]+ ){1,9}(?:in|on) $")


@cache
def _bound_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b({'|'.join(_BOUNDS)})\s"
        r"(?:(?:the|on|about|around|early|late|mid|at least|end of|the end of)[\s-])*$",
        re.IGNORECASE,
    )


@cache
def _ahead_pattern() -> re.Pattern[str]:
    """Words that put the time behind them ahead, unless a verb of the past stands between."""
    to_come = (
        r"will|shall|meets? again|meets? next|next meets?|to be held|is to|are to|going to|plans? to|(?<!was )(?<!were )(?<!been )"
        r"(?:due|scheduled|slated|expected|set to)"
    )
    past = (
        r"(?<!be )(?:met|held|said|told|called|visited|was|were|had|has|have|arrived|began|signed|hosted|"
        r"announced|landed|took|came|became|since|emerged|resulted|followed|sprang|grew|arose|reached|agreed|decided|concluded|"
        r"discussed|settled|struck|sealed|spoke|saw|sat|went|flew|gave|made)"
    )
    return re.compile(rf"\b(?:{to_come})\b(?!.*\b(?:{past})\b)", re.DOTALL)


def _timetabled(phrase: Phrase, clause: str) -> bool:
    """Whether the words before a weekday put it ahead by a present tense: "starts on Saturday", "meets him on Friday"."""
    if phrase.kind is not DateKind.WEEKDAY or phrase.turn is not Turn.NONE:
        return False
    return _timetable_pattern().search(clause) is not None


@cache
def _timetable_pattern() -> re.Pattern[str]:
    """A verb of the present tense, and none of the past behind it."""
    one = (
        "starts|begins|opens|commences|convenes|kicks off|gets under way|gets underway|takes place|travels|flies|(?<!their )(?<!the )heads|leaves|departs|"
        "sets off|sets out|arrives|lands|meets|hosts|receives|welcomes|visits|gathers|resumes|sits down|holds|calls on|"
        "joins|attends|addresses|co-chairs|goes to|comes to|moves on to|closes|ends|concludes|inaugurates"
    )
    several = "begin|convene|take place|get under way|get underway|kick off|resume|fly|travel|head|sit down"
    past = r"\w{2,}ed|met|held|said|told|was|were|had|has|have|began|took|came|became|since|who|which|went|flew|left|saw|made"
    return re.compile(
        rf"\b(?:{one}|(?<!to )(?<!not )(?<!the )(?<!a )(?:{several}))\b(?!.*\b(?:{past})\b(?! [A-Z]))",
        re.DOTALL,
    )


@cache
def _done_pattern() -> re.Pattern[str]:
    """Verbs of what is over, before a day without a year."""
    return re.compile(
        r"\b(?:met|held|took place|visited|received|hosted|signed|co-chaired|attended|arrived|spoke|called on|"
        r"conducted|concluded|paid|undertook|travell?ed|went|chaired|inaugurated|commenced|participated|represented|"
        r"flew|landed|docked|sailed|began|started|ended|joined|(?:was|were)(?! to\b| due\b| scheduled\b| expected\b| set\b| planned\b))\b"
        r"(?!.*\b(?:will|to be|until|till)\b)",
        re.DOTALL,
    )


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:was|were|had|stayed|lasted|ran|remained|continued|visited|went on|served)\b")


def _joined(text: str, found: list[DateMention]) -> list[DateMention]:
    """The mentions with "29 September" and "3 October" made one where "from ... to" or a dash joins them."""
    kept: list[DateMention] = []
    for mention in found:
        first = kept[-1] if kept else None
        if first is not None and first.phrase.last is None and mention.phrase.last is None:
            whole = _range_of(first, mention, text)
            if whole is not None:
                kept[-1] = whole
                continue
        kept.append(mention)
    return kept


_RANGED = (DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.WEEKDAY, DateKind.MONTH_DAY)


def _range_of(first: DateMention, last: DateMention, text: str) -> DateMention | None:
    """The two as one range, or None where no words between them say so."""
    kinds = first.phrase.kind, last.phrase.kind
    if (kinds[0] != kinds[1] and kinds != (DateKind.DAY, DateKind.MONTH_DAY)) or kinds[0] not in _RANGED:
        return None
    between = text[first.end : last.start].strip(" ,").casefold()
    before = text[max(0, first.start - 12) : first.start].rstrip().casefold()
    ranged = between in ("to", "through", "-", "–", "—", "until", "till") or (
        between == "and" and before.endswith("between")
    )
    if not ranged or (
        between in ("to", "until", "till") and kinds[0] != DateKind.DAY and not before.endswith("from")
    ):
        return None
    phrase = replace(first.phrase, last=last.phrase)
    return replace(first, end=last.end, text=text[first.start : last.end], phrase=phrase)


def _told_week(found: list[DateMention]) -> list[DateMention]:
    """The mentions with a bare weekday behind "next week" set in that week."""
    week = Turn.NONE
    kept: list[DateMention] = []
    for mention in found:
        phrase = mention.phrase
        if phrase.kind is DateKind.WEEKS and phrase.shift in (1, -1):
            week = Turn.NEXT if phrase.shift == 1 else Turn.LAST
        elif phrase.kind is DateKind.WEEKDAY and week and not phrase.turn and not phrase.week:
            mention = replace(mention, phrase=replace(phrase, week=week))
        else:
            week = Turn.NONE
        kept.append(mention)
    return kept
