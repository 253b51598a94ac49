"""The document's own date: the day on which it says that it was written or put out.

Only what stands round the story counts: header lines, the byline, the dateline, at last the foot of the page.
A date inside the story is the story's, never the document's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from core.documents.days import FULL_DATE, YEAR, find_days, read_day
from core.model import PublishedBasis

Finding = tuple[date | None, PublishedBasis, int, int]
NOT_FOUND: Finding = (None, PublishedBasis.UNKNOWN, 0, 0)

_HEAD, _FOOT, _HEADER_LINE, _DATELINE = 6000, 600, 160, 120
_STAMP_SLACK = 45  # days by which an update stamp may follow the latest day of the story

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BULLET = re.compile(r"[•▪▫◦●○■□‣►▶➢➤✓✔✗✘»>]|[-–—*]\s|\(?[a-z\d]{1,3}\)\s|\d{1,2}\.\s")
_OWN_PREFIX = re.compile(r"\s*date[ \t]+((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\S)", re.IGNORECASE)

_DAY_NAME = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?\b"
_WEEKDAY = rf"(?:{_DAY_NAME}\.?,?\s*)"
_ZONE = (
    r"(?:IST|GMT|UTC|E[SD]?T|P[SD]?T|CES?T|BST|JST|KST|MSK|PKT|SGT|HKT|AES?D?T|hrs?|hours|Z|[+-]\d\d:?\d\d)\b"
)
_TIME = rf"(?:T?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?)(?:\s*\(?{_ZONE}\)?)*"
_PUT_OUT = (
    r"(?:first\s+|date\s+|originally\s+)?"
    r"(?:published|posted|released?|issued|dated|uploaded|created|filed|sent|online(?:\s+since)?|publication|pub|press\s+release)"
    r"(?:\s+date|\s+of\s+(?:publication|issue|release))?|date(?:\s+of\s+(?:publication|issue|release)|line)?|posted\s+by\s+\S+"
    r"|current\s+affairs|daily\s+\w+|newsletter|bulletin|digest|edition(?:\s+of)?|issue\s+of"
)
_CHANGED = r"(?:last\s+|page\s+)?(?:updated|modified|reviewed|revised|changed|edited)(?:\s+date)?|last\s+(?:update|change)"
_WORD = rf"(?!{_DAY_NAME})[\[(]?[^\W\d_a-z][\w.'’&()\[\]-]*|de|of|the|and|al"
_PLACE = rf"(?:{_WORD})(?:(?:,\s*|\s+|/)(?:{_WORD})){{0,6}}"
_WRITERS = frozenset(
    ("correspondent", "reporter", "bureau", "desk", "agency", "agencies", "editor", "staff", "writer")
)
_CUT = r"(?:[|·•/–—]|\s-{1,2}\s)"


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int  # 0 the page's own statement, 1 its first line or foot, 2 an update stamp, 3 a banner
    day: date
    basis: PublishedBasis
    start: int
    end: int


def find_published(text: str) -> Finding:
    """The day on which the document says that it was put out, on what that rests, and the offsets of the date.

    `(None, PublishedBasis.UNKNOWN, 0, 0)` when it does not say.
    """
    prefix = _OWN_PREFIX.match(text)
    if prefix:
        year, month, day = (int(part) for part in prefix.groups())
        try:
            return date(year, month, day), PublishedBasis.HEADER, prefix.start(1), prefix.end()
        except ValueError:
            pass
    found = sorted(_candidates(text), key=lambda candidate: candidate.rank)
    if not found:
        return NOT_FOUND
    best = found[0]
    if best.rank >= 2 and _story_is_older(text, best):
        return NOT_FOUND
    return best.day, best.basis, best.start, best.end


def prefix_end(text: str) -> int:
    """Where the text behind ` date 2023-04-28` at the very start begins; 0 without one."""
    prefix = _OWN_PREFIX.match(text)
    return prefix.end() if prefix else 0


def is_date_line(line: str) -> bool:
    """True when a short line says when (and perhaps where and by whom) the text was put out, and nothing else."""
    return _header_line(line) is not None


def is_byline(line: str) -> bool:
    """True when a short line names the writer and nothing else."""
    if len(line) > 120:
        return False
    words = line.rstrip(".,").rsplit(None, 1)
    return bool(words) and (words[-1].casefold() in _WRITERS or bool(_byline().match(line)))


def is_diary(text: str) -> bool:
    """True when three or more lines begin with different days: they date what they tell, not the document."""
    days = {read_day(match) for match in _line_days().finditer(text, 0, 20_000)}
    return len(days) >= 3


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins behind a dateline (`TOKYO, Sept. 5, 2017 (Agency) - `); `start` if there is none."""
    found = _dateline(text, start, end)
    return found.end if found else start


@dataclass(frozen=True, slots=True)
class _Dated:
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


def _header_line(line: str) -> _Dated | None:
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


def _read_round(line: str, day: date, start: int, end: int) -> _Dated | None:
    """A date with what stands round it; None when that is more than a header line says."""
    before = _before().fullmatch(line, 0, start)
    if not before or not _behind().fullmatch(line, end):
        return None
    parts = {name: part or "" for name, part in before.groupdict().items()}
    alone = not (parts.pop("other") or parts["label"] or parts["changed"] or parts["place"])
    return _Dated(day, start, end, **parts, alone=alone)


