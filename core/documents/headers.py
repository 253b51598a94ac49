"""Lines that say when, where and by whom a text was put out: header lines, bylines, datelines.

Case matters for places alone: `Tokyo` may stand before a date, `talks` may not.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from core.documents.days import FULL_DATE, YEAR, find_days, read_day
from core.lexicon.cards import Label, label_of
from core.lexicon.sources import outlet_named

_FEW_WORDS = 8
_REST = 60  # characters behind the time of a header line
_HEADER_LINE, _BYLINE, _DATELINE = 160, 120, 120  # characters: longer lines are no such lines

_DAY_NAME = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?\b"
WEEKDAY = rf"(?:{_DAY_NAME}\.?,?\s*)"
_ZONE = r"(?:IST|GMT|UTC|E[SD]?T|P[SD]?T|CES?T|BST|JST|KST|MSK|PKT|SGT|HKT|AES?D?T|C[ASD]T|EAT|WAT|SAST|WIB|WITA|WIT|ICT|PHT|MYT|MVT|NPT|BDT|SLST|LKT|MMT|AWST|ACST|NZS?D?T|EES?T|WES?T|TRT|IDT|AST|GST|MDT|MST|BRT|ART|hrs?|hours|Z|[+-]\d\d:?\d\d)\b"
_TIME = rf"(?:T?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?)(?:\s*\(?{_ZONE}\)?)*"
_PUT_OUT = (
    r"(?:first\s+|date\s+|originally\s+|(?:article|story|news|report)\s+)?"
    r"(?:publish(?:ed)?|posted|released?|issued|dated|uploaded|created|filed|sent|online(?:\s+since)?|publication|pub|press\s+release)"
    r"(?:\s+date|\s+of\s+(?:publication|issue|release))?|date(?:\s+of\s+(?:publication|issue|release)|line)?|posted\s+by\s+(?:the\s+)?\S+(?:\s+on)?"
    r"|this\s+article\s+is\s+from|this\s+story\s+is\s+from|first\s+appeared(?:\s+on)?|current\s+affairs|daily\s+\w+|newsletter|bulletin|digest|edition(?:\s+of)?|issue\s+of"
)
_CHANGED = r"(?:last\s+|page\s+)?(?:updated?|modified|reviewed|revised|changed|edited)(?:\s+date)?|last\s+(?:update|change)"
_WORD = rf"(?!{_DAY_NAME})[\[(]?[^\W\d_a-z][\w.'’&()\[\]-]*|de|do|da|del|della|du|es|of|the|and|al|from"
PLACE = rf"(?:{_WORD})(?:(?:,\s*|\s+|/)(?:{_WORD})){{0,6}}"
_WRITERS = frozenset(
    ("correspondent", "reporter", "bureau", "desk", "agency", "agencies", "editor", "staff", "writer")
)
_CUT = r"(?:[|·•/–—]|\s-{1,2}\s|\t|\s{3})"
_OFFICE = (
    r"(?i:(?:from\s+|by\s+)?(?:our\s+|a\s+)?(?:wire\s+services?|news\s+agenc(?:y|ies)|agenc(?:y|ies)|staff|special|news|defen[cs]e)"
    r"(?:\s+(?:reporters?|writers?|correspondents?|desk|bureau|service))?)"
)  # who put a text out, before the place and the day


def is_date_line(line: str) -> bool:
    """True when a short line says when (and perhaps where and by whom) the text was put out, and nothing else."""
    return header_line(line) is not None


def is_byline(line: str) -> bool:
    """True when a short line names the writer and nothing else."""
    if len(line) > _BYLINE or label_of(line.partition(":")[0]) not in (None, Label.TRIVIA):
        return False  # "Host: General X, Chief of Staff" is a card's line
    words = line.rstrip(".,").rsplit(None, 1)
    few = line.count(" ") <= _FEW_WORDS  # "met Admiral X, Chief of the Defence Staff" is no byline
    return bool(words) and ((few and words[-1].casefold() in _WRITERS) or bool(_byline().match(line)))


def names_writer(words: str) -> bool:
    """True when one of the words is a writer's trade: Correspondent, Agencies."""
    return any(word.strip(".,").casefold() in _WRITERS for word in words.split())


