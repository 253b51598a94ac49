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

_HEAD, _FOOT, _HEADER_LINE = 6000, 600, 160
_STAMP_SLACK = 45  # days by which an update stamp may follow the latest day of the story

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BULLET = re.compile(r"[•▪▫◦●○■□‣►▶➢➤✓✔✗✘»*>]|[-–—]\s|\(?[a-z\d]{1,3}\)\s|\d{1,2}\.\s")
_OWN_PREFIX = re.compile(r"\s*date[ \t]+((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\S)", re.IGNORECASE)

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*)"
_ZONE = (
    r"(?:IST|GMT|UTC|E[SD]?T|P[SD]?T|CES?T|BST|JST|KST|MSK|PKT|SGT|HKT|AES?D?T|hrs?|hours|Z|[+-]\d\d:?\d\d)\b"
)
_TIME = rf"(?:T?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{{1,2}}\s*[ap]\.?m\b\.?)(?:\s*\(?{_ZONE}\)?)*"
_PUT_OUT = (
    r"(?:first\s+|date\s+|originally\s+)?"
    r"(?:published|posted|released?|issued|dated|uploaded|created|filed|publication|pub|press\s+release)"
    r"(?:\s+date|\s+of\s+(?:publication|issue|release))?|date(?:\s+of\s+(?:publication|issue|release)|line)?|posted\s+by\s+\S+"
)
_CHANGED = r"(?:last\s+|page\s+)?(?:updated|modified|reviewed|revised|changed|edited)(?:\s+date)?|last\s+(?:update|change)"
_WORD = r"[\[(]?[^\W\d_a-z][\w.'’&()\[\]-]*|de|of|the|and|al"
_PLACE = rf"(?:{_WORD})(?:(?:,\s*|\s+|/)(?:{_WORD})){{0,6}}"
_WRITERS = frozenset(
    ("correspondent", "reporter", "bureau", "desk", "agency", "agencies", "editor", "staff", "writer")
)
_CUT = r"(?:[|·•/–—]|\s-{1,2}\s)"


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int  # 0 the page's own statement, 1 the foot of the page, 2 an update stamp, 3 a banner
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
    return _header_match(line) is not None


def is_byline(line: str) -> bool:
    """True when a short line names the writer and nothing else."""
    if len(line) > 120:
        return False
    words = line.rstrip(".,").rsplit(None, 1)
    return bool(words) and (words[-1].casefold() in _WRITERS or bool(_byline().match(line)))