def _dateline(text: str, start: int, end: int) -> _Dated | None:
    """The date of a dateline: at the line's beginning, behind a place and before a dash or colon."""
    near = min(end, start + _DATELINE)
    if not _year().search(text, start, near):
        return None
    for day, begin, finish in find_days(text, start, near):
        where = _where().fullmatch(text, start, begin)
        dash = _dash().match(text, finish, end) if where else None
        if where and dash and (where["place"] or dash["long"]):
            return _Dated(day, begin, dash.end(), place=where["place"] or "", alone=not where["place"])
        return None
    return None


def _candidates(text: str) -> Iterator[_Candidate]:
    diary = is_diary(text)
    head = list(_head(text))
    last_story = max(
        (number for number, match in enumerate(head) if is_story(match.group())), default=len(head)
    )
    for number, match in enumerate(head):
        line = match.group()
        if not _BULLET.match(line):
            previous = head[number - 1].group() if number else ""
            behind = number > last_story
            yield from _in_line(
                line, match.start(), previous, first=number == 0, alone=not diary and not behind
            )
    yield from _at_foot(text, diary=diary)


def _head(text: str) -> Iterator[re.Match[str]]:
    """The lines up to the third of the story."""
    stories = 0
    for match in _LINE.finditer(text, 0, _HEAD):
        yield match
        stories += is_story(match.group())
        if stories == 3:
            return


def is_story(line: str) -> bool:
    """True when a line is long enough, or sentence enough, to belong to the story itself."""
    return len(line) > _HEADER_LINE or (line[-1] in ".!?\"”'’)" and line.count(" ") >= 8)


def _in_line(line: str, start: int, previous: str, *, first: bool, alone: bool) -> Iterator[_Candidate]:
    """The date of one line; one without anything before it only where `alone` allows that."""
    found = _header_line(line)
    if found:
        if found.alone and not alone:
            return
        rank = 2 if found.changed else 0
        if first and not (found.label or found.place or found.by):
            rank = 3 if found.weekday else max(rank, 1)
        yield _Candidate(rank, found.day, _basis(found, previous), start + found.start, start + found.end)
        return
    found = _dateline(line, 0, len(line))
    if found and (alone or not found.alone):
        end = next(end for _, begin, end in find_days(line) if begin == found.start)
        yield _Candidate(0, found.day, PublishedBasis.DATELINE, start + found.start, start + end)


def _at_foot(text: str, *, diary: bool) -> Iterator[_Candidate]:
    """A place and a day, or a day said to be that of publication, under the story."""
    lines = list(_LINE.finditer(text, max(0, len(text) - _FOOT)))[-4:]
    for line, before in zip(lines[1:], lines, strict=False):
        found = _header_line(line.group())
        if not found or _BULLET.match(line.group()):
            continue
        after_place = not diary and len(before.group()) <= 40 and _place().fullmatch(before.group())
        if after_place or found.label or found.place or found.changed:
            rank = 2 if found.changed else 1
            start = line.start()
            yield _Candidate(
                rank, found.day, _basis(found, before.group()), start + found.start, start + found.end
            )


def _basis(found: _Dated, previous: str) -> PublishedBasis:
    if (
        found.by
        or is_byline(previous)
        or any(word.strip(".,").casefold() in _WRITERS for word in found.place.split())
    ):
        return PublishedBasis.BYLINE
    return PublishedBasis.DATELINE if found.place and not found.label else PublishedBasis.HEADER


def _story_is_older(text: str, stamp: _Candidate) -> bool:
    """True when all the days that the beginning of the story names lie well before the stamp."""
    days = [day for day, start, _ in find_days(text, 0, _HEAD) if start != stamp.start]
    return bool(days) and all((stamp.day - day).days > _STAMP_SLACK for day in days)


@cache
def _year() -> re.Pattern[str]:
    """What every full date holds: the quick look before the careful one."""
    return re.compile(YEAR)


@cache
def _before() -> re.Pattern[str]:
    """What may stand before the date of a header line. Case matters for places alone."""
    return re.compile(
        rf"[*_#\s(\[]*(?P<other>.*{_CUT}\s*|.*\)\s*|.*(?i:issue|volume|vol|no)\.?\s*\d+,\s*)??(?P<by>(?i:by)\s[^|\d]{{2,80}}?(?:[,|–—-]|\s)\s*)?"
        rf"(?:(?P<label>(?i:{_PUT_OUT}))|(?P<changed>(?i:{_CHANGED})))?[*_]*(?:\s*[:|–—-][*_]*\s*|\s+(?i:on|at)\s*:?\s*|\s*)"
        rf"(?:(?P<place>{_PLACE})(?:,|\s[-–—])\s*)?(?:(?i:{_TIME}),?\s*(?:(?i:on)\s)?)?(?P<weekday>{_WEEKDAY})?"
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
    return re.compile(_PLACE)


@cache
def _where() -> re.Pattern[str]:
    """What may stand before the date of a dateline."""
    return re.compile(rf"\W?(?:(?P<place>{_PLACE})(?:,|\s[-–—|:]|:|\s)\s*)?{_WEEKDAY}?")


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