def is_place(line: str) -> bool:
    """True for a line that could be a place's name: a few words with capitals."""
    return bool(_place().fullmatch(line))


def is_diary(text: str) -> bool:
    """True when three or more lines begin with different days, or two different days head bullets: they date what they
    tell, not the document.
    """
    days = {read_day(match) for match in _line_days().finditer(text, 0, 20_000)}
    if len(days) == 2:
        return len({read_day(match) for match in _days_over_bullets().finditer(text, 0, 20_000)}) == 2
    return len(days) >= 3


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins behind a dateline (`TOKYO, Sept. 5, 2017 (Agency) - `); `start` if there is none."""
    found = dateline(text, start, end)
    return found.end if found else start


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what stands round it on its line."""

    day: date
    start: int
    end: int  # of the date; of a dateline, where the story begins
    label: str = ""  # published, posted on
    changed: str = ""  # updated, modified
    place: str = ""
    by: str = ""
    weekday: str = ""
    alone: bool = False  # nothing stands before it


def header_line(line: str) -> Dated | None:
    """The date of a header line; a dateline with the story behind it is none."""
    if len(line) > _HEADER_LINE or not _year().search(line):
        return None
    found = [dated for day in find_days(line) if (dated := _read_round(line, *day))]
    if not found:
        return None
    story = dateline_end(line, 0, len(line))
    if story and line.count(" ", story) >= 5:
        return None
    return min(found, key=lambda dated: (not dated.label, bool(dated.changed)))


def _read_round(line: str, day: date, start: int, end: int) -> Dated | None:
    """A date with what stands round it; None when that is more than a header line says."""
    before = _before().fullmatch(line, 0, start) or _before().fullmatch(line, _writer_end(line, start), start)
    if not before or not _behind().fullmatch(line, end):
        by = _outlet().fullmatch(line, 0, start)
        return (
            Dated(day, start, end, by=by["by"], alone=not by["by"])
            if by and _stamped(line, by["by"], end)
            else None
        )
    parts = {name: part or "" for name, part in before.groupdict().items()}
    alone = not (parts.pop("other") or parts["label"] or parts["changed"] or parts["place"])
    return Dated(day, start, end, **parts, alone=alone)


def _stamped(line: str, by: str, end: int) -> bool:
    """Whether the name of an outlet before a day makes a header: "PTI September 4, 2022 10:36 IST"; one that is not known
    needs the time of day behind.
    """
    timed = _timed().match(line, end)
    rest = line[timed.end() if timed else end :].strip(" |,.-/")
    bare = not rest or (
        timed is not None and (len(rest) <= _REST and rest[0] not in "abcdefghijklmnopqrstuvwxyz")
    )
    return bare and (timed is not None or outlet_named(by.strip()) is not None)


@cache
def _outlet() -> re.Pattern[str]:
    """The name of an outlet or a writer that stands before a day without a mark between: up to five words."""
    return re.compile(rf"(?P<by>(?:[A-Z][\w.&'’-]*\s+(?:(?:of|the|and|&)\s+)?){{0,5}}){WEEKDAY}?")


@cache
def _timed() -> re.Pattern[str]:
    return re.compile(rf"[\s,T(|/–—-]*{_TIME}\)?", re.IGNORECASE)


def _writer_end(line: str, start: int) -> int:
    """Where the place begins behind who wrote it: "Wire services, Melbourne, May 1, 2024"; 0 if nobody is named."""
    comma = line.find(",", 0, start)
    by = line[:comma].casefold() if comma > 0 else ""
    wire = by.endswith(("wire services", "news service", "news services", "newsdesk", "news network"))
    return comma + 1 if by and (wire or names_writer(by)) else 0