def _header_match(line: str) -> re.Match[str] | None:
    """The header line that `line` is; a dateline with the story behind it is none."""
    match = _header().match(line) if len(line) <= _HEADER_LINE and _year().search(line) else None
    if match:
        behind = dateline_end(line, 0, len(line))
        if behind and line.count(" ", behind) >= 5:
            return None
    return match


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins behind a dateline (`TOKYO, Sept. 5, 2017 (Agency) - `); `start` if there is none."""
    match = (
        _dateline().match(text, start, end) if _year().search(text, start, min(end, start + 120)) else None
    )
    return match.end() if match else start


def _candidates(text: str) -> Iterator[_Candidate]:
    diary = _is_diary(text)
    previous, stories, first = "", 0, True
    for match in _LINE.finditer(text, 0, _HEAD):
        line, start = match.group(), match.start()
        if not _BULLET.match(line):
            yield from _in_line(line, start, previous, diary=diary, first=first)
            if is_story(line):
                stories += 1
                if stories == 3:
                    break
        previous, first = line, False
    yield from _at_foot(text, diary=diary)


def is_story(line: str) -> bool:
    """True when a line is long enough, or sentence enough, to belong to the story itself."""
    return len(line) > _HEADER_LINE or (line[-1] in ".!?\"”'’)" and line.count(" ") >= 8)


def _in_line(line: str, start: int, previous: str, *, diary: bool, first: bool) -> Iterator[_Candidate]:
    match = _header_match(line)
    if match:
        day = read_day(match)
        alone = not match["label"] and not match["changed"] and not match["place"] and not match["before"]
        if day is None or (alone and diary):
            return
        rank = 2 if match["changed"] else 3 if alone and first and match["weekday"] else 0
        yield _Candidate(rank, day, _basis(match, previous), *_span(match, start))
        return
    match = _dateline().match(line) if _year().search(line, 0, 120) else None
    if match and (match["where"] or not diary):
        day = read_day(match)
        if day:
            yield _Candidate(0, day, PublishedBasis.DATELINE, *_span(match, start))


def _at_foot(text: str, *, diary: bool) -> Iterator[_Candidate]:
    """A place and a day, or a day said to be that of publication, under the story."""
    lines = list(_LINE.finditer(text, max(0, len(text) - _FOOT)))[-4:]
    for line, before in zip(lines[1:], lines, strict=False):
        match = _header_match(line.group())
        if not match or _BULLET.match(line.group()):
            continue
        stated = match["label"] or match["place"] or match["changed"]
        after_place = not diary and len(before.group()) <= 40 and re.fullmatch(_PLACE, before.group())
        day = read_day(match)
        if day and (stated or after_place):
            rank = 2 if match["changed"] else 1
            yield _Candidate(rank, day, _basis(match, before.group()), *_span(match, line.start()))


def _basis(match: re.Match[str], previous: str) -> PublishedBasis:
    if match["by"] or is_byline(previous) or _names_writer(match["place"]):
        return PublishedBasis.BYLINE
    return PublishedBasis.DATELINE if match["place"] and not match["label"] else PublishedBasis.HEADER


def _names_writer(place: str | None) -> bool:
    return bool(place) and any(word.casefold() in _WRITERS for word in re.findall(r"\w+", place or ""))


def _span(match: re.Match[str], offset: int) -> tuple[int, int]:
    return offset + match.start("day"), offset + match.end("day")


def _is_diary(text: str) -> bool:
    """True when three or more lines begin with different days: they date what they tell, not the document."""
    days = {read_day(match) for match in _line_days().finditer(text, 0, 20_000)}
    return len(days) >= 3


def _story_is_older(text: str, stamp: _Candidate) -> bool:
    """True when all the days that the beginning of the story names lie well before the stamp."""
    days = [day for day, start, _ in find_days(text, 0, _HEAD) if start != stamp.start]
    return bool(days) and all((stamp.day - day).days > _STAMP_SLACK for day in days)


@cache
def _year() -> re.Pattern[str]:
    """What every full date holds: the quick look before the careful one."""
    return re.compile(YEAR)


@cache
def _header() -> re.Pattern[str]:
    # Case matters for places, so that the parts for which it does not say so themselves.
    return re.compile(
        rf"(?P<before>.*{_CUT}\s*|.*\)\s*)??(?P<by>(?i:by)\s[^|\d]{{2,80}}?(?:[,|–—-]|\s)\s*)?"
        rf"(?:(?P<label>(?i:{_PUT_OUT}))|(?P<changed>(?i:{_CHANGED})))?(?:\s*[:|–—-]\s*|\s+(?i:on|at)\s*:?\s*|\s*)"
        rf"(?:(?P<place>{_PLACE})(?:,|:|\s[-–—|])\s*)?(?P<time>(?i:{_TIME}),?\s*(?:(?i:on)\s)?)?"
        rf"(?P<weekday>(?i:{_WEEKDAY}))?(?P<day>(?i:{FULL_DATE}))"
        rf"(?:[\s,T(]*(?:(?i:at)\s*)?(?:[-–—|]\s*)?(?i:{_TIME})\)?)?"
        rf"\s*(?:(?:{_CUT}|[(,;]|(?i:by|in|updated|modified|last|published|editor|source)\b).*)?\.?\Z"
    )


@cache
def _dateline() -> re.Pattern[str]:
    agency = r"(?:\s*[(\[/][^)\]/\n]{1,50}[)\]/]){0,2}"
    return re.compile(
        rf"\W?(?P<where>{_PLACE}(?:,|\s[-–—|:]|:|\s)\s*)?(?P<weekday>(?i:{_WEEKDAY}))?(?P<day>(?i:{FULL_DATE}))"
        rf"\)?{agency}\s*(?:--+|[–—]|-\s|(?(where)[-:.]|(?!)))\s*"
    )


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(r"(?:by|written by|reported by|authored by)[\s:]+\S", re.IGNORECASE)


@cache
def _line_days() -> re.Pattern[str]:
    return re.compile(rf"^[^\w\n]*(?P<day>{FULL_DATE})", re.IGNORECASE | re.MULTILINE)