def dateline(text: str, start: int, end: int) -> Dated | None:
    """The date of a dateline: at the line's beginning, behind a place and before a dash or colon."""
    near = min(end, start + _DATELINE)
    if not _year().search(text, start, near):
        return None
    for day, begin, finish in find_days(text, start, near):
        where = _where().fullmatch(text, start, begin)
        dash = _dash().match(text, finish, end) if where else None
        if where and dash and (where["place"] or dash["long"]):
            return Dated(day, begin, dash.end(), place=where["place"] or "", alone=not where["place"])
        return None
    return None


def is_story(line: str) -> bool:
    """True when a line is long enough, or sentence enough, to belong to the story itself."""
    return len(line) > _HEADER_LINE or (line[-1] in ".!?\"”'’)" and line.count(" ") >= 8)


@cache
def _year() -> re.Pattern[str]:
    """What every full date holds: the quick look before the careful one."""
    return re.compile(YEAR)


@cache
def _before() -> re.Pattern[str]:
    """What may stand before the date of a header line. Case matters for places alone."""
    return re.compile(
        rf"[*_#\s(\[]*(?P<other>.*{_CUT}\s*|{_OFFICE},\s*|.*\)\s*|.*(?i:issue|volume|vol|no)\.?\s*\d+,\s*)??(?P<by>(?i:by)\s[^|\d]{{2,80}}?(?:[,|–—-]|\s)\s*)?"
        rf"(?:(?P<label>(?i:{_PUT_OUT}))|(?P<changed>(?i:{_CHANGED})))?[*_]*(?:\s*[:|–—-](?:\s*-)?[*_]*\s*|\s+(?i:on|at)\s*:?\s*(?:-\s*)?|\s+in\s+(?:the\s+)?[A-Z][^\d|:,]{{1,40}}(?:,\s*|\s+on\s+)|\s*)"
        rf"(?:(?P<place>{PLACE})(?:,|\s[-–—])\s*)?(?:(?i:{_TIME}),?\s*(?:(?i:on)\s)?)?(?P<weekday>{WEEKDAY})?"
    )


@cache
def _behind() -> re.Pattern[str]:
    """What may stand behind it."""
    return re.compile(
        rf"[)\]*_]*(?:[\s,T(]*(?:(?i:at)\s*)?(?:[-–—|]\s*)?(?i:{_TIME})\)?)?"
        rf"\s*(?:(?:{_CUT}|[(,;]|(?i:by|in|updated|modified|last|published|editor|source)\b).*)?\.?[*_]*"
    )


@cache
def _place() -> re.Pattern[str]:
    return re.compile(PLACE)


@cache
def _where() -> re.Pattern[str]:
    """What may stand before the date of a dateline."""
    return re.compile(rf"\W?(?:(?P<place>{PLACE})(?:,|\s[-–—|:]|:|\s)\s*)?{WEEKDAY}?")


@cache
def _dash() -> re.Pattern[str]:
    """What must stand behind it; a place too is wanted before the short ones."""
    return re.compile(
        r"\)?(?:\s*[(\[/][^)\]/\n]{1,50}[)\]/]){0,2}\s*(?:(?P<long>--+|[–—]|-\s)|[-:.]|(?<=\))\s)\s*"
    )


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(r"(?:by|written by|reported by|authored by)[\s:]+\S", re.IGNORECASE)


@cache
def _line_days() -> re.Pattern[str]:
    return re.compile(rf"^[^\w\n]*(?P<day>{FULL_DATE})", re.IGNORECASE | re.MULTILINE)


@cache
def _days_over_bullets() -> re.Pattern[str]:
    return re.compile(
        rf"^[^\w\n]*{WEEKDAY}?(?P<day>{FULL_DATE})[^\w\n]*\n\s*[-*\u2022\u25cf] ",
        re.IGNORECASE | re.MULTILINE,
    )
